"""Good practices, and with whom each was shared, on disk."""

import datetime
from collections.abc import Iterator

import sqlalchemy as sa

from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.participants import PartnerRows
from nmirf_desktop.storage.past_rows import past
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


def numbers_given(session: Session, year: int) -> dict[int, Key]:
    """Each number that a practice of a year has, or ever had, with the practice: also one that was struck out since."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    given = {one.number: one.key for one in _before(session) if one.recorded_on.year == year}
    return given | {one.number: one.key for one in GOOD_PRACTICES.between(session, "recorded_on", first, last)}


def numbers_ever(session: Session) -> tuple[tuple[int, int, Key], ...]:
    """:func:`numbers_given` of all years: year, number, and practice."""
    every = (*_before(session), *GOOD_PRACTICES.all(session))
    return tuple((one.recorded_on.year, one.number, one.key) for one in every)


def _before(session: Session) -> Iterator[GoodPractice]:
    """What practices were before one was struck out, or came to another year."""
    line = LINES.table.c
    own = (
        (line.table_name == GOOD_PRACTICES.name) & line.field.in_(("number", "recorded_on")) & line.before.is_not(None)
    )
    left = session.connection.execute(sa.select(line.row_key).where(own).distinct()).scalars().all()
    stood = (one.value for values in past(session, GOOD_PRACTICES, left).values() for one in values)
    return (one for one in stood if one is not None)


def years_recorded(session: Session, until: datetime.date) -> tuple[int, ...]:
    """The years in which a practice was recorded by a day, the latest first; read from the index alone."""
    day = GOOD_PRACTICES.table.c.recorded_on
    year = sa.func.substr(sa.cast(day, sa.String), 1, 4)
    found = session.connection.execute(sa.select(year).where(day <= until).distinct()).scalars()
    return tuple(sorted(map(int, found), reverse=True))
