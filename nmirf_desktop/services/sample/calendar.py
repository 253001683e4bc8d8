"""When things happen in the sample: all days follow from the one on which an agenda is due."""

import datetime
import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.committees import term_end
from nmirf_desktop.domain.declaration import ADOPTION_DAY, FIRST_ANNUAL_YEAR
from nmirf_desktop.domain.meetings import notice_deadline
from nmirf_desktop.domain.periods import months_before
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

FIRST_DAY = datetime.date(2025, 6, 1)
"""Before this day there is no annual meeting to look back on."""

TUESDAY, WEDNESDAY, FRIDAY = 1, 2, 4
"""Meetings begin early in the week; the secretariat works until Friday."""

LENGTH, SHORT_LENGTH = datetime.timedelta(days=2), datetime.timedelta(days=1)
"""From the first to the last day of an annual meeting; those before the last one were shorter."""

WEEKS_BETWEEN = datetime.timedelta(weeks=52)
_FIRST_ANNUAL = datetime.date(2025, 1, 28)


@dataclass(frozen=True, slots=True)
class Gathering:
    """An annual meeting: the year that it counts for, its first day, and how many meetings follow it in the sample."""

    year: int
    opens_on: datetime.date
    back: int

    @property
    def closes_on(self) -> datetime.date:
        """The last day."""
        return self.opens_on + (LENGTH if self.back <= 1 else SHORT_LENGTH)

    @property
    def number(self) -> int:
        """The first annual meeting is that of 2025."""
        return self.year - FIRST_ANNUAL_YEAR + 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """The annual meetings in order: those held, of which the last is told in full, and the planned one."""

    on: datetime.date
    held: tuple[Gathering, ...]
    planned: Gathering

    @property
    def last(self) -> Gathering:
        """The last meeting that was held."""
        return self.held[-1]

    @property
    def mandates(self) -> Mapping[int, datetime.date]:
        """The first day of the mandate that a meeting gives, by its year: the last before the end appoints (R32)."""
        found = {}
        end = term_end(ADOPTION_DAY)
        for held, following in itertools.pairwise((*self.held, self.planned)):
            if held.closes_on < end <= following.opens_on:
                found[held.year] = end
                end = term_end(end)
        return found


def calendar_for(on: datetime.date) -> Calendar:
    """The meetings of a sample as of a day. Raises ``Problem`` for a day before :data:`FIRST_DAY`."""
    if on < FIRST_DAY:
        raise Problem(N_("A sample register can be made as of {day} or later."), {"day": FIRST_DAY}, field_name="on")
    planned = _planned(on)
    last = _last(planned)
    year = max(planned.year, FIRST_ANNUAL_YEAR + 1)
    back = range(year - FIRST_ANNUAL_YEAR, 0, -1)
    held = tuple(Gathering(year - steps, last - (steps - 1) * WEEKS_BETWEEN, steps) for steps in back)
    return Calendar(on, held, Gathering(year, planned, 0))


def workday(day: datetime.date) -> datetime.date:
    """The day, or the Friday before it at the weekend."""
    return day - datetime.timedelta(days=max(day.weekday() - FRIDAY, 0))


def _planned(on: datetime.date) -> datetime.date:
    """A day early in the week, outside the holidays, whose notice ends a few days after *on*."""
    days = [on + datetime.timedelta(days=days) for days in range(30, 46)]
    lawful = [day for day in days if 2 <= (notice_deadline(day) - on).days <= 12]  # noqa: PLR2004
    return min(lawful, key=lambda day: (day.weekday() > FRIDAY, _holiday(day), day.weekday() > WEDNESDAY, day))


def _holiday(day: datetime.date) -> bool:
    return (day.month, day.day) >= (12, 20) or (day.month, day.day) == (1, 1)


def _last(planned: datetime.date) -> datetime.date:
    """A Tuesday about eleven months earlier, in the year before."""
    day = months_before(planned, 11)
    if day.year == planned.year or _holiday(day):
        day = datetime.date(planned.year - 1, 12, 8)
    return max(day + datetime.timedelta(days=(TUESDAY - day.weekday()) % 7), _FIRST_ANNUAL)
