"""From the blocks of a paper to what is set on the page, each with its element of the structure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from nmirf_desktop.documents.abreast import Abreast, column_width
from nmirf_desktop.documents.ballots import set_ballots
from nmirf_desktop.documents.breaking import SLACK, Run, TextStyle, line_lengths
from nmirf_desktop.documents.columns import Columns
from nmirf_desktop.documents.compositor import DEEPEST, Compositor
from nmirf_desktop.documents.curves import CurvesFigure, Drawn
from nmirf_desktop.documents.figures import BarsFigure
from nmirf_desktop.documents.fonts import Face
from nmirf_desktop.documents.grid import COLUMN_HEADER, ROW_HEADER, Grid
from nmirf_desktop.documents.inline import before
from nmirf_desktop.documents.plates import set_plates
from nmirf_desktop.documents.setting import Label, Text
from nmirf_desktop.documents.signing import set_signatures
from nmirf_desktop.documents.tables import Table
from nmirf_desktop.documents.tags import Element
from nmirf_desktop.documents.timeline import TimelineFigure
from nmirf_desktop.documents.unfolded import fits, in_cells, longest, row_by_row
from nmirf_desktop.domain.blocks import (
    BallotPapers,
    BarChart,
    Block,
    Column,
    Curves,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Picture,
    Plates,
    Signatures,
    StateColumns,
    Style,
    Timeline,
    VoteBlock,
    VoteList,
)
from nmirf_desktop.domain.column_widths import with_short
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.typography import NBSP

HAND, TICK = 2.2, 1.75
"""The height of a row that is filled in by hand, and of one that is only ticked, in sizes of the text."""
_ANNOUNCED = (Listing, StateColumns, DataTable, BarChart, Curves, Timeline, VoteBlock, DecisionBlock)
"""What the sentence before it speaks of."""
FEW_LINES, A_LINE = 10, 60
"""So many entries of so many characters at most are not parted by a page, such as the figures of a ballot."""
FEW_NAMES = 3
"""The last list of a vote is not alone on a page with so few names."""
MANY = 12
"""Only a table of more rows is set abreast."""


def set_blocks(page: Compositor, blocks: Sequence[Block], *, titled: bool = False) -> None:
    """Set blocks one after the other; the sentence before a list stays with it, and the legend with its picture.

    Below a title the first of several paragraphs does not stand alone at the foot of a page.
    """
    for place, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
        set_block(page, block)
        first = titled and place == 0 and isinstance(following, Para)
        legend = isinstance(block, Note) and isinstance(following, Timeline)
        if legend or (isinstance(block, Para) and (first or isinstance(following, _ANNOUNCED))):
            page.stay_with_next()


def set_block(page: Compositor, block: Block) -> None:
    """Set one block."""
    match block:
        case Heading():
            page.heading(block)
        case Para():
            set_para(page, block)
        case Listing():
            set_listing(page, block)
        case StateColumns():
            set_states(page, block)
        case DataTable() | BarChart() | Curves() | Timeline() | Plates() | BallotPapers():
            set_shown(page, block)
        case VoteBlock():
            set_vote(page, block)
        case DecisionBlock():
            set_decision(page, block)
        case Note():
            set_note(page, block)
        case Signatures():
            set_signatures(page, block)


def set_para(page: Compositor, block: Para, style: TextStyle | None = None) -> None:
    """A paragraph; further lines of its text are paragraphs of their own under the same number."""
    style = style or _style(page, block.style)
    page.row()
    face = Face.ITALIC if block.style is Style.ITALIC else Face.REGULAR
    every = page.paragraphs(block.text, face)
    for place, runs in enumerate(every):
        if place:
            page.row(soft=True)
        if place == 0 and block.lead:
            mark = block.text.read(page.language).mark
            marked = mark and mark == block.lead.read(page.language).mark
            rest = runs[1:] if marked else runs  # the mark before the lead is that of the whole sentence
            runs = [*page.runs(block.lead, Face.ITALIC), Run(" ", face), *rest]  # noqa: PLW2901
        element = page.root.child("P")
        close = block.style is Style.LINES and place + 1 < len(every)
        text = page.text(runs, replace(style, after=0, keep_with_next=True) if close else style, element)
        if place == 0 and block.numbered:
            text.label = Label(page.number(), element)


def _style(page: Compositor, style: Style) -> TextStyle:
    """How a paragraph stands."""
    match style:
        case Style.CENTRED:
            return page.look.centred
        case Style.INDENTED:
            return replace(page.look.body, indent=page.look.deep)
        case Style.APART:
            return replace(page.look.body, indent=0, before=page.look.size * 2.5)
        case Style.BODY | Style.ITALIC | Style.LINES:
            return page.look.body


def set_listing(page: Compositor, block: Listing, labels: Sequence[Said] = ()) -> None:
    """A list under its title; its lines begin where those of other lists with such *labels* do.

    Of a row of a table that is told so, the last line may stand on the next page.
    """
    if block.title:
        page.row()
        style = replace(page.look.body, after=page.look.size * 0.25, keep_with_next=True)
        page.text(page.lines(block.title, Face.ITALIC), style, page.root.child("P"))
    set_entries(page, block.entries, page.root, labels, whole=block.whole)


def set_entries(
    page: Compositor, entries: Sequence[Entry], parent: Element, labels: Sequence[Said] = (), *, whole: bool = False
) -> None:
    """The lines of a list, each with its label or a dash before it; a label too long for that stands above it.

    The first two lines and the last two stay together; a few lines with labels, which are the particulars of one thing
    and its figures, are not parted at all, nor is a list that is *whole*.
    """
    if not entries:
        return
    look = page.look
    signs = [page.plain(entry.label) if entry.label else "–" for entry in entries]
    every = [*signs, *map(page.plain, labels)]
    short = [sign for sign in every if page.room([sign], look.body) <= page.width * look.labels]
    style = replace(look.body, indent=look.gutter + (page.room(short, look.body) if short else look.gutter))
    numbering = "None" if any(entry.label for entry in entries) else "Disc"  # None: labels, but no numbering scheme
    brief = all(one.label and len(page.plain(one.text)) <= A_LINE for one in entries)
    inline = page.narrow and brief and len(short) < len(every)
    few = whole or (brief and (inline or len(short) == len(every)) and len(entries) <= FEW_LINES)
    listed = parent.child("L", f"/O/List/ListNumbering/{numbering}")
    for place, (entry, sign) in enumerate(zip(entries, signs, strict=True), 1):
        label, body = page.entry(listed)
        if inline:
            _set_inline(page, entry, body, last=place == len(entries), kept=place < len(entries) and few)
            continue
        if sign not in short:
            above = replace(look.body, after=0, keep_with_next=True)
            page.text(before(sign, Face.REGULAR, page.language), above, label)
        after = look.size * (0.7 if place == len(entries) else 0.25)
        kept = place < len(entries) and (few or place == 1 or (place == len(entries) - 1 and not labels))
        text = page.text(page.lines(entry.text), replace(style, after=after, keep_with_next=kept), body)
        if sign in short:
            text.label = Label(sign, label, look.gutter)


def _set_inline(page: Compositor, entry: Entry, element: Element, *, last: bool, kept: bool) -> None:
    """A figure after its label, in a column with no room for labels before the figures: no line parts the two."""
    look = page.look
    *words, end = before(page.plain(entry.label), Face.REGULAR, page.language)
    label = [*words, replace(end, text=end.text.rstrip() + NBSP)]
    after = look.size * (0.7 if last else 0.25)
    style = replace(look.body, indent=2 * look.gutter, first=-look.gutter, after=after, keep_with_next=kept)
    page.text([*label, *page.runs(entry.text)], style, element)


def set_states(page: Compositor, block: StateColumns) -> None:
    """States in columns, in the language's order, under the title with their number."""
    names = sorted(block.names, key=lambda name: page.words.sort_key(page.plain(name)))
    page.row()
    element = page.root.child("P")
    title = page.words.gettext("{title} ({total})").format(title=page.plain(block.title), total=len(names))
    style = replace(page.look.body, after=page.look.size * 0.4, keep_with_next=True)
    page.text([Run(title, Face.BOLD)], style, element)
    if names:
        page.row()
        whole = page.root.child("L", "/O/List/ListNumbering/None")
        style = replace(page.look.small, first=-8, indent=8, after=0, hyphenate=True, zone=0)
        texts = [_name(page, name, style, whole) for name in names]
        page.story.append(Columns(texts, page.look.columns, page.look.gutter, page.look.size))


def _name(page: Compositor, name: Said, style: TextStyle, whole: Element) -> Text:
    """One line of a list of names."""
    return Text(page.runs(name), style, whole.child("LI").child("LBody"), page.language)


def set_shown(page: Compositor, block: DataTable | Picture | Plates | BallotPapers) -> None:
    """A table, a picture of counts or of times, or the plates of a room."""
    match block:
        case DataTable():
            set_table(page, block)
        case BarChart():
            set_chart(page, block)
        case Curves():
            set_curves(page, block)
        case Timeline():
            set_timeline(page, block)
        case Plates():
            set_plates(page, block)
        case BallotPapers():
            set_ballots(page, block)


def set_table(page: Compositor, block: DataTable) -> None:
    """A table with its caption above it; one whose words large print would part is told row by row."""
    if not block.columns:
        return
    if page.look.enlarged and block.rows and not block.by_hand and not fits(page, block):
        for listing in row_by_row(replace(block, rows=tuple(_ordered(page, block)))):
            set_listing(page, listing, [column.heading for column in block.columns[1:]])
        return
    look, width = page.look, page.table_row(len(block.columns))
    whole = page.root.child("Table")
    if block.caption:
        caption = replace(look.plain, after=look.size * 0.4, keep_with_next=True)
        page.text(page.runs(block.caption, Face.BOLD), caption, whole.child("Caption"))
    count = min(block.abreast, look.abreast) if len(block.rows) > MANY else 1
    headings = [page.runs(column.heading, Face.ITALIC) for column in block.columns]
    texts = [[page.lines(cell) for cell in said] for said in _ordered(page, block)]
    alike = [[page.lines(cell) for cell in said] for said in block.alike] or texts
    grid = _grid(page, block.columns, [headings, *alike], column_width(width, count))
    if block.by_hand:
        grid = replace(grid, least=page.look.size * (TICK if block.ticked else HAND), ruled=True)
    row = (whole.child("THead") if block.rows else whole).child("TR")
    header = [
        grid.cell(runs, place, row.child("TH", COLUMN_HEADER), heading=True) for place, runs in enumerate(headings)
    ]
    rows = []
    body = whole.child("TBody")
    for said in texts:
        row = body.child("TR")
        cells = []
        for place, runs in enumerate(said):
            head = place == 0 and block.row_headers
            element = row.child("TH", ROW_HEADER) if head else row.child("TD")
            cells.append(grid.cell(runs, place, element))
        rows.append(cells)
    table = Table.of(grid, header, rows, total=block.total and bool(block.rows))
    if block.whole and count == 1:
        page.together([table])
    else:
        page.story.append(Abreast(table, count) if count > 1 else table)


def _grid(page: Compositor, columns: Sequence[Column], texts: Sequence[Sequence[Sequence[Run]]], width: float) -> Grid:
    """The columns of a table in so many points: by their shares, but with room for the longest word of each."""
    look = page.look
    small = in_cells(look)
    said, around = list(zip(*texts, strict=True)), 2 * look.padding + SLACK
    words = [longest(page, column) for column in said]
    lines = [
        [length * small.size + around for runs in texts for length in line_lengths(runs)] if one.short else []
        for one, texts in zip(columns, said, strict=True)
    ]
    return Grid(
        with_short([column.share for column in columns], width, words, lines),
        tuple(column.figures for column in columns),
        small,
        replace(small, face=Face.ITALIC),
        page.language,
        look.padding,
        page.height,
    )


def _ordered(page: Compositor, block: DataTable) -> list[tuple[Said, ...]]:
    """The rows of a table, by their first cells where it is alphabetical; a total stays the last."""
    if not block.alphabetical:
        return list(block.rows)
    end = len(block.rows) - block.total
    body = sorted(block.rows[:end], key=lambda row: page.words.sort_key(page.plain(row[0])))
    return [*body, *block.rows[end:]]


def set_chart(page: Compositor, block: BarChart) -> None:
    """Counts as bars: one picture, whose words are told to who cannot see it."""
    page.row()
    figure = page.root.child("Figure", alt=page.plain(block.says))
    bars = [(page.plain(bar.label), bar.count, page.words.number(bar.count)) for bar in block.bars]
    if bars:
        page.story.append(BarsFigure(bars, page.look, figure))


def set_curves(page: Compositor, block: Curves) -> None:
    """Counts over the years as curves: one picture, whose words are told to who cannot see it."""
    page.row()
    figure = page.root.child("Figure", alt=page.plain(block.says))
    curves = [Drawn(page.plain(one.label), one.values, page.words.number(one.values[-1])) for one in block.curves]
    page.story.append(CurvesFigure(block.years, curves, page.look, figure))


def set_timeline(page: Compositor, block: Timeline) -> None:
    """Times in rows by year: one picture, whose words are told to who cannot see it."""
    page.row()
    figure = page.root.child("Figure", alt=page.plain(block.says))
    labels = [(page.plain(one.label), page.plain(one.short)) for one in block.spells]
    if block.spells:
        page.story.append(TimelineFigure(block, labels, page.look, figure))


def set_vote(page: Compositor, block: VoteBlock) -> None:
    """A vote: its sentence, its lists, its notes; a bracket that the sentence opens is closed by the last list."""
    sentence = page.plain(block.sentence)
    if sentence:
        page.row()
        page.text(page.runs(block.sentence), page.look.body, page.root.child("P"))
    shown = [position for position in block.lists if position.names or position.none]
    for place, position in enumerate(shown, 1):
        last = place == len(shown)
        closing = "]" if last and sentence.startswith("[") and "]" not in sentence else ""
        if last and len(position.names) <= FEW_NAMES:
            page.stay_with_next()
        _position(page, position, closing)
    for note in block.notes:
        set_note(page, Note(note))


def _position(page: Compositor, position: VoteList, closing: str) -> None:
    """Those who took one position, separated by commas and without "and", as the United Nations prints them."""
    look = page.look
    page.row()
    heading = replace(look.body, indent=look.deep, after=look.size * 0.15, keep_with_next=True)
    page.text(page.runs(position.heading, Face.ITALIC), heading, page.root.child("P"))
    if position.names:
        names = sorted((page.plain(name) for name in position.names), key=page.words.sort_key)
        text = page.words.pgettext("list with its full stop", "{names}.").format(names=page.words.listing(names))
    else:
        text = page.plain(position.none)
    runs = [Run(text + closing, Face.REGULAR)]
    page.text(runs, replace(look.body, indent=look.deep, zone=0), page.root.child("P"))


def set_decision(page: Compositor, block: DecisionBlock) -> None:
    """A decision with its text, indented, and how it was adopted; its heading stands at the edge in a register."""
    look = page.look
    indent = look.gutter if page.register else look.deep
    edge = 0 if page.register else indent
    after = look.size * (0.15 if block.title else 0.5)
    style = replace(look.heading, indent=edge, before=look.size * 1.3, after=after)
    level = min(page.level + 1, DEEPEST)
    page.row()
    head = page.root.child(f"H{level}")
    gap = [Run(" ", Face.BOLD)] if block.title else []
    text = page.text([*page.runs(block.name, Face.BOLD), *gap], style, head)
    title = page.plain(block.title)
    bookmark = f"{page.plain(block.name)}. {title}" if title else page.plain(block.name)
    page.anchored(text, bookmark, page.bookmark_level, page.next_decision())
    if block.title:
        below = replace(look.heading, indent=edge, before=0, right=look.right)
        page.text(page.runs(block.title, Face.BOLD), below, head)
    if block.where:
        page.row()
        small = replace(look.small, indent=edge, right=look.right, after=look.size * 0.7, keep_with_next=True)
        page.text(page.runs(block.where), small, page.root.child("P"))
    body = replace(look.body, indent=indent, right=0 if page.register else look.right)
    for para in block.text:
        set_para(page, replace(para, numbered=False), body)
    if block.mode:
        page.stay_with_next()
        page.row()
        page.text(page.runs(block.mode, Face.ITALIC), body, page.root.child("P"))
    if block.vote is not None:
        set_vote(page, block.vote)
    for note in block.notes:
        set_note(page, Note(note))


def set_note(page: Compositor, block: Note, *, apart: bool = False) -> None:
    """Small print; *apart* it stands at the edge, below what it is about as a whole."""
    look = page.look
    style = replace(look.small, indent=0 if apart else look.gutter, before=look.size * (1.6 if apart else 0.6))
    page.row()
    for place, runs in enumerate(page.paragraphs(block.text)):
        if place:
            page.row(soft=True)
        page.text(runs, style, page.root.child("P"))
