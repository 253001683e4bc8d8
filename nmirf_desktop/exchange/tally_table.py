"""A roll call read from a table, strictly.

The table is UTF-8 text with a header and two columns, the State and its position, in English, French or Spanish.
What is not understood is refused with its line, all of it at once; nothing is guessed and nothing is left out.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nmirf_desktop.domain.recognition import Gazetteer, fold
from nmirf_desktop.domain.refusals import Problem, raise_all
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.exchange.cells import at_line
from nmirf_desktop.exchange.content import content_of
from nmirf_desktop.i18n import N_

NO_HEADER = N_("The first line must be the header, with one column “state” and one column “position”.")
LARGEST = 5_000_000
"""The most bytes of a table; 193 States need a few thousand, and a larger file is refused unread."""
TOO_LARGE = N_("The file {file} is too large for a roll call: at most 5 MB are read.")

StateAnswer = tuple[State, Answer]

_SEPARATORS = (",", ";", "\t")
_STATE_HEADERS = frozenset({"state", "etat", "estado"})
_POSITION_HEADERS = frozenset({"position", "posicion"})
_SHOWN = 40
"""The most signs of an unknown position that a message repeats."""

_WORDS = {
    Answer.IN_FAVOUR: (
        "y|yes|yea|for|favour|favor|in favour|in favor|voted in favour|voted for"
        "|oui|pour|en faveur|vote pour|votent pour|a voté pour|ont voté pour"
        "|sí|a favor|voto a favor|votos a favor|vota a favor|votó a favor"
    ),
    Answer.AGAINST: (
        "n|no|nay|against|voted against"
        "|non|contre|vote contre|votent contre|a voté contre|ont voté contre"
        "|contra|en contra|voto en contra|votos en contra|vota en contra|votó en contra"
    ),
    Answer.ABSTAINING: (
        "a|abstain|abstains|abstained|abstaining|abstention|abstentions"
        "|s’abstient|s’abstiennent|abstenu|s’est abstenu|se sont abstenus"
        "|abstención|abstenciones|se abstiene|abstenerse|se abstuvo"
    ),
    Answer.NOT_PARTICIPATING: (
        "x|not participating|did not participate|did not take part|did not take part in the vote|not voting"
        "|non participant|ne participe pas|ne participe pas au vote|ne participent pas au vote"
        "|n’a pas participé au vote|n’ont pas participé au vote"
        "|no participa|no participante|no participa en la votación|no participan en la votación"
        "|no participó en la votación|no participaron en la votación"
    ),
}
_POSITIONS = {fold(word): answer for answer, words in _WORDS.items() for word in words.split("|")}
_ABSENT = frozenset(fold(word) for word in ("absent", "absente", "absents", "ausente", "ausentes"))


def read_roll_call(path: Path, gazetteer: Gazetteer) -> tuple[StateAnswer, ...]:
    """The States of a table with their positions, in the order of the table.

    The header names the columns *state* and *position* (État, Estado; posición), in any order, beside others that are
    not read; the separator is a comma, a semicolon or a tab. A State is named by an ISO code of two or three letters
    or by any of its names in the three languages. A position is in words, or Y, N, A or X (not participating).

    Raises:
        Problem: with one sentence, and the line where there is one, for a file that is no such table, and for a State
            or a position that is missing, unknown, ambiguous or there twice; :class:`Problems` for several of them.
    """
    reading = _Reading(gazetteer)
    text = _text(path)
    header = _header(text)
    if header is None:
        reading.problems.append(Problem(NO_HEADER))
        header = _presumed(text)
    if header is not None:
        reading.read(_records(text, header.separator), header)
    raise_all(reading.problems)
    if not reading.found:
        raise Problem(N_("There is no State below the header."))
    return tuple(reading.found)


class _Reading:
    """What was read so far, and what was wrong with it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._lines: dict[str, int] = {}
        self.found: list[StateAnswer] = []
        self.problems: list[Problem] = []

    def read(self, records: Iterator[tuple[int, list[str]]], header: "_Header") -> None:
        """Read the lines below the header; empty ones are passed over, and none after one that is no line."""
        try:
            next(records)
            for line, cells in records:
                if len(cells) != header.cells:
                    self.problems.append(at_line(line, N_("It does not have as many cells as the header.")))
                else:
                    self._take(_Row(line, cells[header.state].strip(), cells[header.position].strip()))
        except Problem as problem:
            self.problems.append(problem)

    def _take(self, row: "_Row") -> None:
        """Take one line, or what is wrong with its State, and with its position where it has any."""
        state: State | None = None
        try:
            state = _state(row, self._gazetteer)
            first = self._lines.setdefault(state.iso3, row.line)
            if first != row.line:
                raise at_line(row.line, N_("{state} was already named in line {first}."), state=state, first=first)
        except Problem as problem:
            self.problems.append(problem)
        if state is None and not row.position:
            return
        try:
            answer = _position(row)
            if state is not None:
                self.found.append((state, answer))
        except Problem as problem:
            self.problems.append(problem)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    state: str
    position: str


def _state(row: _Row, gazetteer: Gazetteer) -> State:
    if not row.state:
        raise at_line(row.line, N_("The State is missing."))
    try:
        return gazetteer.find(row.state)
    except Problem as problem:
        raise Problem(N_("Line {line}: {reason}"), {"line": row.line, "reason": problem}) from problem


def _position(row: _Row) -> Answer:
    if not row.position:
        raise at_line(row.line, N_("The position is missing."))
    key = fold(row.position.replace("_", " "))
    if key in _ABSENT:
        raise at_line(row.line, N_("“Absent” is not a position: leave out a State that was absent."))
    if key not in _POSITIONS:
        raise at_line(
            row.line,
            N_("“{position}” is not a position: write in favour, against, abstaining or not participating."),
            position=_short(row.position),
        )
    return _POSITIONS[key]


def _short(text: str) -> str:
    """A text as a message repeats it: one line, of bounded length."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _text(path: Path) -> str:
    """The text of the file, with its line breaks as they are."""
    content = content_of(path, LARGEST, TOO_LARGE)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Problem(N_("The file {file} is in UTF-16: save it as UTF-8."), {"file": path.name})
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise at_line(line, N_("There are signs that no text has: save the table as “CSV UTF-8”."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise at_line(line, N_("There are signs that are not UTF-8: save the table as UTF-8.")) from error
    if not text.strip():
        raise Problem(N_("The file {file} is empty."), {"file": path.name})
    return text


@dataclass(frozen=True, slots=True)
class _Header:
    separator: str
    cells: int
    state: int
    position: int


def _header(text: str) -> _Header | None:
    """The columns of the first line that is not empty, by the separator with which both are there, once each."""
    for separator in _SEPARATORS:
        _, cells = next(_records(text, separator))
        names = [fold(cell) for cell in cells]
        states = [place for place, name in enumerate(names) if name in _STATE_HEADERS]
        positions = [place for place, name in enumerate(names) if name in _POSITION_HEADERS]
        if len(states) == len(positions) == 1:
            return _Header(separator, len(cells), states[0], positions[0])
    return None


def _presumed(text: str) -> _Header | None:
    """Where a table without header has its columns, to say what is wrong below as well: two cells, the State first."""
    for separator in _SEPARATORS:
        _, cells = next(_records(text, separator))
        if len(cells) == 2:  # noqa: PLR2004
            state = 1 if fold(cells[1]) in _STATE_HEADERS or fold(cells[0]) in _POSITION_HEADERS else 0
            return _Header(separator, len(cells), state, 1 - state)
    return None


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise at_line(line, N_("It is not a line of a table: look at its quotation marks.")) from error
        if cells:
            yield line, cells
