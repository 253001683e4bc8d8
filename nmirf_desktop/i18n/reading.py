"""Dates as people write them, in any of the three languages: one by one, and in a column."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.i18n.folding import folded

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|º|o)?[. /-]{1,2}(?:de |of )?([a-z]{3,})[.,]?[ /-](?:de |del )?(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TIME = re.compile(r"(?<=\d)(?:t| )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?|z)?$")
"""A time of day behind the date, as programs write it."""
_MONTHS = 12


class DateOrder(Enum):
    """What a column of dates in figures says of the order of day and month."""

    CLEAR = "clear"
    """No date can be read in two ways."""
    DAY_FIRST = "day first"
    """A first figure above 12 proves it."""
    MONTH_FIRST = "month first"
    """A second figure above 12 proves it."""
    ASSUMED = "assumed"
    """Nothing proves either: the day is read first."""
    CONTRADICTORY = "contradictory"
    """Both are there: what can be read in two ways is not read."""


@dataclass(frozen=True, slots=True)
class DateColumn:
    """The dates of a column, ``None`` where a text says none or may say two; and how they were read."""

    days: tuple[datetime.date | None, ...]
    order: DateOrder


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """Each month's folded name in each language, with its number."""
    days = [datetime.date(2000, month, 1) for month in range(1, _MONTHS + 1)]
    return tuple((folded(catalog(language).month(day)).split()[0], day.month) for language in Language for day in days)


@cache
def _weekdays() -> re.Pattern[str]:
    """A day of the week in any language, as it stands before a date."""
    days = [datetime.date(2000, 1, day) for day in range(1, 8)]
    names = {folded(catalog(language).weekday(day)) for language in Language for day in days}
    return re.compile(rf"(?:el |le )?(?:{'|'.join(sorted(names))}),? ")


def _month(name: str) -> int:
    """The month that begins so in any language, 0 where none or more than one does."""
    found = {number for month, number in _months() if month.startswith(name)}
    exact = {number for month, number in _months() if month == name}
    return (exact or found).pop() if len(exact or found) == 1 else 0


def _plain(text: str) -> str:
    """A text without what may stand around its date: a day of the week, a time of day."""
    plain = _TIME.sub("", " ".join(folded(text).split()))
    return _weekdays().sub("", plain, count=1) if plain[:1].isalpha() else plain


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_date(text: str) -> datetime.date | None:
    """The date that *text* says, or ``None``.

    2027-05-08, 2027/05/08, 8.5.2027 and 8/5/2027 (day first), 8 May 2027, 8-may-2027, 1er mai 2027, 8 de mayo de 2027,
    May 8, 2027; months may be cut to three letters. The year has four figures. A day of the week before it and a time
    of day behind it are passed over.
    """
    plain = _plain(text)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _FIGURES.fullmatch(plain):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    if match := _WORDS.fullmatch(plain):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(plain):
        return _date(int(match[3]), _month(match[1]), int(match[2]))
    return None


def read_dates(texts: Iterable[str]) -> DateColumn:
    """The dates of a column, day first, or month first where a date such as 05/23/2027 proves it and none denies it.

    Where the column holds both orders, dates that have only one meaning are read, and the others are not.
    """
    column = tuple(texts)
    figures = [(int(match[1]), int(match[2])) for text in column if (match := _FIGURES.fullmatch(_plain(text)))]
    order = _order(figures)
    return DateColumn(tuple(_in_order(text, order) for text in column), order)


def _order(figures: Iterable[tuple[int, int]]) -> DateOrder:
    """What the first two figures of each date prove together."""
    pairs = set(figures)
    day_first = any(first > _MONTHS >= second for first, second in pairs)
    month_first = any(second > _MONTHS >= first for first, second in pairs)
    if day_first and month_first:
        return DateOrder.CONTRADICTORY
    if day_first or month_first:
        return DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST
    return DateOrder.ASSUMED if any(_doubtful(*pair) for pair in pairs) else DateOrder.CLEAR


def _doubtful(first: int, second: int) -> bool:
    """Whether two figures are a day and a month in either order, and not the same day."""
    return first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS


def _in_order(text: str, order: DateOrder) -> datetime.date | None:
    match = _FIGURES.fullmatch(_plain(text))
    if match is None or order not in {DateOrder.MONTH_FIRST, DateOrder.CONTRADICTORY}:
        return read_date(text)
    first, second, year = (int(part) for part in match.groups())
    if order is DateOrder.MONTH_FIRST:
        return _date(year, first, second)
    if _doubtful(first, second):
        return None
    return _date(year, second, first) or _date(year, first, second)
