"""People on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.people import Person
from nmirf_desktop.storage.base import LISTED, of_state
from nmirf_desktop.storage.rows import Rows

PEOPLE = Rows(
    "person",
    Person,
    state=of_state(indexed=True),
    emails=sa.Column("email", LISTED),
    telephones=sa.Column("telephone", LISTED),
    form_of_address=sa.Column(server_default="plain"),
    address=sa.Column(server_default=""),
)
