"""Meetings, their sittings, and the sending of their agenda (the Declaration's *Network Meetings*)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual


class MeetingKind(StrEnum):
    """What a meeting is: the founding one, an annual one, another of the Network, or one of the Committee."""

    FOUNDING = "founding"
    ANNUAL = "annual"
    EXTRAORDINARY = "extraordinary"
    COMMITTEE = "committee"


class Modality(StrEnum):
    """Where participants are."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; *symbol* is its prefix ("NMIRF/2027"), *counts_for* the year it answers for (R36)."""

    key: Key
    symbol: str
    kind: MeetingKind
    number: int
    counts_for: int
    title: Trilingual
    opens_on: datetime.date
    closes_on: datetime.date
    place: Trilingual
    time_zone: str = "UTC"
    host: StateCode | None = None
    modality: Modality = Modality.IN_PERSON
    agenda_agreed_on: datetime.date | None = None
    agenda_agreed_by: Key | None = None
    agenda_adopted_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One half-day of a meeting; *starts* and *ends* are planned local times, the others timed keys in UTC."""

    key: Key
    meeting: Key
    number: int
    on: datetime.date
    starts: datetime.time
    ends: datetime.time
    opened_at: datetime.datetime | None = None
    closed_at: datetime.datetime | None = None


class Audience(StrEnum):
    """To whom an agenda went (R40): the rule protects Members, the others receive it too."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    OHCHR = "ohchr"


@dataclass(frozen=True, slots=True)
class AgendaDispatch:
    """The first complete provisional agenda went to an audience, or to one State of it, on a day (R39, A4)."""

    key: Key
    meeting: Key
    sent_on: datetime.date
    audience: Audience = Audience.MEMBERS
    state: StateCode | None = None
    reason: str = ""
