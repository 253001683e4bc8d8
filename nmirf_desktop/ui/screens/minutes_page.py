"""The page of the minutes: their whole text with the one editor, what hangs on it, and their revisions in its place."""

from contextlib import suppress
from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.completed_minutes import open_languages
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fields import CheckField
from nmirf_desktop.ui.jobs import InlineJobs, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.lookup import Lookup
from nmirf_desktop.ui.panes import MasterDetail, Pages
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.minutes_history import History
from nmirf_desktop.ui.screens.minutes_list import ParagraphList
from nmirf_desktop.ui.screens.minutes_margin import next_commented
from nmirf_desktop.ui.screens.minutes_memory import Remembered
from nmirf_desktop.ui.screens.minutes_noted import AsNotedWalk
from nmirf_desktop.ui.screens.minutes_reading import NEW, Facts, Reader, Reading, facts_of
from nmirf_desktop.ui.screens.minutes_rows import Line
from nmirf_desktop.ui.screens.minutes_sides import Sides
from nmirf_desktop.ui.screens.minutes_state import StateBar, Steps
from nmirf_desktop.ui.screens.minutes_text import ParagraphForm
from nmirf_desktop.ui.screens.minutes_writing import Writing
from nmirf_desktop.ui.theme import STEP
from nmirf_desktop.ui.three_columns import tongue_of

BESIDE = 130
"""From how many letters of width what hangs on a paragraph stands beside the text, which has three columns itself."""
SOON = 100
"""How long after a reading the facts are drafted, in milliseconds."""
NOT_HELD = Empty(N_("No meeting was held yet"), N_("Minutes are written of a meeting that was held."), icon="gavel")


class MinutesPage(Screen):
    """The whole text in three columns, the current paragraph edited where it stands; beside it what hangs on it.

    :class:`~nmirf_desktop.ui.screens.minutes.MinutesScreen` adds what is done with the minutes as a whole.
    """

    def __init__(
        self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, steps: Steps, jobs: Jobs | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk, self._book, self._reader = desk, desk.minutes, Reader(desk)
        self._begun = False
        self._shown: Line | None = None
        jobs = jobs or InlineJobs(self)
        self._facts: Lookup[Facts] = Lookup(jobs, self)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._draft_facts)
        self.bar = StateBar(language)
        self.about = self.bar.meeting
        form = ParagraphForm(language)
        self.list = ParagraphList(language, form)
        self.unready = CheckField(language, N_("Only what is not ready"))
        self.unready.load(False, over=True)
        self.list.add_filter(self.unready)
        self._remembered = Remembered(form, desk.memory, jobs, language)
        self.sides = Sides(desk, self._remembered, alerts, steps, lambda: self.meeting)
        self.pane, self.margin = self.sides.pane, self.sides.pane.margin
        self._jobs = jobs
        self.writing = Writing(self._book, self._reader, self.list, form, alerts)
        self.as_noted = AsNotedWalk(self.list, form, alerts)

    def arrange(self, empty: EmptyState) -> None:
        """Put everything in its place; *empty* stands for minutes that are not begun."""
        holder = QWidget()
        self._stack = Pages(holder)
        self._stack.addWidget(MasterDetail(self._left(), self.sides, share=0.69, under=0.62, beside=BESIDE))
        self._stack.addWidget(empty)
        self._stack.addWidget(EmptyState(NOT_HELD, self.language))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 3)
        column.addWidget(self.bar)
        column.addWidget(holder, 1)
        self._lead()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, STEP * 3, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.list, 1)
        return left

    def _lead(self) -> None:
        self.bar.meeting.edited.connect(self._other_meeting)
        self.unready.edited.connect(self._show_lines)
        self.list.selected.connect(lambda _line: self._show_line())
        for signal in (self.list.opened, self.list.edit_asked):
            signal.connect(lambda _line: self.pane.form.text.go_to_work())
        self.list.view.pressed_in.connect(self.pane.form.text.go)
        self.pane.form.edited.connect(lambda _name: self.writing.write())
        self.pane.form.unsaved.connect(self.alerts.warn)
        self.pane.form.text.next_asked.connect(lambda: self.writing.go_on(1))
        self.pane.form.text.previous_asked.connect(lambda: self.writing.go_on(-1))
        self.writing.changed.connect(self._look_again)
        self.margin.left.connect(self.list.setFocus)
        self.pane.looked_at.asked.connect(self.asked)
        self.pane.compare_asked.connect(self.show_history)
        self.pane.put_back.connect(self.writing.put_back)
        self.pane.take.connect(self.writing.take)
        self.pane.take_new.connect(self.writing.take_new)
        self.pane.decline.connect(self.writing.decline)

    # -- showing -----------------------------------------------------------------------------------------------------

    @cached_property
    def history(self) -> History:
        """The revisions, made when they are first asked for."""
        history = History(self._desk, self._jobs, self.language, self.alerts)
        self._stack.addWidget(history)
        return history

    @property
    def _back(self) -> bool:
        """Whether the revisions stand in the place of the text."""
        return isinstance(self._stack.currentWidget(), History)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose minutes are shown."""
        return self.bar.meeting.value()

    @property
    def _now(self) -> Reading:
        """What was read last."""
        return self._reader.now

    @property
    def locked(self) -> bool:
        """Whether the minutes can only be read."""
        return self._now.approved or self._desk.store.read_only

    def refresh(self) -> None:
        """Read what was written since: the texts of some paragraphs, or the minutes of the meeting anew."""
        with self.alerts.guard():
            if self._reader.begin() or not self._begun:
                self._offer_meetings()
            self._reader.read(self.meeting, self.writing.held, self.writing.after)
        self._show()
        if self._back:
            self.history.load(self._now)
        self._ask_facts()

    def _ask_facts(self) -> None:
        """Draft what the facts give today, beside the window, where facts were written since.

        Not before the page was painted: what is done beside takes its turns from the window.
        """
        if self._reader.stale:
            self._soon.start()

    def _draft_facts(self) -> None:
        self._soon.stop()
        meeting = self.meeting if self.isVisible() else None
        if self._reader.stale and meeting is not None and self._now.minutes is not None and not self._now.approved:
            writing = (self.writing.held, self.writing.after)
            find = partial(facts_of, self._desk, meeting.key, self._now, *writing)
            self._facts.ask(find, partial(self._facts_told, meeting))

    def _facts_told(self, meeting: Meeting, facts: Facts) -> None:
        if meeting == self.meeting and not self._soon.isActive():  # else newer ones are about to be asked for
            self._remembered.warm()
            self._reader.tell(facts, self.writing.held, self.writing.after)
            self._show()

    def _look_again(self) -> None:
        """Show what was read last, with the paragraph that is being written now."""
        self._reader.look(self.writing.held, self.writing.after)
        self._show()

    def _show(self) -> None:
        self.bar.setVisible(self.meeting is not None)
        self.bar.load(self._now.minutes, self._now.open_comments, self._now.approving, self._now.behind)
        if not self._back or self._now.minutes is None:
            self._stack.setCurrentIndex(2 if self.meeting is None else 1 if self._now.minutes is None else 0)
        self.pane.show_offers(() if self.locked else self._now.offers, self._now.lines)
        self.pane.show_removed(self._now.removed, locked=self.locked)
        self._show_lines()

    def _offer_meetings(self) -> None:
        """Offer the meetings that have opened, one that was held before its planned days included."""
        known = [one for one in self._desk.meetings.list() if is_network_meeting(one) and one.opens_on <= self.on]
        last = known[-1] if known else None
        with suppress(Problem):
            last = self._desk.papers.meeting(DocumentKind.MINUTES)
        self.bar.meeting.offer(known if last is None or last in known else [*known, last])
        if not self._begun:
            self._begun = True
            self.bar.meeting.load(last, over=True)

    def _show_lines(self) -> None:
        """List what is wanted; the paragraph that is worked on stays until another one is chosen."""
        worked_on = self.list.current.key if self.list.current is not None and self.pane.form.text.held else NEW
        only = self.unready.value()
        wanted = [line for line in self._now.lines if not (only and line.ready) or line.key in (worked_on, NEW)]
        self._shown = None
        self.list.show_rows(wanted, self._now.lines)
        if self.list.current is None and self._now.minutes is not None and not self._now.approved:
            self.list.select(self._book.revisions.last_written(self._now.minutes.key))
        self.list.select_first()
        if self.list.current is None or self._shown is not self.list.current:  # where the list has not asked for it
            self._show_line()

    def _show_line(self) -> None:
        line = self._shown = self.list.current
        if self.writing.settling:
            return
        if line is not None:
            self.pane.form.load(line.key, line.paragraph.text)
            self.pane.form.text.show_noted(line.noted)
            self._open_for_writing(line)
            self._remembered.look_again()
            self.writing.chosen(line.key)
        kept_back = line is not None and self._reader.kept_back(line.paragraph)
        self.pane.load(line, locked=self.locked, kept_back=kept_back)
        self.pane.show_comments(self._now)
        self.list.view.place()
        self._enable()

    def _open_for_writing(self, line: Line) -> None:
        """What may be typed in a paragraph: of approved minutes, the languages in which it had no text."""
        may = open_languages(line.paragraph) if self._now.approved and not self._desk.store.read_only else ()
        self.pane.form.text.keep_but(may)
        self.pane.form.set_read_only(self.locked and not may)
        self.pane.form.text.settle([one for one in Language if self._now.approved and one not in may])

    def _enable(self) -> None:
        """Say what can be done now."""

    def _other_meeting(self) -> None:
        self.writing.let_go()
        self.refresh()

    def go_to(self, key: str) -> None:
        """Show the minutes of a meeting; with "meeting:paragraph" at one paragraph, or a request for correction."""
        key = self._book.requests.place_of(key) or key
        key, _, paragraph = key.partition(":")
        self._be_read()
        found = next((one for one in self._desk.meetings.list() if one.key == key), None)
        if found is not None and found != self.meeting:
            self.writing.let_go()
            self.bar.meeting.load(found, over=True)
            self.refresh()
        self.begin_again()
        if paragraph:
            self.show_paragraph(paragraph)

    def show_paragraph(self, key: Key) -> None:
        """Choose a paragraph that is there, listed or not."""
        if not self.list.select(key) and any(line.key == key for line in self._now.lines):
            self.unready.load(False, over=True)
            self._show_lines()
            self.list.select(key)

    def current_key(self) -> str:
        """The meeting shown."""
        return self.meeting.key if self.meeting else ""

    # -- beside the text ---------------------------------------------------------------------------------------------

    def next_comment(self) -> None:
        """Go to the next paragraph with an open comment, from the last one to the first."""
        line = self.list.current
        key = next_commented(self._now.lines, line.key if line is not None else "")
        self.begin_again()
        if key is not None:
            self.list.select(key)
        self.sides.show_comments()

    def next_as_noted(self) -> None:
        """Select the next passage that stands as it was noted."""
        self.begin_again()
        self.as_noted.go_on(known=self._now.fresh is not None)

    def show_history(self, paragraph: str = "") -> None:
        """Show the revisions in the place of the text, at those of a paragraph where one is named."""
        self.writing.let_go()
        self._stack.setCurrentWidget(self.history)
        self.history.begin(self._now, paragraph)

    def go_beside(self) -> None:
        """Put the keyboard on what can be done beside the text, or with the revision that is looked at."""
        (self.history if self._back else self.sides).go_beside()

    def begin_again(self) -> None:
        """Show the text where its revisions stand in its place."""
        if self._back:
            self._stack.setCurrentIndex(0)
            self.list.setFocus()

    def close_open(self) -> bool:
        """Escape leads from the revisions back to the text, wherever the keyboard is."""
        if self._back:
            self.begin_again()
            return True
        return super().close_open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the text back to the list; Alt+1, 2, 3 from the list into a language of the text."""
        tongue = tongue_of(event)
        if tongue is not None and self.list.isVisible():
            self.pane.form.text.go(tongue)
        elif event.key() == Qt.Key.Key_Escape and self._back:
            self.close_open()
        elif event.key() == Qt.Key.Key_Escape and (self.pane.form.text.held or self.sides.is_link(self.focusWidget())):
            self.list.view.setFocus()
        else:
            super().keyPressEvent(event)

    def read_ahead(self) -> None:
        """Read out of sight; whose minutes are shown is settled when they are looked at."""
        begun = self._begun
        super().read_ahead()
        self._begun = begun

    def showEvent(self, event: QShowEvent) -> None:
        """What new facts offer is told where it was not yet, out of sight."""
        super().showEvent(event)
        self._begun = True
        self._ask_facts()

    def hideEvent(self, event: QHideEvent) -> None:
        """The screen is left, and with it the paragraph."""
        self.writing.let_go()
        super().hideEvent(event)
