"""The box over the status line in which the day is chosen whose facts are shown."""

import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.ui.dates import DateField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.theme import STEP, role


class AsOfBox(QFrame):
    """``chosen`` carries a day, ``None`` for today. Tab goes between its field and its button, Escape closes it."""

    chosen = Signal(object)

    def __init__(self, as_of: datetime.date | None, language: CurrentLanguage, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        role(self, "floating")
        said = language.words.gettext("Show the facts as of this date")
        self.field, self.back = DateField(language), QPushButton(language.words.gettext("Back to today"))
        self.field.load(as_of or today(), over=True)
        self.field.set_accessible(said, "")
        self.back.setEnabled(as_of is not None)
        title = QLabel(said)
        title.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 3, STEP * 3, STEP * 3, STEP * 3)
        column.setSpacing(STEP * 2)
        for part in (title, self.field, self.back):
            column.addWidget(part)
        self.field.edited.connect(self._given)
        self.back.clicked.connect(lambda: self._choose(None))

    def open_over(self, button: QWidget) -> None:
        """Open above a button of the status line, the keyboard in the field."""
        corner = button.mapToGlobal(QPoint(0, 0))
        self.adjustSize()
        self.move(corner.x(), corner.y() - self.height())
        self.show()
        self.field.editors[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _given(self) -> None:
        day = self.field.value()
        if day is not None:
            self._choose(None if day == today() else day)

    def _choose(self, day: datetime.date | None) -> None:
        self.close()
        self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the button presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.back.hasFocus():
            self.back.click()
        else:
            super().keyPressEvent(event)
