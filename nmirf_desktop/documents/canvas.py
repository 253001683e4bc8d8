"""A canvas that says what it draws: every mark on a page belongs to an element of the structure or is an artifact.

Pages are finished only when all are there, so that the first can say how many there are and where a section begins.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, NamedTuple

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from nmirf_desktop.documents.archive import ArchiveDocument, Identity
from nmirf_desktop.documents.fonts import Encoder, Face, Piece, font, pieces, width
from nmirf_desktop.documents.tags import Element, Structure

PRINTED = 4  # the flag of an annotation that is printed with its page


class _Page(PDFPage):  # type: ignore[misc]
    """A page that knows its place in the structure, and is read in the structure's order."""

    __NoDefault__: ClassVar[list[str]] = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class Ink(NamedTuple):
    """How a text is drawn: size in points, and a colour as six hexadecimal digits."""

    size: float
    colour: str = "000000"


class Link(NamedTuple):
    """A rectangle (left, bottom, right, top) on the page that leads to a web address or to a place "#name"."""

    target: str
    words: str
    area: tuple[float, float, float, float]


@cache
def fill(colour: str) -> str:
    """The operator that fills with a colour."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return f"{red:.3g} {green:.3g} {blue:.3g} rg"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the reader's table of contents: the place it leads to, its title, its level from 0."""

    name: str
    title: str
    level: int


Furniture = Callable[["TaggedCanvas", int, int], None]
"""Draws heads and feet of a page: canvas, number of the page, number of pages."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """ReportLab's canvas, with marked content, late words and pages that wait for the last."""

    def __init__(self, identity: Identity, structure: Structure, size: tuple[float, float]) -> None:
        font(Face.REGULAR)
        super().__init__(io.BytesIO(), pagesize=size, pageCompression=1, invariant=1, initialFontName=Face.REGULAR)
        self._doc = ArchiveDocument(identity)
        self._code: list[str]
        self._currentMatrix: tuple[float, float, float, float, float, float]
        self._encoders: dict[Face, Encoder] = {}
        self.structure = structure
        self.places: dict[str, int] = {}
        self._bookmarks: dict[str, list[Bookmark]] = {}
        self._labels: list[tuple[int, str]] = []
        self._pages: list[tuple[_Page, list[str]]] = []
        self._late: list[tuple[list[str], int, Callable[[], str]]] = []
        self._furniture: Furniture | None = None
        self.bare_pages: set[int] = set()
        self._hidden = False

    @property
    def page_index(self) -> int:
        """The index of the current page, from 0."""
        return len(self._pages)

    def bare(self) -> None:
        """Around what stands on the current page there is nothing but the mark of a specimen."""
        self.bare_pages.add(self.page_index + 1)

    # ---- what is drawn ----

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """All that is drawn meanwhile is content of *element*, unless it is part of an artifact."""
        if self._hidden:
            yield
            return
        self._code.append(f"/{element.tag} <</MCID {self.structure.mark(element)}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """All that is drawn meanwhile is no content: a rule, a background, a running head (*kind* "Pagination")."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._hidden = True
        yield
        self._hidden = False
        self._code.append("EMC")

    @contextmanager
    def hyphen(self) -> Iterator[None]:
        """What is drawn meanwhile is the hyphen of a cut word, which the line puts there and not the text: an artifact.

        So the structure says the whole word, and what reads the page alone sees a hyphen at the end of a line, which
        it knows how to leave out. A replacement text (U+00AD) inside the content is kept by some readers and makes
        others lose what follows.
        """
        if self._hidden:
            yield
            return
        with self.artifact():
            yield

    def write(self, x: float, y: float, text: str, face: Face, ink: Ink) -> None:
        """Draw one line of text; the graphics state is left as it was found."""
        self.write_line(x, y, pieces(text, face), ink)

    def write_line(self, x: float, y: float, parts: Sequence[Piece], ink: Ink) -> None:
        """Draw one line of text in several faces."""
        self._code.append(self._shown(x, y, parts, ink))

    def _shown(self, x: float, y: float, parts: Sequence[Piece], ink: Ink) -> str:
        """The operators that show a line of text."""
        code = [f"BT {fill(ink.colour)} {x:.2f} {y:.2f} Td"]
        for part in parts:
            encoder = self._encoders.get(part.face)
            if encoder is None:
                encoder = self._encoders[part.face] = Encoder(part.face, self._doc)
            code += [f"{name} {ink.size:g} Tf ({said}) Tj" for name, said in encoder.strings(part.text)]
        code.append("ET")
        return " ".join(code)

    def write_late(self, x: float, y: float, text: Callable[[], str], ink: Ink) -> None:
        """Draw a text that is known when all pages are there, with its right edge at *x*."""

        def shown() -> str:
            said = text()
            return self._shown(x - width(said, Face.REGULAR) * ink.size, y, pieces(said, Face.REGULAR), ink)

        self._late.append((self._code, len(self._code), shown))
        self._code.append("")

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """All that is drawn meanwhile is measured from a place, and changes no state of the graphics outside."""
        before = a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix = (a, b, c, d, a * x + c * y + e, b * x + d * y + f)
        self._code += ["q", f"1 0 0 1 {fp_str(x, y)} cm"]
        yield
        self._code.append("Q")
        self._currentMatrix = before

    # ---- places and links ----

    def place(self, name: str, height: float) -> None:
        """The current page, at *height* points above the current origin, can be linked to by *name*."""
        self.places[name] = len(self._pages) + 1
        self.bookmarkHorizontal(name, 0, height)

    def outline(self, bookmark: Bookmark, group: str = "") -> None:
        """Add a bookmark to its place; those of a *group*, such as a language, stand together in its order."""
        self._bookmarks.setdefault(group, []).append(bookmark)

    def _outline(self) -> None:
        """Write the bookmarks, group by group."""
        for bookmarks in self._bookmarks.values():
            for one in bookmarks:
                self.addOutlineEntry(one.title, one.name, one.level)

    def label_pages(self, prefix: str) -> None:
        """From the current page on, the reader's window names pages with *prefix* before their number."""
        self._labels.append((self.page_index, prefix))

    def link(self, element: Element, link: Link) -> None:
        """Lay a link over an area given from the current origin; it is an annotation of *element*."""
        if self._hidden:
            return
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(self._absRect(link.area, relative=1)),
            "Border": "[0 0 0]",
            "F": PRINTED,
            "Contents": PDFString(link.words),
        }
        if link.target.startswith("#"):
            entries["Dest"] = self._bookmarkReference(link.target[1:])
        else:
            address = {"S": PDFName("URI"), "URI": PDFString(link.target)}
            entries["A"] = PDFDictionary(address)
        name = f"Link{self._annotationCount + 1}"
        entries["StructParent"] = self.structure.annotate(element, self._doc.annotationName(name))
        self._addAnnotation(PDFDictionary(entries), name)

    # ---- pages and file ----

    def dress(self, furniture: Furniture) -> None:
        """Heads, feet and watermark are drawn by *furniture* under each page when all are there."""
        self._furniture = furniture

    def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
        """End the page; it waits for its head and foot."""
        page = _Page()
        page.pagewidth, page.pageheight = self._pagesize
        page.setCompression(self._pageCompression)
        self._setColorSpace(page)
        self._setExtGState(page)
        self._setXObjects(page)
        self._setShadingUsed(page)
        self._setAnnotations(page)
        page.StructParents = len(self._pages)
        page.Tabs = PDFName("S")
        self._doc.addPage(page)
        self._pages.append((page, self._code))
        self.structure.new_page()
        self._startPage()

    def save(self) -> None:
        """Finish all pages; :meth:`data` gives the file."""
        if self._code:
            self.showPage()
        for code, index, shown in self._late:
            code[index] = shown()
        for number, (page, code) in enumerate(self._pages, 1):
            self._code = []
            if self._furniture is not None:
                self._furniture(self, number, len(self._pages))
            content = "\n".join([self._preamble, *self._code, *code])
            page.Contents = PDFStream(content=content.encode("latin-1"), filters=[PDFZCompress])
        self._outline()
        self._doc.label_pages(self._labels)
        self.structure.write(self._doc, len(self._pages))

    def data(self) -> bytes:
        """The bytes of the saved file."""
        return bytes(self._doc.GetPDFData(self))
