"""How a record stands in the register now, for a card that was opened on it a while ago."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.store import Store

Record = TypeVar("Record")


@cache
def _rows_of(kind: Hashable) -> Rows[Any]:
    """The table in which values of a class are kept; the first one, where what was struck out has another."""
    return next(rows for rows in TABLES.values() if rows.value is kind)


def as_it_stands(store: Store, record: Record) -> Record | None:
    """The same record as the register has it now; ``None`` where it was taken out, or is not recorded yet."""
    rows = _rows_of(type(record))
    with store.read() as session:
        found: Record | None = rows.find(session, getattr(record, rows.key))
    return found
