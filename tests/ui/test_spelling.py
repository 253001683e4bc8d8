"""Spelling in text boxes: marked in a pause, put right from the menu and by keys, off where the settings say so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.spelling import Spelling
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.spelling import SpellingMarks
from nmirf_desktop.ui.trilingual import TrilingualField
from nmirf_desktop.ui.typedtext import TypedText
from tests import registers
from tests.ui.shells import let_go

EN, FR, ES = Language


@pytest.fixture
def shell(tmp_path: Path, qapp: QApplication) -> Iterator[Shell]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    shell = make_shell(qapp, settings, InlineJobs(qapp))
    shell.memory.keep(replace(shell.memory.now, language=EN))
    yield shell
    let_go(shell)


@pytest.fixture
def spelling(tmp_path: Path) -> Iterator[Spelling]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    with open_register(path) as store:
        yield Spelling(store)


@pytest.fixture
def marks(spelling: Spelling, shell: Shell) -> Iterator[SpellingMarks]:
    marks = SpellingMarks(spelling, shell)
    yield marks
    marks.close()


@pytest.fixture
def field(qtbot: QtBot, shell: Shell, marks: SpellingMarks) -> TrilingualField:
    field = TrilingualField(shell.language, lines=3)
    qtbot.addWidget(field)
    field.resize(900, 300)
    field.load(Trilingual("The organisation met.", "L’organisation se reunit.", "La reunion."))
    field.show()
    field.activateWindow()
    box(field, EN).setFocus()
    QApplication.processEvents()
    return field


def box(field: TrilingualField, tongue: Language) -> TypedText:
    return field._boxes[tongue]


def underlined(line: TypedText) -> list[str]:
    """The words that have a wavy line."""
    block, found = line.document().begin(), []
    while block.isValid():
        for one in block.layout().formats():
            if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.SpellCheckUnderline:
                text = block.text().encode("utf-16-le")
                found.append(text[one.start * 2 : (one.start + one.length) * 2].decode("utf-16-le"))
        block = block.next()
    return found


def rest(marks: SpellingMarks, line: TypedText) -> None:
    """Do what is done a moment after the last key."""
    marks.check(line).look_up()
    QApplication.processEvents()


def test_each_language_of_a_field_is_marked_in_its_own_spelling(field: TrilingualField) -> None:
    assert underlined(box(field, EN)) == ["organisation"]
    assert underlined(box(field, FR)) == ["reunit"]
    assert underlined(box(field, ES)) == ["reunion"]


def test_words_are_looked_up_when_the_keys_rest(field: TrilingualField, marks: SpellingMarks) -> None:
    line = box(field, EN)
    line.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(line, " Qick")
    assert underlined(line) == ["organisation"]
    line.insert(" 😀 Qick")
    rest(marks, line)
    assert underlined(line) == ["organisation", "Qick", "Qick"]


def test_marks_are_no_step_of_the_boxes_undo(field: TrilingualField, marks: SpellingMarks) -> None:
    line = box(field, EN)
    line.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(line, " It's")
    rest(marks, line)
    assert line.text() == "The organisation met. It’s"
    assert field.value().en == "The organisation met. It’s"
    line.undo()
    assert not line.text().endswith("s’s")
    while line.document().isUndoAvailable():
        line.undo()
    assert line.text() == "The organisation met."


def test_a_suggestion_is_put_in_the_place_of_the_word(field: TrilingualField, marks: SpellingMarks) -> None:
    line = box(field, EN)
    cursor = line.textCursor()
    cursor.setPosition(8)
    menu = marks.menu(line, cursor)
    assert menu is not None
    act = next(one for one in menu.actions() if one.text() == "organization")
    act.trigger()
    menu.close()
    assert line.text() == "The organization met."
    line.undo()
    assert line.text() == "The organisation met."
    assert marks.menu(line, QTextCursor(line.document())) is None  # “The” is right


def test_a_word_that_is_added_is_right_from_then_on(
    field: TrilingualField, marks: SpellingMarks, spelling: Spelling
) -> None:
    line = box(field, FR)
    cursor = line.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.movePosition(QTextCursor.MoveOperation.Left, n=2)
    menu = marks.menu(line, cursor)
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Add to the dictionary").trigger()
    menu.close()
    assert [one.word for one in spelling.words()] == ["reunit"]
    marks._read_again()  # what is done a second after the register has changed
    assert underlined(line) == []
    again = marks.menu(line, cursor)
    assert again is not None
    next(one for one in again.actions() if one.text() == "Take “reunit” out of the dictionary").trigger()
    again.close()
    assert spelling.words() == ()


def test_keys_lead_from_one_misspelled_word_to_the_next(field: TrilingualField, marks: SpellingMarks) -> None:
    marks.go_on()
    assert box(field, EN).textCursor().selectedText() == "organisation"
    marks.go_on()
    assert QApplication.focusWidget() is box(field, FR)
    assert box(field, FR).textCursor().selectedText() == "reunit"
    marks.go_on()
    marks.go_on()
    assert box(field, EN).textCursor().selectedText() == "organisation"
    marks.suggest()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert box(field, EN).text() == "The organization met."


def test_a_screen_reader_is_told_how_many(field: TrilingualField, marks: SpellingMarks) -> None:
    line = box(field, EN)
    assert line.accessibleDescription() == "1 word may be misspelled"
    line.setPlainText("The organization met.")
    rest(marks, line)
    assert line.accessibleDescription() == ""


def test_settings_take_the_marks_away(field: TrilingualField, marks: SpellingMarks, shell: Shell) -> None:
    shell.memory.keep(replace(shell.memory.now, spelling=False))
    QApplication.processEvents()
    assert underlined(box(field, EN)) == []
    box(field, FR).setFocus()
    box(field, EN).setFocus()
    assert underlined(box(field, EN)) == []


def test_a_long_text_is_looked_up_in_slices(field: TrilingualField, marks: SpellingMarks) -> None:
    line = box(field, EN)
    line.setPlainText(
        " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(2500))
    )
    marks.check(line).look_up()
    assert underlined(line) == [], "but a slice of it has been looked up"
    for _ in range(600):
        QApplication.processEvents()
    assert len(underlined(line)) > 1900
