"""Files and places that are no register which can be opened, each made from a sound one."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from nmirf_desktop.storage.inspection import newest_revision


def _execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def _copy(sound: Path, path: Path, statement: str) -> None:
    shutil.copyfile(sound, path)
    _execute(path, statement)


def _overwrite(sound: Path, path: Path, start: int) -> None:
    """Rubbish in the pages from one on, as a stick that dies leaves it."""
    content = bytearray(sound.read_bytes())
    for place in range(start, len(content), 4096):
        content[place : place + 200] = b"\xff" * 200
    path.write_bytes(content)


BAD: Mapping[str, Callable[[Path, Path], object]] = {
    "missing": lambda _sound, _path: None,
    "folder": lambda _sound, path: path.mkdir(),
    "text": lambda _sound, path: path.write_text("minutes"),
    "empty": lambda _sound, path: path.write_bytes(b""),
    "pipe": lambda _sound, path: os.mkfifo(path),
    "foreign": lambda _sound, path: _execute(path, "CREATE TABLE t (a)"),
    "truncated": lambda sound, path: path.write_bytes(sound.read_bytes()[:200_000]),
    "first page lost": lambda sound, path: path.write_bytes(
        sound.read_bytes()[:100] + bytes(3996) + sound.read_bytes()[4096:]
    ),
    "pages lost": lambda sound, path: _overwrite(sound, path, 4096),
    "newer": lambda sound, path: _copy(sound, path, f"PRAGMA user_version={newest_revision() + 1}"),
    "a table dropped": lambda sound, path: _copy(sound, path, "DROP TABLE membership"),
    "a word of another program": lambda sound, path: _copy(sound, path, "UPDATE membership SET kind = 'associate'"),
    "a day of another program": lambda sound, path: _copy(sound, path, "UPDATE meeting SET opens_on = 'soon'"),
    "text that is none": lambda sound, path: _copy(sound, path, "UPDATE state SET short_en = CAST(x'ff' AS TEXT)"),
}
"""By its name, how to make each at a path from a sound register."""
