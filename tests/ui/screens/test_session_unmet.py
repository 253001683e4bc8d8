"""A key that does nothing where it is struck says why, and what to choose; the list of proposals has a key too."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.voting import Method
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.shell import Shell
from tests.registers import Hand, fresh, said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def strike(walk: Walk, key: RoomKey) -> None:
    """The key as it stands on the keyboard."""
    stroke = QKeySequence(walk.screen.keys[key].shortcut())[0]  # type: ignore[index]
    walk.press(stroke.key(), stroke.keyboardModifiers())
    QTest.qWait(1)


def propose(walk: Walk, text: str = "Invites all members.\nThanks the coordinator.") -> str:
    key = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said(text)).key
    QApplication.processEvents()
    return key


def in_the_room(walk: Walk) -> None:
    """Nothing is open yet, and nothing tabled."""


def with_a_text(walk: Walk) -> None:
    propose(walk)


def at_a_settled_text(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    walk.desk.proposals.adopt_by_consensus(propose(walk))
    QApplication.processEvents()


def in_a_vote(walk: Walk) -> None:
    walk.open_roll_call()


def preparing_a_vote(walk: Walk) -> None:
    propose(walk)
    walk.press(Key.Key_F8)


def before_a_result(walk: Walk) -> None:
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_Y)
    walk.press(Key.Key_Return)


def in_an_election(walk: Walk) -> None:
    walk.press(Key.Key_F8, CONTROL)


def away_from_a_vote(walk: Walk) -> None:
    put = propose(walk)
    walk.desk.proposals.note_objection(put)
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put))
    QApplication.processEvents()
    walk.press(Key.Key_Escape)


STATES = (
    away_from_a_vote,
    in_the_room,
    with_a_text,
    at_a_settled_text,
    in_a_vote,
    preparing_a_vote,
    before_a_result,
    in_an_election,
)


def seen(walk: Walk) -> tuple[object, ...]:
    """What a key may have changed: the register, where the keyboard is, what is shown here and in the room."""
    screen = walk.screen
    with walk.desk.store.read() as session:
        written = len(ENTRIES.all(session))
    focus = QApplication.focusWidget()
    return (
        written,
        id(focus),
        screen._standing.shown,
        screen._item,
        screen.ballots.projector,
        screen.projection.tongues.chosen,
        screen.ballots.view.replay.on,
    )


def leave(walk: Walk) -> None:
    """Close the card that a key opened, as Escape does."""
    while walk.screen.close_open():
        QApplication.processEvents()


@pytest.mark.parametrize("state", STATES)
def test_each_key_does_something_or_says_why_not(walk: Walk, state: Callable[[Walk], None]) -> None:
    state(walk)
    silent, changed = [], []
    for key in RoomKey:
        walk.alerts.clear()
        walk.screen.room.agenda.setFocus()
        QApplication.processEvents()
        possible, before = walk.screen.keys[key].isEnabled(), seen(walk)
        strike(walk, key)
        after = seen(walk)
        if not walk.told() and (not possible or after == before):
            silent.append(key.name)
        if not possible and after != before:
            changed.append(key.name)
        assert "{" not in walk.told()
        if possible and state is not preparing_a_vote:
            leave(walk)
    assert (silent, changed) == ([], [])


def test_each_key_says_that_there_is_no_meeting(tmp_path: Path, qtbot: QtBot, shell: Shell) -> None:
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    path = fresh(tmp_path / "empty.nmirf")
    with open_register(path, clock=clock) as store:
        screen = SessionScreen(Secretariat(store, clock), shell.language, shell.alerts)
        qtbot.addWidget(screen)
        screen.addActions(screen.actions())
        screen.show()
        screen.activateWindow()
        QApplication.processEvents()
        for key in RoomKey:
            shell.alerts.clear()
            stroke = QKeySequence(screen.keys[key].shortcut())[0]  # type: ignore[index]
            QTest.keyClick(screen.windowHandle(), stroke.key(), stroke.keyboardModifiers())
            assert shell.alerts.notice is not None, key
            assert "There is no meeting yet" in shell.alerts.notice.what.said_in(shell.language.words)
        screen.close()


def test_the_sentence_names_what_to_choose_and_the_key_of_the_list(walk: Walk) -> None:
    strike(walk, RoomKey.DIVIDE)
    assert walk.told() == "No proposal stands under this item: table one first (F4)."
    strike(walk, RoomKey.ROLL)
    assert not walk.told(), "it leaves with the next key that is taken"
    proposal = propose(walk)
    motion = walk.desk.text_motions.divide(proposal, ("Invites all members.",), "GHA")
    QApplication.processEvents()
    walk.screen.room.texts.go_to(motion.key)
    strike(walk, RoomKey.DIVIDE)
    assert walk.told() == "A whole proposal is divided: choose it in the list of proposals (Ctrl+F4)."
    strike(walk, RoomKey.OBJECT)
    assert walk.told() == "Consensus is not sought on a motion: adopt it (F7), or put it to the vote (F8)."


def test_a_key_that_was_changed_says_why_it_cannot_be_pressed(walk: Walk) -> None:
    walk.screen.keys[RoomKey.ADOPT].setShortcut(QKeySequence("Ctrl+F2"))
    walk.press(Key.Key_F7)
    assert not walk.told()
    walk.press(Key.Key_F2, CONTROL)
    assert walk.told().startswith("No proposal stands under this item")


def test_a_key_leads_to_the_list_of_proposals_from_anywhere_in_the_room(walk: Walk) -> None:
    first, second = propose(walk), propose(walk, "Thanks all.")
    for away in (RoomKey.ROLL, RoomKey.FLOOR, RoomKey.LIST):
        strike(walk, away)
        strike(walk, RoomKey.TEXTS)
        assert QApplication.focusWidget() is walk.screen.room.texts.table.view
    seen = []
    for key in (Key.Key_Home, Key.Key_Down):
        walk.press(key)
        chosen = walk.screen.room.texts.row
        seen.append(chosen.key if chosen is not None else "")
    assert seen == [first, second]


def test_the_card_of_an_item_knows_that_the_vote_on_its_text_is_open(walk: Walk) -> None:
    """It said that the vote was to be opened next, and offered what an open vote refuses."""
    away_from_a_vote(walk)
    texts = walk.screen.room.texts
    assert texts.isVisible()
    assert texts.chair.isHidden()
    assert [button.text() for button in texts.acts.buttons.values() if not button.isHidden()] == ["Back to the vote"]
    (told,) = (one.text() for one in texts.findChildren(QLabel) if one.text().startswith("A vote is open"))
    assert told.startswith("A vote is open: F8 goes back to it; ")
    strike(walk, RoomKey.ADOPT)
    assert walk.told().startswith("A vote is open: announce its result first, or break it off (Ctrl+Shift+B)")
    strike(walk, RoomKey.VOTE)
    assert walk.screen.ballots.view.isVisible()
    walk.press(Key.Key_6)
    walk.press(Key.Key_Return, CONTROL)
    walk.press(Key.Key_Escape)
    assert texts.isVisible()
    assert not any(one.text().startswith("A vote is open") for one in texts.findChildren(QLabel) if one.isVisible())


def test_the_item_on_the_minutes_of_the_meeting_before_says_where_they_are_approved(walk: Walk) -> None:
    assert not walk.screen.strip.minutes.isVisible()
    item = walk.desk.agendas.items(walk.meeting.key)[0].item
    walk.desk.agendas.save(replace(item, purpose=Purpose.PREVIOUS_MINUTES))
    QApplication.processEvents()
    assert "in Minutes, by Ctrl+Shift+A" in walk.screen.strip.minutes.text()
    assert walk.screen.strip.minutes.isVisible()
    strike(walk, RoomKey.ADOPT)
    assert "are approved in Minutes" in walk.told()
    strike(walk, RoomKey.DIVIDE)
    assert walk.told() == "No proposal stands under this item: table one first (F4)."
