"""To whom a dispatch goes: who is written to on a day, by class, group, language and function, and what is missing."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nmirf_desktop.domain.committees import Seat
from nmirf_desktop.domain.correspondents import language_of, written_to
from nmirf_desktop.domain.dispatches import BY_MAIL, Channel, Delivery, Function, Recipient, Standing
from nmirf_desktop.domain.editions import TOGETHER, Edition
from nmirf_desktop.domain.invitations import Capacity, capacity_of_partner, capacity_of_state
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.letter_papers import partner_marks
from nmirf_desktop.domain.members import FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.membership_rules import focal_points_on, mechanism_on
from nmirf_desktop.domain.participants import Partner
from nmirf_desktop.domain.people import Person, writable
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.postal import Printed, country_names, printed
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.domain.symbols import addressee_of
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
    """Somebody who may be written to, as of a day; *name* is that on the envelope. Without any, nobody is recorded.

    *mark* ends the reference of a letter to it alone (:func:`.symbols.addressee_of`). By post, *address* is the postal
    one as it is printed.
    """

    capacity: Capacity
    function: Function
    name: str
    reads: Language
    state: StateCode | None = None
    partner: Key | None = None
    person: Key | None = None
    emails: tuple[str, ...] = ()
    postal: str = ""
    mark: str = ""
    address: Printed | None = None

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

    A State of which nobody is recorded in the functions that were chosen is there without a name, so that it is seen;
    where no function was chosen, nobody of a State is meant.
    """
    found: dict[str, Correspondent] = {}
    for code, state in directory.states.items():
        capacity = capacity_of_state(directory.memberships, code, directory.on)
        grouped = not selection.groups or state.group in selection.groups
        if capacity in selection.capacities and grouped:
            for one in _of_state(directory, state, capacity, selection.functions):
                found.setdefault(one.whom, one)
    marks = partner_marks(directory.partners)
    for partner in directory.partners:
        capacity = capacity_of_partner(partner)
        if capacity in selection.capacities:
            reads = partner.language
            one = Correspondent(
                capacity, Function.PARTNER, partner.name.best(reads), reads,
                partner=partner.key, emails=partner.emails, postal=partner.address, mark=marks[partner.key],
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
        described = mechanism_on(directory.mechanisms, state.iso3, directory.on)
        own = person.address if person is not None and person.address.strip() else ""
        postal = own or (described.address if described is not None else "")
        yield Correspondent(
            capacity, function, name, reads, state.iso3, person=person.key if person else None, emails=emails,
            postal=postal, mark=state.iso3,
        )  # fmt: skip
    if not found and functions and functions != {Function.COMMITTEE}:
        function = next(one for one in Function if one in functions)
        yield Correspondent(capacity, function, "", language_of(None, None, state), state.iso3)


def by_post(several: Iterable[Correspondent], states: Mapping[StateCode, State]) -> tuple[Correspondent, ...]:
    """Correspondents as a letter reaches them: by no e-mail, and with the postal address as it is printed."""
    names, found = country_names(states.values()), []
    for one in several:
        address = printed(one.postal, states.get(one.state or ""), one.reads, names)
        found.append(replace(one, emails=(), postal=address.text, address=address))
    return tuple(found)


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


def went(issued: Iterable[IssuedDocument], reading: Iterable[Language]) -> tuple[IssuedDocument, ...]:
    """Of some documents the editions that readers of some languages get: the others go to nobody."""
    issued = tuple(issued)
    got = {file.key for reads in set(reading) for file in files_for(reads, issued)}
    return tuple(one for one in issued if one.key in got)


def files_by_reader(issued: Iterable[IssuedDocument]) -> Mapping[Language, frozenset[Key]]:
    """The keys of the files that a reader of each language gets of some documents."""
    issued = tuple(issued)
    return {reads: frozenset(one.key for one in files_for(reads, issued)) for reads in Language}


def got_same(
    reads: Language, got: Mapping[Language, frozenset[Key]], wanted: Mapping[Language, frozenset[Key]]
) -> bool:
    """Whether somebody who read a language got one of the files that the same reader would get of those *wanted*.

    Both are :func:`files_by_reader`. Where a later version was issued in one language alone, the files of the others go
    with it once more, and say nothing of who reads that one.
    """
    return not got[reads].isdisjoint(wanted[reads])


def lacks_language(reads: Language, files: Iterable[IssuedDocument]) -> tuple[IssuedDocument, ...]:
    """Those of the files of a reader that do not hold the reader's language."""
    return tuple(one for one in files if reads not in one.language.languages)


# ---- what is missing ----


class Wanting(StrEnum):
    """What keeps a correspondent from being reached, from reading, or from being meant."""

    NOBODY = "nobody"
    ADDRESS = "address"
    POSTAL = "postal"
    UNWRITABLE = "unwritable"
    MEMBERS_ONLY = "members_only"
    ADDRESSEE = "addressee"
    COUNTRY = "country"
    LATER = "later"
    DEAD = "dead"
    LANGUAGE = "language"
    ALREADY = "already"


WANTING_LABELS = {
    Wanting.NOBODY: N_("Nobody is recorded in this function"),
    Wanting.ADDRESS: N_("No address is recorded"),
    Wanting.POSTAL: N_("No postal address is recorded"),
    Wanting.UNWRITABLE: N_("The address cannot be written in a message"),
    Wanting.MEMBERS_ONLY: N_("It is for members only"),
    Wanting.ADDRESSEE: N_("The letter is to somebody else"),
    Wanting.COUNTRY: N_("The postal address ends with no country"),
    Wanting.LATER: N_("A later version was sent since"),
    Wanting.DEAD: N_("An earlier message did not arrive at this address"),
    Wanting.LANGUAGE: N_("Not issued in this language"),
    Wanting.ALREADY: N_("Prepared or sent already"),
}
UNREACHED = frozenset({Wanting.NOBODY, Wanting.ADDRESS, Wanting.POSTAL, Wanting.UNWRITABLE})
"""What leaves nothing to send: it is put right first, and is never passed over in silence."""
NOT_MEANT = frozenset({Wanting.MEMBERS_ONLY, Wanting.ADDRESSEE})
"""For whom a document is not: such a correspondent is left out, unless somebody decides otherwise (R5)."""
UNTICKED = NOT_MEANT | {Wanting.DEAD, Wanting.LATER}
"""Who is left out unless somebody decides otherwise: also who has an address at which nothing arrives, or more."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A correspondent before a dispatch: the files, what is *wanting*, and how often it was prepared before.

    *last* is what became of the last time, where it is looked at, and *elsewhere* that it would go to another address
    now, or by another way.
    """

    correspondent: Correspondent
    files: tuple[IssuedDocument, ...]
    wanting: tuple[Wanting, ...] = ()
    before: tuple[Recipient, ...] = ()
    last: Delivery | None = None
    elsewhere: bool = False

    def at_dead(self, dead: Collection[str]) -> "Reviewed":
        """The same with that nothing arrives at any of its e-mail addresses, as far as these are among the *dead*.

        Where the same documents failed there, that is said already (:attr:`last`).
        """
        one, same = self.correspondent, self.last is not None and self.last.standing is Standing.FAILED
        if same or not one.emails or any(email.casefold() not in dead for email in one.emails):
            return self
        return self._with(Wanting.DEAD)

    def given_later(self, later: Collection[str]) -> "Reviewed":
        """The same with that a later version was sent to it, where it is among those who got one (*later*)."""
        return self._with(Wanting.LATER) if self.correspondent.whom in later else self

    def _with(self, wanting: Wanting) -> "Reviewed":
        return replace(self, wanting=tuple(sorted((*self.wanting, wanting), key=list(Wanting).index)))

    def after(self, last: Delivery | None, channel: Channel) -> "Reviewed":
        """The same with what became of the *last* time, by what it would go now."""
        if last is None:
            return self
        one, then = self.correspondent, last.recipient
        by_mail = channel in BY_MAIL
        same = set(one.emails) == set(then.addresses) if by_mail else one.postal.split() == then.postal.split()
        return replace(self, last=last, elsewhere=not same or by_mail is not bool(then.addresses))

    @property
    def to_remind(self) -> bool:
        """Whether it is sent again: not while the last is still to be sent, nor where it failed, to the same address.

        Who acknowledged the last is reminded of nothing, nor who was sent a later version, nor who has an address at
        which nothing arrives.
        """
        if not {Wanting.DEAD, Wanting.LATER}.isdisjoint(self.wanting):
            return False
        standing = self.last.standing if self.last is not None else Standing.SENT
        return standing is Standing.SENT or (standing is Standing.FAILED and self.elsewhere)

    @property
    def reachable(self) -> bool:
        """Whether something can be sent."""
        return UNREACHED.isdisjoint(self.wanting)

    @property
    def meant(self) -> bool:
        """Whether what is sent is for it and can arrive as far as is known, and was not prepared for it before."""
        return not self.before and UNTICKED.isdisjoint(self.wanting)

    @property
    def attempt(self) -> int:
        """The number that a dispatch prepared now has."""
        return max((one.attempt for one in self.before), default=0) + 1


def reviewed(
    found: Iterable[Correspondent],
    issued: Sequence[IssuedDocument],
    channel: Channel,
    before: Mapping[str, Sequence[Recipient]],
    closed: Collection[Key] = (),
) -> tuple[Reviewed, ...]:
    """All correspondents with what is missing, those with something missing first.

    *before* are recipients of the same documents, by :attr:`Recipient.whom`; *closed* are documents for members only.
    """
    lines = []
    for one in found:
        files, earlier = files_for(one.reads, issued), tuple(before.get(one.whom, ()))
        wanting = (
            *_unreached(one, channel),
            *_not_meant(one, files, closed),
            *((Wanting.COUNTRY,) if one.address is not None and not one.address.ends else ()),
            *((Wanting.LANGUAGE,) if lacks_language(one.reads, files) else ()),
            *((Wanting.ALREADY,) if earlier else ()),
        )
        lines.append(Reviewed(one, files, wanting, earlier))
    return tuple(sorted(lines, key=lambda line: (line.reachable, not line.wanting)))


def _unreached(one: Correspondent, channel: Channel) -> Iterator[Wanting]:
    reached = one.emails if channel in BY_MAIL else (one.postal,) if one.postal.strip() else ()
    if not one.name:
        yield Wanting.NOBODY
    elif not reached:
        yield Wanting.ADDRESS if channel in BY_MAIL else Wanting.POSTAL
    elif channel in BY_MAIL and not all(writable(email) for email in reached):
        yield Wanting.UNWRITABLE


def _not_meant(one: Correspondent, files: Iterable[IssuedDocument], closed: Collection[Key]) -> Iterator[Wanting]:
    if one.capacity is not Capacity.MEMBER and any(file.key in closed for file in files):
        yield Wanting.MEMBERS_ONLY
    if any(addressee_of(file) not in ("", one.mark) for file in files):
        yield Wanting.ADDRESSEE
