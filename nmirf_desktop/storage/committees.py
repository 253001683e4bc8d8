"""Committee terms, seats and the coordination on disk."""

import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from nmirf_desktop.domain.committees import AppointingBody, Coordination, Seat, SeatEnding, Term
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.storage.base import Day, Record, Word, key_column, period
from nmirf_desktop.storage.rows import Rows


class TermRecord(Record):
    """A mandate of the Executive Committee."""

    __tablename__ = "term"

    key: Mapped[Key] = key_column()
    period: Mapped[Period] = period()
    appointed_on: Mapped[datetime.date] = mapped_column(Day)
    meeting: Mapped[Key | None] = mapped_column(ForeignKey("meeting.key"))
    decision: Mapped[Key | None] = mapped_column(ForeignKey("decision.key"))


class SeatRecord(Record):
    """A State's seat within a term."""

    __tablename__ = "seat"

    key: Mapped[Key] = key_column()
    term: Mapped[Key] = mapped_column(ForeignKey("term.key"), index=True)
    state: Mapped[StateCode] = mapped_column(ForeignKey("state.iso3"), index=True)
    period: Mapped[Period] = period()
    person: Mapped[Key | None] = mapped_column(ForeignKey("person.key"))
    ending: Mapped[SeatEnding | None] = mapped_column(Word(SeatEnding))


class CoordinationRecord(Record):
    """A period in which the holder of a seat is the Coordinator."""

    __tablename__ = "coordination"

    key: Mapped[Key] = key_column()
    seat: Mapped[Key] = mapped_column(ForeignKey("seat.key"), index=True)
    period: Mapped[Period] = period()
    appointed_on: Mapped[datetime.date] = mapped_column(Day)
    appointed_by: Mapped[AppointingBody] = mapped_column(Word(AppointingBody))


TERMS = Rows(TermRecord, Term)
SEATS = Rows(SeatRecord, Seat)
COORDINATIONS = Rows(CoordinationRecord, Coordination)
