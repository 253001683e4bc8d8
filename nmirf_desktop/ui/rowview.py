"""The rows of a list and their keys: Enter opens, Space ticks, F2 edits, Ctrl+C copies, typing filters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from nmirf_desktop.ui.theme import STEP, colours

Index = QModelIndex | QPersistentModelIndex
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def begins_text(event: QKeyEvent) -> bool:
    """Whether a key is the first letter of something typed, and no command."""
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & _COMMANDS


class RowView(QTableView):
    """A dense table; what its keys ask for is said by its signals."""

    opened = Signal()
    ticked = Signal()
    """The box of the current row was clicked, or Space was pressed."""
    edit_asked = Signal()
    copied = Signal()
    typed = Signal(str)
    resized = Signal()
    begun_anew = Signal()
    """Another selection took the place of the one before, by a key or a press without Ctrl."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.boxes = -1
        """The number of the column whose cells are boxes to be ticked."""
        self.clicked.connect(self._tick_at)
        self.doubleClicked.connect(self._open_at)
        self._lines, self._short = 1, False
        self._fit()

    def _tick_at(self, index: QModelIndex) -> None:
        if index.column() == self.boxes:
            self.ticked.emit()

    def _open_at(self, index: QModelIndex) -> None:
        """A double click opens; in a box it is two clicks."""
        if index.column() != self.boxes:
            self.opened.emit()

    def keep_short(self) -> None:
        """A handful of rows, which are never scrolled."""
        self._short = True

    @property
    def room(self) -> int:
        """The width for columns: beside the scroll bar, also while the rows shown need none, so that nothing jumps."""
        if self._short:
            return self.viewport().width()
        beside = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        return min(self.viewport().width(), beside)

    def set_lines(self, lines: int) -> None:
        """So many lines of text in each row."""
        self._lines = lines
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * self._lines + STEP * 2)

    def reveal(self) -> None:
        """Show every column, so that it can be asked for its width: the head of a hidden one needs none."""
        for number in range(self.horizontalHeader().count()):
            self.setColumnHidden(number, False)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, other rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns; the current row stays in sight where it was."""
        super().resizeEvent(event)
        self.resized.emit()
        current = self.currentIndex()
        if current.isValid() and QRect(QPoint(), event.oldSize()).intersects(self.visualRect(current)):
            self.scrollTo(current)

    def framed(self) -> QRect:
        """What has the keyboard: the current row, or all of a table without one; nothing while it is elsewhere."""
        if not self.hasFocus():
            return QRect()
        return self._across(self.currentIndex())

    def _across(self, index: Index) -> QRect:
        """A row from side to side; all of the table where there is none."""
        row, whole = self.visualRect(index), self.viewport().rect()
        return QRect(0, row.top(), whole.width(), row.height()) if row.isValid() else whole

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """One row is painted by its cells: of several at once Qt paints a line too much, and so all of the next row."""
        if first.row() != last.row():
            super().dataChanged(first, last, list(roles))
            return
        for column in range(first.column(), last.column() + 1):
            cell = first.sibling(first.row(), column)
            super().dataChanged(cell, cell, list(roles))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the row that has the keyboard: a selected one looks alike with and without it."""
        super().paintEvent(event)
        if (box := self.framed()).isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
            painter.end()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The frame goes with the current row: the one before and the new one are painted anew, and no other."""
        super().currentChanged(current, previous)
        for index in (previous, current):
            self.viewport().update(self._across(index))

    def keep_in_sight(self) -> None:
        """Bring the current row into view, where there is one, with all rows laid out that came or went."""
        if self.currentIndex().isValid():
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """A key that goes to another row selects it, with Ctrl as well: current row and selection go together."""
        flags = QItemSelectionModel.SelectionFlag
        command = super().selectionCommand(index, event)
        if isinstance(event, QKeyEvent) and command == flags.NoUpdate:
            command = flags.ClearAndSelect | flags.Rows
        if event is not None and command & flags.Clear:
            self.begun_anew.emit()
        return command

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row: a row has no cells to go along."""
        ends = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)
        if action in ends:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        moved = super().moveCursor(action, modifiers)
        current = self.currentIndex()
        return moved.siblingAtColumn(current.column()) if action in ends and current.isValid() else moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, open, tick, edit, or begin to filter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and self.boxes >= 0:
            self.ticked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif begins_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
