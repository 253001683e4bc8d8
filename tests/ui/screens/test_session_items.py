"""The item under discussion: a filter never changes it, and after a vote the keyboard stays on the text voted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.voting import Method
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.voting import Ballot
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key


@pytest.fixture
def opened(walk: Walk) -> Walk:
    """The sitting is open, at the first of three items."""
    walk.desk.agendas.add(AgendaItem("third", walk.meeting.key, 2, said("Closure")))
    walk.press(Key.Key_F9)
    return walk


def _under_discussion(walk: Walk) -> str | None:
    return next(one for one in walk.desk.sittings.all(walk.meeting.key) if one.opened_at is not None).item


def _chosen(walk: Walk) -> str | None:
    return next((line.item.key for line in walk.screen.room.agenda.chosen), None)


def _filter(walk: Walk, text: str) -> QLineEdit:
    (line,) = walk.screen.room.agenda.findChildren(QLineEdit)
    line.setFocus()
    walk.type(text)
    return line


def test_what_is_typed_in_the_filter_moves_no_meeting(opened: Walk) -> None:
    walk = opened
    line = _filter(walk, "other")
    assert [one.item.key for one in walk.screen.room.agenda.model.rows] == ["second"]
    assert _under_discussion(walk) == walk.item.key
    assert _chosen(walk) is None, "no other row looks as if it were the item under discussion"
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_Tab)
    assert _under_discussion(walk) == walk.item.key
    line.setFocus()
    line.clear()
    QApplication.processEvents()
    assert _under_discussion(walk) == walk.item.key
    assert _chosen(walk) == walk.item.key


def test_a_letter_in_the_list_and_escape_move_no_meeting(opened: Walk) -> None:
    walk = opened
    walk.screen.room.agenda.setFocus()
    walk.type("clos")
    assert _under_discussion(walk) == walk.item.key
    walk.press(Key.Key_Escape)
    assert (_under_discussion(walk), _chosen(walk)) == (walk.item.key, walk.item.key)


def test_what_happens_elsewhere_leaves_the_filter_as_it_is(opened: Walk) -> None:
    walk = opened
    line = _filter(walk, "other")
    walk.desk.sittings.all_arrive(walk.meeting.key)
    QApplication.processEvents()
    assert line.text() == "other"
    assert _under_discussion(walk) == walk.item.key


def test_enter_takes_the_row_that_the_filter_found(opened: Walk) -> None:
    walk = opened
    line = _filter(walk, "clos")
    walk.press(Key.Key_Return)
    assert (_under_discussion(walk), _chosen(walk)) == ("third", "third")
    line.clear()
    QApplication.processEvents()
    assert (_under_discussion(walk), _chosen(walk)) == ("third", "third")


def test_the_arrows_in_the_list_still_turn_to_the_next_item(opened: Walk) -> None:
    walk = opened
    walk.screen.room.agenda.setFocus()
    walk.press(Key.Key_Down)
    assert (_under_discussion(walk), _chosen(walk)) == ("second", "second")


def test_who_waits_on_the_list_of_an_item_that_is_left_is_said(opened: Walk) -> None:
    """They were left behind without a word."""
    walk = opened
    for state in ("GHA", "PRY"):
        walk.desk.floor.put_down(walk.meeting.key, walk.item.key, state)
    QApplication.processEvents()
    walk.screen.room.agenda.setFocus()
    walk.press(Key.Key_Down)
    assert walk.told() == "2 speakers of item 1 stay on its list."
    walk.press(Key.Key_Down)
    assert walk.told() == "", "nobody waits at the second item"
    walk.press(Key.Key_Up)
    walk.press(Key.Key_Up)
    walk.desk.floor.next(walk.meeting.key, walk.item.key, Language.EN)
    walk.desk.floor.pause(walk.meeting.key)
    QApplication.processEvents()
    walk.press(Key.Key_Down)
    assert walk.told() == (
        "The meeting went on to another item, and who had the floor has finished. If you only looked there, Ctrl+Z goes"
        " back. 1 speaker of item 1 stays on its list."
    )


def test_enter_takes_a_row_to_which_the_arrow_led_from_the_filter(opened: Walk) -> None:
    walk = opened
    _filter(walk, "other")
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Return)
    assert (_under_discussion(walk), _chosen(walk)) == ("second", "second")


def test_the_keys_that_step_through_the_items_show_the_item_that_a_filter_hides(opened: Walk) -> None:
    walk = opened
    line = _filter(walk, "other")
    walk.screen._go_item("third")
    QApplication.processEvents()
    assert (_under_discussion(walk), _chosen(walk), line.text()) == ("third", "third", "")


def test_after_a_vote_the_keyboard_is_on_the_text_that_was_voted(opened: Walk) -> None:
    walk = opened
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Another"), said("Decides too."))
    walk.desk.proposals.note_objection(put.key)
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    QApplication.processEvents()
    for digits in ("5", "2", "1"):
        QTest.qWait(20)
        walk.type(digits)
        walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    assert walk.screen.ballots.over
    walk.press(Key.Key_Return)
    texts = walk.screen.room.texts
    assert texts.table.view.hasFocus()
    assert texts.current is not None
    assert texts.current.proposal.key == put.key
    walk.press(Key.Key_Up)
    assert _under_discussion(walk) == walk.item.key


def test_who_still_speaks_under_the_item_that_is_left_is_said(opened: Walk) -> None:
    """A clock ran past three minutes at an election under another item."""
    walk = opened
    walk.press(Key.Key_F3)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert walk.told().startswith("Who has the floor under the item that was left keeps it")
    walk.press(Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    assert walk.screen.facts is not None
    assert walk.screen.facts.floor.speaking is None
    assert walk.told() == "", "what it asked for is done"


def test_who_still_speaks_is_said_until_something_else_is_recorded(opened: Walk) -> None:
    """It covered the sentence about a sponsor forty seconds and four acts later."""
    walk = opened
    walk.press(Key.Key_F3)
    walk.type("ghana")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    walk.press(Key.Key_F6)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F5)
    assert walk.told().startswith("Who has the floor under the item that was left keeps it"), "it is due still"
    walk.press(Key.Key_F4)
    assert walk.told() == ""
    walk.press(Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert walk.told() == "", "the room is back where the speaker is"


def test_a_question_leaves_once_something_else_is_recorded(opened: Walk) -> None:
    """Whether to vote on something else stood over what was done after it."""
    walk = opened
    walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    QApplication.processEvents()
    walk.press(Key.Key_F4, Qt.KeyboardModifier.ControlModifier)
    walk.press(Key.Key_F8)
    assert walk.alerts.notice is not None
    assert walk.alerts.notice.asks
    walk.press(Key.Key_F4)
    assert walk.alerts.notice is None
