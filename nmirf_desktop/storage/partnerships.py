"""Partnerships, and what was done with partners, on disk."""

import datetime
from typing import NamedTuple, TypeVar

import sqlalchemy as sa

from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.storage.base import link
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.participants import INVITEES, PartnerRows
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

_Dated = TypeVar("_Dated", CooperationNote, OhchrSupport)

PARTNERSHIPS = PartnerRows("partnership", Partnership, partner=link("partner", indexed=True))
NOTES = PartnerRows("cooperation_note", CooperationNote, partner=link("partner", indexed=True))


def last_days(session: Session, until: datetime.date) -> dict[Key, datetime.date]:
    """The last day until another one on which something was done with each partner; no text is read."""
    found: dict[Key, datetime.date] = {}
    for rows in (NOTES, SUPPORT):
        own = rows.table.c
        asked = sa.select(own.partner, sa.func.max(own.on, type_=own.on.type)).where(own.on <= until)
        for partner, day in session.connection.execute(asked.group_by(own.partner)):
            found[partner] = max(day, found.get(partner, day))
    return found


def within(session: Session, rows: Rows[_Dated], days: Period) -> tuple[_Dated, ...]:
    """Of what was done with partners on a day each, that of some days, in their order; nothing else is read."""
    own = rows.table.c
    asked = sa.select(own.key).where(own.on >= days.start)
    if days.end is not None:
        asked = asked.where(own.on < days.end)
    found = session.connection.execute(asked).scalars()
    return tuple(sorted(rows.among(session, found).values(), key=lambda one: (one.on, one.key)))


class Answered(NamedTuple):
    """What a partner answered to the invitation to a meeting."""

    partner: Key
    meeting: Key
    answer: Answer
    on: datetime.date | None


def answers_of_partners(session: Session) -> list[Answered]:
    """What partners answered to all invitations; those of States, which are many, are not read."""
    own = INVITEES.table.c
    asked = sa.select(own.partner, own.meeting, own.answer, own.answered_on).where(own.partner.is_not(None))
    return [Answered(*row) for row in session.connection.execute(asked)]
