"""The lower part of Texts: one text in three columns, what the memory offers under it, and the phrase book."""

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.phrase_book import StockPhrase, filled
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.agenda_versions import SETTLED
from nmirf_desktop.services.document_texts import DOCUMENT_LABELS, MeetingDocument
from nmirf_desktop.services.memory import Match, TranslationMemory
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.lookup import Lookup
from nmirf_desktop.ui.matches import Matches
from nmirf_desktop.ui.meeting_field import called
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.phrases import Phrases
from nmirf_desktop.ui.screens.texts_rows import kind, where
from nmirf_desktop.ui.theme import STEP, Tone, Type, style
from nmirf_desktop.ui.three_columns import ThreeColumns

PAUSE = 150
"""How long after the last key the memory is asked, in milliseconds."""
UNOPENED = N_("Spanish opens a question with ¿ and an exclamation with ¡: what is not opened is underlined.")
PAIRS = ((Language.EN, Language.FR), (Language.EN, Language.ES), (Language.FR, Language.ES))


def _columns(shown: tuple[Language, ...], _words: Catalog) -> str:
    return " | ".join(one.upper() for one in shown)


def _own_name(language: Language, _words: Catalog) -> str:
    return NAMES[language]


def _document(one: MeetingDocument, words: Catalog) -> str:
    return words.gettext(DOCUMENT_LABELS[one])


class TextForm(Form):
    """The text that is worked on."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = ThreeColumns(language)
        self.add("text", N_("Text"), self.text)
        self._rows["text"].label.hide()  # the heading says which text it is

    def load(self, place: PlacedText) -> None:
        """Show a text; what is being typed of the same one stays."""
        other = self.begin(place.key)
        self.text.fit(place.field)
        self.text.load(place.text, over=other)


class ReviewForm(Form):
    """Which document of the meeting, and which language of it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.document: ChoiceField[MeetingDocument] = ChoiceField(language, list(MeetingDocument), _document)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), _own_name)
        self.add("document", N_("Document"), self.document)
        self.add("language", N_("Language"), self.tongue)


class TextPane(DetailPane):
    """One text: its place, the three columns, and under them what was said before."""

    def __init__(self, language: CurrentLanguage, memory: TranslationMemory, jobs: Jobs) -> None:
        super().__init__(language)
        self._memory = memory
        self._lookup: Lookup[tuple[Match, ...]] = Lookup(jobs, self)
        self._place: PlacedText | None = None
        self.review_of: Meeting | None = None
        """The meeting for which the card of a review was opened, whichever is shown by then."""
        self.review = Draft(
            N_("Mark a document as reviewed"),
            N_("Mark as reviewed"),
            ReviewForm(language),
            language,
            N_("Every text of the document in the language then agrees with today’s original. Ctrl+Z takes it back."),
        )
        self.form = TextForm(language)
        self.columns: ChoiceField[tuple[Language, ...]] = ChoiceField(language, [tuple(Language), *PAIRS], _columns)
        self.matches = Matches(language)
        self._hint = QLabel(wordWrap=True)
        style(self._hint, Type.SMALL, Tone.ATTENTION)
        self._adopted = QLabel(wordWrap=True)
        style(self._adopted, Type.SMALL, Tone.ATTENTION)
        self._ask = QTimer(self, singleShot=True, interval=PAUSE)
        for part in (self.review, self.form, self._adopted, self._hint, self.matches):
            self.add(part)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        text = self.form.text
        self.columns.edited.connect(lambda: text.show_only(self.columns.value() or tuple(Language)))
        text.moved.connect(self._moved)
        text.changed.connect(self._moved)
        text.best_asked.connect(self.matches.take_best)
        text.list_asked.connect(self.matches.take_keyboard)
        self.matches.taken.connect(self._take)
        self.matches.left.connect(lambda: text.go(text.tongue))
        self._ask.timeout.connect(self._look_up)

    def load(self, place: PlacedText | None, *, locked: bool) -> None:
        """Show one text, or nothing."""
        self._place = place
        self.form.setVisible(place is not None)
        if place is None:
            self.head("")
            self._adopted.hide()
            self.matches.show_found((), "", None)
            return
        words = self._language.words
        self.head(where(place, words), kind(place, words))
        self.form.load(place)
        sealed = place.sealed is not None and not place.still
        self.form.set_read_only(locked or sealed)
        if not locked and not sealed:
            self.form.text.keep_settled(place.settled)
        self._say_kept()
        self._moved()

    def write_in(self, tongue: Language) -> None:
        """Put the keyboard into a language of the text; where its column was put away, all of them are there again."""
        if tongue not in (self.columns.value() or tuple(Language)):
            self.columns.load(tuple(Language), over=True)
            self.form.text.show_only(tuple(Language))
        self.form.text.go(tongue)

    def begin_review(self, meeting: Meeting, tongue: Language | None) -> None:
        """Open the card in which a document of a *meeting* is marked as reviewed, in the language that is looked at."""
        form, self.review_of = self.review.form, meeting
        if isinstance(form, ReviewForm):
            form.tongue.load(tongue or self.form.text.tongue, over=True)
        self.review.concern(called(meeting))
        self.review.begin()
        self.bring_in(self.review)

    def _say_kept(self) -> None:
        """Say why a text, or what of it, stays as it is, or goes to no translator."""
        place = self._place
        settled = Phrase(SETTLED) if place is not None and place.settled else None
        said = settled if place is None else place.sealed or place.held or settled
        self._adopted.setVisible(said is not None)
        self._adopted.setText(said.said_in(self._language.words) if said is not None else "")

    def _moved(self) -> None:
        self._hint.setVisible(self.form.text.unopened)
        self._ask.start()

    def _look_up(self) -> None:
        """Ask the memory for the sentence at the cursor, beside the window."""
        if self._place is None or not self.isVisible():
            return
        sentence, language, target = self.form.text.asked()
        if not sentence:
            self._lookup.forget()
            self.matches.show_found((), "", None)
            return
        find = partial(self._memory.search, sentence, language, target, but=self._place.record)
        self._lookup.ask(find, lambda found: self.matches.show_found(found, sentence, target))

    def _take(self, match: Match) -> None:
        text = self.form.text
        text.go(text.tongue)
        text.take(match.segment.text)

    def retranslate(self) -> None:
        """Say every word again."""
        words = self._language.words
        self._hint.setText(words.gettext(UNOPENED))
        self._say_kept()
        self.columns.set_accessible(words.gettext("Columns"), "")

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._place is not None:
                self.head(where(self._place, self._language.words), kind(self._place, self._language.words))
        super().changeEvent(event)


class Editor(QStackedWidget):
    """The text, or the phrase book in its place; ``closed`` says that the keyboard may go back to the list."""

    closed = Signal()

    def __init__(self, language: CurrentLanguage, memory: TranslationMemory, jobs: Jobs) -> None:
        super().__init__()
        self.pane = TextPane(language, memory, jobs)
        self.phrases = Phrases(language)
        self._facts: dict[str, Trilingual] = {}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(STEP * 4, 0, STEP * 4, STEP * 2)
        column.addWidget(self.phrases)
        self.addWidget(self.pane)
        self.addWidget(holder)
        self.phrases.left.connect(self.show_text)
        self.phrases.chosen.connect(self._fill)

    def show_phrases(self, facts: dict[str, Trilingual]) -> None:
        """Open the phrase book; *facts* are what its placeholders stand for."""
        self._facts = facts
        self.setCurrentIndex(1)
        self.phrases.begin()

    def show_text(self) -> None:
        """Go back to the text."""
        self.setCurrentIndex(0)
        self.pane.form.text.go(self.pane.form.text.tongue)

    def _fill(self, phrase: StockPhrase) -> None:
        self.show_text()
        self.pane.form.text.fill(filled(phrase.text, self._facts))
