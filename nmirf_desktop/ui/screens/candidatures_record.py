"""What is written down on the screen of candidatures: each card opened, and its verb called."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.candidatures import Call, early
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Refusal, Sayable
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival, opened, read_all
from nmirf_desktop.services.candidatures import CallFile
from nmirf_desktop.services.committees import newcomers
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer, Sentence
from nmirf_desktop.ui.drafts import Again, Draft, put_away
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.screens.candidatures_detail import CandidaturesDetail
from nmirf_desktop.ui.screens.candidatures_list import Candidate

CLOSED = N_("The call is recorded; it was open until {day} and is closed: what comes now is late.")
CAME = N_("The candidature of {state} is recorded.")
CAME_BEFORE = N_(
    "The candidature of {state} is recorded; it was received on {day}, before the call was opened on {opened}."
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written down, *said* in a sentence; of which *call*, and which *candidature* of a *day*, if any."""

    said: Sentence
    call: Key = ""
    candidature: Key = ""
    day: datetime.date = datetime.date.min


@dataclass(frozen=True, slots=True)
class Ground:
    """What a card was opened for: the call, the candidature chosen and the States tried out, as they stood then."""

    file: CallFile | None = None
    row: Candidate | None = None
    marked: tuple[StateCode, ...] = ()


class Recording(QObject):
    """The four cards of the pane; each records on what it was opened for. ``recorded`` carries a :class:`Recorded`.

    ``other_asked`` carries the key of the candidature that stands in the way of another one, ``call_asked`` that of the
    call that a meeting has already.
    """

    recorded = Signal(object)
    other_asked = Signal(str)
    call_asked = Signal(str)

    def __init__(self, desk: Secretariat, detail: CandidaturesDetail, alerts: Alerts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._detail, self._alerts = desk, detail, alerts
        self._cards = detail.cards
        self._on = datetime.date.min
        self._now = Ground()
        self._grounds: dict[Draft, Ground] = {}
        self._meetings: tuple[Meeting, ...] = ()
        self._files: tuple[CallFile, ...] = ()
        self._cards.call_form.asked.connect(self._leave_for_call)
        self._cards.call.done.connect(self._record_call)
        self._cards.candidature.done.connect(self._record_candidature)
        self._cards.withdrawal.done.connect(self._record_withdrawal)
        self._cards.slate.done.connect(self._record_slate)

    def look_at(
        self, on: datetime.date, file: CallFile | None, files: tuple[CallFile, ...], meetings: tuple[Meeting, ...]
    ) -> None:
        """The day and the call that are shown, and all calls and meetings that are known."""
        self._on, self._now, self._files, self._meetings = on, replace(self._now, file=file), files, meetings

    def choose(self, row: Candidate | None, marked: tuple[StateCode, ...]) -> None:
        """The candidature chosen in the list, and the States that are tried out."""
        self._now = replace(self._now, row=row, marked=marked)

    # -- beginning -------------------------------------------------------------------------------------------------

    def _show(self, card: Draft, about: Sayable | None = None, again: Again | None = None) -> None:
        self._grounds[card] = self._now
        card.concern(about)
        card.begin(again=again)

    def begin_call(self) -> None:
        """A new call, as it is proposed."""
        if not put_away(self._cards.all):
            return
        with self._alerts.guard():
            proposed = self._desk.candidatures.proposed(self._on)
            self._cards.call_form.load(proposed, self._meetings, [one.call for one in self._files], self._on)
            self._show(self._cards.call)

    def begin_change(self) -> None:
        """The call shown, put right."""
        if self._now.file is not None and put_away(self._cards.all):
            on, call = self._on, self._now.file.call

            def show(now: Call) -> None:
                self._cards.call_form.load(now, self._meetings, [one.call for one in self._files], on)

            show(call)
            self._show(self._cards.call, again=of_record(self._desk.store, call, show))

    def begin_candidature(self, arrival: Arrival | None = None) -> None:
        """A new candidature, or one that *arrived* as files."""
        if not put_away(self._cards.all):
            return
        self._offer_candidates()
        self._cards.candidature_form.load(self._on, arrival)
        self._show(self._cards.candidature)

    def begin_correction(self) -> None:
        """The candidature chosen, put right."""
        row = self._now.row
        if row is not None and put_away(self._cards.all):
            self._offer_candidates()
            held, show = row.line.candidature, self._cards.candidature_form.correct
            show(held)
            self._show(self._cards.candidature, row.line.state, of_record(self._desk.store, held, show))

    def _offer_candidates(self) -> None:
        form = self._cards.candidature_form
        members = [line.key for line in self._desk.members.list(self._on) if line.status is not None]
        form.state.set_states(self._desk.states.on(self._on).values(), members)
        form.offer(lambda: self._desk.people.known(self._on), self._desk.members.voting_person)

    def receive_files(self, paths: Sequence[Path]) -> None:
        """Files are the letter of a candidature; a saved e-mail among them says its day."""
        arrival = opened(read_all(paths))
        if self._cards.candidature.isVisible():
            self._cards.candidature_form.files.add_files(arrival.files)
        elif arrival.files:
            self.begin_candidature(arrival)
        for problem in arrival.problems:
            self._alerts.refuse(problem)

    def begin_withdrawal(self) -> None:
        """The candidature chosen is withdrawn."""
        row = self._now.row
        if row is not None and put_away(self._cards.all):
            self._cards.day_form.load(self._on)
            self._show(self._cards.withdrawal, row.line.state)

    def begin_slate(self) -> None:
        """The States tried out are agreed."""
        if not put_away(self._cards.all):
            return
        self._cards.slate_form.load(self._on)
        states = self._desk.states.on(self._on)
        self._show(self._cards.slate, Listed(tuple(states[code] for code in self._now.marked)))

    # -- recording -------------------------------------------------------------------------------------------------

    def _record_call(self) -> None:
        with self._alerts.guard(self._cards.call):
            call = self._cards.call_form.value()
            self._desk.candidatures.save_call(call)
            self._cards.call.finished()
            closed = call.closes_on < self._on
            said = CLOSED if closed else N_("The call is open until {day} inclusive.")
            self.recorded.emit(Recorded(Sentence(said, {"day": call.closes_on}), call.key))

    def _record_candidature(self) -> None:
        card, form = self._cards.candidature, self._cards.candidature_form
        file = self._grounds[card].file
        if file is None:
            return
        with self._alerts.guard(card):
            candidature, person = form.value(file.call.key)
            self._desk.candidatures.receive(candidature, form.files.value(), newcomers(person))
            card.finished()
            state = self._desk.states.on(self._on)[candidature.state]
            came = {"state": state, "day": candidature.received_on, "opened": file.call.opened_on}
            said = Sentence(CAME_BEFORE if early(candidature, file.call) else CAME, came)
            self.recorded.emit(Recorded(said, candidature=candidature.key, day=candidature.received_on))
        notice = self._alerts.notice
        if notice is not None and isinstance(notice.what, Refusal) and notice.what.in_the_way:
            offer = Offer(N_("Show it"), partial(self._leave_for, notice.what.in_the_way))
            self._alerts.show(replace(notice, offers=(offer,)))

    def _leave_for(self, key: Key) -> None:
        self._cards.candidature.close_up()
        self.other_asked.emit(key)

    def _leave_for_call(self, key: Key) -> None:
        self._cards.call.close_up()
        self.call_asked.emit(key)

    def _record_withdrawal(self) -> None:
        row = self._grounds[self._cards.withdrawal].row
        if row is None:
            return
        with self._alerts.guard(self._cards.withdrawal):
            day = self._cards.day_form.value()
            self._desk.candidatures.withdraw(row.key, day)
            self._cards.withdrawal.finished()
            said = N_("{state} no longer stands from {day}.")
            self.recorded.emit(Recorded(Sentence(said, {"state": row.line.state, "day": day})))

    def _record_slate(self) -> None:
        ground = self._grounds[self._cards.slate]
        if ground.file is None:
            return
        with self._alerts.guard(self._cards.slate):
            slate = self._cards.slate_form.value(ground.file.call.key, ground.marked)
            self._desk.candidatures.agree_slate(slate)
            self._cards.slate.finished()
            self.recorded.emit(Recorded(Sentence(N_("The slate is agreed on {day}."), {"day": slate.agreed_on})))

    # -- what never was --------------------------------------------------------------------------------------------

    def strike_candidature(self) -> None:
        """The candidature chosen was entered by mistake."""
        row = self._now.row
        if row is not None:
            with self._alerts.guard():
                self._desk.candidatures.strike_candidature(row.key)
                said = N_("The candidature of {state} is struck out.")
                self.recorded.emit(Recorded(Sentence(said, {"state": row.line.state})))

    def strike_slate(self) -> None:
        """The slate that holds on the day was entered by mistake; the one before it holds again."""
        slate = self._now.file.slate(self._on) if self._now.file is not None else None
        if slate is not None:
            with self._alerts.guard():
                self._desk.candidatures.strike_slate(slate.key)
                said = N_("The slate agreed on {day} is struck out.")
                self.recorded.emit(Recorded(Sentence(said, {"day": slate.agreed_on})))

    def strike_call(self) -> None:
        """The call shown was entered by mistake."""
        if self._now.file is not None:
            call = self._now.file.call
            with self._alerts.guard():
                self._desk.candidatures.strike_call(call.key)
                said = N_("The call of {day} is struck out.")
                self.recorded.emit(Recorded(Sentence(said, {"day": call.opened_on})))
