"""Values in, values out: the one mapping between a frozen value and the row that holds it.

A field of the value is a column of the same name, stored as its type says. A field that is a value itself, such as a
period or a text in three languages, is a column for each of its own fields.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import MISSING, dataclass, fields, is_dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.types import NullType, TypeEngine

from nmirf_desktop.domain.lengths import LONGEST, fitted
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import TAKEN_BACK, Problem, Refusal
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.storage import sqlite
from nmirf_desktop.storage.base import KEY, MADE, METADATA, Plain, text_of, type_of, without_none
from nmirf_desktop.storage.errors import ALTERED, StorageError
from nmirf_desktop.storage.session import Change, Session

Value = TypeVar("Value")
SomeKey = TypeVar("SomeKey", str, int)
Cells = Mapping[str, Any]
"""What a row, or a part of one, holds: its columns by their names."""
NOTHING: Cells = MappingProxyType({})
WANTED, DAY = "wanted", "day"
"""The parameters of a statement that is about one row, some rows, or a day; no column is called so."""
UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, Problem)
"""What the parts of a value raise where a row holds what this program did not write."""
_MOST_WANTED = 10_000
"""So many keys are asked for in one statement: SQLite takes 32,766 parameters at most."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of a value: its columns in a row from *start* on, and the class of a composed one."""

    name: str
    columns: tuple[sa.Column[Any], ...]
    start: int
    composed: type[Any] | None

    def cells(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Each column with its cell for the field's value."""
        if self.composed is None:
            yield self.columns[0].name, value
        else:
            for column, inner in zip(self.columns, fields(self.composed), strict=True):
                yield column.name, None if value is None else getattr(value, inner.name)


def _parts(value: type[Any], special: Mapping[str, sa.Column[Any]]) -> Iterator[_Part]:
    start = 0
    for field in fields(value):
        kind, null = without_none(field.type)
        composed = kind if isinstance(kind, type) and is_dataclass(kind) else None
        if composed is not None:
            columns = tuple(_columns(field.name, composed, null=null))
        else:
            column: sa.Column[Any] = special.get(field.name, sa.Column())
            column.name = column.name or field.name
            column.nullable = null
            if isinstance(column.type, NullType):
                column.type = KEY if field.name == "key" else type_of(kind)
            columns = (column,)
        yield _Part(field.name, columns, start, composed)
        start += len(columns)


def _columns(name: str, composed: type[Any], *, null: bool) -> Iterator[sa.Column[Any]]:
    """Those of a field that is a value itself: ``title_en``, ``title_fr`` …, but ``start`` and ``end`` of a period."""
    prefix = "" if composed is Period else f"{name}_"
    for inner in fields(composed):
        kind, empty = without_none(inner.type)
        default = None if inner.default in (MISSING, None) else str(inner.default)
        stored: TypeEngine[Any] = sa.Text() if composed is Trilingual and kind is str else type_of(kind)
        yield sa.Column(prefix + inner.name, stored, nullable=null or empty, server_default=default)


class Rows(Generic[Value]):
    """The rows of one table, read and written as frozen values; the value's first field is the row's key.

    *beside* are columns that are no field of the value, *unique* the columns that are unique together, *keys* how many
    of the first ones are the key; what else the type of a field does not say, *special* says by the field's name.
    """

    def __init__(
        self,
        name: str,
        value: type[Value],
        /,
        *,
        keys: int = 1,
        unique: tuple[str, ...] = (),
        beside: tuple[sa.Column[Any], ...] = (),
        **special: sa.Column[Any],
    ) -> None:
        self.name = name
        self.value = value
        self._parts = tuple(_parts(value, special))
        own = [column for part in self._parts for column in part.columns]
        for column in own[:keys]:
            column.primary_key, column.autoincrement = True, False
        self.table = sa.Table(name, METADATA, *own, *beside, *([sa.UniqueConstraint(*unique)] if unique else []))
        self.key = own[0].name
        self._column = {part.name: part.columns[0] for part in self._parts}
        self._names = [(part.name, part.columns[0].name) for part in self._parts]
        self._limited = [name for name, column in self._column.items() if name in LONGEST and column.info != MADE]
        composed = [(part.start, part.start + len(part.columns), part.composed) for part in reversed(self._parts)]
        self._composed = [(start, end, kind) for start, end, kind in composed if kind is not None]
        wanted = own[0] == sa.bindparam(WANTED)
        self._all = sa.select(*own).order_by(*own[:keys])
        self._narrowed: dict[tuple[str, ...], sa.Select[Any]] = {}
        plain = keys == 1 and isinstance(own[0].type, (sa.String, sa.Integer))
        self._key = attrgetter(self._parts[0].name) if plain else None
        self._after = self._all.where(own[0] > sa.bindparam(WANTED))
        self._among = self._all.where(own[0].in_(sa.bindparam(WANTED, expanding=True)))
        self._one = sa.select(*own).where(wanted)
        self._last = sa.select(*own).order_by(own[0].desc()).limit(1)
        stored: list[sa.ColumnClause[Any]] = [sa.column(one.name) for one in self.table.columns]
        self._held = sa.select(*stored).select_from(self.table)
        self._held_by_one = self._held.where(wanted)
        self._insert = self.table.insert().inline()
        self._update = self.table.update().where(wanted)
        self._delete = self.table.delete().where(wanted)

    def __repr__(self) -> str:
        return f"Rows({self.name})"

    def _made(self, row: Sequence[Any]) -> Value:
        """The value of a row; a field that is a value itself is ``None`` where its first column is empty."""
        if not self._composed:
            return self.value(*row)
        cells = list(row)
        for start, end, kind in self._composed:  # from the last one, so that the places of the others hold
            cells[start:end] = [None if cells[start] is None else kind(*cells[start:end])]
        return self.value(*cells)

    def _values(self, session: Session, statement: sa.Select[Any], wanted: Cells | None = None) -> list[Value]:
        """The values of the rows that a statement finds, all read at once; each raises as :meth:`_each`."""
        try:
            return list(map(self._made, session.connection.execute(statement, wanted).all()))
        except UNREADABLE as error:
            self._name_altered(session, error)
            raise

    def _each(self, session: Session, statement: sa.Select[Any], wanted: Cells | None = None) -> Iterator[Value]:
        """The values of the rows that a statement finds; ``StorageError`` names one that another program left."""
        try:
            yield from map(self._made, session.connection.execute(statement, wanted))
        except UNREADABLE as error:
            self._name_altered(session, error)
            raise

    def _name_altered(self, session: Session, error: Exception) -> None:
        """Say which row cannot be read, where it is one of this table."""
        row = next(self._unreadable(session), None)
        if row is not None:
            raise StorageError(ALTERED, {"table": self.name, "row": row}) from error

    def _unreadable(self, session: Session) -> Iterator[str]:
        for key in [held[self.key] for held in self.held_by_all(session)]:
            try:
                self._made(session.connection.execute(self._one, {WANTED: key}).one())
            except UNREADABLE:
                yield str(key)

    def readable(self, session: Session) -> Iterator[Value]:
        """The values of the rows that this program can read, where another one may have left some that it cannot."""
        for key in [held[self.key] for held in self.held_by_all(session)]:
            with suppress(*UNREADABLE):
                yield self._made(session.connection.execute(self._one, {WANTED: key}).one())

    def all(self, session: Session, **equal: object) -> tuple[Value, ...]:
        """All values, in the order in which they were added; *equal* narrows by fields, ``None`` to those without."""
        found = self._values(session, self._narrow(equal), equal)
        if equal and self._key is not None:
            found.sort(key=self._key)
        return tuple(found)

    def each(self, session: Session) -> Iterator[Value]:
        """The values of :meth:`all` one by one, of a table that may be too long to be held."""
        return self._each(session, self._all)

    def holding(self, session: Session, on: datetime.date, **equal: object) -> tuple[Value, ...]:
        """Those of :meth:`all` whose period holds on a day."""
        return self.all(session, **equal, **{DAY: on})

    def after(self, session: Session, key: str | int) -> tuple[Value, ...]:
        """The values that were added after that of a key."""
        return tuple(self._values(session, self._after, {WANTED: key}))

    def among(self, session: Session, keys: Iterable[SomeKey | None]) -> dict[SomeKey, Value]:
        """The values of some keys, by key in the order in which they were added; ``None`` is the key of none."""
        wanted = sorted({key for key in keys if key is not None})
        parts = (wanted[first : first + _MOST_WANTED] for first in range(0, len(wanted), _MOST_WANTED))
        name = self._parts[0].name
        found = (value for part in parts for value in self._each(session, self._among, {WANTED: part}))
        return {getattr(value, name): value for value in found}

    def by(self, session: Session, name: str, keys: Iterable[str]) -> dict[str, tuple[Value, ...]]:
        """For each of some keys, in their order, the values that have it in the field *name*, as they were added."""
        found: dict[str, list[Value]] = {key: [] for key in keys}
        wanted, statement = list(found), self._all.where(self._column[name].in_(sa.bindparam(WANTED, expanding=True)))
        for first in range(0, len(wanted), _MOST_WANTED):
            for value in self._each(session, statement, {WANTED: wanted[first : first + _MOST_WANTED]}):
                found[getattr(value, name)].append(value)
        return {key: tuple(values) for key, values in found.items()}

    def by_key(self, values: Iterable[Value]) -> dict[str, Value]:
        """Values by their keys."""
        name = self._parts[0].name
        return {getattr(value, name): value for value in values}

    def _narrow(self, equal: Mapping[str, object]) -> sa.Select[Any]:
        """The statement that finds the rows with these fields, and with a period that holds on :data:`DAY`.

        Those of a plain key are put in its order afterwards: SQLite would copy each with all its texts to sort them.
        """
        names = tuple(name if cell is not None else f"no {name}" for name, cell in equal.items())
        if names not in self._narrowed:
            ordered = self._all if not names or self._key is None else self._all.order_by(None)
            self._narrowed[names] = ordered.where(*(self._same(name, cell) for name, cell in equal.items()))
        return self._narrowed[names]

    def _same(self, name: str, cell: object) -> sa.ColumnElement[bool]:
        if name == DAY:
            start, end = self.table.c.start, self.table.c.end
            day: sa.BindParameter[Any] = sa.bindparam(DAY)
            return (start <= day) & (end.is_(None) | (end > day))
        return self._column[name].is_(None) if cell is None else self._column[name] == sa.bindparam(name)

    def between(self, session: Session, name: str, first: datetime.date, last: datetime.date) -> tuple[Value, ...]:
        """The values whose day in the field *name* is one of those from a *first* to a *last*, by their days."""
        column = self._column[name]
        statement = (
            self._all.order_by(None).where(column.between(first, last)).order_by(column, *self.table.primary_key)
        )
        return tuple(self._values(session, statement))

    def first(self, session: Session, **equal: object) -> Value | None:
        """The value that was added first of those that :meth:`all` gives, ``None`` where there is none."""
        return next(iter(self.all(session, **equal)), None)

    def find(self, session: Session, key: str) -> Value | None:
        """The value of a key, ``None`` where there is none."""
        return next(iter(self._values(session, self._one, {WANTED: key})), None)

    def last(self, session: Session) -> Value | None:
        """The value that was added last, ``None`` in an empty table."""
        return next(iter(self._values(session, self._last)), None)

    def get(self, session: Session, key: str) -> Value:
        """The value of a key that must be there; ``LookupError`` is a mistake of the program."""
        value = self.find(session, key)
        if value is None:
            raise LookupError(f"{self.name} {key}")
        return value

    def standing(self, session: Session, key: str) -> Value:
        """The value of a key that a verb was asked for; ``Refusal`` where it was taken back while it was shown."""
        value = self.find(session, key)
        if value is None:
            raise Refusal(TAKEN_BACK)
        return value

    def make_ready(self, session: Session, value: Value) -> None:
        """Have on disk what a value links to before anybody recorded it; most values link to nothing of the kind."""

    def save(self, session: Session, value: Value, **beside: Any) -> None:
        """Write a value: a new row, or the changed columns of the one with its key. *beside* are further columns.

        A text that is one line is written as one.

        Raises:
            Problem: a text in it is too long.
        """
        self.put(session, self._fitted(value) | beside)

    def append(self, session: Session, value: Value) -> None:
        """Write the row of a value whose key was just made, so that no row can have it; else as :meth:`save`."""
        self._begin(session, self._fitted(value))

    def _fitted(self, value: Value) -> dict[str, Any]:
        return self._cells(value, {name: fitted(name, getattr(value, name)) for name in self._limited})

    def add(self, session: Session, values: Iterable[Value]) -> None:
        """New rows that the journal does not note: its own."""
        rows = [self._cells(value) for value in values]
        if rows:
            session.connection.execute(self._insert, rows)

    def put(self, session: Session, cells: Cells) -> None:
        """Write cells, that of the key among them: a new row, or what differs in the one that is there."""
        key = cells[self.key]
        held = self.held(session, key)
        if held is None:
            self._begin(session, cells)
            return
        before = {name: text_of(held[name]) for name in cells}
        after = {name: self.text(name, cell) for name, cell in cells.items()}
        changed = [name for name in cells if before[name] != after[name]]
        if changed:
            sqlite.write(session.connection, self._update, {WANTED: key} | {name: cells[name] for name in changed})
        session.changes.extend(Change(self.name, key, name, before[name], after[name]) for name in changed)

    def _begin(self, session: Session, cells: Cells) -> None:
        """A new row, of which the journal notes what it holds."""
        sqlite.write(session.connection, self._insert, cells)
        texts = ((name, self.text(name, cell)) for name, cell in cells.items())
        key = cells[self.key]
        session.changes.extend(Change(self.name, key, name, None, text) for name, text in texts if text is not None)

    def remove(self, session: Session, key: str) -> None:
        """Remove the row of a key; nothing happens where there is none."""
        held = self.held(session, key)
        if held is not None:
            sqlite.write(session.connection, self._delete, {WANTED: key})
            before = {name: text_of(cell) for name, cell in held.items() if cell is not None}
            session.changes.extend(Change(self.name, key, name, text, None) for name, text in before.items())

    def held(self, session: Session, key: str) -> sa.RowMapping | None:
        """What the row of a key holds, as it is stored, in all its columns; ``None`` where there is none."""
        return session.connection.execute(self._held_by_one, {WANTED: key}).mappings().first()

    def held_by_all(self, session: Session) -> Iterable[sa.RowMapping]:
        """What every row holds, as it is stored, in all its columns."""
        return session.connection.execute(self._held).mappings()

    def text(self, name: str, cell: Any) -> str | None:
        """What a column stores for a cell, as the journal's text."""
        kind = self.table.columns[name].type
        return text_of(kind.store(cell) if isinstance(kind, Plain) and cell is not None else cell)

    def cell(self, name: str, text: str | None) -> Any:
        """A column's cell of the journal's text: the inverse of :meth:`text`, but for bytes."""
        kind = self.table.columns[name].type
        plain = kind.plain if isinstance(kind, Plain) else kind
        stored = int(text) if text is not None and isinstance(plain, sa.Integer) else text
        return kind.read(stored) if isinstance(kind, Plain) and stored is not None else stored

    def value_of(self, texts: Mapping[str, str | None]) -> Value:
        """The value of cells by their texts in the journal; one that is not among them is as in a row made before it.

        Such a column came later than the row went, so that no entry has it.
        """
        own = (column for part in self._parts for column in part.columns)
        return self._made([self.cell(one.name, texts[one.name] if one.name in texts else _default(one)) for one in own])

    def _cells(self, value: Value, instead: Cells = NOTHING) -> dict[str, Any]:
        """The cells of a value, with what stands *instead* of some of its fields."""
        if not self._composed:  # as of each line of the journal
            return {column: instead.get(name, getattr(value, name)) for name, column in self._names}
        held = [(part, instead.get(part.name, getattr(value, part.name))) for part in self._parts]
        return {name: cell for part, field in held for name, cell in part.cells(field)}


def _default(column: sa.Column[Any]) -> str | None:
    """The text that a row gets in a column which is added to it."""
    default = column.server_default
    return str(default.arg) if isinstance(default, sa.DefaultClause) and isinstance(default.arg, str) else None
