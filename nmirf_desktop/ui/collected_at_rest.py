"""Python looks for what is no longer used while nobody types: a key never waits for it."""

import gc
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

REST = 1_500
"""How long nobody typed or clicked, in milliseconds, before all that was made is looked through."""
DUE = 10
"""After so many collections of what is younger, all that was made is to be looked through: Python's own measure."""
LATEST = 500
"""After so many it is looked through in any case, as where a key is held down for minutes."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
    }
)


class CollectedAtRest(QObject):
    """Puts the looking through of all that was made off until keys and mouse rest.

    With a long draft open it takes some 50 ms, and Python begins it when something is made: in the midst of a key.
    What is younger takes a millisecond, and is looked through as ever.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._typed = monotonic()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._collect)
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, LATEST)
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        """See what is typed in a window: once in each, however often it is come back to."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait anew where something was typed or clicked."""
        if event.type() in _INPUT:
            self._typed = monotonic()
            self._rest.start()
        return False

    @property
    def rests(self) -> bool:
        """Whether nobody typed or clicked for :data:`REST`, as far as it was seen."""
        return monotonic() - self._typed >= REST / 1_000

    def _collect(self) -> None:
        if gc.isenabled() and gc.get_count()[2] >= DUE:
            gc.collect()
