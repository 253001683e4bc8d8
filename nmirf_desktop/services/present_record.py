"""How a record is in the register now, for a card that was opened on it a while ago."""

from typing import TypeVar

from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.store import Store

Record = TypeVar("Record")


def as_it_stands(store: Store, record: Record) -> Record | None:
    """The same record as the register has it now; ``None`` where it was taken out, or is not recorded yet."""
    rows = next(one for one in TABLES.values() if one.value is type(record))  # what was struck out has a later table
    with store.read() as session:
        found: Record | None = rows.find(session, getattr(record, rows.key))
    return found
