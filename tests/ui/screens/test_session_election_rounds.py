"""An election of several rounds, ballot by ballot and by keys alone: restricted lists, ties, and lots of both kinds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.election_rules import How
from nmirf_desktop.domain.elections import BallotKind, Body
from nmirf_desktop.ui.screens.session_election import ElectionPage
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
KINDS = BallotKind.OPEN, BallotKind.TIED_FOR_LIST, BallotKind.RESTRICTED, BallotKind.TIED_FOR_SEAT


def to(walk: Walk, name: str) -> None:
    """Tab until the field of that name has the keyboard."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        walk.press(Key.Key_Tab)
    pytest.fail(f"Tab never reaches {name}")


def begun(walk: Walk, seats: int, *names: str) -> ElectionPage:
    """An election to another office is opened, and who stands is entered by the first letters."""
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F8, CONTROL)
    to(walk, "Seats in")
    walk.press(Key.Key_End)
    to(walk, "What is elected, English")
    walk.type("Bureau")
    to(walk, "Seats to fill")
    walk.press(Key.Key_A, CONTROL)
    walk.type(str(seats))
    walk.press(Key.Key_Return, CONTROL)
    page = walk.screen.elections
    assert page.board is not None
    for letters in names:
        walk.press(Key.Key_K)
        walk.type(letters)
        walk.press(Key.Key_Return)
        walk.screen.activateWindow()
        QApplication.processEvents()
        walk.press(Key.Key_Return, CONTROL)
    assert [one.state.iso3 for one in page.board.names], "who stands"
    return page


def listed(page: ElectionPage) -> list[str]:
    """Who is on the list of the ballot that is open, by code."""
    board = page.board
    assert board is not None
    assert board.open is not None
    return [board.named[key].state.iso3 for key in board.open.ballot.candidates]


def hold(walk: Walk, page: ElectionPage, **votes: int) -> BallotKind:
    """The next ballot of eight papers: typed, read out name by name, recorded and announced."""
    walk.press(Key.Key_B)
    for _ in range(2):
        walk.type("8")
        walk.press(Key.Key_Return)
    assert QApplication.focusWidget() is page.tally
    order = listed(page)
    assert set(votes) == set(order)
    for code, number in votes.items():
        walk.type(str(order.index(code) + 1) * number)
    walk.press(Key.Key_Return)
    board = page.board
    assert board is not None
    assert board.open is not None
    kind = board.open.ballot.kind
    walk.press(Key.Key_Escape)
    walk.press(Key.Key_R)
    return kind


def elected(page: ElectionPage) -> list[str]:
    assert page.board is not None
    return [one.state.iso3 for one in page.board.elected]


def test_r35_three_seats_take_four_ballots_and_two_lots_by_keys(walk: Walk) -> None:
    page = begun(walk, 3, "bra", "gha", "indo", "moro", "portu", "parag", "slov")
    assert page.board is not None
    assert (page.board.election.body, page.board.election.seats) == (Body.OTHER, 3)
    kinds = [hold(walk, page, BRA=6, GHA=4, IDN=4, MAR=3, PRT=2, PRY=2, SVN=1)]
    assert elected(page) == ["BRA"]
    kinds.append(hold(walk, page, PRT=4, PRY=4))
    assert "draws 1 name by lot from: Paraguay and Portugal" in page.stage.text()
    walk.press(Key.Key_D)
    walk.press(Key.Key_Return)
    assert page.board.last is not None
    (fourth,) = (page.board.named[key].state.iso3 for key in page.board.last.ballot.lot)
    kinds.append(hold(walk, page, **{"GHA": 6, "IDN": 5, "MAR": 5, fourth: 0}))
    assert elected(page) == ["BRA", "GHA"]
    kinds.append(hold(walk, page, IDN=4, MAR=4))
    assert tuple(kinds) == KINDS
    walk.press(Key.Key_L)
    to(walk, "The lot named: Morocco")
    walk.press(Key.Key_Space)
    walk.press(Key.Key_Return, CONTROL)
    assert elected(page) == ["BRA", "GHA", "MAR"]
    assert [one.how for one in page.board.standing.elected] == [How.MAJORITY, How.MAJORITY, How.LOT]
    assert "All seats are filled." in page.stage.text()
    walk.press(Key.Key_Escape)
    assert walk.screen.room.isVisible()


def test_letters_typed_on_the_button_of_a_candidate_are_the_persons_name(walk: Walk) -> None:
    """The name was typed a field too far: its blank entered the candidate, and its W opened the withdrawal."""
    page = begun(walk, 1, "mor")
    assert page.board is not None
    walk.press(Key.Key_K)
    walk.type("gha")
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Tab)
    walk.type("Ama Wiredu")
    assert page.candidate.fields.name.value() == "Ama Wiredu"
    walk.press(Key.Key_Return, CONTROL)
    assert "Ama Wiredu" in [one.candidate.name for one in page.board.names]
