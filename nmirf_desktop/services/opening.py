"""Making, opening and migrating a register: what happens before there is a store."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import bundled
from nmirf_desktop.storage import errors, journal
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.storage.errors import environment, refusal
from nmirf_desktop.storage.inspection import inspect_file, log_of, newest_revision, writable
from nmirf_desktop.storage.sqlite import leave_wal
from nmirf_desktop.storage.states import ORGANISATION, STATES
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now


def create(path: Path, *, author: str = "", specimen: bool = False, clock: Moment = utc_now) -> None:
    """Make an empty register of the 193 States at *path*; complete or not there at all."""
    with environment(path):
        if path.is_dir():
            raise refusal(errors.FOLDER, path)
        if path.exists():
            raise refusal(errors.EXISTS, path)
        if not path.parent.is_dir():
            raise refusal(errors.NO_FOLDER, path)
    from nmirf_desktop.storage.migrations import migrate

    draft = path.with_name(f".{path.name}.part")
    try:
        with environment(path):
            draft.unlink(missing_ok=True)
            migrate(draft)
            with (
                Store(draft, author=author, clock=clock).open() as store,
                store.write(N_("new register"), Subject.STATES) as session,
            ):
                for state in parse_states(bundled("resources/states.csv").read_text(encoding="utf-8")):
                    STATES.save(session, state)
                ORGANISATION.save(session, Organisation(network=NETWORK_NAME, specimen=specimen))
            draft.rename(path)
    finally:
        for left in path.parent.glob(f".{path.name}.part*"):
            left.unlink(missing_ok=True)


def open_register(path: Path, *, author: str = "", read_only: bool = False, clock: Moment = utc_now) -> Store:
    """Open a register, migrated where it is of an older version (with a backup first, and no other window in it).

    In a place that cannot be written, an older register is read through a migrated temporary copy, and so is one that
    was left with its log.
    """
    older, fixed = inspect_file(path) < newest_revision(), not writable(path)
    if (older and (read_only or fixed)) or (fixed and log_of(path).exists()):
        return _open_a_copy(path, author, clock)
    store = Store(path, author=author, clock=clock)
    return store.open(read_only=read_only, prepare=lambda: _bring_forward(path, author, clock))


def _open_a_copy(path: Path, author: str, clock: Moment) -> Store:
    with environment(path), ExitStack() as kept:
        copy = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="nmirf-"))) / path.name
        if writable(path):
            back_up(path, copy)
        else:
            shutil.copyfile(path, copy)
            if log_of(path).exists():
                shutil.copyfile(log_of(path), log_of(copy))
                leave_wal(copy)
        if inspect_file(copy) < newest_revision():
            _migrate(copy, author, clock)
        store = Store(copy, author=author, clock=clock).open(read_only=True)
        store.after_closing(kept.pop_all().close)
    return store


def _bring_forward(path: Path, author: str, clock: Moment) -> None:
    """Migrate a register of an older schema; one that another window has migrated meanwhile stays as it is."""
    if inspect_file(path) < newest_revision():
        back_up(path, path.with_name(f"{path.stem}.before-{newest_revision():04d}{path.suffix}"))
        _migrate(path, author, clock)


def _migrate(path: Path, author: str, clock: Moment) -> None:
    """Bring a register to this program's schema, and say so in its journal."""
    from nmirf_desktop.storage.migrations import migrate

    def sign(session: Session) -> None:
        last = journal.head(session)
        copy = last.copy if last is not None else ""
        signature = journal.Signature(author, copy, f"{newest_revision():04d}", clock())
        journal.write(session, N_("migration"), signature, always=True)

    with environment(path):
        migrate(path, sign=sign)
