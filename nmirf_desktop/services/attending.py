"""Whoever speaks or answers is there: presence that follows from what a delegation does."""

import datetime

from nmirf_desktop.domain.attendance import by_taking_part, presences
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import INTERVENTIONS, POSITIONS, PRESENCE


def take_part(session: Session, meeting: Key, state: StateCode, at: datetime.datetime) -> None:
    """(silent; part E) R17: a delegation takes the floor or answers at a moment, and is present from then on."""
    events = PRESENCE.all(session, meeting=meeting, state=state)
    kind = by_taking_part(presences(events, at).get(state))
    if kind is not None:
        PRESENCE.save(session, PresenceEvent(new_key(), meeting, state, kind, at))


def never_came(session: Session, heard: Intervention) -> None:
    """An intervention that was taken back makes nobody present, unless the delegation did something since."""
    if heard.state is None:
        return
    heard_since = (one.at for one in INTERVENTIONS.all(session, meeting=heard.meeting, state=heard.state))
    answered = (one.at for one in POSITIONS.all(session, state=heard.state))
    if any(at > heard.at for at in (*heard_since, *answered)):
        return
    for event in PRESENCE.all(session, meeting=heard.meeting, state=heard.state):
        if event.at == heard.at:
            PRESENCE.remove(session, event.key)
