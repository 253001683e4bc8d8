"""The list under a line in which something is typed: what it may mean, taken by Enter, Tab or a click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from nmirf_desktop.ui.theme import dress, role

ROWS = 10
"""So many rows are shown without scrolling."""
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
"""These take the row of the list that is marked."""


class OfferedList(QObject):
    """Rows under a line. While it is open it has the keyboard; ``taken`` carries the number of the row taken.

    ``entered`` follows where Enter took it, with which a form of one line is complete; ``given_up``: Escape closes it.

    Tab goes on from *field* after a row was taken, and, where none is marked, closes the list and goes on too.
    """

    taken = Signal(int)
    entered = Signal()
    given_up = Signal()

    def __init__(self, editor: QWidget, field: QWidget) -> None:
        super().__init__(field)
        self._editor, self._field = editor, field
        self._rows = QStringListModel(self)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup = QListView()
        role(self.popup, "offer")
        self._completer.setPopup(self.popup)
        dress(self.popup)  # a window of its own
        self._completer.setMaxVisibleItems(ROWS)
        self._completer.setWrapAround(False)  # Down on the last row would mark none, and Enter take nothing
        self._completer.setWidget(editor)
        self.popup.installEventFilter(self)  # after the completer's own, so that it is asked first
        self.popup.clicked.connect(self._take)

    @property
    def open(self) -> bool:
        """Whether the list is open."""
        return self.popup.isVisible()

    @property
    def rows(self) -> tuple[str, ...]:
        """What the list offers."""
        return tuple(self._rows.stringList())

    def show_rows(self, rows: Sequence[str], *, marked: bool) -> None:
        """Show these rows, the first of them *marked* or none; nothing where there is none."""
        self._rows.setStringList(list(rows))
        if not rows:
            self.popup.hide()
            return
        self._completer.complete()
        self.popup.setCurrentIndex(self._rows.index(0, 0) if marked else QModelIndex())

    def hide(self) -> None:
        """Close the list."""
        self.popup.hide()

    def _take(self, index: QModelIndex) -> None:
        self.popup.hide()  # while it is open, the line does not learn that it lost the keyboard
        if index.isValid():
            self.taken.emit(index.row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take the row that is marked, and Tab goes on."""
        if watched is not self.popup or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        if event.key() not in TAKING:
            return False
        marked = self.popup.currentIndex().isValid()
        self._take(self.popup.currentIndex())
        if marked and event.key() != Qt.Key.Key_Tab:
            self.entered.emit()
        if event.key() == Qt.Key.Key_Tab and self._editor.hasFocus():
            self._field.focusNextChild()
        return True
