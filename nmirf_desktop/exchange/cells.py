"""What a list is made of when it has been read, whatever file it came in."""

import datetime
import unicodedata
from dataclasses import dataclass

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

LONGEST = 32_767
"""The most signs of a cell, as in a spreadsheet."""
MOST_LINES, MOST_COLUMNS = 1_048_576, 16_384
"""The most lines and columns of a sheet, as in a spreadsheet."""
NO_TABLE = N_("The file {file} is not a table that can be read: ask for the list as XLSX, ODS or CSV.")
_ALPHABET = 26
_NO_VALUE = "="
_ERRORS = frozenset(
    f"#{name}"
    for names in (
        ("NULL!", "DIV/0!", "VALUE!", "REF!", "NAME?", "NUM!", "N/A", "GETTING_DATA", "SPILL!", "CALC!", "FIELD!"),
        ("NUL!", "VALEUR!", "NOM?", "NOMBRE!", "¡NULO!", "¡DIV/0!", "¡VALOR!", "¡REF!", "¿NOMBRE?", "¡NUM!"),
    )
    for name in names
)
"""The errors of a formula, as spreadsheets write them in the three languages."""
_JOINERS = "\u200c\u200d"
"""Invisible signs that change the letters beside them in Persian and Indian scripts: they belong to a name."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A cell whose formula gave an error, such as "#REF!", or "=" where the file does not hold the formula's value."""

    code: str

    @property
    def problem(self) -> Problem:
        """What is wrong with the cell, and what to do."""
        if self.code == _NO_VALUE:
            return Problem(N_("The value of a formula is not in the file: open it in a spreadsheet and save it again."))
        return Problem(N_("A formula gives “{error}”: correct it in the list."), {"error": self.code})


NO_VALUE = Failed(_NO_VALUE)

Cell = str | int | float | bool | datetime.date | Failed | None
"""A cell's value as the file has it; ``None`` is an empty one. A date has no time of day; one that has is text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number as the spreadsheet shows it, from 1; its last cell is not empty."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a file of text is written: the name of its encoding, whether that was guessed, and what separates cells."""

    encoding: str
    guessed: bool
    separator: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its lines that are not empty. *writing* tells of a file of text, which has one sheet."""

    name: str
    lines: tuple[Line, ...]
    hidden: bool = False
    writing: Writing | None = None


def text_of(cell: Cell) -> str:
    """A cell as text: numbers without a needless decimal, dates in ISO form, an error as its code.

    Spaces of all kinds are single plain ones, none at the ends; line breaks stay. What is invisible is left out, and
    letters with accents are single characters.
    """
    match cell:
        case None:
            return ""
        case str():
            return _tidy(cell)
        case bool():
            return str(cell).upper()
        case float():
            return f"{cell:.15g}"
        case Failed():
            return cell.code
        case _:
            return str(cell)


def _tidy(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    lines = (" ".join("".join(map(_visible, line)).split()) for line in composed.splitlines())
    return "\n".join(lines).strip().strip(_JOINERS)


def _visible(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in {"Zs", "Zl", "Zp"} or sign == "\t":
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} and sign not in _JOINERS else sign


def column_name(column: int) -> str:
    """A column, from 0, as the spreadsheet names it: A to Z, then AA."""
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % _ALPHABET) + name
        column = column // _ALPHABET - 1
    return name


def cell_of(text: str) -> Cell:
    """The cell that holds a text: ``None`` for no visible sign, an error for its code, else the text as it is."""
    if not text or not (text[0].isalnum() or _tidy(text)):
        return None
    return Failed(text.strip().upper()) if text.lstrip()[:1] == "#" and text.strip().upper() in _ERRORS else text


def line_of(number: int, cells: list[Cell]) -> Line | None:
    """The line of these cells without empty ones at its end, or ``None`` where all are empty.

    Raises ``Problem`` for a cell or a line that is longer than any of a spreadsheet.
    """
    length = len(cells)
    while length and cells[length - 1] is None:
        length -= 1
    if length > MOST_COLUMNS:
        raise at_line(number, N_("It has more than 16,384 cells."))
    for cell in cells:
        if isinstance(cell, str) and len(cell) > LONGEST:
            message = N_("A cell has more than 32,767 signs: look whether a quotation mark is missing.")
            raise at_line(number, message)
    return Line(number, tuple(cells[:length])) if length else None


def at_line(number: int, message: str, **values: object) -> Problem:
    """A problem of one line of a table."""
    return Problem(N_("Line {line}: {reason}"), {"line": number, "reason": Problem(message, values)})
