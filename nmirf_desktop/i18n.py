"""Languages and catalogues: every word the program says, in English, French and Spanish.

A catalogue is an argument, never a global: a French document is printed from a Spanish screen.
Constants are marked with :func:`N_` and translated where they are shown.
"""

import datetime
import gettext as _gettext
import io
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Literal

from nmirf_desktop.paths import bundled

DOMAIN = "nmirf"
NOON = 12


class Language(StrEnum):
    """The Network's working languages, in the order of the Declaration: EN, FR, ES."""

    EN = "en"
    FR = "fr"
    ES = "es"


def N_(message: str) -> str:  # noqa: N802  (the marker's customary name)
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


_SITTINGS = (
    N_("1st sitting"),
    N_("2nd sitting"),
    N_("3rd sitting"),
    N_("4th sitting"),
    N_("5th sitting"),
    N_("6th sitting"),
    N_("7th sitting"),
    N_("8th sitting"),
    N_("9th sitting"),
    N_("10th sitting"),
)
_MEETINGS = (
    N_("first meeting"),
    N_("second meeting"),
    N_("third meeting"),
    N_("fourth meeting"),
    N_("fifth meeting"),
    N_("sixth meeting"),
    N_("seventh meeting"),
    N_("eighth meeting"),
    N_("ninth meeting"),
    N_("tenth meeting"),
    N_("eleventh meeting"),
    N_("twelfth meeting"),
    N_("thirteenth meeting"),
    N_("fourteenth meeting"),
    N_("fifteenth meeting"),
    N_("sixteenth meeting"),
    N_("seventeenth meeting"),
    N_("eighteenth meeting"),
    N_("nineteenth meeting"),
    N_("twentieth meeting"),
)


class Catalog:
    """The words, dates, times, numbers, lists and alphabetical order of one language.

    Forms are those of the United Nations (CLDR supplies the names of months and weekdays). A space that must not
    break is U+00A0, never U+202F, at which the PDF writer would break a line.
    """

    def __init__(self, language: Language, translations: _gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.pgettext = translations.pgettext
        self.npgettext = translations.npgettext

    # Dates

    def date(self, day: datetime.date) -> str:
        """A date in full: 8 May 2024 | 8 mai 2024, 1er mai 2024 | 8 de mayo de 2024."""
        pattern = self.pgettext("date", "{day} {month} {year}")
        return pattern.format(day=self._day(day), month=self._month(day), year=day.year)

    def date_with_weekday(self, day: datetime.date) -> str:
        """A date with its weekday: Wednesday, 8 May 2024 | mercredi 8 mai 2024 | miércoles 8 de mayo de 2024."""
        return self.pgettext("date", "{weekday}, {date}").format(weekday=self.weekday(day), date=self.date(day))

    def short_date(self, day: datetime.date) -> str:
        """A date for dense tables, its month abbreviated: 8 Sept 2024 | 8 sept. 2024 | 8 sept 2024."""
        month = _month_names(self.language, "abbreviated")[day.month - 1]
        return self.pgettext("short date", "{day} {month} {year}").format(
            day=self._day(day), month=month, year=day.year
        )

    def weekday(self, day: datetime.date) -> str:
        """The name of the day of the week."""
        return _weekday_names(self.language)[day.weekday()]

    def month(self, day: datetime.date) -> str:
        """Month and year: May 2024 | mai 2024 | mayo de 2024."""
        return self.pgettext("month", "{month} {year}").format(month=self._month(day), year=day.year)

    def date_range(self, first: datetime.date, last: datetime.date) -> str:
        """First to last day, both included, for titles, labels and tables.

        8 May 2024; 8 and 9 May 2024; 8–10 May 2024; 30 April–2 May 2025 | 26-28 janvier 2026 | 26 a 28 de enero
        de 2026. Raises ``ValueError`` where the last day is before the first.
        """
        start, end, length = self._ends(first, last)
        if length == 1:
            return end
        if length == 2:  # noqa: PLR2004
            return self.pgettext("two days", "{first} and {last}").format(first=start, last=end)
        return self.pgettext("dates in a title", "{first}–{last}").format(first=start, last=end)

    def date_range_in_text(self, first: datetime.date, last: datetime.date) -> str:
        """When something was held, for running text: with its preposition.

        on 8 May 2024; on 8 and 9 May 2024; from 8 to 10 May 2024 | le 8 mai 2024; les 8 et 9 mai 2024; du 26 au
        28 janvier 2026 | el 8 de mayo de 2024; los días 8 y 9 de mayo de 2024; del 26 al 28 de enero de 2026.
        Raises ``ValueError`` where the last day is before the first.
        """
        start, end, length = self._ends(first, last)
        if length == 1:
            return self.pgettext("one day in a sentence", "on {date}").format(date=end)
        if length == 2:  # noqa: PLR2004
            return self.pgettext("two days in a sentence", "on {first} and {last}").format(first=start, last=end)
        return self.pgettext("days in a sentence", "from {first} to {last}").format(first=start, last=end)

    def _ends(self, first: datetime.date, last: datetime.date) -> tuple[str, str, int]:
        """The two ends of a span, the first without what the last says too, and its length in days."""
        if last < first:
            raise ValueError(f"{last} is before {first}")
        if first.year != last.year:
            start = self.date(first)
        elif first.month != last.month:
            start = self.pgettext("date", "{day} {month}").format(day=self._day(first), month=self._month(first))
        else:
            start = self._day(first)
        return start, self.date(last), (last - first).days + 1

    def _day(self, day: datetime.date) -> str:
        pattern = self.pgettext("first day of the month", "{day}") if day.day == 1 else "{day}"
        return pattern.format(day=day.day)

    def _month(self, day: datetime.date) -> str:
        return _month_names(self.language, "wide")[day.month - 1]

    # Times

    def time(self, moment: datetime.time) -> str:
        """A time of day in running text: 10 a.m., 3.05 p.m., noon | 10 heures, 15 h 5, midi | 10.00 horas."""
        if moment.hour in {0, NOON} and not moment.minute:
            return self.pgettext("time", "noon") if moment.hour else self.pgettext("time", "midnight")
        twelve = self.pgettext("hours on the clock: 12 or 24", "12") == "12"
        hour = (moment.hour % NOON or NOON) if twelve else moment.hour
        if moment.minute:
            morning = self.pgettext("time", "{hour}.{minute:02}\u00a0a.m.")
            afternoon = self.pgettext("time", "{hour}.{minute:02}\u00a0p.m.")
        else:
            morning = self.npgettext("time", "{hour}\u00a0a.m.", "{hour}\u00a0a.m.", hour)
            afternoon = self.npgettext("time", "{hour}\u00a0p.m.", "{hour}\u00a0p.m.", hour)
        pattern = morning if moment.hour < NOON else afternoon
        return pattern.format(hour=hour, minute=moment.minute)

    def clock(self, moment: datetime.time | datetime.datetime) -> str:
        """A time of day in tables: 14:02."""
        return f"{moment:%H:%M}"

    def date_time(self, moment: datetime.datetime) -> str:
        """Date and clock for histories: 8 May 2024, 14:02. The time zone is the caller's business."""
        return self.pgettext("date and clock", "{date}, {clock}").format(
            date=self.date(moment), clock=self.clock(moment)
        )

    def sitting_time(self, moment: datetime.datetime) -> str:
        """Weekday, date and time above a record: Friday, 9 May 2025, at 3 p.m. | vendredi 9 mai 2025, à 15 heures."""
        return self.pgettext("beginning of a sitting", "{date}, at {time}").format(
            date=self.date_with_weekday(moment), time=self.time(moment.time())
        )

    def days(self, number: int) -> str:
        """A distance in days from today: in 12 days, 12 days ago, today."""
        match number:
            case 0:
                return self.gettext("today")
            case 1:
                return self.gettext("tomorrow")
            case -1:
                return self.gettext("yesterday")
            case _:
                pass
        if number > 0:
            return self.ngettext("in {n} day", "in {n} days", number).format(n=self.number(number))
        return self.ngettext("{n} day ago", "{n} days ago", -number).format(n=self.number(-number))

    # Numbers

    def number(self, value: float | Decimal) -> str:
        """A number in figures: 12,345 and 3.5 | 12 345 and 3,5 | 12 345, but 1234, and 3,5."""
        whole, _, decimals = f"{abs(value):,}".partition(".")
        if len(whole.replace(",", "")) < int(self.pgettext("fewest digits of a number that are grouped", "4")):
            whole = whole.replace(",", "")
        text = whole.replace(",", self.pgettext("between thousands", ","))
        if decimals:
            text += self.pgettext("before decimals", ".") + decimals
        return f"\u2212{text}" if value < 0 else text

    def per_cent(self, value: float | Decimal, digits: int = 1) -> str:
        """A share of a hundred in tables: 12.5% | 12,5 % | 12,5 %."""
        return self.pgettext("share", "{number}%").format(number=self.number(Decimal(f"{value:.{digits}f}")))

    def small_number(self, value: int) -> str:
        """A number in running text: words up to nine | neuf | diez, then figures. One before a noun is the noun's."""
        names = (
            self.pgettext("number in words", "one"),
            self.pgettext("number in words", "two"),
            self.pgettext("number in words", "three"),
            self.pgettext("number in words", "four"),
            self.pgettext("number in words", "five"),
            self.pgettext("number in words", "six"),
            self.pgettext("number in words", "seven"),
            self.pgettext("number in words", "eight"),
            self.pgettext("number in words", "nine"),
            self.pgettext("number in words", "10"),
        )
        return names[value - 1] if 1 <= value <= len(names) else self.number(value)

    def ordinal_sitting(self, number: int) -> str:
        """A sitting by its number: 1st sitting | 1re séance | primera sesión … décima sesión, 11ª sesión."""
        if 1 <= number <= len(_SITTINGS):
            return self.gettext(_SITTINGS[number - 1])
        return self.gettext("{ordinal} sitting").format(ordinal=self._ordinal(number))

    def ordinal_meeting(self, number: int) -> str:
        """A meeting by its number, in words: third meeting | troisième réunion | tercera reunión; then 21st meeting."""
        if 1 <= number <= len(_MEETINGS):
            return self.gettext(_MEETINGS[number - 1])
        return self.gettext("{ordinal} meeting").format(ordinal=self._ordinal(number))

    def _ordinal(self, number: int) -> str:
        """An ordinal in figures, feminine where the language has genders."""
        match _ordinal_form(self.language, number):
            case "one":
                pattern = self.pgettext("feminine ordinal", "{n}st")
            case "two":
                pattern = self.pgettext("feminine ordinal", "{n}nd")
            case "few":
                pattern = self.pgettext("feminine ordinal", "{n}rd")
            case _:
                pattern = self.pgettext("feminine ordinal", "{n}th")
        return pattern.format(n=number)

    # Lists and order

    def listing(self, items: Iterable[str]) -> str:
        """A list as under a vote: comma-separated, without "and" before the last."""
        return ", ".join(items)

    def conjunction(self, items: Iterable[str]) -> str:
        """A list in running text: A, B and C | A, B et C | A, B y C (e before the sound of i: España e Italia)."""
        *start, end = list(items) or [""]
        if not start:
            return end
        if _SOUND_OF_I.match(_spoken(end)):
            pattern = self.pgettext("before the sound of i", "{start} and {end}")
        else:
            pattern = self.pgettext("list", "{start} and {end}")
        return pattern.format(start=self.listing(start), end=end)

    def disjunction(self, items: Iterable[str]) -> str:
        """A choice in running text: A, B or C | A, B ou C | A, B o C (u before the sound of o: Qatar u Omán)."""
        *start, end = list(items) or [""]
        if not start:
            return end
        if _SOUND_OF_O.match(_spoken(end)):
            pattern = self.pgettext("before the sound of o", "{start} or {end}")
        else:
            pattern = self.pgettext("list", "{start} or {end}")
        return pattern.format(start=self.listing(start), end=end)

    def sort_key(self, name: str) -> str:
        """The alphabetical order of the language: letter by letter, accents aside; ñ after n in Spanish."""
        text = unicodedata.normalize("NFD", name)
        if self.language is Language.ES:
            text = text.replace("n\u0303", "n\uffff").replace("N\u0303", "N\uffff")
        text = "".join(sign for sign in text if not unicodedata.combining(sign)).casefold()
        return "".join(sign for sign in text if sign.isalnum() or sign == "\uffff")


_SOUND_OF_I = re.compile(r"h?i(?![aeou])|y(?![aeiou])")
_SOUND_OF_O = re.compile(r"h?o|8|11(?!\d)")


def _spoken(text: str) -> str:
    """The letters and figures of a text from the first that is spoken, without accents or capitals."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return re.sub(r"^\W+", "", plain).casefold()


def _locale(language: Language) -> str:
    """The locale whose words are meant: British English, not American."""
    return "en_GB" if language is Language.EN else str(language)


@cache
def _month_names(language: Language, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names(width, locale=_locale(language))
    return tuple(names[month] for month in range(1, 13))


@cache
def _weekday_names(language: Language) -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names("wide", locale=_locale(language))
    return tuple(names[day] for day in range(7))


def _ordinal_form(language: Language, number: int) -> str:
    from babel import Locale

    return Locale.parse(_locale(language)).ordinal_form(number)


def _load(language: Language) -> _gettext.NullTranslations:
    """The compiled catalogue where it is fresh, else the ``.po`` file compiled in memory."""
    source = bundled("i18n") / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        with compiled.open("rb") as file:
            return _gettext.GNUTranslations(file)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        messages = read_po(file, locale=str(language))
    memory = io.BytesIO()
    write_mo(memory, messages)
    memory.seek(0)
    return _gettext.GNUTranslations(memory)


@cache
def catalog(language: Language) -> Catalog:
    """The catalogue of a language, loaded once."""
    return Catalog(language, _load(language))
