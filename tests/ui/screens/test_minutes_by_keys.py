"""Minutes in the whole window by keys, as a rapporteur strikes them: one after the other, and the window takes its turn.

The tests of the screen alone call its actions and go on at once: what the window does between a key and the next one
never happened in them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.typedtext import TypedText
from tests import registers
from tests.long_minutes import long_minutes
from tests.ui import sampled
from tests.ui.keyboard import write

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier
COUNT = 20


class Keys:
    """A rapporteur at the minutes of a window."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office, self.qtbot = office, qtbot

    @property
    def screen(self) -> MinutesScreen:
        shown = self.office.window.shown
        assert isinstance(shown, MinutesScreen)
        return shown

    @property
    def rows(self) -> tuple[Line, ...]:
        return self.screen.list.model.rows

    def box(self, language: Language = Language.EN) -> TypedText:
        return self.screen.pane.form.text.box_of(language)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key, and what the window does until the next one."""
        sampled.press(self.office, key, modifier)
        QTest.qWait(20)

    def write(self, text: str) -> None:
        """Letters, wherever the keyboard is."""
        write(self.office.window, text)

    def go(self, number: int) -> Line:
        """To a paragraph by its number, the keyboard in its row."""
        self.screen.list.view.setFocus()
        for figure in str(number):
            self.write(figure)
        self.press(KEY.Key_Return)
        line = self.screen.list.current
        assert line is not None
        assert line.number == number
        return line


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with minutes of twenty statements."""
    path = tmp_path / "minutes.nmirf"
    meeting, item, _ = registers.networked(path)
    with open_register(path, author="rapporteur") as store:
        long_minutes(Secretariat(store), meeting, item.key, COUNT)
    return path


@pytest.fixture
def keys(path: Path, shell: Shell, qtbot: QtBot) -> Iterator[Keys]:
    with sampled.opened(path, shell, qtbot) as office:
        office.window.show_as_of(registers.OPENS)
        office.window.go(Place("minutes"), keyboard=True)
        yield Keys(office, qtbot)


def stored(keys: Keys) -> list[str]:
    """The English texts as the register has them."""
    minutes = keys.screen._now.minutes
    assert minutes is not None
    return [one.text.en for one in keys.screen._book.paragraphs(minutes.key)]


# ---- writing ----


def test_a_paragraph_is_added_under_the_chosen_one_and_typed_in_by_keys(keys: Keys) -> None:
    """The row was gone before the first letter came, which then stood in the paragraph above, under its speaker's name.

    The tests of the screen alone did not see it: they typed before the window took its next turn, in which the row went.
    """
    keys.go(6)
    before = stored(keys)
    keys.press(KEY.Key_N, BOTH)
    assert [line.key for line in keys.rows].index("new") == 6
    assert keys.box().hasFocus()
    assert keys.box().text() == ""
    keys.write("The Chair thanked the interpreters.")
    keys.screen.pane.form.flush()
    keys.qtbot.wait(50)
    assert stored(keys) == [*before[:6], "The Chair thanked the interpreters.", *before[6:]]
    assert keys.box().text() == "The Chair thanked the interpreters."
    assert keys.screen.list.current == keys.rows[6]
