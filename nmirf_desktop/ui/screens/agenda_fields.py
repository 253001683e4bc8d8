"""Fields of the agenda: a duration, a text with phrases of the book, the documents before the meeting."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from nmirf_desktop.domain.agenda_time import Duration, read_duration
from nmirf_desktop.domain.phrase_book import joined
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.filling import choose_gap, put_in
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.taken import IdleUndo, save_as_one
from nmirf_desktop.ui.theme import STEP
from nmirf_desktop.ui.trilingual import TrilingualField

NOT_A_DURATION = N_(
    "“{text}” is not the duration of an item. Type minutes, as in “90”, or hours and minutes, as in “1 h 30”; an item "
    "takes 24 hours at most."
)


class DurationField(Field[int | None]):
    """How long an item takes, in minutes, or nothing; typed as it comes, and shown as the list shows it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._editor = QLineEdit()
        self._editor.textEdited.connect(self._typed)
        self._editor.returnPressed.connect(self.flush)
        self._line.addWidget(self._editor)
        self._line.addStretch()
        self._watch(self._editor)
        self._fit()

    def value(self) -> int | None:
        """The minutes, ``None`` where it is empty or no duration (see ``fault``)."""
        found = read_duration(self._editor.text())
        return found.minutes if found is not None else None

    @property
    def fault(self) -> Problem | None:
        """What is typed and is no duration."""
        text = self._editor.text().strip()
        return Problem(NOT_A_DURATION, {"text": text}) if text and self.value() is None else None

    def _display(self, value: int | None) -> None:
        self._show_in(self._editor, self.said(value))

    def said(self, value: int | None) -> str:
        """The minutes as all durations are said."""
        return "" if value is None else Duration(value).said_in(self.words)

    def flush(self) -> None:
        """Hand the duration on, and say it as all durations are said."""
        news = self.dirty
        super().flush()
        stands = self._editor.text() == self.said(self.value())
        if self.fault is None and not self._has_focus() and (news or not stands):
            self._display(self.value())

    def set_read_only(self, locked: bool) -> None:
        """A duration that may only be read can still be selected."""
        self._editor.setReadOnly(locked)

    def retranslate(self) -> None:
        """Another size of text needs another width, another language other words."""
        if self.fault is None and not self._editor.isModified():
            self._display(self.value())
        self._fit()

    def _fit(self) -> None:
        self._editor.setFixedWidth(self.fontMetrics().horizontalAdvance("00 h 00 min ") + STEP * 4)


class PhrasedField(TrilingualField):
    """A text into which phrases of the book are put; ``entered`` says that the keyboard came to it."""

    entered = Signal()

    def __init__(self, language: CurrentLanguage, *, lines: int = 1, expected: bool = False) -> None:
        super().__init__(language, lines=lines, expected=expected)
        self.tongue = language.words.language
        self._idle = IdleUndo(self)

    def go(self) -> None:
        """Put the keyboard where it was last in the text."""
        self._boxes[self.tongue].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, phrase: Trilingual) -> None:
        """Put a phrase in: the whole text where there is none, else at the cursor, behind the same sentence in each.

        A text that may only be read in some language takes none. It is one step of the register's, taken back in all
        languages by one key; what was typed before is another.
        """
        self.go()
        if any(one.isReadOnly() for one in self._boxes.values()):
            return
        if self.value():
            self.flush()
            put_in(self._boxes, self.tongue, phrase)
            save_as_one(self)
        else:
            new = joined(Trilingual(source=self.source), phrase)
            self.load(new, over=True)
            self._saved = Trilingual(source=new.source)
            self._chosen()
        choose_gap(self._boxes[self.tongue])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Which language is worked on."""
        if event.type() == QEvent.Type.FocusIn:
            self.tongue = next((tongue for tongue, box in self._boxes.items() if box is watched), self.tongue)
            self.entered.emit()
        return super().eventFilter(watched, event)


def several_documents(text: str) -> tuple[str, ...]:
    """The documents in a text, one a line, each once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
