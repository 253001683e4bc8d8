"""The page of a file that came back: what it would do, looked at before any of it is done."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

KEYS = "Ctrl+Return"


class ReturnedFile(QWidget):
    """The head, the terms, a list of what the file brings, what stands *below* it, and the verbs.

    ``recorded`` after it was taken in, ``left`` where it was not.
    """

    recorded = Signal()
    left = Signal()
    verbs = ("", "")
    """What takes it in and what does not, marked constants."""

    def __init__(self, language: CurrentLanguage, form: Form, rows: QWidget, *below: QWidget) -> None:
        super().__init__()
        self._language = language
        self._title, self._counts = QLabel(wordWrap=True), QLabel(wordWrap=True)
        style(self._title, Type.HEADING)
        self.take, self.leave = QPushButton(), QPushButton()
        role(self.take, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self._title, self._counts, form, rows, *below, SideBySide(self.take, self.leave)):
            column.addWidget(part, int(part is rows))
        self.take.clicked.connect(self.record)
        self.leave.clicked.connect(self.left)
        for keys in (KEYS, "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.record)

    def record(self) -> None:
        """Take in what is shown."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        for button, verb in zip((self.take, self.leave), self.verbs, strict=True):
            button.setText(words.gettext(verb))
        self.take.setToolTip(with_keys(words, self.take.text(), QKeySequence(KEYS)))

    def _head(self, act: str, file: str, lines: Iterable[str], tone: Tone) -> None:
        """Say what is done (a marked constant) to which file, and under it what it brings; empty lines are left out."""
        words = self._language.words
        pattern = words.pgettext("an act and what it was done to", "{act} – {named}")
        self._title.setText(pattern.format(act=words.gettext(act), named=file))
        self._counts.setText("\n".join(filter(None, lines)))
        self._counts.setAccessibleName(self._counts.text())
        style(self._counts, Type.BODY, tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back; nothing is recorded."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
