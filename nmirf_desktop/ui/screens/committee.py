"""The Executive Committee: who is in office, the years, appointments and replacements, and what the rules say of it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import seat_period
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import CommitteeHistory, SeatLine, seat_lines
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail, Page
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.committee_detail import CommitteeDetail
from nmirf_desktop.ui.screens.committee_drafts import Drafts
from nmirf_desktop.ui.screens.committee_years import COLUMNS, Mandate, Years
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone

EMPTY = N_("No Executive Committee is recorded yet")
WHY = N_(
    "Three to five representatives of different regions hold the mandate for three years (R28–R30). They are appointed "
    "during a meeting of the Network (R32), and one of them is the Coordinator (R34)."
)


NOT_NOW = N_("This seat is held from {day}, not on the day shown: choose that day at the foot of the window to see it.")


class CommitteeScreen(Screen):
    """Seats and years at the left; what is being recorded, and the findings, at the right."""

    title = N_("Executive Committee")
    icon = "landmark"
    subjects = frozenset({Subject.COMMITTEE, Subject.MEMBERS, Subject.MEETINGS, Subject.STATES})
    help_page = "committee"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._history: CommitteeHistory | None = None
        self.drafts = Drafts(language)
        self._make_actions()
        empty = Empty(EMPTY, WHY, (Offer(N_("Appoint a Committee"), self._begin_appointment),), "landmark")
        self.list: RowTable[SeatLine] = RowTable(COLUMNS, lambda line: line.key, language, empty)
        self.list.keep_short()
        self.list.name(N_("Members of the Executive Committee"))
        self.mandate, self.years = Mandate(language), Years(language)
        self.detail = CommitteeDetail(language, self.drafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.58))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._appoint = Action(
            N_("Appoint a Committee"), self._begin_appointment, Look("plus", "Ctrl+Shift+A", primary=True), self
        )
        self._coordinate = Action(
            N_("Appoint as Coordinator"),
            partial(self._begin_seat, self.drafts.coordinator),
            Look("star", "Ctrl+Shift+K"),
            self,
        )
        self._replace = Action(
            N_("Replace"),
            partial(self._begin_seat, self.drafts.replacement),
            Look("arrow-left-right", "Ctrl+Shift+R"),
            self,
        )
        self._vacate = Action(
            N_("Seat falls vacant"), partial(self._begin_seat, self.drafts.vacancy), Look("minus", "Ctrl+Shift+E"), self
        )
        self._fill = Action(
            N_("Fill a vacant seat"), partial(self._begin_seat, self.drafts.filling), Look("user", "Ctrl+Shift+F"), self
        )

        self._represent = Action(
            N_("Representative"),
            partial(self._begin_seat, self.drafts.representation),
            Look("user", "Ctrl+Shift+P"),
            self,
        )

    def _left(self) -> QWidget:
        left = Page()
        for part in (self.mandate, self.list, self.years):
            left.add(part)
        return left

    def _connect(self) -> None:
        self.list.selected.connect(lambda _line: self._show_seat())
        self.list.opened.connect(lambda line: self._begin_seat(self.drafts.coordinator) if line else None)
        self.detail.asked.connect(self.asked)
        self.drafts.appointment.done.connect(self._record_appointment)
        self.drafts.coordinator.done.connect(self._record_coordinator)
        self.drafts.replacement.done.connect(self._record_replacement)
        self.drafts.vacancy.done.connect(self._record_vacancy)
        self.drafts.filling.done.connect(self._record_filling)
        self.drafts.representation.done.connect(self._record_representation)
        for draft in self.drafts.all:
            draft.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Appointment first, then what concerns the seat chosen."""
        return [self._appoint, self._coordinate, self._represent, self._replace, self._vacate, self._fill]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the Committee as of the day, and judge it."""
        with self.alerts.guard():
            states = self._desk.states.on(self.on)
            self._history = self._desk.committees.history(self.on)
            members = [line.key for line in self._desk.members.list(self.on) if line.status is not None]
            self.drafts.offer_people(lambda: self._desk.people.known(self.on))
            self.drafts.offer(states.values(), members, self._desk.meetings.list())
            self.list.show_rows(seat_lines(self._history, states))
            self.mandate.load(self._history, self.on)
            self.years.load(self._history, states, self.on)
            self.detail.show_findings(self._desk.compliance.check(self.on), self._history.earlier)
        self.list.select_first()
        self._show_seat()

    def _show_seat(self) -> None:
        line, history = self.list.current, self._history
        self.detail.show_seat(line)
        running = history is not None and history.current is not None and not history.current.acting
        writable = not self._desk.store.read_only
        self._appoint.setEnabled(writable)
        for action in (self._coordinate, self._replace, self._vacate, self._represent):
            action.setEnabled(writable and running and line is not None)
        self._fill.setEnabled(writable and running)

    def go_to(self, key: str) -> None:
        """Show one seat of the Committee in office; of an earlier or a later one, say when it is held."""
        self._be_read()
        if self.list.select(key) or self._history is None:
            return
        term = {one.key: one for one in self._history.terms}
        seat = next((one for one in self._history.seats if one.key == key), None)
        if seat is not None:
            self.alerts.say(NOT_NOW, Tone.NEUTRAL, day=seat_period(seat, term[seat.term]).start)

    def current_key(self) -> str:
        """The seat shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if self._history is not None:
            self.refresh()

    # -- recording -------------------------------------------------------------------------------------------------

    def _begin_appointment(self) -> None:
        self.drafts.load(self.on)
        self._open(self.drafts.appointment)

    def _begin_seat(self, draft: Draft) -> None:
        self.drafts.load(self.on, self.list.current)
        self._open(draft)

    def _open(self, draft: Draft) -> None:
        for other in self.drafts.all:
            other.setVisible(other is draft)
        draft.begin()
        self.detail.bring_in(draft)

    def _record_appointment(self) -> None:
        with self.alerts.guard(self.drafts.appointment):
            appointment = self.drafts.appointed(self._desk.members.voting_person)
            self._desk.committees.appoint(appointment)
            self._recorded(self.drafts.appointment, N_("The Committee is appointed from {day}."), day=appointment.on)

    def _record_coordinator(self) -> None:
        line = self.drafts.seat
        if line is None:
            return
        with self.alerts.guard(self.drafts.coordinator):
            on, body = self.drafts.coordination()
            self._desk.committees.appoint_coordinator(line.key, on, body)
            self._recorded(self.drafts.coordinator, N_("{state} coordinates from {day}."), state=line.state, day=on)

    def _record_replacement(self) -> None:
        line = self.drafts.seat
        if line is None:
            return
        with self.alerts.guard(self.drafts.replacement):
            on, state, person = self.drafts.successor(self.drafts.replacement, self._desk.members.voting_person)
            seat = self._desk.committees.replace(line.key, on, state, person)
            self._recorded(self.drafts.replacement, N_("The seat is taken over on {day}, for the remainder."), day=on)
            self.list.select(seat.key)

    def _record_vacancy(self) -> None:
        line = self.drafts.seat
        if line is None:
            return
        with self.alerts.guard(self.drafts.vacancy):
            on, ending = self.drafts.vacant()
            self._desk.committees.vacate(line.key, on, ending)
            self._recorded(self.drafts.vacancy, N_("The seat is vacant from {day}."), day=on)

    def _record_filling(self) -> None:
        current = self._history.current if self._history else None
        if current is None:
            return
        with self.alerts.guard(self.drafts.filling):
            on, state, person = self.drafts.successor(self.drafts.filling, self._desk.members.voting_person)
            seat = self._desk.committees.add_seat(current.term.key, state, on, person)
            self._recorded(self.drafts.filling, N_("The seat is filled on {day}, for the remainder."), day=on)
            self.list.select(seat.key)

    def _record_representation(self) -> None:
        line = self.drafts.seat
        if line is None:
            return
        with self.alerts.guard(self.drafts.representation):
            person = self.drafts.represented(self._desk.members.voting_person(line.seat.state, self.on))
            self._desk.committees.represent(line.key, person)
            said = N_("The representative of {state} is recorded.")
            self._recorded(self.drafts.representation, said, state=line.state)
            self.list.select(line.key)

    def _recorded(self, draft: Draft, message: str, **values: object) -> None:
        draft.finished()
        self.refresh()
        self.alerts.show(Notice(Sentence(message, values), Tone.GOOD))
        self.list.setFocus()
