"""What stands in the cells of a row, read as texts, days and words; what cannot be read is told as a reason."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from nmirf_desktop.domain.days import EARLIEST, TOO_LATE, can_be_meant
from nmirf_desktop.domain.intake import Cell, Correction, IntakeTable, Line, Reason, Weight
from nmirf_desktop.domain.intake.fields import fields_of
from nmirf_desktop.domain.intake.words import ANSWERS, OFFERED, compared
from nmirf_desktop.domain.lengths import has_lines
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.text import one_line
from nmirf_desktop.i18n import N_
from nmirf_desktop.i18n.reading import DateColumn, DateOrder, read_date, read_dates

T = TypeVar("T")

DATES = (
    *("since", "last_day", "letter_date", "mechanism_since", "answered_on"),
    *("on", "begins_on", "ends_on", "recorded_on", "consented_on", "withdrawn_on", "prepared_on", "sent_on"),
    *("renewed_on", "published_on", "due_on", "begun_on", "done_on", "given_up_on"),
)
"""The fields that hold a day."""
NO_END = datetime.date.max
"""As a last day, what a database writes where there is none."""

_NOT_A_DAY = N_("“{text}” is not a day that can be read: write it as in 2024-05-09.")
_TWO_DAYS = N_(
    "“{text}” may be two days, for the list writes some dates with the day first and some with the month: "
    "write it as in 2024-05-09."
)
MAY_BE = N_(
    "“{text}” is read as {day}, and may be {other}: nothing in its column shows whether the day or the month comes "
    "first. Choose it for the whole list, or write the date as in 2024-05-09."
)
READ_AS = N_("“{text}” is the number by which a spreadsheet counts days, and is read as {day}.")
_TOO_EARLY = N_("{day} is before the United Nations were founded: the spreadsheet has mistaken the date.")
_UNKNOWN_WORD = N_("“{text}” is not one of the words for “{column}”: {words}.")
_COUNTED = re.compile(r"(\d{5,6})(?:\.\d+)?")
"""A day as a spreadsheet counts it, in a cell that was not formatted as a date; a year has four figures."""
_BEFORE_FIRST = datetime.date(1899, 12, 30)
"""The day that a spreadsheet would count as 0, for all that it counts after February 1900."""
_SHOWN = 60
_NOTHING = frozenset({"-", "–", "—", "--", "/", "n/a", "n.a.", "n/d", "s/d", "s.o.", "…", "...", "?", "tbc", "tbd"})
"""What is written into a cell that has nothing to say."""
_MARKED = frozenset({"status", "group", "gender", "form_of_address", "interest", "adoption"})
"""Fields in which a dash is an answer."""


def text_of(cell: Cell) -> str:
    """A cell as text: a whole number without a needless decimal, a day in its ISO form."""
    match cell:
        case None:
            return ""
        case str():
            return cell.strip()
        case bool():
            return str(cell)
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)


def shown(text: str) -> str:
    """A text as a message repeats it: one line, of bounded length."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _counted(text: str) -> datetime.date | None:
    """The day that a number counts in a spreadsheet; ``None`` for what is none, or no day that can be meant."""
    match = _COUNTED.fullmatch(text)
    if match is None:
        return None
    day = _BEFORE_FIRST + datetime.timedelta(days=int(match[1]))
    return day if can_be_meant(day) else None


class ListDates:
    """The days of a list, each column read as a whole: it may prove that its months stand first.

    *chosen* is the order of days and months in columns that do not prove one.
    """

    def __init__(self, table: IntakeTable, chosen: DateOrder | None = None) -> None:
        self._chosen = chosen
        self._read: dict[str, DateColumn] = {}
        self._places: dict[int, int] = {line.number: place for place, line in enumerate(table.lines)}
        for name in DATES:
            column = table.columns.get(name)
            if column is not None:
                self._read[name] = read_dates((_text_at(line, column) for line in table.lines), chosen)

    def notes(self) -> Iterable[tuple[str, DateOrder]]:
        """The columns whose dates might have been read otherwise, with how they were read."""
        return ((name, read.order) for name, read in self._read.items() if read.order is not DateOrder.CLEAR)

    def day(self, name: str, number: int) -> tuple[datetime.date | None, datetime.date | None]:
        """The day of a line's cell, if it says one, and the other one that it may say."""
        place = self._places[number]
        return self._read[name].days[place], self._read[name].others[place]

    def typed(self, name: str, text: str) -> tuple[datetime.date | None, datetime.date | None]:
        """The same of a text that was put into a line: in the order of its column."""
        order = self.order(name)
        shows = order in {DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.CONTRADICTORY}
        read = read_dates((text,), order if shows else self._chosen)
        return read.days[0], read.others[0]

    def order(self, name: str) -> DateOrder:
        """How the days of a column were read."""
        return self._read[name].order if name in self._read else DateOrder.CLEAR


def _text_at(line: Line, column: int) -> str:
    cell = line.cells[column] if column < len(line.cells) else None
    return cell if isinstance(cell, str) else ""


class RowCells:
    """The cells of one row by the names of their fields, those put right by hand before those of the list.

    What is read of them gathers in *reasons*.
    """

    def __init__(self, line: Line, table: IntakeTable, correction: Correction, dates: ListDates) -> None:
        self.number = line.number
        self.reasons: list[Reason] = []
        self._line = line
        self._columns, self._fields = table.columns, fields_of(table.kind)
        self._by_hand = correction.cells
        self._dates = dates
        self._texts: dict[str, str] = {}

    def cell(self, name: str) -> Cell:
        """What stands in a field; ``None`` where the list has no such column."""
        if name in self._by_hand:
            return self._by_hand[name]
        column = self._columns.get(name)
        return self._line.cells[column] if column is not None and column < len(self._line.cells) else None

    def all(self) -> Mapping[str, Cell]:
        """Every field that the list has or that was added by hand."""
        return {name: self.cell(name) for name in dict.fromkeys((*self._columns, *self._by_hand))}

    def has(self, name: str) -> bool:
        """Whether the list has a column of a field, or its cell was put right by hand."""
        return name in self._columns or name in self._by_hand

    def text(self, name: str) -> str:
        """A field's text, on one line where the register keeps one; empty where a formula failed, which is told."""
        if name not in self._texts:
            self._texts[name] = self._text(name)
        return self._texts[name]

    def _text(self, name: str) -> str:
        cell = self.cell(name)
        if cell is None:
            return ""
        problem = getattr(cell, "problem", None)
        if problem is not None:
            self.reasons.append(Reason.of(problem, name))
            return ""
        text = text_of(cell)
        if name not in _MARKED and text.casefold() in _NOTHING:
            return ""
        return text if has_lines(name) or name in {"emails", "telephones"} else one_line(text)

    def day(self, name: str, weight: Weight = Weight.ERROR) -> datetime.date | None:
        """A field's day; a text that is none, or none that can be meant, is told with a *weight*."""
        text = self.text(name)
        if not text:
            return None
        cell = self.cell(name)
        counted = _counted(text)
        if counted is not None:
            self.say(Weight.WARNING, READ_AS, name, text=shown(text), day=counted)
            return counted
        found, other = (cell, None) if isinstance(cell, datetime.date) else self._read(name, text)
        if found is None:
            doubtful = self._dates.order(name) is DateOrder.CONTRADICTORY and read_date(text) is not None
            self.say(weight, _TWO_DAYS if doubtful else _NOT_A_DAY, name, text=shown(text))
        elif found == NO_END and name == "last_day":
            return None
        elif not can_be_meant(found):
            self.say(weight, _TOO_EARLY if found < EARLIEST else TOO_LATE, name, day=found)
            return None
        elif other is not None:
            self.say(Weight.WARNING, MAY_BE, name, text=shown(text), day=found, other=other)
        return found

    def _read(self, name: str, text: str) -> tuple[datetime.date | None, datetime.date | None]:
        if name in self._by_hand:
            return self._dates.typed(name, text)
        return self._dates.day(name, self.number) if isinstance(self.cell(name), str) else (None, None)

    def word(
        self, name: str, known: Mapping[str, T], weight: Weight = Weight.ERROR, offered: Iterable[str] = ()
    ) -> T | None:
        """Which of the *known* words a field holds; another one is told with a *weight*, and those *offered*."""
        text = self.text(name)
        if not text:
            return None
        found = known.get(compared(text))
        if found is None:
            own = Listed(tuple(map(Phrase, tuple(offered) or OFFERED[name])))
            self.say(weight, _UNKNOWN_WORD, name, text=shown(text), column=Phrase(self._fields[name].label), words=own)
        return found

    def answer(self, name: str) -> bool | None:
        """Yes or no; a day in the field is a yes."""
        if isinstance(self.cell(name), datetime.date) or read_date(self.text(name)) is not None:
            return True
        return self.word(name, ANSWERS)

    def say(self, weight: Weight, message: str, field: str = "", **values: object) -> None:
        """Add a reason, once; *message* is a marked constant."""
        reason = Reason(weight, Phrase(message, values), field)
        if reason not in self.reasons:
            self.reasons.append(reason)

    def wrong(self) -> bool:
        """Whether a reason keeps the row out."""
        return any(reason.weight is Weight.ERROR for reason in self.reasons)
