"""Texts for translators as a workbook (XLSX): a protected sheet with two open columns, and nothing that is run."""

import io
from typing import TYPE_CHECKING, Any

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.translations import HEADINGS, OPEN, TableRow, TranslationTable
from nmirf_desktop.exchange.formulas import armed
from nmirf_desktop.exchange.workbook import MOST_LETTERS, PLAIN, TOO_LONG, escaped
from nmirf_desktop.paths import TITLE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (16, 26, 10, 52, 52, 14, 26)
"""The widths of the columns, in letters."""
_FACE = "Calibri"
_GREY, _SHADE = "FF808080", "FFF0F0F0"
_PAGE_A4, _BIG = 9, 14


def as_workbook(table: TranslationTable) -> bytes:
    """The texts below what is to be done with them; each text is a text, whatever it begins with.

    Raises:
        Problem: a text is longer than a cell holds; nothing is ever cut.
    """
    from openpyxl import Workbook

    book = Workbook()
    about = book.properties
    about.title, about.language, about.creator = escaped(table.title), str(table.language), TITLE
    (page,) = book.worksheets
    page.title = table.language.upper()
    head = len(table.lines) + 3
    _say(page, table, head)
    for number, row in enumerate(table.rows, head + 1):
        _fill(page, number, row)
    _arrange(page, head)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _say(page: "Worksheet", table: TranslationTable, head: int) -> None:
    """The title, what is to be done, and the headings."""
    from openpyxl.styles import Alignment, Font

    for number, text in enumerate((table.title, *table.lines), 1):
        cell = _put(page, number, 1, text)
        cell.alignment = Alignment(vertical="top")
        cell.font = Font(name=_FACE, bold=True, size=_BIG) if number == 1 else Font(name=_FACE)
    for column, text in enumerate(table.headings, 1):
        _put(page, head, column, text).font = Font(name=_FACE, bold=True)


def _fill(page: "Worksheet", number: int, row: TableRow) -> None:
    from openpyxl.styles import Font, PatternFill, Protection

    texts = (row.identifier, row.where, row.source_language.upper(), row.source, row.target, row.state, "")
    for column, (heading, text) in enumerate(zip(HEADINGS, texts, strict=True), 1):
        cell = _put(page, number, column, text)
        if heading in OPEN:
            cell.protection = Protection(locked=False)
        else:
            cell.fill = PatternFill("solid", fgColor=_SHADE)
    page.cell(number, 1).font = Font(name=_FACE, size=6, color=_GREY)


def _put(page: "Worksheet", row: int, column: int, text: str) -> Any:
    from openpyxl.styles import Alignment

    written = escaped(text)
    if len(written.encode("utf-16-le")) // 2 > MOST_LETTERS:
        raise Problem(TOO_LONG, {"row": row, "column": HEADINGS[column - 1]})
    cell: Any = page.cell(row, column)
    cell.value = written or None
    if written:
        cell.data_type = "s"  # whatever it begins with, it is no formula
    cell.number_format = "@" if len(written) <= PLAIN else "General"
    cell.quotePrefix = armed(text)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _arrange(page: "Worksheet", head: int) -> None:
    """Widths, what stays in sight, the printed page, and the protection: from slips, so without a password."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in enumerate(WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes, page.print_title_rows = f"A{head + 1}", f"{head}:{head}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _PAGE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
