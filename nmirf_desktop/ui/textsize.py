"""The keys for larger and smaller text: what is pressed several times in a row is laid out once."""

from PySide6.QtCore import QObject, QTimer

from nmirf_desktop.ui.preferences import Memory

PAUSE = 80
"""How long after the last key the text takes its new size, in milliseconds."""


class TextSize(QObject):
    """The size of text in percent that was asked for; it is kept when the keys have come to rest."""

    def __init__(self, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._percent = memory.now.text_percent
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(lambda: memory.keep(memory.now.resized(self._percent)))
        memory.changed.connect(self._follow)

    def step(self, by: int) -> None:
        """So many percent more or less; 0 is the system's own size."""
        self._percent = self._memory.now.resized(self._percent + by if by else 100).text_percent
        self._rest.start()

    def _follow(self) -> None:
        if not self._rest.isActive():
            self._percent = self._memory.now.text_percent
