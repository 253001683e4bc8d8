"""Screens are loaded beside the window once its first facts are shown: the first visit of none waits for it."""

import gc
import importlib
import pkgutil

from PySide6.QtCore import QCoreApplication, QThread

from nmirf_desktop.i18n import read_all
from nmirf_desktop.ui import screens
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest

PATIENCE = 100
"""After how many milliseconds it is asked again whether somebody types."""


class ScreensAhead(QThread):
    """Reads the words of each language and imports one screen after the other while nobody types.

    A screen that is asked for meanwhile is imported as ever. What was loaded stays as long as the program, which waits
    at its end for the one that is under way.
    """

    def __init__(self, rest: CollectedAtRest, application: QCoreApplication) -> None:
        super().__init__(application)
        self._rest = rest
        self.finished.connect(gc.freeze)
        application.aboutToQuit.connect(self._let_go)

    def run(self) -> None:
        """Load them, in this thread."""
        read_all()
        for module in pkgutil.iter_modules(screens.__path__):
            while not (self._rest.rests or self.isInterruptionRequested()):
                self.msleep(PATIENCE)
            if self.isInterruptionRequested():
                return
            importlib.import_module(f"{screens.__name__}.{module.name}")

    def _let_go(self) -> None:
        self.requestInterruption()
        self.wait()
