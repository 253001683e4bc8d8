"""A transaction as the storage sees it: statements, and the differences that they made."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row before and after, as stored text (``None``: the row or the value is not there)."""

    table: str
    row: str
    field: str
    before: str | None
    after: str | None


class Session:
    """One transaction on one connection. What :class:`~.rows.Rows` writes is noted in *changes* for the journal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.changes: list[Change] = []

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that a statement answers, all of them."""
        return self._connection.execute(statement, values).fetchall()

    def execute_each(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for each of many rows."""
        self._connection.executemany(statement, rows)

    @contextmanager
    def as_it_lies(self) -> Iterator[None]:
        """Read also text that is none, as another program may have left it: each byte by its number."""
        self._connection.text_factory = lambda written: written.decode("utf-8", "backslashreplace")
        try:
            yield
        finally:
            self._connection.text_factory = str

    def commit(self) -> None:
        """Keep what was written, on the disk."""
        self._connection.commit()


class Connections:
    """The connections to one file. Each serves one transaction at a time, in any thread, and is kept."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._idle: list[sqlite3.Connection] = []
        self._closed = False

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction on one snapshot; what is not committed in it is rolled back."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            connection.execute("BEGIN")
            yield Session(connection)
        finally:
            connection.rollback()
            if self._closed:
                connection.close()
            else:
                self._idle.append(connection)

    def close(self) -> None:
        """Close what is idle now, and the others when their transaction is over."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
