"""The papers of an election come before its tally sheet, Escape goes one step back, and nothing is struck out by X."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Answers
from tests.ui.screens.conftest import Walk
from tests.ui.screens.test_session_election import opened

Key = Qt.Key


def test_papers_issued_and_returned_are_typed_before_the_tally_by_enter_alone(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    assert QApplication.focusWidget() is page.papers.form.issued.editors[0]
    walk.type("8")
    walk.press(Key.Key_Return)
    assert QApplication.focusWidget() is page.papers.form.returned.editors[0]
    walk.type("7")
    walk.press(Key.Key_Return)
    assert QApplication.focusWidget() is page.tally
    walk.type("1111222")
    walk.press(Key.Key_Return)
    assert page.board is not None
    assert page.board.open is not None
    papers, count = page.board.open.ballot.papers, page.board.open.ballot.count
    assert papers is not None
    assert (papers.issued, papers.returned) == (8, 7)
    assert count is not None
    assert count.votes == (4, 3)


def test_escape_goes_one_step_back_from_papers_to_tally_to_acts_to_the_item(walk: Walk) -> None:
    page = opened(walk, "MAR", "PRY")
    walk.press(Key.Key_B)
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is page.tally
    walk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is not page.tally
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is page.tally
    walk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is page
    assert page.busy
    walk.press(Key.Key_Escape)
    assert not page.busy


def test_x_strikes_nothing_out_and_delete_asks_first(walk: Walk, answers: Answers) -> None:
    page = opened(walk, "MAR")
    walk.press(Key.Key_X)
    assert page.board is not None, "X is the invalid paper of the tally sheet"
    assert not answers.asked
    answers.yes = False
    walk.press(Key.Key_Delete)
    assert len(answers.asked) == 1
    assert page.board is not None
    assert "Strike the election out" in page.row.of["DELETE"].text()
    answers.yes = True
    walk.press(Key.Key_Delete)
    assert page.board is None
