"""The sheet on which an invited State answers: instructions, locked identifiers, lists to choose from, open lines.

It is read back as a list of participants; headings and words are those that the import knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nmirf_desktop.exchange.workbook import stilled
from nmirf_desktop.i18n import Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LINES = 15
"""So many persons can be named on a sheet; a further line is a copied one."""
NARROW, WIDE = 16, 34
WHITE = "FFF5F5F5"


@dataclass(frozen=True, slots=True)
class ReplyColumn:
    """A column: its heading, what stands in each line and is locked, or the words to choose from."""

    heading: str
    fixed: str | None = None
    words: tuple[str, ...] = ()
    once: bool = False
    """Whether only the first line asks for it, as the answer of the whole delegation."""


@dataclass(frozen=True, slots=True)
class ReplySheet:
    """A sheet for one State in one language: its title, instructions in lines, and columns."""

    title: str
    instructions: tuple[str, ...]
    columns: tuple[ReplyColumn, ...]
    language: Language


def as_reply_sheet(sheet: ReplySheet) -> bytes:
    """The sheet as a workbook: what identifies a line is locked, and its only formulas are the lists to choose from.

    A list has no more than 255 letters, and no word in it a comma, as spreadsheets ask. The same sheet gives the same
    bytes.
    """
    import io

    from openpyxl import Workbook
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)  # noqa: S101  (a new workbook has one sheet)
    page.title = "1"
    book.properties.title, book.properties.language = sheet.title, str(sheet.language)
    head = _head(page, sheet)
    _lines(page, sheet, head)
    _choices(page, sheet.columns, head)
    page.freeze_panes = f"A{head + 1}"
    page.protection.sheet = True
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made = io.BytesIO()
    book.save(made)
    return stilled(made.getvalue())


def _head(page: "Worksheet", sheet: ReplySheet) -> int:
    """Title, instructions and headings; the number of the line of headings."""
    from openpyxl.styles import Alignment, Font

    for number, text in enumerate((sheet.title, *sheet.instructions), 1):
        cell = page.cell(number, 1)
        cell.value, cell.data_type = text, "s"
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)
    head = len(sheet.instructions) + 3
    for place, column in enumerate(sheet.columns, 1):
        cell = page.cell(head, place)
        cell.value, cell.data_type = column.heading, "s"
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return head


def _lines(page: "Worksheet", sheet: ReplySheet, head: int) -> None:
    from openpyxl.styles import PatternFill, Protection
    from openpyxl.utils import get_column_letter

    grey, open_ = PatternFill("solid", fgColor=WHITE), Protection(locked=False)
    for place, column in enumerate(sheet.columns, 1):
        wide = NARROW if column.words or column.fixed is not None else WIDE
        page.column_dimensions[get_column_letter(place)].width = max(wide, len(column.heading) + 2)
        for line in range(head + 1, head + 1 + LINES):
            cell = page.cell(line, place)
            cell.number_format = "@"
            if column.fixed is not None:
                cell.value, cell.data_type, cell.fill = column.fixed, "s", grey
            elif column.once and line > head + 1:
                cell.fill = grey
            else:
                cell.protection = open_


def _choices(page: "Worksheet", columns: Sequence[ReplyColumn], head: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, column in enumerate(columns, 1):
        if column.words:
            letter = get_column_letter(place)
            last = head + 1 if column.once else head + LINES
            choice = DataValidation(type="list", formula1=f'"{",".join(column.words)}"', allow_blank=True)
            choice.showErrorMessage = True
            choice.add(f"{letter}{head + 1}:{letter}{last}")
            page.add_data_validation(choice)
