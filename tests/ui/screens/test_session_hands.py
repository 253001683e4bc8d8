"""Hands and papers: what is announced is what the numbers on the screen say, and a mis-keyed number is put right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.voting import HandCount, Method, Vote, VoteKind
from nmirf_desktop.services.voting import Ballot
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
MEMBERS = 8
CTRL = Qt.KeyboardModifier.ControlModifier


def open_hands(walk: Walk) -> None:
    """A vote by show of hands on a proposal without consensus, opened beside the keyboard."""
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    walk.desk.voting.open(Ballot(walk.meeting.key, walk.item.key, Method.SHOW_OF_HANDS, put.key))
    QApplication.processEvents()


def open_papers(walk: Walk) -> None:
    """A secret ballot on a procedural motion."""
    question = said("Adjournment of the debate")
    asked = Ballot(walk.meeting.key, walk.item.key, Method.SECRET_BALLOT, kind=VoteKind.PROCEDURAL, question=question)
    walk.desk.voting.open(asked)
    QApplication.processEvents()


def the_vote(walk: Walk) -> Vote:
    """The one vote of the meeting."""
    return walk.desk.voting.votes(walk.meeting.key)[0]


def key_in(walk: Walk, *numbers: int | str) -> None:
    """Each number in its field, and Enter after it."""
    view = walk.screen.ballots.view
    view.hands.favour.setFocus()
    for number in numbers:
        walk.type(str(number))
        walk.press(Key.Key_Return)


def test_a_number_that_is_refused_is_never_announced_as_none(walk: Walk) -> None:
    open_hands(walk)
    view = walk.screen.ballots.view
    key_in(walk, 5, 6)
    assert "11 hands were counted, but 8 members are entitled to vote." in walk.told()
    assert not view.closing.isVisible()
    walk.alerts.clear()
    walk.press(Key.Key_Return, CTRL)
    assert "11 hands were counted, but 8 members are entitled to vote." in walk.told()
    assert view.hands.against.value() == 6
    assert the_vote(walk).closed_at is None
    view.closing.announced.emit(None, "")
    assert the_vote(walk).closed_at is None
    view.hands.against.setFocus()
    QApplication.processEvents()
    walk.type("2")
    walk.press(Key.Key_Return)
    assert view.closing.isVisible()
    assert not view.hands.refuses("against")
    walk.press(Key.Key_Return, CTRL)
    assert the_vote(walk).closed_at is not None
    assert the_vote(walk).hands == HandCount(5, 2, 0)


def test_a_field_without_a_number_keeps_the_result_back(walk: Walk) -> None:
    open_hands(walk)
    view = walk.screen.ballots.view
    key_in(walk, 5, 2)
    view.hands.favour.setFocus()
    QApplication.processEvents()
    walk.press(Key.Key_Delete)
    walk.press(Key.Key_Return, CTRL)
    assert not view.closing.isVisible()
    assert the_vote(walk).closed_at is None
    assert the_vote(walk).hands == HandCount(5, 2, 0)


def test_a_result_is_on_the_screen_before_enter_announces_it(walk: Walk) -> None:
    """“30 votes to 12, without abstention” stood there until Enter announced five abstentions."""
    open_hands(walk)
    view = walk.screen.ballots.view
    key_in(walk, 4, 2, 1)
    assert the_vote(walk).hands == HandCount(4, 2, 1)
    assert the_vote(walk).closed_at is None
    assert view.closing.isVisible()
    assert "1 abstention" in view.closing.chair.text
    walk.press(Key.Key_Return)
    assert the_vote(walk).closed_at is not None


@pytest.mark.parametrize(
    "typed",
    [
        ("5", "6", "0"),
        ("9", "0", "0", "3", "2", "1"),
        ("3", "200", "1", "8"),
        ("x", "5", "1", "1", "9", "5"),
        ("8", "1", "8", "0", "8", "0"),
        ("5", "3", "1", "5", "3", "0"),
    ],
)
def test_what_is_announced_is_what_the_fields_say(walk: Walk, typed: tuple[str, ...]) -> None:
    open_hands(walk)
    view = walk.screen.ballots.view
    for start in range(0, len(typed), 3):
        if the_vote(walk).closed_at is None:
            key_in(walk, *typed[start : start + 3])
    walk.press(Key.Key_Return)
    vote, said_there = the_vote(walk), view.hands.value()
    if vote.closed_at is not None:
        assert vote.hands == said_there
    else:
        counted = said_there.in_favour + said_there.against + said_there.abstaining
        assert counted > MEMBERS or view.hands.faulty


def test_papers_that_are_counted_anew_keep_the_result_back_until_they_are_recorded(walk: Walk) -> None:
    open_papers(walk)
    view = walk.screen.ballots.view
    view.tally.setFocus()
    for key in (Key.Key_1, Key.Key_1, Key.Key_2):
        walk.press(key)
    walk.press(Key.Key_Return)
    assert view.closing.isVisible()
    view.tally.setFocus()
    for _ in range(3):
        walk.press(Key.Key_2)
    assert not view.closing.isVisible()
    view.closing.announced.emit(None, "")
    assert the_vote(walk).closed_at is None
    walk.press(Key.Key_Return)
    assert view.closing.isVisible()
    walk.press(Key.Key_Return)
    assert the_vote(walk).hands == HandCount(2, 4, 0)
    assert the_vote(walk).closed_at is not None


def test_r19_tab_reaches_the_lot_which_is_there_for_a_roll_call_only(walk: Walk) -> None:
    walk.press(Key.Key_F8)
    fields = walk.screen.ballots.card.fields
    assert fields.lot.isVisible()
    fields.drawn.editors[0].setFocus()
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is fields.lot
    walk.press(Key.Key_Space)
    assert fields.drawn.value() is not None, "the program drew"
    for method in (Method.SHOW_OF_HANDS, Method.RECORDED, Method.SECRET_BALLOT):
        fields.method.load(method, over=True)
        fields.method.edited.emit()
        assert not fields.lot.isVisible(), method


def test_a_paper_on_a_proposal_that_says_nothing_is_without_a_mark(walk: Walk) -> None:
    open_papers(walk)
    walk.screen.ballots.view.show()
    *_, blank, invalid = walk.screen.ballots.view.tally._rows
    assert (blank.name.text(), invalid.name.text()) == ("Without a mark (abstention)", "Invalid")


def test_hands_that_were_typed_while_the_result_was_announced_elsewhere_are_told(walk: Walk) -> None:
    """They went without a word, and the screen showed a result that was not what was counted here."""
    walk.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    open_hands(walk)
    vote = the_vote(walk)
    walk.screen.ballots.view.hands.favour.setFocus()
    walk.type("3")
    walk.desk.voting.record_hands(vote.key, HandCount(2, 1, 0))
    walk.desk.voting.close(vote.key)
    QApplication.processEvents()
    assert walk.told() == (
        "The result was announced elsewhere before what you typed was recorded (in favour: 3, against: 1, abstaining:"
        " 0). If that is what was counted, correct the totals."
    )
    found = walk.desk.voting.board(vote.key).tally
    assert (found.in_favour, found.against) == (2, 1)
