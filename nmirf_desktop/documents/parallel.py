"""The parallel edition: English, French and Spanish in three columns beside each other, paragraph by paragraph.

In the structure it is a table: a row for each paragraph, a column for each language, named by its header cell. Texts
beside each other do relate in two ways, and a table alone tells both of them to a screen reader: read row by row it
compares, and with the keys that walk down a column it reads one language through, which groups (Div) would not allow.
Each cell says its language, so that the voice changes with it (PDF/UA-1, 7.2); its content keeps its tags, headings
included. A table of more columns than one language has room for stands across the three, one language after the other,
and each is a cell of that width. A list is not repeated around each of its lines: that a line has its own row says the
same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nmirf_desktop.documents.breaking import Align, Run
from nmirf_desktop.documents.canvas import TaggedCanvas
from nmirf_desktop.documents.compositor import CLOSER, UNDIVIDED, Compose, Compositor, Kind, spaced
from nmirf_desktop.documents.flowable import Flowable
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.grid import COLUMN_HEADER
from nmirf_desktop.documents.inline import tidy
from nmirf_desktop.documents.page import GREY, Imprint, Press, Rule, Sheets, Surround
from nmirf_desktop.documents.rows import ColumnRules, Interruption, ParallelRow
from nmirf_desktop.documents.setting import Anchor, Text
from nmirf_desktop.documents.tags import Element, Structure
from nmirf_desktop.documents.together import identity, own_name
from nmirf_desktop.domain.editions import Edition

CELLS = {Kind.HEAD: "Div", Kind.CONTENTS: "P", Kind.BODY: "TD", Kind.ACROSS: "TD"}
"""What a cell is in each part of the edition."""
SPAN = "/O/Table/ColSpan 3"
"""A cell that is as wide as the three columns."""
NARROW = 3
"""A table of no more columns stands in that of its language; of one with more, words would be broken everywhere."""


@dataclass(slots=True)
class _Cell:
    """What one language has in a row: its element, and its flowables."""

    kind: Kind
    soft: bool
    element: Element
    story: list[Flowable]

    def join(self, others: Sequence["_Cell"]) -> "_Cell":
        """This cell with what stands in others below it."""
        for other in others:
            self.element.kids += other.element.kids
            self.story += other.story
        return self


class Column(Compositor):
    """Sets one language of the edition, cell by cell."""

    narrow = True

    def __init__(self, imprint: Imprint) -> None:
        super().__init__(imprint, Element("Div"), str(imprint.words.language))
        self._cells: list[tuple[Kind, bool, Element, int]] = []

    def row(self, kind: Kind = Kind.BODY, *, soft: bool = False) -> None:
        """Begin a new cell."""
        self.root = Element(CELLS[kind], SPAN if kind is Kind.ACROSS else "", language=self.language)
        self._cells.append((kind, soft, self.root, len(self.story)))

    def table_row(self, columns: int) -> float:
        """A table of many columns is as wide as the page."""
        if columns <= NARROW:
            return super().table_row(columns)
        self.row(Kind.ACROSS)
        return self.imprint.sheet.whole

    def entry(self, _whole: Element) -> tuple[Element, Element]:
        """A line of a list is a paragraph in a cell of its own."""
        self.row()
        element = self.root.child("P")
        return element, element

    def contents_item(self, _whole: Element) -> Element:
        """A line of the table of contents is a cell."""
        self.row(Kind.CONTENTS)
        return self.root

    def rule(self, weight: float, space: float) -> None:
        """A rule across all columns."""
        self.row(Kind.HEAD)
        super().rule(weight, space)

    def stay_with_next(self) -> None:
        """The row of what was set last stands on the page of what comes next."""
        if self.story:
            self.story[-1].keep_with_next = True

    def together(self, flowables: Sequence[Flowable]) -> None:
        """What stays on one page."""
        for one in flowables[:-1]:
            one.keep_with_next = True
        self.story += flowables

    def fitted(self, start: int) -> None:
        """An annex begins where it stands."""

    def groups(self) -> Iterator[list[_Cell]]:
        """The cells, those that begin softly together with the one before."""
        group: list[_Cell] = []
        ends = [*(start for _kind, _soft, _element, start in self._cells), len(self.story)]
        for (kind, soft, element, _start), (begin, end) in zip(self._cells, pairwise(ends), strict=True):
            cell = _Cell(kind, soft, element, self.story[begin:end])
            if group and not soft:
                yield group
                group = []
            group.append(cell)
        if group:
            yield group


def set_parallel(imprints: Sequence[Imprint], compose: Compose) -> bytes:
    """The file of what *compose* sets in each edition, with its paragraphs closer where that spares a short last page.

    Raises :class:`nmirf_desktop.domain.refusals.Problem` for a character that cannot be printed.
    """

    def sheets(space: float) -> Sheets:
        columns = [Column(imprint) for imprint in imprints]
        for column in columns:
            compose(column)
            spaced(column.story, space)
        rules = ColumnRules(imprints[0].sheet)
        structure = Structure()
        story = list(_Rows(imprints, rules, structure.root).story(columns))
        surround = Surround(*imprints)

        def furniture(canvas: TaggedCanvas, number: int, total: int) -> None:
            surround.draw(canvas, number, total)
            rules.draw(canvas, number - 1)

        return Press(identity(imprints, Edition.PARALLEL), rules.sheet, furniture).printed(structure, story)

    first = sheets(1)
    closer = sheets(CLOSER) if first.tail() else first
    return (first if closer.tail() else closer).data


def _aligned(columns: Sequence[Column]) -> Iterator[tuple[_Cell, ...]]:
    """The cells row by row; where a text has more lines in one language than in another, these share one row."""
    for beside in zip(*(column.groups() for column in columns), strict=True):
        if len({len(group) for group in beside}) == 1:
            yield from zip(*beside, strict=True)
        else:
            yield tuple(group[0].join(group[1:]) for group in beside)


class _Rows:
    """Puts rows into the structure, each under what it belongs to, and gives their flowables."""

    def __init__(self, imprints: Sequence[Imprint], rules: ColumnRules, root: Element) -> None:
        self._imprints = imprints
        self._rules = rules
        self._root = root
        self._contents: Element | None = None
        self._body: Element | None = None

    def story(self, columns: Sequence[Column]) -> Iterator[Flowable]:
        """The symbol, and all rows below it."""
        yield self._symbol()
        for column in columns:
            _lead(column)
        for cells in _aligned(columns):
            if not any(cell.story for cell in cells):
                continue
            first = cells[0].story[0]
            if cells[0].kind is Kind.HEAD and isinstance(first, Rule):
                first.length = self._rules.sheet.whole
                yield first
                continue
            if cells[0].kind in (Kind.BODY, Kind.ACROSS) and self._body is None:
                yield self._header()
            if cells[0].kind is Kind.ACROSS:
                yield from self._across(cells)
                continue
            self._holder(cells[0].kind).kids += [cell.element for cell in cells]
            stories = [cell.story for cell in cells]
            yield ParallelRow(stories, self._rules, ruled=cells[0].kind is not Kind.HEAD)

    def _across(self, cells: Sequence[_Cell]) -> Iterator[Flowable]:
        """What is as wide as the page, one language after the other; the rules between the columns end above it.

        Short tables are not parted: the three languages of it stand on one page.
        """
        yield Interruption(self._rules)
        sheet, every = self._rules.sheet, [one for cell in cells for one in cell.story]
        if sum(one.wrap(sheet.whole) + one.before + one.after for one in every) <= sheet.height * UNDIVIDED:
            for one in every[:-1]:
                one.keep_with_next = True
        for cell in cells:
            self._holder(cell.kind).kids.append(cell.element)
            yield from cell.story

    def _symbol(self) -> Text:
        imprint = self._imprints[0]
        style = replace(imprint.look.plain, align=Align.RIGHT, after=imprint.look.size * 0.5, zone=0)
        symbol = tidy(imprint.masthead.symbol)
        return Text([Run(symbol, Face.BOLD)], style, self._root.child("P"), imprint.words.language)

    def _holder(self, kind: Kind) -> Element:
        """The element that the cells of a new row belong to."""
        match kind:
            case Kind.HEAD:
                return self._root.child("Div")
            case Kind.CONTENTS:
                if self._contents is None:
                    self._contents = self._root.child("TOC")
                return self._contents.child("TOCI")
            case Kind.BODY | Kind.ACROSS:
                assert self._body is not None  # noqa: S101  (the header was set before)
                return self._body.child("TR")

    def _header(self) -> ParallelRow:
        """The names of the languages: the header cells of the table."""
        table = self._root.child("Table")
        row = table.child("THead").child("TR")
        self._body = table.child("TBody")
        look = self._imprints[0].look
        style = replace(look.small, colour=GREY, before=look.size, after=look.size * 0.3, keep_with_next=True)
        cells = []
        for imprint in self._imprints:
            language = imprint.words.language
            element = row.child("TH", COLUMN_HEADER, language=language)
            cells.append([Text([Run(own_name(imprint.words), Face.ITALIC)], style, element, language)])
        return ParallelRow(cells, self._rules)


def _lead(column: Column) -> None:
    """Let the bookmarks of a language stand below its name, which leads to its first text."""
    first = next((one for one in column.story if isinstance(one, Text)), None)
    if first is not None:
        first.anchor = Anchor(column.group, own_name(column.words), 0, column.group)
