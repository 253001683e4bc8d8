"""People across all their functions: one record each, found by a few letters, joined where there are two of one."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import seat_period
from nmirf_desktop.domain.functions import Held, Role, role_of
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import FocalPoint, Membership
from nmirf_desktop.domain.people import Person, check_person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.designations import days_of
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.committees import SEATS, TERMS
from nmirf_desktop.storage.links import point_elsewhere
from nmirf_desktop.storage.meetings import MEETINGS, OFFICERS
from nmirf_desktop.storage.members import FOCAL_POINTS, MEMBERSHIPS
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


class People:
    """The people of a register."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def known(self, on: datetime.date) -> tuple[Known, ...]:
        """Everybody with all functions of any time, States named as of a day; in the order of being recorded."""
        states = self._states.on(on)
        with self._store.read() as session:
            people, held = PEOPLE.all(session), _held(session, states)
        return tuple(
            Known(person, states.get(person.state or ""), tuple(reversed(held.get(person.key, ()))))
            for person in people
        )

    def any(self) -> bool:
        """Whether the register knows anybody."""
        with self._store.read() as session:
            return PEOPLE.first(session) is not None

    def lines(self, on: datetime.date, *, every: bool = False) -> tuple[PersonLine, ...]:
        """A line for each person and function of a day, and for who never had one; *every*: of any time."""
        return tuple(line for known in self.known(on) for line in _lines(known, on, every=every))

    def merge(self, kept: Person, other: Key) -> None:
        """Two records are one person: *kept* is the one that stays; functions and files of the *other* follow it.

        Raises:
            Problem: an address is none.
            Refusal: both are designated by one State on the same days.
        """
        check_person(kept)
        with self._store.write(
            N_("merge two records of a person"), Subject.MEMBERS, Subject.COMMITTEE, Subject.MEETINGS
        ) as session:
            states = self._states.on(datetime.date.max)
            for point in FOCAL_POINTS.all(session, person=other):
                _check_apart(FOCAL_POINTS.all(session, state=point.state), point, kept, states)
            PEOPLE.save(session, kept)
            point_elsewhere(session, PEOPLE, other, kept.key)
            PEOPLE.remove(session, other)


def _check_apart(
    points: Iterable[FocalPoint], point: FocalPoint, kept: Person, states: Mapping[StateCode, State]
) -> None:
    try:
        rules.check_not_twice(points, dataclasses.replace(point, person=kept.key))
    except Refusal as refusal:
        raise Refusal(
            N_(
                "Both records are designated by {state} on the same days: end or correct one of the designations first."
            ),
            {"state": states[point.state]},
            section="R5",
            in_the_way=refusal.in_the_way,
        ) from refusal


def _lines(known: Known, on: datetime.date, *, every: bool) -> Iterator[PersonLine]:
    shown = [one for one in known.held if every or one.period.holds(on)]
    for held in shown:
        yield PersonLine(known.person, held.state, held)
    if not known.held or (every and not shown):
        yield PersonLine(known.person, known.state, None)


def _held(session: Session, states: Mapping[StateCode, State]) -> dict[Key, list[Held]]:
    """The functions of everybody, the earliest first."""
    meetings = {one.key: one for one in MEETINGS.all(session)}
    functions = [
        *_designated(FOCAL_POINTS.all(session), MEMBERSHIPS.all(session), meetings, states),
        *_seated(session, states),
        *_elected(session, meetings, states),
    ]
    held = defaultdict(list)
    for one in sorted(functions, key=lambda one: one.period.start):
        held[one.person].append(one)
    return held


def _designated(
    points: Iterable[FocalPoint],
    memberships: Iterable[Membership],
    meetings: Mapping[Key, Meeting],
    states: Mapping[StateCode, State],
) -> Iterator[Held]:
    by_state = defaultdict(list)
    for one in memberships:
        by_state[one.state].append(one)
    for point in points:
        kind = rules.status(by_state[point.state], point.state, point.period.start)
        meeting = meetings[point.meeting].symbol if point.meeting is not None else ""
        yield Held(
            point.key, point.person, role_of(point, kind), states[point.state], point.period,
            reference=point.reference, meeting=meeting,
        )  # fmt: skip


def _seated(session: Session, states: Mapping[StateCode, State]) -> Iterator[Held]:
    terms = {one.key: one for one in TERMS.all(session)}
    for seat in SEATS.all(session):
        if seat.person is not None:
            period = seat_period(seat, terms[seat.term])
            yield Held(seat.key, seat.person, Role.REPRESENTATIVE, states[seat.state], period)


def _elected(session: Session, meetings: Mapping[Key, Meeting], states: Mapping[StateCode, State]) -> Iterator[Held]:
    for one in OFFICERS.all(session):
        if one.person is not None:
            meeting = meetings[one.meeting]
            yield Held(
                one.key, one.person, Role.OFFICER, states[one.state], days_of(meeting),
                office=one.office, meeting=meeting.symbol,
            )  # fmt: skip
