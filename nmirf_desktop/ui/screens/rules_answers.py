"""The answers above the list of the rules: each with the number of its rules, and each filters."""

import datetime
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.ui.findings import MARKS, state_of
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.language import CurrentLanguage

ORDER = (
    FindingState.NOT_KEPT,
    FindingState.DUE,
    FindingState.NOT_JUDGED,
    FindingState.KEPT,
    FindingState.NOT_REGULATED,
)
"""The answers, what asks for something first."""


class AnswerFilter(QWidget):
    """A button for each answer, of which one at most is down; ``changed`` is emitted when another one filters."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._counts: Mapping[FindingState, int] = {}
        self._remarked = 0
        self._buttons = {state: QPushButton() for state in ORDER}
        for state, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda checked, one=state: self._press(one, checked=checked))
        self.since = QPushButton()
        self.since.setCheckable(True)
        self.since.setIcon(icon("history"))
        self.since.clicked.connect(self.changed)
        self._meeting: Meeting | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(*self._buttons.values(), self.since))

    @property
    def wanted(self) -> FindingState | None:
        """The answer whose rules are shown, ``None`` for all."""
        return next((state for state, button in self._buttons.items() if button.isChecked()), None)

    def button(self, state: FindingState) -> QPushButton:
        """The button of an answer."""
        return self._buttons[state]

    def choose(self, wanted: FindingState | None) -> None:
        """Show the rules of one answer, or all."""
        for state, button in self._buttons.items():
            button.setChecked(state is wanted)

    @property
    def compared(self) -> datetime.date | None:
        """The day with which the answers are compared, so that only those that changed are shown."""
        return self._meeting.closes_on if self._meeting is not None and self.since.isChecked() else None

    def load(self, counts: Mapping[FindingState, int], remarked: int, meeting: Meeting | None) -> None:
        """Show other numbers, *remarked* of them kept with a remark, and the last *meeting* to compare with.

        What is filtered stays so, also where there is nothing of it any more.
        """
        self._counts, self._remarked, self._meeting = counts, remarked, meeting
        self.retranslate()

    def _press(self, state: FindingState, *, checked: bool) -> None:
        self.choose(state if checked else None)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say the words and numbers again."""
        words = self._language.words
        pattern = words.pgettext("answer with its number of rules", "{state} {n}")
        for state, button in self._buttons.items():
            count = self._counts.get(state, 0)
            picture = MARKS[state].picture()
            if picture is not None:
                button.setIcon(picture)
            said = pattern.format(state=state_of(state, words), n=words.number(count))
            if state is FindingState.KEPT and self._remarked:
                said += " " + words.gettext("({n} with a remark)").format(n=words.number(self._remarked))
            button.setText(said)
            button.setEnabled(bool(count) or button.isChecked())
        self.since.setVisible(self._meeting is not None)
        if self._meeting is not None:
            self.since.setText(words.gettext("Changed since {symbol}").format(symbol=self._meeting.symbol))
            tip = words.gettext("Only the rules whose answer is another one than on {date}")
            self.since.setToolTip(tip.format(date=words.date(self._meeting.closes_on)))

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or another size of text, other shapes."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.retranslate()
        super().changeEvent(event)
