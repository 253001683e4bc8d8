"""What each ballot of an election leads to (R35; GA 92–94), worked out by hand, replayed from records, and invented."""

import random
from collections import Counter
from dataclasses import replace
from itertools import groupby, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain import election_checks as checks
from nmirf_desktop.domain.candidatures import Slate
from nmirf_desktop.domain.election_rules import How, Lot, NextBallot, before, required, standing
from nmirf_desktop.domain.elections import BallotKind, Body, Count, ElectionBallot, Majority
from nmirf_desktop.domain.lots import drawn
from nmirf_desktop.domain.practices import DEFAULTS, Choice, Option, Practices, Question
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.secret_ballots import Papers, check_papers
from tests.domain.elections import BEGAN, CONTESTS, MINUTE, PAPERS, Course, ballot, boxes_of, election, papers, stand
from tests.domain.facts import day, rows

RECORDS = [(name, tuple(group)) for name, group in groupby(rows("elections.csv"), lambda row: row["election"])]


def votes_of(row: dict[str, str]) -> dict[str, int]:
    return {name: int(number) for name, _, number in (pair.partition(":") for pair in row["votes"].split())}


def test_the_elections_that_are_invented_reach_every_ballot_between_the_tied_and_every_lot() -> None:
    reached: Counter[tuple[BallotKind, bool]] = Counter()
    for seed, (seats, names) in product(range(25), CONTESTS):
        course = Course(election(seats=seats, entitled=PAPERS), *"ABCDEF"[:names])
        assert all(one.left <= seats for one in course.hold(boxes_of(seed)))
        reached.update({(one.kind, lot) for one in course.ballots for lot in {False, bool(one.lot)}})
    for kind in BallotKind:
        assert reached[kind, False] >= 20
        assert kind is BallotKind.OPEN or reached[kind, True] >= 5


@pytest.mark.parametrize(("name", "record"), RECORDS, ids=[name for name, _ in RECORDS])
def test_r35_elections_of_record_elect_whom_they_elected(name: str, record: tuple[dict[str, str], ...]) -> None:
    """Kind, list, majority and outcome of each ballot are those of the record.

    Where a record leaves ballots out, as press releases of 48 ballots do, the last known numbers are repeated: what is
    compared then is that ballots are restricted and unrestricted in turn when they were.
    """
    first = record[0]
    names = dict.fromkeys(name for row in record for name in votes_of(row))
    course = Course(election(int(first["seats"]), int(first["entitled"]), Majority(first["majority"])), *names)
    for earlier, row in zip((first, *record), record, strict=False):
        while len(course.ballots) + 1 < int(row["ballot"]):
            course.vote(**dict(sorted(votes_of(earlier).items(), key=lambda one: -one[1])[:2]))
        asked, votes_given = course.following, votes_of(row)
        assert asked.kind is BallotKind(row["kind"]), row
        if asked.kind is not BallotKind.OPEN:
            assert set(asked.candidates) == set(votes_given)
        blank, invalid = int(row["abstentions"] or 0), int(row["invalid"] or 0)
        returned = int(row["papers"]) if row["papers"] else None
        if returned is None and asked.places > 1:
            returned = max(votes_given.values()) + blank + invalid
        now = course.vote(returned, invalid, blank, **votes_given)
        if row["lot"]:
            assert course.lot.tied == tuple(votes_given)
            course.ballots[-1] = replace(course.ballots[-1], lot=(row["lot"],), lot_at=BEGAN)
            now = course.now
        found = [one.candidate for one in now.elected if one.ballot == int(row["ballot"])]
        assert found == row["elected"].split(), row
    assert not course.now.left
    assert course.now.following is None


@pytest.mark.parametrize(
    ("voting", "majority", "needed"),
    [
        (193, Majority.TWO_THIRDS, 129), (191, Majority.TWO_THIRDS, 128), (190, Majority.TWO_THIRDS, 127),
        (187, Majority.TWO_THIRDS, 125), (184, Majority.TWO_THIRDS, 123), (180, Majority.TWO_THIRDS, 120),
        (191, Majority.OF_MEMBERS, 97), (40, Majority.SIMPLE, 21), (41, Majority.SIMPLE, 21), (1, Majority.SIMPLE, 1),
        (0, Majority.SIMPLE, 1), (0, Majority.TWO_THIRDS, 1),
    ],
)  # fmt: skip
def test_r35_the_majority_is_of_the_members_voting(voting: int, majority: Majority, needed: int) -> None:
    """The first six are those that press releases of the General Assembly announced."""
    held = ballot(1, BallotKind.OPEN, 1, {"A": voting}, abstentions=3, invalid=2)
    assert required(held, majority, 192) == needed


def test_r35_several_rounds_with_a_restricted_list_a_tie_and_a_lot_ballot_by_ballot() -> None:
    """Three seats of forty members: one in the first ballot, a tie for the list, then for a seat, and a lot."""
    course = Course(election(3), "A", "B", "C", "D", "E", "F", "G")
    now = course.vote(returned=40, A=25, B=20, C=18, D=15, E=12, F=12, G=4)
    assert now.keys == ("A",)
    assert now.left == 2
    # twice two names: B, C, D, and one of E and F, who have equal votes
    assert course.following == NextBallot(BallotKind.TIED_FOR_LIST, ("E", "F"), 1)
    course.vote(E=19, F=19, abstentions=2)
    assert course.lot == Lot(2, ("E", "F"), 1)
    course.draw()
    (fourth,) = drawn("seed", ("E", "F"))[:1]
    assert course.following == NextBallot(BallotKind.RESTRICTED, ("B", "C", "D", fourth), 2)
    # three have the majority of 40, two of them equal: the last seat is decided between these
    now = course.vote(returned=40, B=23, C=21, D=21, **{fourth: 10})
    assert now.keys == ("A", "B")
    assert course.following == NextBallot(BallotKind.TIED_FOR_SEAT, ("C", "D"), 1)
    course.vote(C=20, D=20)
    assert course.lot == Lot(4, ("C", "D"), 1)
    now = course.draw("another")
    assert now.keys == ("A", "B", drawn("another", ("C", "D"))[0])
    assert [one.how for one in now.elected] == [How.MAJORITY, How.MAJORITY, How.LOT]
    assert (now.left, now.following) == (0, None)


def test_r35_one_seat_is_voted_on_again_between_the_two_and_equal_votes_are_drawn() -> None:
    course = Course(election(), "A", "B", "C")
    course.vote(A=15, B=13, C=12)
    assert course.following == NextBallot(BallotKind.RESTRICTED, ("A", "B"), 1)
    course.vote(A=19, B=19, abstentions=2)
    assert course.lot.tied == ("A", "B")
    assert course.draw().left == 0


def test_r35_two_candidates_with_equal_votes_are_voted_on_again_before_a_lot_is_drawn() -> None:
    course = Course(election(), "A", "B")
    course.vote(A=20, B=20)
    assert course.following == NextBallot(BallotKind.RESTRICTED, ("A", "B"), 1)


def test_r35_a_tie_for_the_second_name_of_the_list_is_decided_first() -> None:
    course = Course(election(), "A", "B", "C")
    course.vote(A=16, B=12, C=12)
    assert course.following == NextBallot(BallotKind.TIED_FOR_LIST, ("B", "C"), 1)
    course.vote(B=18, C=22)
    assert course.following == NextBallot(BallotKind.RESTRICTED, ("A", "C"), 1)


def test_r35_after_three_restricted_ballots_without_result_three_are_unrestricted_and_so_on() -> None:
    course = Course(election(2), "A", "B", "C", "D", "E", "F")
    course.vote(returned=40, A=20, B=19, C=18, D=17, E=3, F=2)
    kinds = []
    for _ in range(12):
        kinds.append(course.following.kind)
        course.vote(returned=40, A=20, B=19, C=18, D=17)
    assert (
        kinds
        == [BallotKind.RESTRICTED] * 3 + [BallotKind.OPEN] * 3 + [BallotKind.RESTRICTED] * 3 + [BallotKind.OPEN] * 3
    )
    assert course.following.candidates == ("A", "B", "C", "D")


def test_r35_a_ballot_that_elects_somebody_begins_the_count_of_three_anew() -> None:
    course = Course(election(3), "A", "B", "C", "D", "E", "F")
    course.vote(returned=40, A=20, B=19, C=18, D=17, E=16, F=15)
    course.vote(returned=40, A=20, B=19, C=18, D=17)
    course.vote(returned=40, A=20, B=19, C=18, D=17)
    course.vote(returned=40, A=30, B=19, C=18, D=17)
    assert [course.vote(returned=40, B=19, C=18, D=17).following for _ in range(2)][-1] == NextBallot(
        BallotKind.RESTRICTED, ("B", "C", "D"), 2
    )
    course.vote(returned=40, B=19, C=18, D=17)
    assert course.following.kind is BallotKind.OPEN


def test_r35_more_than_the_seats_with_a_majority_are_elected_in_order_of_votes() -> None:
    course = Course(election(2), "A", "B", "C")
    now = course.vote(returned=40, A=21, B=25, C=30)
    assert now.keys == ("C", "B")
    assert now.following is None


def test_r35_who_obtained_no_vote_is_not_on_the_restricted_list() -> None:
    course = Course(election(2), "A", "B", "C", "D")
    course.vote(returned=40, A=30, B=15)
    assert course.following == NextBallot(BallotKind.RESTRICTED, ("B",), 1)


def test_r35_where_all_abstain_everybody_stands_again() -> None:
    course = Course(election(), "A", "B", "C")
    course.vote(abstentions=40)
    assert course.following == NextBallot(BallotKind.OPEN, ("A", "B", "C"), 1)


def test_r35_who_withdraws_is_left_out_of_the_next_list_and_not_of_ballots_before() -> None:
    course = Course(election(), "A", "B", "C")
    course.vote(A=15, B=13, C=12)
    course.candidates = (course.candidates[0], replace(course.candidates[1], withdrawn_at=BEGAN), course.candidates[2])
    assert course.following.candidates == ("A", "C")
    later = replace(course.candidates[1], withdrawn_at=BEGAN + 60 * MINUTE)
    course.candidates = (course.candidates[0], later, course.candidates[2])
    course.ballots.append(ballot(2, BallotKind.RESTRICTED, 1, {"A": 19, "B": 19}))
    asked = before(course.ballots[1], course.held, course.candidates, course.ballots)
    assert asked == NextBallot(BallotKind.RESTRICTED, ("A", "B"), 1)


def test_r35_what_the_chair_declared_stands_with_its_reason() -> None:
    course = Course(election(), "A", "B")
    course.vote(A=21, B=19)
    course.ballots[0] = replace(course.ballots[0], declared=("B",), divergence="The tellers counted again.")
    assert [(one.candidate, one.how) for one in course.now.elected] == [("B", How.DECLARED)]


def test_r35_by_acclamation_where_no_more_stand_than_seats_or_as_a_slate() -> None:
    held, three = election(2), stand("A", "B", "C")
    now = standing(held, three, ())
    slate = Slate("slate", "call", day("2027-01-01"), ("PRY",))
    with pytest.raises(Refusal):
        checks.check_acclamation(now, ("A", "B", "C"), None, DEFAULTS)
    checks.check_acclamation(now, ("A", "B"), None, DEFAULTS)
    always = Practices((Choice("c", Question.ACCLAMATION, Option.ALWAYS_BALLOT, day("2026-01-01")),))
    with pytest.raises(Refusal):
        checks.check_acclamation(now, ("A", "B"), None, always)
    checks.check_acclamation(now, ("A", "B"), slate, always)
    with pytest.raises(Refusal):
        checks.check_acclamation(now, (), None, DEFAULTS)
    done = standing(replace(held, acclaimed=("A", "B"), acclaimed_at=BEGAN), three, ())
    assert done.keys == ("A", "B")
    assert (done.left, done.following) == (0, None)
    with pytest.raises(Refusal):
        checks.check_acclamation(done, ("C",), None, DEFAULTS)


@pytest.mark.parametrize(
    ("came", "abstentions", "votes", "places"),
    [
        (papers(40), 0, (25, 14), 1),  # a vote is missing: an abstention is counted as one
        (papers(40), 0, (25, 16), 1),  # one vote too many
        (papers(40, invalid=20), 21, (0, 0), 1),  # more taken away than came back
        (papers(40), 0, (41, 0), 2),  # a candidate with more votes than papers
        (papers(40), 0, (40, 41), 2),
        (papers(40), -1, (25, 16), 1),
        (papers(40), 0, (25,), 1),
    ],
)
def test_r35_numbers_that_cannot_be_true_together_are_refused(
    came: Papers, abstentions: int, votes: tuple[int, ...], places: int
) -> None:
    held = ballot(1, BallotKind.OPEN, places, {"A": 0, "B": 0})
    with pytest.raises(Problem):
        checks.check_count(held, came, Count(abstentions, votes))
    checks.check_count(held, papers(40), Count(0, (25, 15)))


@pytest.mark.parametrize(
    "came",
    [
        Papers(4, 3, 0, (), (), ()),
        Papers(2, 3, 0, (), (), ()),
        Papers(3, 3, 4, (), (), ()),
        Papers(3, 3, 0, (), (), ("A",)),
        Papers(1, 1, 0, ("A",), ("B",), ()),
        Papers(1, 0, 0, ("Z",), (), ()),
        Papers(1, 0, 0, ("A",), (), ("A",)),
        Papers(-1, 0, 0, (), (), ()),
    ],
)
def test_r18_papers_are_for_members_entitled_one_each(came: Papers) -> None:
    with pytest.raises((Problem, Refusal)):
        check_papers(came, ("A", "B", "C"))
    check_papers(Papers(2, 1, 1, ("A", "B"), ("A",), ("C",)), ("A", "B", "C"))


def test_r35_an_election_has_seats_voters_and_each_candidate_once() -> None:
    held = election()
    checks.check_election(held, stand("A", "B"))
    for wrong in (replace(held, seats=0), replace(held, seats=6, body=Body.COMMITTEE), replace(held, entitled=())):
        with pytest.raises((Problem, Refusal)):
            checks.check_election(wrong, stand("A"))
    with pytest.raises(Refusal):
        checks.check_election(held, stand("A", "A"))


def test_r35_a_lot_can_be_drawn_again_by_whoever_has_its_seed() -> None:
    names = ["MAR", "PRY", "PRT", "KEN"]
    assert drawn("a seed", names) == drawn("a seed", reversed(names))
    firsts = {drawn(f"{seed}", names)[0] for seed in range(50)}
    assert firsts == set(names)


NAMES = tuple("ABCDEFG")


@settings(deadline=None)
@given(
    seats=st.integers(1, 5),
    majority=st.sampled_from(Majority),
    standing_for=st.integers(1, 7),
    chance=st.randoms(use_true_random=False),
)
def test_r35_whatever_is_voted_never_more_are_elected_than_seats_and_lists_are_as_the_rule_says(
    seats: int, majority: Majority, standing_for: int, chance: random.Random
) -> None:
    course = Course(election(seats, 12, majority), *NAMES[:standing_for])
    for _ in range(14):
        following = course.now.following
        if following is None:
            break
        if isinstance(following, Lot):
            votes = course.ballots[following.ballot - 1].votes
            assert len({votes[one] for one in following.tied}) == 1
            assert following.places < len(following.tied)
            course.draw(str(chance.random()))
        else:
            check_asked(course, following)
            cast_at_random(course, following, chance)
        check_elected(course)


def check_asked(course: Course, asked: NextBallot) -> None:
    now = course.now
    assert not set(asked.candidates) & set(now.keys)
    assert asked.places <= now.left or asked.kind is BallotKind.TIED_FOR_LIST
    if asked.kind is BallotKind.RESTRICTED:
        assert len(asked.candidates) <= 2 * now.left
        ordinary = [one for one in course.ballots if not one.kind.special]
        votes = ordinary[-1].votes
        out = [one for one in votes if one not in asked.candidates and one not in now.keys]
        assert all(votes[one] <= min(votes[other] for other in asked.candidates) for one in out)
        rest = [one.kind for one in ordinary[-3:]]
        assert rest != [BallotKind.RESTRICTED] * 3 or any(one.ballot > ordinary[-4].number for one in now.elected)
    if asked.kind.special:
        last = course.ballots[-1].votes
        assert len({last[one] for one in asked.candidates}) == 1
        assert asked.places < len(asked.candidates)


def cast_at_random(course: Course, asked: NextBallot, chance: random.Random) -> None:
    votes, blank = dict.fromkeys(asked.candidates, 0), 0
    for _ in range(12):
        most = min(asked.places, len(asked.candidates))
        names = chance.sample(asked.candidates, chance.randint(0, most))
        blank += not names
        for name in names:
            votes[name] += 1
    course.vote(12, 0, blank, **votes)
    last = course.ballots[-1]
    assert last.papers is not None
    assert last.count is not None
    checks.check_count(last, last.papers, last.count)


def check_elected(course: Course) -> None:
    """Never more than seats; each had a majority, or the lot; nobody twice."""
    now = course.now
    assert len(now.elected) + now.left == course.held.seats
    assert len(set(now.keys)) == len(now.keys)
    for one in now.elected:
        own = course.ballots[one.ballot - 1]
        ordinary = [other for other in course.ballots[: one.ballot] if not other.kind.special][-1]
        need = required(ordinary, course.held.majority, 12)
        had = ordinary.votes.get(one.candidate, 0) >= need
        assert had or (one.how is How.LOT and one.candidate in own.lot)


@settings(deadline=None, max_examples=300)
@given(seats=st.integers(1, 4), standing_for=st.integers(1, 7), chance=st.randoms(use_true_random=False))
def test_r35_whoever_withdraws_and_whatever_is_declared_only_who_stands_is_elected_and_the_election_goes_on(
    seats: int, standing_for: int, chance: random.Random
) -> None:
    course = Course(election(seats, 12), *NAMES[:standing_for])
    for _ in range(14):
        following = course.now.following
        if following is None:
            break
        if isinstance(following, Lot):
            course.draw(str(chance.random()))
            place = following.ballot - 1
            closed = course.ballots[place].closed_at
            assert closed is not None
            course.ballots[place] = replace(course.ballots[place], lot_at=closed + 2 * MINUTE)
            withdraws(course, course.ballots[place], chance, after=8)
        else:
            cast_at_random(course, following, chance)
            withdraws(course, course.ballots[-1], chance, after=1)
            declares(course, following, chance)
            withdraws(course, course.ballots[-1], chance, after=6)
        now, stand = course.now, {one.key for one in course.candidates if one.withdrawn_at is None}
        assert len(now.elected) + now.left == seats
        assert now.left >= 0
        assert set(now.keys) <= stand
        assert (now.following is None) is (not now.left or stand <= set(now.keys)), now


def withdraws(course: Course, held: ElectionBallot, chance: random.Random, after: int) -> None:
    """Some minutes *after* a ballot was opened one withdraws: while papers are counted (1), before or after a lot."""
    counting = after == 1
    elected = standing(course.held, course.candidates, course.ballots[:-1] if counting else course.ballots).keys
    name = chance.choice(course.candidates)
    if chance.random() < 0.3 and name.key not in elected and name.withdrawn_at is None:
        gone = replace(name, withdrawn_at=held.opened_at + after * MINUTE)
        course.candidates = tuple(gone if one is name else one for one in course.candidates)


def declares(course: Course, asked: NextBallot, chance: random.Random) -> None:
    """The Chair declares others than the numbers give, of those on the ballot that still stand."""
    if chance.random() < 0.3:
        left = standing(course.held, course.candidates, course.ballots[:-1]).left
        names = [one.key for one in course.candidates if one.key in asked.candidates and one.withdrawn_at is None]
        declared = chance.sample(names, chance.randint(0, min(left, asked.places, len(names))))
        last = replace(course.ballots[-1], declared=tuple(declared), divergence="So the Chair declared.")
        course.ballots[-1] = last
