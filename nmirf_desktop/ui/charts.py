"""The charts of the window, painted over the geometry that the documents share (:mod:`nmirf_desktop.domain.charts`).

Each chart says itself in words (``words_of``), which is its accessible description: a picture is never the only way.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nmirf_desktop.domain.charts import Bar, BarsFrame, Box, bars, bars_height, stacked
from nmirf_desktop.domain.regions import Region
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.groups import fill_group, group_picture
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.regions import fill_region, region_in_list, region_picture, region_short, region_whole
from nmirf_desktop.ui.theme import STEP, Tone, colours, tone_colour

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LABELS = 0.6
"""The part of a chart's width that its labels take at most beside their bars."""
CENTRE = Qt.AlignmentFlag.AlignCenter


def rectangle(box: Box, left: float = 0, top: float = 0) -> QRectF:
    """A box of the geometry as Qt's rectangle, moved to where the chart begins."""
    return QRectF(box.x + left, box.y + top, box.width, box.height)


class Chart(QWidget):
    """The base: as wide as it is given, as high as its content, repainted when language, colours or size change."""

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def words_of(self) -> str:
        """The chart in words."""
        return ""

    def height_for(self, width: int) -> int:
        """The height that the content needs."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint the content."""
        raise NotImplementedError

    def tell(self) -> None:
        """The content changed."""
        self.setAccessibleDescription(self.words_of())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the content."""
        width = max(self.width(), self.fontMetrics().averageCharWidth() * 40)
        return QSize(width, self.height_for(width))

    def minimumSizeHint(self) -> QSize:
        """A chart may be narrow, never cut off below."""
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.height_for(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that another width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with smooth edges, within what is to be painted anew."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, colours or size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.tell()


@dataclass(frozen=True, slots=True)
class Count:
    """One bar: its label in the reader's language, its number, and its tone or its regional group."""

    label: str
    number: int
    tone: Tone = Tone.NEUTRAL
    group: RegionalGroup | None = None


class BarsChart(Chart):
    """Horizontal bars with their labels and numbers: the result of a vote, members by group.

    Where a label would take more than its part of the width, each stands above its bar: none is ever cut off.
    """

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._counts: tuple[Count, ...] = ()
        self._most = self._widest = 0

    def tell(self) -> None:
        """Other labels, or letters of another size: how wide the longest is, is measured now, not with each number."""
        self._widest = max((self.fontMetrics().horizontalAdvance(count.label) for count in self._counts), default=0)
        super().tell()

    def show_counts(self, counts: Sequence[Count], most: int = 0) -> None:
        """Show these bars; *most* is the number that would take the whole width (the base of the vote)."""
        before, labels = self._shaped(), [count.label for count in self._counts]
        self._counts, self._most = tuple(counts), most
        if labels != [count.label for count in self._counts]:
            self.tell()
            return
        self.setAccessibleDescription(self.words_of())
        for old, new in zip(before, self._shaped(), strict=True):
            if old != new:
                self.update(self._across(new[1]))

    def _shaped(self) -> list[tuple[Count, Bar]]:
        """Each bar with where it is painted."""
        shapes = bars([count.number for count in self._counts], self._frame(self.width()), self._most)
        return list(zip(self._counts, shapes, strict=True))

    def _across(self, shape: Bar) -> QRect:
        """Where a bar is painted with its label and its number, from side to side."""
        return QRectF(0, shape.bar.y, self.width(), shape.bar.height).toAlignedRect()

    def words_of(self) -> str:
        """Each label with its number."""
        words = self.language.words
        said = [words.gettext("{label}: {number}").format(label=c.label, number=c.number) for c in self._counts]
        return words.listing(said)

    def _frame(self, width: int) -> BarsFrame:
        metrics = self.fontMetrics()
        label, line = self._label(), metrics.height() + STEP
        if self.above(width):
            label, line = self._mark(), line * 2
        return BarsFrame(width, label, metrics.horizontalAdvance("0000"), line, STEP * 1.5)

    def _label(self) -> int:
        """What the longest label needs beside its bar."""
        return self._widest + STEP * 2 + self._mark()

    def above(self, width: int) -> bool:
        """Whether in so much width the labels stand above their bars."""
        return self._label() > width * LABELS

    def _mark(self) -> int:
        grouped = any(count.group for count in self._counts)
        return self.fontMetrics().height() + STEP if grouped else 0

    def height_for(self, width: int) -> int:
        """One row for each bar."""
        return round(bars_height(len(self._counts), self._frame(width)))

    def draw(self, painter: QPainter) -> None:
        """Labels at the left, bars, numbers after them; not those that stay as they are."""
        changed = painter.clipBoundingRect().toAlignedRect()
        for count, shape in self._shaped():
            if changed.intersects(self._across(shape)):
                self._row(painter, count, shape)

    def _row(self, painter: QPainter, count: Count, shape: Bar) -> None:
        scheme, metrics = colours(), self.fontMetrics()
        label, bar = rectangle(shape.label), rectangle(shape.bar)
        if self.above(self.width()):
            label.setSize(QSizeF(self.width(), label.height() / 2))
            bar.setTop(label.bottom())
        if count.group:
            image = group_picture(count.group, metrics.height(), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(label.left(), label.top() + STEP / 2), image)
        label.setLeft(label.left() + self._mark())
        painter.setPen(QColor(scheme.text))
        text = metrics.elidedText(count.label, Qt.TextElideMode.ElideRight, int(label.width()))
        painter.drawText(label, LEFT, text)
        if count.group:
            fill_group(painter, bar, count.group)
        else:
            ink = scheme.accent if count.tone is Tone.NEUTRAL else tone_colour(scheme, count.tone)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawRect(bar)
        painter.setPen(QColor(scheme.text))
        number = QRectF(shape.number_x, bar.top(), self.width() - shape.number_x, bar.height())
        painter.drawText(number, LEFT, str(count.number))


class GroupsBar(Chart):
    """One bar cut by regional group, or by continent, with its legend: who the members are, who voted.

    A *brief* one says in its legend the letters of the regions where their names would take more than one line.
    """

    def __init__(self, language: CurrentLanguage, parent: QWidget | None = None, *, brief: bool = False) -> None:
        super().__init__(language, parent)
        self._brief = brief
        self._counts: tuple[tuple[Region, int], ...] = ()

    def show_counts(self, counts: Sequence[tuple[Region, int]]) -> None:
        """Show how many of each region."""
        self._counts = tuple(counts)
        self.tell()

    def _legend(self, name: Callable[[Region, Catalog], str]) -> list[tuple[Region, str]]:
        words = self.language.words
        return [
            (region, words.gettext("{label}: {number}").format(label=name(region, words), number=number))
            for region, number in self._counts
        ]

    def words_of(self) -> str:
        """Each region with its number."""
        return self.language.words.listing(text for _, text in self._legend(region_whole))

    def tell(self) -> None:
        """The content changed; a legend in letters is said in whole by its tooltip."""
        super().tell()
        self.setToolTip("\n".join(text for _, text in self._legend(region_whole)))

    def _places(self, width: int) -> list[tuple[Region, str, QPointF]]:
        """The legend's entries, on as many lines as they need."""
        places = self._entries(self._legend(region_in_list), width)
        if self._brief and places and places[-1][2].y() > places[0][2].y():
            return self._entries(self._legend(region_short), width)
        return places

    def _entries(self, legend: list[tuple[Region, str]], width: int) -> list[tuple[Region, str, QPointF]]:
        metrics = self.fontMetrics()
        side, x, y = metrics.height(), 0.0, metrics.height() + STEP * 4.0
        places = []
        for region, text in legend:
            wide = side + STEP + metrics.horizontalAdvance(text) + STEP * 4
            if x and x + wide > width:
                x, y = 0.0, y + side + STEP
            places.append((region, text, QPointF(x, y)))
            x += wide
        return places

    def height_for(self, width: int) -> int:
        """The bar and the lines of the legend."""
        places = self._places(width)
        return round(places[-1][2].y() + self.fontMetrics().height()) if places else 0

    def draw(self, painter: QPainter) -> None:
        """The bar with letters where they fit, then the legend."""
        metrics, words, scheme = self.fontMetrics(), self.language.words, colours()
        boxes = stacked([number for _, number in self._counts], self.width(), metrics.height() + STEP * 2)
        for (region, _), box in zip(self._counts, boxes, strict=True):
            rect = rectangle(box).adjusted(0, 0, -1, 0)
            fill_region(painter, rect, region)
            letters = region_short(region, words)
            if metrics.horizontalAdvance(letters) + STEP * 2 <= rect.width():
                plate(painter, rect, letters)
        for region, text, place in self._places(self.width()):
            painter.drawPixmap(place, region_picture(region, metrics.height(), self.devicePixelRatioF()))
            painter.setPen(QColor(scheme.text))
            painter.drawText(QPointF(place.x() + metrics.height() + STEP, place.y() + metrics.ascent()), text)


def plate(painter: QPainter, rect: QRectF, text: str) -> None:
    """A text on a ground of its own in the middle of a box, readable on any hue and pattern."""
    scheme, metrics = colours(), painter.fontMetrics()
    plate = QRectF(0, 0, metrics.horizontalAdvance(text) + STEP * 2, metrics.height())
    plate.moveCenter(rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.base))
    painter.drawRoundedRect(plate, STEP / 2, STEP / 2)
    painter.setPen(QColor(scheme.text))
    painter.drawText(plate, CENTRE, text)
