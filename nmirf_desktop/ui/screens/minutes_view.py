"""The whole text of the minutes as rows that are painted; the current one holds the one editor."""

from collections.abc import Callable, Mapping, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer, Signal  # fmt: skip
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nmirf_desktop.i18n import Catalog
from nmirf_desktop.ui.rows import VALUE, RowModel
from nmirf_desktop.ui.rowview import RowView
from nmirf_desktop.ui.screens.minutes_laid import NOTHING_FOUND, Found, Sheet
from nmirf_desktop.ui.screens.minutes_rows import COLUMNS, Line
from nmirf_desktop.ui.theme import STEP, colours

Index = QModelIndex | QPersistentModelIndex
SHOWN = len(COLUMNS) - 1
"""The one column that is shown: all of a paragraph."""
SLICE = 0.005
"""For how long at a time rows out of sight are measured, in seconds."""
RESTING = 200
"""How long after a key that goes on, in milliseconds."""


class ParagraphView(RowView):
    """Rows of paragraphs. ``pressed_in`` carries the language in whose column the pointer was let go.

    The editor is a widget of the page that is read: it stands in the current row, scrolls with it, and the row is as
    high as the editor is. Rows in sight are measured before they are painted, others while nothing else is to be done;
    what is read stays where it is meanwhile.
    """

    pressed_in = Signal(object)
    fitted = Signal()
    """The current row has the height of its editor again."""

    def __init__(self, words: Callable[[], Catalog]) -> None:
        super().__init__()
        self.sheet = Sheet(self, words)
        self.found: Mapping[str, Found] = {}
        self.editor: QWidget | None = None
        self._source: RowModel[Line]
        self._measuring = False
        self._reckoned = False
        self._reckoned_for: tuple[Line, ...] = ()
        self.setAlternatingRowColors(False)
        self.setItemDelegate(_Painted(self))
        self.horizontalHeader().hide()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_more)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_editor)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._measure_seen())
        self.verticalHeader().setMinimumSectionSize(1)

    def begin(self, source: RowModel[Line]) -> None:
        """Show the one column across the whole width; asked for once the view has its model."""
        self._source = source
        header = self.horizontalHeader()
        for number in range(header.count()):
            self.setColumnHidden(number, number != SHOWN)
        header.setSectionResizeMode(SHOWN, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def hold(self, editor: QWidget) -> None:
        """Let the current row hold an editor."""
        self.editor = editor
        editor.setParent(self.viewport())
        editor.setAutoFillBackground(True)
        editor.setBackgroundRole(QPalette.ColorRole.Base)
        editor.installEventFilter(self)
        editor.show()

    # -- heights -----------------------------------------------------------------------------------------------------

    def line(self, row: int) -> Line:
        """The paragraph of a row."""
        return self._source.at(row)

    def reckon_others(self) -> None:
        """Reckon where the rows are others than those that were reckoned last, such as while they were put in."""
        if not self._reckoned or self._reckoned_for != self._source.rows:
            self.reckon()

    def reckon(self) -> None:
        """Give each row the height that was measured, or that its letters ask for; out of sight, once it is seen."""
        self._reckoned = self.isVisible()
        if not self._reckoned:
            return
        self._reckoned_for = self._source.rows
        header = self.verticalHeader()
        blocked = header.blockSignals(True)
        current = self.currentIndex().row()
        for row in range(self.model().rowCount()):
            high = self.sheet.reckoned(self.line(row))
            if row != current and header.sectionSize(row) != high:
                header.resizeSection(row, high)
        header.blockSignals(blocked)
        self.updateGeometries()
        self._measure_seen()
        self._idle.start()
        self.place()

    def _measure_seen(self) -> None:
        """Measure the rows in sight, while one of them stays where it stands."""
        if self._measuring or not self.isVisible():
            return
        first = self.rowAt(0)
        if first >= 0:
            self._apply({row: self._height(row) for row in self._from(first, self.viewport().height())}, self._stays())

    def _stays(self) -> int:
        """Which row stays where it stands when others get another height: the current one in sight, else the first."""
        current = self.currentIndex()
        seen = current.isValid() and self.viewport().rect().intersects(self._across(current))
        return current.row() if seen else max(self.rowAt(0), 0)

    def _from(self, first: int, room: int) -> list[int]:
        """The rows from one on that fill a height, by what they are known to be high."""
        rows, used = [], self.rowViewportPosition(first)
        for row in range(first, self.model().rowCount()):
            if used >= room:
                break
            rows.append(row)
            used += self._height(row)
        return rows

    def _height(self, row: int) -> int:
        if row == self.currentIndex().row() and self.editor is not None and not self.editor.isHidden():
            return self.sheet.above(self.line(row)) + self._editor_height() + STEP * 2
        return self.sheet.height(self.line(row))

    def _height_now(self, row: int) -> int:
        """The height of a row that is not the current one: measured in sight, else as far as it is known."""
        top, line = self.rowViewportPosition(row), self.line(row)
        seen = self.isVisible() and top < self.viewport().height() and top + self.rowHeight(row) > 0
        return self.sheet.height(line) if seen else self.sheet.reckoned(line)

    def _apply(self, heights: Mapping[int, int], anchor: int) -> bool:
        """Give rows their heights, while the *anchor* stays where it stands; whether one is another one."""
        header, bar = self.verticalHeader(), self.verticalScrollBar()
        changed = {row: high for row, high in heights.items() if header.sectionSize(row) != high}
        if not changed:
            return False
        at = self.rowViewportPosition(anchor)
        self._measuring = True
        for row, high in changed.items():
            header.resizeSection(row, high)
        self.updateGeometries()
        bar.setValue(bar.value() + self.rowViewportPosition(anchor) - at)
        self._measuring = False
        self._put_editor()
        return True

    def _measure_more(self) -> None:
        """Measure rows out of sight for some milliseconds: those that were not yet, from the one that is read on.

        A row that kept another height than was measured, such as while its text was saved, gets it.
        """
        self._idle.setInterval(0)
        first, count = max(self.rowAt(0), 0), self.model().rowCount()
        end, heights, header = perf_counter() + SLICE, {}, self.verticalHeader()
        for row in (*range(first, count), *range(first - 1, -1, -1)):
            line = self.line(row)
            if row != self.currentIndex().row() and self.sheet.known(line) != header.sectionSize(row):
                heights[row] = self.sheet.height(line)
                if perf_counter() > end:
                    break
        else:
            self._idle.stop()
        if heights and first < count:
            self._apply(heights, self._stays())

    # -- the editor --------------------------------------------------------------------------------------------------

    def _area(self) -> QRect:
        """The place of the current row's texts."""
        return self.sheet.texts(self._across(self.currentIndex()), self.line(self.currentIndex().row()))

    def _editor_height(self) -> int:
        editor = self.editor
        if editor is None:
            return 0
        width = max(self.viewport().width() - self.sheet.number - STEP * 4, 1)
        wraps = editor.width() != width
        if wraps:
            editor.resize(width, editor.height())
        for part in (*reversed(editor.findChildren(QWidget)), editor):
            if (layout := part.layout()) is not None:  # at once, from the innermost: Qt tells one after the other
                if wraps:  # else only what changed is laid out: what is laid out anew asks for another look, for ever
                    layout.invalidate()
                layout.activate()
        return editor.sizeHint().height()

    def place(self) -> None:
        """Put the editor into the current row, and give the row its height."""
        row = self.currentIndex().row()
        if self.editor is None or row < 0 or not self.isVisible():
            return
        self._apply({row: self._height(row)}, max(self.rowAt(0), 0))
        self._put_editor()

    def refit(self) -> None:
        """The editor may be of another height: see once the event is over. What is out of sight waits for the keys."""
        self._fitting.start()
        if self._idle.isActive():
            self._idle.start(RESTING)

    def _fit_editor(self) -> None:
        self.place()
        self.fitted.emit()

    def _put_editor(self) -> None:
        if self.editor is not None and self.currentIndex().isValid():
            area = self._area()
            self.editor.setGeometry(area.left(), area.top(), area.width(), max(area.height(), 1))

    def bring(self, inner: QRect | None = None) -> None:
        """Bring the current row into view, or a part of its editor, such as the line of the cursor."""
        index = self.currentIndex()
        if not index.isValid():
            return
        whole = inner if inner is not None else self._across(index)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if whole.top() < 0 or whole.height() > room:
            bar.setValue(bar.value() + whole.top())
        elif whole.bottom() >= room:
            bar.setValue(bar.value() + whole.bottom() + 1 - room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row grows with its editor."""
        if watched is self.editor and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Hide, QEvent.Type.Show):
            self._fitting.start()
        return super().eventFilter(watched, event)

    # -- Qt's events -------------------------------------------------------------------------------------------------

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Only the rows that changed are measured again: at once those in sight, others while nothing else is done."""
        super().dataChanged(first.sibling(first.row(), SHOWN), last.sibling(last.row(), SHOWN), list(roles))
        rows = [row for row in range(first.row(), last.row() + 1) if row != self.currentIndex().row()]
        if self.sheet.width and rows:
            self._apply({row: self._height_now(row) for row in rows}, self._stays())
            self._idle.start()

    def keep_in_sight(self) -> None:
        """Bring the current row into view, measured."""
        if self.currentIndex().isValid():
            self.place()
            self.bring()
            self._measure_seen()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The row before is painted again, and as high as its texts."""
        super().currentChanged(current, previous)
        if previous.isValid() and previous.row() < self.model().rowCount():
            self._apply({previous.row(): self.sheet.height(self.line(previous.row()))}, max(self.rowAt(0), 0))
        self._fitting.start()
        if self.sheet.width:
            self._idle.start(RESTING)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The editor goes with its row."""
        super().scrollContentsBy(dx, dy)
        self._put_editor()

    def showEvent(self, event: QShowEvent) -> None:
        """Reckon what came while nobody looked."""
        super().showEvent(event)
        if not self._reckoned:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        if self.viewport().width() != self.sheet.width:
            self._fit()
        self._measure_seen()

    def _fit(self) -> None:
        """Another size of text has other measures."""
        if hasattr(self, "sheet"):
            stays, bar = self._stays(), self.verticalScrollBar()
            at = self.rowViewportPosition(stays)
            self.sheet.fit(self.viewport().width())
            self.reckon()
            bar.setValue(bar.value() + self.rowViewportPosition(stays) - at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press in a column is meant for its language."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and not event.modifiers():
            language = self.sheet.language_at(
                self.visualRect(index), self.line(index.row()), event.position().toPoint()
            )
            if language is not None:
                self.pressed_in.emit(language)


class _Painted(QStyledItemDelegate):
    """Paints a paragraph; of the current one only what stands around the editor."""

    def __init__(self, view: ParagraphView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        line: Line = index.data(VALUE)
        row: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        current = index.row() == view.currentIndex().row()
        painter.fillRect(row, QColor(colours().alternate if selected and not current else colours().base))
        if selected:
            painter.fillRect(QRect(row.left(), row.top(), STEP, row.height()), QColor(colours().accent))
        if current and view.editor is not None and not view.editor.isHidden():
            view.sheet.paint_frame(painter, row, line)
        else:
            view.sheet.paint(painter, row, line, view.found.get(line.key, NOTHING_FOUND))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A paragraph is there to be read: no tip repeats it under the pointer."""
        return True
