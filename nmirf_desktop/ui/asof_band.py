"""The band across the page while the facts of another day than today are shown, with the way back."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, role


class AsOfBand(QFrame):
    """Says whose facts are shown; hidden today. *today* shows today's again."""

    def __init__(self, language: CurrentLanguage, today: Callable[[], None]) -> None:
        super().__init__()
        role(self, "banner")
        self.setProperty("tone", str(Tone.NEUTRAL))
        self._language = language
        self._day: datetime.date | None = None
        self._said, self.back = WrappedLabel(), QPushButton()
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        role(self.back, "link")
        self.back.clicked.connect(lambda _checked=False: today())
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP * 4, STEP, STEP * 4, STEP)
        row.setSpacing(STEP * 2)
        row.addWidget(self._said, 1)
        row.addWidget(self.back)
        self.show_as_of(None)

    def show_as_of(self, day: datetime.date | None) -> None:
        """The day whose facts are shown; ``None`` is today."""
        self._day = day
        self.retranslate()
        self.setVisible(day is not None)

    def retranslate(self) -> None:
        """Say the day and the way back again."""
        words = self._language.words
        self.back.setText(words.gettext("Back to today"))
        said = words.gettext("As of {date}, not today").format(date=words.date(self._day)) if self._day else ""
        self._said.setText(said)
        self.setAccessibleName(said)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
