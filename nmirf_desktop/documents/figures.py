"""Pictures of counts, drawn as vectors: each is one element with its alternative text."""

from collections.abc import Sequence

from nmirf_desktop.documents.breaking import cut_to, measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.look import Look
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.charts import BarsFrame, bars, bars_height

GREYS = ("404040", "808080", "B0B0B0", "D4D4D4", "F2F2F2")
"""The shades of what is told apart in a picture of times."""
BAR = GREYS[1]
"""The one shade of bars: their labels say what each of them counts, and a second shade would mean something."""
LABELS = 0.6
"""The part of the width that labels take at most."""
BASELINE = 0.72  # of a row of one line, from its top
LEADING, ROUNDING, MOST_LINES = 1.2, 0.01, 3
"""From line to line of a label, in sizes of its text; what a width may be off by, in points; the most lines of one."""
USUAL, ENLARGED = (1.5, 0.55), (1.3, 0.3)
"""The height of a row of one line and the gap below it, in sizes of the text; closer where the text is large."""

Counted = tuple[str, int, str]
"""A label, a count, and the count as it is written."""


class BarsFigure(Flowable):
    """Horizontal bars with their labels at the left and their numbers at the right."""

    def __init__(self, counted: Sequence[Counted], look: Look, element: Element) -> None:
        self._counted = counted
        self._size = look.small.size
        self._indent = look.gutter
        self._row, self._gap = ENLARGED if look.enlarged else USUAL
        self._element = element
        self._lines: list[list[str]] = []
        self.before, self.after = look.size * 0.4, look.size * 1.1

    def wrap(self, available: float) -> float:
        """As wide as the frame, a row for each bar; a label too long for its part of the width has several lines."""
        self.width = available
        self.height = bars_height(len(self._counted), self._bars(available))
        return self.height

    def _bars(self, available: float) -> BarsFrame:
        room = available - self._indent
        widest = max(measured(label, Face.REGULAR) for label, _, _ in self._counted) * self._size
        number = max(measured(said, Face.REGULAR) for _, _, said in self._counted) * self._size
        width = min(widest, room * LABELS)
        self._lines = [self._broken(label, width) for label, _, _ in self._counted]
        deep = max(map(len, self._lines))
        row = self._size * (self._row + LEADING * (deep - 1))
        return BarsFrame(room, width, number, row=row, gap=self._size * self._gap)

    def _broken(self, label: str, width: float) -> list[str]:
        """A label in as many lines as it needs, and at most some; what has no room in the last of them is cut."""
        lines: list[str] = []
        for word in label.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            fits = measured(longer, Face.REGULAR) * self._size <= width + ROUNDING
            if lines and (fits or len(lines) == MOST_LINES):
                lines[-1] = longer
            else:
                lines.append(word)
        return [cut_to(line, Face.REGULAR, self._size, width + ROUNDING) for line in lines]

    def _baseline(self, frame: BarsFrame, lines: int) -> float:
        """How far below the top of a row the first of so many lines stands, which are in its middle together."""
        return frame.row / 2 + self._size * (self._row * (BASELINE - 0.5) - LEADING * (lines - 1) / 2)

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the bars as the content of one figure, which tells where it stands."""
        frame = self._bars(self.width)
        x, y = canvas.absolutePosition(0, 0)
        box = f"{x + self._indent:.2f} {y:.2f} {x + self.width:.2f} {y + self.height:.2f}"
        self._element.attributes = f"/O/Layout/Placement/Block/BBox[{box}]"
        ink = Ink(self._size)
        with canvas.tagged(self._element):
            canvas.saveState()
            canvas.setLineWidth(0.25)
            drawn = bars([count for _, count, _ in self._counted], frame)
            for one, (_, _, said), lines in zip(drawn, self._counted, self._lines, strict=True):
                line = self.height - one.bar.y - self._baseline(frame, 1)
                first = self.height - one.bar.y - self._baseline(frame, len(lines))
                for number, text in enumerate(lines):
                    canvas.write(self._indent, first - number * self._size * LEADING, text + " ", Face.REGULAR, ink)
                canvas.setFillColor(f"#{BAR}")
                if one.bar.width:
                    bottom = self.height - one.bar.bottom
                    canvas.rect(self._indent + one.bar.x, bottom, one.bar.width, one.bar.height, stroke=1, fill=1)
                canvas.write(self._indent + one.number_x, line, said + " ", Face.REGULAR, ink)
            canvas.setLineWidth(0.5)
            axis = self._indent + frame.label + frame.gap
            canvas.line(axis, 0, axis, self.height)
            canvas.restoreState()
