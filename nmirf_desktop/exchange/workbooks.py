"""Lists in workbooks: Excel's of any age and OpenDocument's, read with calamine once it is known what they hold."""

import datetime
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import Cell, Line, Sheet, cell_of, line_of
from nmirf_desktop.exchange.old_workbooks import survey_old
from nmirf_desktop.exchange.packages import DAMAGED, PROTECTED, survey
from nmirf_desktop.exchange.survey import Merged, Survey

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_FIRST_YEAR = 1902
"""Before it, a date is a number that was only shown as one: 0 is "00/01/1900"."""
_EPOCH, _LEAP = datetime.datetime(1899, 12, 30), datetime.datetime(1900, 3, 1)  # noqa: DTZ001  (no time zone)
_SURE = 2**53
_PANIC = "PanicException"
"""What calamine raises where it meets what it did not expect; it has no name that could be imported."""


def read_package(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook in a zip file: XLSX, XLSM or ODS.

    Raises ``Problem`` for one that is damaged, protected, or too large when it is unpacked.
    """
    return _read(content, name, survey(content, name))


def read_old_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook as Excel wrote it until 2003. Raises ``Problem`` as above."""
    whole, surveys = survey_old(content, name)
    return _read(whole, name, surveys)


def _read(content: bytes, name: str, surveys: tuple[Survey, ...]) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, PasswordError

    try:
        return tuple(_sheets(content, surveys))
    except PasswordError as error:
        raise Problem(PROTECTED, {"file": name}) from error
    except CalamineError as error:
        raise Problem(DAMAGED, {"file": name}) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise Problem(DAMAGED, {"file": name}) from error


def _sheets(content: bytes, surveys: tuple[Survey, ...]) -> Iterator[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    with load_workbook(io.BytesIO(content)) as workbook:
        for place, told in enumerate(workbook.sheets_metadata):
            if told.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
                known = surveys[place] if place < len(surveys) else Survey()
                lines = tuple(_lines(workbook.get_sheet_by_index(place), known))
                yield Sheet(told.name, lines, hidden=told.visible is not SheetVisibleEnum.Visible)


def _lines(sheet: "CalamineSheet", known: Survey) -> Iterator[Line]:
    """The lines of a sheet; what is merged down stands in each line that it spans."""
    texts: dict[str, str] = {}
    left = sheet.start[1] if sheet.start else 0
    begin = _begins(sheet.merged_cell_ranges or known.merged, sheet.end)
    failed = _by_line(known)
    held: dict[int, tuple[int, Cell]] = {}
    for number, row in enumerate(sheet.iter_rows()):
        cells: list[Cell] = [None] * left
        cells += [_cell(texts.setdefault(value, value) if isinstance(value, str) else value) for value in row]
        for column in failed.get(number, ()):
            cells += [None] * (column + 1 - len(cells))
            cells[column] = known.failed[number, column]
        for column, last in begin.get(number, ()):
            held[column] = (last, cells[column])
        if held:
            held = {column: (last, cell) for column, (last, cell) in held.items() if last >= number}
            for column, (_, cell) in held.items():
                cells[column] = cell if cells[column] is None else cells[column]
        line = line_of(number + 1, cells)
        if line is not None:
            yield line


def _begins(merged: Iterable[Merged], end: tuple[int, int] | None) -> dict[int, list[tuple[int, int]]]:
    """By the line where they begin, the ranges that are merged down: their column and their last line."""
    begin: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (first, column), (last, _) in merged:
        if end is not None and last > first and column <= end[1]:
            begin[first].append((column, last))
    return begin


def _by_line(known: Survey) -> dict[int, list[int]]:
    """By line, the columns whose formula gave no value."""
    lines: defaultdict[int, list[int]] = defaultdict(list)
    for line, column in known.failed:
        lines[line].append(column)
    return lines


def _cell(value: "Value") -> Cell:
    """A value of calamine as a cell: a date without its midnight, a whole number without its decimal."""
    match value:
        case str():
            return cell_of(value)
        case bool():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < _SURE else value
        case datetime.datetime():
            return _day(value)
        case datetime.date():
            return _day(datetime.datetime.combine(value, datetime.time()))
        case datetime.time():
            return value.isoformat("minutes") if value != datetime.time() else 0
        case datetime.timedelta():
            return value / datetime.timedelta(days=1)
        case _:
            return value


def _day(moment: datetime.datetime) -> Cell:
    if moment.year < _FIRST_YEAR:
        days = (moment - _EPOCH) / datetime.timedelta(days=1) - (1 if moment < _LEAP else 0)
        return int(days) if days.is_integer() else days
    return moment.date() if moment.time() == datetime.time() else moment.isoformat(timespec="minutes")
