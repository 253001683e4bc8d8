"""The store's announcement as a Qt signal: a screen reads again when its subjects were touched."""

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.changes import Changes


class ChangeFeed(QObject):
    """Emits ``changed`` with the subjects of each commit, in the window's thread whoever wrote."""

    changed = Signal(object)

    def announce(self, changes: Changes) -> None:
        """Given to the store as its callback: called once after each commit."""
        self.changed.emit(changes)
