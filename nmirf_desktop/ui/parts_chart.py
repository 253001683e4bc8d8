"""A chart of bars cut into parts, such as answers or states, with a number in each part and a legend below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.charts import stacked
from nmirf_desktop.ui.charts import LEFT, Chart, plate, rectangle
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, colours, tone_colour

NARROW = 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its *label*, a marked constant, its hue and its pattern: no meaning hangs on colour alone."""

    label: str
    tone: Tone
    pattern: Qt.BrushStyle


@dataclass(frozen=True, slots=True)
class PartsOf:
    """One bar: its name in the reader's language, and how many are in each part.

    Where there is no room for the name, what is *brief* stands in its place.
    """

    label: str
    parts: Mapping[Any, int]
    brief: str = ""

    @property
    def total(self) -> int:
        """All that are counted in it."""
        return sum(self.parts.values())


class PartsChart(Chart):
    """Bars in proportion to the largest, with a legend below; *parts* are those of each bar, in their order."""

    def __init__(self, parts: Mapping[StrEnum, Part], language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._parts = parts
        self._rows: tuple[PartsOf, ...] = ()

    def show_rows(self, rows: Sequence[PartsOf]) -> None:
        """Show these bars; one of which no part is drawn is left out."""
        self._rows = tuple(row for row in rows if self._drawn(row))
        self.tell()

    def _drawn(self, row: PartsOf) -> int:
        """All that the parts of a bar draw: its length."""
        return sum(row.parts.get(part, 0) for part in self._parts)

    def words_of(self) -> str:
        """Each bar with its parts."""
        words = self.language.words
        return " ".join(
            words.pgettext("who is expected", "{group}: {answers}.").format(
                group=row.label,
                answers=words.listing(self._said(part, row) for part in self._parts if row.parts.get(part)),
            )
            for row in self._rows
        )

    def _said(self, part: StrEnum, row: PartsOf) -> str:
        words = self.language.words
        label = words.gettext(self._parts[part].label)
        return words.gettext("{label}: {number}").format(label=label, number=words.number(row.parts.get(part, 0)))

    def _label_width(self, width: int) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(row.label) for row in self._rows), default=0)
        return int(min(widest + STEP * 3, width * NARROW))

    def _named(self, row: PartsOf, room: int) -> str:
        """The name of a bar, or what is brief: not where that is but how the name begins, which can be cut as well."""
        metrics = self.fontMetrics()
        begins = row.label.startswith(row.brief) and metrics.horizontalAdvance(row.brief) * 3 <= room
        fits = metrics.horizontalAdvance(row.label) <= room
        return row.label if fits or begins else row.brief

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().height() + STEP * 2

    def _legend(self, width: int) -> list[tuple[StrEnum, str, QPointF]]:
        """The entries of the legend on as many lines as they need, below the bars."""
        metrics, words = self.fontMetrics(), self.language.words
        x, y = 0.0, float(len(self._rows) * self._row_height + STEP * 2)
        places = []
        for part in self._parts:
            text = words.gettext(self._parts[part].label)
            wide = metrics.height() + STEP + metrics.horizontalAdvance(text) + STEP * 4
            if x and x + wide > width:
                x, y = 0.0, y + metrics.height() + STEP
            places.append((part, text, QPointF(x, y)))
            x += wide
        return places

    def height_for(self, width: int) -> int:
        """The bars and the lines of the legend."""
        if not self._rows:
            return 0
        return round(self._legend(width)[-1][2].y() + self.fontMetrics().height() + STEP)

    def draw(self, painter: QPainter) -> None:
        """Labels at the left, bars with numbers, the legend."""
        if not self._rows:
            return
        label, most = self._label_width(self.width()), max(self._drawn(row) for row in self._rows)
        for number, row in enumerate(self._rows):
            self._draw_row(painter, row, QRectF(0, number * self._row_height, label, self._row_height), most)
        metrics = self.fontMetrics()
        for part, text, place in self._legend(self.width()):
            _fill(painter, QRectF(place.x(), place.y(), metrics.height(), metrics.height()), self._parts[part])
            painter.setPen(QColor(colours().text))
            room = self.width() - round(place.x()) - metrics.height() - STEP
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(place.x() + metrics.height() + STEP, place.y() + metrics.ascent()), shown)

    def _draw_row(self, painter: QPainter, row: PartsOf, place: QRectF, most: int) -> None:
        metrics = self.fontMetrics()
        painter.setPen(QColor(colours().text))
        room = int(place.width()) - STEP
        painter.drawText(place, LEFT, metrics.elidedText(self._named(row, room), Qt.TextElideMode.ElideRight, room))
        width = (self.width() - place.width()) * self._drawn(row) / most
        boxes = stacked([row.parts.get(part, 0) for part in self._parts], width, self._row_height - STEP)
        for part, box in zip(self._parts, boxes, strict=True):
            if not row.parts.get(part):
                continue
            rect = rectangle(box, place.right(), place.top() + STEP / 2).adjusted(0, 0, -1, 0)
            _fill(painter, rect, self._parts[part])
            number = self.language.words.number(row.parts.get(part, 0))
            if metrics.horizontalAdvance(number) + STEP * 2 <= rect.width():
                plate(painter, rect, number)


def _fill(painter: QPainter, rect: QRectF, part: Part) -> None:
    """A part in its hue and pattern, with its outline."""
    scheme = colours()
    ink = QColor(scheme.accent if part.tone is Tone.NEUTRAL else tone_colour(scheme, part.tone))
    painter.setPen(ink)
    painter.setBrush(QBrush(ink, part.pattern))
    painter.drawRect(rect)
