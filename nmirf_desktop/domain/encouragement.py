"""States that are not members: what was done for each, and their way from neither to observer to member.

*Vision* (R41): the Network invites States without an NMIRF to its meetings; *Objectives*, 1: it encourages the creation
of mechanisms. Which of the States that are not members have a mechanism the register does not know, and nothing says.
"""

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.members import Membership, MembershipKind
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Answer, Invitee
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_

FAR = N_("A contact is noted once it took place: {day} is still to come.")


@dataclass(frozen=True, slots=True)
class Contact:
    """A note of a contact with a State about its mechanism: on which day, *noted_by* whom in function, and what of it.

    It is the secretariat’s own and is printed nowhere.
    """

    key: Key
    state: StateCode
    on: datetime.date
    noted_by: str
    text: str


def check_contact(contact: Contact, today: datetime.date) -> None:
    """A contact has been, with words and the function of who had it. Raises ``Problem``."""
    if contact.on > today:
        raise Problem(FAR, {"day": contact.on}, "on")
    if not contact.noted_by.strip():
        raise Problem(N_("Say who had the contact, by function: Coordinator, Rapporteur …"), field_name="noted_by")
    if not contact.text.strip():
        raise Problem(N_("Say what the contact was about."), field_name="text")


class Came(StrEnum):
    """What became of an invitation of a State to a meeting."""

    CAME = "came"
    AWAITED = "awaited"
    TO_COME = "to_come"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    UNKNOWN = "unknown"


CAME_LABELS = {
    Came.CAME: N_("came"),
    Came.AWAITED: N_("no answer yet"),
    Came.TO_COME: N_("will attend"),
    Came.APOLOGIES: N_("sent apologies"),
    Came.ABSENT: N_("did not come"),
    Came.UNKNOWN: N_("presence was not noted"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation of a State to a meeting, and what became of it."""

    invitee: Invitee
    meeting: Meeting
    came: Came


def what_became(invitee: Invitee, meeting: Meeting, present: frozenset[StateCode] | None, on: datetime.date) -> Came:
    """Whether an invited State came to a meeting, as of a day; *present* is ``None`` where presence was not noted.

    Who is noted as present came, whatever was answered.
    """
    held = meeting.closes_on < on or (present is not None and meeting.opens_on <= on)
    if held and present is not None and invitee.state in present:
        return Came.CAME
    if invitee.answer is Answer.APOLOGIES:
        return Came.APOLOGIES
    if meeting.closes_on >= on:
        return Came.AWAITED if invitee.answer is Answer.AWAITED else Came.TO_COME
    return Came.UNKNOWN if present is None else Came.ABSENT


@dataclass(frozen=True, slots=True)
class Encouraged:
    """A State that is no member on a day, and how often something was done for it until then.

    *membership* is the one as observer, where it is one. *asked* counts the invitations, *came* the meetings at which
    it was there; *supported* how often OHCHR gave it support; *last_on* is the last day of any of these but a
    meeting.
    """

    state: State
    membership: Membership | None = None
    asked: int = 0
    came: int = 0
    activities: int = 0
    contacts: int = 0
    supported: int = 0
    last_on: datetime.date | None = None

    @property
    def key(self) -> StateCode:
        """The State’s code."""
        return self.state.iso3


@dataclass(frozen=True, slots=True)
class Encouragements:
    """All that was done for one State until a day, the latest first, and its memberships in their order."""

    asked: tuple[Asked, ...] = ()
    activities: tuple[Activity, ...] = ()
    contacts: tuple[Contact, ...] = ()
    passages: tuple[Membership, ...] = ()
    supported: tuple[OhchrSupport, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How many States were members and observers at the end of a *year*, or on the day in the current one."""

    year: int
    members: int
    observers: int


def curve(memberships: Sequence[Membership], first: datetime.date, on: datetime.date) -> tuple[Standing, ...]:
    """*Membership*, R2, R10: members and observers year by year, from that of a *first* day to that of a day."""
    years = range(first.year, on.year + 1)
    days = [min(datetime.date(year, 12, 31), on) for year in years]
    grown = {kind: [0] * (len(days) + 1) for kind in MembershipKind}
    for one in memberships:
        begins = bisect_left(days, one.period.start)
        grown[one.kind][begins] += 1
        grown[one.kind][max(begins, len(days) if one.period.end is None else bisect_left(days, one.period.end))] -= 1
    counted = (accumulate(grown[kind]) for kind in (MembershipKind.MEMBER, MembershipKind.OBSERVER))
    return tuple(Standing(*each) for each in zip(years, *counted, strict=False))


def is_last_of_year(on: datetime.date) -> bool:
    """Whether a year is over with a day."""
    return (on.month, on.day) == (12, 31)


@dataclass(frozen=True, slots=True)
class Passage:
    """A State that passed from neither to observer, or to member, on a day; *before* is ``None`` for neither."""

    state: StateCode
    on: datetime.date
    before: MembershipKind | None
    after: MembershipKind


def passages(memberships: Iterable[Membership], first: datetime.date, last: datetime.date) -> tuple[Passage, ...]:
    """*Membership*, R8, R10: who became observer or member in a period, in the order of the days."""
    held = sorted(memberships, key=lambda one: one.period.start)
    found = []
    for one in held:
        if first <= one.period.start <= last:
            eve = one.period.start - datetime.timedelta(days=1)
            before = next((other.kind for other in held if other.state == one.state and other.period.holds(eve)), None)
            found.append(Passage(one.state, one.period.start, before, one.kind))
    return tuple(found)
