"""What the buttons of a screen do, for the box of Ctrl+K: each that can be pressed now, found by the words on it."""

from collections.abc import Container, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.screen import Screen


def buttons_found(screen: Screen, known: Container[str]) -> Iterator[Hit]:
    """The buttons that are shown, each once with the part of the screen that it stands in.

    Left out are those whose words are *known*, since an action or a row offers the same, what filters or is switched on
    and off, the heads of the languages, and what has no words. So is what never has the keyboard, as a letter presses
    it in a roll call: a word that was meant for something else would record an answer.
    """
    told = set()
    for button in screen.findChildren(QPushButton):
        title = button.text().replace("&&", "&")
        offers = button.isVisibleTo(screen) and button.isEnabled() and any(letter.isalpha() for letter in title)
        aside = (
            button.isCheckable() or button.focusPolicy() is Qt.FocusPolicy.NoFocus or button.property("part") == "head"
        )
        if not offers or aside or title in known:
            continue
        where = _where(button, screen)
        if (title, where) not in told:
            told.add((title, where))
            yield Hit(title, partial(_press, button), where)


def _where(button: QWidget, screen: Screen) -> str:
    """The nearest part about a button that has a name; the screen, where none has."""
    part = button.parentWidget()
    while part is not None and part is not screen:
        if part.accessibleName():
            return part.accessibleName()
        part = part.parentWidget()
    return screen.heading


def _press(button: QPushButton) -> None:
    """What is gone since the box was opened, or cannot be done any more, is not done."""
    if isValid(button) and button.isVisible() and button.isEnabled():
        button.click()
