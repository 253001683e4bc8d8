"""The days of a meeting that is not held where the secretariat is: which have come, and which is noted."""

import datetime

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.services.electorate import day_of
from nmirf_desktop.storage.store import Store


def last_come(store: Store, meeting: Meeting, at: datetime.datetime) -> datetime.date:
    """(silent) the last day that has come at a moment: what a meeting did may bear the day of its place.

    Or that of the place where the secretariat counts its days (``Store.day_of``), whichever is the later.
    """
    return max(store.day_of(at), day_of(meeting, at))


def noted_day(store: Store, meeting: Meeting, on: datetime.date, at: datetime.datetime) -> datetime.date:
    """The day of what a meeting does, noted on a day: where that is today, today is that of its place while it meets.

    Before its first day and after its last one there, and on another day than today, it is the day as given.
    """
    here = day_of(meeting, at)
    return here if on == store.day_of(at) and meeting.opens_on <= here <= meeting.closes_on else on
