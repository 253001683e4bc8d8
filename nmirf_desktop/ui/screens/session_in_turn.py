"""Numbers that are typed one after the other, as they are read out in the room."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.ui.fields import Field, NumberField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage


class InTurn(Form):
    """A form in which Enter goes on from number to number, and what is typed replaces the number that stands there."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._lines: tuple[QLineEdit, ...] = ()

    def go_through(self, *fields: Field[int | None] | Field[str]) -> None:
        """Enter goes through these fields, in this order, as far as they are shown."""
        self._lines = tuple(line for field in fields for line in field.editors if isinstance(line, QLineEdit))
        for line in (line for field in fields if isinstance(field, NumberField) for line in field.editors):
            line.installEventFilter(self)

    def go_on(self) -> bool:
        """Go from the field that has the keyboard to the next one; false in the last."""
        shown = [line for line in self._lines if line.isVisibleTo(self)]
        following = [after for before, after in pairwise(shown) if before.hasFocus()]
        for line in following:
            line.setFocus()
        return bool(following)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is typed replaces the number that stands there; a click selects it after it put the cursor there."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QLineEdit):
            watched.selectAll()
            if event.reason() == Qt.FocusReason.MouseFocusReason:
                QTimer.singleShot(0, watched, watched.selectAll)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; in the last field it is for whoever stands around, and Ctrl+Enter is so in any."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.go_on():
            super().keyPressEvent(event)
