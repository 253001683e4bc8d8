"""Good practices, and with whom each was shared, on disk."""

import datetime

import sqlalchemy as sa

from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.participants import PartnerRows
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

GOOD_PRACTICES = Rows(
    "good_practice",
    GoodPractice,
    state=of_state(indexed=True),
    recorded_on=sa.Column(index=True),
)
SHARINGS = PartnerRows(
    "practice_sharing",
    Sharing,
    practice=link("good_practice", indexed=True),
    shared_on=sa.Column(index=True),
    partner=link("partner", indexed=True),
)


def years_recorded(session: Session, until: datetime.date) -> tuple[int, ...]:
    """The years in which a practice was recorded by a day, the latest first; read from the index alone."""
    day = GOOD_PRACTICES.table.c.recorded_on
    year = sa.func.substr(sa.cast(day, sa.String), 1, 4)
    found = session.connection.execute(sa.select(year).where(day <= until).distinct()).scalars()
    return tuple(sorted(map(int, found), reverse=True))
