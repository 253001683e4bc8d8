"""Passages chosen in a text: it is read with the keyboard, and what is selected or marked in it is the value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.growing import GrowingText
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.theme import colours
from nmirf_desktop.ui.typedtext import width

PARAGRAPH = "\u2029"
"""What Qt has for the end of a line."""
BLANKS = " \t\n"


class ReadText(GrowingText):
    """A text that can be read and selected by keys, and not changed. ``spaced`` says that Space was pressed."""

    spaced = Signal()

    def __init__(self) -> None:
        super().__init__(least=3)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks instead of turning a page."""
        if event.key() == Qt.Key.Key_Space:
            self.spaced.emit()
        else:
            super().keyPressEvent(event)

    def chosen(self) -> str:
        """What is selected, without the blanks around it."""
        return self.textCursor().selectedText().replace(PARAGRAPH, "\n").strip(BLANKS)

    def choose(self, passage: str) -> None:
        """Select the first place of some words, or nothing."""
        self.setTextCursor(self.place(passage))

    def place(self, passage: str) -> QTextCursor:
        """The first place of some words, which may be of several lines; the beginning where they do not stand."""
        text, cursor = self.text(), QTextCursor(self.document())
        if passage in text:
            start = width(text[: text.index(passage)])
            cursor.setPosition(start)
            cursor.setPosition(start + width(passage), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def become(self, text: str) -> None:
        """Show what became of the text, and say nothing of it; whoever reads in it goes on at about the same place."""
        before, place = self.blockSignals(True), self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, width(text)))
        self.setTextCursor(cursor)
        self.blockSignals(before)


class PassageField(Field[str]):
    """Some words of a text, selected in it with Shift and the arrows."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._editor = ReadText()
        self._editor.selectionChanged.connect(self._typed)
        self._line.addWidget(self._editor)
        self._watch(self._editor)

    def read(self, text: str) -> None:
        """The text in which the passage is chosen; nothing is selected in it yet."""
        before = self._editor.blockSignals(True)
        self._editor.setPlainText(text)
        self._editor.blockSignals(before)
        self.load("", over=True)

    def read_on(self, text: str) -> str:
        """What became of the text: the passage stays chosen where it stands once; the one that does not, else empty."""
        chosen = self.value()
        if text == self._editor.text():
            return ""
        stands = text.count(chosen) == 1
        self._editor.become(text)
        if chosen and stands:
            before = self._editor.blockSignals(True)
            self._editor.choose(chosen)
            self._editor.blockSignals(before)
        return "" if stands else chosen

    def value(self) -> str:
        """The words selected."""
        return self._editor.chosen()

    def _display(self, value: str) -> None:
        self._editor.choose(value)


class PartsField(Field[tuple[str, ...]]):
    """Parts of a text: Space marks the paragraph in which one reads, or what is selected; again, it is none."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._parts: list[str] = []
        self._editor = ReadText()
        self._editor.spaced.connect(self.mark)
        self._line.addWidget(self._editor)
        self._watch(self._editor)

    def read(self, text: str) -> None:
        """The text in which parts are chosen; there is none yet."""
        self._editor.setPlainText(text)
        self.load((), over=True)

    def read_on(self, text: str) -> bool:
        """What became of the text: the parts that stand once in it stay marked; whether one of them does not."""
        there = [one for one in self._parts if text.count(one) == 1]
        lost = there != self._parts
        if text != self._editor.text():
            self._parts = there
            self._editor.become(text)
            self._mark()
        return lost

    def value(self) -> tuple[str, ...]:
        """The words of the parts."""
        return tuple(self._parts)

    def _display(self, value: tuple[str, ...]) -> None:
        self._parts = list(value)
        self._mark()

    def mark(self) -> None:
        """Mark what is selected, or the paragraph in which one reads; what is marked already is no part any more."""
        cursor = self._editor.textCursor()
        passage = self._editor.chosen() or cursor.block().text().strip(BLANKS)
        if passage in self._parts:
            self._parts.remove(passage)
        elif passage:
            self._parts.append(passage)
        self._mark()
        self._typed()

    def _mark(self) -> None:
        found = []
        for passage in self._parts:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._editor.place(passage)
            selection.format.setBackground(QColor(colours().selection))
            selection.format.setForeground(QColor(colours().on_selection))
            found.append(selection)
        self._editor.setExtraSelections(found)
