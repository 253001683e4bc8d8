"""To whom a dispatch goes: who is written to on a day, by class, group, language and function, and what is missing."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from nmirf_desktop.domain.committees import Seat
from nmirf_desktop.domain.correspondents import language_of, written_to
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Function, Recipient
from nmirf_desktop.domain.editions import TOGETHER, Edition
from nmirf_desktop.domain.invitations import Capacity, capacity_of_partner, capacity_of_state
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.members import FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.membership_rules import focal_points_on, mechanism_on
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.people import Person, writable
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_, Language


@dataclass(frozen=True, slots=True)
class Directory:
    """Who can be written to on the day *on*; *seats* are those of the Executive Committee in office."""

    on: datetime.date
    states: Mapping[StateCode, State]
    memberships: Sequence[Membership] = ()
    focal_points: Sequence[FocalPoint] = ()
    mechanisms: Sequence[Mechanism] = ()
    seats: Sequence[Seat] = ()
    people: Mapping[Key, Person] = field(default_factory=dict)
    partners: Sequence[Partner] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """To whom: by *capacities*, and within them by groups and languages, of which none means all.

    *functions* say who of a State is written to; partners have none.
    """

    capacities: frozenset[Capacity]
    functions: frozenset[Function] = frozenset({Function.FOCAL_POINT})
    groups: frozenset[RegionalGroup] = frozenset()
    languages: frozenset[Language] = frozenset()


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who may be written to, as of a day; *name* is that on the envelope. Without any, nobody is recorded."""

    capacity: Capacity
    function: Function
    name: str
    reads: Language
    state: StateCode | None = None
    partner: Key | None = None
    person: Key | None = None
    emails: tuple[str, ...] = ()
    postal: str = ""

    @property
    def whom(self) -> str:
        """Who it is, as :attr:`Recipient.whom`."""
        return self.received("", "").whom

    @property
    def place(self) -> str:
        """In whose place it is written to, as :attr:`Recipient.place`."""
        return self.received("", "").place

    def received(self, key: Key, dispatch: Key, attempt: int = 1) -> Recipient:
        """The recipient of a dispatch that is made of it."""
        return Recipient(
            key, dispatch, self.capacity, self.function, self.name, self.reads,
            self.state, self.partner, self.person, self.emails, self.postal, attempt,
        )  # fmt: skip


def correspondents(directory: Directory, selection: Selection) -> tuple[Correspondent, ...]:
    """All whom a selection means, each once: States in the order of *directory*, then partners.

    A State of which nobody is recorded in the functions that were chosen is there without a name, so that it is seen.
    """
    found: dict[str, Correspondent] = {}
    for code, state in directory.states.items():
        capacity = capacity_of_state(directory.memberships, code, directory.on)
        grouped = not selection.groups or state.group in selection.groups
        if capacity in selection.capacities and grouped:
            for one in _of_state(directory, state, capacity, selection.functions):
                found.setdefault(one.whom, one)
    for partner in directory.partners:
        capacity = capacity_of_partner(partner)
        if capacity in selection.capacities:
            reads = partner.language
            one = Correspondent(
                capacity, Function.PARTNER, partner.name.best(reads), reads,
                partner=partner.key, emails=partner.emails, postal=partner.address,
            )  # fmt: skip
            found.setdefault(one.whom, one)
    return tuple(one for one in found.values() if not selection.languages or one.reads in selection.languages)


def _of_state(
    directory: Directory, state: State, capacity: Capacity, functions: frozenset[Function]
) -> Iterator[Correspondent]:
    """Who of a State is written to; where the Committee alone is meant, nobody of a State that has no seat."""
    found = [one for function in Function if function in functions for one in _READ[function](directory, state)]
    for function, person, mechanism in found:
        reads = language_of(None, person, state)
        if person is not None:
            name, emails = person.label(reads), person.emails
        else:
            name, emails = (mechanism.name.best(reads), mechanism.emails) if mechanism is not None else ("", ())
        postal = mechanism_on(directory.mechanisms, state.iso3, directory.on)
        yield Correspondent(
            capacity, function, name, reads, state.iso3, person=person.key if person else None, emails=emails,
            postal=postal.address if postal is not None else "",
        )  # fmt: skip
    if not found and functions != {Function.COMMITTEE}:
        function = next(one for one in Function if one in functions)
        yield Correspondent(capacity, function, "", language_of(None, None, state), state.iso3)


_Found = tuple[Function, Person | None, Mechanism | None]
_Read = Callable[[Directory, State], Iterable[_Found]]


def _focal_point(directory: Directory, state: State) -> Iterator[_Found]:
    one = written_to(directory.focal_points, state.iso3, directory.on)
    if one is not None and one.person in directory.people:
        yield Function.FOCAL_POINT, directory.people[one.person], None


def _alternates(directory: Directory, state: State) -> Iterator[_Found]:
    held = focal_points_on(directory.focal_points, state.iso3, directory.on)
    for one in sorted(held, key=lambda one: (one.period.start, one.key)):
        if one.alternate and one.person in directory.people:
            yield Function.ALTERNATE, directory.people[one.person], None


def _mechanism(directory: Directory, state: State) -> Iterator[_Found]:
    one = mechanism_on(directory.mechanisms, state.iso3, directory.on)
    if one is not None:
        yield Function.MECHANISM, None, one


def _committee(directory: Directory, state: State) -> Iterator[_Found]:
    for seat in directory.seats:
        if seat.state == state.iso3:
            person = directory.people.get(seat.person or "")
            if person is not None:
                yield Function.COMMITTEE, person, None
            else:  # the seat is the State's: without a name, who is written to for the State
                yield from ((Function.COMMITTEE, found, None) for _, found, _ in _focal_point(directory, state))


_READ: Mapping[Function, _Read] = {
    Function.FOCAL_POINT: _focal_point,
    Function.ALTERNATE: _alternates,
    Function.MECHANISM: _mechanism,
    Function.COMMITTEE: _committee,
    Function.PARTNER: lambda _directory, _state: (),
}


# ---- which files each gets ----


def files_for(reads: Language, issued: Iterable[IssuedDocument]) -> tuple[IssuedDocument, ...]:
    """Of each document the edition in a language, else one with all three, else the one in the first language there is.

    The documents stand in the order in which they are given.
    """
    documents: dict[tuple[DocumentKind, str], dict[Edition, IssuedDocument]] = {}
    for one in issued:
        documents.setdefault((one.kind, one.symbol), {})[one.language] = one
    order = (Edition(reads), *TOGETHER, *Edition)
    return tuple(next(there[edition] for edition in order if edition in there) for there in documents.values())


def lacks_language(reads: Language, files: Iterable[IssuedDocument]) -> tuple[IssuedDocument, ...]:
    """Those of the files of a reader that do not hold the reader's language."""
    return tuple(one for one in files if reads not in one.language.languages)


# ---- what is missing ----


class Wanting(StrEnum):
    """What keeps a correspondent from being reached, or from reading."""

    NOBODY = "nobody"
    ADDRESS = "address"
    UNWRITABLE = "unwritable"
    LANGUAGE = "language"
    ALREADY = "already"


WANTING_LABELS = {
    Wanting.NOBODY: N_("Nobody is recorded in this function"),
    Wanting.ADDRESS: N_("No address is recorded"),
    Wanting.UNWRITABLE: N_("The address cannot be written in a message"),
    Wanting.LANGUAGE: N_("Not issued in this language"),
    Wanting.ALREADY: N_("Prepared or sent already"),
}
UNREACHED = frozenset({Wanting.NOBODY, Wanting.ADDRESS, Wanting.UNWRITABLE})
"""What leaves nothing to send: it is put right first, and is never passed over in silence."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A correspondent before a dispatch: the files, what is *wanting*, and how often it was prepared before."""

    correspondent: Correspondent
    files: tuple[IssuedDocument, ...]
    wanting: tuple[Wanting, ...] = ()
    before: tuple[Recipient, ...] = ()

    @property
    def reachable(self) -> bool:
        """Whether something can be sent."""
        return UNREACHED.isdisjoint(self.wanting)

    @property
    def attempt(self) -> int:
        """The number that a dispatch prepared now has."""
        return max((one.attempt for one in self.before), default=0) + 1


def reviewed(
    found: Iterable[Correspondent],
    issued: Sequence[IssuedDocument],
    channel: Channel,
    before: Mapping[str, Sequence[Recipient]],
) -> tuple[Reviewed, ...]:
    """All correspondents with what is missing, those with something missing first.

    *before* are recipients of the same documents, by :attr:`Recipient.whom`.
    """
    lines = []
    for one in found:
        files, earlier = files_for(one.reads, issued), tuple(before.get(one.whom, ()))
        lines.append(Reviewed(one, files, tuple(_wanting(one, files, channel, earlier)), earlier))
    return tuple(sorted(lines, key=lambda line: (line.reachable, not line.wanting)))


def _wanting(
    one: Correspondent, files: Sequence[IssuedDocument], channel: Channel, before: Sequence[Recipient]
) -> Iterator[Wanting]:
    reached = one.emails if channel in BY_MAIL else (one.postal,) if one.postal.strip() else ()
    if not one.name:
        yield Wanting.NOBODY
    elif not reached:
        yield Wanting.ADDRESS
    elif channel in BY_MAIL and not all(writable(email) for email in reached):
        yield Wanting.UNWRITABLE
    if lacks_language(one.reads, files):
        yield Wanting.LANGUAGE
    if before:
        yield Wanting.ALREADY
