"""The Executive Committee: appointments, replacements, the Coordinator."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nmirf_desktop.domain import committees as rules
from nmirf_desktop.domain.agenda import Purpose
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
    CommitteeRecords,
    Coordinating,
    CorrectingCoordination,
    CorrectingSeat,
    CorrectingTerm,
    Filling,
    Replacing,
    SteppingDown,
    Striking,
    StrikingCoordination,
    StrikingTerm,
    Vacating,
)
from nmirf_desktop.domain.committee_checks import check_struck, naming
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.committee_years import Stretch, StretchKind, stretches
from nmirf_desktop.domain.committees import AppointingBody, Committee, Coordination, Seat, Successor, Term
from nmirf_desktop.domain.people import Person, check_person
from nmirf_desktop.domain.periods import Key, Period, StateCode
from nmirf_desktop.domain.practices import DEFAULTS, Option, Practices
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.regions import scheme
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import COORDINATIONS, SEATS, SILENCES, TERMS
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.voting import DECISIONS
from nmirf_desktop.storage.watch import RULE_CHANGES

ACT_VERBS: Mapping[type[CommitteeAct], str] = MappingProxyType(
    {
        Appointing: N_("appoint the Executive Committee"),
        Filling: N_("fill a seat"),
        Replacing: N_("replace a member of the Committee"),
        Vacating: N_("vacate a seat"),
        Coordinating: N_("appoint the Coordinator"),
        SteppingDown: N_("end the coordination"),
        CorrectingTerm: N_("correct the mandate of the Committee"),
        CorrectingSeat: N_("correct a seat of the Committee"),
        CorrectingCoordination: N_("correct a coordination"),
        Striking: N_("strike out a seat of the Committee"),
        StrikingTerm: N_("strike out a mandate of the Committee"),
        StrikingCoordination: N_("strike out a coordination"),
    }
)
"""What the journal calls each act."""
FORMER_VERBS = (
    N_("strike a seat of the Committee"),
    N_("strike a mandate of the Committee"),
    N_("strike a coordination"),
)
"""What journals called some of them before, so that they are still read in each language."""
YEARS_AROUND = 6
"""A chart of so many years before and after a day can still be read."""


@dataclass(frozen=True, slots=True)
class CommitteeHistory:
    """All terms, seats and coordinations, with the Committee in office on a day and its Coordinator.

    *known* is what a reader is told: all of it, or on an earlier day what that day knows of
    (:meth:`CommitteeRecords.known_on`).
    """

    terms: tuple[Term, ...]
    seats: tuple[Seat, ...]
    coordinations: tuple[Coordination, ...]
    people: dict[Key, Person]
    current: Committee | None
    coordinator: Seat | None
    known: CommitteeRecords

    def period(self, seat: Seat) -> Period:
        """The time in which a seat is held: it ends with its term where it has no end of its own."""
        term = next(one for one in self.terms if one.key == seat.term)
        return rules.seat_period(seat, term)

    def until(self, seat: Seat) -> datetime.date | None:
        """The last day of a seat, as a reader is told."""
        known = next((one for one in self.known.seats if one.key == seat.key), None)
        return (self.known.held(known) if known is not None else self.period(seat)).last_day

    @property
    def records(self) -> CommitteeRecords:
        """The records alone."""
        return CommitteeRecords(self.terms, self.seats, self.coordinations, self.known.figures)

    @property
    def successor(self) -> Term | None:
        """The mandate that follows the one in office, where it is recorded already."""
        begun = self.current.term.period.start if self.current is not None else datetime.date.max
        follow = (one for one in self.known.terms if one.period.start > begun)
        return min(follow, key=lambda one: one.period, default=None)

    def around(self, on: datetime.date) -> tuple[tuple[Term, ...], tuple[Stretch, ...]]:
        """The mandates that come within :data:`YEARS_AROUND` of a day's, and the one in office, as rows of time."""
        office = self.current.term if self.current is not None else None
        terms = tuple(one for one in self.known.terms if one == office or _near(one.period, on))
        keys = {one.key for one in terms}
        return terms, tuple(one for one in stretches(self.known, on) if one.term in keys)

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


def appointing(appointment: Appointment, figures: Figures = AS_ADOPTED) -> Appointing:
    """The act of a meeting that appoints a Committee (R28–R32), for as long as the rule says (R46)."""
    first = appointment.begins or appointment.on
    term = Term(new_key(), rules.mandate(first, figures), appointment.on, appointment.meeting, appointment.decision)
    seats = (Seat(new_key(), term.key, state, term.period, _key(person)) for state, person in appointment.seats)
    return Appointing(term, tuple(seats))


def filling(
    term: Term, state: StateCode, on: datetime.date, person: Representative | None = None, follows: Key | None = None
) -> Filling:
    """The act of a State that takes a vacant seat, that of *follows*, for the remainder of a mandate (R31)."""
    return Filling(Seat(new_key(), term.key, state, _remainder(on, term.period), _key(person), follows=follows))


def replacing(seat: Key, state: StateCode, on: datetime.date, person: Representative | None = None) -> Replacing:
    """The act of a State that takes over a seat and serves the remainder (R31)."""
    return Replacing(seat, on, Successor(new_key(), state, _key(person)))


def coordinating(seat: Seat, on: datetime.date, body: AppointingBody = AppointingBody.COMMITTEE) -> Coordinating:
    """The act by which the holder of a seat becomes Coordinator until the seat ends (R34)."""
    return Coordinating(Coordination(new_key(), seat.key, _remainder(on, seat.period), on, body))


def _key(person: Representative | None) -> Key | None:
    return person.key if isinstance(person, Person) else person


def _remainder(on: datetime.date, of: Period) -> Period:
    """What is left of a time from a day on; nothing where it is over, which the rules refuse."""
    return Period(on, of.end if of.end is None else max(on, of.end))


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat in office: who holds it, since and until when (the last day), and whether its holder coordinates.

    A *vacant* one has the seat, State and days of who held it before, and nobody sits in it.
    """

    seat: Seat
    state: State
    person: Person | None
    first_day: datetime.date
    last_day: datetime.date | None
    coordinates: bool
    regions: Option = Option.REGIONAL_GROUP
    vacant: bool = False

    @property
    def key(self) -> Key:
        """The seat's key."""
        return self.seat.key


def seat_lines(
    history: CommitteeHistory, states: Mapping[StateCode, State], practices: Practices = DEFAULTS
) -> tuple[SeatLine, ...]:
    """The seats in office, the Coordinator's first; their regions are told apart by the practice of the day (R29)."""
    if history.current is None:
        return ()
    lines = [
        SeatLine(
            seat=seat,
            state=states[seat.state],
            person=history.people.get(seat.person) if seat.person else None,
            first_day=history.period(seat).start,
            last_day=history.until(seat),
            coordinates=history.coordinator is not None and history.coordinator.key == seat.key,
            regions=scheme(practices),
        )
        for seat in history.current.seats
    ]
    return tuple(sorted(lines, key=lambda line: not line.coordinates))


def vacant_lines(
    history: CommitteeHistory, states: Mapping[StateCode, State], on: datetime.date, practices: Practices = DEFAULTS
) -> tuple[SeatLine, ...]:
    """The seats of the mandate in course that were held and that nobody holds on a day, after whom they were held."""
    term = history.current.term if history.current is not None and not history.current.acting else None
    known = {one.key: one for one in history.seats}
    return tuple(
        SeatLine(
            known[one.seat],
            states[one.state],
            None,
            one.period.start,
            one.period.last_day,
            coordinates=False,
            regions=scheme(practices),
            vacant=True,
        )
        for one in stretches(history.known, on)
        if term is not None and one.term == term.key and one.kind is StretchKind.VACANT and one.period.holds(on)
    )


def newcomers(*representatives: Representative | None) -> tuple[Person, ...]:
    """Those of some representatives whom the register does not know yet."""
    return tuple(one for one in representatives if isinstance(one, Person))


def _read(session: Session) -> CommitteeRecords:
    """All that the register holds of the Committee."""
    figures = Figures(RULE_CHANGES.all(session))
    return CommitteeRecords(TERMS.all(session), SEATS.all(session), COORDINATIONS.all(session), figures)


def _history(session: Session, on: datetime.date, records: CommitteeRecords, *, past: bool) -> CommitteeHistory:
    """What some records say of a day, with the people who sit."""
    terms, seats, coordinations = records.terms, records.seats, records.coordinations
    known = records.known_on(on) if past else records
    return CommitteeHistory(
        terms=terms,
        seats=seats,
        coordinations=coordinations,
        people=PEOPLE.among(session, (one.person for one in seats)),
        current=rules.committee_on(known.terms, seats, on),
        coordinator=rules.coordinator_on(known.terms, seats, known.coordinations, on),
        known=known,
    )


class Committees:
    """The Executive Committee in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def history(self, on: datetime.date, *, past: bool = False) -> CommitteeHistory:
        """Everything about the Committee, and who is in office on a day; *past* where that is an earlier day."""
        with self._store.read() as session:
            return _history(session, on, _read(session), past=past)

    def decisions_elsewhere(self) -> frozenset[Key]:
        """The decisions of meetings with an item on the Committee that were taken under another one."""
        with self._store.read() as session:
            items, decisions = ITEMS.all(session, purpose=Purpose.COMMITTEE), DECISIONS.all(session)
        own, meetings = {one.key for one in items}, {one.meeting for one in items}
        return frozenset(one.key for one in decisions if one.meeting in meetings and one.item not in own)

    def in_office(self, on: datetime.date, recorded: CommitteeRecords) -> CommitteeHistory:
        """The Committee of a day alone, with the seats of its term, of all that is *recorded*."""
        now = rules.committee_on(recorded.terms, (), on)
        held = tuple(one for one in recorded.seats if now is not None and one.term == now.term.key)
        with self._store.read() as session:
            return _history(session, on, dataclasses.replace(recorded, seats=held), past=False)

    def record(self, act: CommitteeAct, people: Iterable[Person] = ()) -> None:
        """What happened is recorded, with all that follows from it; what departs from a rule is judged, not refused.

        *people* are the representatives of its seats whom the register does not know yet (:func:`newcomers`).

        Raises:
            Refusal: it cannot have happened so: a State with two seats, a Coordinator without one (R28, R30, R31, R34);
                or the Committee of a mandate that is struck agreed something since.
        """
        people = tuple(people)
        touched = (Subject.COMMITTEE, Subject.MEMBERS) if people else (Subject.COMMITTEE,)
        with self._store.write(ACT_VERBS[type(act)], *touched) as session:
            record_people(session, people)
            before = _read(session)
            check_struck(act, SILENCES.all(session), MEETINGS.all(session))
            try:
                now = after(before, act)
            except Refusal as refusal:
                raise naming(refusal, States(self._store).on(act.day)) from None
            for term in now.terms:
                TERMS.save(session, term)
            for seat in now.seats:
                SEATS.save(session, seat)
            for coordination in now.coordinations:
                COORDINATIONS.save(session, coordination)
            for gone in _gone(before.coordinations, now.coordinations):
                COORDINATIONS.remove(session, gone)
            for gone in _gone(before.seats, now.seats):
                SEATS.remove(session, gone)
            for gone in _gone(before.terms, now.terms):
                TERMS.remove(session, gone)

    def represent(self, seat: Key, person: Representative | None) -> Seat:
        """Somebody else represents the State of a seat, as in the whole time of the seat; nobody is possible too."""
        people = newcomers(person)
        touched = (Subject.COMMITTEE, Subject.MEMBERS) if people else (Subject.COMMITTEE,)
        with self._store.write(N_("name the representative of a seat"), *touched) as session:
            record_people(session, people)
            held = dataclasses.replace(SEATS.standing(session, seat), person=_key(person))
            SEATS.save(session, held)
        return held


def record_people(session: Session, people: Iterable[Person]) -> None:
    """Representatives whom the register did not know yet. Raises ``Problem`` as :func:`~.check_person` does."""
    for person in people:
        check_person(person)
        PEOPLE.save(session, person)


def _gone(before: Iterable[Term | Seat | Coordination], now: Iterable[Term | Seat | Coordination]) -> tuple[Key, ...]:
    left = {one.key for one in now}
    return tuple(one.key for one in before if one.key not in left)
