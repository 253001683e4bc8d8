"""Meetings, sittings, the sending of the agenda, and its items on disk."""

import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting, MeetingKind, Modality, Sitting
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage.base import Clock, Day, Instant, Record, Word, key_column, trilingual
from nmirf_desktop.storage.rows import Rows


class MeetingRecord(Record):
    """A meeting of the Network or of the Committee."""

    __tablename__ = "meeting"

    key: Mapped[Key] = key_column()
    symbol: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[MeetingKind] = mapped_column(Word(MeetingKind))
    number: Mapped[int]
    counts_for: Mapped[int]
    title: Mapped[Trilingual] = trilingual("title")
    opens_on: Mapped[datetime.date] = mapped_column(Day)
    closes_on: Mapped[datetime.date] = mapped_column(Day)
    place: Mapped[Trilingual] = trilingual("place")
    time_zone: Mapped[str]
    host: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"))
    modality: Mapped[Modality] = mapped_column(Word(Modality))
    agenda_agreed_on: Mapped[datetime.date | None] = mapped_column(Day)
    agenda_agreed_by: Mapped[Key | None] = mapped_column(ForeignKey("term.key", use_alter=True))
    agenda_adopted_on: Mapped[datetime.date | None] = mapped_column(Day)


class SittingRecord(Record):
    """One half-day of a meeting."""

    __tablename__ = "sitting"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    number: Mapped[int]
    on: Mapped[datetime.date] = mapped_column("on_day", Day)
    starts: Mapped[datetime.time] = mapped_column(Clock)
    ends: Mapped[datetime.time] = mapped_column(Clock)
    opened_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    item: Mapped[Key | None]


class AgendaDispatchRecord(Record):
    """The agenda went to an audience, or to one State of it, on a day."""

    __tablename__ = "agenda_dispatch"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    sent_on: Mapped[datetime.date] = mapped_column(Day)
    audience: Mapped[Audience] = mapped_column(Word(Audience))
    state: Mapped[StateCode | None] = mapped_column(ForeignKey("state.iso3"))
    reason: Mapped[str]


class AgendaItemRecord(Record):
    """One item of an agenda."""

    __tablename__ = "agenda_item"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    position: Mapped[int]
    title: Mapped[Trilingual] = trilingual("title")
    parent: Mapped[Key | None] = mapped_column(ForeignKey("agenda_item.key"))
    annotation: Mapped[Trilingual] = trilingual("annotation")
    action: Mapped[ExpectedAction] = mapped_column(Word(ExpectedAction))
    purpose: Mapped[Purpose] = mapped_column(Word(Purpose))
    presenter: Mapped[Trilingual] = trilingual("presenter")
    duration: Mapped[int | None]
    supplementary: Mapped[bool]


class OfficerRecord(Record):
    """A State's representative in an office of a meeting."""

    __tablename__ = "officer"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    office: Mapped[Office] = mapped_column(Word(Office))
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"))
    person: Mapped[Key | None] = mapped_column(ForeignKey("person.key"))
    item: Mapped[Key | None]


MEETINGS = Rows(MeetingRecord, Meeting)
SITTINGS = Rows(SittingRecord, Sitting)
DISPATCHES = Rows(AgendaDispatchRecord, AgendaDispatch)
ITEMS = Rows(AgendaItemRecord, AgendaItem)
OFFICERS = Rows(OfficerRecord, Officer)
