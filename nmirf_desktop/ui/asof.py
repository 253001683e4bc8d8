"""The box over the status line in which the day is chosen whose facts are shown."""

import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.dates import DateField
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style


class AsOfBox(QFrame):
    """``chosen`` carries a day, ``None`` for today. Tab goes between its field and its button, Escape closes it.

    What is no date is said under the field, and the box stays.
    """

    chosen = Signal(object)

    def __init__(self, as_of: datetime.date | None, language: CurrentLanguage, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        role(self, "floating")
        self._language = language
        self._under: QWidget | None = None
        said = language.words.gettext("Show the facts as of this date")
        self.field, self.back = DateField(language), QPushButton(language.words.gettext("Back to today"))
        self.field.load(as_of or today(), over=True)
        self.field.set_accessible(said, "")
        self.wrong = WrappedLabel()
        style(self.wrong, Type.SMALL, Tone.BAD)
        self.wrong.hide()
        self.back.setEnabled(as_of is not None)
        title = QLabel(said)
        title.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 3, STEP * 3, STEP * 3, STEP * 3)
        column.setSpacing(STEP * 2)
        for part in (title, self.field, self.wrong, self.back):
            column.addWidget(part)
        self.field.changed.connect(lambda: self._refuse(None))
        self.field.edited.connect(self._given)
        self.back.clicked.connect(lambda: self._choose(None))

    def open_over(self, button: QWidget) -> None:
        """Open above a button of the status line, the keyboard in the field."""
        self._under = button
        self._place()
        self.show()
        self.field.editors[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        """As high as what it says, on top of its button."""
        self.field.show_whole()
        self.adjustSize()
        if self._under is not None:
            corner = self._under.mapToGlobal(QPoint(0, 0))
            self.move(corner.x(), corner.y() - self.height())

    def _given(self) -> None:
        day = self.field.value()
        if day is not None:
            self._choose(None if day == today() else day)
        else:
            self._refuse(self.field.fault or Problem(N_("Give the date.")))

    def _refuse(self, problem: Problem | None) -> None:
        """Say why no day is shown, or nothing."""
        if problem is None and self.wrong.isHidden():
            return
        said = problem.said_in(self._language.words) if problem is not None else ""
        self.field.mark_wrong(problem is not None)
        self.field.set_accessible(self.field.editors[0].accessibleName(), said)
        self.wrong.setText(said)
        self.wrong.setVisible(problem is not None)
        self._place()

    def _choose(self, day: datetime.date | None) -> None:
        self.close()
        self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the button presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.back.hasFocus():
            self.back.click()
        else:
            super().keyPressEvent(event)
