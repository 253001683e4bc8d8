"""A PDF read for the screen: how large its pages are, what they look like, where words stand in them.

Only for the window's thread: PDFium knows no other. The file is open only while something is read from it.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from nmirf_desktop.i18n.folding import folded

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

JOINTS = "\x02\N{SOFT HYPHEN}\ufffe"
"""What stands for the hyphen of a divided word: PDFium's own marks, and a soft hyphen."""
HYPHENS = str.maketrans({"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: their page, from 1, and the numbers of their first and last character on it, from 0."""

    page: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Letters:
    """A page's text without case, accents and line ends, with the number of the character behind each letter."""

    text: str
    places: tuple[int, ...]


def _plain(text: str) -> str:
    return " ".join(folded(text.replace("\N{SOFT HYPHEN}", "").translate(HYPHENS)).split())


@cache
def _letter(letter: str) -> str:
    """One letter as it is searched; nothing for what stands for no letter."""
    return folded(letter.translate(HYPHENS))


def _letters(page: str) -> _Letters:
    """The text of a page as it is searched: a word divided at the end of a line is one word again."""
    text: list[str] = []
    places: list[int] = []
    last, joined = " ", False
    for place, letter in enumerate(page):
        if letter in JOINTS:
            joined = True
        elif letter.isspace() or letter == "\0":
            joined = joined or (letter in "\r\n" and last == "-")
            if not joined and last != " ":
                text.append(last := " ")
                places.append(place)
        else:
            joined = False
            for one in _letter(letter):
                text.append(last := one)
                places.append(place)
    return _Letters("".join(text), tuple(places))


def _read(text: Any) -> str:
    """The characters of a page by their numbers: one each, also where the text at once would leave some out."""
    from pypdfium2 import raw

    count: int = text.count_chars()
    whole: str = text.get_text_range()
    if len(whole) == count:
        return whole
    return "".join(chr(raw.FPDFText_GetUnicode(text, place)) for place in range(count))


class Pdf:
    """One file. *sizes* are those of its pages in points; *marks* the places of its bookmarks: page from 0, points."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._pages: list[_Letters] = []
        self._boxes: dict[Hit, tuple[QRectF, ...]] = {}
        with self._opened() as pdf:
            self.sizes: tuple[tuple[float, float], ...] = tuple(pdf.get_page_size(number) for number in range(len(pdf)))
            self.marks: tuple[tuple[int, float], ...] = tuple(self._bookmarks(pdf))

    @contextmanager
    def _opened(self) -> "Iterator[PdfDocument]":
        from pypdfium2 import PdfDocument

        pdf = PdfDocument(self._content)
        try:
            yield pdf
        finally:
            pdf.close()

    def _bookmarks(self, pdf: "PdfDocument") -> Iterator[tuple[int, float]]:
        for mark in pdf.get_toc():
            target = mark.get_dest()
            page = target.get_index() if target is not None else None
            if target is not None and page is not None:
                view = target.get_view()[1]
                yield page, self.sizes[page][1] - view[1] if len(view) > 1 else 0.0

    def picture(self, number: int, width: int, ratio: float = 1.0) -> QImage:
        """A page, from 0, drawn so many logical pixels wide; *ratio* are the screen's pixels for each of them."""
        with self._opened() as pdf:
            bitmap = pdf[number].render(scale=width * ratio / self.sizes[number][0], prefer_bgrx=True)
            kind = QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind).copy()
        image.setDevicePixelRatio(ratio)
        return image

    # -- words -------------------------------------------------------------------------------------------------------

    def read_on(self) -> bool:
        """Read the letters of one more page, two or three milliseconds of work; false where all are read."""
        number = len(self._pages)
        if number == len(self.sizes):
            return False
        with self._opened() as pdf:
            self._pages.append(_letters(_read(pdf[number].get_textpage())))
        return True

    def find(self, words: str) -> tuple[Hit, ...]:
        """Where words stand, whatever their case, accents and line ends, in the order of the pages."""
        wanted = _plain(words)
        if not wanted:
            return ()
        while self.read_on():
            pass
        self._boxes.clear()
        return tuple(Hit(number, *span) for number, page in enumerate(self._pages, 1) for span in _spans(page, wanted))

    def boxes(self, hits: Collection[Hit]) -> list[tuple[QRectF, ...]]:
        """Where each of some hits lies, a box for each line: in points from the top left corner of its page.

        They are read when they are asked for: of a letter there may be thousands, of which a few pages are seen.
        """
        new = [hit for hit in hits if hit not in self._boxes]
        if new:
            with self._opened() as pdf:
                for page, group in groupby(new, key=lambda hit: hit.page):
                    text, height = pdf[page - 1].get_textpage(), self.sizes[page - 1][1]
                    self._boxes.update((hit, _boxes(text, hit, height)) for hit in group)
        return [self._boxes[hit] for hit in hits]


def _boxes(text: Any, hit: Hit, height: float) -> tuple[QRectF, ...]:
    """The boxes of a hit in the text of its page, from the top of it; PDFium counts from the bottom."""
    boxes = [text.get_rect(one) for one in range(text.count_rects(hit.first, hit.last - hit.first + 1))]
    return tuple(QRectF(left, height - top, right - left, top - bottom) for left, bottom, right, top in boxes)


def _spans(page: _Letters, wanted: str) -> list[tuple[int, int]]:
    """The first and the last character of each place where the words stand."""
    spans, start = [], page.text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        spans.append((page.places[start], page.places[end - 1]))
        start = page.text.find(wanted, end)
    return spans


def beside(fraction: float, here: Sequence[float], there: Sequence[float]) -> float:
    """The place in another file that says the same, both from 0.0 to 1.0.

    *here* and *there* are the places of the bookmarks; where these are not the same in number, they tell nothing.
    """
    if len(here) != len(there):
        return fraction
    ours, theirs = ([0.0, *places, 1.0] for places in (here, there))
    after = min(bisect_right(ours, fraction), len(ours) - 1)
    width = ours[after] - ours[after - 1]
    share = (fraction - ours[after - 1]) / width if width > 0 else 0.0
    return theirs[after - 1] + share * (theirs[after] - theirs[after - 1])
