"""Good practices, and with whom each was shared, on disk."""

import datetime

import sqlalchemy as sa

from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.past_rows import past
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

GOOD_PRACTICES = Rows(
    "good_practice",
    GoodPractice,
    state=of_state(indexed=True),
    recorded_on=sa.Column(index=True),
)
SHARINGS = Rows(
    "practice_sharing",
    Sharing,
    practice=link("good_practice", indexed=True),
    shared_on=sa.Column(index=True),
    partner=link("partner", indexed=True),
)


def numbers_given(session: Session, year: int) -> dict[int, Key]:
    """Each number that a practice of a year has, or ever had, with the practice: also one that was struck out since."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    line = LINES.table.c
    own = (
        (line.table_name == GOOD_PRACTICES.name) & line.field.in_(("number", "recorded_on")) & line.before.is_not(None)
    )
    left = session.connection.execute(sa.select(line.row_key).where(own).distinct()).scalars().all()
    before = (one.value for stood in past(session, GOOD_PRACTICES, left).values() for one in stood)
    given = {one.number: one.key for one in before if one is not None and one.recorded_on.year == year}
    return given | {one.number: one.key for one in GOOD_PRACTICES.between(session, "recorded_on", first, last)}
