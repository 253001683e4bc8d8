"""Whoever speaks or answers is there: presence that follows from what a delegation does, and goes where it did not."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.attendance import ARRIVALS, by_taking_part, is_news, presences
from nmirf_desktop.domain.meetings import Meeting, Sitting, local
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import mis_keyed, standing
from nmirf_desktop.domain.voting import Act, Answer, Position, Vote
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.floor import POINTS_OF_ORDER
from nmirf_desktop.storage.meetings import SITTINGS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, INTERVENTIONS, POSITIONS, PRESENCE, PROPOSALS, VOTES

SPOKE = N_(
    "{state} had the floor at {time}, so that it was there: nothing was struck out. If that is the mistake, take the"
    " intervention back first."
)
OBJECTED = N_(
    "{state} is named as having objected at {time}, so that it was there: nothing was struck out. If that is the"
    " mistake, name the State that objected first."
)
APPEALED = N_("{state} appealed against a ruling at {time}, so that it was there: nothing was struck out.")
ANSWERED = N_(
    "{state} answered in a vote at {time}, so that it was there: nothing was struck out. If that is the mistake, put"
    " the answer right first, and strike out what is then still noted."
)
NOWHERE = N_("{state} is nowhere noted as present: there is nothing to strike out.")
APPROVED = N_(
    "The minutes of this meeting were approved on {date}, and who was there stays as they say: nothing was struck out."
)


@dataclass(frozen=True, slots=True)
class Done:
    """What a delegation did that only who is there can do, and the sentence that tells it (a marked constant).

    Without a sentence it tells nothing by itself: an answer in a vote that was broken off, which is put right no more.
    """

    at: datetime.datetime
    told: str = ""


@dataclass(frozen=True, slots=True)
class Struck:
    """A State whose presence was struck out of a *sitting*, by its number; ``None`` before the first one.

    *before* says that it is noted in an earlier one, too.
    """

    state: State
    sitting: int | None
    before: bool


def take_part(session: Session, meeting: Key, state: StateCode, at: datetime.datetime) -> None:
    """(silent; part E) R17: a delegation takes the floor or answers at a moment, and is present from then on."""
    events = PRESENCE.all(session, meeting=meeting, state=state)
    kind = by_taking_part(presences(events, at).get(state))
    if kind is not None:
        PRESENCE.append(session, PresenceEvent(new_key(), meeting, state, kind, at))


def never_came(session: Session, heard: Intervention) -> None:
    """An intervention that was taken back makes nobody present, unless the delegation did something since."""
    if heard.state is not None:
        never_there(session, heard.meeting, heard.state, heard.at)


def never_answered(session: Session, vote: Vote, written: Position) -> None:
    """What was keyed wrongly makes nobody present, once *written* put it right, by the same step (part E)."""
    if written.act is Act.REKEYED:
        for one in mis_keyed(POSITIONS.all(session, vote=vote.key, state=written.state)):
            never_there(session, vote.meeting, written.state, one.at)


def never_there(session: Session, meeting: Key, state: StateCode, at: datetime.datetime) -> None:
    """What made a delegation present at a moment was taken back: it is not, unless it did something then or since.

    It spoke, objected, appealed against a ruling, or answered in a vote; silence is no answer, nor is what was keyed
    wrongly.
    """
    if any(one.at >= at for one in _acts(session, meeting, state)):
        return
    own = PRESENCE.all(session, meeting=meeting, state=state)
    _remove(session, own, [one for one in own if one.at == at and one.kind in ARRIVALS])


def strike_out(session: Session, meeting: Meeting, state: State, now: datetime.datetime) -> Struck:
    """A delegation was never there: its presence in the last sitting in which it is noted was recorded by mistake.

    Raises:
        Refusal: it did something there that only who is there can do, it is nowhere noted, or the minutes are approved.
    """
    minutes = MINUTES.first(session, meeting=meeting.key)
    if minutes is not None and minutes.approved_on is not None:
        raise Refusal(APPROVED, {"date": minutes.approved_on})
    own = PRESENCE.all(session, meeting=meeting.key, state=state.iso3)
    spans = _spans(SITTINGS.all(session, meeting=meeting.key))
    span = next((one for one in reversed(spans) if one.noted(own)), None)
    if span is None:
        raise Refusal(NOWHERE, {"state": state})
    acts = [one for one in _acts(session, meeting.key, state.iso3) if one.told and span.covers(one.at)]
    if acts:
        last = max(acts, key=lambda one: one.at)
        raise Refusal(last.told, {"state": state, "time": local(meeting, last.at).time()})
    gone = [one for one in own if span.covers(one.at)]
    _remove(session, own, gone)
    if span.carried(own):
        at = now if span.sitting is None else span.sitting.opened_at or now
        PRESENCE.append(session, PresenceEvent(new_key(), meeting.key, state.iso3, PresenceKind.LEFT, at))
    before = any(one.kind in ARRIVALS and span.follows(one.at) for one in own)
    return Struck(state, span.sitting.number if span.sitting is not None else None, before)


@dataclass(frozen=True, slots=True)
class _Span:
    """From the end of the sitting before until the end of one; what is noted between the two is for the later one."""

    sitting: Sitting | None
    after: datetime.datetime | None
    until: datetime.datetime | None

    def follows(self, at: datetime.datetime) -> bool:
        """Whether a moment is before it."""
        return self.after is not None and at <= self.after

    def covers(self, at: datetime.datetime) -> bool:
        """Whether a moment lies in it."""
        return not self.follows(at) and (self.until is None or at <= self.until)

    def carried(self, own: Iterable[PresenceEvent]) -> bool:
        """Whether a delegation is noted in its sitting because it was in the one before."""
        if self.after is None or self.sitting is None:
            return False
        begun = self.sitting.opened_at or self.after
        earlier = (one for one in own if self.follows(one.at) or (one.at == begun and one.kind not in ARRIVALS))
        return any(kind in ARRIVALS for kind in presences(earlier, begun).values())

    def noted(self, own: Collection[PresenceEvent]) -> bool:
        """Whether a delegation is noted as present in it."""
        return self.carried(own) or any(one.kind in ARRIVALS and self.covers(one.at) for one in own)


def _spans(sittings: Iterable[Sitting]) -> list[_Span]:
    """Those of the sittings that were opened, in order; after the last one what is noted is for one to come."""
    found: list[_Span] = []
    after: datetime.datetime | None = None
    held = sorted((one for one in sittings if one.opened_at is not None), key=lambda one: one.number)
    for sitting in held:
        found.append(_Span(sitting, after, sitting.closed_at))
        after = sitting.closed_at
    return found if held and after is None else [*found, _Span(None, after, None)]


def _remove(session: Session, own: Collection[PresenceEvent], gone: Collection[PresenceEvent]) -> None:
    """Remove what was noted, and each departure after it of a delegation that then had not come."""
    if not gone:
        return
    keys, first = {one.key for one in gone}, min(one.at for one in gone)
    before: PresenceKind | None = None
    for event in sorted(own, key=lambda one: (one.at, one.key)):
        idle = event.at >= first and event.kind not in ARRIVALS and not is_news(before, event.kind)
        if event.key in keys or idle:
            PRESENCE.remove(session, event.key)
        else:
            before = event.kind


def _acts(session: Session, meeting: Key, state: StateCode) -> Iterator[Done]:
    """What a delegation did in a meeting that only who is there can do."""
    yield from (Done(one.at, SPOKE) for one in INTERVENTIONS.all(session, meeting=meeting, state=state))
    points = POINTS_OF_ORDER.all(session, meeting=meeting, appealed_by=state)
    yield from (Done(one.appealed_at, APPEALED) for one in points if one.appealed_at is not None)
    proposals = {one.key for one in PROPOSALS.all(session, meeting=meeting)}
    calls = CONSENSUS_CALLS.all(session, objector=state)
    yield from (Done(one.at, OBJECTED) for one in calls if one.proposal in proposals)
    own = POSITIONS.all(session, state=state)
    for vote in VOTES.all(session, meeting=meeting):
        yield from _answers(vote, [one for one in own if one.vote == vote.key])


def _answers(vote: Vote, own: Collection[Position]) -> Iterator[Done]:
    """The answers of a delegation in a vote; what was put right after the announcement was given before it.

    A pass after which no answer came may have been keyed for who was not there: it stands in nobody's way.
    """
    wrong = {one.key for one in mis_keyed(own)}
    silent = any(one.answer is Answer.NO_ANSWER for one in standing(own, vote.closed_at).values())
    announced = vote.closed_at
    given = [one.at for one in own if announced is not None and one.at <= announced]
    for one in own:
        if one.answer is not Answer.NO_ANSWER and one.key not in wrong:
            late = one.act is Act.REKEYED and announced is not None and one.at > announced
            at = max(given, default=announced) if late else one.at
            open_end = vote.stopped_at is not None or (silent and one.answer is Answer.PASSED)
            yield Done(at or one.at, "" if open_end else ANSWERED)
