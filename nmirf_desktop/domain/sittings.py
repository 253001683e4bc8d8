"""What happens in the room: presence and interventions. Presence informs a vote and never bars one."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language


class PresenceKind(StrEnum):
    """What changed in a delegation's presence."""

    ARRIVED = "arrived"
    ARRIVED_ONLINE = "arrived_online"
    LEFT = "left"
    CONNECTION_LOST = "connection_lost"
    CONNECTION_RESTORED = "connection_restored"


@dataclass(frozen=True, slots=True)
class PresenceEvent:
    """One change in one delegation's presence, at a moment in UTC."""

    key: Key
    meeting: Key
    state: StateCode
    kind: PresenceKind
    at: datetime.datetime


class InterventionKind(StrEnum):
    """What was said: a statement, or an observer's objection, which never breaks a consensus (R7)."""

    STATEMENT = "statement"
    INTRODUCTION = "introduction"
    OBSERVER_OBJECTION = "observer_objection"


@dataclass(frozen=True, slots=True)
class Intervention:
    """Who spoke under an item, when, and the rapporteur's note in the language in which it was noted.

    The speaker is a State, or a body such as OHCHR named in *body*.
    """

    key: Key
    meeting: Key
    item: Key
    at: datetime.datetime
    state: StateCode | None = None
    body: Trilingual = Trilingual()
    kind: InterventionKind = InterventionKind.STATEMENT
    note: str = ""
    language: Language = Language.EN


def sitting_now(sittings: Sequence[Sitting]) -> Sitting | None:
    """The sitting that is open, else the first that has not been opened, else the last; ``None`` where there is none.

    *sittings* are those of one meeting in their order.
    """
    running = (one for one in sittings if one.opened_at is not None and one.closed_at is None)
    coming = (one for one in sittings if one.opened_at is None)
    return next(running, None) or next(coming, None) or (sittings[-1] if sittings else None)
