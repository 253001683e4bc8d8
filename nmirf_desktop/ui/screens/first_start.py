"""The first page: begin a register, open one, or look around in a sample, in any of three languages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.icons import icon
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.menus import recent_name
from nmirf_desktop.ui.panes import Scrolled
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import STEP, Tone, Type, dress, role, style
from nmirf_desktop.ui.window_keys import window_key

BEGINNINGS = (
    (N_("New register"), N_("An empty register with the 193 Member States of the United Nations."), "file-plus"),
    (N_("Open a register"), N_("A register that is on this computer or on a stick."), "folder-open"),
    (N_("Explore a sample"), N_("A fictional register to try everything in; nothing in it is real."), "book-open"),
)
"""The three ways to begin: label, sentence, icon."""


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What the page calls."""

    new: Callable[[], object]
    open: Callable[[], object]
    sample: Callable[[], object]
    open_recent: Callable[[str], object]


def _press(act: Callable[[], object], _checked: object = None) -> None:
    act()


class _Way(QFrame):
    """One way to begin: a button with a sentence under it."""

    def __init__(self, picture: str, act: Callable[[], object], primary: bool) -> None:
        super().__init__()
        inks = QPalette.ColorRole
        self.button = QPushButton(icon(picture, inks.BrightText if primary else inks.WindowText), "")
        role(self.button, "primary" if primary else "plain")
        self.button.clicked.connect(partial(_press, act))
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        style(self.sentence, Type.BODY, Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP * 2)
        column.setSpacing(STEP)
        column.addWidget(self.button)
        column.addWidget(self.sentence)


class FirstStart(QWidget):
    """A window of its own, shown where no register is open."""

    def __init__(self, shell: Shell, beginnings: Beginnings) -> None:
        super().__init__()
        self._shell = shell
        self._beginnings = beginnings
        role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text, self._recent_title = QLabel("NMIRF Desktop"), QLabel(), QLabel()
        style(self._title, Type.DISPLAY)
        style(self._text, Type.BODY, Tone.MUTED)
        style(self._recent_title, Type.HEADING)
        acts = (beginnings.new, beginnings.open, beginnings.sample)
        self._ways = [
            _Way(picture, act, number == 0)
            for number, ((_, _, picture), act) in enumerate(zip(BEGINNINGS, acts, strict=True))
        ]
        self._help, self._about = QPushButton(icon("circle-question-mark"), ""), QPushButton(icon("info"), "")
        self._help.clicked.connect(self._show_help)
        self._about.clicked.connect(self._show_about)
        for name, act in (("help", self._show_help), ("new", beginnings.new), ("open", beginnings.open)):
            QShortcut(window_key(name), self, partial(_press, act))
        self._recent = [QPushButton() for _ in shell.memory.now.recent]
        self._arrange()
        dress(self)
        self.retranslate()

    def _tongues(self) -> QHBoxLayout:
        """The three languages, each by its own name."""
        row = QHBoxLayout()
        row.setSpacing(STEP)
        self._group = QButtonGroup(self)
        for number, tongue in enumerate(Language):
            button = QPushButton(NAMES[tongue])
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(lambda number: self._speak(list(Language)[number]))
        row.addStretch()
        return row

    def _arrange(self) -> None:
        body = QWidget()
        role(body, "page")
        self._body = QWidget()
        centred = QHBoxLayout(body)
        centred.addStretch()
        centred.addWidget(self._body, 8)
        centred.addStretch()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(STEP * 4, STEP * 8, STEP * 4, STEP * 8)
        column.setSpacing(STEP * 2)
        column.addStretch()
        self._text.setWordWrap(True)
        for part in (self._title, self._text):
            column.addWidget(part)
        column.addSpacing(STEP * 2)
        column.addLayout(self._tongues())
        column.addSpacing(STEP * 4)
        for way in self._ways:
            column.addWidget(way)
        self._list_recent(column)
        column.addSpacing(STEP * 2)
        for button in (self._help, self._about):
            role(button, "link")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        scroll = Scrolled()
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Banner(self._shell.alerts, self._shell.language))
        whole.addWidget(scroll)

    def _list_recent(self, column: QVBoxLayout) -> None:
        if self._recent:
            column.addSpacing(STEP * 2)
            column.addWidget(self._recent_title)
        for button, path in zip(self._recent, self._shell.memory.now.recent, strict=True):
            role(button, "link")
            button.setText(recent_name(path).replace("&", "&&"))
            button.setToolTip(path)
            button.setIcon(icon("history"))
            button.clicked.connect(partial(self._open_recent, path))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_recent(self, path: str, _checked: object = None) -> None:
        self._beginnings.open_recent(path)

    def _show_help(self) -> None:
        from nmirf_desktop.ui.help import show_help

        show_help("index", self._shell.language, self)

    def _show_about(self) -> None:
        from nmirf_desktop.ui.help import show_about

        show_about(self._shell.language, self)

    def _speak(self, language: Language) -> None:
        memory = self._shell.memory
        memory.keep(replace(memory.now, language=language))

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._shell.language.words
        self.setWindowTitle("NMIRF Desktop")
        self._body.setMaximumWidth(self.fontMetrics().averageCharWidth() * 80)
        self._text.setText(
            words.gettext("The secretariat of the International Network of NMIRFs: members, meetings, votes, minutes.")
        )
        self._help.setText(words.gettext("First steps"))
        self._help.setToolTip(with_keys(words, words.gettext("First steps"), window_key("help")))
        self._about.setText(words.gettext("About NMIRF Desktop"))
        self._recent_title.setText(words.gettext("Open recent"))
        for way, (label, sentence, _) in zip(self._ways, BEGINNINGS, strict=True):
            way.button.setText(words.gettext(label))
            way.sentence.setText(words.gettext(sentence))
            way.button.setAccessibleDescription(words.gettext(sentence))
        self._group.button(list(Language).index(self._shell.language.language)).setChecked(True)

    def sizeHint(self) -> QSize:
        """Room for the three ways."""
        return QSize(720, 640)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is on what is most likely wanted: the register that was open last, else a new one."""
        super().showEvent(event)
        (self._recent[0] if self._recent else self._ways[0].button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as in a dialogue."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
