"""What the session screen and the projector show of a vote: one frozen value, read anew after each write."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.casting import call_of, missing_of
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, as_announced
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practised import USUAL, VotePractice
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import (
    Tally,
    as_written,
    check_entitled,
    declared_otherwise,
    footnotes,
    position_of,
    result_as_announced,
    result_of,
    standing,
)
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, Method, Outcome, Position, Vote, VoteKind


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """What was written last, and the answer that it superseded: "Ghana: in favour → against"."""

    state: State
    answer: Answer
    act: Act
    before: Answer | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """Which call it is, who is called now, and all who are still to be called, that one first."""

    number: int
    now: State | None
    missing: tuple[State, ...]

    @property
    def after(self) -> tuple[State, ...]:
        """Who follows the State that is called now."""
        return self.missing[1:] if self.now is not None else ()


@dataclass(frozen=True, slots=True)
class Board:
    """A vote at one moment.

    *answers* holds the answer that stands of each State that has one, in calling order. *tally* is the result as it
    stands, *announced* what the Chair announced, which differs only where the record was corrected afterwards.
    *together* are those whose answer was written of many in one step and who gave none themselves.
    *declared* is the Chair's word where it differs from the numbers or was recorded; *declared_otherwise* says that it
    differed from those of that moment, for a reason, whatever corrected ones give; *intended* holds what delegations
    said afterwards that they had meant (R27). *practice* is what the Network chose where the Declaration is silent,
    *papers* are those of a secret ballot.
    """

    vote: Key
    kind: VoteKind
    method: Method
    question: Trilingual
    calling: Calling
    answers: tuple[tuple[State, Answer], ...]
    last: LastAnswer | None
    tally: Tally
    announced: Tally
    closed: bool
    declared: Outcome | None
    intended: tuple[tuple[State, Answer], ...] = ()
    practice: VotePractice = USUAL
    papers: Papers | None = None
    together: frozenset[StateCode] = frozenset()
    declared_otherwise: bool = False

    @property
    def silent(self) -> tuple[State, ...]:
        """Who has no answer yet, in calling order: of those still to be called who come first (R19)."""
        return self.calling.missing[: self.tally.entitled - len(self.answers)]

    @property
    def outcome(self) -> Outcome | None:
        """The computed outcome once the vote is closed (R14, R15); while it is open there is none."""
        return self.tally.outcome if self.closed else None

    @property
    def corrected(self) -> bool:
        """Whether the record was corrected after the announcement, so that the totals are no longer those announced."""
        return self.closed and self.tally != self.announced


def board(
    vote: Vote,
    positions: Collection[Position],
    states: Mapping[StateCode, State],
    practice: VotePractice = USUAL,
    corrections: Collection[TotalsCorrection] = (),
) -> Board:
    """The board of a vote from its rows; *states* holds every State entitled, as named on the day of the vote.

    *corrections* are those of its totals.

    Raises:
        Refusal: a position of a State that is not entitled (R7), or a count of hands that cannot be (R16).
        KeyError: a State entitled is not in *states*.
    """
    check_entitled(vote.entitled, positions)
    written = as_written(positions)
    found = standing(written, vote.closed_at)
    missing = missing_of(vote, found) if vote.closed_at is None else ()
    tally = result_of(vote, found)
    return Board(
        vote=vote.key,
        kind=vote.kind,
        method=vote.method,
        question=vote.question,
        calling=Calling(
            number=call_of(vote, found),
            now=states[missing[0]] if missing and vote.method is Method.ROLL_CALL else None,
            missing=tuple(states[state] for state in missing),
        ),
        answers=tuple((states[state], found[state].answer) for state in vote.entitled if state in found),
        last=_last([one for one in written if one.act is not Act.INTENDED], states),
        tally=tally,
        announced=tally if vote.closed_at is None else result_as_announced(as_announced(vote, corrections), positions),
        closed=vote.closed_at is not None,
        declared=vote.declared,
        intended=tuple((states[one.state], one.answer) for one in footnotes(written, vote.closed_at)),
        practice=practice,
        papers=vote.papers,
        together=frozenset(state for state, one in found.items() if one.act is Act.TOGETHER),
        declared_otherwise=declared_otherwise(vote),
    )


def _last(written: list[Position], states: Mapping[StateCode, State]) -> LastAnswer | None:
    if not written:
        return None
    last = written[-1]
    before = position_of(last.state, written[:-1])
    if before is not None and (before.act, last.act) == (Act.TOGETHER, Act.ANSWER):
        before = None  # an exception: its first answer, and no change
    return LastAnswer(states[last.state], last.answer, last.act, None if before is None else before.answer)
