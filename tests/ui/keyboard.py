"""Keys as they come from the desktop: to the window that has the keyboard, where an open list has them first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def _window(widget: QWidget) -> QWindow:
    focused: QWindow | None = QGuiApplication.focusWindow()
    window = focused if focused is not None else widget.window().windowHandle()
    assert window is not None
    return window


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key; without a window that has the keyboard, to that of the widget."""
    QTest.keyClick(_window(widget), key, modifier)
    QApplication.processEvents()


def write(widget: QWidget, text: str) -> None:
    """Letters (ASCII), wherever the keyboard is."""
    for letter in text:
        QTest.keyClick(_window(widget), ord(letter))
    QApplication.processEvents()
