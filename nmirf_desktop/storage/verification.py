"""Is the register what its journal says? Names each row and field that was changed outside the program."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import LargeBinary, Table, select, text
from sqlalchemy.orm import Session

from nmirf_desktop.domain.refusals import say
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.journal import GENESIS, Change, ChangeRecord, Entry, EntryRecord
from nmirf_desktop.storage.minutes import IssuedDocumentRecord
from nmirf_desktop.storage.schema import metadata

JOURNAL = {EntryRecord.__tablename__, ChangeRecord.__tablename__}


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
    FILE_DAMAGED = "file_damaged"


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
    FaultKind.FILE_DAMAGED: N_("SQLite finds the file damaged: {place}."),
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
    """The result: how many entries were checked, the head's hash, and the faults (none: sound)."""

    entries: int
    head: str
    faults: tuple[Fault, ...]


def verify(session: Session) -> Verification:
    """Check SQLite's own integrity, the chain, every row against the journal, and the issued documents' anchors."""
    faults = [
        Fault(FaultKind.FILE_DAMAGED, str(line))
        for line in session.scalars(text("PRAGMA integrity_check"))
        if line != "ok"
    ]
    if faults:
        return Verification(0, "", tuple(faults))
    expected: dict[str, dict[str, dict[str, str | None]]] = {}
    hashes: dict[int, str] = {}
    faults.extend(_chain(session, expected, hashes))
    for table in metadata().sorted_tables:
        if table.name not in JOURNAL:
            faults.extend(_rows(session, table, expected.get(table.name, {})))
    faults.extend(_anchors(session, hashes))
    faults.extend(_schema(session))
    last = journal.head(session)
    return Verification(len(hashes), last.hash if last is not None else "", tuple(faults))


def _chain(
    session: Session, expected: dict[str, dict[str, dict[str, str | None]]], hashes: dict[int, str]
) -> Iterator[Fault]:
    changes: dict[int, list[ChangeRecord]] = {}
    for change in session.scalars(select(ChangeRecord).order_by(ChangeRecord.sequence, ChangeRecord.number)):
        changes.setdefault(change.sequence, []).append(change)
        row = expected.setdefault(change.table, {}).setdefault(change.row, {})
        row[change.field] = change.after
        said = Change(change.table, change.row, change.field, change.before, change.after)
        if said.digest(change.salt) != change.digest:
            yield Fault(FaultKind.CHANGE_ALTERED, str(change.sequence), change.table, change.row, change.field)
    previous, number = GENESIS, 0
    for record in session.scalars(select(EntryRecord).order_by(EntryRecord.sequence)):
        for missing in range(number + 1, record.sequence):
            yield Fault(FaultKind.ENTRY_MISSING, str(missing))
            previous = record.previous
        entry = Entry(
            record.sequence,
            record.copy,
            record.verb,
            record.author,
            record.at,
            record.revision,
            record.undoes,
            record.previous,
        )
        digests = [change.digest for change in changes.pop(record.sequence, [])]
        if record.previous != previous or entry.hashed(digests) != record.hash:
            yield Fault(FaultKind.ENTRY_ALTERED, str(record.sequence))
        previous, number = record.hash, record.sequence
        hashes[record.sequence] = record.hash
    for orphan in sorted(changes):
        yield Fault(FaultKind.ENTRY_MISSING, str(orphan))


def _rows(session: Session, table: Table, expected: dict[str, dict[str, str | None]]) -> Iterator[Fault]:
    key = next(iter(table.primary_key.columns)).name
    columns = [column.name for column in table.columns]
    defaults = {column.name: _default(column.server_default) for column in table.columns}
    binary = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
    quoted = ", ".join(f'"{name}"' for name in columns)
    seen = set()
    for values in session.execute(text(f'SELECT {quoted} FROM "{table.name}"')):  # noqa: S608  (our own names)
        row = dict(zip(columns, values, strict=True))
        name = str(row[key])
        seen.add(name)
        fields = expected.get(name, {})
        if fields.get(key) is None:
            yield Fault(FaultKind.ROW_ADDED, table=table.name, row=name)
            continue
        for field, value in row.items():
            held = journal.stored(table.columns[field].type, value) if field in binary else _text(value)
            if held != fields.get(field, defaults[field]):
                yield Fault(FaultKind.FIELD_ALTERED, table=table.name, row=name, field=field)
    for name, fields in expected.items():
        if fields.get(key) is not None and name not in seen:
            yield Fault(FaultKind.ROW_REMOVED, table=table.name, row=name)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _default(default: object) -> str | None:
    argument = getattr(default, "arg", None)
    return argument if isinstance(argument, str) else None


def _anchors(session: Session, hashes: dict[int, str]) -> Iterator[Fault]:
    for entry, anchor in session.execute(select(IssuedDocumentRecord.entry, IssuedDocumentRecord.entry_hash)):
        if hashes.get(entry) != anchor:
            yield Fault(FaultKind.TAIL_CUT, str(entry))


def _schema(session: Session) -> Iterator[Fault]:
    last = journal.head(session)
    found = session.scalars(text("SELECT version_num FROM alembic_version")).first()
    if last is not None and found != last.revision:
        yield Fault(FaultKind.SCHEMA_ALTERED, str(found))
