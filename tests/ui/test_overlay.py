"""A message over the page never covers the row or the line that the keyboard is on, nor the head of the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.overlay import Overlay
from nmirf_desktop.ui.theme import role

ROWS = 60


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    yield window
    window.close()


def over(window: QWidget, part: QWidget, qtbot: QtBot) -> QFrame:
    """The message over a window of one part, which has the keyboard; not shown yet."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)
    message = QFrame()
    QVBoxLayout(message).addWidget(QLabel("Refused."))
    message.hide()
    Overlay(message, window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    part.setFocus()
    QApplication.processEvents()
    return message


@pytest.fixture
def table() -> QTableView:
    table = QTableView()
    model = QStandardItemModel(ROWS, 1, table)
    for number in range(ROWS):
        model.setItem(number, 0, QStandardItem(f"row {number}"))
    table.setModel(model)
    return table


def row(table: QTableView) -> QRect:
    """Where the row stands in the window that the keyboard is on."""
    seen = table.visualRect(table.currentIndex())
    return QRect(table.viewport().mapTo(table.window(), seen.topLeft()), seen.size())


def test_each_row_is_seen_under_a_message_that_appears(window: QWidget, table: QTableView, qtbot: QtBot) -> None:
    message = over(window, table, qtbot)
    heights = set()
    for number in range(table.rowAt(table.viewport().height() - 1) + 1):
        table.setCurrentIndex(table.model().index(number, 0))
        message.hide()
        message.show()
        QApplication.processEvents()
        assert not message.geometry().intersects(row(table)), number
        assert message.y() >= window.height() // 3, "what the page is about stands at its head"
        heights.add(message.y())
    assert len(heights) > 1


def test_the_verb_of_a_card_is_seen_under_a_message(window: QWidget, table: QTableView, qtbot: QtBot) -> None:
    """“Some rows are in error” lay over the button that takes the others in."""
    part, verb = QWidget(), QPushButton("Take in")
    column = QVBoxLayout(part)
    column.addWidget(table)
    column.addWidget(verb)
    role(verb, "primary")
    message = over(window, part, qtbot)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    message.show()
    QApplication.processEvents()
    place = QRect(verb.mapTo(window, verb.rect().topLeft()), verb.size())
    assert not message.geometry().intersects(place)
    table.setCurrentIndex(table.model().index(table.rowAt(table.viewport().height() - 1), 0))
    QApplication.processEvents()
    assert not message.geometry().intersects(place)
    assert not message.geometry().intersects(row(table))
    verb.setEnabled(False)
    table.setCurrentIndex(table.model().index(0, 0))
    QApplication.processEvents()
    assert message.geometry().intersects(place), "one that cannot be pressed is in nobody’s way"


def test_a_message_gives_way_to_the_verb_of_a_form_that_is_scrolled_into_sight(
    window: QWidget, table: QTableView, qtbot: QtBot
) -> None:
    """A green message lay over “Record” of the form beside the list that had the keyboard."""
    part, form, area = QWidget(), QWidget(), QScrollArea()
    fields, verb = QVBoxLayout(form), QPushButton("Record")
    long = QLabel("A long form")
    long.setFixedHeight(900)
    role(verb, "primary")
    for one in (long, verb):
        fields.addWidget(one)
    area.setWidget(form)
    beside = QHBoxLayout(part)
    for pane in (table, area):
        beside.addWidget(pane)
    message = over(window, part, qtbot)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    message.show()
    QApplication.processEvents()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    for _ in range(2):
        QApplication.processEvents()
        place = QRect(verb.mapTo(window, verb.rect().topLeft()), verb.size())
        assert window.rect().contains(place)
        assert not message.geometry().intersects(place)
        message.hide()
        message.show()


def test_a_message_gives_way_to_steps_and_to_scrolling(window: QWidget, table: QTableView, qtbot: QtBot) -> None:
    message = over(window, table, qtbot)
    table.setCurrentIndex(table.model().index(0, 0))
    message.show()
    for _ in range(ROWS // 2):
        QTest.keyClick(table, Qt.Key.Key_Down)
        QApplication.processEvents()
        assert not message.geometry().intersects(row(table))
    bar = table.verticalScrollBar()
    for value in range(bar.value(), bar.maximum() + 1):
        bar.setValue(value)
        QApplication.processEvents()
        assert not message.geometry().intersects(row(table))


def test_the_last_row_of_a_list_is_seen_while_the_keyboard_is_in_the_line_above_it(
    window: QWidget, table: QTableView, qtbot: QtBot
) -> None:
    """As of the delegations that are filtered, and of who spoke last while the next one is typed."""
    part, line = QWidget(), QLineEdit()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 100, 0, 0)
    for one in (line, table):
        column.addWidget(one)
    message = over(window, part, qtbot)
    line.setFocus()
    for number in (0, ROWS - 1):
        table.setCurrentIndex(table.model().index(number, 0))
        table.scrollTo(table.currentIndex())
        message.hide()
        message.show()
        QApplication.processEvents()
        assert message.y() >= window.height() // 3
        assert not message.geometry().intersects(row(table))
        assert not message.geometry().intersects(line.geometry())


def test_a_message_gives_way_to_the_line_that_is_written(window: QWidget, qtbot: QtBot) -> None:
    text = QPlainTextEdit("\n".join(f"line {number}" for number in range(ROWS)))
    message = over(window, text, qtbot)
    message.show()
    places = set()
    for _ in range(ROWS):
        QTest.keyClick(text, Qt.Key.Key_Down)
        QApplication.processEvents()
        line = text.cursorRect()
        top = text.viewport().mapTo(window, line.topLeft()).y()
        assert not message.geometry().intersects(QRect(0, top, window.width(), line.height()))
        assert message.y() >= window.height() // 3
        places.add(message.y())
    assert len(places) > 1


def test_a_tall_row_at_work_is_seen_whole_under_a_message(window: QWidget, table: QTableView, qtbot: QtBot) -> None:
    """As of a paragraph of the minutes, which is more than half as high as its list."""
    message = over(window, table, qtbot)
    table.setRowHeight(ROWS - 1, 220)
    table.setCurrentIndex(table.model().index(ROWS - 1, 0))
    table.scrollToBottom()
    message.show()
    QApplication.processEvents()
    assert not message.geometry().intersects(row(table))
    assert message.y() >= window.height() // 3


def test_under_a_message_the_keyboard_has_its_room_before_rows_that_are_only_chosen(
    window: QWidget, qtbot: QtBot
) -> None:
    """Where too many things are looked at for all to stay free, that is what is at work."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 150, 0, 0)
    column.setSpacing(0)
    tables = [QTableView() for _ in range(7)]
    for table in tables:
        model = QStandardItemModel(1, 1, table)
        model.setItem(0, 0, QStandardItem("row"))
        table.setModel(model)
        table.horizontalHeader().hide()
        table.setCurrentIndex(model.index(0, 0))
        table.setFixedHeight(31)
        column.addWidget(table)
    message = over(window, part, qtbot)
    tables[-1].setFocus()
    message.show()
    QApplication.processEvents()
    assert message.y() >= window.height() // 3
    assert not message.geometry().intersects(row(tables[-1]))


def test_what_had_the_keyboard_may_be_deleted(window: QWidget, table: QTableView, qtbot: QtBot) -> None:
    message = over(window, table, qtbot)
    message.show()
    other = QPlainTextEdit(window)
    other.show()
    table.deleteLater()
    QTest.qWait(1)
    other.setFocus()
    QApplication.processEvents()
    assert message.isVisible()
    assert not message.geometry().intersects(other.geometry())


def test_a_message_lies_where_there_is_room_once_another_page_has_its_place(window: QWidget, qtbot: QtBot) -> None:
    """It stood across the card of a vote: the card had the keyboard before it had its place."""
    first = QLineEdit()
    message = over(window, first, qtbot)
    card, line = QFrame(window), QLineEdit()
    QVBoxLayout(card).addWidget(line)
    card.setGeometry(0, 300, 600, 100)  # where it is before the page is laid out
    card.show()
    message.show()
    qtbot.wait(20)
    line.setFocus()
    card.setGeometry(0, 0, 600, 120)
    qtbot.wait(20)
    assert not message.geometry().intersects(card.geometry())
    assert message.geometry().bottom() > window.height() - 20, "at the foot again"
