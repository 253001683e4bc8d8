"""What holds for every test: no screen, no user's files, no connection, one language of the system, a quiet log."""

import atexit
import gc
import logging
import os
import shutil
import sys
import tempfile
import zoneinfo
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

MEMORY = Path("/dev/shm")  # noqa: S108  (each file below it is made by tempfile or pytest, under a name of its own)
ENOUGH = 4 * 2**30
"""Bytes that must be free there: ample for what a run has of registers and documents at one time."""


def _write_to_memory() -> None:
    """Let temporary files lie in memory where the system has a file system there with room, unless told where.

    Each test writes a register as safely as the program does: on a disk it waits for it longer than for anything else.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ENOUGH:
        return
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None  # what was asked for before this file was read


_write_to_memory()
_HOME = Path(tempfile.mkdtemp(prefix="nmirf-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)


def _isolate(home: Path) -> None:
    """Point everything that the program or Qt asks the system for at a folder of this process's own."""
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_DOCUMENTS_DIR": home / "documents",
        "XDG_RUNTIME_DIR": home / "runtime",
        "XDG_STATE_HOME": home / "state",
    }
    for name, folder in folders.items():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    # Set before Qt is imported. The offscreen platform has no theme, so that a desktop's settings change nothing.
    os.environ.update(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", LANG="C.UTF-8", TZ="UTC", PYTHONUTF8="1")
    os.environ["PYTHONTZPATH"] = ""  # as the program: the time zones of its own libraries, not the system's
    zoneinfo.reset_tzpath(to=())
    for name in ("LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "NO_COLOR"):
        os.environ.pop(name, None)


def _refuse_connections(event: str, arguments: tuple[object, ...]) -> None:
    """Fail where something looks a host up or connects: neither the program nor its tests need to."""
    if event in {"socket.getaddrinfo", "socket.gethostbyname"} or (
        event in {"socket.connect", "socket.sendto", "socket.bind"} and isinstance(arguments[1], tuple)
    ):
        raise ConnectionRefusedError(f"{event} {arguments[1:]!r}")


_isolate(_HOME)
sys.addaudithook(_refuse_connections)

# The same examples every time in CI; elsewhere new ones, for the sake of what they find.
hypothesis.settings.register_profile("ci", derandomize=True, print_blob=True, deadline=None)
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Look for no garbage while modules are read, as the program while it starts: nearly all of it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave modules and the tests themselves, which stay to the end, out of what the collector walks through."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Give them back, so that the interpreter ends as ever."""
    gc.unfreeze()


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a log record of a warning or worse; one that expects it looks and calls ``clear()``."""
    yield
    loud = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not loud, f"unexpected in the log: {loud}"


_modules: list[str] = []
"""The modules with tests of Qt that have begun; the last one runs."""
OFTEN = 8
"""After so many of them all that stays is looked through as well."""


@pytest.fixture(autouse=True)
def swept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Delete after each test of Qt what it closed and let go of the mouse: a screen left over would hear the next one.

    What modules before it left, and what the first test of a module made that stays, is looked through once for some
    modules, not after each test: of some thousand tests that would take most of the time.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPushButton

    qapp = request.getfixturevalue("qapp")
    first = _modules[-1:] != [request.module.__name__]
    if first:
        _modules.append(request.module.__name__)
        if not len(_modules) % OFTEN:
            gc.unfreeze()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        gc.freeze()
    yield
    if qapp.mouseButtons() is not Qt.MouseButton.NoButton:  # else no later test would follow what has the keyboard
        QTest.mouseClick(QPushButton(), Qt.MouseButton.LeftButton)
    qapp.clipboard().clear()  # a QMimeData made in Python must not outlive it: the exit would crash
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    if first:
        gc.freeze()
