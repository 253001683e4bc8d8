"""How a PDF that calls itself an issued one differs from it: saved again by a program, or altered on a page."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nmirf_desktop.i18n import N_, Catalog

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SCALE = 0.5
"""The pictures of two pages are compared at 36 points an inch: a word that is another is seen, and 500 pages are not
waited for."""
FIRST_PAGES = 3
"""So many pages are looked at for what stands at their foot."""
FOOT = 90.0
"""How high the foot of a page is at most, in points."""
FINGERPRINT = re.compile(r"\b[0-9A-F]{4}(?:-[0-9A-F]{4}){3}\b")


class Difference(StrEnum):
    """What is different: nothing that is seen or read, a page, how many pages there are, or it cannot be opened."""

    SAVED_AGAIN = "saved_again"
    PAGE = "page"
    PAGES = "pages"
    BROKEN = "broken"


SENTENCES = {
    Difference.SAVED_AGAIN: N_(
        "Each page reads and looks as it was issued, but the bytes are others: another program{program} saved it "
        "again, or something beside the pages was changed."
    ),
    Difference.PAGE: N_("It was altered: page {page} does not read or look as it was issued."),
    Difference.PAGES: N_("It was altered: it has {count} pages, and {most} were issued."),
    Difference.BROKEN: N_("It was altered or damaged on its way: its pages can no longer be opened."),
}
BY_PROGRAM = N_(" ({program})")


@dataclass(frozen=True, slots=True)
class Compared:
    """How a file differs from an issued one; *page* is the first that does, *program* the one that saved it last."""

    difference: Difference
    page: int = 0
    pages: int = 0
    issued_pages: int = 0
    program: str = ""

    def said_in(self, words: Catalog) -> str:
        """The difference as a sentence."""
        program = words.gettext(BY_PROGRAM).format(program=self.program) if self.program else ""
        return words.gettext(SENTENCES[self.difference]).format(
            page=words.number(self.page),
            count=words.number(self.pages),
            most=words.number(self.issued_pages),
            program=program,
        )


def fingerprints_in(content: bytes) -> tuple[str, ...]:
    """The fingerprints at the foot of the first pages of a PDF, each once: what a file says of itself without keywords.

    Printing into a file, or putting pages into another, leaves nothing else. Nothing for a file that cannot be opened.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    found: dict[str, None] = {}
    with suppress(PdfiumError), PdfDocument(content) as pdf:
        for number in range(min(len(pdf), FIRST_PAGES)):
            page = pdf[number]
            left, bottom, right, _top = page.get_bbox()
            foot = page.get_textpage().get_text_bounded(left, bottom, right, bottom + FOOT)
            found.update(dict.fromkeys(FINGERPRINT.findall(foot)))
    return tuple(found)


def compare(issued: bytes, other: bytes) -> Compared:
    """How the bytes of a PDF differ from those of an issued one, which they are not."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(issued) as ours, PdfDocument(other) as theirs:
            if len(ours) != len(theirs):
                return Compared(Difference.PAGES, pages=len(theirs), issued_pages=len(ours))
            page = next(_different(ours, theirs), 0)
            if page:
                return Compared(Difference.PAGE, page)
            program = str(theirs.get_metadata_value("Producer"))
            known = str(ours.get_metadata_value("Producer"))
            return Compared(Difference.SAVED_AGAIN, program="" if program == known else program)
    except PdfiumError:
        return Compared(Difference.BROKEN)


def _different(ours: "PdfDocument", theirs: "PdfDocument") -> Iterator[int]:
    """The numbers of the pages that do not read or look alike."""
    for number in range(len(ours)):
        if not _same(ours, theirs, number):
            yield number + 1


def _same(ours: "PdfDocument", theirs: "PdfDocument", number: int) -> bool:
    """Whether two pages are as large, say the same and look alike; one of another size is not even painted."""
    one, other = ours[number], theirs[number]
    if one.get_size() != other.get_size():
        return False
    if one.get_textpage().get_text_range() != other.get_textpage().get_text_range():
        return False
    return bytes(one.render(scale=SCALE).buffer) == bytes(other.render(scale=SCALE).buffer)
