"""A text to read in three languages side by side, one below the other where there is little room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.labels import WrappedLabel
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

NARROW = 22
"""Below so many letters for each language they stand one below the other."""


class Threefold(QWidget):
    """Each language under its own name with its state, its title and its text; all can be selected and copied."""

    def __init__(self, size: Type = Type.BODY) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(STEP * 5)
        self.heads = {tongue: QLabel() for tongue in Language}
        self.titles = {tongue: WrappedLabel() for tongue in Language}
        self.texts = {tongue: WrappedLabel() for tongue in Language}
        for tongue in Language:
            style(self.heads[tongue], Type.SMALL, Tone.MUTED)
            style(self.titles[tongue], Type.HEADING)
            style(self.texts[tongue], size)
            column = QVBoxLayout()
            column.setSpacing(STEP)
            for label in (self.heads[tongue], self.titles[tongue], self.texts[tongue]):
                label.setProperty("tongue", str(tongue))
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                column.addWidget(label)
            column.addStretch()
            self._line.addLayout(column, 1)

    def show_text(self, tongue: Language, state: str, title: str, text: str) -> None:
        """What stands under one language; *state* in words."""
        self.heads[tongue].setText(f"{NAMES[tongue]} \N{MIDDLE DOT} {state}" if state else NAMES[tongue])
        self.titles[tongue].setText(title)
        self.titles[tongue].setVisible(bool(title))
        self.texts[tongue].setText(text)

    def _fit(self) -> None:
        """Beside each other where each has room."""
        room = self.fontMetrics().averageCharWidth() * NARROW * len(self.texts)
        sides = QBoxLayout.Direction.LeftToRight if self.width() >= room else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not sides:
            self._line.setDirection(sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
