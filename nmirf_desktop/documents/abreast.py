"""A narrow table in columns beside each other: a long list of short rows on a part of the paper it would take.

It is one table all the same: its rows are read down the first column, then down the next, and its header is read once.
"""

from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.columns import filled, held, least_height
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.tables import Table

GAP = 22.0
"""Points between the columns."""
KEPT_ROWS = 3
"""So many rows at least stand in the first column at the foot of a page."""


class Abreast(Flowable):
    """A table in *count* columns of about the same height; what a page does not hold goes on on the next."""

    def __init__(self, table: Table, count: int) -> None:
        self.table = table
        self.count = count
        self.after = table.after

    def _rows(self) -> tuple[float, list[float]]:
        """The height of the header, and of each row below it."""
        return sum(row.height for row in self.table.head), [row.height for row in self.table.rows]

    def wrap(self, available: float) -> float:
        """The least height in which all rows have room."""
        header, rows = self._rows()
        self._column = least_height(rows, self.count)
        self.width, self.height = available, header + self._column
        return self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page."""
        header, rows = self._rows()
        return min(self.height, header + sum(rows[:KEPT_ROWS]))

    def split(self, _available: float, height: float) -> list["Abreast"]:
        """Columns as high as there is room, and the rest; nothing where hardly any rows have room."""
        header, rows = self._rows()
        if height < header + sum(rows[:KEPT_ROWS]):
            return []
        end = held(rows, self.count, height - header)
        if end == len(rows):
            return [self]
        first, rest = self.table.cut(min(end, len(rows) - KEPT_ROWS))
        return [Abreast(first, self.count), Abreast(rest, self.count)]

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw column by column."""
        _header, rows = self._rows()
        rest, left, taken = self.table, 0.0, 0
        for start in [*filled(rows, self._column)[1:], len(rows)]:
            part, rest = rest.cut(start - taken) if start < len(rows) else (rest, rest)
            height = part.wrap(self.width)
            part.put(canvas, left, self.height - height)
            left, taken = left + part.width + GAP, start


def column_width(whole: float, count: int) -> float:
    """The width of each of some columns, in points."""
    return (whole - GAP * (count - 1)) / count
