"""Meetings: those held and those to come; each planned in place, its agenda sent, and what is missing named."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.planning import STANDING_LABELS, MeetingStanding
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meetings import MeetingLine
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.forms import only
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.meetings_detail import MeetingDetail, Planned, read
from nmirf_desktop.ui.screens.meetings_form import kind_name
from nmirf_desktop.ui.screens.meetings_milestones import MilestoneRows
from nmirf_desktop.ui.screens.meetings_officers import NOTHING_RECORDED
from nmirf_desktop.ui.screens.meetings_planning import Moved, PlanningActs, Together
from nmirf_desktop.ui.screens.meetings_sittings import SittingRow
from nmirf_desktop.ui.screens.meetings_texts import TAKE_ALL, TopicRows
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone

ORDER = list(MeetingStanding)
MARKS = {
    MeetingStanding.HELD: Mark("circle-check", Tone.MUTED),
    MeetingStanding.UNDER_WAY: Mark("circle-dot", Tone.GOOD),
    MeetingStanding.NEXT: Mark("arrow-right", Tone.NEUTRAL),
    MeetingStanding.PLANNED: Mark("circle", Tone.MUTED),
}
EMPTY = N_("No meeting is planned yet")
WHY = N_(
    "Here stand the Network’s meetings, held and to come. Each year has an annual one (R36); the Executive Committee "
    "prepares its agenda (R38), which reaches the members at least one month before (R39). Planning starts with a "
    "proposal of number, symbol, title and days, in three languages, free to be changed."
)


def _symbol(line: MeetingLine, _words: Catalog) -> str:
    return line.meeting.symbol


def _title(line: MeetingLine, words: Catalog) -> str:
    return line.meeting.title[words.language] or words.gettext("(no title in this language)")


def _days(line: MeetingLine, words: Catalog) -> str:
    return words.date_range(line.meeting.opens_on, line.meeting.closes_on)


def _by_day(line: MeetingLine, _words: Catalog) -> int:
    return line.meeting.opens_on.toordinal()


def _place(line: MeetingLine, words: Catalog) -> str:
    return line.meeting.place[words.language]


def _kind(line: MeetingLine, words: Catalog) -> str:
    return kind_name(line.meeting.kind, words)


def _state(line: MeetingLine, words: Catalog) -> str:
    return words.gettext(STANDING_LABELS[line.standing])


def _by_state(line: MeetingLine, words: Catalog) -> tuple[int, int]:
    return ORDER.index(line.standing), _by_day(line, words)


def _mark(line: MeetingLine) -> Mark:
    return MARKS[line.standing]


COLUMNS = (
    Column(N_("Symbol"), _symbol),
    Column(N_("Title"), _title, stretch=True, least=12),
    Column(N_("Days"), _days, _by_day, spare=True),
    Column(N_("Stage"), _state, _by_state, mark=_mark, least=5),
    Column(N_("Place"), _place, hidden=True),
    Column(N_("Kind"), _kind, hidden=True),
)


class MeetingsScreen(Screen):
    """The list of the meetings; the plan of the one chosen."""

    title = N_("Meetings")
    icon = "calendar-days"
    subjects = frozenset({
        Subject.MEETINGS, Subject.AGENDA, Subject.MEMBERS, Subject.STATES, Subject.COMMITTEE, Subject.VOTES,
        Subject.RULES,
    })  # fmt: skip
    help_page = "meetings"

    def __init__(
        self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, memory: Memory | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk, self._meetings = desk, desk.meetings
        self.acts = PlanningActs(desk, self, memory)
        self._shown: Planned | None = None
        self.texts = TopicRows(desk.meeting_texts, language, alerts)
        self._make_actions()
        empty = Empty(EMPTY, WHY, (Offer(N_("Plan a meeting"), self.acts.annual.trigger),), "calendar-days")
        self.list: RowTable[MeetingLine] = RowTable(COLUMNS, lambda line: line.meeting.key, language, empty)
        self.list.name(N_("Meetings of the Network"))
        self.list.setContentsMargins(0, 0, STEP * 3, 0)
        self.detail = MeetingDetail(language, MilestoneRows(desk.milestones, language, alerts), self.texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self.list, self.detail, share=0.52))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def act(label: str, slot: Callable[[], object], look: Look) -> Action:
            return Action(label, slot, look, self)

        self.send_action = act(
            N_("Record the sending of the agenda"), self._begin_sending, Look("send", "Ctrl+Shift+D")
        )
        self.fill_action = act(
            N_("Add mornings and afternoons"), self._fill_sittings, Look("calendar-range", "Ctrl+Shift+H")
        )
        self.milestone_action = act(N_("Add a milestone"), self._begin_milestone, Look("flag", "Ctrl+Shift+M"))
        self.write_action = act(N_("Write the invitation"), self.texts.begin, Look("mail", "Ctrl+Shift+W"))
        self.take_action = act(TAKE_ALL, self.texts.take_all, Look("file-text"))
        self.agenda_action = act(N_("Open the agenda"), self._open_agenda, Look("list-ordered", "Ctrl+Shift+G"))
        self.remove_action = act(N_("Remove the meeting"), self._remove, Look("trash-2"))

    def _connect(self) -> None:
        detail = self.detail
        self.list.selected.connect(lambda _line: self._show())
        for signal in (self.list.opened, self.list.edit_asked):
            signal.connect(lambda _line: detail.form.title.setFocus())
        detail.asked.connect(self._go)
        detail.strip.asked.connect(self._begin_milestone)
        for rows in (detail.milestones, self.texts):
            rows.recorded.connect(self.list.select)
        self.acts.planned.connect(self._planned)
        detail.form.edited.connect(self._save)
        detail.agreement.edited.connect(self._note_agenda)
        for part in (detail.form, detail.agreement, detail.sittings):
            part.unsaved.connect(self.alerts.warn)
        detail.sittings.edited.connect(self.acts.save_sitting)
        detail.sittings.removed.connect(self.acts.remove_sitting)
        detail.sittings.cleared.connect(self.acts.remove_unopened)
        detail.sittings.copied.connect(self._copy_sitting)
        detail.sending.draft.done.connect(self._record_sending)
        detail.sending.draft.left.connect(detail.record.setFocus)
        detail.sending.taken_back.connect(self._take_back)
        detail.elections.draft.done.connect(self._record_officer)
        detail.elections.draft.left.connect(detail.elect.setFocus)
        detail.elections.taken_back.connect(self._remove_officer)
        detail.elect.clicked.connect(self._begin_election)
        detail.fill.clicked.connect(self._fill_sittings)
        detail.more.clicked.connect(self._add_sitting)
        detail.record.clicked.connect(self._begin_sending)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Planning first, then what concerns the meeting chosen."""
        acts = self.acts
        return [
            acts.annual, self.agenda_action, self.fill_action, self.send_action, self.milestone_action,
            self.write_action, self.take_action, acts.like,
            acts.extraordinary, acts.committee, acts.calendar, self.remove_action,
        ]  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the meetings as they stand on the day."""
        first = not self.list.model.total
        with self.alerts.guard():
            lines = self._meetings.lines(self.on)
            known = self._desk.states.on(self.on).values()
            self.detail.form.offer(known)
            self.detail.sending.offer(known)
            self.detail.elections.offer(known, self._people_of, self._desk.sittings.roll)
            self.list.show_rows(lines)
            if first and (current := self._meetings.current(self.on)) is not None:
                self.list.select(current.key)
        self.list.select_first()
        self._show()

    def _people_of(self, state: StateCode) -> tuple[Person, ...]:
        with self.alerts.guard():
            return self._meetings.people_of(state)
        return ()

    def _show(self) -> None:
        line = self.list.current
        self.detail.setVisible(self.list.model.total > 0)
        shown = None
        if line is not None:
            with self.alerts.guard():
                shown = read(self._desk, line.meeting.key, self.on)
        self.detail.load(shown)
        self._shown = shown
        self.acts.follow(line.meeting if line is not None else None, locked=self._meetings.read_only)
        self.agenda_action.setEnabled(shown is not None)
        changing = (self.send_action, self.fill_action, self.milestone_action, self.write_action, self.remove_action)
        for action in changing:
            action.setEnabled(shown is not None and not shown.locked)
        self.take_action.setEnabled(shown is not None and not shown.locked and self.texts.offers_all)

    @property
    def _key(self) -> str:
        return self.list.current.meeting.key if self.list.current else ""

    def go_to(self, key: str) -> None:
        """Show one meeting, or a part of the one that is shown."""
        self._be_read()
        if not self.detail.reveal(key):
            self.list.select(key)

    def current_key(self) -> str:
        """The meeting shown."""
        return self._key

    meeting_key = current_key

    def _go(self, place: Place) -> None:
        """Follow a link; one to this meeting's own texts leads to its title."""
        if place == Place("meetings", self._key):
            self.detail.ensureWidgetVisible(self.detail.form.title)
            self.detail.form.title.setFocus()
        else:
            self.asked.emit(place)

    def _open_agenda(self) -> None:
        if self._key:
            self.asked.emit(Place("agenda", self._key))

    # -- planning --------------------------------------------------------------------------------------------------

    def _planned(self, meeting: Meeting) -> None:
        """Show a meeting that was begun, from its top, with the keyboard in its title."""
        self.refresh()
        self.list.select(meeting.key)
        self.detail.form.title.setFocus()
        QTimer.singleShot(0, self.detail, lambda: self.detail.verticalScrollBar().setValue(0))

    def _begin_milestone(self, identity: str = "") -> None:
        """Open the card of a milestone, or of a new one."""
        milestones = self.detail.milestones
        if identity:
            milestones.begin(identity)
        else:
            milestones.begin_own()
        if not milestones.card.isHidden():
            self.detail.bring_in(milestones.card)

    def _save(self, field: str) -> None:
        form = self.detail.form
        with self.alerts.guard(form):
            before = self._meetings.find(str(form.key))
            if before is not None:
                self._meetings.save(only(field, before, form.value(before)))
                moved = self._moved(before)
                if not self._offer_year(before, moved) and moved is not None:
                    self.alerts.show(Notice(moved, Tone.GOOD))
                self.acts.offer(before)

    def _moved(self, before: Meeting) -> Moved | None:
        """Where the first day changed, what went along: the last lawful day, and what keeps a day of its own."""
        plan = self._shown.plan if self._shown is not None else None
        if plan is None or plan.meeting.key != before.key or plan.meeting.opens_on == before.opens_on:
            return None
        deadline = plan.notice.deadline if plan.notice is not None else None
        return Moved(deadline, self._desk.milestones.kept(before.key))

    def _offer_year(self, before: Meeting, moved: Moved | None) -> bool:
        """Where a meeting moved out of the year for which it counts, say so and offer to change that too."""
        meeting = self._shown.plan.meeting if self._shown is not None else before
        year = meeting.opens_on.year
        if meeting.key != before.key or not before.counts_for == before.opens_on.year == meeting.counts_for != year:
            return False
        said = Sentence(
            N_("The days are in {year} now. The meeting still counts for {before} and has the symbol {symbol}."),
            {"year": f"{year}", "before": f"{before.counts_for}", "symbol": meeting.symbol},
        )
        change = Offer(N_("Change year and symbol"), partial(self.acts.count, meeting.key))
        self.alerts.show(Notice(Together((moved, said) if moved else (said,)), Tone.ATTENTION, offers=(change,)))
        return True

    def _remove(self) -> None:
        with self.alerts.guard():
            self._meetings.remove(self._key)

    def _fill_sittings(self) -> None:
        with self.alerts.guard():
            self._meetings.fill_sittings(self._key)

    def _add_sitting(self) -> None:
        with self.alerts.guard():
            self._meetings.add_sitting(self._key)

    def _copy_sitting(self, row: SittingRow) -> None:
        with self.alerts.guard():
            self._desk.planning.copy_sitting(row.sitting.key)

    # -- the agenda ------------------------------------------------------------------------------------------------

    def _note_agenda(self, field: str) -> None:
        form = self.detail.agreement
        key = str(form.key)
        with self.alerts.guard(form):
            if field == "agreed":
                self._meetings.note_agreement(key, form.agreed.value())
            else:
                self._meetings.note_adoption(key, form.adopted.value())

    def _begin_sending(self) -> None:
        sending = self.detail.sending
        sending.begin(self.on)
        self.detail.bring_in(sending.draft)

    def _record_sending(self) -> None:
        sending = self.detail.sending
        with self.alerts.guard(sending.draft):
            dispatch = sending.value()
            key = self._meetings.record_dispatch(dispatch)
            sending.draft.finished()
            self.list.select(dispatch.meeting)
            self.alerts.show(sending.recorded(dispatch.sent_on, lambda: self._take_back(key)))
            self.detail.record.setFocus()

    def _take_back(self, key: str) -> None:
        with self.alerts.guard():
            self._meetings.remove_dispatch(key)
            self.alerts.say(N_("The sending of the agenda is taken back."))

    def _begin_election(self) -> None:
        elections = self.detail.elections
        elections.begin()
        self.detail.bring_in(elections)

    def _record_officer(self) -> None:
        elections = self.detail.elections
        with self.alerts.guard(elections.draft):
            officer = elections.value()
            asked = elections.besides(officer)
            if asked is not None and self.alerts.choose(asked) != asked.act:
                self.alerts.say(NOTHING_RECORDED, Tone.NEUTRAL)
                return
            self._meetings.record_officer(officer)
            elections.draft.finished()
            self.list.select(officer.meeting)
            self.alerts.say(N_("The election is recorded; the minutes name it."))
            self.detail.elect.setFocus()

    def _remove_officer(self, key: str) -> None:
        with self.alerts.guard():
            self._meetings.remove_officer(key)

    # -- words and keys --------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        words = self.words
        self.detail.fill.setText(words.gettext("Add mornings and afternoons"))
        self.detail.fill.setToolTip(self.fill_action.toolTip())
        self.detail.more.setText(words.gettext("Add a sitting"))
        self.detail.record.setText(words.gettext("Record the sending"))
        self.detail.record.setToolTip(self.send_action.toolTip())
        self.detail.elect.setText(words.gettext("Record an election"))
        self.detail.load(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the plan back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.list.view.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
