"""A paper as plain text, as a reader of one language meets it."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.agenda import item_label, roman
from nmirf_desktop.domain.blocks import (
    Block,
    DataTable,
    DecisionBlock,
    Heading,
    Listing,
    Note,
    Para,
    StateColumns,
    VoteBlock,
)
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper, Masthead, MinutesPaper
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import Catalog


class Reader:
    """Reads papers in one language; paragraphs are counted through."""

    def __init__(self, words: Catalog) -> None:
        self._words = words
        self._count = 0

    def minutes(self, paper: MinutesPaper) -> str:
        lines = [*self._head(paper.masthead), ""]
        for number, section in enumerate(paper.sections, 1):
            lines += ["", f"{roman(number).upper()}. {self._said(section.title)}", *self._blocks(section.blocks)]
        for number, annex in enumerate(paper.annexes, 1):
            lines += ["", f"[{roman(number).upper()}] {self._said(annex.title)}", *self._blocks(annex.blocks)]
        return "\n".join(lines) + "\n"

    def agenda(self, paper: AgendaPaper) -> str:
        notes = [f"({self._said(note.text)})" for note in paper.notes]
        return "\n".join([*self._head(paper.masthead), "", *self._items(paper.items, ()), *notes]) + "\n"

    def _head(self, head: Masthead) -> Iterator[str]:
        yield f"{head.symbol} | {self._words.date(head.dated)} | {head.original} | v{head.version}"
        yield from (self._said(one) for one in (head.meeting, head.place_and_dates, head.item) if one)

    def _items(self, items: Iterable[AgendaLine], path: tuple[int, ...]) -> Iterator[str]:
        for place, item in enumerate(items, 1):
            here = (*path, place)
            yield f"{'  ' * len(path)}{item_label(here, self._words.language)} {self._said(item.title)}"
            if item.annotation:
                yield f"{'  ' * len(path)}   {self._said(item.annotation)}"
            for entry in item.documents:
                yield f"{'  ' * len(path)}   – {self._said(entry.label)} {self._said(entry.text)}"
            yield from self._items(item.parts, here)

    def _said(self, said: Said) -> str:
        reading = said.read(self._words.language)
        return f"[{reading.language}: {reading.text}]" if reading.untranslated else reading.text

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Para():
                self._count += block.numbered
                number = f"{self._count}. " if block.numbered else "    "
                yield number + " ".join(filter(None, (self._said(block.lead), self._said(block.text))))
            case Heading():
                yield f"== {self._said(block.text)}"
            case StateColumns():
                names = self._sorted(block.names)
                yield f"    {self._said(block.title)} ({len(names)})"
                yield f"    {' | '.join(names)}"
            case Listing():
                yield from (f"    {self._said(one.label)} {self._said(one.text)}" for one in block.entries)
            case DataTable():
                rows = [tuple(column.heading for column in block.columns), *block.rows]
                yield from ("    " + " | ".join(self._said(cell) for cell in row) for row in rows)
            case VoteBlock():
                yield from self._vote(block)
            case DecisionBlock():
                yield f"  {self._said(block.name)}. {self._said(block.title)}"
                yield from self._blocks(block.text)
                yield f"    {self._said(block.mode)}"
            case Note():
                yield f"    ({self._said(block.text)})"
            case _:
                raise AssertionError(block)

    def _vote(self, block: VoteBlock) -> Iterator[str]:
        yield f"    {self._said(block.sentence)}"
        for position in block.lists:
            names = self._sorted(position.names)
            yield f"    {self._said(position.heading)} {', '.join(names) + '.' if names else self._said(position.none)}"
        yield from (f"    * {self._said(note)}" for note in block.notes)

    def _sorted(self, names: Iterable[Said]) -> list[str]:
        return sorted((self._said(name) for name in names), key=self._words.sort_key)
