"""A document of blocks under one title: a decision, a voting record, a list."""

from nmirf_desktop.documents.blocks import set_blocks
from nmirf_desktop.documents.compositor import Compositor, bound
from nmirf_desktop.documents.inline import tidy
from nmirf_desktop.documents.masthead import set_masthead
from nmirf_desktop.documents.page import Edition
from nmirf_desktop.domain.papers import RecordPaper, fingerprint
from nmirf_desktop.i18n import Catalog


def typeset(paper: RecordPaper, words: Catalog, *, large: bool = False) -> bytes:
    """The document as a file in the language of *words*; the same paper gives the same bytes.

    Raises :class:`nmirf_desktop.domain.refusals.Problem` for a character that cannot be printed.
    """
    title = tidy(paper.title.read(words.language).text)
    edition = Edition(paper.masthead, title, words, fingerprint(paper, words.language), large)
    return bound(edition, lambda compositor: compose(paper, compositor))


def compose(paper: RecordPaper, compositor: Compositor) -> None:
    """Set the document: masthead, title, blocks."""
    set_masthead(compositor)
    compositor.title(compositor.plain(paper.title), [compositor.plain(paper.below)] if paper.below else [])
    set_blocks(compositor, paper.blocks)
