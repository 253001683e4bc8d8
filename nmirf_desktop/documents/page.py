"""The page: A4 and its margins, heads, feet and watermark, and how a story becomes a file.

There is no emblem: the Network is not a body of the United Nations, and only the order of its documents is followed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate
from reportlab.platypus.flowables import Flowable

from nmirf_desktop.documents.archive import Identity
from nmirf_desktop.documents.breaking import cut_to, measured
from nmirf_desktop.documents.canvas import Ink, TaggedCanvas
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.inline import shortened
from nmirf_desktop.documents.look import Look
from nmirf_desktop.documents.tags import Structure
from nmirf_desktop.domain.papers import Masthead
from nmirf_desktop.i18n import N_, Catalog

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 71.0  # 2.5 cm
TOP = 78.0
BOTTOM = 74.0
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
TAIL = HEIGHT * 0.25
"""A last page that is filled no further is the tail of the page before it."""
LONGEST_TITLE = 250
"""So many signs of a title are told to the reader's window; the document itself has it whole."""
GREY = "595959"
PALE = "EFEFEF"

NETWORK = N_("International Network of NMIRFs")
SPECIMEN = N_("SPECIMEN")


@dataclass(frozen=True, slots=True)
class Edition:
    """A paper in one language and size, on its way to the printer: what page heads, feet and metadata say."""

    masthead: Masthead
    title: str
    words: Catalog
    fingerprint: str
    large: bool = False

    @property
    def look(self) -> Look:
        """The styles."""
        return Look.large() if self.large else Look.normal()

    @property
    def identity(self) -> Identity:
        """What the file says of itself."""
        head, words = self.masthead, self.words
        meeting = head.meeting.read(words.language).text
        return Identity(
            title=shortened(f"{head.symbol} – {self.title}", LONGEST_TITLE),
            author=words.gettext(NETWORK),
            subject=shortened(f"{self.title} – {meeting}" if meeting else self.title, LONGEST_TITLE),
            keywords=", ".join([head.symbol, f"v{head.version}", self.fingerprint]),
            identifier=f"{head.symbol}/v{head.version}/{words.language}/{self.fingerprint}",
            language=words.language,
            dated=head.dated,
        )


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """One frame on every page; the masthead of the first is part of the story."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        super().__init__(None, pagesize=A4)
        frame = Frame(SIDE, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate(frames=[frame])])
        self.given = canvas
        self.filled = 0.0

    def handle_pageEnd(self) -> None:  # noqa: N802  (ReportLab's name)
        """Remember how far the page is filled, in points."""
        self.filled = HEIGHT - (self.frame._y - self.frame._y1p)  # noqa: SLF001  (the frame tells nobody)
        super().handle_pageEnd()

    def handle_keepWithNext(self, flowables: list[Flowable]) -> None:  # noqa: N802  (ReportLab's name)
        """Begin a new page where a heading has no room for itself and the beginning of what it announces.

        ReportLab would keep it with all of what follows, and leave half a page empty before a long list.
        """
        if not flowables[0].getKeepWithNext() or self.frame._atTop:  # noqa: SLF001  (the frame tells nobody)
            return
        needed = 0.0
        for flowable in flowables:
            height = flowable.wrapOn(self.canv, WIDTH, PAGE_HEIGHT)[1]
            if not flowable.getKeepWithNext():
                least = getattr(flowable, "least", None)
                needed += flowable.getSpaceBefore() + (height if least is None else min(height, least()))
                break
            needed += flowable.getSpaceBefore() + height + flowable.getSpaceAfter()
        if self.frame._y - self.frame._y1p < needed <= HEIGHT / 2:  # noqa: SLF001  (what is longer is split)
            flowables.insert(0, FrameBreak)

    def _makeCanvas(self, filename: object = None, canvasmaker: object = None) -> TaggedCanvas:  # noqa: ARG002, N802
        """The canvas that was given, which already knows title and language."""
        return self.given


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a story as a file; *tail* where the last of several holds a few lines only."""

    data: bytes
    tail: bool


def printed(edition: Edition, structure: Structure, story: Iterable[Flowable]) -> Sheets:
    """Put a story on its pages."""
    canvas = TaggedCanvas(edition.identity, structure)
    canvas.dress(_Furniture(edition).draw)
    template = _Template(canvas)
    template.build(list(story))
    return Sheets(canvas.data(), template.page > 1 and template.filled <= TAIL)


class _Furniture:
    """Watermark, running head and foot: artifacts, since they say nothing that the text does not."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._ink = Ink(edition.look.size * 0.75, GREY)

    def draw(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        """Draw what surrounds page *number* of *total*."""
        if self._edition.masthead.specimen:
            self._watermark(canvas)
        with canvas.artifact("Pagination"):
            self._foot(canvas, number, total)
            if number > 1:
                self._head(canvas)

    def _foot(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        words, head = self._edition.words, self._edition.masthead
        left = words.gettext("{symbol} · version {version} · {fingerprint}").format(
            symbol=head.symbol, version=head.version, fingerprint=self._edition.fingerprint
        )
        right = words.gettext("Page {x} of {y}").format(x=number, y=total)
        self._apart(canvas, 40, left, right)

    def _head(self, canvas: TaggedCanvas) -> None:
        y = PAGE_HEIGHT - 48
        self._apart(canvas, y, self._edition.masthead.symbol, self._edition.title)
        rule(canvas, SIDE, y - 6, WIDTH, 0.25)

    def _apart(self, canvas: TaggedCanvas, y: float, left: str, right: str) -> None:
        """Write two texts at the two margins, cut where they would meet: the right one first keeps its half."""
        size, gap = self._ink.size, 2 * self._ink.size
        half = (WIDTH - gap) / 2
        right = cut_to(right, Face.REGULAR, size, max(half, WIDTH - gap - measured(left, Face.REGULAR) * size))
        taken = measured(right, Face.REGULAR) * size
        left = cut_to(left, Face.REGULAR, size, WIDTH - gap - taken)
        canvas.write(SIDE, y, left, Face.REGULAR, self._ink)
        canvas.write(PAGE_WIDTH - SIDE - taken, y, right, Face.REGULAR, self._ink)

    def _watermark(self, canvas: TaggedCanvas) -> None:
        text = self._edition.words.gettext(SPECIMEN)
        with canvas.artifact("Background"):
            canvas.saveState()
            canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
            canvas.rotate(54)
            size = 108.0
            seen = measured(text, Face.BOLD) * size
            canvas.write(-seen / 2, -size / 3, text, Face.BOLD, Ink(size, PALE))
            canvas.restoreState()


def rule(canvas: TaggedCanvas, x: float, y: float, length: float, weight: float) -> None:
    """Draw a horizontal rule; it must stand inside an artifact."""
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + length, y)


class Rule(Flowable):  # type: ignore[misc]
    """A rule to sign on."""

    def __init__(self, weight: float, length: float, before: float = 0, after: float = 0) -> None:
        super().__init__()
        self.weight, self.length = weight, length
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """As wide as the frame."""
        return available, self.weight

    def draw(self) -> None:
        """Draw it as an artifact."""
        with self.canv.artifact():
            rule(self.canv, 0, self.weight / 2, self.length, self.weight)
