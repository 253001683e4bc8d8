"""Tables that are asked for again and again, read once: the journal names each row that was changed since."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, TypeVar

from nmirf_desktop.storage import journal
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

Value = TypeVar("Value")
MANY = 500
"""From so many changed rows on, all is read again at once."""


class Remembered:
    """The values of some tables as a session's snapshot holds them, whichever window wrote them. For one thread."""

    def __init__(self, tables: Iterable[Rows[Any]]) -> None:
        self._tables = {rows.name: rows for rows in tables}
        self._values: dict[str, dict[str, Any]] = {}
        self._all: dict[str, tuple[Any, ...]] = {}
        self._sequence = 0

    def follow(self, session: Session) -> bool:
        """Bring the values to what a session holds; whether the journal has gone on since they were read."""
        last = journal.head(session)
        sequence = 0 if last is None else last.sequence
        if self._values and sequence == self._sequence:
            return False
        changed = journal.touched_since(session, self._sequence) if self._values else {}
        if not self._values or sequence < self._sequence or sum(map(len, changed.values())) >= MANY:
            self._values = {name: rows.by_key(rows.all(session)) for name, rows in self._tables.items()}
            self._all.clear()
        else:
            for name in changed.keys() & self._tables.keys():
                self._read_again(session, self._tables[name], changed[name])
        self._sequence = sequence
        return True

    def _read_again(self, session: Session, rows: Rows[Any], keys: set[str]) -> None:
        known, found = self._values[rows.name], rows.among(session, keys)
        in_order = not (found.keys() - known.keys())
        for key in keys - found.keys():
            known.pop(key, None)
        known.update(found)
        if not in_order:
            self._values[rows.name] = dict(sorted(known.items(), key=itemgetter(0)))
        self._all.pop(rows.name, None)

    def all(self, rows: Rows[Value]) -> tuple[Value, ...]:
        """All values of a table, in the order in which they were added; the same tuple until one of them changes."""
        if rows.name not in self._all:
            self._all[rows.name] = tuple(self._values[rows.name].values())
        return self._all[rows.name]
