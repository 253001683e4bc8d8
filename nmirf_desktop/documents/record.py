"""A document of blocks under one title: a decision, a voting record, a list."""

from collections.abc import Iterator

from nmirf_desktop.documents.blocks import set_blocks
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.inline import tied
from nmirf_desktop.documents.masthead import set_masthead
from nmirf_desktop.domain.blocks import DecisionBlock
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.i18n import Catalog

FEW = 3
"""So many entries need no table of contents."""


def title(paper: RecordPaper, words: Catalog) -> str:
    """What the document is called."""
    return tied(paper.title.read(words.language).text, words.language)


def compose(paper: RecordPaper, compositor: Compositor) -> None:
    """Set the document: masthead, title, contents, blocks, sections."""
    compositor.register = True
    set_masthead(compositor)
    compositor.title(paper.title, paper.below)
    if paper.contents:
        entries = list(_decisions(paper, compositor)) or list(_sections(paper, compositor))
        if len(entries) > FEW:
            compositor.contents(entries)
    set_blocks(compositor, paper.blocks)
    for number, section in enumerate(paper.sections, 1):
        compositor.section("", section.title, f"section-{number}")
        set_blocks(compositor, section.blocks, titled=True)


def _decisions(paper: RecordPaper, compositor: Compositor) -> Iterator[tuple[str, str, str]]:
    """Label, title and place of each decision, as the compositor names their places in turn."""
    blocks = [*paper.blocks, *(block for section in paper.sections for block in section.blocks)]
    found = (block for block in blocks if isinstance(block, DecisionBlock))
    for number, block in enumerate(found, 1):
        name, title = compositor.plain(block.name), compositor.plain(block.title)
        yield (name, title, f"decision-{number}") if title else ("", name, f"decision-{number}")


def _sections(paper: RecordPaper, compositor: Compositor) -> Iterator[tuple[str, str, str]]:
    for number, section in enumerate(paper.sections, 1):
        yield "", compositor.plain(section.title), f"section-{number}"
