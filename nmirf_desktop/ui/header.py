"""The line above the content: the screen's title and its actions; what does not fit goes into one menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.labels import ElidedLabel, IconButton
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Type, role, style


class ActionButton(QToolButton):
    """A button for an action, filled where it is the main one; it follows the action's words and state."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action
        primary = action.look.primary
        role(self, "primary" if primary else "action")
        if action.look.icon:
            ink = QPalette.ColorRole.BrightText if primary else QPalette.ColorRole.WindowText
            self.setIcon(icon(action.look.icon, ink))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()
        self._fit()

    def _follow(self) -> None:
        self.setText(self.action.text())
        self.setToolTip(self.action.toolTip())
        self.setEnabled(self.action.isEnabled())
        self.setChecked(self.action.isChecked())

    def _fit(self) -> None:
        self.setIconSize(QSize(self.fontMetrics().height() + STEP * 2, self.fontMetrics().height()))

    def changeEvent(self, event: QEvent) -> None:
        """The icon is as high as the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


class Header(QWidget):
    """Title at the left, actions at the right, the main one first and filled."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._title = ElidedLabel()
        self._heading = ""
        style(self._title, Type.TITLE)
        self._buttons: list[ActionButton] = []
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._fold)
        self._more = IconButton("ellipsis")
        role(self._more, "action")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(STEP * 4, STEP * 3, STEP * 4, STEP * 2)
        self._row.setSpacing(STEP * 2)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._more)
        self._more.hide()

    def show_screen(self, heading: str, actions: Sequence[Action]) -> None:
        """Show a screen's title and actions."""
        for button in self._buttons:
            button.action.changed.disconnect(self._again.start)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._heading = heading
        self._title.setText(heading)
        ordered = sorted(
            (action for action in actions if action.isVisible()), key=lambda action: not action.look.primary
        )
        for action in ordered:
            button = ActionButton(action)
            self._row.insertWidget(self._row.count() - 1, button)
            action.changed.connect(self._again.start)
            self._buttons.append(button)
        self._fold()
        self.retranslate()

    def _fold(self) -> None:
        """Put into the menu what has no room beside the title."""
        self._title.ensurePolished()
        title = self._title.fontMetrics().horizontalAdvance(self._heading) + STEP * 2
        room = self.width() - STEP * 8 - min(title, self.width() // 2)
        widths = [button.sizeHint().width() + STEP * 2 for button in self._buttons]
        if sum(widths) > room:
            room -= self._more.sizeHint().width() + STEP * 2
        self._menu.clear()
        for button, width in zip(self._buttons, widths, strict=True):
            room -= width
            button.setVisible(room >= 0)
            if room < 0:
                self._menu.addAction(button.action)
        self._more.setVisible(bool(self._menu.actions()))

    def retranslate(self) -> None:
        """Say the menu's name again; titles and actions are the screen's."""
        self._more.name(self._language.words.gettext("More actions"))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows fold the actions."""
        return QSize(STEP * 40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_row"):
            self._fold()
