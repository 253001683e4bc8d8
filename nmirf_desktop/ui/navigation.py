"""The left side of the window: every screen with icon and word, and a badge only where something is late or missing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.ui.entries import Badge, ScreenEntry
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, colours, role, tone_colour

ENTRY = Qt.ItemDataRole.UserRole
BADGE = Qt.ItemDataRole.UserRole + 1
INDENT = STEP * 6


class _Delegate(QStyledItemDelegate):
    """Paints icon, word and badge; the current place has the accent's bar and a ground of its own.

    Where it is *folded*, each entry is its icon, with a dot where it has a badge.
    """

    folded = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: ScreenEntry = index.data(ENTRY)
        badge: Badge | None = index.data(BADGE)
        room = STEP * (8 if entry.level else 12)  # the entry of another one has no icon
        width = room + entry.level * INDENT + option.fontMetrics.horizontalAdvance(index.data())
        if badge:
            width += option.fontMetrics.horizontalAdvance(badge.shown()) + STEP * 4
        return QSize(width, option.fontMetrics.height() + STEP * 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        scheme = colours()
        entry: ScreenEntry = index.data(ENTRY)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(scheme.on_selection if current else scheme.text)
        if current:
            ground = rect.adjusted(STEP, 1, -STEP, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.selection))
            painter.drawRoundedRect(ground, STEP, STEP)
            painter.setBrush(QColor(scheme.accent))
            painter.drawRect(QRect(ground.left(), ground.top() + STEP, 3, ground.height() - STEP * 2))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(rect.adjusted(STEP, 2, -STEP, -2), STEP, STEP)
        side = min(STEP * 6, option.fontMetrics.height())
        if self.folded:
            self._paint_folded(painter, rect, side, index, ink)
            painter.restore()
            return
        left = rect.left() + STEP * 3 + entry.level * INDENT
        if not entry.level:
            image = picture(entry.icon, ink.name(), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, rect.center().y() - side // 2 + 1, image)
            left += side + STEP * 2
        right = self._badge(painter, option, index.data(BADGE))
        painter.setPen(ink)
        painter.drawText(rect.adjusted(left - rect.left(), 0, -right, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()

    def _paint_folded(
        self, painter: QPainter, rect: QRect, side: int, index: QModelIndex | QPersistentModelIndex, ink: QColor
    ) -> None:
        image = picture(index.data(ENTRY).icon, ink.name(), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + STEP * 3, rect.center().y() - side // 2 + 1, image)
        badge: Badge | None = index.data(BADGE)
        if badge is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone_colour(colours(), badge.tone)))
            painter.drawEllipse(QRect(rect.left() + STEP * 2 + side, rect.top() + STEP, STEP * 2, STEP * 2))

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, badge: Badge | None) -> int:
        """Paint the badge at the right and say how much room it took."""
        if badge is None:
            return STEP * 2
        text = badge.shown()
        width = option.fontMetrics.horizontalAdvance(text)
        painter.setPen(QColor(tone_colour(colours(), badge.tone)))
        rect: QRect = option.rect
        place = QRect(rect.right() - width - STEP * 3, rect.top(), width + 2, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        return width + STEP * 5


class _List(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        role(self, "navlist")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To be reached by Tab is not to be chosen: Qt makes the first entry current where none is."""
        chosen, before = self.currentRow(), self.blockSignals(True)
        super().focusInEvent(event)
        self.blockSignals(before)
        if chosen < 0:
            self.clearSelection()

    def fold(self, folded: bool) -> None:
        """Paint only pictures, or the words beside them."""
        self._delegate.folded = folded
        self.viewport().update()

    def wide(self) -> int:
        """As wide as the widest entry."""
        rows = range(self.count())
        return max((self.sizeHintForIndex(self.indexFromItem(self.item(row))).width() for row in rows), default=0)

    def high(self) -> int:
        """As high as all entries."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + STEP


class Navigation(QWidget):
    """The list of screens; ``asked`` carries the name of the one chosen."""

    asked = Signal(str)

    def __init__(self, entries: Sequence[ScreenEntry], language: CurrentLanguage) -> None:
        super().__init__()
        role(self, "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._top, self._foot = _List(), _List()
        self._items: dict[str, QListWidgetItem] = {}
        self._badges: dict[str, Badge] = {}
        self._folded = False
        for entry in entries:
            item = QListWidgetItem(self._foot if entry.foot else self._top)
            item.setData(ENTRY, entry)
            self._items[entry.name] = item
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP * 2, 1, STEP)
        column.setSpacing(0)
        column.addWidget(self._top, 1)
        column.addWidget(self._foot)
        for part in (self._top, self._foot):
            part.itemClicked.connect(self._ask)
            part.itemActivated.connect(self._ask)
            part.currentItemChanged.connect(self._walk)
        self.setFocusProxy(self._top)
        self.retranslate()

    def show_current(self, name: str) -> None:
        """Mark where one is."""
        for part in (self._top, self._foot):
            before = part.blockSignals(True)
            item = self._items[name]
            if item.listWidget() is part:
                part.setCurrentItem(item)
            else:
                part.setCurrentRow(-1)
                part.clearSelection()
            part.blockSignals(before)
            part.viewport().update()
        self._bring_in()

    def _bring_in(self) -> None:
        """Where one is stands in sight, once the list is laid out."""
        item = self._top.currentItem()
        if item is not None:
            self._top.doItemsLayout()
            self._top.scrollToItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A lower window shows fewer entries: that of where one is stays among them."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._bring_in)

    def set_badge(self, name: str, badge: Badge | None) -> None:
        """Show what is late or missing behind an entry, or that nothing is."""
        if badge is None:
            self._badges.pop(name, None)
        else:
            self._badges[name] = badge
        self.retranslate()

    def show_entries(self, names: Sequence[str], shown: bool) -> None:
        """Show or hide entries: those of the current meeting, where there is none."""
        for name in names:
            self._items[name].setHidden(not shown)
        self._fit()
        self._bring_in()

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(ENTRY).name)

    def _walk(self, item: QListWidgetItem | None) -> None:
        """The arrow keys go through the screens at once, as a click does."""
        if item is not None:
            self.asked.emit(item.data(ENTRY).name)

    def retranslate(self) -> None:
        """Say every entry and badge again."""
        words = self._language.words
        for part in (self._top, self._foot):
            part.setAccessibleName(words.gettext("Screens"))
        for name, item in self._items.items():
            text = words.gettext(item.data(ENTRY).title)
            badge = self._badges.get(name)
            item.setText(text)
            item.setData(BADGE, badge)
            said = words.gettext("{screen}: {what}").format(screen=text, what=badge.said_in(words)) if badge else text
            item.setToolTip(said if self._folded else badge.said_in(words) if badge else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self._fit()

    @property
    def unfolded(self) -> int:
        """The width in pixels that it takes with its words."""
        return max(self._top.wide(), self._foot.wide()) + STEP * 3

    def fold(self, folded: bool) -> None:
        """Show only the pictures of the screens, or their words again."""
        if folded != self._folded:
            self._folded = folded
            for part in (self._top, self._foot):
                part.fold(folded)
            self.retranslate()

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().height() + STEP * 9 if self._folded else self.unfolded)
        self._foot.setFixedHeight(self._foot.high() if self._foot.count() else 0)
        self._top.doItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_items"):
            self._fit()
