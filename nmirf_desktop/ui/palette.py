"""Ctrl+K: one box over everything. It finds screens, actions and, in the register, whatever the search finds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.ui.hits import Hit, Search
from nmirf_desktop.ui.icons import icon, picture
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Index
from nmirf_desktop.ui.theme import STEP, Tone, Type, colours, role, style

HIT = Qt.ItemDataRole.UserRole
MOST = 40
"""How many finds are shown."""
ROWS = 14
"""How many are seen at once."""
PAUSE = 120
"""How long after the last key the register is searched, in milliseconds."""


def ranked(hits: Sequence[Hit], text: str) -> list[Hit]:
    """The hits that hold each word of *text*: those that begin with it first, then those with a word that does."""
    needle = folded(text.strip())
    found = []
    for place, hit in enumerate(hits):
        title, whole = folded(hit.title), folded(f"{hit.title} {hit.detail}")
        if all(word in whole for word in needle.split()):
            rank = 0 if title.startswith(needle) else 1 if f" {needle}" in title else 2
            found.append((rank, place, hit))
    return [hit for _, _, hit in sorted(found, key=lambda entry: entry[:2])]


class _Delegate(QStyledItemDelegate):
    """Icon, title, detail in a quieter tone, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(STEP * 60, option.fontMetrics.height() + STEP * 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(HIT)
        scheme = colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink, quiet = (scheme.on_selection,) * 2 if chosen else (scheme.text, scheme.muted)
        rect = option.rect.adjusted(STEP, 0, -STEP, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.selection))
            painter.drawRoundedRect(rect, STEP, STEP)
        side = min(STEP * 6, option.fontMetrics.height())
        left = rect.left() + STEP * 2
        if hit.icon:
            image = picture(hit.icon, quiet, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, rect.center().y() - side // 2 + 1, image)
        rect = rect.adjusted(STEP * 4 + side, 0, -STEP * 2, 0)
        metrics, line = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        if hit.keys:
            painter.setPen(QColor(quiet))
            painter.drawText(rect, line | Qt.AlignmentFlag.AlignRight, hit.keys)
            rect.setRight(rect.right() - metrics.horizontalAdvance(hit.keys) - STEP * 3)
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(QColor(ink))
        painter.drawText(rect, line, title)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + STEP * 3)
        painter.setPen(QColor(quiet))
        painter.drawText(rect, line, metrics.elidedText(hit.detail, Qt.TextElideMode.ElideRight, max(0, rect.width())))
        painter.restore()


class CommandPalette(QFrame):
    """Floats over the window's top: type, Down and Up, Enter goes; Escape closes and gives the focus back.

    *search* looks in the register; ``None`` where no register is open.
    """

    def __init__(
        self, window: QWidget, language: CurrentLanguage, commands: Callable[[], Sequence[Hit]], search: Search | None
    ) -> None:
        super().__init__(window)
        role(self, "floating")
        self._language = language
        self._window = window
        self._commands = commands
        self._search = search
        self._known: Sequence[Hit] = ()
        self._before: QWidget | None = None
        self._line = QLineEdit(clearButtonEnabled=True)
        self._line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        style(self._none, Type.BODY, Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 2, STEP * 2, STEP * 2, STEP * 2)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._none)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=STEP * 8, xOffset=0, yOffset=STEP)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        self._line.textChanged.connect(self._typed)
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(self._run)
        window.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the box with the cursor in it."""
        self._before = self.window().focusWidget()
        self._known = self._commands()
        self.retranslate()
        self._line.setText(text)
        self._line.selectAll()
        self._list_hits(self._known if not text else self._found(text))
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus()

    def close_box(self) -> None:
        """Take the box away and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def hits(self) -> list[Hit]:
        """What is listed now."""
        return [self._list.item(row).data(HIT) for row in range(self._list.count())]

    def _typed(self, text: str) -> None:
        self._list_hits(ranked(self._known, text) if text.strip() else self._known)
        self._timer.start()

    def _look(self) -> None:
        text = self._line.text()
        if text.strip() and self.isVisible():
            self._list_hits(self._found(text))

    def _found(self, text: str) -> list[Hit]:
        """Commands first where they begin with the text, then the register's finds."""
        found = list(self._search(text)) if self._search is not None else []
        return [*ranked(self._known, text)[: MOST // 2], *found][:MOST]

    def _list_hits(self, hits: Sequence[Hit]) -> None:
        self._list.clear()
        for hit in hits[:MOST]:
            item = QListWidgetItem(hit.title, self._list)
            item.setData(HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(part for part in (hit.title, hit.detail) if part))
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(hits))
        self._none.setVisible(not hits)
        self._place()

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            hit: Hit = item.data(HIT)
            self.close_box()
            hit.act()

    def _place(self) -> None:
        window = self._window
        letter = self.fontMetrics().averageCharWidth()
        width = min(window.width() - STEP * 8, max(letter * 84, STEP * 120))
        row = self.fontMetrics().height() + STEP * 3
        wanted = self._line.sizeHint().height() + row * max(2, min(ROWS, self._list.count())) + STEP * 8
        height = min(window.height() - STEP * 16, wanted)
        self.setGeometry((window.width() - width) // 2, STEP * 2, width, height)

    def retranslate(self) -> None:
        """Say the box's words again."""
        words = self._language.words
        self._line.setPlaceholderText(words.gettext("Search or command …"))
        self._line.setAccessibleName(words.gettext("Search or command"))
        self._list.setAccessibleName(words.gettext("What was found"))
        self._none.setText(words.gettext("Nothing was found. Try fewer letters, or a name in another language."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the box; the box moves with the window."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.underMouse():
            self.hide()
        return False

    def _key(self, key: int) -> bool:
        rows, row = self._list.count(), self._list.currentRow()
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up if rows:
                self._list.setCurrentRow((row + (1 if key == Qt.Key.Key_Down else -1)) % rows)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if rows:
                self._list.setCurrentRow(max(0, min(rows - 1, row + (8 if key == Qt.Key.Key_PageDown else -8))))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._timer.stop()
                self._run(self._list.currentItem())
            case Qt.Key.Key_Escape:
                self.close_box()
            case _:
                return False
        return True
