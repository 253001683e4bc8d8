"""An election on the projector: who stands and, once a result was announced, the votes as bars (R35).

The room never sees a paper, a count before it was announced, or who voted: :func:`for_the_room` leaves them out.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from nmirf_desktop.domain.election_board import BallotView, Composition, ElectionBoard, Line, Name, in_order
from nmirf_desktop.domain.election_rules import How, Lot, NextBallot
from nmirf_desktop.domain.election_sentences import ballot_name, following_sentences
from nmirf_desktop.domain.elections import KIND_LABELS, Body
from nmirf_desktop.domain.regions import region_name, regions
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.ui.theme import Tone, colours, tone_colour

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
BELOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextDontClip)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
"""How much smaller the sentences become, so that the names keep their size."""
SMALLEST = 0.45
"""How much smaller they become for the names of those who were elected without a ballot."""
LARGE = 0.8
"""So large at least, of the basic type, these names are to be."""
COLUMNS = (1, 2, 3)
BETWEEN = 1 / 18
"""Between two columns, of the width."""
GAP = 0.4
"""Between the sentences and the names, of the basic type."""
ENOUGH = 0.8
"""Of the least size, that of a name that is longer than its place."""
HEADING = 0.7
"""Of the size of a name, that of a region above it that is longer than its place, as in several languages."""
ELECTED = "✓ "
NOT_ELECTED = N_("Not elected")
TOGETHER = 8
"""With how many rows at most those who were not elected in the last ballot stand below the elected."""


def for_the_room(board: ElectionBoard) -> ElectionBoard:
    """An election as the room may see it: of an open ballot who stands on it; of no ballot who received a paper."""
    return replace(board, ballots=tuple(_announced(one) if one.closed else _sealed(one) for one in board.ballots))


def _sealed(view: BallotView) -> BallotView:
    ballot = replace(view.ballot, papers=None, count=None)
    lines = {one.name.key: Line(one.name) for one in view.lines}
    return BallotView(ballot, tuple(lines[key] for key in ballot.candidates), 0, ballot)


def _announced(view: BallotView) -> BallotView:
    papers = view.ballot.papers
    if papers is None:
        return view
    unmarked = replace(papers, received=(), returned_by=(), unable=())
    ballot = replace(view.ballot, papers=unmarked)
    return replace(view, ballot=ballot, announced=ballot, corrections=())


def going_on(board: ElectionBoard) -> BallotView | None:
    """The ballot for which papers are out; none of an election that was broken off."""
    return board.open if board.election.stopped_at is None else None


def _acclaimed(board: ElectionBoard, words: Catalog) -> tuple[Name, ...]:
    """Who was elected without a ballot, in the order of the language: no votes give them another."""
    named = board.named
    elected = (one.candidate for one in board.standing.elected if one.how in (How.ACCLAMATION, How.SLATE))
    return in_order((named[key] for key in elected), words)


@dataclass(frozen=True, slots=True)
class Row:
    """Who is shown: a candidate or a State with its votes, where they were announced, as a *share* of those voting.

    *ballot* is the number of that in which they were cast. A row without anybody names the *region* (a marked
    constant) of those below it.
    """

    who: Name | State | None
    votes: int | None = None
    share: float = 0
    elected: bool = False
    region: str = ""
    ballot: int = 0

    @property
    def state(self) -> State | None:
        """Whose seat it is."""
        return self.who.state if isinstance(self.who, Name) else self.who

    def said(self, languages: Sequence[Catalog]) -> str:
        """In each language, once where they agree: "✓ Morocco · Maroc · Marruecos"."""
        who = self.who
        if who is None:
            return " · ".join(dict.fromkeys(words.gettext(self.region) for words in languages))
        said = dict.fromkeys(who.said_in(words) for words in languages)
        return (ELECTED if self.elected else "") + " · ".join(said)


def _counted(line: Line, view: BallotView) -> Row:
    share = min((line.votes or 0) / max(view.ballot.voting, 1), 1)
    return Row(line.name, line.votes, share, elected=line.elected is not None, ballot=view.ballot.number)


def _ended(board: ElectionBoard) -> bool:
    """Whether all that were elected are shown, over all ballots: at the end, where one ballot does not tell it."""
    elected = board.standing.elected
    several = len({one.ballot for one in elected}) > 1 or board.election.body is Body.COMMITTEE
    return board.standing.over and going_on(board) is None and bool(elected) and several


def _rows(board: ElectionBoard, words: Catalog) -> tuple[Row, ...]:
    """Who stands, in the order of the language; after a result by votes; at the end all who were elected first."""
    view = going_on(board)
    if view is not None:
        return tuple(Row(name) for name in in_order((one.name for one in view.lines), words))
    if _ended(board):
        return tuple(_at_the_end(board, words))
    acclaimed = _acclaimed(board, words)
    if acclaimed:
        return tuple(Row(name, elected=True) for name in acclaimed)
    if board.last is not None:
        return tuple(_counted(line, board.last) for line in board.last.lines_in(words))
    return tuple(Row(name) for name in in_order(board.stand, words))


def _at_the_end(board: ElectionBoard, words: Catalog) -> Iterator[Row]:
    """Everybody elected; then who was not, in the last ballot, where few are.

    Votes stand beside them where all are of one ballot: those of two are no measure of each other.
    """
    rows = tuple(_all_in_all(board, words))
    mixed = len({row.ballot for row in rows if row.votes is not None}) > 1
    yield from (replace(row, votes=None, share=0) if mixed else row for row in rows)


def _all_in_all(board: ElectionBoard, words: Catalog) -> Iterator[Row]:
    """Everybody elected, with the votes of the ballot that did it; then who was not, with those of the last one."""
    acclaimed = _acclaimed(board, words)
    order = (*(name for name in board.elected_in(words) if name not in acclaimed), *acclaimed)
    counted = [_counted(line, view) for view in board.ballots if view.closed for line in view.lines]
    by_key = {row.who.key: row for row in counted if row.elected and isinstance(row.who, Name)}
    elected = [by_key.get(name.key, Row(name, elected=True)) for name in order]
    rows = list(_by_region(board.composition, elected)) if board.composition is not None else elected
    yield from rows
    gone = {name.key for name in board.elected}
    last = board.last.lines_in(words) if board.last is not None else ()
    others = [line for line in last if line.name.key not in gone]
    if board.last is not None and len(rows) + len(others) <= TOGETHER:
        if others and board.composition is not None:
            yield Row(None, region=NOT_ELECTED)
        yield from (_counted(line, board.last) for line in others)


def _by_region(composed: Composition, elected: Sequence[Row]) -> Iterator[Row]:
    """R29: the whole Committee, one ballot per group included, under the names of its regions."""
    own = {row.state for row in elected}
    seats = [*elected, *(Row(state, elected=True) for state in composed.states if state not in own)]
    labels = [region.short_label for region in regions(composed.by)]
    found = [(region_name(row.state, composed.by), row) for row in seats if row.state is not None]
    for label in [*labels, *(one for one in dict.fromkeys(label for label, _ in found) if one not in labels)]:
        below = [row for region, row in found if region == label]
        if below:
            yield Row(None, region=label)
            yield from below


def _heading(board: ElectionBoard, words: Catalog) -> tuple[str, str]:
    """What is elected, and which ballot is shown."""
    view = going_on(board) or board.last
    title = board.election.title.best(words.language)
    several = sum(one.closed for one in board.ballots) > 1
    if view is None or (going_on(board) is None and (_acclaimed(board, words) or (_ended(board) and several))):
        return title, ""
    return title, ballot_name(view.ballot, words)


def _sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """How one votes in the ballot that is open; else what the last one brought, and what follows.

    Short, and without the names that stand below: they are read from afar, in several languages.
    """
    view = going_on(board)
    if view is not None:
        places = view.ballot.places
        yield words.ngettext("Mark one name at most.", "Mark {n} names at most.", places).format(n=words.number(places))
        return
    if _acclaimed(board, words):
        yield words.gettext("Elected by acclamation.")
    elif board.last is not None:
        yield from _brought(board.last, words)
    yield from _following(board, words)


def _brought(view: BallotView, words: Catalog) -> Iterator[str]:
    """What a sign beside the elected does not say."""
    hows = {line.elected.how for line in view.lines if line.elected is not None}
    if not hows and not view.ballot.kind.special:
        yield words.gettext("No candidate obtained the required majority.")
    if How.LOT in hows:
        yield words.gettext("Lots were drawn.")
    if How.DECLARED in hows:
        yield words.gettext("Elected as the Chair declared.")


def _following(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    following, said = board.standing.following, list(following_sentences(board, words))
    if board.standing.left:
        yield said[0]
    match following:
        case Lot():
            yield words.gettext("Votes are equal: the Chair draws lots.")
        case NextBallot():
            yield words.gettext("Next: {ballot}.").format(ballot=words.gettext(KIND_LABELS[following.kind]))
        case None:
            yield said[-1]


def election_texts(board: ElectionBoard, words: Catalog) -> list[str]:
    """All that is shown of an election in a language."""
    shown = []
    for row in _rows(board, words):
        name = row.said((words,))
        pattern = words.gettext("{label}: {number}")
        shown.append(name if row.votes is None else pattern.format(label=name, number=words.number(row.votes)))
    said = [*_heading(board, words), " ".join(_sentences(board, words)), *shown]
    return [text for text in said if text]


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph with its size in pixels."""

    text: str
    size: float
    bold: bool = False
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class _Grid:
    """How *labels* are set: in columns of so many *rows*, each *pitch* high, in letters of at most a *size*, in pixels.

    *worst* is the size of the longest one, which is made smaller until it fits; that of a region may be smaller.
    """

    labels: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    pitch: float = 0
    size: float = 0
    worst: float = 0


class ElectionPicture:
    """Paints an election into a *room* in some languages: what is said first, then the names as large as they fit."""

    def __init__(self, painter: QPainter, room: QRectF, font: QFont, tongues: Sequence[Language]) -> None:
        self._painter, self._room, self._font = painter, room, font
        self._words = [catalog(tongue) for tongue in tongues]

    def paint(self, board: ElectionBoard, unit: float, least: float) -> None:
        """*unit* is the size of the basic type, *least* that of the smallest, both in pixels."""
        rows, texts, grid = self._laid(board, unit, least)
        y = self._room.top()
        for text in texts:
            height = self._height(text)
            self._write(QRectF(self._room.left(), y, self._room.width(), height), text, WRAPPED)
            y += height
        for place, row in enumerate(rows):
            self._row(row, grid, self._cell(grid, place, y + unit * GAP), place)

    def _laid(self, board: ElectionBoard, unit: float, least: float) -> tuple[Sequence[Row], Sequence[_Text], _Grid]:
        """What is written. Names elected without a ballot are what the room came for: they are large in each language.

        The sentences become smaller for them; then the regions give way, and then the sentences but that of the title.
        """
        rows = _rows(board, self._words[0])
        texts, grid = self._set(board, rows, unit, least)
        if not (_acclaimed(board, self._words[0]) and going_on(board) is None):
            return rows, texts, grid
        large, bare = unit * LARGE, tuple(row for row in rows if row.who is not None)
        for shown, scale, one in ((rows, SMALLEST, False), (bare, SMALLEST, False), (bare, SMALLEST, True)):
            if grid.worst >= large and self._in_each(rows, grid):
                break
            said = self._texts(board, unit * scale, least)
            said = said[:1] if one else said
            rows, texts, grid = shown, said, self._below(shown, said, unit)
        return rows, texts, grid

    def _in_each(self, rows: Sequence[Row], grid: _Grid) -> bool:
        """Whether the names are in each of the languages."""
        return grid.labels == tuple(row.said(self._words) for row in rows)

    def _below(self, rows: Sequence[Row], texts: Sequence[_Text], unit: float) -> _Grid:
        """The names in each language, in what room the sentences leave."""
        height = self._room.height() - sum(self._height(text) for text in texts) - unit * GAP
        return self._grid(rows, tuple(row.said(self._words) for row in rows), height, unit * 1.6)

    def _set(self, board: ElectionBoard, rows: Sequence[Row], unit: float, least: float) -> tuple[list[_Text], _Grid]:
        """The sentences as large as the names leave room for; the names in one language where more do not fit."""
        texts: list[_Text] = []
        grid = _Grid(())
        for words in (self._words, self._words[:1]):
            labels = tuple(row.said(words) for row in rows)
            for scale in SCALES:
                texts = self._texts(board, unit * scale, least)
                height = self._room.height() - sum(self._height(text) for text in texts) - unit * GAP
                grid = self._grid(rows, labels, height, unit * 1.6)
                if not rows or grid.worst >= least * ENOUGH:
                    return texts, grid
        return texts, grid

    def _texts(self, board: ElectionBoard, size: float, least: float) -> list[_Text]:
        several = len(self._words) > 1
        found = []
        for words in self._words:
            title, ballot = _heading(board, words)
            if several and ballot:
                title, ballot = words.pgettext("facts in a row", " · ").join((title, ballot)), ""
            found += [_Text(title, max(size * (0.85 if several else 1), least), bold=True), _Text(ballot, size)]
        for words in self._words:
            found.append(_Text(" ".join(_sentences(board, words)), max(size * 0.85, least)))
        return [one for one in {one.text: one for one in found}.values() if one.text]

    def _grid(self, rows_of: Sequence[Row], labels: tuple[str, ...], height: float, largest: float) -> _Grid:
        """The columns in which the letters are largest, all together and the smallest of them; one under regions."""
        votes = any(row.votes is not None for row in rows_of)
        share = 0.5 if votes else 0.7
        found = []
        for columns in COLUMNS if all(row.who is not None for row in rows_of) else COLUMNS[:1]:
            rows = max(math.ceil(len(labels) / columns), 1)
            size = max(min(height / rows * share, largest), 0)
            wide = self._wide(columns)
            each = tuple(zip(rows_of, labels, strict=True))
            fitted = [self._fitted(row, text, size, wide, votes=votes) for row, text in each]
            asked = (one if row.who is not None else one / HEADING for one, row in zip(fitted, rows_of, strict=True))
            grid = _Grid(labels, columns, rows, size / share, size, min(asked, default=size))
            found.append((sum(fitted) + 2 * len(fitted) * grid.worst, -columns, grid))
        return max(found, key=lambda one: one[:2])[2]

    def _fitted(self, row: Row, text: str, size: float, wide: float, *, votes: bool) -> float:
        """The size at which a label fits, beside the votes where it has some."""
        named = row.who is not None
        metrics = QFontMetricsF(self._sized(size, bold=named))
        room = wide - (metrics.horizontalAdvance("0000") if votes and named else 0)
        return size * min(1, room / max(metrics.horizontalAdvance(text), 1))

    def _wide(self, columns: int) -> float:
        gap = self._room.width() * BETWEEN
        return (self._room.width() - gap * (columns - 1)) / columns

    def _cell(self, grid: _Grid, place: int, top: float) -> QRectF:
        column, row = divmod(place, grid.rows)
        wide = self._wide(grid.columns)
        left = self._room.left() + column * (wide + self._room.width() * BETWEEN)
        return QRectF(left, top + row * grid.pitch, wide, grid.pitch)

    def _row(self, row: Row, grid: _Grid, cell: QRectF, place: int) -> None:
        """A name; with its votes at the right and as a bar below, where they were announced."""
        elected, label = row.elected, grid.labels[place]
        size = self._fitted(row, label, grid.size, cell.width(), votes=row.votes is not None)
        if row.who is None:
            self._write(cell, _Text(label, size, tone=Tone.MUTED), BELOW)
            return
        if row.votes is None:
            self._write(cell, _Text(label, size, bold=elected), LEFT)
            return
        above = QRectF(cell.left(), cell.top(), cell.width(), grid.size * 1.4)
        self._write(above, _Text(label, size, bold=elected), LEFT)
        self._write(above, _Text(self._words[0].number(row.votes), grid.size, bold=elected), RIGHT)
        bar = QRectF(cell.left(), above.bottom(), max(cell.width() * row.share, 2), grid.size * 0.3)
        self._painter.fillRect(bar, QColor(tone_colour(colours(), Tone.GOOD if elected else Tone.MUTED)))

    def _sized(self, size: float, *, bold: bool) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(max(round(size), 6))
        font.setBold(bold)
        return font

    def _height(self, text: _Text) -> float:
        wide = QRectF(0, 0, self._room.width(), self._room.height() * 4)
        metrics = QFontMetricsF(self._sized(text.size, bold=text.bold))
        return metrics.boundingRect(wide, WRAPPED, text.text).height() + text.size * 0.3

    def _write(self, where: QRectF, text: _Text, flags: int) -> None:
        self._painter.setFont(self._sized(text.size, bold=text.bold))
        self._painter.setPen(QColor(tone_colour(colours(), text.tone)))
        self._painter.drawText(where, flags, text.text)
