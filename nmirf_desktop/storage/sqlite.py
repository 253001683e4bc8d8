"""What is SQLite's own: how a file is opened, how its transactions begin, how it is left.

Transactions are begun as SQLAlchemy's documentation of its SQLite dialect advises: the driver begins none by itself,
the engine's event does.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

FOREIGN_KEYS = "foreign_keys=ON"
READING = (FOREIGN_KEYS, "query_only=ON")
ALONE = "nmirf_alone"
"""The option of a connection whose transactions write."""
DEFERRED = "nmirf_deferred"
"""What a connection notes while its transaction checks links at its end."""
WRITING = (FOREIGN_KEYS, "journal_mode=WAL", "synchronous=FULL")
"""A commit is on the disk before it is acknowledged."""


class OneDialect(SQLiteDialect_pysqlite):
    """SQLite's dialect, the same in each engine: what was compiled for one register serves the next one, too."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneDialect)

    def __hash__(self) -> int:
        return hash(OneDialect)


registry.register("sqlite.nmirf", __name__, OneDialect.__name__)
COMPILED: dict[Any, Any] = {}
"""What SQLAlchemy made of each statement in this process: a few hundred of them, as the program words them all."""


def reader(path: Path, *, immutable: bool) -> sa.Engine:
    """An engine that reads a file; an *immutable* one as it lies, without a file beside it.

    It is never the one that merges and removes the log: a window that seems gone may still write to it.
    """
    return _engine(path, READING, mode="ro", immutable="1") if immutable else _engine(path, READING, mode="ro")


def writer(path: Path) -> sa.Engine:
    """An engine that reads and writes a file that is there."""
    return _engine(path, WRITING, mode="rw")


def migrator(path: Path) -> sa.Engine:
    """An engine that makes or alters the tables of a file, alone with it from the beginning of its transaction.

    Alembic words its statements anew each time, of tables of their own: they are not kept.
    """
    engine = _engine(path, ("foreign_keys=OFF",), mode="rwc")
    engine.update_execution_options(compiled_cache=None)
    return engine


def in_memory() -> sa.Engine:
    """An engine of one connection that holds its database in memory, for whichever thread has it."""
    return sa.create_engine("sqlite://", poolclass=sa.StaticPool, connect_args={"check_same_thread": False})


def _engine(path: Path, pragmas: tuple[str, ...], **query: str) -> sa.Engine:
    url = sa.URL.create("sqlite+nmirf", database=path.resolve().as_uri(), query={"uri": "true", **query})
    engine = sa.create_engine(
        url,
        connect_args={"isolation_level": None, "timeout": 5},
        pool_use_lifo=True,
        execution_options={"compiled_cache": COMPILED},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(ALONE) else "BEGIN")

    return engine


@contextmanager
def transaction(engine: sa.Engine, *, alone: bool = False) -> Iterator[sa.Connection]:
    """One transaction on one snapshot; what is not committed in it is rolled back. SQLite's errors are its own.

    *alone* it writes, from its beginning: what it reads is not changed until it is committed.
    """
    try:
        with engine.connect().execution_options(**{ALONE: alone}) as connection:
            try:
                yield connection
            except sa.exc.DBAPIError:
                _roll_back(connection)
                raise
            finally:
                _check_at_once(connection)
    except sa.exc.DBAPIError as error:
        raise error.orig or error from None


def _check_at_once(connection: sa.Connection) -> None:
    """Let links be checked at once again after a transaction that put it off, by statements that are made anew.

    SQLite itself stops putting it off at the end of a transaction, but keeps what it made of the statements until then:
    an insertion of those would leave its row behind when its link is refused.
    """
    if not connection.closed and connection.info.pop(DEFERRED, False):
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.rollback()
            driver.execute("PRAGMA defer_foreign_keys=OFF")


def _roll_back(connection: sa.Connection) -> None:
    """End the transaction of a commit that was refused, as for a link to nothing: SQLite leaves it open.

    SQLAlchemy takes it for ended, and the next transaction of the connection could not begin.
    """
    if not connection.closed and (driver := connection.connection.driver_connection) is not None:
        driver.rollback()


def bring_home(engine: sa.Engine) -> bool:
    """Write all that is in the log into the file itself, and close what is idle; whether nothing was in the way."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        busy, _in_the_log, _written = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    engine.dispose()
    return not busy


def write_home(engine: sa.Engine) -> None:
    """Write what is in the log into the file itself, as far as nobody reads what was before; the log stays."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def write(connection: sa.Connection, statement: sa.Executable, cells: Mapping[str, Any]) -> None:
    """Write a row; a link to one that is not there yet is checked at the commit, as are all after it.

    SQLite is told so only then: by this pragma it forgets what it made of every statement, and would make it anew for
    each key of a roll call.
    """
    try:
        connection.execute(statement, cells)
    except sa.exc.IntegrityError as error:
        if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.info[DEFERRED] = True
        connection.execute(statement, cells)


@contextmanager
def as_it_lies(connection: sa.Connection) -> Iterator[None]:
    """Read also text that is none, as another program may have left it: each byte by its number."""
    driver: Any = connection.connection.driver_connection
    driver.text_factory = lambda written: written.decode("utf-8", "backslashreplace")
    try:
        yield
    finally:
        driver.text_factory = str


def objects(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """What is in the file but its indexes and SQLite's own tables: the kind and the name of each."""
    found = connection.exec_driver_sql("SELECT type, name FROM sqlite_schema WHERE type <> 'index'")
    yield from ((kind, name) for kind, name in found if not str(name).startswith("sqlite_"))


def broken(error: sa.exc.DBAPIError) -> bool:
    """Whether SQLite does not find what it reads as it was made; a full disk and a file in use are in the way only."""
    code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH}


def damage(connection: sa.Connection, derived: str) -> list[str]:
    """What SQLite's own check of the file finds, but of the *derived* table, which can be made anew."""
    try:
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    except sa.exc.DBAPIError as error:  # one of the derived table may end it
        if not broken(error):
            raise
        tables = [name for kind, name in objects(connection) if kind == "table" and name != derived]
        checks = (connection.exec_driver_sql(f'PRAGMA integrity_check("{name}")').scalars() for name in tables)
        found = [line for check in checks for line in check]
    return [str(line) for line in found if line != "ok" and not str(line).endswith(f".{derived}")]


def close(engine: sa.Engine) -> None:
    """Close what is idle now, and the others when their transaction is over."""
    event.listen(engine.pool, "checkin", lambda connection, _record: connection.close())
    engine.dispose()


def leave_wal(path: Path) -> None:
    """One file again, unless another window reads it."""
    with closing(sqlite3.connect(path, timeout=0.2, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
