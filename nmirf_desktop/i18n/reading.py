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
_SHORT = re.compile(r"(\d{1,2})([./ -])(\d{1,2})\2(\d{2})")
_CENTURY = 2000
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
    """The dates of a column, ``None`` where a text says none or may say two; and how they were read.

    *others* are the days that the texts may say as well, where nothing decides between the two.
    """

    days: tuple[datetime.date | None, ...]
    order: DateOrder
    others: tuple[datetime.date | None, ...] = ()


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


def read_typed(text: str) -> datetime.date | None:
    """The date that somebody types, who sees how it was understood: also 2/3/26, day first, of this century."""
    match = _SHORT.fullmatch(_plain(text))
    return read_date(text) if match is None else _date(_CENTURY + int(match[4]), int(match[3]), int(match[1]))


def read_dates(texts: Iterable[str], chosen: DateOrder | None = None) -> DateColumn:
    """The dates of a column, day first, or month first where a date such as 05/23/2027 proves it and none denies it.

    Where the column proves neither, or both, dates of two meanings are read in the order *chosen*. Without a choice,
    they are read with the day first where nothing is proved, and not where both are.
    """
    column = tuple(texts)
    matches = [_FIGURES.fullmatch(_plain(text)) for text in column]
    order = _order((int(match[1]), int(match[2])) for match in matches if match is not None)
    if chosen is not None and order in {DateOrder.ASSUMED, DateOrder.CONTRADICTORY}:
        order = chosen
    read = [_in_order(text, match, order) for text, match in zip(column, matches, strict=True)]
    return DateColumn(tuple(day for day, _ in read), order, tuple(other for _, other in read))


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


def _in_order(
    text: str, figures: re.Match[str] | None, order: DateOrder
) -> tuple[datetime.date | None, datetime.date | None]:
    """The day of a text in a column of an order, and the other day that it may be where nothing decides."""
    if figures is None:
        return read_date(text), None
    first, second, year = (int(part) for part in figures.groups())
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if not _doubtful(first, second):
        return day_first or month_first, None
    match order:
        case DateOrder.MONTH_FIRST:
            return month_first, None
        case DateOrder.CONTRADICTORY:
            return None, None
        case DateOrder.ASSUMED:
            return day_first, month_first
        case DateOrder.DAY_FIRST | DateOrder.CLEAR:
            return day_first, None
