"""Text in lines: breaking, splitting over pages, and drawing with its structure, in one pass.

ReportLab's own paragraphs know no structure inside a line, and are read and measured twice; these are plain texts in
a few styles, each part of which may be in another language or lead somewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, Protocol

from reportlab.platypus.flowables import Flowable

from nmirf_desktop.documents.canvas import Ink, Link, TaggedCanvas
from nmirf_desktop.documents.fonts import Face, pieces, width
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language

BASELINE = 0.785  # of the leading, from the top of the line
RAISED = 0.66  # the size of raised letters
KEPT_LINES = 2  # a split leaves at least two lines on either side
_TOKEN = re.compile(r"[^ ]+ *| +")
_INSIDE = re.compile(r"[-/@]")
_BREAKABLE = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=/)(?=[^\W_])|(?<=@)(?=[^\W_])")
"""Where a line may break inside a word: after the hyphen of a compound, after a slash, after the sign of an address."""


class Align(StrEnum):
    """Where the lines of a text stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Measures in points. *indent* is the left edge of the lines; *first* is added to it in the first line.

    *hyphenate* breaks a word that is wider than the line by the rules of its language: for narrow columns.
    """

    size: float
    leading: float
    face: Face = Face.REGULAR
    align: Align = Align.LEFT
    indent: float = 0
    first: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    colour: str = "000000"
    keep_with_next: bool = False
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text: its face, its language where it is not the document's, and where it leads.

    *raised*: small and high, as the letters of an ordinal.
    """

    text: str
    face: Face
    language: Language | None = None
    target: str = ""
    raised: bool = False

    def measure(self, text: str, size: float) -> float:
        """The width of a piece of this run, in points, where the text around it has *size*."""
        return measured(text, self.face) * size * (RAISED if self.raised else 1)


class Segment(NamedTuple):
    """A part of a line that belongs to one run; *run* is its number."""

    run: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its segments, the width of what is seen, whether it ends its paragraph, and whether a word is cut."""

    segments: tuple[Segment, ...]
    width: float
    last: bool = False
    cut: bool = False


@lru_cache(maxsize=50_000)
def measured(text: str, face: Face) -> float:
    """The width of a text at size 1, with symbols from another face where its own lacks them."""
    return sum(width(part.text, part.face) for part in pieces(text, face))


class _Hyphenator(Protocol):
    """What is used of pyphen's dictionaries."""

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """The ways to part a word, the longest first part first."""
        ...


@lru_cache(maxsize=3)
def _hyphenator(language: Language) -> _Hyphenator:
    """The hyphenation rules of a language."""
    import pyphen

    rules: _Hyphenator = pyphen.Pyphen(lang={Language.EN: "en_GB"}.get(language, str(language)))
    return rules


def _seen(unit: Sequence[Segment]) -> list[Segment]:
    """A unit without the space at its end."""
    last = unit[-1]
    return [*unit[:-1], Segment(last.run, last.text.rstrip(" "))]


class Breaker:
    """Breaks runs into lines of one width."""

    def __init__(self, runs: Sequence[Run], style: TextStyle, language: Language) -> None:
        self._runs = runs
        self._style = style
        self._language = language
        self._available = 0.0
        self._lines: list[Line] = []
        self._line: list[Segment] = []
        self._used = 0.0
        self._space = 0.0

    @property
    def _room(self) -> float:
        """The width of the line that is being filled."""
        return self._available - (0 if self._lines else self._style.first) + 0.01

    def lines(self, available: float) -> tuple[Line, ...]:
        """The lines that fit into *available* points."""
        self._available = available
        for unit in self._units():
            self._place(unit)
        self._end(last=True)
        return tuple(self._lines)

    def _units(self) -> Iterator[list[Segment]]:
        """What is kept together: a word with the space after it, even where its parts are in several runs."""
        unit: list[Segment] = []
        for number, run in enumerate(self._runs):
            for token in _TOKEN.findall(run.text):
                for part in _BREAKABLE.split(token) if _INSIDE.search(token) else (token,):
                    unit.append(Segment(number, part))
                    if part[-1] in " -/@":
                        yield unit
                        unit = []
        if unit:
            yield unit

    def _width(self, unit: Sequence[Segment]) -> float:
        size = self._style.size
        if len(unit) == 1:
            return self._runs[unit[0].run].measure(unit[0].text, size)
        return sum(self._runs[part.run].measure(part.text, size) for part in unit)

    def _place(self, unit: list[Segment]) -> None:
        """Put a unit into the line, or into the next."""
        solid = self._width(_seen(unit))
        if self._line and self._used + self._space + solid > self._room:
            self._end()
        if solid > self._room and len(unit) > 1:
            for part in unit:
                self._place([part])
            return
        while solid > self._room and len(unit[0].text) > 1:
            head, tail = self._cut(unit[0])
            self._line, self._used = [head], self._width([head])
            self._end(cut=self._style.hyphenate)
            unit, solid = [tail], self._width(_seen([tail]))
        self._line.extend(unit)
        self._used += self._space + solid
        self._space = self._width(unit) - solid

    def _cut(self, word: Segment) -> tuple[Segment, Segment]:
        """Part a word that is wider than the line: by the rules of its language, or else where it must."""
        run = self._runs[word.run]
        solid = word.text.rstrip(" ")
        parts = _hyphenator(run.language or self._language).iterate(solid) if self._style.hyphenate else iter(())
        heads = [head + "-" for head, _tail in parts]
        heads += [solid[:end] for end in range(len(solid) - 1, 1, -1)]
        fitting = (head for head in heads if run.measure(head, self._style.size) <= self._room)
        head = next(fitting, solid[:1])
        rest = word.text[len(head.removesuffix("-") if head not in solid else head) :]
        return Segment(word.run, head), Segment(word.run, rest)

    def _end(self, *, last: bool = False, cut: bool = False) -> None:
        """End the line; it keeps the space at its end, so that words stay apart when they are read out or copied."""
        if self._line and self._line[0].run == self._line[-1].run:
            merged: tuple[Segment, ...] = (
                Segment(self._line[0].run, "".join([segment.text for segment in self._line])),
            )
        else:
            groups = groupby(self._line, key=lambda segment: segment.run)
            merged = tuple(Segment(run, "".join([segment.text for segment in group])) for run, group in groups)
        cut = cut and merged[-1].text.endswith("-")
        self._lines.append(Line(merged, self._used, last, cut))
        self._line, self._used, self._space = [], 0.0, 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a text: a number, a dash; *x* is its place from the frame's edge."""

    text: str
    element: Element
    x: float = 0
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name under which a text can be reached, and its bookmark's title and level."""

    name: str
    title: str
    level: int


class Text(Flowable):  # type: ignore[misc]
    """A paragraph, heading or list line on the page."""

    def __init__(self, runs: Sequence[Run], style: TextStyle, element: Element, language: Language) -> None:
        super().__init__()
        self.runs = tuple(run for run in runs if run.text)
        self.style = style
        self.element = element
        self.language = language
        self.label: Label | None = None
        self.anchor: Anchor | None = None
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.keepWithNext = style.keep_with_next
        self._parts: dict[int, Element] = {}
        self._lines: tuple[Line, ...] = ()
        self._broken_for = -1.0
        self._begins = True

    def lines(self, available: float) -> tuple[Line, ...]:
        """The text broken for a width."""
        if self._broken_for != available:
            room = available - self.style.indent - self.style.right
            try:
                self._lines = Breaker(self.runs, self.style, self.language).lines(room)
            except Problem:
                for run in self.runs:  # the same problem again, with more of the text around it
                    pieces(run.text, run.face)
                raise
            self._broken_for = available
        return self._lines

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """The size of the text in a frame of a width."""
        self.width, self.height = available, len(self.lines(available)) * self.style.leading
        return self.width, self.height

    def least(self) -> float:
        """The height of so much as may stand under a heading at the foot of a page."""
        count = len(self._lines)
        return (count if count <= KEPT_LINES + 1 else KEPT_LINES) * self.style.leading

    def split(self, available: float, height: float) -> list["Text"]:
        """The part that fits into *height* and the rest, never a line alone; nothing where that cannot be."""
        lines = self.lines(available)
        fitting = min(int((height + 0.01) // self.style.leading), len(lines) - KEPT_LINES)
        if fitting >= len(lines):
            return [self]
        if fitting < KEPT_LINES:
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:], begins=False)]

    def _part(self, lines: tuple[Line, ...], *, begins: bool = True) -> "Text":
        """A part of this text with lines that are already broken; it says the same element."""
        part = type(self)(self.runs, self.style, self.element, self.language)
        part._lines, part._broken_for, part._parts = lines, self._broken_for, self._parts  # noqa: SLF001  (its own kind)
        part._begins = begins and self._begins  # noqa: SLF001
        if begins:
            part.label, part.anchor, part.spaceAfter = self.label, self.anchor, 0
        else:
            part.spaceBefore = 0
        return part

    def draw(self) -> None:
        """Draw the lines; each stretch of them is marked as its element, link or span."""
        canvas: TaggedCanvas = self.canv
        if self.anchor is not None:
            canvas.place(self.anchor.name, self.height)
            canvas.outline(self.anchor.name, self.anchor.title, self.anchor.level)
        if self.label is not None:
            with canvas.tagged(self.label.element):
                y = self.height - self.style.leading * BASELINE
                canvas.write(self.label.x, y, self.label.text + " ", self.label.face, self._ink)
        for run, group in groupby(self._placed(), key=lambda placed: placed.segment.run):
            self._stretch(canvas, run, list(group))

    @property
    def _ink(self) -> Ink:
        return Ink(self.style.size, self.style.colour)

    def _placed(self) -> Iterator["_Placed"]:
        """Each segment with its place, line by line."""
        style = self.style
        for number, line in enumerate(self._lines):
            x = style.indent + (style.first if number == 0 and self._begins else 0)
            room = self.width - style.right - x
            y = self.height - style.leading * (number + BASELINE)
            stretch = 0.0
            if style.align is Align.CENTRE:
                x += (room - line.width) / 2
            elif style.align is Align.RIGHT:
                x += room - line.width
            elif style.align is Align.JUSTIFIED and not line.last:
                spaces = sum(segment.text.count(" ") + segment.text.count("\u00a0") for segment in line.segments) - 1
                stretch = (room - line.width) / spaces if spaces > 0 else 0
            for segment in line.segments:
                cut = line.cut and segment is line.segments[-1]
                yield _Placed(segment, x, y, stretch, cut)
                x += self.runs[segment.run].measure(segment.text, style.size)
                x += stretch * (segment.text.count(" ") + segment.text.count("\u00a0"))

    def _stretch(self, canvas: TaggedCanvas, number: int, placed: list["_Placed"]) -> None:
        """Draw consecutive segments of one run as one piece of marked content."""
        run = self.runs[number]
        element = self._element(number, run)
        with canvas.tagged(element):
            ink, rise = self._ink, 0.0
            if run.raised:
                ink, rise = replace(ink, size=ink.size * RAISED), ink.size * (1 - RAISED)
            for one in placed:
                canvas.write_line(one.x, one.y + rise, pieces(one.text, run.face), ink, one.stretch)
                if one.cut:
                    x = one.x + run.measure(one.text, self.style.size)
                    with canvas.hyphen():
                        canvas.write(x, one.y, "-", run.face, self._ink)
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


@dataclass(frozen=True, slots=True)
class _Placed:
    """A segment with its place on the page, from the text's lower left corner, and the stretch of its spaces."""

    segment: Segment
    x: float
    y: float
    stretch: float
    cut: bool

    @property
    def text(self) -> str:
        """What is drawn: without the hyphen of a cut, which is no part of the text."""
        return self.segment.text.removesuffix("-") if self.cut else self.segment.text
