"""How long spelling takes: a key in a checked paragraph, loading a dictionary, a suggestion."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.services import spelling
from nmirf_desktop.services.spelling import Speller
from nmirf_desktop.ui.typedtext import TypedText
from nmirf_desktop.ui.underlines import Underlines

PARAGRAPH = "La réunion examine les rapports des Membres et prend acte de leurs contributions. " * 12


@pytest.mark.parametrize("language", list(Language))
def test_a_dictionary_is_loaded(benchmark: BenchmarkFixture, language: Language) -> None:
    benchmark(spelling._dictionary.__wrapped__, language)


@pytest.mark.parametrize(("language", "word"), [(Language.FR, "Organnisation"), (Language.ES, "organisacion")])
def test_a_word_is_suggested(benchmark: BenchmarkFixture, language: Language, word: str) -> None:
    assert benchmark(Speller(language).suggestions, word)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("checked", [False, True], ids=["plain", "checked"])
def test_a_key_in_a_paragraph(qtbot: QtBot, benchmark: BenchmarkFixture, checked: bool) -> None:
    line, speller = TypedText(Language.FR), Speller(Language.FR)
    qtbot.addWidget(line)
    line.show()
    line.setPlainText(PARAGRAPH)
    if checked:
        marks = Underlines(line, lambda: speller)
        marks.look_up()
        QApplication.processEvents()
    line.moveCursor(line.textCursor().MoveOperation.End)

    def press() -> None:
        QTest.keyClicks(line, "a")
        QApplication.processEvents()

    benchmark(press)
    assert line.text().endswith("a")
