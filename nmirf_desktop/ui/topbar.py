"""The bar at the top: menu, name of the register, the search box, and the three languages."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.keys_in_force import named
from nmirf_desktop.ui.labels import ElidedLabel, IconButton
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.theme import STEP, role
from nmirf_desktop.ui.window_keys import window_key


class LanguageSwitch(QWidget):
    """EN FR ES: one press changes the whole window. ``asked`` carries the language."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        for number, tongue in enumerate(Language):
            button = QToolButton()
            button.setText(tongue.upper())
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(NAMES[tongue])
            button.setAccessibleName(NAMES[tongue])
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(lambda number: self.asked.emit(list(Language)[number]))
        self._mark()

    def _mark(self) -> None:
        self._group.button(list(Language).index(self._language.language)).setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Mark the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._mark()
        super().changeEvent(event)


class TopBar(QWidget):
    """``search_asked`` opens the box of Ctrl+K; ``language_asked`` carries a language."""

    search_asked = Signal()
    language_asked = Signal(object)

    def __init__(self, menu: QMenu, language: CurrentLanguage) -> None:
        super().__init__()
        role(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._file = ""
        self.menu_button = IconButton("menu")
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name = ElidedLabel()
        self._box = QToolButton()
        self._box.setIcon(icon("search"))
        role(self._box, "box")
        self._box.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._box.clicked.connect(self.search_asked)
        self._languages = LanguageSwitch(language)
        self._languages.asked.connect(self.language_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP * 2, STEP, STEP * 2, STEP + 1)
        row.setSpacing(STEP * 2)
        row.addWidget(self.menu_button)
        row.addWidget(self._name, 3)
        row.addWidget(self._box, 4)
        row.addStretch(1)
        row.addWidget(self._languages)
        self._fit()
        self.retranslate()

    def show_file(self, name: str) -> None:
        """The register's file name, empty where none is open."""
        self._file = name
        self.retranslate()

    def retranslate(self) -> None:
        """Say the bar's words again."""
        words = self._language.words
        self._name.setText(f"{self._file} — NMIRF Desktop" if self._file else "NMIRF Desktop")
        keys = window_key("palette")
        self._box.setText(words.gettext("Search or command … ({keys})").format(keys=named(keys, words)))
        self._box.setToolTip(with_keys(words, words.gettext("Search or command"), keys))
        self._box.setAccessibleName(words.gettext("Search or command"))
        menu = words.gettext("Menu")
        self.menu_button.name(menu, with_keys(words, menu, QKeySequence("F10")))

    def _fit(self) -> None:
        """The glass is as high as the text, with room on both sides of it."""
        side = self.fontMetrics().height() * 4 // 5
        self._box.setIconSize(QSize(side + STEP * 2, side))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or of the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
