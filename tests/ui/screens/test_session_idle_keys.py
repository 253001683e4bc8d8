"""Keys that do nothing where they are struck say why, and Enter goes on the same way in every card of the room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.motions import Ruling
from nmirf_desktop.domain.voting import Answer, HandCount
from nmirf_desktop.ui.buttons_found import buttons_found
from nmirf_desktop.ui.screens.session_keys import Key as RoomKey
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_hands import open_papers
from tests.ui.screens.test_session_keys import counted, show_of_hands
from tests.ui.screens.test_session_unmet import propose, strike

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_to_pass_in_the_second_call_says_why_nothing_is_recorded(walk: Walk) -> None:
    walk.open_roll_call()
    for _ in range(8):
        walk.press(Key.Key_P)
    before = walk.screen.ballots.view.call.target
    assert not walk.told()
    walk.press(Key.Key_P)
    assert walk.told().startswith("“P” records nothing: to pass is for the first call of a roll call.")
    assert walk.screen.ballots.view.call.target == before
    walk.press(Key.Key_Y)
    assert not walk.told()
    assert walk.screen.ballots.view.call.target != before
    walk.press(Key.Key_E)
    assert walk.told().startswith("“E” records nothing: it is for a recorded vote")
    for _ in range(7):
        walk.press(Key.Key_Y)
    walk.press(Key.Key_Y)
    assert walk.told().startswith("“Y” records nothing: all have been called.")


def test_what_takes_an_earlier_answer_back_is_said_and_does(walk: Walk) -> None:
    walk.open_roll_call()
    call = walk.screen.ballots.view.call
    first, second = (state for state in walk.screen.ballots.view.board.calling.missing[:2])  # type: ignore[union-attr]
    for key in (Key.Key_Y, Key.Key_N, Key.Key_Y):
        walk.press(key)
    call.choose(second)
    walk.press(Key.Key_0)
    assert walk.told().startswith("“0” records nothing: this delegation has voted, and can only vote otherwise.")
    assert "If its answer was keyed wrongly, press Backspace and then the right key" in walk.told()
    walk.press(Key.Key_Backspace)
    assert call.name.text() == second.said_in(walk.language.words), "the answer that is chosen, and not the one before"
    walk.press(Key.Key_0)
    board = walk.screen.ballots.view.board
    assert board is not None
    assert dict(board.answers)[second] is Answer.NO_ANSWER
    assert dict(board.answers)[first] is Answer.IN_FAVOUR


def test_why_a_key_waits_is_said_after_the_number_before_it_was_recorded(walk: Walk) -> None:
    show_of_hands(walk)
    walk.type("6")
    strike(walk, RoomKey.GUEST)
    QApplication.processEvents()
    assert counted(walk) == HandCount(6, 0, 0)
    assert walk.told().startswith("A vote is open: announce its result first")


def test_the_letters_of_the_list_rule_on_its_card_too(walk: Walk) -> None:
    for letter, ruling in ((Key.Key_Y, Ruling.UPHELD), (Key.Key_N, Ruling.NOT_UPHELD)):
        strike(walk, RoomKey.POINT)
        walk.type("ghana")
        walk.press(Key.Key_Return)
        strike(walk, RoomKey.POINT)
        walk.press(letter)
        assert walk.desk.motions.points(walk.meeting.key)[-1].point.ruling is ruling


def test_enter_on_who_submits_an_amendment_records_it_as_that_on_who_moves_does(walk: Walk) -> None:
    key = propose(walk)
    texts = walk.screen.room.texts
    for modifier in (Qt.KeyboardModifier.NoModifier, CONTROL):
        texts.go_to(key)
        strike(walk, RoomKey.AMEND)
        texts.cards.amendment.words_proposed.editors[0].setFocus()
        walk.type("and all")
        texts.cards.amendment.act.load(texts.cards.amendment.act.values[1], over=True)
        texts.cards.amendment.sponsor.begin()
        walk.type("ghana")
        walk.press(Key.Key_Return, modifier)
        assert texts.cards.amend.isHidden()
    (file,) = walk.desk.proposals.all(walk.meeting.key)
    assert [one.amendment.sponsor for one in file.amendments] == ["GHA", "GHA"]


def test_enter_on_what_is_moved_says_who_is_missing(walk: Walk) -> None:
    strike(walk, RoomKey.MOTION)
    walk.press(Key.Key_Return)
    card = walk.screen.cards.rise
    assert not card.isHidden()
    assert QApplication.focusWidget() is card.fields.state.editors[0]


def test_enter_in_a_number_of_the_tally_sheet_goes_on_to_the_next(walk: Walk) -> None:
    """“30 Enter 25 Enter” made 3025 of one number."""
    open_papers(walk)
    sheet = walk.screen.ballots.view.tally
    sheet._rows[0].number.begin()
    for number in ("5", "2", "1"):
        walk.type(number)
        walk.press(Key.Key_Return)
    assert [row.number.value() for row in sheet._rows] == [5, 2, 1, 0]
    assert counted(walk) is None


def test_no_word_in_the_box_of_commands_records_an_answer(walk: Walk) -> None:
    """“a” and Enter, meant for the agenda, was an abstention."""
    walk.open_roll_call()
    QApplication.processEvents()
    shown = " ".join(one.text() for one in walk.screen.findChildren(QPushButton) if one.isVisible())
    assert "Abstaining" in shown
    found = " ".join(one.title for one in buttons_found(walk.screen, set()))
    assert "Abstaining" not in found
    assert "In favour" not in found
