"""The register as a list is read against it: a frozen snapshot, and how it stands after the rows read so far."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from nmirf_desktop.domain.intake import Fact
from nmirf_desktop.domain.intake.work_standing import NO_WORK, WorkRecords
from nmirf_desktop.domain.joining import StateFacts
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.participants import Delegate, Invitee
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language

T = TypeVar("T", Membership, Communication, Mechanism, FocalPoint)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a list is compared with. *on* is the day as of which status and group are compared; nothing is dated by it.

    *states* are as they are named and grouped on that day.
    """

    on: datetime.date
    states: Mapping[StateCode, State]
    memberships: tuple[Membership, ...] = ()
    communications: tuple[Communication, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    focal_points: tuple[FocalPoint, ...] = ()
    people: tuple[Person, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    regroupings: tuple[Regrouping, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    invitees: tuple[Invitee, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    work: WorkRecords = NO_WORK


def _by_state(facts: Iterable[T]) -> dict[StateCode, dict[Key, T]]:
    found: dict[StateCode, dict[Key, T]] = {}
    for fact in facts:
        found.setdefault(fact.state, {})[fact.key] = fact
    return found


def names_of(person: Person) -> frozenset[str]:
    """The words of a person's name as they are compared, in any order; empty where there is no name."""
    return words_of(f"{person.given_name} {person.family_name}")


@lru_cache(maxsize=4096)
def words_of(name: str) -> frozenset[str]:
    """The words of a name as they are compared."""
    return frozenset(filter(None, (fold(word) for word in name.replace("-", " ").split())))


class Standing:
    """The snapshot, and what the rows read so far add to it: a later row is judged beside the earlier ones."""

    def __init__(self, snapshot: Snapshot, new_key: Callable[[], Key]) -> None:
        self.on = snapshot.on
        self.states = snapshot.states
        self.new_key = new_key
        self.meetings = {one.key: one for one in snapshot.meetings}
        self._by_symbol = {one.symbol.casefold(): one for one in snapshot.meetings}
        self._memberships = _by_state(snapshot.memberships)
        self._communications = _by_state(snapshot.communications)
        self._mechanisms = _by_state(snapshot.mechanisms)
        self._focal_points = _by_state(snapshot.focal_points)
        self._designations: dict[tuple[StateCode, Key], dict[Key, FocalPoint]] = {}
        self.people: dict[Key, Person] = {}
        self._found: dict[str | frozenset[str], dict[Key, None]] = {}
        for person in snapshot.people:
            self._know(person)
        self._invitees: dict[tuple[Key, StateCode], Invitee] = {}
        self._delegates: dict[Key, dict[Key, Delegate]] = {}
        self._senders: dict[Key, StateCode] = {}
        self._sent: set[tuple[StateCode | None, Key]] = set()
        for invitee in snapshot.invitees:
            self._invite(invitee)
        for delegate in snapshot.delegates:
            self._invite(delegate)
        self.read: set[Key] = set()
        self.lines: dict[Key, int] = {}
        """In which line a person of a delegation was named as its head."""
        self._voting: dict[StateCode, dict[Key, FocalPoint]] = {}
        for point in snapshot.focal_points:
            self._designate(point)

    def memberships(self, state: StateCode) -> tuple[Membership, ...]:
        """Those of a State, by their first day."""
        return tuple(sorted(self._memberships.get(state, {}).values(), key=lambda one: one.period.start))

    def communications(self, state: StateCode) -> tuple[Communication, ...]:
        """The letters of a State."""
        return tuple(self._communications.get(state, {}).values())

    def mechanisms(self, state: StateCode) -> tuple[Mechanism, ...]:
        """The mechanisms of a State, by their first day."""
        return tuple(sorted(self._mechanisms.get(state, {}).values(), key=lambda one: one.period.start))

    def focal_points(self, state: StateCode) -> tuple[FocalPoint, ...]:
        """The designations of a State."""
        return tuple(self._focal_points.get(state, {}).values())

    def meeting(self, symbol: str) -> Meeting | None:
        """The meeting of a symbol, in capitals or not."""
        return self._by_symbol.get(symbol.casefold())

    def facts_of(self, state: StateCode) -> StateFacts:
        """What is recorded of one State."""
        return StateFacts(self.memberships(state), self.communications(state), self.focal_points(state))

    def designations(self, state: StateCode, person: Key) -> tuple[FocalPoint, ...]:
        """Those of one person by a State, by their first day."""
        own = self._designations.get((state, person), {}).values()
        return tuple(sorted(own, key=lambda one: one.period.start))

    def beside(self, point: FocalPoint) -> tuple[FocalPoint, ...]:
        """The designations of its State that a rule may find in its way: of those who vote, and of its person."""
        own = self._designations.get((point.state, point.person), {})
        return tuple((self._voting.get(point.state, {}) | own).values())

    def voting(self, state: StateCode) -> tuple[FocalPoint, ...]:
        """The designations of a State that are marked as voting."""
        return tuple(self._voting.get(state, {}).values())

    def designates(self, state: StateCode, person: Person) -> bool:
        """Whether a State has ever designated a person, or named one for a delegation."""
        return (state, person.key) in self._designations or (state, person.key) in self._sent

    def invited(self, meeting: Key, state: StateCode) -> Invitee | None:
        """How a State stands in the list of a meeting."""
        return self._invitees.get((meeting, state))

    def delegation(self, invitee: Key) -> tuple[Delegate, ...]:
        """The persons who are named for an invited State."""
        return tuple(self._delegates.get(invitee, {}).values())

    def _invite(self, fact: Invitee | Delegate) -> None:
        if isinstance(fact, Delegate):
            self._delegates.setdefault(fact.invitee, {})[fact.key] = fact
            self._sent.add((self._senders.get(fact.invitee), fact.person))
        elif fact.state is not None:
            self._invitees[fact.meeting, fact.state] = fact
            self._senders[fact.key] = fact.state

    def found(self, sought: str | frozenset[str]) -> tuple[Person, ...]:
        """Who has an address or a function, as they are compared, or a name of these words."""
        return tuple(self.people[key] for key in self._found.get(sought, {}))

    def keep(self, fact: Fact) -> None:
        """Add a fact, or put it in the place of the one with its key."""
        match fact:
            case Membership():
                self._memberships.setdefault(fact.state, {})[fact.key] = fact
            case Communication():
                self._communications.setdefault(fact.state, {})[fact.key] = fact
            case Mechanism():
                self._mechanisms.setdefault(fact.state, {})[fact.key] = fact
            case FocalPoint():
                self._focal_points.setdefault(fact.state, {})[fact.key] = fact
                self._designate(fact)
            case Person():
                self._know(fact)
            case Invitee() | Delegate():
                self._invite(fact)
                self.read.add(fact.key)
            case _:
                raise TypeError(f"{type(fact).__name__} is no person and no State")

    def _designate(self, point: FocalPoint) -> None:
        self._designations.setdefault((point.state, point.person), {})[point.key] = point
        voting = self._voting.setdefault(point.state, {})
        voting.pop(point.key, None)
        if point.voting:
            voting[point.key] = point

    def _know(self, person: Person) -> None:
        known = self.people.get(person.key)
        for sought in _sought(known) if known is not None else ():
            self._found[sought].pop(person.key, None)
        self.people[person.key] = person
        for sought in _sought(person):
            self._found.setdefault(sought, {})[person.key] = None


def _sought(person: Person) -> Iterator[str | frozenset[str]]:
    """By what a person is found: the addresses, the words of the name, the functions."""
    yield from (email.casefold() for email in person.emails)
    names = names_of(person)
    if names:
        yield names
    yield from filter(None, {fold(person.function[language]) for language in Language if person.function[language]})
