"""The line above a list in which one types what its rows shall hold."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent

from nmirf_desktop.ui.searchline import SearchLine

MANY = 2_000
"""From so many rows on, what is typed is looked for after a pause of the keys: each look takes longer than a key."""
PAUSE = 250
"""How long the pause is, in milliseconds."""


class FilterLine(SearchLine):
    """``wanted`` carries what is typed: at once in a short list, after a pause of the keys in a long one.

    Return, and leaving the line, end the pause; so does an empty line.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.wanted.emit(self.text()))
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._end_pause)

    def _typed(self, text: str) -> None:
        self._pause.stop()
        if text and self.rows >= MANY:
            self._pause.start()
        else:
            self.wanted.emit(text)

    def _end_pause(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.wanted.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes on to the rows finds those that were asked for."""
        super().focusOutEvent(event)
        self._end_pause()
