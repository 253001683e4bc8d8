"""Copies of a register: whole, or not there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from nmirf_desktop.storage.errors import environment


def back_up(path: Path, target: Path) -> None:
    """Copy a register as it stands, through SQLite's own backup, under a temporary name until it is whole."""
    with environment(target):
        draft = target.with_name(f".{target.name}.part")
        try:
            with (
                closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
                closing(sqlite3.connect(draft)) as copy,
            ):
                source.backup(copy)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
