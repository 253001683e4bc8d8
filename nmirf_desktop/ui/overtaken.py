"""What is said of a field that was changed here and elsewhere while its card was open: both texts, and the way back."""

from typing import Any, cast

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

MEANWHILE = N_(
    "Changed elsewhere while this card was open: the register now has {there}; recording puts {here} in its place."
)
IN_PLACE = N_(
    "Changed elsewhere while you were typing: the register now has {there}; what you typed, {here}, is not saved yet."
    " Leaving the field puts it in its place."
)
AGAIN = N_("Nothing is recorded yet: press Ctrl+Enter again to keep yours.")
TAKE = N_("Take what the register has")


class Overtaken(QWidget):
    """Stands under a *field* while it is overtaken.

    Tab goes to its button from whichever editor of the field holds the keyboard: in the order of the window it would
    come last of all, and by then the field was left.
    """

    def __init__(self, field: Field[Any]) -> None:
        super().__init__()
        self._field = field
        self.asked = False
        """Whether the card was to be recorded as it stands, which is done when it is asked for once more."""
        self._said, self._take = WrappedLabel(), QPushButton()
        style(self._said, Type.SMALL, Tone.ATTENTION)
        role(self._take, "link")
        self._take.setAutoDefault(True)  # so that Enter presses it too
        self._take.clicked.connect(self._taken)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self._said)
        column.addWidget(self._take)

    @property
    def said(self) -> str:
        """The sentence as it stands."""
        return self._said.text()

    def say(self) -> None:
        """Say both texts as they are by now, or nothing where the field is no longer overtaken."""
        words = self._field.words
        there, here = self._field.both()
        message = IN_PLACE if self._field.in_place else MEANWHILE
        again = f" {words.gettext(AGAIN)}" if self.asked else ""
        self._said.setText(words.gettext(message).format(there=there, here=here) + again)
        self._take.setText(words.gettext(TAKE))
        self._stand_after(self.window().focusWidget())

    def close_up(self) -> None:
        """The field is no longer overtaken: nothing is said, and the keyboard goes back from here to the text."""
        if self.isAncestorOf(self.window().focusWidget()):
            self._field.contested.setFocus()
        self.hide()

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible():
            self._stand_after(now)
            self._field.keyboard_moved()

    def _stand_after(self, editor: QWidget | None) -> None:
        """Let Tab go from an editor of the field to the button, and from there to where it would have gone."""
        if editor in self._field.editors:
            QWidget.setTabOrder(editor, self._take)

    def _taken(self) -> None:
        contested = self._field.contested
        self._field.take_newer()
        contested.setFocus()
