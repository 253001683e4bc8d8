"""The structure of a tagged document: what each mark on a page is, in reading order (ISO 32000-1, 14.7–14.8).

Elements are made by those who set the page, in one pass with it; :meth:`Structure.write` turns them into objects of
the file when all pages are there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString

if TYPE_CHECKING:
    from nmirf_desktop.documents.archive import ArchiveDocument

KEPT_EMPTY = frozenset({"TD", "TH"})
"""Elements that stay without content: a table must keep its shape."""


class Mark(tuple[int, int]):
    """A piece of marked content: the index of its page, and its number there."""

    __slots__ = ()


@dataclass(slots=True)
class Annotated:
    """An annotation, such as a link, that belongs to an element; *number* is its place in the parent tree."""

    page: int
    name: str
    number: int = -1


@dataclass(slots=True, eq=False)
class Element:
    """An element of the structure; *kids* are its elements, marks and annotations in reading order.

    *attributes* are written as they are ("/O/Table/Scope/Column"); *alt* is what a picture says in words; *language*
    is given where it is not the document's; *title* names a heading's target in tables of contents.
    """

    tag: str
    attributes: str = ""
    alt: str = ""
    language: str = ""
    kids: list["Element | Mark | Annotated"] = field(default_factory=list)

    def child(self, tag: str, attributes: str = "", *, alt: str = "", language: str = "") -> "Element":
        """A new element at the end of this one."""
        element = Element(tag, attributes, alt, language)
        self.kids.append(element)
        return element

    def full(self) -> bool:
        """Whether the element has anything to say, itself or below."""
        return self.tag in KEPT_EMPTY or any(not isinstance(kid, Element) or kid.full() for kid in self.kids)


class Written(PDFObject):  # type: ignore[misc]
    """An object of the file whose form is already written: formatting thousands one by one would take half the time."""

    def __init__(self) -> None:
        self.body = b""

    def format(self, document: object) -> bytes:  # noqa: ARG002  (ReportLab's signature)
        """The bytes of the object."""
        return self.body


class Structure:
    """The tree of one document, and which element each mark of each page belongs to."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: list[list[Element]] = [[]]
        self._annotations: list[tuple[Annotated, Element]] = []

    def new_page(self) -> None:
        """The marks that follow are on the next page, counted from 0 again."""
        self._pages.append([])

    def mark(self, element: Element) -> int:
        """The number of a new mark of *element* on the current page."""
        owners = self._pages[-1]
        number = len(owners)
        owners.append(element)
        element.kids.append(Mark((len(self._pages) - 1, number)))
        return number

    def annotate(self, element: Element, name: str) -> int:
        """Give *element* the annotation *name* of the current page; its number in the parent tree is returned.

        Numbers of annotations follow those of the pages, of which there will never be a million.
        """
        annotated = Annotated(len(self._pages) - 1, name, 1_000_000 + len(self._annotations))
        element.kids.append(annotated)
        self._annotations.append((annotated, element))
        return annotated.number

    def write(self, document: "ArchiveDocument", pages: int) -> None:
        """Add the tree and its way back from the pages (the parent tree) to the file, and say that it is tagged."""
        numbered = _Numbering(document)
        root = numbered.place("StructTreeRoot", Written())
        parents = numbered.place("ParentTree", Written())
        top = numbered.element(self.root)
        for element, parent in _walk(self.root):
            numbered.write(element, parent if parent is None else numbered.element(parent), root)
        entries = [
            f"{index}[{' '.join(numbered.element(owner).reference for owner in owners)}]"
            for index, owners in enumerate(self._pages[:pages])
        ]
        entries += [f"{one.number} {numbered.element(owner).reference}" for one, owner in self._annotations]
        following = 1_000_000 + len(self._annotations)
        parents.object.body = f"<</Nums[{' '.join(entries)}]>>".encode()
        root.object.body = (
            f"<</Type/StructTreeRoot/K {top.reference}/ParentTree {parents.reference}/ParentTreeNextKey {following}>>"
        ).encode()
        document.Catalog.StructTreeRoot = PDFObjectReference("StructTreeRoot")
        document.Catalog.MarkInfo = "<</Marked true>>"


def _walk(element: Element, parent: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    """Each element that is written, with the one it belongs to."""
    yield element, parent
    for kid in element.kids:
        if isinstance(kid, Element) and kid.full():
            yield from _walk(kid, element)


class _Place(NamedTuple):
    """An object of the file with its reference, "12 0 R"."""

    object: Written
    reference: str


class _Numbering:
    """The objects of the structure in one file, each numbered when it is first named."""

    def __init__(self, document: "ArchiveDocument") -> None:
        self._document = document
        self._elements: dict[int, _Place] = {}
        self._pages: dict[int, str] = {}

    def place(self, name: str, written: Written) -> _Place:
        """Give an object its number."""
        self._document.Reference(written, name)
        return _Place(written, f"{self._document.objectcounter} 0 R")

    def element(self, element: Element) -> _Place:
        """The object of an element."""
        place = self._elements.get(id(element))
        if place is None:
            place = self._elements[id(element)] = self.place(f"Element{len(self._elements)}", Written())
        return place

    def page(self, index: int) -> str:
        """The reference of a page."""
        if index not in self._pages:
            self._pages[index] = self._document.reference(f"Page{index + 1}")
        return self._pages[index]

    def write(self, element: Element, parent: _Place | None, root: _Place) -> None:
        """Write the object of one element."""
        home = next((kid[0] for kid in element.kids if isinstance(kid, Mark)), None)
        kids = [self._kid(kid, home) for kid in element.kids if not isinstance(kid, Element) or kid.full()]
        parts = [f"<</Type/StructElem/S/{element.tag}/P {(parent or root).reference}"]
        if home is not None:
            parts.append(f"/Pg {self.page(home)}")
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        if element.attributes:
            parts.append(f"/A<<{element.attributes}>>")
        if element.language:
            parts.append(f"/Lang({element.language})")
        body = "".join(parts).encode()
        if element.alt:
            body += b"/Alt" + PDFString(element.alt).format(self._document)
        self.element(element).object.body = body + b">>"

    def _kid(self, kid: "Element | Mark | Annotated", home: int | None) -> str:
        """One kid as its parent names it."""
        if isinstance(kid, Element):
            return self.element(kid).reference
        if isinstance(kid, Annotated):
            return f"<</Type/OBJR/Obj {self._document.reference(kid.name)}/Pg {self.page(kid.page)}>>"
        page, number = kid
        return str(number) if page == home else f"<</Type/MCR/Pg {self.page(page)}/MCID {number}>>"
