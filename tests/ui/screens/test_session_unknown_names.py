"""A name that nobody has: said in words wherever the room asks for a State, and nothing is recorded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.services.amendments import Wording
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
UNKNOWN = "No State is called “zzzz”"


def typed_as_objector(walk: Walk, text: str) -> None:
    """A proposal is before the meeting, and somebody is being named who objects."""
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.screen.room.texts.form.flush()
    walk.screen.room.texts.objector.begin()
    walk.type(text)


def test_who_may_vote_says_that_nobody_is_called_so(walk: Walk) -> None:
    walk.press(Key.Key_F6)
    walk.type("zzzz")
    walk.press(Key.Key_Return)
    card = walk.screen.ballots.who
    assert walk.told().startswith(UNKNOWN)
    assert card.state.fault is not None, "what was typed stands as it was typed"
    assert not any(label.isVisible() for label in card.answers.values())


def test_no_answer_for_another_state_stands_beside_a_name_that_nobody_has(walk: Walk) -> None:
    walk.press(Key.Key_F6)
    walk.type("swit")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    card = walk.screen.ballots.who
    assert all(label.isVisible() for label in card.answers.values())
    card.state.begin()
    walk.type("zzzz")
    walk.press(Key.Key_Return)
    assert walk.told().startswith(UNKNOWN)
    assert not any(label.isVisible() for label in card.answers.values())
    card.state.begin()
    walk.type("para")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    assert card.answers[walk.language.language].isVisible()
    assert not walk.told(), "the right name takes the sentence away"


def test_an_objection_by_a_name_that_nobody_has_is_not_recorded(walk: Walk) -> None:
    typed_as_objector(walk, "zzzz")
    walk.press(Key.Key_Return)
    assert walk.told().startswith(UNKNOWN)
    walk.alerts.clear()
    walk.press(Key.Key_F7, SHIFT)
    assert walk.told().startswith(UNKNOWN)
    texts = walk.screen.room.texts
    assert texts.objector.fault is not None, "what was typed stands as it was typed"
    assert texts.current is not None
    assert not texts.current.calls
    texts.objector.load(None, over=True)
    walk.press(Key.Key_F7, SHIFT)
    assert [call.objector for call in texts.current.calls] == [None], "nobody need be named"


def test_an_objection_by_a_name_that_is_not_chosen_yet_is_that_states(walk: Walk) -> None:
    typed_as_objector(walk, "uruguay")
    QApplication.processEvents()
    walk.press(Key.Key_F7, SHIFT)
    current = walk.screen.room.texts.current
    assert current is not None
    assert [call.objector for call in current.calls] == ["URY"]


def test_an_objection_to_an_amendment_by_a_name_that_nobody_has_is_not_recorded(walk: Walk) -> None:
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    amendment = walk.desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "Decides", "Agrees"))
    QApplication.processEvents()
    texts = walk.screen.room.texts
    texts.go_to(amendment.key)
    texts.objector.begin()
    walk.type("zzzz")
    walk.press(Key.Key_F7, SHIFT)
    assert walk.told().startswith(UNKNOWN)
    assert texts.objector.fault is not None
    assert texts.row is not None
    assert (texts.row.key, texts.row.consensus_failed) == (amendment.key, False)


@pytest.mark.parametrize("written", ["p", "pa"])
def test_letters_that_fit_several_names_are_not_said_to_be_nobodys(walk: Walk, written: str) -> None:
    walk.press(Key.Key_F3)
    walk.type("p")
    walk.press(Key.Key_Return)
    told = f"“{written}” fits more than one name. Type more letters, or choose one from the list."
    assert walk.told() == told.replace(written, "p")
    assert walk.desk.sittings.interventions(walk.meeting.key) == ()
    walk.press(Key.Key_F6)
    walk.type(written)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_Return)
    assert walk.told() == told


def has(walk: Walk) -> tuple[int, int]:
    """How many took the floor, and how many wait for it."""
    floor = walk.screen.room.queue.table.model.rows
    return len(walk.desk.sittings.interventions(walk.meeting.key)), len(floor)


@pytest.mark.parametrize("part", ["floor", "queue"])
@pytest.mark.parametrize("typed", ["parag", "paraguay"])
@pytest.mark.parametrize("escaped", [True, False])
def test_a_speaker_that_was_typed_and_given_up_gets_nothing(walk: Walk, part: str, typed: str, escaped: bool) -> None:
    """A State gave its statement in the minutes because letters of its name stood in a field that was left."""
    walk.press(Key.Key_F9)
    section = walk.screen.room.floor if part == "floor" else walk.screen.room.queue
    section.begin()
    walk.type(typed)
    if escaped:
        walk.press(Key.Key_Escape)
        assert section.state.value() is None
        assert not section.state.typed, "Escape clears the field"
    walk.screen.room.texts.table.setFocus()
    walk.screen.setFocus()
    QApplication.processEvents()
    QTest.qWait(2100)
    assert has(walk) == (0, 0)
    section.begin()
    walk.type("parag")
    walk.press(Key.Key_Return)
    assert sum(has(walk)) == 1


def test_an_objector_that_was_typed_and_given_up_is_not_recorded(walk: Walk) -> None:
    typed_as_objector(walk, "uruguay")
    walk.press(Key.Key_Escape)
    texts = walk.screen.room.texts
    assert not texts.objector.typed
    walk.press(Key.Key_F7, SHIFT)
    assert texts.current is not None
    assert [call.objector for call in texts.current.calls] == [None]
    texts.objector.begin()
    walk.type("urug")
    walk.press(Key.Key_Escape)
    walk.screen.setFocus()
    QApplication.processEvents()
    assert [call.objector for call in texts.current.calls] == [None]
