"""Links in a sentence, by keys: Tab and Shift+Tab reach each one and lead on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.links import Link, LinkedText, listed
from nmirf_desktop.ui.places import Place


@pytest.mark.parametrize("before", ["", "Kept: "])
def test_tab_and_shift_tab_walk_through_links_and_on(qtbot: QtBot, before: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, links, last = QLineEdit(), LinkedText(), QLineEdit()
    links.show_parts([before, *listed([Link(name, Place("home", name)) for name in ("one", "two")], " · ")])
    column = QVBoxLayout(page)
    for part in (first, links, last):
        column.addWidget(part)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    last.setFocus()

    def walk(key: Qt.Key, modifier: Qt.KeyboardModifier, steps: int) -> list[str]:
        seen = []
        for _ in range(steps):
            at = QApplication.focusWidget()
            assert at is not None
            QTest.keyClick(at, key, modifier)
            here = QApplication.focusWidget()
            seen.append(links.selectedText() if here is links else "first" if here is first else "last")
        return [place for place in seen if place]

    back = walk(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, 4)
    assert back[:3] == ["two", "one", "first"]
    first.setFocus()
    assert walk(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, 3) == ["one", "two", "last"]


def test_the_link_that_has_the_keyboard_is_framed_where_it_stands(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    before, links = QLineEdit(), LinkedText()
    names = [f"the link number {number}" for number in range(12)]
    links.show_parts(listed([Link(name, Place("home", name)) for name in names], " · "))
    column = QVBoxLayout(page)
    for part in (before, links):
        column.addWidget(part)
    page.resize(300, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert links.link_held() == []
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    gone: list[str] = []
    links.asked.connect(lambda place: gone.append(place.key))
    for name in names:
        assert links.selectedText() == name
        boxes = links.link_held()
        assert boxes
        for box in boxes:  # a press in the middle of the frame is one on that link
            QTest.mouseMove(links, box.center().toPoint())
            QTest.mouseClick(links, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
            assert gone.pop() == name
        if name != names[-1]:
            QTest.keyClick(links, Qt.Key.Key_Tab)
