"""Files dropped on a part of the window, or copied to be pasted into it, as the system's view of its folders does."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
OFFERED = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def carried(paths: Iterable[Path | str]) -> QMimeData:
    """Files, or addresses, with where they lie as text, too."""
    data = QMimeData()
    data.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def hold(widget: QWidget, data: QMimeData) -> bool:
    """Hold something over a widget; whether it, or what it stands in, would take it."""
    event = QDragEnterEvent(QPoint(2, 2), OFFERED, data, LEFT, PLAIN)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()
    return event.isAccepted()


def leave(widget: QWidget) -> None:
    """Move it away again."""
    QApplication.sendEvent(widget, QDragLeaveEvent())
    QApplication.processEvents()


def drop(widget: QWidget, paths: Iterable[Path | str]) -> Qt.DropAction | None:
    """Drop files on a widget; what is done with them, nothing where they are not taken."""
    data = carried(paths)
    if not hold(widget, data):
        return None
    event = QDropEvent(QPointF(2, 2), OFFERED, data, LEFT, PLAIN)
    QApplication.sendEvent(widget, event)
    for _ in range(3):
        QApplication.processEvents()
    return event.dropAction()


def copy(paths: Iterable[Path | str]) -> None:
    """Copy files, to be pasted."""
    QApplication.clipboard().setMimeData(carried(paths))
