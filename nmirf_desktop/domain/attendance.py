"""Who is present at a moment, and who took part in a meeting: presence informs a vote and never bars one."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog

ARRIVALS = frozenset({PresenceKind.ARRIVED, PresenceKind.ARRIVED_ONLINE, PresenceKind.CONNECTION_RESTORED})
"""After these a delegation is present; after the others it is not."""
ONLINE = frozenset({PresenceKind.ARRIVED_ONLINE, PresenceKind.CONNECTION_RESTORED})
"""After these a delegation is present, and not in the room."""
CONNECTED = {
    PresenceKind.ARRIVED_ONLINE: PresenceKind.CONNECTION_LOST,
    PresenceKind.CONNECTION_RESTORED: PresenceKind.CONNECTION_LOST,
    PresenceKind.CONNECTION_LOST: PresenceKind.CONNECTION_RESTORED,
}
"""What the one key for online delegations makes of their presence; any other delegation arrives online."""
EXCEPTIONS, SLIP = datetime.timedelta(minutes=10), datetime.timedelta(minutes=2)
"""How soon a presence that was noted with others, or alone, is taken back and was none (Declaration: silent)."""


def presences(events: Iterable[PresenceEvent], at: datetime.datetime) -> Mapping[StateCode, PresenceKind]:
    """The last that was recorded of each delegation until a moment; who never came is not in it."""
    last: dict[StateCode, PresenceKind] = {}
    for event in sorted(events, key=lambda one: (one.at, one.key)):
        if event.at <= at:
            last[event.state] = event.kind
    return last


def present(events: Iterable[PresenceEvent], at: datetime.datetime) -> frozenset[StateCode]:
    """*Decision-Making Procedure*, A12: the delegations in the room or connected at a moment; online is present."""
    return frozenset(state for state, kind in presences(events, at).items() if kind in ARRIVALS)


def is_news(before: PresenceKind | None, kind: PresenceKind) -> bool:
    """Whether *kind* changes anything after *before* (``None``: the delegation never came)."""
    if kind in ARRIVALS:
        return before not in ARRIVALS or (before in ONLINE) != (kind in ONLINE)
    return before in ARRIVALS or (before is PresenceKind.CONNECTION_LOST and kind is PresenceKind.LEFT)


def by_answering(before: PresenceKind | None) -> PresenceKind | None:
    """(silent; part E) R17: an answer makes a delegation present from that minute; ``None`` where it is already."""
    if before in ARRIVALS:
        return None
    lost = before is PresenceKind.CONNECTION_LOST
    return PresenceKind.CONNECTION_RESTORED if lost else PresenceKind.ARRIVED


def check_somebody_present(there: Collection[StateCode], members: Collection[StateCode]) -> None:
    """*Decision-Making Procedure* (R12, R17): no quorum is prescribed, but where nobody is, nobody decides.

    *there* are the delegations present, *members* those who decide; before the founding there are none.

    Raises:
        Refusal: nobody is noted as present, or observers alone.
    """
    if not there or (members and not set(there) & set(members)):
        raise Refusal(
            N_(
                "No member is noted as present, so that nobody could decide."
                " Mark who is there (F5, or Shift+F5 for all), then press the key again."
            ),
            section="R12",
        )


def attended(events: Iterable[PresenceEvent]) -> frozenset[StateCode]:
    """The delegations that were present, but for those whose presence was noted and taken back at once.

    "All are present, then the exceptions" notes many arrivals at one moment, and takes some of them back within
    :data:`EXCEPTIONS`; an arrival noted alone by a slip of the key is taken back within :data:`SLIP`. Neither is an
    attendance. A connection that is lost takes nothing back, and whoever speaks or votes was there whatever is noted
    (:attr:`~nmirf_desktop.domain.recorded.RecordedMeeting.attended`).
    """
    noted = sorted(events, key=lambda one: (one.at, one.key))
    together = Counter(event.at for event in noted if event.kind in ARRIVALS)
    came: dict[StateCode, datetime.datetime | None] = {}
    """Since when a delegation is present by what was noted last, ``None`` once that stands for good."""
    for event in noted:
        since = came.get(event.state)
        if event.kind in ARRIVALS:
            came.setdefault(event.state, event.at)
        elif event.kind is PresenceKind.CONNECTION_LOST and event.state in came:
            came[event.state] = None
        elif since is not None:
            if event.at - since <= (EXCEPTIONS if together[since] > 1 else SLIP):
                del came[event.state]
            else:
                came[event.state] = None
    return frozenset(came)


@dataclass(frozen=True, slots=True)
class Delegation:
    """A State in the room's list: its class on the day (``None`` for a guest) and what was last recorded of it.

    *announced* is what it answered to the invitation, if anything.
    """

    state: State
    kind: MembershipKind | None
    presence: PresenceKind | None = None
    announced: Answer | None = None

    @property
    def present(self) -> bool:
        """Whether it is in the room or connected."""
        return self.presence in ARRIVALS

    @property
    def online(self) -> bool:
        """Whether it is connected, and not in the room."""
        return self.presence in ONLINE


@dataclass(frozen=True, slots=True)
class Roll:
    """The delegations of a meeting at a moment: members, observers, and whoever else came."""

    delegations: tuple[Delegation, ...] = ()

    def number(self, kind: MembershipKind | None, *, present: bool = False) -> int:
        """How many delegations of a class, or how many of them are present."""
        return sum(one.kind is kind and (one.present or not present) for one in self.delegations)

    @property
    def near(self) -> frozenset[StateCode]:
        """The States that are likely to be named: members, observers and whoever came."""
        return frozenset(one.state.iso3 for one in self.delegations)

    def said_in(self, words: Catalog) -> str:
        """The numbers: "Present 41 of 63 members · 9 observers · 3 of them online"."""
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
        online = sum(one.online for one in self.delegations)
        if online:
            said.append(words.ngettext("{n} of them online", "{n} of them online", online).format(n=online))
        return " · ".join(said)
