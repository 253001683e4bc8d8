"""Name plates: a sheet for each name, folded in the middle so that it is read from both sides of the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from nmirf_desktop.documents.breaking import Align, TextStyle, measured, parted
from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.sheet import Sheet
from nmirf_desktop.domain.blocks import Plates
from nmirf_desktop.domain.said import Said

LARGEST = 144.0
"""The size of a short name, in points: its capitals are 36 mm high, and read across a large hall."""
LEADING = 1.2
MOST_LINES = 4
FILLED = 0.62
"""The part of half a sheet that a name takes in its height at most."""
FOLD = "#BFBFBF"
_TAIL = re.compile(r" (?=\S{1,4}\)$)")
"""The space before a short word that closes a bracket, which is never alone in a line: "(Plurinational State of)"."""


def set_plates(page: Compositor, block: Plates) -> None:
    """A sheet for each name: the podium's, then the others in the alphabetical order of the language.

    Each stands in letters as large as it leaves room for: they are read from ten metres away.
    """
    others = sorted(block.names, key=lambda name: page.words.sort_key(page.plain(name)))
    names, sheet = (*block.podium, *others), page.imprint.sheet
    for name in names:
        size = fitted(page.plain(name), sheet.width, sheet.size[1] / 2 * FILLED)
        page.row()
        page.story.append(Plate(_text(page, name, size), sheet))


def _text(page: Compositor, name: Said, size: float) -> Text:
    """A name in letters of a size; a heading, so that it is found among the bookmarks."""
    plain, style = page.plain(name), TextStyle(size, size * LEADING, Face.BOLD, Align.CENTRE)
    runs = [replace(run, text=_tied(run.text)) for run in page.runs(name, Face.BOLD)]
    text = Text(runs, style, page.root.child("H2"), page.language)
    page.level = 2
    page.anchored(text, plain, 0)
    return text


class Plate(Flowable):
    """One name in the lower half of a sheet and, upside down, in the upper one; nothing else stands on it."""

    def __init__(self, text: Text, sheet: Sheet) -> None:
        self._text, self._sheet = text, sheet

    def wrap(self, available: float) -> float:
        """A whole page."""
        self._text.wrap(available)
        self.width, self.height = available, self._sheet.height
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """The name as it is read, then the same from the other side and the fold, which say nothing new."""
        middle = self._sheet.size[1] / 2 - self._sheet.bottom
        foot = (middle - self._sheet.bottom - self._text.height) / 2
        canvas.bare()
        self._text.put(canvas, 0, foot)
        self._text.anchor = None
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(FOLD)
            canvas.setLineWidth(0.25)
            canvas.line(0, middle, self.width, middle)
            canvas.translate(self.width, 2 * middle)
            canvas.rotate(180)
            self._text.put(canvas, 0, foot)
            canvas.restoreState()


def fitted(name: str, width: float, height: float) -> float:
    """The size in points of the largest letters in which a name stands in a few lines."""
    return max(
        min(LARGEST, width / max(measured(line, Face.BOLD) for line in lines), height / (len(lines) * LEADING))
        for lines in _broken(parted(_tied(name)))
    )


def _tied(name: str) -> str:
    return _TAIL.sub("\u00a0", name)


def _broken(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every way to stand in so many lines at most; a line may end in a hyphen of the name."""
    for count in range(min(MOST_LINES, len(parts))):
        for cuts in combinations(range(1, len(parts)), count):
            yield tuple("".join(parts[first:last]).rstrip(" ") for first, last in pairwise((0, *cuts, len(parts))))
