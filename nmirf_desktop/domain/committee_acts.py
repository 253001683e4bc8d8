"""What happens to the Executive Committee, as values: an appointment, a vacancy, a replacement, a Coordinator."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

from nmirf_desktop.domain.committees import (
    Coordination,
    Seat,
    SeatEnding,
    Successor,
    Term,
    seat_period,
)
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures


@dataclass(frozen=True, slots=True)
class CommitteeRecords:
    """All mandates, seats and coordinations of a register, in any order, and the numbers of the rules on them."""

    terms: tuple[Term, ...] = ()
    seats: tuple[Seat, ...] = ()
    coordinations: tuple[Coordination, ...] = ()
    figures: Figures = AS_ADOPTED

    def term(self, key: Key) -> Term:
        """The mandate of a key; ``StopIteration`` is a mistake of the program."""
        return next(one for one in self.terms if one.key == key)

    def seat(self, key: Key) -> Seat:
        """The seat of a key; ``StopIteration`` is a mistake of the program."""
        return next(one for one in self.seats if one.key == key)

    def held(self, seat: Seat) -> Period:
        """The time in which a seat is held."""
        return seat_period(seat, self.term(seat.term))

    def next_begins(self, seat: Seat) -> datetime.date | None:
        """The first day of the Committee that follows the one of a seat, ``None`` where none does yet."""
        own = self.term(seat.term).period.start
        return min((one.period.start for one in self.terms if one.period.start > own), default=None)

    def known_on(self, day: datetime.date) -> "CommitteeRecords":
        """What could be known on a day: who was appointed by then, and no seat or function that ended or began later.

        A seat whose end came later is held to the end of its mandate, as it was meant to be.
        """
        terms = tuple(one for one in self.terms if one.appointed_on <= day)
        ends = {one.key: one.period for one in terms}
        begun = (one for one in self.seats if one.term in ends and one.period.start <= max(day, ends[one.term].start))
        starts = frozenset(one.start for one in ends.values())
        seats = tuple(_seat_known(one, ends[one.term].end, starts, day) for one in begun)
        last = {one.key: seat_period(one, term).end for one in seats for term in terms if term.key == one.term}
        named = (one for one in self.coordinations if one.seat in last and one.appointed_on <= day)
        coordinations = tuple(_coordination_known(one, last[one.seat], day) for one in named)
        found = CommitteeRecords(terms, seats, coordinations, self.figures)
        return self if found == self else found


def _seat_known(seat: Seat, end: datetime.date | None, starts: Collection[datetime.date], day: datetime.date) -> Seat:
    """A seat without an end that came after a day; the one that a mandate known by then brings is known, too."""
    last = seat.period.end
    if seat.ending is None or last is None or last <= day or (seat.ending is SeatEnding.RENEWAL and last in starts):
        return seat
    return replace(seat, period=Period(seat.period.start, end), ending=None)


def _coordination_known(one: Coordination, end: datetime.date | None, day: datetime.date) -> Coordination:
    """A coordination that ended after a day, as it was meant to be then: for as long as the seat."""
    last = one.period.end
    if last is None or last <= day or (end is not None and last >= end):
        return one
    return replace(one, period=Period(one.period.start, end))


@dataclass(frozen=True, slots=True)
class Appointing:
    """A meeting appoints a Committee for three years (R28–R32)."""

    term: Term
    seats: tuple[Seat, ...]

    @property
    def day(self) -> datetime.date:
        """The first day of the mandate."""
        return self.term.period.start


@dataclass(frozen=True, slots=True)
class Filling:
    """A State takes a vacant seat, the one that its own *follows*, for the remainder of the mandate (R31)."""

    seat: Seat

    @property
    def day(self) -> datetime.date:
        """The first day of the seat."""
        return self.seat.period.start


@dataclass(frozen=True, slots=True)
class Replacing:
    """Another State takes over *seat* on a day and serves the remainder (R31)."""

    seat: Key
    day: datetime.date
    successor: Successor


@dataclass(frozen=True, slots=True)
class Vacating:
    """*seat* is held by nobody from a day on."""

    seat: Key
    day: datetime.date
    ending: SeatEnding = SeatEnding.RESIGNATION


@dataclass(frozen=True, slots=True)
class Coordinating:
    """The holder of a seat becomes Coordinator until the seat ends; an earlier one ends then (R34)."""

    coordination: Coordination

    @property
    def day(self) -> datetime.date:
        """The first day of the coordination."""
        return self.coordination.period.start


@dataclass(frozen=True, slots=True)
class SteppingDown:
    """A Coordinator lays the function down on a day and keeps the seat (R34)."""

    coordination: Key
    day: datetime.date


@dataclass(frozen=True, slots=True)
class CorrectingTerm:
    """A mandate was entered with a mistake; the seats that began or ended with it follow it."""

    term: Term

    @property
    def day(self) -> datetime.date:
        """The first day of the mandate as it is now."""
        return self.term.period.start


@dataclass(frozen=True, slots=True)
class CorrectingSeat:
    """A seat was entered with a mistake: another State, person or day."""

    seat: Seat

    @property
    def day(self) -> datetime.date:
        """The first day of the seat as it is now."""
        return self.seat.period.start


@dataclass(frozen=True, slots=True)
class CorrectingCoordination:
    """A coordination was entered with a mistake: another first day, or another body chose."""

    coordination: Coordination

    @property
    def day(self) -> datetime.date:
        """The first day of the coordination as it is now."""
        return self.coordination.period.start


@dataclass(frozen=True, slots=True)
class Striking:
    """A seat was entered by mistake and was never held; the coordinations entered with it go too."""

    seat: Key
    day: datetime.date


@dataclass(frozen=True, slots=True)
class StrikingTerm:
    """A mandate was entered by mistake and never was; its seats and Coordinators go with it, the one before lasts on.

    *day* is the one on which the records are looked at.
    """

    term: Key
    day: datetime.date


@dataclass(frozen=True, slots=True)
class StrikingCoordination:
    """A coordination was entered by mistake and never was; one that gave way to it lasts on (R34)."""

    coordination: Key
    day: datetime.date


Correction = CorrectingTerm | CorrectingSeat | CorrectingCoordination | Striking | StrikingTerm | StrikingCoordination
"""What puts the records right: it happens when it is recorded, whichever day it tells."""
CommitteeAct = Appointing | Filling | Replacing | Vacating | Coordinating | SteppingDown | Correction
