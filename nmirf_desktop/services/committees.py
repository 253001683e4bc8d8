"""The Executive Committee: appointments, replacements, the Coordinator."""

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain import committees as rules
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import AppointingBody, Committee, Coordination, Seat, SeatEnding, Successor, Term
from nmirf_desktop.domain.people import Person, check_person
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, TERMS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store

YEARS_AROUND = 6
"""A chart of so many years before and after a day can still be read."""


@dataclass(frozen=True, slots=True)
class CommitteeHistory:
    """All terms, seats and coordinations, with the Committee in office on a day and its Coordinator."""

    terms: tuple[Term, ...]
    seats: tuple[Seat, ...]
    coordinations: tuple[Coordination, ...]
    people: dict[Key, Person]
    current: Committee | None
    coordinator: Seat | None

    def period(self, seat: Seat) -> Period:
        """The time in which a seat is held: it ends with its term where it has no end of its own."""
        term = next(one for one in self.terms if one.key == seat.term)
        return rules.seat_period(seat, term)

    @property
    def by_row(self) -> tuple[tuple[int, Seat], ...]:
        """Every seat with the row on which a chart of the years shows it: a successor follows on the same row."""
        ends: list[datetime.date | None] = []
        placed = []
        for seat in sorted(self.seats, key=lambda one: one.period.start):
            held = self.period(seat)
            free = (row for row, end in enumerate(ends) if end is not None and end <= held.start)
            row = next(free, len(ends))
            if row == len(ends):
                ends.append(None)
            ends[row] = held.end
            placed.append((row, seat))
        return tuple(placed)

    @property
    def span(self) -> tuple[datetime.date, datetime.date] | None:
        """From the first of January of the first mandate's year to the end of the last one's; ``None`` without any."""
        if not self.terms:
            return None
        first = min(one.period.start for one in self.terms)
        last = max(one.period.last_day or one.period.start for one in self.terms)
        return datetime.date(first.year, 1, 1), datetime.date(last.year, 12, 31)

    def around(self, on: datetime.date) -> "CommitteeHistory":
        """The same with the mandates alone that come within :data:`YEARS_AROUND` of a day's, and the one in office."""
        office = self.current.term if self.current is not None else None
        terms = {one.key: one for one in self.terms if one == office or _near(one.period, on)}
        seats = tuple(one for one in self.seats if one.term in terms)
        return dataclasses.replace(self, terms=tuple(terms.values()), seats=seats)

    @property
    def earlier(self) -> frozenset[Key]:
        """The mandates that began before the one in office."""
        if self.current is None:
            return frozenset()
        begun = self.current.term.period.start
        return frozenset(one.key for one in self.terms if one.period.start < begun)

    @property
    def vacancies(self) -> int:
        """How many seats of the mandate in course were filled at its beginning and are held by nobody now."""
        return 0 if self.current is None else rules.vacancies(self.current, self.seats)

    @property
    def has_coordinated(self) -> frozenset[Key]:
        """The seats whose holder coordinated at some time."""
        return frozenset(one.seat for one in self.coordinations if one.period.end != one.period.start)


def _near(period: Period, on: datetime.date) -> bool:
    last = period.end or period.start
    return period.start.year <= on.year + YEARS_AROUND and on.year - YEARS_AROUND <= last.year


Representative = Key | Person
"""Who speaks for a State: somebody of the register, or somebody new who is recorded with the seat."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A Committee as a meeting appointed it: the day, the meeting and decision, and the States with their people.

    The mandate begins on the day of appointment unless the decision names another first day, *begins* (R30).
    """

    on: datetime.date
    seats: tuple[tuple[StateCode, Representative | None], ...]
    meeting: Key | None = None
    decision: Key | None = None
    begins: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat in office: who holds it, since and until when (the last day), and whether its holder coordinates."""

    seat: Seat
    state: State
    person: Person | None
    first_day: datetime.date
    last_day: datetime.date | None
    coordinates: bool

    @property
    def key(self) -> Key:
        """The seat's key."""
        return self.seat.key


def seat_lines(history: CommitteeHistory, states: Mapping[StateCode, State]) -> tuple[SeatLine, ...]:
    """The seats in office, the Coordinator's first."""
    if history.current is None:
        return ()
    lines = [
        SeatLine(
            seat=seat,
            state=states[seat.state],
            person=history.people.get(seat.person) if seat.person else None,
            first_day=history.period(seat).start,
            last_day=history.period(seat).last_day,
            coordinates=history.coordinator is not None and history.coordinator.key == seat.key,
        )
        for seat in history.current.seats
    ]
    return tuple(sorted(lines, key=lambda line: not line.coordinates))


SEATING = (Subject.COMMITTEE, Subject.MEMBERS)
"""What changes with a seat: the Committee, and the people where its representative is somebody new."""


def _recorded(session: Session, person: Representative | None) -> Key | None:
    """The key of a representative; somebody new is recorded."""
    if not isinstance(person, Person):
        return person
    check_person(person)
    PEOPLE.save(session, person)
    return person.key


Recorded = tuple[tuple[Term, ...], tuple[Seat, ...], tuple[Coordination, ...]]
"""All terms, seats and coordinations."""


def _history(
    session: Session,
    on: datetime.date,
    terms: tuple[Term, ...],
    seats: tuple[Seat, ...],
    coordinations: tuple[Coordination, ...],
) -> CommitteeHistory:
    """What these terms, seats and coordinations say of a day, with the people who sit."""
    holding = {one.seat for one in rules.coordinations_on(coordinations, on)}
    return CommitteeHistory(
        terms=terms,
        seats=seats,
        coordinations=coordinations,
        people=PEOPLE.among(session, (one.person for one in seats)),
        current=rules.committee_on(terms, seats, on),
        coordinator=next((seat for seat in seats if seat.key in holding), None),
    )


class Committees:
    """The Executive Committee in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def history(self, on: datetime.date) -> CommitteeHistory:
        """Everything about the Committee, and who is in office on a day."""
        with self._store.read() as session:
            return _history(session, on, TERMS.all(session), SEATS.all(session), COORDINATIONS.all(session))

    def in_office(self, on: datetime.date, recorded: Recorded) -> CommitteeHistory:
        """The Committee of a day alone, with the seats of its term, of all that is *recorded*."""
        terms, seats, coordinations = recorded
        now = rules.committee_on(terms, (), on)
        held = tuple(one for one in seats if now is not None and one.term == now.term.key)
        with self._store.read() as session:
            return _history(session, on, terms, held, coordinations)

    def appoint(self, appointment: Appointment) -> Term:
        """A meeting appoints a Committee for three years (R28–R32); what departs from a rule is recorded and judged."""
        mandate = rules.mandate(appointment.begins or appointment.on)
        term = Term(new_key(), mandate, appointment.on, appointment.meeting, appointment.decision)
        with self._store.write(N_("appoint the Executive Committee"), *SEATING) as session:
            TERMS.save(session, term)
            for state, person in appointment.seats:
                seat = Seat(new_key(), term.key, state, term.period, _recorded(session, person))
                rules.check_seat(seat, term)
                SEATS.save(session, seat)
        return term

    def add_seat(self, term: Key, state: StateCode, on: datetime.date, person: Representative | None = None) -> Seat:
        """Fill a vacant seat for the remainder of the term (R31)."""
        with self._store.write(N_("fill a seat"), *SEATING) as session:
            mandate = TERMS.get(session, term)
            seat = Seat(new_key(), term, state, Period(on, mandate.period.end), _recorded(session, person))
            rules.check_seat(seat, mandate)
            SEATS.save(session, seat)
        return seat

    def replace(self, seat: Key, on: datetime.date, state: StateCode, person: Representative | None = None) -> Seat:
        """Another State takes over a seat and serves the remainder (R31); a coordination held with it ends."""
        with self._store.write(N_("replace a member of the Committee"), *SEATING) as session:
            held, successor = SEATS.get(session, seat), Successor(new_key(), state, _recorded(session, person))
            ended, new = rules.replacement(held, TERMS.get(session, held.term), on, successor)
            SEATS.save(session, ended)
            SEATS.save(session, new)
            self._end_coordination(session, ended)
        return new

    def represent(self, seat: Key, person: Representative | None) -> Seat:
        """Somebody else represents the State of a seat, as in the whole time of the seat; nobody is possible too."""
        with self._store.write(N_("name the representative of a seat"), *SEATING) as session:
            held = dataclasses.replace(SEATS.get(session, seat), person=_recorded(session, person))
            SEATS.save(session, held)
        return held

    def vacate(self, seat: Key, on: datetime.date, ending: SeatEnding = SeatEnding.RESIGNATION) -> Seat:
        """A seat falls vacant from a day on; a coordination held with it ends (R34)."""
        with self._store.write(N_("vacate a seat"), Subject.COMMITTEE) as session:
            held = SEATS.get(session, seat)
            ended = dataclasses.replace(held, period=Period(held.period.start, on), ending=ending)
            SEATS.save(session, ended)
            self._end_coordination(session, ended)
        return ended

    def _end_coordination(self, session: Session, seat: Seat) -> None:
        for coordination in COORDINATIONS.all(session, seat=seat.key):
            COORDINATIONS.save(session, rules.ends_with_seat(coordination, seat))

    def appoint_coordinator(
        self, seat: Key, on: datetime.date, body: AppointingBody = AppointingBody.COMMITTEE
    ) -> Coordination:
        """One of the Committee's members becomes Coordinator until the seat ends (R34); an earlier one ends then."""
        with self._store.write(N_("appoint the Coordinator"), Subject.COMMITTEE) as session:
            held = SEATS.get(session, seat)
            for earlier in rules.coordinations_on(COORDINATIONS.all(session), on):
                COORDINATIONS.save(session, dataclasses.replace(earlier, period=Period(earlier.period.start, on)))
            new = Coordination(new_key(), seat, Period(on, held.period.end), on, body)
            rules.check_coordination(new, SEATS.all(session), TERMS.all(session), COORDINATIONS.all(session))
            COORDINATIONS.save(session, new)
        return new
