"""Rows as they stood after each entry of the journal: read back from what they hold now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from nmirf_desktop.storage.base import text_of
from nmirf_desktop.storage.journal import ENTRIES, LINES, Line
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

Value = TypeVar("Value")
_Texts = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Stood(Generic[Value]):
    """A row after an entry of the journal, ``None`` where there was none; 0 is what it was before all of them."""

    sequence: int
    value: Value | None


def past(session: Session, rows: Rows[Value], keys: Iterable[str]) -> Mapping[str, tuple[Stood[Value], ...]]:
    """How each row stood, from before its first entry to now. It is told back from now: a register may know no birth.

    A register that was taken over without its journal has rows that no entry made.
    """
    lines = LINES.by(session, "row", keys)
    return {
        key: _told(session, rows, key, [one for one in own if one.table == rows.name]) for key, own in lines.items()
    }


def made_in(session: Session, rows: Rows[Any], keys: Iterable[str]) -> Mapping[str, int]:
    """The entry of the journal by which each row was made; a row that was taken over without its journal has none."""
    line = LINES.table.c
    own = (line.table_name == rows.name) & (line.field == rows.key) & line.before.is_(None)
    found = sa.select(line.row_key, sa.func.max(line.sequence)).where(own, line.row_key.in_(sorted(keys)))
    return {row: int(sequence) for row, sequence in session.connection.execute(found.group_by(line.row_key))}


def last_alone(session: Session, rows: Rows[Any], field: str, to: str) -> str:
    """The one of the rows that a *field* links *to* a row which an entry changed last without another; empty for none.

    It is looked for from the last entry back to that row's first: of an entry that changed many, two are enough.
    """
    entry, line, other = ENTRIES.table, LINES.table.c, LINES.table.alias().c
    linked = sa.select(rows.table.columns[rows.key]).where(rows.table.columns[field] == to)
    begun = sa.select(sa.func.min(line.sequence)).where(line.row_key == to).scalar_subquery()
    named: sa.ColumnClause[str] = sa.literal_column("+row_key")  # read by the sequence, not by each of the rows
    own = sa.select(line.row_key).where(line.sequence == entry.c.sequence, named.in_(linked))
    one = own.limit(1).correlate(entry).scalar_subquery()
    same = sa.exists().where(other.sequence == entry.c.sequence, other.row_key.in_(linked), other.row_key != one)
    alone = one.is_not(None) & ~same.correlate(entry)
    found = sa.select(one).where(entry.c.sequence >= sa.func.coalesce(begun, 0), alone)
    return session.connection.execute(found.order_by(entry.c.sequence.desc()).limit(1)).scalar() or ""


def stood_at(stood: Iterable[Stood[Value]], sequence: int) -> Value | None:
    """What a row was after the entry of a *sequence*; ``None`` where it was not there."""
    return next((one.value for one in sorted(stood, key=lambda one: -one.sequence) if one.sequence <= sequence), None)


def ever_linked(session: Session, rows: Rows[Any], field: str, to: str) -> tuple[str, ...]:
    """The keys of all rows that a *field* linked *to* a row at any time, those that are gone included."""
    line = LINES.table.c
    own = (line.table_name == rows.name) & (line.field == field) & ((line.before == to) | (line.after == to))
    told = session.connection.execute(sa.select(line.row_key).where(own).distinct()).scalars()
    there = session.connection.execute(
        sa.select(rows.table.columns[rows.key]).where(rows.table.columns[field] == to)
    ).scalars()
    return tuple(dict.fromkeys((*there, *told)))


def _told(session: Session, rows: Rows[Value], key: str, lines: list[Line]) -> tuple[Stood[Value], ...]:
    held = rows.held(session, key)
    cells: _Texts | None = None if held is None else {name: text_of(cell) for name, cell in held.items()}
    found: list[Stood[Value]] = []
    latest_first = sorted(lines, key=lambda one: one.sequence, reverse=True)
    for sequence, group in groupby(latest_first, key=lambda one: one.sequence):
        found.append(Stood(sequence, _value(rows, cells)))
        changed = list(group)
        born = any(one.field == rows.key and one.before is None for one in changed)
        before: _Texts = {one.field: one.before for one in changed}
        cells = None if born else before if cells is None else cells | before
    found.append(Stood(0, _value(rows, cells)))
    return tuple(reversed(found))


def _value(rows: Rows[Value], cells: _Texts | None) -> Value | None:
    """The value of a row's cells; a column that came later has its default."""
    return None if cells is None else rows.value_of(cells)
