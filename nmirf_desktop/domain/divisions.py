"""Division of a proposal into parts, and its reconsideration: motions on a text ((silent) R21, R26; GA 89/129, 123)."""

import datetime
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.amendments import Counted, Standing, outcome_on, stands_once, without
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Option, Practices
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.voting import ConsensusCall, Vote, VoteKind, VoteMajority
from nmirf_desktop.i18n import N_

NUMBERED = re.compile(r"\s*\d+\.\s")
"""How an operative paragraph begins; one of the preamble has no number."""


class TextMotionKind(StrEnum):
    """What is moved about a text."""

    DIVISION = "division"
    RECONSIDERATION = "reconsideration"


@dataclass(frozen=True, slots=True)
class TextMotion:
    """That a proposal be divided, or considered again. *agreed_at* is when nobody objected to it.

    *withdrawn_at* is when its mover took it back after a vote on it had been broken off; before any vote it goes.
    """

    key: Key
    proposal: Key
    kind: TextMotionKind
    moved_at: datetime.datetime
    mover: StateCode | None = None
    agreed_at: datetime.datetime | None = None
    withdrawn_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a proposal that is put separately: its words as they stand in the original."""

    key: Key
    motion: Key
    number: int
    passage: str
    operative: bool = True


@dataclass(frozen=True, slots=True)
class PartFile:
    """A part with what became of it."""

    part: Part
    standing: Standing
    settled_at: datetime.datetime | None = None
    calls: tuple[ConsensusCall, ...] = ()
    votes: tuple[Vote, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be decided on."""
        return self.standing is Standing.OPEN

    @property
    def consensus_failed(self) -> bool:
        """Whether the Chair noted that there was no consensus on it (R12)."""
        return any(call.objected for call in self.calls)


@dataclass(frozen=True, slots=True)
class TextMotionFile:
    """A motion on a text with what became of it; *granted* is ``None`` while it is pending.

    One that was withdrawn was not granted.
    """

    motion: TextMotion
    granted: bool | None = None
    settled_at: datetime.datetime | None = None
    votes: tuple[Vote, ...] = ()
    parts: tuple[PartFile, ...] = ()

    @property
    def dividing(self) -> bool:
        """Whether parts of the text are still to be decided on."""
        return bool(self.granted) and any(one.open for one in self.parts)

    @property
    def divided_at(self) -> datetime.datetime | None:
        """When the last of its parts was decided on; ``None`` while one is open, and where there is none."""
        if not self.granted or not self.parts or self.dividing:
            return None
        return max(one.settled_at for one in self.parts if one.settled_at is not None)


def motion_files(
    proposal: Key,
    motions: Collection[TextMotion],
    parts: Collection[Part],
    calls: Collection[ConsensusCall],
    counted: Collection[Counted],
) -> tuple[TextMotionFile, ...]:
    """The motions on a proposal with what became of each, in their order; *calls* and *counted* are in theirs."""
    own = sorted((one for one in motions if one.proposal == proposal), key=lambda one: one.moved_at)
    return tuple(_file(one, parts, calls, counted) for one in own)


def _file(
    motion: TextMotion, parts: Collection[Part], calls: Collection[ConsensusCall], counted: Collection[Counted]
) -> TextMotionFile:
    standing, at = outcome_on(motion.key, (), counted)
    granted = {Standing.ADOPTED: True, Standing.REJECTED: False}.get(standing)
    if motion.agreed_at is not None:
        granted, at = True, motion.agreed_at
    if motion.withdrawn_at is not None:
        granted, at = False, motion.withdrawn_at
    own = sorted((one for one in parts if one.motion == motion.key), key=lambda one: one.number)
    return TextMotionFile(
        motion, granted, at,
        tuple(vote for vote, _ in counted if vote.on == motion.key),
        tuple(_part(one, calls, counted) for one in own),
    )  # fmt: skip


def _part(part: Part, calls: Collection[ConsensusCall], counted: Collection[Counted]) -> PartFile:
    standing, at = outcome_on(part.key, calls, counted)
    return PartFile(
        part, standing, at,
        tuple(call for call in calls if call.on == part.key), tuple(vote for vote, _ in counted if vote.on == part.key),
    )  # fmt: skip


def reconsidered_at(files: Iterable[TextMotionFile]) -> datetime.datetime | None:
    """When the meeting last decided to consider a proposal again (R26): what was before then is settled no more."""
    return max(
        (
            one.settled_at
            for one in files
            if one.motion.kind is TextMotionKind.RECONSIDERATION and one.granted and one.settled_at is not None
        ),
        default=None,
    )


def majority_for(kind: VoteKind, practices: Practices) -> VoteMajority:
    """(silent; GA 81/123) R26, A15: the majority asked for; a reconsideration may take two thirds, as was chosen."""
    two_thirds = kind is VoteKind.RECONSIDERATION and practices.holds(Option.TWO_THIRDS)
    return VoteMajority.TWO_THIRDS if two_thirds else VoteMajority.SIMPLE


def check_parts(text: str, passages: Sequence[str]) -> None:
    """(silent; GA 89/129) R21: parts are words of the text, each of which stands in it once, and none in another.

    Raises:
        Problem: no part was chosen, or one of them cannot be told in the text.
    """
    if not passages or not all(one.strip() for one in passages):
        raise Problem(N_("Choose the parts of the text that are to be voted on separately."), field_name="parts")
    taken: list[tuple[int, int]] = []
    for passage in passages:
        first = text.find(passage)
        place = (first, first + len(passage))
        if not stands_once(text, passage) or any(place[0] < end and start < place[1] for start, end in taken):
            message = N_("A part must stand in the text once and once only, and none within another: choose it again.")
            raise Problem(message, field_name="parts")
        taken.append(place)


def divided(text: str, passages: Iterable[str]) -> str:
    """(silent; GA 89/129) R21: a text without the parts that were rejected."""
    for passage in passages:
        before, found, after = text.partition(passage)
        text = without(before, after) if found else text
    return text


def is_operative(passage: str, text: str) -> bool:
    """Whether a part is operative: its paragraphs are numbered, where any in the text are; else every one counts."""
    if not any(NUMBERED.match(line) for line in text.split("\n")):
        return True
    whole = [line for line in text.split("\n") if line.strip() and (passage in line or line.strip() in passage)]
    return any(NUMBERED.match(line) for line in whole)


def rejected_as_a_whole(division: TextMotionFile, text: str) -> bool:
    """(silent; GA 89/129) R21: a proposal all of whose operative parts were rejected is rejected as a whole.

    As long as something operative is left of its *text*, the rest is put as a whole.
    """
    operative = [one for one in division.parts if one.part.operative]
    if division.divided_at is None or not operative or any(one.standing is not Standing.REJECTED for one in operative):
        return False
    numbered = any(NUMBERED.match(one.part.passage) for one in operative)
    left = [line for line in divided(text, (one.part.passage for one in operative)).split("\n") if line.strip()]
    return not any(NUMBERED.match(line) for line in left) if numbered else not left


def check_no_motion_pending(files: Iterable[TextMotionFile]) -> None:
    """(silent; GA 89/129) R21: a motion on a text is settled, and then its parts, before the whole is put.

    Raises:
        Refusal: a motion is pending, or parts are still to be decided on.
    """
    for one in files:
        if one.granted is None:
            raise Refusal(N_("A motion on this proposal is pending: settle it first."), section="R21")
        if one.dividing:
            raise Refusal(
                N_("The proposal is divided: its parts are decided on before what is adopted is put as a whole."),
                section="R21",
            )
