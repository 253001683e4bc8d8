"""The seats of the Committee by year: a row for each seat, with its group, its vacancies, and who coordinates."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from nmirf_desktop.domain.charts import Scale, Spell, spells
from nmirf_desktop.domain.committee_years import StretchKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.ui.charts import Chart, plate, rectangle
from nmirf_desktop.ui.groups import fill_group
from nmirf_desktop.ui.labels import as_tip
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, colours

STAR = "★"
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
FAINT, CALM = 150, 120
"""How much of the page's ground lies over the bar of who acts after the mandate, and of what is over, of 255."""


@dataclass(frozen=True, slots=True)
class SeatSpell:
    """One State in one seat for a time, or nobody; *coordinated* are the times in which it coordinates.

    *group* gives the hue, *letters* say the region; *key* is that of the seat, for who asks to go there; *said* is the
    whole in words.
    """

    row: int
    name: str
    group: RegionalGroup | None
    letters: str
    period: Period
    kind: StretchKind = StretchKind.HELD
    coordinated: tuple[Period, ...] = ()
    key: str = ""
    said: str = ""


class SeatsTimeline(Chart):
    """Who sat in which seat when, by year; the line is the day shown. Words below say what is pointed at.

    The arrow keys go from one spell to the next, Enter asks for it as a click does: ``asked`` carries the
    :class:`SeatSpell`.
    """

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._seats: tuple[SeatSpell, ...] = ()
        self._span = (datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))
        self._on = datetime.date(2024, 5, 9)
        self._at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_seats(
        self, seats: Sequence[SeatSpell], span: tuple[datetime.date, datetime.date], on: datetime.date
    ) -> None:
        """Show these seats from the first to the last day of *span*, with a line at *on*."""
        self._seats, self._span, self._on = tuple(seats), span, on
        self._at = None
        self.tell()

    # -- words -----------------------------------------------------------------------------------------------------

    def words_of(self) -> str:
        """Each State with its dates, row by row."""
        ordered = sorted(self._seats, key=lambda one: (one.row, one.period.start))
        return self.language.words.series(seat.said for seat in ordered)

    def _legend(self) -> str:
        """What the marks mean that are shown; the words of a spell take its place."""
        words = self.language.words
        said, kinds = [], {seat.kind for seat in self._seats}
        if any(seat.coordinated for seat in self._seats):
            said.append(words.gettext("{star} and line below: Coordinator").format(star=STAR))
        if StretchKind.VACANT in kinds:
            said.append(words.gettext("dashed outline: vacant"))
        if StretchKind.ACTING in kinds:
            said.append(words.gettext("dotted outline: acting after the mandate"))
        if any(self._over(seat) for seat in self._seats if seat.kind is not StretchKind.VACANT):
            said.append(words.gettext("pale: over by that day"))
        said.append(words.gettext("line: {day}").format(day=words.date(self._on)))
        return words.pgettext("facts in a row", " · ").join(said)

    # -- geometry --------------------------------------------------------------------------------------------------

    def _row(self) -> int:
        return self.fontMetrics().height() + STEP * 3

    def _top(self) -> int:
        return self.fontMetrics().height() + STEP * 2

    def _rows(self) -> int:
        return max((seat.row for seat in self._seats), default=-1) + 1

    def _scale(self) -> Scale:
        return Scale(*self._span, 0, max(1, self.width() - 1))

    def height_for(self, width: int) -> int:
        """The years, a row for each seat, and the words."""
        return self._above() + self._foot(width) if width else 0

    def _above(self) -> int:
        """The height of the years and the rows, above the words."""
        return self._top() + self._rows() * (self._row() + STEP)

    def _foot(self, width: int) -> int:
        """The room for the words: all of what the marks mean, and two lines at least."""
        metrics = self.fontMetrics()
        legend = metrics.boundingRect(QRect(0, 0, width, metrics.height() * 9), WRAPPED, self._legend()).height()
        return max(legend, metrics.lineSpacing() * 2) + STEP

    def boxes(self) -> tuple[QRectF, ...]:
        """Where each spell stands, in the order in which they were given."""
        items = [Spell(seat.row, seat.period.start, seat.period.end) for seat in self._seats]
        placed = spells(items, self._scale(), self._row(), STEP)
        return tuple(rectangle(box, 0, self._top()).adjusted(0, 0, -2, 0) for box in placed)

    def _under(self, place: QPointF) -> int | None:
        return next((number for number, box in enumerate(self.boxes()) if box.contains(place)), None)

    # -- painting --------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """Years and their lines, the seats, the day shown, and the line of words."""
        scale, foot = self._scale(), self._above()
        self._years(painter, scale, foot)
        boxes = self.boxes()
        for seat, box in zip(self._seats, boxes, strict=True):
            if box.width() > 0:
                self._seat(painter, seat, box, scale)
        if scale.holds(self._on):
            painter.setPen(QPen(QColor(colours().accent), 2))
            x = scale.x(self._on)
            painter.drawLine(QPointF(x, 0), QPointF(x, foot))
        if self._at is not None and self._at < len(boxes):
            self._frame(painter, boxes[self._at])
        said = self._legend() if self._at is None else self._seats[self._at].said
        painter.setPen(QColor(colours().muted if self._at is None else colours().text))
        painter.drawText(QRectF(0, foot + STEP, self.width(), self.height() - foot - STEP), WRAPPED, said)

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        """What is pointed at: a line in the colour of text within one in that of the ground, told from any hue."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours().base), 6))
        painter.drawRect(box.adjusted(0, 0, 0, 0))
        painter.setPen(QPen(QColor(colours().text), 3))
        painter.drawRect(box.adjusted(-1, -1, 1, 1))

    def _years(self, painter: QPainter, scale: Scale, foot: int) -> None:
        scheme, metrics, free = colours(), self.fontMetrics(), 0.0
        for day in (scale.first, *(year for year in scale.years() if year != scale.first)):
            x = scale.x(day)
            painter.setPen(QColor(scheme.line))
            painter.drawLine(QPointF(x, 0), QPointF(x, foot))
            painter.setPen(QColor(scheme.muted))
            ends = x + metrics.horizontalAdvance("0000") + STEP
            if free <= x and ends <= self.width():
                painter.drawText(QPointF(x + STEP, self._top() - STEP * 2), str(day.year))
                free = ends

    def _seat(self, painter: QPainter, seat: SeatSpell, rect: QRectF, scale: Scale) -> None:
        scheme = colours()
        if seat.kind is StretchKind.VACANT:
            painter.setPen(QPen(QColor(scheme.attention), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        else:
            fill_group(painter, rect, seat.group)
        acting = seat.kind is StretchKind.ACTING
        if acting or (self._over(seat) and seat.kind is not StretchKind.VACANT):
            veil = QColor(scheme.base)
            veil.setAlpha(FAINT if acting else CALM)
            painter.fillRect(rect, QBrush(veil))
        if acting:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        for time in seat.coordinated:
            self._coordinated(painter, time, rect, scale)
        self._name(painter, seat, rect)

    def _over(self, seat: SeatSpell) -> bool:
        """Whether a spell is over on the day shown: it is painted calmer than what is so now, or will be."""
        return seat.period.end is not None and seat.period.end <= self._on

    def _coordinated(self, painter: QPainter, time: Period, rect: QRectF, scale: Scale) -> None:
        """A thick line under the time in which the seat's holder coordinates."""
        left = max(scale.x(time.start), rect.left())
        right = min(scale.x(time.end) if time.end else rect.right(), rect.right())
        if left < right:
            painter.fillRect(QRectF(left, rect.bottom() - STEP, right - left, STEP), QColor(colours().text))

    def _name(self, painter: QPainter, seat: SeatSpell, rect: QRectF) -> None:
        """The name with the group's letters, or as much of it as there is room for: a name cut short is none."""
        room = rect.width() - STEP * 4
        text = next((one for one in self._names(seat) if self.fontMetrics().horizontalAdvance(one) <= room), "")
        if text:
            wide = self.fontMetrics().horizontalAdvance(text) + STEP * 4.0
            plate(painter, QRectF(rect.left(), rect.top(), wide, rect.height() - STEP), text)

    def _names(self, seat: SeatSpell) -> tuple[str, ...]:
        """What may stand in a bar, the longest first."""
        words, letters = self.language.words, seat.letters
        if seat.kind is StretchKind.VACANT:
            return (words.pgettext("seat in a timeline", "vacant"),)
        star = f"{STAR} " if seat.coordinated else ""
        whole = words.pgettext("seat in a timeline", "{name} · {group}").format(name=seat.name, group=letters)
        if seat.kind is StretchKind.ACTING:
            acting = words.pgettext("seat in a timeline", "acting")
            return (
                words.pgettext("seat in a timeline", "{name} · {group}").format(name=acting, group=letters),
                letters,
            )
        return (star + whole, star + seat.name, star + letters, letters)

    # -- pointing --------------------------------------------------------------------------------------------------

    def _point(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            self.setAccessibleDescription(self.words_of() if at is None else self._seats[at].said)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer is framed and said."""
        at = self._under(event.position())
        if at is not None or not self.hasFocus():
            self._point(at)
        self.setCursor(Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the spell under the pointer."""
        at = self._under(event.position())
        if at is None:
            super().mousePressEvent(event)
        else:
            self._point(at)
            self.asked.emit(self._seats[at])

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more, but for what the keyboard holds."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go through the spells: sideways in a row, Home and End to its ends, up and down to others."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.asked.emit(self._seats[self._at])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) and self._seats:
            self._point(self._next(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._seats:
            row = self._in_row(self._at if self._at is not None else self._first())
            self._point(row[0 if key is Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def _next(self, key: Qt.Key) -> int:
        """The spell to which an arrow key leads; the same where there is none."""
        at = self._at if self._at is not None else self._first()
        here, seats = self._seats[at], self._seats
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            row = self._in_row(at)
            place = row.index(at) + (1 if key is Qt.Key.Key_Right else -1)
            return row[min(max(place, 0), len(row) - 1)]
        wanted = here.row + (1 if key is Qt.Key.Key_Down else -1)
        near = [n for n, one in enumerate(seats) if one.row == wanted]
        return min(near, key=lambda n: abs((seats[n].period.start - here.period.start).days), default=at)

    def _in_row(self, at: int) -> list[int]:
        """The spells of the row of one, by their first days."""
        seats = self._seats
        row = (n for n, one in enumerate(seats) if one.row == seats[at].row)
        return sorted(row, key=lambda n: seats[n].period.start)

    def _first(self) -> int:
        """The first spell that is shown on the day, else the first of all."""
        holding = (n for n, one in enumerate(self._seats) if one.period.holds(self._on))
        return min(holding, key=lambda n: self._seats[n].row, default=0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at what stands on the day shown."""
        super().focusInEvent(event)
        if self._at is None and self._seats and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point(self._first())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keyboard, nothing is pointed at."""
        super().focusOutEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        """The words of a spell as a tooltip, whole where the line below is too short for them."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast("QHelpEvent", event)
            at = self._under(QPointF(asked.pos()))
            QToolTip.showText(asked.globalPos(), as_tip(self._seats[at].said) if at is not None else "", self)
            return True
        return super().event(event)
