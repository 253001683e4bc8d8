"""Values in, values out: the one mapping between a frozen value and the row that holds it.

A field of the value is a column of the same name, stored as its type says. A field that is a value itself, such as a
period or a text in three languages, is a column for each of its own fields.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import Any, Generic, TypeVar

from nmirf_desktop.domain.lengths import LONGEST, check_length
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage.base import KEY, LONG_TEXT, Column, Special, as_it_is, kind_of, without_none
from nmirf_desktop.storage.errors import ALTERED, StorageError
from nmirf_desktop.storage.session import Change, Session

Value = TypeVar("Value")
Stored = Mapping[str, Any]
"""What a row, or a part of one, holds: its columns by their names."""


def text_of(stored: object) -> str | None:
    """What a column holds as the journal's text; bytes by their SHA-256."""
    if isinstance(stored, bytes):
        return "sha256:" + hashlib.sha256(stored).hexdigest()
    return None if stored is None else str(stored)


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of a value: its columns in a row, from *start* to *end*, and the class of a composed one."""

    name: str
    columns: tuple[Column, ...]
    start: int
    composed: type[Any] | None

    @property
    def end(self) -> int:
        return self.start + len(self.columns)

    def made(self, cells: Sequence[Any]) -> Any:
        """The field of a row’s converted cells; a composed one whose first column is empty is ``None``."""
        if self.composed is None or cells[self.start] is None:
            return cells[self.start]
        return self.composed(*cells[self.start : self.end])

    def stored(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Each column with what it holds for the field's value."""
        if self.composed is None:
            cells = [value]
        else:
            cells = [None if value is None else getattr(value, inner.name) for inner in fields(self.composed)]
        for column, cell in zip(self.columns, cells, strict=True):
            yield column.name, None if cell is None else column.kind.store(cell)


def _parts(value: type[Any], special: Mapping[str, Special]) -> Iterator[_Part]:
    start = 0
    for field in fields(value):
        kind, null = without_none(field.type)
        if isinstance(kind, type) and is_dataclass(kind):
            columns = tuple(_columns(field.name, kind, null=null))
            yield _Part(field.name, columns, start, kind)
        else:
            columns = (_column(field, kind, special.get(field.name, Special()), null=null),)
            yield _Part(field.name, columns, start, None)
        start += len(columns)


def _column(field: Field[Any], kind: type[Any], special: Special, *, null: bool) -> Column:
    return Column(
        name=special.name or field.name,
        kind=special.kind or (KEY if field.name == "key" else kind_of(kind)),
        null=null,
        default=special.default,
        references=special.references,
        indexed=special.indexed,
        unique=special.unique,
    )


def _columns(name: str, composed: type[Any], *, null: bool) -> Iterator[Column]:
    """Those of a field that is a value itself: ``title_en``, ``title_fr`` …, but ``start`` and ``end`` of a period."""
    prefix = "" if composed is Period else f"{name}_"
    for inner in fields(composed):
        kind, empty = without_none(inner.type)
        default = None if inner.default in (MISSING, None) else str(inner.default)
        long = composed is Trilingual and kind is str
        yield Column(prefix + inner.name, LONG_TEXT if long else kind_of(kind), null=null or empty, default=default)


class Rows(Generic[Value]):
    """The rows of one table, read and written as frozen values; the value's first field is the row's key.

    *beside* are columns that are no field of the value, *unique* the columns that are unique together, *keys* how many
    of the first ones are the key; what else the type of a field does not say, *special* says by the field's name.
    """

    def __init__(
        self,
        table: str,
        value: type[Value],
        /,
        *,
        keys: int = 1,
        unique: tuple[str, ...] = (),
        beside: tuple[Column, ...] = (),
        **special: Special,
    ) -> None:
        self.table = table
        self.value = value
        self.unique = unique
        self._parts = tuple(_parts(value, special))
        own = tuple(column for part in self._parts for column in part.columns)
        self.columns = own + beside
        self.key = own[0].name
        self.keys = tuple(column.name for column in own[:keys])
        made = {name for name, one in special.items() if one.made}
        self._limited = tuple(part.name for part in self._parts if part.name in LONGEST and part.name not in made)
        self._column = {part.name: part.columns[0] for part in self._parts} | {one.name: one for one in beside}
        self._composed = [part for part in reversed(self._parts) if part.composed is not None]
        self._readers = [(at, one.kind.read) for at, one in enumerate(own) if one.kind.read is not as_it_is]
        self._select = f'SELECT {_listed(column.name for column in own)} FROM "{table}"'
        self._order = f"ORDER BY {_listed(self.keys)}"

    def __repr__(self) -> str:
        return f"Rows({self.table})"

    def _made(self, row: Sequence[Any]) -> Value:
        cells = list(row)
        try:
            for at, read in self._readers:
                if cells[at] is not None:
                    cells[at] = read(cells[at])
            for part in self._composed:  # from the last one, so that the places of the others hold
                cells[part.start : part.end] = [part.made(cells)]
            return self.value(*cells)
        except (ValueError, TypeError, AttributeError, Problem) as error:
            raise StorageError(ALTERED, {"table": self.table, "row": str(row[0])}) from error

    def all(self, session: Session, **equal: object) -> tuple[Value, ...]:
        """All values, in the order in which they were added; *equal* narrows by fields."""
        columns = [self._column[name] for name in equal]
        where = " AND ".join(f'"{column.name}" = ?' for column in columns) or "1"
        wanted = [column.kind.store(value) for column, value in zip(columns, equal.values(), strict=True)]
        found = session.execute(f"{self._select} WHERE {where} {self._order}", wanted)
        return tuple([self._made(row) for row in found])

    def first(self, session: Session, **equal: object) -> Value | None:
        """The value that was added first of those that :meth:`all` gives, ``None`` where there is none."""
        return next(iter(self.all(session, **equal)), None)

    def find(self, session: Session, key: str) -> Value | None:
        """The value of a key, ``None`` where there is none."""
        found = session.execute(f'{self._select} WHERE "{self.key}" = ?', (key,))
        return self._made(found[0]) if found else None

    def last(self, session: Session) -> Value | None:
        """The value that was added last, ``None`` in an empty table."""
        found = session.execute(f'{self._select} ORDER BY "{self.key}" DESC LIMIT 1')
        return self._made(found[0]) if found else None

    def get(self, session: Session, key: str) -> Value:
        """The value of a key that must be there; ``LookupError`` is a mistake of the program."""
        value = self.find(session, key)
        if value is None:
            raise LookupError(f"{self.table} {key}")
        return value

    def save(self, session: Session, value: Value, **beside: Any) -> None:
        """Write a value: a new row, or the changed columns of the one with its key. *beside* are further columns.

        Raises:
            Problem: a text in it is too long.
        """
        for name in self._limited:
            check_length(name, getattr(value, name))
        self.put(session, self._stored(value) | {name: self._column[name].kind.store(beside[name]) for name in beside})

    def add(self, session: Session, values: Iterable[Value]) -> None:
        """New rows that the journal does not note: its own."""
        self._insert(session, [self._stored(value) for value in values])

    def remove(self, session: Session, key: str) -> None:
        """Remove the row of a key; nothing happens where there is none."""
        before = self.held(session, key, [column.name for column in self.columns])
        if before is not None:
            session.execute(f'DELETE FROM "{self.table}" WHERE "{self.key}" = ?', (key,))
            self._note(session, key, before, dict.fromkeys(before))

    def held(self, session: Session, key: str, columns: Sequence[str]) -> Stored | None:
        """What some columns of a row hold, ``None`` where there is no row."""
        found = session.execute(f'SELECT {_listed(columns)} FROM "{self.table}" WHERE "{self.key}" = ?', (key,))
        return dict(zip(columns, found[0], strict=True)) if found else None

    def held_by_all(self, session: Session) -> Iterator[Stored]:
        """What every row holds, in all its columns."""
        names = [column.name for column in self.columns]
        for row in session.execute(f'SELECT {_listed(names)} FROM "{self.table}"'):
            yield dict(zip(names, row, strict=True))

    def put(self, session: Session, row: Stored) -> None:
        """Write columns as they are stored, the key among them: a new row, or what differs in the one that is there."""
        key = row[self.key]
        before = self.held(session, key, list(row))
        if before is None:
            self._insert(session, [row])
            self._note(session, key, dict.fromkeys(row), row)
            return
        changed = {name: new for name, new in row.items() if new != before[name]}
        if changed:
            places = ", ".join(f'"{name}" = ?' for name in changed)
            session.execute(f'UPDATE "{self.table}" SET {places} WHERE "{self.key}" = ?', (*changed.values(), key))
            self._note(session, key, before, changed)

    def _stored(self, value: Value) -> dict[str, Any]:
        return {name: cell for part in self._parts for name, cell in part.stored(getattr(value, part.name))}

    def _insert(self, session: Session, rows: Sequence[Stored]) -> None:
        if rows:
            names = list(rows[0])
            marks = ", ".join("?" * len(names))
            session.execute_each(
                f'INSERT INTO "{self.table}" ({_listed(names)}) VALUES ({marks})', [tuple(row.values()) for row in rows]
            )

    def _note(self, session: Session, key: object, before: Stored, after: Stored) -> None:
        for name in after:
            old, new = text_of(before[name]), text_of(after[name])
            if old != new:
                session.changes.append(Change(self.table, str(key), name, old, new))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
