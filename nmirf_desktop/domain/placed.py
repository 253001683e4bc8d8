"""Each text of a paper with its place in words that a coordinator knows: the item, the decision, the row of a State."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from nmirf_desktop.domain import whereabouts
from nmirf_desktop.domain.agenda import roman
from nmirf_desktop.domain.blocks import Block, DataTable, DecisionBlock, Heading, Listing, Para
from nmirf_desktop.domain.papers import (
    AgendaLine,
    AgendaPaper,
    Masthead,
    MinutesPaper,
    Paper,
    PaperSection,
    RecordPaper,
)
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.said import Said
from nmirf_desktop.i18n import N_, Catalog

LONGEST_NAME = 60
"""So many signs of a title name a place."""

HEAD = Phrase(N_("Head of the document"))
_HEADS = {
    "meeting": whereabouts.MEETING_TITLE,
    "place_and_dates": whereabouts.MEETING_PLACE,
    "symbol": Phrase(N_("Symbol of the document")),
}
"""The places of the masthead that have a name of their own."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text of a paper, and where it stands."""

    where: Phrase
    text: Said


@dataclass(frozen=True, slots=True)
class _Named:
    """The beginning of a text, as the name of what it stands over."""

    text: Said

    def said_in(self, words: Catalog) -> str:
        line = self.text.read(words.language).text.partition("\n")[0]
        return line if len(line) <= LONGEST_NAME else line[:LONGEST_NAME].rstrip() + "…"


def placed(paper: Paper) -> Iterator[Placed]:
    """The texts of a paper, in its order."""
    yield from _masthead(paper.masthead)
    match paper:
        case AgendaPaper():
            yield from _items(paper.items)
            yield from (Placed(Phrase(N_("Note below the agenda")), note.text) for note in paper.notes)
        case MinutesPaper():
            places = _Places()
            for number, section in enumerate(paper.sections, 1):
                yield from places.section(section, Phrase(N_("Section {number}"), {"number": roman(number).upper()}))
            for annex, name in zip(paper.annexes, paper.annex_names, strict=True):
                yield from places.section(annex, name)
        case RecordPaper():
            title = Phrase(N_("Title of the document"))
            yield from (Placed(title, paper.title), Placed(title, paper.below))
            places = _Places()
            yield from places.blocks(paper.blocks, Phrase(N_("“{title}”"), {"title": _Named(paper.title)}))
            for section in paper.sections:
                yield from places.section(section, Phrase(N_("“{title}”"), {"title": _Named(section.title)}))


def _masthead(head: Masthead) -> Iterator[Placed]:
    for field in fields(head):
        value = getattr(head, field.name)
        where = _HEADS.get(field.name, HEAD)
        if isinstance(value, Said):
            yield Placed(where, value)
        elif isinstance(value, str):
            yield Placed(where, Said.same(value))


def _items(items: Sequence[AgendaLine], above: tuple[int, ...] = ()) -> Iterator[Placed]:
    for number, item in enumerate(items, 1):
        path = (*above, number)
        yield Placed(whereabouts.item_title(path), item.title)
        yield Placed(whereabouts.item_annotation(path), item.annotation)
        documents = whereabouts.item_documents(path)
        yield from (Placed(documents, text) for entry in item.documents for text in (entry.label, entry.text))
        yield from _items(item.parts, path)


class _Places:
    """The places of blocks; numbered paragraphs are counted through the whole document."""

    def __init__(self) -> None:
        self._paragraphs = whereabouts.Paragraphs()

    def section(self, section: PaperSection, where: Phrase) -> Iterator[Placed]:
        """The texts of a section."""
        yield Placed(where, section.title)
        yield from self.blocks(section.blocks, where)

    def blocks(self, blocks: Sequence[Block], where: Phrase) -> Iterator[Placed]:
        """The texts of blocks; a heading names the place of what follows it."""
        for block in blocks:
            if isinstance(block, Heading):
                where = Phrase(N_("“{title}”"), {"title": _Named(block.text)})
            yield from self._block(block, where)

    def _block(self, block: Block, where: Phrase) -> Iterator[Placed]:
        match block:
            case Para():
                yield from self._para(block, where)
            case DataTable():
                yield from _table(block, where)
            case DecisionBlock():
                yield from _decision(block)
            case Listing():
                yield from _listing(block, where)
            case _:
                yield from (Placed(where, text) for text in _texts(block))

    def _para(self, block: Para, where: Phrase) -> Iterator[Placed]:
        if block.numbered:
            where = self._paragraphs.place(block.text) or where
        yield from (Placed(where, text) for text in (block.lead, block.text))


def _texts(value: object) -> Iterator[Said]:
    """The texts of a block whose parts have no places of their own."""
    if isinstance(value, Said):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _table(block: DataTable, where: Phrase) -> Iterator[Placed]:
    """The cells of a table: each by its row's first cell and its column's heading."""
    headings = [column.heading for column in block.columns]
    yield from (Placed(where, text) for text in (block.caption, *headings))
    for row in block.rows:
        for heading, cell in zip(headings, row, strict=False):
            values = {"row": _Named(row[0]), "column": _Named(heading)}
            yield Placed(Phrase(N_("{row}: {column}"), values), cell)


def _decision(block: DecisionBlock) -> Iterator[Placed]:
    name = _Named(block.name)
    title, text = whereabouts.decision_title(name), whereabouts.decision_text(name)
    yield from (Placed(title, part) for part in (block.name, block.title, block.where))
    yield from (Placed(text, part) for para in block.text for part in (para.lead, para.text))
    yield from (Placed(text, part) for part in (block.mode, *block.notes))
    yield from (Placed(whereabouts.decision_vote(name), part) for part in _texts(block.vote))


def _listing(block: Listing, where: Phrase) -> Iterator[Placed]:
    if block.title:
        where = Phrase(N_("“{title}”"), {"title": _Named(block.title)})
    yield Placed(where, block.title)
    yield from (Placed(where, text) for entry in block.entries for text in (entry.label, entry.text))
