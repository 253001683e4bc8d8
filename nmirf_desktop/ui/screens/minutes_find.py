"""What is looked for in the text of the minutes, in any language and whatever its accents, and what replaces it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.found_words import found
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes_laid import Found
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.searchline import SearchLine
from nmirf_desktop.ui.taken import IdleUndo, forget
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: in which paragraph and language, and from where to where in its text."""

    paragraph: Key
    language: Language
    start: int
    end: int


def hits(lines: Iterable[Line], wanted: str) -> tuple[Hit, ...]:
    """Every place of what is wanted, in the order of the paragraphs and of the languages."""
    return tuple(
        Hit(line.key, language, start, end)
        for line in lines
        for language, spans in found(line.paragraph.text, wanted).items()
        for start, end in spans
    )


def by_paragraph(shown: Iterable[Hit]) -> dict[Key, Found]:
    """The places of hits by their paragraphs and languages."""
    told: dict[Key, dict[Language, tuple[tuple[int, int], ...]]] = {}
    for one in shown:
        texts = told.setdefault(one.paragraph, {})
        texts[one.language] = (*texts.get(one.language, ()), (one.start, one.end))
    return dict(told)


class Finder(QWidget):
    """The line of Ctrl+F, closed until it is asked for, and below it that of Ctrl+H, of what stands there instead.

    ``wanted`` carries what is typed, ``stepped`` one hit on or back; ``replace_one`` what the place that is shown is
    to say, ``replace_all`` what is looked for and what is to stand in every place; ``left``: the keyboard goes back.
    """

    wanted = Signal(str)
    stepped = Signal(int)
    replace_one = Signal(str)
    replace_all = Signal(str, str)
    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.line, self._count = SearchLine(), QLabel()
        style(self._count, Type.BODY, Tone.MUTED)
        self.by, self.one, self.all = QLineEdit(), QPushButton(), QPushButton()
        self.instead, self._idle = QWidget(), IdleUndo(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addLayout(_row(self.line, self._count))
        column.addWidget(self.instead)
        self.instead.setLayout(_row(self.by, self.one, self.all))
        for before, after in pairwise((self.line, self.by, self.one, self.all)):
            self.setTabOrder(before, after)
        self.line.textChanged.connect(self.wanted)
        self.one.clicked.connect(lambda: self.replace_one.emit(self.by.text()))
        self.all.clicked.connect(self._replace_all)
        self.retranslate()
        self.hide()

    def begin(self) -> None:
        """Open the line, with what was looked for last chosen in it."""
        self.instead.hide()
        self._open()

    def begin_replacing(self) -> None:
        """Open both lines: what is looked for, and what is to stand there instead."""
        self.instead.show()
        self._open()

    def _open(self) -> None:
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.wanted.emit(self.line.text())

    def _replace_all(self) -> None:
        """What is typed in the lines is taken: the key of undo is for what was replaced, until something is typed."""
        self.replace_all.emit(self.line.text(), self.by.text())
        for line in (self.line, self.by):
            forget(line)

    def end(self) -> None:
        """Close the lines."""
        self.hide()
        self.left.emit()

    def tell(self, number: int, shown: Sequence[Hit]) -> None:
        """Say which hit of how many is shown."""
        words = self._language.words
        said = words.gettext("{n} of {total}").format(n=words.number(number), total=words.number(len(shown)))
        nothing = words.gettext("Not found") if self.line.text().strip() else ""
        self._count.setText(said if shown else nothing)
        for button in (self.one, self.all):
            button.setEnabled(bool(shown))

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        for line, name in (
            (self.line, words.gettext("Find in the minutes")),
            (self.by, words.gettext("Replace by; Enter: this place, Ctrl+Enter: all")),
        ):
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
        self.one.setText(words.gettext("Replace this one"))
        self.all.setText(words.gettext("Replace all"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape ends; from what is to stand there instead Enter puts it in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event.modifiers())
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        if self.instead.isHidden() or self.line.hasFocus():
            self.stepped.emit(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.all.click()
        else:
            (self.all if self.all.hasFocus() else self.one).click()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _row(line: QLineEdit, *more: QWidget) -> QHBoxLayout:
    """A line as wide as there is room, and what stands beside it."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(STEP * 2)
    row.addWidget(line, 1)
    for one in more:
        row.addWidget(one)
    return row
