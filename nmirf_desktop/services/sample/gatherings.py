"""The sample's meetings: the founding one, those held since, and the planned one whose agenda is due."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.committees import term_end
from nmirf_desktop.domain.declaration import ADOPTION_DAY, SEMINAR_DAYS
from nmirf_desktop.domain.meetings import (
    AgendaDispatch,
    Audience,
    Meeting,
    MeetingKind,
    Modality,
    Sitting,
    notice_deadline,
)
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.committees import Appointment, appointing, coordinating, replacing
from nmirf_desktop.services.sample import record
from nmirf_desktop.services.sample.calendar import Calendar, Gathering, workday
from nmirf_desktop.services.sample.content import Item, Place, Script
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.invitations import invitations
from nmirf_desktop.services.sample.network import Event, found
from nmirf_desktop.services.sample.room import Prospect, Room
from nmirf_desktop.storage.base import new_key

PREPARED, AGREED, SENT, TRANSLATED = 120, 15, 6, 7
"""Days: a meeting is planned before its opening, its agenda agreed before it is sent, sent before the deadline,
and texts leave for translators before it is agreed."""

SITTING_HOURS = 3
TICKED = frozenset({MilestoneKind.SAVE_THE_DATE, MilestoneKind.INTERPRETATION, MilestoneKind.CALL_FOR_ITEMS})
"""What is ticked by hand as done when the Committee agrees the agenda."""


def hold_founding(desk: Desk) -> tuple[Event, ...]:
    """The founding meeting in Asunción: no notice, the Declaration, the first members and Committee (R9, R30).

    What is left to do are its minutes.
    """
    content = desk.content
    meeting = Meeting(
        key=new_key(), symbol="NMIRF/2024", kind=MeetingKind.FOUNDING, number=1, counts_for=ADOPTION_DAY.year,
        title=content.founding_title, opens_on=SEMINAR_DAYS[0], closes_on=ADOPTION_DAY, place=content.founding_place,
        time_zone="America/Asuncion", host="PRY",
    )  # fmt: skip
    desk.meetings.save(meeting)
    _plan_sittings(desk, meeting, content.founding)
    items = _add_items(desk, meeting, content.founding.items, {})
    seats = content.committees[0].states
    room = Room(desk, meeting, items, Prospect(content.places[0], seats, ADOPTION_DAY))
    room.hold(content.founding.steps)
    found(desk)
    decision = room.decisions["committee"].key
    founders = Appointment(ADOPTION_DAY, _people(desk, seats, ADOPTION_DAY), meeting.key, decision)
    desk.committees.record(appointing(founders))
    _coordinate(desk, seats[0], ADOPTION_DAY)
    return tuple(record.events(desk, meeting, room.spoken))


def _people(desk: Desk, seats: Iterable[StateCode], on: datetime.date) -> tuple[tuple[StateCode, Key | None], ...]:
    """The States with the persons of their focal points."""
    persons = {line.key: line.focal_point for line in desk.members.list(on)}
    return tuple((state, person.key if (person := persons[state]) is not None else None) for state in seats)


def _coordinate(desk: Desk, state: StateCode, on: datetime.date) -> None:
    """The Committee appoints one of its members as Coordinator on a day (R34)."""
    seats = desk.committees.history(on).seats
    seat = next(one for one in seats if one.state == state and one.period.holds(on))
    desk.committees.record(coordinating(seat, on))


@dataclass(frozen=True, slots=True)
class _Annual:
    """An annual meeting of the sample: its script, the one that follows, the first day of the mandate that it gives.

    *items* are the keys of its agenda items by the script's identifiers, known once it is planned; *spoken*
    are the notes of its statements in three languages, known once it was held.
    """

    gathering: Gathering
    meeting: Meeting
    script: Script
    next: Gathering | None
    mandate: datetime.date | None
    items: dict[str, Key] = field(default_factory=dict)
    spoken: dict[Key, Trilingual] = field(default_factory=dict)

    @property
    def sent_on(self) -> datetime.date:
        """The day on which the agenda went out, ahead of the last lawful one."""
        return workday(notice_deadline(self.meeting.opens_on) - datetime.timedelta(days=SENT))


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The annual meetings, from the first plan to the closure, and the change in the Committee, in no order."""
    rows = (*calendar.held, calendar.planned)
    for gathering, following in zip(rows, (*rows[1:], None), strict=True):
        annual = _annual(desk, gathering, following, calendar.mandates.get(gathering.year))
        yield from _prepared(desk, annual)
        yield from invitations(desk, annual.meeting, planned=following is None)
        if following is not None:
            yield from _held(desk, annual, following)
    yield from _coordinators(desk, calendar)
    yield from _replacement(desk, calendar)


def _annual(desk: Desk, gathering: Gathering, following: Gathering | None, mandate: datetime.date | None) -> _Annual:
    content = desk.content
    place = _place(desk, gathering)
    meeting = Meeting(
        key=new_key(), symbol=f"NMIRF/{gathering.year}", kind=MeetingKind.ANNUAL, number=gathering.number,
        counts_for=gathering.year, title=content.title(gathering.number, gathering.year),
        opens_on=gathering.opens_on, closes_on=gathering.closes_on, place=place.name, time_zone=place.zone,
        host=place.host, modality=Modality.HYBRID,
    )  # fmt: skip
    script = content.planned if following is None else content.full if following.back == 0 else content.earlier
    return _Annual(gathering, meeting, script, following, mandate)


def _place(desk: Desk, gathering: Gathering) -> Place:
    return desk.content.places[gathering.back % len(desk.content.places)]


def _prepared(desk: Desk, annual: _Annual) -> Iterable[Event]:
    """Plan, agenda, agreement of the Committee (R38)."""
    key, opens_on = annual.meeting.key, annual.meeting.opens_on
    agreed = workday(annual.sent_on - datetime.timedelta(days=AGREED))
    yield Event.on(opens_on - datetime.timedelta(days=PREPARED), lambda: _plan(desk, annual))
    yield Event.on(agreed, lambda: desk.meetings.note_agreement(key, agreed))
    yield Event.on(agreed, lambda: _tick(desk, key))
    if annual.next is None:
        left = agreed - datetime.timedelta(days=TRANSLATED)
        yield Event.on(left, lambda: _order(desk, key, left))


def _tick(desk: Desk, meeting: Key) -> None:
    """The milestones that are behind are noted as done on their days; the drafts of decisions are still awaited."""
    for one in desk.milestones.of(meeting):
        if one.kind in TICKED and one.day is not None:
            desk.milestones.save(replace(one.noted, done_on=workday(one.day)))


def _order(desk: Desk, meeting: Key, left: datetime.date) -> None:
    """What is missing in Spanish is out for translation."""
    waiting = len(desk.translations.waiting(meeting, Language.ES))
    order = TranslationOrder(new_key(), meeting, Language.ES, left, waiting, "Translation service", "Reviser")
    desk.translations.note(order)


def _plan(desk: Desk, annual: _Annual) -> None:
    meeting = annual.meeting
    desk.meetings.save(meeting)
    _plan_sittings(desk, meeting, annual.script)
    desk.agendas.fill(meeting.key)
    items = _items(desk, meeting)
    if annual.next is not None and annual.mandate is None and Purpose.COMMITTEE in items:
        desk.agendas.remove(meeting.key, [items.pop(Purpose.COMMITTEE)])
    annual.items.update(_add_items(desk, meeting, annual.script.items, items))
    if annual.next is None:
        desk.meeting_texts.fill(meeting.key, desk.clock().date())


def _items(desk: Desk, meeting: Meeting) -> dict[str, Key]:
    """The standard items by their purpose."""
    found = desk.agendas.items(meeting.key)
    return {str(one.item.purpose): one.item.key for one in found if one.item.purpose is not Purpose.OTHER}


def _plan_sittings(desk: Desk, meeting: Meeting, script: Script) -> None:
    opening = [step for step in script.steps if step.do == "open"]
    for number, step in enumerate(opening, start=1):
        day = meeting.opens_on + datetime.timedelta(days=step.day)
        ends = step.time.replace(hour=step.time.hour + SITTING_HOURS)
        desk.meetings.save_sitting(Sitting(new_key(), meeting.key, number, day, step.time, ends))


def _add_items(desk: Desk, meeting: Meeting, items: Sequence[Item], known: dict[str, Key]) -> dict[str, Key]:
    """The script's items added to the agenda, or its annotations to the standard ones; all by their identifiers."""
    keys = dict(known)
    standing = {one.item.key: one.item for one in desk.agendas.items(meeting.key)}
    for item in items:
        if item.name in known:
            desk.agendas.save(replace(standing[keys[item.name]], annotation=item.annotation))
    for item in items:
        if item.name in known or (item.purpose is Purpose.COMMITTEE and known):
            continue
        parent = item.renewal_parent if Purpose.COMMITTEE in keys else item.parent
        new = AgendaItem(
            key=new_key(), meeting=meeting.key, position=0, title=item.title, parent=keys.get(parent),
            annotation=item.annotation, action=item.action, purpose=item.purpose, duration=item.minutes,
        )  # fmt: skip
        desk.agendas.add(new, None if parent else keys.get(item.after))
        keys[item.name] = new.key
    return keys


def _send(desk: Desk, annual: _Annual) -> None:
    for audience in Audience:
        desk.meetings.record_dispatch(AgendaDispatch(new_key(), annual.meeting.key, annual.sent_on, audience))


def _held(desk: Desk, annual: _Annual, following: Gathering) -> Iterable[Event]:
    """The agenda is sent in time, and the meeting takes its course."""
    yield Event.on(annual.sent_on, lambda: _send(desk, annual))
    yield Event(_morning(annual.meeting), lambda: _hold(desk, annual, _place(desk, following)))
    yield from record.events(desk, annual.meeting, annual.spoken)


def _morning(meeting: Meeting) -> datetime.datetime:
    """An hour on the first day, before anybody arrives."""
    return datetime.datetime.combine(meeting.opens_on, datetime.time(7), ZoneInfo(meeting.time_zone))


def _hold(desk: Desk, annual: _Annual, next_place: Place) -> None:
    """The meeting, step by step; where the mandate ends before the next one, it appoints the Committee (R32)."""
    terms = len(desk.committees.history(ADOPTION_DAY).terms)
    seats = _seats(desk, terms)
    room = Room(desk, annual.meeting, annual.items, Prospect(next_place, seats, annual.mandate))
    if annual.mandate is not None:
        room.appoint = partial(_renew, room, seats, annual.mandate)
    room.hold(annual.script.steps)
    annual.spoken.update(room.spoken)


def _seats(desk: Desk, term: int) -> tuple[StateCode, ...]:
    """The States of a term, counted from 0."""
    return desk.content.committees[term % len(desk.content.committees)].states


def _renew(room: Room, seats: tuple[StateCode, ...], begins: datetime.date) -> None:
    """The next Committee, whose mandate begins where the one in office ends."""
    room.table_and_adopt("committee")
    appointment = Appointment(
        on=room.today,
        seats=_people(room.desk, seats, room.today),
        meeting=room.meeting.key,
        decision=room.decisions["committee"].key,
        begins=begins,
    )
    room.desk.committees.record(appointing(appointment))


def _coordinators(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """On the first day of its mandate each Committee appoints its Coordinator (R34)."""
    for term, begins in enumerate(calendar.mandates.values(), start=1):
        if begins <= calendar.on:
            state = _seats(desk, term)[0]
            yield Event.on(begins, partial(_coordinate, desk, state, begins))


def _replacement(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """During the first term one State takes over another's seat and serves the remainder (R31)."""
    seats = desk.content.committees[0]
    last = min(calendar.last.opens_on, term_end(ADOPTION_DAY))
    day = workday(ADOPTION_DAY + (last - ADOPTION_DAY) * 2 // 5)

    def replaces() -> None:
        held = next(one for one in desk.committees.history(day).seats if one.state == seats.replaced)
        successor = seats.successor or held.state
        ((_, person),) = _people(desk, [successor], day)
        desk.committees.record(replacing(held.key, successor, day, person))

    yield Event.on(day, replaces)
