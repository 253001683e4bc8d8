"""The semantic blocks that all documents are made of: headings, paragraphs, lists, tables, votes, decisions.

A block holds no layout and no page: :mod:`nmirf_desktop.documents.blocks` sets it.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.said import NOTHING, Said

LAYOUT = "layout"
"""The mark of a field that says only how a block is set: no fingerprint of a document tells it."""


class Style(StrEnum):
    """How a paragraph stands on the page; *lines* are those of an address, *apart* is what stands below a signature."""

    BODY = "body"
    CENTRED = "centred"
    ITALIC = "italic"
    INDENTED = "indented"
    LINES = "lines"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section: *level* 1 is the first below the section's own; *label* is its letter ("A.")."""

    text: Said
    level: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; *numbered* ones are counted through the whole document: 1., 2., and so on.

    *lead* is printed before the text in italics, after a space: the operative verb of a decision, or "The Chair".
    """

    text: Said
    numbered: bool = False
    lead: Said = NOTHING
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list. *label* such as "NMIRF/2027/2" or "(a)" stands before it; without one it has a dash."""

    text: Said
    label: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of lines under an optional title: documents before the meeting, actions.

    One that is *whole*, such as the particulars of a vote, stands on one page where it fits on one.
    """

    entries: tuple[Entry, ...]
    title: Said = NOTHING
    whole: bool = False


@dataclass(frozen=True, slots=True)
class StateColumns:
    """States in balanced columns, in each language's alphabetical order, under a title with their number."""

    title: Said
    names: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. *share* is its part of the width, relative to the others; *figures* are set to the right.

    The texts of a *short* one, such as days, stand on one line each where the table has room for it; whether they do
    is no part of the fingerprint.
    """

    heading: Said
    share: float = 1.0
    figures: bool = False
    short: bool = field(default=False, metadata={LAYOUT: True})


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with a header row that is repeated on each page. *row_headers*: the first cell names its row.

    A row may be longer than a page; long texts are better read as paragraphs. A line break in a cell begins a line.
    The rows of an *alphabetical* table are put into each language's order of their first cells; the last row of one
    with a *total* stands below a rule. Many short rows may stand *abreast*, in so many columns beside each other. What
    is filled in *by hand* has high rows, lower ones where they are only *ticked*, and rules between its columns. One
    that is *whole* stands on one page with what stands before it, where it fits on one. Tables under the same headings
    have columns of the same widths where each has the rows of all of them in *alike*.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Said, ...], ...]
    caption: Said = NOTHING
    row_headers: bool = True
    alphabetical: bool = False
    total: bool = False
    abreast: int = 1
    by_hand: bool = False
    ticked: bool = False
    whole: bool = False
    alike: tuple[tuple[Said, ...], ...] = field(default=(), metadata={LAYOUT: True})


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what was counted, and how many."""

    label: Said
    count: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Counts as horizontal bars under each other, each with its number; *says* tells the same in words."""

    bars: tuple[Bar, ...]
    says: Said


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: what was counted, and how many in each year."""

    label: Said
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Counts over the same *years*, each as a curve; *says* tells the same in words."""

    years: tuple[int, ...]
    curves: tuple[Curve, ...]
    says: Said


class SpellLook(StrEnum):
    """How a spell of a timeline is drawn: a bar, an outline in dashes, or a pale bar."""

    FULL = "full"
    DASHED = "dashed"
    PALE = "pale"


@dataclass(frozen=True, slots=True)
class TimelineSpell:
    """One spell of time in a row, half-open. *label* stands in it, or *short* where there is no room.

    Where neither has room, nothing does, but the *label* of a full one stands above it.
    *shade* is one of five; *marked* are the times under which a thick line stands.
    """

    row: int
    period: Period
    label: Said
    short: Said
    look: SpellLook = SpellLook.FULL
    shade: int = 4
    marked: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Spells in rows over the years from *first* to *last*, with a line at *on*; *says* tells the same in words."""

    spells: tuple[TimelineSpell, ...]
    first: datetime.date
    last: datetime.date
    on: datetime.date
    says: Said


@dataclass(frozen=True, slots=True)
class VoteList:
    """Those who took one position. *heading* ends with its colon; *none* is said when the list is empty.

    An empty list without *none* is left out.
    """

    heading: Said
    names: tuple[Said, ...]
    none: Said = NOTHING


@dataclass(frozen=True, slots=True)
class VoteBlock:
    """A vote as recorded: the sentence with its totals, the lists, and notes (later corrections: R27)."""

    sentence: Said
    lists: tuple[VoteList, ...] = ()
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionBlock:
    """A decision with its full text. *name*: "Decision 2027/1"; *mode*: "[Adopted by consensus.]" or nothing.

    The paragraphs are not counted with the document's; a *vote* stands under the text. *where* says under the title
    at which sitting and under which item it was taken; the *notes* stand small at its end.
    """

    name: Said
    text: tuple[Para, ...]
    title: Said = NOTHING
    mode: Said = NOTHING
    vote: VoteBlock | None = None
    where: Said = NOTHING
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: a remark of the secretariat."""

    text: Said


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with the *name* of who signs where it is known, the *function* and the *state* below it.

    *place_and_date* stands below a second line, and says that these are written there.
    """

    function: Said
    place_and_date: Said = NOTHING
    state: Said = NOTHING
    name: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, at the end of what is signed."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Plates:
    """Names that stand on the tables, a sheet for each, which is folded in the middle: the *podium*'s come first."""

    podium: tuple[Said, ...]
    names: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class BallotPapers:
    """Ballot papers, several alike on a sheet: the *lines* say how to mark one, each of the *names* has a box."""

    title: Said
    lines: tuple[Said, ...]
    names: tuple[Said, ...]


Picture = BarChart | Curves | Timeline
"""What is drawn, and told in words to who cannot see it."""

Block = (
    Heading
    | Para
    | Listing
    | StateColumns
    | DataTable
    | Picture
    | VoteBlock
    | DecisionBlock
    | Note
    | Signatures
    | Plates
    | BallotPapers
)
