"""The room by the keys of somebody new to it: Enter, Escape, Tab and Space do what the words on the screen say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.voting import Answer, ConsensusCall, HandCount, Method, Mode
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.undo import undo
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def show_of_hands(walk: Walk) -> None:
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    assert isinstance(walk.desk.proposals.note_objection(put.key), ConsensusCall)
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    QTest.qWait(20)


def counted(walk: Walk) -> HandCount | None:
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    return vote.hands


def decisions(walk: Walk) -> list[str]:
    return [f"{one.year}/{one.number}" for one in walk.desk.proposals.decisions(walk.meeting.key)]


def test_the_next_speaker_is_taken_from_the_list_by_keys(walk: Walk) -> None:
    walk.press(Key.Key_F3)
    walk.type("mo")
    names = walk.screen.room.floor.state._list.rows
    assert names[0] == "Morocco", "a member comes before Monaco"
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Return)
    (heard,) = walk.desk.sittings.interventions(walk.meeting.key)
    state = walk.desk.states.on(walk.meeting.opens_on)[heard.state or ""]
    assert state.said_in(walk.language.words) == names[1]
    assert QApplication.focusWidget() is walk.screen.room.floor.form.note.editors[0]


def test_a_show_of_hands_is_counted_and_announced_by_enter(walk: Walk) -> None:
    show_of_hands(walk)
    for number in ("6", "1", "1"):
        QTest.qWait(20)
        walk.type(number)
        assert QApplication.focusWidget() is not None
        assert QApplication.focusWidget().text() == number, "what is typed replaces the nought"  # type: ignore[union-attr]
        walk.press(Key.Key_Return)
    assert counted(walk) == HandCount(6, 1, 1)
    assert not decisions(walk), "the result with the last number is seen first"
    walk.press(Key.Key_Return)
    assert decisions(walk) == ["2026/1"]
    walk.press(Key.Key_Return)
    assert walk.screen.room.isVisible()


def test_ctrl_enter_announces_at_once_and_tab_leads_to_the_button(walk: Walk) -> None:
    show_of_hands(walk)
    closing = walk.screen.ballots.view.closing
    for number in ("2", "5", "1"):
        QTest.qWait(20)
        walk.type(number)
        walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is closing.button
    walk.press(Key.Key_Tab, SHIFT)
    walk.press(Key.Key_Return, CONTROL)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    assert (vote.hands, vote.closed_at is not None) == (HandCount(2, 5, 1), True)
    assert not decisions(walk)


def test_no_result_is_announced_before_hands_were_counted(walk: Walk) -> None:
    show_of_hands(walk)
    for _ in range(3):
        walk.press(Key.Key_Return)
    assert "Enter the numbers of hands" in walk.told()
    assert counted(walk) is None


def test_escape_in_a_show_of_hands_goes_back_to_the_item_and_f8_to_the_vote(walk: Walk, qtbot: QtBot) -> None:
    show_of_hands(walk)
    QTest.qWait(20)
    walk.type("6")
    with qtbot.assertNotEmitted(walk.screen.asked):
        walk.press(Key.Key_Escape)
    screen = walk.screen
    assert screen.room.isVisible()
    assert "F8 goes back to it" in walk.told()
    assert walk.desk.voting.open_vote(walk.meeting.key) is not None
    assert any(action.text() == "Back to the vote" for action in screen.actions())
    screen.room.delegations.setFocus()
    walk.press(Key.Key_Space)
    assert screen.room.isVisible(), "what else is recorded leaves the room where it is"
    walk.press(Key.Key_F8)
    assert screen.ballots.view.isVisible()
    assert counted(walk) == HandCount(6, 0, 0)
    assert not walk.told()


def test_escape_in_the_answers_of_a_roll_call_goes_back_to_the_call(walk: Walk) -> None:
    walk.open_roll_call()
    view = walk.screen.ballots.view
    view.count.table.setFocus()
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is view.call


def test_while_an_answer_is_corrected_the_state_that_is_called_stands_among_those_to_come(walk: Walk) -> None:
    walk.open_roll_call()
    call = walk.screen.ballots.view.call
    walk.press(Key.Key_Y)
    called = call.name.text()
    assert called not in call.after.text()
    walk.press(Key.Key_Backspace)
    assert call.name.text() != called
    assert called in call.after.text()


def test_enter_on_correct_an_answer_opens_its_card(walk: Walk) -> None:
    walk.open_roll_call()
    vote = walk.desk.voting.open_vote(walk.meeting.key)
    assert vote is not None
    for state in vote.entitled:
        walk.desk.voting.cast(Cast(vote.key, state, Answer.IN_FAVOUR))
    QTest.qWait(20)
    walk.press(Key.Key_Return)
    view = walk.screen.ballots.view
    view.closing.correct.setFocus()
    walk.press(Key.Key_Return)
    assert view.correction.isVisible()


def test_a_decision_recorded_by_mistake_is_reopened(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    walk.press(Key.Key_F4)
    walk.type("Regional exchanges")
    walk.press(Key.Key_F7)
    assert decisions(walk) == ["2026/1"]
    walk.screen.room.texts.table.setFocus()
    walk.press(Key.Key_Z, CONTROL)
    assert "the proposal is reopened in the session: Ctrl+F7" in walk.told()
    walk.press(Key.Key_F7, CONTROL)
    assert walk.told().startswith("L.1 is before the meeting again.")
    assert not decisions(walk)
    (file,) = walk.desk.proposals.all(walk.meeting.key)
    assert (file.settled, file.calls) == (False, ())
    walk.press(Key.Key_F7)
    assert decisions(walk) == ["2026/1"]


def test_reopening_is_journalled_and_can_itself_be_taken_back(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    before = walk.desk.proposals.adopt_by_consensus(put.key)
    walk.desk.proposals.reopen(put.key)
    assert undo(walk.desk.store) == "reopen a proposal that was recorded as adopted by mistake"
    (after,) = walk.desk.proposals.decisions(walk.meeting.key)
    assert after == before
    assert after.mode is Mode.CONSENSUS


def test_the_keyboard_stays_in_the_room_while_the_projector_opens(walk: Walk) -> None:
    walk.press(Key.Key_F3)
    walk.press(Key.Key_F11)
    ballots = walk.screen.ballots
    assert ballots.projector is not None
    QTest.qWait(50)
    assert walk.screen.isActiveWindow()
    walk.type("para")
    walk.press(Key.Key_Return)
    assert [one.state for one in walk.desk.sittings.interventions(walk.meeting.key)] == ["PRY"]
    walk.press(Key.Key_F11)
    assert ballots.projector is None


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F11])
@pytest.mark.parametrize("there", [False, True])
def test_escape_and_f11_close_the_projector_from_both_windows(walk: Walk, key: Key, there: bool) -> None:
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    walk.screen.room.agenda.setFocus()
    window = projector.windowHandle() if there else walk.screen.windowHandle()
    QTest.keyClick(window, key)
    assert walk.screen.ballots.projector is None
    assert not projector.isVisible()


def test_a_name_and_a_space_mark_one_delegation_after_the_other(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    walk.type("gha ")
    walk.type("uru ")
    assert walk.screen.strip.present.text() == "6 members present of 8 · 2 observers"
    assert not {"GHA", "URY"} & walk.desk.sittings.presence(walk.meeting.key)


def recorded_vote(walk: Walk) -> str:
    """A recorded vote on a proposal without consensus, opened beside the keyboard."""
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    vote = walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.RECORDED, put.key))
    QTest.qWait(20)
    return vote.key


def test_all_in_favour_then_exceptions_by_keys_with_the_projector_at_once(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    walk.desk.sittings.toggle(walk.meeting.key, ["GHA"])
    walk.press(Key.Key_F11)
    vote = recorded_vote(walk)
    view, projector = walk.screen.ballots.view, walk.screen.ballots.projector
    assert projector is not None
    walk.press(Key.Key_E)
    assert view.call.mode.text().startswith(
        "In favour: 7 States present that had not answered; type the exceptions, and Esc to end."
    )
    assert "Still to answer: 1" in projector.texts()
    assert view.count.bars.words_of().startswith("In favour: 7")
    for letters, key in (("mor", Key.Key_N), ("uru", Key.Key_A)):
        walk.type(letters)
        walk.press(Key.Key_Return)
        assert QApplication.focusWidget() is view.call
        walk.press(key)
    assert view.call.mode.text().startswith("In favour: 5 States")
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is view.call
    walk.press(Key.Key_R)
    assert view.call.last.text() == "Last: All who are left: no answer"
    walk.press(Key.Key_Return)
    board = walk.desk.voting.board(vote)
    assert board.closed
    tally = board.tally
    assert (tally.in_favour, tally.against, tally.abstaining, tally.no_answer) == (5, 1, 1, 1)
    assert decisions(walk) == ["2026/1"]


def test_an_exception_is_a_first_answer_and_the_vote_goes_on_until_the_chair_ends_it(walk: Walk) -> None:
    """The room read that the vote was over, the button named Enter, and an exception looked like a change."""
    walk.press(Key.Key_F5, SHIFT)
    walk.press(Key.Key_F11)
    vote = recorded_vote(walk)
    view, projector = walk.screen.ballots.view, walk.screen.ballots.projector
    assert projector is not None
    walk.press(Key.Key_E)
    assert view.closing.button.text() == "Announce the result: adopted (Esc, then Enter)"
    assert "Voting is in progress" in projector.texts()
    assert "Voting is completed" not in projector.texts()
    walk.type("mor")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_N)
    assert view.call.last.text() == "Last: Morocco: against"
    walk.press(Key.Key_Escape)
    assert view.closing.button.text() == "Announce the result: adopted (Enter)"
    walk.press(Key.Key_Return)
    assert walk.desk.voting.board(vote).closed


def test_all_in_favour_is_taken_back_by_one_undo_and_the_call_goes_on(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    vote = recorded_vote(walk)
    view = walk.screen.ballots.view
    walk.press(Key.Key_N)
    called = view.call.stated
    walk.press(Key.Key_E)
    assert undo(walk.desk.store) == "record all others present in favour"
    QTest.qWait(20)
    assert len(walk.desk.voting.positions(vote)) == 1
    assert view.call.stated == called
    assert QApplication.focusWidget() is view.call


def test_a_roll_call_has_no_key_that_answers_for_many(walk: Walk) -> None:
    walk.press(Key.Key_F5, SHIFT)
    walk.open_roll_call()
    for key in (Key.Key_E, Key.Key_R):
        walk.press(key)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    assert not walk.desk.voting.positions(vote.key)
    assert not walk.screen.ballots.view.call._many.isVisible()


def test_all_in_favour_with_nobody_noted_as_present_says_why_nothing_was_recorded(walk: Walk) -> None:
    vote = recorded_vote(walk)
    walk.press(Key.Key_E)
    assert "None of the members still to answer is noted as present" in walk.told()
    assert not walk.desk.voting.positions(vote)
