"""Rows of facts that are shown anew: the keyboard goes through them where they stand."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import N_, Language
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


def rows(*keys: str, number: int = 1) -> list[FactRow]:
    """A row for each key, with two links and an offer."""
    links = [(Link(f"{key} {number}", Place("members")), ", ", Link("more", Place("members", key))) for key in keys]
    return [FactRow(parts, key=key, offers=(OPEN,)) for key, parts in zip(keys, links, strict=True)]


def held() -> tuple[str, str]:
    """What the text says that has the keyboard, and the link in it that has."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, LinkedText), widget
    return widget.accessibleName(), widget.selectedText()


def go_to(shown: FactRows, key: str, tabs: int) -> None:
    """Put the keyboard on the text of a row, then so many links further."""
    body = shown.row_of(key)
    assert body is not None
    body.findChildren(LinkedText)[0].setFocus(Qt.FocusReason.OtherFocusReason)
    for _ in range(tabs):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_Tab)


@pytest.mark.parametrize("later", [False, True])
def test_rows_shown_anew_leave_the_keyboard_on_the_row_of_its_key(
    window: tuple[QLineEdit, FactRows, FactRows, QLineEdit], later: bool
) -> None:
    _, shown, _, last = window
    shown.show_rows(rows("a", "b", "c"))
    go_to(shown, "b", 1)
    assert held() == ("b 1, more", "more")
    show = shown.show_later if later else shown.show_rows
    show(rows("new", "a", "b", "c", number=2))
    QApplication.processEvents()
    assert held() == ("b 2, more", "more")
    show(rows("new", "a", "c", number=3))
    QApplication.processEvents()
    assert held() == ("c 3, more", "more")
    show([FactRow(("plain",), key="c"), *rows("d")])
    QApplication.processEvents()
    assert held() == ("d 1, more", "more")
    last.setFocus()
    show(rows("a", number=4))
    QApplication.processEvents()
    assert QApplication.focusWidget() is last


def test_an_action_that_shows_its_rows_anew_keeps_the_keyboard_and_acts_again(
    window: tuple[QLineEdit, FactRows, FactRows, QLineEdit],
) -> None:
    _, shown, _, _ = window
    done: list[int] = []

    def act() -> None:
        done.append(len(done))
        shown.show_rows([FactRow(("plain",), offers=(Offer(N_("Open"), act),), key="a")])

    act()
    go_to(shown, "a", 0)
    shown.findChildren(LinkedText)[-1].setFocus(Qt.FocusReason.TabFocusReason)
    for number in range(2, 4):
        widget = QApplication.focusWidget()
        assert isinstance(widget, LinkedText)
        if not widget.selectedText():
            QTest.keyClick(widget, Qt.Key.Key_Tab)
        QTest.keyClick(widget, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert len(done) == number
        assert held() == ("Open", "Open")


def test_rows_that_wait_are_shown_when_they_are_seen_and_walked_through(
    window: tuple[QLineEdit, FactRows, FactRows, QLineEdit], qtbot: QtBot
) -> None:
    first, shown, below, last = window
    below.show_rows([FactRow((Link("below", Place("members")),))])
    shown.show_later([FactRow((Link(f"row {number}", Place("members")),)) for number in range(8)])
    assert shown.row_of("") is None
    qtbot.waitUntil(lambda: shown.row_of("") is not None)
    assert walk(first, last, Qt.Key.Key_Tab) == [*(f"row {number}" for number in range(8)), "below"]


def test_rows_that_look_as_before_stay_and_do_what_the_new_ones_do(
    window: tuple[QLineEdit, FactRows, FactRows, QLineEdit],
) -> None:
    _, above, _, _ = window
    done: list[int] = []
    stops: list[QWidget | None] = []
    for number in (1, 2):
        above.show_rows([FactRow(("plain",), key="one", offers=(Offer(OPEN.label, partial(done.append, number)),))])
        QApplication.processEvents()
        stops.append(above.first_stop("one"))
    first, second = stops
    assert isinstance(second, LinkedText)
    assert first is second
    second.hold(0)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert done == [2]
    above.commands()[0].act()
    assert done == [2, 2]


def test_rows_that_look_as_before_are_read_in_another_language(
    window: tuple[QLineEdit, FactRows, FactRows, QLineEdit], language: CurrentLanguage
) -> None:
    _, above, _, _ = window
    for spoken in (Language.EN, Language.FR, Language.EN):
        language.switch(spoken)
        above.show_rows([FactRow(("plain",), key="one", offers=(OPEN,))])
        QApplication.processEvents()
        stop = above.first_stop("one")
        assert stop is not None
        assert stop.accessibleName() == language.words.gettext(OPEN.label)
    assert language.words.gettext(OPEN.label) == "Open"
