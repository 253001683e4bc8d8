"""Who may vote? Two letters of a State give the answer with its reasons, in three languages."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.entitlement import Entitlement
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.fields import StateField
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style


class WhoMayVote(QFrame):
    """``asked`` carries the code of a State; its field says what names none, and no answer stands beside that.

    Closed by Escape or its button, the card gives the keyboard back to what had it before; ``left`` says that nothing
    had, or that it is gone.
    """

    asked = Signal(str)
    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._before: QWidget | None = None
        role(self, "card")
        self._title, self._close = QLabel(), QPushButton()
        style(self._title, Type.HEADING)
        role(self._close, "link")
        self._close.clicked.connect(self.leave)
        self.state = StateField(language, ())
        self.state.edited.connect(self._ask)
        self.state.mistaken.connect(lambda _fault: self._show_grid(shown=False))
        self.answers = {tongue: QLabel() for tongue in Language}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(STEP * 3)
        self._grid.setColumnStretch(1, 1)
        for row, (tongue, label) in enumerate(self.answers.items()):
            name = QLabel(NAMES[tongue])
            style(name, Type.BODY, Tone.MUTED)
            label.setWordWrap(True)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self.state, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 3, STEP * 2, STEP * 3, STEP * 3)
        column.setSpacing(STEP * 2)
        column.addLayout(top)
        column.addLayout(self._grid)
        self._show_grid(shown=False)
        self.hide()
        self.retranslate()

    def _show_grid(self, *, shown: bool) -> None:
        for place in range(self._grid.count()):
            item = self._grid.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(shown)

    def begin(self, states: Iterable[State], near: Collection[StateCode]) -> None:
        """Open the card for a question about any State; those *near* are offered first."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.state.set_states(states, near)
        self.state.load(None, over=True)
        self._show_grid(shown=False)
        self.show()
        self.state.setFocus()

    def show_answer(self, answer: Entitlement) -> None:
        """The answer and its facts, in each language."""
        for tongue, label in self.answers.items():
            label.setText(answer.said_in(catalog(tongue)))
        self._show_grid(shown=True)

    def leave(self) -> None:
        """Close the card, with the keyboard where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _ask(self) -> None:
        code = self.state.value()
        if code:
            self.asked.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._title.setText(words.gettext("Who may vote?"))
        self._close.setText(words.gettext("Close"))
        self.state.set_accessible(words.gettext("Who may vote?"), "")
        self.setAccessibleName(words.gettext("Who may vote?"))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
