"""A closed vote replayed step by step gives what was recorded (R16, R19, R27 and part E)."""

import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.replay import Count, Replay, Step, StepKind, steps
from nmirf_desktop.domain.replay_sentences import reason_words, step_words
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.tally import Tally, result, result_as_announced
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Outcome, VoteKind
from nmirf_desktop.i18n import Language, catalog
from tests.domain.test_voting import (
    ABSTAINING,
    MEMBERS,
    NO,
    PASSED,
    SILENT,
    STATES,
    YES,
    Room,
    a_vote,
    minute,
    presses,
)

WORDS = catalog(Language.EN)
ISOLATES = {0x2068: None, 0x2069: None}
"""The signs around what is printed as it was typed."""
later = st.lists(
    st.tuples(st.sampled_from(MEMBERS), st.sampled_from(Answer), st.sampled_from((Act.REKEYED, Act.INTENDED))),
    max_size=8,
)


def replayed(room: Room) -> Replay:
    return Replay(steps(room.vote, room.positions), tuple(room.positions), STATES)


def told(replay: Replay) -> list[str]:
    return [step_words(replay, number, WORDS) for number in range(len(replay.steps))]


def keyed(room: Room, those: list[tuple[str, Answer, Act]]) -> None:
    for state, answer, act in those:
        with contextlib.suppress(Refusal):
            room.cast(state, answer, act, "mis-keyed")


@given(presses, later, st.sampled_from([Method.ROLL_CALL, Method.RECORDED]), st.sampled_from([None, *Outcome]))
def test_replaying_all_steps_gives_the_recorded_outcome(
    before: list[tuple[str, Answer, Act]],
    after: list[tuple[str, Answer, Act]],
    method: Method,
    declared: Outcome | None,
) -> None:
    room = Room(a_vote(method))
    keyed(room, before)
    while room.missing():
        room.cast(room.missing()[0], SILENT)
    room.close(declared, "on a point of order")
    keyed(room, after)
    replay = replayed(room)
    announced = next(step for step in replay.steps if step.kind is StepKind.ANNOUNCED)
    assert announced.tally == result_as_announced(room.vote, room.positions)
    assert (announced.at, announced.vote) == (room.vote.closed_at, room.vote)
    assert replay.steps[-1].tally == result(room.vote, room.positions)
    assert replay.board(len(replay.steps) - 1) == room.board()
    for number, step in enumerate(replay.steps):
        assert step.tally == replay.board(number).tally, "the running tally is that of the board"
    moments = [step.at for step in replay.steps]
    assert moments == sorted(moments)
    written = [one for step in replay.steps for one in (step.together or (step.position,)) if one is not None]
    assert written == room.positions, "each once, in its order"


def test_each_step_says_what_it_changed() -> None:
    room = Room(a_vote())
    room.everybody(YES, NO, PASSED, ABSTAINING, YES)
    room.cast("GHA", NO, Act.CHANGE)
    room.cast("MEX", YES)
    room.close(Outcome.ADOPTED, "a member was not heard")
    room.cast("BRA", NO, Act.REKEYED, "a wrong key")
    room.cast("HND", YES, Act.INTENDED)
    room.cast("HND", NO, Act.INTENDED)
    replay = replayed(room)
    assert told(replay) == [
        "The vote is opened: 5 members are entitled to vote",
        "Called first: Ghana, drawn by lot",
        "Ghana: in favour",
        "Honduras: against",
        "Mexico: passed",
        "Paraguay: abstaining",
        "Brazil: in favour",
        "Ghana: in favour → against (changed before the announcement)",
        "The second call begins: 1 member is called again",
        "Mexico: passed → in favour (second call)",
        "The Chair declares, other than the numbers say: adopted",
        "Brazil: in favour → against (record corrected)",
        "Subsequently, the delegation of Honduras informed the secretariat that it had intended to vote in favour.",
        "The delegation of Honduras takes back what it had said that it had intended.",
    ]
    reasons = [said for step in replay.steps if (said := reason_words(step, WORDS))]
    assert [one.translate(ISOLATES) for one in reasons] == [
        "Reason: “a member was not heard”.",
        "Reason: “a wrong key”.",
    ]


@pytest.mark.parametrize(
    ("kind", "cast", "said"),
    [
        (VoteKind.APPEAL, (YES, NO, NO), "The Chair announces the result: the ruling stands"),
        (VoteKind.APPEAL, (YES, YES, NO), "The Chair announces the result: the ruling was overruled"),
        (VoteKind.PART, (YES, YES, NO), "The Chair announces the result: the part is retained"),
        (VoteKind.PART, (YES, NO, NO), "The Chair announces the result: the part is not retained"),
        (VoteKind.AMENDMENT, (YES, NO, NO), "The Chair announces the result: not adopted"),
    ],
)
def test_r21_r24_what_became_of_a_part_or_a_ruling_is_said_as_of_it(
    kind: VoteKind, cast: tuple[Answer, ...], said: str
) -> None:
    """An appeal that was upheld was "adopted", as if the ruling had been."""
    room = Room(a_vote(kind=kind))
    for state, answer in zip(MEMBERS, cast, strict=False):
        room.cast(state, answer)
    while room.missing():
        room.cast(room.missing()[0], SILENT)
    room.close()
    assert told(replayed(room))[-1] == said


def test_r24_the_chair_may_declare_a_ruling_to_stand_other_than_the_numbers_say() -> None:
    room = Room(a_vote(kind=VoteKind.APPEAL))
    room.cast(MEMBERS[0], YES)
    while room.missing():
        room.cast(room.missing()[0], SILENT)
    room.close(Outcome.NOT_ADOPTED, "a point of order")
    assert told(replayed(room))[-1] == "The Chair declares, other than the numbers say: the ruling stands"


def test_r19_silence_that_is_written_of_all_in_the_second_call_is_one_step_after_it_begins() -> None:
    room = Room(a_vote(drawn=None))
    room.everybody(SILENT, NO, SILENT, NO, NO)
    room.together(SILENT, ())
    room.close()
    assert told(replayed(room))[-3:] == [
        "The second call begins: 2 members are called again",
        "No answer, noted at once: 2 States",
        "The Chair announces the result: not adopted",
    ]


def test_what_was_written_of_many_together_is_one_step() -> None:
    room = Room(a_vote(Method.RECORDED, drawn=None))
    room.cast("HND", NO)
    room.together(YES, {"GHA", "MEX", "HND", "PRT"})
    room.cast("MEX", ABSTAINING)
    room.together(SILENT, ())
    room.close()
    replay = replayed(room)
    assert told(replay) == [
        "The vote is opened: 5 members are entitled to vote",
        "Honduras: against",
        "In favour, noted at once: 2 States present that had not answered",
        "Mexico: in favour → abstaining",
        "No answer, noted at once: 2 States",
        "The Chair announces the result: not adopted",
    ]
    for number, step in enumerate(replay.steps):
        assert step.tally == replay.board(number).tally, "the running tally is that of the board"
    assert replay.board(len(replay.steps) - 1) == room.board()


def test_a_vote_that_is_open_is_not_replayed() -> None:
    with pytest.raises(Refusal):
        steps(a_vote(), ())


HELD = HandCount(3, 1, 1)
totals = st.builds(HandCount, st.integers(0, 1), st.integers(0, 2), st.integers(0, 2))


@given(st.lists(st.one_of(st.none(), totals), max_size=6), totals)
def test_counts_are_shown_as_they_were_recorded_and_the_last_one_is_that_announced(
    counted: list[HandCount | None], final: HandCount
) -> None:
    vote = a_vote(Method.SHOW_OF_HANDS, drawn=None, hands=final, closed_at=minute(20))
    counts = [Count(minute(number), hands) for number, hands in enumerate(counted)]
    found = steps(vote, (), counts)
    shown = [step.vote.hands for step in found if step.kind is StepKind.COUNTED]
    assert shown[: len(counted)] == counted
    assert shown[-1] == final
    assert found[-1].tally == result(vote, ())


def test_a_secret_ballot_is_its_papers_and_totals_and_names_nobody() -> None:
    papers = Papers(5, 5, 0, MEMBERS, MEMBERS, ())
    vote = a_vote(Method.SECRET_BALLOT, drawn=None, hands=HELD, papers=papers, closed_at=minute(9))
    found = steps(vote, (), [Count(minute(4), HELD, papers)])
    assert [step.kind for step in found] == [StepKind.OPENED, StepKind.COUNTED, StepKind.ANNOUNCED]
    for step in found:
        assert step.position is None
        marked = step.vote.papers
        assert marked is None or not (marked.received or marked.returned_by or marked.unable)
    said = " ".join(told(Replay(found, (), STATES)))
    assert "Papers: 5 issued, 5 returned, 0 invalid · Counted: 3 in favour, 1 against, 1 abstaining" in said
    assert not any(STATES[code].said_in(WORDS) in said for code in MEMBERS)
    assert found[-1].tally == Tally(3, 1, 1)


def test_a_vote_is_played_as_it_happened_within_bounds() -> None:
    def at(seconds: float) -> Step:
        moment = minute(0) + datetime.timedelta(seconds=seconds)
        return Step(moment, StepKind.OPENED, a_vote(), 0, Tally())

    replay = Replay((at(0), at(1.5), at(1.5), at(60)), (), STATES)
    assert [replay.pause(number).total_seconds() for number in range(4)] == [1.5, 0.3, 2, 2]
