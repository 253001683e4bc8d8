"""Values in, values out: the one mapping between a frozen value and the row that holds it.

A record declares a column (or a composite) for each field of its value, under the same name; nothing else is needed.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import CompositeProperty, Session

from nmirf_desktop.storage.base import Record

Value = TypeVar("Value")


class Rows(Generic[Value]):
    """The rows of one table, read and written as frozen values."""

    def __init__(self, record: type[Record], value: type[Value]) -> None:
        self.record = record
        self.value = value
        self._names = tuple(field.name for field in fields(value))  # type: ignore[arg-type]

    def __repr__(self) -> str:
        return f"Rows({self.record.__name__})"

    @cached_property
    def _fields(self) -> tuple[tuple[int, int, Callable[..., Any] | None], ...]:
        """For each field of the value: where its columns begin and end in a row, and the class of a composite."""
        places, start = [], 0
        for name in self._names:
            attribute = inspect(self.record).attrs[name]
            composed = isinstance(attribute, CompositeProperty)
            end = start + (len(attribute.columns) if composed else 1)
            places.append((start, end, attribute.composite_class if composed else None))
            start = end
        return tuple(places)

    @cached_property
    def _query(self) -> Select[Any]:
        """Plain columns: a value needs no tracked entity, and a vote reads all its positions at each answer."""
        mapper = inspect(self.record)
        wanted: list[Any] = []
        for name in self._names:
            attribute = mapper.attrs[name]
            parts = attribute.props if isinstance(attribute, CompositeProperty) else [attribute]
            wanted += [part.class_attribute for part in parts]
        return select(*wanted).order_by(*mapper.primary_key)

    def _made(self, row: Sequence[Any]) -> Value:
        """The value of a row of plain columns; a composite all of whose columns are empty is ``None``."""
        given = []
        for start, end, composite in self._fields:
            if composite is None:
                given.append(row[start])
                continue
            parts = row[start:end]
            given.append(None if all(part is None for part in parts) else composite(*parts))
        return self.value(*given)

    def all(self, session: Session, **equal: object) -> tuple[Value, ...]:
        """All values, in the order in which they were added; *equal* narrows by columns."""
        query = self._query.filter_by(**equal) if equal else self._query
        return tuple(self._made(row) for row in session.execute(query))

    def find(self, session: Session, key: str) -> Value | None:
        """The value of a key, ``None`` where there is none."""
        row = session.execute(self._query.where(inspect(self.record).primary_key[0] == key)).first()
        return None if row is None else self._made(row)

    def get(self, session: Session, key: str) -> Value:
        """The value of a key that must be there; ``LookupError`` is a mistake of the program."""
        value = self.find(session, key)
        if value is None:
            raise LookupError(f"{self.record.__tablename__} {key}")
        return value

    def save(self, session: Session, value: Value, **beside: Any) -> None:
        """Write a value: a new row, or the changed columns of the one with its key. *beside* are further columns."""
        given = {name: getattr(value, name) for name in self._names} | beside
        key = getattr(value, inspect(self.record).primary_key[0].key or "key")
        row = session.get(self.record, key)
        if row is None:
            session.add(self.record(**given))
            return
        for name, new in given.items():
            if getattr(row, name) != new:
                setattr(row, name, new)

    def remove(self, session: Session, key: str) -> None:
        """Remove the row of a key; nothing happens where there is none."""
        row = session.get(self.record, key)
        if row is not None:
            session.delete(row)
