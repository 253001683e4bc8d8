"""Candidatures: the call, who stands, which composition the rules would see, and the slate that is agreed."""

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import appointment_day
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import Practices, Question
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.regions import eligible, scheme
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.candidatures import CallFile
from nmirf_desktop.services.committees import appointing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fact_rows import FactRow
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail, Page
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.regions import REGION_HEADS
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.candidatures_call import CallHead, Known
from nmirf_desktop.ui.screens.candidatures_detail import CandidaturesDetail
from nmirf_desktop.ui.screens.candidatures_list import (
    COLUMNS,
    REGION,
    Candidate,
    Standing,
    slate_rows,
    standing_of,
)
from nmirf_desktop.ui.screens.candidatures_record import Recorded, Recording
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone

OPEN_CALL = N_("Open a call")
NOBODY = N_("No candidature is recorded yet")
WITHOUT_CALL = N_(
    "Open a call for the seats that a meeting will fill, and record each State that stands for one of them (R35)."
)
CALLED = N_("Record each State that stands for a seat of this call, as its letter comes in (R35).")
OBSERVER = N_("The candidature of {state} is recorded; the State is an observer. {practice}")
NO_MEMBER = N_("The candidature of {state} is recorded; the State is no member. {practice}")
LATER = N_("The candidature is recorded; it was received on {day}, after the day shown.")
SHOW_DAY = N_("Show that day")
NO_SLATE = N_("Agree on a slate first.")
APPOINTED = N_("The Committee of this call was appointed already.")
TO_COME = N_("The appointment of the Committee of this call is recorded already, for a day ahead.")
DUE = N_("The mandate of the Committee ends within twelve months: a call for candidatures can be opened.")
OVERDUE = N_("The mandate of the Committee ended on {day}: a call for candidatures can be opened.")


class CandidaturesScreen(Screen):
    """The call and the candidates at the left; what is written down, the trial and the slates at the right."""

    title = N_("Candidatures")
    icon = "megaphone"
    subjects = frozenset({
        Subject.COMMITTEE, Subject.MEMBERS, Subject.MEETINGS, Subject.STATES, Subject.RULES, Subject.ATTACHMENTS,
    })  # fmt: skip
    help_page = "candidatures"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._files: tuple[CallFile, ...] = ()
        self._meetings: tuple[Meeting, ...] = ()
        self._marked: list[StateCode] = []
        self._call: Key | None = None
        self._practices = Practices()
        self.detail = CandidaturesDetail(language)
        self.record = Recording(desk, self.detail, alerts, self)
        self._make_actions()
        self.head = CallHead(language)
        self.list: RowTable[Candidate] = RowTable(
            COLUMNS, lambda row: row.key, language, Empty(NOBODY, WITHOUT_CALL, icon="megaphone")
        )
        self.list.name(N_("Candidates"))
        self.list.keep_short()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.6))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def action(label: str, slot: object, icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)  # type: ignore[arg-type]

        self._receive = action(
            N_("Record a candidature"), self.record.begin_candidature, "plus", "Ctrl+Shift+A", primary=True
        )
        self._mark = action(N_("Mark or unmark"), self._toggle, "square-check", "Ctrl+Shift+M")
        self._agree = action(N_("Agree as slate"), self.record.begin_slate, "handshake", "Ctrl+Shift+G")
        self._appoint = action(N_("Appoint the agreed slate"), self._go_to_appointment, "landmark", "Ctrl+Shift+O")
        self._correct = action(N_("Correct the candidature"), self.record.begin_correction, "pencil", "Ctrl+Shift+P")
        self._withdraw = action(N_("Withdraw the candidature"), self.record.begin_withdrawal, "minus", "Ctrl+Shift+E")
        self._open = action(OPEN_CALL, self.record.begin_call, "megaphone", "Ctrl+Shift+U")
        self._change = action(N_("Correct the call"), self.record.begin_change, "pencil", "Ctrl+Shift+R")
        self._strike = action(N_("Strike out the candidature"), self.record.strike_candidature, "trash-2")
        self._strike_slate = action(N_("Strike out the slate"), self.record.strike_slate, "trash-2")
        self._strike_call = action(N_("Strike out the call"), self.record.strike_call, "trash-2")

    def _left(self) -> QWidget:
        self._page = Page()
        for part in (self.head, self.list):
            self._page.add(part)
        return self._page

    def _connect(self) -> None:
        self.list.selected.connect(lambda _row: self._chosen())
        for asked in (self.list.opened, self.list.ticked):
            asked.connect(lambda _row: self._toggle())
        self.list.edit_asked.connect(lambda _row: self._correct.trigger())
        self.head.chosen.connect(self._choose_call)
        self.detail.asked.connect(self.asked)
        self.head.asked.connect(self._go)
        self.detail.drop.dropped.connect(self._arrived)
        self.record.recorded.connect(self._recorded)
        self.record.other_asked.connect(self._show_other)
        self.record.call_asked.connect(self._change_other)
        for card in self.detail.cards.all:
            card.closing.connect(self.list.setFocus)
            card.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A candidature first, then the trial, the slate and the call."""
        return [
            self._receive, self._mark, self._agree, self._appoint, self._correct, self._withdraw, self._open,
            self._change, self._strike, self._strike_slate, self._strike_call,
        ]  # fmt: skip

    @property
    def file(self) -> CallFile | None:
        """The call shown."""
        return next((one for one in self._files if one.call.key == self._call), None)

    @property
    def marked(self) -> tuple[StateCode, ...]:
        """The States tried out together, in the order in which they were marked."""
        return tuple(self._marked)

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the calls as of the day."""
        with self.alerts.guard():
            self._files = tuple(one for one in self._desk.candidatures.calls() if one.call.opened_on <= self.on)
            self._meetings = tuple(self._desk.meetings.list())
            self._practices = self._desk.practices.on(self.on)
        if self.file is None:
            self._take_up(self._files[0] if self._files else None)
        self.head.offer(self._files, self.file)
        self._show()

    def _choose_call(self) -> None:
        self._take_up(self.head.calls.value())
        self._show()

    def _take_up(self, file: CallFile | None) -> None:
        """Show a call, with the States of its slate tried out."""
        self._call = file.call.key if file is not None else None
        slate = file.slate(self.on) if file is not None else None
        self._marked = list(slate.states) if slate is not None else []

    def _show(self) -> None:
        file = self.file
        rows: list[Candidate] = []
        with self.alerts.guard():
            known = Known(self.on, self._files, self._meetings, self._desk.proposals.decisions())
            self.head.show_call(file, known, self._due())
            if file is not None:
                stand = {one.state for one in file.standing(self.on)}
                self._marked = [code for code in self._marked if code in stand]
                rows = self._candidates(file)
        self.list.beginning.say(NOBODY, WITHOUT_CALL if file is None else CALLED)
        self.list.entitle(REGION, REGION_HEADS[scheme(self._practices)])
        self.list.show_rows(rows)
        self.list.select_first()
        self.record.look_at(self.on, file, self._files, self._meetings)
        self._show_candidate()
        self._try_out()
        self._show_slates()

    def _due(self) -> list[FactRow]:
        """That a call is to be opened."""
        term = self._desk.candidatures.due(self.on)
        if term is None:
            return []
        said, last = self.words.gettext(DUE), term.period.last_day
        if last is not None and last < self.on:
            said = self.words.gettext(OVERDUE).format(day=self.words.date(last))
        offers = () if self._desk.store.read_only else (Offer(OPEN_CALL, self.record.begin_call),)
        return [FactRow((said,), mark=Mark("clock", Tone.ATTENTION), offers=offers)]

    def _candidates(self, file: CallFile) -> list[Candidate]:
        """The candidatures of a call as rows."""
        by, sits = scheme(self._practices), eligible(self._practices)
        seated, done = file.appointed(self.on), file.done(self.on)
        places = {code: place for place, code in enumerate(self._marked, 1)}
        return [
            Candidate(
                line,
                standing_of(line, self.on, seated, done=done),
                places.get(line.state.iso3, 0),
                by,
                line.kind in sits,
            )
            for line in file.lines(self._desk.states.on(self.on), self.on)
        ]

    def _chosen(self) -> None:
        """Show the candidate, and keep the row in sight: the page scrolls, not the list."""
        view, inside = self.list.view, self._page.widget()
        if view.hasFocus() and inside is not None:
            row = view.visualRect(view.currentIndex())
            place = view.viewport().mapTo(inside, row.center())
            self._page.ensureVisible(place.x(), place.y(), 0, row.height() * 2)
        self._show_candidate()

    def _show_candidate(self) -> None:
        row, file = self.list.current, self.file
        self.detail.show_candidate(row, self._practices)
        self.record.choose(row, self.marked)
        writable = not self._desk.store.read_only
        self._open.setEnabled(writable)
        for action in (self._receive, self._change, self._strike_call):
            action.setEnabled(writable and file is not None)
        for action in (self._correct, self._strike):
            action.setEnabled(writable and row is not None)
        stands = row is not None and row.standing is not Standing.WITHDRAWN
        self._withdraw.setEnabled(writable and stands)
        self._mark.setEnabled(stands)
        self._agree.setEnabled(writable and bool(self._marked))
        self._strike_slate.setEnabled(writable and file is not None and file.slate(self.on) is not None)
        why = NO_SLATE
        if file is not None and file.answer(datetime.date.max) is not None:
            why = TO_COME if file.answer(self.on) is None else APPOINTED
        self._appoint.allow(writable and file is not None and self._to_appoint(file), why, self.words)

    def _to_appoint(self, file: CallFile) -> bool:
        """Whether there is an agreed slate whose appointment is not recorded yet, not for a day ahead either."""
        return file.slate(self.on) is not None and file.answer(datetime.date.max) is None

    def _try_out(self) -> None:
        """Judge what the States marked would be together, on the first day of their mandate."""
        file = self.file
        trial = self.detail.trial
        done = file is not None and file.answer(self.on) is not None
        if file is None or done or not self._marked:
            trial.show_nothing(self.words.gettext(APPOINTED) if done else "")
            return
        states = self._desk.states.on(self.on)
        meeting = next((one for one in self._meetings if one.key == file.call.meeting), None)
        made = appointing(file.composed(self._marked, appointment_day(meeting, self.on)), file.figures)
        try:
            tried = self._desk.compliance.try_out(made)
        except Refusal as refused:
            trial.show_nothing(refused.said_in(self.words))
            return
        trial.show_trial([states[code] for code in self._marked], tried, scheme(self._practices))

    def _show_slates(self) -> None:
        file, words = self.file, self.words
        names = {code: state.said_in(words) for code, state in self._desk.states.on(self.on).items()}
        ready = file is not None and self._to_appoint(file) and not self._desk.store.read_only
        act = Offer(self._appoint.label, self._go_to_appointment) if ready else None
        self.detail.show_slates(slate_rows(file, self.on, names, act, words) if file is not None else ())

    def go_to(self, key: str) -> None:
        """Show a call, or a candidature in its call, by its key."""
        self._be_read()
        for file in self._files:
            if key == file.call.key or any(one.key == key for one in file.candidatures):
                if file.call.key != self._call:
                    self._take_up(file)
                    self.head.calls.load(file, over=True)
                    self._show()
                self.list.select(key)

    def current_key(self) -> str:
        """The candidature shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if not self._stale:
            self.head.offer(self._files, self.file)
            self._show()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        """Mark the candidate chosen, or take it out again: each composition is judged at once."""
        row = self.list.current
        if row is None or row.standing is Standing.WITHDRAWN:
            return
        code = row.line.state.iso3
        if code in self._marked:
            self._marked.remove(code)
        else:
            self._marked.append(code)
        self._show()

    def _go(self, place: Place) -> None:
        """Another call is shown here, anything else on its own screen."""
        if place.screen == "candidatures":
            self.go_to(place.key)
        else:
            self.asked.emit(place)

    def _change_other(self, key: Key) -> None:
        """The call of a meeting that has one already, put right."""
        self.go_to(key)
        self.record.begin_change()

    def _go_to_appointment(self) -> None:
        if self.file is not None:
            self.asked.emit(Place("committee", f"slate:{self.file.call.key}"))

    def _recorded(self, done: Recorded) -> None:
        """Something was written down: show it, and say so; of a candidate who is no member, the practice (R33)."""
        self._call = done.call or self._call
        self.refresh()
        self.alerts.show(Notice(done.said, Tone.GOOD))
        self.list.setFocus()
        if done.candidature and not self.list.select(done.candidature):
            show = Offer(SHOW_DAY, partial(self._show_on, done.candidature, done.day))
            self.alerts.show(Notice(Sentence(LATER, {"day": done.day}), Tone.NEUTRAL, offers=(show,)))
        elif done.candidature:
            row = self.list.current
            if row is not None and not row.line.member:
                practice = Phrase(self._practices.way(Question.ELIGIBLE).sentence)
                values = {"state": row.line.state, "practice": practice}
                said = NO_MEMBER if row.line.kind is None else OBSERVER
                self.alerts.show(Notice(Sentence(said, values), Tone.NEUTRAL, "R33"))

    def _show_on(self, key: Key, day: datetime.date) -> None:
        self.dated.emit(day)
        self.go_to(key)

    def _arrived(self, paths: Sequence[Path]) -> None:
        """Files dropped on the pane are the letter of a candidature."""
        if self._receive.isEnabled():
            self.record.receive_files(paths)

    def _show_other(self, key: Key) -> None:
        self.list.select(key)
        self.record.begin_correction()
