"""Presence as a timeline: from when to when each delegation was in the room, online, or without its connection."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.attendance import ARRIVALS, EXCEPTIONS, ONLINE, Delegation, Span
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import RegionalGroup


class Where(StrEnum):
    """How a delegation is there, or that its connection is lost."""

    ROOM = "room"
    ONLINE = "online"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Stay:
    """A delegation was there in one way from a moment to another, which is empty while it lasts."""

    state: StateCode
    where: Where
    began_at: datetime.datetime
    ended_at: datetime.datetime | None = None

    @property
    def present(self) -> bool:
        """Whether it was present: in the room or connected (A12)."""
        return self.where is not Where.LOST


def where(kind: PresenceKind) -> Where | None:
    """How a delegation is there after what was noted, ``None`` where it left."""
    if kind in ONLINE:
        return Where.ONLINE
    if kind in ARRIVALS:
        return Where.ROOM
    return Where.LOST if kind is PresenceKind.CONNECTION_LOST else None


def stays(events: Iterable[PresenceEvent]) -> Mapping[StateCode, tuple[Stay, ...]]:
    """The stays of each delegation, one after the other without overlap."""
    found: dict[StateCode, tuple[Stay, ...]] = {}
    for event in sorted(events, key=lambda one: (one.at, one.key)):
        own, now = found.get(event.state, ()), where(event.kind)
        open_one = own[-1] if own and own[-1].ended_at is None else None
        if open_one is not None and open_one.where is now:
            continue
        if open_one is not None:
            own = (*own[:-1], replace(open_one, ended_at=event.at))
        found[event.state] = own if now is None else (*own, Stay(event.state, now, event.at))
    return {state: own for state, own in found.items() if own}


def in_sittings(own: Iterable[Stay], sittings: Iterable[Span]) -> tuple[Stay, ...]:
    """Stays as they are shown: they end when a sitting closes, and who is still noted begins again with the next.

    What is noted between two sittings is for the next one, and stands as it is.
    """
    spans = sorted(sittings, key=lambda one: one[0])
    found = []
    for whole in own:
        stay: Stay | None = whole
        for place, (_, closed) in enumerate(spans):
            if stay is None or closed is None or stay.began_at >= closed or _over(stay, closed):
                continue
            found.append(replace(stay, ended_at=closed))
            following = spans[place + 1][0] if place + 1 < len(spans) else None
            stay = None if following is None or _over(stay, following) else replace(stay, began_at=following)
        found += [] if stay is None else [stay]
    return tuple(found)


def _over(stay: Stay, at: datetime.datetime) -> bool:
    """Whether a stay had ended at a moment."""
    return stay.ended_at is not None and stay.ended_at <= at


def late(own: Iterable[Stay], opened_at: datetime.datetime | None) -> datetime.datetime | None:
    """When a delegation came late to a sitting; ``None`` where it was there in its first minutes, or never came.

    "All are present" is said once the sitting is open, so that the first :data:`EXCEPTIONS` are no delay.
    """
    began = min((one.began_at for one in own if one.present), default=None)
    if began is None or opened_at is None or began <= opened_at + EXCEPTIONS:
        return None
    return began


@dataclass(frozen=True, slots=True)
class Share:
    """How many delegations of a regional group are present: members of all members, observers, and guests."""

    group: RegionalGroup | None
    members: int
    of_members: int
    observers: int = 0
    guests: int = 0


def by_group(delegations: Iterable[Delegation]) -> tuple[Share, ...]:
    """Who is present by regional group, in the order of the groups; States of no group last, where there are any."""
    known = tuple(delegations)
    found = []
    for group in (*RegionalGroup, None):
        own = [one for one in known if one.state.group is group]
        there = Counter(one.kind for one in own if one.present)
        members = sum(one.kind is MembershipKind.MEMBER for one in own)
        if own:
            observers, guests = there[MembershipKind.OBSERVER], there[None]
            found.append(Share(group, there[MembershipKind.MEMBER], members, observers, guests))
    return tuple(found)
