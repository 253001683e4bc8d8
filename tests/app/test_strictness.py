"""What makes a test fail that would otherwise pass: each is done on purpose, to see it fail."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = """
import logging
import socket
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning


def test_quiet():
    pass


def test_a_warning():
    warnings.warn("old", DeprecationWarning)


def test_a_file_left_open():
    Path(__file__).open()


def test_a_warning_of_qt(qtbot):
    qWarning("wrong")


def test_a_warning_in_the_log():
    logging.getLogger("any").warning("wrong")


def test_an_exception_in_a_slot(qtbot):
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)


@pytest.mark.xfail(reason="works again")
def test_a_defect_that_is_gone():
    pass
"""


def test_each_of_these_fails(tmp_path: Path) -> None:
    (tmp_path / "test_faults.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml")]
    command += ["-p", "no:cacheprovider", "--rootdir", str(tmp_path), "-q", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    # The log is judged when the test is over, which pytest calls an error.
    assert done.stdout.splitlines()[-1].startswith("5 failed, 2 passed, 1 error"), done.stdout
