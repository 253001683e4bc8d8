"""The projector during votes without names and during elections: what the room sees, and what it never does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.secret_ballots import Tick
from nmirf_desktop.domain.voting import HandCount, Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.projector import Projector
from tests.registers import said
from tests.ui.screens.conftest import Walk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = replace(said("Election of a rapporteur"), fr="Élection d’un rapporteur", es="Elección de un relator")


def projected(walk: Walk) -> Projector:
    walk.press(Key.Key_F9)
    walk.press(Key.Key_F11)
    projector = walk.screen.ballots.projector
    assert projector is not None
    return projector


def elected(walk: Walk, *states: str, seats: int = 1) -> str:
    """An election that is shown; its key."""
    new = NewElection(walk.meeting.key, walk.item.key, TITLE, seats, tuple(map(Nominee, states)))
    election = walk.desk.elections.open(new)
    walk.press(Key.Key_F8, CONTROL)
    assert walk.screen.elections.busy
    return election.key


def count(walk: Walk, *votes: int) -> None:
    """The papers of the ballot that is open, in the order of those who stand."""
    board = walk.screen.elections.board
    assert board is not None
    assert board.open is not None
    ballot = board.open.ballot
    walk.desk.ballots.issue(ballot.key, 8, 8)
    walk.desk.ballots.count(ballot.key, 0, 0, dict(zip(ballot.candidates, votes, strict=True)))
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("method", "shown"),
    [(Method.SHOW_OF_HANDS, "Voting by show of hands"), (Method.SECRET_BALLOT, "Voting by secret ballot")],
)
def test_r18_a_vote_without_names_is_called_by_its_method_until_it_is_announced(
    walk: Walk, method: Method, shown: str
) -> None:
    projector = projected(walk)
    asked = Ballot(walk.meeting.key, walk.item.key, method, kind=VoteKind.PROCEDURAL, question=said("Close?"))
    vote = walk.desk.voting.open(asked)
    QApplication.processEvents()
    seen = ["1 Future directions", "Close?", shown]
    assert projector.texts() == seen
    if method is Method.SHOW_OF_HANDS:
        walk.desk.voting.record_hands(vote.key, HandCount(5, 2, 1))
    else:
        walk.desk.secret_votes.count(vote.key, 0, HandCount(5, 2, 1), 8, 8)
    QApplication.processEvents()
    assert projector.texts() == seen, "no count before the Chair announces it"
    walk.desk.voting.close(vote.key)
    QApplication.processEvents()
    assert "5 votes to 2" in projector.texts()[-1]


def test_r35_an_election_is_projected_from_who_stands_to_the_result_and_never_a_count_or_a_voter(walk: Walk) -> None:
    projector = projected(walk)
    put = walk.desk.proposals.propose(walk.meeting.key, walk.item.key, said("Exchanges"), said("Decides to exchange."))
    QApplication.processEvents()
    assert "Decides to exchange." in projector.texts()
    election = elected(walk, "PRY", "MAR", "PRT")
    assert projector.texts() == [
        "Election of a rapporteur", "1 seat remains to be filled. Next: Unrestricted ballot.",
        "Morocco", "Paraguay", "Portugal",
    ]  # fmt: skip
    walk.press(Key.Key_B)
    voting = [
        "Election of a rapporteur", "Ballot 1 · Unrestricted ballot", "Mark 1 name at most.",
        "Morocco", "Paraguay", "Portugal",
    ]  # fmt: skip
    assert projector.texts() == voting
    slide = projector._slide
    board = walk.screen.elections.board
    assert board is not None
    assert board.open is not None
    for tick in (Tick.RECEIVED, Tick.RETURNED):
        walk.desk.ballots.mark(board.open.ballot.key, "GHA", tick)
        QApplication.processEvents()
    assert (projector._slide, projector.texts()) == (slide, voting), "nothing moves while papers come in"
    for tick in (Tick.RETURNED, Tick.RECEIVED):
        walk.desk.ballots.mark(board.open.ballot.key, "GHA", tick)
    count(walk, 1, 5, 2)
    assert (projector._slide, projector.texts()) == (slide, voting), "a count is shown when it was announced"
    walk.desk.ballots.close(board.open.ballot.key)
    QApplication.processEvents()
    assert projector.texts() == [
        "Election of a rapporteur", "Ballot 1 · Unrestricted ballot", "All seats are filled.",
        "✓ Morocco: 5", "Portugal: 2", "Paraguay: 1",
    ]  # fmt: skip
    walk.screen.elections.setFocus()
    walk.press(Key.Key_Escape)
    assert "Decides to exchange." in projector.texts(), "back at the item"
    assert walk.desk.elections.board(election).elected
    assert put.key


def test_r35_an_election_is_projected_in_three_languages_in_its_stages(walk: Walk) -> None:
    projector = projected(walk)
    walk.screen.ballots.tongues.choose((Language.EN, Language.FR, Language.ES))
    key = elected(walk, "PRY", "MAR", "PRT")
    walk.press(Key.Key_B)
    count(walk, 3, 3, 2)
    walk.screen.elections.setFocus()
    walk.press(Key.Key_R)
    shown = projector.texts()
    for text in ("Élection d’un rapporteur", "Elección de un relator", "Marruecos: 3", "Maroc\u00a0: 3", "Morocco: 3"):
        assert text in shown
    assert not projector.grab().isNull()
    walk.press(Key.Key_B)
    walk.desk.elections.stop(key, "no time left")
    QApplication.processEvents()
    assert "The election was broken off: no time left" in "\n".join(projector.texts())
    assert "Morocco: 3" in projector.texts()


def test_r35_what_is_projected_between_two_ballots_and_before_a_lot(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "MAR", "PRY", "PRT")
    said = []
    for votes in ((3, 3, 2), (4, 4)):
        walk.screen.elections.setFocus()
        walk.press(Key.Key_B)
        count(walk, *votes)
        walk.screen.elections.setFocus()
        walk.press(Key.Key_R)
        said.append(projector.texts()[2])
    nobody = "No candidate obtained the required majority. 1 seat remains to be filled."
    assert said == [f"{nobody} Next: Restricted ballot.", f"{nobody} Votes are equal: the Chair draws lots."]
    walk.press(Key.Key_D)
    assert projector.texts()[2] == "Lots were drawn. All seats are filled."
    assert sum(text.startswith("✓ ") for text in projector.texts()) == 1


@pytest.mark.parametrize("size", [(960, 600), (1920, 1080)])
@pytest.mark.parametrize("tongues", [(Language.EN,), (Language.EN, Language.FR, Language.ES)])
def test_r35_a_result_stands_whole_on_the_projector(
    walk: Walk, size: tuple[int, int], tongues: tuple[Language, ...]
) -> None:
    """Nothing is painted in the margins, and all of the picture's height is not left empty."""
    projector = projected(walk)
    elected(walk, "MAR", "PRY", "PRT", "GHA", "BRA", "SVN", seats=3)
    walk.press(Key.Key_B)
    count(walk, 6, 5, 4, 3, 2, 1)
    walk.screen.elections.setFocus()
    walk.press(Key.Key_R)
    projector.resize(*size)
    projector.speak(tongues)
    QApplication.processEvents()
    picture = projector.grab().toImage()
    empty = picture.pixelColor(0, 0)
    width, height = picture.width(), picture.height()
    rows = [y for y in range(height) if any(picture.pixelColor(x, y) != empty for x in range(0, width, 2))]
    columns = [x for x in range(width) if any(picture.pixelColor(x, y) != empty for y in range(0, height, 2))]
    assert rows[-1] < height * 0.97
    assert (columns[0] > width * 0.02, columns[-1] < width * 0.98) == (True, True)
    assert rows[-1] > height * 0.6


def test_r35_who_was_elected_by_acclamation_is_projected(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "MAR", "PRY", seats=2)
    walk.press(Key.Key_G)
    assert projector.texts() == [
        "Election of a rapporteur", "Elected by acclamation. All seats are filled.", "✓ Morocco", "✓ Paraguay",
    ]  # fmt: skip


def test_r35_the_clock_of_a_speaker_is_projected_between_ballots_and_not_during_one(walk: Walk) -> None:
    projector = projected(walk)
    elected(walk, "PRY", "MAR", "PRT")
    walk.desk.floor.give(walk.meeting.key, walk.item.key, "GHA", Language.EN)
    QApplication.processEvents()
    assert any(text.startswith("Ghana") for text in projector.texts())
    walk.screen.elections.setFocus()
    walk.press(Key.Key_B)
    assert not any("Ghana" in text for text in projector.texts())
