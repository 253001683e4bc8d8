"""Invitation and information: a text for each topic, ready sentences to take over, and the documents made of them."""

import datetime
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meeting_texts import TOPIC_TITLES, Topic
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meeting_texts import MeetingTexts, TopicText
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import TrilingualField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.following import read_again
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.meetings_ready import MARKS
from nmirf_desktop.ui.theme import STEP, role
from nmirf_desktop.ui.trilingual import state_word

GRAVEST = (TextState.MISSING, TextState.OUTDATED, TextState.DRAFT, TextState.REVIEWED)
WRITE, CHANGE, TAKE, REMOVE = N_("Write"), N_("Change"), N_("Take this sentence"), N_("Remove")
TAKE_ALL = N_("Take all ready sentences")
NOTHING_WRITTEN = Mark("minus")
PAPERS = (
    DocumentKind.NOTE_VERBALE,
    DocumentKind.INVITATION,
    DocumentKind.INFORMATION,
    DocumentKind.CALL_FOR_ITEMS,
)
"""The documents that are made of the texts and of the meeting's facts."""
SHORT = 160
"""So many characters of a text are shown in its row."""


class TopicForm(Form):
    """The text of one topic."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.text = TrilingualField(language, lines=4)
        self.add("text", N_("Text"), self.text, N_("An empty text is left out of print."))


class TopicRows(QWidget):
    """The topics of the meeting that is shown, and the card in which one is written. ``asked`` carries a place.

    A card that is filled in stays with its meeting; ``recorded`` carries the key of that one.
    """

    asked = Signal(object)
    recorded = Signal(str)

    def __init__(self, texts: MeetingTexts, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._texts, self._language, self._alerts = texts, language, alerts
        self._meeting: Meeting | None = None
        self._written: Key = ""
        self._on = datetime.date.min
        self._found: tuple[TopicText, ...] = ()
        self._topic: Topic | None = None
        self.form = TopicForm(language)
        self.card = Draft(N_("Invitation and information"), N_("Record"), self.form, language)
        self.rows, self.papers = FactRows(language), FactRows(language)
        self.fill = QPushButton()
        role(self.fill, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self.rows, self.card, SideBySide(self.fill), self.papers):
            column.addWidget(part)
        self.fill.clicked.connect(self.take_all)
        self.card.done.connect(self._record)
        self.card.left.connect(self._go_on)
        for rows in (self.rows, self.papers):
            rows.asked.connect(self.asked)

    def load(self, meeting: Meeting, found: tuple[TopicText, ...], on: datetime.date, *, locked: bool) -> None:
        """Show what stands on each topic of a meeting, and what is offered on a day."""
        if meeting.key != self._written:
            self.card.hide()
        self._meeting, self._on, self._found = meeting, on, found
        words = self._language.words
        self.rows.show_rows([self._row(meeting.key, one, words, locked=locked) for one in self._found])
        self.papers.show_rows([_paper(kind, meeting.key, words) for kind in PAPERS])
        self.fill.setText(words.gettext(TAKE_ALL))
        self.fill.setVisible(not locked and self.offers_all)

    @property
    def offers_all(self) -> bool:
        """Whether there is a ready sentence for a topic without a text."""
        return any(one.offered and not one.text for one in self._found)

    def _row(self, meeting: Key, one: TopicText, words: Catalog, *, locked: bool) -> FactRow:
        title = words.gettext(TOPIC_TITLES[one.topic])
        offers = () if locked else tuple(self._offers(meeting, one))
        if not one.text:
            offered = one.offered[words.language]
            note = words.gettext("Offered: {text}").format(text=_short(offered)) if offered else ""
            return FactRow((title,), "", note, NOTHING_WRITTEN, offers=offers, muted=True, key=one.topic)
        state = next(state for state in GRAVEST if state in one.text.states().values())
        text = _short(one.text.best(words.language))
        return FactRow((title,), "", text, MARKS[state], state_word(state, words), offers=offers, key=one.topic)

    def _offers(self, meeting: Key, one: TopicText) -> Iterable[Offer]:
        yield Offer(CHANGE if one.text else WRITE, partial(self.begin, one.topic))
        if one.text:
            yield Offer(REMOVE, partial(self._save, meeting, one.topic, Trilingual()))
        elif one.offered:
            yield Offer(TAKE, partial(self._save, meeting, one.topic, one.offered))

    def begin(self, topic: Topic = Topic.INVITATION) -> None:
        """Open the card of a topic, with its text or the sentence that is offered."""
        one = next((each for each in self._found if each.topic is topic), None)
        if one is None or self._meeting is None or not put_away([self.card]):
            return
        self._topic, self._written = topic, self._meeting.key
        key, on = self._meeting.key, self._on

        def read() -> TopicText | None:
            return next((each for each in self._texts.of(key, on) if each.topic is topic), None)

        def show(now: TopicText) -> None:
            self.form.text.load(now.text or now.offered, over=True)

        show(one)
        self.card.concern(Listed((Phrase(TOPIC_TITLES[topic]), self._meeting.symbol)))
        self.card.begin(again=read_again(one, read, show))

    def take_all(self) -> None:
        """Take over the ready sentence of each topic without a text."""
        if self._meeting is None:
            return
        with self._alerts.guard():
            taken = self._texts.fill(self._meeting.key, self._on)
            self._alerts.say(N_("Ready sentences taken over: {n}. Read them, and change what is otherwise."), n=taken)

    def _record(self) -> None:
        if self._topic is not None:
            with self._alerts.guard(self.card):
                self._texts.save(self._written, self._topic, self.form.text.value())
                self.card.finished()
                self.recorded.emit(self._written)
                self._go_on()

    def _go_on(self) -> None:
        """The keyboard goes from the card to the row of its topic."""
        row = self.rows.row_of(str(self._topic))
        links = row.findChildren(LinkedText) if row is not None else []
        for link in links:
            if link.focusPolicy() & Qt.FocusPolicy.TabFocus:
                link.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _save(self, meeting: Key, topic: Topic, text: Trilingual) -> None:
        with self._alerts.guard():
            self._texts.save(meeting, topic, text)


def _short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rsplit(' ', 1)[0]} …"


def _paper(kind: DocumentKind, meeting: Key, words: Catalog) -> FactRow:
    """The way to a document."""
    return FactRow(
        (Link(words.gettext(KIND_LABELS[kind]), Place("documents", f"{kind}:{meeting}")),), mark=Mark("file-text")
    )
