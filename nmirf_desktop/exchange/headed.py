"""The table in a sheet: where its header is, which column is for which field, and which lines are only its furniture.

A table has its fields side by side; one that has them below each other is not found. Nothing is dropped in silence:
the titles, totals and notes that are no lines of the table are given as left out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nmirf_desktop.exchange.cells import Cell, Line, Sheet, text_of
from nmirf_desktop.exchange.headings import Headings, Vocabulary, heading_key, words_of

_DEEPEST = 60
"""So many lines that are not empty are looked at for a header."""
_WIDEST = 512
"""A line of more cells is no header, and what stands to the right of so many is in no table."""
_FURNITURE = frozenset(
    (
        *("total", "totals", "totaux", "totales", "subtotal", "source", "sources", "fuente", "fuentes", "page"),
        *("note", "notes", "nota", "notas", "remarque", "remarques", "observations", "observaciones", "pagina"),
        *("updated", "actualisation", "actualizado", "actualizacion"),
    )
)
"""The first words of lines below a table that are none of its lines."""
_FEW, _BEGINNING = 2, 40


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """A table that was found: the column of each field, from 0; its header; its lines.

    *unread* are the headings that no field claims; *left_out* are the lines above, between and below that are none of
    the table: titles, its header again, totals, notes, and lines with nothing in a column that is read. Every line of
    the sheet is in one of the three.
    """

    columns: Mapping[str, int]
    header_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    unread: tuple[str, ...] = ()
    left_out: tuple[Line, ...] = ()

    def cell(self, line: Line, field: str) -> Cell:
        """What a line has for a field; ``None`` where it is empty, or no column is for the field."""
        column = self.columns.get(field)
        return _at(line, column) if column is not None else None


@dataclass(frozen=True, slots=True)
class _Header:
    lines: tuple[Line, ...]
    columns: dict[str, int]
    unread: tuple[str, ...]
    fit: int

    @property
    def rank(self) -> tuple[int, int]:
        """How good it is: one that fits better, else one of fewer lines."""
        return self.fit, -len(self.lines)


def find_table(sheet: Sheet, vocabulary: Vocabulary, required: Collection[str] = ()) -> HeadedTable | None:
    """The table of a sheet, or ``None``.

    *vocabulary* has, for each field, its headings in all languages; case, accents, signs and what stands in brackets
    are free, and a heading in several languages ("State / État") is one. The header is the line, or the two lines of
    which the upper one names groups, that name most fields and every *required* one; without required fields, at least
    two, or the only heading there is.
    """
    headings = Headings(vocabulary)
    header = _header(sheet.lines, headings, required)
    if header is None:
        return None
    begin = sheet.lines.index(header.lines[0])
    below = sheet.lines[begin + len(header.lines) :]
    if _is_transposed(below, header, headings):
        return None
    lines: list[Line] = []
    left_out = [*sheet.lines[:begin]]
    for line in below:
        apart = any(_is_again(line, one, header) for one in header.lines) or _is_furniture(line, header, required)
        (left_out if apart else lines).append(line)
    return HeadedTable(header.columns, header.lines, tuple(lines), header.unread, tuple(left_out))


def _header(lines: Sequence[Line], headings: Headings, required: Collection[str]) -> _Header | None:
    best: _Header | None = None
    for header in _candidates(lines[:_DEEPEST], headings):
        if _names_enough(header, required) and (best is None or header.rank > best.rank):
            best = header
    return best


def _names_enough(header: _Header, required: Collection[str]) -> bool:
    """Whether a header is one: it names two fields, or one wholly that is required or alone; and all required."""
    alone = header.fit >= _FEW and (bool(required) or not header.unread)
    return set(required) <= header.columns.keys() and (len(header.columns) >= _FEW or alone)


def _candidates(lines: Sequence[Line], headings: Headings) -> Iterator[_Header]:
    """Every header that there could be: each line alone, and each with the next one below it."""
    for place, line in enumerate(lines):
        texts = [text_of(cell) for cell in line.cells[:_WIDEST]]
        yield _judged((line,), [(text,) if text else () for text in texts], headings)
        if place + 1 < len(lines) and lines[place + 1].number == line.number + 1:
            below = [text_of(cell) for cell in lines[place + 1].cells[:_WIDEST]]
            yield _judged((line, lines[place + 1]), list(_joined(texts, below)), headings)


def _joined(groups: Sequence[str], below: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What may head each column where the upper line names groups: a group holds until the next one."""
    group = ""
    for place in range(max(len(groups), len(below))):
        own = groups[place] if place < len(groups) else ""
        group = own or group
        text = below[place] if place < len(below) else ""
        if not text:
            yield (own,) if own else ()
        elif not group or group == text:
            yield (text,)
        else:
            yield (text, f"{group} {text}", f"{text} {group}")


def _judged(lines: tuple[Line, ...], columns: Sequence[tuple[str, ...]], headings: Headings) -> _Header:
    claimed = headings.claim(columns)
    taken = {column for column, _ in claimed.values()}
    unread = tuple(" ".join(texts[1:2] or texts) for place, texts in enumerate(columns) if texts and place not in taken)
    fit = sum(2 if whole else 1 for _, whole in claimed.values())
    return _Header(lines, {field: column for field, (column, _) in claimed.items()}, unread, fit)


def _at(line: Line, column: int) -> Cell:
    return line.cells[column] if column < len(line.cells) else None


def _is_again(line: Line, head: Line, header: _Header) -> bool:
    """Whether a line is a line of the header once more, as on each page of a print."""
    columns = header.columns.values()
    return any(_key(head, column) for column in columns) and all(
        _key(line, column) == _key(head, column) for column in columns
    )


def _key(line: Line, column: int) -> str:
    return heading_key(cell) if isinstance(cell := _at(line, column), str) else ""


def _is_furniture(line: Line, header: _Header, required: Collection[str]) -> bool:
    """Whether a line is none of the table.

    That is one with nothing in a column that is read, or only one thing and that not in a required one; one that
    numbers the columns; and a short one that begins as a total or a note does.
    """
    filled = [column for column in header.columns.values() if _at(line, column) is not None]
    needed = {header.columns[field] for field in required}
    if not filled or (len(filled) == 1 and needed and filled[0] not in needed):
        return True
    cells = [cell for cell in line.cells if cell is not None]
    if len(cells) > 1 and all(text_of(cell).strip("()") == str(number) for number, cell in enumerate(cells, 1)):
        return True
    begins = words_of(cells[0][:_BEGINNING]) if len(cells) <= _FEW and isinstance(cells[0], str) else ""
    return begins.partition(" ")[0] in _FURNITURE


def _is_transposed(below: Sequence[Line], header: _Header, headings: Headings) -> bool:
    """Whether the fields stand below each other: more headings begin lines than stand side by side."""
    first = [next((cell for cell in line.cells if cell is not None), None) for line in below[:_DEEPEST]]
    fields = {field for cell in first if isinstance(cell, str) and (field := headings.field(cell))}
    repeated = header.columns.keys() & fields
    return len(fields - repeated) >= _FEW and len(fields) > len(header.columns)
