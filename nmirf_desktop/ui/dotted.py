"""The dotted lines under words that are to be looked at: told from the wavy ones of spelling without their colour."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextLayout, QTextLine

from nmirf_desktop.ui.theme import Tone, colours, tone_colour

DOT, GAP = 2, 3
"""How wide and high a dot is, and the gap behind it, in pixels."""


def draw_dots(painter: QPainter, layout: QTextLayout, at: QPointF, places: Iterable[tuple[int, int]]) -> None:
    """Draw them at the foot of each line of a laid-out text that stands *at* a point, under some places of it.

    Places are counted as Qt does. Nothing of the text is laid out anew, and what else marks it is seen as well.
    """
    tile = _tile(painter.device().devicePixelRatio())
    for start, end in places:
        begins = layout.lineForTextPosition(max(start, 0))
        for number in range(begins.lineNumber() if begins.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= end:
                break
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left = _across(line, first)
                right = min(_across(line, last), line.x() + line.naturalTextWidth())
                foot = line.y() + line.height() - DOT
                painter.drawTiledPixmap(QRectF(at.x() + left, at.y() + foot, right - left, DOT), tile)


def _tile(ratio: float) -> QPixmap:
    """A dot and its gap, in the colour of what waits for somebody: put side by side faster than a line is dashed."""
    tile = QPixmap(round((DOT + GAP) * ratio), round(DOT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.fillRect(QRectF(0, 0, DOT, DOT), QColor(tone_colour(colours(), Tone.ATTENTION)))
    painter.end()
    return tile


def _across(line: QTextLine, place: int) -> float:
    """How far from the left edge of its text a place stands in a line."""
    across, _ = cast("tuple[float, int]", line.cursorToX(place))  # PySide gives the place back too
    return across
