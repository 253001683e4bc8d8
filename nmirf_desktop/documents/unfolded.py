"""A table that is too wide for large print, unfolded: each row under what names it, a line for each of its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nmirf_desktop.documents.breaking import Breaker, Run, TextStyle, line_lengths
from nmirf_desktop.documents.compositor import Compositor
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.look import Look
from nmirf_desktop.domain.blocks import DataTable, Entry, Listing
from nmirf_desktop.domain.said import Said

ROOMY = 9.0
"""So many sizes of its letters a column of texts is wide at least: some three words on a line."""
MUCH = 2
"""What is longer than so many lines of such a column is a text."""


def in_cells(look: Look) -> TextStyle:
    """How the text of a cell is set."""
    return replace(look.small, after=0, hyphenate=True, zone=0)


def longest(page: Compositor, texts: Sequence[Sequence[Run]]) -> float:
    """The width in points that the longest word of a column asks for, with what a cell leaves free at its sides."""
    style = in_cells(page.look)
    return max(Breaker(runs, style, page.language).longest() for runs in texts) + 2 * page.look.padding


def fits(page: Compositor, block: DataTable) -> bool:
    """Whether a page has room for the columns of a table, with none of their words parted and no text in a strip."""
    headings = [page.runs(column.heading, Face.ITALIC) for column in block.columns]
    cells = ([page.lines(cell) for cell in row] for row in block.alike or block.rows)
    return sum(_asked(page, column) for column in zip(headings, *cells, strict=True)) <= page.width


def _asked(page: Compositor, texts: Sequence[Sequence[Run]]) -> float:
    """The width in points that a column asks for: that of its longest word, or of a few words where it holds texts."""
    size, least = in_cells(page.look).size, longest(page, texts)
    line = max((length for runs in texts for length in line_lengths(runs)), default=0.0)
    return max(least, ROOMY * size) if line > ROOMY * MUCH else least


def row_by_row(block: DataTable) -> Iterator[Listing]:
    """The rows of a table, each as a list of its cells under the first of them.

    The first cell tells of itself what it is, but for a number; a cell without text is left out.
    """
    named, *headings = (column.heading for column in block.columns)
    if block.caption:
        yield Listing((), block.caption)
    for first, *others in block.rows:
        entries = (Entry(text, heading) for heading, text in zip(headings, others, strict=True) if text)
        yield Listing(tuple(entries), _title(named, first))


def _title(heading: Said, cell: Said) -> Said:
    """What names a row: its first cell, a bare number or nothing behind its heading."""
    if any(map(str.isalpha, f"{cell.en}{cell.fr}{cell.es}")):
        return cell
    numbered = [f"{name} {number}".rstrip() for name, number in zip(_said(heading), _said(cell), strict=True)]
    return replace(cell, en=numbered[0], fr=numbered[1], es=numbered[2])


def _said(text: Said) -> tuple[str, str, str]:
    return text.en, text.fr, text.es
