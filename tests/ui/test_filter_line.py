"""What is typed above a list: looked for at once in a short one, after a pause of the keys in a long one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.ui.filter_line import MANY
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.table import RowTable
from tests.ui import keyboard

COLUMNS: tuple[Column[int], ...] = (Column("Number", lambda value, _words: str(value)),)


@pytest.fixture
def table(language: CurrentLanguage, qtbot: QtBot) -> Iterator[RowTable[int]]:
    table: RowTable[int] = RowTable(COLUMNS, lambda value: value, language)
    qtbot.addWidget(table)
    table.show()
    yield table
    table.close()


def line_of(table: RowTable[int]) -> QLineEdit:
    """The line above the rows, with the keyboard in it."""
    line = table.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    return line


def test_a_short_list_answers_each_key(table: RowTable[int]) -> None:
    table.show_rows(range(100))
    line_of(table).setText("99")
    assert table.model.rows == (99,)


def test_a_long_list_answers_once_the_keys_pause(table: RowTable[int], qtbot: QtBot) -> None:
    table.show_rows(range(MANY))
    line = line_of(table)
    asked: list[int] = []
    table.model.rowsRemoved.connect(lambda *_: asked.append(1))
    for text in ("1", "19", "199", "1998"):
        line.setText(text)
    assert not asked
    qtbot.waitUntil(lambda: table.model.rows == (1998,))
    line.clear()
    assert len(table.model.rows) == MANY


def test_who_goes_on_to_the_rows_finds_those_that_were_asked_for(table: RowTable[int], qtbot: QtBot) -> None:
    qtbot.waitExposed(table)
    table.show_rows(range(MANY))
    line_of(table).setText("1998")
    keyboard.press(table, Qt.Key.Key_Return)
    assert table.model.rows == (1998,)
