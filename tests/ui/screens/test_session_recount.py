"""A show of hands or a secret ballot put right after the announcement, by keys and from the list of votes (R27)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.voting import HandCount, Method, Vote
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import NumberField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.session_vote import VoteView
from nmirf_desktop.ui.theme import Tone
from tests import registers
from tests.registers import corrections_of, said
from tests.ui.clipping import assert_presentable
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def announced(walk: Walk, method: Method = Method.SHOW_OF_HANDS) -> tuple[Vote, VoteView]:
    """A proposal that was adopted by 4 votes to 3 with an abstention, and is shown still."""
    desk = walk.desk
    put = desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    vote = desk.voting.open(Ballot(walk.meeting.key, walk.item.key, method, put.key))
    QApplication.processEvents()
    walk.press(Key.Key_F8)
    if method is Method.SECRET_BALLOT:
        desk.secret_votes.count(vote.key, 0, HandCount(4, 3, 1), 8, 8)
    else:
        desk.voting.record_hands(vote.key, HandCount(4, 3, 1))
    desk.voting.close(vote.key)
    QApplication.processEvents()
    walk.clock.forward()
    return vote, walk.screen.ballots.view


def write(walk: Walk, field: NumberField, number: str) -> None:
    """A number in the place of what stands there."""
    (line,) = field.findChildren(QLineEdit)
    line.setFocus()
    line.selectAll()
    walk.type(number)


def begin(walk: Walk, view: VoteView) -> None:
    """The key beside “Back to the item”."""
    assert view.closing.correct.isVisible()
    view.closing.correct.setFocus()
    walk.press(Key.Key_Return)
    assert view.totals.isVisible()
    assert not view.correction.isVisible()


def test_r27_a_show_of_hands_is_put_right_by_keys_with_its_reason(walk: Walk) -> None:
    vote, view = announced(walk)
    assert view.closing.correct.text() == "Correct the totals (C)"
    begin(walk, view)
    fields = view.totals.fields
    assert [field.value() for field in (fields.favour, fields.against, fields.abstaining)] == [4, 3, 1]
    assert not fields.issued.isVisible()
    assert view.totals.effect.text() == "The totals stay as they are."
    write(walk, fields.against, "4")
    assert "9 hands were counted" in view.totals.effect.text()
    write(walk, fields.abstaining, "0")
    assert "The outcome turns, and the Chair announces it again" in view.totals.effect.text()
    assert "Decision 2026/1 is no decision any more" in view.totals.effect.text()
    assert view.totals.effect.property("tone") == str(Tone.ATTENTION)
    walk.press(Key.Key_Return, CTRL)
    assert view.totals.isVisible(), "the reason is missing"
    assert fields.refuses("reason")
    assert corrections_of(walk.desk.store, vote.key) == ()
    fields.reason.setFocus()
    walk.type("A hand was seen on the wrong side.")
    walk.press(Key.Key_Return, CTRL)
    assert not view.totals.isVisible()
    assert view.closing.isVisible()
    assert view.closing.outcome.text() == "Announced: not adopted"
    assert view.closing.steps.text() == (
        "The result was first announced as 4 votes in favour, 3 against and 1 abstention, by which the draft decision "
        "was adopted; according to the corrected record, there were 4 votes in favour, 4 against and no abstentions, "
        "and the draft decision was not adopted, the votes being equally divided."
    )
    assert walk.desk.proposals.decisions(walk.meeting.key) == ()
    (kept,) = corrections_of(walk.desk.store, vote.key)
    assert (kept.before_hands, kept.reason) == (HandCount(4, 3, 1), "A hand was seen on the wrong side.")


def test_r27_a_secret_ballot_is_put_right_with_its_papers(walk: Walk) -> None:
    vote, view = announced(walk, Method.SECRET_BALLOT)
    begin(walk, view)
    fields = view.totals.fields
    assert [field.value() for field in (fields.issued, fields.returned, fields.invalid)] == [8, 8, 0]
    write(walk, fields.abstaining, "0")
    assert "7 papers were counted, but 8 were returned" in view.totals.effect.text()
    write(walk, fields.invalid, "1")
    fields.reason.setFocus()
    walk.type("An unmarked paper had been torn.")
    walk.press(Key.Key_Return, CTRL)
    board = walk.desk.voting.board(vote.key)
    assert (board.papers, board.tally.abstaining, board.announced.abstaining) == (Papers(8, 8, 1, (), (), ()), 0, 1)
    assert "3 against and 1 abstention; according" in view.closing.steps.text(), (
        "what differs in the abstentions alone is seen"
    )


def test_r27_an_old_vote_is_put_right_when_it_is_shown_again(walk: Walk) -> None:
    vote, view = announced(walk)
    walk.press(Key.Key_Escape)
    assert not view.isVisible()
    walk.press(Key.Key_F8, SHIFT)
    begin(walk, view)
    write(walk, view.totals.fields.favour, "5")
    write(walk, view.totals.fields.abstaining, "0")
    view.totals.fields.reason.setFocus()
    walk.type("The tellers had added up wrongly.")
    walk.press(Key.Key_Return, CTRL)
    board = walk.desk.voting.board(vote.key)
    assert (board.tally.in_favour, board.announced.in_favour) == (5, 4)
    assert len(walk.desk.proposals.decisions(walk.meeting.key)) == 1
    begin(walk, view)
    assert view.totals.fields.favour.value() == 5, "each correction begins with what is recorded"
    walk.press(Key.Key_Escape)
    assert not view.totals.isVisible()
    assert view.closing.isVisible()


def test_r27_totals_begun_and_not_recorded_stay_with_their_card(walk: Walk) -> None:
    vote, view = announced(walk)
    begin(walk, view)
    write(walk, view.totals.fields.favour, "5")
    walk.screen.ballots.replay()
    assert view.totals.isVisible(), "a card that is filled in is not put away"
    assert not view.replay.on
    walk.press(Key.Key_Escape)
    assert view.totals.isVisible()
    view.totals.leave.click()
    assert not view.totals.isVisible()
    assert corrections_of(walk.desk.store, vote.key) == ()


@pytest.mark.parametrize("method", [Method.SHOW_OF_HANDS, Method.SECRET_BALLOT])
def test_a_correction_of_totals_is_fit_to_be_seen(walk: Walk, method: Method) -> None:
    vote, _ = announced(walk, method)

    def make(language: CurrentLanguage, alerts: Alerts) -> SessionScreen:
        screen = SessionScreen(walk.desk, language, alerts)
        screen.show_as_of(registers.OPENS)
        screen.refresh()
        screen.ballots.review(vote.key)
        board = screen.ballots.view.board
        if board is not None:
            screen.ballots.recounts.begin(board)
        return screen

    assert_presentable(make)
