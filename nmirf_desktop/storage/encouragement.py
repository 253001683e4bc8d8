"""Notes of contacts with States that are not members, on disk; and how often something was done for each State."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from nmirf_desktop.domain.attendance import ARRIVALS
from nmirf_desktop.domain.encouragement import Contact
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.storage.activities import ACTIVITIES, TAKING_PART
from nmirf_desktop.storage.base import of_state
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import PRESENCE

CONTACTS = Rows("encouragement", Contact, state=of_state(indexed=True))


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something was done for a State, and the last day on which it was."""

    number: int
    last_on: datetime.date


def _by_state(
    session: Session, state: sa.Column[str], day: sa.Column[datetime.date], of: sa.FromClause, on: datetime.date
) -> Mapping[StateCode, Counted]:
    """The rows of a table by their States, those of a later day left out."""
    found = sa.select(state, sa.func.count(), sa.func.max(day, type_=day.type)).select_from(of)
    told = session.connection.execute(found.where(state.is_not(None), day <= on).group_by(state))
    return {code: Counted(number, last) for code, number, last in told}


def invited(session: Session, on: datetime.date) -> Mapping[StateCode, Counted]:
    """How many invitations were sent to each State by a day."""
    columns = INVITEES.table.c
    return _by_state(session, columns.state, columns.invited_on, INVITEES.table, on)


def taken_part(session: Session, on: datetime.date) -> Mapping[StateCode, Counted]:
    """In how many activities each State took part that had begun by a day.

    All are counted in the index of States alone, less those still to begin; the last days are found from the latest
    activity back, as far as it takes: a list of fifty years reads little more than one of the last.
    """
    state, began = TAKING_PART.table.c.state, ACTIVITIES.table.c.begins_on
    counting = sa.select(state, sa.func.count()).where(state.is_not(None)).group_by(state)
    number = Counter({row[0]: row[1] for row in session.connection.execute(counting)})
    joined = TAKING_PART.table.join(ACTIVITIES.table, ACTIVITIES.table.c.key == TAKING_PART.table.c.activity)
    later = sa.select(state).select_from(joined).where(began > on)
    number.subtract(code for code in session.connection.execute(later).scalars() if code is not None)
    awaited, last = {code for code, count in number.items() if count}, dict[StateCode, datetime.date]()
    back = sa.select(state, began).select_from(joined).where(began <= on, state.is_not(None)).order_by(began.desc())
    if awaited:
        for code, day in session.connection.execute(back):
            last.setdefault(code, day)
            awaited.discard(code)
            if not awaited:
                break
    return {code: Counted(number[code], day) for code, day in last.items()}


def contacted(session: Session, on: datetime.date) -> Mapping[StateCode, Counted]:
    """How many contacts with each State are noted by a day."""
    columns = CONTACTS.table.c
    return _by_state(session, columns.state, columns.on, CONTACTS.table, on)


def supported(session: Session, on: datetime.date) -> Mapping[StateCode, Counted]:
    """How often OHCHR gave support to each State by a day."""
    columns = SUPPORT.table.c
    return _by_state(session, columns.state, columns.on, SUPPORT.table, on)


def noted(session: Session, state: StateCode) -> Mapping[Key, bool]:
    """Whether a State was noted as present, by the meetings to which it was invited and of which presence was noted."""
    asked, there = INVITEES.table.c, PRESENCE.table.c
    present = sa.and_(there.state == state, there.kind.in_(list(ARRIVALS)))
    invitations = sa.select(asked.meeting).where(asked.state == state)
    found = sa.select(there.meeting, sa.func.max(sa.case((present, 1), else_=0)))
    told = session.connection.execute(found.where(there.meeting.in_(invitations)).group_by(there.meeting))
    return {meeting: bool(came) for meeting, came in told}


def came(session: Session, on: datetime.date) -> Mapping[StateCode, int]:
    """At how many meetings each State was noted as present, of those to which it was invited and that had opened."""
    asked, there, meeting = INVITEES.table.c, PRESENCE.table.c, MEETINGS.table.c
    noted = sa.exists().where(
        there.meeting == asked.meeting, there.state == asked.state, there.kind.in_(list(ARRIVALS))
    )
    opened = INVITEES.table.join(MEETINGS.table, meeting.key == asked.meeting)
    found = sa.select(asked.state, sa.func.count()).select_from(opened)
    held = found.where(asked.state.is_not(None), asked.invited_on <= on, meeting.opens_on <= on, noted)
    return {row[0]: row[1] for row in session.connection.execute(held.group_by(asked.state))}
