"""Who was there when: a row for each delegation over the hours, with its stays and its lost connections."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.stays import Stay, Where
from nmirf_desktop.ui.charts import LEFT, Chart
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, colours

STEPS = tuple(datetime.timedelta(minutes=one) for one in (5, 15, 30, 60, 180))
MOST_LINES = 10
"""How far the lines of time may stand apart, and how many there are at most."""
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
NAMES = 0.3
"""The share of the width that names may take."""


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """A delegation with its stays, in local time, and the whole in words."""

    name: str
    stays: tuple[Stay, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Span:
    """The hours of a timeline, in local time: *until* when what lasts is drawn, and to which moment they go on."""

    first: datetime.datetime
    until: datetime.datetime
    last: datetime.datetime


class PresenceTimeline(Chart):
    """In the room is a full bar, online a hatched one, a lost connection a dashed outline; pauses are grey."""

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._rows: tuple[PresenceRow, ...] = ()
        self._pauses: tuple[tuple[datetime.datetime, datetime.datetime], ...] = ()
        self._span: Span | None = None
        self._names = 0.0  # the width that they take, measured once for each picture

    def show_rows(
        self,
        rows: Sequence[PresenceRow],
        span: Span | None,
        pauses: Sequence[tuple[datetime.datetime, datetime.datetime]] = (),
    ) -> None:
        """Show these delegations over the hours of *span*."""
        self._rows, self._span, self._pauses = tuple(rows), span, tuple(pauses)
        self.tell()

    def words_of(self) -> str:
        """Each delegation with its stays."""
        return self.language.words.series(row.said for row in self._rows)

    def _row(self) -> int:
        return self.fontMetrics().height() + STEP

    def _head(self) -> int:
        return self.fontMetrics().height() + STEP * 2

    def height_for(self, width: int) -> int:
        """The hours, a row for each delegation, and what the bars mean."""
        if not self._rows or not width:
            return 0
        return self._head() + len(self._rows) * (self._row() + STEP) + self._foot(width)

    def _foot(self, width: int) -> int:
        """The height of what the bars mean, on as many lines as it needs."""
        whole = QRect(0, 0, width, self.fontMetrics().height() * 9)
        return self.fontMetrics().boundingRect(whole, WRAPPED, self._legend()).height() + STEP * 2

    def _legend(self) -> str:
        words = self.language.words
        return words.gettext("full: in the room · hatched: online · dashed: connection lost · grey: suspended")

    def _room_for_names(self) -> float:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0)
        return min(widest + STEP * 3, self.width() * NAMES)

    def _x(self, at: datetime.datetime) -> float:
        if self._span is None:
            return 0
        first, last = self._span.first, self._span.last
        whole = max((last - first).total_seconds(), 1)
        part = min(max((at - first).total_seconds(), 0), whole)
        return self._names + (self.width() - self._names - 1) * part / whole

    def draw(self, painter: QPainter) -> None:
        """Hours, pauses, the stays, and the legend."""
        if self._span is None or not self._rows:
            return
        self._names = self._room_for_names()
        foot = self._head() + len(self._rows) * (self._row() + STEP)
        for first, last in self._pauses:
            ground = QRectF(self._x(first), self._head(), self._x(last) - self._x(first), foot - self._head())
            painter.fillRect(ground, QColor(colours().line))
        self._hours(painter, foot)
        metrics = self.fontMetrics()
        for place, row in enumerate(self._rows):
            top = self._head() + place * (self._row() + STEP)
            painter.setPen(QColor(colours().text))
            room = QRectF(0, top, self._names - STEP * 2, self._row())
            painter.drawText(room, LEFT, metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(room.width())))
            for stay in row.stays:
                self._stay(painter, stay, top)
        painter.setPen(QColor(colours().muted))
        room = QRectF(0, foot + STEP, self.width(), self.height() - foot - STEP)
        painter.drawText(room, WRAPPED, self._legend())

    def _hours(self, painter: QPainter, foot: float) -> None:
        """A line at each full hour, or oftener over a short time, with its time where there is room."""
        if self._span is None:
            return
        first, last = self._span.first, self._span.last
        step = next((one for one in STEPS if (last - first) / one <= MOST_LINES), STEPS[-1])
        at = first.replace(minute=0, second=0, microsecond=0)
        free = 0.0
        while at <= last:
            if at >= first:
                x = self._x(at)
                painter.setPen(QColor(colours().line))
                painter.drawLine(QPointF(x, 0), QPointF(x, foot))
                text = self.language.words.clock(at)
                wide = self.fontMetrics().horizontalAdvance(text)
                if x >= free and x + wide + STEP <= self.width():
                    painter.setPen(QColor(colours().muted))
                    painter.drawText(QPointF(x + STEP, self.fontMetrics().ascent()), text)
                    free = x + wide + STEP * 3
            at += step

    def _stay(self, painter: QPainter, stay: Stay, top: float) -> None:
        end = stay.ended_at if stay.ended_at is not None or self._span is None else self._span.until
        if end is None:
            return
        left = self._x(stay.began_at)
        bar = QRectF(left, top + STEP / 2, max(self._x(end) - left, 2), self._row() - STEP)
        scheme = colours()
        if stay.where is Where.LOST:
            painter.setPen(QPen(QColor(scheme.attention), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
        elif stay.where is Where.ONLINE:
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.setBrush(QBrush(QColor(scheme.accent), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)
        else:
            painter.fillRect(bar, QColor(scheme.accent))
