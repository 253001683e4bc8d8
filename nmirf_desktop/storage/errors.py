"""What the environment refuses: a full disk, a file in use, a place that cannot be written, a file that is no register.

Each says in one sentence what happened, that nothing was lost, and what to do.
"""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from nmirf_desktop.domain.refusals import say
from nmirf_desktop.i18n import N_, Catalog

MISSING = N_("There is no register at “{file}”. Nothing was changed; check the name, or make a new register.")
FOLDER = N_("“{file}” is a folder, not a register. Nothing was changed; choose the register’s file.")
NOT_A_REGISTER = N_("“{file}” is not a register of this program. It was not changed; choose another file.")
DAMAGED = N_(
    "The register “{file}” is damaged or incomplete. It was not changed; restore the last good backup, "
    "and keep this file for examination."
)
NEWER = N_(
    "The register “{file}” was written by a newer version of the program. "
    "It was not changed; update the program to open it."
)
READ_ONLY = N_("“{file}” cannot be written here. Nothing was changed; copy the register to a folder of your own.")
FULL = N_("The disk is full. What was saved before is safe, this change was not made; free some space and try again.")
BUSY = N_("Another window has the register “{file}” open. Nothing was changed; close it there, then try again.")
EXISTS = N_("“{file}” exists already and was not changed; choose another name.")
NAME_TOO_LONG = N_("The name “{file}” is too long for this disk. Nothing was changed; choose a shorter one.")
NO_FOLDER = N_("The folder of “{file}” does not exist. Nothing was changed; make the folder first, or choose another.")
ALTERED = N_(
    "What stands in table {table}, row {row} was not written by this program. Nothing was changed; "
    "restore the last good backup, and keep this file for examination."
)
UNREADABLE = N_("“{file}” cannot be read. Nothing was changed; check the rights of the file and the medium.")


@dataclass(eq=False)
class StorageError(Exception):
    """The environment says no; *message* is a marked constant."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said_in(self, words: Catalog) -> str:
        """The refusal as a sentence or two."""
        return say(words, self.message, self.values)


def refusal(message: str, path: Path) -> StorageError:
    """A refusal that names the file; a place without a name, such as ".", is called as it is in full."""
    return StorageError(message, {"file": path.name or str(path.resolve())})


_BY_CODE = {
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": UNREADABLE,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_NOTADB": NOT_A_REGISTER,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_IOERR": UNREADABLE,
}
_GONE = ("no such table", "no such column", "Could not decode to UTF-8")
"""What SQLite says where another program was in the file: its tables are the program's own, and so are its texts."""
_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOENT: MISSING,
    errno.ENAMETOOLONG: NAME_TOO_LONG,
    errno.EIO: UNREADABLE,
    errno.EISDIR: FOLDER,
    errno.ENOTDIR: NO_FOLDER,
}


def from_sqlite(error: sqlite3.Error, path: Path) -> StorageError | None:
    """The refusal behind an error of SQLite's, ``None`` where it is a bug of ours."""
    name = getattr(error, "sqlite_errorname", None)
    if str(error).startswith(_GONE):
        return refusal(DAMAGED, path)
    if not isinstance(name, str):
        return None
    for code, message in _BY_CODE.items():
        if name == code or name.startswith(f"{code}_"):
            return refusal(message, path)
    return None


@contextmanager
def environment(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system refuse into a :class:`StorageError` about *path*."""
    try:
        yield
    except sqlite3.Error as error:
        known = from_sqlite(error, path)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        message = _BY_ERRNO.get(error.errno or 0)
        if message is None:
            raise
        raise refusal(message, path) from error
