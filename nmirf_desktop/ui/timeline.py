"""The seats of the Committee by year: a row for each seat, with its group, its vacancies, and who coordinates."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from nmirf_desktop.domain.charts import Labelled, RowsFrame, Scale, Spell, labelled, spells
from nmirf_desktop.domain.committee_years import StretchKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.regions import Region
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.charts import LEFT, Chart, plate, rectangle
from nmirf_desktop.ui.labels import as_tip
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.regions import fill_region
from nmirf_desktop.ui.theme import STEP, colours

STAR = "★"
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
BETWEEN = 2
"""What is left free between two bars of a row, in pixels."""
FAINT, CALM = 150, 120
"""How much of the page's ground lies over the bar of who acts after the mandate, and of what is over, of 255."""


@dataclass(frozen=True, slots=True)
class SeatSpell:
    """One State in one seat for a time, or nobody; *coordinated* are the times in which it coordinates.

    *region* gives hue and pattern, *letters* say it; *key* is that of the seat, for who asks to go there; *said* is the
    whole in words.
    """

    row: int
    name: str
    region: Region | None
    letters: str
    period: Period
    kind: StretchKind = StretchKind.HELD
    coordinated: tuple[Period, ...] = ()
    key: str = ""
    said: str = ""


def whole_name(seat: SeatSpell, words: Catalog) -> str:
    """Who holds a seat, with the letters of the region, and a star for who coordinates."""
    star = f"{STAR} " if seat.coordinated else ""
    return star + words.pgettext("seat in a timeline", "{name} · {group}").format(name=seat.name, group=seat.letters)


def names_in(seat: SeatSpell, words: Catalog) -> tuple[str, ...]:
    """What may stand in a bar, the longest first: who holds the seat is always named with the region's letters."""
    match seat.kind:
        case StretchKind.VACANT:
            return (words.pgettext("seat in a timeline", "vacant"),)
        case StretchKind.ACTING:
            acting = words.pgettext("seat in a timeline", "acting")
            frame = words.pgettext("seat in a timeline", "{name} · {group}")
            return frame.format(name=acting, group=seat.letters), seat.letters
        case StretchKind.HELD:
            return (whole_name(seat, words),)


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

    def _scale(self, width: int) -> Scale:
        return Scale(*self._span, 0, max(1, width - 1))

    def height_for(self, width: int) -> int:
        """The years, a row for each seat, and the words."""
        return self._above(width) + self._foot(width) if width else 0

    def _above(self, width: int) -> int:
        """The height of the years and the rows, above the words."""
        return self._top() + round(self._placed(width).height)

    def _placed(self, width: int) -> Labelled:
        """The spells in their rows, and the names above those that have no room for them."""
        items = [Spell(seat.row, seat.period.start, seat.period.end) for seat in self._seats]
        scale, metrics, words = self._scale(width), self.fontMetrics(), self.language.words
        widths = [
            metrics.horizontalAdvance(whole_name(seat, words)) + STEP
            if box.width > 0 and seat.kind is StretchKind.HELD and not self._inside(seat, box.width - BETWEEN) else 0
            for seat, box in zip(self._seats, spells(items, scale, self._row(), STEP), strict=True)
        ]  # fmt: skip
        return labelled(items, scale, RowsFrame(self._row(), STEP, metrics.height()), widths)

    def _foot(self, width: int) -> int:
        """The room for the words: all of what the marks mean, and two lines at least."""
        metrics = self.fontMetrics()
        legend = metrics.boundingRect(QRect(0, 0, width, metrics.height() * 9), WRAPPED, self._legend()).height()
        return max(legend, metrics.lineSpacing() * 2) + STEP

    def boxes(self) -> tuple[QRectF, ...]:
        """Where each spell stands, in the order in which they were given."""
        boxes = self._placed(self.width()).boxes
        return tuple(rectangle(box, 0, self._top()).adjusted(0, 0, -BETWEEN, 0) for box in boxes)

    def names_above(self) -> tuple[QRectF | None, ...]:
        """Where the name of each spell stands that has no room for it, in the order in which they were given."""
        labels = self._placed(self.width()).labels
        return tuple(rectangle(box, 0, self._top()) if box is not None else None for box in labels)

    def _under(self, place: QPointF) -> int | None:
        return next((number for number, box in enumerate(self.boxes()) if box.contains(place)), None)

    # -- painting --------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """Years and their lines, the seats, the day shown, and the line of words."""
        scale, foot = self._scale(self.width()), self._above(self.width())
        self._years(painter, scale, foot)
        boxes = self.boxes()
        for seat, box, above in zip(self._seats, boxes, self.names_above(), strict=True):
            if box.width() > 0:
                self._seat(painter, seat, box, scale)
            if above is not None:
                painter.setPen(QColor(colours().text))
                painter.drawText(above, LEFT, whole_name(seat, self.language.words))
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
            fill_region(painter, rect, seat.region)
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
        if text := self._inside(seat, rect.width()):
            wide = self.fontMetrics().horizontalAdvance(text) + STEP * 4.0
            plate(painter, QRectF(rect.left(), rect.top(), wide, rect.height() - STEP), text)

    def _inside(self, seat: SeatSpell, width: float) -> str:
        """What stands in a bar that is so wide; nothing where there is no room for its name."""
        names, room = names_in(seat, self.language.words), width - STEP * 4
        return next((one for one in names if self.fontMetrics().horizontalAdvance(one) <= room), "")

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
