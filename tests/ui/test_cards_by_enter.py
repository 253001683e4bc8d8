"""Enter in a card: its verb, in a line and on a closed choice alike; in an opened choice it only chooses."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import ChoiceField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page
from tests.ui import keyboard

Key = Qt.Key


def _say(value: str, _words: Catalog) -> str:
    return value


@pytest.fixture
def card(qtbot: QtBot, language: CurrentLanguage) -> Draft:
    """An open card that begins on a choice."""
    form = Form(language)
    form.add("ruling", "The Chair rules", ChoiceField(language, ["Upheld", "Not upheld"], _say))
    form.add("note", "Note", TextField(language))
    card = Draft("Ruling", "Record the ruling", form, language)
    qtbot.addWidget(card)
    card.begin()
    card.activateWindow()
    QApplication.processEvents()
    return card


@pytest.fixture
def done(card: Draft) -> list[object]:
    """What the choice said each time the card was done."""
    said: list[object] = []
    card.done.connect(lambda: said.append(card.form.field("ruling").value()))
    return said


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_on_a_closed_choice_is_the_verb(card: Draft, done: list[object], key: Key) -> None:
    assert isinstance(card.focusWidget(), QComboBox)
    keyboard.press(card, key)
    assert done == ["Upheld"]


def test_what_the_arrows_chose_is_what_enter_records(card: Draft, done: list[object]) -> None:
    keyboard.press(card, Key.Key_Down)
    keyboard.press(card, Key.Key_Return)
    assert done == ["Not upheld"]


def test_enter_in_the_opened_list_only_chooses(card: Draft, done: list[object]) -> None:
    choice = card.findChild(QComboBox)
    assert choice is not None
    keyboard.press(card, Key.Key_Space)
    assert choice.view().isVisible()
    keyboard.press(card, Key.Key_Down)
    keyboard.press(card, Key.Key_Return)
    assert not choice.view().isVisible()
    assert done == []
    card.activateWindow()
    QApplication.processEvents()
    keyboard.press(card, Key.Key_Return)
    assert done == ["Not upheld"]


def test_the_key_of_the_verb_stands_beside_its_button_in_each_language(card: Draft, language: CurrentLanguage) -> None:
    assert card._frame.keys.isVisible()
    assert card._frame.keys.text() == "Ctrl+Enter"
    assert card.verb.text() == "Record the ruling"
    language.switch(Language.FR)
    QApplication.processEvents()
    assert card._frame.keys.text().startswith("Ctrl+")
    assert card._frame.keys.text() != "Ctrl+Enter"


@pytest.mark.parametrize("spot", ["empty", "label"])
def test_a_press_on_an_empty_spot_or_a_label_leaves_the_keyboard_in_the_card(
    qtbot: QtBot, language: CurrentLanguage, spot: str
) -> None:
    """The page took the keyboard, and Ctrl+Enter did nothing."""
    form = Form(language)
    form.add("note", "Note", TextField(language))
    card, page = Draft("Note", "Record", form, language), Page()
    page.add(card)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    card.begin()
    page.activateWindow()
    QApplication.processEvents()
    said: list[object] = []
    card.done.connect(lambda: said.append(form.field("note").value()))
    QTest.keyClicks(form.field("note").editors[0], "Words")
    if spot == "label":
        QTest.mousePress(form._rows["note"].label, Qt.MouseButton.LeftButton)
    else:
        QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said == ["Words"]


def test_a_page_scrolled_into_a_card_shows_what_it_is_about_again_once_it_is_closed(
    qtbot: QtBot, language: CurrentLanguage
) -> None:
    form = Form(language)
    for number in range(12):
        form.add(f"note{number}", "Note", TextField(language))
    head, card, page, below = QLabel("The partner"), Draft("Note", "Record", form, language), Page(), QLabel("Below")
    below.setMinimumHeight(900)
    for part in (head, card, below):
        page.add(part)
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    card.begin()
    QApplication.processEvents()
    page.verticalScrollBar().setValue(400)
    card.finished()
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
    page.verticalScrollBar().setValue(400)
    card.begin()
    QApplication.processEvents()
    page.verticalScrollBar().setValue(0)
    card.close_up()
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
