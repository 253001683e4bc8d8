"""The Executive Committee: terms, seats, the Coordinator (the Declaration's *Operational Mechanisms*)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, Period, StateCode


@dataclass(frozen=True, slots=True)
class Term:
    """A mandate of the Committee, appointed during a Network meeting (R30–R32). *decision* is its key or empty."""

    key: Key
    period: Period
    appointed_on: datetime.date
    meeting: Key | None = None
    decision: Key | None = None


class SeatEnding(StrEnum):
    """Why a seat ended before its term."""

    RESIGNATION = "resignation"
    REPLACEMENT = "replacement"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Seat:
    """A State's seat within a term; a replacement serves the remainder (R31)."""

    key: Key
    term: Key
    state: StateCode
    period: Period
    person: Key | None = None
    ending: SeatEnding | None = None


class AppointingBody(StrEnum):
    """Who chose the Coordinator: the Committee by rule, the meeting by history (R34)."""

    COMMITTEE = "committee"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Coordination:
    """A period in which the holder of a seat is the Coordinator (R34)."""

    key: Key
    seat: Key
    period: Period
    appointed_on: datetime.date
    appointed_by: AppointingBody = AppointingBody.COMMITTEE
