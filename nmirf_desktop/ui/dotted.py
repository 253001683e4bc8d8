"""The dotted lines under words that are to be looked at: told from the wavy ones of spelling without their colour."""

from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine

from nmirf_desktop.ui.theme import Tone, colours, tone_colour

DOT, GAP = 2.0, 1.5
"""How wide a dot is, in pixels, and the gap after it, in dots."""


def pen() -> QPen:
    """What draws the dots, in the colour of what waits for somebody."""
    made = QPen(QColor(tone_colour(colours(), Tone.ATTENTION)), DOT)
    made.setDashPattern([1.0, GAP])
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def draw_dots(painter: QPainter, layout: QTextLayout, at: QPointF, start: int, end: int) -> None:
    """Draw them at the foot of each line of a laid-out text that stands *at* a point, from one place to another.

    Places are counted as Qt does. Nothing of the text is laid out anew, and what else marks it is seen as well.
    """
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _across(line, first), min(_across(line, last), line.x() + line.naturalTextWidth())
            foot = at.y() + line.y() + line.height() - DOT / 2
            painter.drawLine(QPointF(at.x() + left, foot), QPointF(at.x() + right, foot))


def _across(line: QTextLine, place: int) -> float:
    """How far from the left edge of its text a place stands in a line."""
    across, _ = cast("tuple[float, int]", line.cursorToX(place))  # PySide gives the place back too
    return across
