"""The milestone strip: what a meeting's planning has to do and by when, as one line of time."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.charts import Scale, label_start, spread
from nmirf_desktop.ui.charts import CENTRE, Chart
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import SHAPES, STEP, Tone, colours, tone_colour

GRAVITY = (Tone.MUTED, Tone.NEUTRAL, Tone.GOOD, Tone.ATTENTION, Tone.BAD)
"""Of several dates on one spot, the shape of the gravest is seen."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One date of the planning: its key, its name in the reader's language, and how it stands."""

    key: str
    name: str
    on: datetime.date
    tone: Tone = Tone.NEUTRAL
    state: str = ""


class MilestoneStrip(Chart):
    """Dates on a line with their names under it, each with a shape for how it stands; today is a line across.

    ``asked`` carries the key of the milestone pressed.
    """

    asked = Signal(str)

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._milestones: tuple[Milestone, ...] = ()
        self._on = datetime.date(2024, 5, 9)

    def show_milestones(self, milestones: Sequence[Milestone], on: datetime.date) -> None:
        """Show these, in the order of their dates, with a line at *on*."""
        self._milestones = tuple(sorted(milestones, key=lambda milestone: milestone.on))
        self._on = on
        self.tell()

    def words_of(self) -> str:
        """Each milestone with its date and state."""
        words = self.language.words
        return words.series(
            words.gettext("{name}: {date}, {state}").format(name=m.name, date=words.date(m.on), state=m.state)
            if m.state
            else words.gettext("{label}: {number}").format(label=m.name, number=words.date(m.on))
            for m in self._milestones
        )

    # -- geometry --------------------------------------------------------------------------------------------------

    def _scale(self, width: int) -> Scale | None:
        if not self._milestones:
            return None
        first = min(self._on, self._milestones[0].on)
        last = max(self._on, self._milestones[-1].on)
        return Scale(first, max(last, first + datetime.timedelta(days=1)), STEP * 3, max(1, width - STEP * 6))

    def _labels(self) -> list[tuple[str, str]]:
        words = self.language.words
        return [(milestone.name, words.short_date(milestone.on)) for milestone in self._milestones]

    def _widths(self) -> list[float]:
        metrics = self.fontMetrics()
        return [max(metrics.horizontalAdvance(part) for part in label) + STEP * 4.0 for label in self._labels()]

    def _lines(self, width: int) -> tuple[int, ...]:
        scale = self._scale(width)
        if scale is None:
            return ()
        points = [scale.x(milestone.on) for milestone in self._milestones]
        return spread(points, self._widths(), 0, width)

    def _side(self) -> int:
        return max(STEP * 4, self.fontMetrics().height())

    def height_for(self, width: int) -> int:
        """The line, and as many rows of names as they need."""
        rows = max(self._lines(width), default=-1) + 1
        return self._side() + STEP * 3 + rows * (self.fontMetrics().height() * 2 + STEP * 2) if rows else 0

    def _place(self, number: int) -> tuple[float, QRectF]:
        """Where a milestone's shape and its label are."""
        scale = self._scale(self.width())
        x = scale.x(self._milestones[number].on) if scale else 0.0
        width = self._widths()[number]
        line = self._lines(self.width())[number]
        high = self.fontMetrics().height() * 2
        top = self._side() + STEP * 3 + line * (high + STEP * 2)
        return x, QRectF(label_start(x, width, 0, self.width()), top, width, high)

    # -- painting --------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """The line of time, today, then each milestone."""
        scale = self._scale(self.width())
        if scale is None:
            return
        scheme, middle = colours(), self._side() / 2 + STEP
        painter.setPen(QPen(QColor(scheme.border), 2))
        painter.drawLine(QPointF(scale.left, middle), QPointF(scale.left + scale.length, middle))
        today = scale.x(self._on)
        painter.setPen(QPen(QColor(scheme.accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(today, 0), QPointF(today, self.height()))
        numbers = range(len(self._milestones))
        painter.setPen(QColor(scheme.line))
        for number in numbers:
            x, label = self._place(number)
            painter.drawLine(QPointF(x, middle), QPointF(x, label.top()))
        for number in numbers:
            self._label(painter, number)
        for number in sorted(numbers, key=lambda one: GRAVITY.index(self._milestones[one].tone)):
            self._shape(painter, number, middle)

    def _shape(self, painter: QPainter, number: int, middle: float) -> None:
        milestone, scheme = self._milestones[number], colours()
        x, _ = self._place(number)
        side = self._side()
        ground = QRectF(x - side / 2 - 1, middle - side / 2 - 1, side + 2, side + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.base))
        painter.drawEllipse(ground)
        shape = "circle" if milestone.tone in (Tone.NEUTRAL, Tone.MUTED) else SHAPES[milestone.tone]
        ink = scheme.muted if milestone.tone is Tone.NEUTRAL else tone_colour(scheme, milestone.tone)
        image = picture(shape, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x - side / 2, middle - side / 2), image)

    def _label(self, painter: QPainter, number: int) -> None:
        scheme, metrics = colours(), self.fontMetrics()
        _, label = self._place(number)
        name, date = self._labels()[number]
        painter.setBrush(QColor(scheme.base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(label.adjusted(STEP, 0, -STEP, 0))
        painter.setPen(QColor(scheme.text))
        painter.drawText(label.adjusted(0, 0, 0, -metrics.height()), CENTRE, name)
        painter.setPen(QColor(scheme.muted))
        painter.drawText(label.adjusted(0, metrics.height(), 0, 0), CENTRE, date)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the milestone under the pointer."""
        for number, milestone in enumerate(self._milestones):
            x, label = self._place(number)
            side = self._side()
            if label.contains(event.position()) or QRectF(x - side / 2, 0, side, side * 1.5).contains(event.position()):
                self.asked.emit(milestone.key)
                return
        super().mousePressEvent(event)
