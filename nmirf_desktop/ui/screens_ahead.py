"""Screens are loaded beside the window once its first facts are shown: the first visit of none waits for it."""

import gc
import importlib
import pkgutil
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QThread, QTimer

from nmirf_desktop.i18n import Language, read_words
from nmirf_desktop.ui import screens
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest

Load = Callable[[], object]
Act = Callable[[], None]
FIRST = ("session", "minutes")
"""What nobody waits for in the room; their names bring what they consist of."""
PATIENCE = 100
"""After how many milliseconds it is asked again whether somebody types."""


class ScreensAhead(QThread):
    """Reads the words of each language and imports one screen after the other, each while nobody types.

    A screen that is asked for meanwhile is imported as ever. Nothing is looked through for garbage while one is loaded:
    what belongs to the window must not go in this thread. What was loaded stays as long as the program, which waits at
    its end for what is under way.
    """

    def __init__(self, rest: CollectedAtRest, application: QCoreApplication) -> None:
        super().__init__(application)
        known = [module.name for module in pkgutil.iter_modules(screens.__path__)]
        named = [f"{screens.__name__}.{name}" for name in sorted(known, key=lambda one: one not in FIRST)]
        self._rest = rest
        self._left: list[Load] = [partial(read_words, one) for one in Language]
        self._left += [partial(importlib.import_module, one) for one in named]
        self._then: list[Act] = []
        self._next: Load = list
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self.go_on)
        self.finished.connect(self._loaded)
        application.aboutToQuit.connect(self.let_go)

    def then(self, act: Act) -> None:
        """Do what only the window's own thread may do, once all is loaded, while nobody types."""
        self._then.append(act)
        if not (self._left or self.isRunning() or self._wait.isActive()):
            self.go_on()

    def go_on(self) -> None:
        """Load the next one, at rest, or do what is to be done then."""
        if not self._rest.rests:
            self._wait.start()
        elif self._left:
            self._next = self._left.pop(0)
            gc.disable()
            self.start()
        elif self._then:
            self._wait.start()
            self._then.pop(0)()

    def run(self) -> None:
        """Load one, in this thread."""
        self._next()

    def _loaded(self) -> None:
        gc.enable()
        if not self._left:
            gc.collect()
            gc.freeze()
        self.go_on()

    def let_go(self) -> None:
        """Load no more."""
        self._left.clear()
        self._then.clear()
        self._wait.stop()
        self.wait()
