"""Where the window shows its screens: one at a time, scrolled where it has little room, the keyboard kept inside."""

from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from nmirf_desktop.ui.panes import Scrolled
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.theme import STEP, role

MENU_KEYS = "Shift+F10"


class Screens(QStackedWidget):
    """The screens that were visited; only the one shown says how small it can be."""

    def minimumSizeHint(self) -> QSize:
        """What the screen shown needs: in a smaller window it is scrolled."""
        screen, edges = self.currentWidget(), self.contentsMargins()
        least = screen.minimumSizeHint() if screen is not None else QSize(0, 0)
        return least.grownBy(edges)

    def heightForWidth(self, width: int) -> int:
        """How high the screen in sight is in so much width: one that is out of sight asks for no scroll bar."""
        current, edges = self.currentWidget(), self.contentsMargins()
        if current is None or not current.hasHeightForWidth():
            return -1
        return current.heightForWidth(width - edges.left() - edges.right()) + edges.top() + edges.bottom()


class Stage(Scrolled):
    """Holds the screens. Where what has the keyboard is put away, the next part of its screen takes it."""

    def __init__(self) -> None:
        super().__init__()
        self._meeting = ""
        self._screens = Screens()
        self._screens.setContentsMargins(STEP * 4, 0, STEP * 4, STEP * 2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        role(self._screens, "page")
        self.setWidget(self._screens)
        menu = QShortcut(QKeySequence(MENU_KEYS), self, self._open_menu)
        menu.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    @property
    def shown(self) -> Screen | None:
        """The screen shown."""
        screen = self._screens.currentWidget()
        return screen if isinstance(screen, Screen) else None

    def add(self, screen: Screen) -> None:
        """Keep a screen that was just made."""
        self._screens.addWidget(screen)

    def leave_foot(self, high: int) -> None:
        """Show screens above so many pixels at the foot, or down to it."""
        self.setViewportMargins(0, 0, 0, high)

    def show_screen(self, screen: Screen, key: str, *, keyboard: bool, field: str = "") -> None:
        """Show one of the screens, at the thing of a *key*, else with the meeting that was at work before.

        A *field* of what is shown is opened to be written.

        The *keyboard* goes along where it is told to, or was in the screen before.
        """
        before = self.shown
        self._meeting = (before.meeting_key() if before is not None else "") or self._meeting
        held = cast("QWidget | None", screen.focusWidget())  # before Qt moves it on from the screen that is hidden
        along = keyboard or (screen is not self.shown and self.has_keyboard)
        self._screens.setCurrentWidget(screen)
        self._screens.updateGeometry()
        if along:
            screen.take_keyboard(held)
        if key:
            screen.go_to(key)
        elif screen is before:
            screen.begin_again()
        elif self._meeting:
            screen.follow(self._meeting)
        if field:
            screen.write_at(key, field)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the screen shown."""
        return self._holds(self._focus)

    @property
    def _focus(self) -> QWidget | None:
        return cast("QWidget | None", self.window().focusWidget())

    def _open_menu(self) -> None:
        """What the menu key does: some systems have no such key, and not all make it of these two."""
        held = self._focus
        if held is not None:
            place = held.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(held, QContextMenuEvent(reason, place, held.mapToGlobal(place)))

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.shown is not None and self.shown.isAncestorOf(widget)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """What had the keyboard lost it: hidden, greyed out, or deleted, which leaves nothing that has it."""
        if before is not None and self._holds(before) and not (before.isVisible() and before.isEnabled()):
            QTimer.singleShot(0, self, self._keep_keyboard)
        elif now is None:
            QTimer.singleShot(0, self, lambda: None if self._focus is not None else self._keep_keyboard())

    def _keep_keyboard(self) -> None:
        if self.shown is not None and not self.has_keyboard:
            self.shown.take_keyboard()
