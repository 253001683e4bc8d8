"""Who is present at a moment, and who took part in a meeting: presence informs a vote and never bars one."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Catalog

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


@dataclass(frozen=True, slots=True)
class Delegation:
    """A State in the room's list: its class on the day (``None`` for a guest) and whether it is present."""

    state: State
    kind: MembershipKind | None
    present: bool


@dataclass(frozen=True, slots=True)
class Roll:
    """The delegations of a meeting at a moment: members, observers, and whoever else came."""

    delegations: tuple[Delegation, ...] = ()

    def number(self, kind: MembershipKind | None, *, present: bool = False) -> int:
        """How many delegations of a class, or how many of them are present."""
        return sum(one.kind is kind and (one.present or not present) for one in self.delegations)

    def said_in(self, words: Catalog) -> str:
        """The numbers: "Present 41 of 63 members · 9 observers"."""
        members = self.number(MembershipKind.MEMBER)
        said = [
            words.ngettext("Present {there} of {n} member", "Present {there} of {n} members", members).format(
                there=self.number(MembershipKind.MEMBER, present=True), n=members
            )
        ]
        for kind, number in ((kind, self.number(kind, present=True)) for kind in (MembershipKind.OBSERVER, None)):
            if number and kind is None:
                said.append(words.ngettext("{n} guest", "{n} guests", number).format(n=number))
            elif number:
                said.append(words.ngettext("{n} observer", "{n} observers", number).format(n=number))
        return " · ".join(said)
