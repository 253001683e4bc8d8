"""A canary for PySide6: 6.12.0 on Python 3.11 loses a reference at each emit and aborts after some 600 of them."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal()
    told = Signal(bool)

application = QCoreApplication([])
bell, heard = Bell(), []
bell.told.connect(heard.append)
for _ in range(10_000):
    bell.rung.emit()
    bell.told.emit(True)
assert len(heard) == 10_000 and all(heard)
print("alive")
"""


def test_twenty_thousand_emits_are_survived() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")
