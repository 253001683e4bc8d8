"""Planning a meeting: how it stands, the next one of each kind, usual half-days, what moves with its first day."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, pairwise

from nmirf_desktop.domain.meeting_titles import has_made_title, title_of
from nmirf_desktop.domain.meetings import (
    Meeting,
    MeetingKind,
    Modality,
    Notice,
    Sitting,
    in_order,
    is_network_meeting,
    notice_deadline,
)
from nmirf_desktop.domain.periods import Key, years_after
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.rule_changes import AS_ADOPTED, Figures
from nmirf_desktop.domain.sittings import held_on, outside_the_days
from nmirf_desktop.domain.symbol_schemes import Schemes
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog

MORNING = (datetime.time(10), datetime.time(13))
AFTERNOON = (datetime.time(15), datetime.time(18))
HALF_DAYS = (MORNING, AFTERNOON)
"""The usual hours of a sitting, in the meeting's own time."""
USUAL_LENGTH = datetime.timedelta(days=1)
"""From the first to the last day of an annual meeting when there is none before it to go by."""
SATURDAY = 5
PREPARING = datetime.timedelta(days=14)
"""What an extraordinary meeting, and one of the Committee, is given to be prepared in."""
OVERLAPS = N_("It overlaps the {other}. A meeting has one sitting at a time: choose other hours for one of the two.")
ANNIVERSARY = (5, 8)
"""Month and day on which the Declaration's meeting opened: where nothing else is known, an annual meeting does too."""


class MeetingStanding(StrEnum):
    """How a meeting stands on a day; NEXT is the first one that is to come, of whatever kind."""

    HELD = "held"
    UNDER_WAY = "under_way"
    NEXT = "next"
    PLANNED = "planned"


STANDING_LABELS = {
    MeetingStanding.HELD: N_("Held"),
    MeetingStanding.UNDER_WAY: N_("Going on"),
    MeetingStanding.NEXT: N_("Coming next"),
    MeetingStanding.PLANNED: N_("Planned"),
}


def standing(meeting: Meeting, meetings: Iterable[Meeting], on: datetime.date) -> MeetingStanding:
    """How a meeting stands on a day, among all meetings."""
    if meeting.closes_on < on:
        return MeetingStanding.HELD
    if meeting.opens_on <= on:
        return MeetingStanding.UNDER_WAY
    coming = min((one for one in meetings if one.opens_on > on), key=lambda one: one.opens_on, default=None)
    return MeetingStanding.NEXT if coming is not None and coming.key == meeting.key else MeetingStanding.PLANNED


class NoticeStanding(StrEnum):
    """How the sending of an agenda stands on a day (R39)."""

    SENT = "sent"
    DUE = "due"
    LATE = "late"
    OWED_TO_NOBODY = "owed_to_nobody"


NOTICE_LABELS = {
    NoticeStanding.SENT: N_("sent"),
    NoticeStanding.DUE: N_("not sent to all members yet"),
    NoticeStanding.LATE: N_("late"),
    NoticeStanding.OWED_TO_NOBODY: N_("owed to nobody"),
}


def notice_standing(notice: Notice, on: datetime.date) -> NoticeStanding:
    """*Network Meetings – Agenda*, R39: sent in time, still due on a day, late, or owed to nobody on the last day."""
    if notice.on_time:
        return NoticeStanding.SENT
    if notice.owed_to_nobody(on):
        return NoticeStanding.OWED_TO_NOBODY
    return NoticeStanding.LATE if notice.late or notice.deadline < on else NoticeStanding.DUE


@dataclass(frozen=True, slots=True)
class Usage:
    """What the organisation's settings give a new meeting: how symbols are made, its time zone; and the *figures*.

    These are the numbers of the rules, with the changes of them that are decided (R46).
    """

    schemes: Schemes
    time_zone: str
    figures: Figures = AS_ADOPTED


def next_of_kind(
    kind: MeetingKind, meetings: Collection[Meeting], usage: Usage, on: datetime.date, key: Key
) -> Meeting:
    """*Network Meetings – Frequency*, R36: the meeting of a kind to plan next, to be changed freely.

    An annual meeting opens a year after the Network's last one, and is as long; an extraordinary one opens when its
    agenda can be sent in time (R39), with :data:`PREPARING` before that; one of the Committee in two weeks, online. All
    open on a working day, those two on one on which no other meeting is held. An annual meeting is numbered through,
    the others within their year.
    """
    network = [one for one in in_order(meetings) if is_network_meeting(one)]
    annual = [one for one in network if one.kind is MeetingKind.ANNUAL]
    last = network[-1] if network else None
    length = last.closes_on - last.opens_on if last else USUAL_LENGTH
    opens_on = _opening(kind, meetings, on, usage.figures)
    of_network = kind in (MeetingKind.ANNUAL, MeetingKind.FOUNDING)
    year = _year(annual, opens_on) if of_network else opens_on.year
    meeting = Meeting(
        key=key,
        symbol="",
        kind=kind,
        number=0,
        counts_for=year,
        title=Trilingual(),
        opens_on=opens_on,
        closes_on=opens_on + (length if of_network else datetime.timedelta()),
        place=Trilingual(),
        time_zone=usage.time_zone,
        modality=Modality.ONLINE if kind is MeetingKind.COMMITTEE else Modality.IN_PERSON,
    )
    return called(meeting, meetings, usage.schemes)


def called(meeting: Meeting, meetings: Iterable[Meeting], schemes: Schemes) -> Meeting:
    """The meeting with the number, symbol and title that the next one of its kind and year has among all *meetings*."""
    kind, year = meeting.kind, meeting.counts_for
    others = [one for one in meetings if one.key != meeting.key]
    of_kind = [one for one in others if one.kind is kind]
    before = of_kind if kind is MeetingKind.ANNUAL else [one for one in of_kind if one.counts_for == year]
    number = max((one.number for one in before), default=0) + 1
    symbol = schemes.symbol(kind, year, number, {one.symbol for one in others})
    return replace(meeting, number=number, symbol=symbol, title=title_of(kind, number, year))


def counted(meeting: Meeting) -> Meeting:
    """The meeting, counting for the year of its first day, which stands in its symbol in place of the one before.

    A title as the program makes them names it, too; one that somebody wrote stays.
    """
    year = meeting.opens_on.year
    symbol = meeting.symbol.replace(f"{meeting.counts_for}", f"{year}")
    title = title_of(meeting.kind, meeting.number, year) if has_made_title(meeting) else meeting.title
    return replace(meeting, counts_for=year, symbol=symbol, title=title)


def _opening(kind: MeetingKind, meetings: Collection[Meeting], on: datetime.date, figures: Figures) -> datetime.date:
    """The first day that is proposed for a meeting of a kind that is planned on a day."""
    match kind:
        case MeetingKind.EXTRAORDINARY:
            return _in_time(on + PREPARING, meetings, figures)
        case MeetingKind.COMMITTEE:
            return _free(working_day(on + PREPARING), meetings)
        case MeetingKind.ANNUAL | MeetingKind.FOUNDING:
            network = [one for one in in_order(meetings) if is_network_meeting(one)]
            return _first_day(network[-1] if network else None, on, figures)


def _in_time(sent_on: datetime.date, meetings: Collection[Meeting], figures: Figures) -> datetime.date:
    """R39: the first free working day of which the agenda can be sent on a day, by the notice in force (R46)."""
    day = _free(working_day(sent_on), meetings)
    while notice_deadline(day, figures) < sent_on:
        day = _free(working_day(day + datetime.timedelta(days=1)), meetings)
    return day


def _first_day(last: Meeting | None, on: datetime.date, figures: Figures) -> datetime.date:
    """A year after the last meeting, in a year in which the notice in force can be kept; never at the weekend."""
    day = years_after(last.opens_on, 1) if last else datetime.date(on.year, *ANNIVERSARY)
    while notice_deadline(working_day(day), figures) <= on:
        day = years_after(day, 1)
    return working_day(day)


def _free(day: datetime.date, meetings: Collection[Meeting]) -> datetime.date:
    """The first working day from a day on, on which none of the meetings is held."""
    while any(one.opens_on <= day <= one.closes_on for one in meetings):
        day = working_day(day + datetime.timedelta(days=1))
    return day


def working_day(day: datetime.date) -> datetime.date:
    """A day, or the Monday after it where it falls at the weekend."""
    weekday = day.weekday()
    return day + datetime.timedelta(days=7 - weekday if weekday >= SATURDAY else 0)


def _year(annual: Sequence[Meeting], opens_on: datetime.date) -> int:
    """The year after the last one that has its annual meeting, unless the new meeting falls later than the next."""
    taken = max((one.counts_for for one in annual), default=opens_on.year - 1)
    return max(taken + 1, opens_on.year - 1 if annual else opens_on.year)


def days_of(meeting: Meeting) -> tuple[datetime.date, ...]:
    """Each day of a meeting."""
    length = (meeting.closes_on - meeting.opens_on).days
    return tuple(meeting.opens_on + datetime.timedelta(days=day) for day in range(length + 1))


def usual_hours(sittings: Iterable[Sitting]) -> tuple[tuple[datetime.time, datetime.time], ...]:
    """The hours that a meeting keeps: those of its first day with several sittings apart, else two half-days."""
    days: dict[datetime.date, list[tuple[datetime.time, datetime.time]]] = {}
    for one in sorted(sittings, key=lambda one: (one.on, one.starts)):
        days.setdefault(one.on, []).append((one.starts, one.ends))
    return next((tuple(hours) for hours in days.values() if len(hours) > 1 and _apart(hours)), HALF_DAYS)


def _apart(hours: Iterable[tuple[datetime.time, datetime.time]]) -> bool:
    return all(ends <= starts for (_, ends), (starts, _) in pairwise(hours))


def missing_half_days(
    meeting: Meeting, sittings: Collection[Sitting], new_key: Callable[[], Key]
) -> tuple[Sitting, ...]:
    """Sittings at the meeting's hours (:func:`usual_hours`) for each day on which none is planned; numbers are 0."""
    busy, hours = {one.on for one in in_their_places(meeting, sittings)}, usual_hours(sittings)
    return tuple(
        Sitting(new_key(), meeting.key, 0, day, starts, ends)
        for day in days_of(meeting)
        if day not in busy
        for starts, ends in hours
    )


def on_all_days(
    meeting: Meeting, sittings: Collection[Sitting], copied: Sitting, new_key: Callable[[], Key]
) -> tuple[Sitting, ...]:
    """A sitting at its hours on each other day of a meeting on which nothing is planned at that time; numbers are 0."""
    return tuple(
        Sitting(new_key(), meeting.key, 0, day, copied.starts, copied.ends)
        for day in days_of(meeting)
        if overlapping(replace(copied, key="", on=day), in_their_places(meeting, sittings)) is None
    )


def next_half_day(meeting: Meeting, sittings: Collection[Sitting], key: Key) -> Sitting:
    """The first usual half-day at which nothing is planned; on a full programme, one after the last of all."""
    for day in days_of(meeting):
        for starts, ends in HALF_DAYS:
            new = Sitting(key, meeting.key, 0, day, starts, ends)
            if overlapping(new, in_their_places(meeting, sittings)) is None:
                return new
    own = [one for one in sittings if not outside_the_days(meeting, one.on)]
    last = max(own, key=lambda one: (one.on, one.ends))
    starts = min(last.ends, datetime.time(22))
    return Sitting(key, meeting.key, 0, last.on, starts, starts.replace(hour=min(starts.hour + 3, 23)))


@dataclass(frozen=True, slots=True)
class SittingHours:
    """Names a sitting by its number and its hours."""

    sitting: Sitting

    def said_in(self, words: Catalog) -> str:
        """Such as "2nd sitting (12:00–18:00)"."""
        name = words.ordinal_sitting(self.sitting.number)
        hours = words.hours(self.sitting.starts, self.sitting.ends)
        return words.pgettext("a sitting and its hours", "{sitting} ({hours})").format(sitting=name, hours=hours)


def overlapping(sitting: Sitting, others: Iterable[Sitting]) -> Sitting | None:
    """The first of the *others* that is planned for a part of the same hours; a meeting sits in one room."""
    clash = (one for one in others if one.on == sitting.on and one.starts < sitting.ends and sitting.starts < one.ends)
    return min((one for one in clash if one.key != sitting.key), key=lambda one: one.starts, default=None)


def in_their_places(meeting: Meeting, sittings: Iterable[Sitting]) -> Iterator[Sitting]:
    """The sittings that take up the hours for which they are planned: not those that were held on another day."""
    return (one for one in sittings if held_on(meeting, one) == one.on)


def check_sitting(sitting: Sitting, meeting: Meeting, others: Iterable[Sitting]) -> None:
    """Raises ``Problem`` for a sitting on a day that is not the meeting's, one that never ends, and one in another."""
    if outside_the_days(meeting, sitting.on):
        raise Problem(
            N_("The sitting’s day is not one of the meeting’s, {first} to {last}."),
            {"first": meeting.opens_on, "last": meeting.closes_on},
            field_name="on",
        )
    if sitting.ends <= sitting.starts:
        raise Problem(N_("The sitting ends before it starts."), field_name="ends")
    other = overlapping(sitting, in_their_places(meeting, others))
    if other is not None:
        name = "ends" if sitting.starts < other.starts else "starts"
        raise Problem(OVERLAPS, {"other": SittingHours(other)}, field_name=name)


def check_days(meeting: Meeting, before: Meeting, sittings: Iterable[Sitting]) -> None:
    """A sitting does not fall out of its meeting's days; one that was held outside of those *before* stays there.

    Raises:
        Problem: one would.
    """
    for one in sittings:
        day = held_on(before, one)
        as_it_happened = one.opened_at is not None and outside_the_days(before, day)
        if outside_the_days(meeting, day) and not as_it_happened:
            raise Problem(
                N_("A sitting is planned on {day}; move it or remove it first."),
                {"day": day},
                field_name="opens_on" if day < meeting.opens_on else "closes_on",
            )


def renumbered(sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
    """The sittings in their order: those to come take the free numbers by their days and hours.

    One that was opened keeps the number under which it was, and what is planned after it has a higher one: the room
    heard it so, and the programme, the Chair's script or a sheet that was signed may name it. The register does not
    know them all. What is taken back before it can so leave a number that no sitting has: see :func:`free_numbers`.
    """
    known = tuple(sittings)
    held = [one for one in known if one.opened_at is not None]
    taken, last = {one.number for one in held}, 0
    found = list(held)
    for one in sorted((one for one in known if one.opened_at is None), key=_planned):
        last = max([last, *(other.number for other in held if _planned(other) < _planned(one))])
        last = next(number for number in count(last + 1) if number not in taken)
        found.append(replace(one, number=last))
    return tuple(sorted(found, key=lambda one: one.number))


def free_numbers(sittings: Iterable[Sitting]) -> frozenset[int]:
    """The numbers below the highest that no sitting has."""
    taken = {one.number for one in sittings}
    return frozenset(range(1, max(taken, default=0))) - taken


def _planned(one: Sitting) -> tuple[datetime.date, datetime.time, int, Key]:
    return one.on, one.starts, one.number, one.key


def moved_along(sittings: Iterable[Sitting], by: datetime.timedelta) -> tuple[Sitting, ...]:
    """The sittings moved by as many days as their meeting; those that were opened stay where they were."""
    return tuple(one if one.opened_at else replace(one, on=one.on + by) for one in sittings)
