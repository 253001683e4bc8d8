"""Small words of the room: what is said stays no longer than it concerns, and counts and names what is meant."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.voting import Act, Method
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.statusline import StatusLine
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_why_a_name_was_not_taken_leaves_with_the_next_key_of_the_room(walk: Walk) -> None:
    """It stayed through the card of an election, of which it said nothing."""
    walk.press(Key.Key_F5)
    walk.type("p")
    walk.press(Key.Key_Space)
    assert "fits more than one name" in walk.told()
    walk.press(Key.Key_F8, CONTROL)
    assert not walk.screen.elections.opening.isHidden()
    assert walk.told() == ""


def test_r19_in_the_first_call_who_is_called_again_is_counted_apart(walk: Walk) -> None:
    """After 18 answers 56 of 60 were "still to answer": who had not answered was called, and will be again."""
    walk.open_roll_call()
    rest = walk.screen.ballots.view.count.rest
    for key in (Key.Key_Y, Key.Key_P, Key.Key_0):
        walk.press(key)
    assert rest.text() == "Still to answer: 5 · To be called again: 2"
    for _ in range(5):
        walk.press(Key.Key_Y)
    assert rest.text() == "Still to answer: 2", "in the second call they are who is left"


def test_a_state_that_is_known_and_has_no_vote_is_not_said_to_be_none(walk: Walk) -> None:
    walk.open_roll_call()
    table = walk.screen.ballots.view.count.table
    (line,) = table.findChildren(QLineEdit)
    line.setFocus()
    walk.type("switz")
    walk.press(Key.Key_Return)
    assert walk.told() == "Switzerland has no vote here: nothing was recorded. F6 says why."
    line.setText("zzzz")
    walk.press(Key.Key_Return)
    assert "No State is called “zzzz”" in walk.told()


def test_a_state_that_is_no_delegation_of_the_meeting_is_not_said_to_be_none(walk: Walk) -> None:
    walk.press(Key.Key_F5)
    walk.type("malaw")
    walk.press(Key.Key_Space)
    assert walk.told().startswith("Malawi is not in this list: it is no member or observer, and no guest.")


def test_in_a_show_of_hands_the_numbers_stand_above(walk: Walk) -> None:
    """Without a list below it, the base of the majority floated in the middle of the panel."""
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    QApplication.processEvents()
    count = walk.screen.ballots.view.count
    assert count.base.isVisible()
    assert count.base.mapTo(count, count.base.rect().bottomLeft()).y() < count.height() / 2


def test_a_motion_on_a_text_says_in_the_list_who_moved_it(walk: Walk) -> None:
    put = walk.desk.proposals.propose(
        walk.meeting.key, walk.item.key, said("Exchanges"), said("1. They meet.\n2. They write.")
    )
    walk.desk.text_motions.divide(put.key, ["2. They write."], "PRY")
    QApplication.processEvents()
    texts = walk.screen.room.texts
    shown = [texts.table.model.data(texts.table.model.index(row, 1)) for row in range(texts.table.model.rowCount())]
    assert any("(Paraguay)" in str(one) for one in shown)


def test_r27_a_correction_that_changes_nothing_says_so(walk: Walk) -> None:
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_Y)
    walk.press(Key.Key_Return)
    view = walk.screen.ballots.view
    view.closing.correct.click()
    fields = view.correction.fields
    fields.act.load(Act.REKEYED, over=True)
    fields.act.changed.emit()
    fields.state.load("PRY", over=True)
    fields.reason.load("A slip.", over=True)
    fields.answer.setFocus()
    walk.press(Key.Key_Y)
    walk.press(Key.Key_Return, CONTROL)
    assert view.correction.isHidden()
    assert walk.told() == "Nothing was changed (Paraguay): the answer stands as it was recorded."


def test_the_line_below_says_when_it_was_saved_by_one_clock_on_each_screen(qtbot: QtBot) -> None:
    """“17:57:19 (Nairobi)” in the session was “14:57:24 (UTC)” in the minutes and “15:01:03” in the distribution."""
    line = StatusLine(CurrentLanguage(), Jobs())
    qtbot.addWidget(line)
    moment = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
    line.saved(moment)
    assert line._saved.text() == f"Saved {moment.astimezone():%H:%M:%S}"
