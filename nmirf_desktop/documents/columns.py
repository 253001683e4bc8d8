"""Names in balanced columns, read down each column: the lists of States."""

from collections.abc import Sequence
from itertools import pairwise

from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.flowable import FUZZ, Flowable
from nmirf_desktop.documents.setting import Text

GAP = 14.0
KEPT_ROWS = 4  # so many long names stand in each column before a page ends
KEPT_REST = 2  # so many in each column begin the next page
ENOUGH = 120.0  # points, in which columns are split however long their names are


class Columns(Flowable):
    """Short texts in columns of about the same height; more than a page holds goes on in columns on the next."""

    def __init__(self, texts: Sequence[Text], count: int, indent: float = 0, after: float = 0) -> None:
        self.texts = list(texts)
        self.count = count
        self.indent = indent
        self.after = after

    def _column(self, available: float) -> float:
        """The width of one column."""
        return (available - self.indent - GAP * (self.count - 1)) / self.count

    def _heights(self, available: float) -> list[float]:
        """The height of each text; one that is very long is in portions from now on."""
        column = self._column(available)
        self.texts = [part for text in self.texts for part in text.portions(column)]
        return [text.wrap(column) for text in self.texts]

    def wrap(self, available: float) -> float:
        """The least height in which all texts have room."""
        self.width = available
        heights = self._heights(available)
        self.height = least_height(heights, self.count)
        self._starts = filled(heights, self.height)
        return self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page."""
        return min(self.height, _least_part([text.height for text in self.texts]))

    def split(self, available: float, height: float) -> list["Columns"]:
        """Columns as high as there is room, and the rest; nothing where hardly any have room."""
        heights = self._heights(available)
        if not heights or height < max(heights[0], _least_part(heights)):
            return []
        end = held(heights, self.count, height)
        if end == len(heights):
            return [self]
        end = max(min(end, len(heights) - KEPT_REST * self.count), 1)
        first = Columns(self.texts[:end], self.count, self.indent)
        return [first, Columns(self.texts[end:], self.count, self.indent, self.after)]

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw column by column."""
        column = self._column(self.width)
        ends = [*self._starts[1:], len(self.texts)]
        for number, (start, end) in enumerate(zip(self._starts, ends, strict=True)):
            y = self.height
            for text in self.texts[start:end]:
                y -= text.height
                text.put(canvas, self.indent + number * (column + GAP), y)


def _least_part(heights: Sequence[float]) -> float:
    """The height below which columns move to the next page whole."""
    return min(KEPT_ROWS * sum(heights) / max(len(heights), 1), ENOUGH)


def filled(heights: Sequence[float], limit: float) -> list[int]:
    """The first text of each column, filled up to a height."""
    starts, used = [0], 0.0
    for number, height in enumerate(heights):
        if used and used + height > limit + FUZZ:
            starts.append(number)
            used = 0.0
        used += height
    return starts


def held(heights: Sequence[float], count: int, height: float) -> int:
    """How many texts have room in *count* columns of a height; what is higher than that, and all after it, has none."""
    fitting = next((number for number, one in enumerate(heights) if one > height), len(heights))
    starts = filled(heights[:fitting], height)
    return starts[count] if len(starts) > count else fitting


def least_height(heights: Sequence[float], count: int) -> float:
    """The least height at which *count* columns hold all texts."""
    low, high = max(heights, default=0.0), sum(heights)
    while high - low > FUZZ:
        middle = (low + high) / 2
        low, high = (low, middle) if len(filled(heights, middle)) <= count else (middle, high)
    starts = filled(heights, high)
    return max(sum(heights[start:end]) for start, end in pairwise([*starts, len(heights)]))
