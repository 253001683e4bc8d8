"""The geometry of the charts: pure, in whatever unit the caller measures in (pixels on screen, points on paper).

The screen and the documents draw the same rectangles. The origin is the top left corner; *y* grows downwards.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left top corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the box of its label at the left, the bar itself, and the point after which its number is written."""

    label: Box
    bar: Box
    number_x: float


@dataclass(frozen=True, slots=True)
class BarsFrame:
    """What bars have to fit in: the whole width, the widths kept for labels and numbers, height and gap of a row."""

    width: float
    label: float
    number: float
    row: float
    gap: float = 8


def bars(counts: Sequence[int], frame: BarsFrame, most: int = 0) -> tuple[Bar, ...]:
    """Horizontal bars, one a row, their lengths as their counts; the longest (or *most*) takes all the room."""
    room = max(0.0, frame.width - frame.label - frame.number - 2 * frame.gap)
    longest = max([most, *counts, 1])
    result = []
    for place, count in enumerate(counts):
        y = place * (frame.row + frame.gap)
        length = room * count / longest
        bar = Box(frame.label + frame.gap, y, length, frame.row)
        result.append(Bar(Box(0, y, frame.label, frame.row), bar, bar.right + frame.gap))
    return tuple(result)


def bars_height(rows: int, frame: BarsFrame) -> float:
    """The height of so many bars."""
    return rows * frame.row + max(0, rows - 1) * frame.gap


def stacked(counts: Sequence[int], width: float, height: float) -> tuple[Box, ...]:
    """One bar cut in proportion to the counts, from the left; nothing counted gives boxes without width."""
    total = sum(counts)
    x, boxes = 0.0, []
    for count in counts:
        part = width * count / total if total else 0.0
        boxes.append(Box(x, 0, part, height))
        x += part
    return tuple(boxes)


@dataclass(frozen=True, slots=True)
class Scale:
    """A span of days laid over a length: *first* stands at *left*, the day after *last* at *left* + *length*."""

    first: datetime.date
    last: datetime.date
    left: float
    length: float

    def x(self, day: datetime.date) -> float:
        """Where a day begins; days outside the span stand at its ends."""
        days = (self.last - self.first).days + 1
        passed = min(max((day - self.first).days, 0), days)
        return self.left + self.length * passed / days

    def holds(self, day: datetime.date) -> bool:
        """Whether a day lies in the span."""
        return self.first <= day <= self.last

    def years(self) -> tuple[datetime.date, ...]:
        """The first of January of each year that begins in the span."""
        starts = (datetime.date(year, 1, 1) for year in range(self.first.year, self.last.year + 1))
        return tuple(day for day in starts if self.holds(day))


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time in a row, half-open; *end* is ``None`` while it lasts."""

    row: int
    start: datetime.date
    end: datetime.date | None


def spells(items: Sequence[Spell], scale: Scale, row: float, gap: float) -> tuple[Box, ...]:
    """A box for each stretch of time, in its row, cut at the ends of the scale; outside it, without width."""
    boxes = []
    for item in items:
        start = scale.x(item.start)
        end = scale.x(item.end) if item.end is not None else scale.left + scale.length
        boxes.append(Box(start, item.row * (row + gap), max(0.0, end - start), row))
    return tuple(boxes)


@dataclass(frozen=True, slots=True)
class RowsFrame:
    """The height of a row, of the gap below it, and of a line of labels above it."""

    row: float
    gap: float
    line: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """Boxes in rows, each with the box of its label where that stands above it, and the *height* of all rows."""

    boxes: tuple[Box, ...]
    labels: tuple[Box | None, ...]
    height: float


def labelled(items: Sequence[Spell], scale: Scale, frame: RowsFrame, widths: Sequence[float]) -> Labelled:
    """Spells whose rows make room for the labels that have none in their boxes: as many lines as these need.

    *widths* are those of the labels above, 0 where there is none.
    """
    row, gap, line = frame.row, frame.gap, frame.line
    boxes = list(spells(items, scale, row, gap))
    labels: list[Box | None] = [None] * len(items)
    right, down = scale.left + scale.length, 0.0
    rows = max((item.row for item in items), default=-1) + 1
    for number in range(rows):
        here = sorted((n for n, item in enumerate(items) if item.row == number), key=lambda n: boxes[n].x)
        raised = [n for n in here if widths[n]]
        points = [boxes[n].x + widths[n] / 2 for n in raised]
        lines = spread(points, [widths[n] for n in raised], scale.left, right)
        deep = max(lines, default=-1) + 1
        for n, point, place in zip(raised, points, lines, strict=True):
            x = label_start(point, widths[n], scale.left, right)
            labels[n] = Box(x, boxes[n].y + down + (deep - 1 - place) * line, widths[n], line)
        down += deep * line
        for n in here:
            boxes[n] = replace(boxes[n], y=boxes[n].y + down)
    return Labelled(tuple(boxes), tuple(labels), rows * (row + gap) + down)


def spread(points: Sequence[float], widths: Sequence[float], left: float, right: float) -> tuple[int, ...]:
    """On which line each label stands so that none covers another: labels centred on their points, line 0 first.

    A label stays between *left* and *right*; it is put on the first line where it is free.
    """
    ends: list[float] = []
    lines = []
    for point, width in zip(points, widths, strict=True):
        start = label_start(point, width, left, right)
        line = next((number for number, end in enumerate(ends) if end <= start), len(ends))
        if line == len(ends):
            ends.append(0.0)
        ends[line] = start + width
        lines.append(line)
    return tuple(lines)


def label_start(point: float, width: float, left: float, right: float) -> float:
    """Where a label of that width begins so that it is centred on its point and stays inside."""
    return max(left, min(point - width / 2, right - width))


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve."""

    x: float
    y: float


def curve_points(values: Sequence[int], place: Box, most: int) -> tuple[Point, ...]:
    """A curve through values at equal steps over the width of a place; *most* stands at its top, 0 at its bottom."""
    step = place.width / max(1, len(values) - 1)
    top = max(1, most)
    return tuple(
        Point(place.x + number * step, place.bottom - place.height * value / top) for number, value in enumerate(values)
    )
