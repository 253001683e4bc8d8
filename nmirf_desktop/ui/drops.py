"""A list dropped anywhere on the window is looked at as an import; nothing is taken in by that."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

ENDINGS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"})
"""How the names of files end that may be lists."""


def list_in(data: QMimeData) -> Path | None:
    """The one file of what is dragged, where it may be a list."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None


class ListDrops(QObject):
    """Answers for a window what its parts do not answer for themselves."""

    def __init__(self, window: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a list in, and hand its path on when it is dropped."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            path = list_in(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self._take(path)
                return True
        return super().eventFilter(watched, event)
