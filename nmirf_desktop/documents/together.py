"""One file in three languages: what it says of itself, and the consecutive edition, one language after the other.

Each language is a part of the structure in its own language, begins on a new page with its own masthead, counts its
own paragraphs and has its own bookmarks; the pages are counted through. So is the founding Declaration made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from nmirf_desktop.documents.archive import Identity
from nmirf_desktop.documents.canvas import Bookmark, TaggedCanvas
from nmirf_desktop.documents.compositor import CLOSER, Compose, Compositor, spaced
from nmirf_desktop.documents.flowable import Flowable, Opening
from nmirf_desktop.documents.inline import shortened
from nmirf_desktop.documents.page import LONGEST_TITLE, Imprint, Press, Sheets, Surround
from nmirf_desktop.documents.tags import Structure
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.i18n import Catalog


def own_name(words: Catalog) -> str:
    """A language by its own name, as the heading of what is in it: "Français"."""
    name = words.language_name(words.language)
    return name[:1].upper() + name[1:]


def identity(imprints: Sequence[Imprint], edition: Edition) -> Identity:
    """What a file in several languages says of itself: the same as one in a single language, in each of them."""
    each = [imprint.identity for imprint in imprints]
    head = imprints[0].masthead
    titles = " / ".join(dict.fromkeys(imprint.title for imprint in imprints))
    return Identity(
        title=shortened(f"{head.symbol} – {titles}", LONGEST_TITLE),
        author=" / ".join(dict.fromkeys(one.author for one in each)),
        subject=shortened(" / ".join(dict.fromkeys(one.subject for one in each)), LONGEST_TITLE),
        keywords=each[0].keywords,
        identifier=f"{head.symbol}/{imprints[0].version}/{edition}/{imprints[0].fingerprint}",
        languages=tuple(imprint.words.language for imprint in imprints),
        dated=head.dated,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One language of the edition, with what surrounds its pages."""

    imprint: Imprint
    surround: Surround

    @property
    def language(self) -> str:
        return str(self.imprint.words.language)

    def begin(self, starts: list[int], canvas: TaggedCanvas) -> None:
        """Note the page on which the part begins; it has the part's bookmark, and the pages have its name."""
        starts.append(canvas.page_index)
        canvas.label_pages(f"{self.language.upper()} ")
        canvas.place(self.language, self.imprint.sheet.size[1])
        canvas.outline(Bookmark(self.language, own_name(self.imprint.words), 0), self.language)


def set_consecutive(imprints: Sequence[Imprint], compose: Compose) -> bytes:
    """The file of what *compose* sets in each edition; a part's paragraphs are closer where that spares a short page.

    Raises :class:`nmirf_desktop.domain.refusals.Problem` for a character that cannot be printed.
    """
    parts = [_Part(imprint, Surround(imprint)) for imprint in imprints]
    spaces = [1.0 for _part in parts]
    printed, tails = _print(parts, spaces, compose)
    if any(tails):
        spaces = [CLOSER if tail else 1.0 for tail in tails]
        printed, still = _print(parts, spaces, compose)
        if any(still):
            spaces = [1.0 if tail else space for tail, space in zip(still, spaces, strict=True)]
            printed, _tails = _print(parts, spaces, compose)
    return printed.data


def _print(parts: Sequence[_Part], spaces: Sequence[float], compose: Compose) -> tuple[Sheets, list[bool]]:
    """The pages of all parts, and which of them end with a page of a few lines."""
    structure = Structure()
    starts: list[int] = []
    story: list[Flowable] = []
    for part, space in zip(parts, spaces, strict=True):
        root = structure.root.child("Part", language=part.language)
        compositor = Compositor(part.imprint, root, part.language)
        compose(compositor)
        story += [Opening(partial(part.begin, starts)), *spaced(compositor.story, space)]

    def furniture(canvas: TaggedCanvas, number: int, total: int) -> None:
        place = sum(start < number for start in starts) - 1
        parts[place].surround.around(canvas, number, total, first=starts[place] == number - 1)

    said = identity([part.imprint for part in parts], Edition.CONSECUTIVE)
    sheets = Press(said, parts[0].imprint.sheet, furniture).printed(structure, story)
    ends = pairwise([*starts, len(sheets.filled)])
    return sheets, [sheets.tail(start, end) for start, end in ends]
