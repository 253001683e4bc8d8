"""The text of one paragraph of the minutes, edited where it stands: the columns, keys and helps of every other text."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from nmirf_desktop.domain.left_noted import AsNoted, Places
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.alerts import Sentence
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.taken import forget
from nmirf_desktop.ui.three_columns import ThreeColumns
from nmirf_desktop.ui.typedtext import TypedText, width
from nmirf_desktop.ui.unsaved import Copied

LEAST, MOST = 2, 80
"""The lines of a box: a paragraph stands whole on the page, however long it is."""
PATIENCE = 1_000
"""The longest time in milliseconds that a first unsaved key waits.

With the writing itself it is less than two seconds, also on a machine that is busy with something else.
"""


STANDS_AGAIN = N_(
    "The paragraph that you left is not saved, because its text was refused. What was typed stands there again when "
    "you come back to it, as long as this window is open."
)


class ParagraphText(ThreeColumns):
    """As in Texts. Down on the last line of a box, and Up on the first one, go on to the paragraph there."""

    previous_asked = Signal()
    barred = Signal()
    """A letter was typed in a text that may only be read."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language, lines=LEAST, most=MOST)
        self.fit("text")
        self._timer.setInterval(PATIENCE)
        for box in self._boxes.values():  # of a text that is put in, too, while the box is silent
            box.document().contentsChanged.connect(self._mark_noted)

    @property
    def held(self) -> bool:
        """Whether the keyboard is in one of the boxes."""
        return self._has_focus()

    def set_read_only(self, locked: bool) -> None:
        """Set only what is otherwise: Qt would end a composition that is going on."""
        if locked != self.locked or not self._set:
            self._set = True
            super().set_read_only(locked)
            for tongue, box in self._boxes.items():
                box.setReadOnly(locked or (bool(self._may) and tongue not in self._may))
            self._kept = bool(self._may)
            self._name_heads(self.value())

    _set = False
    _noted: AsNoted | None = None
    _may: tuple[Language, ...] = ()

    @property
    def open_still(self) -> tuple[Language, ...]:
        """The languages of a paragraph of approved minutes that may be written; nothing of any other."""
        return self._may

    def keep_but(self, may: tuple[Language, ...]) -> None:
        """Of approved minutes these languages alone are written, from the next :meth:`set_read_only` on."""
        if may != self._may:
            self._may, self._set = may, False

    def review(self, tongue: Language) -> None:
        """Mark the text of one language as reviewed, where it may be written."""
        if self._boxes[tongue].isReadOnly():
            self.barred.emit()
        else:
            super().review(tongue)

    def go_to_work(self) -> None:
        """Put the keyboard into the language that is worked on, or into the first one that is not ready."""
        states = {one: state for one, state in self.value().states().items() if not self._may or one in self._may}
        self.tongue = self.tongue if self.tongue in states else next(iter(states))
        if states[self.tongue] is TextState.REVIEWED:
            self.tongue = next((one for one, state in states.items() if state is not TextState.REVIEWED), self.tongue)
        self.go(self.tongue)

    def forget(self) -> None:
        """Another paragraph is shown: no key takes back in it what was typed in the one before."""
        for box in self._boxes.values():
            forget(box)

    def box_of(self, tongue: Language) -> TypedText:
        """Where the text of a language is written."""
        return self._boxes[tongue]

    def choose(self, tongue: Language, start: int, end: int) -> None:
        """Select what was found in the text of a language."""
        box = self.box_of(tongue)
        text, cursor = box.text(), box.textCursor()
        cursor.setPosition(width(text[:start]))
        cursor.setPosition(width(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)

    # -- what stands as it was noted ---------------------------------------------------------------------------------

    def show_noted(self, noted: AsNoted | None) -> None:
        """Mark what stands as it was noted, as long as it does and nobody reviewed it."""
        if noted != self._noted:
            self._noted = noted
            self._mark_noted()

    def noted_in(self, tongue: Language) -> Places:
        """Where passages stand as they were noted in the text of a language as it reads now."""
        if self._noted is None or self._noted.language is not tongue:
            return ()
        places = self._noted.places(self._boxes[tongue].text())
        return () if places and self.value().state(tongue) is TextState.REVIEWED else places

    def choose_noted(self, *, behind: bool) -> bool:
        """Select the first such passage with what leads it in, or the next one *behind* the keyboard.

        False where there is none.
        """
        if self._noted is None:
            return False
        tongue = self._noted.language
        box, places = self._boxes[tongue], self.noted_in(tongue)
        after = box.textCursor().selectionEnd() if behind and box.hasFocus() else -1
        text = box.text()
        place = next((one for one in places if width(text[: one[1]]) > after), None)
        if place is not None:
            self.go(tongue)
            self.choose(tongue, *self._noted.replaced(place, text))
        return place is not None

    def _show_states(self) -> None:
        """What was reviewed is not marked."""
        super()._show_states()
        self._mark_noted()

    def _mark_noted(self) -> None:
        """Dot the passages that stand as they were noted, and have a screen reader say how many they are."""
        for tongue, box in self._boxes.items():
            places = self.noted_in(tongue)
            box.dot(places)
            box.remark("noted", self._noted_said(len(places)) if places else "")

    def _noted_said(self, number: int) -> str:
        said = self.words.ngettext("{n} passage reads as it was noted", "{n} passages read as they were noted", number)
        return said.format(n=self.words.number(number))

    def retype(self, typed: Trilingual) -> None:
        """Put in what was typed here before and was refused, over what is stored, and try it again."""
        stored = self._saved or Trilingual()
        self.load(typed, over=True)
        self._saved = stored
        self._note(stored, stored)  # of what comes from elsewhere, this is what it is compared with
        self._chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on where an arrow finds no line in its own box."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, TypedText)
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and self._at_the_edge(watched, up=event.key() == Qt.Key.Key_Up)
        ):
            (self.previous_asked if event.key() == Qt.Key.Key_Up else self.next_asked).emit()
            return True
        closed = isinstance(watched, TypedText) and watched.isReadOnly()
        if closed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _writes(event):
            self.barred.emit()
            return True  # no list around it takes the letter for its filter
        return super().eventFilter(watched, event)

    @staticmethod
    def _at_the_edge(box: TypedText, *, up: bool) -> bool:
        """Whether there is no line above or below that of the cursor."""
        moves = QTextCursor.MoveOperation
        return not box.textCursor().movePosition(moves.Up if up else moves.Down)


def _writes(event: QKeyEvent) -> bool:
    """Whether a key would change a text."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Cut)
    erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return erases or bool(event.text() and event.text().isprintable())


class ParagraphForm(Form):
    """The text of one paragraph; what was refused of another one is kept, and stands there again."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = ParagraphText(language)
        self.add("text", N_("Text of the paragraph"), self.text)
        self._rows["text"].label.hide()  # the row says which paragraph it is
        self._refused: dict[Hashable, Trilingual] = {}

    def load(self, key: Key, text: Trilingual) -> None:
        """Show the text of a paragraph; what is being typed of the same one stays."""
        if key != self.key:
            self._keep_refused()
        another = self.begin(key)
        self.text.load(text, over=another)
        if another:
            self.text.forget()
        if another and not self.text.locked and (typed := self._refused.pop(key, None)) is not None:
            self.text.retype(typed)

    def _keep_refused(self) -> None:
        """Another paragraph is to be shown: what was refused of this one is not lost."""
        self.flush()
        if self.refuses("text"):
            self._refused[self.key] = self.text.value()
            told = Copied(Sentence(STANDS_AGAIN, {}), self.text.written)
            self.clear_problems()
            self.unsaved.emit(told)

    def adopt(self, key: Key) -> None:
        """What is typed belongs to the paragraph of that key, which was made of it: cursor and composition stay."""
        self._key = key
