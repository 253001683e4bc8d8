"""Attached files shown in the system's own programs: copies in a private folder, to be read and not to be changed.

Only documents are shown. A script, a program, a link or a web page would be run by what opens it, or would reach out
to the network; so would a workbook or a text with macros by its kind. They can be saved as copies.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from nmirf_desktop.domain.attachments import Attachment
from nmirf_desktop.domain.filenames import suffix_of
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attachments import Attachments
from nmirf_desktop.services.files import digest
from nmirf_desktop.services.origin import mark_as_from_outside
from nmirf_desktop.storage.errors import StorageError

PREFIX, LOCK = "nmirf-view-", ".in-use"
DOCUMENTS = frozenset(
    {
        ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".heif",
        ".txt", ".csv", ".rtf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".eml",
    }
)  # fmt: skip
"""The ends of the names of what is shown; all else is saved as a copy first."""
NOT_SHOWN = N_(
    "“{name}” is not opened from the register: a file of this kind may do more than show itself. "
    "It is safe where it is; save a copy and open that only if you know where it comes from."
)
NO_ROOM = N_("“{name}” cannot be written to the system’s temporary folder. It is safe in the register; save a copy.")


class Viewing:
    """The folder of the copies that are shown, made with the first of them, until :meth:`close`."""

    def __init__(self, attachments: Attachments) -> None:
        self._attachments = attachments
        self._folder: Path | None = None
        self._lock: FileLock | None = None

    def copy(self, file: Attachment) -> Path:
        """A copy of a file that can only be read, under its own name; one that is there and unchanged is used again.

        Raises:
            Refusal: the file is none of the documents that are shown.
            StorageError: there is no room for it, or its content was altered.
        """
        if suffix_of(file.name) not in DOCUMENTS:
            raise Refusal(NOT_SHOWN, {"name": file.name})
        content = self._attachments.content(file.key)
        try:
            place = next(place for place in self._places(file) if not place.exists() or _holds(place, file.content))
            if not place.exists():
                place.parent.mkdir(mode=0o700, exist_ok=True)
                place.write_bytes(content)
                mark_as_from_outside(place)
                place.chmod(0o400)
        except OSError as error:
            raise StorageError(NO_ROOM, {"name": file.name}) from error
        return place

    def _places(self, file: Attachment) -> Iterator[Path]:
        """Where a copy may lie: in the first folder of its own that nobody has changed what lies in."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
            self._lock = FileLock(self._folder / LOCK, blocking=False)
            self._lock.acquire()
        number = 0
        while True:
            number += 1
            yield self._folder / f"{file.content[:12]}-{number}" / file.name

    def close(self) -> None:
        """Remove the folder with all its copies; what another program still holds open goes at the next start."""
        if self._folder is not None and self._lock is not None:
            _remove(self._folder, self._lock)
        self._folder = self._lock = None


def sweep() -> None:
    """Remove what copies are left of programs that were killed: folders that nobody has in use."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError, Timeout):
            if not _ours(folder) or not (folder / LOCK).is_file():
                continue
            lock = FileLock(folder / LOCK, blocking=False)
            lock.acquire()
            _remove(folder, lock)


def _ours(folder: Path) -> bool:
    """Whether a folder is this user's own: in one that somebody else prepared, nothing is opened or removed."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def _remove(folder: Path, lock: FileLock) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.name != LOCK:
            with suppress(OSError):  # a viewer on Windows has it open
                path.chmod(0o600)
                path.unlink()
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)


def _holds(path: Path, content: str) -> bool:
    return path.is_file() and digest(path.read_bytes()) == content
