"""The session, live and by keyboard: where the meeting is, who is there, who speaks, what is proposed and decided."""

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.consensus_sentences import OBSERVER_REASON, thanks_to_observer
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.session_facts import Facts, read
from nmirf_desktop.ui.screens.session_room import Room
from nmirf_desktop.ui.screens.session_strip import Strip
from nmirf_desktop.ui.screens.session_voting import Ballots

MINUTE = 5000
"""How often the clock on the wall is looked at, in milliseconds; a vote waits for no clock."""


class SessionScreen(Screen):
    """One meeting while it is held. The room at work and the vote in progress are two pages of it."""

    title = N_("Session")
    icon = "mic"
    subjects = frozenset(
        {Subject.SESSION, Subject.VOTES, Subject.MEETINGS, Subject.AGENDA, Subject.MEMBERS, Subject.STATES}
    )
    help_page = "session"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._key = ""
        self._item = ""
        self.facts: Facts | None = None
        self.strip = Strip(language)
        self._make_actions()
        self.room = Room(language, (self._adopt, self._object), (self._open, self._withdraw))
        self.ballots = Ballots(desk, language, alerts)
        self._arrange()
        self._connect()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self.retranslate()

    # -- building --------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        action = partial(Action, parent=self)
        self._gavel = action(N_("Open or close the sitting"), self._next_sitting, Look("gavel", "F9", primary=True))
        self._floor = action(N_("Give the floor"), self._begin_floor, Look("mic", "F3"))
        self._table = action(N_("Table a proposal"), self._propose, Look("file-plus", "F4"))
        self._roll = action(N_("Delegations"), self._begin_roll, Look("users", "F5"))
        self._all = action(N_("All are present"), self._all_arrive, Look("square-check", "Shift+F5"))
        self._who = action(N_("Who may vote?"), self._ask_who, Look("circle-question-mark", "F6"))
        self._adopt = action(N_("It is so decided"), self._adopt_now, Look("circle-check", "F7"))
        self._object = action(N_("There is no consensus"), self._note_objection, Look("x", "Shift+F7"))
        self._open = action(N_("Open a vote"), self._begin_ballot, Look("vote", "F8"))
        self._withdraw = action(N_("Withdraw the proposal"), self._withdraw_now, Look("undo-2", "Shift+F4"))
        self._show = action(N_("Projector"), self._project, Look("presentation", "F11"))
        self._previous = action(N_("Previous item"), partial(self._step, -1), Look("chevron-up", "Ctrl+PgUp"))
        self._following = action(N_("Next item"), partial(self._step, 1), Look("chevron-down", "Ctrl+PgDown"))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The gavel first, then in the order of their keys."""
        return [
            self._gavel, self._show, self._floor, self._table, self._all, self._roll, self._who, self._open,
            self._adopt, self._object, self._withdraw, self._previous, self._following,
        ]  # fmt: skip

    def _arrange(self) -> None:
        planning = Offer(N_("Go to Planning"), lambda: self.asked.emit(Place("meetings")))
        self._none = EmptyState(
            Empty(
                N_("No meeting yet"),
                N_("A meeting is planned with its sittings first; it is held, and recorded key by key, here."),
                (planning,),
                "mic",
            ),
            self.language,
        )
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._none, self.room, self.ballots):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.ballots.who)
        self.strip.add(self.ballots.shown)
        column.addWidget(pages, 1)

    def _connect(self) -> None:
        room = self.room
        room.agenda.selected.connect(lambda line: self._go_item(line.item.key) if line else None)
        room.delegations.toggled.connect(self._toggle)
        room.floor.asked.connect(self._give_floor)
        room.floor.noted.connect(lambda heard: self._do(lambda: self._desk.sittings.note(heard)))
        room.floor.removed.connect(lambda key: self._do(lambda: self._desk.sittings.forget(key)))
        room.texts.selected.connect(lambda _file: self._show_slide())
        room.texts.revised.connect(lambda proposal: self._do(lambda: self._desk.proposals.revise(proposal)))
        self.ballots.saved.connect(self._show_saved)
        self.ballots.changed.connect(self._show_slide)
        self.ballots.left.connect(self._back_to_room)

    # -- showing ---------------------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Show one meeting."""
        if any(meeting.key == key for meeting in self._desk.meetings.list()) and key != self._key:
            self._key, self._item = key, ""
            self._touched()

    def current_key(self) -> str:
        """The meeting shown."""
        return self._key

    @property
    def heading(self) -> str:
        """The meeting that is in session."""
        if self.facts is None:
            return super().heading
        return self.words.gettext("Session: {symbol}").format(symbol=self.facts.meeting.symbol)

    def touched(self, changes: Changes) -> None:
        """An answer that this screen wrote is shown from the board that came back with it."""
        if not self.ballots.writing:
            super().touched(changes)

    def refresh(self) -> None:
        """Read the meeting again and show it."""
        with self.alerts.guard():
            if not self._key:
                current = self._desk.meetings.current(self.on)
                self._key = current.key if current else ""
            self.facts = read(self._desk, self._key) if self._key else None
            self._show_facts()

    def _show_facts(self) -> None:
        facts = self.facts
        self._enable()
        self.strip.setVisible(facts is not None)
        if facts is None:
            self._pages.setCurrentWidget(self._none)
            return
        if facts.item(self._item) is None:
            self._item = facts.latest_item()
        self.strip.show_facts(facts, facts.item(self._item))
        self._show_time()
        self.room.show_facts(facts, self._item, partial(self._desk.sittings.local, facts.meeting))
        self.ballots.show_facts(facts)
        self._turn()
        self.headed.emit()

    def _turn(self) -> None:
        """The vote, while there is one and until its result was read; else the room."""
        page = self.ballots if self.ballots.busy else self.room
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            self.ballots.take_keyboard()
        self._enable()
        self._show_slide()

    def _enable(self) -> None:
        writable = self.facts is not None and not self._desk.store.read_only
        at_item = writable and bool(self._item) and not self.ballots.busy
        file = self.room.texts.current
        undecided = at_item and file is not None and not file.settled
        for action in (self._gavel, self._who, self._show):
            action.setEnabled(self.facts is not None)
        self._gavel.setEnabled(writable and not self.ballots.busy)
        for action in (self._floor, self._table, self._open, self._previous, self._following):
            action.setEnabled(at_item)
        for action in (self._roll, self._all):
            action.setEnabled(writable and not self.ballots.busy)
        for action in (self._adopt, self._object, self._withdraw):
            action.setEnabled(undecided)

    def _now(self) -> datetime.datetime | None:
        return self._desk.sittings.time(self.facts.meeting) if self.facts else None

    def _show_time(self) -> None:
        now = self._now()
        if now is not None and self.isVisible():
            self.strip.show_time(now)

    def _show_saved(self) -> None:
        saved = self._desk.store.last_saved
        if saved is not None and self.facts is not None:
            self.strip.show_saved(self._desk.sittings.local(self.facts.meeting, saved))

    def _show_slide(self) -> None:
        self._enable()
        if self.facts is not None:
            self.ballots.show_slide(self.facts, self.facts.item(self._item), self.room.texts.current)

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if self.facts is not None:
            self._show_facts()

    # -- the item --------------------------------------------------------------------------------------------------

    def _go_item(self, key: str) -> None:
        if key != self._item and self.facts is not None:
            self._item = key
            self._show_facts()

    def _step(self, by: int) -> None:
        if self.facts is None:
            return
        keys = [line.item.key for line in self.facts.items]
        place = keys.index(self._item) + by if self._item in keys else 0
        if 0 <= place < len(keys):
            self._go_item(keys[place])

    def _begin_floor(self) -> None:
        self.room.floor.begin()

    def _begin_roll(self) -> None:
        self.room.delegations.setFocus()

    # -- acts ------------------------------------------------------------------------------------------------------

    def _do(self, verb: Callable[[], object]) -> None:
        with self.alerts.guard(self.room.texts.form):
            verb()
            self._show_saved()

    def _next_sitting(self) -> None:
        with self.alerts.guard():
            sitting = self._desk.sittings.next(self._key)
            at = sitting.closed_at or sitting.opened_at
            self._show_saved()
            if at is not None and self.facts is not None:
                clock = self.words.clock(self._desk.sittings.local(self.facts.meeting, at))
                message = N_("The sitting was opened at {time}.") if sitting.closed_at is None else CLOSED
                self.alerts.say(message, time=clock)

    def _all_arrive(self) -> None:
        self._do(lambda: self._desk.sittings.all_arrive(self._key))
        self.room.delegations.setFocus()

    def _toggle(self, codes: tuple[str, ...]) -> None:
        for code in codes:
            self._do(partial(self._desk.sittings.toggle, self._key, code))

    def _give_floor(self, code: str) -> None:
        with self.alerts.guard():
            tongue = self.room.floor.language_of_notes
            said = self._desk.sittings.give_floor(self._key, self._item, code, tongue)
            self._show_saved()
            self.room.floor.write(said.key)

    def _propose(self) -> None:
        with self.alerts.guard():
            proposal = self._desk.proposals.table(self._key, self._item, self.language.language)
            self._show_saved()
            self.room.begin_text(proposal.key)

    def _adopt_now(self) -> None:
        file = self.room.texts.current
        if file is None:
            return
        self.room.texts.form.flush()
        with self.alerts.guard():
            decision = self._desk.proposals.adopt_by_consensus(file.proposal.key)
            self._show_saved()
            self.alerts.say(N_("Decision {name} was adopted by consensus."), name=decision_name(decision))

    def _note_objection(self) -> None:
        file, objector = self.room.texts.current, self.room.texts.objector
        if file is None or self.facts is None:
            return
        with self.alerts.guard():
            kept = self._desk.proposals.note_objection(file.proposal.key, objector.value())
            self._show_saved()
            objector.load(None, over=True)
            if isinstance(kept, Intervention) and kept.state is not None:
                observer = self.facts.states[kept.state]
                self.room.texts.chair.say(lambda words: thanks_to_observer(observer, words))
                self.alerts.say(OBSERVER_REASON)
            else:
                self.alerts.say(N_("There is no consensus on this proposal: a vote can be opened (F8)."))

    def _withdraw_now(self) -> None:
        file = self.room.texts.current
        if file is not None:
            self._do(lambda: self._desk.proposals.withdraw(file.proposal.key))

    def _begin_ballot(self) -> None:
        self.ballots.begin(self._key, self._item, self.room.texts.current)
        self._turn()
        self.ballots.take_keyboard()

    def _ask_who(self) -> None:
        self.ballots.ask_who(self._key)

    def _project(self) -> None:
        self.ballots.project()
        self._show_slide()

    def _back_to_room(self) -> None:
        self.refresh()
        self.room.agenda.setFocus()


CLOSED = N_("The sitting was closed at {time}.")
