"""Pages of a PDF on the screen: only those in sight are drawn, as large as the reader wants them."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from nmirf_desktop.ui.pdf import Hit, Pdf
from nmirf_desktop.ui.theme import STEP, colours

GAP = STEP * 3
"""Between pages and around them, in pixels."""
KEPT = 64 << 20
"""How many bytes of drawn pages are kept beside those in sight."""
POINTS = 72
"""Points in an inch: a PDF's unit of length."""
NOTCH = 120
"""One notch of a wheel, as Qt counts it."""
FOUND, FOUND_NOW = "#ffe066", "#ff9f1c"
"""What is laid over words that were found, and over the one that is being looked at, which has an outline too."""


class Zoom(StrEnum):
    """How large a page is shown: as wide or as high as its place, or in per cent of the paper."""

    WIDTH = "width"
    PAGE = "page"
    HALF = "50"
    THREE_QUARTERS = "75"
    FULL = "100"
    QUARTER_MORE = "125"
    HALF_MORE = "150"
    DOUBLE = "200"
    TRIPLE = "300"

    @property
    def per_cent(self) -> int:
        """The size in per cent; 0 where the place decides."""
        return int(self) if self.isdecimal() else 0


SIZES = tuple(zoom for zoom in Zoom if zoom.per_cent)
SIZE_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1, Qt.Key.Key_0: 0}
"""What each key does to the size with Ctrl: a step, or 0 for the width of the place."""
PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
"""The keys that turn pages: these two with Ctrl, the arrows where a page is not wider than its place."""
READING = {**PAGES, Qt.Key.Key_Space: 1}


class Preview(QAbstractScrollArea):
    """The pages of one PDF under each other.

    Page Up and Page Down read on by what is in sight, and stop at the head of a page; with Ctrl, they turn pages, as do
    the arrows left and right. Home and End go to the first and the last; Ctrl with plus, minus, zero or the wheel
    changes the size. ``moved`` carries the number of the page in sight (from 1) and how many there are; ``scrolled``
    how far down one is, from 0.0 to 1.0; ``zoomed`` the size that was asked for here.
    """

    moved = Signal(int, int)
    scrolled = Signal(float)
    zoomed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pdf: Pdf | None = None
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._zoom = Zoom.WIDTH
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self._turned = 0
        self.setMinimumWidth(STEP * 50)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    # -- what is asked -----------------------------------------------------------------------------------------------

    def show_file(self, pdf: Pdf | None, *, stay: bool = False) -> None:
        """Show a PDF from its first page, or nothing; a new version of the same one may *stay* where the reader was."""
        kept = self.fraction if stay else 0.0
        self._drawn.clear()
        self.pdf = pdf
        self._hits, self._hit = (), None
        self._measure()
        self.go_to_fraction(kept)
        self._tell()

    @property
    def _sizes(self) -> Sequence[tuple[float, float]]:
        return self.pdf.sizes if self.pdf is not None else ()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 where there is none."""
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            return self.pages
        middle = bar.value() + self.viewport().height() // 3
        return sum(place.top() <= middle for place in self._places())

    @property
    def drawn(self) -> frozenset[int]:
        """The pages that are drawn now, from 1."""
        return frozenset(number + 1 for number, _width in self._drawn)

    @property
    def fraction(self) -> float:
        """How far down one is, from 0.0 to 1.0."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    @property
    def marks(self) -> tuple[float, ...]:
        """How far down each bookmark is, from 0.0 to 1.0."""
        places, scale = self._places(), self._scale()
        whole = places[-1].bottom() + GAP if places else 1
        found = self.pdf.marks if self.pdf is not None else ()
        return tuple((places[page].top() + down * scale) / whole for page, down in found)

    def go_to_fraction(self, fraction: float) -> None:
        """Scroll to a place, from 0.0 to 1.0."""
        bar = self.verticalScrollBar()
        bar.setValue(round(fraction * bar.maximum()))

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page into sight; the nearest one where there is none of that number."""
        places = self._places()
        if places:
            place = places[min(max(number, 1), len(places)) - 1]
            self.verticalScrollBar().setValue(place.top() - GAP)

    def read_on(self, steps: int) -> None:
        """Go down (1) or up (-1) by what is in sight, but not past the head of a page that is not in sight yet."""
        bar = self.verticalScrollBar()
        here, there = bar.value(), bar.value() + steps * round(self.viewport().height() * 0.9)
        heads = [place.top() - GAP for place in self._places()]
        passed = [head for head in heads if min(here, there) < head < max(here, there)]
        bar.setValue(there if not passed else min(passed) if steps > 0 else max(passed))

    def mark(self, hits: Sequence[Hit], hit: Hit | None = None) -> None:
        """Mark words that were found, and bring the one looked at into sight."""
        self._hits, self._hit = tuple(hits), hit
        boxes = self.pdf.boxes([hit])[0] if self.pdf is not None and hit is not None else ()
        if hit is not None and boxes:
            place = self._placed(boxes, self._places()[hit.page - 1])[0].toRect()
            for bar, room, first, last in (
                (self.verticalScrollBar(), self.viewport().height(), place.top(), place.bottom()),
                (self.horizontalScrollBar(), self.viewport().width(), place.left(), place.right()),
            ):
                if not (bar.value() + GAP <= first and last <= bar.value() + room - GAP):
                    bar.setValue((first + last) // 2 - room // 3)
        self.viewport().update()

    def zoom(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Show the pages in another size; what is *at* a point of the window, else at its top, stays there."""
        point = at if at is not None else QPoint(self.viewport().width() // 2, 0)
        before, places = self._scale(), self._places()
        down, along = self.verticalScrollBar().value() + point.y(), self.horizontalScrollBar().value() + point.x()
        number = max(sum(place.top() <= down for place in places) - 1, 0)
        corner = places[number].topLeft() if places else QPoint()
        self._zoom = zoom
        self._drawn.clear()
        self._measure()
        if places:
            now, ratio = self._places()[number].topLeft(), self._scale() / before
            self.verticalScrollBar().setValue(round(now.y() + (down - corner.y()) * ratio) - point.y())
            self.horizontalScrollBar().setValue(round(now.x() + (along - corner.x()) * ratio) - point.x())
        self._tell()

    def next_zoom(self, steps: int) -> Zoom:
        """The next larger (1) or smaller (-1) size than the one shown."""
        shown = round(self._scale() * POINTS / self.logicalDpiX() * 100)
        if steps > 0:
            return next((size for size in SIZES if size.per_cent > shown), SIZES[-1])
        return next((size for size in reversed(SIZES) if size.per_cent < shown), SIZES[0])

    # -- geometry ----------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels for each point."""
        widest = max((width for width, _height in self._sizes), default=1.0)
        fitting = max(self.viewport().width() - GAP * 2, 1) / widest
        if self._zoom is Zoom.WIDTH:
            return fitting
        if self._zoom is Zoom.PAGE:
            highest = max((height for _width, height in self._sizes), default=1.0)
            return min(fitting, max(self.viewport().height() - GAP * 2, 1) / highest)
        return self.logicalDpiX() / POINTS * self._zoom.per_cent / 100

    def _places(self) -> list[QRect]:
        """Where each page lies in the whole, which begins at the top of the first."""
        scale, top, places = self._scale(), GAP, []
        room = max(self.viewport().width(), self._breadth())
        for width, height in self._sizes:
            size = round(width * scale), round(height * scale)
            places.append(QRect((room - size[0]) // 2, top, *size))
            top += size[1] + GAP
        return places

    def _breadth(self) -> int:
        scale = self._scale()
        return max((round(width * scale) for width, _height in self._sizes), default=0) + GAP * 2

    def _placed(self, boxes: Sequence[QRectF], page: QRect) -> list[QRectF]:
        """Where the boxes of a hit lie in the whole."""
        scale = self._scale()
        return [
            QRectF(
                page.left() + box.left() * scale, page.top() + box.top() * scale, box.width() * scale,
                box.height() * scale,
            ).adjusted(-1, -2, 1, 2)
            for box in boxes
        ]  # fmt: skip

    def _measure(self) -> None:
        places = self._places()
        whole = places[-1].bottom() + GAP if places else 0
        room = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(whole - room.height(), 0))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(STEP * 10)
        wide = bool(self._zoom.per_cent)
        self.horizontalScrollBar().setRange(0, max(self._breadth() - room.width(), 0) if wide else 0)
        self.horizontalScrollBar().setPageStep(room.width())
        self.viewport().update()

    def _tell(self) -> None:
        self.moved.emit(self.page, self.pages)
        self.scrolled.emit(self.fraction)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _image(self, pdf: Pdf, number: int, width: int) -> QImage:
        """One page, drawn when it first comes into sight."""
        known = self._drawn.get((number, width))
        if known is None:
            self._drawn[number, width] = known = pdf.picture(number, width, self.devicePixelRatioF())
        self._drawn.move_to_end((number, width))
        return known

    def _forget(self, in_sight: int) -> None:
        """Let the pages go that were in sight longest ago, where they are many or large."""
        held = sum(image.sizeInBytes() for image in self._drawn.values())
        while len(self._drawn) > in_sight and held > KEPT:
            _key, image = self._drawn.popitem(last=False)
            held -= image.sizeInBytes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight on the desk under them, and what was found in them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours().window))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = event.rect().translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        shown = [(number, place) for number, place in enumerate(self._places()) if place.intersects(seen)]
        if (pdf := self.pdf) is not None:
            for number, place in shown:
                painter.drawImage(place, self._image(pdf, number, place.width()))
                painter.setPen(QColor(colours().line))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
                here = [hit for hit in self._hits if hit.page == number + 1]
                self._paint_hits(painter, zip(here, pdf.boxes(here), strict=True), place)
        painter.end()
        self._forget(len(shown))

    def _paint_hits(self, painter: QPainter, hits: Iterable[tuple[Hit, Sequence[QRectF]]], place: QRect) -> None:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for hit, boxes in hits:
            now = hit == self._hit
            painter.setPen(QPen(QColor("#000000"), 2) if now else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(FOUND_NOW if now else FOUND))
            painter.drawRects(self._placed(boxes, place))
        painter.restore()

    # -- what comes from outside -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other pages; the place in the document stays."""
        super().resizeEvent(event)
        before = event.oldSize()
        other = event.size().width() != before.width() if self._zoom is Zoom.WIDTH else self._zoom is Zoom.PAGE
        kept = self.fraction
        if other:
            self._drawn.clear()
        self._measure()
        if other:
            self.go_to_fraction(kept)
        self._tell()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Everything in sight is painted again."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has another ground."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """The keys of the size are the pages' own while they have the keyboard; a finer screen has finer pages."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _size_asked(event) is not None
        ):
            event.accept()
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._drawn.clear()
            self.viewport().update()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the size, under the pointer; else it scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._ask(self.next_zoom(notches), event.position().toPoint())
        event.accept()

    def _ask(self, zoom: Zoom, at: QPoint | None = None) -> None:
        self.zoom(zoom, at)
        self.zoomed.emit(zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that walk through pages, and those of their size."""
        asked = _size_asked(event)
        if asked is not None:
            self._ask(self.next_zoom(asked) if asked else Zoom.WIDTH)
            return
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        turning = ARROWS if self.horizontalScrollBar().maximum() == 0 else {}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turning = PAGES
        if key in turning:
            self.go_to_page(self.page + turning[key])
        elif key in READING:
            back = key is Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.read_on(-1 if back else READING[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if key is Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)


def _size_asked(event: QKeyEvent) -> int | None:
    """What a key asks of the size: a step up or down, 0 for the width of the place, or nothing (``None``)."""
    ignored = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & ~ignored != Qt.KeyboardModifier.ControlModifier:
        return None
    return SIZE_KEYS.get(Qt.Key(event.key()))
