"""What the register still lacks of each State in the Network, one line for each thing, in words."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain import membership_rules as rules
from nmirf_desktop.domain.functions import ROLE_LABELS, role_of
from nmirf_desktop.domain.members import FocalPoint, Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Store

_LANGUAGES = {Language.EN: N_("in English"), Language.FR: N_("in French"), Language.ES: N_("in Spanish")}


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that is missing of a State; *section* is the rule that asks for it, if one does."""

    state: State
    status: MembershipKind | None
    what: Phrase
    section: str = ""

    @property
    def key(self) -> str:
        """The State and the thing, by which a list keeps its selection."""
        return f"{self.state.iso3} {self.what}"


@dataclass(frozen=True, slots=True)
class _File:
    state: State
    membership: Membership | None
    elements: tuple[str, ...]
    mechanism: Mechanism | None
    designated: tuple[tuple[FocalPoint, Person], ...]


def lacking(
    store: Store, states: States, on: datetime.date, only: Iterable[StateCode] | None = None
) -> tuple[Lacking, ...]:
    """What is missing as of a day of the States in the Network and of those whose letter waits.

    *only* some States, where they are given: of none of them nothing is missing.
    """
    chosen = tuple(states.on(on)) if only is None else tuple(only)
    return tuple(one for file in _files(store, states, on, chosen) for one in _of(file))


def _files(store: Store, states: States, on: datetime.date, chosen: Iterable[StateCode]) -> Iterator[_File]:
    with store.read() as session:
        memberships, letters = defaultdict(list), defaultdict(list)
        mechanisms, points = defaultdict(list), defaultdict(list)
        for membership in MEMBERSHIPS.all(session):
            memberships[membership.state].append(membership)
        for letter in COMMUNICATIONS.all(session):
            if letter.received_on <= on:
                letters[letter.state].append(letter)
        for mechanism in MECHANISMS.holding(session, on):
            mechanisms[mechanism.state].append(mechanism)
        running = FOCAL_POINTS.holding(session, on)
        for point in running:
            points[point.state].append(point)
        people = PEOPLE.among(session, (one.person for one in running))
    for code in chosen:
        held = rules.membership_on(memberships[code], code, on)
        elements: tuple[str, ...] = ()
        if held is None and letters[code]:
            last = max(letters[code], key=lambda one: one.received_on)
            begun = [one for one in memberships[code] if one.period.start <= on]
            if rules.led_to(last, begun) is None:
                elements = rules.missing_elements(rules.read_together(last, letters[code], begun))
        yield _File(
            states.on(on)[code], held, elements, rules.mechanism_on(mechanisms[code], code, on),
            tuple((one, people[one.person]) for one in points[code]),
        )  # fmt: skip


def _of(file: _File) -> Iterator[Lacking]:
    state, held = file.state, file.membership
    kind = held.kind if held is not None else None
    for element in file.elements:
        yield Lacking(state, kind, Phrase(N_("Element of the letter: {element}"), {"element": Phrase(element)}), "R8")
    if held is None:
        return
    if held.lacks_letter:
        yield Lacking(state, kind, Phrase(N_("The letter by which it joined")), "R8")
    if kind is MembershipKind.MEMBER:
        yield from _of_member(file)
    for point, person in file.designated:
        function = Phrase(ROLE_LABELS[role_of(point, kind)])
        values = {"function": function, "person": person}
        if not person.emails:
            yield Lacking(state, kind, Phrase(N_("E-mail address: {person} ({function})"), values))
        for language in _untranslated(person.function):
            said = {**values, "language": Phrase(_LANGUAGES[language])}
            yield Lacking(state, kind, Phrase(N_("Function {language}: {person} ({function})"), said))


def _of_member(file: _File) -> Iterator[Lacking]:
    kind = MembershipKind.MEMBER
    if not any(point.voting for point, _ in file.designated):
        yield Lacking(file.state, kind, Phrase(N_("Focal point who votes")), "R5")
    if file.mechanism is None:
        yield Lacking(file.state, kind, Phrase(N_("Description of its mechanism")), "R2")
        return
    for language in _untranslated(file.mechanism.name):
        what = Phrase(N_("Name of its mechanism {language}"), {"language": Phrase(_LANGUAGES[language])})
        yield Lacking(file.state, kind, what)


def _untranslated(text: Trilingual) -> tuple[Language, ...]:
    return tuple(one for one in Language if not text[one]) if text else ()
