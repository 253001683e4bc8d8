"""Making, opening and migrating a register: what happens before there is a store."""

import shutil
import tempfile
from pathlib import Path

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import bundled
from nmirf_desktop.storage import errors
from nmirf_desktop.storage.backup import back_up
from nmirf_desktop.storage.errors import environment, refusal
from nmirf_desktop.storage.inspection import inspect_file, newest_revision, writable
from nmirf_desktop.storage.states import ORGANISATION, STATES
from nmirf_desktop.storage.store import Moment, Store, utc_now


def create(path: Path, *, author: str = "", specimen: bool = False, clock: Moment = utc_now) -> None:
    """Make an empty register of the 193 States at *path*; complete or not there at all."""
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
    """Open a register, migrated where it is of an older version (with a backup first).

    In a place that cannot be written, an older register is read through a migrated temporary copy.
    """
    revision = inspect_file(path)
    if revision < newest_revision():
        if read_only or not writable(path):
            folder = tempfile.TemporaryDirectory(prefix="nmirf-")
            copy = Path(folder.name) / path.name
            with environment(path):
                shutil.copyfile(path, copy)
            _migrated(copy, author, clock).close()
            store = Store(copy, author=author, clock=clock).open(read_only=True)
            store.after_closing(folder.cleanup)
            return store
        back_up(path, path.with_name(f"{path.stem}.before-{newest_revision():04d}{path.suffix}"))
        return _migrated(path, author, clock)
    return Store(path, author=author, clock=clock).open(read_only=read_only)


def _migrated(path: Path, author: str, clock: Moment) -> Store:
    """Bring a register to this program's schema, and say so in its journal."""
    from nmirf_desktop.storage.migrations import migrate

    with environment(path):
        migrate(path)
    store = Store(path, author=author, clock=clock).open()
    store.note("migration")
    return store
