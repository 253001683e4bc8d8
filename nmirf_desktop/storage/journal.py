"""The journal: every transaction is one entry, chained by hash; every changed field is one change of it.

A change holds the stored text of the field before and after, and a salted digest of the two; the entry's hash covers
the digests and the previous hash, so that an entry altered, removed or added outside the program is found, and a
person can be erased later while the chain still verifies.
"""

import datetime
import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Integer, Text, desc, event, insert, inspect, select
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from nmirf_desktop.storage.base import Record

GENESIS = "0" * 64
_DIALECT = DefaultDialect()
_PENDING = "journal.changes"


class EntryRecord(Record):
    """One transaction: what was done, by whom, when (UTC), on which copy and schema."""

    __tablename__ = "journal_entry"

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    copy: Mapped[str]
    verb: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]
    revision: Mapped[str]
    undoes: Mapped[int | None]
    previous: Mapped[str]
    hash: Mapped[str]


class ChangeRecord(Record):
    """One field of one row, before and after, as stored text (``NULL``: the row or the value is not there)."""

    __tablename__ = "journal_change"

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    table: Mapped[str] = mapped_column("table_name")
    row: Mapped[str] = mapped_column("row_key", index=True)
    field: Mapped[str]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    salt: Mapped[str]
    digest: Mapped[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One changed field, values as stored text."""

    table: str
    row: str
    field: str
    before: str | None
    after: str | None

    def digest(self, salt: str) -> str:
        """The salted digest that the chain covers."""
        return _sha(salt, self.table, self.row, self.field, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says of itself; *at* is ISO 8601 in UTC, *undoes* the entry whose inverse this one is."""

    sequence: int
    copy: str
    verb: str
    author: str
    at: str
    revision: str
    undoes: int | None
    previous: str

    def hashed(self, digests: Iterable[str]) -> str:
        """The entry's hash over its own words, the previous hash and the digests of its changes."""
        return _sha(
            str(self.sequence), self.copy, self.verb, self.author, self.at, self.revision,
            None if self.undoes is None else str(self.undoes), self.previous, *digests,
        )  # fmt: skip


def _sha(*parts: str | None) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def stored(kind: TypeEngine[object], value: object) -> str | None:
    """A value as the text under which the database holds it; bytes by their SHA-256."""
    if isinstance(kind, TypeDecorator):
        value = kind.process_bind_param(value, _DIALECT)
    if value is None:
        return None
    if isinstance(value, bytes):
        return "sha256:" + hashlib.sha256(value).hexdigest()
    return str(value)


def _watched(record: object) -> bool:
    return isinstance(record, Record) and not isinstance(record, EntryRecord | ChangeRecord)


def _row_changes(record: Record, *, removed: bool) -> list[Change]:
    state = inspect(record)
    mapper = state.mapper
    key = mapper.primary_key[0]
    row = str(getattr(record, mapper.get_property_by_column(key).key))
    changes = []
    for attribute in mapper.column_attrs:
        column = attribute.columns[0]
        history = state.attrs[attribute.key].load_history() if not state.transient else None
        if history is None or not state.persistent:
            before, after = None, stored(column.type, getattr(record, attribute.key))
        else:
            old = history.deleted[0] if history.deleted else (history.unchanged or (None,))[0]
            new = history.added[0] if history.added else (history.unchanged or (None,))[0]
            before, after = stored(column.type, old), stored(column.type, new)
        if removed:
            before, after = before if before is not None else after, None
        if before != after:
            changes.append(Change(record.__tablename__, row, column.name, before, after))
    return changes


def _collect(session: Session, *_: object) -> None:
    pending: list[Change] = session.info.setdefault(_PENDING, [])
    for record in session.new:
        if _watched(record):
            pending.extend(_row_changes(record, removed=False))
    for record in session.dirty:
        if _watched(record):
            pending.extend(_row_changes(record, removed=False))
    for record in session.deleted:
        if _watched(record):
            pending.extend(_row_changes(record, removed=True))


def watch(session: Session) -> None:
    """Note the differences of each flush of a session, for :func:`write`."""
    event.listen(session, "before_flush", _collect)


def head(session: Session) -> EntryRecord | None:
    """The last entry, ``None`` in a register that has none."""
    return session.scalars(select(EntryRecord).order_by(desc(EntryRecord.sequence)).limit(1)).first()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes an entry and when: the function at the keyboard, the copy, the schema revision, the moment."""

    author: str
    copy: str
    revision: str
    at: datetime.datetime


def _merged(changes: Iterable[Change]) -> list[Change]:
    """Several flushes of one transaction as one difference for each field."""
    first: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        place = (change.table, change.row, change.field)
        earlier = first.get(place)
        first[place] = change if earlier is None else Change(*place, earlier.before, change.after)
    return [change for change in first.values() if change.before != change.after]


def write(
    session: Session, verb: str, signature: Signature, *, undoes: int | None = None, always: bool = False
) -> int | None:
    """Append the entry of this transaction; its sequence, or ``None`` where nothing changed (unless *always*)."""
    session.flush()
    changes = _merged(session.info.pop(_PENDING, []))
    if not changes and not always:
        return None
    last = head(session)
    entry = Entry(
        sequence=1 if last is None else last.sequence + 1,
        copy=signature.copy,
        verb=verb,
        author=signature.author,
        at=signature.at.astimezone(datetime.UTC).isoformat(timespec="milliseconds"),
        revision=signature.revision,
        undoes=undoes,
        previous=GENESIS if last is None else last.hash,
    )
    salted = [(change, secrets.token_hex(8)) for change in changes]
    digests = [change.digest(salt) for change, salt in salted]
    session.execute(insert(EntryRecord), [asdict(entry) | {"hash": entry.hashed(digests)}])
    if salted:
        session.execute(
            insert(ChangeRecord),
            [
                asdict(change) | {"sequence": entry.sequence, "number": number, "salt": salt, "digest": digest}
                for number, ((change, salt), digest) in enumerate(zip(salted, digests, strict=True))
            ],
        )
    return entry.sequence
