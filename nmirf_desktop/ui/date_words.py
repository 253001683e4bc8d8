"""Dates as people type them, in any of the three languages."""

import datetime
import re
from functools import cache

from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.folding import folded

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_WORDS = re.compile(
    r"(\d{1,2})(?:er|st|nd|rd|th|º|o)?\.?\s+(?:de\s+|of\s+)?([a-z]{3,})\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """Each month's folded name in each language, with its number."""
    days = [datetime.date(2000, month, 1) for month in range(1, 13)]
    return tuple((folded(catalog(language).month(day)).split()[0], day.month) for language in Language for day in days)


def _month(name: str) -> int:
    """The month that begins so in any language, 0 where none or more than one does."""
    found = {number for month, number in _months() if month.startswith(name)}
    exact = {number for month, number in _months() if month == name}
    return (exact or found).pop() if len(exact or found) == 1 else 0


def read_date(text: str) -> datetime.date | None:
    """The date that *text* says, or ``None``.

    2027-05-08, 8.5.2027 and 8/5/2027 (day first), 8 May 2027, 1er mai 2027, 8 de mayo de 2027, May 8, 2027; months
    may be cut to three letters. The year has four figures.
    """
    plain = " ".join(folded(text).split())
    if match := _ISO.fullmatch(plain):
        year, month, day = (int(part) for part in match.groups())
    elif match := _FIGURES.fullmatch(plain):
        day, month, year = (int(part) for part in match.groups())
    elif match := _WORDS.fullmatch(plain):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    elif match := _MONTH_FIRST.fullmatch(plain):
        day, month, year = int(match[2]), _month(match[1]), int(match[3])
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
