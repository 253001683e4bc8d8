"""The window of the sample register, and keys pressed in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.office import House, Office
from nmirf_desktop.ui.shell import Shell
from tests.ui import keyboard


@contextmanager
def opened(path: Path, shell: Shell, qtbot: QtBot) -> Iterator[Office]:
    """The window of a register as of the sample's day."""
    office = Office(shell, path, House(*[lambda *_arguments: None] * 7))
    office.window.resize(1200, 800)
    office.show()
    qtbot.waitUntil(lambda: office.window.shown is not None)
    office.window.activateWindow()
    qtbot.waitUntil(office.window.isActiveWindow)
    try:
        yield office
    finally:
        office.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def in_sight(part: QWidget) -> Iterator[QWidget]:
    """A widget and what stands in it in sight; nothing hidden is looked into, such as screens that were visited."""
    yield part
    for child in part.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield from in_sight(child)


def front(office: Office) -> None:
    """Give the window the keyboard: without a window manager it is easily lost."""
    office.window.activateWindow()
    assert QTest.qWaitForWindowActive(office.window)


def press(office: Office, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, wherever the keyboard is in the window."""
    front(office)
    keyboard.press(office.window, key, modifier)
