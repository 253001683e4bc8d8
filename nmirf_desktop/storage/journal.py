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
from dataclasses import dataclass, replace

import sqlalchemy as sa

from nmirf_desktop.storage.base import METADATA
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Change, Session

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction: what was done, by whom, when (ISO 8601 in UTC), on which copy and schema.

    *undoes* is the entry whose inverse this one is, *previous* the hash of the one before.
    """

    sequence: int
    copy: str
    verb: str
    author: str
    at: str
    revision: str
    undoes: int | None
    previous: str
    hash: str = ""

    def hashed(self, digests: Iterable[str]) -> str:
        """The hash over the entry's own words, the previous hash and the digests of its changes."""
        return _sha(
            str(self.sequence), self.copy, self.verb, self.author, self.at, self.revision,
            None if self.undoes is None else str(self.undoes), self.previous, *digests,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One change of an entry, numbered within it, with the salt of its digest."""

    sequence: int
    number: int
    table: str
    row: str
    field: str
    before: str | None
    after: str | None
    salt: str
    digest: str

    def digested(self) -> str:
        """The salted digest that the chain covers."""
        return _sha(self.salt, self.table, self.row, self.field, self.before, self.after)


ENTRIES = Rows("journal_entry", Entry)
LINES = Rows(
    "journal_change",
    Line,
    keys=2,
    table=sa.Column("table_name"),
    row=sa.Column("row_key", index=True),
    before=sa.Column(sa.Text),
    after=sa.Column(sa.Text),
)


sa.Index(None, LINES.table.c.table_name, LINES.table.c.field)
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode
"""Made once: ``json.dumps`` would make an encoder for each of the lines."""


def _sha(*parts: str | None) -> str:
    return hashlib.sha256(_json(parts).encode()).hexdigest()


def head(session: Session) -> Entry | None:
    """The last entry, ``None`` in a register that has none."""
    return ENTRIES.last(session)


def last_of(session: Session, verbs: Iterable[str]) -> Entry | None:
    """The last entry of some verbs that is no inverse, ``None`` where there is none. Found from the end."""
    entry = ENTRIES.table.c
    found = sa.select(entry.sequence).where(entry.verb.in_(sorted(verbs)), entry.undoes.is_(None))
    last = session.connection.execute(found.order_by(entry.sequence.desc()).limit(1)).scalar()
    return None if last is None else ENTRIES.first(session, sequence=last)


def since(session: Session, last: Entry | None) -> tuple[Entry, ...]:
    """The entries after one; all where there is none."""
    return ENTRIES.after(session, last.sequence if last is not None else 0)


def written_at(session: Session, rows: Iterable[str]) -> datetime.datetime | None:
    """When some rows were written last, by their keys, in UTC; ``None`` where the journal has none of them."""
    entry, line = ENTRIES.table.c, LINES.table.c
    found = sa.select(sa.func.max(entry.at)).where(
        entry.sequence.in_(sa.select(line.sequence).where(line.row_key.in_(sorted(rows))))
    )
    last = session.connection.execute(found).scalar()
    return None if last is None else datetime.datetime.fromisoformat(last)


def last_told(session: Session) -> datetime.datetime:
    """When a fact was written last, in UTC: the issue of a document tells none. A register has an entry at least."""
    entry, line = ENTRIES.table.c, LINES.table.c
    tells = sa.exists().where(line.sequence == entry.sequence, line.table_name != "issued_document")
    found = sa.select(entry.at).where(tells).order_by(entry.sequence.desc()).limit(1)
    last = session.connection.execute(found).scalar()
    if last is None:
        raise LookupError("the journal has no entry")
    return datetime.datetime.fromisoformat(last)


def touched_since(session: Session, sequence: int) -> dict[str, set[str]]:
    """The keys of the rows that entries after one changed, by table."""
    line = LINES.table.c
    found: dict[str, set[str]] = {}
    changed = sa.select(line.table_name, line.row_key).where(line.sequence > sequence)
    for table, row in session.connection.execute(changed):  # DISTINCT would walk through the whole journal
        found.setdefault(table, set()).add(row)
    return found


def named_by(session: Session, sequence: int, fields: Iterable[str]) -> dict[str, set[str]]:
    """The values of some fields in the rows that an entry made, changed or removed: as they are, else as they were.

    A field is called as the table that it links to; the rows of that table are values of it themselves.
    """
    line = LINES.table.c
    own = line.sequence == sequence
    found: dict[str, set[str]] = {field: set() for field in fields}
    made_or_gone = sa.select(line.field, sa.func.coalesce(line.before, line.after)).where(
        own, line.field.in_(sorted(found)), line.before.is_(None) | line.after.is_(None)
    )
    for field, value in session.connection.execute(made_or_gone.distinct()):
        found[field].add(value)
    for name in session.connection.execute(sa.select(line.table_name).where(own).distinct()).scalars().all():
        changed = sa.select(line.row_key).where(own, line.table_name == name)
        if name in found:
            found[name].update(session.connection.execute(changed.distinct()).scalars())
        table = METADATA.tables[name]
        (key,) = list(table.primary_key)[:1]
        for field in found.keys() & table.columns.keys():
            held = sa.select(table.columns[field]).where(key.in_(changed), table.columns[field].is_not(None))
            found[field].update(session.connection.execute(held.distinct()).scalars())
    return found


def touched_by(session: Session, sequence: int) -> set[str]:
    """The tables in which an entry made, changed or removed rows."""
    line = LINES.table.c
    asked = sa.select(line.table_name).where(line.sequence == sequence).distinct()
    return set(session.connection.execute(asked).scalars())


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes an entry and when: the function at the keyboard, the copy, the schema revision, the moment."""

    author: str
    copy: str
    revision: str
    at: datetime.datetime


def _merged(changes: Iterable[Change]) -> list[Change]:
    """Several writes of one transaction as one difference for each field."""
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
    changes = _merged(session.changes)
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
    lines = [_line(entry.sequence, number, change) for number, change in enumerate(changes)]
    ENTRIES.add(session, [replace(entry, hash=entry.hashed(line.digest for line in lines))])
    LINES.add(session, lines)
    return entry.sequence


def _line(sequence: int, number: int, change: Change) -> Line:
    salt, said = secrets.token_hex(8), (change.table, change.row, change.field, change.before, change.after)
    return Line(sequence, number, *said, salt, _sha(salt, *said))
