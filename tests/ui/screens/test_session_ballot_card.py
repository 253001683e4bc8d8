"""The card that opens a vote: it is left by one key while nothing was typed, and says on what the vote is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.voting import Method, VoteKind
from tests.registers import said
from tests.ui.screens.conftest import Walk
from tests.ui.screens.offices import texts

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def begin(walk: Walk) -> None:
    """F8 on a proposal without consensus."""
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.note_objection(put.key)
    QApplication.processEvents()
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.card.isVisible()


def test_a_card_in_which_a_method_was_chosen_is_left_by_escape(walk: Walk) -> None:
    begin(walk)
    walk.press(Key.Key_Tab)
    walk.press(Key.Key_S)
    assert walk.screen.ballots.card.fields.method.value() is Method.SHOW_OF_HANDS
    walk.press(Key.Key_F3)
    assert "leave its card (Esc)" in walk.told()
    walk.press(Key.Key_Escape)
    assert not walk.screen.ballots.card.isVisible()
    walk.press(Key.Key_F3)
    assert walk.screen.room.isVisible()


def choose_secret(walk: Walk) -> str:
    """The secret ballot in the open card, and what stands under it."""
    fields = walk.screen.ballots.card.fields
    fields.method.setFocus()
    fields.method.load(Method.SECRET_BALLOT, over=True)
    fields.method.edited.emit()
    QApplication.processEvents()
    hint = fields._rows["method"]._hint
    return hint.text() if hint.isVisible() else ""


def test_a_secret_ballot_on_a_text_is_remarked_on_before_the_vote_opens(walk: Walk) -> None:
    """“Rules” said it after the vote, when the papers had been counted."""
    begin(walk)
    card = walk.screen.ballots.card
    assert card.fields._rows["method"]._hint.text() == ""
    said_under = choose_secret(walk)
    assert said_under.startswith("By the practice in force, a secret ballot is taken in elections at most (R18).")
    assert walk.told() == "", "it stands in the card, and asks nothing"
    card.fields.method.load(Method.ROLL_CALL, over=True)
    card.fields.method.edited.emit()
    assert card.fields._rows["method"]._hint.text() == ""


def test_a_secret_ballot_that_the_practice_of_the_day_foresees_is_not_remarked_on(walk: Walk) -> None:
    walk.desk.practices.choose(Question.SECRECY, Option.ON_REQUEST, walk.meeting.opens_on)
    begin(walk)
    assert choose_secret(walk) == ""


def test_what_was_typed_stays_whatever_escape_is_pressed_and_goes_by_the_keys_that_are_named(walk: Walk) -> None:
    begin(walk)
    card = walk.screen.ballots.card
    card.fields.kind.load(VoteKind.PROCEDURAL, over=True)
    card.fields.kind.edited.emit()
    card.fields.question.editors[0].setFocus()
    walk.type("Shall we adjourn?")
    for _ in range(3):
        walk.press(Key.Key_Escape)
    assert card.isVisible()
    assert card._frame.stays.text().endswith("Record it (Ctrl+Enter), or leave it unrecorded (Shift+Esc).")
    assert card.fields.question.value().original == "Shall we adjourn?"
    walk.press(Key.Key_Escape, SHIFT)
    assert not card.isVisible()
    assert walk.screen.room.isVisible()
    assert walk.desk.voting.votes(walk.meeting.key) == ()


def test_a_vote_begun_on_a_settled_text_says_that_it_is_on_no_text(walk: Walk) -> None:
    walk.desk.sittings.all_arrive(walk.meeting.key)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides."))
    walk.desk.proposals.adopt_by_consensus(put.key)
    QApplication.processEvents()
    walk.press(Key.Key_F8)
    assert walk.screen.ballots.card.fields.kind.value() is VoteKind.PROCEDURAL
    assert walk.told().startswith("The text that is chosen is settled already: this vote is on a question of its own.")
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()


def test_a_vote_on_no_question_is_not_opened_and_the_card_says_what_to_write(walk: Walk) -> None:
    """What was put to the vote stood blank in the record."""
    walk.press(Key.Key_F8)
    card = walk.screen.ballots.card
    assert card.fields.kind.value() is VoteKind.PROCEDURAL
    card.fields.method.load(Method.SHOW_OF_HANDS, over=True)
    walk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert walk.desk.voting.votes(walk.meeting.key) == ()
    assert card.isVisible()
    assert "Not saved: Write the question that is put to the vote" in texts(card)
    assert card.fields.method.value() is Method.SHOW_OF_HANDS
    walk.type("Shall we adjourn?")  # the keyboard is where it was refused
    walk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (vote,) = walk.desk.voting.votes(walk.meeting.key)
    assert vote.question.original == "Shall we adjourn?"
