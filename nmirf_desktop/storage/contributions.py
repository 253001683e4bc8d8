"""Contributions to the virtual knowledge hub on disk."""

import datetime

import sqlalchemy as sa

from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

CONTRIBUTIONS = Rows(
    "hub_contribution",
    Contribution,
    prepared_on=sa.Column(index=True),
    state=of_state(indexed=True),
    practice=link("good_practice", indexed=True),
    sent_on=sa.Column(index=True),
    published_on=sa.Column(index=True),
)
_DAYS = ("prepared_on", "sent_on", "published_on")
"""The days by one of which a contribution is counted; each has its index."""


def counted_between(
    session: Session, first: datetime.date, last: datetime.date, on: datetime.date
) -> tuple[Contribution, ...]:
    """The contributions that on a day are counted by one of those from a *first* to a *last*, in their order."""
    found = {one.key: one for name in _DAYS for one in CONTRIBUTIONS.between(session, name, first, last)}
    counted = (one for one in found.values() if one.counts_in(first, last, on))
    return tuple(sorted(counted, key=lambda one: (one.counted_on(on), one.key)))


def years_counted(session: Session) -> tuple[int, ...]:
    """The years in which a contribution may be counted, the latest first; read from the indexes alone."""
    columns = (CONTRIBUTIONS.table.c[name] for name in _DAYS)
    years = [sa.select(sa.func.substr(sa.cast(one, sa.String), 1, 4)).where(one.is_not(None)) for one in columns]
    found = session.connection.execute(sa.union(*years)).scalars()
    return tuple(sorted((int(one) for one in found), reverse=True))
