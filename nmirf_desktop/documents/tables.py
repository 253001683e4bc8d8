"""Tables with their structure: header cells, a header row that is repeated as an artifact, quiet rules.

A row that is very high is set as several, of which each holds a portion of every cell, so that any table can be split.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from copy import copy
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table, TableStyle
from reportlab.platypus.tables import CellStyle

from nmirf_desktop.documents.breaking import NEW_LINE, Align, Run, TextStyle, measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.fonts import font, pieces
from nmirf_desktop.documents.setting import BASELINE, FUZZ, Text
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.i18n import Language

ABOVE, BELOW = 2.25, 2.25
"""The room in a cell above and below its text."""
KEPT_ROWS = 2
"""So many rows at least stand below the header at the foot of a page, and at the head of the next."""
UNDIVIDED = 0.25
"""A table that is no higher than so much of a page stands on one."""
COLUMN_HEADER = "/O/Table/Scope/Column"
ROW_HEADER = "/O/Table/Scope/Row"


class Cell(str):  # noqa: SLOT000  (text that fits in one line)
    """The text of a cell that fits in one line; it stays with its element and style when the table is split."""

    element: Element
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is set: the widths of its columns in points, which of them hold figures, and its two styles.

    *padding* is what each cell leaves free at its sides, *page* the height of a page.
    """

    widths: tuple[float, ...]
    figures: tuple[bool, ...]
    style: TextStyle
    header: TextStyle
    language: Language
    padding: float
    page: float

    def cell(self, runs: Sequence[Run], column: int, element: Element, *, heading: bool = False) -> Cell | Text:
        """A cell: plain where it fits in one line, which is several times quicker than set text."""
        style = self.header if heading else self.style
        text = "".join(run.text for run in runs)
        plain = NEW_LINE not in text and all(
            run.language is None and not run.target and not run.raised and run.face is style.face for run in runs
        )
        if plain and measured(text, style.face) * style.size <= self.widths[column] - 2 * self.padding:
            cell = Cell(text)
            cell.element, cell.style = element, style
            return cell
        if self.figures[column]:
            style = replace(style, align=Align.RIGHT)
        return Text(runs, style, element, self.language)

    def table(self, rows: Sequence[Sequence[Cell | Text]], *, total: bool = False) -> "TaggedTable":
        """The table of these rows, the first of which is its header: repeated, unless it is very high.

        The last row of one with a *total* stands below a rule.
        """
        font(self.style.face)
        parts = [list(self._portions(row)) for row in rows]
        ends = list(accumulate(len(part) for part in parts))
        made = TaggedTable(
            [row for part in parts for row in part],
            list(self.widths),
            repeatRows=1 if ends[0] == 1 else 0,
            style=self._style(ends, total=total),
            hAlign="LEFT",
        )
        made.spaceAfter, made.page = self.style.size, self.page
        return made

    def _portions(self, row: Sequence[Cell | Text]) -> Iterator[list[Cell | Text]]:
        """A row as rows that are not too high: each has a portion of every cell, or nothing where a cell has ended."""
        cells = [
            cell.portions(width - 2 * self.padding) if isinstance(cell, Text) else [cell]
            for cell, width in zip(row, self.widths, strict=True)
        ]
        for parts in zip_longest(*cells):
            yield [part if part is not None else _ended(cell) for cell, part in zip(row, parts, strict=True)]

    def _style(self, ends: Sequence[int], *, total: bool) -> TableStyle:
        """Rules above and below, hairlines between; figures to the right. *ends*: where each row ends, in portions."""
        black, pale = HexColor("#000000"), HexColor("#BFBFBF")
        head = ends[0] - 1
        joints = [portion for portion in range(ends[-1]) if portion + 1 not in ends]
        commands = [
            ("FONT", (0, 0), (-1, -1), self.style.face.value, self.style.size, self.style.leading),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *([("VALIGN", (0, 0), (-1, 0), "BOTTOM")] if head == 0 else []),
            ("LEFTPADDING", (0, 0), (-1, -1), self.padding),
            ("RIGHTPADDING", (0, 0), (-1, -1), self.padding),
            ("TOPPADDING", (0, 0), (-1, -1), ABOVE),
            ("BOTTOMPADDING", (0, 0), (-1, -1), BELOW),
            *(("BOTTOMPADDING", (0, portion), (-1, portion), 0) for portion in joints),
            *(("TOPPADDING", (0, portion + 1), (-1, portion + 1), 0) for portion in joints),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, black),
            ("LINEBELOW", (0, head), (-1, head), 0.5, black),
            *(("LINEBELOW", (0, end - 1), (-1, end - 1), 0.25, pale) for end in ends[1:-1]),
            *([("LINEBELOW", (0, ends[-2] - 1), (-1, ends[-2] - 1), 0.5, black)] if total else []),
            ("LINEBELOW", (0, -1), (-1, -1), 0.8, black),
        ]
        commands += [("ALIGN", (n, 0), (n, -1), "RIGHT") for n, figures in enumerate(self.figures) if figures]
        return TableStyle(commands)


_Place = tuple[Cell | list[Text], CellStyle, tuple[float, float], tuple[float, float]]
"""What a cell holds, its style, its lower left corner, and its width and height."""


class TaggedTable(Table):  # type: ignore[misc]
    """ReportLab's table, whose cells are marked as they are drawn; *page* is the height of a page in points."""

    page = 0.0
    continued = False  # its header was drawn before

    def heights(self) -> list[float]:
        """The height of each row, in points."""
        self.wrap(sum(self._argW), self.page)
        return list(self._rowHeights)

    def cut(self, rows: int) -> tuple["TaggedTable", "TaggedTable"]:
        """The table up to so many rows below its header, and the rest under the same header."""
        first, rest = super().split(sum(self._argW), sum(self.heights()[: self.repeatRows + rows]) + FUZZ)
        return self._follow(first, rest)

    def _follow(self, first: "TaggedTable", rest: "TaggedTable") -> tuple["TaggedTable", "TaggedTable"]:
        """The two parts of this table, of which the second goes on with it."""
        first.page = rest.page = self.page
        first.continued, rest.continued = self.continued, True
        rest.open_first_row()
        return first, rest

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page: two rows, or all of a low table."""
        whole = float(sum(self._rowHeights))
        return whole if whole <= self.page * UNDIVIDED else float(sum(self._rowHeights[: 1 + KEPT_ROWS]))

    def split(self, available: float, height: float) -> list["TaggedTable"]:
        """The rows that fit into *height* and the rest, with two rows at least on either side where a page has room."""
        _width, whole = self.wrap(available, height)
        room = min(height, whole - sum(self._rowHeights[-KEPT_ROWS:]) + FUZZ)
        if room < self.least():
            if whole <= self.page:
                return []
            room = height
        parts: list[TaggedTable] = super().split(available, room)
        return list(self._follow(*parts)) if len(parts) > 1 else parts

    def open_first_row(self) -> None:
        """Leave room above the first row, also where it goes on with a row that was begun on the page before."""
        opened = [copy(style) for style in self._cellStyles[self.repeatRows]]
        for style in opened:
            style.topPadding = max(style.topPadding, ABOVE)
        self._cellStyles[self.repeatRows] = opened

    def draw(self) -> None:
        """Draw the cells in the order in which they are read: a long one whole, before what stands beside it."""
        self._waiting: dict[Element, list[_Place]] = {}
        super().draw()

    def _drawCell(  # noqa: N802  (ReportLab's name)
        self,
        value: Cell | list[Text],
        style: CellStyle,
        corner: tuple[float, float],
        size: tuple[float, float],
    ) -> None:
        """Keep a cell, or a portion of it, until all are known."""
        element = value.element if isinstance(value, Cell) else value[0].element
        self._waiting.setdefault(element, []).append((value, style, corner, size))

    def _draw_cells(self) -> None:
        """Draw the cells; those of a header that was drawn before, as artifacts."""
        for element, portions in self._waiting.items():
            again = self.repeatRows and self.continued and element.attributes == COLUMN_HEADER
            with self.canv.artifact("Pagination") if again else nullcontext():
                for portion in portions:
                    self._draw_value(*portion)

    def _draw_value(
        self, value: Cell | list[Text], style: CellStyle, corner: tuple[float, float], size: tuple[float, float]
    ) -> None:
        """Draw what a cell holds."""
        if not isinstance(value, Cell):
            super()._drawCell(value, style, corner, size)
            return
        if not value:
            return
        canvas: TaggedCanvas = self.canv
        own = value.style
        padding, right = style.leftPadding, style.alignment == "RIGHT"
        x = corner[0] + (size[0] - padding - measured(value, own.face) * own.size if right else padding)
        if style.valign == "TOP":
            y = corner[1] + size[1] - ABOVE - own.leading * BASELINE
        else:
            y = corner[1] + BELOW + own.leading * (1 - BASELINE)
        with canvas.tagged(value.element):
            canvas.write_line(x, y, pieces(value, own.face), Ink(own.size, own.colour))

    def _drawLines(self) -> None:  # noqa: N802  (ReportLab's name)
        """Draw the cells, and the rules as an artifact."""
        self._draw_cells()
        with self.canv.artifact():
            super()._drawLines()

    def _drawBkgrnd(self) -> None:  # noqa: N802  (ReportLab's name)
        """There is no background."""


def _ended(cell: Cell | Text) -> Cell:
    """The cell below the last portion of another: empty."""
    empty = Cell()
    empty.element, empty.style = cell.element, cell.style
    return empty


def widths(shares: Sequence[float], total: float, needed: Sequence[float]) -> tuple[float, ...]:
    """Shares of the width in points, but so much as the longest word of a column needs, up to half of all.

    Where there is not enough for all words, the columns have parts of the width as large as their needs.
    """
    needed = [min(need, total / 2) for need in needed]
    if sum(needed) > total:
        return tuple(total * need / sum(needed) for need in needed)
    short: set[int] = set()
    while True:
        room = total - sum(needed[place] for place in short)
        whole = sum(share for place, share in enumerate(shares) if place not in short)
        given = [needed[p] if p in short else room * share / whole for p, share in enumerate(shares)]
        tight = {place for place, width in enumerate(given) if width < needed[place] - FUZZ}
        if not tight:
            return tuple(given)
        short |= tight
