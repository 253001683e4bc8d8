"""Ballot papers and tally sheet the day before: from those who stand in the call, until an election tells it (R35)."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import BallotPapers, DataTable, Note, Para
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.papers import PaperSection, RecordPaper
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.ballots import Ballots
from nmirf_desktop.services.candidatures import Candidatures
from nmirf_desktop.services.elections import Elections, NewElection, Nominee
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.voting import Ballot
from tests.registers import Desk, said

Network = tuple[Desk, Meeting, AgendaItem]
BEFORE = datetime.date(2026, 10, 1)
WORDS = catalog(Language.EN)
KIT = (DocumentKind.BALLOTS, DocumentKind.TALLY)


@pytest.fixture
def candidatures(network: Network) -> Candidatures:
    desk = network[0]
    desk.clock.at = datetime.datetime(2026, 11, 23, 15, tzinfo=datetime.UTC)
    return Candidatures(desk.store, desk.clock)


@pytest.fixture
def call(network: Network, candidatures: Candidatures) -> Call:
    """A call for three seats of the Committee that the meeting elects tomorrow."""
    made = Call("call", BEFORE, datetime.date(2026, 11, 10), 3, network[1].key)
    candidatures.save_call(made)
    return made


def stands(candidatures: Candidatures, *states: str) -> None:
    for state in states:
        candidatures.receive(Candidature(f"c-{state}", "call", state, BEFORE))


def made(network: Network, kind: DocumentKind) -> tuple[RecordPaper, list[str]]:
    """A document, and what its first page and the screen say before it is printed."""
    desk, meeting, _ = network
    (content,) = Papers(desk.store, desk.states, desk.clock).contents(Request(kind, meeting.key))
    assert isinstance(content.paper, RecordPaper)
    printed = [one.text.read(Language.EN).text for one in content.paper.blocks if isinstance(one, Note | Para)]
    told = [one.said_in(WORDS) for one in content.cautions]
    assert printed[: len(told)] == told
    return content.paper, told


def names(paper: RecordPaper) -> list[str]:
    """The names on the papers, or on the sheet."""
    sheets = [one for one in paper.blocks if isinstance(one, BallotPapers)]
    if sheets:
        (sheet,) = sheets
        return [one.read(Language.EN).text.split(" / ")[0] for one in sheet.names]
    (table,) = (one for section in paper.sections for one in section.blocks if isinstance(one, DataTable))
    return [row[0].read(Language.EN).text for row in table.rows][:-3]


@pytest.mark.parametrize("kind", KIT)
@pytest.mark.usefixtures("call")
def test_r35_the_papers_are_prepared_from_those_who_stand_today(
    network: Network, candidatures: Candidatures, kind: DocumentKind
) -> None:
    stands(candidatures, "PRY", "MAR", "PRT", "GHA", "BRA")
    candidatures.withdraw("c-PRT", datetime.date(2026, 11, 20))
    paper, told = made(network, kind)
    assert names(paper) == ["Brazil", "Ghana", "Morocco", "Paraguay"]
    assert told == [
        (
            "Prepared from the candidatures, last changed on 20 November 2026, for the first ballot: the election has "
            "not been opened yet. Whoever stands or withdraws later is not taken into account."
        ),
        (
            "Where one ballot is taken for each regional group, open these elections in the session: each then has "
            "papers of its own."
        ),
    ]


def test_r35_that_no_ballot_may_be_needed_is_said_before_papers_are_printed(
    network: Network, candidatures: Candidatures, call: Call
) -> None:
    stands(candidatures, "PRY", "MAR", "PRT")
    candidatures.agree_slate(Slate("slate", call.key, datetime.date(2026, 11, 20), ("PRY", "MAR", "PRT")))
    _, told = made(network, DocumentKind.BALLOTS)
    assert told[1:] == [
        "No more stand than there are seats: they are elected by acclamation, unless a ballot is taken.",
        "A slate was agreed on 20 November 2026: where it is elected as a whole, no ballot is taken.",
    ]


@pytest.mark.parametrize("kind", KIT)
def test_r35_without_a_ballot_no_paper_is_made_and_why_is_said(
    network: Network, candidatures: Candidatures, kind: DocumentKind, tmp_path: Path
) -> None:
    """A file was written that said so."""
    desk, meeting, _ = network
    papers = Papers(desk.store, desk.states, desk.clock)
    folder = tmp_path / "out"

    def refused() -> str:
        with pytest.raises(Problem) as why:
            papers.export(Request(kind, meeting.key), folder)
        assert not folder.exists()
        return why.value.said_in(WORDS)

    assert refused() == (
        "No ballot is open or comes next, and no call for candidatures names this meeting. Under Candidatures, record "
        "the call and those who stand, and these papers are made from it; or open an election in the session."
    )
    candidatures.save_call(Call("call", BEFORE, datetime.date(2026, 11, 10), 3, network[1].key))
    assert refused().startswith(
        "No ballot is open or comes next, and nobody stands in the call for candidatures of 1 October 2026."
    )
    opened(network, "PRY", "MAR")
    elections = Elections(desk.store, desk.states, desk.clock)
    (shown,) = elections.all(meeting.key)
    elections.stop(shown.election.key, "Postponed")
    expected = "No ballot is open or comes next: open an election, or a vote by secret ballot, in the session first."
    assert refused() == expected


def opened(network: Network, *states: str) -> None:
    desk, meeting, item = network
    desk.clock.at = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
    elections = Elections(desk.store, desk.states, desk.clock)
    elections.open(NewElection(meeting.key, item.key, said("Seats"), 3, tuple(Nominee(one) for one in states)))


@pytest.mark.parametrize("kind", KIT)
@pytest.mark.usefixtures("call")
def test_r35_once_the_election_is_opened_it_alone_tells_who_stands(
    network: Network, candidatures: Candidatures, kind: DocumentKind
) -> None:
    stands(candidatures, "PRY", "MAR", "PRT", "GHA")
    opened(network, "PRY", "MAR", "URY", "SVN")
    paper, told = made(network, kind)
    assert not told
    assert names(paper) == ["Morocco", "Paraguay", "Slovenia", "Uruguay"]


def put_secretly(network: Network) -> None:
    """A vote by secret ballot on a text, while the next ballot of an election is still to come."""
    desk, meeting, item = network
    opened(network, "PRY", "MAR")
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    desk.voting.open(Ballot(meeting.key, item.key, Method.SECRET_BALLOT, put.key))


def test_r18_a_secret_ballot_on_a_text_has_papers_of_its_own_while_it_is_open(network: Network) -> None:
    """The sheet of an election that was not on came instead."""
    put_secretly(network)
    paper, _ = made(network, DocumentKind.BALLOTS)
    (sheet,) = (one for one in paper.blocks if isinstance(one, BallotPapers))
    title = (
        "Draft decision L.1: Exchanges\nProjet de décision L.1\u00a0: Exchanges (fr)\n"
        "Proyecto de decisión L.1: Exchanges (es)"
    )
    assert sheet.title.en == title
    assert sheet.lines[0].en.startswith("Mark one box. A paper without a mark is an abstention;")
    assert [one.en for one in sheet.names] == ["In favour / Pour / A favor", "Against / Contre / En contra"]


def test_r18_the_tally_sheet_of_a_secret_ballot_on_a_text_has_the_keys_of_the_screen(network: Network) -> None:
    put_secretly(network)
    paper, _ = made(network, DocumentKind.TALLY)
    (section,) = paper.sections
    assert section.title.en == "Draft decision L.1: Exchanges"
    (table,) = (one for one in section.blocks if isinstance(one, DataTable))
    assert [[cell.en for cell in row[:2]] for row in table.rows] == [
        ["In favour", "1"], ["Against", "2"], ["Without a mark (abstention)", "0"], ["Invalid", "X"],
        ["Papers returned", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KIT)
def test_r18_an_open_secret_ballot_on_a_motion_is_named_by_its_question_and_a_closed_one_has_no_papers(
    network: Network, kind: DocumentKind
) -> None:
    desk, meeting, item = network
    desk.sittings.all_arrive(meeting.key)
    vote = desk.voting.open(
        Ballot(meeting.key, item.key, Method.SECRET_BALLOT, kind=VoteKind.PROCEDURAL, question=said("Closure"))
    )
    paper, _ = made(network, kind)
    titles = [one.title.en for one in (*paper.blocks, *paper.sections) if isinstance(one, BallotPapers | PaperSection)]
    assert titles[0].startswith("Motion: Closure")
    desk.voting.break_off(vote.key, "Begun in error")
    with pytest.raises(Problem, match="No ballot is open"):
        made(network, kind)


@pytest.mark.parametrize("kind", KIT)
@pytest.mark.parametrize("tongue", list(Language))
@pytest.mark.usefixtures("call")
def test_r35_the_papers_of_an_open_election_are_its_own_alone_and_of_the_day(
    network: Network, candidatures: Candidatures, kind: DocumentKind, tongue: Language
) -> None:
    """The first page spoke of the Committee while another office was voted on, and its papers came along."""
    desk, meeting, item = network
    stands(candidatures, "PRY", "MAR", "PRT", "GHA")
    desk.clock.at = datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)
    elections = Elections(desk.store, desk.states, desk.clock)
    stood = (Nominee("PRY", "Ana Silva"), Nominee("MAR", "Karim Idrissi"))
    elections.open(NewElection(meeting.key, item.key, said("The Rapporteur"), 1, stood, Body.OTHER))
    elections.open(NewElection(meeting.key, item.key, said("Another"), 1, stood, Body.OTHER))
    (shown, _) = elections.all(meeting.key)
    Ballots(desk.store, desk.states, desk.clock).open(shown.election.key)
    paper, told = made(network, kind)
    assert told == []
    assert paper.masthead.dated == datetime.date(2026, 11, 26)
    sheets = [one for one in (*paper.blocks, *paper.sections) if isinstance(one, BallotPapers | PaperSection)]
    assert len(sheets) == 1
    first = next(one.text.read(tongue).text for one in paper.blocks if isinstance(one, Para))
    ballot = catalog(tongue).gettext("Ballot {number}").format(number=1)
    assert ballot in first
    assert said("The Rapporteur")[tongue] in first
