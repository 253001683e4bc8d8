"""The secretariat behind a screen under test: real services on a register of its own, empty or with a small network."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.screen import Screen
from tests import registers
from tests.registers import OPENS, Hand

_Screen = TypeVar("_Screen", bound=Screen)
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@contextmanager
def office(folder: Path, *, filled: bool = True) -> Iterator[Secretariat]:
    """The services on a fresh register; *filled* adds eight members, two observers and a meeting."""
    clock, path = Hand(NOON), folder / "register.nmirf"
    if filled:
        registers.networked(path)
    else:
        registers.fresh(path)
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        yield Secretariat(store, clock)


@contextmanager
def held(screen: _Screen) -> Iterator[_Screen]:
    """A screen that is gone, with all its parts, when the test is over: nothing of it hears another test's words."""
    try:
        yield screen
    finally:
        screen.close()
        shiboken6.delete(screen)


def hearing(screen: Screen, desk: Secretariat) -> None:
    """Let a screen hear what is committed, as the window does."""
    feed = ChangeFeed(screen)
    desk.store.subscribe(feed.announce)
    feed.changed.connect(screen.touched)


def shown(screen: Screen, on: datetime.date = OPENS) -> None:
    """Show a screen as of a day, listening to nothing but itself."""
    screen.show_as_of(on)
    screen.resize(1200, 800)
    screen.show()
    screen.activateWindow()
    QTest.qWait(1)
    QApplication.processEvents()


def press(screen: Screen, label: str) -> None:
    """Trigger the action of that label."""
    action = next(one for one in screen.actions() if one.label == label)
    assert isinstance(action, Action)
    assert action.isEnabled()
    action.trigger()
    QApplication.processEvents()


def type_into(widget: QWidget, text: str) -> None:
    """Type a text over what the widget holds."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def finish(widget: QWidget) -> None:
    """Press Ctrl+Enter in a widget."""
    QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def texts(widget: QWidget) -> str:
    """Everything that visible labels say inside a widget, links without their addresses."""
    for _ in range(3):
        QApplication.processEvents()
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(said for label in labels if (said := label.accessibleName() or label.text()))
