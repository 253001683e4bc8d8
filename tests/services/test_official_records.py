"""Votes and elections of real bodies through the services and onto the disk: each equals its official record."""

import datetime
import math
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import DataTable, Para, StateColumns
from nmirf_desktop.domain.elections import BallotKind, Body, Majority
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import name
from nmirf_desktop.domain.papers import MinutesPaper, RecordPaper
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.voting import Answer, Method, Mode, Outcome
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Asked
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.verification import verify
from tests import registers
from tests.domain.facts import rows
from tests.registers import OPENS, Hand, said

Row = dict[str, str]
ANSWERS = {"Y": Answer.IN_FAVOUR, "N": Answer.AGAINST, "A": Answer.ABSTAINING}
LISTED = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)
COUNCIL = [{**row, "resolution": row["source"]} for row in rows("half_a_day.csv") if row["positions"]]
ASSEMBLY = rows("recorded_votes.csv")
ELECTIONS = rows("elections.csv")
STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
CODES = {state.said_in(catalog(Language.EN)).partition(" (")[0]: state.iso3 for state in STATES}
"""The codes of the States by the names that the table of elections has, without what stands in brackets."""
SENTENCES = {
    "A/RES/72/13": (
        "adopted by a recorded vote of 103 to 10, with 57 abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 103 voix contre 10, avec 57 abstentions.",
        "en votación registrada por 103 votos contra 10 y 57 abstenciones.",
    ),
    "A/RES/72/162": (
        "adopted unanimously by a recorded vote of 187 to none.",
        "est adoptée à l’unanimité, par 187 voix contre zéro.",
        "por 187 votos contra ninguno.",
    ),
    "A/RES/72/168": (
        "adopted by a recorded vote of 134 to 53, with no abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 134 voix contre 53, sans abstention.",
        "en votación registrada por 134 votos contra 53 y ninguna abstención.",
    ),
    "R/73/97": (
        "adopted by a recorded vote of 158 to 6, with 14 abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 158 voix contre 6, avec 14 abstentions.",
        "en votación registrada por 158 votos contra 6 y 14 abstenciones.",
    ),
    "R/73/173": (
        "adopted by a recorded vote of 154 to none, with 35 abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 154 voix contre zéro, avec 35 abstentions.",
        "en votación registrada por 154 votos contra ninguno y 35 abstenciones.",
    ),
    "A/RES/74/159": (
        "adopted by a recorded vote of 136 to 55, with no abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 136 voix contre 55, sans abstention.",
        "en votación registrada por 136 votos contra 55 y ninguna abstención.",
    ),
    "A/HRC/RES/32/2": (
        "adopted by a recorded vote of 23 to 18, with 6 abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 23 voix contre 18, avec 6 abstentions.",
        "en votación registrada por 23 votos contra 18 y 6 abstenciones.",
    ),
    "A/HRC/RES/32/31": (
        "adopted by a recorded vote of 31 to 7, with 9 abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 31 voix contre 7, avec 9 abstentions.",
        "en votación registrada por 31 votos contra 7 y 9 abstenciones.",
    ),
    "A/HRC/RES/32/23": (
        "adopted by a recorded vote of 32 to 12, with 3 abstentions.",
        "est adoptée à l’issue d’un vote enregistré, par 32 voix contre 12, avec 3 abstentions.",
        "en votación registrada por 32 votos contra 12 y 3 abstenciones.",
    ),
}
"""How the voting record says each result, in English, French and Spanish."""


@contextmanager
def body(path: Path, members: Collection[str]) -> Iterator[Secretariat]:
    """The register of a body of these members on the day of its meeting, with one sitting open."""
    registers.fresh(path)
    clock = Hand(datetime.datetime.combine(OPENS, datetime.time(9), datetime.UTC))
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:

        def tick() -> datetime.datetime:
            clock.forward(0.01)
            return clock.at

        desk = Secretariat(store, tick)
        desk.members.admit_founders(sorted(members), MembershipKind.MEMBER)
        desk.meetings.save(
            Meeting("held", "BODY/1", MeetingKind.ANNUAL, 1, OPENS.year, said("Meeting"), OPENS, OPENS, said("Geneva"))
        )
        desk.agendas.add(AgendaItem("item", "held", 0, said("Questions before the body")))
        desk.meetings.save_sitting(Sitting("s", "held", 1, OPENS, datetime.time(9), datetime.time(18)))
        desk.sittings.open("s")
        yield desk
        desk.sittings.close("s")
        with desk.store.read() as session:
            assert verify(session).faults == ()


def record(desk: Secretariat) -> RecordPaper:
    """The voting record of the meeting."""
    paper = desk.papers.contents(desk.papers.request(Asked(DocumentKind.VOTING_RECORD, symbol="BODY/1"), OPENS))[
        0
    ].paper
    assert isinstance(paper, RecordPaper)
    return paper


@pytest.mark.parametrize(
    ("votes", "entitled"), [(ASSEMBLY, 193), (COUNCIL, 47)], ids=["General Assembly", "Human Rights Council"]
)
def test_r14_recorded_votes_equal_their_record(tmp_path: Path, votes: Sequence[Row], entitled: int) -> None:
    """Electorate, totals, who was absent, outcome, sentence and lists, in three languages."""
    given = [
        {code: ANSWERS[sign] for code, _, sign in (one.partition(":") for one in row["positions"].split())}
        for row in votes
    ]
    with open_register(registers.fresh(tmp_path / "states.nmirf"), author="reader") as store:
        states = dict(Secretariat(store).states.on(OPENS))
    members = set(states) if entitled == len(states) else set(given[0])
    with body(tmp_path / "body.nmirf", members) as desk:
        for row, answers in zip(votes, given, strict=True):
            put = desk.proposals.propose("held", "item", said(row["resolution"]), said("Decides."))
            desk.proposals.note_objection(put.key)
            vote = desk.voting.open(Ballot("held", "item", Method.RECORDED, put.key))
            assert set(vote.entitled) == members
            for code in vote.entitled:
                desk.voting.cast(Cast(vote.key, code, answers.get(code, Answer.NO_ANSWER)))
            desk.voting.close(vote.key)
            tally = desk.voting.board(vote.key).tally
            counted = tally.in_favour, tally.against, tally.abstaining
            assert counted == tuple(int(row[name]) for name in ("in_favour", "against", "abstaining"))
            assert tally.no_answer == entitled - len(answers)
            assert tally.outcome is Outcome.ADOPTED
        for row, answers, section in zip(votes, given, record(desk).sections, strict=True):
            columns = [block for block in section.blocks if isinstance(block, StateColumns)]
            told = [block.text for block in section.blocks if isinstance(block, Para)]
            for tongue, sentence in zip(Language, SENTENCES[row["resolution"]], strict=True):
                assert any(text.read(tongue).text.endswith(sentence) for text in told), sentence
                words = catalog(tongue)
                voted = [
                    {states[code].said_in(words) for code in members if answers.get(code, Answer.NO_ANSWER) is answer}
                    for answer in (*LISTED, Answer.NO_ANSWER)
                ]
                lists = [{name.read(tongue).text for name in block.names} for block in columns]
                assert lists == voted[: len(lists)]
                assert not any(voted[len(lists) :])


LOTS = {Language.EN: "drawn lots", Language.FR: "tirage au sort", Language.ES: "sorteo"}
CONTIGUOUS = [
    (name, ballots)
    for name, ballots in ((name, tuple(group)) for name, group in groupby(ELECTIONS, lambda row: row["election"]))
    if [int(row["ballot"]) for row in ballots] == list(range(1, len(ballots) + 1))
]
"""The elections of which the record has every ballot."""


def votes_of(row: Row) -> dict[str, int]:
    """The votes of each State, by its code."""
    named = (pair.partition(":") for pair in row["votes"].split())
    return {CODES[name.replace("-", " ")]: int(number) for name, _, number in named}


def returned(row: Row, places: int) -> int:
    """How many papers came back; where the record is silent, the least that its votes need."""
    if row["papers"]:
        return int(row["papers"])
    votes, beside = votes_of(row).values(), int(row["invalid"] or 0) + int(row["abstentions"] or 0)
    return max(*votes, math.ceil(sum(votes) / places)) + beside


@pytest.mark.parametrize(("name", "ballots"), CONTIGUOUS, ids=[name for name, _ in CONTIGUOUS])
def test_r35_elections_equal_their_record_ballot_by_ballot(tmp_path: Path, name: str, ballots: tuple[Row, ...]) -> None:
    """Electorate, majority, kind and list of each ballot, its numbers, who is elected by it, and the lot."""
    first, stand = ballots[0], list(dict.fromkeys(code for row in ballots for code in votes_of(row)))
    entitled = int(first["entitled"])
    others = [code for code in sorted(CODES.values()) if code not in stand]
    members = {*stand, *others[: entitled - len(stand)]}
    with body(tmp_path / "body.nmirf", members) as desk:
        new = NewElection(
            "held", "item", said(name), int(first["seats"]), tuple(map(Nominee, stand)), Body.OTHER,
            Majority(first["majority"]),
        )  # fmt: skip
        election = desk.elections.open(new)
        assert len(election.entitled) == entitled
        keys = {one.state.iso3: one.key for one in desk.elections.board(election.key).names}
        for row in ballots:
            held, votes = desk.ballots.open(election.key), votes_of(row)
            assert held.kind is BallotKind(row["kind"])
            if held.kind is not BallotKind.OPEN:
                assert set(held.candidates) == {keys[code] for code in votes}
            came = returned(row, held.places)
            desk.ballots.issue(held.key, came, came)
            counted = {keys[code]: number for code, number in votes.items()}
            desk.ballots.count(held.key, int(row["invalid"] or 0), int(row["abstentions"] or 0), counted)
            desk.ballots.close(held.key)
            if row["lot"]:
                lot = desk.elections.board(election.key).lot
                assert lot is not None
                assert set(lot.tied) == set(counted)
                desk.ballots.draw(held.key, (keys[CODES[row["lot"]]],))
            view = desk.elections.board(election.key).ballots[-1]
            assert [one.state.iso3 for one in view.elected] == [CODES[one] for one in row["elected"].split()]
            assert {line.name.state.iso3: line.votes for line in view.lines if line.votes} == votes
        board = desk.elections.board(election.key)
        assert (board.standing.left, board.standing.following) == (0, None)
        check_minutes(desk, ballots)


def check_minutes(desk: Secretariat, ballots: Sequence[Row]) -> None:
    """The minutes have the numbers of each ballot, and say after them who is elected, in each language."""
    request = desk.papers.request(Asked(DocumentKind.MINUTES, symbol="BODY/1"), OPENS)
    minutes = desk.papers.contents(request)[0].paper
    assert isinstance(minutes, MinutesPaper)
    blocks = [block for section in minutes.sections for block in section.blocks]
    tables = [place for place, block in enumerate(blocks) if isinstance(block, DataTable)]
    named = {state.iso3: state for state in STATES}
    for (place, following), row in zip(pairwise((*tables, len(blocks))), ballots, strict=True):
        table = blocks[place]
        assert isinstance(table, DataTable)
        told = [block.text for block in blocks[place:following] if isinstance(block, Para)]
        for tongue in Language:
            words = catalog(tongue)
            votes = {said_of.read(tongue).text: number.read(tongue).text for said_of, number in table.rows}
            assert votes == {named[code].said_in(words): str(number) for code, number in votes_of(row).items()}
            after = " ".join(text.read(tongue).text for text in told)
            for one in row["elected"].split():
                state = named[CODES[one]]
                assert state.said_in(words) in after or name(state, tongue).of in after
            assert (LOTS[tongue] in after) is bool(row["lot"])


def test_r35_rounds_with_a_tie_for_the_list_a_tie_for_a_seat_and_two_lots(tmp_path: Path) -> None:
    """No record at hand has all of it in one election: three seats of forty members, made by the rules."""
    stand = ("BRA", "GHA", "IDN", "MAR", "PRT", "PRY", "SVN")
    members = {*stand, *[code for code in sorted(CODES.values()) if code not in stand][:33]}
    with body(tmp_path / "body.nmirf", members) as desk:
        new = NewElection("held", "item", said("Bureau"), 3, tuple(map(Nominee, stand)), Body.OTHER)
        election = desk.elections.open(new)
        names = {one.state.iso3: one.key for one in desk.elections.board(election.key).names}
        codes = {key: code for code, key in names.items()}

        def hold(kind: BallotKind, listed: Collection[str], *, blank: int = 0, **votes: int) -> str:
            held = desk.ballots.open(election.key)
            assert (held.kind, {codes[key] for key in held.candidates}) == (kind, set(listed))
            desk.ballots.issue(held.key, 40, 40)
            desk.ballots.count(held.key, 0, blank, {names[code]: number for code, number in votes.items()})
            desk.ballots.close(held.key)
            return held.key

        def elected() -> list[str]:
            return [one.state.iso3 for one in desk.elections.board(election.key).elected]

        hold(BallotKind.OPEN, stand, BRA=25, GHA=20, IDN=18, MAR=15, PRT=12, PRY=12, SVN=4)
        assert elected() == ["BRA"]
        tied = hold(BallotKind.TIED_FOR_LIST, ("PRT", "PRY"), blank=2, PRT=19, PRY=19)
        with pytest.raises(Refusal, match="lots"):
            desk.ballots.open(election.key)
        (fourth,) = (codes[key] for key in desk.ballots.draw(tied))
        assert fourth in ("PRT", "PRY")
        last = {"GHA": 23, "IDN": 21, "MAR": 21, fourth: 10}
        hold(BallotKind.RESTRICTED, last, **last)
        assert elected() == ["BRA", "GHA"]
        seat = hold(BallotKind.TIED_FOR_SEAT, ("IDN", "MAR"), IDN=20, MAR=20)
        desk.ballots.draw(seat, (names["MAR"],))
        board = desk.elections.board(election.key)
        assert (elected(), board.standing.left, board.standing.following) == (["BRA", "GHA", "MAR"], 0, None)
        first, second = (one.ballot for one in board.ballots if one.ballot.lot)
        assert (bool(first.lot_seed), bool(second.lot_seed)) == (True, False), "by the program, and in the room"


def test_r12_what_the_council_adopted_without_a_vote_is_adopted_by_consensus(tmp_path: Path) -> None:
    """Five resolutions of the Human Rights Council of which the record has no vote."""
    resolutions = ("30/25", "36/29", "42/30", "51/33", "60/27")
    with body(tmp_path / "body.nmirf", ("BRA", "GHA", "MAR", "PRY")) as desk:
        desk.sittings.all_arrive("held")
        for resolution in resolutions:
            put = desk.proposals.propose("held", "item", said(f"Resolution {resolution}"), said("Decides."))
            desk.proposals.adopt_by_consensus(put.key)
        decisions = desk.proposals.decisions("held")
        assert [one.title.en for one in decisions] == [f"Resolution {one}" for one in resolutions]
        assert {(one.mode, one.vote) for one in decisions} == {(Mode.CONSENSUS, None)}
        assert not desk.voting.votes("held")
