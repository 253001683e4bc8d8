"""The keys of undo and redo where nothing is left to take back or to do again: they say so."""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.ui.menus import Verbs


class SpentKeys:
    """A command that is greyed out hears no key: these ask its verb instead, which says that there is nothing."""

    def __init__(self, verbs: Verbs, window: QWidget) -> None:
        self._undo = [QShortcut("Ctrl+Z", window, verbs.undo)] if verbs.undo is not None else []
        self._redo = [QShortcut("Ctrl+Y", window, verbs.redo)] if verbs.redo is not None else []
        self.follow(None, None)

    def follow(self, undo: Sayable | None, redo: Sayable | None) -> None:
        """What undo and redo would do now; ``None`` where there is nothing."""
        for shortcut in self._undo:
            shortcut.setEnabled(undo is None)
        for shortcut in self._redo:
            shortcut.setEnabled(redo is None)
