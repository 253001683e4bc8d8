"""Partnerships, and what was done with partners, on disk."""

import datetime

import sqlalchemy as sa

from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.base import LISTED, link
from nmirf_desktop.storage.ohchr_support import SUPPORT
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

PARTNERSHIPS = Rows(
    "partnership",
    Partnership,
    partner=link("partner", indexed=True),
    contacts=sa.Column(LISTED),
)
NOTES = Rows("cooperation_note", CooperationNote, partner=link("partner", indexed=True))


def last_days(session: Session, until: datetime.date) -> dict[Key, datetime.date]:
    """The last day until another one on which something was done with each partner; no text is read."""
    found: dict[Key, datetime.date] = {}
    for rows in (NOTES, SUPPORT):
        own = rows.table.c
        asked = sa.select(own.partner, sa.func.max(own.on, type_=own.on.type)).where(own.on <= until)
        for partner, day in session.connection.execute(asked.group_by(own.partner)):
            found[partner] = max(day, found.get(partner, day))
    return found
