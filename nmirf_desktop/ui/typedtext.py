"""A text box that sets the marks of its language as one types; one undo, or Backspace, gives back what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from nmirf_desktop.domain.typography import Correction, as_typed, unopened
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.dotted import draw_dots
from nmirf_desktop.ui.growing import GrowingText
from nmirf_desktop.ui.theme import Tone, colours, tone_colour


def before(block: QTextBlock, place: int) -> str:
    """The text of a line up to a place, which Qt counts in halves of the rarest signs."""
    return block.text().encode("utf-16-le", "surrogatepass")[: place * 2].decode("utf-16-le", "replace")


def width(text: str) -> int:
    """How many places a text takes in a document of Qt's."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class TypedText(GrowingText):
    """A growing text in one language.

    What was taken back in a line is not set again before the cursor has gone elsewhere: whoever typed it meant it.
    """

    def __init__(self, tongue: Language, least: int = 2, most: int = 12) -> None:
        super().__init__(least, most)
        self.tongue = tongue
        self._set = (-1, -1)
        self._typed_at = 0
        self._meant = (-1, -1)
        self._described = ""
        self._remarks: dict[str, str] = {}
        self.dotted: tuple[tuple[int, int], ...] = ()
        """Where passages begin and end that are dotted, as Qt counts."""
        self.unopened: tuple[int, ...] = ()
        """The places of the signs that end a Spanish question or exclamation which nothing opens."""
        if tongue is Language.ES:
            self.textChanged.connect(self._mark_unopened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set what the key asks for; Backspace right after takes that back, and leaves what was typed."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Backspace and plain and self._set == self._now() and not self.isReadOnly():
            self._take_back()
            return
        undone = event.matches(QKeySequence.StandardKey.Undo) and self._set == self._now()
        revision = self.document().revision()
        super().keyPressEvent(event)
        if undone:
            self._mean()
        elif event.text().isprintable() and event.text() and self.document().revision() != revision:
            self._correct()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What comes by a dead key or another way of typing is set as well."""
        super().inputMethodEvent(event)
        if event.commitString():
            self._correct()

    def setPlainText(self, text: str) -> None:
        """Show another text; its marks are its own, also while nobody is told that the text changed."""
        super().setPlainText(text)
        if self.tongue is Language.ES:
            self._mark_unopened()

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the box; what is remarked on its text is said behind that."""
        self._described = description
        self._describe()

    def remark(self, about: str, said: str) -> None:
        """Say something *about* the text to a screen reader, in the place of what was said about it before."""
        if self._remarks.get(about, "") != said:
            self._remarks[about] = said
            self._describe()

    def _describe(self) -> None:
        super().setAccessibleDescription(" · ".join(filter(None, (self._described, *self._remarks.values()))))

    def dot(self, places: Sequence[tuple[int, int]]) -> None:
        """Show a dotted line under passages: where each begins and ends in the text."""
        text = self.text() if places else ""
        dotted = tuple((width(text[:start]), width(text[:end])) for start, end in places)
        if dotted != self.dotted:
            self.dotted = dotted
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the dots over it."""
        super().paintEvent(event)
        if not self.dotted:
            return
        painter, block, offset = QPainter(self.viewport()), self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            first, last = block.position(), block.position() + block.length()
            here = [(start - first, end - first) for start, end in self.dotted if start < last and end > first]
            if here:
                draw_dots(painter, block.layout(), place.topLeft(), here)
            block = block.next()
        painter.end()

    def insert(self, text: str) -> None:
        """Put a text at the cursor, as one step of the box's own undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _now(self) -> tuple[int, int]:
        """The state of the text and the place of the cursor."""
        return self.document().revision(), self.textCursor().position()

    def _take_back(self) -> None:
        self.undo()
        self._mean()

    def _mean(self) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._typed_at)
        self.setTextCursor(cursor)
        self._set = (-1, -1)
        self._meant = (cursor.blockNumber(), len(before(cursor.block(), cursor.positionInBlock())))

    def _correct(self) -> None:
        cursor = self.textCursor()
        text = before(cursor.block(), cursor.positionInBlock())
        line, meant = self._meant
        change = as_typed(text, self.tongue, meant if line == cursor.blockNumber() else 0)
        if change is not None:
            self._put(cursor, text, change)

    def _put(self, cursor: QTextCursor, text: str, change: Correction) -> None:
        self._typed_at = cursor.position()
        cursor.beginEditBlock()
        moves = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(*moves, width(text[len(text) - change.length :]))
        cursor.insertText(change.text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._set = self._now()

    def _mark_unopened(self) -> None:
        """Underline each ? and ! whose sentence is not opened."""
        text = self.text()
        places = unopened(text) if "?" in text or "!" in text else ()
        if places != self.unopened:
            self.unopened = places
            self.setExtraSelections([self._underlined(width(text[:place])) for place in places])

    def _underlined(self, place: int) -> QTextEdit.ExtraSelection:
        marked = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setKeepPositionOnInsert(True)  # what is typed right behind the sign is not marked with it
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(tone_colour(colours(), Tone.ATTENTION))
        marked.cursor, marked.format = cursor, look
        return marked
