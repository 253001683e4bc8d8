"""A closed vote once more, step by step, as the register holds it (R16, R19, R27 and part E).

Nothing of it is stored: each step follows from the vote, its positions and the counts that the journal kept. A secret
ballot has no more than its papers and totals: no step of it names a State, beside one drawn by lot.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from nmirf_desktop.domain.board import Board, board
from nmirf_desktop.domain.casting import SECOND_CALL
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, as_announced, as_it_was, in_turn
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practised import USUAL, VotePractice
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import DECIDED, Tally, as_written, position_of, result
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Position, Vote
from nmirf_desktop.i18n import N_

SHORTEST, LONGEST = datetime.timedelta(milliseconds=300), datetime.timedelta(seconds=2)
"""A step is shown at least and at most so long, where the vote is played at the speed at which it happened."""


class StepKind(StrEnum):
    """What happened."""

    OPENED = "opened"
    DRAWN = "drawn"
    ANSWERED = "answered"
    TOGETHER = "together"
    SECOND_CALL = "second_call"
    COUNTED = "counted"
    ANNOUNCED = "announced"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Count:
    """Totals as they were recorded at a moment in a vote without names; without *hands* they were taken back."""

    at: datetime.datetime
    hands: HandCount | None
    papers: Papers | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What happened at a moment, and the vote as it stood then, with the positions *written* and the running *tally*.

    *position* is what was written with it, and *before* the answer of the State that stood until then; *together* is
    what was written of many States in the one step. *reason* is that of totals that were put right.
    """

    at: datetime.datetime
    kind: StepKind
    vote: Vote
    written: int
    tally: Tally
    position: Position | None = None
    before: Answer | None = None
    reason: str = ""
    together: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """The *steps* of a closed vote in their order; *states* are named as on the day of the vote.

    *corrections* are those of its totals, where it has no names.
    """

    steps: tuple[Step, ...]
    written: tuple[Position, ...]
    states: Mapping[StateCode, State]
    practice: VotePractice = USUAL
    corrections: tuple[TotalsCorrection, ...] = ()

    def board(self, number: int) -> Board:
        """What the screen showed after a step."""
        step = self.steps[number]
        made = [one for one in self.corrections if one.at <= step.at]
        return board(step.vote, self.written[: step.written], self.states, self.practice, made)

    def pause(self, number: int) -> datetime.timedelta:
        """How long a step is shown before the next one when the vote is played: as long as it was, within bounds."""
        return paused([one.at for one in self.steps], number)


def paused(moments: Sequence[datetime.datetime], number: int) -> datetime.timedelta:
    """How long the step of a number is shown before the next one: as long as it was, within bounds."""
    if number + 1 >= len(moments):
        return LONGEST
    return min(max(moments[number + 1] - moments[number], SHORTEST), LONGEST)


def steps(
    vote: Vote,
    positions: Collection[Position],
    counts: Iterable[Count] = (),
    corrections: Iterable[TotalsCorrection] = (),
) -> tuple[Step, ...]:
    """(silent; part E) R27: everything that happened in a closed vote, in its order, with the running tally.

    *counts* are the totals of a vote without names as they were recorded, taken back and recorded again, until they
    were announced; *corrections* what was put right in them afterwards.

    Raises:
        Refusal: the vote is still open.
    """
    if vote.closed_at is None:
        raise Refusal(N_("A vote is replayed once its result was announced."), section="R27")
    own = in_turn(vote, corrections)
    announced = as_announced(vote, own)
    found = tuple(_steps(_shown(announced), vote.closed_at, as_written(positions), counts))
    return (*found, *_put_right(vote, found[-1], own))


def _put_right(vote: Vote, last: Step, corrections: Sequence[TotalsCorrection]) -> Iterator[Step]:
    """A step for each correction of the totals: what was right by it stands in the next one, or in the vote."""
    right = [*(as_it_was(vote, one) for one in corrections[1:]), vote]
    for one, now in zip(corrections, right, strict=False):
        shown = _shown(now)
        yield Step(one.at, StepKind.CORRECTED, shown, last.written, result(shown, ()), reason=one.reason)


def _shown(vote: Vote) -> Vote:
    """The vote without the names of those who received or returned a paper."""
    return vote if vote.papers is None else replace(vote, papers=unnamed(vote.papers))


def unnamed(papers: Papers) -> Papers:
    """How many papers there were, without the names of those who received or returned one."""
    return replace(papers, received=(), returned_by=(), unable=())


def _steps(
    vote: Vote, closed_at: datetime.datetime, written: Sequence[Position], counts: Iterable[Count]
) -> Iterator[Step]:
    blank = replace(vote, closed_at=None, declared=None, divergence="", hands=None, papers=None)
    last = Step(vote.opened_at, StepKind.OPENED, blank, 0, result(blank, ()))
    yield last
    if vote.drawn is not None:
        yield replace(last, kind=StepKind.DRAWN)
    for count in _whole(vote, closed_at, counts):
        papers = unnamed(count.papers) if count.papers is not None else None
        counted = replace(blank, hands=count.hands, papers=papers)
        at = min(max(count.at, last.at), closed_at)
        last = Step(at, StepKind.COUNTED, counted, 0, result(counted, ()))
        yield last
    before = sum(one.at <= closed_at for one in written)
    for step in _answers(last, written, written[:before]):
        last = step
        yield step
    last = replace(last, at=closed_at, kind=StepKind.ANNOUNCED, vote=vote, position=None, before=None, together=())
    yield last
    yield from _answers(last, written, written[before:])


def _whole(vote: Vote, closed_at: datetime.datetime, counts: Iterable[Count]) -> tuple[Count, ...]:
    """The counts, the one that was announced last: a register that was taken over has no journal of the others."""
    known = tuple(counts)
    stands = known[-1].hands if known else None
    return known if vote.hands == stands else (*known, Count(closed_at, vote.hands, vote.papers))


def _answers(last: Step, written: Sequence[Position], those: Iterable[Position]) -> Iterator[Step]:
    """A step for each position, one for those written together, and one where the second call begins."""
    for _, group in groupby(those, key=lambda one: one.at if one.act is Act.TOGETHER else one.key):
        one, *others = group
        again = one.call == SECOND_CALL and not any(done.call == SECOND_CALL for done in written[: last.written])
        if again:
            yield replace(last, kind=StepKind.SECOND_CALL, position=None, before=None)
        at_once = one.act is Act.TOGETHER
        last = _together(last, written, (one, *others)) if at_once else _answered(last, written, one)
        yield last


def _together(last: Step, written: Sequence[Position], those: tuple[Position, ...]) -> Step:
    """The one step in which an answer was written of many States."""
    step = last
    for one in those:
        step = _answered(step, written, one)
    return replace(step, kind=StepKind.TOGETHER, position=None, before=None, together=those)


def _answered(last: Step, written: Sequence[Position], one: Position) -> Step:
    """The step of a position: what it takes the place of, and the tally where it counts."""
    earlier, closed_at = written[: last.written], last.vote.closed_at
    held = position_of(one.state, earlier, closed_at)
    counts = position_of(one.state, (*earlier, one), closed_at) is one
    before = held.answer if held is not None else None
    tally = moved(last.tally, before, one.answer) if counts else last.tally
    return Step(one.at, StepKind.ANSWERED, last.vote, last.written + 1, tally, one, before)


def moved(tally: Tally, before: Answer | None, after: Answer) -> Tally:
    """*Decision-Making Procedure* (R16): the tally with one answer of a member in the place of another one."""
    numbers = {_counted_as(before): -1}
    numbers[_counted_as(after)] = numbers.get(_counted_as(after), 0) + 1
    return replace(tally, **{name: getattr(tally, name) + by for name, by in numbers.items()})


def _counted_as(answer: Answer | None) -> str:
    """The number of the tally in which an answer is: a pass and silence are no answer."""
    return str(answer if answer in DECIDED else Answer.NO_ANSWER)
