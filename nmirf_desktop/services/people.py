"""People across all their functions: one record each, found by a few letters, joined where there are two of one."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import Seat, Term, seat_period
from nmirf_desktop.domain.functions import Held, Role, role_of
from nmirf_desktop.domain.joined_designations import Joined, joined
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, Membership
from nmirf_desktop.domain.officers import Officer
from nmirf_desktop.domain.people import Person, check_person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.invitations import settle_delegations
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import SEATS, TERMS
from nmirf_desktop.storage.links import point_elsewhere, unlinked
from nmirf_desktop.storage.meetings import MEETINGS, OFFICERS
from nmirf_desktop.storage.members import FOCAL_POINTS, MEMBERSHIPS
from nmirf_desktop.storage.participants import DELEGATES
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Session, Store


@dataclass(frozen=True, slots=True)
class Known:
    """A person with the State and all the functions of any time, the latest first."""

    person: Person
    state: State | None
    held: tuple[Held, ...]

    @property
    def key(self) -> Key:
        """The person's key."""
        return self.person.key


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in one function, or in none; *state* is the one for which the function is held."""

    person: Person
    state: State | None
    held: Held | None

    @property
    def key(self) -> str:
        """The keys of the person and of the function, by which a list keeps its selection."""
        return f"{self.person.key} {self.held.key if self.held is not None else ''}"

    @property
    def role(self) -> Role:
        """What the person is to the Network."""
        return self.held.role if self.held is not None else Role.NONE


@dataclass(frozen=True, slots=True)
class Together:
    """A function as one record holds it after two were merged, and what it was *of* before."""

    held: Held
    of: tuple[Held, ...]


class People:
    """The people of a register."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def known(self, on: datetime.date) -> tuple[Known, ...]:
        """Everybody with all functions of any time, States named as of a day; in the order of being recorded."""
        states = self._states.on(on)
        with self._store.read() as session:
            people, held = PEOPLE.all(session), _by_person(_Links.all(session), states)
        return tuple(_known(person, held, states) for person in people)

    def one(self, key: Key, on: datetime.date) -> Known:
        """One person with all functions; ``LookupError`` where there is none of that key."""
        states = self._states.on(on)
        with self._store.read() as session:
            person, held = PEOPLE.get(session, key), _by_person(_Links.all(session, person=key), states)
        return _known(person, held, states)

    def any(self) -> bool:
        """Whether the register knows anybody."""
        with self._store.read() as session:
            return PEOPLE.last(session) is not None

    def lines(self, on: datetime.date, *, every: bool = False) -> tuple[PersonLine, ...]:
        """A line for each person and function of a day, and for who never had one; *every*: of any time."""
        if every:
            return tuple(line for known in self.known(on) for line in _lines(known))
        states = self._states.on(on)
        with self._store.read() as session:
            running = [one for one in _functions(_Links.on(session, on), states, on) if one.period.holds(on)]
            idle = unlinked(session, PEOPLE, but_for=DELEGATES)
            people = PEOPLE.among(session, (*(one.person for one in running), *idle))
        lines = [PersonLine(people[one.person], one.state, one) for one in running]
        return (*lines, *(PersonLine(people[key], states.get(people[key].state or ""), None) for key in idle))

    def together(self, kept: Key, other: Key, on: datetime.date) -> tuple[Together, ...]:
        """What comes of the functions of two records where they are merged, those that stay as they are left out.

        Raises:
            Refusal: the designations of the two contradict each other.
        """
        states = self._states.on(on)
        with self._store.read() as session:
            here, there = (_Links.all(session, person=key) for key in (kept, other))
        points = (*here.points, *there.points)
        found = joined(points, (kept, other), kept, new_key)
        before = {one.key: one for links in (here, there) for one in _functions(links, states)}
        made_of = {one.point.key: one.of for one in found}
        links = dataclasses.replace(there, points=tuple(one.point for one in found))
        each = (
            Together(one, tuple(before[key] for key in made_of.get(one.key, (one.key,))))
            for one in _functions(links, states)
        )
        moved = {one.key for one in _functions(there, states)}
        return tuple(one for one in each if one.held.key in moved or one.of != (one.held,))

    def merge(self, kept: Person, other: Key) -> None:
        """Two records are one person: *kept* is the one that stays; functions and files of the *other* follow it.

        Raises:
            Problem: an address is none, or the two are one record.
            Refusal: the designations of the two contradict each other (:func:`joined`).
        """
        check_person(kept)
        if other == kept.key:
            raise Problem(N_("Choose the other record of this person."), field_name="other")
        with self._store.write(
            N_("merge two records of a person"),
            Subject.MEMBERS,
            Subject.COMMITTEE,
            Subject.MEETINGS,
            Subject.PARTICIPANTS,
            Subject.DISPATCHES,
        ) as session:
            pair = (kept.key, other)
            points = tuple(point for key in pair for point in FOCAL_POINTS.all(session, person=key))
            found = joined(points, pair, kept.key, new_key)
            PEOPLE.save(session, kept)
            point_elsewhere(session, PEOPLE, other, kept.key)
            _keep_joined(session, points, found)
            _once_in_each(session, kept.key)
            PEOPLE.remove(session, other)


def _once_in_each(session: Session, person: Key) -> None:
    """Somebody who was two records in one delegation is in it once."""
    held = DELEGATES.all(session, person=person)
    first = {one.invitee: one for one in reversed(held)}
    for one in held:
        if one != first[one.invitee]:
            DELEGATES.remove(session, one.key)
    settle_delegations(session, first.values())


def _keep_joined(session: Session, points: Iterable[FocalPoint], found: tuple[Joined, ...]) -> None:
    """Keep the designations as they stay; the files of one that goes follow to the one that it is in."""
    stays = {one.point.key: one.point for one in found}
    into = {key: one.point.key for one in reversed(found) for key in one.of}
    for point in points:
        if point.key not in stays:
            point_elsewhere(session, FOCAL_POINTS, point.key, into[point.key])
            FOCAL_POINTS.remove(session, point.key)
    for point in stays.values():
        FOCAL_POINTS.save(session, point)


def _lines(known: Known) -> tuple[PersonLine, ...]:
    held = tuple(PersonLine(known.person, one.state, one) for one in known.held)
    return held or (PersonLine(known.person, known.state, None),)


def _known(person: Person, held: Mapping[Key, list[Held]], states: Mapping[StateCode, State]) -> Known:
    return Known(person, states.get(person.state or ""), tuple(reversed(held.get(person.key, ()))))


@dataclass(frozen=True, slots=True)
class _Links:
    """The rows that link to people, and what says when and as what."""

    points: tuple[FocalPoint, ...]
    seats: tuple[Seat, ...]
    officers: tuple[Officer, ...]
    memberships: tuple[Membership, ...]
    meetings: dict[Key, Meeting]
    terms: dict[Key, Term]

    @classmethod
    def all(cls, session: Session, **person: Key) -> "_Links":
        """Those of everybody, or of one *person*."""
        return cls(
            FOCAL_POINTS.all(session, **person),
            SEATS.all(session, **person),
            OFFICERS.all(session, **person),
            MEMBERSHIPS.all(session),
            MEETINGS.by_key(MEETINGS.all(session)),
            TERMS.by_key(TERMS.all(session)),
        )

    @classmethod
    def on(cls, session: Session, on: datetime.date) -> "_Links":
        """Those that say what somebody is on a day."""
        points, seats = FOCAL_POINTS.holding(session, on), SEATS.holding(session, on)
        meetings = MEETINGS.by_key(MEETINGS.all(session))
        held = (key for key, meeting in meetings.items() if meeting.opens_on <= on <= meeting.closes_on)
        return cls(
            points,
            seats,
            tuple(one for key in held for one in OFFICERS.all(session, meeting=key)),
            MEMBERSHIPS.holding(session, on),
            meetings,
            TERMS.among(session, (one.term for one in seats)),
        )


def _by_person(links: _Links, states: Mapping[StateCode, State]) -> dict[Key, list[Held]]:
    """The functions of everybody, the earliest first."""
    held = defaultdict(list)
    for one in sorted(_functions(links, states), key=lambda one: one.period.start):
        held[one.person].append(one)
    return held


def _functions(links: _Links, states: Mapping[StateCode, State], on: datetime.date | None = None) -> Iterator[Held]:
    """What the links say; a contact is one of an observer on the day *on*, else on the first day of the designation."""
    by_state = defaultdict(list)
    for one in links.memberships:
        by_state[one.state].append(one)
    for point in links.points:
        kind = rules.status(by_state[point.state], point.state, on or point.period.start)
        meeting = links.meetings[point.meeting].symbol if point.meeting is not None else ""
        yield Held(
            point.key, point.person, role_of(point, kind), states[point.state], point.period,
            reference=point.reference, meeting=meeting,
        )  # fmt: skip
    for seat in links.seats:
        if seat.person is not None:
            period = seat_period(seat, links.terms[seat.term])
            yield Held(seat.key, seat.person, Role.REPRESENTATIVE, states[seat.state], period)
    for officer in links.officers:
        if officer.person is not None:
            where = links.meetings[officer.meeting]
            yield Held(
                officer.key, officer.person, Role.OFFICER, states[officer.state], where.period,
                office=officer.office, meeting=where.symbol,
            )  # fmt: skip
