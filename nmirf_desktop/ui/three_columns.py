"""The editor of one text in three columns: keys that go on, languages by number, sentences and phrases put in."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from nmirf_desktop.domain import phrase_book
from nmirf_desktop.domain.lengths import LINES, LONGEST
from nmirf_desktop.domain.segments import at, sentences
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.filling import choose_gap, put_in, select, written
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.taken import IdleUndo, save_as_one
from nmirf_desktop.ui.trilingual import MOST, TrilingualField
from nmirf_desktop.ui.typedtext import TypedText

ROWS = 5
"""The least height of each text, in lines."""
FINISHED = (".", "!", "?", "…", ";", "”", "»")
"""What ends a sentence."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NUMBERS = {Qt.Key.Key_1: Language.EN, Qt.Key.Key_2: Language.FR, Qt.Key.Key_3: Language.ES}
UNSHIFTED = {Qt.Key.Key_Ampersand: Language.EN, Qt.Key.Key_Eacute: Language.FR, Qt.Key.Key_QuoteDbl: Language.ES}
"""What the same keys give on a French keyboard, whose figures need Shift."""


def tongue_of(event: QKeyEvent) -> Language | None:
    """The language to which a key leads: Alt+1, 2, 3, on a French keyboard with Shift or without."""
    held, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())
    if held == ALT:
        return NUMBERS.get(key) or UNSHIFTED.get(key)
    return NUMBERS.get(key) if held == ALT | SHIFT else None


class ThreeColumns(TrilingualField):
    """A text in three languages, large.

    ``next_asked`` by Ctrl+Enter, and by Ctrl+Shift+Enter after the text being typed was marked as reviewed;
    ``moved`` with each key and each other place of the cursor; ``best_asked`` by Alt+Enter, ``list_asked`` by
    Ctrl+Space. Alt+1, 2, 3 go to a language.
    """

    next_asked = Signal()
    moved = Signal()
    best_asked = Signal()
    list_asked = Signal()
    settled: Collection[Language] = ()
    """The languages in which the text was approved as it stands."""

    def __init__(self, language: CurrentLanguage, *, lines: int = ROWS, most: int = MOST) -> None:
        super().__init__(language, lines=lines, most=most, expected=True)
        self.one_line = False
        self.locked = False
        self.tongue = language.language
        self._idle = IdleUndo(self)
        for box in self._boxes.values():
            box.cursorPositionChanged.connect(self.moved)

    def _show_states(self) -> None:
        """Nothing of what was approved as it stands is called a draft."""
        super()._show_states()
        for tongue, label in self._states.items():
            label.setVisible(not (tongue in self.settled and self.value().state(tongue) is TextState.DRAFT))

    def settle(self, settled: Collection[Language]) -> None:
        """In which languages the text was approved."""
        if settled != self.settled:
            self.settled = settled
            self._show_states()

    def fit(self, field: str) -> None:
        """Take the measure of the field of that name: how long it may be, and whether it is one line."""
        self.longest, self.one_line = LONGEST.get(field, 0), field not in LINES

    def show_only(self, tongues: Collection[Language]) -> None:
        """Work on some of the languages."""
        for cell, tongue in zip(self._cells, Language, strict=True):
            cell.setVisible(tongue in tongues)
        if self.tongue not in tongues and self._has_focus():
            self.go(next(tongue for tongue in Language if tongue in tongues))

    def set_read_only(self, locked: bool) -> None:
        """A text that may only be read cannot be reviewed either."""
        super().set_read_only(locked)
        self.locked = locked

    def go(self, tongue: Language) -> None:
        """Put the keyboard into a language."""
        if self._boxes[tongue].isVisible():
            self.tongue = tongue
            self._boxes[tongue].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def box(self) -> TypedText:
        """The box of the language that is worked on."""
        return self._boxes[self.tongue]

    @property
    def unopened(self) -> bool:
        """Whether a Spanish question or exclamation is not opened."""
        return bool(self._boxes[Language.ES].unopened)

    # -- sentences -------------------------------------------------------------------------------------------------

    def asked(self) -> tuple[str, Language, Language | None]:
        """The sentence to be looked for, its language, and the language into which it is translated, if any."""
        value, tongue = self.value(), self.tongue
        text, _ = self._written()
        number, originals = self._number(), sentences(value.original)
        if tongue is not value.source and number < len(originals):
            return originals[number].text, value.source, tongue
        own = sentences(text)
        return (own[number].text if number < len(own) else ""), tongue, None

    def _number(self) -> int:
        """The number of the sentence worked on: the next one where the last one of a translation is finished."""
        text, place = self._written()
        parts, value = sentences(text), self.value()
        finished = bool(parts) and place >= parts[-1].end and parts[-1].text.endswith(FINISHED)
        if finished and self.tongue is not value.source and len(parts) < len(sentences(value.original)):
            return len(parts)
        return at(text, place)

    def _written(self) -> tuple[str, int]:
        """The text of the language that is worked on, and the place of the cursor in it."""
        return written(self.box)

    def take(self, remembered: Trilingual) -> None:
        """Put a remembered sentence in the place of the one at the cursor; it is a draft.

        Where the original is worked on, languages that are empty get theirs as well.
        """
        if self.locked or self.box.isReadOnly():
            return
        others = self._without_text(remembered) if self.tongue is self.value().source else ()
        if others:
            self.flush()
        self._replace(remembered[self.tongue])
        for tongue in others:
            self._boxes[tongue].insert(remembered[tongue])
        if others:
            save_as_one(self)
        else:
            self.flush()

    def _without_text(self, remembered: Trilingual) -> tuple[Language, ...]:
        """The other languages that are empty and would get a remembered sentence."""
        found = ((one, box) for one, box in self._boxes.items() if one is not self.tongue and remembered[one])
        return tuple(one for one, box in found if not box.text().strip())

    def _replace(self, sentence: str) -> None:
        text, _ = self._written()
        number, parts = self._number(), sentences(text)
        cursor = self.box.textCursor()
        if number < len(parts):
            select(cursor, text, parts[number])
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            sentence = sentence if not text or text.endswith((" ", "\n")) else f" {sentence}"
        self.box.setTextCursor(cursor)
        self.box.insert(sentence)

    def fill(self, phrase: Trilingual) -> None:
        """Put a phrase in: the whole text where there is none, else at the cursor, behind the same sentence in each.

        It is one step of the register's, and taken back in all languages by one key; what was typed before is another.
        """
        if self.locked or any(box.isReadOnly() for box in self._boxes.values()):
            return
        if not self.value():
            new = phrase_book.joined(Trilingual(source=self.source), phrase)
            self.load(new, over=True)
            self._saved = Trilingual(source=new.source)
            self._chosen()
        else:
            self.flush()
            put_in(self._boxes, self.tongue, phrase)
            save_as_one(self)
        choose_gap(self.box)

    # -- keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the editor, and which language is worked on."""
        if event.type() == QEvent.Type.FocusIn:
            self.tongue = next((tongue for tongue, box in self._boxes.items() if box is watched), self.tongue)
            self.moved.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._meaning(event):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and (act := self._meaning(event)):
            if act == "reviewed" and not self.locked:
                self.review(self.tongue)
            signals = {"next": self.next_asked, "reviewed": self.next_asked, "best": self.best_asked}
            if act in signals:
                signals[act].emit()
            elif act == "list":
                self.list_asked.emit()
            else:
                self.go(tongue_of(event) or self.tongue)
            return True
        return super().eventFilter(watched, event)

    def _meaning(self, event: QKeyEvent) -> str:
        """What a key is for here; empty where it is the box's own."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER:
            return {CONTROL: "next", CONTROL | SHIFT: "reviewed", ALT: "best"}.get(held, "")
        if event.key() == Qt.Key.Key_Space and held == CONTROL:
            return "list"
        return "language" if tongue_of(event) is not None else ""
