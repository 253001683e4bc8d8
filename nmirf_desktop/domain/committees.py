"""The Executive Committee: terms, seats, the Coordinator (the Declaration's *Operational Mechanisms*)."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from nmirf_desktop.domain.declaration import RENEWAL_WARNING_MONTHS
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.periods import Key, Period, StateCode, months_before
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures
from nmirf_desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Term:
    """A mandate of the Committee, appointed during a Network meeting (R30–R32). *decision* is its key or empty."""

    key: Key
    period: Period
    appointed_on: datetime.date
    meeting: Key | None = None
    decision: Key | None = None


class SeatEnding(StrEnum):
    """Why a seat ended before its term; *renewal*: the next Committee began before the mandate was over."""

    RESIGNATION = "resignation"
    REPLACEMENT = "replacement"
    WITHDRAWAL = "withdrawal"
    RENEWAL = "renewal"


@dataclass(frozen=True, slots=True)
class Seat:
    """A State's seat within a term; who takes it over, or fills it once vacant, serves the remainder (R31).

    The new seat says which one it *follows*.
    """

    key: Key
    term: Key
    state: StateCode
    period: Period
    person: Key | None = None
    ending: SeatEnding | None = None
    follows: Key | None = None


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


def term_end(start: datetime.date, figures: Figures = AS_ADOPTED) -> datetime.date:
    """*Executive Committee*, R30: the first day after a mandate of three years; its last day is the day before.

    29 February becomes 28 February. Where a decision changed the term, the *figures* say it (R46).
    """
    return figures.mandate_end(start)


def mandate(start: datetime.date, figures: Figures = AS_ADOPTED) -> Period:
    """*Executive Committee*, R30: the period of a mandate that begins on a day."""
    return Period(start, term_end(start, figures))


def renewal_due_from(term: Term) -> datetime.date:
    """*Executive Committee*, R30: the day from which the renewal is announced, six months before the end."""
    return months_before(term.period.end or term_end(term.period.start), RENEWAL_WARNING_MONTHS)


@dataclass(frozen=True, slots=True)
class Committee:
    """The Committee on a day. *acting* means that its mandate has ended and none has followed (A10)."""

    term: Term
    seats: tuple[Seat, ...]
    acting: bool = False

    @property
    def states(self) -> tuple[StateCode, ...]:
        """The States that hold a seat, each once, in the order of the seats."""
        return tuple(dict.fromkeys(seat.state for seat in self.seats))

    def sat_on(self, on: datetime.date) -> datetime.date:
        """A10: the day on which its offices are read, the last of its mandate where it acts on."""
        last = self.term.period.last_day
        return last if self.acting and last is not None else on


def seats_on(seats: Iterable[Seat], term: Term, on: datetime.date) -> tuple[Seat, ...]:
    """*Executive Committee*, R28: the seats of a term that are held on a day."""
    return tuple(seat for seat in seats if seat.term == term.key and seat_period(seat, term).holds(on))


def seat_period(seat: Seat, term: Term) -> Period:
    """*Executive Committee*, R31: a seat without an end of its own ends with its term."""
    end = term.period.end
    if seat.period.end is not None or end is None:
        return seat.period
    return Period(seat.period.start, max(seat.period.start, end))


def committee_on(terms: Iterable[Term], seats: Iterable[Seat], on: datetime.date) -> Committee | None:
    """*Executive Committee*, R28, A10: the Committee in office on a day, or the one that acts until the renewal.

    Where no meeting has appointed a new one, those who sat on the last day of the mandate act on.
    """
    begun = [term for term in terms if term.period.start <= on]
    if not begun:
        return None
    in_force = [term for term in begun if term.period.holds(on)]
    term = max(in_force or begun, key=lambda known: known.period.start)
    day = on if in_force else (term.period.last_day or on)
    return Committee(term, seats_on(seats, term, day), acting=not in_force)


def sitting(term: Term, terms: Iterable[Term], seats: Iterable[Seat], on: datetime.date) -> Committee:
    """A11: the Committee of a term on a day; once the term is over, those who sat on its last day."""
    later = (one.period.start for one in terms if one.period.start > term.period.start)
    over = min((day for day in (term.period.end, *later) if day is not None), default=None)
    acting = over is not None and on >= over
    day = over - datetime.timedelta(days=1) if acting and over is not None else on
    return Committee(term, seats_on(seats, term, day), acting)


def sizes(term: Term, seats: Iterable[Seat], until: datetime.date) -> tuple[tuple[Period, int], ...]:
    """*Executive Committee*, R28: how many States held seats of a term, time by time, as far as it begins by a day.

    Two times that follow each other differ in their number; the last one goes on to the end of the term.
    """
    held = [(seat.state, seat_period(seat, term)) for seat in seats if seat.term == term.key]
    turns = {term.period.start, *(one.start for _, one in held), *(one.end for _, one in held if one.end)}
    days = sorted(one for one in turns if term.period.holds(one) and one <= until)
    counted = ((day, len({state for state, one in held if one.holds(day)})) for day in days)
    runs = [(number, next(same)[0]) for number, same in groupby(counted, key=lambda one: one[1])]
    ends = (*(day for _, day in runs[1:]), term.period.end)
    return tuple((Period(day, end), number) for (number, day), end in zip(runs, ends, strict=False))


def vacancies(committee: Committee, seats: Iterable[Seat]) -> int:
    """*Executive Committee*, R28: how many seats were filled when the mandate began and are held by nobody now."""
    first = seats_on(seats, committee.term, committee.term.period.start)
    return max(0, len(first) - len(committee.seats))


def size_kept(distinct_states: int, on: datetime.date, figures: Figures = AS_ADOPTED) -> bool:
    """*Executive Committee*, R28: three to five representatives, of as many States, or as the rule of the day says."""
    least, most = figures.seats(on)
    return least <= distinct_states <= most


class Spread(StrEnum):
    """How far the seats are spread over the regions (R29, A7)."""

    ALL_DIFFERENT = "all_different"
    REPEATED = "repeated"
    SINGLE = "single"


def spread(regions: Sequence[str | None]) -> Spread:
    """*Executive Committee*, R29: whether the region of each seat differs. One region for all is not kept.

    A State that stands in no group shares its region with nobody.
    """
    known = {region for region in regions if region is not None}
    different = len(known) + sum(1 for region in regions if region is None)
    if different <= 1:
        return Spread.SINGLE
    return Spread.ALL_DIFFERENT if different == len(regions) else Spread.REPEATED


@dataclass(frozen=True, slots=True)
class Successor:
    """Who takes over a seat: the key of the new seat, its State and the person."""

    key: Key
    state: StateCode
    person: Key | None = None


def replacement(seat: Seat, term: Term, on: datetime.date, successor: Successor) -> tuple[Seat, Seat]:
    """*Executive Committee*, R31: the ended seat, and the new one that serves the remainder of the term.

    Raises ``Refusal`` for a day outside the seat's time.
    """
    held = seat_period(seat, term)
    if seat.ending is SeatEnding.REPLACEMENT:
        raise Refusal(
            N_("This seat was taken over on {day}: correct or strike out that replacement first."),
            {"day": held.end},
            section="R31",
        )
    if on <= held.start:
        raise Refusal(
            N_("The seat is held from {start}: on {day} nobody can be replaced in it."),
            {"start": held.start, "day": on},
            section="R31",
        )
    if not held.holds(on):
        raise Refusal(
            N_("The seat is held until {last}, and {day} is later: choose an earlier day, {last} at the latest."),
            {"last": held.last_day, "day": on},
            section="R31",
        )
    ended = replace(seat, period=Period(held.start, on), ending=SeatEnding.REPLACEMENT)
    return ended, Seat(
        successor.key, term.key, successor.state, Period(on, term.period.end), successor.person, follows=seat.key
    )


def check_seat(seat: Seat, term: Term) -> None:
    """*Executive Committee*, R31: a seat lies within the mandate, which is the Committee's. Raises ``Refusal``."""
    held = seat_period(seat, term)
    if seat.term != term.key or held.empty or not held.within(term.period):
        raise Refusal(
            N_("A seat lies within the mandate of the Committee, from {start} to {last}: a replacement ends with it."),
            {"start": term.period.start, "last": term.period.last_day or term_end(term.period.start)},
            section="R31",
        )


def appointment_day(meeting: Meeting | None, on: datetime.date) -> datetime.date:
    """*Executive Committee*, R32: on which day a *meeting* is taken to appoint a Committee, seen from the day *on*.

    It is that day where it is one of the meeting's, or without one; else the last, on which decisions are adopted.
    """
    return on if meeting is None or meeting.opens_on <= on <= meeting.closes_on else meeting.closes_on


def appointed_at(term: Term, meeting: Meeting) -> bool:
    """*Executive Committee*, R32: whether a term was appointed during a meeting of the Network, within its days."""
    return (
        term.meeting == meeting.key
        and is_network_meeting(meeting)
        and meeting.opens_on <= term.appointed_on <= meeting.closes_on
    )


def coordinations_on(coordinations: Iterable[Coordination], on: datetime.date) -> tuple[Coordination, ...]:
    """*Coordinator*, R34: who is Coordinator on a day; more than one is refused, none is not kept."""
    return tuple(known for known in coordinations if known.period.holds(on))


def coordinator_on(
    terms: Iterable[Term], seats: Iterable[Seat], coordinations: Iterable[Coordination], on: datetime.date
) -> Seat | None:
    """*Coordinator*, R34, A10: the seat whose holder is Coordinator on a day, or acts on until the renewal."""
    known = tuple(seats)
    committee = committee_on(terms, known, on)
    holding = {one.seat for one in coordinations_on(coordinations, committee.sat_on(on) if committee else on)}
    return next((seat for seat in known if seat.key in holding), None)


def check_coordination(
    new: Coordination, seats: Iterable[Seat], terms: Iterable[Term], others: Iterable[Coordination]
) -> None:
    """*Coordinator*, R34: the Coordinator holds a seat the whole time, and is alone.

    Raises ``Refusal`` for one who holds no seat, for days outside the seat, and for a second Coordinator.
    """
    seat = next((known for known in seats if known.key == new.seat), None)
    if seat is None:
        raise Refusal(N_("The Coordinator is one of the members of the Executive Committee."), section="R34")
    term = next((known for known in terms if known.key == seat.term), None)
    held = seat_period(seat, term) if term else seat.period
    if new.period.empty or not new.period.within(held):
        raise Refusal(
            N_("The Coordinator holds a seat the whole time: this seat is held from {start} to {last}."),
            {"start": held.start, "last": held.last_day or "…"},
            section="R34",
        )
    for known in others:
        if known.key != new.key and known.period.overlaps(new.period):
            raise Refusal(
                N_("There is one Coordinator at a time: another one is recorded from {start}."),
                {"start": known.period.start},
                section="R34",
            )


def in_time(coordination: Coordination, period: Period) -> Coordination:
    """*Coordinator*, R34: a coordination in its right time; one chosen on its first day is chosen on the new one."""
    chosen = coordination.appointed_on
    on = period.start if chosen == coordination.period.start else chosen
    return replace(coordination, period=period, appointed_on=on)


def ends_with_seat(coordination: Coordination, seat: Seat) -> Coordination:
    """*Coordinator*, R34: the coordinatorship ends with the seat at the latest."""
    end, last = coordination.period.end, seat.period.end
    if last is None or (end is not None and end <= last):
        return coordination
    start = min(coordination.period.start, last)
    return replace(coordination, period=Period(start, last))
