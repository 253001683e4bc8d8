"""Work beside the window: what the window waits for while it runs."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.ui.jobs import TURN, Jobs


@pytest.fixture
def usual() -> Iterator[float]:
    """How long Python lets a thread go on that another one waits for, put back afterwards."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    yield 0.005
    sys.setswitchinterval(before)


def test_what_runs_beside_the_window_lets_it_go_on(qapp: QApplication, usual: float) -> None:
    """A key that is saved lets go of the interpreter for each statement: it waited a turn of 5 ms each time."""
    Jobs(qapp)
    assert sys.getswitchinterval() == pytest.approx(TURN)
    assert usual > TURN
