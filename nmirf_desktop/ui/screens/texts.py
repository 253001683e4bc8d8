"""Texts: everything of a meeting that leaves the house, until it is reviewed in three languages."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.document_texts import MeetingDocument
from nmirf_desktop.services.readiness import PlacedText
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.field import Field
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.texts_editor import Editor, ReviewForm
from nmirf_desktop.ui.screens.texts_out import ORDERS, SENDING, Out
from nmirf_desktop.ui.screens.texts_rows import (
    COLUMNS,
    KIND_LABELS,
    WANTED_LABELS,
    Filter,
    Wanted,
    count_line,
)
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone, Type, style
from nmirf_desktop.ui.three_columns import tongue_of
from nmirf_desktop.ui.trilingual import SHAPES

NO_MEETING = Empty(
    N_("No meeting is planned yet"), N_("Here stand the texts of a meeting in three languages. Plan the meeting first.")
)
DONE = Empty(
    N_("All texts are reviewed in three languages"),
    N_("Whatever is written or changed from now on is listed here until it is reviewed."),
    icon="circle-check",
)
CALLED = (N_("Texts of the meeting"), N_("Texts of the meeting"), N_("State"), N_("Language"), N_("Kind"))
"""What the fields above the list are called to who does not see them."""
SUBJECTS = frozenset({
    Subject.MEETINGS, Subject.AGENDA, Subject.SESSION, Subject.VOTES, Subject.LANGUAGES,
    Subject.MEMBERS, Subject.PARTICIPANTS, Subject.MINUTES, Subject.PRACTICES, Subject.PLANS, Subject.ACTIVITIES,
    Subject.PARTNERS, Subject.REVIEW, Subject.RULES,
})  # fmt: skip
"""What the texts of a meeting belong to."""
ROWS, LINES = 2, 9
"""How many rows of the list are seen at least beside its first, and how many lines of the editor below it."""


class ListAbove(QWidget):
    """The list with its filters, none of them cut: some of its rows are seen at every size of text."""

    def minimumSizeHint(self) -> QSize:
        """What stands above the rows, and some of them."""
        return super().minimumSizeHint() + QSize(0, self.fontMetrics().lineSpacing() * ROWS)


class OneAboveTheOther(QSplitter):
    """The list above, the editor across the whole width below it: three columns need the room."""

    def __init__(self, upper: QWidget, lower: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._upper = upper
        self.addWidget(upper)
        self.addWidget(lower)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes([2, 3])
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)

    def minimumSizeHint(self) -> QSize:
        """All of the list's part, and some lines of the editor: the window scrolls where it has no room for both."""
        upper = self._upper.minimumSizeHint().height()
        return super().minimumSizeHint().expandedTo(QSize(0, upper + self.fontMetrics().lineSpacing() * LINES))

    def event(self, event: QEvent) -> bool:
        """Ask for other room where a part asks for it: a splitter passes that on only when its own share changes."""
        answered = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return answered


class TextsScreen(Screen):
    """The texts of one meeting above, the one chosen in three columns below."""

    title = N_("Texts")
    icon = "languages"
    subjects = SUBJECTS
    help_page = "texts"

    def __init__(
        self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts, memory: Memory | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk, self._texts = desk, desk.texts
        self._all: tuple[PlacedText, ...] = ()
        self._held = ""
        self._begun = self._outside = False
        self.meeting = self.about = MeetingField(language)
        self.count = QLabel(wordWrap=True)
        self.wanted: ChoiceField[Wanted] = ChoiceField(
            language, list(Wanted), lambda one, words: words.gettext(WANTED_LABELS[one])
        )
        self.tongue: ChoiceField[Language] = ChoiceField(
            language, list(Language), lambda one, _words: NAMES[one], N_("Every language")
        )
        self.kind: ChoiceField[TextKind] = ChoiceField(
            language, list(TextKind), lambda one, words: words.gettext(KIND_LABELS[one]), N_("Every kind of text")
        )
        self.list: RowTable[PlacedText] = RowTable(COLUMNS, lambda one: one.key, language)
        self.list.name(N_("Texts of the meeting"))
        self.editor = Editor(language, desk.memory, jobs)
        self.out = Out(desk.translations, DocumentFiles(language, memory), language, alerts)
        self._make_actions()
        self._arrange()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._phrases = Action(
            N_("Phrase book"), self._open_phrases, Look("book-open", "Ctrl+Shift+P", primary=True), self
        )
        self._review = Action(
            N_("Mark a document as reviewed"), self._begin_review, Look("check", "Ctrl+Shift+R"), self
        )
        self._next = Action(N_("Next text"), self.go_on, Look("chevron-down", hint=N_("Ctrl+Enter in the text")), self)
        self._best = Action(
            N_("Take the first suggestion"),
            self.editor.pane.matches.take_best,
            Look("copy", hint=N_("Alt+Enter in the text")),
            self,
        )

    def _arrange(self) -> None:
        for field in (self.wanted, self.tongue, self.kind):
            self.list.add_filter(field)
        upper = ListAbove()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, STEP * 2)
        column.setSpacing(STEP * 2)
        columns = self.editor.pane.columns
        column.addWidget(SideBySide(self.meeting, self.count, columns, grows=self.count))
        column.addWidget(self.list, 1)
        done = replace(DONE, offers=(Offer(N_("Show all texts"), self._show_all),))
        plan = Offer(N_("Plan a meeting"), lambda: self.asked.emit(Place("meetings")))
        nothing = replace(NO_MEETING, offers=(plan,), icon="calendar-days")
        self._stack = QStackedLayout(self)  # now: Qt fixes the least size of a splitter that is shown without a parent
        self._stack.addWidget(OneAboveTheOther(upper, self.editor))
        self._stack.addWidget(EmptyState(nothing, self.language))
        self._stack.addWidget(self._with_meeting(EmptyState(done, self.language)))
        self._stack.addWidget(self.out)

    def _with_meeting(self, place: QWidget) -> QWidget:
        """A place over which the meeting can still be chosen."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._other = MeetingField(self.language)
        column.addWidget(self._other)
        column.addWidget(place, 1)
        return holder

    def _connect(self) -> None:
        self.out.opened.connect(lambda: self._show_out(True))
        self.out.closed.connect(lambda: self._show_out(False))
        self.meeting.edited.connect(lambda: self._choose(self.meeting.value()))
        self._other.edited.connect(lambda: self._choose(self._other.value()))
        for field in (self.wanted, self.tongue, self.kind):
            field.edited.connect(self._filter)
        self.list.selected.connect(lambda _one: self._show_text())
        for signal in (self.list.opened, self.list.edit_asked):
            signal.connect(lambda _one: self._edit())
        pane = self.editor.pane
        pane.form.edited.connect(lambda _name: self.write())
        pane.form.unsaved.connect(self.alerts.warn)
        pane.form.text.next_asked.connect(self.go_on)
        pane.review.done.connect(self._reviewed)
        pane.review.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The phrase book, a whole document, and what the keys of the editor do."""
        return [self._phrases, self._review, self._next, self._best, *self.out.actions_of]

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the texts of the meeting."""
        with self.alerts.guard():
            known = self._desk.meetings.list()
            for field in (self.meeting, self._other):
                field.offer(known)
            if not self._begun:
                self._begun = True
                self._choose_field(self._desk.meetings.current(self.on))
            chosen = self.meeting.value()
            self._all = self._desk.readiness.texts(chosen.key) if chosen is not None else ()
        self._show()

    def _choose_field(self, meeting: Meeting | None) -> None:
        for field in (self.meeting, self._other):
            field.load(meeting, over=True)

    def _choose(self, meeting: Meeting | None) -> None:
        self.editor.pane.form.flush()
        self._held = ""
        self._choose_field(meeting)
        self.refresh()

    def _show(self) -> None:
        done = all(one.ready for one in self._all)
        self.count.setText(f"{SHAPES[TextState.REVIEWED] if done else '○'} {count_line(self._all, self.words)}")
        style(self.count, Type.BODY, Tone.GOOD if done else Tone.ATTENTION)
        self._show_rows()
        calm = done and not self.list.model.total and self.meeting.value() is not None
        self.out.load(self.meeting.value())
        page = 3 if self._outside else 2 if calm else 0
        self._stack.setCurrentIndex(1 if self.meeting.value() is None else page)
        self._enable()

    def _show_out(self, outside: bool) -> None:
        """Show what is out for translation in the place of the texts, or the texts again."""
        self.editor.pane.form.flush()
        self._outside = outside
        self._show()
        if not outside:
            self.list.setFocus()

    def _show_rows(self) -> None:
        """List what is wanted; the text that is worked on stays until another one is chosen."""
        wanted = Filter(self.wanted.value() or Wanted.NOT_READY, self.tongue.value(), self.kind.value())
        shown = [one for one in self._all if wanted.holds(one) or one.key == self._held]
        before = [one.key for one in self.list.model.values]
        if before and before == [one.key for one in shown]:
            self.list.model.show(shown)  # while one types, the widths stay as they are
        else:
            self.list.show_rows(shown, self._all)
        self.list.select_first()
        self._show_text()

    def _filter(self) -> None:
        self._held = ""
        self._show()

    def _show_all(self) -> None:
        self.wanted.load(Wanted.ALL, over=True)
        self._filter()
        self.list.setFocus()

    def _show_text(self) -> None:
        place = self.list.current
        self._held = place.key if place is not None else ""
        self.editor.pane.load(place, locked=self._texts.read_only)
        self._enable()

    def _enable(self) -> None:
        there, writable = self.list.current is not None, not self._texts.read_only
        self._phrases.setEnabled(there and writable)
        self._review.setEnabled(bool(self._all) and writable)
        self._next.setEnabled(there)
        self._best.setEnabled(there and writable)

    def _edit(self) -> None:
        """Into the first language that is not ready, or the one that is filtered for."""
        place, text = self.list.current, self.editor.pane.form.text
        if place is None:
            return
        states = place.text.states()
        first = next((one for one, state in states.items() if state is not TextState.REVIEWED), text.tongue)
        text.go(self.tongue.value() or first)

    def go_to(self, key: str) -> None:
        """Show the texts of a meeting, one of its texts, the orders for translation, or the card that sends one."""
        self._be_read()
        if key in (ORDERS, SENDING):
            self.out.go_to(key)
            return
        self.begin_again()
        with self.alerts.guard():
            meeting = self._texts.meeting_of(key.partition(".")[0])
            known = next((one for one in self._desk.meetings.list() if one.key == meeting), None)
            if known is not None:
                self._choose(known)
            if "." in key and not self.list.select(key):
                self._show_all()
                self.list.select(key)

    def write_at(self, key: str, field: str) -> None:
        """Put the keyboard into a text of a *key* in the language *field*: "fr"."""
        if self.editor.pane.form.key == key:
            self.editor.pane.write_in(Language(field))

    def begin_again(self) -> None:
        """Show the texts where what is out for translation stands in their place; a card of it stays as it is."""
        if self._outside:
            self._show_out(False)

    def close_open(self) -> bool:
        """Escape leads from what is out for translation back to the texts, wherever the keyboard is."""
        if self._outside:
            self.out.leave()
            return True
        return super().close_open()

    def current_key(self) -> str:
        """The text shown, else the meeting."""
        place, meeting = self.list.current, self.meeting.value()
        return place.key if place is not None else meeting.key if meeting is not None else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        fields: tuple[Field[Any], ...] = (self.meeting, self._other, self.wanted, self.tongue, self.kind)
        for field, name in zip(fields, CALLED, strict=True):
            field.set_accessible(self.words.gettext(name), "")
        if self._begun:
            self._show()

    # -- writing -----------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Keep what was typed where it belongs."""
        key, form = self.editor.pane.form.key, self.editor.pane.form
        place = next((one for one in self._all if one.key == key), None)
        if place is not None:
            with self.alerts.guard(form):
                self._texts.write(place, form.text.value())

    def go_on(self) -> None:
        """The next text of the list, then those before it that are not ready, in the first language that is not."""
        rows, current = self.list.model.rows, self.list.current
        row = self.list.model.row_of(current.key) if current is not None else -1
        wanted = Filter(Wanted.NOT_READY, self.tongue.value(), None)
        following = [*rows[row + 1 :], *(one for one in rows[: max(row, 0)] if wanted.holds(one))]
        self.editor.pane.form.flush()
        if following:
            self.list.select(following[0].key)
            self._edit()
        else:
            self._held = ""
            self._show()
            self.alerts.say(N_("That was the last text of the list."))

    def _open_phrases(self) -> None:
        meeting = self.meeting.value()
        facts: dict[str, Trilingual] = {}
        if meeting is not None:
            facts = {"meeting": meeting.title, "place": meeting.place}
        self.editor.show_phrases(facts)

    def _begin_review(self) -> None:
        self.editor.setCurrentIndex(0)
        self.editor.pane.form.flush()
        meeting = self.meeting.value()
        if meeting is None or not put_away([self.editor.pane.review]):
            return
        self.editor.pane.begin_review(meeting, self.tongue.value())

    def _reviewed(self) -> None:
        card = self.editor.pane.review
        form, meeting = card.form, self.editor.pane.review_of
        if meeting is None or not isinstance(form, ReviewForm):
            return
        tongue = form.tongue.value() or Language.EN
        with self.alerts.guard(card):
            marked = self._texts.review_all(meeting.key, form.document.value() or MeetingDocument.EVERYTHING, tongue)
            card.finished()
            name = self.words.language_name(tongue)
            self.alerts.say(N_("Marked as reviewed in {language}: {n}."), language=name, n=marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the text back to the list; Alt+1, 2, 3 from the list into a language of the text."""
        tongue = tongue_of(event)
        if tongue is not None and self.list.isVisible():
            self.editor.pane.form.text.go(tongue)
        elif event.key() == Qt.Key.Key_Escape and self._outside:
            self.close_open()
        elif event.key() == Qt.Key.Key_Escape and not self.list.view.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
