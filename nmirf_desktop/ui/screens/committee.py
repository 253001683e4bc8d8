"""The Executive Committee: who is in office, the years, appointments and replacements, and what the rules say of it."""

import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committee_years import StretchKind
from nmirf_desktop.domain.committees import Coordination
from nmirf_desktop.domain.happened import lies_ahead
from nmirf_desktop.domain.meetings import is_network_meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal, Sayable
from nmirf_desktop.domain.regions import eligible, scheme
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import Appointment, CommitteeHistory, SeatLine, seat_lines, vacant_lines
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail, Page
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.regions import REGION_HEADS
from nmirf_desktop.ui.screen import Screen, today
from nmirf_desktop.ui.screens.committee_detail import CommitteeDetail
from nmirf_desktop.ui.screens.committee_drafts import Card, Drafts, Offered
from nmirf_desktop.ui.screens.committee_following import Now, committee_again
from nmirf_desktop.ui.screens.committee_forms import Ground
from nmirf_desktop.ui.screens.committee_prepared import ELECTED, SLATE, prepared
from nmirf_desktop.ui.screens.committee_silence import PUT, SilenceSection
from nmirf_desktop.ui.screens.committee_years import COLUMNS, REGION, Coordinators, Mandate, Met, Ways, Years
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.timeline import SeatSpell

EMPTY = N_("No Executive Committee is recorded yet")
NOT_THEN = N_("No Executive Committee was in office on the day shown")
WHY = N_(
    "Three to five representatives of different regions hold the mandate for three years (R28–R30). They are appointed "
    "during a meeting of the Network (R32), and one of them is the Coordinator (R34)."
)


NOT_NOW = N_("This seat is held from {day}, not on the day shown.")
VACANT_THEN = N_("This seat is vacant from {day}, not on the day shown.")
CHOOSE = N_("Choose a seat in the list first.")
NOBODY = N_("Nobody coordinates on the day shown.")
ACTING = N_("The mandate has ended: an acting Committee stays as it is until a meeting renews it.")
AHEAD = N_("{day} lies ahead: this is recorded as to come.")
PUT_LATER = N_("This text was put under the silence procedure on {day}, after the day shown.")


def _met(desk: Secretariat, history: CommitteeHistory) -> Met:
    """The meetings, and whom the one elected that appointed the Committee in office."""
    at = history.current.term.meeting if history.current is not None else None
    return Met(desk.meetings.list(), desk.elections.committee(at) if at is not None else None)


class CommitteeScreen(Screen):
    """Seats and years at the left; what is being recorded, and the findings, at the right."""

    title = N_("Executive Committee")
    icon = "landmark"
    subjects = frozenset({Subject.COMMITTEE, Subject.MEMBERS, Subject.MEETINGS, Subject.STATES, Subject.RULES})
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
        self.mandate, self.years, self.coordinators = Mandate(language), Years(language), Coordinators(language)
        self.silences = SilenceSection(desk, language, alerts)
        self.detail = CommitteeDetail(language, self.drafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.58))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        cards = self.drafts

        def action(label: str, card: Card, picture: str, letter: str = "") -> Action:
            keys = f"Ctrl+Shift+{letter}" if letter else ""
            return Action(label, partial(self._begin, card), Look(picture, keys), self)

        self._appoint = Action(
            N_("Appoint a Committee"), self._begin_appointment, Look("plus", "Ctrl+Shift+A", primary=True), self
        )
        self._represent = Action(N_("Representative"), self._begin_representation, Look("user", "Ctrl+Shift+P"), self)
        self._fill = action(N_("Fill a vacant seat"), cards.filling, "user", "F")
        self._of_the_seat = [
            action(N_("Appoint as Coordinator"), cards.coordinator, "star", "K"),
            self._represent,
            action(N_("Replace"), cards.replacement, "arrow-left-right", "R"),
            action(N_("Seat falls vacant"), cards.vacancy, "minus", "E"),
        ]
        self._step_down = action(N_("Step down as Coordinator"), cards.stepping_down, "arrow-left", "D")
        self._correct_coordination = action(N_("Correct the coordination"), cards.coordination, "pencil", "O")
        self._correct_term = action(N_("Correct the mandate"), cards.term, "pencil", "M")
        self._correct_seat = action(N_("Correct the seat"), cards.seat, "pencil", "T")
        self._strike = action(N_("Strike out the seat"), cards.strike, "trash-2", "X")
        self._strike_term = action(N_("Strike out the mandate"), cards.strike_term, "trash-2")
        self._strike_coordination = action(N_("Strike out the coordination"), cards.strike_coordination, "trash-2")

    def _left(self) -> QWidget:
        self._page = Page()
        for part in (self.mandate, self.list, self.years, self.coordinators, self.silences):
            self._page.add(part)
        return self._page

    def _connect(self) -> None:
        self.list.selected.connect(lambda _line: self._show_seat())
        self.list.opened.connect(self._open_line)
        self.years.chart.asked.connect(self._go_to_spell)
        self.detail.asked.connect(self.asked)
        self.silences.asked.connect(self.asked)
        for card in self.drafts.cards:
            card.tried.connect(partial(self._try_out, card))
            card.done.connect(partial(self._record, card))
            card.asked.connect(self._go)
        self.drafts.representation.done.connect(self._record_representation)
        for draft in self.drafts.all:
            draft.closing.connect(self.list.setFocus)
            draft.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Appointment first, then what concerns the seat chosen, then corrections."""
        return [
            self._appoint, *self._of_the_seat, self._fill, self._step_down, self._correct_term, self._correct_seat,
            self._correct_coordination, self._strike, self._strike_term, self._strike_coordination,
        ]  # fmt: skip

    def commands(self) -> list[Hit]:
        """To put a text under the silence procedure, too."""
        said, section = self.words.gettext(PUT), self.silences
        put = [Hit(said, section.begin, icon="clock", labels=(PUT,))] if section.button.isEnabled() else []
        return [*put, *super().commands()]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the Committee as of the day, and judge it."""
        with self.alerts.guard():
            states = self._desk.states.on(self.on)
            self._history = self._desk.committees.history(self.on, past=self.on < today())
            practices = self._desk.practices.on(self.on)
            self.list.entitle(REGION, REGION_HEADS[scheme(practices)])
            vacant = vacant_lines(self._history, states, self.on, practices)
            self.list.beginning.say(NOT_THEN if self._history.terms else EMPTY, WHY)
            self.list.show_rows((*seat_lines(self._history, states, practices), *vacant))
            self.mandate.load(self._history, self.on, self._ways(), _met(self._desk, self._history))
            self.years.load(self._history, states, self.on, scheme(practices))
            self.coordinators.load(self._history, states, self._to_coordination)
            self.silences.load(self._history, self.on)
            self.detail.show_findings(self._desk.compliance.check(self.on), self._history.earlier)
        self.list.select_first()
        self._show_seat()

    def _ways(self) -> Ways:
        """What can be done about what the Committee lacks, and about the end of its mandate."""
        renewing = (
            Offer(N_("Go to the candidatures"), lambda: self.asked.emit(Place("candidatures"))),
            Offer(N_("Go to the agenda"), lambda: self.asked.emit(Place("agenda"))),
        )
        if self._desk.store.read_only:
            return Ways(renewing)
        cards = self.drafts
        return Ways(
            (*renewing, Offer(N_("Appoint a Committee"), self._begin_appointment)),
            (Offer(self._fill.label, self._fill.trigger),),
            (Offer(N_("Appoint as Coordinator"), partial(self._begin, cards.coordinator)),),
            (Offer(N_("Record the decision"), partial(self._begin, cards.term)),),
        )

    def _to_coordination(self, held: Coordination) -> tuple[Offer, ...]:
        """What can be done to a coordination: it is corrected, or struck out; the one in force ends."""
        if self._desk.store.read_only:
            return ()
        cards = self.drafts
        offers = [
            Offer(N_("Correct the coordination"), partial(self._begin, cards.coordination, held)),
            Offer(N_("Strike out the coordination"), partial(self._begin, cards.strike_coordination, held)),
        ]
        if held.period.holds(self.on) and held.period.start < self.on:
            offers.insert(1, Offer(N_("Step down as Coordinator"), partial(self._begin, cards.stepping_down, held)))
        return tuple(offers)

    def _show_seat(self) -> None:
        line, history = self.list.current, self._history
        self.drafts.follow(line.key if line is not None else "")
        self.detail.show_seat(line)
        self.silences.point_out("")
        current = history.current if history is not None else None
        running = current is not None and not current.acting
        writable = not self._desk.store.read_only
        self._appoint.setEnabled(writable)
        ended = ACTING if current is not None and current.acting else ""
        held = line is not None and not line.vacant
        for action in self._of_the_seat:
            action.allow(writable and running and held, ended or CHOOSE, self.words)
        self._fill.allow(writable and running, ended, self.words)
        coordinated = running and history is not None and history.coordinator is not None
        for action in (self._step_down, self._correct_coordination, self._strike_coordination):
            action.allow(writable and coordinated, ended or NOBODY, self.words)
        for correcting in (self._correct_term, self._strike_term):
            correcting.setEnabled(writable and current is not None)
        for action in (self._correct_seat, self._strike):
            action.setEnabled(writable and line is not None)

    def go_to(self, key: str) -> None:
        """Show one seat, the first of a mandate, or what is put in silence; offer its day where that is another one.

        "slate:" and the key of a call open the appointment of its agreed slate, "elected:" and that of a meeting the
        appointment of the Committee that it elected.
        """
        self._be_read()
        if key.startswith((SLATE, ELECTED)):
            self._begin_prepared(key)
            return
        if self.list.select(key) or self._history is None:
            return
        seat = next((one for one in self._history.seats if key in (one.key, one.term)), None)
        if seat is None:
            self._go_to_silence(key)
        elif not self.list.select(seat.key):
            self._offer_day(seat.key, self._history.period(seat).start)

    def _go(self, place: Place) -> None:
        """What stands in the way of a card is shown here, anything else on its own screen."""
        if place.screen == "committee":
            self.go_to(place.key)
        else:
            self.asked.emit(place)

    def _go_to_silence(self, key: Key) -> None:
        row, day = self.silences.point_out(key), self.silences.put_on(key)
        if row is not None:
            self._page.bring_in(row)
        elif day is not None:
            self._offer_day(key, day, PUT_LATER)

    def _go_to_spell(self, spell: SeatSpell) -> None:
        """Show the seat of a spell of the chart, and offer its time where the day shown is another one."""
        vacant = spell.kind is StretchKind.VACANT
        line = next((one for one in self.list.model.rows if one.key == spell.key), None)
        if line is not None and line.vacant is vacant and self.list.select(spell.key):
            self.list.setFocus()
            if vacant and self._fill.isEnabled():
                self._fill.trigger()
        else:
            self._offer_day(spell.key, spell.period.start, VACANT_THEN if vacant else NOT_NOW)

    def _offer_day(self, key: Key, day: datetime.date, said: str = NOT_NOW) -> None:
        show = Offer(N_("Show that day"), partial(self._show_on, key, day))
        self.alerts.show(Notice(Sentence(said, {"day": day}), Tone.NEUTRAL, offers=(show,)))

    def _show_on(self, key: Key, day: datetime.date) -> None:
        self.dated.emit(day)
        self.go_to(key)

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
        self._begin(self.drafts.appointment)

    def _begin_prepared(self, key: str) -> None:
        """Open the appointment filled with an agreed slate, or with those whom a meeting elected."""
        with self.alerts.guard():
            agreed = prepared(self._desk, key, self.on)
            if agreed is not None and self._appoint.isEnabled():
                self._begin(self.drafts.appointment, agreed=agreed)

    def _open_line(self, line: SeatLine | None) -> None:
        """Go to the State that holds a seat; a vacant one is filled."""
        if line is not None and line.vacant:
            self._begin(self.drafts.filling)
        elif line is not None:
            self.asked.emit(Place("members", line.seat.state))

    def _begin(self, card: Card, coordination: Coordination | None = None, agreed: Appointment | None = None) -> None:
        if self._history is None or not put_away(self.drafts.all):
            return
        vacant = tuple(one for one in self.list.model.rows if one.vacant)
        ground = Ground(self.on, self._history, self.list.current, coordination, agreed, vacant)
        card.prepare(ground, self._offered())
        again = committee_again(card, ground, lambda: Now(self._history, self.list.model.rows, self._offered))
        card.begin(again=again)

    def _offered(self) -> Offered:
        sits = eligible(self._desk.practices.on(self.on))
        return Offered(
            tuple(self._desk.states.on(self.on).values()),
            [line.key for line in self._desk.members.list(self.on) if line.status in sits],
            lambda: self._desk.people.known(self.on),
            [one for one in self._desk.meetings.list() if is_network_meeting(one)],
            self._desk.proposals.decisions(),
            self._desk.committees.decisions_elsewhere(),
            self._desk.elections.electing(),
        )

    def _begin_representation(self) -> None:
        if (line := self.list.current) is not None and put_away(self.drafts.all):
            self.drafts.representation.prepare(line, lambda: self._desk.people.known(self.on))
            self.drafts.representation.begin()

    def _try_out(self, card: Card) -> None:
        """Say in the card what the rules would say; what is missing yet is said once it is recorded."""
        try:
            made = card.made(None)
            card.show_tried(self._desk.compliance.try_out(made.act, made.judged_on))
        except Problem:
            card.show_tried(None)
        except Refusal as refusal:
            card.show_tried(refusal)

    def _record(self, card: Card) -> None:
        with self.alerts.guard(card):
            made = card.made(self._desk.members.voting_person)
            self._desk.committees.record(made.act, made.people)
            self._recorded(card, made.message, made.values, made.happens)
            if made.seat:
                self.list.select(made.seat)

    def _record_representation(self) -> None:
        card = self.drafts.representation
        if (line := card.seat) is None:
            return
        with self.alerts.guard(card):
            person = card.represented(line.seat.state, self._desk.members.voting_person(line.seat.state, self.on))
            self._desk.committees.represent(line.key, person)
            self._recorded(card, N_("The representative of {state} is recorded."), {"state": line.state})
            self.list.select(line.key)

    def _recorded(
        self, draft: Draft, message: str, values: dict[str, object], happens: datetime.date | None = None
    ) -> None:
        draft.finished()
        said: Sayable = Sentence(message, values)
        if happens is not None and lies_ahead(happens, today()):
            said = Sentence(N_("{sentence} {ahead}"), {"sentence": said, "ahead": Sentence(AHEAD, {"day": happens})})
        self.alerts.show(Notice(said, Tone.GOOD))
        self.list.setFocus()
