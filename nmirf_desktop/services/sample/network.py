"""Who joins the sample's Network, when, with which mechanism and through whom."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import EmailMessage

from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.members import Communication, CommunicationForm, FocalPoint, Mechanism, MembershipKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period, StateCode, years_after
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.content import about
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.storage.base import new_key

LEGAL_YEARS = 12
"""The oldest of the mechanisms was set up so many years before its State joined."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the secretariat does at a moment."""

    at: datetime.datetime
    act: Callable[[], object]

    @classmethod
    def on(cls, day: datetime.date, act: Callable[[], object]) -> "Event":
        """Something that is recorded on a working morning."""
        return cls(datetime.datetime.combine(day, datetime.time(9), datetime.UTC), act)


def found(desk: Desk) -> None:
    """The participants of Asunción become members and observers, with their mechanisms and focal points (R9)."""
    cast = desk.content.cast
    desk.members.admit_founders(cast.founding_members, MembershipKind.MEMBER)
    for place, state in enumerate(cast.founding_members):
        _furnish(desk, state, ADOPTION_DAY, place)
    desk.members.admit_founders(cast.founding_observers, MembershipKind.OBSERVER)
    for state in cast.founding_observers:
        _contact(desk, state, ADOPTION_DAY)


def events(desk: Desk, calendar: Calendar) -> tuple[Event, ...]:
    """What changes in the Network after its founding, in no particular order."""
    return (*_joining(desk, calendar), *_changes(desk, calendar))


def _joining(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """Letters of later members and observers: three in four before the last meeting, the others after it."""
    cast = desk.content.cast
    joining = [(state, MembershipKind.MEMBER) for state in cast.joined_members]
    joining[3:3] = [(state, MembershipKind.OBSERVER) for state in cast.joined_observers]
    early = len(joining) * 3 // 4
    opening = calendar.last.opens_on
    days = (
        *_spread(ADOPTION_DAY + datetime.timedelta(days=40), opening - datetime.timedelta(days=40), early),
        *_spread(calendar.last.closes_on, calendar.on, len(joining) - early),
    )
    for place, ((state, kind), day) in enumerate(zip(joining, days, strict=True)):
        yield from _letters(desk, state, kind, (place, day))


def _letters(desk: Desk, state: StateCode, kind: MembershipKind, at: tuple[int, datetime.date]) -> Iterable[Event]:
    place, day = at
    in_two = state == desk.content.cast.in_two_letters
    form = tuple(CommunicationForm)[place % len(CommunicationForm)]
    if in_two:
        first = Communication(
            new_key(), state, day - datetime.timedelta(days=20), form, kind, states_interest=True,
            reference=f"NV/{place + 11}/{day.year}",
        )  # fmt: skip
        yield Event.on(first.received_on, lambda: desk.members.receive(first, (_mail(desk, first),)))
    last = Communication(
        new_key(), state, day, form, kind, states_interest=not in_two, states_adoption=True,
        reference=f"NV/{place + 31}/{day.year}",
    )  # fmt: skip

    def joins() -> None:
        desk.members.receive(last, (_mail(desk, last),))
        if kind is MembershipKind.MEMBER:
            _furnish(desk, state, day, place)
        else:
            _contact(desk, state, day)

    yield Event.on(day, joins)


def _mail(desk: Desk, letter: Communication) -> NewFile:
    """The message by which a letter came, as a mail program saves it; its text is its reference."""
    known = desk.state(letter.state)
    message = EmailMessage()
    message["From"] = f"mission@{known.iso2.lower()}.example.org"
    message["To"] = "secretariat@example.org"
    message["Subject"] = letter.reference
    message["Date"] = datetime.datetime.combine(letter.received_on, datetime.time(9), datetime.UTC)
    message.set_content(f"{letter.reference}\n")
    name = f"{letter.reference.replace('/', '-')}.eml"
    return NewFile(name, message.as_bytes(), Filing.LETTER, letter.received_on)


def _changes(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    cast = desk.content.cast
    opening = calendar.last.opens_on
    becomes = _part(ADOPTION_DAY, opening, 0.6)
    leaves = _part(calendar.last.closes_on, calendar.on, 0.4)
    vacated = _part(calendar.last.closes_on, calendar.on, 0.7)
    succeeds = _part(ADOPTION_DAY, opening, 0.8)
    waits = _part(calendar.last.closes_on, calendar.on, 0.9)

    def member() -> None:
        desk.members.change_status(cast.became_member, becomes)
        _furnish(desk, cast.became_member, becomes, 2)

    yield Event.on(becomes, member)
    yield Event.on(leaves, lambda: desk.members.withdraw(cast.withdrew, leaves))
    yield Event.on(vacated, lambda: _vacate(desk, cast.vacated_focal_point, vacated))
    yield Event.on(succeeds, lambda: _succeed(desk, cast.new_focal_point, succeeds))
    letter = Communication(
        new_key(), cast.pending, waits, CommunicationForm.LETTER, MembershipKind.MEMBER, states_interest=True,
        reference=f"L/7/{waits.year}",
    )  # fmt: skip
    yield Event.on(waits, lambda: desk.members.receive(letter, (_mail(desk, letter),)))


def _part(first: datetime.date, last: datetime.date, share: float) -> datetime.date:
    """A working day between two others."""
    return workday(first + datetime.timedelta(days=round((last - first).days * share)))


def _spread(first: datetime.date, last: datetime.date, number: int) -> tuple[datetime.date, ...]:
    """So many days between two others, evenly."""
    return tuple(_part(first, last, (place + 0.5) / number) for place in range(number))


def _furnish(desk: Desk, state: StateCode, since: datetime.date, place: int) -> None:
    """A member's mechanism, its voting focal point and perhaps an alternate."""
    cast = desk.content.cast
    mechanism = _mechanism(desk, state, since, place)
    desk.members.save_mechanism(mechanism)
    institution = mechanism.name[cast.language(state)] or mechanism.name.original
    if state not in cast.without_focal_point:
        point = FocalPoint(new_key(), state, new_key(), Period(since), reference=f"{state}/FP/{since.year}")
        desk.members.designate(point, _person(desk, state, "focal_point", point.person, institution))
    if state in cast.alternates:
        second = FocalPoint(new_key(), state, new_key(), Period(since), voting=False, alternate=True)
        desk.members.designate(second, _person(desk, state, "alternate", second.person, institution))


def _mechanism(desk: Desk, state: StateCode, since: datetime.date, place: int) -> Mechanism:
    """A mechanism older than the membership. Every sixth name is known in the State's own language only."""
    kind, pattern = desk.content.mechanisms[place % len(desk.content.mechanisms)]
    name = about(pattern, desk.state(state))
    if place % 6 == 5:  # noqa: PLR2004  (every sixth)
        language = desk.content.cast.language(state)
        name = Trilingual(source=language).with_text(language, name[language])
    began = years_after(since, -(1 + place % LEGAL_YEARS)) if desk.content.cast.became_member != state else since
    iso2 = desk.state(state).iso2.lower()
    return Mechanism(new_key(), state, Period(began), name, kind, web=f"https://nmirf.{iso2}.example.org")


def _contact(desk: Desk, state: StateCode, since: datetime.date) -> None:
    """An observer's contact, who does not vote (R7)."""
    if state not in desk.content.cast.without_contact:
        point = FocalPoint(new_key(), state, new_key(), Period(since), voting=False)
        desk.members.designate(point, _person(desk, state, "contact", point.person))


_MAILBOXES = {"focal_point": "focal.point", "alternate": "alternate", "contact": "mission"}


def _person(desk: Desk, state: StateCode, role: str, key: str, institution: str = "") -> Person:
    """A function: no name, an address that leads nowhere."""
    known = desk.state(state)
    language = desk.content.cast.language(state)
    second = ("mission",) if role == "focal_point" and state in desk.content.cast.alternates else ()
    return Person(
        key=key,
        function=about(desk.content.functions[role], known),
        state=state,
        institution=institution,
        language=language,
        emails=tuple(f"{box}@{known.iso2.lower()}.example.org" for box in (_MAILBOXES[role], *second)),
    )


def _succeed(desk: Desk, state: StateCode, on: datetime.date) -> None:
    """Another person takes over the function (R5)."""
    point = FocalPoint(new_key(), state, new_key(), Period(on), reference=f"{state}/FP/{on.year}")
    desk.members.succeed(point, _person(desk, state, "focal_point", point.person))


def _vacate(desk: Desk, state: StateCode, on: datetime.date) -> None:
    """A focal point leaves, and nobody has followed."""
    for point in desk.members.file(state, on).focal_points:
        if point.voting and point.period.holds(on):
            desk.members.end_designation(point.key, on)
