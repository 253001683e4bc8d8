"""A transaction as the storage sees it: a connection, and the differences that were made on it."""

from dataclasses import dataclass, field

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row before and after, as stored text (``None``: the row or the value is not there)."""

    table: str
    row: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Session:
    """One transaction on one connection. What :class:`~.rows.Rows` writes is noted in *changes* for the journal.

    *completing* has the paragraphs of approved minutes whose missing languages a verb supplies, and says so.
    """

    connection: Connection
    changes: list[Change] = field(default_factory=list)
    completing: set[str] = field(default_factory=set)
