"""What is saved stays, though the system drops a process's locks as soon as it closes any descriptor of the file.

File dialogs look into every file that they list: after that, another program believes that nobody has the register
open, and SQLite in it removes the register's log when it closes.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Store

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.storage.inspection import inspect_file, writable
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Store

path = Path(sys.argv[1])
store = Store(path).open()
for line in sys.stdin:
    match line.split():
        case ["look"]:
            for one in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                if one.exists():
                    one.open("rb").close()
        case ["inspect"]:
            inspect_file(path)
            writable(path)
        case ["save", prefix]:
            with store.write("change", Subject.SETTINGS) as session:
                before = ORGANISATION.get(session, "organisation")
                ORGANISATION.save(session, replace(before, symbol_prefix=prefix))
    print("done", flush=True)
"""


class Window:
    """A process that has the register open for writing, and does what it is told."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def tell(self, what: str) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(what, file=self._process.stdin, flush=True)
        assert self._process.stdout.readline() == "done\n"

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


def read_by_ours(path: Path) -> None:
    with Store(path).open(read_only=True) as store, store.read() as session:
        ORGANISATION.get(session, "organisation")


def read_by_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT count(*) FROM organisation").fetchone()


READERS = [read_by_ours, read_by_another_program]


def prefix(path: Path) -> str:
    with Store(path).open(read_only=True) as store, store.read() as session:
        return ORGANISATION.get(session, "organisation").symbol_prefix


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its locks")
@pytest.mark.parametrize("read", READERS)
def test_a_log_that_another_program_removed_loses_nothing(register: Path, read: Callable[[Path], None]) -> None:
    window = Window(register)
    try:
        window.tell("save FIRST")
        window.tell("look")
        read(register)
        window.tell("save SECOND")
        window.tell("look")
        read(register)
        read(register)
        window.tell("save THIRD")
    finally:
        window.kill()
    assert prefix(register) == "THIRD"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its locks")
def test_asking_what_an_open_register_is_gives_up_no_lock(register: Path) -> None:
    window = Window(register)
    try:
        window.tell("save FIRST")
        window.tell("inspect")
        with closing(sqlite3.connect(register, timeout=0)) as connection, pytest.raises(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        window.kill()
    assert prefix(register) == "FIRST"


def test_who_only_reads_never_removes_the_log(register: Path) -> None:
    window = Window(register)
    try:
        window.tell("save FIRST")
        window.tell("look")
        read_by_ours(register)
        assert Path(f"{register}-wal").stat().st_size > 0
    finally:
        window.kill()
    assert prefix(register) == "FIRST"
