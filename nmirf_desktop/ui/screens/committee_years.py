"""The Committee's seats as a list, its mandate in one line, and who sat when by year."""

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_name
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import CommitteeHistory, SeatLine
from nmirf_desktop.ui.charts import SeatSpell, SeatsTimeline
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.groups import group_letters, group_name, group_whole
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Section
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.theme import Tone


def _state(line: SeatLine, words: Catalog) -> str:
    return line.state.said_in(words)


def _by_state(line: SeatLine, words: Catalog) -> str:
    return words.sort_key(line.state.said_in(words))


def _person(line: SeatLine, words: Catalog) -> str:
    return line.person.label(words.language) if line.person else words.gettext("not named yet")


def _part(line: SeatLine, words: Catalog) -> str:
    return words.gettext("Coordinator") if line.coordinates else ""


def _first(line: SeatLine, words: Catalog) -> str:
    return words.short_date(line.first_day)


def _from(line: SeatLine, _words: Catalog) -> datetime.date:
    return line.first_day


def _last(line: SeatLine, words: Catalog) -> str:
    return words.short_date(line.last_day) if line.last_day else ""


def _region(line: SeatLine, words: Catalog, grouped: Callable[[RegionalGroup | None, Catalog], str]) -> str:
    """The region of a seat by the practice of the day: a regional group, or a continent by its one name (R29)."""
    if line.regions is Option.REGIONAL_GROUP:
        return grouped(line.state.group, words)
    return words.gettext(region_name(line.state, line.regions))


def _region_mark(line: SeatLine) -> Mark:
    """The hue and shape of a regional group; a continent has a quiet ring, for hues belong to the groups."""
    if line.regions is Option.REGIONAL_GROUP:
        return Mark("circle", group=line.state.group)
    return Mark("circle", Tone.MUTED)


COLUMNS: tuple[Column[SeatLine], ...] = (
    Column(N_("State"), _state, _by_state, least=12),
    Column(N_("Function"), _part, mark=lambda line: Mark("star", Tone.NEUTRAL) if line.coordinates else None),
    Column(
        N_("Group"),
        lambda line, words: _region(line, words, group_name),
        mark=_region_mark,
        whole=lambda line, words: _region(line, words, group_whole),
        brief=lambda line, words: _region(line, words, group_letters),
        least=4,
    ),
    Column(N_("Representative"), _person, stretch=True),
    Column(N_("First day"), _first, _from, cell=_from, spare=True),
    Column(
        N_("Last day"),
        _last,
        lambda line, _words: line.last_day or datetime.date.max,
        cell=lambda line, _words: line.last_day,
        spare=True,
    ),
)
"""The columns of the seats in office."""


class Mandate(QWidget):
    """The mandate in course in one line, acting and vacant seats included."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._rows = FactRows(language)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._rows)

    def load(self, history: CommitteeHistory, on: datetime.date) -> None:
        """Show the mandate as of a day."""
        self._rows.show_rows(_mandate(history, on, self._language.words))
        self.setVisible(history.current is not None)


def _mandate(history: CommitteeHistory, on: datetime.date, words: Catalog) -> list[FactRow]:
    current = history.current
    if current is None:
        return []
    period = current.term.period
    first, last = words.date(period.start), words.date(period.last_day or on)
    if current.acting:
        text = words.gettext("Acting: the mandate of {first} to {last} has ended and has not been renewed.")
        rows = [FactRow((text.format(first=first, last=last),), mark=Mark("triangle-alert", Tone.ATTENTION))]
    else:
        text = words.gettext("Mandate from {first} to {last}")
        rows = [FactRow((text.format(first=first, last=last),), mark=Mark("calendar-range", Tone.MUTED))]
    if count := history.vacancies:
        vacant = words.ngettext("{n} seat is vacant", "{n} seats are vacant", count).format(n=count)
        rows.append(FactRow((vacant,), mark=Mark("triangle-alert", Tone.ATTENTION)))
    return rows


class Years(Section):
    """Who sat in which seat, by year; the line is the day that is looked at."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("By year"), language)
        self.chart = SeatsTimeline(language)
        self.chart.setAccessibleName(language.words.gettext("By year"))
        self.add(self.chart)

    def load(self, history: CommitteeHistory, states: Mapping[StateCode, State], on: datetime.date) -> None:
        """Show the mandates around a day."""
        history = history.around(on)
        words, span = self._language.words, history.span
        self.setVisible(span is not None)
        if span is None:
            return
        spells = [
            SeatSpell(
                row=row,
                name=states[seat.state].said_in(words),
                group=states[seat.state].group,
                start=history.period(seat).start,
                end=history.period(seat).end,
                coordinator=seat.key in history.has_coordinated,
            )
            for row, seat in history.by_row
        ]
        self.chart.show_seats(spells, span, on)
