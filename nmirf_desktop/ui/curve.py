"""Curves over the years: how many of each sort there were, each told from the other by its line and its points."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.charts import Box, Point, curve_points
from nmirf_desktop.ui.charts import CENTRE, LEFT, Chart
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, colours, tone_colour

LINES = ((Qt.PenStyle.SolidLine, Tone.NEUTRAL), (Qt.PenStyle.DashLine, Tone.MUTED))
"""How the curves are drawn, one after the other; the points of the second are hollow."""
HIGH = 7
"""How high the curves stand, in lines of text."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: its label in the reader's language, and a value for each year."""

    label: str
    values: tuple[int, ...]


class CurvesChart(Chart):
    """One or two curves over the same years, with their last values at the right and the years below."""

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._years: tuple[int, ...] = ()
        self._curves: tuple[Curve, ...] = ()

    def show_curves(self, years: Sequence[int], curves: Sequence[Curve]) -> None:
        """Show these curves over these years."""
        self._years, self._curves = tuple(years), tuple(curves)
        self.tell()

    def words_of(self) -> str:
        """Year by year, the value of each curve."""
        words = self.language.words
        pattern = words.pgettext("values of a year", "{year}: {values}")
        told = []
        for place, year in enumerate(self._years):
            said = (words.gettext("{label}: {number}").format(label=one.label, number=one.values[place])
                    for one in self._curves)  # fmt: skip
            told.append(pattern.format(year=year, values=words.listing(said)))
        return "; ".join(told)

    def height_for(self, width: int) -> int:
        """The curves, the years below, and a line for each label above."""
        return self.fontMetrics().lineSpacing() * (HIGH + 2 + len(self._curves)) + STEP * 2

    def _place(self) -> Box:
        metrics = self.fontMetrics()
        side, top = metrics.horizontalAdvance("0000"), metrics.lineSpacing() * (len(self._curves) + 1) + STEP
        return Box(side, top, max(1, self.width() - 2 * side), metrics.lineSpacing() * HIGH)

    def draw(self, painter: QPainter) -> None:
        """The legend, the curves, and the years below as far as they have room."""
        place, most = self._place(), max((value for one in self._curves for value in one.values), default=0)
        for number, one in enumerate(self._curves):
            line, tone = LINES[number % len(LINES)]
            ink = QColor(colours().accent if tone is Tone.NEUTRAL else tone_colour(colours(), tone))
            points = curve_points(one.values, place, most)
            painter.setPen(QPen(ink, 2, line))
            for before, after in pairwise(points):
                painter.drawLine(QPointF(before.x, before.y), QPointF(after.x, after.y))
            self._dots(painter, points, ink, hollow=bool(number))
            self._legend(painter, number, one, ink)
        for rect, value in self.numbers():
            painter.setPen(QColor(colours().text))
            painter.drawText(rect, CENTRE, self.language.words.number(value))
        self._axis(painter, place)

    def numbers(self) -> list[tuple[QRectF, int]]:
        """The number at each point as far as there is room: the greater of a year above its point, the lesser below.

        One that would lie on another number, or on the axis, is left out; the words of the chart say it. The last
        year's come first.
        """
        place, most = self._place(), max((value for one in self._curves for value in one.values), default=0)
        high, placed = self.fontMetrics().lineSpacing(), list[tuple[QRectF, int]]()
        points = [curve_points(one.values, place, most) for one in self._curves]
        for year in reversed(range(len(self._years))):
            there = ((one.values[year], of[year]) for one, of in zip(self._curves, points, strict=True))
            several = sorted(there, key=lambda one: -one[0])
            for number, (value, point) in enumerate(several):
                wide = self.fontMetrics().horizontalAdvance(self.language.words.number(value)) + STEP
                top = point.y + STEP if number else point.y - high - STEP
                rect = QRectF(point.x - wide / 2, top, wide, high)
                free = all(not rect.intersects(other) for other, _ in placed)
                if free and (not number or rect.bottom() <= place.bottom):
                    placed.append((rect, value))
        return placed

    def _dots(self, painter: QPainter, points: Sequence[Point], ink: QColor, *, hollow: bool) -> None:
        painter.setPen(QPen(ink, 2))
        painter.setBrush(QColor(colours().base) if hollow else ink)
        for point in points:
            painter.drawEllipse(QPointF(point.x, point.y), STEP * 0.75, STEP * 0.75)

    def _legend(self, painter: QPainter, number: int, one: Curve, ink: QColor) -> None:
        """A label with its last value, behind a piece of its line."""
        metrics = self.fontMetrics()
        top = number * metrics.lineSpacing()
        middle = top + metrics.lineSpacing() / 2
        painter.setPen(QPen(ink, 2, LINES[number % len(LINES)][0]))
        painter.drawLine(QPointF(0, middle), QPointF(STEP * 6, middle))
        painter.setPen(QColor(colours().text))
        said = self.language.words.gettext("{label}: {number}")
        text = said.format(label=one.label, number=one.values[-1] if one.values else 0)
        painter.drawText(QRectF(STEP * 8, top, self.width() - STEP * 8, metrics.lineSpacing()), LEFT, text)

    def _axis(self, painter: QPainter, place: Box) -> None:
        metrics, free = self.fontMetrics(), 0.0
        painter.setPen(QColor(colours().muted))
        painter.drawLine(QPointF(place.x, place.bottom), QPointF(place.right, place.bottom))
        width = metrics.horizontalAdvance("0000") + STEP * 2
        for year, point in zip(self._years, curve_points([0] * len(self._years), place, 1), strict=True):
            left = min(max(0.0, point.x - width / 2), self.width() - width)
            if left >= free:
                painter.drawText(QRectF(left, place.bottom + STEP, width, metrics.lineSpacing()), CENTRE, str(year))
                free = left + width
