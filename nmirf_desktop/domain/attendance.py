"""Who is present at a moment, and who took part in a meeting: presence informs a vote and never bars one."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind

ARRIVALS = frozenset({PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE, PresenceKind.CONNECTION_RESTORED})
"""After these a delegation is present; after the others it is not."""


def present(events: Iterable[PresenceEvent], at: datetime.datetime) -> frozenset[StateCode]:
    """*Decision-Making Procedure*, A12: the delegations in the room or connected at a moment; online is present."""
    last: dict[StateCode, PresenceKind] = {}
    for event in sorted(events, key=lambda one: (one.at, one.key)):
        if event.at <= at:
            last[event.state] = event.kind
    return frozenset(state for state, kind in last.items() if kind in ARRIVALS)


def attended(events: Iterable[PresenceEvent]) -> frozenset[StateCode]:
    """The delegations that were present at any moment."""
    return frozenset(event.state for event in events if event.kind in ARRIVALS)
