"""The words that the Unicode locale data supply. Babel is imported at the first use: a start does not pay for it."""

from functools import cache
from typing import Literal

from nmirf_desktop.i18n.words import Language


def locale_of(language: Language) -> str:
    """The locale whose words are meant: British English, not American."""
    return "en_GB" if language is Language.EN else str(language)


@cache
def month_names(language: Language, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    """The names of the twelve months."""
    from babel.dates import get_month_names

    names = get_month_names(width, locale=locale_of(language))
    return tuple(names[month] for month in range(1, 13))


@cache
def weekday_names(language: Language) -> tuple[str, ...]:
    """The names of the seven days, from Monday."""
    from babel.dates import get_day_names

    names = get_day_names("wide", locale=locale_of(language))
    return tuple(names[day] for day in range(7))


def ordinal_form(language: Language, number: int) -> str:
    """Which of the ordinal forms of the language a number takes: one, two, few, other."""
    from babel import Locale

    return Locale.parse(locale_of(language)).ordinal_form(number)
