"""Minutes: drafted from what was recorded, edited in three languages, circulated, approved, and then only read."""

from functools import partial

from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import usual_prevailing
from nmirf_desktop.domain.redrafting import Offer as NewText
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import TO_APPROVE, Place
from nmirf_desktop.ui.screens.minutes_corrections import RECORD, CorrectionsSection
from nmirf_desktop.ui.screens.minutes_corrigenda import CorrigendaSection
from nmirf_desktop.ui.screens.minutes_files import WordMinutes
from nmirf_desktop.ui.screens.minutes_page import MinutesPage
from nmirf_desktop.ui.screens.minutes_state import (
    CIRCULATE,
    CIRCULATE_AGAIN,
    Steps,
)
from nmirf_desktop.ui.screens.minutes_steps import StepsTaken
from nmirf_desktop.ui.screens.minutes_unmet import APPROVE, COMMENT_NEXT, CORRECT, NOTED_NEXT, why_not
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unmet import Unmet

BESIDE_TEXT = N_("Beside the text")
BESIDE_HINT = N_("To what can be done beside the text; again, to the next part of it")
NEXT_NOTED = N_("Next passage as noted")
NOTED_HINT = N_("Selects the next words that read as they were noted")
EMPTY = N_("The minutes of this meeting are not begun")
WHY = N_(
    "They are drafted from what was recorded: attendance, officers, the agenda as adopted, statements, votes and "
    "decisions, in three languages at once. What you then write is never overwritten."
)


class MinutesScreen(MinutesPage):
    """The whole text in three columns, the current paragraph edited where it stands; beside it what hangs on it."""

    title = N_("Minutes")
    icon = "pencil"
    subjects = frozenset(Subject) - {Subject.SETTINGS}
    help_page = "minutes"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, jobs: Jobs | None = None) -> None:
        self.steps = Steps(language)
        super().__init__(desk, language, alerts, self.steps, jobs)
        self.corrections = CorrectionsSection(desk, language, alerts)
        self.corrigenda = CorrigendaSection(desk, language, alerts)
        for section in (self.corrections, self.corrigenda):
            self.pane.add(section)
        self._make_actions()
        self.arrange(self._begin_with())
        self.word = WordMinutes(desk, self._stack, language, alerts, self._jobs)
        self.word.begun.connect(self.writing.let_go)
        self.word.recorded.connect(self.corrections.lead)
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._draft = Action(N_("Draft from the record"), self.draft, Look("refresh-cw", "F5", primary=True), self)
        self._add = Action(N_("Add a paragraph"), self.writing.begin, Look("plus", "Ctrl+Shift+N"), self)
        self._remove = Action(N_("Remove the paragraph"), self.writing.remove, Look("minus", "Ctrl+Shift+D"), self)
        self._up = Action(N_("Move up"), partial(self.writing.move, -1), Look("chevron-up", "Alt+Up"), self)
        self._down = Action(N_("Move down"), partial(self.writing.move, 1), Look("chevron-down", "Alt+Down"), self)
        self._replace = Action(
            N_("Replace …"), self.list.finder.begin_replacing, Look("arrow-left-right", "Ctrl+H"), self
        )
        self._review = Action(
            N_("Mark as reviewed"),
            self.writing.review,
            Look("check", "Ctrl+Shift+R", hint=N_("In all three languages")),
            self,
        )
        self._circulate = Action(CIRCULATE, self._begin_circulation, Look("send", "Ctrl+Shift+U"), self)
        self._approve = Action(N_("Approve"), self._begin_approval, Look("circle-check", "Ctrl+Shift+A"), self)
        self._correct = Action(RECORD, self._begin_correction, Look("mail", "Ctrl+Shift+K"), self)
        self._preview = Action(N_("Preview"), self._show_pages, Look("eye", "Ctrl+Shift+V"), self)
        self._phrases = Action(N_("Phrase book"), self.sides.show_phrases, Look("book-open", "Ctrl+Shift+P"), self)
        self._comment = Action(N_("Comment"), self.sides.begin_comment, Look("message-square", "Ctrl+Shift+M"), self)
        self._next = Action(N_("Next comment"), self.next_comment, Look("chevron-down", "F6"), self)
        self._noted = Action(NEXT_NOTED, self.next_as_noted, Look("chevron-down", "F8", hint=NOTED_HINT), self)
        self._revisions = Action(N_("Revisions"), self.show_history, Look("history", "Ctrl+Shift+H"), self)
        self._beside = Action(BESIDE_TEXT, self.go_beside, Look("arrow-right", "F7", hint=BESIDE_HINT), self)

    def _begin_with(self) -> EmptyState:
        begin = Offer(N_("Draft from the record"), self.draft)
        return EmptyState(Empty(EMPTY, WHY, (begin,), "pencil"), self.language)

    def _connect(self) -> None:
        self.taken = StepsTaken(self.steps, self._desk, self.alerts, lambda: self._now)
        self.taken.taken.connect(self.list.setFocus)
        self.taken.asked.connect(self.asked)
        self.list.finder.replace_all.connect(self.writing.replace)
        self.list.replaced.connect(self.writing.put)
        self.corrections.shown.connect(self.show_paragraph)
        self.corrigenda.asked.connect(self.asked)
        for section in (self.corrections, self.corrigenda):
            section.looked_at = lambda: self.list.current.key if self.list.current else None
        for section in (self.corrections, self.corrigenda):
            for card in section.cards:
                card.left.connect(partial(self._leave_card, section))
        for card in self.steps.all:
            card.left.connect(self.list.setFocus)
        for card in (*self.steps.all, *self.corrections.cards, *self.corrigenda.cards):
            card.begun.connect(partial(self._begin_card, card))

        own = {self._next: COMMENT_NEXT, self._noted: NOTED_NEXT, self._approve: APPROVE, self._correct: CORRECT}
        self._unmet = Unmet([(own.get(one, ""), one) for one in self.actions()], self._explain, self)
        self.pane.form.text.barred.connect(partial(self._explain, ""))

    def _begin_card(self, card: Draft) -> None:
        """A card is opened: what was said or refused before does not lie over it, nor is a step shown that is empty."""
        for step in self.steps.all:
            if step is not card and not step.filled:
                step.hide()
        self.alerts.settle()
        if self.alerts.notice is not None and self.alerts.notice.refused:
            self.alerts.clear()

    def _leave_card(self, section: CorrectionsSection | CorrigendaSection) -> None:
        """A card is left: the keyboard is where it was opened, on its request or corrigendum, else in the text."""
        if not section.go_back():
            self.list.setFocus()

    def _explain(self, act: str) -> None:
        """A key was pressed that does nothing now: say why."""
        held, read_only = self.meeting is not None, self._desk.store.read_only
        self.alerts.refuse(why_not(act, self._now, held=held, read_only=read_only))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """From the draft to the approval."""
        return [
            self._draft, self._preview, self._circulate, self._approve, self._add, self._remove, self._up, self._down,
            self._replace, self._review, self._correct, self._phrases, self._comment, self._next, self._noted,
            self._revisions, self._beside, *self.word.actions_of,
        ]  # fmt: skip

    def commands(self) -> list[Hit]:
        """What is offered beside the text, and a corrigendum of approved minutes, which has no key."""
        return [*super().commands(), *self.corrigenda.commands(self.heading)]

    def _show(self) -> None:
        super()._show()
        self.word.load(self.meeting, begun=self._now.minutes is not None, locked=self.locked)

    def refresh(self) -> None:
        """Read what was written since, and what members ask for."""
        super().refresh()
        self.taken.show_of(self.meeting)
        read_only = self._desk.store.read_only
        self.corrections.load(self._now.minutes, self._now.paragraphs, self.on, locked=self.locked)
        self.bar.show_asked(self.corrections.open)
        self.corrigenda.load(self._now.minutes, self._now.paragraphs, self.on, read_only=read_only)

    def _enable(self) -> None:
        begun, writable = self._now.minutes is not None, not self.locked
        self._draft.setEnabled(writable and self.meeting is not None)
        for action in (self._add, self._remove, self._up, self._down, self._replace, self._review, self._phrases):
            action.setEnabled(writable and self.list.current is not None)
        self._review.setEnabled(self.list.current is not None and (writable or bool(self.pane.form.text.open_still)))
        self._comment.setEnabled(writable and begun)
        self._next.setEnabled(self._now.open_comments > 0)
        self._noted.setEnabled(begun and not self._now.approved)
        for action in (self._revisions, self._beside):
            action.setEnabled(begun)
        self._circulate.label = CIRCULATE_AGAIN if self._now.circulated else CIRCULATE
        if self._circulate.text() != self.words.gettext(self._circulate.label):
            self._circulate.retranslate(self.words)
        self._circulate.setEnabled(writable and begun)
        self._approve.setEnabled(writable and self._now.circulated)
        self._correct.setEnabled(writable and self._now.circulated)
        self._preview.setEnabled(self.meeting is not None)

    def go_to(self, key: str) -> None:
        """As every page of minutes; with "meeting:approve", open the card of their approval where that is possible."""
        meeting, _, step = key.partition(":")
        super().go_to(meeting if step == TO_APPROVE else key)
        if step == TO_APPROVE and self._approve.isEnabled():
            self._begin_approval()

    def take_keyboard(self, held: QWidget | None = None) -> None:
        """Go on where the keyboard was; where that is a link beside the text, in the rows."""
        super().take_keyboard(None if self.sides.is_link(held) else held)

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.unready.set_accessible(self.words.gettext("Only what is not ready"), "")
        self._touched()

    # -- writing -----------------------------------------------------------------------------------------------------

    def draft(self) -> None:
        """Begin the minutes, or bring what nobody changed to today's facts."""
        meeting = self.meeting
        if meeting is None:
            return
        self.writing.let_go()
        offers: tuple[NewText, ...] = ()
        with self.alerts.guard():
            offers = self._book.draft(meeting.key)
            self.alerts.say(N_("The minutes say what was recorded; F8 leads to what reads as it was noted."))
            if any(one.hasFocus() for one in self.bar.meeting.editors):  # it was chosen: now its minutes are worked on
                self.list.setFocus()
        if offers:
            self.alerts.say(N_("New facts give other texts; take or keep each of them."), Tone.NEUTRAL)

    def _begin_correction(self) -> None:
        line = self.list.current
        self.writing.let_go()
        if not put_away(self.steps.all):
            return
        self.corrections.begin(None, line.key if line is not None else None)

    # -- what becomes of them ----------------------------------------------------------------------------------------

    def _begin_circulation(self) -> None:
        self._open(self.steps.revision if self._now.circulated else self.steps.circulation)

    def _begin_approval(self) -> None:
        self._open(self.steps.approval)

    def _open(self, card: Draft) -> None:
        self.writing.let_go()
        if not put_away(self.steps.all):
            return
        decisions = () if self.meeting is None else self._desk.proposals.decisions(self.meeting.key)
        prevailing = usual_prevailing(self._now.minutes, {one.language for one in decisions})
        self.steps.load(self.on, prevailing, self._now.approving, self._desk.meetings.noted_day)
        if self.meeting is not None:
            self.taken.begin(card, self.meeting)
            self.pane.bring_in(card)

    def _show_pages(self) -> None:
        if self.meeting is not None:
            self.writing.let_go()
            self.asked.emit(Place("documents", f"{DocumentKind.MINUTES}:{self.meeting.key}"))
