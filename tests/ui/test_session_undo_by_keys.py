"""Ctrl+Z in the fields of the room, in the whole window: what is typed and not taken, then the last recorded act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.ui.field import PATIENCE
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window import MainWindow
from tests.ui import keyboard
from tests.ui.shells import close
from tests.ui.test_half_a_day_by_keys import planned
from tests.ui.test_office import opened, shell, to_front
from tests.ui.test_plan_by_keys import Hands

__all__ = ["shell"]
KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAVED = PATIENCE + 4000


class Rapporteur(Hands):
    """Who keeps the record in the room by keys, and looks at what undo would reach."""

    def __init__(self, screen: SessionScreen, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window)
        self.screen, self._qtbot = screen, qtbot

    @property
    def last(self) -> str:
        """The last act that undo reaches, told from all others."""
        entry = self.screen._desk.steps.undo_next()
        return f"{entry.sequence} {entry.verb}" if entry is not None else ""

    def back(self) -> None:
        """Ctrl+Z, once the menu knows what it would do, takes the last act back."""
        before = self.last
        self._qtbot.waitUntil(self._window._menus.undo.isEnabled, timeout=5000)
        self.key(KEY.Key_Z, CTRL)
        assert self.last != before, f"Ctrl+Z stayed in {here().accessibleName()}"

    def saved(self, text: str) -> None:
        """Write, and wait until it is saved."""
        before = self.last
        self.letters(text)
        self._qtbot.waitUntil(lambda: self.last != before, timeout=SAVED)

    def letters(self, text: str) -> None:
        """Letters, wherever the keyboard is."""
        keyboard.write(self._window, text)


def here() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def text() -> str:
    """What the editor that has the keyboard holds."""
    editor = here()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


@pytest.fixture
def rapporteur(shell: Shell, tmp_path: Path, qtbot: QtBot) -> Iterator[Rapporteur]:
    """The whole window at an open sitting in which all are present."""
    application = Application(shell)
    window = opened(application, planned(tmp_path / "council.nmirf"), qtbot)
    hands = Hands(window)
    hands.key(KEY.Key_K, CTRL)
    keyboard.write(window, "Session")
    hands.key(KEY.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.shown, SessionScreen), timeout=5000)
    to_front(window, qtbot)
    hands.key(KEY.Key_F9)
    hands.key(KEY.Key_F5, SHIFT)
    assert isinstance(window.shown, SessionScreen)
    yield Rapporteur(window.shown, window, qtbot)
    application.first_page()
    close(application)


def test_in_the_line_of_the_next_speaker_it_takes_back_who_was_taken(rapporteur: Rapporteur) -> None:
    first = rapporteur.last
    rapporteur.key(KEY.Key_F3)
    rapporteur.letters("gha")
    rapporteur.key(KEY.Key_Return)
    rapporteur.key(KEY.Key_F3)
    assert text() == ""
    rapporteur.back()
    assert rapporteur.last == first
    assert rapporteur.screen.room.floor.table.model.rows == ()


def test_letters_that_were_deleted_from_the_line_of_the_next_speaker_do_not_come_back(rapporteur: Rapporteur) -> None:
    """The sitting was closed meanwhile, and seven presses of Ctrl+Z brought back what nobody wanted."""
    rapporteur.key(KEY.Key_F3)
    rapporteur.letters("gh")
    rapporteur.key(KEY.Key_Backspace)
    rapporteur.key(KEY.Key_Backspace)
    assert text() == ""
    rapporteur.key(KEY.Key_F9)
    assert rapporteur.last.endswith("close a sitting")
    rapporteur.back()
    assert rapporteur.last == "", "the gavel is taken back, and nothing behind it"
    assert text() == ""


def test_in_a_note_it_takes_back_what_is_unsaved_then_the_note_then_the_speaker(rapporteur: Rapporteur) -> None:
    first = rapporteur.last
    rapporteur.key(KEY.Key_F3)
    rapporteur.letters("gha")
    rapporteur.key(KEY.Key_Return)
    given = rapporteur.last
    rapporteur.saved("proposes")
    noted = rapporteur.last
    assert given != noted
    rapporteur.letters(" x")
    rapporteur.key(KEY.Key_Z, CTRL)
    assert (text(), rapporteur.last) == ("proposes", noted)
    rapporteur.back()
    assert (text(), rapporteur.last) == ("", given)
    rapporteur.back()
    assert rapporteur.last == first


def test_what_is_undone_while_one_writes_leaves_the_cursor_at_the_end(rapporteur: Rapporteur) -> None:
    rapporteur.key(KEY.Key_F3)
    rapporteur.letters("gha")
    rapporteur.key(KEY.Key_Return)
    rapporteur.saved("agrees")
    rapporteur.saved(" again")
    rapporteur.back()
    rapporteur.letters(" now")
    assert text() == "agrees now"


def test_in_the_filter_of_the_delegations_it_takes_back_who_was_marked(rapporteur: Rapporteur) -> None:
    (line,) = rapporteur.screen.room.delegations.table.findChildren(QLineEdit)
    line.setFocus()
    first = rapporteur.last
    rapporteur.letters("ghana")
    rapporteur.key(KEY.Key_Z, CTRL)
    assert rapporteur.last == first
    rapporteur.letters("ghana")
    rapporteur.key(KEY.Key_Space)
    rapporteur.back()
    assert rapporteur.last == first


def test_in_every_field_of_the_room_it_reaches_the_register(rapporteur: Rapporteur) -> None:
    """With a proposal, a speaker and a waiting one, whose fields are all shown; each holds something that was saved."""
    rapporteur.key(KEY.Key_F3)
    rapporteur.letters("gha")
    rapporteur.key(KEY.Key_Return)
    rapporteur.saved("proposes")
    rapporteur.key(KEY.Key_F4)
    rapporteur.saved("exchanges")
    swept: set[str] = set()
    whole = rapporteur.screen
    editors: tuple[QLineEdit | QPlainTextEdit, ...] = (
        *whole.findChildren(QLineEdit),
        *whole.findChildren(QPlainTextEdit),
    )
    for editor in editors:
        if not editor.isVisible() or not editor.isEnabled() or editor.isReadOnly():
            continue
        whole._desk.floor.limit(whole.current_key(), whole._item, 3 + len(swept))
        QApplication.processEvents()
        editor.setFocus()
        QApplication.processEvents()
        assert here() is editor
        rapporteur.back()
        swept.add(editor.accessibleName())
    assert {"Next speaker", "Note", "Title, English", "Text, Français", "Proposed by", "Joins the sponsors"} <= swept


@pytest.mark.parametrize("written", ["gh", "x"])
def test_what_is_typed_and_not_taken_is_the_fields_own(rapporteur: Rapporteur, written: str) -> None:
    first = rapporteur.last
    rapporteur.key(KEY.Key_F3, CTRL)
    rapporteur.letters(written)
    rapporteur.key(KEY.Key_Escape)
    rapporteur.key(KEY.Key_F3, CTRL)
    assert (text(), rapporteur.last) == ("", first)


def test_in_who_objects_it_takes_back_the_name_that_is_not_recorded_yet(rapporteur: Rapporteur) -> None:
    """It took back the title of the proposal, and the name stayed."""
    rapporteur.key(KEY.Key_F4)
    rapporteur.saved("Note")
    titled = rapporteur.last
    rapporteur.key(KEY.Key_Backtab, SHIFT)
    assert here() is rapporteur.screen.room.texts.objector.editors[0]
    for _ in range(2):
        rapporteur.letters("gha")
        rapporteur.key(KEY.Key_Return)
        assert text() == "Ghana"
        rapporteur.key(KEY.Key_Z, CTRL)
        assert (text(), rapporteur.last) == ("", titled)
        assert rapporteur.screen.room.texts.objector.value() is None
    rapporteur.key(KEY.Key_Y, CTRL)
    assert (text(), rapporteur.last) == ("Ghana", titled)
    assert rapporteur.screen.room.texts.objector.value() == "GHA"
    rapporteur.key(KEY.Key_Escape)
    rapporteur.key(KEY.Key_Z, CTRL)
    rapporteur.back()
    assert rapporteur.last != titled
