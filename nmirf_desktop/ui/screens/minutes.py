"""Minutes: drafted from what was recorded, edited in three languages, circulated, approved, and then only read."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.redrafting import Offer as NewText
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fields import CheckField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.minutes_corrections import RECORD, CorrectionsSection
from nmirf_desktop.ui.screens.minutes_corrigenda import CorrigendaSection
from nmirf_desktop.ui.screens.minutes_files import WordMinutes
from nmirf_desktop.ui.screens.minutes_paragraph import NEW, ParagraphPane
from nmirf_desktop.ui.screens.minutes_reading import NOTHING, read
from nmirf_desktop.ui.screens.minutes_rows import COLUMNS, Line
from nmirf_desktop.ui.screens.minutes_state import (
    CIRCULATE,
    CIRCULATE_AGAIN,
    StateBar,
    Steps,
)
from nmirf_desktop.ui.screens.minutes_steps import StepsTaken
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone

EMPTY = N_("The minutes of this meeting are not begun")
WHY = N_(
    "They are drafted from what was recorded: attendance, officers, the agenda as adopted, statements, votes and "
    "decisions, in three languages at once. What you then write is never overwritten."
)

NOT_HELD = Empty(N_("No meeting was held yet"), N_("Minutes are written of a meeting that was held."), icon="gavel")


class MinutesScreen(Screen):
    """The paragraphs at the left; the one chosen, in three languages, at the right."""

    title = N_("Minutes")
    icon = "pencil"
    subjects = frozenset(Subject) - {Subject.DOCUMENTS, Subject.SETTINGS}
    help_page = "minutes"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk, self._book = desk, desk.minutes
        self._now = NOTHING
        self._adding: Line | None = None
        self._begun = False
        self.bar, self.steps = StateBar(language), Steps(language)
        self.about = self.bar.meeting
        self.list: RowTable[Line] = RowTable(COLUMNS, lambda line: line.paragraph.key, language)
        self.list.name(N_("Paragraphs of the minutes"))
        self.unready = CheckField(language, N_("Only what is not ready"))
        self.unready.load(False, over=True)
        self.list.add_filter(self.unready)
        self.pane = ParagraphPane(language, self.steps)
        self.corrections = CorrectionsSection(desk, language, alerts)
        self.corrigenda = CorrigendaSection(desk, language, alerts)
        for section in (self.corrections, self.corrigenda):
            self.pane.add(section)
        self._make_actions()
        self._arrange()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._draft = Action(N_("Draft from the record"), self.draft, Look("refresh-cw", "F5", primary=True), self)
        self._add = Action(N_("Add a paragraph"), self._begin_new, Look("plus", "Ctrl+Shift+N"), self)
        self._remove = Action(N_("Remove the paragraph"), self.remove, Look("minus", "Ctrl+Shift+D"), self)
        self._review = Action(
            N_("Mark as reviewed"), self.review, Look("check", "Ctrl+Shift+R", hint=N_("In all three languages")), self
        )
        self._circulate = Action(CIRCULATE, self._begin_circulation, Look("send", "Ctrl+Shift+U"), self)
        self._approve = Action(N_("Approve"), self._begin_approval, Look("circle-check", "Ctrl+Shift+A"), self)
        self._correct = Action(RECORD, self._begin_correction, Look("mail", "Ctrl+Shift+K"), self)
        self._preview = Action(N_("Preview"), self._show_pages, Look("eye", "Ctrl+Shift+P"), self)

    def _arrange(self) -> None:
        begin = Offer(N_("Draft from the record"), self.draft)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(MasterDetail(self._left(), self.pane, share=0.48))
        self._stack.addWidget(EmptyState(Empty(EMPTY, WHY, (begin,), "pencil"), self.language))
        self._stack.addWidget(EmptyState(NOT_HELD, self.language))
        self.word = WordMinutes(self._desk, self._stack, self.language, self.alerts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 3)
        column.addWidget(self.bar)
        column.addWidget(holder, 1)

    def _left(self) -> QWidget:
        column = QVBoxLayout(left := QWidget())
        column.setContentsMargins(0, 0, STEP * 3, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.list, 1)
        return left

    def _connect(self) -> None:
        self.bar.meeting.edited.connect(self._other_meeting)
        self.unready.edited.connect(self._show_lines)
        self.list.selected.connect(lambda _line: self._show_line())
        self.list.opened.connect(lambda _line: self.pane.form.text.setFocus())
        self.list.edit_asked.connect(lambda _line: self.pane.form.text.setFocus())
        self.pane.form.edited.connect(lambda _name: self.write())
        self.pane.form.unsaved.connect(self.alerts.warn)
        self.pane.form.text.next_asked.connect(self.go_on)
        self.pane.put_back.connect(self._put_back)
        self.pane.take.connect(self._take)
        self.pane.decline.connect(self._decline)
        self.taken = StepsTaken(self.steps, self._book, self.alerts, lambda: self._now)
        self.corrections.shown.connect(self.list.select)
        self.corrigenda.asked.connect(self.asked)
        self.corrigenda.looked_at = lambda: self.list.current.paragraph.key if self.list.current else None
        for card in (*self.steps.all, *self.corrections.cards, *self.corrigenda.cards):
            card.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """From the draft to the approval."""
        return [self._draft, self._preview, self._circulate, self._approve, self._add, self._remove, self._review,
                self._correct, *self.word.actions_of]  # fmt: skip

    # -- showing -----------------------------------------------------------------------------------------------------

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose minutes are shown."""
        return self.bar.meeting.value()

    @property
    def locked(self) -> bool:
        """Whether the minutes can only be read."""
        return self._now.approved or self._desk.store.read_only

    def refresh(self) -> None:
        """Read the minutes of the meeting, what new facts offer, and what was removed."""
        with self.alerts.guard():
            self._offer_meetings()
            self._now = NOTHING
            self._now = read(self._desk, self.meeting)
        self.bar.setVisible(self.meeting is not None)
        self.bar.load(self._now.minutes, self._now.approving)
        self.corrections.load(self._now.minutes, self._now.paragraphs, self.on, locked=self.locked)
        read_only = self._desk.store.read_only
        self.corrigenda.load(self._now.minutes, self._now.paragraphs, self.on, read_only=read_only)
        self._stack.setCurrentIndex(2 if self.meeting is None else 1 if self._now.minutes is None else 0)
        self.word.load(self.meeting, begun=self._now.minutes is not None, locked=self.locked)
        self.pane.show_offers(() if self.locked else self._now.offers, self._now.lines)
        self.pane.show_removed(self._now.removed, locked=self.locked)
        self._show_lines()

    def _offer_meetings(self) -> None:
        known = [one for one in self._desk.meetings.list() if is_network_meeting(one) and one.opens_on <= self.on]
        self.bar.meeting.offer(known)
        if not self._begun:
            self._begun = True
            try:
                self.bar.meeting.load(self._desk.papers.meeting(DocumentKind.MINUTES), over=True)
            except Problem:
                self.bar.meeting.load(known[-1] if known else None, over=True)

    def _show_lines(self) -> None:
        wanted = [line for line in self._now.lines if not (self.unready.value() and line.ready)]
        self.list.show_rows(wanted, self._now.lines)
        if self._adding is None:
            self.list.select_first()
        self._show_line()

    def _show_line(self) -> None:
        line = self.list.current
        if self._adding is not None and self.list.current != self._adding:
            self._adding = None
        if self._adding is None:
            self.pane.load(line, locked=self.locked)
        self._enable()

    def _enable(self) -> None:
        begun, writable = self._now.minutes is not None, not self.locked
        self._draft.setEnabled(writable and self.meeting is not None)
        for action in (self._add, self._remove, self._review):
            action.setEnabled(writable and self.list.current is not None)
        self._circulate.label = CIRCULATE_AGAIN if self._now.circulated else CIRCULATE
        self._circulate.retranslate(self.words)
        self._circulate.setEnabled(writable and begun)
        self._approve.setEnabled(writable and self._now.circulated)
        self._correct.setEnabled(writable and self._now.circulated)
        self._preview.setEnabled(self.meeting is not None)

    def _other_meeting(self) -> None:
        self.pane.form.flush()
        self._adding = None
        self.refresh()

    def go_to(self, key: str) -> None:
        """Show the minutes of a meeting; with "meeting:paragraph" at one paragraph, or a request for correction."""
        key = self._book.requests.place_of(key) or key
        key, _, paragraph = key.partition(":")
        self._be_read()
        found = next((one for one in self._desk.meetings.list() if one.key == key), None)
        if found is not None and found != self.meeting:
            self.pane.form.flush()
            self.bar.meeting.load(found, over=True)
            self.refresh()
        if paragraph and not self.list.select(paragraph):
            self.unready.load(False, over=True)
            self._show_lines()
            self.list.select(paragraph)

    def current_key(self) -> str:
        """The meeting shown."""
        return self.meeting.key if self.meeting else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.unready.set_accessible(self.words.gettext("Only what is not ready"), "")
        if self._begun:
            self.refresh()

    # -- writing -----------------------------------------------------------------------------------------------------

    def draft(self) -> None:
        """Begin the minutes, or bring what nobody changed to today's facts."""
        meeting = self.meeting
        if meeting is None:
            return
        self.pane.form.flush()
        offers: tuple[NewText, ...] = ()
        with self.alerts.guard():
            offers = self._book.draft(meeting.key)
            self.alerts.say(N_("The minutes say what was recorded."))
        if offers:
            self.alerts.say(N_("New facts give other texts; take or keep each of them."), Tone.NEUTRAL)

    def write(self) -> None:
        """Keep what was typed; a paragraph left without words is removed."""
        key, text = self.pane.form.key, self.pane.form.text.value()
        with self.alerts.guard(self.pane.form):
            if key == NEW:
                self._write_new()
            elif text:
                self._book.write(str(key), text)
            else:
                self._book.remove(str(key))

    def _write_new(self) -> None:
        after, text = self._adding, self.pane.form.text.value()
        if after is not None and text:
            self._adding = None
            new = self._book.add(after.paragraph.key, text)
            self.refresh()
            self.list.select(new.key)

    def go_on(self) -> None:
        """The next paragraph, the keyboard in the same language."""
        row = self.list.model.row_of(self.list.current.paragraph.key) if self.list.current else -1
        rows = self.list.model.rows
        following = rows[row + 1].paragraph.key if 0 <= row < len(rows) - 1 else None
        self.pane.form.flush()
        if following is not None:
            self.list.select(following)

    def review(self) -> None:
        """Mark the paragraph as reviewed in every language that it has."""
        self.pane.form.flush()
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._book.review(line.paragraph.key)

    def remove(self) -> None:
        """Remove the paragraph; it can be put back where it was drafted, and undone in any case."""
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._book.remove(line.paragraph.key)

    def _begin_new(self) -> None:
        line = self.list.current
        if line is not None:
            self.pane.form.flush()
            self._adding = self.list.current or line
            self.pane.begin_new(self._adding)

    def _put_back(self, key: str) -> None:
        with self.alerts.guard():
            self._book.put_back(key)

    def _take(self, offer: NewText) -> None:
        with self.alerts.guard():
            if self._now.minutes is not None:
                self._book.take(self._now.minutes.key, offer)

    def _decline(self, offer: NewText) -> None:
        with self.alerts.guard():
            if self._now.minutes is not None:
                self._book.decline(self._now.minutes.key, offer)

    def _begin_correction(self) -> None:
        line = self.list.current
        self.pane.form.flush()
        self.corrections.begin(None, line.paragraph.key if line is not None else None)

    # -- what becomes of them ----------------------------------------------------------------------------------------

    def _begin_circulation(self) -> None:
        self._open(self.steps.revision if self._now.circulated else self.steps.circulation)

    def _begin_approval(self) -> None:
        self._open(self.steps.approval)

    def _open(self, card: Draft) -> None:
        self.pane.form.flush()
        if not put_away(self.steps.all):
            return
        minutes = self._now.minutes
        self.steps.load(self.on, minutes.prevailing if minutes is not None else Language.EN, self._now.approving)
        card.begin()
        self.pane.bring_in(card)

    def _show_pages(self) -> None:
        if self.meeting is not None:
            self.pane.form.flush()
            self.asked.emit(Place("documents", f"{DocumentKind.MINUTES}:{self.meeting.key}"))
