"""A line of the table of contents; the page it leads to is known when all pages are there."""

from nmirf_desktop.documents.breaking import Line, measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.setting import BASELINE, Text

DOT = " ."
FOR_NUMBER, FOR_DOTS = 3.0, 1.6
"""The room, in sizes of the letters, for the number of a page, and for a few dots that always stand before it."""


class ContentsLine(Text):
    """A title that leads to its place, a row of dots, and the number of the page."""

    place = ""

    def lines(self, available: float) -> tuple[Line, ...]:
        """The title broken for a width, so that its last line has room for dots."""
        lines = super().lines(available)
        dots = self.style.size * FOR_DOTS
        if lines and lines[-1].width > available - self.style.indent - self.style.right - dots:
            lines = super().lines(available - dots)
            self._broken_for = available
        return lines

    def split(self, _available: float, _height: float) -> list[Text]:
        """A line of the contents is kept whole."""
        return []

    def least(self) -> float:
        """All of it."""
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the title as a link, the dots as an artifact, and leave room for the number."""
        super().draw(canvas)
        size = self.style.size
        ink = Ink(size, self.style.colour)
        y = self.height - self.style.leading * (len(self.lines(self.width)) - 1 + BASELINE)
        begin = self.style.indent + self.lines(self.width)[-1].width + size * 0.5
        step = measured(DOT, Face.REGULAR) * size
        end = self.width - self.style.right
        count = int((end - begin) / step)
        if count > 1:
            with canvas.artifact():
                canvas.write(end - count * step, y, DOT * count, Face.REGULAR, ink)
        with canvas.tagged(self.element):
            canvas.write_late(self.width, y, lambda: f" {canvas.places[self.place]}", ink)
