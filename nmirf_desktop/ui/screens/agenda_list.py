"""The list of items: a band above the first item of each sitting, and items dragged to another place with a line."""

import json
from collections.abc import Collection
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QDrag, QDragLeaveEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_tree import Spot, branch, spot_before, spot_below
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import VALUE
from nmirf_desktop.ui.screens.agenda_rows import COLUMNS, INDENT, AgendaRow, Band
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, colours, tone_colour

ITEMS = "application/x-nmirf-agenda-items"
"""What is carried while items are dragged: their keys."""
EDGE = 3
"""So many parts of a row, at its top and at its bottom, mean before and after; what is between means into."""


class Where(Enum):
    """Where items fall: before a row, as parts of its item, or below it."""

    BEFORE = "before"
    INTO = "into"
    BELOW = "below"


class SittingBands(QStyledItemDelegate):
    """Paints above the first row of each sitting which one it is; such a row is higher by each of its bands."""

    def __init__(self, table: "ItemList", language: CurrentLanguage) -> None:
        super().__init__(table)
        self._table, self._language = table, language
        self._above: dict[int, tuple[Band, ...]] = {}
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.fit)
        for signal in (table.model.layoutChanged, table.model.rowsInserted, table.model.rowsRemoved):
            signal.connect(lambda *_: self._again.start())
        table.view.setItemDelegate(self)
        table.view.installEventFilter(self)

    def fit(self) -> None:
        """Give the rows that begin a sitting their height, and all others theirs."""
        header, before = self._table.view.verticalHeader(), None
        above: dict[int, tuple[Band, ...]] = {}
        for row, value in enumerate(self._table.model.rows):
            if value.band is not None and value.band != before:
                above[row] = (*value.passed, value.band)
            elif value.passed:
                above[row] = value.passed
            before = value.band
        self._above = above
        high = header.defaultSectionSize()
        for row, value in enumerate(self._table.model.rows):
            wanted = high * (1 + len(above.get(row, ())) + len(value.rest))
            if header.sectionSize(row) != wanted:
                header.resizeSection(row, wanted)

    def own(self, row: int, whole: QRect) -> QRect:
        """The part of a row that is the item's: between the bands above it and, on the last row, those below."""
        above, below = len(self._above.get(row, ())), len(self._table.model.rows[row].rest)
        high = whole.height() // (1 + above + below)
        return QRect(whole.left(), whole.top() + high * above, whole.width(), high)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A cell, below the parts of its bands where its row begins a sitting."""
        value, above = index.data(VALUE), self._above.get(index.row(), ())
        if not isinstance(value, AgendaRow) or not (above or value.rest):
            super().paint(painter, option, index)
            return
        high = option.rect.height() // (1 + len(above) + len(value.rest))
        own = QStyleOptionViewItem(option)
        own.rect = self.own(index.row(), option.rect)
        super().paint(painter, own, index)
        places = (*range(len(above)), *range(len(above) + 1, len(above) + 1 + len(value.rest)))
        for place, band in zip(places, (*above, *value.rest), strict=True):
            cell = QRect(option.rect.left(), option.rect.top() + high * place, option.rect.width(), high)
            self._paint_band(painter, option, cell, band)

    def _paint_band(self, painter: QPainter, option: QStyleOptionViewItem, cell: QRect, band: Band) -> None:
        """The part of a band that lies in a cell; where it is too narrow, the day goes before the rest is cut."""
        view = self._table.view
        whole = QRect(-view.horizontalOffset(), cell.top(), view.horizontalHeader().length(), cell.height())
        painter.save()
        painter.setClipRect(cell)
        painter.fillRect(cell, option.palette.color(QPalette.ColorRole.Window))
        painter.setPen(tone_colour(colours(), Tone.ATTENTION if band.full else Tone.MUTED))
        inner = whole.adjusted(STEP, 0, -STEP, 0)
        words, metrics = self._language.words, option.fontMetrics
        ways = band.ways_in(words)
        said = next((one for one in ways if metrics.horizontalAdvance(one) <= inner.width()), ways[-1])
        said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of text, other heights."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._again.start()
        return False  # a delegate's own filter is for editors, which an agenda's cells have not


class DropLine(QWidget):
    """Shows where items that are dragged would fall: a line between rows, or a frame around one."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.where = Where.BEFORE
        self.hide()

    def point(self, row: QRect, where: Where, indent: int) -> None:
        """Mark a place: a line from *indent* on at the edge of a row, or the row itself."""
        self.where = where
        if where is Where.INTO:
            self.setGeometry(row)
        else:
            edge = row.top() if where is Where.BEFORE else row.bottom() + 1
            self.setGeometry(row.left() + indent, max(0, edge - 2), row.width() - indent, 4)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line with its knob, or the frame, in the colour of what is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(colours().accent)
        if self.where is Where.INTO:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            return
        painter.fillRect(self.rect().adjusted(2, 1, 0, -1), accent)
        painter.setBrush(accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(0, 0, 4, 4)


class ItemDrag(QObject):
    """Lets items be dragged within their list."""

    def __init__(self, table: "ItemList") -> None:
        super().__init__(table)
        self._table = table
        self._pressed: QPoint | None = None
        self._held = False
        self.enabled = True
        self.line = DropLine(table.view.viewport())
        table.view.viewport().setAcceptDrops(True)
        table.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Presses that may begin a drag, and items that are held over the list and fall."""
        if isinstance(event, QMouseEvent):
            return self._moused(event)
        if isinstance(event, QDragLeaveEvent):
            self.line.hide()
        elif isinstance(event, QDropEvent) and event.mimeData().hasFormat(ITEMS):
            self._carried(event)
            return True
        return super().eventFilter(watched, event)

    def _moused(self, event: QMouseEvent) -> bool:
        view, plain = self._table.view, event.modifiers() == Qt.KeyboardModifier.NoModifier
        at = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                index = view.indexAt(at)
                self._pressed = at if index.isValid() and plain and self.enabled else None
                self._held = self._pressed is not None and len(self._table.chosen) > 1
                self._held = self._held and view.selectionModel().isSelected(index)
                if self._held:
                    view.setFocus()
                return self._held
            case QEvent.Type.MouseMove if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
                if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                    self._pressed, self._held = None, False
                    self._drag()
                return True
            case QEvent.Type.MouseButtonRelease:
                held, self._pressed, self._held = self._held, None, False
                row = view.indexAt(at).row()
                if held and row >= 0:
                    self._table.select(self._table.model.rows[row].item.key)
                return held
            case _:
                return False

    def carried(self) -> QMimeData:
        """The chosen items as they are carried."""
        data = QMimeData()
        data.setData(ITEMS, json.dumps([one.item.key for one in self._table.chosen]).encode())
        return data

    def _drag(self) -> None:
        drag = QDrag(self._table.view)
        drag.setMimeData(self.carried())
        drag.exec(Qt.DropAction.MoveAction)
        self.line.hide()

    def _carried(self, event: QDropEvent) -> None:
        """Show where items would fall, or have them fall."""
        keys = json.loads(bytes(event.mimeData().data(ITEMS).data()))
        found = self._place(event.position().toPoint(), keys) if self.enabled else None
        if found is None:
            self.line.hide()
            # what is let in may go on to another row: Qt moves nothing over a widget that refused its entry
            event.setAccepted(self.enabled and event.type() == QEvent.Type.DragEnter)
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        row, where = found
        if event.type() == QEvent.Type.Drop:
            self.line.hide()
            self._table.dropped.emit(tuple(keys), self._spot(row, where))
        else:
            self._show(row, where)

    def _place(self, at: QPoint, keys: Collection[Key]) -> tuple[int, Where] | None:
        """The row under a point and where in it, below the last one below that; nothing inside what is carried.

        What falls on the band of a sitting is the first of it.
        """
        view, shown = self._table.view, self._table.model.rows
        items = [one.item for one in self._table.model.values]
        if not shown or not set(keys) <= {one.key for one in items}:
            return None
        row = view.rowAt(at.y())
        if row < 0:
            row, where = len(shown) - 1, Where.BELOW
        else:
            own = self._own(row)
            part = (at.y() - own.top()) * EDGE // max(1, own.height())
            where = (Where.BEFORE, Where.INTO, Where.BELOW)[max(0, min(2, part))]
        inside = set().union(*(branch(items, key) for key in keys))
        return None if shown[row].item.key in inside else (row, where)

    def _own(self, row: int) -> QRect:
        """Where the item of a row is shown, without the bands of sittings."""
        view = self._table.view
        whole = QRect(0, view.rowViewportPosition(row), view.viewport().width(), view.rowHeight(row))
        return self._table.bands.own(row, whole)

    def _spot(self, row: int, where: Where) -> Spot:
        items, key = [one.item for one in self._table.model.values], self._table.model.rows[row].item.key
        match where:
            case Where.BEFORE:
                return spot_before(items, key)
            case Where.INTO:
                return Spot(key)
            case Where.BELOW:
                return spot_below(items, key)

    def _show(self, row: int, where: Where) -> None:
        view, one = self._table.view, self._table.model.rows[row]
        level = one.level
        if where is Where.BELOW and self._spot(row, where).parent == one.item.key:
            level += 1
        indent = view.fontMetrics().horizontalAdvance(INDENT) * level
        self.line.point(self._own(row), where, indent)


class ItemList(RowTable[AgendaRow]):
    """The items in their order. ``dropped`` carries the keys of items and the :class:`Spot` where they fell."""

    dropped = Signal(object, object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(COLUMNS, lambda one: one.item.key, language)
        self.name(N_("Items of the agenda"))
        self.view.setSortingEnabled(False)
        self.bands = SittingBands(self, language)
        self.drag = ItemDrag(self)

    def replace(self, item: AgendaItem) -> None:
        """Show another text of one item in its row, before the whole agenda is read again."""
        rows = (
            replace(one, place=replace(one.place, item=item)) if one.item.key == item.key else one
            for one in self.model.values
        )
        self.model.show(rows)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of the items chosen, in their order."""
        return tuple(one.item.key for one in self.chosen)
