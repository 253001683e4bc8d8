"""What the keys of the room do: each takes what is shown, calls one verb of a service, and says what came of it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.attributions import GONE_WITH, SAID, next_attribution
from nmirf_desktop.domain.consensus_sentences import OBSERVER_REASON, thanks_for_statement
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.forms_adopted import BY_CONSENSUS
from nmirf_desktop.domain.meetings import Meeting, Sitting, local
from nmirf_desktop.domain.periods import Key as RowKey
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase, Sentences
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import (
    Attribution,
    Intervention,
    held_on,
    next_to_the_days,
    outside_sentence,
    outside_the_days,
    planned_sentence,
)
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_sentences import DECISION
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.keys_in_force import with_keys_in_force
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_presence_acts import Here, PresenceActs
from nmirf_desktop.ui.screens.session_rising import closed_notice
from nmirf_desktop.ui.screens.session_room import Room
from nmirf_desktop.ui.screens.session_unmet import none_planned
from nmirf_desktop.ui.theme import Tone

OPENED = N_("The sitting was opened at {time}.")
CARRIED = N_("Noted as present since the sitting before: {n}.")
BEGIN_ANEW = N_("Begin anew: nobody noted")
BEGUN_ANEW = N_(
    "Taken off the list of who is present: {n}. Who was in the sitting before stays counted there; note who is here "
    "now (F5, or Shift+F5 for all). Ctrl+Z brings them back."
)
REOPENED = N_(
    "{draft} is before the meeting again. Decision {name} is no decision any more; no other one gets its number."
)
AGENDA_ADOPTED = N_(
    "The agenda was adopted on {day}. Ctrl+Z takes that back while it is the last step; later, empty the day in "
    "Meetings."
)
AGENDA_STANDS = N_(
    "The agenda was adopted on {day} already; nothing was recorded. A proposal is tabled first (F4), and then adopted."
)
FIRST_ITEM, LAST_ITEM = N_("This is the first item of the agenda."), N_("This is the last item of the agenda.")
NOTHING_SAID = N_("No intervention is chosen: choose one in the list of what was said, and press the key again.")
ADD_DAY, DAY_ADDED = N_("Add this day to the meeting"), N_("The meeting is held from {first} to {last}.")
LEFT_BEHIND = N_(
    "The meeting went on to another item, and who had the floor has finished."
    " If you only looked there, Ctrl+Z goes back."
)
STILL_SPEAKS = N_(
    "Who has the floor under the item that was left keeps it, and the clock runs on: press Ctrl+F12 where the speaker"
    " has finished."
)
WITHDRAWN = N_("{name} was withdrawn. Ctrl+Z brings it back before the meeting.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait for the floor on the list of an item that the room has left."""

    item: Numbered | None
    number: int

    def __bool__(self) -> bool:
        return self.item is not None and self.number > 0

    def said_in(self, words: Catalog) -> str:
        """That they stay on its list; nothing where nobody waits."""
        n, item = self.number, self.item
        if item is None or not n:
            return ""
        said = words.ngettext(
            "{n} speaker of item {item} stays on its list.", "{n} speakers of item {item} stay on its list.", n
        )
        return said.format(n=words.number(n), item=item.reference(words.language))


@dataclass(frozen=True, slots=True)
class GoneOn:
    """That the room went on to another item: whether who had the floor has *finished*, and who waits at the old one.

    Who speaks while a clock runs *keeps* the floor.
    """

    finished: bool
    waiting: Waiting
    keeps: bool = False

    def said_in(self, words: Catalog) -> str:
        """One or two sentences."""
        finished = words.gettext(LEFT_BEHIND) if self.finished else ""
        if self.keeps:
            finished = with_keys_in_force(words.gettext(STILL_SPEAKS), words)
        return " ".join(filter(None, (finished, self.waiting.said_in(words))))


class Acts:
    """The acts of a sitting but the vote. *here* says where the screen is, ``None`` where there is no meeting."""

    def __init__(
        self, desk: Secretariat, room: Room, alerts: Alerts, language: CurrentLanguage, here: Callable[[], Here | None]
    ) -> None:
        self._desk, self._room, self._alerts, self._language = desk, room, alerts, language
        self._here = here
        self._presence = PresenceActs(desk, room.delegations, alerts, here)
        room.floor.asked.connect(self.give_floor)
        for named in (room.floor.state, room.queue.state, room.texts.objector, room.delegations):
            named.mistaken.connect(alerts.refuse)
        room.floor.noted.connect(lambda heard: self._do(lambda: desk.sittings.note(heard), room.floor.form))
        room.floor.attributed.connect(self.tell)
        room.floor.removed.connect(lambda key: self._do(lambda: desk.sittings.forget(key)))
        texts = room.texts.form
        room.texts.revised.connect(lambda proposal: self._do(lambda: desk.proposals.revise(proposal), texts))
        room.texts.conformed.connect(lambda proposal: self._do(lambda: desk.proposals.conform(proposal), texts))
        for form in (room.floor.form, texts):
            form.unsaved.connect(alerts.warn)

    def slots(self) -> dict[Key, Callable[[], object]]:
        """What each key does."""
        room = self._room
        return {
            Key.GAVEL: self.strike, Key.FLOOR: room.floor.begin, Key.GUEST: room.begin_guest, Key.TABLE: self.propose,
            Key.TEXTS: room.texts.table.setFocus, Key.ATTRIBUTE: self.attribute, Key.REOPEN: self.reopen,
        } | self._presence.slots()  # fmt: skip

    def begin(self) -> None:
        """Another key is taken: a confirmation leaves, and why an earlier one was refused."""
        refused = self._alerts.notice is not None and isinstance(self._alerts.notice.what, Refusal | Problem)
        (self._alerts.clear if refused else self._alerts.settle)()

    def _do(self, verb: Callable[[], object], form: Form | None = None) -> None:
        with self._alerts.guard(form):
            verb()

    # -- the sitting -----------------------------------------------------------------------------------------------

    def strike(self) -> None:
        """Open the sitting that comes next, or close the one that is open; where none is planned, ask for one now."""
        here = self._here()
        if here is None:
            return
        now = here.facts.sitting
        if now is None or now.closed_at is not None:
            offer = Offer(N_("Open a sitting now"), self._open_unplanned)
            asked = none_planned(here.facts.meeting, self._desk.minutes.minutes(here.meeting))
            self._alerts.show(Notice(asked, Tone.ATTENTION, offers=(offer,), asks=True, due=True))
        else:
            self._strike(here, lambda: self._desk.sittings.next(here.meeting, here.item or None))

    def _open_unplanned(self) -> None:
        """A sitting that nobody planned begins."""
        here = self._here()
        if here is not None:
            self._strike(here, lambda: self._desk.sittings.open_unplanned(here.meeting, here.item or None))

    def _strike(self, here: Here, verb: Callable[[], Sitting]) -> None:
        """Say which sitting was opened or closed, and when; the keyboard stays in the room."""
        with self._alerts.guard():
            sitting = verb()
            meeting, at = here.facts.meeting, sitting.closed_at or sitting.opened_at
            if at is None:
                return
            clock = self._language.words.clock(local(meeting, at))
            if sitting.closed_at is None:
                notice = self._opened(meeting, sitting, clock)
                self._alerts.show(notice)
                if notice.asks:
                    return
            else:
                self._alerts.show(closed_notice(self._desk, self._alerts, here.facts, clock))
        self._room.take_keyboard()  # now: a key that is struck meanwhile takes it where it wants

    def _opened(self, meeting: Meeting, sitting: Sitting, clock: str) -> Notice:
        """That a sitting was opened: outside the days, on another day than planned, with whom from the one before."""
        day = held_on(meeting, sitting)
        outside = outside_the_days(meeting, day)
        carried = len(self._desk.sittings.carried(meeting.key))
        add = Offer(ADD_DAY, partial(self._add_day, meeting.key, day))
        anew = Offer(BEGIN_ANEW, partial(self._begin_anew, meeting.key))
        asks = outside and next_to_the_days(meeting, day)
        offers = tuple(offer for offer, holds in ((add, asks), (anew, carried)) if holds)
        opened = outside_sentence(meeting, day) if outside else Phrase(OPENED, {"time": clock})
        stay = Phrase(CARRIED, {"n": carried}) if carried else Phrase()
        said = Sentences((opened, planned_sentence(meeting, sitting), stay))
        tone = Tone.ATTENTION if outside else Tone.GOOD
        return Notice(said, tone, offers=offers, asks=asks, remarks=outside and not asks)

    def _begin_anew(self, meeting: RowKey) -> None:
        """Nobody is noted any more who was only in the sitting before; the keyboard goes to the list."""
        with self._alerts.guard():
            self._alerts.say(BEGUN_ANEW, n=self._desk.sittings.begin_anew(meeting))
        self._room.delegations.setFocus()

    def _add_day(self, meeting: RowKey, day: datetime.date) -> None:
        """The meeting is held on a day more; the keyboard goes to the room."""
        with self._alerts.guard():
            held = self._desk.planning.add_day(meeting, day)
            self._alerts.say(DAY_ADDED, first=held.opens_on, last=held.closes_on)
        self._room.take_keyboard()

    def turn_to(self, item: RowKey, left: RowKey) -> None:
        """The room turns from the item that is *left* to another one; who waits there is not forgotten unseen."""
        here = self._here()
        if here is not None and not self._desk.store.read_only:
            with self._alerts.guard():
                finished = self._desk.sittings.turn_to(here.meeting, item)
                waiting = Waiting(here.facts.item(left), len(here.facts.floor.queue(left)))
                speaking = here.facts.floor.speaking if here.facts.opened and not finished else None
                keeps = speaking is not None and speaking.running and speaking.heard.item != item
                if finished or keeps or (waiting and here.facts.opened):
                    tone = Tone.ATTENTION if keeps else Tone.GOOD
                    self._alerts.show(Notice(GoneOn(bool(finished), waiting, keeps), tone, due=keeps))

    # -- who speaks -----------------------------------------------------------------------------------------------

    def give_floor(self, speaker: StateCode | Trilingual) -> None:
        """A State or a guest takes the floor; go on with the note."""
        here = self._here()
        if here is None:
            return
        floor = self._room.floor
        with self._alerts.guard(floor.guest):
            said = self._desk.floor.give(here.meeting, here.item, speaker, floor.language_of_notes)
            floor.write(said.key)

    def attribute(self) -> None:
        """One key: the intervention that is chosen is told without its speaker, not at all, or with its speaker."""
        heard = self._room.floor.chosen
        if heard is None:
            self._alerts.refuse(Refusal(NOTHING_SAID))
        else:
            self.tell(heard.key, next_attribution(heard))

    def tell(self, key: RowKey, attribution: Attribution) -> None:
        """How the minutes tell an intervention."""
        floor = self._room.floor
        floor.form.flush()
        with self._alerts.guard(floor.form):
            self._desk.sittings.attribute(key, attribution)
            if self._desk.minutes.requests.gone_with(key):
                self._alerts.say(GONE_WITH, said=Phrase(SAID[attribution]))
            else:
                self._alerts.say(SAID[attribution])

    # -- what is proposed and decided --------------------------------------------------------------------------------

    def propose(self) -> None:
        """Table a proposal; go on with its title."""
        here = self._here()
        if here is None:
            return
        with self._alerts.guard():
            tongue: Language = self._language.language
            proposal = self._desk.proposals.table(here.meeting, here.item, tongue)
            self._room.begin_text(proposal.key)

    def adopt(self) -> None:
        """It is so decided; under its item, where no text is before the meeting, the agenda."""
        here, file = self._here(), self._room.texts.current
        if file is None:
            if here is not None and here.facts.adopts_agenda(here.item):
                self._adopt_agenda(here.facts.meeting)
            elif here is not None and (day := here.facts.agenda_adopted(here.item)) is not None:
                self._alerts.refuse(Refusal(AGENDA_STANDS, {"day": day}))
            return
        self._room.texts.form.flush()
        with self._alerts.guard():
            decision = self._desk.proposals.adopt_by_consensus(file.proposal.key)
            said = DECISION.consensus if file.form is None else BY_CONSENSUS[file.form]
            self._alerts.say(said, name=decision_name(decision), draft=draft_name(file.proposal))

    def _adopt_agenda(self, meeting: Meeting) -> None:
        with self._alerts.guard():
            day = self._desk.meetings.mark_adopted(meeting.key, self._desk.sittings.time(meeting).date())
            self._alerts.say(AGENDA_ADOPTED, day=day)

    def reopen(self) -> None:
        """The decision was recorded by mistake: its proposal is before the meeting again."""
        file = self._room.texts.current
        if file is None or file.decision is None:
            return
        with self._alerts.guard():
            self._desk.proposals.reopen(file.proposal.key)
            self._alerts.say(REOPENED, name=decision_name(file.decision), draft=draft_name(file.proposal))

    def note_objection(self) -> None:
        """There is no consensus; an observer's objection is kept as a statement."""
        here, file = self._here(), self._room.texts.current
        if file is None or here is None:
            return
        with self._alerts.guard():
            kept = self._desk.proposals.note_objection(file.proposal.key, self._room.texts.objecting())
            self._room.texts.show_objector()
            self._room.show_acts()
            if isinstance(kept, Intervention) and kept.state is not None:
                state, observes = here.facts.states[kept.state], kept.state in self._room.texts.reading.observers
                self._room.texts.chair.say(lambda words: thanks_for_statement(state, words, observes=observes))
                self._alerts.say(OBSERVER_REASON)

    def withdraw(self) -> None:
        """The sponsor takes the proposal back."""
        file = self._room.texts.current
        if file is not None:
            with self._alerts.guard():
                self._desk.proposals.withdraw(file.proposal.key)
                self._alerts.say(WITHDRAWN, name=draft_name(file.proposal))
