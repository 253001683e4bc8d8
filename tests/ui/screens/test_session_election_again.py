"""An election of which something was begun and not ended: a correction, a card, an opening that is taken back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nmirf_desktop.domain.elections import BallotKind
from nmirf_desktop.domain.secret_ballots import Tick
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import Nominee
from nmirf_desktop.ui.screens.session_election import ElectionPage
from tests.registers import OPENS, statements
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened, tally

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def announced(walk: Walk, signs: str, *states: str) -> ElectionPage:
    """An election of one seat whose first ballot was announced."""
    page = opened(walk, *states)
    tally(walk, page, signs)
    page.setFocus()
    walk.press(Key.Key_R)
    return page


def correct(walk: Walk, page: ElectionPage, why: str = "Two names were exchanged.") -> None:
    """The reason given, the numbers not recorded yet."""
    page.setFocus()
    walk.press(Key.Key_C)
    walk.type(why)
    walk.press(Key.Key_Return, CONTROL)


def votes(page: ElectionPage) -> list[tuple[int, ...]]:
    """What was counted in each ballot, as the register has it."""
    assert page.board is not None
    board = page._desk.elections.board(page.board.election.key)
    return [view.ballot.count.votes for view in board.ballots if view.ballot.count is not None]


def struck(part: QWidget, key: Qt.Key, text: str, modifier: Qt.KeyboardModifier = NONE, *, held: bool = False) -> None:
    """One key as the system sends it, held down or with another."""
    QApplication.sendEvent(part, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text, held))


@pytest.mark.parametrize("left", [True, False], ids=["escape", "next ballot"])
def test_r27_the_count_of_the_next_ballot_is_never_written_over_the_one_before(walk: Walk, left: bool) -> None:
    page = announced(walk, "11112222", "MAR", "PRY")
    correct(walk, page)
    assert page.tally.isVisible()
    if left:
        walk.press(Key.Key_Escape)
        walk.press(Key.Key_Escape)
        walk.press(Key.Key_F8, CONTROL)
        assert not page.tally.isVisible(), "the correction was left"
        page.setFocus()
    tally(walk, page, "11111222")
    assert votes(page) == [(4, 4), (5, 3)]
    assert page.board is not None
    assert page.board.ballots[0].corrections == ()


def test_r27_a_correction_is_of_the_ballot_whose_reason_was_given(walk: Walk) -> None:
    page = announced(walk, "11122233", "MAR", "PRY", "PRT")
    correct(walk, page)
    walk.press(Key.Key_B)
    assert page.board is not None
    assert page.board.open is not None
    assert page.board.open.ballot.kind is BallotKind.RESTRICTED
    assert len(page.tally.value.votes) == 2, "the sheet is that of the ballot that is open"
    walk.desk.ballots.issue(page.board.open.ballot.key, 8, 8)
    page.take_keyboard()
    walk.type("11112222")
    walk.press(Key.Key_Return)
    assert votes(page) == [(3, 3, 2), (4, 4)]


def test_r27_what_was_put_right_and_not_recorded_is_not_in_the_next_correction(walk: Walk) -> None:
    page = announced(walk, "11111222", "MAR", "PRY")
    correct(walk, page)
    walk.type("1")
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_F8, CONTROL)
    correct(walk, page)
    assert list(page.tally.value.votes.values()) == [5, 3]


@pytest.mark.parametrize("tongue", [Language.FR, Language.ES])
def test_r27_a_correction_goes_on_in_another_language(walk: Walk, tongue: Language) -> None:
    page = announced(walk, "11111222", "MAR", "PRY")
    correct(walk, page)
    walk.type("1")
    walk.language.switch(tongue)
    QApplication.processEvents()
    assert page.tally.isVisible()
    assert list(page.tally.value.votes.values()) == [6, 3]
    walk.press(Key.Key_Backspace)
    first, second, *_ = page.tally._rows
    first.number.load(3, over=True)
    second.number.load(5, over=True)
    walk.press(Key.Key_Return)
    assert votes(page) == [(3, 5)]
    assert page.tally.isHidden()
    walk.language.switch(Language.EN)


def test_r27_a_correction_without_a_reason_says_what_is_missing(walk: Walk) -> None:
    page = announced(walk, "11111222", "MAR", "PRY")
    correct(walk, page, "")
    card = page.correction.card
    assert card.isVisible()
    assert page.tally.isHidden()
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any("Give the reason for the correction" in text for text in said)
    walk.type("Two names were exchanged.")
    walk.press(Key.Key_Return, CONTROL)
    assert page.tally.isVisible()


def test_a_card_that_is_filled_in_is_recorded_of_its_own_election_or_stays(walk: Walk) -> None:
    page = opened(walk, "MAR")
    assert page.board is not None
    first = page.board.election.key
    walk.press(Key.Key_Q)
    walk.type("No time is left.")
    page.setFocus()
    walk.desk.elections.acclaim(first)
    QApplication.processEvents()
    page.setFocus()
    walk.press(Key.Key_N)
    card = page.rulings.stopping
    assert card.isVisible()
    assert page.opening.isHidden(), "the card that is filled in is answered first"
    card.close_up()
    page.setFocus()
    walk.press(Key.Key_N)
    walk.press(Key.Key_Return, CONTROL)
    assert page.board is not None
    assert page.board.election.key != first


@pytest.mark.parametrize("key", [Key.Key_Q, Key.Key_K])
def test_the_cards_of_an_election_close_with_it_and_never_act_on_another(walk: Walk, key: Qt.Key) -> None:
    page = opened(walk, "MAR")
    assert page.board is not None
    first = page.board.election.key
    walk.desk.elections.acclaim(first)
    QApplication.processEvents()
    page.setFocus()
    walk.press(Key.Key_N)
    walk.press(Key.Key_Return, CONTROL)
    second = page.board.election.key
    assert second != first
    page.setFocus()
    walk.press(key)
    card = page.candidate if key is Key.Key_K else page.rulings.stopping
    assert card.isVisible()
    assert card.election == second
    walk.type("gh")
    walk.desk.elections.strike(second)
    QApplication.processEvents()
    assert page.board.election.key == first, "the other election is shown"
    assert card.isHidden(), "what was typed about the one that was struck out is not asked about this one"


def test_where_the_only_election_is_taken_back_or_struck_out_the_item_is_shown(walk: Walk) -> None:
    page = opened(walk)
    walk.desk.steps.undo()
    QApplication.processEvents()
    assert not page.busy
    assert walk.screen.room.isVisible()
    page = opened(walk, "MAR")
    walk.press(Key.Key_Delete)
    assert not page.busy
    assert walk.screen.room.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    walk.press(Key.Key_F8, CONTROL)
    assert page.opening.isVisible(), "another one can be opened"


def test_r35_a_key_that_is_held_down_or_struck_with_alt_counts_no_paper_and_announces_nothing(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    page.tally.setFocus()
    struck(page.tally, Key.Key_1, "1")
    for _ in range(3):
        struck(page.tally, Key.Key_1, "1", held=True)
    struck(page.tally, Key.Key_2, "2", ALT)
    assert list(page.tally.value.votes.values()) == [1, 0]
    assert page.board is not None
    assert page.board.open is not None
    walk.desk.ballots.issue(page.board.open.ballot.key, 1, 1)
    struck(page.tally, Key.Key_Return, "\r")
    page.setFocus()
    struck(page, Key.Key_R, "r", ALT)
    struck(page, Key.Key_R, "r", held=True)
    assert page.board.open is not None
    struck(page, Key.Key_R, "r")
    assert page.board.open is None


def test_r35_each_of_many_candidates_has_its_own_row_on_the_tally_sheet(walk: Walk) -> None:
    page = opened(walk)
    assert page.board is not None
    codes = list(walk.desk.states.on(OPENS))[:37]
    for code in codes:
        walk.desk.elections.nominate(page.board.election.key, Nominee(code))
    page.setFocus()
    walk.press(Key.Key_B)
    assert page.board.open is not None
    ballot, words = page.board.open.ballot, walk.language.words
    *rows, blank, invalid = page.tally._rows
    assert {row.key for row in rows} == set(ballot.candidates)
    assert [row.name.text() for row in rows] == [page.board.named[row.key].said_in(words) for row in rows]
    assert [row.name.text() for row in rows] == sorted((row.name.text() for row in rows), key=words.sort_key)
    assert (blank.name.text(), invalid.name.text()) == ("Without a name (abstention)", "Invalid")
    assert [row.sign for row in rows[33:]] == ["Z", "", "", ""], "the keys are used up"
    rows[36].more.click()
    rows[35].more.click()
    walk.desk.ballots.issue(ballot.key, 2, 2)
    page.tally.setFocus()
    walk.press(Key.Key_Return)
    assert page.board.open is not None
    counted = page.board.open.ballot.votes
    assert {key for key, number in counted.items() if number} == {rows[35].key, rows[36].key}
    assert sum(counted.values()) == 2


def test_a_mark_reads_the_elections_once(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    assert page.board is not None
    assert page.board.open is not None
    with statements(walk.desk.store) as asked:
        page.papers.marked.emit("GHA", Tick.RECEIVED)
    assert page.board.open.ballot.papers is not None
    assert page.board.open.ballot.papers.received == ("GHA",)
    assert len([one for one in asked if "FROM candidate" in one]) == 1


def test_a_mark_reads_nothing_of_the_room_which_is_read_whole_with_the_next_change(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    with statements(walk.desk.store) as asked:
        page.papers.marked.emit("GHA", Tick.RECEIVED)
        page.papers.marked.emit("GHA", Tick.RETURNED)
    assert not [
        one for one in asked if any(f"FROM {table}" in one for table in ("proposal", "presence", "agenda_item"))
    ]
    walk.desk.sittings.toggle(walk.meeting.key, ["GHA"])
    assert walk.screen.facts is not None
    assert [one.state.iso3 for one in walk.screen.facts.roll.delegations if one.present] == ["GHA"]
    assert page.board is not None
    assert page.board.open is not None
    assert page.board.open.ballot.papers is not None
    assert page.board.open.ballot.papers.returned_by == ("GHA",)


def test_r27_what_was_announced_stands_beside_the_figures_that_were_put_right(walk: Walk) -> None:
    """After the correction the page had the new figures alone; what the room had heard was in the minutes only."""
    page = announced(walk, "11111222", "MAR", "PRY")
    correct(walk, page)
    page.tally._rows[0].number.load(4, over=True)
    page.tally._rows[1].number.load(4, over=True)
    walk.press(Key.Key_Return)
    assert votes(page) == [(4, 4)]
    assert (
        "Before the record was corrected, the following results had been announced: Morocco: 5, Paraguay: 3."
        in page.stage.text()
    )


def test_nobody_is_chosen_beforehand_to_withdraw(walk: Walk) -> None:
    """Kenya was: who pressed Enter too early withdrew a State."""
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_W)
    card = page.rulings.withdrawal
    assert card.isVisible()
    assert card.fields.candidate.value() is None
    walk.press(Key.Key_Return, CONTROL)
    assert card.isVisible()
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any("Choose who withdraws." in text for text in said)
    assert page.board is not None
    assert [one.candidate.withdrawn_at for one in page.board.names] == [None, None]


def test_escape_draws_no_lot_and_says_between_whom_it_would_be(walk: Walk) -> None:
    page = announced(walk, "11122233", "MAR", "PRY", "PRT")
    walk.press(Key.Key_B)
    assert page.board is not None
    assert page.board.open is not None
    walk.desk.ballots.issue(page.board.open.ballot.key, 8, 8)
    page.take_keyboard()
    walk.type("11112222")
    walk.press(Key.Key_Return)
    page.setFocus()
    walk.press(Key.Key_R)
    walk.press(Key.Key_D)
    card = page.rulings.drawing
    assert card.name == "Draw lots – Morocco and Paraguay"
    walk.press(Key.Key_Escape)
    assert card.isHidden()
    assert page.board.lot is not None, "nothing was drawn"
