"""Typing in a box of one language: marks are set, one undo or Backspace gives back what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.typedtext import TypedText

NBSP = "\u00a0"
CONTROL = Qt.KeyboardModifier.ControlModifier


def box(qtbot: QtBot, language: Language) -> TypedText:
    typed = TypedText(language)
    qtbot.addWidget(typed)
    typed.show()
    typed.setFocus()
    return typed


@pytest.mark.parametrize(
    ("language", "typed", "text"),
    [
        (Language.EN, 'The State\'s "own" items', "The State’s “own” items"),
        (Language.FR, 'L\'accord dit : "oui" ; non ?', f"L’accord dit{NBSP}: «{NBSP}oui{NBSP}»{NBSP}; non{NBSP}?"),
        (Language.ES, 'El "acuerdo" NMIRF/2027/1', "El “acuerdo” NMIRF/2027/1"),
        (Language.FR, "😀 l'accord", "😀 l’accord"),
    ],
)
def test_marks_are_set_as_one_types(qtbot: QtBot, language: Language, typed: str, text: str) -> None:
    line = box(qtbot, language)
    for sign in typed:
        if sign == "😀":
            line.insert(sign)
        else:
            QTest.keyClicks(line, sign)
    assert line.text() == text


def test_backspace_right_after_gives_back_what_was_typed_and_it_stays(qtbot: QtBot) -> None:
    line = box(qtbot, Language.FR)
    QTest.keyClicks(line, "non ;")
    assert line.text() == f"non{NBSP};"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "non ;"
    QTest.keyClicks(line, " oui ?")
    assert line.text() == f"non ; oui{NBSP}?"
    QTest.keyClicks(line, "x")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == f"non ; oui{NBSP}"


def test_one_undo_gives_back_what_was_typed(qtbot: QtBot) -> None:
    line = box(qtbot, Language.EN)
    QTest.keyClicks(line, "State'")
    assert line.text() == "State’"
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert line.text() == "State'"
    QTest.keyClicks(line, "s own")
    assert line.text() == "State's own"
    for _ in range(4):
        QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert line.text() == ""


def test_what_was_loaded_or_is_only_read_is_left_alone(qtbot: QtBot) -> None:
    line = box(qtbot, Language.FR)
    line.setPlainText('l\'accord "oui"')
    assert line.text() == 'l\'accord "oui"'
    line.setReadOnly(True)
    QTest.keyClicks(line, "'")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == 'l\'accord "oui"'


def test_a_spanish_question_that_is_not_opened_is_underlined(qtbot: QtBot) -> None:
    line = box(qtbot, Language.ES)
    QTest.keyClicks(line, "Que?")
    assert line.unopened == (3,)
    QTest.keyClicks(line, " Nada mas")
    (marked,) = line.extraSelections()
    assert marked.cursor.selectedText() == "?", "what is typed on is not marked with it"
    QTest.keyClicks(line, "!")
    assert [one.cursor.selectedText() for one in line.extraSelections()] == ["?", "!"]
    line.setPlainText("¿Quién?")
    assert not line.unopened
