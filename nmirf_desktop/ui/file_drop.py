"""Files that are dropped on a part of the window, or pasted into it: copies are taken, the files stay there."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, role


def local_files(data: QMimeData | None) -> tuple[Path, ...]:
    """The files of this machine that are dragged or were copied; what lies on the network's addresses is none."""
    if data is None or not data.hasUrls():
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def pasted_files() -> tuple[Path, ...]:
    """The files that were copied in the system's own view of its folders."""
    return local_files(QApplication.clipboard().mimeData())


class FileDrop(QObject):
    """Takes files that are dropped anywhere on a widget. ``dropped`` carries their paths.

    ``hovering`` says whether files are held over it just now.
    """

    dropped = Signal(object)
    hovering = Signal(bool)

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self.enabled = True
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def spare_editors(self) -> None:
        """Have the place, not the texts in it, take files: a text would write down where they lie."""
        for line in self._place.findChildren(QLineEdit):
            line.installEventFilter(self)
        for kind in (QPlainTextEdit, QTextEdit):
            for text in self._place.findChildren(kind):
                text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files that enter, move and fall."""
        if isinstance(event, QDragLeaveEvent) and watched is self._place:
            self.hovering.emit(False)
        if not isinstance(event, QDropEvent):
            return False
        paths = local_files(event.mimeData())
        if not paths:
            return False
        if watched is not self._place or not self.enabled:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.hovering.emit(event.type() != QEvent.Type.Drop)
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


class DropHint(QLabel):
    """Says over a part of the window that files may be dropped there, while some are held over it (*text*, marked)."""

    def __init__(self, place: QWidget, text: str, language: CurrentLanguage) -> None:
        super().__init__(place, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._text = text
        self._place = place
        self._language = language
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(STEP * 4)
        role(self, "floating")
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Lie over the upper part of the place, as wide as it is."""
        self.setText(self._language.words.gettext(self._text))
        place = self._place.rect().adjusted(STEP * 4, STEP * 4, -STEP * 4, 0)
        self.setGeometry(place.left(), place.top(), place.width(), self.heightForWidth(place.width()))
        self.raise_()
        super().showEvent(event)
