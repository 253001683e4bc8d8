"""What an empty place says: what belongs here, why it matters, and the ways to begin."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.ui.alerts import Offer
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, colours, role, style


@dataclass(frozen=True, slots=True)
class Empty:
    """The words of an empty place, as marked constants, and at most two offers, the main one first."""

    title: str
    text: str = ""
    offers: tuple[Offer, ...] = ()
    icon: str = ""


MEASURE = 68
"""How many letters wide its text may be: a longer line is hard to read."""


class EmptyState(QWidget):
    """Shows an :class:`Empty` in the middle of the place it fills."""

    def __init__(self, empty: Empty, language: CurrentLanguage) -> None:
        super().__init__()
        self._empty = empty
        self._told: str | Phrase = empty.text
        self._language = language
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        style(self._title, Type.HEADING)
        style(self._text, Type.BODY, Tone.MUTED)
        self._buttons = [QPushButton() for _ in empty.offers]
        for number, button in enumerate(self._buttons):
            role(button, "primary" if number == 0 else "plain")
            button.clicked.connect(lambda _checked=False, number=number: self._empty.offers[number].act())
        if self._buttons:
            self.setFocusProxy(self._buttons[0])
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(STEP * 2)
        column.addStretch(2)
        if self._empty.icon:
            column.addWidget(self._picture)
        column.addWidget(self._title)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._text, MEASURE)
        middle.addStretch()
        column.addLayout(middle)
        column.addSpacing(STEP * 2)
        column.addWidget(SideBySide(*self._buttons, centred=True))
        column.addStretch(3)

    def say(self, title: str, text: str | Phrase, offers: tuple[Offer, ...] = ()) -> None:
        """Say another title and text from now on, and make as many other *offers*; the same where none are given."""
        self._empty = replace(self._empty, title=title, offers=offers or self._empty.offers)
        self._told = text
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        if self._empty.icon:
            side = STEP * 10
            self._picture.setPixmap(picture(self._empty.icon, colours().muted, side, self.devicePixelRatioF()))
        self._text.setMaximumWidth(self.fontMetrics().averageCharWidth() * MEASURE)
        self._title.setText(words.gettext(self._empty.title))
        told = self._told
        text = told.said_in(words) if isinstance(told, Phrase) else words.gettext(told) if told else ""
        self._text.setText(with_keys_in_force(text, words))
        for button, offer in zip(self._buttons, self._empty.offers, strict=True):
            button.setText(words.gettext(offer.label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        button = next((one for one in self._buttons if one.hasFocus()), None)
        if button is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, colours or size of text."""
        answered = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in answered and hasattr(self, "_buttons"):
            self.retranslate()
        super().changeEvent(event)
