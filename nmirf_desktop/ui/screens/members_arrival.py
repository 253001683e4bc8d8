"""What arrived for a State, and the question as what it is filed: a card in the State's file, never in the way."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from nmirf_desktop.domain.attachments import FILING_LABELS, Filing
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.file_field import sized
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

OFFERED = (Filing.LETTER, Filing.REPLY, Filing.DESIGNATION, Filing.OTHER)
MOST_NAMED = 6
"""So many files are named; of more, only their number is said."""


class ArrivalCard(QFrame):
    """Names the files and asks as what they are filed. ``chosen`` carries the answer, ``left`` follows Escape."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.arrival: Arrival | None = None
        self._title, self._about, self._names = QLabel(), WrappedLabel(), WrappedLabel()
        style(self._title, Type.HEADING)
        style(self._names, Type.BODY, Tone.MUTED)
        self.buttons = {filing: QPushButton() for filing in OFFERED}
        self.leave = QPushButton()
        role(self, "card")
        for filing, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, filing))
        self.leave.clicked.connect(self.close_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 4, STEP * 3, STEP * 4, STEP * 4)
        column.setSpacing(STEP * 2)
        for widget in (self._about, self._names, self._title, SideBySide(*self.buttons.values(), self.leave)):
            column.addWidget(widget)
        self.retranslate()
        self.hide()

    def ask(self, arrival: Arrival) -> None:
        """Show what arrived, and put the keyboard on the first answer."""
        self.arrival = arrival
        self.retranslate()
        self.show()
        self.buttons[Filing.LETTER].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Attach nothing."""
        if not self.isHidden():
            self.forget()
            self.left.emit()

    def forget(self) -> None:
        """Let go of what arrived."""
        self.arrival = None
        self.hide()

    def _choose(self, filing: Filing, _checked: bool = False) -> None:
        self.chosen.emit(filing)

    def retranslate(self) -> None:
        """Say the question again."""
        words = self._language.words
        self._title.setText(words.gettext("File as"))
        for filing, button in self.buttons.items():
            button.setText(words.gettext(FILING_LABELS[filing]))
        self.leave.setText(words.gettext(N_("Do not attach")))
        self.leave.setToolTip(with_keys(words, self.leave.text(), QKeySequence("Esc")))
        about, names = self._said() if self.arrival is not None else ("", "")
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._names.setText(names)
        self.setAccessibleName(" ".join(part for part in (about, names, self._title.text()) if part))

    def _said(self) -> tuple[str, str]:
        """What the e-mail says of itself, and the files."""
        words, arrival = self._language.words, self.arrival
        if arrival is None:
            return "", ""
        subject = words.gettext("“{subject}”").format(subject=arrival.subject) if arrival.subject else ""
        day = words.date(arrival.day) if arrival.day else ""
        about = " · ".join(part for part in (arrival.sender, day, subject) if part)
        names = [sized(file, words) for file in arrival.files[:MOST_NAMED]]
        more = len(arrival.files) - len(names)
        if more:
            names.append(words.ngettext("{n} more file", "{n} more files", more).format(n=words.number(more)))
        return about, words.listing(names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape attaches nothing; Enter is the press of the button that has the keyboard."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
