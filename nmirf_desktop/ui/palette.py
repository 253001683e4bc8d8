"""Ctrl+K: one box over everything. It finds screens, actions and, in the register, whatever the search finds.

What is found stands under a heading for each kind, which no key stops at.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nmirf_desktop.i18n import N_, Catalog, Language, catalog
from nmirf_desktop.i18n.folding import folded
from nmirf_desktop.ui.hits import Hit, HitGroup, Search
from nmirf_desktop.ui.icons import picture
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Index
from nmirf_desktop.ui.searchline import SearchLine
from nmirf_desktop.ui.theme import SIZES, STEP, Tone, Type, colours, role, style

HIT = Qt.ItemDataRole.UserRole
HEADING = Qt.ItemDataRole.UserRole + 1
MOST, MOST_COMMANDS = 120, 20
"""How many finds are shown, and how many commands among them."""
ROWS = 16
"""How many are seen at once."""
PAUSE = 120
"""How long after the last key the register is searched, in milliseconds."""
_WORDS = re.compile(r"\w+")
COMMANDS = (N_("Commands"), N_("Other commands"), N_("Commands that hold these letters"))
"""The headings of the commands, from those that fit best on: as many as there are groups, no two alike."""
LOANS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Why the line loses the keyboard and gets it back at once; for any other reason the box makes way."""
LEAP = 8
"""So many finds further go Page Down and Page Up."""


def _said(hit: Hit) -> str:
    return hit.named or hit.title


def _ranks(hits: Sequence[Hit], text: str, said: Callable[[Hit], str] = _said) -> list[tuple[int, Hit]]:
    """The hits that hold each word of *text*: what begins with it is 0, each word the beginning of one 1, others 2.

    What has each of them as a whole word is 0 too, and comes first: "retire" is "Se retire…" before it is "Retirer";
    before it comes what is called so and nothing else.
    """
    needle = folded(text.strip())
    found = []
    for hit in hits:
        title, whole = folded(said(hit)), folded(f"{said(hit)} {hit.detail} {hit.also}")
        if all(word in whole for word in needle.split()):
            same = set(needle.split()) <= set(_WORDS.findall(title))
            begun = all(f" {word}" in f" {title}" for word in needle.split())
            worse = 0 if title == needle else 1 if same else 2
            found.append((worse, 0 if same or title.startswith(needle) else 1 if begun else 2, hit))
    return [(rank, hit) for _, rank, hit in sorted(found, key=lambda entry: (entry[1], entry[0]))]


def ranked(hits: Sequence[Hit], text: str) -> list[Hit]:
    """The hits that hold each word of *text*: those that begin with it first, then those whose words do."""
    return [hit for _, hit in _ranks(hits, text)]


def _called(words: Catalog, hit: Hit) -> str:
    """All that a command is called in one language."""
    return " ".join(map(words.gettext, hit.labels))


def _elsewhere(hits: Sequence[Hit], text: str, language: Language) -> list[tuple[int, Hit]]:
    """The commands that hold each word of *text* as they are called in the other languages."""
    found: dict[int, tuple[int, Hit]] = {}
    for other in Language:
        ranks = _ranks(hits, text, partial(_called, catalog(other))) if other is not language else []
        for rank, hit in ranks:
            found.setdefault(id(hit), (rank, hit))
    return list(found.values())


def arranged(ranks: Sequence[tuple[int, Hit]], found: Sequence[HitGroup], words: Catalog) -> list[HitGroup]:
    """What was *found* among the commands, by their ranks; those that no other find parts stand under one heading."""
    begun, near, far = (HitGroup("", tuple(hit for rank, hit in ranks if rank == wanted)) for wanted in range(3))
    first, rest = ([group for group in found if group.leads is leads] for leads in (True, False))
    held: list[HitGroup] = []
    for group in (begun, *first, near, *rest, far):
        if held and not held[-1].title and not group.title:
            held[-1] = replace(group, hits=held[-1].hits + group.hits)
        elif group.hits:
            held.append(group)
    titles = iter(COMMANDS)
    return [group if group.title else replace(group, title=words.gettext(next(titles))) for group in held]


class _Delegate(QStyledItemDelegate):
    """Icon, title, detail in a quieter tone, keys at the right; or the name of a kind, small and quiet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        gap = STEP * 3 if index.data(HIT) is not None or index.row() else STEP
        return QSize(STEP * 60, option.fontMetrics.height() + gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hit: Hit | None = index.data(HIT)
        if hit is None:
            self._paint_heading(painter, option, index.data(HEADING))
        else:
            self._paint_hit(painter, option, hit)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, group: HitGroup) -> None:
        """On the lower edge of its line, next to what it heads."""
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * SIZES[Type.SMALL])
        painter.setPen(QColor(colours().muted))
        rect, line = option.rect.adjusted(STEP * 3, 0, -STEP * 3, -STEP // 2), Qt.AlignmentFlag.AlignBottom
        painter.setFont(font)
        painter.drawText(rect, line | Qt.AlignmentFlag.AlignRight, group.shown)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(rect, line | Qt.AlignmentFlag.AlignLeft, group.title)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        scheme = colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink, quiet = (scheme.on_selection,) * 2 if chosen else (scheme.text, scheme.muted)
        rect = option.rect.adjusted(STEP, 0, -STEP, 0)
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
        kept = min(metrics.horizontalAdvance(hit.detail), rect.width() // 3) + STEP * 3 if hit.detail else 0
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, rect.width() - kept)
        painter.setPen(QColor(ink))
        painter.drawText(rect, line, title)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + STEP * 3)
        painter.setPen(QColor(quiet))
        painter.drawText(rect, line, metrics.elidedText(hit.detail, Qt.TextElideMode.ElideRight, max(0, rect.width())))


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
        self._line = SearchLine()
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
        self._list_groups(self._found(text) if text else [HitGroup("", tuple(self._known))])
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
        """What is listed now, without the headings."""
        return [self._list.item(row).data(HIT) for row in self._rows()]

    def _rows(self) -> list[int]:
        return [row for row in range(self._list.count()) if self._list.item(row).data(HIT) is not None]

    def _typed(self, text: str) -> None:
        self._list_groups(self._commands_for(text) if text.strip() else [HitGroup("", tuple(self._known))])
        self._timer.start()

    def _look(self) -> None:
        text = self._line.text()
        if text.strip() and self.isVisible():
            self._list_groups(self._found(text))

    def _commands_for(self, text: str) -> list[HitGroup]:
        return [HitGroup("", tuple(hit for _, hit in self._meant(text)))]

    def _meant(self, text: str) -> list[tuple[int, Hit]]:
        """The commands by the words of the reader's language; where none has them, by those of the others."""
        ranks = _ranks(self._known, text) or _elsewhere(self._known, text, self._language.language)
        return ranks[:MOST_COMMANDS]

    def _found(self, text: str) -> list[HitGroup]:
        """Commands that begin so, what is named so, commands with such a word, what else is found, other commands."""
        found = self._search(text) if self._search is not None else []
        if not found:
            return self._commands_for(text)
        return arranged(self._meant(text), found, self._language.words)

    def _list_groups(self, groups: Iterable[HitGroup]) -> None:
        self._list.clear()
        for group in groups:
            if group.hits and group.title:
                heading = QListWidgetItem(group.title, self._list)
                heading.setData(HEADING, group)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for hit in group.hits:
                item = QListWidgetItem(hit.title, self._list)
                item.setData(HIT, hit)
                said = ", ".join(part for part in (hit.title, group.title, hit.detail) if part)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        rows = self._rows()
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._place()
        if rows:
            self._list.setCurrentRow(rows[0])
            self._list.scrollToTop()

    def _go(self, row: int) -> None:
        """Choose a find, and show the heading above it where it is the first of its kind."""
        self._list.setCurrentRow(row)
        if row and self._list.item(row - 1).data(HIT) is None:
            self._list.scrollToItem(self._list.item(row - 1))
            self._list.scrollToItem(self._list.item(row))

    def _run(self, item: QListWidgetItem | None) -> None:
        hit: Hit | None = item.data(HIT) if item is not None else None
        if hit is not None:
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
        self._list.setAccessibleName(words.pgettext("search", "What was found"))
        self._none.setText(words.gettext("Nothing was found. Try fewer letters, or a name in another language."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the box; the box moves with the window."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in LOANS:
            self.hide()
        return False

    def _key(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._settle()
                self._step(1 if key == Qt.Key.Key_Down else -1, around=True)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self._settle()
                self._step(LEAP if key == Qt.Key.Key_PageDown else -LEAP, around=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._settle()
                self._run(self._list.currentItem())
            case Qt.Key.Key_Escape:
                self.close_box()
            case _:
                return False
        return True

    def _settle(self) -> None:
        """What was typed faster than the search comes is searched first."""
        if self._timer.isActive():
            self._timer.stop()
            self._look()

    def _step(self, by: int, *, around: bool) -> None:
        rows, row = self._rows(), self._list.currentRow()
        if row in rows:
            place = rows.index(row) + by
            self._go(rows[place % len(rows) if around else max(0, min(len(rows) - 1, place))])
