"""Pages of a PDF on the screen: only those in sight are drawn, as large as the reader wants them."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from nmirf_desktop.ui.theme import STEP, colours

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

GAP = STEP * 3
"""Between pages and around them, in pixels."""
KEPT = 8
"""How many drawn pages are kept."""
POINTS = 72
"""Points in an inch: a PDF's unit of length."""


class Zoom(StrEnum):
    """How large a page is shown."""

    WIDTH = "width"
    FULL = "100"
    DOUBLE = "200"


class Preview(QAbstractScrollArea):
    """The pages of one PDF under each other.

    Page Up and Page Down go by pages, Home and End to the first and the last. ``moved`` carries the number of the
    page in sight (from 1) and how many there are; ``scrolled`` how far down one is, from 0.0 to 1.0.
    """

    moved = Signal(int, int)
    scrolled = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = b""
        self._sizes: list[tuple[float, float]] = []
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._zoom = Zoom.WIDTH
        self.setMinimumWidth(STEP * 50)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    # -- what is asked -----------------------------------------------------------------------------------------------

    def show_file(self, content: bytes | None) -> None:
        """Show a PDF, or nothing; a new version of the same one stays where the reader was."""
        kept = self.fraction
        self._drawn.clear()
        self._content = content or b""
        self._sizes = []
        if content:
            with self._opened() as pdf:
                self._sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
        self._measure()
        self.go_to_fraction(kept)
        self._tell()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        tops = [place.top() for place in self._places()]
        return sum(top <= middle for top in tops)

    @property
    def drawn(self) -> frozenset[int]:
        """The pages that are drawn now, from 1."""
        return frozenset(number + 1 for number, _width in self._drawn)

    @property
    def fraction(self) -> float:
        """How far down one is, from 0.0 to 1.0."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

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

    def zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size; the place in the document stays."""
        self._zoom = zoom
        self._resized()

    # -- geometry ----------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels for each point."""
        full = self.logicalDpiX() / POINTS
        match self._zoom:
            case Zoom.FULL:
                return full
            case Zoom.DOUBLE:
                return full * 2
            case Zoom.WIDTH:
                widest = max((width for width, _height in self._sizes), default=1.0)
                return max(self.viewport().width() - GAP * 2, 1) / widest

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

    def _measure(self) -> None:
        places = self._places()
        whole = places[-1].bottom() + GAP if places else 0
        room = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(whole - room.height(), 0))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(STEP * 10)
        wide = self._zoom is not Zoom.WIDTH
        self.horizontalScrollBar().setRange(0, max(self._breadth() - room.width(), 0) if wide else 0)
        self.horizontalScrollBar().setPageStep(room.width())
        self.viewport().update()

    def _resized(self) -> None:
        kept = self.fraction
        self._drawn.clear()
        self._measure()
        self.go_to_fraction(kept)
        self._tell()

    def _tell(self) -> None:
        self.moved.emit(self.page, self.pages)
        self.scrolled.emit(self.fraction)

    @contextmanager
    def _opened(self) -> "Iterator[PdfDocument]":
        """The PDF, open for as long as something is read from it."""
        from pypdfium2 import PdfDocument

        pdf = PdfDocument(self._content)
        try:
            yield pdf
        finally:
            pdf.close()

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _image(self, number: int, width: int) -> QImage:
        """One page, drawn when it first comes into sight."""
        known = self._drawn.get((number, width))
        if known is not None:
            self._drawn.move_to_end((number, width))
            return known
        ratio = self.devicePixelRatioF()
        with self._opened() as pdf:
            bitmap = pdf[number].render(scale=width * ratio / self._sizes[number][0], prefer_bgrx=True)
            kind = QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind).copy()
        image.setDevicePixelRatio(ratio)
        self._drawn[number, width] = image
        while len(self._drawn) > KEPT:
            self._drawn.popitem(last=False)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight on the desk under them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours().window))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = event.rect().translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, place in enumerate(self._places()):
            if place.intersects(seen):
                painter.drawImage(place, self._image(number, place.width()))
                painter.setPen(QColor(colours().line))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other pages."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._zoom is Zoom.WIDTH:
            self._resized()
        else:
            self._measure()
            self._tell()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Everything in sight is painted again."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has another ground."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that walk through pages."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to_page(self.page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to_page(self.page - 1)
            case Qt.Key.Key_Home:
                self.go_to_page(1)
            case Qt.Key.Key_End:
                self.go_to_page(self.pages)
            case _:
                super().keyPressEvent(event)
