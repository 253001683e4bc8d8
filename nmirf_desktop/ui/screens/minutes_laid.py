"""How a paragraph of the minutes stands in its row: number and origin, then the three texts beside or under each other.

Texts are laid out when they come near the eye, and remembered; until then a row's height is reckoned from its letters.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.ui.dotted import draw_dots
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.minutes_rows import (
    MARKS,
    TO_LOOK_AT,
    Line,
    gap_said,
    heading,
    origin,
    origin_mark,
    told_state,
)
from nmirf_desktop.ui.theme import SIZES, STEP, Tone, Type, colours, tone_colour
from nmirf_desktop.ui.trilingual import NARROW
from nmirf_desktop.ui.typedtext import width

NUMBER = 17
"""The width of the column with number and origin, in letters."""
MOST = 600
"""So many laid-out texts are remembered: those of some screens above and below the one that is looked at."""
_Texts = tuple[str, str, str]
_Places = tuple[tuple[int, int], ...]
Found = Mapping[Language, _Places]
"""What was found in the texts of a paragraph: where each place begins and ends."""
NOTHING_FOUND: Found = {}
COMMENTED = Mark("message-square", Tone.ATTENTION)
ORIGINAL = N_("{language}, original")


@dataclass(frozen=True, slots=True)
class _Words:
    """A word with its mark: of a state, of an origin, of comments."""

    mark: Mark
    text: str


class Sheet:
    """The measures of rows of one width, in one size of text, and what paints them."""

    def __init__(self, owner: QWidget, words: Callable[[], Catalog]) -> None:
        self._owner, self._words = owner, words
        self._laid: OrderedDict[tuple[str, int], QTextLayout] = OrderedDict()
        self._heights: dict[str, tuple[_Texts, list[int]]] = {}
        self.width = 0
        self.fit(0)

    def fit(self, width: int) -> None:
        """Take another width or size of text; all that was measured is forgotten."""
        self.width = width
        self._laid.clear()
        self._heights.clear()
        self.font = QFont(self._owner.font())
        self._small, self._head = QFont(self.font), QFont(self.font)
        self._small.setPointSizeF(self.font.pointSizeF() * SIZES[Type.SMALL])
        self._head.setPointSizeF(self.font.pointSizeF() * SIZES[Type.HEADING])
        self._head.setBold(True)
        self._bold = QFont(self.font)
        self._bold.setBold(True)
        self.metrics, self._small_metrics = QFontMetrics(self.font), QFontMetrics(self._small)
        self._spacing, self._state_line = self.metrics.lineSpacing(), self._small_metrics.lineSpacing() + STEP
        self.band = QFontMetrics(self._head).lineSpacing() + STEP * 5
        """The height of a heading."""
        self._letter = self.metrics.averageCharWidth()
        number = self._letter * NUMBER
        self.stacked = width - STEP * 4 < self._letter * NARROW
        self.number = 0 if width - number - STEP * 4 < self._letter * NARROW else number
        (_, column), *_ = self.columns(QRect(0, 0, max(width - self.number - STEP * 4, 1), 1))
        self._room = max(column.width(), self._letter)
        self._in_a_line = max(self._room // self._letter, 1)

    # -- measures --------------------------------------------------------------------------------------------------

    def above(self, line: Line) -> int:
        """What stands above the texts: the heading of a section, and the number where it has no column of its own."""
        band = self.band if line.begins else 0
        return band + (0 if self.number else self._spacing + STEP) + STEP * 2

    def texts(self, row: QRect, line: Line) -> QRect:
        """The place of the texts in a row."""
        return row.adjusted(self.number + STEP * 2, self.above(line), -STEP * 2, -STEP * 2)

    def columns(self, area: QRect) -> Iterator[tuple[Language, QRect]]:
        """The place of each language in that of the texts; under each other each has the whole of it."""
        gap = STEP * 2
        each = area.width() if self.stacked else (area.width() - 2 * gap) // 3
        for place, language in enumerate(Language):
            left = area.left() if self.stacked else area.left() + place * (each + gap)
            yield language, QRect(left, area.top(), each, area.height())

    def language_at(self, row: QRect, line: Line, at: QPoint) -> Language | None:
        """The language whose column is under a point."""
        for language, column in self.columns(self.texts(row, line)):
            if not self.stacked and column.left() <= at.x() <= column.right():
                return language
        return None

    def known(self, line: Line) -> int | None:
        """The height of a paragraph's row where it was measured."""
        held = self._heights.get(line.key)
        return self._whole(line, held[1]) if held is not None and held[0] == _texts(line) else None

    def height(self, line: Line) -> int:
        """The height of a paragraph's row, with its texts laid out."""
        known = self.known(line)
        if known is not None:
            return known
        texts = _texts(line)
        return self._held(line, texts, [self._text_height(one, self._room) for one in texts])

    def reckoned(self, line: Line) -> int:
        """The height of a paragraph's row by the number of its letters, where it was not measured yet."""
        known = self.known(line)
        if known is not None:
            return known
        lines = [len(one) // self._in_a_line + 1 for one in _texts(line)]
        return self._whole(line, [one * self._spacing for one in lines])

    def _text_height(self, text: str, room: int) -> int:
        return int(self.laid(text, room).boundingRect().height()) if text else self._spacing

    def _whole(self, line: Line, high: list[int]) -> int:
        each = [self._state_line + one for one in high]
        texts = sum(each) + STEP * 2 * (len(each) - 1) if self.stacked else max(each)
        told = 1 + bool(line.comments) + line.remarked
        beside = self._spacing + self._state_line * told if self.number else 0
        return self.above(line) + max(texts, beside) + STEP * 2

    def _held(self, line: Line, texts: _Texts, high: list[int]) -> int:
        self._heights[line.key] = (texts, high)
        return self._whole(line, high)

    def laid(self, text: str, room: int) -> QTextLayout:
        """A text in lines of a width."""
        layout = self._laid.get((text, room))
        if layout is not None:
            self._laid.move_to_end((text, room))
            return layout
        layout = _in_lines(text, room, self.font)
        self._laid[text, room] = layout
        if len(self._laid) > MOST:
            self._laid.popitem(last=False)
        return layout

    # -- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, row: QRect, line: Line, found: Found = NOTHING_FOUND) -> None:
        """Paint a paragraph."""
        self.paint_frame(painter, row, line)
        area = self.texts(row, line)
        top = area.top()
        for language, column in self.columns(area):
            place = QRect(column.left(), top, column.width(), area.bottom() - top)
            used = self._paint_text(painter, place, line, language, found.get(language, ()))
            if self.stacked:
                top += used + STEP * 2

    def paint_frame(self, painter: QPainter, row: QRect, line: Line) -> None:
        """Paint what stands around the texts: heading, number, origin and comments, and the line below."""
        words = self._words()
        painter.setPen(QColor(colours().line))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        if line.begins:
            self._paint_heading(painter, row, heading(line, words))
        top = row.top() + (self.band if line.begins else 0) + STEP * 2
        left, number = row.left() + STEP * 2, words.number(line.number)
        painter.setPen(QColor(colours().text))
        painter.setFont(self._bold)
        painter.drawText(QPoint(left, top + self.metrics.ascent()), number)
        told = [_Words(origin_mark(line), origin(line, words))]
        if line.comments:
            told.append(_Words(COMMENTED, _comments(line.comments, words)))
        if said := gap_said(line, words):
            told.append(_Words(TO_LOOK_AT, said))
        if not self.number:
            left += QFontMetrics(self._bold).horizontalAdvance(number) + STEP * 3
            top += (self.metrics.lineSpacing() - self._small_metrics.lineSpacing()) // 2
        else:
            top += self.metrics.lineSpacing()
        for one in told:
            end = row.left() + self.number if self.number else row.right()
            used = self._paint_words(painter, QRect(left, top, end - left, self._state_line), one)
            left, top = (left, top + self._state_line) if self.number else (left + used + STEP * 3, top)

    def _paint_heading(self, painter: QPainter, row: QRect, text: str) -> None:
        band = QRect(row.left(), row.top(), row.width(), self.band - STEP * 2)
        painter.fillRect(band, QColor(colours().alternate))
        painter.setFont(self._head)
        painter.setPen(QColor(colours().text))
        inner = band.adjusted(STEP * 2, 0, -STEP * 2, 0)
        shortened = QFontMetrics(self._head).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shortened)

    def _paint_text(self, painter: QPainter, place: QRect, line: Line, language: Language, found: _Places) -> int:
        """Paint the text of a language under its state; the height that it took."""
        text, words = line.paragraph.text, self._words()
        state = text.state(language)
        name = language.upper()
        if language is text.source:
            name = words.gettext(ORIGINAL).format(language=name)
        stands = told_state(line, language, words)
        said = words.pgettext("facts in a row", " · ").join(filter(None, (name, stands)))
        mark = MARKS[state if stands else TextState.REVIEWED]
        self._paint_words(painter, QRect(place.left(), place.top(), place.width(), self._state_line),
                          _Words(mark, said))  # fmt: skip
        top = place.top() + self._state_line
        if not text[language]:
            return self._state_line + self.metrics.lineSpacing()
        layout = self.laid(text[language], place.width())
        painter.setPen(QColor(colours().text))
        painter.setFont(self.font)
        layout.draw(painter, QPointF(place.left(), top), [_marked(one) for one in found])
        if noted := line.noted_in(language):
            own = text[language]
            dotted = [(width(own[:start]), width(own[:end])) for start, end in noted]
            draw_dots(painter, layout, QPointF(place.left(), top), dotted)
        return self._state_line + int(layout.boundingRect().height())

    def _paint_words(self, painter: QPainter, place: QRect, said: _Words) -> int:
        """Paint a word behind its shape, shortened to its place; the width that it took."""
        picture = said.mark.picture()
        left = place.left()
        if picture is not None:
            side = self._small_metrics.height()
            painter.drawPixmap(QRect(left, place.top(), side, side), picture)
            left += side + STEP
        painter.setFont(self._small)
        painter.setPen(QColor(tone_colour(colours(), said.mark.tone)))
        room = place.right() - left
        text = self._small_metrics.elidedText(said.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPoint(left, place.top() + self._small_metrics.ascent()), text)
        return left - place.left() + self._small_metrics.horizontalAdvance(text)


def _comments(number: int, words: Catalog) -> str:
    """How many are open, in the few letters that stand beside a number."""
    return words.ngettext("{n} comment", "{n} comments", number).format(n=words.number(number))


def _texts(line: Line) -> _Texts:
    """What is laid out of a paragraph: what stands around its texts is measured without."""
    text = line.paragraph.text
    return text.en, text.fr, text.es


def _in_lines(text: str, room: int, font: QFont) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _marked(place: tuple[int, int]) -> QTextLayout.FormatRange:
    """What was found, on the colour of a selection."""
    look = QTextCharFormat()
    palette = QPalette()
    look.setBackground(QColor(colours().selection))
    look.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    found = QTextLayout.FormatRange()
    found.start, found.length = place[0], place[1] - place[0]
    found.format = look
    return found
