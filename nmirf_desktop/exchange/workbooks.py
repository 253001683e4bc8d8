"""Lists in workbooks: Excel's of any age and OpenDocument's, read with calamine once it is known what they hold."""

import datetime
import io
import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import NO_TABLE, Cell, Line, Sheet, cell_of, line_of
from nmirf_desktop.exchange.old_workbooks import survey_old
from nmirf_desktop.exchange.packages import DAMAGED, PROTECTED, survey
from nmirf_desktop.exchange.survey import Survey

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
        sheets = tuple(_sheets(content, surveys))
    except PasswordError as error:
        raise Problem(PROTECTED, {"file": name}) from error
    except CalamineError as error:
        raise Problem(DAMAGED, {"file": name}) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise Problem(DAMAGED, {"file": name}) from error
    if not sheets:
        raise Problem(NO_TABLE, {"file": name})
    return sheets


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
    begin: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (first, column), (last, _) in sheet.merged_cell_ranges or known.merged:
        if last > first:
            begin[first].append((column, last))
    held: dict[int, tuple[int, Cell]] = {}
    for number, cells in enumerate(_cells(sheet, known)):
        for column, last in begin.get(number, ()):
            if column < len(cells) and cells[column] is not None:
                held[column] = (last, cells[column])
        held = {column: (last, cell) for column, (last, cell) in held.items() if last >= number}
        for column, (_, cell) in held.items():
            _put(cells, column, cell)
        line = line_of(number + 1, cells)
        if line is not None:
            yield line


def _cells(sheet: "CalamineSheet", known: Survey) -> Iterator[list[Cell]]:
    """The cells of each line from the first, those that failed among them, which calamine gives as empty or not."""
    failed: defaultdict[int, list[int]] = defaultdict(list)
    for line, column in known.failed:
        failed[line].append(column)
    height = max(sheet.end[0] + 1 if sheet.end else 0, max(failed, default=-1) + 1)
    left = sheet.start[1] if sheet.start else 0
    texts: dict[str, str] = {}
    for number, row in zip(range(height), itertools.chain(sheet.iter_rows(), itertools.repeat([])), strict=False):
        cells: list[Cell] = [None] * left
        cells += [_cell(texts.setdefault(value, value) if isinstance(value, str) else value) for value in row]
        for column in failed.get(number, ()):
            _put(cells, column, known.failed[number, column])
        yield cells


def _put(cells: list[Cell], column: int, cell: Cell) -> None:
    """Put a cell where none is yet."""
    cells.extend([None] * (column + 1 - len(cells)))
    if cells[column] is None:
        cells[column] = cell


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
