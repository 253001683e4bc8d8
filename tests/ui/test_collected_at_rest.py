"""All that was made is looked through for garbage once keys and mouse rest, and not in the midst of a key."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui import collected_at_rest
from nmirf_desktop.ui.collected_at_rest import DUE, CollectedAtRest

OLDEST = 2
LETTERS = (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_D)
USUAL = gc.get_threshold()


@pytest.fixture
def looked(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Which generations are looked through while it is at work, with a short rest."""
    usual, seen = gc.get_threshold(), list[int]()
    gc.freeze()
    gc.collect()  # what is made from now on is much beside what Python still looks through
    monkeypatch.setattr(collected_at_rest, "REST", 40)

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            seen.append(told["generation"])

    at_rest = CollectedAtRest(qapp)
    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    shiboken6.delete(at_rest)
    gc.set_threshold(*usual)


def line(qtbot: QtBot) -> QLineEdit:
    """A line in a window that has the keyboard."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.hasFocus)
    return made


def much_made() -> list[list[int]]:
    """As much, to be kept, as lets Python look through all that was made of itself."""
    young, middle, _ = USUAL
    return [list[int]() for _ in range(young * middle * DUE * 2)]


def test_what_is_made_in_the_midst_of_typing_lets_nobody_wait(qtbot: QtBot, looked: list[int]) -> None:
    written = line(qtbot)
    kept = []
    for letter in LETTERS:
        QTest.keyClick(written.windowHandle(), letter)
        kept.append(much_made())
    assert written.text() == "adopted"
    assert OLDEST not in looked


def test_it_is_looked_through_once_nobody_types(qtbot: QtBot, looked: list[int]) -> None:
    written = line(qtbot)
    kept = much_made()
    QTest.keyClick(written.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: OLDEST in looked)
    assert looked.count(OLDEST) == 1
    assert kept


def test_where_little_was_made_nothing_is_looked_through(qtbot: QtBot, looked: list[int]) -> None:
    written = line(qtbot)
    gc.collect()
    looked.clear()
    QTest.mouseClick(written.windowHandle(), Qt.MouseButton.LeftButton)
    qtbot.wait(120)
    assert OLDEST not in looked


def test_where_the_collector_is_off_it_stays_off(qtbot: QtBot, looked: list[int]) -> None:
    written = line(qtbot)
    kept = much_made()
    gc.disable()
    try:
        QTest.keyClick(written.windowHandle(), Qt.Key.Key_A)
        qtbot.wait(120)
        assert OLDEST not in looked
        assert kept
    finally:
        gc.enable()
