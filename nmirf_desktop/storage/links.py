"""Links between rows: who points at a row, found in the tables themselves, so that none is forgotten."""

import dataclasses
from collections.abc import Iterator
from typing import Any, TypeVar

import sqlalchemy as sa

from nmirf_desktop.storage.attachments import ATTACHMENTS
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.session import Session

Value = TypeVar("Value")


def recorded(session: Session, rows: Rows[Value], value: Value) -> Value:
    """Write what a card held, a new row where it has no key yet; the value as it is written, with its key.

    Raises ``Refusal`` where its row, or one to which it links, was taken back while the card was open.
    """
    held: Any = value
    if held.key:
        rows.standing(session, held.key)
    new: Any = dataclasses.replace(held, key=held.key or new_key())
    rows.make_ready(session, new)
    for column in rows.table.columns:
        linked = getattr(new, column.name, None) if column.foreign_keys else None
        if linked is not None:
            for link in column.foreign_keys:
                TABLES[link.column.table.name].standing(session, linked)
    rows.save(session, new)
    written: Value = new
    return written


def point_elsewhere(session: Session, target: Rows[Any], before: str, after: str) -> int:
    """Let every row that links to one row of *target* link to another one, and the files that it holds with it.

    The number of rows that were changed.
    """
    changed = sum(_repoint(session, rows, column, (before, after)) for rows, column in _linking(target))
    held = [one for one in ATTACHMENTS.all(session) if (one.holder.kind, one.holder.key) == (target.name, before)]
    for one in held:
        ATTACHMENTS.put(session, {"key": one.key, "holder_key": after})
    return changed + len(held)


def _repoint(session: Session, rows: Rows[Any], column: sa.Column[Any], ends: tuple[str, str]) -> int:
    before, after = ends
    own = rows.table.columns[rows.key]
    found = [row[0] for row in session.connection.execute(sa.select(own).where(column == before))]
    for key in found:
        rows.put(session, {rows.key: key, column.name: after})
    return len(found)


def unlinked(session: Session, target: Rows[Any], *, but_for: Rows[Any] | None = None) -> tuple[str, ...]:
    """The keys of the rows of *target* to which no row links, in the order in which they were added.

    Links of the rows *but_for* do not count.
    """
    own = target.table.columns[target.key]
    alone = (
        own.not_in(sa.select(column).where(column.is_not(None)))
        for rows, column in _linking(target)
        if rows is not but_for
    )
    return tuple(session.connection.execute(sa.select(own).where(*alone).order_by(own)).scalars())


def _linking(target: Rows[Any]) -> Iterator[tuple[Rows[Any], sa.Column[Any]]]:
    """Every column that links to a table, with the rows that it is of."""
    for rows in TABLES.values():
        for column in rows.table.columns:
            if any(link.column.table is target.table for link in column.foreign_keys):
                yield rows, column
