"""The tables as SQLAlchemy describes them: what Alembic compares a register with."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from nmirf_desktop.storage.base import Column, Kind
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""How indexes and constraints are named."""


def metadata() -> sa.MetaData:
    """The tables of every topic."""
    made = sa.MetaData(naming_convention=NAMES)
    for rows in TABLES.values():
        sa.Table(rows.table, made, *_columns(rows, made), *([sa.UniqueConstraint(*rows.unique)] if rows.unique else []))
    return made


def _columns(rows: Rows[Any], before: sa.MetaData) -> Iterator[sa.Column[Any]]:
    """A table's columns; a link to a table that is made later is added when all are there."""
    for column in rows.columns:
        yield sa.Column(
            column.name,
            _type(column.kind),
            *_link(column, later=column.references.partition(".")[0] not in (*before.tables, rows.table)),
            primary_key=column.name in rows.keys,
            autoincrement="auto" if column.name not in rows.keys else False,
            nullable=column.null,
            server_default=column.default,
            index=column.indexed or None,
            unique=column.unique or None,
        )


def _type(kind: Kind) -> sa.types.TypeEngine[Any]:
    match kind.sql:
        case "INTEGER":
            return sa.Integer()
        case "TEXT":
            return sa.Text()
        case "BLOB":
            return sa.LargeBinary()
        case _:
            return sa.String(kind.length)


def _link(column: Column, *, later: bool) -> list[sa.ForeignKey]:
    return [sa.ForeignKey(column.references, use_alter=later)] if column.references else []
