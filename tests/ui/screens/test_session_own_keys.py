"""The session by keys that the rapporteur chose: what is pressed, and what is said of keys."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.projector import Projector
from nmirf_desktop.ui.shell import Shell
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
Choose = Callable[..., None]


@pytest.fixture
def choose(shell: Shell) -> Choose:
    """Change keys, by the last word of an action's name."""

    def keep(place: str, **keys: str) -> None:
        chosen = tuple((f"{place}.{name}", key) for name, key in keys.items())
        shell.memory.keep(replace(shell.memory.now, keys=(*shell.memory.now.keys, *chosen)))

    return keep


def given(walk: Walk) -> list[Answer]:
    """The answers of the roll call."""
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    return [answer for _, answer in walk.desk.voting.board(vote.key).answers]


def projected(walk: Walk) -> Projector | None:
    """The room's window, while there is one."""
    return walk.screen.ballots.projector


def test_a_roll_call_is_answered_by_ones_own_letters(walk: Walk, choose: Choose) -> None:
    walk.open_roll_call()
    choose("call", in_favour="J", against="Y")
    call = walk.screen.ballots.view.call
    assert call._buttons[Answer.IN_FAVOUR].text().startswith("J ")
    walk.press(Key.Key_J)
    walk.press(Key.Key_Y)
    walk.press(Key.Key_N)
    walk.press(Key.Key_A)
    assert given(walk) == [Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING]


def test_what_is_said_of_a_key_names_ones_own(walk: Walk, shell: Shell, choose: Choose) -> None:
    banner = Banner(shell.alerts, shell.language)
    choose("session", reopen="Ctrl+J", next_speaker="Ctrl+B", gavel="Ctrl+G")
    walk.screen.room.texts.table.setFocus()
    walk.press(Key.Key_Z, CONTROL)
    assert "reopening the proposal (Ctrl+J)" in banner.accessibleName()
    assert "Ctrl+B: next speaker." in walk.screen.room.queue._hint.text()
    choose("session", reopen="Ctrl+M")
    assert "reopening the proposal (Ctrl+M)" in banner.accessibleName()
    banner.deleteLater()


def test_the_projector_is_closed_by_the_key_that_opens_it(walk: Walk, choose: Choose) -> None:
    choose("session", show="Ctrl+J")
    walk.press(Key.Key_F11)
    assert projected(walk) is None
    walk.press(Key.Key_J, CONTROL)
    projector = projected(walk)
    assert projector is not None
    projector.activateWindow()
    walk.press(Key.Key_J, CONTROL)
    assert projected(walk) is None
