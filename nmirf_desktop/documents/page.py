"""The page: the sheet and its margins, heads, feet and watermark, and how a story becomes a file.

There is no emblem: the Network is not a body of the United Nations, and only the order of its documents is followed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nmirf_desktop.documents.archive import Identity
from nmirf_desktop.documents.breaking import cut_to, measured
from nmirf_desktop.documents.canvas import Furniture, Ink, TaggedCanvas
from nmirf_desktop.documents.flow import Pages
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.inline import shortened, tidy
from nmirf_desktop.documents.look import Look
from nmirf_desktop.documents.sheet import LANDSCAPE, PORTRAIT, WIDE, Sheet
from nmirf_desktop.documents.tags import Structure
from nmirf_desktop.domain.papers import DRAFT_MARK, LARGE_MARK, NOT_ISSUED, Masthead
from nmirf_desktop.i18n import N_, Catalog

TAIL = 0.25
"""A last page that is filled no further is the tail of the page before it."""
LONGEST_TITLE = 250
"""So many signs of a title are told to the reader's window; the document itself has it whole."""
GREY = "595959"
PALE = "EFEFEF"

SPECIMEN = N_("SPECIMEN")
FOOT, LINE = 34.0, 1.35
"""How far below the text the foot of a page stands, in points; from line to line of it, in sizes of its letters."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """A paper in one language and size, on its way to the printer: what page heads, feet and metadata say.

    *beside*: it is one of three columns.
    """

    masthead: Masthead
    title: str
    words: Catalog
    fingerprint: str
    large: bool = False
    beside: bool = False

    @property
    def look(self) -> Look:
        """The styles."""
        if self.beside:
            return Look.beside(large=self.large)
        return Look.large() if self.large else Look.normal()

    @property
    def sheet(self) -> Sheet:
        """The sheet it is printed on."""
        if self.beside:
            return WIDE if self.large else LANDSCAPE
        return PORTRAIT

    @property
    def version(self) -> str:
        """The version by a short mark: "v2", or that it was not issued."""
        version = self.masthead.version
        return DRAFT_MARK if version == NOT_ISSUED else f"v{version}"

    @property
    def keywords(self) -> str:
        """Symbol, version, that it is in large print, and the fingerprint last: by what a file is known again."""
        marks = [self.masthead.symbol, self.version, *([LARGE_MARK] if self.large else []), self.fingerprint]
        return ", ".join(marks)

    @property
    def identity(self) -> Identity:
        """What the file says of itself."""
        head, words = self.masthead, self.words
        meeting = tidy(head.meeting.read(words.language).text)
        return Identity(
            title=shortened(f"{head.symbol} – {self.title}", LONGEST_TITLE),
            author=tidy(head.network.read(words.language).text),
            subject=shortened(f"{self.title} – {meeting}" if meeting else self.title, LONGEST_TITLE),
            keywords=self.keywords,
            identifier=f"{head.symbol}/{self.version}/{words.language}/{self.fingerprint}",
            languages=(words.language,),
            dated=head.dated,
        )


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a story as a file, and how far each is filled, as a part of its height."""

    data: bytes
    filled: Sequence[float]

    def tail(self, start: int = 0, end: int | None = None) -> bool:
        """Whether the last of several pages, from *start* to before *end*, holds a few lines only."""
        pages = self.filled[start:end]
        return len(pages) > 1 and pages[-1] <= TAIL


@dataclass(frozen=True, slots=True)
class Press:
    """What pages need beside their story: what the file says of itself, the sheet, and what stands around the text."""

    identity: Identity
    sheet: Sheet
    furniture: Furniture

    def printed(self, structure: Structure, story: Iterable[Flowable]) -> Sheets:
        """Put a story on its pages."""
        canvas = TaggedCanvas(self.identity, structure, self.sheet.size)
        canvas.dress(self.furniture)
        pages = Pages(canvas, self.sheet)
        pages.fill(story)
        canvas.save()
        return Sheets(canvas.data(), tuple(pages.filled))


class Surround:
    """Watermark, running head and foot: artifacts, since they say nothing that the text does not.

    The symbol stands at the outer edge of the running head, left on even pages and right on odd ones. The texts of
    several *imprints* stand beside each other; their head has the title of each above its column, the foot
    the number of the page in each language.
    """

    def __init__(self, *imprints: Imprint) -> None:
        self._imprints = imprints
        self._imprint = imprints[0]
        self._sheet = self._imprint.sheet
        self._ink = Ink(self._imprint.look.size * 0.75, GREY)

    def draw(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        """Draw what surrounds page *number* of *total*."""
        self.around(canvas, number, total, first=number == 1)

    def around(self, canvas: TaggedCanvas, number: int, total: int, *, first: bool) -> None:
        """Draw what surrounds a page; the *first* one of a text has its masthead instead of a running head."""
        if self._imprint.masthead.specimen:
            for column, imprint in enumerate(self._imprints):
                self._watermark(canvas, imprint, self._sheet.left(column))
        if number in canvas.bare_pages:
            return
        with canvas.artifact("Pagination"):
            self._foot(canvas, number, total)
            if not first:
                self._head(canvas, number)

    def _foot(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        words, head = self._imprint.words, self._imprint.masthead
        pages = " · ".join(one.words.gettext("Page {x} of {y}").format(x=number, y=total) for one in self._imprints)
        mark, y = self._imprint.fingerprint, self._sheet.bottom - FOOT
        if not mark:  # a covering letter has none: it is no issued document
            self._apart(canvas, (0, y), self._sheet.whole, (head.symbol, pages))
            return
        feet = [head.foot(words, mark, short=short) for short in (False, True)]
        left = next((foot for foot in feet if self._fits(f"{foot}{pages}")), "")
        if not left:  # what a copy is known by is never cut: what else is said of it stands above
            left = mark
            above = feet[0].removesuffix(mark).rstrip(" ·")
            self._apart(canvas, (0, y + self._ink.size * LINE), self._sheet.whole, (above, ""))
        self._apart(canvas, (0, y), self._sheet.whole, (left, pages))

    def _fits(self, texts: str) -> bool:
        """Whether texts have room beside each other in the foot."""
        return (measured(texts, Face.REGULAR) + 2) * self._ink.size <= self._sheet.whole

    def _head(self, canvas: TaggedCanvas, number: int) -> None:
        y = self._sheet.size[1] - self._sheet.top + 30
        symbol = self._imprint.masthead.symbol
        *others, last = self._imprints
        for column, imprint in enumerate(others):
            self._apart(canvas, (self._sheet.left(column), y), self._sheet.width, (imprint.title, ""))
        texts = (last.title, symbol) if others or number % 2 else (symbol, last.title)
        self._apart(canvas, (self._sheet.left(len(others)), y), self._sheet.width, texts)
        rule(canvas, self._sheet.side, y - 6, self._sheet.whole, 0.25)

    def _apart(self, canvas: TaggedCanvas, place: tuple[float, float], width: float, texts: tuple[str, str]) -> None:
        """Write two texts at two edges, cut where they would meet: the right one first keeps its half.

        The *place* of the left one is measured from the margin.
        """
        x, y = self._sheet.side + place[0], place[1]
        size, gap = self._ink.size, 2 * self._ink.size
        left, right = texts
        half = (width - gap) / 2
        right = cut_to(right, Face.REGULAR, size, max(half, width - gap - measured(left, Face.REGULAR) * size))
        taken = measured(right, Face.REGULAR) * size
        left = cut_to(left, Face.REGULAR, size, width - gap - taken)
        canvas.write(x, y, left, Face.REGULAR, self._ink)
        if right:
            canvas.write(x + width - taken, y, right, Face.REGULAR, self._ink)

    def _watermark(self, canvas: TaggedCanvas, imprint: Imprint, left: float) -> None:
        text, size = imprint.words.gettext(SPECIMEN), 108.0 / self._sheet.columns**0.5
        with canvas.artifact("Background"):
            canvas.saveState()
            canvas.translate(self._sheet.side + left + self._sheet.width / 2, self._sheet.size[1] / 2)
            canvas.rotate(54)
            seen = measured(text, Face.BOLD) * size
            canvas.write(-seen / 2, -size / 3, text, Face.BOLD, Ink(size, PALE))
            canvas.restoreState()


def rule(canvas: TaggedCanvas, x: float, y: float, length: float, weight: float) -> None:
    """Draw a horizontal rule; it must stand inside an artifact."""
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + length, y)


class Rule(Flowable):
    """A rule to sign on."""

    def __init__(self, weight: float, length: float, before: float = 0, after: float = 0) -> None:
        self.weight, self.length = weight, length
        self.before, self.after = before, after

    def wrap(self, available: float) -> float:
        """As wide as the frame."""
        self.width, self.height = available, self.weight
        return self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw it as an artifact."""
        with canvas.artifact():
            rule(canvas, 0, self.weight / 2, self.length, self.weight)
