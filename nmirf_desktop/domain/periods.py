"""Dated facts: from a day on, until a day (not included) or still today."""

import calendar
import datetime
from dataclasses import dataclass
from typing import Self

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

Key = str
"""A key made by the program (UUID version 7 as text), the same on every copy of a register."""

StateCode = str
"""A State's ISO 3166-1 alpha-3 code, upper case."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Half-open: it holds from *start*, and until the day before *end*; ``None`` means it has no end yet.

    Shown, printed and exported by its first and last day.
    """

    start: datetime.date
    end: datetime.date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise Problem(N_("The last day is before the first day."), field_name="end")

    @classmethod
    def of_days(cls, first: datetime.date, last: datetime.date | None) -> Self:
        """The period from a first to a last day, both included; ``None`` where it has no end yet.

        Raises:
            Problem: no day follows the last one; who means "for ever" leaves it empty.
        """
        if last == datetime.date.max:
            raise Problem(N_("Leave the last day empty where there is none."), field_name="end")
        return cls(first, None if last is None else last + datetime.timedelta(days=1))

    def holds(self, on: datetime.date) -> bool:
        """Whether the fact is in force on a day."""
        return self.start <= on and (self.end is None or on < self.end)

    @property
    def empty(self) -> bool:
        """Whether there is no day on which it holds."""
        return self.end == self.start

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it holds, ``None`` while it has no end."""
        return None if self.end is None else self.end - datetime.timedelta(days=1)

    def overlaps(self, other: "Period") -> bool:
        """Whether there is a day on which both hold."""
        start = max(self.start, other.start)
        return all(end is None or start < end for end in (self.end, other.end))

    def within(self, other: "Period") -> bool:
        """Whether every day of this period lies in the other."""
        ends_before = other.end is None or (self.end is not None and self.end <= other.end)
        return other.start <= self.start and ends_before

    def spanning(self, other: "Period") -> "Period":
        """From the first day of either to the last one of either."""
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Period(min(self.start, other.start), end)

    def without(self, other: "Period") -> tuple["Period", ...]:
        """What is left of it without the days of another one: at most two parts."""
        if not self.overlaps(other):
            return (self,)
        before = (Period(self.start, other.start),) if self.start < other.start else ()
        if other.end is None or (self.end is not None and self.end <= other.end):
            return before
        return (*before, Period(other.end, self.end))


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day of an earlier month, clipped to that month's last day (31 March − 1 month = 28 or 29 February)."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The anniversary, 29 February becoming 28 February where there is none."""
    return months_before(day, -12 * years)
