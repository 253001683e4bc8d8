"""Who joins, leaves and comes back, with which mechanism and through whom; and what States are called since when."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle

from nmirf_desktop.domain.attachments import Attachment, Filing, Holder, HolderKind
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.members import (
    Basis,
    Communication,
    CommunicationForm,
    Ending,
    FocalPoint,
    Mechanism,
    MechanismType,
    Membership,
    MembershipKind,
)
from nmirf_desktop.domain.membership_rules import change_status, ended_on, withdraw
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period, StateCode, years_after
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import Names, RegionalGroup, State
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.attachments import ATTACHMENTS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.states import REGROUPINGS, RENAMINGS
from tests.history_told import Saved, Told, paper, said

MEMBER, OBSERVER = MembershipKind.MEMBER, MembershipKind.OBSERVER
FOUNDING, EARLY, LATE = 0.60, 0.85, 0.95
"""Which share of the States founds the network, is in it after a year, and ever joins."""


@dataclass
class Life:
    """A State in the network: the language of its mission, its people so far, and its mechanism."""

    state: State
    language: Language
    people: list[Person] = field(default_factory=list)
    mechanism: Mechanism | None = None


def tell_members(told: Told) -> None:
    """All that happens to the States of the network."""
    order = list(told.states)
    told.dice.shuffle(order)
    languages = cycle(Language)
    for place, code in enumerate(order):
        share = place / len(order)
        if share < FOUNDING:
            day = ADOPTION_DAY
        elif share < EARLY:
            day = told.after(ADOPTION_DAY, 0.1, 0.9)
        elif share < LATE:
            day = told.after(ADOPTION_DAY, 1, 15)
        else:
            _half_a_letter(told, code)
            continue
        _live(told, Life(told.states[code], next(languages)), day)
    _tell_names(told, order)


def _received(told: Told, letter: Communication) -> tuple[Saved, Saved]:
    """A letter, and the file that it came as."""
    name = f"{letter.reference.replace('/', '-')} {letter.state}.txt"
    content = paper(name)
    digest, holder = hashlib.sha256(content).hexdigest(), Holder(HolderKind.COMMUNICATION, letter.key)
    file = Attachment(
        told.key(letter.received_on), holder, name, Filing.LETTER, digest, len(content), letter.received_on,
        letter.state, letter.received_on,
    )  # fmt: skip
    return (COMMUNICATIONS, letter), (ATTACHMENTS, file)


def _half_a_letter(told: Told, code: StateCode) -> None:
    """A State that has said its interest and not more."""
    day = told.after(ADOPTION_DAY, 0.1, 0.9)
    letter = Communication(
        told.key(day), code, day, CommunicationForm.LETTER, MEMBER, states_interest=True, reference=f"L/1/{day.year}"
    )
    told.act(day, "receive a communication", _received(told, letter))


def _live(told: Told, life: Life, joins: datetime.date) -> None:
    """A State from the day on which it joins: as an observer first or at once as a member, until it leaves."""
    day: datetime.date | None = joins
    kind = OBSERVER if told.chance(0.2) else MEMBER
    while day is not None and day <= told.ends:
        current = _join(told, life, day, kind)
        if current.kind is OBSERVER and told.chance(0.6):
            becomes = told.after(day, 1, 15)
            _stay(told, life, current, becomes)
            if becomes > told.ends:
                return
            current = _become(told, life, current, becomes)
        leaves = told.after(current.period.start, 4, 40) if told.chance(0.12) else None
        _stay(told, life, current, leaves)
        if leaves is None or leaves > told.ends:
            return
        _leave(told, life, current, leaves)
        kind = current.kind
        day = told.after(leaves, 1, 6) if told.chance(0.6) else None


def _keep(told: Told, *memberships: Membership) -> list[Saved]:
    told.memberships.update({one.key: one for one in memberships if one.period.start <= told.ends})
    return [(MEMBERSHIPS, one) for one in memberships]


def _join(told: Told, life: Life, day: datetime.date, kind: MembershipKind) -> Membership:
    """By taking part in Asunción, else by a letter, of which some come in two parts (R8, R9)."""
    code = life.state.iso3
    if day == ADOPTION_DAY:
        founding = Membership(told.key(day), code, kind, Period(day), Basis.FOUNDING)
        told.act(day, "record a founding membership", _keep(told, founding))
        return founding
    form = told.dice.choice(list(CommunicationForm))
    in_two = told.chance(0.15)
    if in_two:
        first = day - datetime.timedelta(days=told.dice.randint(5, 30))
        letter = Communication(
            told.key(first), code, first, form, kind, states_interest=True, reference=f"NV/1/{first.year}"
        )
        told.act(first, "receive a communication", _received(told, letter))
    last = Communication(
        told.key(day), code, day, form, kind,
        states_interest=not in_two, states_adoption=True, reference=f"NV/2/{day.year}",
    )  # fmt: skip
    new = Membership(told.key(day), code, kind, Period(day), Basis.COMMUNICATION, communication=last.key)
    told.act(day, "receive a communication", [*_received(told, last), *_keep(told, new)])
    return new


def _become(told: Told, life: Life, current: Membership, day: datetime.date) -> Membership:
    """A mechanism is established: the observer is a member from the day of its notification (R10)."""
    ended, new = change_status(current, day, told.key(day))
    told.act(day, "change a status", [*_keep(told, ended, new), *_end_points(told, life, current, day)])
    return new


def _leave(told: Told, life: Life, current: Membership, day: datetime.date) -> None:
    """A withdrawal, on receipt of the notification (R11)."""
    ended = withdraw(current, day)
    assert ended.ending is Ending.WITHDRAWAL
    told.act(day, "record a withdrawal", [*_keep(told, ended), *_end_points(told, life, current, day)])


def _end_points(told: Told, life: Life, current: Membership, day: datetime.date) -> Iterator[Saved]:
    """The designations end with the membership."""
    own = told.points.get(life.state.iso3, [])
    for ended in ended_on(own, current, day):
        own[own.index(next(one for one in own if one.key == ended.key))] = ended
        yield FOCAL_POINTS, ended


def _stay(told: Told, life: Life, current: Membership, until: datetime.date | None) -> None:
    """What a member or observer has while it is one: mechanisms and focal points, or a contact."""
    until = min(until or told.ends, told.ends)
    if current.kind is OBSERVER:
        _designate(told, life, Period(current.period.start, until), voting=False)
        return
    _mechanisms(told, life, Period(current.period.start, until), new=current.basis is Basis.MECHANISM_ESTABLISHED)
    _designate(told, life, Period(current.period.start, until), voting=True)
    if told.chance(0.6):
        _designate(told, life, Period(current.period.start, until), voting=False)


def _mechanisms(told: Told, life: Life, stay: Period, *, new: bool) -> None:
    """A *new* mechanism, or one older than the membership; another one takes its place after some years."""
    recorded = stay.start
    begins = recorded if new or life.mechanism else years_after(recorded, -told.dice.randint(1, 12))
    while recorded < (stay.end or told.ends):
        before = life.mechanism
        life.mechanism = _mechanism(told, life, recorded, begins)
        saved: list[Saved] = [(MECHANISMS, life.mechanism)]
        if before is not None:
            saved.insert(0, (MECHANISMS, replace(before, period=Period(before.period.start, begins))))
        told.act(recorded, "describe a mechanism", saved)
        recorded = begins = told.after(recorded, 7, 18)


def _mechanism(told: Told, life: Life, recorded: datetime.date, begins: datetime.date) -> Mechanism:
    names, iso2 = life.state.short, life.state.iso2.lower()
    return Mechanism(
        key=told.key(recorded),
        state=life.state.iso3,
        period=Period(begins),
        name=said(
            f"National mechanism of {names.en} ({begins.year})",
            f"Mécanisme national : {names.fr} ({begins.year})",
            f"Mecanismo nacional: {names.es} ({begins.year})",
        ),
        type=told.dice.choice(list(MechanismType)),
        legal_basis=f"Decree 1/{begins.year}",
        web=f"https://mechanism.{iso2}.example.org/{begins.year}",
    )


def _designate(told: Told, life: Life, stay: Period, *, voting: bool) -> None:
    """One after the other: some come back, some were another's alternate before, and some leave a gap."""
    code = life.state.iso3
    points = told.points.setdefault(code, [])
    day, until = stay.start, stay.end or told.ends
    ending: list[Saved] = []
    while True:
        person = _person(told, life, day, voting=voting)
        point = FocalPoint(
            key=told.key(day), state=code, person=person.key, period=Period(day), voting=voting,
            alternate=not voting, reference=f"{code}/FP/{day.year}",
        )  # fmt: skip
        verb = "replace a focal point" if ending else "designate a focal point"
        told.act(day, verb, [*ending, (PEOPLE, person), (FOCAL_POINTS, point)])
        leaves = told.after(day, 1.5, 6)
        if leaves >= until:
            points.append(point)
            return
        ended = replace(point, period=Period(day, leaves))
        points.append(ended)
        ending, day = [(FOCAL_POINTS, ended)], leaves
        if told.chance(0.1):
            told.act(leaves, "end a designation", ending)
            ending, day = [], told.after(leaves, 0.1, 0.6)
            if day >= until:
                return


def _person(told: Told, life: Life, day: datetime.date, *, voting: bool) -> Person:
    """Somebody new, or one of those who served before: a function and an address that leads nowhere."""
    serving = {one.person for one in told.points[life.state.iso3] if one.period.holds(day)}
    free = [one for one in life.people if one.key not in serving]
    if free and told.chance(0.25):
        return told.dice.choice(free)
    number, names = len(life.people) + 1, life.state.short
    new = Person(
        key=told.key(day),
        function=said(
            f"Focal point of {names.en}" if voting else f"Representative {number}, {names.en}",
            f"Point focal : {names.fr}" if voting else f"Représentation {number}, {names.fr}",
            f"Punto focal: {names.es}" if voting else f"Representación {number}, {names.es}",
        ),
        state=life.state.iso3,
        language=life.language,
        emails=(f"representative{number}@{life.state.iso2.lower()}.example.org",) if told.chance(0.95) else (),
        address="" if voting else f"{number} Example Street",
    )
    life.people.append(new)
    return new


def _tell_names(told: Told, order: list[StateCode]) -> None:
    """Every two years a State takes another name or its old one back; every three years one changes its group."""
    day = told.after(ADOPTION_DAY, 0.3, 0.8)
    while day <= told.ends:
        state = told.on(day)[told.dice.choice(order)]
        shipped = told.states[state.iso3]
        short = shipped.short if state.short != shipped.short else _formal(shipped.formal)
        if short != state.short:
            new = Renaming(told.key(day), state.iso3, day, short, state.formal, state.article)
            told.renamings.append(new)
            told.act(day, "rename a State", [(RENAMINGS, new)])
        day = told.after(day, 1, 3)
    day = told.after(ADOPTION_DAY, 0.3, 0.8)
    while day <= told.ends:
        state = told.on(day)[told.dice.choice(order)]
        group = told.dice.choice([one for one in (*RegionalGroup, None) if one is not state.group])
        moved = Regrouping(told.key(day), state.iso3, day, group)
        told.regroupings.append(moved)
        told.act(day, "move a State to another group", [(REGROUPINGS, moved)])
        day = told.after(day, 2, 4)


def _formal(names: Names) -> Names:
    """The formal name without its article, as a short one."""
    articles = ("the ", "la ", "le ", "les ", "l’", "el ", "los ", "las ")
    en, fr, es = (
        next((name.removeprefix(one) for one in articles if name.startswith(one)), name)
        for name in (names.en, names.fr, names.es)
    )
    return Names(en, fr, es)
