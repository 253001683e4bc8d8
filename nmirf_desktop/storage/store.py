"""The register: one SQLite file, read in snapshots and written in journalled transactions.

``Store.read()`` and ``Store.write()`` are the only ways in; nothing else commits.
"""

import datetime
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout
from sqlalchemy import Engine

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.search import Asked
from nmirf_desktop.storage import errors, journal, search, sqlite
from nmirf_desktop.storage.errors import environment, refusal
from nmirf_desktop.storage.grip import Grip
from nmirf_desktop.storage.inspection import hold, inspect_file, let_go, log_of, same_file, writable
from nmirf_desktop.storage.sealed import check_sealed
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

__all__ = ["Announce", "Moment", "Session", "Store", "utc_now"]

Announce = Callable[[Changes], None]
Moment = Callable[[], datetime.datetime]
"""A clock: the moment with its zone."""


def utc_now() -> datetime.datetime:
    """The moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Store:
    """One open register. *author* is the function at the keyboard, *announce* is told after each commit."""

    def __init__(self, path: Path, *, author: str = "", clock: Moment = utc_now) -> None:
        self.path = path
        self.author = author
        self.read_only = False
        self.last_saved: datetime.datetime | None = None
        self.opened_at = 0
        """The last entry that was there when the register was opened: what came later is of this session."""
        self._clock = clock
        self._listeners: list[Announce] = []
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), blocking=False)
        self._engine: Engine | None = None
        self._copy = ""
        self._revision = 0
        self._log: tuple[int, int] | None = None
        self._grip: Grip | None = None
        self._after = ExitStack()
        self._finder = search.Finder()
        self._zone: ZoneInfo | None = None
        """Where days are counted, known from the first write on: before it, and to read only, another may change it."""

    def now(self) -> datetime.datetime:
        """The moment, by the clock of the register."""
        return self._clock()

    def day_of(self, at: datetime.datetime) -> datetime.date:
        """The day of a moment where the secretariat counts its days (``Organisation.time_zone``)."""
        zone = self._zone
        if zone is None:
            with self.read() as session:
                zone = _zone_of(session)
        return at.astimezone(zone).date()

    def open(self, *, read_only: bool = False, prepare: Callable[[], object] = lambda: None) -> "Store":
        """Open the file: for writing where no other window has it and the place allows, else to read only.

        *prepare* is done before the register is written, when no other window can write it any more: one of an older
        schema is migrated then (``services.opening``).
        """
        inspect_file(self.path)
        immutable = not writable(self.path)
        self.read_only = read_only or immutable
        with environment(self.path), ExitStack() as failing:
            failing.callback(self._let_go)
            if not self.read_only:
                self._claim()
                prepare()
            self._revision = inspect_file(self.path)
            self._engine = sqlite.reader(self.path, immutable=immutable) if self.read_only else sqlite.writer(self.path)
            failing.callback(sqlite.close, self._engine)
            hold(self.path)
            failing.callback(let_go, self.path)
            with self.read() as session:
                last = journal.head(session)
                self._copy = last.copy if last is not None else str(uuid.uuid4())
                self.opened_at = last.sequence if last is not None else 0
                self._log = same_file(log_of(self.path))
            if not self.read_only:
                self._grip = Grip(self.path)
                failing.callback(self._grip.release)
                self._index()
            failing.pop_all()
        return self

    def _claim(self) -> None:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise refusal(errors.BUSY, self.path) from error

    def _index(self) -> None:
        """Bring the search's index up to date, which another program may have left behind."""
        with self.read() as session:
            if search.current(session, session.connection):
                return
        with environment(self.path), sqlite.transaction(self._connected(), alone=True) as connection:
            search.bring_up_to_date(Session(connection), connection)
            connection.commit()

    def find(self, session: Session, asked: Asked, most: int) -> tuple[search.Matches, ...]:
        """What a typed text is met in of what a session reads, by kinds, the *most* best of each."""
        return self._finder.find(session, asked, most)

    def subscribe(self, listener: Announce) -> None:
        """Be told, after each commit, which subjects it touched."""
        self._listeners.append(listener)

    @property
    def revision(self) -> str:
        """The schema revision that entries carry."""
        return f"{self._revision:04d}"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one snapshot; whatever it would change is rolled back."""
        with environment(self.path), sqlite.transaction(self._connected()) as connection:
            yield Session(connection)

    @contextmanager
    def write(self, verb: str, *subjects: Subject, undoes: int | None = None) -> Iterator[Session]:
        """One transaction: rows and journal entry are committed together, then announced; or nothing is changed."""
        if self.read_only:
            raise refusal(errors.READ_ONLY, self.path)
        self._keep_the_log()
        with environment(self.path), sqlite.transaction(self._connected(), alone=True) as connection:
            session = Session(connection)
            self._zone = self._zone or _zone_of(session)
            yield session
            check_sealed(session)
            signature = journal.Signature(self.author, self._copy, self.revision, self._clock())
            sequence = journal.write(session, verb, signature, undoes=undoes)
            search.keep(session, ((change.table, change.row) for change in session.changes))
            connection.commit()
        self._keep_the_log()
        if any(change.table == ORGANISATION.name for change in session.changes):
            self._zone = None
        if sequence is not None:
            self.last_saved = signature.at
            changes = frozenset(subjects)
            for listener in self._listeners:
                listener(changes)

    def _keep_the_log(self) -> None:
        """Hold the register's locks, and see that its log still has its name; where not, bring home what it says.

        Another program removed it that closed the register last, as it believed (:mod:`nmirf_desktop.storage.grip`).
        """
        with environment(self.path):
            if self._grip is None or not self._grip.renew():
                raise refusal(errors.BUSY, self.path)
            if self._log == same_file(log_of(self.path)):
                return
            if not sqlite.bring_home(self._connected()):
                raise refusal(errors.BUSY, self.path)
            with self.read() as session:
                journal.head(session)
            self._log = same_file(log_of(self.path))
            self._grip.index_began()

    def settle(self) -> None:
        """Bring the file itself up to date while it stays open, so that a copy of it alone is whole."""
        if self._engine is not None and not self.read_only:
            with environment(self.path):
                sqlite.write_home(self._engine)

    def close(self) -> None:
        """Leave one file behind: checkpoint the log, leave WAL mode, free the lock.

        While another window reads the register, its log stays beside it until that one is closed too.
        """
        if self._engine is None:
            return
        try:
            sqlite.close(self._engine)
            let_go(self.path)
            if self._grip is not None:
                self._grip.release()
                self._grip = None
            if not self.read_only:
                with environment(self.path):
                    sqlite.leave_wal(self.path)
        finally:
            self._let_go()

    def after_closing(self, act: Callable[[], object]) -> None:
        """Do something once the register is closed, such as removing a temporary copy."""
        self._after.callback(act)

    def _let_go(self) -> None:
        self._engine = None
        self._finder.close()
        self._unlock()
        self._after.close()

    def _unlock(self) -> None:
        """Free the lock and remove its file, first where that can be: once free, the file may be another window’s."""
        if not self._lock.is_locked:
            return
        file = Path(self._lock.lock_file)
        with suppress(PermissionError):  # Windows keeps a file that is open
            file.unlink(missing_ok=True)
        self._lock.release()
        if sys.platform == "win32":
            with suppress(PermissionError):
                file.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connected(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the register is not open")
        return self._engine


def _zone_of(session: Session) -> ZoneInfo | None:
    """Where the secretariat counts its days; ``None``, the machine's place, until a register has its organisation."""
    found = ORGANISATION.find(session, "organisation")
    return None if found is None else ZoneInfo(found.time_zone)
