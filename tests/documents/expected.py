"""What a paper reads as, told a second time and without the compositor: each text in its order, under its tag.

It is the yardstick of what a screen reader is given. Spaces are left as they are; whoever compares with a file makes
them plain first, since glyphs do not tell a no-break space from another.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from nmirf_desktop.domain.agenda import item_label, roman
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.blocks import (
    BallotPapers,
    BarChart,
    Block,
    Curves,
    DataTable,
    DecisionBlock,
    Heading,
    Listing,
    Note,
    Para,
    Picture,
    Plates,
    Signatures,
    StateColumns,
    Timeline,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.papers import (
    AgendaLine,
    AgendaPaper,
    Masthead,
    MinutesPaper,
    Paper,
    PaperSection,
    RecordPaper,
)
from nmirf_desktop.domain.said import OUTDATED, Reading, Said
from nmirf_desktop.domain.text import UNTRANSLATED
from nmirf_desktop.i18n import Catalog, Language, catalog

MARKS = {
    UNTRANSLATED: {
        Language.EN: "[text not available in English]",
        Language.FR: "[texte non disponible en français]",
        Language.ES: "[texto no disponible en español]",
    },
    OUTDATED: {
        Language.EN: "[translation of an earlier text]",
        Language.FR: "[traduction d’un texte antérieur]",
        Language.ES: "[traducción de un texto anterior]",
    },
}
DISTRIBUTION = {
    Distribution.GENERAL: "Distribution: general",
    Distribution.LIMITED: "Distribution: limited",
    Distribution.MEMBERS: "Distribution: members only",
}
MOST_SECTIONS, MOST_ENTRIES, MOST_LEVELS = 4, 3, 6
"""So many sections or entries need no table of contents; so many levels of headings there are."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text under its *tag*; *foreign*: the parts of it that are in another language, each with that language.

    *mark* is the level and the title of its bookmark; *alt* is what a picture says.
    """

    tag: str
    text: str
    foreign: tuple[tuple[Language, str], ...] = ()
    mark: tuple[int, str] | None = None
    alt: str = ""


def as_read(paper: Paper, language: Language, tables: Collection[tuple[str, ...]] | None = None) -> list[Leaf]:
    """What a paper reads as in one language; a line of the table of contents is without the number of its page.

    In large print only some *tables*, told by their headings, are tables; the others are read row by row.
    """
    return [leaf for leaf in _Reference(language, tables).paper(paper) if leaf.text.strip()]


class _Reference:
    """Reads one paper in one language: counts its paragraphs and knows how deep its headings are."""

    def __init__(self, language: Language, tables: Collection[tuple[str, ...]] | None) -> None:
        self.language = language
        self.tables = tables
        self.words: Catalog = catalog(language)
        self._numbers = count(1)
        self._level = self._base = 1

    # ---- texts ----

    def _plain(self, said: Said) -> str:
        reading = said.read(self.language)
        behind = f" {reading.after}" if reading.after else ""
        return self._mark(reading) + " ".join(reading.text.split("\n")) + behind

    def _mark(self, reading: Reading) -> str:
        return f"{MARKS[reading.mark][self.language]} " if reading.mark else ""

    def _leaf(self, tag: str, said: Said, before: str = "", after: str = "") -> Leaf:
        """A text whole, with what stands before it."""
        reading = said.read(self.language)
        ended = reading.text if reading.after else reading.text + after
        foreign = ((reading.language, ended),) if reading.untranslated and reading.text else ()
        return Leaf(tag, before + self._plain(said) + after, foreign)

    def _lines(self, said: Said) -> list[Leaf]:
        """A text as paragraphs, one for each of its lines."""
        reading = said.read(self.language)
        lines = [line for line in reading.text.split("\n") if line.strip()]
        foreign = reading.language if reading.untranslated else None
        behind = [*([""] * (len(lines) - 1)), f" {reading.after}" if reading.after else ""]
        own = [
            Leaf("P", self._mark(reading) + line + after, ((foreign, line),) if foreign else ())
            for line, after in zip(lines, behind, strict=False)
        ]
        return [*own, *(Leaf("P", line) for line in reading.below.split("\n") if line)]

    def _ordered(self, names: Iterable[Said]) -> list[Said]:
        return sorted(names, key=lambda name: self.words.sort_key(self._plain(name)))

    # ---- papers ----

    def paper(self, paper: Paper) -> Iterator[Leaf]:
        yield from self._masthead(paper.masthead)
        match paper:
            case AgendaPaper():
                yield from self._agenda(paper)
            case MinutesPaper():
                yield from self._minutes(paper)
            case RecordPaper():
                yield from self._record(paper)

    def _masthead(self, head: Masthead) -> Iterator[Leaf]:
        yield self._leaf("P", head.network)
        yield self._leaf("P", head.secretariat)
        yield Leaf("P", head.symbol)
        yield self._leaf("P", head.meeting)
        yield self._leaf("P", head.place_and_dates)
        yield Leaf("P", self.words.gettext(DISTRIBUTION[head.distribution]))
        day, where = self.words.date(head.dated), head.place_and_dates.read(self.language).text
        if not head.dated_within and day not in (where, where.rpartition(", ")[2]):
            yield Leaf("P", day)
        yield Leaf("P", {
            Language.EN: ("Original: English", "Original\u00a0: anglais", "Original: inglés"),
            Language.FR: ("Original: French", "Original\u00a0: français", "Original: francés"),
            Language.ES: ("Original: Spanish", "Original\u00a0: espagnol", "Original: español"),
        }[head.original][list(Language).index(self.language)])  # fmt: skip
        yield self._leaf("P", head.item)

    def _agenda(self, paper: AgendaPaper) -> Iterator[Leaf]:
        stage = {AgendaForm.PROVISIONAL: "provisional agenda", AgendaForm.REVISED: "revised provisional agenda",
                 AgendaForm.ADOPTED: "agenda"}[paper.form]  # fmt: skip
        before = "provisional agenda" if "provisional" in stage else "agenda"
        title = stage.replace(before, f"annotated {before}") if paper.annotated else stage
        yield Leaf("H1", self.words.gettext(title[0].upper() + title[1:]))
        if paper.adopted_on:
            day = self.words.date(paper.adopted_on)
            yield Leaf("P", self.words.pgettext("agenda", "as adopted on {date}").format(date=day))
        if paper.annotated:
            yield self._section("Agenda")
        yield from self._items(paper.items, marked=not paper.annotated)
        for note in paper.notes:
            yield from self._block(note)
        if paper.annotated:
            yield self._section("Annotations")
            yield from self._annotations(paper.items)

    def _section(self, title: str) -> Leaf:
        self._level = self._base = 2
        said = self.words.gettext(title)
        return Leaf("H2", said, mark=(0, said))

    def _items(self, items: Sequence[AgendaLine], path: tuple[int, ...] = (), *, marked: bool) -> Iterator[Leaf]:
        for number, item in enumerate(items, 1):
            here = (*path, number)
            label = item_label(here, self.language)
            whole = item.title.read(self.language).text
            stop = "" if whole and whole[-1] in ".?!…" else "."
            title = self._leaf("P", item.title, after=stop if whole else "")
            yield Leaf("Lbl", label)
            yield replace(title, mark=(len(path), f"{label} {self._plain(item.title)}") if marked else None)
            yield from self._items(item.parts, here, marked=marked)

    def _annotations(self, items: Sequence[AgendaLine], path: tuple[int, ...] = ()) -> Iterator[Leaf]:
        for number, item in enumerate(items, 1):
            here = (*path, number)
            if item.annotated:
                yield self._heading(Heading(item.title, len(here), item_label(here, self.language)))
                if item.annotation:
                    yield from self._block(Para(item.annotation, numbered=True))
                if item.documents:
                    yield from self._block(Listing(item.documents, Said.by(lambda words: words.gettext("Documents"))))
                yield from self._annotations(item.parts, here)

    def _minutes(self, paper: MinutesPaper) -> Iterator[Leaf]:
        approved = paper.state is MinutesState.APPROVED
        yield Leaf("H1", self.words.gettext("Minutes" if approved else "Draft minutes"))
        if paper.approved_on:
            day = self.words.date(paper.approved_on)
            yield Leaf("P", self.words.pgettext("minutes", "approved on {date}").format(date=day))
        parts = [
            *((f"{roman(number).upper()}. ", section) for number, section in enumerate(paper.sections, 1)),
            *((f"{self._annex(number)}. ", section) for number, section in enumerate(paper.annexes, 1)),
        ]
        if paper.contents and len(parts) > MOST_SECTIONS:
            yield Leaf("H2", self.words.gettext("Contents"))
            yield from (self._contents(label, section.title) for label, section in parts)
        for place, (label, section) in enumerate(parts):
            annex = place >= len(paper.sections)
            title = self._leaf("H2", section.title, label.replace(". ", " ") if annex else label)
            self._level = self._base = 2
            yield replace(title, mark=(0, label + self._plain(section.title)))
            yield from self._blocks(section.blocks)

    def _annex(self, number: int) -> str:
        word = {Language.EN: "Annex", Language.FR: "Annexe", Language.ES: "Anexo"}[self.language]
        return f"{word} {roman(number).upper()}"

    def _contents(self, label: str, title: Said) -> Leaf:
        return Leaf("TOCI", label + self._plain(title))

    def _record(self, paper: RecordPaper) -> Iterator[Leaf]:
        yield self._leaf("H1", paper.title)
        yield self._leaf("P", paper.below)
        if paper.contents:
            lines = self._listed(paper)
            if len(lines) > MOST_ENTRIES:
                yield Leaf("H2", self.words.gettext("Contents"))
                yield from lines
        yield from self._blocks(paper.blocks)
        for section in paper.sections:
            yield from self._titled(section)

    def _listed(self, paper: RecordPaper) -> list[Leaf]:
        """The decisions, or where there is none the sections."""
        every = [*paper.blocks, *(block for section in paper.sections for block in section.blocks)]
        decisions = [block for block in every if isinstance(block, DecisionBlock)]
        if decisions:
            return [Leaf("TOCI", f"{self._plain(one.name)} {self._plain(one.title)}".strip()) for one in decisions]
        return [self._contents("", section.title) for section in paper.sections]

    def _titled(self, section: PaperSection) -> Iterator[Leaf]:
        self._level = self._base = 2
        yield replace(self._leaf("H2", section.title), mark=(0, self._plain(section.title)))
        yield from self._blocks(section.blocks)

    # ---- blocks ----

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Leaf]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Leaf]:
        match block:
            case Heading():
                yield self._heading(block)
            case Para():
                yield from self._para(block)
            case Listing() | StateColumns():
                yield from self._list(block)
            case DataTable() | BarChart() | Curves() | Timeline():
                yield from self._counted(block)
            case VoteBlock():
                yield from self._vote(block)
            case DecisionBlock():
                yield from self._decision(block)
            case Note():
                yield from self._lines(block.text)
            case BallotPapers():
                lines = self._lines(block.title)
                foreign = tuple(one for line in lines for one in line.foreign)
                yield Leaf("H2", " ".join(line.text for line in lines), foreign, mark=(0, self._plain(block.title)))
                yield from (self._leaf("P", said) for said in (*block.lines, *block.names))
            case Signatures() | Plates():
                yield from self._signed(block) if isinstance(block, Signatures) else self._plates(block)

    def _plates(self, block: Plates) -> Iterator[Leaf]:
        for name in (*block.podium, *self._ordered(block.names)):
            yield replace(self._leaf("H2", name), mark=(0, self._plain(name)))

    def _list(self, block: Listing | StateColumns) -> Iterator[Leaf]:
        if isinstance(block, Listing):
            yield self._leaf("P", block.title)
            for entry in block.entries:
                yield self._leaf("Lbl", entry.label) if entry.label else Leaf("Lbl", "–")
                yield self._leaf("LBody", entry.text)
        else:
            yield self._leaf("P", block.title, after=f" ({len(block.names)})")
            yield from (self._leaf("LBody", name) for name in self._ordered(block.names))

    def _counted(self, block: DataTable | Picture) -> Iterator[Leaf]:
        if isinstance(block, DataTable):
            yield from self._table(block)
        elif isinstance(block, Curves | Timeline):
            yield Leaf("Figure", "", alt=self._plain(block.says))
        else:
            shown = " ".join(f"{self._plain(bar.label)} {self.words.number(bar.count)}" for bar in block.bars)
            yield Leaf("Figure", shown, alt=self._plain(block.says))

    def _signed(self, block: Signatures) -> Iterator[Leaf]:
        for one in block.signatures:
            yield self._leaf("P", one.function)
            yield self._leaf("P", one.state)
            yield self._leaf("P", one.place_and_date)

    def _heading(self, block: Heading) -> Leaf:
        before = f"{block.label} " if block.label else ""
        self._level = min(block.level + self._base, self._level + 1, MOST_LEVELS)
        mark = (self._level - 2, before + self._plain(block.text))
        return replace(self._leaf(f"H{self._level}", block.text, before), mark=mark)

    def _para(self, block: Para) -> Iterator[Leaf]:
        lines = self._lines(block.text)
        if not lines:
            return
        first = lines[0]
        if block.lead:
            lead, reading = self._leaf("P", block.lead), block.lead.read(self.language)
            said = first.text.removeprefix(self._mark(reading)) if reading.mark else first.text
            first = Leaf("P", f"{lead.text} {said}", (*lead.foreign, *first.foreign))
        if block.numbered:
            first = replace(first, text=f"{next(self._numbers)}. {first.text}")
        yield from (first, *lines[1:])

    def _table(self, block: DataTable) -> Iterator[Leaf]:
        headings = [self._leaf("TH", column.heading) for column in block.columns]
        if self.tables is not None and tuple(" ".join(one.text.split()) for one in headings) not in self.tables:
            yield from self._row_by_row(block)
            return
        yield self._leaf("Caption", block.caption)
        yield from headings
        for row in self._rows(block):
            for place, cell in enumerate(row):
                yield self._cell("TH" if place == 0 and block.row_headers else "TD", cell)

    def _row_by_row(self, block: DataTable) -> Iterator[Leaf]:
        """What names a row, then each cell that has a text behind the heading of its column."""
        yield self._leaf("P", block.caption)
        for first, *others in self._rows(block):
            row = self._cell("P", first)
            numbered = not any(map(str.isalpha, row.text))
            heading = self._plain(block.columns[0].heading)
            yield replace(row, text=f"{heading} {row.text}") if numbered else row
            for column, cell in zip(block.columns[1:], others, strict=True):
                if self._plain(cell):
                    yield self._leaf("Lbl", column.heading)
                    yield self._cell("LBody", cell)

    def _rows(self, block: DataTable) -> list[tuple[Said, ...]]:
        rows = list(block.rows)
        if block.alphabetical:
            end = len(rows) - block.total
            rows[:end] = sorted(rows[:end], key=lambda row: self.words.sort_key(self._plain(row[0])))
        return rows

    def _cell(self, tag: str, said: Said) -> Leaf:
        """A cell, each line of which is marked where it is not translated."""
        lines = self._lines(said)
        return Leaf(tag, " ".join(line.text for line in lines), tuple(one for line in lines for one in line.foreign))

    def _vote(self, block: VoteBlock) -> Iterator[Leaf]:
        sentence = self._leaf("P", block.sentence)
        yield sentence
        shown = [one for one in block.lists if one.names or one.none]
        opened = sentence.text.startswith("[") and "]" not in sentence.text
        for one in shown:
            yield self._leaf("P", one.heading)
            yield self._position(one, "]" if opened and one is shown[-1] else "")
        for note in block.notes:
            yield from self._lines(note)

    def _position(self, one: VoteList, closing: str) -> Leaf:
        if not one.names:
            return self._leaf("P", one.none, after=closing)
        return Leaf("P", ", ".join(self._plain(name) for name in self._ordered(one.names)) + "." + closing)

    def _decision(self, block: DecisionBlock) -> Iterator[Leaf]:
        name, title = self._leaf("", block.name), self._leaf("", block.title)
        parts = [part for part in (name, title) if part.text]
        mark = (self._base - 1, ". ".join(part.text for part in parts))
        foreign = (*name.foreign, *title.foreign)
        tag = f"H{min(self._level + 1, MOST_LEVELS)}"
        yield Leaf(tag, " ".join(part.text for part in parts), foreign, mark)
        yield self._leaf("P", block.where)
        for para in block.text:
            yield from self._para(replace(para, numbered=False))
        yield self._leaf("P", block.mode)
        if block.vote is not None:
            yield from self._vote(block.vote)
        for note in block.notes:
            yield from self._lines(note)
