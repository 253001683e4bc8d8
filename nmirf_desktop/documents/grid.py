"""The grid of a table: its columns, and rows that are made for them.

A row that is very high is set as several, of which each holds a portion of every cell, so that any table can be split.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from nmirf_desktop.documents.breaking import NEW_LINE, Align, Run, TextStyle, measured
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.i18n import Language

ABOVE, BELOW = 2.25, 2.25
"""The room in a cell above and below its text."""
COLUMN_HEADER = "/O/Table/Scope/Column"
ROW_HEADER = "/O/Table/Scope/Row"


class Stroke(NamedTuple):
    """How a rule is drawn: its weight in points, and its colour."""

    weight: float
    colour: str


EDGE, INNER, HAIRLINE = Stroke(0.8, "#000000"), Stroke(0.5, "#000000"), Stroke(0.25, "#BFBFBF")


class Cell(NamedTuple):
    """The text of a cell that fits in one line."""

    text: str
    style: TextStyle
    element: Element


class Row(NamedTuple):
    """A row, or a portion of one: its height, what is free *above* and *below* its texts, the rules under it."""

    cells: tuple[Cell | Text, ...]
    height: float
    above: float
    below: float
    rules: tuple[Stroke, ...]

    def opened(self) -> "Row":
        """The row with room above it, also where it goes on with one that was begun on the page before."""
        return self._replace(above=ABOVE)


@dataclass(frozen=True, slots=True)
class Grid:
    """The widths of columns in points, which of them hold figures, and the two styles of a table.

    *padding* is what each cell leaves free at its sides, *page* the height of a page, *least* that of a row; *ruled*
    columns have rules between them.
    """

    widths: tuple[float, ...]
    figures: tuple[bool, ...]
    style: TextStyle
    header: TextStyle
    language: Language
    padding: float
    page: float
    least: float = 0
    ruled: bool = False

    def cell(self, runs: Sequence[Run], column: int, element: Element, *, heading: bool = False) -> Cell | Text:
        """A cell: plain where it fits in one line, which is several times quicker than set text."""
        style = self.header if heading else self.style
        text = "".join(run.text for run in runs)
        plain = NEW_LINE not in text and all(
            run.language is None and not run.target and not run.raised and run.face is style.face for run in runs
        )
        if plain and measured(text, style.face) * style.size <= self._room(column):
            return Cell(text, style, element)
        if self.figures[column]:
            style = replace(style, align=Align.RIGHT)
        return Text(runs, style, element, self.language)

    def rows(self, cells: Sequence[Cell | Text], rules: tuple[Stroke, ...]) -> Iterator[Row]:
        """A row in portions that are not too high; where a cell has ended, the others go on beside nothing."""
        parts = [self._portions(cell, column) for column, cell in enumerate(cells)]
        count = max(map(len, parts))
        for number in range(count):
            portion = tuple(
                part[number] if number < len(part) else Cell("", cell.style, cell.element)
                for cell, part in zip(cells, parts, strict=True)
            )
            above, below = 0.0 if number else ABOVE, BELOW if number == count - 1 else 0.0
            height = max(self._height(cell, column) for column, cell in enumerate(portion))
            whole = max(height + (below + above), self.least)
            yield Row(portion, whole, above, below, rules if number == count - 1 else ())

    def _room(self, column: int) -> float:
        """The width that the texts of a column have."""
        return self.widths[column] - 2 * self.padding

    def _portions(self, cell: Cell | Text, column: int) -> Sequence[Cell | Text]:
        """A cell in portions."""
        return cell.portions(self._room(column)) if isinstance(cell, Text) else [cell]

    def _height(self, cell: Cell | Text, column: int) -> float:
        """The height of what a cell says."""
        return cell.wrap(self._room(column)) if isinstance(cell, Text) else self.style.leading
