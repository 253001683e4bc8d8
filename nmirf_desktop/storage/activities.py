"""Activities with who took part in them, on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.activities import Activity, TakingPart
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.participants import PartnerRows
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

ACTIVITIES = Rows("activity", Activity, begins_on=sa.Column(index=True), meeting=link("meeting", indexed=True))
TAKING_PART = PartnerRows(
    "activity_participant",
    TakingPart,
    activity=link("activity", indexed=True),
    state=of_state(indexed=True),
    partner=link("partner", indexed=True),
)


def years_of(session: Session) -> tuple[int, ...]:
    """The years in which an activity began, the latest first; read from the index alone."""
    began = ACTIVITIES.table.c.begins_on
    year = sa.func.substr(sa.cast(began, sa.String), 1, 4)
    return tuple(
        sorted((int(one) for one in session.connection.execute(sa.select(year).distinct()).scalars()), reverse=True)
    )
