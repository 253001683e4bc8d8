"""A list as a workbook: texts that stay texts, real days and numbers, and the same bytes for the same list."""

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.formulas import armed
from nmirf_desktop.exchange.spreadsheet import Cell, ListSheet, sound
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import TITLE

if TYPE_CHECKING:
    from openpyxl.cell import Cell as PageCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_LETTERS, MOST_DIGITS = 1_048_576, 32_767, 15
"""What a sheet, a cell and a number hold; letters are counted in UTF-16, as spreadsheets do."""
FIRST_DAY = datetime.date(1900, 3, 1)
"""The first day that all spreadsheets count alike: before it lies a 29 February 1900, which never was."""
LONGEST_TAB, PLAIN = 31, 255
"""The letters of a sheet's name, and of a text that its cell calls a text: a longer one is shown as ####."""
NARROWEST, WIDEST, ARROW = 8, 60, 4
"""The least and the greatest width of a column in letters, and what the arrow of the filter takes."""
TOO_MANY = N_(
    "The list has more rows than a sheet holds, which is 1,048,575. "
    "No file was written; show fewer rows, or export the list as CSV."
)
TOO_LONG = N_(
    "The text in row {row}, column “{column}”, is longer than the 32,767 characters that a cell holds. "
    "No file was written; shorten it, or export the list as CSV."
)
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML has no character for, or another one, and the beginning of what would be read as such a one."""
_LOST = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""What is no character at all."""
_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def as_xlsx(sheet: ListSheet) -> bytes:
    """The list as a workbook of one sheet, its headings bold, kept in sight, with a filter, and on each printed page.

    A text is stored as a text whatever it begins with, and stays one when its cell is edited: "=1+1", "+595 21",
    "0012", "1-2". Days have the form 2024-05-08. Characters that XML does not know are written as ``_x0000_``, which
    spreadsheets read back (ECMA-376, ``ST_Xstring``); half a character, and what is none, becomes U+FFFD. Days before
    March 1900 and whole numbers of more than 15 digits are written as texts, since no spreadsheet holds them. Neither
    the moment nor the machine is in the file.

    Raises:
        Problem: a text is too long for a cell, which is named, or there are too many rows; nothing is ever cut.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    _check(sheet)
    book = Workbook(write_only=True)
    about = book.properties
    about.title, about.language, about.creator = escaped(sheet.title), str(sheet.language), TITLE
    page = book.create_sheet(_tab(sheet.title))
    page.freeze_panes, page.print_title_rows = "A2", "1:1"
    page.auto_filter.ref = f"A1:{get_column_letter(max(1, len(sheet.headings)))}{len(sheet.rows) + 1}"
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    return stilled(_packed(book, _written(page, sheet)))


def _check(sheet: ListSheet) -> None:
    """Raise :class:`Problem` where a list does not fit into a workbook."""
    if len(sheet.rows) >= MOST_ROWS:
        raise Problem(TOO_MANY)
    for number, row in enumerate(sheet.rows, 2):
        for heading, value in zip(sheet.headings, row, strict=True):
            if isinstance(value, str) and len(escaped(value).encode("utf-16-le")) // 2 > MOST_LETTERS:
                raise Problem(TOO_LONG, {"row": number, "column": heading})


def _written(page: "WriteOnlyWorksheet", sheet: ListSheet) -> bytes:
    """The page as XML, made in memory: no list lies in the folder of temporary files, where others may read it."""
    import io

    from openpyxl.worksheet._writer import WorksheetWriter

    writer = WorksheetWriter(page, io.BytesIO())
    writer.write_top()
    stream: Any = writer.xf.send(True)
    with stream.element("sheetData"):
        for number, cells in enumerate(_lines(page, sheet), 1):
            writer.write_row(stream, cells, number)
    writer.xf.send(None)
    writer.write_tail()
    return writer.read()


def _lines(page: "WriteOnlyWorksheet", sheet: ListSheet) -> "Iterator[list[PageCell]]":
    """The line of headings, then the rows."""
    from openpyxl.cell import Cell as PageCell
    from openpyxl.styles import Alignment, Font

    bold, top, wrapped = Font(bold=True), Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)

    def made(value: Cell, row: int, column: int) -> PageCell:
        if not isinstance(value, str):
            cell = PageCell(page, row, column, value)
            cell.alignment = top
            return cell
        text = escaped(value)
        cell = PageCell(page, row, column, text)
        cell.data_type = "s"
        cell.number_format = "@" if len(text) <= PLAIN else "General"
        cell.quotePrefix = armed(value)
        cell.alignment = wrapped if len(text) > WIDEST or "\n" in text else top
        return cell

    heads = [made(heading, 1, column) for column, heading in enumerate(sheet.headings, 1)]
    for head in heads:
        head.font = bold
    yield heads
    for number, row in enumerate(sheet.rows, 2):
        yield [made(_storable(value), number, column) for column, value in enumerate(row, 1) if value is not None]


def _storable(value: Cell) -> Cell:
    """The value, or its text where no spreadsheet holds it."""
    if isinstance(value, datetime.date):
        return value if value >= FIRST_DAY else value.isoformat()
    if isinstance(value, int) and len(str(abs(value))) > MOST_DIGITS:
        return str(value)
    return value


def escaped(text: str) -> str:
    """A text as the XML of a workbook can hold it, whole (ECMA-376, ``ST_Xstring``)."""
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", sound(text).translate(_LOST))


def _tab(title: str) -> str:
    """The name of the sheet: without the signs that it may not have; one that is too long ends with a whole word."""
    name = " ".join(_NOT_IN_A_TAB.sub(" ", escaped(title)).split())
    if len(name) > LONGEST_TAB:
        whole = name[:LONGEST_TAB].rpartition(" ")[0]
        name = f"{whole or name[: LONGEST_TAB - 1]}…"
    return name.strip(" '") or "1"


def _widths(sheet: ListSheet) -> list[int]:
    """The width of each column in letters, by what is longest in it."""
    longest = [len(heading) + ARROW for heading in sheet.headings]
    for row in sheet.rows:
        for column, value in enumerate(row):
            if value is not None:
                longest[column] = max(longest[column], *map(len, str(value).split("\n")))
    return [min(WIDEST, max(NARROWEST, length + 2)) for length in longest]


def _packed(book: "Workbook", content: bytes) -> bytes:
    """The book with the content of its one page."""
    import io
    from zipfile import ZipFile

    from openpyxl.writer.excel import ExcelWriter

    class FromMemory(ExcelWriter):
        def write_worksheet(self, ws: "Worksheet") -> None:
            archive.writestr(ws.path.removeprefix("/"), content)
            self.manifest.append(ws)

    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        FromMemory(book, archive).write_data()
    return made.getvalue()


def stilled(made: bytes) -> bytes:
    """The parts of a workbook, always in one order, without the moment at which they were made and packed."""
    import io
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    from openpyxl.xml.constants import ARC_CORE

    out = io.BytesIO()
    with ZipFile(io.BytesIO(made)) as parts, ZipFile(out, "w") as still:
        for name in sorted(parts.namelist()):
            entry = ZipInfo(name)
            entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
            content = parts.read(name)
            still.writestr(entry, _timeless(content) if name == ARC_CORE else content)
    return out.getvalue()


def _timeless(about: bytes) -> str | bytes:
    """What a workbook says of itself but for when it was made and changed."""
    from openpyxl.xml.constants import DCTERMS_NS
    from openpyxl.xml.functions import fromstring, tostring

    said = fromstring(about)
    for moment in said.findall(f"{{{DCTERMS_NS}}}*"):
        said.remove(moment)
    return tostring(said)
