"""An election replayed ballot by ballot gives what was announced, and names no voter (R35 and part E)."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given

from nmirf_desktop.domain.election_board import Records, board
from nmirf_desktop.domain.election_replay import ElectionReplay, Happened, election_steps
from nmirf_desktop.domain.election_replay_sentences import election_details, election_step
from nmirf_desktop.domain.election_sentences import acclaimed_names
from nmirf_desktop.domain.elections import BallotCorrection, BallotKind, Count
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.typography import parted
from nmirf_desktop.i18n import Language, catalog
from tests.domain.elections import BEGAN, MINUTE, PAPERS, Box, Course, ballot, boxes, contests, election, papers
from tests.domain.test_voting import STATES

WORDS = catalog(Language.EN)
NAMES = "ABCDEF"


def records(course: Course, *corrections: BallotCorrection) -> Records:
    return Records(course.held, course.candidates, tuple(course.ballots), corrections, STATES)


def replayed(course: Course, *corrections: BallotCorrection) -> ElectionReplay:
    return ElectionReplay(election_steps(records(course, *corrections)))


def told(replay: ElectionReplay) -> list[str]:
    return [election_step(replay, number, WORDS) for number in range(len(replay.steps))]


def step(replay: ElectionReplay, kind: Happened, place: int = 0) -> int:
    return [number for number, one in enumerate(replay.steps) if one.kind is kind][place]


def test_ballot_by_ballot_with_a_restricted_list_a_tie_and_a_lot() -> None:
    course = Course(election(entitled=8), "A", "B", "C")
    course.vote(A=3, B=3, C=2)
    course.vote(A=4, B=4)
    course.draw()
    replay = replayed(course)
    assert told(replay) == [
        "The election is opened",
        "Ballot 1 · Unrestricted ballot",
        "Ballot 1 is counted",
        "The Chair announces the result of ballot 1",
        "Ballot 2 · Restricted ballot",
        "Ballot 2 is counted",
        "The Chair announces the result of ballot 2",
        "The Chair draws lots",
    ]
    details = [election_details(replay, number, WORDS) for number in range(len(replay.steps))]
    assert details[0] == "1 seat is to be filled.\n8 members are entitled to vote."
    assert details[1].startswith("On the ballot paper: A (Paraguay), B (Paraguay) and C (Paraguay).")
    assert "A (Paraguay): 3" in details[2]
    assert "more than half: 5." in details[2]
    assert "No candidate obtained the required majority." in details[3]
    assert "The next ballot is restricted to: A (Paraguay) and B (Paraguay)." in details[3]
    assert "draws 1 name by lot from" in details[6]
    assert "The Chair having drawn lots" in details[7]
    assert "The seat is filled." in details[7]


def test_the_chair_declares_otherwise_and_the_reason_is_said() -> None:
    course = Course(election(entitled=8), "A", "B")
    course.vote(A=5, B=3)
    course.ballots[0] = replace(course.ballots[0], declared=("B",), divergence="papers of A had been copied")
    replay = replayed(course)
    announced = step(replay, Happened.ANNOUNCED)
    assert told(replay)[announced] == "The Chair declares another result of ballot 1 than the numbers give"
    said = election_details(replay, announced, WORDS)
    assert "The Chair declared the following candidate elected: B (Paraguay)." in said
    assert "Reason: “\u2068papers of A had been copied\u2069”." in said


def test_a_correction_is_a_step_after_what_had_been_announced() -> None:
    course = Course(election(entitled=9), "A", "B")
    course.vote(A=6, B=3)
    first, now = course.ballots[0], replace(course.ballots[0], count=Count(0, (5, 4)))
    course.ballots[0] = now
    assert first.papers is not None
    assert first.count is not None
    between = Count(0, (7, 2))
    fixed = [
        BallotCorrection("c1", first.key, BEGAN + 30 * MINUTE, "two sheets were changed", first.papers, first.count),
        BallotCorrection("c2", first.key, BEGAN + 40 * MINUTE, "and changed again", first.papers, between),
    ]
    replay = replayed(course, *fixed)
    announced = replay.ballot(step(replay, Happened.ANNOUNCED))
    assert announced.ballot.count == first.count
    assert [replay.ballot(step(replay, Happened.CORRECTED, one)).ballot.count for one in (0, 1)] == [between, now.count]
    said = election_details(replay, step(replay, Happened.CORRECTED), WORDS)
    assert said.startswith("A (Paraguay): 7, B (Paraguay): 2")
    assert (
        "Before the record was corrected, the following results had been announced: A (Paraguay): 6,"
        " B (Paraguay): 3. Reason: “two sheets" in "".join(parted(said))
    )


def test_who_withdrew_an_acclamation_and_a_stop_are_steps_too() -> None:
    course = Course(election(seats=2, entitled=8), "A", "B", "C")
    course.vote(returned=8, A=8, B=4, C=4)
    course.candidates = tuple(
        replace(one, withdrawn_at=BEGAN + 20 * MINUTE) if one.key == "C" else one for one in course.candidates
    )
    course.held = replace(course.held, acclaimed=("B",), acclaimed_at=BEGAN + 25 * MINUTE)
    replay = replayed(course)
    assert [one.kind for one in replay.steps][-2:] == [Happened.WITHDRAWN, Happened.ACCLAIMED]
    assert told(replay)[-2] == "The candidature of the following was withdrawn: C (Paraguay)."
    assert "elected by acclamation: B (Paraguay)" in election_details(replay, len(replay.steps) - 1, WORDS)
    course.held = replace(
        course.held, acclaimed=(), acclaimed_at=None, stopped_at=BEGAN + 25 * MINUTE, reason="no agreement"
    )
    ended = replayed(course)
    said = "".join(parted(election_details(ended, len(ended.steps) - 1, WORDS)))
    assert "The election was broken off: “no agreement”." in said


def test_those_acclaimed_are_in_the_order_of_the_language_wherever_they_are_named() -> None:
    course = Course(election(seats=2, entitled=8), "A", "B")
    course.held = replace(course.held, acclaimed=("B", "A"), acclaimed_at=BEGAN + MINUTE)
    replay = replayed(course)
    said = (election_details(replay, 1, WORDS), acclaimed_names(replay.board(1), WORDS))
    assert all(text.rstrip(".").endswith("by acclamation: A (Paraguay) and B (Paraguay)") for text in said)


def test_an_election_without_any_result_is_not_replayed() -> None:
    with pytest.raises(Refusal):
        replayed(Course(election(), "A", "B"))


@given(contests, boxes)
def test_whatever_happens_each_step_is_what_was_shown_and_names_no_voter(
    contest: tuple[int, int], drawn: list[Box]
) -> None:
    """The board of each announcement is that of the rows of its time; the last one is that of the rows now."""
    seats, names = contest
    course = Course(election(seats=seats, entitled=PAPERS), *NAMES[:names])
    shown = []
    for now in course.hold(drawn):
        marked = Papers(PAPERS, PAPERS, 0, course.held.entitled, course.held.entitled, ())
        course.ballots[-1] = replace(course.ballots[-1], papers=marked)
        shown.append(now)
    if not course.ballots:
        return
    replay = replayed(course)
    said = [one for one in replay.steps if one.kind in (Happened.ANNOUNCED, Happened.LOT)]
    assert len(said) == len(shown)
    assert {one.records.standing for one in said} == set(shown)
    assert replay.board(len(replay.steps) - 1).standing == board(records(course)).standing
    assert [one.at for one in replay.steps] == sorted(one.at for one in replay.steps)
    for number, one in enumerate(replay.steps):
        for taken in one.records.ballots:
            assert taken.papers is None or not (taken.papers.received or taken.papers.returned_by)
        text = election_step(replay, number, WORDS) + election_details(replay, number, WORDS)
        assert not any(voter in text for voter in course.held.entitled)


def test_it_is_counted_when_the_journal_says_and_never_after_it_was_announced() -> None:
    course = Course(election(entitled=8), "A", "B")
    course.vote(A=5, B=3)
    opened = course.ballots[0].opened_at
    at = opened + datetime.timedelta(minutes=3)
    found = election_steps(records(course), {"ballot 1": at})
    assert [one.at for one in found if one.kind is Happened.COUNTED] == [at]
    late = election_steps(records(course), {"ballot 1": opened + datetime.timedelta(hours=3)})
    assert [one.at for one in late if one.kind is Happened.COUNTED] == [course.ballots[0].closed_at]
    assert papers(8) == course.ballots[0].papers


def test_who_was_entered_later_is_not_there_before_and_who_was_on_a_ballot_was() -> None:
    course = Course(election(entitled=8), "A", "B", "C")
    course.ballots = [ballot(1, BallotKind.OPEN, 1, {"A": 4, "B": 4})]
    opened = course.ballots[0].opened_at
    entered = {"A": BEGAN - MINUTE, "B": opened + MINUTE, "C": opened + MINUTE}
    replay = ElectionReplay(election_steps(records(course), entered_at=entered))
    names = [[one.key for one in replay.board(number).names] for number in range(len(replay.steps))]
    assert names == [["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C"]]
