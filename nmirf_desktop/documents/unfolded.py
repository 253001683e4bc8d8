"""A table that is too wide for large print, unfolded: each row under what names it, a line for each of its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.documents.breaking import Breaker, Run, TextStyle
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.look import Look
from nmirf_desktop.domain.blocks import DataTable, Entry, Listing


def in_cells(look: Look) -> TextStyle:
    """How the text of a cell is set."""
    return replace(look.small, after=0, hyphenate=True, zone=0)


def longest(page: Compositor, texts: Sequence[Sequence[Run]]) -> float:
    """The width in points that the longest word of a column asks for, with what a cell leaves free at its sides."""
    style = in_cells(page.look)
    return max(Breaker(runs, style, page.language).longest() for runs in texts) + 2 * page.look.padding


def fits(page: Compositor, block: DataTable) -> bool:
    """Whether a page has room for the columns of a table with none of their words parted."""
    headings = [page.runs(column.heading, Face.ITALIC) for column in block.columns]
    cells = ([page.lines(cell) for cell in row] for row in block.rows)
    return sum(longest(page, column) for column in zip(headings, *cells, strict=True)) <= page.width


def row_by_row(block: DataTable) -> Iterator[Listing]:
    """The rows of a table, each as a list of its cells under the first of them.

    The first cell tells of itself what it is; a cell without text is left out.
    """
    headings = [column.heading for column in block.columns[1:]]
    if block.caption:
        yield Listing((), block.caption)
    for first, *others in block.rows:
        entries = (Entry(text, heading) for heading, text in zip(headings, others, strict=True) if text)
        yield Listing(tuple(entries), first)
