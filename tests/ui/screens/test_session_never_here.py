"""The presence that a mis-keyed answer made, and one recorded by mistake: taken back by keys, and said."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.participants import Answer as Answered
from nmirf_desktop.domain.sittings import PresenceKind
from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.services.invitations import Invitation
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from nmirf_desktop.ui.screens.session_lists import presence_words
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_keys import recorded_vote

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def all_but_brazil(walk: Walk) -> None:
    """The sitting is open, and all are there but one, which was never noted."""
    walk.press(Key.Key_F9)
    there = dict.fromkeys(("GHA", "IDN", "MAR", "PRT", "PRY", "SVN", "URY"), PresenceKind.ARRIVED)
    walk.desk.sittings.arrive(walk.meeting.key, there)
    QApplication.processEvents()


def test_r27_the_last_answer_put_right_to_none_says_that_the_presence_went_with_it(walk: Walk) -> None:
    all_but_brazil(walk)
    walk.open_roll_call()
    walk.press(Key.Key_Y)
    assert walk.told().startswith("Brazil was not noted as present")
    walk.press(Key.Key_Backspace)
    walk.press(Key.Key_0)
    assert walk.told() == ("Brazil was noted as present by that answer alone: it is not noted as present any more.")
    assert "BRA" not in walk.desk.sittings.presence(walk.meeting.key)
    QTest.qWait(200)
    assert walk.screen.strip.present.text().startswith("7 members present of 8")


def test_r27_an_answer_corrected_after_the_announcement_says_that_the_presence_went_with_it(walk: Walk) -> None:
    all_but_brazil(walk)
    vote = recorded_vote(walk)
    walk.press(Key.Key_A)
    walk.press(Key.Key_E)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_Return)
    assert walk.desk.voting.board(vote).closed
    board = walk.desk.voting.board(vote)
    brazil = next(state for state, _ in board.answers if state.iso3 == "BRA")
    corrections = walk.screen.ballots.corrections
    corrections.begin(walk.meeting.key, board, brazil)
    card = walk.screen.ballots.view.correction
    fields = card.fields
    fields.act.load(fields.act.values[1], over=True)
    fields.act.changed.emit()
    fields.answer.load(Answer.NO_ANSWER, over=True)
    fields.reason.load("Brazil was absent.", over=True)
    card.done.emit()
    assert walk.told() == ("Brazil was noted as present by that answer alone: it is not noted as present any more.")
    assert "BRA" not in walk.desk.sittings.presence(walk.meeting.key)


def test_delete_on_a_delegation_strikes_its_presence_out_and_undo_brings_it_back(walk: Walk) -> None:
    all_but_brazil(walk)
    walk.press(Key.Key_F5)
    walk.type("bra ")
    assert "BRA" in walk.desk.sittings.presence(walk.meeting.key)
    table = walk.screen.room.delegations.table
    table.show_all()
    table.select("BRA")
    table.view.setFocus()
    walk.press(Key.Key_Delete)
    assert walk.told() == (
        "Brazil was never here: its presence in the 1st sitting was recorded by mistake, and is struck out."
        " Ctrl+Z brings it back."
    )
    assert not [one for one in walk.desk.sittings.presence_events(walk.meeting.key) if one.state == "BRA"]
    assert table.current is not None
    assert table.current.state.iso3 == "BRA"
    walk.press(Key.Key_Delete)
    assert walk.told() == "Brazil is nowhere noted as present: there is nothing to strike out."
    walk.desk.steps.undo()
    assert "BRA" in walk.desk.sittings.presence(walk.meeting.key)


def test_the_key_of_the_menu_strikes_out_the_one_that_is_chosen_and_says_why_it_does_not(walk: Walk) -> None:
    all_but_brazil(walk)
    table = walk.screen.room.delegations.table
    walk.press(Key.Key_F5)
    table.select_several(["GHA", "IDN"])
    walk.press(Key.Key_Delete, CTRL | SHIFT)
    assert walk.told().startswith("One delegation at a time is struck out")
    table.select("GHA")
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "GHA", walk.language.language)
    QApplication.processEvents()
    walk.press(Key.Key_Delete, CTRL | SHIFT)
    assert walk.told().startswith("Ghana had the floor at 09:"), walk.told()
    assert "GHA" in walk.desk.sittings.presence(walk.meeting.key)
    walk.open_roll_call()
    assert not walk.screen.keys[RoomKey.STRIKE_OUT].isEnabled()


def test_apologies_are_shown_again_where_a_presence_was_struck_out(walk: Walk) -> None:
    all_but_brazil(walk)
    guests = walk.desk.invitations
    guests.invite(walk.meeting.key, Invitation(states=("BRA",), invited_on=walk.meeting.opens_on))
    (line,) = guests.guests(walk.meeting.key).lines
    guests.answer([line.invitee.key], Answered.APOLOGIES, walk.meeting.opens_on)
    walk.desk.sittings.toggle(walk.meeting.key, ["BRA"])
    walk.desk.sittings.toggle(walk.meeting.key, ["BRA"])
    QApplication.processEvents()
    table = walk.screen.room.delegations.table
    walk.press(Key.Key_F5)
    table.select("BRA")
    walk.press(Key.Key_Delete)
    assert table.current is not None
    assert presence_words(table.current, walk.language.words) == "absent, apologies"
