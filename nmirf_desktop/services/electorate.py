"""Who may decide at a moment of a meeting: the members on its local day, in calling order."""

import datetime

from nmirf_desktop.domain import casting
from nmirf_desktop.domain.meetings import Meeting, local
from nmirf_desktop.domain.membership_rules import members_on
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.store import Session


def day_of(meeting: Meeting, at: datetime.datetime) -> datetime.date:
    """The local day of a moment of the meeting."""
    return local(meeting, at).date()


def electorate_at(session: Session, meeting: Meeting, at: datetime.datetime) -> tuple[StateCode, ...]:
    """The members on the local day of a moment (R7)."""
    day = day_of(meeting, at)
    return members_on(MEMBERSHIPS.holding(session, day), day)


def calling_order(
    session: Session, meeting: Meeting, at: datetime.datetime, states: States, drawn: StateCode | None = None
) -> tuple[StateCode, ...]:
    """The electorate in English alphabetical order, from the State drawn by lot on (R19)."""
    named = states.on(day_of(meeting, at))
    return casting.roll_call_order([named[code] for code in electorate_at(session, meeting, at)], drawn)
