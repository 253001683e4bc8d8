"""Elections and secret ballots through the real services and onto the disk, with nothing of who voted for whom."""

import datetime
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.blocks import BallotPapers
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.compliance.known import known_on
from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.election_replay import Happened
from nmirf_desktop.domain.election_rules import How
from nmirf_desktop.domain.elections import BallotKind, Body, Count, Election
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.lots import drawn
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.officers import ELECTIONS, Office
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.secret_ballots import Papers, Tick
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Answer, HandCount, Method, Mode, Outcome, Vote, VoteKind
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import appointing
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.recorded import read_meeting
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import ENTRIES, LINES, Line
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.storage.verification import verify
from tests import registers
from tests.registers import MEMBERS, OPENS, Hand, said, statements

TITLE = said("Election of the Executive Committee")
OPENING = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
Room = tuple[Secretariat, Meeting, AgendaItem]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """The network of eight members, met today, with a clock that goes on by itself."""
    path = tmp_path / "register.nmirf"
    meeting, item, _ = registers.networked(path)
    clock = Hand(OPENING)
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:

        def tick() -> datetime.datetime:
            clock.forward()
            return clock.at

        yield Secretariat(store, tick), meeting, item


def elect(room: Room, *states: str, seats: int = 2, **more: object) -> Election:
    desk, meeting, item = room
    nominees = tuple(Nominee(state) for state in states)
    new = NewElection(meeting.key, item.key, TITLE, seats, nominees, **more)  # type: ignore[arg-type]
    return desk.elections.open(new)


def vote(room: Room, election: Election, *, blank: int = 0, invalid: int = 0, **votes: int) -> str:
    """The next ballot, counted and closed: eight papers, and the votes of each State."""
    desk = room[0]
    ballot = desk.ballots.open(election.key)
    desk.ballots.issue(ballot.key, 8, 8)
    keys = {name.state.iso3: name.key for name in desk.elections.board(election.key).names}
    desk.ballots.count(ballot.key, invalid, blank, {keys[state]: number for state, number in votes.items()})
    desk.ballots.close(ballot.key)
    return ballot.key


def elected(room: Room, election: Election) -> list[str]:
    return [name.state.iso3 for name in room[0].elections.board(election.key).elected]


def test_r35_an_election_is_held_from_its_opening_to_the_last_seat(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", "BRA", "GHA")
    assert set(held.entitled) == set(MEMBERS)
    vote(room, held, MAR=6, PRY=4, PRT=3, BRA=2, GHA=1)
    board = desk.elections.board(held.key)
    assert elected(room, held) == ["MAR"]
    assert board.next is not None
    assert board.next.kind is BallotKind.RESTRICTED
    assert [board.named[key].state.iso3 for key in board.next.candidates] == ["PRY", "PRT"]
    vote(room, held, PRY=4, PRT=4)
    assert desk.elections.board(held.key).next is not None  # rule 94: a further ballot, no lot
    vote(room, held, PRY=3, PRT=5)
    assert elected(room, held) == ["MAR", "PRT"]
    assert desk.elections.board(held.key).standing.following is None
    with pytest.raises(Refusal, match="is over"):
        desk.ballots.open(held.key)
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_a_replay_shows_nobody_before_it_was_nominated(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "BRA", seats=1, body=Body.OTHER)
    desk.elections.withdraw(desk.elections.board(held.key).names[2].key)
    desk.elections.nominate(held.key, Nominee("PRT"))
    vote(room, held, MAR=3, PRY=3, PRT=2)
    desk.elections.nominate(held.key, Nominee("GHA"))
    vote(room, held, MAR=5, PRY=3)
    replay = desk.replays.of_election(held.key)
    shown = [
        [one.state.iso3 for one in replay.board(number).names]
        for number, step in enumerate(replay.steps)
        if step.kind in (Happened.OPENED, Happened.COUNTED)
    ]
    first = ["MAR", "PRY", "BRA"]
    assert shown == [first, [*first, "PRT"], [*first, "PRT", "GHA"]]


def test_r25_votes_and_ballots_of_a_meeting_wait_for_one_another(room: Room) -> None:
    desk, meeting, item = room
    held = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
    other = elect(room, "GHA", "BRA", "PRT", seats=1, body=Body.OTHER)
    ballot = desk.ballots.open(held.key)
    asked = Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("Adjourn?"))
    for opening in (lambda: desk.voting.open(asked), lambda: desk.ballots.open(other.key)):
        with pytest.raises(Refusal, match="A ballot of an election is still open") as refused:
            opening()
        assert refused.value.section == "R25"
    with pytest.raises(Refusal, match="A ballot of this election is open"):
        desk.ballots.open(held.key)
    assert desk.motions.raise_point(meeting.key, item.key, "GHA", Language.EN).on_voting
    desk.ballots.issue(ballot.key, 8, 8)
    keys = {name.state.iso3: name.key for name in desk.elections.board(held.key).names}
    desk.ballots.count(ballot.key, 0, 0, {keys["MAR"]: 5, keys["PRY"]: 3})
    desk.ballots.close(ballot.key)
    assert not desk.motions.raise_point(meeting.key, item.key, "GHA", Language.EN).on_voting
    desk.voting.open(asked)
    with pytest.raises(Refusal, match="Another vote is still open"):
        desk.ballots.open(other.key)


def test_r25_a_ballot_that_was_open_when_its_election_was_broken_off_keeps_nobody_waiting(room: Room) -> None:
    desk, meeting, item = room
    held = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
    desk.ballots.open(held.key)
    desk.elections.stop(held.key, "no time left")
    desk.voting.open(
        Ballot(meeting.key, item.key, Method.SHOW_OF_HANDS, kind=VoteKind.PROCEDURAL, question=said("Adjourn?"))
    )


def test_r35_a_lot_is_drawn_by_the_program_with_its_seed_or_entered_as_it_was_drawn_in_the_room(room: Room) -> None:
    desk = room[0]
    for entered in (False, True):
        held = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
        vote(room, held, MAR=3, PRY=3, PRT=2)
        ballot = vote(room, held, MAR=4, PRY=4)
        board = desk.elections.board(held.key)
        assert board.lot is not None
        with pytest.raises(Refusal, match="draws lots"):
            desk.ballots.open(held.key)
        with pytest.raises(Refusal):
            desk.ballots.draw(ballot, (next(one.key for one in board.names if one.state.iso3 == "PRT"),))
        chosen = desk.ballots.draw(ballot, (board.lot.tied[1],) if entered else ())
        after = desk.elections.board(held.key)
        assert after.last is not None
        seed = after.last.ballot.lot_seed
        assert after.standing.keys == chosen
        assert after.standing.elected[0].how is How.LOT
        assert bool(seed) is not entered
        if seed:
            names = {one.lot_name: one.key for one in board.names if one.key in board.lot.tied}
            assert names[drawn(seed, names)[0]] == chosen[0]
        with pytest.raises(Refusal):
            desk.ballots.draw(ballot)
    with desk.store.read() as session:
        told = repr(votes_paper(read_meeting(session, room[1].key, desk.states)))
    assert told.count("The Chair having drawn lots, the following candidate was elected:") == 2
    assert told.count("The program drew by lot, in this order:") == 1
    assert "The Chair drew by lot, in this order:" not in told, "one is no order"


def test_r35_by_acclamation_and_as_a_slate_and_by_the_practice_in_force(room: Room) -> None:
    desk, meeting, _ = room
    held = elect(room, "MAR", "PRY")
    desk.elections.acclaim(held.key)
    assert elected(room, held) == ["MAR", "PRY"]
    crowded = elect(room, "MAR", "PRY", "PRT")
    with pytest.raises(Refusal, match="More candidates"):
        desk.elections.acclaim(crowded.key)
    call = Call(new_key(), OPENS, OPENS, seats=2, meeting=meeting.key)
    desk.candidatures.save_call(call)
    for state in ("MAR", "PRT"):
        desk.candidatures.receive(Candidature(new_key(), call.key, state, OPENS))
    slate = Slate(new_key(), call.key, OPENS, ("MAR", "PRT"))
    desk.candidatures.agree_slate(slate)
    called = desk.elections.called(meeting.key)
    assert called is not None
    assert (called.states, called.slate) == (("MAR", "PRT"), slate)
    desk.practices.choose(Question.ACCLAMATION, Option.ALWAYS_BALLOT, OPENS)
    with pytest.raises(Refusal, match="practice"):
        desk.elections.acclaim(elect(room, "MAR", "PRY").key)
    desk.elections.acclaim(crowded.key, slate.key)
    assert elected(room, crowded) == ["MAR", "PRT"]


def test_r35_the_records_of_a_slate_name_who_stood_and_was_not_on_it(room: Room) -> None:
    """A State that had not withdrawn went from the minutes, and the voting record named no candidate at all."""
    desk, meeting, _ = room
    call = Call(new_key(), OPENS, OPENS, seats=2, meeting=meeting.key)
    desk.candidatures.save_call(call)
    for state in ("MAR", "PRT"):
        desk.candidatures.receive(Candidature(new_key(), call.key, state, OPENS))
    slate = Slate(new_key(), call.key, OPENS, ("MAR", "PRT"))
    desk.candidatures.agree_slate(slate)
    held = elect(room, "MAR", "PRT", "PRY", "GHA")
    withdrawn = next(one.key for one in desk.elections.board(held.key).names if one.state.iso3 == "GHA")
    desk.elections.withdraw(withdrawn)
    desk.elections.acclaim(held.key, slate.key)
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    told = {one.slot.split(" ")[0]: one.text for one in draft(facts) if held.key in one.slot}
    begun, ended = (next(text for slot, text in told.items() if slot.startswith(one)) for one in ("elec", "accl"))
    for language in Language:
        assert all(facts.states[code].short[language] in begun[language] for code in ("MAR", "PRT", "PRY", "GHA"))
    assert "The following candidate stood and was not on the slate: Paraguay." in ended[Language.EN]
    paper = votes_paper(facts)
    assert paper is not None
    record = repr(paper)
    assert "Candidates" in record
    assert "Candidatures withdrawn" in record
    assert "Election of the agreed slate, by acclamation: Morocco and Portugal" in record
    assert "stood and was not on the slate: Paraguay" in record


def test_r35_who_is_called_stands_as_of_the_day_on_which_candidatures_are_recorded(room: Room) -> None:
    """West of the secretariat a session offered who had withdrawn, and a call that was yet to open."""
    desk, meeting, _ = room
    desk.meetings.save(replace(meeting, time_zone="Pacific/Honolulu"))
    today = OPENING.astimezone().date()
    first, coming = (
        Call(key, opens, today + datetime.timedelta(days=5), seats=2, meeting=meeting.key)
        for key, opens in (("first", today), ("coming", today + datetime.timedelta(days=1)))
    )
    desk.candidatures.save_call(coming)
    assert desk.elections.called(meeting.key) is None
    desk.candidatures.save_call(first)
    for state in ("MAR", "PRT"):
        desk.candidatures.receive(Candidature(state, first.key, state, today))
    desk.candidatures.withdraw("PRT", today)
    called = desk.elections.called(meeting.key)
    assert called is not None
    assert (called.call.key, called.states) == (first.key, ("MAR",))
    (content,) = desk.papers.contents(Request(DocumentKind.BALLOTS, meeting.key))
    assert isinstance(content.paper, RecordPaper)
    (sheet,) = (one for one in content.paper.blocks if isinstance(one, BallotPapers))
    assert [name.en.split(" / ")[0] for name in sheet.names] == ["Morocco"]


def test_r29_the_composition_is_watched_after_each_ballot_over_the_ballots_of_all_groups(room: Room) -> None:
    desk = room[0]
    africa = elect(room, "MAR", "GHA", seats=1, group=RegionalGroup.AFRICAN)
    found = desk.elections.board(africa.key).composition
    assert found is not None
    assert found.states == ()
    vote(room, africa, MAR=5, GHA=3)
    americas = elect(room, "PRY", "BRA", seats=2, group=RegionalGroup.GRULAC)
    desk.elections.acclaim(americas.key)
    found = desk.elections.board(africa.key).composition
    assert found is not None
    assert {state.iso3 for state in found.states} == {"MAR", "PRY", "BRA"}
    assert found.enough
    assert found.spread is not None
    assert found.spread.value == "repeated"
    other = elect(room, "CHE", seats=1, body=Body.COMMITTEE)
    desk.elections.acclaim(other.key)
    found = desk.elections.board(other.key).composition
    assert found is not None
    assert [state.iso3 for state in found.others] == ["CHE"]  # R33: an observer
    assert desk.elections.board(elect(room, "MAR", body=Body.OTHER).key).composition is None


def test_r35_what_the_chair_declares_otherwise_is_kept_with_its_reason(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", seats=1)
    ballot = desk.ballots.open(held.key)
    with pytest.raises(Refusal, match="Record the count"):
        desk.ballots.close(ballot.key)
    desk.ballots.issue(ballot.key, 8, 8)
    first, second = (name.key for name in desk.elections.board(held.key).names)
    desk.ballots.count(ballot.key, 0, 0, {first: 5, second: 3})
    with pytest.raises(Problem, match="Say why"):
        desk.ballots.close(ballot.key, (second,))
    with pytest.raises(Refusal, match="No more are elected"):
        desk.ballots.close(ballot.key, (first, second), "Both.")
    desk.ballots.close(ballot.key, (second,), "The tellers had exchanged the names.")
    assert elected(room, held) == ["PRY"]


def test_r27_a_closed_ballot_changes_only_by_a_correction_with_its_reason_and_both_results_are_kept(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=1)
    ballot = vote(room, held, MAR=5, PRY=3)
    came = Papers(8, 8, 0, (), (), ())
    for act in (
        lambda: desk.ballots.count(ballot, 0, 0, {}), lambda: desk.ballots.issue(ballot, 1, 1),
        lambda: desk.ballots.mark(ballot, "MAR", Tick.RECEIVED), lambda: desk.ballots.close(ballot),
        lambda: undo(desk.store),
    ):  # fmt: skip
        with pytest.raises(Refusal):
            act()
    with pytest.raises(Problem, match="reason"):
        desk.ballots.correct(ballot, came, Count(0, (3, 5, 0)), " ")
    with pytest.raises(Problem, match="counted"):
        desk.ballots.correct(ballot, came, Count(0, (3, 6, 0)), "Two names were exchanged.")
    desk.ballots.correct(ballot, came, Count(0, (3, 5, 0)), "Two names were exchanged.")
    board = desk.elections.board(held.key)
    assert elected(room, held) == ["PRY"]
    (view,) = board.ballots
    assert view.announced.count == Count(0, (5, 3, 0))
    assert view.corrections[0].reason == "Two names were exchanged."
    _, told = (one for one in desk.compliance.check(OPENS) if one.rule == "R27")
    assert {fact.name: fact.value for fact in told.facts} == {
        "As announced": "5 – 3 – 0", "As corrected": "3 – 5 – 0", "Reason": "Two names were exchanged.",
    }  # fmt: skip


def test_r27_an_earlier_day_knows_the_numbers_of_a_ballot_as_they_were_announced(room: Room) -> None:
    """The correction was not known, and its numbers were."""
    desk, day = room[0], datetime.timedelta(days=1)
    ballot = vote(room, elect(room, "MAR", "PRY", "PRT", seats=1), MAR=5, PRY=3)
    desk.ballots.correct(ballot, Papers(8, 8, 0, (), (), ()), Count(0, (3, 5, 0)), "Two names were exchanged.")
    desk.ballots.correct(ballot, Papers(8, 7, 0, (), (), ()), Count(0, (3, 4, 0)), "One was counted twice.")
    facts = desk.compliance.facts()
    later = tuple(replace(one, at=one.at + day * number) for number, one in enumerate(facts.ballot_corrections, 1))
    facts = replace(facts, ballot_corrections=later[::-1])
    known = [known_on(facts, OPENS + day * number) for number in range(3)]
    assert [one.count for facts in known for one in facts.ballots] == [
        Count(0, (5, 3, 0)), Count(0, (3, 5, 0)), Count(0, (3, 4, 0)),
    ]  # fmt: skip
    assert [len(facts.ballot_corrections) for facts in known] == [0, 1, 2]
    assert known_on(facts, OPENS - day).ballots == ()


def test_r35_a_correction_that_would_change_what_later_ballots_rest_on_is_refused(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=1)
    first = vote(room, held, MAR=3, PRY=3, PRT=2)
    vote(room, held, MAR=5, PRY=3)
    came = Papers(8, 8, 0, (), (), ())
    with pytest.raises(Refusal, match="Later ballots"):
        desk.ballots.correct(first, came, Count(0, (3, 2, 3)), "Two names were exchanged.")
    desk.ballots.correct(first, came, Count(0, (4, 3, 1)), "A vote was given to the wrong name.")
    assert elected(room, held) == ["MAR"]


def test_r35_steps_are_undone_until_the_box_is_opened(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", seats=1)
    ballot = desk.ballots.open(held.key)
    desk.ballots.mark(ballot.key, "MAR", Tick.RETURNED)
    undo(desk.store)
    view = desk.elections.board(held.key).open
    assert view is not None
    assert view.ballot.papers is None
    undo(desk.store)
    assert desk.elections.board(held.key).open is None
    undo(desk.store)
    assert desk.elections.all(room[1].key) == ()


def test_an_election_by_mistake_is_struck_and_one_that_was_counted_is_broken_off_with_its_reason(room: Room) -> None:
    desk, meeting, _ = room
    desk.elections.strike(elect(room, "MAR", "PRY").key)
    assert desk.elections.all(meeting.key) == ()
    held = elect(room, "MAR", "PRY", "PRT", seats=1)
    vote(room, held, MAR=3, PRY=3, PRT=2)
    with pytest.raises(Refusal, match="was counted"):
        desk.elections.strike(held.key)
    with pytest.raises(Problem, match="why"):
        desk.elections.stop(held.key, "")
    desk.elections.stop(held.key, "The meeting postponed it.")
    with pytest.raises(Refusal, match="is over"):
        desk.ballots.open(held.key)


def test_candidates_come_and_go_and_who_is_elected_stays(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", "BRA", seats=2)
    vote(room, held, MAR=8, PRY=3, PRT=2, BRA=1)
    keys = {name.state.iso3: name.key for name in desk.elections.board(held.key).names}
    with pytest.raises(Refusal, match="elected already"):
        desk.elections.withdraw(keys["MAR"])
    desk.elections.withdraw(keys["PRY"])
    asked = desk.elections.board(held.key).next
    assert asked is not None
    assert asked.candidates == (keys["PRT"], keys["BRA"])
    with pytest.raises(Refusal, match="stands already"):
        desk.elections.nominate(held.key, Nominee("PRT"))
    desk.elections.nominate(held.key, Nominee("URY", "Focal point of Uruguay"))
    assert len(desk.elections.board(held.key).stand) == 3


def keys_of(room: Room, election: Election) -> dict[str, str]:
    return {name.state.iso3: name.key for name in room[0].elections.board(election.key).names}


def counted(room: Room, election: Election, **votes: int) -> str:
    """The next ballot, counted and not closed yet: eight papers."""
    desk, keys = room[0], keys_of(room, election)
    ballot = desk.ballots.open(election.key)
    desk.ballots.issue(ballot.key, 8, 8)
    desk.ballots.count(ballot.key, 0, 0, {keys[state]: number for state, number in votes.items()})
    return ballot.key


def test_r35_who_withdraws_while_the_papers_are_counted_is_not_elected(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
    ballot = counted(room, held, MAR=5, PRY=3)
    keys = keys_of(room, held)
    desk.elections.withdraw(keys["MAR"])
    with pytest.raises(Refusal, match="still stand"):
        desk.ballots.close(ballot, (keys["MAR"],), "The Chair had said so.")
    desk.ballots.close(ballot)
    assert elected(room, held) == []
    asked = desk.elections.board(held.key).next
    assert asked is not None
    assert asked.candidates == (keys["PRY"],)


def test_r35_a_lot_is_drawn_among_those_who_stand_then_and_stays_when_another_withdraws_after(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=2)
    vote(room, held, MAR=5, PRY=5, PRT=5)
    ballot = vote(room, held, MAR=4, PRY=4, PRT=4)
    keys = keys_of(room, held)
    desk.elections.withdraw(keys["MAR"])
    assert elected(room, held) == ["PRY", "PRT"], "two seats for the two who are left: nothing is drawn"
    with pytest.raises(Refusal, match="nothing to draw"):
        desk.ballots.draw(ballot, (keys["MAR"], keys["PRY"]))
    pair = elect(room, "MAR", "PRY", seats=1, body=Body.OTHER)
    vote(room, pair, MAR=4, PRY=4)
    desk.ballots.draw(vote(room, pair, MAR=4, PRY=4), (keys_of(room, pair)["PRY"],))
    desk.elections.withdraw(keys_of(room, pair)["MAR"])
    assert elected(room, pair) == ["PRY"]


def test_r35_a_second_withdrawal_changes_nothing(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
    vote(room, held, MAR=3, PRY=3, PRT=2)
    key = keys_of(room, held)["PRY"]
    desk.elections.withdraw(key)
    vote(room, held, MAR=5, PRT=3)
    before = desk.elections.board(held.key)
    desk.elections.withdraw(key)
    assert desk.elections.board(held.key) == before
    assert [one.state for one in desk.compliance.check(OPENS) if one.rule == "R35"] == [FindingState.KEPT]


def test_r35_a_candidate_entered_by_mistake_is_struck_out_where_nothing_rests_on_it(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
    keys = keys_of(room, held)
    desk.elections.withdraw(keys["PRT"])
    desk.elections.strike_candidate(keys["PRT"])
    assert set(keys_of(room, held)) == {"MAR", "PRY"}
    vote(room, held, MAR=5, PRY=3)
    for state in ("MAR", "PRY"):
        with pytest.raises(Refusal, match="stood in a ballot, or was elected"):
            desk.elections.strike_candidate(keys[state])
    alone = elect(room, "GHA", seats=1, body=Body.OTHER)
    desk.elections.acclaim(alone.key)
    with pytest.raises(Refusal, match="stood in a ballot, or was elected"):
        desk.elections.strike_candidate(keys_of(room, alone)["GHA"])


def test_r35_what_the_chair_declares_in_a_ballot_among_the_tied_counts_and_the_election_goes_on(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", "PRT", seats=2)
    vote(room, held, MAR=5, PRY=5, PRT=5)
    ballot = counted(room, held, MAR=5, PRY=4, PRT=3)
    keys = keys_of(room, held)
    desk.ballots.close(ballot, (keys["MAR"],), "The room had agreed to vote again on the second seat.")
    board = desk.elections.board(held.key)
    assert elected(room, held) == ["MAR"]
    assert board.next is not None
    assert (board.next.kind, set(board.next.candidates)) == (BallotKind.RESTRICTED, {keys["PRY"], keys["PRT"]})
    one = elect(room, "MAR", "PRY", "PRT", seats=1, body=Body.OTHER)
    vote(room, one, blank=2, MAR=2, PRY=2, PRT=2)
    ballot = counted(room, one, MAR=6, PRY=4, PRT=3)
    keys = keys_of(room, one)
    with pytest.raises(Refusal, match="No more are elected"):
        desk.ballots.close(ballot, (keys["MAR"], keys["PRY"]), "Both.")
    desk.ballots.close(ballot, (keys["MAR"],), "The others gave way.")
    assert elected(room, one) == ["MAR"]
    assert desk.elections.board(one.key).standing.over


def test_r35_a_slate_is_elected_as_a_whole_or_not_at_all(room: Room) -> None:
    desk, meeting, _ = room
    call = Call(new_key(), OPENS, OPENS, seats=3, meeting=meeting.key)
    desk.candidatures.save_call(call)
    for state in ("MAR", "PRT", "BRA"):
        desk.candidatures.receive(Candidature(new_key(), call.key, state, OPENS))
    slate = Slate(new_key(), call.key, OPENS, ("MAR", "PRT", "BRA"))
    desk.candidatures.agree_slate(slate)
    held = elect(room, "MAR", "PRT", "GHA", seats=3)
    with pytest.raises(Refusal, match="do not stand: ") as refused:
        desk.elections.acclaim(held.key, slate.key)
    assert "Brazil" in refused.value.said_in(catalog(Language.EN))
    assert elected(room, held) == []
    desk.elections.nominate(held.key, Nominee("BRA"))
    desk.elections.acclaim(held.key, slate.key)
    assert elected(room, held) == ["MAR", "PRT", "BRA"]


def test_r35_nobody_comes_to_stand_in_an_election_that_is_over_and_what_elected_is_not_struck(room: Room) -> None:
    desk = room[0]
    held = elect(room, "MAR", "PRY", seats=3)
    desk.elections.acclaim(held.key)
    with pytest.raises(Refusal, match="over already"):
        desk.elections.nominate(held.key, Nominee("GHA"))
    with pytest.raises(Refusal, match="Somebody was elected"):
        desk.elections.strike(held.key)
    stopped = elect(room, "MAR", "PRY", "GHA", body=Body.OTHER)
    desk.elections.stop(stopped.key, "The meeting postponed it.")
    with pytest.raises(Refusal, match="over already"):
        desk.elections.nominate(stopped.key, Nominee("PRT"))


def test_r35_for_the_seats_of_a_group_its_own_states_stand(room: Room) -> None:
    desk = room[0]
    with pytest.raises(Refusal, match="not of this regional group"):
        elect(room, "MAR", "PRT", seats=1, group=RegionalGroup.AFRICAN)
    held = elect(room, "MAR", seats=1, group=RegionalGroup.AFRICAN)
    with pytest.raises(Refusal, match="not of this regional group"):
        desk.elections.nominate(held.key, Nominee("PRT"))
    desk.elections.nominate(held.key, Nominee("GHA"))


def test_the_elections_of_a_meeting_are_read_at_once_however_many_there_are(room: Room) -> None:
    desk, meeting, _ = room
    asked_for = []
    for _ in range(3):
        held = elect(room, "MAR", "PRY", "PRT", seats=1)
        vote(room, held, MAR=3, PRY=3, PRT=2)
        with statements(desk.store) as asked:
            assert desk.elections.all(meeting.key)
        asked_for.append(len(asked))
    assert len(set(asked_for)) == 1, asked_for


# -- secrecy -----------------------------------------------------------------------------------------------------------

TICKS = {"papers_received", "papers_returned_by", "papers_unable"}
PUT_RIGHT = ("correct a closed ballot", "correct the record of a vote")
NUMBERS = {"papers_issued", "papers_returned", "papers_invalid"}
TOTALS = {"count_abstentions", "count_votes", "hands_in_favour", "hands_against", "hands_abstaining", "papers_invalid"}


def tables(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """Every row of every table, as anybody can read a copy of the file with its log."""
    with tempfile.TemporaryDirectory() as folder:
        for part in store.path.parent.glob(f"{store.path.name}*"):
            shutil.copy(part, folder)
        connection = sqlite3.connect(Path(folder) / store.path.name)
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
        for (name,) in names.fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield name, {key: str(cell) for key, cell in zip(row.keys(), row, strict=True) if cell is not None}
        connection.close()


def journalled(store: Store, ballot: str) -> list[tuple[str, Line]]:
    """What the journal says of a ballot: each change with the verb of its entry, in order."""
    with store.read() as session:
        verbs = {one.sequence: one.verb for one in ENTRIES.all(session)}
        return [(verbs[line.sequence], line) for line in LINES.all(session) if line.row == ballot]


def check_secret(store: Store, ballot: str, order: tuple[str, ...]) -> None:
    """Nothing that the file says of a ballot tells who voted how."""
    log = journalled(store, ballot)
    marked = [line for verb, line in log if verb == "mark a ballot paper"]
    counted = [line for verb, line in log if verb == "count the papers"]
    # nobody is marked once a vote is known, so that no difference of two counts belongs to somebody
    assert max((line.sequence for line in marked), default=-1) < min(line.sequence for line in counted)
    assert {line.field for line in marked} <= TICKS | NUMBERS
    allowed = TOTALS if marked else TOTALS | NUMBERS  # typed with the count where nobody is marked
    assert {line.field for line in counted if marked or line.field not in TICKS or line.after} <= allowed
    assert {line.field for verb, line in log if verb in PUT_RIGHT} <= TOTALS | NUMBERS
    # a list of names never says in which order they were marked
    for text in (text for line in marked if line.field in TICKS for text in (line.before, line.after)):
        codes = (text or "").split()
        assert codes == [code for code in order if code in codes]
    # no row but the ballot's own names both it and a voter, and there only as one who was marked or entitled
    for name, cells in tables(store):
        naming = {field for field, cell in cells.items() if set(cell.split()) & set(order)}
        if cells.get("key") == ballot:
            assert naming <= TICKS | {"entitled"}
        elif name == "journal_change" and cells["row_key"] == ballot:
            assert not naming or cells["field"] in TICKS | {"entitled"}
        elif ballot in (cells.get("ballot"), cells.get("vote")) and name in ("ballot_correction", "totals_correction"):
            assert naming <= {f"before_{field}" for field in TICKS}
            assert all([code for code in order if code in cells[field]] == cells[field].split() for field in naming)
        else:
            assert not naming or ballot not in cells.values(), (name, cells)


def test_r35_no_row_journal_or_undo_links_a_voter_to_a_vote_in_an_election(room: Room) -> None:
    desk = room[0]
    held = elect(room, "CHE", "JPN", seats=1, body=Body.OTHER)  # no candidate is a voter: each code found is a voter's
    ballot = desk.ballots.open(held.key)
    order = held.entitled
    for state in (order[3], order[0], order[7], order[5]):
        desk.ballots.mark(ballot.key, state, Tick.RECEIVED)
    for state in (order[5], order[0], order[3]):
        desk.ballots.mark(ballot.key, state, Tick.RETURNED)
    desk.ballots.mark(ballot.key, order[6], Tick.UNABLE)
    undo(desk.store)
    desk.ballots.mark(ballot.key, order[6], Tick.UNABLE)
    keys = [name.key for name in desk.elections.board(held.key).names]
    desk.ballots.count(ballot.key, 0, 0, {keys[0]: 2, keys[1]: 1})
    for act in (
        lambda: desk.ballots.mark(ballot.key, order[7], Tick.RETURNED),
        lambda: desk.ballots.issue(ballot.key, 5, 4),
        lambda: undo(desk.store),
    ):
        with pytest.raises(Refusal):
            act()
    desk.ballots.count(ballot.key, 1, 0, {keys[0]: 1, keys[1]: 1})  # the tellers counted again
    check_secret(desk.store, ballot.key, order)
    desk.ballots.close(ballot.key)
    check_secret(desk.store, ballot.key, order)
    desk.ballots.correct(ballot.key, Papers(5, 3, 0, (), (), ()), Count(0, (1, 2)), "A paper was valid after all.")
    check_secret(desk.store, ballot.key, order)
    raw = b"".join(one.read_bytes() for one in desk.store.path.parent.glob("register.nmirf*"))
    for first, second in ((keys[0], keys[1]), (keys[1], keys[0])):
        for code in order:
            for sign in " :;,=>|\t\n":
                assert f"{code}{sign}{first}".encode() not in raw, (code, first, second)


def secret_vote(room: Room) -> Vote:
    desk, meeting, item = room
    desk.sittings.all_arrive(meeting.key)
    put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
    desk.proposals.note_objection(put.key)
    return desk.voting.open(Ballot(meeting.key, item.key, Method.SECRET_BALLOT, put.key))


def test_r18_a_proposal_is_put_to_a_secret_ballot_with_totals_only(room: Room) -> None:
    desk, meeting, _ = room
    held = secret_vote(room)
    with pytest.raises(Refusal, match="only the totals"):
        desk.voting.cast(Cast(held.key, "MAR", Answer.IN_FAVOUR))
    with pytest.raises(Refusal, match="count of the papers"):
        desk.voting.close(held.key)
    with pytest.raises(Problem, match="returned"):
        desk.secret_votes.count(held.key, 0, HandCount(2, 1, 0), issued=4, returned=4)
    desk.secret_votes.count(held.key, 1, HandCount(2, 1, 0), issued=4, returned=4)
    check_secret(desk.store, held.key, held.entitled)
    decision = desk.voting.close(held.key)
    assert decision is not None
    assert decision.mode is Mode.VOTE
    board = desk.voting.board(held.key)
    assert (board.tally.in_favour, board.tally.against, board.outcome) == (2, 1, Outcome.ADOPTED)
    assert board.answers == ()
    with pytest.raises(Refusal):
        desk.secret_votes.count(held.key, 1, HandCount(2, 1, 0), issued=4, returned=4)
    motion = desk.voting.open(
        Ballot(meeting.key, held.item, Method.SECRET_BALLOT, kind=VoteKind.PROCEDURAL, question=said("Closure"))
    )
    desk.secret_votes.count(motion.key, 0, HandCount(3, 3, 0), 7, 6)
    with pytest.raises(Problem, match="counted"):
        desk.secret_votes.count(motion.key, 0, HandCount(3, 3, 1), 7, 6)
    with pytest.raises(Problem, match="papers were returned, but"):
        desk.secret_votes.count(motion.key, 0, HandCount(3, 3, 1), 6, 7)
    desk.secret_votes.count(motion.key, 0, HandCount(3, 3, 1), 8, 7)
    assert desk.voting.board(motion.key).papers == Papers(8, 7, 0, (), (), ())
    assert desk.voting.close(motion.key) is None


def test_r18_what_nobody_typed_of_the_papers_is_not_invented(room: Room) -> None:
    desk = room[0]
    held = secret_vote(room)
    with pytest.raises(Problem, match="members can take part"):
        desk.secret_votes.count(held.key, 2, HandCount(5, 2, 0))
    with pytest.raises(Problem, match="cannot be negative"):
        desk.secret_votes.count(held.key, -1, HandCount(5, 2, 0))
    desk.secret_votes.count(held.key, 1, HandCount(5, 2, 0))
    papers = desk.voting.board(held.key).papers
    assert papers == Papers(0, 0, 1, (), (), ())
    assert not papers.numbered
    desk.secret_votes.count(held.key, 1, HandCount(5, 2, 0), 8, 8)  # then somebody counted them
    papers = desk.voting.board(held.key).papers
    assert papers is not None
    assert papers.numbered


def _entries(desk: Secretariat) -> int:
    with desk.store.read() as session:
        return len(ENTRIES.all(session))


MARKS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(Tick)), max_size=14)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=MARKS, backs=st.integers(0, 3))
def test_r35_no_order_of_marks_counts_and_undo_gives_a_paper_to_whom_it_is_not_due(
    room: Room, marks: list[tuple[int, Tick]], backs: int
) -> None:
    desk = room[0]
    for one in desk.elections.all(room[1].key):  # of an earlier example
        if one.standing.following is not None:
            desk.elections.stop(one.election.key, "the next example")
    held = elect(room, "CHE", "JPN", seats=1, body=Body.OTHER)
    ballot = desk.ballots.open(held.key)
    voters = (*held.entitled, *registers.OBSERVERS)
    done = 0
    for place, tick in marks:
        if voters[place] in held.entitled:
            written = _entries(desk)
            desk.ballots.mark(ballot.key, voters[place], tick)
            done += _entries(desk) - written  # the same mark again is none
        else:
            with pytest.raises(Refusal):
                desk.ballots.mark(ballot.key, voters[place], tick)
    for _ in range(min(backs, done)):
        try:
            undo(desk.store)
        except Refusal:
            break
    view = desk.elections.board(held.key).open
    if view is None or view.ballot.papers is None:
        return
    papers = view.ballot.papers
    assert set(papers.returned_by) <= set(papers.received) <= set(held.entitled)
    assert (papers.issued, papers.returned) == (len(papers.received), len(papers.returned_by))
    assert not set(papers.unable) & set(papers.received)


def test_r35_no_election_is_reopened_while_another_goes_on(room: Room) -> None:
    desk, _, _ = room
    first = elect(room, "MAR", body=Body.OTHER)
    desk.elections.acclaim(first.key)
    second = elect(room, "PRY", "PRT", seats=1, body=Body.OTHER)
    with pytest.raises(Refusal, match="is going on, and one election is held at a time"):
        desk.elections.reopen(first.key, "A key was pressed too early.")
    desk.elections.stop(second.key, "Put off.")
    desk.elections.reopen(first.key, "A key was pressed too early.")
    assert not desk.elections.board(first.key).elected


def test_r27_an_acclamation_recorded_by_mistake_is_reopened_with_its_reason_while_nothing_rests_on_it(
    room: Room,
) -> None:
    desk, meeting, _ = room
    held = elect(room, "MAR", "PRY", "PRT", body=Body.COMMITTEE, seats=3)
    with pytest.raises(Refusal, match="Only an election by acclamation"):
        desk.elections.reopen(held.key, "A key was pressed too early.")
    assert [one.state.iso3 for one in desk.elections.foreseen(held.key)] == ["MAR", "PRY", "PRT"]
    desk.elections.acclaim(held.key)
    assert "Ctrl+F7" in desk.steps.stays()
    with pytest.raises(Problem, match="Say why"):
        desk.elections.reopen(held.key, " ")
    desk.elections.reopen(held.key, "A key was pressed too early.")
    desk.elections.acclaim(held.key)
    with desk.store.read() as session:
        minuted = [one.text.en for one in draft(read_meeting(session, meeting.key, desk.states))]
    assert [one for one in minuted if "rectified, for this reason" in one and "A key was pressed too early" in one]
    desk.elections.reopen(held.key, "A key was pressed too early.")
    board = desk.elections.board(held.key)
    assert (board.elected, board.election.reason) == ((), "A key was pressed too early.")
    assert not board.standing.over
    with desk.store.read() as session:
        told = [one for one in LINES.all(session, row=held.key, field="acclaimed") if one.before]
    assert any(board.names[0].key in str(one.before) for one in told), "what was announced stays in the journal"
    desk.elections.acclaim(held.key)
    appointment = desk.elections.appointment(meeting.key)
    assert appointment is not None
    desk.committees.record(appointing(appointment))
    with pytest.raises(Refusal, match="appointed by this election"):
        desk.elections.reopen(held.key, "Too late.")
    assert len(elected(room, held)) == 3


@pytest.mark.parametrize("typed", [("Sra. Ana Silva", "Sr. José Reyes"), ("Mme Ana Silva", "Monsieur José Reyes")])
def test_r35_an_honorific_typed_with_a_candidate_is_said_in_each_language_in_the_minutes(
    room: Room, typed: tuple[str, str]
) -> None:
    """Spanish minutes read “elige Sra. Ana Silva”, and English and French ones had “Sra.” too."""
    desk, meeting, item = room
    for title, name in zip((ELECTIONS[Office.CHAIR], ELECTIONS[Office.RAPPORTEUR]), typed, strict=True):
        stood = (Nominee("PRY", name),)
        held = desk.elections.open(NewElection(meeting.key, item.key, title, 1, stood, Body.OTHER))
        desk.elections.acclaim(held.key)
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    told = [one.text for one in draft(facts) if one.slot.startswith(("officers", "acclamation"))]
    english, french, spanish = (
        "\n".join(one[language] for one in told).replace("\u00a0", " ")
        for language in (Language.EN, Language.FR, Language.ES)
    )
    assert "elige Presidenta a la Sra. Ana Silva (Paraguay) y Relator al Sr. José Reyes (Paraguay)" in spanish
    ana, jose = "de la Sra. Ana Silva (Paraguay)", "del Sr. José Reyes (Paraguay)"
    assert f"Queda proclamada por aclamación la elección {ana} a la Presidencia." in spanish
    assert f"Queda proclamada por aclamación la elección {jose} a la Relatoría." in spanish
    assert "L’élection de Mme Ana Silva (Paraguay) à la présidence est prononcée par acclamation." in french
    assert "Ms. Ana Silva (Paraguay) as Chair" in english
    assert "Mr. José Reyes (Paraguay)" in english
    assert "Mme Ana Silva (Paraguay)" in french
    assert "M. José Reyes (Paraguay)" in french
    assert "Sr" not in english + french


def test_r35_who_is_elected_without_an_honorific_is_no_man_in_french_and_spanish(room: Room) -> None:
    """A woman whose gender nobody had entered was “le candidat suivant est élu”, “queda elegido”."""
    desk, meeting, item = room
    stood = (Nominee("PRT", "Ana Matos"),)
    held = desk.elections.open(NewElection(meeting.key, item.key, ELECTIONS[Office.CHAIR], 1, stood, Body.OTHER))
    desk.elections.acclaim(held.key)
    with desk.store.read() as session:
        facts = read_meeting(session, meeting.key, desk.states)
    told = [one.text for one in draft(facts) if one.slot.startswith("acclamation")]
    assert any(
        "L’élection d’Ana Matos (Portugal) à la présidence est prononcée par acclamation." in one.fr for one in told
    )
    assert any("por aclamación la elección de Ana Matos (Portugal) a la Presidencia." in one.es for one in told)
    assert any(
        "The following candidate was elected Chair by acclamation: Ana Matos (Portugal)." in one.en for one in told
    )
