"""An election on the projector: who stands and, once a result was announced, the votes as bars (R35).

The room never sees a paper, a count before it was announced, or who voted: :func:`for_the_room` leaves them out.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from nmirf_desktop.domain.election_board import BallotView, ElectionBoard, Line, Name, in_order
from nmirf_desktop.domain.election_rules import How, Lot, NextBallot
from nmirf_desktop.domain.election_sentences import following_sentences
from nmirf_desktop.domain.elections import KIND_LABELS
from nmirf_desktop.i18n import Catalog, Language, catalog
from nmirf_desktop.ui.theme import Tone, colours, tone_colour

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
LEAST = 1 / 30
"""The least size of a letter, of the height of the picture: what one reads from 15 m where that is 2 m high."""
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
"""How much smaller the sentences become, so that the names keep their size."""
COLUMNS = (1, 2, 3)
BETWEEN = 1 / 18
"""Between two columns, of the width."""
GAP = 0.4
"""Between the sentences and the names, of the basic type."""
ENOUGH = 0.8
"""Of the least size, that of a name that is longer than its place."""
ELECTED = "✓ "


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


def _acclaimed(board: ElectionBoard) -> tuple[Name, ...]:
    named = board.named
    return tuple(named[one.candidate] for one in board.standing.elected if one.how in (How.ACCLAMATION, How.SLATE))


def _lines(board: ElectionBoard, words: Catalog) -> tuple[Line, ...]:
    """Who is shown: in the order of the language before a result, by votes after it; who was elected without votes."""
    view, acclaimed = going_on(board), _acclaimed(board)
    if view is not None:
        return tuple(Line(name) for name in in_order((one.name for one in view.lines), words))
    if acclaimed:
        elected = {one.candidate: one for one in board.standing.elected}
        return tuple(Line(name, elected=elected[name.key]) for name in acclaimed)
    if board.last is not None:
        return board.last.lines
    return tuple(Line(name) for name in in_order(board.stand, words))


def _heading(board: ElectionBoard, words: Catalog) -> tuple[str, str]:
    """What is elected, and which ballot is shown."""
    view = going_on(board) or board.last
    title = board.election.title.best(words.language)
    if view is None or (_acclaimed(board) and going_on(board) is None):
        return title, ""
    number = words.gettext("Ballot {number}").format(number=view.ballot.number)
    return title, words.pgettext("facts in a row", " · ").join((number, words.gettext(KIND_LABELS[view.ballot.kind])))


def _sentences(board: ElectionBoard, words: Catalog) -> Iterator[str]:
    """How one votes in the ballot that is open; else what the last one brought, and what follows.

    Short, and without the names that stand below: they are read from afar, in several languages.
    """
    view = going_on(board)
    if view is not None:
        places = view.ballot.places
        yield words.ngettext("Mark {n} name at most.", "Mark {n} names at most.", places).format(n=words.number(places))
        return
    if _acclaimed(board):
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
    for line in _lines(board, words):
        name = _label(line, (words,))
        pattern = words.gettext("{label}: {number}")
        shown.append(name if line.votes is None else pattern.format(label=name, number=words.number(line.votes)))
    return [*_heading(board, words), " ".join(_sentences(board, words)), *shown]


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph with its size in pixels."""

    text: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Grid:
    """How *labels* are set: in columns of so many *rows*, each *pitch* high, in letters of at most a *size*, in pixels.

    *worst* is the size of the longest one, which is made smaller until it fits.
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
        lines = _lines(board, self._words[0])
        texts, grid = self._set(board, lines, unit, least)
        y = self._room.top()
        for text in texts:
            height = self._height(text)
            self._write(QRectF(self._room.left(), y, self._room.width(), height), text, WRAPPED)
            y += height
        view = going_on(board) or board.last
        for place, line in enumerate(lines):
            self._line(line, grid, self._cell(grid, place, y + unit * GAP), view.ballot.voting if view else 0, place)

    def _set(self, board: ElectionBoard, lines: Sequence[Line], unit: float, least: float) -> tuple[list[_Text], _Grid]:
        """The sentences as large as the names leave room for; the names in one language where more do not fit."""
        texts: list[_Text] = []
        grid = _Grid(())
        for words in (self._words, self._words[:1]):
            labels = tuple(_label(line, words) for line in lines)
            for scale in SCALES:
                texts = self._texts(board, unit * scale, least)
                height = self._room.height() - sum(self._height(text) for text in texts) - unit * GAP
                grid = self._grid(labels, height, unit * 1.6, votes=any(line.votes is not None for line in lines))
                if not lines or grid.worst >= least * ENOUGH:
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

    def _grid(self, labels: tuple[str, ...], height: float, largest: float, *, votes: bool) -> _Grid:
        """The columns in which the letters are largest, all together and the smallest of them."""
        share = 0.5 if votes else 0.7
        found = []
        for columns in COLUMNS:
            rows = max(math.ceil(len(labels) / columns), 1)
            size = max(min(height / rows * share, largest), 0)
            fitted = [self._fitted(text, size, self._wide(columns), votes=votes) for text in labels]
            grid = _Grid(labels, columns, rows, size / share, size, min(fitted, default=size))
            found.append((sum(fitted) + 2 * len(fitted) * grid.worst, -columns, grid))
        return max(found, key=lambda one: one[:2])[2]

    def _fitted(self, text: str, size: float, wide: float, *, votes: bool) -> float:
        """The size at which a label fits beside its votes."""
        metrics = QFontMetricsF(self._sized(size, bold=True))
        room = wide - (metrics.horizontalAdvance("0000") if votes else 0)
        return size * min(1, room / max(metrics.horizontalAdvance(text), 1))

    def _wide(self, columns: int) -> float:
        gap = self._room.width() * BETWEEN
        return (self._room.width() - gap * (columns - 1)) / columns

    def _cell(self, grid: _Grid, place: int, top: float) -> QRectF:
        column, row = divmod(place, grid.rows)
        wide = self._wide(grid.columns)
        left = self._room.left() + column * (wide + self._room.width() * BETWEEN)
        return QRectF(left, top + row * grid.pitch, wide, grid.pitch)

    def _line(self, line: Line, grid: _Grid, cell: QRectF, voting: int, place: int) -> None:
        """A name; with its votes at the right and as a bar below, where they were announced."""
        elected, label = line.elected is not None, grid.labels[place]
        size = self._fitted(label, grid.size, cell.width(), votes=line.votes is not None)
        if line.votes is None:
            self._write(cell, _Text(label, size, bold=elected), LEFT)
            return
        above = QRectF(cell.left(), cell.top(), cell.width(), grid.size * 1.4)
        self._write(above, _Text(label, size, bold=elected), LEFT)
        self._write(above, _Text(self._words[0].number(line.votes), grid.size, bold=elected), RIGHT)
        share = min(line.votes / max(voting, 1), 1)
        bar = QRectF(cell.left(), above.bottom(), max(cell.width() * share, 2), grid.size * 0.3)
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
        self._painter.setPen(QColor(colours().text))
        self._painter.drawText(where, flags, text.text)


def _label(line: Line, languages: Sequence[Catalog]) -> str:
    """A candidate in each language, once where they agree: "Morocco · Maroc · Marruecos"."""
    said = dict.fromkeys(line.name.said_in(words) for words in languages)
    return (ELECTED if line.elected is not None else "") + " · ".join(said)
