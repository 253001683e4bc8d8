"""Screens are loaded beside the window while nobody types, and the program ends in the midst of it."""

import subprocess
import sys

import pytest

from nmirf_desktop.paths import bundled

PROGRAM = """
import gc, sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from nmirf_desktop.ui import collected_at_rest
from nmirf_desktop.ui.screens_ahead import ScreensAhead

collected_at_rest.REST = 200
application = QApplication([])
line = QLineEdit()
line.show()
line.activateWindow()
QTest.qWaitForWindowActive(line)
rest = collected_at_rest.CollectedAtRest(application)
ahead = ScreensAhead(rest, application)


def screens():
    return {name for name in sys.modules if name.startswith("nmirf_desktop.ui.screens.")}
"""
LOADED = """
def look():
    if not ahead._left and ahead.isFinished() and gc.isenabled():
        application.quit()

looking = QTimer(interval=50)
looking.timeout.connect(look)
looking.start()
ahead.go_on()
application.exec()
from babel import localedata
assert {"en_GB", "fr", "es"} <= set(localedata._cache)
named = {f"nmirf_desktop.ui.screens.{name}" for name in ("session", "minutes", "members", "documents", "session_vote")}
assert named <= screens(), named - screens()
assert gc.get_freeze_count()
"""
ENDED = """
def look():
    if screens():
        application.quit()

looking = QTimer(interval=0)
looking.timeout.connect(look)
looking.start()
ahead.go_on()
application.exec()
assert ahead.isFinished()
assert "nmirf_desktop.ui.screens.texts" not in sys.modules
"""
TYPED = """
collected_at_rest.REST = 1_500
QTest.qWait(1_600)
assert rest.rests
for _ in range(40):
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    ahead.go_on()
    QTest.qWait(20)
assert (screens(), ahead.isRunning()) == (set(), False)
assert len(line.text()) == 40
ahead.let_go()
"""


MADE = """
import threading
made = []

def make():
    made.append((threading.current_thread() is threading.main_thread(), bool(ahead._left), rest.rests, gc.isenabled()))
    (application.quit if len(made) == 2 else lambda: ahead.then(make))()

ahead.then(make)
ahead.go_on()
application.exec()
assert made == [(True, False, True, True)] * 2, made
"""


@pytest.mark.parametrize(
    "then",
    [LOADED, ENDED, TYPED, MADE],
    ids=["to the end", "the program ends", "somebody types", "something is made"],
)
def test_screens_and_words_are_loaded_while_nobody_types(then: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + then],
        cwd=bundled("resources").parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
