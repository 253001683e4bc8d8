"""Ballot papers: several alike on one sheet, to be cut apart, with a box before each name and nothing else."""

from collections.abc import Iterator, Sequence

from nmirf_desktop.documents.breaking import Align, TextStyle
from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.plates import FOLD
from nmirf_desktop.documents.setting import Text
from nmirf_desktop.documents.sheet import Sheet
from nmirf_desktop.domain.blocks import BallotPapers
from nmirf_desktop.domain.said import Said

MOST = 4
"""So many papers stand on a sheet at most."""
HEAD, LINE, NAME = 12.0, 9.0, 12.0
LEADING = 1.3
BOX, INDENT = 11.0, 26.0
GAP, EDGE = 7.0, 18.0
"""The space between two names, and between a paper's text and the cut."""


def set_ballots(page: Compositor, block: BallotPapers) -> None:
    """One sheet of papers; where the names need more than a sheet, they follow one another on several."""
    parts: list[Flowable] = [_text(page, block.title, HEAD, "H2")]
    parts += [_text(page, line, LINE, "P") for line in block.lines]
    parts += [Boxed(_text(page, name, NAME, "P", INDENT)) for name in block.names]
    sheet = page.imprint.sheet
    page.row()
    if height_of(parts, sheet.width) > sheet.height:
        page.story.extend(parts)
    else:
        page.story.append(BallotSheet(parts, sheet))


def _text(page: Compositor, said: Said, size: float, tag: str, indent: float = 0) -> Text:
    face = Face.BOLD if tag == "H2" else Face.REGULAR
    style = TextStyle(size, size * LEADING, face, Align.LEFT, indent=indent, after=GAP)
    text = Text(page.lines(said, face), style, page.root.child(tag), page.language)
    if tag == "H2":
        page.level = 2
        page.anchored(text, page.plain(said), 0)
    return text


def height_of(parts: Sequence[Flowable], width: float) -> float:
    """The height of a paper with the space around it."""
    return 2 * EDGE + sum(part.wrap(width) + GAP for part in parts)


class Boxed(Flowable):
    """A name with the box before it."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.after = GAP

    def wrap(self, available: float) -> float:
        """As high as the name."""
        self.width, self.height = available, self.text.wrap(available)
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """The name, then its box, which is no content."""
        self.text.put(canvas, 0, 0)
        with canvas.artifact():
            self.box(canvas)

    def box(self, canvas: TaggedCanvas) -> None:
        """The box beside the first line of the name."""
        first = self.height - NAME * LEADING
        canvas.setStrokeColor("#000000")
        canvas.setLineWidth(0.75)
        canvas.rect(1, first + (NAME * LEADING - BOX) / 2 - 1, BOX, BOX, stroke=1, fill=0)


class BallotSheet(Flowable):
    """As many papers as fit below each other; the first is read, the others are the same again."""

    def __init__(self, parts: Sequence[Flowable], sheet: Sheet) -> None:
        self._parts, self._sheet = parts, sheet

    def wrap(self, available: float) -> float:
        """A whole page."""
        paper = height_of(self._parts, available)
        self._count = max(1, min(MOST, int(self._sheet.height / paper)))
        self.width, self.height = available, self._sheet.height
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """The papers from above, with a line where they are cut apart."""
        canvas.bare()
        slot = self.height / self._count
        self._put(canvas, self.height)
        for part in self._parts:
            if isinstance(part, Text):
                part.anchor = None
        with canvas.artifact():
            canvas.setStrokeColor(FOLD)
            canvas.setLineWidth(0.25)
            for place in range(1, self._count):
                canvas.line(0, self.height - place * slot, self.width, self.height - place * slot)
                self._put(canvas, self.height - place * slot)
            for place in range(self._count):
                self._boxes(canvas, self.height - place * slot)

    def _places(self, top: float) -> Iterator[tuple[Flowable, float]]:
        """Each part of a paper with its lower edge."""
        y = top - EDGE
        for part in self._parts:
            y -= part.height
            yield part, y
            y -= GAP

    def _put(self, canvas: TaggedCanvas, top: float) -> None:
        for part, y in self._places(top):
            (part.text if isinstance(part, Boxed) else part).put(canvas, 0, y)

    def _boxes(self, canvas: TaggedCanvas, top: float) -> None:
        for part, y in self._places(top):
            if isinstance(part, Boxed):
                with canvas.moved(0, y):
                    part.box(canvas)
