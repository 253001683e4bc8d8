"""Files that the user chose, dropped or pasted: read whole into memory, or not at all."""

import os
import stat
from pathlib import Path

from nmirf_desktop.domain.attachments import LARGEST, check_size
from nmirf_desktop.domain.filenames import safe_name
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_

GONE = N_("“{name}” is not there any more. It was not attached; check whether it was moved or renamed.")
FOLDER = N_("“{name}” is a folder. It was not attached; choose the files in it.")
NO_FILE = N_("“{name}” is no file but a part of the system. It was not attached; choose another file.")
CLOSED = N_("“{name}” cannot be read. It was not attached; check the rights of the file and the medium.")
WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that is opened so does not wait for somebody to write; where there are two kinds of files, bytes are read."""


def read_file(path: Path) -> tuple[str, bytes]:
    """A file's name, made safe, and its bytes. A link is followed; the size is seen before the first byte is read.

    Raises:
        Problem: it is not there, no regular file, unreadable, empty or too large.
    """
    name = safe_name(written(path.name))
    values = {"name": name}
    try:
        _check_kind(path.stat(), values)
        with os.fdopen(os.open(path, os.O_RDONLY | WAITING), "rb") as file:
            found = os.fstat(file.fileno())
            _check_kind(found, values)
            check_size(name, found.st_size)
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Problem(GONE, values) from error
    except (OSError, ValueError) as error:
        raise Problem(CLOSED, values) from error
    check_size(name, len(content))
    return name, content


def written(name: str) -> str:
    """A name as it can be written: bytes that are no text here are taken for those of an old Windows."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("cp1252", "replace")
    return name


def _check_kind(found: os.stat_result, values: dict[str, str]) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Problem(FOLDER, values)
    if not stat.S_ISREG(found.st_mode):
        raise Problem(NO_FILE, values)
