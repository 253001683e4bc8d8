"""Screens are loaded beside the window while nobody types, and the program ends in the midst of it."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.paths import bundled
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest
from nmirf_desktop.ui.screens_ahead import ScreensAhead

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest
from nmirf_desktop.ui.screens_ahead import ScreensAhead
application = QApplication([])
ahead = ScreensAhead(CollectedAtRest(application), application)
ahead.start()
"""
LOADED = """
ahead.finished.connect(application.quit)
application.exec()
from babel import localedata
assert {"en_GB", "fr", "es"} <= set(localedata._cache)
named = {f"nmirf_desktop.ui.screens.{name}" for name in ("session", "minutes", "members", "documents", "session_vote")}
assert named <= set(sys.modules), named - set(sys.modules)
"""
LEFT = """
QTimer.singleShot(20, application.quit)
application.exec()
assert ahead.isFinished()
assert "nmirf_desktop.ui.screens.texts" not in sys.modules
"""


@pytest.mark.parametrize("then", [LOADED, LEFT], ids=["to the end", "the program ends meanwhile"])
def test_screens_and_words_are_loaded(then: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + then],
        cwd=bundled("resources").parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def rest(qapp: QApplication) -> Iterator[CollectedAtRest]:
    usual = gc.get_threshold()
    made = CollectedAtRest(qapp)
    yield made
    shiboken6.delete(made)
    gc.set_threshold(*usual)


def test_while_somebody_types_nothing_is_loaded(rest: CollectedAtRest, qapp: QApplication, qtbot: QtBot) -> None:
    written = QLineEdit()
    qtbot.addWidget(written)
    written.show()
    written.activateWindow()
    qtbot.waitUntil(written.hasFocus)
    QTest.keyClick(written.windowHandle(), Qt.Key.Key_A)
    ahead = ScreensAhead(rest, qapp)
    ahead.start()
    assert not ahead.wait(300), "it waits for a rest"
    assert not rest.rests
    ahead.requestInterruption()
    assert ahead.wait(5_000)
    shiboken6.delete(ahead)
    gc.unfreeze()
