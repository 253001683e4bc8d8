"""What lies over a part of the window, so that nothing moves where it appears."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, QRectF, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.form_row import FormRow
from nmirf_desktop.ui.panes import around
from nmirf_desktop.ui.sight import bring_in
from nmirf_desktop.ui.theme import STEP

CURSOR = Qt.InputMethodQuery.ImCursorRectangle


def _steps(focus: QWidget | None) -> Iterator[SignalInstance]:
    """What tells that the keyboard is at work elsewhere though the same widget has it: its steps, and any scrolling."""
    if isinstance(focus, QAbstractItemView) and focus.model() is not None:
        yield focus.selectionModel().currentChanged
    elif isinstance(focus, QPlainTextEdit | QTextEdit):
        yield focus.cursorPositionChanged
    around = focus
    while around is not None:
        if isinstance(around, QAbstractScrollArea):
            yield from (bar.valueChanged for bar in (around.verticalScrollBar(), around.horizontalScrollBar()))
        around = around.parentWidget()


def _clear_of(box: QRect, seen: Iterable[QRect]) -> QRect:
    """The box moved up from where it lies, as little as it must, so that it hides nothing that is looked at."""
    free = QRect(box)
    for one in sorted(seen, key=QRect.bottom, reverse=True):
        if free.intersects(one):
            free.moveBottom(one.top() - 1)
    return free


class Overlay(QObject):
    """Keeps a widget over the foot of another one, moved up a little where the foot is where one looks.

    That is where the keyboard is at work, before all; then the current row of each list, which what was just recorded
    is; then the verb of a card, which is pressed next. It leaves the upper third: that says what the page is about,
    such as the item and the clock of a sitting.

    While it *refuses*, it lies over nothing of the card, or of the field, that it is about: the one at work. Where
    there is no such place, *leave* gives it room at the foot of the page, so many pixels, which is scrolled above it.
    """

    def __init__(
        self,
        widget: QWidget,
        under: QWidget,
        refuses: Callable[[], bool] = lambda: False,
        leave: Callable[[int], object] = lambda _high: None,
    ) -> None:
        super().__init__(under)
        self._widget, self._under = widget, under
        self._refuses, self._leave = refuses, leave
        self._at_work: QWidget | None = None
        self._makes_room: QWidget | None = None
        self._room = 0
        self._followed: list[QMetaObject.Connection] = []
        self._settled = QTimer(self)
        """Runs out once what the keyboard came to has its place: a page that is just shown has none yet."""
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._place)
        shown = not widget.isHidden()
        widget.setParent(under)
        widget.setVisible(shown)
        widget.setProperty("over", True)
        for watched in (widget, under):
            watched.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of both, and what the widget says."""
        if watched is self._widget and event.type() == QEvent.Type.Hide:
            self._give_room(None, 0)
        sized = watched is self._under and event.type() == QEvent.Type.Resize
        if sized or event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _follow(self, _before: QWidget | None, focus: QWidget | None) -> None:
        """Keep out of the way of the keyboard, also while it steps on in the same widget."""
        for one in self._followed:
            QObject.disconnect(one)
        self._followed = [step.connect(self._place) for step in _steps(focus)]
        if focus is not None and not self._widget.isAncestorOf(focus):
            self._at_work = around(focus, Draft) or around(focus, FormRow)
        self._place()
        self._settled.start(0)

    def _place(self) -> None:
        if self._widget.isHidden():
            return
        width = self._under.width() - STEP * 8
        height = self._widget.heightForWidth(width)
        high = height if height > 0 else self._widget.sizeHint().height()
        foot = QRect(STEP * 4, self._under.height() - high - STEP * 2, width, high)
        work = self._attended()
        rows, verbs = tuple(self._current_rows()), tuple(self._verbs())
        about = self._about()
        subject = () if about is None else (self._seen(about),)
        ways = ((work, *subject, *rows, *verbs), (work, *subject, *rows), (work, *subject))
        low = self._under.height() // 3
        free = next((box for seen in ways if (box := _clear_of(foot, seen)).top() >= low), None)
        makes_room = about is not None and (about is self._makes_room or free is None)
        self._widget.setGeometry(foot if makes_room or free is None else free)
        self._widget.raise_()
        self._give_room(about if makes_room else None, high + STEP * 3)

    def _about(self) -> QWidget | None:
        """The card at work, or the field outside of one, while something is refused; ``None`` where it is not seen."""
        part = self._at_work if self._refuses() else None
        return part if part is not None and isValid(part) and part.isVisibleTo(self._under) else None

    def _give_room(self, part: QWidget | None, high: int) -> None:
        """Let the page end above the message for a part of it, or reach down to the foot again."""
        room = high if part is not None else 0
        if part is self._makes_room and room == self._room:
            return
        self._makes_room, self._room = part, room
        self._leave(room)
        focus = QApplication.focusWidget()
        if part is not None and focus is not None and part.isAncestorOf(focus):
            bring_in(focus)

    def _current_rows(self) -> Iterator[QRect]:
        """Where the current row of each list underneath is seen."""
        for view in self._under.findChildren(QAbstractItemView):
            if view.isVisible() and view.currentIndex().isValid():
                seen = view.visualRect(view.currentIndex()) & view.viewport().rect()
                yield seen.translated(view.viewport().mapTo(self._under, QPoint(0, 0)))

    def _verbs(self) -> Iterator[QRect]:
        """Where the main button of each card underneath is seen."""
        for button in self._under.findChildren(QPushButton):
            primary = button.property("part") == "primary" and not self._widget.isAncestorOf(button)
            if primary and button.isVisible() and button.isEnabled():
                self._follow_scrolling(button)
                seen = self._seen(button)
                if not seen.isEmpty():
                    yield seen

    def _seen(self, part: QWidget) -> QRect:
        """What of a part is not scrolled out of its pages, whether the message lies over it or not."""
        seen, around = QRect(part.mapTo(self._under, QPoint(0, 0)), part.size()), part.parentWidget()
        while around is not None and around is not self._under:
            seen &= QRect(around.mapTo(self._under, QPoint(0, 0)), around.size())
            around = around.parentWidget()
        return seen & self._under.rect()

    def _follow_scrolling(self, verb: QWidget) -> None:
        """A page that is rolled by the mouse brings its verb under the message, wherever the keyboard is."""
        around = verb.parentWidget()
        while around is not None and around is not self._under:
            if isinstance(around, QAbstractScrollArea) and not around.property("followed"):
                around.setProperty("followed", True)
                around.verticalScrollBar().valueChanged.connect(self._place)
            around = around.parentWidget()

    def _attended(self) -> QRect:
        """Where the keyboard is at work underneath, empty where it is elsewhere."""
        focus = QApplication.focusWidget()
        if focus is None or not self._under.isAncestorOf(focus) or self._widget.isAncestorOf(focus):
            return QRect()
        seen, part = focus, focus.rect()
        if isinstance(focus, QAbstractItemView):
            seen, part = focus.viewport(), focus.visualRect(focus.currentIndex())
        elif isinstance(focus, QAbstractScrollArea):
            seen, cursor = focus.viewport(), QRectF(focus.inputMethodQuery(CURSOR)).toAlignedRect()
            part = QRect(0, cursor.y(), seen.width(), cursor.height())  # the whole line
        return part.translated(seen.mapTo(self._under, QPoint(0, 0)))
