"""Dates and times as the United Nations writes them in each language."""

import datetime

from nmirf_desktop.i18n.cldr import city_of_zone, month_names, weekday_names
from nmirf_desktop.i18n.words import Words

NOON = 12


class Dates(Words):
    """Dates, spans of dates and times of day. A space that must not break is U+00A0."""

    def date(self, day: datetime.date) -> str:
        """A date in full: 8 May 2024 | 8 mai 2024, 1er mai 2024 | 8 de mayo de 2024."""
        pattern = self.pgettext("date", "{day} {month} {year}")
        return pattern.format(day=self._day(day), month=self._month(day), year=day.year)

    def date_with_weekday(self, day: datetime.date) -> str:
        """A date with its weekday: Wednesday, 8 May 2024 | mercredi 8 mai 2024 | miércoles 8 de mayo de 2024."""
        return self.pgettext("date", "{weekday}, {date}").format(weekday=self.weekday(day), date=self.date(day))

    def short_date(self, day: datetime.date) -> str:
        """A date for dense tables, its month abbreviated: 8 Sept 2024 | 8 sept. 2024 | 8 sept. 2024."""
        month = month_names(self.language, "abbreviated")[day.month - 1]
        return self.pgettext("short date", "{day} {month} {year}").format(
            day=self._day(day), month=month, year=day.year
        )

    def weekday(self, day: datetime.date) -> str:
        """The name of the day of the week."""
        return weekday_names(self.language)[day.weekday()]

    def month(self, day: datetime.date) -> str:
        """Month and year: May 2024 | mai 2024 | mayo de 2024."""
        return self.pgettext("month", "{month} {year}").format(month=self._month(day), year=day.year)

    def month_name(self, number: int) -> str:
        """The name of a month by its number, from 1 for January."""
        return month_names(self.language, "wide")[number - 1]

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

    def date_range_of_year(self, first: datetime.date, last: datetime.date) -> str:
        """As :meth:`date_range` without the year, where all that is told is of one: 8 and 9 May; 30 April–2 May.

        Raises ``ValueError`` where the last day is before the first, or of another year.
        """
        if first.year != last.year:
            raise ValueError(f"{last} is not of the year of {first}")
        start, _, length = self._ends(first, last)
        end = self.pgettext("date", "{day} {month}").format(day=self._day(last), month=self._month(last))
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
        return self.month_name(day.month)

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

    def hours(self, starts: datetime.time, ends: datetime.time) -> str:
        """From when to when, in tables: 10:00–13:00 | 10:00-13:00 | 10:00–13:00, as spans of dates are written."""
        return self.pgettext("hours", "{starts}–{ends}").format(starts=self.clock(starts), ends=self.clock(ends))

    def printed_clock(self, moment: datetime.time) -> str:
        """A time of day in the tables of a document: 10:00, 15:05 | 10 heures, 15 h 5 | 10.00, 15.05.

        French writes it as in running text, without a nought before the minutes.
        """
        if moment.minute:
            pattern = self.pgettext("time in a printed table", "{hour}:{minute:02}")
        else:
            pattern = self.npgettext("time in a printed table", "{hour}:00", "{hour}:00", moment.hour)
        return pattern.format(hour=moment.hour, minute=moment.minute)

    def printed_hours(self, starts: datetime.time, ends: datetime.time) -> str:
        """From when to when, in the tables of a document: 10:00–13:00 | 10 heures-13 heures | 10.00–13.00."""
        spans = self.pgettext("hours", "{starts}–{ends}")
        return spans.format(starts=self.printed_clock(starts), ends=self.printed_clock(ends))

    def utc_offset(self, offset: datetime.timedelta) -> str:
        """How far a local time is from Coordinated Universal Time: UTC−3, UTC+5:30, UTC."""
        minutes = round(offset.total_seconds() / 60)
        if not minutes:
            return "UTC"
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")

    def city(self, zone: str) -> str:
        """The city by which a time zone is called: Europe/Lisbon is Lisbon | Lisbonne | Lisboa."""
        return city_of_zone(self.language, zone)
