"""Work beside the window: what the window waits for while it runs."""

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.ui.jobs import Jobs


@pytest.fixture
def usual() -> Iterator[float]:
    """How long Python lets a thread go on that another one waits for, put back afterwards."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    yield 0.005
    sys.setswitchinterval(before)


def waited(times: int = 40) -> float:
    """For how many seconds a thread that lets go of the interpreter some times waits for one that reckons on."""
    over = threading.Event()

    def reckon() -> None:
        while not over.is_set():
            sum(range(500))

    beside = threading.Thread(target=reckon)
    beside.start()
    began = time.perf_counter()
    for _ in range(times):
        time.sleep(0)  # as for each row that is read from the register
    taken = time.perf_counter() - began
    over.set()
    beside.join()
    return taken


def test_what_runs_beside_the_window_lets_it_go_on(qapp: QApplication, usual: float) -> None:
    """A key that is saved lets go of the interpreter for each statement: it waited a turn of 5 ms each time."""
    before = min(waited() for _ in range(3))
    Jobs(qapp)
    assert sys.getswitchinterval() < usual
    assert min(waited() for _ in range(3)) < before / 2
