"""Whoever speaks or answers is there: presence that follows from what a delegation does."""

import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.attendance import by_taking_part, presences
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent
from nmirf_desktop.domain.voting import Answer
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.floor import POINTS_OF_ORDER
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, INTERVENTIONS, POSITIONS, PRESENCE, PROPOSALS, VOTES


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


def never_there(session: Session, meeting: Key, state: StateCode, at: datetime.datetime) -> None:
    """What made a delegation present at a moment was taken back: it is not, unless it did something then or since.

    It spoke, objected, appealed against a ruling, or answered in a vote; silence is no answer.
    """
    if any(one >= at for one in _acts(session, meeting, state)):
        return
    for event in PRESENCE.all(session, meeting=meeting, state=state):
        if event.at == at:
            PRESENCE.remove(session, event.key)


def _acts(session: Session, meeting: Key, state: StateCode) -> Iterator[datetime.datetime]:
    """When a delegation did in a meeting what only who is there can do."""
    yield from (one.at for one in INTERVENTIONS.all(session, meeting=meeting, state=state))
    points = POINTS_OF_ORDER.all(session, meeting=meeting, appealed_by=state)
    yield from (one.appealed_at for one in points if one.appealed_at is not None)
    proposals = {one.key for one in PROPOSALS.all(session, meeting=meeting)}
    yield from (one.at for one in CONSENSUS_CALLS.all(session, objector=state) if one.proposal in proposals)
    votes = {one.key for one in VOTES.all(session, meeting=meeting)}
    for one in POSITIONS.all(session, state=state):
        if one.vote in votes and one.answer is not Answer.NO_ANSWER:
            yield one.at
