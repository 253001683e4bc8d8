"""Text broken into lines: runs of one face and language each, words that are kept whole, widths that are known once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, Protocol

from nmirf_desktop.documents.fonts import Face, pieces, width
from nmirf_desktop.documents.marks import MARK
from nmirf_desktop.i18n import Language

RAISED = 0.66  # the size of raised letters
SLACK = 0.01  # points that a line may be too wide: what reckoning leaves over
LONGEST = 60  # signs of a word; what is longer is no word, and may be broken after so many
PARTING = " -/@"
"""The signs after which a line may end."""
_PORTION = re.compile(f".{{1,{LONGEST}}}{MARK}*")
_ON_LETTER = re.compile(MARK)
_TOKEN = re.compile(r"[^ ]+ *| +")
NEW_LINE = "\n"
"""The text of a run that ends the line before it, as in a cell of several lines."""
_SPACE = re.compile("\u00a0")
_INSIDE = re.compile(r"[-/@]")
_BREAKABLE = re.compile(
    r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<!\d/)(?<=/)(?=[^\W_])|(?<=\d/)(?=[^\W\d_])|(?<=@)(?=[^\W_])"
)
"""Where a line may break inside a word: after the hyphen of a compound, after a slash, after the sign of an address.

Between two figures it may not: 82/124 are the numbers of one rule.
"""
_SYMBOL = re.compile(r"\W*[A-Z][A-Z0-9.]*(?=\S*\d)(?:/[A-Z0-9][\w.]*)+\W*")
"""The symbol of a document, with the signs around it: it is parted only where it is wider than a line."""
_WORD = re.compile(r"(?P<before>\W*(?:[^\W\d_]{1,4}’)?)(?P<word>[^\W\d_]{6,})(?P<after>\W*)")
"""A word that may be parted for an even margin: long enough, with an elided article and signs around it."""
LEFT, RIGHT = 3, 3
"""So many letters stay on each line when a word is parted for an even margin."""
LADDER = 2
"""So many lines in a row may end in a parted word."""


class Align(StrEnum):
    """Where the lines of a text stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Measures in points. *indent* is the left edge of the lines; *first* is added to it in the first line.

    *hyphenate* breaks a word that is wider than the line by the rules of its language: for narrow columns.
    *zone* is how much of a line may stay empty before the next word is broken too; 0 breaks no word for that.
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
    zone: float = 0


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


class Line(NamedTuple):
    """One line: its segments, the width of what is seen, and whether it ends in a cut word."""

    segments: tuple[Segment, ...]
    width: float
    cut: bool = False


@lru_cache(maxsize=50_000)
def measured(text: str, face: Face) -> float:
    """The width of a text at size 1, with symbols from another face where its own lacks them."""
    return sum(width(part.text, part.face) for part in pieces(text, face))


def line_lengths(runs: Sequence[Run]) -> Iterator[float]:
    """How long each line of a text is, in sizes of its letters, where nothing breaks it."""
    line = 0.0
    for run in runs:
        if run.text == NEW_LINE:
            yield line
            line = 0.0
        else:
            line += measured(run.text, run.face)
    yield line


def cut_to(text: str, face: Face, size: float, room: float) -> str:
    """A text that fits into *room* points in one line: whole, or cut with an ellipsis at its end."""
    if measured(text, face) * size <= room:
        return text
    room -= measured("…", face) * size
    for end, sign in enumerate(text):
        room -= measured(sign, face) * size
        if room < 0:
            return text[:end].rstrip() + "…"
    return text


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


@lru_cache(maxsize=50_000)
def _parts(token: str) -> tuple[tuple[str, bool], ...]:
    """A word with the space after it, in the parts that lines are made of, each with whether a line may end there."""
    if _INSIDE.search(token) and _SYMBOL.fullmatch(token):
        *inner, end = _BREAKABLE.split(token)
        return (*((part, False) for part in inner), (end, end[-1] in PARTING))
    found: list[tuple[str, bool]] = []
    for part in _BREAKABLE.split(token) if _INSIDE.search(token) else (token,):
        *full, last = (part,) if len(part) <= LONGEST else _PORTION.findall(part)
        found += [*((one, True) for one in full), (last, part[-1] in PARTING)]
    return tuple(found)


def parted(text: str) -> tuple[str, ...]:
    """A text in the parts after each of which a line may end, with the spaces at their ends."""
    found = [""]
    for token in _TOKEN.findall(text):
        for part, ends in _parts(token):
            found[-1] += part
            if ends:
                found.append("")
    return tuple(part for part in found if part)


@lru_cache(maxsize=50_000)
def _extent(text: str, face: Face) -> tuple[float, float]:
    """The width of a text at size 1 as it is seen, and that of the space at its end."""
    seen = measured(text.rstrip(" "), face)
    return seen, measured(text, face) - seen


class Breaker:
    """Breaks runs into lines of one width."""

    def __init__(self, runs: Sequence[Run], style: TextStyle, language: Language) -> None:
        self._runs = runs
        self._style = style
        self._language = language
        self._sizes = [style.size * (RAISED if run.raised else 1) for run in runs]
        self._whole = self._room = 0.0  # the width of a line, and of the one that is being filled
        self._lines: list[Line] = []
        self._line: list[Segment] = []
        self._used = 0.0
        self._space = 0.0
        self._parted = self._last = False

    def lines(self, available: float) -> tuple[Line, ...]:
        """The lines that fit into *available* points."""
        self._whole = available + SLACK
        self._room = self._whole - self._style.first
        units = list(self._units())
        for place, unit in enumerate(units, 1):
            self._last = place == len(units)
            if unit[0].text == NEW_LINE:
                self._line.append(Segment(unit[0].run, " "))
                self._end()
            else:
                self._place(unit)
        self._end()
        return tuple(self._lines)

    def longest(self) -> float:
        """The width in points that the longest word asks for."""
        return max((self._extent(unit)[0] for unit in self._units() if unit[0].text != NEW_LINE), default=0)

    def _units(self) -> Iterator[list[Segment]]:
        """What is kept together: a word with the space after it, even where its parts are in several runs."""
        unit: list[Segment] = []
        for number, run in enumerate(self._runs):
            if run.text == NEW_LINE:
                if unit:
                    yield unit
                yield [Segment(number, NEW_LINE)]
                unit = []
                continue
            for token in _TOKEN.findall(run.text):
                for part, ends in _parts(token):
                    unit.append(Segment(number, part))
                    if ends:
                        yield unit
                        unit = []
        if unit:
            yield unit

    def _extent(self, unit: Sequence[Segment]) -> tuple[float, float]:
        """The width of a unit as it is seen, and that of the space at its end."""
        solid = space = 0.0
        for number, text in unit:
            seen, after = _extent(text, self._runs[number].face)
            size = self._sizes[number]
            solid, space = solid + space + seen * size, after * size
        return solid, space

    def _place(self, unit: list[Segment]) -> None:
        """Put a unit into the line, or into the next."""
        solid, space = self._extent(unit)
        if self._line and self._used + self._space + solid > self._room:
            if self._goes_on(unit):
                unit = self._continued(unit)
            elif self._style.zone:
                unit = self._filled(unit)
            solid, space = self._extent(unit)
            self._end(cut=self._parted)
        if solid > self._room and len(unit) > 1:
            for part in unit:
                self._place([self._joined(part)])
            return
        while solid > self._room and len(unit[0].text.rstrip(" ")) > 1:
            head, tail = self._cut(unit[0], self._room)
            self._line, self._used = [head], self._extent([head])[0]
            self._end(cut=not unit[0].text.startswith(head.text))
            unit = [tail]
            solid, space = self._extent(unit)
        self._line.extend(unit)
        self._used += self._space + solid
        self._space = space

    def _joined(self, part: Segment) -> Segment:
        """A part of a word wider than the line, without the no-break space at its head: that ends the line before."""
        head = part.text[: len(part.text) - len(part.text.lstrip("\u00a0"))]
        if not head or not self._line or head == part.text:
            return part
        space = Segment(part.run, head)
        self._line.append(space)
        self._space += self._extent([space])[0]
        return Segment(part.run, part.text[len(head) :])

    def _goes_on(self, unit: Sequence[Segment]) -> bool:
        """Whether a unit is a further portion of what is too long for a word, which stands before it in the line."""
        before = self._line[-1].text
        return len(unit) == 1 and self._line[-1].run == unit[0].run and before[-1] not in PARTING + "\u00a0"

    def _continued(self, unit: list[Segment]) -> list[Segment]:
        """Fill the line with the beginning of a further portion of a word; what is left of it is returned."""
        room = self._room - self._used - self._space
        head, tail = self._cut(unit[0], room)
        width = self._extent([head])[0]
        if width > room:
            return unit
        self._line.append(head)
        self._used += width
        self._parted = not unit[0].text.startswith(head.text)
        return [tail]

    def _filled(self, unit: list[Segment]) -> list[Segment]:
        """Fill a line that would stay too short with the beginning of the next word; what is left of it is returned.

        A word in capitals or with a capital, most often a name, is never parted, nor the last one of a text, nor one
        of several runs.
        """
        word, room = unit[0], self._room - self._used - self._space
        found = _WORD.fullmatch(word.text) if len(unit) == 1 else None
        run = self._runs[word.run]
        if found is None or room < self._style.zone or run.target or not found["word"].islower():
            return unit
        ladder = len(self._lines) >= LADDER and all(line.cut for line in self._lines[-LADDER:])
        if ladder or self._last or self._line[-1].text.endswith("-"):
            return unit
        for head, tail in _hyphenator(run.language or self._language).iterate(found["word"]):
            start = found["before"] + head + "-"
            if len(head) < LEFT or len(tail) < RIGHT or run.measure(start, self._style.size) > room:
                continue
            first = Segment(word.run, start)
            self._line.append(first)
            self._used += self._space + self._extent([first])[0]
            self._parted = True
            return [Segment(word.run, tail + found["after"])]
        return unit

    def _cut(self, word: Segment, room: float) -> tuple[Segment, Segment]:
        """Part a word wider than the *room*: at a no-break space, by the rules of its language, or where it must.

        A hyphen that is not the word's own is added to the beginning.
        """
        run = self._runs[word.run]
        solid = word.text.rstrip(" ")
        parts = _hyphenator(run.language or self._language).iterate(solid) if self._style.hyphenate else iter(())
        heads = [solid[: space.end()] for space in reversed(list(_SPACE.finditer(solid)))]
        heads += [head + "-" for head, _tail in parts]
        heads += [solid[:end] for end in range(len(solid) - 1, 1, -1) if not _ON_LETTER.match(solid, end)]
        fitting = (head for head in heads if run.measure(head, self._style.size) <= room)
        head = next(fitting, solid[:1])
        rest = word.text[len(head if solid.startswith(head) else head.removesuffix("-")) :]
        return Segment(word.run, head), Segment(word.run, rest)

    def _end(self, *, cut: bool = False) -> None:
        """End the line; it keeps the space at its end, so that words stay apart when they are read out or copied."""
        if self._line and self._line[0].run == self._line[-1].run:
            merged: tuple[Segment, ...] = (
                Segment(self._line[0].run, "".join([segment.text for segment in self._line])),
            )
        else:
            groups = groupby(self._line, key=lambda segment: segment.run)
            merged = tuple(Segment(run, "".join([segment.text for segment in group])) for run, group in groups)
        cut = cut and merged[-1].text.endswith("-")
        self._lines.append(Line(merged, self._used, cut))
        self._line, self._used, self._space, self._parted = [], 0.0, 0.0, False
        self._room = self._whole
