"""What the keys of the floor do: the list of speakers, the clock, the suspension, points of order and motions."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.motions import Fate, MotionKind, Ruling
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import PauseReason
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.motions import MotionFile, PointFile, ballot_on
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.meeting_field import called
from nmirf_desktop.ui.screens.session_breaking import BROKEN_OFF, BreakingCard
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_floor_said import (
    ADOPTED_NEXT,
    ALL_TAKEN,
    GOES_ON,
    LISTED_ABSENT,
    LISTED_LOST,
    NO_MEMBER,
    RESUMED,
    SUSPENDED,
    TAKEN_OVER,
    VOTE_WAITS,
)
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_motions import Deed
from nmirf_desktop.ui.screens.session_next import NextSpeaker
from nmirf_desktop.ui.screens.session_presence_acts import Here
from nmirf_desktop.ui.screens.session_rise import (
    AGAINST,
    APPEAL,
    IN_FAVOUR,
    MOTION,
    POINT,
    RiseCard,
    Rising,
    RulingCard,
)
from nmirf_desktop.ui.screens.session_room import Room
from nmirf_desktop.ui.screens.session_speaking import SpeakingLine, speaker_shown
from nmirf_desktop.ui.screens.session_voting import Ballots
from nmirf_desktop.ui.theme import Tone


class FloorCards(QWidget):
    """The cards that stand above the room and above a vote; ``left`` says that one was closed."""

    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self.rise, self.ruling, self.breaking = RiseCard(language), RulingCard(language), BreakingCard(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.rise, self.ruling, self.breaking):
            column.addWidget(card)
            card.left.connect(self.left)

    def give_way(self) -> bool:
        """Close all before one is opened; false where one is filled in, which stays and says so."""
        return put_away((self.rise, self.ruling, self.breaking))


class FloorActs(QObject):
    """The acts of the floor. *here* says where the screen is; ``voting`` follows the preparation of a vote.

    ``went_on`` carries the key of the motion or point of order that was recorded: it may be raised on any page.
    """

    voting = Signal()
    went_on = Signal(str)

    def __init__(
        self,
        desk: Secretariat,
        room: Room,
        ballots: Ballots,
        alerts: Alerts,
        here: Callable[[], Here | None],
    ) -> None:
        super().__init__()
        self._desk, self._room, self._ballots = desk, room, ballots
        self._alerts, self._here = alerts, here
        self._next = NextSpeaker(desk, room, alerts, here, self._say_who_goes_on)
        self._line: SpeakingLine | None = None
        self._listed = ""  # the meeting for which the card of a list of who is present was opened
        self.cards = FloorCards(room.language)
        self.cards.rise.done.connect(self._rose)
        self.cards.ruling.done.connect(self._ruled)
        self.cards.ruling.left.connect(self._put_off)
        self.cards.breaking.done.connect(self._break_off)
        room.queue.put_down.connect(self._put_down)
        room.queue.moved.connect(lambda key, by: self._do(lambda: desk.floor.move(key, by)))
        room.queue.taken_off.connect(lambda key: self._do(lambda: desk.floor.take_off(key)))
        room.queue.limited.connect(self._limit)
        room.motions.acted.connect(self._act)
        room.motions.idle.connect(lambda key: alerts.show(Notice(key)))
        room.presence.card.done.connect(self._take_over)
        room.presence.card.read.connect(self._read_list)
        room.presence.card.chosen.connect(self._read_file)

    def show_facts(self, facts: Facts) -> None:
        """Close the cards about a point of order or a motion that was taken back, or ruled on meanwhile."""
        waiting = {one.point.key for one in facts.points if one.point.ruling is None}
        rising = self.cards.rise.rising
        known = {one.point.key for one in facts.points} | {one.motion.key for one in facts.motions}
        if facts.vote is None or facts.vote.key != self.cards.breaking.vote:
            self.cards.breaking.close_up()
        if self.cards.ruling.point not in waiting:
            self.cards.ruling.close_up()
        if rising is not None and rising.raised and rising.raised not in known:
            self.cards.rise.close_up()

    def slots(self) -> dict[Key, Callable[[], object]]:
        """What each key does."""
        return {
            Key.NEXT_SPEAKER: self._next.call, Key.CLOCK: self._pause, Key.FINISH: self._finish,
            Key.LIST: partial(self._room.begin_listing, reply=False),
            Key.REPLY: partial(self._room.begin_listing, reply=True),
            Key.CLOSE_LIST: self._close_list, Key.POINT: self._order, Key.MOTION: self._move,
            Key.BREAK_OFF: self._begin_breaking, Key.SUSPEND: self._suspend, Key.PRESENCE: self._begin_presence,
        }  # fmt: skip

    def _do(self, verb: Callable[[], object]) -> None:
        with self._alerts.guard():
            verb()

    # -- the list and the clock ------------------------------------------------------------------------------------

    def _pause(self) -> None:
        here = self._here()
        if here is not None:
            self._do(lambda: self._desk.floor.pause(here.meeting))

    def _finish(self) -> None:
        here = self._here()
        if here is not None:
            self._do(lambda: self._desk.floor.finish(here.meeting))

    def _put_down(self, speaker: StateCode | Trilingual, reply: bool) -> None:
        here = self._here()
        if here is not None:
            with self._alerts.guard():
                self._desk.floor.put_down(here.meeting, here.item, speaker, reply=reply)
                if isinstance(speaker, str) and here.facts.roll.absent(speaker):
                    listed = LISTED_LOST if here.facts.roll.lost(speaker) else LISTED_ABSENT
                    self._alerts.remark(listed, state=here.facts.states[speaker])

    def _limit(self, minutes: int | None) -> None:
        here = self._here()
        if here is not None:
            self._do(lambda: self._desk.floor.limit(here.meeting, here.item, minutes))

    def _close_list(self) -> None:
        here = self._here()
        if here is not None:
            closed = not here.facts.closed_list(here.item)
            self._do(lambda: self._desk.floor.close_list(here.meeting, here.item, closed=closed))

    def _suspend(self) -> None:
        here = self._here()
        if here is not None:
            with self._alerts.guard():
                pause = self._desk.sittings.suspend(here.meeting)
                if pause.resumed_at is not None:
                    self._alerts.say(RESUMED)
                    return
                voting = here.facts.vote is not None
                self._alerts.say(VOTE_WAITS if voting else SUSPENDED, Tone.ATTENTION if voting else Tone.GOOD)
                if self._line is not None:
                    self._line.ask_when()

    def attend(self, line: SpeakingLine) -> None:
        """Take from the line that all can read why the sitting is suspended, and at what hour it resumes."""
        self._line = line
        line.explained.connect(self.explain)
        line.foreseen.connect(self._foresee)
        line.left.connect(lambda: self.went_on.emit(""))
        line.let_be.connect(self._alerts.dismiss)

    def _foresee(self, pause: str, hour: datetime.time | Problem | None) -> None:
        """At what hour the sitting resumes; what is no time of day is said, and nothing is kept."""
        with self._alerts.guard(self._line):
            if isinstance(hour, Problem):
                raise hour
            self._desk.sittings.foresee(pause, hour)

    def explain(self, pause: str, reason: PauseReason) -> None:
        """Why the sitting is suspended."""
        self._do(lambda: self._desk.sittings.give_reason(pause, reason))

    # -- points of order and motions ---------------------------------------------------------------------------------

    def _order(self) -> None:
        """A point of order; pressed again, its ruling."""
        here = self._here()
        if here is None:
            return
        unruled = _unruled(here)
        if unruled is None:
            self._rise(POINT)
        else:
            self.ask_ruling(unruled.point.key, interrupting=here.facts.vote is not None)

    def ask_ruling(self, key: str, *, interrupting: bool = True) -> bool:
        """Ask how the Chair rules on a point of order; false for what is none, or was ruled on."""
        here = self._here()
        points = here.facts.points if here is not None else ()
        point = next((one.point for one in points if one.point.key == key and one.point.ruling is None), None)
        if point is None or here is None or not self.cards.give_way():
            return False
        self.cards.ruling.begin_on(key, here.facts.states[point.state], interrupting=interrupting)
        return True

    def _put_off(self) -> None:
        """The ruling waits, and what the point of order interrupted goes on: who raised it has the floor no more."""
        here, card = self._here(), self.cards.ruling
        speaking = here.facts.floor.speaking if here is not None else None
        if here is None or speaking is None or not card.interrupting:
            return
        if any(
            one.point.key == card.point and one.point.intervention == speaking.heard.key for one in here.facts.points
        ):
            self._do(lambda: self._desk.floor.finish(here.meeting))

    def _move(self) -> None:
        self._rise(MOTION)

    def _rise(self, what: str, about: MotionFile | PointFile | None = None) -> None:
        here = self._here()
        if here is not None and self.cards.give_way():
            rising = Rising(what, here.meeting, here.item, about)
            self.cards.rise.begin_as(rising, here.facts.states.values(), here.facts.roll.near)

    def _rose(self) -> None:
        card = self.cards.rise
        rising, state = card.rising, card.fields.state.value()
        if state is None:
            card.show_problem(Problem(N_("Name the State."), field_name="state"))
            card.fields.state.begin()
        elif rising is not None:
            with self._alerts.guard(card):
                key = self._record(rising, state)
                card.finished()
                self.went_on.emit(key)
                here = self._here()
                if here is not None and rising.what in (POINT, MOTION, APPEAL) and not here.facts.roll.member(state):
                    self._alerts.remark(NO_MEMBER, state=here.facts.states[state])

    def _record(self, rising: Rising, state: StateCode) -> str:
        """What a State rose for; the key of the motion or of the point of order."""
        language, motions = self._room.floor.language_of_notes, self._desk.motions
        match rising.about:
            case PointFile(point):
                return motions.appeal(point.key, state).key
            case MotionFile(motion):
                motions.speak(motion.key, state, in_favour=rising.what == IN_FAVOUR, language=language)
                return motion.key
            case None:
                pass
        if rising.what == MOTION:
            kind = self.cards.rise.fields.kind.value() or MotionKind.SUSPEND
            return motions.move(rising.meeting, rising.item, state, kind, language).key
        return motions.raise_point(rising.meeting, rising.item, state, language).key

    def _ruled(self) -> None:
        card = self.cards.ruling
        ruling = card.fields.ruling.value()
        if card.point and ruling is not None:
            with self._alerts.guard(card):
                self._desk.motions.rule(card.point, ruling)
                card.finished()
                self.went_on.emit(card.point)
                self._say_who_goes_on()

    def _say_who_goes_on(self) -> None:
        """Who was interrupted, by a point of order, has the floor again, and how the clock goes on."""
        here = self._here()
        shown = speaker_shown(here.facts) if here is not None else None
        if shown is not None and not shown.speaking.running:
            self._alerts.say(GOES_ON, speaker=shown.state or Content(shown.body))

    def _begin_breaking(self) -> None:
        """Ask why the vote that is open is broken off."""
        here = self._here()
        if here is not None and here.facts.vote is not None and self.cards.give_way():
            self.cards.breaking.offer(here.facts.vote.key)

    def _break_off(self) -> None:
        card = self.cards.breaking
        with self._alerts.guard(card):
            self._desk.voting.break_off(card.vote, card.fields.reason.value())
            card.finished()
            self._alerts.say(BROKEN_OFF)

    def _act(self, file: MotionFile | PointFile, deed: Deed) -> None:
        """A key of the list of points of order and motions."""
        match deed:
            case Deed.VOTE:
                self._ballots.begin_on(ballot_on(file))
                self.voting.emit()
                self._ballots.take_keyboard()
            case Deed.REPLAY if file.vote is not None:
                self._ballots.review(file.vote.key)
                self._ballots.replay()
                self.voting.emit()
            case Deed.APPEAL | Deed.IN_FAVOUR | Deed.AGAINST:
                self._rise({Deed.APPEAL: APPEAL, Deed.IN_FAVOUR: IN_FAVOUR}.get(deed, AGAINST), file)
            case _ if isinstance(file, PointFile):
                ruling = Ruling.UPHELD if deed is Deed.YES else Ruling.NOT_UPHELD
                with self._alerts.guard():
                    self._desk.motions.rule(file.point.key, ruling)
                    self._say_who_goes_on()
            case _:
                self._settle(file, {Deed.YES: Fate.ADOPTED, Deed.NO: Fate.NOT_ADOPTED}.get(deed, Fate.WITHDRAWN))

    def _settle(self, file: MotionFile | PointFile, fate: Fate) -> None:
        if isinstance(file, MotionFile):
            with self._alerts.guard():
                settled = self._desk.motions.settle(file.motion.key, fate)
                if fate is Fate.ADOPTED:
                    self._alerts.say(ADOPTED_NEXT[settled.kind])

    # -- presence --------------------------------------------------------------------------------------------------

    def _begin_presence(self) -> None:
        here, card = self._here(), self._room.presence.card
        if here is not None and put_away((card,)):
            self._listed = here.meeting
            card.concern(called(here.facts.meeting))
            self._room.begin_presence()

    def _read_list(self) -> None:
        """What the list says is shown before it is taken over."""
        card = self._room.presence.card
        with self._alerts.guard(card):
            card.show_list(self._desk.presence_lists.pasted(card.fields.names.value()))

    def _read_file(self, path: Path) -> None:
        card = self._room.presence.card
        with self._alerts.guard(card):
            card.show_file(self._desk.presence_lists.file(path))

    def _take_over(self) -> None:
        card = self._room.presence.card
        with self._alerts.guard(card):
            read = self._desk.presence_lists.pasted(card.fields.names.value())
            number = self._desk.sittings.arrive(self._listed, read.kinds)
            card.finished()
            self._room.delegations.setFocus()
            unknown = ", ".join(read.unknown)
            self._alerts.say(TAKEN_OVER if unknown else ALL_TAKEN, n=number, unknown=unknown)


def _unruled(here: Here) -> PointFile | None:
    """The point of order that waits for its ruling: the one that has the floor, else the last of this sitting here.

    What stayed without a ruling on an earlier day or under another item is ruled on in the list of that item.
    """
    facts = here.facts
    waiting = [one for one in facts.points if one.point.ruling is None]
    speaking = facts.floor.speaking.heard.key if facts.floor.speaking is not None else ""
    since = facts.sitting.opened_at if facts.sitting is not None else None
    own = [one for one in waiting if since is not None and one.point.at >= since and one.point.item == here.item]
    return next((one for one in waiting if one.point.intervention == speaking), own[-1] if own else None)
