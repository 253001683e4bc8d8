"""Times in rows over the years, drawn as vectors over the geometry that the window shares."""

import datetime
from collections.abc import Sequence

from nmirf_desktop.documents.breaking import measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.figures import GREYS
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.look import Look
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.blocks import SpellLook, Timeline, TimelineSpell
from nmirf_desktop.domain.charts import Box, Labelled, RowsFrame, Scale, Spell, labelled, spells

ROW, GAP, YEARS, LINE = 1.7, 0.4, 1.5, 1.2
"""The height of a row, of what is between two, of the years above, and of a name above its bar, in sizes of letters."""
SMALLEST = 5.5
"""Points of the letters that can still be read: so far the picture gives way to the foot of its page."""
BASELINE = 0.66  # of a row, from its top
PAD = 0.25
"""What stands of white around a name, in sizes of the letters."""


class TimelineFigure(Flowable):
    """A row for each seat under the years, a name in each spell or above it, a line at the day shown."""

    def __init__(self, block: Timeline, labels: Sequence[tuple[str, str]], look: Look, element: Element) -> None:
        self._block = block
        self._labels = labels
        self._size = look.small.size * 0.9
        self._element = element
        self.before, self.after = look.size * 0.4, look.size * 1.1

    def wrap(self, available: float) -> float:
        """As wide as the frame: the years, then the rows."""
        self.width = available
        self.height = self._height(self._size)
        return self.height

    def _height(self, size: float) -> float:
        """The height in letters of a size."""
        return size * YEARS + self._placed(size).height

    def _placed(self, size: float) -> Labelled:
        """The spells in their rows, and above those of who holds a seat the names that have no room in them."""
        items = [Spell(one.row, one.period.start, one.period.end) for one in self._block.spells]
        scale = self._scale()
        boxes = spells(items, scale, size * ROW, size * GAP)
        widths = [
            (measured(label[0], Face.REGULAR) + PAD * 2) * size
            if one.look is SpellLook.FULL and box.width and not _fitting(label, box, size) else 0.0
            for one, label, box in zip(self._block.spells, self._labels, boxes, strict=True)
        ]  # fmt: skip
        return labelled(items, scale, RowsFrame(size * ROW, size * GAP, size * LINE), widths)

    def _scale(self) -> Scale:
        return Scale(self._block.first, self._block.last, 0, self.width)

    def least(self) -> float:
        """The height in letters that can still be read."""
        return self._height(min(self._size, SMALLEST))

    def split(self, available: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002
        """Itself in smaller letters, where so it fits into the height: no more names stand above their bars then."""
        smaller = self._size * height / self._height(self._size)
        if not SMALLEST <= smaller < self._size:
            return []
        self._size = smaller
        return [self]

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the bars as the content of one figure, whose words say all that the letters on them say."""
        x, y = canvas.absolutePosition(0, 0)
        self._element.attributes = (
            f"/O/Layout/Placement/Block/BBox[{x:.2f} {y:.2f} {x + self.width:.2f} {y + self.height:.2f}]"
        )
        scale, placed = self._scale(), self._placed(self._size)
        with canvas.tagged(self._element):
            canvas.saveState()
            self._lines(canvas, scale)
            for one, box in zip(self._block.spells, placed.boxes, strict=True):
                if box.width:
                    self._bar(canvas, one, box, scale)
            if scale.holds(self._block.on):
                self._line(canvas, scale.x(self._block.on), 1.2)
            canvas.restoreState()
        with canvas.artifact():
            self._years(canvas, scale)
            for label, box, above in zip(self._labels, placed.boxes, placed.labels, strict=True):
                if above is not None:
                    self._write(canvas, label[0], above.x, self._bottom(above) + self._size * PAD)
                else:
                    self._name(canvas, label, box)

    def _starts(self, scale: Scale) -> tuple[datetime.date, ...]:
        return (scale.first, *(day for day in scale.years() if day != scale.first))

    def _line(self, canvas: TaggedCanvas, x: float, width: float) -> None:
        canvas.setLineWidth(width)
        canvas.line(x, 0, x, self.height)

    def _lines(self, canvas: TaggedCanvas, scale: Scale) -> None:
        canvas.setStrokeColor("#B0B0B0")
        for day in self._starts(scale):
            self._line(canvas, scale.x(day), 0.25)
        canvas.setStrokeColor("#000000")

    def _years(self, canvas: TaggedCanvas, scale: Scale) -> None:
        """The figures of the years, as many as have room."""
        free, wide = 0.0, measured("0000", Face.REGULAR) * self._size
        for day in self._starts(scale):
            x = scale.x(day) + self._size * 0.2
            if free <= x and x + wide <= self.width:
                canvas.write(x, self.height - self._size, str(day.year), Face.REGULAR, Ink(self._size))
                free = x + wide + self._size * 0.4

    def _bottom(self, box: Box) -> float:
        return self.height - self._size * YEARS - box.bottom

    def _bar(self, canvas: TaggedCanvas, one: TimelineSpell, box: Box, scale: Scale) -> None:
        canvas.setLineWidth(0.5)
        if one.look is SpellLook.FULL:
            canvas.setDash()
        else:
            canvas.setDash(2, 1.5)
        canvas.setFillColor(f"#{GREYS[one.shade]}" if one.look is SpellLook.FULL else "#FFFFFF")
        canvas.rect(box.x, self._bottom(box), box.width, box.height, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFillColor("#000000")
        for time in one.marked:
            left = max(scale.x(time.start), box.x)
            right = min(scale.x(time.end) if time.end else box.right, box.right)
            if left < right:
                canvas.rect(left, self._bottom(box), right - left, self._size * 0.22, stroke=0, fill=1)

    def _name(self, canvas: TaggedCanvas, label: tuple[str, str], box: Box) -> None:
        """The label on white, or the short one, where there is room for it."""
        if text := _fitting(label, box, self._size):
            self._write(canvas, text, box.x + self._size * PAD, self._bottom(box) + box.height * (1 - BASELINE))

    def _write(self, canvas: TaggedCanvas, text: str, x: float, line: float) -> None:
        """A name on white: on a hue, or over the lines of the years."""
        pad = self._size * PAD
        wide = measured(text, Face.REGULAR) * self._size
        canvas.setFillColor("#FFFFFF")
        canvas.rect(x, line - pad, wide + 2 * pad, self._size * 1.15, stroke=0, fill=1)
        canvas.write(x + pad, line, text, Face.REGULAR, Ink(self._size))


def _fitting(label: tuple[str, str], box: Box, size: float) -> str:
    """The label, or the short one, that has room in a box; nothing where none has."""
    room = box.width - size
    return next((one for one in label if one and measured(one, Face.REGULAR) * size <= room), "")
