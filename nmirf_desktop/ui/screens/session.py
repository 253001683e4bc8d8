"""The session, live and by keyboard: where the meeting is, who is there, who speaks, what is proposed and decided."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.undo import NOTHING_TO_UNDO
from nmirf_desktop.ui.actions import Action
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.session_acts import FIRST_ITEM, LAST_ITEM, Acts
from nmirf_desktop.ui.screens.session_election import ElectionPage
from nmirf_desktop.ui.screens.session_election_acts import ANOTHER, REOPEN
from nmirf_desktop.ui.screens.session_election_shown import result_under
from nmirf_desktop.ui.screens.session_facts import Facts, read, room_of, with_presence
from nmirf_desktop.ui.screens.session_floor_acts import FloorActs
from nmirf_desktop.ui.screens.session_keys import Key, Keys
from nmirf_desktop.ui.screens.session_presence_acts import Here
from nmirf_desktop.ui.screens.session_projector import Projection
from nmirf_desktop.ui.screens.session_record import RecordPage
from nmirf_desktop.ui.screens.session_record_acts import RecordActs
from nmirf_desktop.ui.screens.session_room import Room
from nmirf_desktop.ui.screens.session_speaking import SpeakingLine
from nmirf_desktop.ui.screens.session_strip import Strip
from nmirf_desktop.ui.screens.session_text_acts import TextActs
from nmirf_desktop.ui.screens.session_text_rows import TextRow
from nmirf_desktop.ui.screens.session_unmet import Shown, Standing
from nmirf_desktop.ui.screens.session_voting import Ballots
from nmirf_desktop.ui.sight import InSight
from nmirf_desktop.ui.taken import SpentUndo
from nmirf_desktop.ui.theme import Tone

UNDO_STOPS = N_(
    "There is nothing to undo: what was announced in the room stays."
    " A consensus that was recorded by mistake is put right by reopening the proposal (Ctrl+F7)."
)
STOPS = {NOTHING_TO_UNDO: UNDO_STOPS}
MINUTE = 5000
"""How often the clock on the wall is looked at, in milliseconds; a vote waits for no clock."""

REST = 150
"""For how long the keys of a call rest before who is present is read again, in milliseconds."""


def _no_meeting(language: CurrentLanguage, plan: Callable[[], object]) -> EmptyState:
    """The page without a meeting, which offers to *plan* one."""
    text = N_("A meeting is planned with its sittings first; it is held, and recorded key by key, here.")
    return EmptyState(Empty(N_("No meeting yet"), text, (Offer(N_("Go to Meetings"), plan),), "mic"), language)


def _stacked(*shown: QWidget) -> tuple[QWidget, QStackedLayout]:
    """Pages of which one is shown at a time."""
    whole = QWidget()
    pages = QStackedLayout(whole)
    for page in shown:
        pages.addWidget(page)
    return whole, pages


def _fill(screen: QWidget, body: QWidget, *above: QWidget) -> None:
    """Put these parts under each other; the last one takes the room that is left."""
    column = QVBoxLayout(screen)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in above:
        column.addWidget(part)
    column.addWidget(body, 1)


class SessionScreen(Screen):
    """One meeting while it is held. The room at work and the vote in progress are two pages of it."""

    title = N_("Session")
    icon = "mic"
    subjects = frozenset(
        {
            Subject.SESSION, Subject.VOTES, Subject.MEETINGS, Subject.AGENDA, Subject.MEMBERS, Subject.STATES,
            Subject.RULES, Subject.PARTICIPANTS, Subject.MINUTES,
        }
    )  # fmt: skip
    help_page = "session"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._key = self._item = ""
        self._place: str | None = None
        self.facts: Facts | None = None
        self._written: Changes = frozenset()
        self.projection = Projection(desk.sittings.now, language, alerts)
        self.strip, self.room = Strip(language, self.projection, writable=not desk.store.read_only), Room(language)
        self.ballots, self.elections = Ballots(desk, alerts, self.projection), ElectionPage(desk, language, alerts)
        self._acts = Acts(desk, self.room, alerts, language, self._here)
        self._text_acts = TextActs(desk, self.room, alerts, self._acts)
        self.speaking = SpeakingLine(language, self._now)
        self._floor = FloorActs(desk, self.room, self.ballots, alerts, self._here)
        self.cards = self._floor.cards
        self.record = RecordActs(desk, language, alerts, self._here, lambda: self.room.texts.row)
        self.keys = self._keys()
        self.room.texts.follow(self.keys)
        self.projection.follow(self.keys)
        self._arrange()
        self._sight, self._spent = InSight(self), SpentUndo(self)
        self._connect()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self._arriving = QTimer(self, interval=REST, singleShot=True)
        self._arriving.timeout.connect(lambda: self._show_presence() if self.isVisible() else self._touched())
        self.retranslate()

    # -- building --------------------------------------------------------------------------------------------------

    def _keys(self) -> Keys:
        slots: dict[Key, Callable[[], object]] = {
            Key.WHO: self.ballots.ask_who, Key.VOTE: self._vote, Key.ELECT: self._elect, Key.REVIEW: self._review,
            Key.REPLAY: self._replay, Key.PREVIOUS: partial(self._step, -1), Key.NEXT: partial(self._step, 1),
        }  # fmt: skip
        slots |= self._acts.slots() | self._floor.slots() | self._text_acts.slots()
        slots |= self.projection.slots() | self.record.slots() | {Key.REOPEN: self._reopen}
        return Keys(slots, self._acts.begin, self._explain, self)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The gavel first, then in the order of their keys."""
        return list(self.keys)

    def _arrange(self) -> None:
        self._none = _no_meeting(self.language, lambda: self.asked.emit(Place("meetings")))
        pages, self._pages = _stacked(self._none, self.room, self.ballots, self.elections, self.record.page)
        _fill(self, pages, self.strip, self.speaking, self.cards, self.record.cards, self.ballots.who)

    def _connect(self) -> None:
        self.room.agenda.selected.connect(lambda line: self._go_item(line.item.key) if line else None)
        self.room.texts.selected.connect(lambda _file: self._show_slide())
        self.room.texts.opened.connect(lambda _file: self._review())
        for page in (self.ballots, self.elections):
            page.left.connect(self._back_to_room)
        self.elections.asked.connect(self.asked)
        for changed in (self.ballots.changed, self.elections.changed, self.projection.opened):
            changed.connect(self._show_slide)
        self.cards.left.connect(self._go_on)
        self.record.lead(self._turn, self._show_slide, self._back_to_room, self.asked.emit)
        self._floor.went_on.connect(self._go_on)
        self._floor.voting.connect(self._turn)
        self._floor.attend(self.speaking)

    # -- showing ---------------------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Show one meeting; with "meeting:item:record" at one item of it, and there a proposal or an intervention.

        The room stays where it is: nobody turned to that item.
        """
        meeting, _, place = key.partition(":")
        if not any(known.key == meeting for known in self._desk.meetings.list()):
            return
        if meeting != self._key:
            self._key, self._item = meeting, ""
            self._touched()
        if place:
            self._be_read()
            self._show_record(*place.split(":"))

    def _show_record(self, item: str, record: str) -> None:
        if self.facts is not None and self.facts.item(item) is not None:
            self._item = item
            self._show_facts()
            election = record in self.facts.elected
            (partial(self._elect, election=record) if election else partial(self.room.reveal, record))()

    def current_key(self) -> str:
        """The meeting shown, which is the one in session."""
        return self._key

    meeting_key = current_key

    def take_up(self, meeting: str) -> None:
        """A meeting that was looked at on another screen; the room is that of the open sitting while there is one."""
        if (self.facts is None or not self.facts.opened) and (room := room_of(self._desk, meeting)):
            self.go_to(room)

    def begin_again(self) -> None:
        """The meeting of which a sitting is open, where another one is shown."""
        self._be_read()
        self.take_up(self._key)

    @property
    def heading(self) -> str:
        """The meeting that is in session."""
        if self.facts is None:
            return super().heading
        return self.words.gettext("Session: {symbol}").format(symbol=self.facts.meeting.symbol)

    def touched(self, changes: Changes) -> None:
        """An answer, or a mark on a paper, that this screen wrote is shown from the board that is read with it."""
        self._written |= changes
        if not (self.ballots.writing or self.elections.writing):
            super().touched(changes)
        elif Subject.SESSION in changes:
            self._arriving.start()

    def _show_presence(self) -> None:
        """Whoever answers in a vote is there from that minute; who may vote was fixed when it opened."""
        if self.facts is not None:
            self.facts = with_presence(self._desk, self.facts)
            self.strip.show_facts(self.facts, self.facts.item(self._item))
            self.ballots.view.show_roll(self.facts.roll)

    def refresh(self) -> None:
        """Read the meeting again and show it."""
        with self.alerts.guard():
            if not self._key:
                current = self._desk.sittings.in_session() or self._desk.meetings.current(self.on)
                self._key = current.key if current else ""
            known, self._written = self.facts if self._written == {Subject.SESSION} else None, frozenset()
            self.facts = read(self._desk, self._key, known) if self._key else None
            self._show_facts()

    def _show_facts(self) -> None:
        facts = self.facts
        self._enable()
        self.strip.setVisible(facts is not None)
        if facts is None:
            self._pages.setCurrentWidget(self._none)
            return
        if facts.item(self._item) is None or facts.place != self._place:
            self._item = facts.latest_item()
        self._place = facts.place
        self.strip.show_facts(facts, facts.item(self._item), facts.elsewhere)
        self.keys.say(
            self.words, opened=facts.opened, voting=facts.vote is not None, suspended=facts.pause is not None,
            closed=facts.closed_list(self._item),
        )  # fmt: skip
        self.speaking.show_facts(facts, self._item)
        self._show_time()
        self.room.show_facts(facts, self._item, partial(self._desk.sittings.local, facts.meeting))
        self.ballots.show_facts(facts)
        self.elections.show_facts(facts)
        self._floor.show_facts(facts)
        self.record.show_facts(facts, self._item)
        self._turn()
        self.headed.emit()

    def _page(self) -> Ballots | ElectionPage | RecordPage | Room:
        """The vote, while there is one and until its result was read, the election, the record; else the room."""
        beside: tuple[Ballots | ElectionPage | RecordPage, ...] = (self.ballots, self.elections, self.record.page)
        return next((page for page in beside if page.busy), self.room)

    def _go_on(self, motion: str = "") -> None:
        """Put the keyboard where the page goes on: in the room at the keys of a *motion*; else a ruling is asked."""
        page = self._page()
        if motion and page is self.room:
            self.room.show_motion(motion)
        elif not self._floor.ask_ruling(motion):
            page.take_keyboard()

    def take_keyboard(self, held: QWidget | None = None) -> None:
        """Put the keyboard into what *held* it before; in a vote or an election where the next key belongs."""
        if held is None and self._page() is not self.room:
            return self._page().take_keyboard()
        return super().take_keyboard(held)

    def _turn(self) -> None:
        page = self._page()
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            if page is not self.room:
                page.take_keyboard()
        self._show_slide()

    @property
    def _standing(self) -> Standing:
        """Where the screen is when a key is struck."""
        shown = self.ballots.stage or Shown.beside(election=self.elections.busy, record=self.record.busy)
        texts, writable = (bool(self.room.texts.rows), self.room.texts.row), not self._desk.store.read_only
        standing = Standing.at(shown, self.facts, self._item, texts, writable=writable)
        return replace(standing, electing=self.elections.busy and self.elections.board is not None)

    def _enable(self) -> None:
        self.keys.enable(self._standing.possible)

    def _explain(self, key: Key) -> None:
        self.ballots.view.hands.flush()  # a number that is recorded after the sentence would take that away
        self.alerts.refuse(Refusal(self._standing.why_not(key), self.keys.named()))

    def _here(self) -> Here | None:
        return Here(self.facts, self._item) if self.facts is not None else None

    def _now(self) -> datetime.datetime | None:
        return self._desk.sittings.time(self.facts.meeting) if self.facts else None

    def _show_time(self) -> None:
        if self.isVisible() and (now := self._now()) is not None:
            self.strip.show_time(now)

    def _show_slide(self) -> None:
        self._enable()
        if self.facts is not None:
            election = self.elections.seen if self.elections.busy else None
            if election is None and self.record.row is None:
                election = result_under(self._desk, self.facts, self._item)
            self.ballots.show_slide(self.facts, self.facts.item(self._item), self.record.row, election)

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if self.facts is not None:
            self._show_facts()

    # -- the item --------------------------------------------------------------------------------------------------

    def _go_item(self, key: str) -> None:
        if key != self._item and self.facts is not None:
            left, self._item = self._item, key
            self.alerts.settle()
            self._show_facts()
            self._acts.turn_to(key, left)

    def _step(self, by: int) -> None:
        if self.facts is None:
            return
        keys = [line.item.key for line in self.facts.items]
        place = keys.index(self._item) + by if self._item in keys else 0
        if 0 <= place < len(keys):
            self._go_item(keys[place])
        else:
            self.alerts.refuse(Refusal(FIRST_ITEM if by < 0 else LAST_ITEM))

    # -- the vote --------------------------------------------------------------------------------------------------

    def _vote(self) -> None:
        self._text_acts.asking.voting(self._begin_ballot, going_on=self._standing.voting)

    def _begin_ballot(self, row: TextRow | None) -> None:
        self.ballots.begin(self._key, self._item, row)
        self._turn()
        self.ballots.take_keyboard()

    def _elect(self, *, replay: bool = False, election: str = "") -> None:
        if self._standing.electing and not (replay or election):
            self.elections.do(ANOTHER)
        elif self.facts is not None:
            if not (replay and self.elections.busy):
                self.elections.begin(self.facts, self._item, reviewing=replay, election=election)
            if replay:
                self.elections.replay()
            self._turn()

    def _review(self) -> None:
        row = self.room.texts.row
        vote = row.announced if row is not None else None
        if vote is None:
            self.room.texts.form.setFocus()
            return
        self.ballots.review(vote.key)
        self._turn()

    def _replay(self) -> None:
        """Replay the result that is shown, or the vote on the text that is chosen; else the last election."""
        row = self.room.texts.row
        if not self.ballots.over and (self.elections.busy or row is None or row.announced is None):
            return self._elect(replay=True)
        if not self.ballots.over:
            self._review()
        return self.ballots.replay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first takes the projector away, as in its own window; a Ctrl+Z that nobody took says why."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.alerts.say(STOPS.get(said := self._desk.steps.stays(), said), Tone.ATTENTION)
        elif event.key() == Qt.Key.Key_Escape and self.projection.projector is not None:
            self.projection.projector.close()
        else:
            super().keyPressEvent(event)

    def _reopen(self) -> None:
        """What was recorded by mistake: the election that is shown, else the text that is chosen."""
        (partial(self.elections.do, REOPEN) if self.elections.busy else self._acts.reopen)()

    def _back_to_room(self, vote: str = "", again: bool = False) -> None:
        """The keyboard never waits in the agenda, where an arrow turns the meeting to another item."""
        self.refresh()
        self.room.go_on_after(vote, again=again)
