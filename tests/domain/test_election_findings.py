"""What the rules say of elections: each result and list computed again, and what departs named with its facts (R35)."""

from dataclasses import replace

import pytest
from hypothesis import given

from nmirf_desktop.domain.compliance import Finding, FindingState, RegisterFacts
from nmirf_desktop.domain.elections import (
    BallotKind,
    Body,
    Candidate,
    Count,
    Election,
    ElectionBallot,
    Majority,
)
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.voting import HandCount, Method
from nmirf_desktop.i18n import Language, catalog
from tests.domain.elections import PAPERS, Box, Course, boxes, contests, election
from tests.domain.facts import OPENING, day, facts, found, meeting, member, moment, proposal, seats, term, vote

HELD = meeting("2026-01-28", "2026-01-30")
MEMBERS = ("MAR", "PRY", "PRT", "BRA", "GHA")
ELECTION = Election(
    "election", HELD.key, f"{HELD.key}-None-0", OPENING, Body.COMMITTEE, 1, moment("2026-01-28T10:00"), MEMBERS
)
STAND = tuple(Candidate(code, "election", place, code) for place, code in enumerate(("MAR", "PRY", "PRT")))
TODAY = "2026-06-01"


def ballot(number: int, kind: BallotKind, names: tuple[str, ...], votes: tuple[int, ...]) -> ElectionBallot:
    came = sum(votes)
    return ElectionBallot(
        f"ballot {number}", "election", number, kind, 1, names, moment(f"2026-01-28T11:{number}0"),
        Papers(came, came, 0, (), (), ()), Count(0, votes), moment(f"2026-01-28T11:{number}5"),
    )  # fmt: skip


FIRST = ballot(1, BallotKind.OPEN, ("MAR", "PRY", "PRT"), (2, 2, 1))
SECOND = ballot(2, BallotKind.RESTRICTED, ("MAR", "PRY"), (3, 2))
REGISTER = facts(
    memberships=tuple(member(code) for code in MEMBERS),
    meetings=(HELD,),
    elections=(ELECTION,),
    candidates=STAND,
    ballots=(FIRST, SECOND),
)


def r35(register: RegisterFacts, on: str = TODAY) -> tuple[Finding, ...]:
    return found(register, "R35", on)


def said(register: RegisterFacts, on: str = TODAY) -> str:
    return " ".join(one.message.said_in(catalog(Language.EN)) for one in r35(register, on))


def test_r35_without_an_election_there_is_nothing_to_judge() -> None:
    assert [one.state for one in r35(facts())] == [FindingState.NOT_JUDGED]


def test_r35_is_kept_where_each_list_and_result_follows_from_the_totals() -> None:
    (finding,) = r35(REGISTER)
    assert finding.state is FindingState.KEPT
    assert said(REGISTER).startswith("Elections: 1. Ballots: 2;")


@pytest.mark.parametrize(
    "wrong",
    [
        replace(SECOND, candidates=("MAR", "PRT")),  # not the two with most votes
        replace(SECOND, kind=BallotKind.OPEN, candidates=("MAR", "PRY")),
        replace(SECOND, places=2),
        replace(SECOND, count=Count(0, (9, 2))),  # more votes than papers
    ],
)
def test_r35_is_not_kept_where_a_ballot_is_not_the_one_that_follows_or_its_numbers_cannot_be(
    wrong: ElectionBallot,
) -> None:
    findings = r35(replace(REGISTER, ballots=(FIRST, wrong)))
    assert FindingState.NOT_KEPT in {one.state for one in findings}
    assert {one.part for one in findings if one.state is FindingState.NOT_KEPT} == {SECOND.key}


def test_r35_what_the_chair_declared_otherwise_is_a_remark_with_its_reason() -> None:
    declared = replace(SECOND, declared=("PRY",), divergence="The tellers had exchanged the names.")
    findings = r35(replace(REGISTER, ballots=(FIRST, declared)))
    assert [one.remark for one in findings] == [True, False]
    assert "declared others elected" in said(replace(REGISTER, ballots=(FIRST, declared)))


def test_r35_acclamation_is_for_no_more_candidates_than_seats_or_for_a_slate() -> None:
    at = moment("2026-01-28T10:30")
    one = replace(ELECTION, acclaimed=("MAR",), acclaimed_at=at)
    three = replace(REGISTER, elections=(one,), ballots=())
    assert r35(three)[0].state is FindingState.NOT_KEPT
    assert r35(replace(three, elections=(replace(one, on_slate=True),)))[0].state is FindingState.KEPT
    alone = replace(three, candidates=STAND[:1])
    assert [finding.state for finding in r35(alone)] == [FindingState.KEPT]
    gone = tuple(replace(other, withdrawn_at=at) for other in STAND[1:])
    assert [finding.state for finding in r35(replace(three, candidates=(STAND[0], *gone)))] == [FindingState.KEPT]
    always = Choice("c", Question.ACCLAMATION, Option.ALWAYS_BALLOT, day("2026-01-01"))
    assert "always taken" in said(replace(alone, choices=(always,)))
    assert "always taken" not in said(replace(alone, choices=(replace(always, since=day("2026-02-01")),)))


def test_r35_lots_are_drawn_between_the_tied_alone() -> None:
    tied = replace(SECOND, count=Count(1, (2, 2)), lot=("PRY",), lot_at=moment("2026-01-28T11:27"))
    assert [one.state for one in r35(replace(REGISTER, ballots=(FIRST, tied)))] == [FindingState.KEPT]
    for wrong in (replace(tied, lot=("PRT",)), replace(SECOND, lot=("PRY",), lot_at=tied.lot_at)):
        register = replace(REGISTER, ballots=(FIRST, wrong))
        assert FindingState.NOT_KEPT in {one.state for one in r35(register)}
        assert "lots were drawn in ballot 2" in said(register)


@given(contests, boxes)
def test_r35_is_kept_by_whatever_election_the_rules_lead_through(contest: tuple[int, int], drawn: list[Box]) -> None:
    """Each list, each lot and each result that the program itself asks for is what the rule finds afterwards."""
    seats, names = contest
    course = Course(election(seats=seats, entitled=PAPERS), *"ABCDEF"[:names])
    for _ in course.hold(drawn):
        pass
    held = replace(course.held, meeting=HELD.key, opened_at=moment("2026-01-28T09:00"))
    ballots = tuple(replace(one, lot_at=one.closed_at if one.lot else None) for one in course.ballots)
    register = replace(REGISTER, elections=(held,), candidates=course.candidates, ballots=ballots)
    wrong = [one.message.said_in(catalog(Language.EN)) for one in r35(register, "2027-06-01") if not_kept(one)]
    assert wrong == []


def not_kept(finding: Finding) -> bool:
    return finding.state is FindingState.NOT_KEPT


def test_r35_another_majority_and_a_ballot_where_none_is_secret_are_remarks() -> None:
    of_members = replace(ELECTION, majority=Majority.OF_MEMBERS)
    assert "another majority" in said(replace(REGISTER, elections=(of_members,)))
    none = Choice("c", Question.SECRECY, Option.NO_BALLOT, day("2026-01-01"))
    assert "secret ballot was taken" in said(replace(REGISTER, choices=(none,)))


def test_r35_a_day_knows_only_what_had_happened_by_then() -> None:
    before = replace(SECOND, opened_at=moment("2026-01-29T10:00"), closed_at=moment("2026-01-30T10:00"))
    register = replace(REGISTER, ballots=(FIRST, before))
    assert [one.state for one in r35(register, "2026-01-27")] == [FindingState.NOT_JUDGED]
    assert said(register, "2026-01-28").startswith("Elections: 1. Ballots: 1;")
    wrong = replace(register, ballots=(FIRST, replace(before, count=Count(0, (9, 2)))))
    assert [one.state for one in r35(wrong, "2026-01-29")] == [FindingState.KEPT]
    assert [one.state for one in r35(wrong, "2026-01-30")] == [FindingState.NOT_KEPT]


def test_r18_a_secret_ballot_on_a_proposal_is_told_where_the_practice_does_not_foresee_it() -> None:
    put = proposal(HELD)
    secret = replace(vote(put, "2026-01-28T12:00", MEMBERS, Method.SECRET_BALLOT), hands=HandCount(3, 2, 0))
    register = facts(meetings=(HELD,), proposals=(put,), votes=(secret,))
    assert len(found(register, "R18", TODAY)) == 2
    asked = Choice("c", Question.SECRECY, Option.ON_REQUEST, day("2026-01-01"))
    assert len(found(replace(register, choices=(asked,)), "R18", TODAY)) == 1


def r32(register: RegisterFacts) -> Finding:
    (finding,) = found(register, "R32", TODAY)
    return finding


def test_r32_an_election_of_the_meeting_is_its_act_where_the_elected_are_appointed() -> None:
    begun = term("2026-01-28", at=HELD)
    appointed = replace(REGISTER, terms=(begun,), seats=seats(begun, ("MAR",)))
    assert r32(replace(appointed, elections=())).state is FindingState.NOT_KEPT, "neither decision nor election"
    finding = r32(appointed)
    assert (finding.state, finding.remark) == (FindingState.KEPT, False)
    assert f"by election in {HELD.symbol}" in finding.message.said_in(catalog(Language.EN))
    assert "Election" in [fact.name for fact in finding.facts]
    elsewhere = replace(ELECTION, meeting="another")
    assert r32(replace(appointed, elections=(elsewhere,))).state is FindingState.NOT_KEPT
    other_office = replace(ELECTION, body=Body.OTHER)
    assert r32(replace(appointed, elections=(other_office,))).state is FindingState.NOT_KEPT
    assert r32(replace(appointed, ballots=())).state is FindingState.NOT_KEPT, "nobody is elected yet"


def test_r32_others_elected_than_appointed_are_said() -> None:
    begun = term("2026-01-28", at=HELD)
    finding = r32(replace(REGISTER, terms=(begun,), seats=seats(begun, ("PRY", "PRT"))))
    assert (finding.state, finding.remark) == (FindingState.KEPT, True)
    told = finding.message.said_in(catalog(Language.EN))
    assert "Paraguay, Portugal" in told
    assert f"Elected in {HELD.symbol}: Morocco" in told


def test_r32_who_filled_a_seat_later_was_not_elected_and_changes_nothing() -> None:
    begun = term("2026-01-28", at=HELD)
    first = seats(begun, ("MAR",))
    later = replace(first[0], key="later", state="PRY", period=replace(begun.period, start=day("2026-03-01")))
    assert not r32(replace(REGISTER, terms=(begun,), seats=(*first, later))).remark


def test_r32_a_ballot_for_each_group_makes_one_committee() -> None:
    begun = term("2026-01-28", at=HELD)
    both = seats(begun, ("MAR", "PRY"))
    one = replace(ELECTION, acclaimed=("MAR",), acclaimed_at=moment("2026-01-28T12:00"))
    two = replace(one, key="second", acclaimed=("PRY 2",))
    stand = (*STAND, Candidate("PRY 2", "second", 0, "PRY"))
    register = replace(REGISTER, elections=(one, two), candidates=stand, ballots=(), terms=(begun,), seats=both)
    assert (r32(register).state, r32(register).remark) == (FindingState.KEPT, False)
