"""A row of a parallel edition: one paragraph, heading or list in each of three columns, aligned at the top."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.flowable import FUZZ, Flowable
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.sheet import Sheet

WEIGHT = 0.4  # of the rules between the columns
RULE = 0.75  # their grey, from 0 for black

NOWHERE = (inf, -inf)
"""Where rules run that have no row yet: from below nothing to above nothing."""

Cell = Sequence[Flowable]
"""What stands in one column of a row."""


class ColumnRules:
    """The rules between the columns, which run on each page from its first row to its last, or to what is across."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._extents: dict[int, list[tuple[float, float]]] = {}

    def cover(self, page: int, bottom: float, top: float) -> None:
        """Let the rules of a page reach over a row."""
        runs = self._extents.setdefault(page, [])
        low, high = runs.pop() if runs else NOWHERE
        runs.append((min(low, bottom), max(high, top)))

    def interrupt(self, page: int) -> None:
        """Let the rules of a page end with the last row, and begin again with the next."""
        if page in self._extents:
            self._extents[page].append(NOWHERE)

    def draw(self, canvas: TaggedCanvas, page: int) -> None:
        """Draw the rules of a page, as artifacts."""
        if page not in self._extents:
            return
        runs = [one for one in self._extents[page] if one != NOWHERE]
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeGray(RULE)
            canvas.setLineWidth(WEIGHT)
            for column in range(1, self.sheet.columns):
                x = self.sheet.side + self.sheet.left(column) - self.sheet.gap / 2
                for bottom, top in runs:
                    canvas.line(x, bottom, x, top)
            canvas.restoreState()


class Interruption(Flowable):
    """Nothing of itself: what follows it is as wide as the page, so that the rules between the columns end above."""

    keep_with_next = True

    def __init__(self, rules: ColumnRules) -> None:
        self._rules = rules

    def draw(self, canvas: TaggedCanvas) -> None:
        """End the rules of the page."""
        self._rules.interrupt(canvas.page_index)


class _Placed(NamedTuple):
    """A flowable of a cell, its top as a distance from that of the row, and its height."""

    flowable: Flowable
    top: float
    height: float


class ParallelRow(Flowable):
    """Three cells beside each other. Where it is split, all three go on on the next page, and no text is lost."""

    def __init__(self, cells: Sequence[Cell], rules: ColumnRules, *, ruled: bool = True) -> None:
        self.cells = [list(cell) for cell in cells]
        self._rules = rules
        self._ruled = ruled
        self._fills = 0.0
        full = [cell for cell in self.cells if cell]
        self.before = max((cell[0].before for cell in full), default=0)
        self.after = max((cell[-1].after for cell in full), default=0)
        self.keep_with_next = any(cell[-1].keep_with_next for cell in full)
        self._headings = all(_announces(one) for cell in full for one in cell)
        self.signing = any(one.signing for cell in full for one in cell)

    def _stacked(self, cell: Cell) -> Iterator[_Placed]:
        """The flowables of a cell one below the other."""
        y = after = 0.0
        for place, flowable in enumerate(cell):
            height = flowable.wrap(self._rules.sheet.width)
            if place:
                y += max(after, flowable.before)
            yield _Placed(flowable, y, height)
            y += height
            after = flowable.after

    def wrap(self, available: float) -> float:
        """As wide as the frame; as high as the highest cell."""
        self._placed = [list(self._stacked(cell)) for cell in self.cells]
        self.height = max(self._fills, *(_end(column) for column in self._placed))
        self.width = available
        return self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page."""
        return max((_least(column) for column in self._placed), default=0.0)

    def split(self, available: float, height: float) -> list["ParallelRow"]:
        """What fits into *height* of each cell, and the rest; nothing where one of them cannot begin there."""
        self.wrap(available)
        parts = [self._split(column, height) for column in self._placed]
        at_top = height >= self._rules.sheet.height - FUZZ
        if self._headings and not at_top:
            return []
        begun = [bool(first) or not rest for first, rest in parts]
        if not any(first for first, _rest in parts) or not (all(begun) or at_top):
            return []
        if not any(rest for _first, rest in parts):
            return [self]
        first = ParallelRow([one for one, _rest in parts], self._rules, ruled=self._ruled)
        rest = ParallelRow([other for _first, other in parts], self._rules, ruled=self._ruled)
        first._fills = height - FUZZ  # the rest begins a page, however little it asks for
        first.before, first.after, first.keep_with_next = self.before, 0, False
        rest.before, rest.after, rest.keep_with_next = 0, self.after, self.keep_with_next
        return [first, rest]

    def _split(self, column: Sequence[_Placed], height: float) -> tuple[list[Flowable], list[Flowable]]:
        """The flowables of a cell that fit into *height*, and the others; a heading stays with what it announces."""
        fitting = next((n for n, one in enumerate(column) if one.top + one.height > height + FUZZ), len(column))
        first, rest = [one.flowable for one in column[:fitting]], [one.flowable for one in column[fitting:]]
        if not rest:
            return first, rest
        room = height - column[fitting].top
        parts = rest[0].split(self._rules.sheet.width, room) if room > 0 else []
        if len(parts) > 1:
            return [*first, parts[0]], [*parts[1:], *rest[1:]]
        kept = len(first)
        while kept and first[kept - 1].keep_with_next:
            kept -= 1
        if not kept and height >= self._rules.sheet.height - FUZZ:
            return first, rest  # a whole page has no room for both
        return first[:kept], [*first[kept:], *rest]

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the cells in the order of their languages."""
        for number, column in enumerate(self._placed):
            for one in column:
                one.flowable.put(canvas, self._rules.sheet.left(number), self.height - one.top - one.height)
        if self._ruled:
            _x, bottom = canvas.absolutePosition(0, 0)
            self._rules.cover(canvas.page_index, bottom, bottom + self.height)


def _announces(flowable: Flowable) -> bool:
    """Whether a flowable is a heading, which is never parted."""
    return isinstance(flowable, Text) and flowable.style.keep_with_next


def _end(column: Sequence[_Placed]) -> float:
    """Where a cell ends."""
    return column[-1].top + column[-1].height if column else 0.0


def _least(column: Sequence[_Placed]) -> float:
    """The height of what must stand together at the beginning of a cell."""
    for one in column:
        if not one.flowable.keep_with_next:
            return one.top + one.flowable.least()
    return _end(column)
