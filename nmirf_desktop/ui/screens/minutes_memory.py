"""What was said before, under the sentence being typed; and what Spanish asks for and is not there."""

from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.i18n import N_
from nmirf_desktop.services.memory import Match, TranslationMemory
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.lookup import Lookup
from nmirf_desktop.ui.matches import Matches
from nmirf_desktop.ui.screens.minutes_text import ParagraphForm
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

PAUSE = 150
"""How long after the last key the memory is asked, in milliseconds."""
UNOPENED = N_("Spanish opens a question with ¿ and an exclamation with ¡: what is not opened is underlined.")


class Remembered(QWidget):
    """Sentences for the one at the cursor; the same keys take them as in Texts."""

    def __init__(self, form: ParagraphForm, memory: TranslationMemory, jobs: Jobs, language: CurrentLanguage) -> None:
        super().__init__()
        self.form, self._memory, self.language = form, memory, language
        self._lookup: Lookup[tuple[Match, ...]] = Lookup(jobs, self)
        self.matches = Matches(language)
        self._hint = QLabel(wordWrap=True)
        style(self._hint, Type.SMALL, Tone.ATTENTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._hint)
        column.addWidget(self.matches)
        self._ask = QTimer(self, singleShot=True, interval=PAUSE)
        self._ask.timeout.connect(self._look_up)
        text = form.text
        text.moved.connect(self._moved)
        text.changed.connect(self._moved)
        text.best_asked.connect(self.matches.take_best)
        text.list_asked.connect(self.matches.take_keyboard)
        self.matches.taken.connect(self._take)
        self.matches.left.connect(lambda: text.go(text.tongue))
        self.retranslate()

    def warm(self) -> None:
        """Have the memory read before the first sentence is typed."""
        self._lookup.ask(self._read, lambda _found: None)

    def _read(self) -> tuple[Match, ...]:
        self._memory.read()
        return ()

    def _moved(self) -> None:
        self._hint.setVisible(self.form.text.unopened)
        self._ask.start()

    def look_again(self) -> None:
        """Another text is in the boxes, or may only be read now: what was found for the one before goes at once."""
        self._hint.setVisible(self.form.text.unopened)
        shown = (self.form.key, self.form.text.locked)
        if shown != self._shown:
            self._shown = shown
            self._forget()
            self._ask.start()

    _shown: tuple[object, bool] = ("", False)

    def _forget(self) -> None:
        self._lookup.forget()
        self.matches.show_found((), "", None)

    def _look_up(self) -> None:
        """Ask the memory for the sentence at the cursor, beside the window."""
        text = self.form.text
        if not text.held:
            return
        sentence, language, target = text.asked()
        if not sentence or text.locked:
            self._forget()
            return
        find = partial(self._memory.search, sentence, language, target, but=str(self.form.key))
        self._lookup.ask(find, lambda found: self.matches.show_found(found, sentence, target))

    def _take(self, match: Match) -> None:
        text = self.form.text
        text.go(text.tongue)
        text.take(match.segment.text)

    def retranslate(self) -> None:
        """Say every word again."""
        self._hint.setText(self.language.words.gettext(UNOPENED))
        self._hint.setVisible(self.form.text.unopened)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
