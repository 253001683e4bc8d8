"""A start: the frame is painted before the register's libraries are loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples

ROOT = Path(__file__).parents[2]
# Starts the window on a register, and says which libraries are there when it is first painted, and when Home stands.
PROGRAM = """
import json, sys
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget
from nmirf_desktop import app

WATCHED = "sqlalchemy", "sqlalchemy.orm", "alembic"


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.window() is window:
            loaded.append([name for name in WATCHED if name in sys.modules])
        return False


register, preferences = sys.argv[1:]
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, preferences)
loaded = []
application, main = app.begin([register])
window = next(one for one in application.topLevelWidgets() if isinstance(one, QMainWindow))
watch = Watch()
application.installEventFilter(watch)
while window.shown is None:
    application.processEvents()
print(json.dumps([loaded[0], [name for name in WATCHED if name in sys.modules]]))
QTimer.singleShot(0, window.close)
application.exec()
"""


def test_the_frame_is_painted_before_the_registers_libraries_are_loaded(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    register = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    command = [sys.executable, "-c", PROGRAM, str(register), str(tmp_path / "preferences")]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[], ["sqlalchemy"]]
