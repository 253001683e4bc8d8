"""What a sheet of a workbook holds, told from its XML while that goes by: how far it reaches, and what went wrong."""

import re
from array import array
from dataclasses import dataclass, field
from xml.parsers import expat

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import LONGEST, MOST_COLUMNS, MOST_LINES, NO_VALUE, Failed, column_name
from nmirf_desktop.i18n import N_

MOST_PLACES = 6_000_000
"""The most places between the first cell and the farthest ones: each needs memory, filled or not."""
MOST_SIGNS = 100_000_000
"""The most signs of all texts of a sheet, a text that many cells share counted for each."""
MOST_FAILED = 300_000
"""The most cells of a sheet of which is noted that they failed."""
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
LONGEST_ERROR = 20
_A = ord("A") - 1

Merged = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged range, as (line, column) from 0."""


@dataclass(slots=True)
class Survey:
    """How far a sheet reaches, how much text it has, and what its reader would not tell; places are from 0."""

    lines: int = 0
    columns: int = 0
    signs: int = 0
    failed: dict[tuple[int, int], Failed] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)

    def reach(self, line: int, column: int) -> None:
        """There is something in this cell."""
        self.lines = max(self.lines, line + 1)
        self.columns = max(self.columns, column + 1)

    def fail(self, place: tuple[int, int], failed: Failed) -> None:
        """The formula of this cell gave no value. Raises ``Problem`` where nearly none of a sheet's does."""
        self.reach(*place)
        self.failed[place] = failed
        if len(self.failed) > MOST_FAILED:
            raise failed.problem

    def check(self) -> None:
        """Raise ``Problem`` for a sheet that needs more room than any list."""
        if self.lines > MOST_LINES or self.columns > MOST_COLUMNS or self.lines * self.columns > MOST_PLACES:
            message = N_(
                "A sheet reaches to line {line} and column {column}: delete what stands far from the list, or save the"
                " list alone."
            )
            raise Problem(message, {"line": self.lines, "column": column_name(self.columns - 1)})
        if self.signs > MOST_SIGNS:
            raise Problem(N_("A sheet has more text than any list: save the list alone in a new workbook."))


def _parser() -> expat.XMLParserType:
    """A parser of well-formed XML in which nothing is declared, so that nothing can grow by being named."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def declared(*_: object) -> None:
        raise ValueError("a workbook declares no document type")

    parser.StartDoctypeDeclHandler = declared
    return parser


class SurveyOfTexts:
    """The lengths of the texts that cells share."""

    def __init__(self) -> None:
        self.lengths = array("L")

    def parser(self) -> expat.XMLParserType:
        """A parser that measures."""
        parser = _parser()
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        return parser

    def _start(self, name: str, _: dict[str, str]) -> None:
        if name.endswith(" si"):
            self.lengths.append(0)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class SurveyOfSheet(Survey):
    """A sheet of Office Open XML; any other part of a workbook gives an empty survey."""

    __slots__ = ("_at", "_formula", "_inside", "_kind", "_lengths", "_row", "_text")

    def __init__(self, lengths: "array[int]") -> None:
        super().__init__()
        self._lengths = lengths
        self._row, self._at = -1, (0, -1)
        self._kind, self._formula, self._inside, self._text = "", False, False, ""

    def parser(self) -> expat.XMLParserType:
        """A parser that surveys."""
        parser = _parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "c":
                self._at = _cell(attributes["r"]) if "r" in attributes else (self._row, self._at[1] + 1)
                self._kind, self._formula, self._text = attributes.get("t", "n"), False, ""
            case "v" | "t":
                self._inside, self._text = True, ""
            case "f":
                self._formula = True
            case "row":
                self._row = int(attributes.get("r", self._row + 2)) - 1
                self._at = (self._row, -1)
            case _:
                pass

    def _say(self, text: str) -> None:
        if self._inside:
            self.signs += len(text)
            if len(self._text) <= LONGEST:
                self._text += text

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "v":
                self._inside = False
                self._value(self._text.strip())
            case "t":
                self._inside = False
                self.reach(*self._at)
            case "c" if self._formula and not self._text and self._kind != "str":
                self.fail(self._at, NO_VALUE)

    def _value(self, text: str) -> None:
        if text:
            self.reach(*self._at)
        if self._kind == "s" and text:
            number = int(text)
            self.signs += self._lengths[number] if number < len(self._lengths) else 0
        elif self._kind == "e" and text:
            self.fail(self._at, Failed(text[:LONGEST_ERROR]))


def _cell(said: str) -> tuple[int, int]:
    """The place that a cell gives. Raises ``ValueError`` for another form, of which its reader may make any place."""
    place = _PLACE.fullmatch(said)
    if place is None:
        raise ValueError("a cell at no place")
    column = 0
    for letter in place[1].upper():
        column = 26 * column + ord(letter) - _A
    return int(place[2]) - 1, column - 1


class SurveyOfOpenDocument:
    """The sheets of an OpenDocument workbook, where a line or a cell is written once and repeated by its number."""

    def __init__(self) -> None:
        self.sheets: list[Survey] = []
        self._line, self._lines = 0, 1
        self._column, self._columns = 0, 1
        self._filled, self._failed = False, False
        self._text, self._signs = "", 0

    def parser(self) -> expat.XMLParserType:
        """A parser that surveys."""
        parser = _parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        match name.rpartition(" ")[2]:
            case "table":
                self.sheets.append(Survey())
                self._line, self._lines = 0, 1
            case "table-row":
                self._lines = int(values.get("number-rows-repeated", 1))
                self._column = 0
            case "table-cell" | "covered-table-cell" if self.sheets:
                self._columns = int(values.get("number-columns-repeated", 1))
                self._filled = "value-type" in values
                self._failed = attributes.get(_CALCULATED) == "error"
                self._text, self._signs = "", 0
                self._merge(int(values.get("number-rows-spanned", 1)), int(values.get("number-columns-spanned", 1)))

    def _merge(self, lines: int, columns: int) -> None:
        if lines > 1 or columns > 1:
            last = (self._line + lines - 1, self._column + columns - 1)
            self.sheets[-1].merged.append(((self._line, self._column), last))

    def _say(self, text: str) -> None:
        self._signs += len(text)
        if len(self._text) <= LONGEST:
            self._text += text

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "table-row":
                self._line += self._lines
            case "table-cell" | "covered-table-cell" if self.sheets:
                if self._filled or self._text.strip():
                    self._fill(self.sheets[-1])
                self._column += self._columns

    def _fill(self, sheet: Survey) -> None:
        sheet.reach(self._line + self._lines - 1, self._column + self._columns - 1)
        sheet.signs += self._signs * self._lines * self._columns
        if self._failed:
            sheet.fail((self._line, self._column), Failed(self._text.strip()[:LONGEST_ERROR] or "#N/A"))


_CALCULATED = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
