"""The locks by which SQLite knows that somebody has a register open, held anew before each write.

POSIX drops all locks of a process on a file as soon as it closes any descriptor of it, and a file dialog closes one for
every file that it lists. Another program then takes itself for the last that has the register open, and removes the log
that this one still writes to (https://www.sqlite.org/howtocorrupt.html, 2.2). What SQLite believes to hold is taken
again here, at the same places of the same files (https://www.sqlite.org/src/file/src/os_unix.c): a lock belongs to the
process, whoever in it takes it.
"""

import os
import sys
import time
from pathlib import Path

if sys.platform != "win32":
    import fcntl

SHARED = (0x40000002, 510)
"""Begin and length of what everybody who has the file open has locked."""
FIRST_USER = (128, 1)
"""The same of the index of its log."""
PATIENCE = 5.0
"""So many seconds another program may take to close the file."""
PAUSE = 0.002


class Grip:
    """The locks on a register that is open for writing, and on the index of its log. Windows keeps its locks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: dict[tuple[int, int], int] = {}
        self._open(path, SHARED)
        self.index_began()

    def index_began(self) -> None:
        """Note that SQLite has made another index, after the one before was removed."""
        before = self._held.pop(FIRST_USER, None)
        if before is not None:
            os.close(before)
        self._open(self._path.with_name(f"{self._path.name}-shm"), FIRST_USER)

    def _open(self, file: Path, place: tuple[int, int]) -> None:
        if sys.platform != "win32":
            self._held[place] = os.open(file, os.O_RDWR)

    def renew(self) -> bool:
        """Take the locks again; whether no other program was in the way for too long."""
        end = time.monotonic() + PATIENCE
        return all(_locked(descriptor, place, end) for place, descriptor in self._held.items())

    def release(self) -> None:
        """Close the files, which gives up the locks: only when SQLite has closed its own."""
        for descriptor in self._held.values():
            os.close(descriptor)
        self._held.clear()


def _locked(descriptor: int, place: tuple[int, int], end: float) -> bool:
    """Whether a part of a file could be locked, for reading, until a time."""
    start, length = place
    while True:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, length, start)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > end:
                return False
            time.sleep(PAUSE)
        else:
            return True
