"""An acclamation is read before Enter records it, and one that was recorded by mistake is reopened."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.ui.screens.session_election import ElectionPage
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def with_slate(walk: Walk) -> ElectionPage:
    """An election of two seats in which three stand, two of them on an agreed slate."""
    day = datetime.date(2026, 11, 1)
    call = Call("call", day, day, seats=2, meeting=walk.meeting.key)
    walk.desk.candidatures.save_call(call)
    for state in ("MAR", "PRT", "PRY"):
        walk.desk.candidatures.receive(Candidature(state, call.key, state, day))
    walk.desk.candidatures.agree_slate(Slate("slate", call.key, day, ("MAR", "PRT")))
    return opened(walk)


def elected(page: ElectionPage) -> list[str]:
    assert page.board is not None
    return [one.state.iso3 for one in page.board.elected]


@pytest.mark.parametrize("letter", [Key.Key_G, Key.Key_S])
def test_r35_the_key_shows_whom_it_would_elect_and_only_enter_elects(walk: Walk, letter: Key) -> None:
    page = with_slate(walk) if letter is Key.Key_S else opened(walk, "MAR")
    card = page.rulings.acclaiming
    for _ in range(2):
        walk.press(letter)
        assert elected(page) == []
        assert card.isVisible()
        assert "Morocco" in card.name
        assert ("The agreed slate" in card.name) is (letter is Key.Key_S)
    walk.press(Key.Key_Escape)
    assert card.isHidden()
    assert page.busy
    assert elected(page) == []
    walk.press(letter)
    walk.press(Key.Key_Return)
    assert card.isHidden()
    assert elected(page)[:1] == ["MAR"]


def test_r35_the_card_of_a_slate_says_who_else_stands_before_enter(walk: Walk) -> None:
    """A State that stood and was not on the slate went from the minutes without a word."""
    page = with_slate(walk)
    walk.press(Key.Key_S)
    card = page.rulings.acclaiming
    said = " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())
    assert "stands too and is not on the slate: Paraguay" in said
    assert "Enter: the Chair announces them elected" in said
    walk.press(Key.Key_Return)
    assert elected(page) == ["MAR", "PRT"]


def test_r27_an_acclamation_by_mistake_is_reopened_by_the_key_that_the_undo_names(walk: Walk) -> None:
    page = opened(walk, "MAR")
    walk.press(Key.Key_F7, CONTROL)
    assert "Only an election by acclamation" in walk.told()
    walk.press(Key.Key_G)
    walk.press(Key.Key_Return)
    assert elected(page) == ["MAR"]
    walk.press(Key.Key_Z, CONTROL)
    assert "Ctrl+F7" in walk.told()
    for dead in (Key.Key_Delete, Key.Key_Q):
        walk.alerts.clear()
        walk.press(dead)
        assert "elected by acclamation" in walk.told()
        assert "Ctrl+F7" in walk.told()
    walk.press(Key.Key_F7, CONTROL)
    assert page.rulings.reopening.isVisible()
    walk.type("The key was pressed too early.")
    walk.press(Key.Key_Return)
    assert elected(page) == []
    assert page.row.of["B"].isVisible(), "it goes on"
    assert "Morocco" in page.stage.text()


def test_a_letter_that_does_nothing_in_an_election_says_why(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    for letter, why in (
        (Key.Key_R, "No ballot of this election is open"), (Key.Key_D, "Votes are not equal"),
        (Key.Key_C, "No ballot of this election was closed"), (Key.Key_N, "not over yet"),
        (Key.Key_G, "More candidates stand"), (Key.Key_S, "No slate was agreed"), (Key.Key_V, "nothing to replay"),
        (Key.Key_P, "Nothing is left to appoint"),
    ):  # fmt: skip
        walk.press(letter)
        assert why in walk.told()
    walk.press(Key.Key_B)
    page.setFocus()
    walk.press(Key.Key_Q)
    assert "A ballot of this election is open" in walk.told()
