"""Who is present at a moment, and who took part in a meeting: presence informs a vote and never bars one."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

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
MOMENT = datetime.timedelta(microseconds=1)


Span = tuple[datetime.datetime, datetime.datetime | None]
"""When a sitting was opened, and closed."""


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


def by_taking_part(before: PresenceKind | None) -> PresenceKind | None:
    """(silent; part E) R17: who answers or speaks is present from that minute; ``None`` where it is already."""
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


def attended(events: Iterable[PresenceEvent], openings: Collection[Span] = ()) -> frozenset[StateCode]:
    """The delegations that were present, but for those whose presence was noted and taken back at once.

    "All are present, then the exceptions" notes many arrivals at one moment, and takes some of them back within
    :data:`EXCEPTIONS`; an arrival noted alone by a slip of the key is taken back within :data:`SLIP`. Neither is an
    attendance. Where all were noted before a sitting was opened, the time runs from its opening, and once the next one
    is opened, who was there in the one before stays so: *openings* are those of the sittings, each with its end. A
    connection that is lost takes nothing back, and whoever speaks or votes was there whatever is noted
    (:attr:`~nmirf_desktop.domain.recorded.RecordedMeeting.attended`).
    """
    noted = sorted(events, key=lambda one: (one.at, one.key))
    together = _together(noted)
    came: dict[StateCode, datetime.datetime | None] = {}
    """Until when a presence can be taken back and was none, ``None`` once it stands for good."""
    for event in noted:
        until = came.get(event.state)
        if event.kind in ARRIVALS:
            among = event.at in together
            until = _begun(event.at, openings) + EXCEPTIONS if among else event.at + SLIP
            came.setdefault(event.state, min(until, _before_the_next(event.at, openings, until)))
        elif event.kind is PresenceKind.CONNECTION_LOST and event.state in came:
            came[event.state] = None
        elif until is not None and event.at <= until:
            del came[event.state]
        elif until is not None:
            came[event.state] = None
    return frozenset(came)


def in_the_room(events: Iterable[PresenceEvent], openings: Collection[Span] = ()) -> frozenset[StateCode]:
    """The delegations that were present in person: as :func:`attended`, where to come online is to leave the room."""
    left = PresenceKind.LEFT
    return attended((replace(one, kind=left) if one.kind in ONLINE else one for one in events), openings)


def noted_with_others(events: Iterable[PresenceEvent]) -> Mapping[StateCode, datetime.datetime]:
    """The delegations that were never noted alone as present, each with the last moment at which it was with others.

    That is how "all are present" notes who is not there, where nobody took it back.
    """
    noted = [one for one in events if one.kind in ARRIVALS]
    together = _together(noted)
    alone = {one.state for one in noted if one.at not in together}
    return {one.state: one.at for one in sorted(noted, key=lambda one: one.at) if one.state not in alone}


def _together(events: Iterable[PresenceEvent]) -> frozenset[datetime.datetime]:
    """The moments at which more than one delegation was noted as present."""
    number = Counter(event.at for event in events if event.kind in ARRIVALS)
    return frozenset(at for at, count in number.items() if count > 1)


def _begun(at: datetime.datetime, openings: Iterable[Span]) -> datetime.datetime:
    """A moment within a sitting, or the opening of the next one; after the last it stays as it is."""
    ahead = [opened for opened, closed in openings if closed is None or closed > at]
    return max(at, min(ahead, default=at))


def _before_the_next(at: datetime.datetime, openings: Iterable[Span], until: datetime.datetime) -> datetime.datetime:
    """The last moment before the sitting is opened that follows the one in which, or before which, *at* lies."""
    begun = _begun(at, tuple(openings))
    return min((opened - MOMENT for opened, _ in openings if opened > begun), default=until)


def carried_over(events: Iterable[PresenceEvent], openings: Collection[Span]) -> frozenset[StateCode]:
    """Who is noted as present in the sitting opened last only because it was so when the one before closed."""
    before = sorted(openings, key=lambda one: one[0])[:-1]
    risen = before[-1][1] if before else None
    if risen is None:
        return frozenset()
    known = tuple(events)
    since = {one.state for one in known if one.at > risen}
    return present(known, risen) - since


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

    @property
    def away(self) -> Mapping[StateCode, Delegation]:
        """The delegations that are not there; where nobody is noted as present, nothing is known, and none is."""
        known = any(one.present for one in self.delegations)
        return {one.state.iso3: one for one in self.delegations if known and not one.present}

    def absent(self, state: StateCode) -> bool:
        """Whether a State is not noted as present although presence is noted; where nobody is, nothing is known."""
        there = {one.state.iso3 for one in self.delegations if one.present}
        return bool(there) and state not in there

    def lost(self, state: StateCode) -> bool:
        """Whether a State is online and its connection is lost."""
        return any(one.state.iso3 == state and one.presence is PresenceKind.CONNECTION_LOST for one in self.delegations)

    @property
    def observers(self) -> frozenset[StateCode]:
        """The observers of the Network on the day of the meeting."""
        return frozenset(one.state.iso3 for one in self.delegations if one.kind is MembershipKind.OBSERVER)

    def member(self, state: StateCode) -> bool:
        """Whether a State is a member of the Network on the day of the meeting."""
        return any(one.state.iso3 == state and one.kind is MembershipKind.MEMBER for one in self.delegations)

    def said_in(self, words: Catalog) -> str:
        """The numbers: "41 members present of 63 · 9 observers · 3 delegations online"."""
        members, there = self.number(MembershipKind.MEMBER), self.number(MembershipKind.MEMBER, present=True)
        frame = words.ngettext("{there} member present of {n}", "{there} members present of {n}", there)
        said = [frame.format(there=there, n=members)]
        for kind, number in ((kind, self.number(kind, present=True)) for kind in (MembershipKind.OBSERVER, None)):
            if number and kind is None:
                said.append(words.ngettext("{n} guest", "{n} guests", number).format(n=number))
            elif number:
                said.append(words.ngettext("{n} observer", "{n} observers", number).format(n=number))
        online = sum(one.online for one in self.delegations)
        if online:
            said.append(words.ngettext("{n} delegation online", "{n} delegations online", online).format(n=online))
        return " · ".join(said)
