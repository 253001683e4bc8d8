"""Is the register what its journal says? Names each row and field that was changed outside the program."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from nmirf_desktop.domain.refusals import say
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.storage import journal, search, sqlite
from nmirf_desktop.storage.attachments import CONTENTS, altered_contents, held_for_undo
from nmirf_desktop.storage.base import text_of
from nmirf_desktop.storage.journal import ENTRIES, GENESIS, LINES
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.schema import TABLES
from nmirf_desktop.storage.session import Session

JOURNAL = {ENTRIES.name, LINES.name}
VERSION = sa.table("alembic_version", sa.column("version_num"))
"""The table in which Alembic keeps the schema's revision."""


class FaultKind(StrEnum):
    """What is wrong."""

    ENTRY_ALTERED = "entry_altered"
    ENTRY_MISSING = "entry_missing"
    CHANGE_ALTERED = "change_altered"
    FIELD_ALTERED = "field_altered"
    ROW_ADDED = "row_added"
    ROW_REMOVED = "row_removed"
    TAIL_CUT = "tail_cut"
    SCHEMA_ALTERED = "schema_altered"
    TABLE_ALTERED = "table_altered"
    OBJECT_ADDED = "object_added"
    FILE_DAMAGED = "file_damaged"
    CONTENT_ALTERED = "content_altered"


_WORDS = {
    FaultKind.ENTRY_ALTERED: N_("Journal entry {place} was altered outside the program."),
    FaultKind.ENTRY_MISSING: N_("Journal entry {place} is missing."),
    FaultKind.CHANGE_ALTERED: N_(
        "Journal entry {place}: the change of {table}, row {row}, field {field} was altered outside the program."
    ),
    FaultKind.FIELD_ALTERED: N_("Table {table}, row {row}: field {field} was changed outside the program."),
    FaultKind.ROW_ADDED: N_("Table {table}, row {row} was added outside the program."),
    FaultKind.ROW_REMOVED: N_("Table {table}, row {row} was removed outside the program."),
    FaultKind.TAIL_CUT: N_(
        "The journal ends before entry {place}, which an issued document names: its last entries were removed."
    ),
    FaultKind.SCHEMA_ALTERED: N_("The schema’s revision {place} is not the one that the journal names."),
    FaultKind.TABLE_ALTERED: N_("Table {table} is missing, or a column of it."),
    FaultKind.OBJECT_ADDED: N_("“{place}” is in the file and is no table of the program."),
    FaultKind.FILE_DAMAGED: N_("SQLite finds the file damaged: {place}."),
    FaultKind.CONTENT_ALTERED: N_("The attached file “{place}” was changed or removed outside the program."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference between the register and its journal."""

    kind: FaultKind
    place: str = ""
    table: str = ""
    row: str = ""
    field: str = ""

    def said_in(self, words: Catalog) -> str:
        """The fault as one sentence."""
        values = {"place": self.place, "table": self.table, "row": self.row, "field": self.field}
        return say(words, _WORDS[self.kind], values)


@dataclass(frozen=True, slots=True)
class Verification:
    """The result: how many entries were checked, the head's hash, and the faults (none: sound).

    *held* are the bytes of removed files, which the register holds for undo alone.
    """

    entries: int
    head: str
    faults: tuple[Fault, ...]
    held: int = 0


def verify(session: Session) -> Verification:
    """Check SQLite's own integrity, the chain, every row against the journal, and the issued documents' anchors."""
    with sqlite.as_it_lies(session.connection):
        return _verified(session)


def _verified(session: Session) -> Verification:
    damage = [Fault(FaultKind.FILE_DAMAGED, line) for line in sqlite.damage(session.connection, search.WORDS)]
    faults = damage or list(_tables(session))
    if faults:
        return Verification(0, "", tuple(faults))
    expected: dict[str, dict[str, dict[str, str | None]]] = {}
    hashes: dict[int, str] = {}
    faults.extend(_chain(session, expected, hashes))
    for rows in TABLES.values():
        if rows.name not in JOURNAL:
            faults.extend(_rows(session, rows, expected.get(rows.name, {})))
    faults.extend(Fault(FaultKind.CONTENT_ALTERED, name) for name in altered_contents(session))
    faults.extend(_anchors(session, hashes))
    faults.extend(_schema(session))
    last = journal.head(session)
    return Verification(len(hashes), last.hash if last is not None else "", tuple(faults), held_for_undo(session))


def _tables(session: Session) -> Iterator[Fault]:
    """The tables of the program with their columns, and nothing that acts or shows by itself beside them."""
    known = {rows.name: set(rows.table.columns.keys()) for rows in TABLES.values()}
    known |= {table.name: set(table.columns.keys()) for table in (VERSION, CONTENTS)}
    found = sa.inspect(session.connection).get_multi_columns(filter_names=[*known])
    held = {name: {column["name"] for column in columns} for (_, name), columns in found.items()}
    for table, columns in known.items():
        if columns - held.get(table, set()):
            yield Fault(FaultKind.TABLE_ALTERED, table=table)
    for kind, name in sqlite.objects(session.connection):
        if kind != "table" or name not in known.keys() | search.OBJECTS:
            yield Fault(FaultKind.OBJECT_ADDED, name)


def _chain(
    session: Session, expected: dict[str, dict[str, dict[str, str | None]]], hashes: dict[int, str]
) -> Iterator[Fault]:
    digests: dict[int, list[str]] = {}
    for line in LINES.each(session):
        digests.setdefault(line.sequence, []).append(line.digest)
        expected.setdefault(line.table, {}).setdefault(line.row, {})[line.field] = line.after
        if line.digested() != line.digest:
            yield Fault(FaultKind.CHANGE_ALTERED, str(line.sequence), line.table, line.row, line.field)
    previous, number = GENESIS, 0
    for entry in ENTRIES.each(session):
        for missing in range(number + 1, entry.sequence):
            yield Fault(FaultKind.ENTRY_MISSING, str(missing))
            previous = entry.previous
        if entry.previous != previous or entry.hashed(digests.pop(entry.sequence, ())) != entry.hash:
            yield Fault(FaultKind.ENTRY_ALTERED, str(entry.sequence))
        previous, number = entry.hash, entry.sequence
        hashes[entry.sequence] = entry.hash
    for orphan in sorted(digests, key=str):
        yield Fault(FaultKind.ENTRY_MISSING, str(orphan))


def _rows(session: Session, rows: Rows[Any], expected: dict[str, dict[str, str | None]]) -> Iterator[Fault]:
    table = rows.name
    defaults = {column.name: _default(column) for column in rows.table.columns}
    binary = {column.name for column in rows.table.columns if isinstance(column.type, sa.LargeBinary)}
    seen = set()
    for row in rows.held_by_all(session):
        name = str(row[rows.key])
        seen.add(name)
        fields = expected.get(name, {})
        if fields.get(rows.key) is None:
            yield Fault(FaultKind.ROW_ADDED, table=table, row=name)
            continue
        for field, value in row.items():
            disguised = field in binary and isinstance(value, str)
            if disguised or text_of(value) != fields.get(field, defaults[field]):
                yield Fault(FaultKind.FIELD_ALTERED, table=table, row=name, field=field)
    for name, fields in expected.items():
        if fields.get(rows.key) is not None and name not in seen:
            yield Fault(FaultKind.ROW_REMOVED, table=table, row=name)


def _default(column: sa.Column[Any]) -> str | None:
    """What rows have that were there before the column."""
    return str(column.server_default.arg) if isinstance(column.server_default, sa.DefaultClause) else None


def _anchors(session: Session, hashes: dict[int, str]) -> Iterator[Fault]:
    for entry, anchor in session.connection.execute(sa.select(ISSUED.table.c.entry, ISSUED.table.c.entry_hash)):
        if hashes.get(entry) != anchor:
            yield Fault(FaultKind.TAIL_CUT, str(entry))


def _schema(session: Session) -> Iterator[Fault]:
    last = journal.head(session)
    found = session.connection.execute(sa.select(VERSION)).scalars().all()
    if last is not None and found != [last.revision]:
        yield Fault(FaultKind.SCHEMA_ALTERED, ", ".join(map(str, found)))
