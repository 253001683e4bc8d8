"""In the room: sittings opened and closed, delegations that come and go, who spoke."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping

from nmirf_desktop.domain import attendance
from nmirf_desktop.domain.attendance import ARRIVALS, CONNECTED, Delegation, Roll
from nmirf_desktop.domain.attributions import check_attribution
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.invitations import COMING
from nmirf_desktop.domain.meetings import Meeting, Sitting, local
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import (
    Attribution,
    Intervention,
    PauseReason,
    PresenceEvent,
    PresenceKind,
    SittingPause,
    check_resuming,
    hours_from,
    pause_of,
    sitting_now,
    with_note,
)
from nmirf_desktop.domain.votings import check_may_rise
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attending import Struck, strike_out
from nmirf_desktop.services.attributions import attribute, check_minuted
from nmirf_desktop.services.electorate import day_of
from nmirf_desktop.services.floor import leave_behind, silence, take_back
from nmirf_desktop.services.states import States
from nmirf_desktop.services.votings import votings_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.floor import PAUSES
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.meetings import MEETINGS, SITTINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import INTERVENTIONS, POSITIONS, PRESENCE, VOTES

A_DAY = datetime.timedelta(days=1)
NONE_PLANNED = N_("No further sitting is planned: open one now, or add it under Meetings first.")


class Sittings:
    """What the rapporteur records while a sitting goes on."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def time(self, meeting: Meeting) -> datetime.datetime:
        """What the clock on the wall of the meeting says."""
        return local(meeting, self._clock())

    def now(self) -> datetime.datetime:
        """The moment, in UTC."""
        return self._clock()

    def local(self, meeting: Meeting, at: datetime.datetime) -> datetime.datetime:
        """A recorded moment by the clock on the wall of the meeting."""
        return local(meeting, at)

    def open(self, key: Key, item: Key | None = None) -> Sitting:
        """The sitting is called to order now, at an item; another one that is still open has to be closed first.

        The day and hours for which it was planned stay: programme and script name both, and deal no item out anew.
        """
        with self._store.write(N_("open a sitting"), Subject.SESSION, Subject.MEETINGS) as session:
            sitting = SITTINGS.get(session, key)
            others = SITTINGS.all(session, meeting=sitting.meeting)
            if any(one.opened_at is not None and one.closed_at is None and one.key != key for one in others):
                raise Refusal(N_("Another sitting is still open; close it first."))
            if sitting.opened_at is not None:
                raise Refusal(N_("This sitting was opened already."))
            now = self._clock()
            opened = dataclasses.replace(sitting, opened_at=now, item=item)
            SITTINGS.save(session, opened)
        return opened

    def open_unplanned(self, meeting: Key, item: Key | None = None) -> Sitting:
        """A sitting that nobody planned is called to order now, after all others, at an item.

        Its day is the local one, also outside the days of the meeting: it is recorded as it happens.

        Raises:
            Refusal: one is open, or comes next: it is opened instead.
        """
        with self._store.write(N_("open a sitting"), Subject.SESSION, Subject.MEETINGS) as session:
            others = _sittings(session, meeting)
            if any(one.closed_at is None for one in others):
                raise Refusal(N_("A sitting is open or planned: open that one, or close it first."))
            now = self._clock()
            at = local(MEETINGS.get(session, meeting), now)
            number = max((one.number for one in others), default=0) + 1
            opened = Sitting(new_key(), meeting, number, at.date(), *hours_from(at.time()), opened_at=now, item=item)
            SITTINGS.save(session, opened)
        return opened

    def close(self, key: Key) -> Sitting:
        """The sitting rises now; undo opens it again, and who had the floor has it again.

        One that rises while it is suspended was not resumed.

        Raises:
            Refusal: it is not open, or a vote or a ballot is.
        """
        with self._store.write(N_("close a sitting"), Subject.SESSION, Subject.MEETINGS) as session:
            sitting = SITTINGS.get(session, key)
            if sitting.opened_at is None or sitting.closed_at is not None:
                raise Refusal(N_("Only an open sitting can be closed."))
            check_may_rise(votings_of(session, sitting.meeting))
            now = self._clock()
            closed = dataclasses.replace(sitting, closed_at=now)
            silence(session, sitting.meeting, now, for_good=True)
            SITTINGS.save(session, closed)
        return closed

    def suspend(self, meeting: Key, reason: PauseReason = PauseReason.UNSAID) -> SittingPause:
        """One key: the open sitting is suspended now, or goes on.

        No clock runs meanwhile; who had the floor has it again afterwards.

        Raises:
            Refusal: no sitting is open.
        """
        with self._store.write(N_("suspend or resume a sitting"), Subject.SESSION) as session:
            sitting = sitting_now(_sittings(session, meeting))
            if sitting is None or sitting.opened_at is None or sitting.closed_at is not None:
                raise Refusal(N_("No sitting is open, so that none was suspended: open it first (F9)."))
            now = self._clock()
            pause = pause_of(sitting, PAUSES.all(session, sitting=sitting.key))
            if pause is not None:
                resumed = dataclasses.replace(pause, resumed_at=now)
                PAUSES.save(session, resumed)
                return resumed
            silence(session, meeting, now, for_good=False)
            pause = SittingPause(new_key(), meeting, sitting.key, now, reason=reason, item=sitting.item)
            PAUSES.save(session, pause)
        return pause

    def give_reason(self, pause: Key, reason: PauseReason) -> None:
        """Say for what a sitting is, or was, suspended."""
        with self._store.write(N_("say why a sitting is suspended"), Subject.SESSION) as session:
            PAUSES.save(session, dataclasses.replace(PAUSES.get(session, pause), reason=reason))

    def foresee(self, pause: Key, hour: datetime.time | None) -> None:
        """Say at what hour a suspended sitting will resume, by the clock on the wall; ``None`` takes it back.

        Raises:
            Refusal: it was resumed, or undo took the suspension back.
            Problem: the hour is past.
        """
        with self._store.write(N_("say when a sitting resumes"), Subject.SESSION) as session:
            held = PAUSES.find(session, pause)
            if held is None or pause_of(SITTINGS.find(session, held.sitting), (held,)) is None:
                raise Refusal(N_("The sitting is not suspended, so that no hour of resuming was noted."))
            if hour is not None:
                check_resuming(local(MEETINGS.get(session, held.meeting), self._clock()), hour)
            PAUSES.save(session, dataclasses.replace(held, resumes=hour))

    def next(self, meeting: Key, item: Key | None = None) -> Sitting:
        """One key for the gavel: closes the sitting that is open, else opens the one that comes next, at an item."""
        now = sitting_now(self.all(meeting))
        if now is None or now.closed_at is not None:
            raise Refusal(NONE_PLANNED)
        return self.open(now.key, item) if now.opened_at is None else self.close(now.key)

    def turn_to(self, meeting: Key, item: Key) -> tuple[Intervention, ...]:
        """The room turns to an item; outside a sitting it is nowhere, and nothing is written.

        Who had the floor under another item has finished, in the same step; returned are those interventions. While
        somebody speaks, or the sitting is suspended, all keep it.
        """
        sitting = sitting_now(self.all(meeting))
        if sitting is None or sitting.opened_at is None or sitting.closed_at is not None or sitting.item == item:
            return ()
        with self._store.write(N_("turn to an item"), Subject.SESSION, Subject.MEETINGS) as session:
            SITTINGS.save(session, dataclasses.replace(sitting, item=item))
            if pause_of(sitting, PAUSES.all(session, sitting=sitting.key)) is not None:
                return ()
            return leave_behind(session, meeting, item, self._clock())

    def all(self, meeting: Key) -> tuple[Sitting, ...]:
        """A meeting's sittings in their order."""
        with self._store.read() as session:
            return _sittings(session, meeting)

    def in_session(self) -> Meeting | None:
        """The meeting of which a sitting is open, of several the one that was opened last."""
        with self._store.read() as session:
            going_on = [one for one in SITTINGS.all(session) if one.opened_at is not None and one.closed_at is None]
            latest = max(going_on, key=lambda one: (one.opened_at, one.key), default=None)
            return MEETINGS.get(session, latest.meeting) if latest is not None else None

    def left_open(self) -> Meeting | None:
        """The meeting of which a vote is open, else a sitting for less than a day: the room that the machine left."""
        with self._store.read() as session:
            votes = VOTES.all(session, closed_at=None, stopped_at=None)
            open_ones = [(one.opened_at, one.meeting) for one in votes]
            if not open_ones:
                now = self._clock()
                since = ((one.opened_at, one.meeting) for one in SITTINGS.all(session, closed_at=None))
                open_ones = [(at, meeting) for at, meeting in since if at is not None and now - at < A_DAY]
            return MEETINGS.get(session, max(open_ones)[1]) if open_ones else None

    def presence(self, meeting: Key) -> frozenset[StateCode]:
        """The delegations that are in the room or connected now."""
        with self._store.read() as session:
            return attendance.present(PRESENCE.all(session, meeting=meeting), self._clock())

    def roll(self, meeting: Key) -> Roll:
        """The delegations of a meeting by their class on its day, and who is present.

        States of neither class are listed where they came, or answered that they attend.
        """
        with self._store.read() as session:
            found = MEETINGS.get(session, meeting)
            now = self._clock()
            day = min(max(day_of(found, now), found.opens_on), found.closes_on)
            kinds = {one.state: one.kind for one in MEMBERSHIPS.holding(session, day)}
            events = PRESENCE.all(session, meeting=meeting)
            answers = _answers(session, meeting)
            last = attendance.presences(events, now)
        named = self._states.on(day)
        noted = {event.state for event in events} | {state for state, answer in answers.items() if answer in COMING}
        listed = [code for code in named if code in kinds or code in noted]
        return Roll(
            tuple(Delegation(named[code], kinds.get(code), last.get(code), answers.get(code)) for code in listed)
        )

    def toggle(self, meeting: Key, states: Iterable[StateCode]) -> None:
        """These delegations arrive; where all of them are present already, they leave."""
        codes = tuple(states)
        with self._store.read() as session:
            before = attendance.presences(PRESENCE.all(session, meeting=meeting), self._clock())
        leave = all(before.get(state) in ARRIVALS for state in codes)
        if leave:
            self.record(meeting, codes, PresenceKind.LEFT)
        else:
            self.arrive(meeting, {state: PresenceKind.ARRIVED for state in codes if before.get(state) not in ARRIVALS})

    def connect(self, meeting: Key, states: Iterable[StateCode]) -> None:
        """One key for those who are not in the room: online, connection lost, connection restored (A12)."""
        online = PresenceKind.ARRIVED_ONLINE
        self._record(meeting, states, lambda before: CONNECTED.get(before, online) if before else online)

    def all_arrive(self, meeting: Key) -> int:
        """All members and observers are present, and guests who said they attend; the exceptions are marked afterwards.

        Who answered with apologies is left out, who attends online is connected, and who is online stays so.
        Returned is how many were noted.
        """
        with self._store.read() as session:
            answers = _answers(session, meeting)
        absent = [one for one in self.roll(meeting).delegations if not one.present]
        coming = [one.state.iso3 for one in absent if one.kind or answers.get(one.state.iso3) in COMING]
        arriving = {
            state: PresenceKind.ARRIVED_ONLINE if answers.get(state) is Answer.ONLINE else PresenceKind.ARRIVED
            for state in coming
            if answers.get(state) is not Answer.APOLOGIES
        }
        if arriving:
            self._arrive(meeting, arriving)
        return len(arriving)

    def carried(self, meeting: Key) -> frozenset[StateCode]:
        """Who is noted in the sitting opened last only because it was so when the one before closed."""
        with self._store.read() as session:
            return _carried(session, meeting)

    def begin_anew(self, meeting: Key) -> int:
        """Nobody is noted in the sitting opened last who only came to the one before; how many are noted no more.

        Who spoke or voted since stays. Who was counted in the sitting before stays counted there.
        """
        with self._store.write(N_("record presence"), Subject.SESSION) as session:
            opened = max((one.opened_at for one in _sittings(session, meeting) if one.opened_at), default=None)
            if opened is None:
                return 0
            heard = (one.state for one in INTERVENTIONS.all(session, meeting=meeting) if one.at >= opened)
            votes = [one.key for one in VOTES.all(session, meeting=meeting) if one.opened_at >= opened]
            voted = (one.state for own in POSITIONS.by(session, "vote", votes).values() for one in own)
            gone = _carried(session, meeting).difference(heard, voted)
            for state in sorted(gone):
                PRESENCE.save(session, PresenceEvent(new_key(), meeting, state, PresenceKind.LEFT, opened))
        return len(gone)

    def arrive(self, meeting: Key, there: Mapping[StateCode, PresenceKind]) -> int:
        """The delegations of a list are present, each in its way, in one step; how many were not already."""
        with self._store.read() as session:
            before = attendance.presences(PRESENCE.all(session, meeting=meeting), self._clock())
        news = {state: kind for state, kind in there.items() if attendance.is_news(before.get(state), kind)}
        if news:
            self._arrive(meeting, news)
        return len(news)

    def presence_events(self, meeting: Key) -> tuple[PresenceEvent, ...]:
        """All that was noted of who came and left, in order."""
        with self._store.read() as session:
            return tuple(sorted(PRESENCE.all(session, meeting=meeting), key=lambda one: (one.at, one.key)))

    def _arrive(self, meeting: Key, kinds: Mapping[StateCode, PresenceKind]) -> None:
        """Delegations that are not there arrive, each in its way, in one step."""
        with self._store.write(N_("record presence"), Subject.SESSION) as session:
            now = self._clock()
            for state, kind in kinds.items():
                PRESENCE.save(session, PresenceEvent(new_key(), meeting, state, kind, now))

    def record(self, meeting: Key, states: Iterable[StateCode], kind: PresenceKind) -> None:
        """Delegations arrive, leave, or lose their connection now; what is so already is not written again."""
        self._record(meeting, states, lambda _: kind)

    def _record(
        self, meeting: Key, states: Iterable[StateCode], after: Callable[[PresenceKind | None], PresenceKind]
    ) -> None:
        """Note of each delegation what *after* makes of its presence, in one step."""
        with self._store.write(N_("record presence"), Subject.SESSION) as session:
            now = self._clock()
            before = attendance.presences(PRESENCE.all(session, meeting=meeting), now)
            for state in states:
                kind = after(before.get(state))
                if attendance.is_news(before.get(state), kind):
                    PRESENCE.save(session, PresenceEvent(new_key(), meeting, state, kind, now))

    def strike_out(self, meeting: Key, state: StateCode) -> Struck:
        """A delegation was never there: its presence goes from the last sitting in which it is noted, in one step.

        Raises as :func:`.attending.strike_out`.
        """
        with self._store.write(N_("strike out who was never there"), Subject.SESSION) as session:
            found, now = MEETINGS.get(session, meeting), self._clock()
            return strike_out(session, found, self._states.on(day_of(found, now))[state], now)

    def interventions(self, meeting: Key) -> tuple[Intervention, ...]:
        """What was said, in order."""
        with self._store.read() as session:
            return tuple(sorted(INTERVENTIONS.all(session, meeting=meeting), key=lambda one: (one.at, one.key)))

    def note(self, intervention: Intervention) -> None:
        """Keep who spoke and the rapporteur's note; when it began and ended, the clock says.

        Raises:
            Refusal: it was taken back, and a note that is still being written does not bring it back; or it becomes an
                act of the meeting while it is told without its author.
        """
        with self._store.write(N_("note an intervention"), Subject.SESSION) as session:
            held = INTERVENTIONS.find(session, intervention.key)
            if held is None and LINES.first(session, row=intervention.key) is not None:
                raise Refusal(N_("This intervention was taken back: give the floor again."))
            kept = with_note(held, intervention) if held else intervention
            check_attribution(kept, kept.attribution)
            INTERVENTIONS.save(session, kept)

    def attribute(self, intervention: Key, attribution: Attribution) -> Intervention:
        """Tell an intervention with its speaker, without one, or not at all; drafted minutes follow at once.

        Raises:
            Refusal: the minutes are approved, or a motion or the like would be told without who made it.
        """
        with self._store.write(N_("say how the minutes tell an intervention"), Subject.SESSION, Subject.MINUTES) as to:
            return attribute(to, self._states, INTERVENTIONS.get(to, intervention), attribution)

    def forget(self, key: Key) -> None:
        """Take an intervention back that was noted by mistake, and what it moved or raised.

        Raises:
            Refusal: a vote was opened on it, or the minutes that stand on it are approved.
        """
        with self._store.write(N_("remove an intervention"), Subject.SESSION) as session:
            heard = INTERVENTIONS.find(session, key)
            if heard is not None:
                check_minuted(session, heard)
                take_back(session, key)


def _sittings(session: Session, meeting: Key) -> tuple[Sitting, ...]:
    return tuple(sorted(SITTINGS.all(session, meeting=meeting), key=lambda one: one.number))


def _carried(session: Session, meeting: Key) -> frozenset[StateCode]:
    openings = [(one.opened_at, one.closed_at) for one in _sittings(session, meeting) if one.opened_at is not None]
    return attendance.carried_over(PRESENCE.all(session, meeting=meeting), openings)


def _answers(session: Session, meeting: Key) -> dict[StateCode, Answer]:
    """What each invited State answered."""
    return {one.state: one.answer for one in INVITEES.all(session, meeting=meeting) if one.state is not None}
