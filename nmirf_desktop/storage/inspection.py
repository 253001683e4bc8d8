"""What a file is, before it is opened: without the tables, so that a window can ask before it is painted."""

import os
from collections import Counter
from pathlib import Path

from nmirf_desktop.storage import errors
from nmirf_desktop.storage.errors import environment, refusal

APPLICATION_ID = 0x4E4D4952
"""SQLite's application id of a register: "NMIR"."""
VERSIONS = Path(__file__).parent / "migrations" / "versions"
"""Where the migrations are."""


_held: Counter[Path] = Counter()


def hold(path: Path) -> None:
    """Note that this process has a register open; see :func:`inspect_file`."""
    _held[path.resolve()] += 1


def let_go(path: Path) -> None:
    """Note that this process has closed a register once."""
    _held[path.resolve()] -= 1


def newest_revision() -> int:
    """The schema revision of this program: the highest numbered migration, found without importing Alembic."""
    return max(int(path.name[:4]) for path in VERSIONS.glob("[0-9][0-9][0-9][0-9]_*.py"))


def inspect_file(path: Path) -> int:
    """The schema revision of the register at *path*; :class:`StorageError` where it is none that can be opened.

    One that this process has open is of this program's schema, and is not touched: POSIX drops all locks of a process
    on a file as soon as it closes any descriptor of it.
    """
    if _held[path.resolve()]:
        return newest_revision()
    with environment(path):
        start = _start(path)
        if not start.startswith(b"SQLite format 3\0"):
            raise refusal(errors.NOT_A_REGISTER, path)
        page = int.from_bytes(start[16:18], "big") or 1
        pages = int.from_bytes(start[28:32], "big")
        if path.stat().st_size < (65536 if page == 1 else page) * pages and not _beside(path, "-wal").exists():
            raise refusal(errors.DAMAGED, path)
        if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
            raise refusal(errors.NOT_A_REGISTER, path)
        revision = int.from_bytes(start[60:64], "big")
    if revision > newest_revision():
        raise refusal(errors.NEWER, path)
    return revision


def _start(path: Path) -> bytes:
    """The first bytes of what may be a register: of a file, since a pipe or a device would never end."""
    try:
        if path.is_dir():
            raise refusal(errors.FOLDER, path)
        if not path.exists():
            raise refusal(errors.MISSING, path)
        if not path.is_file():
            raise refusal(errors.NOT_A_REGISTER, path)
        with path.open("rb") as file:
            return file.read(100)
    except PermissionError as error:
        raise refusal(errors.UNREADABLE, path) from error


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def log_of(path: Path) -> Path:
    """Where the log of a register lies that was not closed: what was saved last may be in it alone."""
    return _beside(path, "-wal")


def same_file(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name, or that there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def writable(path: Path) -> bool:
    """Whether a register in this place can be written: its file, and new files beside it."""
    probe = _beside(path, ".probe")
    try:
        if _held[path.resolve()]:
            if not os.access(path, os.W_OK):
                return False
        else:
            with path.open("r+b"):
                pass
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True
