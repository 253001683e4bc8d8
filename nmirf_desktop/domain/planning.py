"""Planning a meeting: how it stands, the next annual one, usual half-days, and what moves along with its first day."""

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.meetings import (
    Meeting,
    MeetingKind,
    Notice,
    Sitting,
    in_order,
    is_network_meeting,
    next_meeting,
    notice_deadline,
)
from nmirf_desktop.domain.periods import Key, years_after
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

MORNING = (datetime.time(10), datetime.time(13))
AFTERNOON = (datetime.time(15), datetime.time(18))
HALF_DAYS = (MORNING, AFTERNOON)
"""The usual hours of a sitting, in the meeting's own time."""
USUAL_LENGTH = datetime.timedelta(days=1)
"""From the first to the last day of an annual meeting when there is none before it to go by."""
SATURDAY = 5
ANNIVERSARY = (5, 8)
"""Month and day on which the Declaration's meeting opened: where nothing else is known, an annual meeting does too."""


class Standing(StrEnum):
    """How a meeting stands on a day; NEXT is the Network's first one that is to come."""

    HELD = "held"
    UNDER_WAY = "under_way"
    NEXT = "next"
    PLANNED = "planned"


STANDING_LABELS = {
    Standing.HELD: N_("Held"),
    Standing.UNDER_WAY: N_("Going on"),
    Standing.NEXT: N_("Coming next"),
    Standing.PLANNED: N_("Planned"),
}


def standing(meeting: Meeting, meetings: Iterable[Meeting], on: datetime.date) -> Standing:
    """How a meeting stands on a day, among all meetings."""
    if meeting.closes_on < on:
        return Standing.HELD
    if meeting.opens_on <= on:
        return Standing.UNDER_WAY
    coming = next_meeting((one for one in meetings if one.opens_on > on), on)
    return Standing.NEXT if coming is not None and coming.key == meeting.key else Standing.PLANNED


class NoticeStanding(StrEnum):
    """How the sending of an agenda stands on a day (R39)."""

    SENT = "sent"
    DUE = "due"
    LATE = "late"


NOTICE_LABELS = {
    NoticeStanding.SENT: N_("sent"),
    NoticeStanding.DUE: N_("not sent to all members yet"),
    NoticeStanding.LATE: N_("late"),
}


def notice_standing(notice: Notice, on: datetime.date) -> NoticeStanding:
    """*Network Meetings – Agenda*, R39: sent in time, still due on a day, or late."""
    if notice.on_time:
        return NoticeStanding.SENT
    return NoticeStanding.LATE if notice.late or notice.deadline < on else NoticeStanding.DUE


_TITLES = (
    N_("First annual meeting"),
    N_("Second annual meeting"),
    N_("Third annual meeting"),
    N_("Fourth annual meeting"),
    N_("Fifth annual meeting"),
    N_("Sixth annual meeting"),
    N_("Seventh annual meeting"),
    N_("Eighth annual meeting"),
    N_("Ninth annual meeting"),
    N_("Tenth annual meeting"),
)


def annual_title(number: int, year: int) -> Trilingual:
    """The title of an annual meeting by its number, after the tenth by the year for which it counts."""

    def said(words: Catalog) -> str:
        if 1 <= number <= len(_TITLES):
            return words.gettext(_TITLES[number - 1])
        return words.gettext("Annual meeting of {year}").format(year=year)

    en, fr, es = (said(catalog(language)) for language in Language)
    return Trilingual.final(en, fr, es)


@dataclass(frozen=True, slots=True)
class Usage:
    """What the organisation's settings give a new meeting: the beginning of its symbol, its time zone."""

    symbol_prefix: str
    time_zone: str


def next_annual(meetings: Collection[Meeting], usage: Usage, on: datetime.date, key: Key) -> Meeting:
    """*Network Meetings – Frequency*, R36: the annual meeting to plan next, to be changed freely.

    It opens a year after the Network's last meeting, or later where the agenda of that day could not be sent in time
    any more (R39), on a working day, and is as long as the one before.
    """
    network = [one for one in in_order(meetings) if is_network_meeting(one)]
    annual = [one for one in network if one.kind is MeetingKind.ANNUAL]
    last = network[-1] if network else None
    length = last.closes_on - last.opens_on if last else USUAL_LENGTH
    opens_on = _first_day(last, on)
    number = max((one.number for one in annual), default=0) + 1
    year = _year(annual, opens_on)
    return Meeting(
        key=key,
        symbol=_free_symbol(f"{usage.symbol_prefix}/{year}", {one.symbol for one in meetings}),
        kind=MeetingKind.ANNUAL,
        number=number,
        counts_for=year,
        title=annual_title(number, year),
        opens_on=opens_on,
        closes_on=opens_on + length,
        place=Trilingual(),
        time_zone=usage.time_zone,
    )


def _first_day(last: Meeting | None, on: datetime.date) -> datetime.date:
    """A year after the last meeting, in a year in which the notice can still be kept; never at the weekend."""
    day = years_after(last.opens_on, 1) if last else datetime.date(on.year, *ANNIVERSARY)
    while notice_deadline(day) <= on:
        day = years_after(day, 1)
    weekday = day.weekday()
    return day + datetime.timedelta(days=7 - weekday if weekday >= SATURDAY else 0)


def _year(annual: Sequence[Meeting], opens_on: datetime.date) -> int:
    """The year after the last one that has its annual meeting, unless the new meeting falls later than the next."""
    taken = max((one.counts_for for one in annual), default=opens_on.year - 1)
    return max(taken + 1, opens_on.year - 1 if annual else opens_on.year)


def _free_symbol(symbol: str, taken: Collection[str]) -> str:
    number, free = 1, symbol
    while free in taken:
        number += 1
        free = f"{symbol}-{number}"
    return free


def days_of(meeting: Meeting) -> tuple[datetime.date, ...]:
    """Each day of a meeting."""
    length = (meeting.closes_on - meeting.opens_on).days
    return tuple(meeting.opens_on + datetime.timedelta(days=day) for day in range(length + 1))


def missing_half_days(meeting: Meeting, sittings: Iterable[Sitting], new_key: Callable[[], Key]) -> tuple[Sitting, ...]:
    """A morning and an afternoon for each day of a meeting on which nothing is planned yet; numbers are 0."""
    busy = {one.on for one in sittings}
    return tuple(
        Sitting(new_key(), meeting.key, 0, day, starts, ends)
        for day in days_of(meeting)
        if day not in busy
        for starts, ends in HALF_DAYS
    )


def next_half_day(meeting: Meeting, sittings: Collection[Sitting], key: Key) -> Sitting:
    """The first usual half-day at which nothing is planned; on a full programme, one after the last of all."""
    for day in days_of(meeting):
        for starts, ends in HALF_DAYS:
            if not any(one.on == day and one.starts < ends and starts < one.ends for one in sittings):
                return Sitting(key, meeting.key, 0, day, starts, ends)
    last = max(sittings, key=lambda one: (one.on, one.ends))
    starts = min(last.ends, datetime.time(22))
    return Sitting(key, meeting.key, 0, last.on, starts, starts.replace(hour=min(starts.hour + 3, 23)))


def renumbered(sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
    """The sittings in the order of their days and hours, numbered from 1."""
    ordered = sorted(sittings, key=lambda one: (one.on, one.starts, one.number, one.key))
    return tuple(replace(one, number=number) for number, one in enumerate(ordered, start=1))


def moved(meeting: Meeting, opens_on: datetime.date) -> Meeting:
    """The meeting with another first day, as long as before."""
    return replace(meeting, opens_on=opens_on, closes_on=opens_on + (meeting.closes_on - meeting.opens_on))


def moved_along(sittings: Iterable[Sitting], by: datetime.timedelta) -> tuple[Sitting, ...]:
    """The sittings moved by as many days as their meeting; those that were opened stay where they were."""
    return tuple(one if one.opened_at else replace(one, on=one.on + by) for one in sittings)
