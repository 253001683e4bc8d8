"""Text on the page: split over pages, and drawn with its structure in one pass.

ReportLab's own paragraphs know no structure inside a line, and are read and measured twice; these are plain texts in
a few styles, each part of which may be in another language or lead somewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from nmirf_desktop.documents.breaking import RAISED, Align, Breaker, Line, Run, Segment, TextStyle
from nmirf_desktop.documents.canvas import Bookmark, Ink, Link, TaggedCanvas
from nmirf_desktop.documents.flowable import FUZZ, Flowable
from nmirf_desktop.documents.fonts import Face, pieces
from nmirf_desktop.documents.inline import before
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language

BASELINE = 0.785  # of the leading, from the top of the line
NEAR = 0.001
"""Widths that differ by less are one: a part of a text keeps its lines, however a width was reckoned."""
KEPT_LINES = 2  # a split leaves at least two lines on either side
MOST_LINES = 10
"""A text in a cell or a column that is longer is set in portions, so that it may go on on the next page."""


class Label(NamedTuple):
    """What stands before a text: a number, a dash; *x* is its place from the frame's edge."""

    text: str
    element: Element
    x: float = 0
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Anchor(Bookmark):
    """The name under which a text can be reached, and its bookmark's title, level and *group*."""

    group: str = ""


class Text(Flowable):
    """A paragraph, heading or list line on the page."""

    def __init__(self, runs: Sequence[Run], style: TextStyle, element: Element, language: Language) -> None:
        self.runs = tuple(run for run in runs if run.text)
        self.style = style
        self.element = element
        self.language = language
        self.label: Label | None = None
        self.anchor: Anchor | None = None
        self.before, self.after = style.before, style.after
        self.keep_with_next = style.keep_with_next
        self._parts: dict[int, Element] = {}
        self._lines: tuple[Line, ...] = ()
        self._broken_for = -1.0
        self._begins = True

    def lines(self, available: float) -> tuple[Line, ...]:
        """The text broken for a width."""
        if abs(self._broken_for - available) > NEAR:
            room = available - self.style.indent - self.style.right
            try:
                self._lines = Breaker(self.runs, self.style, self.language).lines(room)
            except Problem:
                for run in self.runs:  # the same problem again, with more of the text around it
                    pieces(run.text, run.face)
                raise
            self._broken_for = available
        return self._lines

    def wrap(self, available: float) -> float:
        """The size of the text in a frame of a width."""
        self.width, self.height = available, len(self.lines(available)) * self.style.leading
        return self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page."""
        count = len(self._lines)
        return (count if count <= KEPT_LINES + 1 else KEPT_LINES) * self.style.leading

    def split(self, available: float, height: float) -> list["Text"]:
        """The part that fits into *height* and the rest, never a line alone; nothing where that cannot be."""
        lines = self.lines(available)
        fitting = min(int((height + FUZZ) // self.style.leading), len(lines) - KEPT_LINES)
        if fitting >= len(lines):
            return [self]
        if fitting < KEPT_LINES:
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:], begins=False)]

    def portions(self, available: float) -> list["Text"]:
        """The text in parts of :data:`MOST_LINES` each, the last of at least :data:`KEPT_LINES`.

        All are full, so that no gap opens beside a shorter text in the same row of a table.
        """
        lines = self.lines(available)
        if len(lines) <= MOST_LINES:
            return [self]
        ends = [*range(0, len(lines), MOST_LINES), len(lines)]
        ends[-2] = min(ends[-2], len(lines) - KEPT_LINES)
        return [self._part(lines[start:end], begins=start == 0) for start, end in pairwise(ends)]

    def _part(self, lines: tuple[Line, ...], *, begins: bool = True) -> "Text":
        """A part of this text with lines that are already broken; it says the same element."""
        part = type(self)(self.runs, self.style, self.element, self.language)
        part._lines, part._broken_for, part._parts = lines, self._broken_for, self._parts  # noqa: SLF001  (its own kind)
        part._begins = begins and self._begins  # noqa: SLF001
        if begins:
            part.label, part.anchor = self.label, self.anchor
            part.before, part.after = self.before, 0
        else:
            part.before, part.after = 0, self.after
        return part

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the lines; each stretch of them is marked as its element, link or span."""
        if self.anchor is not None:
            canvas.place(self.anchor.name, self.height)
            canvas.outline(self.anchor, self.anchor.group)
        if self.label is not None:
            with canvas.tagged(self.label.element):
                x, y = self.label.x, self.height - self.style.leading * BASELINE
                for sign in before(self.label.text, self.label.face, self.language):
                    ink, rise = self._drawn(sign)
                    canvas.write(x, y + rise, sign.text, sign.face, ink)
                    x += sign.measure(sign.text, self.style.size)
        for run, group in groupby(self._placed(), key=lambda placed: placed.segment.run):
            self._stretch(canvas, run, list(group))

    @property
    def _ink(self) -> Ink:
        return Ink(self.style.size, self.style.colour)

    def _drawn(self, run: Run) -> tuple[Ink, float]:
        """The ink of a run and how far above the line it stands: raised letters are small and high."""
        ink = self._ink
        return (ink._replace(size=ink.size * RAISED), ink.size * (1 - RAISED)) if run.raised else (ink, 0.0)

    def _placed(self) -> Iterator["_Placed"]:
        """Each segment with its place, line by line."""
        style = self.style
        for number, line in enumerate(self._lines):
            x = style.indent + (style.first if number == 0 and self._begins else 0)
            room = self.width - style.right - x
            y = self.height - style.leading * (number + BASELINE)
            if style.align is Align.CENTRE:
                x += (room - line.width) / 2
            elif style.align is Align.RIGHT:
                x += room - line.width
            for segment in line.segments:
                cut = line.cut and segment is line.segments[-1]
                yield _Placed(segment, x, y, cut)
                x += self.runs[segment.run].measure(segment.text, style.size)

    def _stretch(self, canvas: TaggedCanvas, number: int, placed: list["_Placed"]) -> None:
        """Draw consecutive segments of one run as one piece of marked content, or as several around its hyphens."""
        run = self.runs[number]
        element = self._element(number, run)
        ink, rise = self._drawn(run)
        cuts = [place for place, one in enumerate(placed, 1) if one.cut and place < len(placed)]
        for start, end in pairwise([0, *cuts, len(placed)]):
            with canvas.tagged(element):
                for one in placed[start:end]:
                    canvas.write_line(one.x, one.y + rise, pieces(one.text, run.face), ink)
            last = placed[end - 1]
            if last.cut:
                with canvas.hyphen():
                    x = last.x + run.measure(last.text, self.style.size)
                    canvas.write(x, last.y, "-", run.face, self._ink)
        if run.target:
            for one in placed:
                seen = run.measure(one.segment.text.rstrip(" "), self.style.size)
                area = (one.x, one.y - 0.25 * self.style.size, one.x + seen, one.y + 0.85 * self.style.size)
                canvas.link(element, Link(run.target, run.text.strip(), area))

    def _element(self, number: int, run: Run) -> Element:
        """The element that a run belongs to: the text's own, or a span or link inside it."""
        if run.language is None and not run.target:
            return self.element
        if number not in self._parts:
            tag = "Link" if run.target else "Span"
            self._parts[number] = self.element.child(tag, language=str(run.language or ""))
        return self._parts[number]


class _Placed(NamedTuple):
    """A segment with its place on the page, from the text's lower left corner."""

    segment: Segment
    x: float
    y: float
    cut: bool

    @property
    def text(self) -> str:
        """What is drawn: without the hyphen of a cut, which is no part of the text."""
        return self.segment.text.removesuffix("-") if self.cut else self.segment.text
