"""Good practices, and with whom each was shared, on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.storage.base import link, of_state
from nmirf_desktop.storage.participants import PartnerRows
from nmirf_desktop.storage.rows import Rows

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
