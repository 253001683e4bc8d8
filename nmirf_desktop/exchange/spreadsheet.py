"""A list that leaves the program: rows of typed cells under headings, as a workbook (XLSX) or as text (CSV)."""

import datetime
from dataclasses import dataclass

from nmirf_desktop.exchange.formulas import neutralised
from nmirf_desktop.i18n import Language, catalog

Cell = str | int | float | bool | datetime.date | None
"""What a cell holds: a text, a number (finite), yes or no, a day (no moment), or nothing."""
XLSX, CSV = ".xlsx", ".csv"
"""How the names of the files end into which a list is written."""
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list as it was shown: its name, the headings of its columns, its rows, and the language of all words.

    Each row has one cell for each heading.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    language: Language


def as_csv(sheet: ListSheet) -> bytes:
    """The list as CSV: UTF-8 with a byte order mark, lines that end with CR LF, quotation marks where they are needed.

    The separator is the one that a spreadsheet expects in the language: a semicolon where a comma stands before
    decimals (French, Spanish), else a comma (RFC 4180). A double click on such a file opens it in columns in a program
    set to that language; LibreOffice, Numbers and the import of this program find the separator by themselves. A first
    line ``sep=;`` would be a row to every program but Excel, and Excel then overlooks the byte order mark; tabs in
    UTF-16 would open everywhere, and be read by few.

    Days are written as 2024-05-08, yes and no as TRUE and FALSE. A text that a spreadsheet might run has an apostrophe
    before it (:mod:`~nmirf_desktop.exchange.formulas`). What no text file holds, a NUL or half a character, becomes
    U+FFFD, the mark of a character that was lost. That a text "0012" stays a text, a CSV file cannot say.
    """
    import csv
    import io

    point = catalog(sheet.language).pgettext("before decimals", ".")
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if point == "," else ",", lineterminator="\r\n")
    writer.writerow([_written(heading, point) for heading in sheet.headings])
    writer.writerows([_written(cell, point) for cell in row] for row in sheet.rows)
    return BOM + out.getvalue().encode("utf-8")


def _written(cell: Cell, point: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return repr(cell).replace(".", point)
        case int():
            return str(cell)
        case datetime.date():
            return cell.isoformat()
        case str():
            return neutralised(sound(cell).replace("\0", "\ufffd"))


def sound(text: str) -> str:
    """A text that can be encoded: the half of a character, which no file holds, is U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
