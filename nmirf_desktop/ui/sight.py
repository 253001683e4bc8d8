"""What has the keyboard is always in sight: every page around it is scrolled there, also when its layout changes."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget
from shiboken6 import isValid

from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.panes import around

LINES = 2
"""How many lines above and below what has the keyboard stay in sight with it: its label, its hint."""


class InSight(QObject):
    """Brings what has the keyboard in a part of the window into view, with its whole card where that has room.

    The mouse is followed nowhere: who scrolls or clicks sees already what is wanted, until the next key.
    """

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        self._held: QWidget | None = None
        self._following = self._tall = False
        self._watched: list[QObject] = []
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._show)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        for part in self._watched:
            if isValid(part):
                part.removeEventFilter(self)
        self._held = now if now is not None and self._whole.isAncestorOf(now) else None
        self._watched = []
        if self._held is None:
            return
        self._watched = [self._held]
        for area in _areas(self._held):
            body = area.widget()
            self._watched += [area.viewport(), area.verticalScrollBar(), *([body] if body is not None else [])]
        for part in self._watched:
            part.installEventFilter(self)
        self._following = QApplication.mouseButtons() is Qt.MouseButton.NoButton
        self._again.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or another layout brings it in again; the wheel and the mouse on a bar let it go."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and watched is self._held:
            if self._tall or not self._following:  # else it is in sight, and a key in a call waits for nothing
                self._following = True
                self._again.start()
        elif kind in (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._following = False
        elif kind == QEvent.Type.Resize and self._following:
            self._again.start()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        held = self._held
        if held is None or not isValid(held) or not self._following or not held.isVisible():
            return
        self._tall = any(held.height() > area.viewport().height() for area in _areas(held))
        bring_in(held)


def bring_in(held: QWidget) -> None:
    """Scroll every page around a widget so that it is seen, with its whole card where that has room."""
    card = around(held, Draft) or around(held, Form)
    for area in _areas(held):
        if card is not None and area.isAncestorOf(card) and card.height() <= area.viewport().height():
            _bring(area, card, card.rect(), 0)
        _bring(area, held, _place(held, area.viewport().height()), held.fontMetrics().lineSpacing() * LINES)


def _areas(widget: QWidget) -> list[QScrollArea]:
    """The scrolled pages around a widget, the innermost first."""
    found = []
    area = around(widget, QScrollArea)
    while area is not None:
        found.append(area)
        area = around(area, QScrollArea)
    return found


def _place(held: QWidget, room: int) -> QRect:
    """What has to be seen of a widget: all of it, or where its cursor is, or its current row."""
    if held.height() <= room:
        return held.rect()
    if isinstance(held, QTableView):
        row = held.visualRect(held.currentIndex())
        return QRect(held.viewport().mapTo(held, row.topLeft()), row.size())
    return cast("QRect", held.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))


def _bring(area: QScrollArea, widget: QWidget, part: QRect, margin: int) -> None:
    """Scroll a page as little as shows a part of a widget with a *margin* above and below."""
    body = area.widget()
    if body is None:
        return
    place, room = widget.mapTo(body, part.topLeft()), area.viewport().size()
    margin = max(0, min(margin, (room.height() - part.height()) // 2))
    for bar, first, length, whole in (
        (area.verticalScrollBar(), place.y() - margin, part.height() + 2 * margin, room.height()),
        (area.horizontalScrollBar(), place.x(), min(part.width(), room.width()), room.width()),
    ):
        if first < bar.value():
            bar.setValue(first)
        elif first + length > bar.value() + whole:
            bar.setValue(first + length - whole)
