"""How a page of the projector is set: as large as it fits, in no letter that cannot be read from afar, and nothing cut.

What belongs together is set in one scale. A text that is too long goes on from page to page; else the room gives way
in this order: the item in the other languages, the item, the bars.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import islice

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QRegion, QTextDocument

from nmirf_desktop.domain.marked_text import Marked
from nmirf_desktop.ui.markedtext import marked_document, paint_document
from nmirf_desktop.ui.theme import Tone, colours, tone_colour

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
LINES = 18
"""How many lines of its basic type the window is high."""
LEAST = 1 / 30
"""The least size of a letter, of the height of the picture: what one reads from 15 m where that is 2 m high."""
SEVERAL = 0.8
"""How much smaller the basic type is in several languages."""
SCALES, SMALLER = (1.0, 0.9, 0.8, 0.7), (0.6, 0.5, 0.4)
TIGHT = (0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1)
"""What is left where titles and names of the greatest length in three languages meet: small, but whole."""
PAGED = (0.8, 0.6)
FEW = 3
"""How many lines of a text one page shows at least."""
BAR_SIZE, PITCH, BESIDE = 0.8, 1.5, 0.5
"""The type of the bars, their distance in lines of it, and how much of the width their labels take at most."""
OVER = 0.3
"""How far a letter may reach out of the measure of its paragraph, of its own size."""
NUMBERED = "{page} / {pages}"


class Stage(IntEnum):
    """In which order things stand. A *text* follows all headings where it is one for all languages."""

    PLACE = 0
    SITTING = 1
    SPEAKER = 2
    CLOCK = 3
    SUBJECT = 4
    TEXT = 5
    CALLED = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with its size, of the basic type, and the space *after* it, of its own; a long text has *pieces*.

    So has a heading in which something is marked.
    """

    text: str
    size: float
    stage: Stage = Stage.SUBJECT
    tone: Tone = Tone.NEUTRAL
    bold: bool = False
    pieces: tuple[Marked, ...] = ()
    after: float = 0.3

    @property
    def long(self) -> bool:
        """Whether it is a text, and no heading."""
        return bool(self.pieces) and not self.bold


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its label, as a bar of a *share* of the width."""

    label: str
    number: int
    share: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs, and bars at the foot. No scale is chosen in which the *worst* of its kind does not fit."""

    parts: tuple[Part, ...]
    bars: tuple[Bar, ...] = ()
    worst: "Page | None" = None


@dataclass(frozen=True, slots=True)
class Box:
    """A paragraph in its place: in letters of so many *pixels*, or a *document* of which a page is shown."""

    where: QRectF
    part: Part
    pixels: int
    document: QTextDocument | None = None
    page: int = 0

    def strip(self, size: QSizeF) -> QRect:
        """Where it is painted, from side to side, with what a letter reaches out of its line."""
        over = self.pixels * OVER
        return QRectF(0, self.where.top() - over, size.width(), self.where.height() + 2 * over).toAlignedRect()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is set: its boxes, the bars below *foot* in letters of *pixels*, which page of how many it is."""

    boxes: tuple[Box, ...]
    bars: tuple[Bar, ...]
    foot: float
    pixels: int
    page: int = 0
    pages: int = 1

    @property
    def end(self) -> float:
        """Where the paragraphs end."""
        return max((box.where.bottom() + box.pixels * box.part.after for box in self.boxes), default=0)

    def footing(self, size: QSizeF) -> QRect:
        """Where its bars are painted."""
        return QRectF(0, self.foot, size.width(), size.height() - self.foot).toAlignedRect()

    def other_than(self, before: "Sheet | None", size: QSizeF) -> QRegion:
        """Where it is to be painted in the place of another sheet: all of it but for what both have alike."""
        frame = (self.foot, self.pixels, self.page, self.pages, len(self.boxes))
        if before is None or frame != (before.foot, before.pixels, before.page, before.pages, len(before.boxes)):
            return QRegion(QRectF(0, 0, size.width(), size.height()).toAlignedRect())
        region = QRegion() if self.bars == before.bars else QRegion(self.footing(size))
        for old, new in zip(before.boxes, self.boxes, strict=True):
            if old != new:
                region = region.united(old.strip(size)).united(new.strip(size))
        return region


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to set a page: what of it, in which scale, no letter *below* a size, a long text on several pages."""

    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    scale: float
    least: float
    paged: bool = False


def _tries(page: Page, least: float) -> Iterator[_Try]:
    """From the best to the last one."""
    first = next((part for part in page.parts if part.stage is Stage.PLACE), None)
    fewer = tuple(part for part in page.parts if part.stage is not Stage.PLACE or part is first)
    fewest = tuple(part for part in page.parts if part.stage is not Stage.PLACE)
    given = [(page.parts, page.bars), (fewer, page.bars), (fewest, page.bars), (fewest, ())]
    if any(part.pieces for part in page.parts):
        yield from (_Try(page.parts, page.bars, scale, least) for scale in (*SCALES, *SMALLER))
        yield from (_Try(*each, scale, least, paged=True) for each in given for scale in PAGED)
    else:
        yield from (_Try(*each, scale, least) for each in given[:3] for scale in SCALES)
        yield from (_Try(*each, scale, least) for scale in SMALLER for each in given[:3])
        yield from (_Try(*given[3], scale, least) for scale in SMALLER)
    yield from (_Try(fewest, (), scale, 0, paged=True) for scale in TIGHT)


class Typesetter:
    """Sets pages in a *font*. Measures are taken once."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._measured = lru_cache(2048)(self._measure)
        self._document = lru_cache(16)(self._make)
        self._chosen = lru_cache(64)(self._first)

    def set(self, page: Page, size: QSizeF, *, many: bool, number: int = 0) -> Sheet:
        """A page on a surface, in *many* languages or in one; of a text that goes on, that *number* or the last one."""
        unit = size.height() / LINES * (SEVERAL if many else 1)
        edge = size.height() / LINES
        room = QRectF(edge, edge, size.width() - 2 * edge, size.height() - 2 * edge)
        least = size.height() * LEAST
        wide, high = room.width(), room.height()
        place = max(self._chosen(one, least, unit, wide, high) for one in (page, page.worst) if one is not None)
        return self._placed(next(islice(_tries(page, least), place, None)), unit, room, number)

    def _first(self, page: Page, least: float, unit: float, wide: float, high: float) -> int:
        """The place of the first try that fits, else of the last: measured once for each page."""
        place = 0
        for place, one in enumerate(_tries(page, least)):  # noqa: B007  (the last place counts)
            if self._fits(one, unit, QSizeF(wide, high)):
                break
        return place

    def _fits(self, one: _Try, unit: float, room: QSizeF) -> bool:
        height = self._bars_height(one, unit)
        for part in one.parts:
            pixels = self._pixels(part.size, unit, one)
            wide, high = self._size(part, pixels, room.width())
            if wide > room.width():
                return False
            if part.pieces and one.paged:
                high = min(high, FEW * QFontMetricsF(self._sized(pixels)).lineSpacing())
            height += high + pixels * part.after
        return height <= room.height() and self._labels(one, unit) <= room.width() * BESIDE

    def _placed(self, one: _Try, unit: float, room: QRectF, number: int) -> Sheet:
        foot = room.bottom() - self._bars_height(one, unit)
        flowing = self._shares(one, unit, room, foot)
        documents = {part: self._paged(part, unit, one, room.width(), high) for part, high in flowing.items()}
        pages = max((document.pageCount() for document in documents.values()), default=1)
        number = max(min(number, pages - 1), 0)
        boxes, y = list[Box](), room.top()
        for part in one.parts:
            pixels, document = self._pixels(part.size, unit, one), documents.get(part)
            high = flowing[part] if part in flowing else self._size(part, pixels, room.width())[1]
            at = min(number, document.pageCount() - 1) if document is not None else 0
            boxes.append(Box(QRectF(room.left(), y, room.width(), high), part, pixels, document, at))
            y += high + pixels * part.after
        return Sheet(tuple(boxes), one.bars, foot, self._pixels(BAR_SIZE, unit, one), number, pages)

    def _shares(self, one: _Try, unit: float, room: QRectF, foot: float) -> dict[Part, float]:
        """How high each long text is: those that need little get it, the others share alike what is left."""
        left, wanted = foot - room.top(), dict[Part, float]()
        for part in one.parts:
            pixels = self._pixels(part.size, unit, one)
            high = self._size(part, pixels, room.width())[1]
            left -= pixels * part.after + (0 if part.pieces else high)
            if part.pieces:
                wanted[part] = high
        shares = dict[Part, float]()
        for place, (part, high) in enumerate(sorted(wanted.items(), key=lambda each: each[1])):
            share = min(high, left / (len(wanted) - place))
            shares[part] = share
            left -= share
        return shares

    def _paged(self, part: Part, unit: float, one: _Try, wide: float, high: float) -> QTextDocument:
        document = self._document(part.pieces, self._pixels(part.size, unit, one), wide, part.bold)
        if document.pageSize() != QSizeF(wide, high + 1):
            document.setPageSize(QSizeF(wide, high + 1))  # a document as high as its page has one, not two
        return document

    # -- measures ----------------------------------------------------------------------------------------------------

    def _pixels(self, size: float, unit: float, one: _Try) -> int:
        return max(round(max(size * unit * one.scale, one.least)), 6)

    def _sized(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(pixels)
        font.setBold(bold)
        return font

    def _size(self, part: Part, pixels: int, wide: float) -> tuple[float, float]:
        """How wide and how high a paragraph is."""
        if part.pieces:
            document = self._document(part.pieces, pixels, wide, part.bold)
            document.setPageSize(QSizeF(wide, -1))
            return wide, document.size().height()
        return self._measured(part.text, pixels, part.bold, wide)

    def _measure(self, text: str, pixels: int, bold: bool, wide: float) -> tuple[float, float]:
        metrics = QFontMetricsF(self._sized(pixels, bold=bold))
        taken = metrics.boundingRect(QRectF(0, 0, wide, 1e6), WRAPPED, text)
        return taken.width(), taken.height()

    def _make(self, pieces: tuple[Marked, ...], pixels: int, _wide: float, bold: bool) -> QTextDocument:
        return marked_document(pieces, self._sized(pixels, bold=bold))

    def _bars_height(self, one: _Try, unit: float) -> float:
        return len(one.bars) * PITCH * self._pixels(BAR_SIZE, unit, one)

    def _labels(self, one: _Try, unit: float) -> float:
        font = self._sized(self._pixels(BAR_SIZE, unit, one))
        return max((QFontMetricsF(font).horizontalAdvance(bar.label) for bar in one.bars), default=0)

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, sheet: Sheet, size: QSizeF, region: QRegion) -> None:
        """Paint what was set and reaches into a region."""
        for box in sheet.boxes:
            if not region.intersects(box.strip(size)):
                continue
            if box.document is not None:
                paint_document(painter, box.document, box.where, box.page)
                continue
            painter.setFont(self._sized(box.pixels, bold=box.part.bold))
            painter.setPen(QColor(tone_colour(colours(), box.part.tone)))
            painter.drawText(box.where, WRAPPED | int(Qt.TextFlag.TextDontClip), box.part.text)
        edge = size.height() / LINES
        if sheet.bars and region.intersects(sheet.footing(size)):
            self._bars(painter, sheet, QRectF(edge, sheet.foot, size.width() - 2 * edge, 0))
        if sheet.pages > 1:
            painter.setFont(self._sized(round(size.height() * LEAST * 0.8)))
            painter.setPen(QColor(tone_colour(colours(), Tone.MUTED)))
            where = QRectF(edge, size.height() - edge, size.width() - 2 * edge, edge)
            said = NUMBERED.format(page=sheet.page + 1, pages=sheet.pages)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), said)

    def _bars(self, painter: QPainter, sheet: Sheet, room: QRectF) -> None:
        font, pixels = self._sized(sheet.pixels), sheet.pixels
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        wide = max(metrics.horizontalAdvance(bar.label) for bar in sheet.bars)
        most = room.width() - wide - metrics.horizontalAdvance("0000") - pixels
        for row, bar in enumerate(sheet.bars):
            line = QRectF(room.left(), room.top() + row * PITCH * pixels, wide, PITCH * pixels)
            painter.setPen(QColor(colours().text))
            painter.drawText(line, MIDDLE, bar.label)
            drawn = QRectF(
                line.right() + pixels * 0.5, line.top() + pixels * 0.3, max(most * bar.share, 2), pixels * 0.9
            )
            painter.fillRect(drawn, QColor(tone_colour(colours(), bar.tone)))
            after = QRectF(drawn.right() + pixels * 0.3, line.top(), metrics.horizontalAdvance("0000"), line.height())
            painter.drawText(after, MIDDLE, str(bar.number))
