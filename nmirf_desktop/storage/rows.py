"""Values in, values out: the one mapping between a frozen value and the row that holds it.

A record declares a column (or a composite) for each field of its value, under the same name; nothing else is needed.
"""

from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

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

    def _value(self, row: Record) -> Value:
        return self.value(**{name: getattr(row, name) for name in self._names})

    def all(self, session: Session, **equal: object) -> tuple[Value, ...]:
        """All values, in the order in which they were added; *equal* narrows by columns."""
        query = select(self.record).order_by(*inspect(self.record).primary_key)
        if equal:
            query = query.filter_by(**equal)
        return tuple(self._value(row) for row in session.scalars(query))

    def find(self, session: Session, key: str) -> Value | None:
        """The value of a key, ``None`` where there is none."""
        row = session.get(self.record, key)
        return None if row is None else self._value(row)

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
