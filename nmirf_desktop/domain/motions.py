"""(silent) R24: points of order and procedural motions, as the General Assembly's rules have them.

A point of order is ruled on at once, and an appeal against the ruling is put to the vote at once (GA 71/113). Motions
have precedence in the order of :class:`MotionKind` over all other proposals and motions (77/119).
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.voting import Outcome
from nmirf_desktop.i18n import N_


class MotionKind(StrEnum):
    """What is moved, in the order of precedence (R24; GA 77/119)."""

    SUSPEND = "suspend_meeting"
    ADJOURN = "adjourn_meeting"
    ADJOURN_DEBATE = "adjourn_debate"
    CLOSE_DEBATE = "close_debate"

    @property
    def precedence(self) -> int:
        """Its place: 1 comes before all others."""
        return list(MotionKind).index(self) + 1


MOTION_LABELS = {
    MotionKind.SUSPEND: N_("Suspend the meeting"),
    MotionKind.ADJOURN: N_("Adjourn the meeting"),
    MotionKind.ADJOURN_DEBATE: N_("Adjourn the debate on the item"),
    MotionKind.CLOSE_DEBATE: N_("Close the debate on the item"),
}


QUESTIONS = {
    MotionKind.SUSPEND: N_("Shall the meeting be suspended?"),
    MotionKind.ADJOURN: N_("Shall the meeting be adjourned?"),
    MotionKind.ADJOURN_DEBATE: N_("Shall the debate on the item be adjourned?"),
    MotionKind.CLOSE_DEBATE: N_("Shall the debate on the item be closed?"),
}
APPEAL_QUESTION = N_("Shall the appeal against the ruling of the Chair be upheld?")
"""What is put to the vote."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """How many may speak on a motion beside its mover, by the rules of procedure *numbers*."""

    in_favour: int
    against: int
    numbers: str


SPEAKERS: Mapping[MotionKind, Speakers] = MappingProxyType(
    {
        MotionKind.SUSPEND: Speakers(0, 0, "76/118"),
        MotionKind.ADJOURN: Speakers(0, 0, "76/118"),
        MotionKind.ADJOURN_DEBATE: Speakers(2, 2, "74/116"),
        MotionKind.CLOSE_DEBATE: Speakers(0, 2, "75/117"),
    }
)
"""Motions to suspend or adjourn the meeting are not debated; on the closure of the debate only two may oppose it."""


class Fate(StrEnum):
    """What became of a motion on which no vote was taken."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Motion:
    """A procedural motion of a State under an item.

    *fate* and *settled_at* are those of a motion without a vote; a vote on it tells the rest (``Vote.motion``).
    """

    key: Key
    meeting: Key
    item: Key
    kind: MotionKind
    at: datetime.datetime
    state: StateCode
    fate: Fate | None = None
    settled_at: datetime.datetime | None = None


class Ruling(StrEnum):
    """How the Chair ruled on a point of order."""

    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"


RULING_LABELS = {
    Ruling.UPHELD: N_("The point is well taken"),
    Ruling.NOT_UPHELD: N_("The point is not well taken"),
}


@dataclass(frozen=True, slots=True)
class PointOfOrder:
    """A State rose to a point of order under an item; what it said is the *intervention*.

    *on_voting* says that it was on the conduct of a vote, which nothing else may interrupt (R25). *appealed_by* and
    *appealed_at* are those of an appeal against the ruling; the vote on it is known by ``Vote.point``.
    """

    key: Key
    meeting: Key
    item: Key
    intervention: Key
    state: StateCode
    at: datetime.datetime
    on_voting: bool = False
    ruling: Ruling | None = None
    ruled_at: datetime.datetime | None = None
    appealed_by: StateCode | None = None
    appealed_at: datetime.datetime | None = None


def stands(outcome: Outcome | None) -> bool:
    """R24: a ruling stands unless its appeal is upheld by a majority of the members present and voting."""
    return outcome is not Outcome.ADOPTED


def in_precedence(motions: Iterable[Motion]) -> tuple[Motion, ...]:
    """Motions as they are dealt with (R24): by their kinds, of one kind the first moved first."""
    return tuple(sorted(motions, key=lambda one: (one.kind.precedence, one.at, one.key)))


def spoke_on(motion: Motion, heard: Iterable[Intervention], kind: InterventionKind) -> tuple[Intervention, ...]:
    """Who spoke in favour of a motion, or against it, its mover left out."""
    return tuple(one for one in heard if one.motion == motion.key and one.kind is kind and one.state != motion.state)


def check_unruled(point: PointOfOrder) -> None:
    """Raises ``Refusal`` where the Chair ruled already: a ruling is changed by an appeal, or taken back by undo."""
    if point.ruling is not None:
        raise Refusal(N_("The Chair has ruled on this point of order; the ruling was not changed."), section="R24")


def check_appeal(point: PointOfOrder) -> None:
    """Raises ``Refusal`` where there is no ruling yet, or it was appealed already."""
    if point.ruling is None:
        raise Refusal(
            N_("The Chair has not ruled yet: record the ruling first, and then the appeal against it."), section="R24"
        )
    if point.appealed_at is not None:
        raise Refusal(N_("An appeal against this ruling is recorded already."), section="R24")


def check_appealed(point: PointOfOrder, *, voted: bool) -> None:
    """Raises ``Refusal`` where there is no appeal to put to the vote, or it was put already."""
    if point.appealed_at is None:
        raise Refusal(
            N_("No appeal against this ruling is recorded: record it first, and then put it to the vote."),
            section="R24",
        )
    if voted:
        raise Refusal(N_("This appeal was put to the vote already; nothing was changed."), section="R24")


def check_pending(motion: Motion, *, voted: bool) -> None:
    """Raises ``Refusal`` where a motion was settled, withdrawn or put to the vote."""
    if voted or motion.fate is not None:
        raise Refusal(N_("This motion is settled already; nothing was changed."), section="R24")
