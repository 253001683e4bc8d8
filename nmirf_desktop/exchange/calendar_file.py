"""Calendar files (RFC 5545) that the usual calendar programs read: whole days, hours in their time zone, warnings."""

import datetime
from typing import TYPE_CHECKING

from nmirf_desktop.domain.calendar_entries import CalendarEntry, MeetingCalendar

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//NMIRF Desktop//Meetings//EN"


def calendar_file(calendar: MeetingCalendar) -> bytes:
    """A calendar as the bytes of a file; the same entries give the same bytes, whatever the clock says."""
    from icalendar import Calendar

    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", calendar.name)
    for entry in calendar.entries:
        file.add_component(_event(entry, calendar))
    moments = [entry.starts for entry in calendar.entries if isinstance(entry.starts, datetime.datetime)]
    if moments:
        year = min(moments).year
        file.add_missing_timezones(datetime.date(year - 1, 1, 1), datetime.date(max(moments).year + 2, 1, 1))
        for zone in file.timezones:
            zone.pop("comment", None)  # what the library says there of its years is English, and no one's concern
    return bytes(file.to_ical())


def _event(entry: CalendarEntry, calendar: MeetingCalendar) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.identity}@nmirf-desktop")
    event.add("dtstamp", calendar.stamped)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    event.add("summary", entry.title, {} if entry.foreign else {"language": calendar.language})
    if entry.place:
        event.add("location", entry.place)
    if entry.note:
        event.add("description", entry.note)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    event.add("status", "CONFIRMED")
    if entry.warned is not None:
        event.add_component(_alarm(entry, entry.warned))
    return event


def _alarm(entry: CalendarEntry, before: datetime.timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -before)
    return alarm
