"""Tables with their structure: a header row that is repeated as an artifact, quiet rules, splits between rows."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import accumulate
from typing import NamedTuple

from nmirf_desktop.documents.breaking import measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.flowable import FUZZ, Flowable
from nmirf_desktop.documents.fonts import pieces
from nmirf_desktop.documents.grid import ABOVE, BELOW, EDGE, HAIRLINE, INNER, Cell, Grid, Row, Stroke
from nmirf_desktop.documents.setting import BASELINE, Text
from nmirf_desktop.documents.tags import Element

KEPT_ROWS = 2
"""So many rows at least stand below the header at the foot of a page, and at the head of the next."""
HIGH = 0.06
"""A row that takes so much of a page, some four lines, stands alone at the head of one, as two low rows do."""
UNDIVIDED = 0.25
"""A table that is no higher than so much of a page stands on one."""


class _Place(NamedTuple):
    """Where a cell stands: its column with the left edge of it, its row with the lower edge, in the header or not."""

    column: int
    x: float
    row: Row
    y: float
    heading: bool


class Table(Flowable):
    """Rows on a grid under a header, with rules above the first of them; *continued*: the header was drawn before."""

    def __init__(
        self,
        grid: Grid,
        head: Sequence[Row],
        rows: Sequence[Row],
        rules: tuple[Stroke, ...],
        *,
        continued: bool = False,
    ) -> None:
        self.grid = grid
        self.head = head
        self.rows = rows
        self._rules = rules
        self._continued = continued
        self._heights = [row.height for row in (*head, *rows)]

    @classmethod
    def of(
        cls, grid: Grid, header: Sequence[Cell | Text], body: Sequence[Sequence[Cell | Text]], *, total: bool
    ) -> "Table":
        """A header, which is repeated unless it is very high, and the rows below it; a *total* stands below a rule."""
        rules: list[tuple[Stroke, ...]] = [(INNER,), *((HAIRLINE,) for _row in body)]
        if total:
            rules[-2] += (INNER,)
        rules[-1] = (EDGE,) if body else (INNER, EDGE)
        head = list(grid.rows(header, rules[0]))
        rows = [portion for row, below in zip(body, rules[1:], strict=True) for portion in grid.rows(row, below)]
        table = cls(grid, head, rows, ()) if len(head) == 1 else cls(grid, (), head + rows, (EDGE,))
        table.after = grid.style.size
        return table

    def wrap(self, _available: float) -> float:
        """As wide as its columns, as high as its rows."""
        self.width, self.height = sum(self.grid.widths), sum(self._heights)
        return self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page: two rows, or all of a low table.

        Of high rows it is one, as a whole: a page is not left empty for the second.
        """
        whole, two = self.height, sum(self._heights[: 1 + KEPT_ROWS])
        if whole <= self.grid.page * UNDIVIDED:
            return whole
        if two <= self.grid.page * UNDIVIDED or _of_one_row(self.rows[:KEPT_ROWS]):
            return two
        return sum(self._heights[:KEPT_ROWS])

    def split(self, available: float, height: float) -> Sequence["Table"]:
        """The rows that fit into *height* and the rest, with two rows at least on either side where a page has room.

        A high row may begin the next page alone, and so may one where one alone stays with the heading above.
        """
        whole, least = self.wrap(available), self.least()
        alone = self._heights[-1] >= self.grid.page * HIGH and not self.signed
        kept = 1 if alone else KEPT_ROWS
        room = min(height, whole - sum(self._heights[-kept:]) + FUZZ)
        if room < least and not _of_one_row(self.rows[-KEPT_ROWS:]):
            room = min(height, whole - self._heights[-1] + FUZZ)
        if room < least:
            if whole <= self.grid.page:
                return []
            room = height
        rows = sum(reached <= room for reached in accumulate(self._heights)) - len(self.head)
        return self.cut(rows) if rows > 0 else []

    def cut(self, rows: int) -> tuple["Table", "Table"]:
        """The table up to so many rows below its header, and the rest under the same header."""
        first = Table(self.grid, self.head, self.rows[:rows], self._rules, continued=self._continued)
        below = [self.rows[rows].opened(), *self.rows[rows + 1 :]]
        rules = () if self.head else self.rows[rows - 1].rules
        rest = Table(self.grid, self.head, below, rules, continued=True)
        rest.after, rest.signed = self.after, self.signed
        return first, rest

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the cells in the order in which they are read: a long one whole, before what stands beside it."""
        places: dict[Element, list[_Place]] = {}
        for place in self._places():
            places.setdefault(place.row.cells[place.column].element, []).append(place)
        for portions in places.values():
            again = self._continued and portions[0].heading
            with canvas.artifact("Pagination") if again else nullcontext():
                for place in portions:
                    self._draw_cell(canvas, place)
        with canvas.artifact():
            self._draw_rules(canvas)

    def _places(self) -> Iterator[_Place]:
        """Where each cell stands, row by row."""
        y = self.height
        for number, row in enumerate((*self.head, *self.rows)):
            y -= row.height
            x = 0.0
            for column, width in enumerate(self.grid.widths):
                yield _Place(column, x, row, y, number < len(self.head))
                x += width

    def _draw_cell(self, canvas: TaggedCanvas, place: _Place) -> None:
        """Draw what a cell holds: at its top, and in a header at its foot."""
        grid, (column, x, row, y, heading) = self.grid, place
        cell = row.cells[column]
        if isinstance(cell, Text):
            y += row.below if heading else row.height - row.above - cell.height
            cell.put(canvas, x + grid.padding, y)
        elif cell.text:
            style = cell.style
            y += BELOW + style.leading * (1 - BASELINE) if heading else row.height - ABOVE - style.leading * BASELINE
            free = grid.widths[column] - 2 * grid.padding - measured(cell.text, style.face) * style.size
            with canvas.tagged(cell.element):
                x += grid.padding + (free if grid.figures[column] else 0)
                canvas.write_line(x, y, pieces(cell.text, style.face), Ink(style.size, style.colour))

    def _draw_rules(self, canvas: TaggedCanvas) -> None:
        """Draw the rules with round ends."""
        canvas.saveState()
        canvas.setLineCap(1)
        weight, colour = 0.0, ""
        for y, stroke in self._strokes():
            if stroke.colour != colour:
                canvas.setStrokeColor(stroke.colour)
            if stroke.weight != weight:
                canvas.setLineWidth(stroke.weight)
            weight, colour = stroke.weight, stroke.colour
            canvas.line(0, y, self.width, y)
        if self.grid.ruled:
            canvas.setStrokeColor(HAIRLINE.colour)
            canvas.setLineWidth(HAIRLINE.weight)
            for x in accumulate(self.grid.widths[:-1]):
                canvas.line(x, 0, x, self.height)
        canvas.restoreState()

    def _strokes(self) -> Iterator[tuple[float, Stroke]]:
        """Each rule with its height above the foot of the table, from the top down."""
        y = self.height
        if self.head:
            yield y, EDGE
        for number, row in enumerate((*self.head, *self.rows)):
            if number == len(self.head):
                yield from ((y, one) for one in self._rules)
            y -= row.height
            yield from ((y, one) for one in row.rules)


def _of_one_row(portions: Sequence[Row]) -> bool:
    """Whether the lines of one row stand in these."""
    return len({id(portion.cells[0].element) for portion in portions}) == 1
