"""Name plates: a sheet for each name, folded in the middle so that it is read from both sides of the table."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from nmirf_desktop.documents.breaking import Align, TextStyle, measured
from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.sheet import Sheet
from nmirf_desktop.domain.blocks import Plates
from nmirf_desktop.domain.said import Said

LARGEST = 96.0
"""The size of a short name, in points: its letters are read across a room."""
LEADING = 1.2
MOST_LINES = 4
FILLED = 0.62
"""The part of half a sheet that a name takes in its height at most."""
FOLD = "#BFBFBF"


def set_plates(page: Compositor, block: Plates) -> None:
    """A sheet for each name: the podium's, then the others in the alphabetical order of the language."""
    others = sorted(block.names, key=lambda name: page.words.sort_key(page.plain(name)))
    for name in (*block.podium, *others):
        page.row()
        page.story.append(Plate(_text(page, name), page.imprint.sheet))


def _text(page: Compositor, name: Said) -> Text:
    """A name as large as its lines allow; a heading, so that it is found among the bookmarks."""
    plain, sheet = page.plain(name), page.imprint.sheet
    size = fitted(plain, sheet.width, sheet.size[1] / 2 * FILLED)
    style = TextStyle(size, size * LEADING, Face.BOLD, Align.CENTRE)
    text = Text(page.runs(name, Face.BOLD), style, page.root.child("H2"), page.language)
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
        for lines in _broken(name.split(" "))
    )


def _broken(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every way to stand in so many lines at most."""
    for count in range(min(MOST_LINES, len(words))):
        for cuts in combinations(range(1, len(words)), count):
            yield tuple(" ".join(words[first:last]) for first, last in pairwise((0, *cuts, len(words))))
