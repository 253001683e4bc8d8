"""Rows of facts that are shown anew: the keyboard goes through them where they stand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place


def nothing() -> None:
    """An action that does nothing."""


OPEN = Offer(N_("Open"), nothing)


@pytest.fixture
def window(qtbot: QtBot, language: CurrentLanguage) -> Iterator[tuple[QLineEdit, FactRows, FactRows, QLineEdit]]:
    window = QWidget()
    qtbot.addWidget(window)
    parts = (QLineEdit(), FactRows(language), FactRows(language), QLineEdit())
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield parts
    window.close()


def walk(start: QWidget, end: QWidget, key: Qt.Key) -> list[str]:
    """What has the keyboard on the way from *start* to *end*; a link and the text that it is in are one."""
    start.setFocus()
    met: list[str] = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)
        widget = QApplication.focusWidget()
        if widget is end:
            return met
        assert isinstance(widget, LinkedText)
        met += [widget.accessibleName()] if widget.accessibleName() not in met else []
    raise AssertionError(met)


def test_rows_shown_anew_are_met_between_what_stands_around_them(
    window: tuple[QLineEdit, FactRows, FactRows, QLineEdit],
) -> None:
    first, above, below, last = window
    below.show_rows([FactRow((Link("later", Place("members")),))])
    for number in (1, 2):
        rows = [FactRow(("plain",), offers=(OPEN,)), FactRow((Link(f"Ghana {number}", Place("members")),))]
        above.show_rows(rows)
        QApplication.processEvents()
    assert walk(first, last, Qt.Key.Key_Tab) == ["Open", "Ghana 2", "later"]
    assert walk(last, first, Qt.Key.Key_Backtab) == ["later", "Ghana 2", "Open"]
