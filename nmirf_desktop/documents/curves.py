"""Curves over the years, drawn as vectors over the geometry that the window shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nmirf_desktop.documents.breaking import measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.look import Look
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.charts import Box, Point, curve_points

HIGH, LINE, SAMPLE = 8.0, 1.5, 3.0
"""The height of the curves and of a line of letters, and the length of a line of the legend, in sizes of letters."""
DOT = 0.22
"""Half the side of a point, in sizes of letters."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A curve as it is drawn: its label in the document's language, a value for each year, and the last as written."""

    label: str
    values: tuple[int, ...]
    last: str


class CurvesFigure(Flowable):
    """A legend, the curves, and the years below them; the first is a line with full points, the others are dashed."""

    def __init__(self, years: Sequence[int], curves: Sequence[Drawn], look: Look, element: Element) -> None:
        self._years, self._curves = tuple(years), tuple(curves)
        self._size = look.small.size
        self._indent = look.gutter
        self._element = element
        self.before, self.after = look.size * 0.4, look.size * 1.1

    def wrap(self, available: float) -> float:
        """As wide as the frame: a line for each label, the curves, and the years."""
        self.width = available
        self.height = self._size * (LINE * (len(self._curves) + 1) + HIGH)
        return self.height

    def _place(self) -> Box:
        """Where the curves stand, from the top left; the first and the last year have half their figures outside."""
        side = measured("0000", Face.REGULAR) * self._size
        top = self._size * (LINE * len(self._curves) + 0.5)
        return Box(self._indent + side, top, max(1.0, self.width - self._indent - 2 * side), self._size * (HIGH - 1))

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the curves as the content of one figure, whose words say each value."""
        x, y = canvas.absolutePosition(0, 0)
        box = f"{x + self._indent:.2f} {y:.2f} {x + self.width:.2f} {y + self.height:.2f}"
        self._element.attributes = f"/O/Layout/Placement/Block/BBox[{box}]"
        place = self._place()
        most = max((value for one in self._curves for value in one.values), default=0)
        drawn = [curve_points(one.values, place, most) for one in self._curves]
        with canvas.tagged(self._element):
            canvas.saveState()
            canvas.setLineWidth(0.5)
            canvas.line(place.x, self.height - place.bottom, place.right, self.height - place.bottom)
            for number, points in enumerate(drawn):
                self._curve(canvas, points, dashed=bool(number))
                line = self._legend_line(number) + self._size * 0.3
                left = self._indent
                ends = (Point(left, self.height - line), Point(left + self._size * SAMPLE, self.height - line))
                self._curve(canvas, ends, dashed=bool(number))
            canvas.restoreState()
        with canvas.artifact():
            self._letters(canvas, place, drawn)

    def _legend_line(self, number: int) -> float:
        """The line, from the bottom, on which the label of a curve stands."""
        return self.height - self._size * (LINE * (number + 1) - 0.4)

    def _curve(self, canvas: TaggedCanvas, points: Sequence[Point], *, dashed: bool) -> None:
        canvas.setLineWidth(1.2)
        if dashed:
            canvas.setDash(3, 2)
        for one, other in pairwise(points):
            canvas.line(one.x, self.height - one.y, other.x, self.height - other.y)
        canvas.setDash()
        canvas.setLineWidth(0.8)
        canvas.setFillColor("#FFFFFF" if dashed else "#000000")
        half = self._size * DOT
        for point in points:
            canvas.rect(point.x - half, self.height - point.y - half, 2 * half, 2 * half, stroke=1, fill=1)
        canvas.setFillColor("#000000")

    def _letters(self, canvas: TaggedCanvas, place: Box, drawn: Sequence[Sequence[Point]]) -> None:
        """The labels, the last value of each curve at its end, and the years as far as they have room."""
        ink = Ink(self._size)
        for number, (one, points) in enumerate(zip(self._curves, drawn, strict=True)):
            label = self._indent + self._size * (SAMPLE + 0.8)
            canvas.write(label, self._legend_line(number), one.label, Face.REGULAR, ink)
            if points:
                canvas.write(
                    points[-1].x + self._size * 0.5, self.height - points[-1].y - self._size * 0.3, one.last,
                    Face.REGULAR, ink,
                )  # fmt: skip
        wide, free = measured("0000", Face.REGULAR) * self._size, 0.0
        step = place.width / max(1, len(self._years) - 1)
        for number, year in enumerate(self._years):
            left = place.x + number * step - wide / 2
            if free <= left:
                canvas.write(left, self._size * 0.3, str(year), Face.REGULAR, ink)
                free = left + wide + self._size * 0.6
