"""Memberships, communications, mechanisms and focal points on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership
from nmirf_desktop.storage.base import LISTED, link, of_state
from nmirf_desktop.storage.rows import Rows

MEMBERSHIPS = Rows(
    "membership",
    Membership,
    state=of_state(indexed=True),
    communication=link("communication"),
    reference=sa.Column(server_default=""),
    leaving_reference=sa.Column(server_default=""),
)
COMMUNICATIONS = Rows("communication", Communication, state=of_state(indexed=True))
MECHANISMS = Rows(
    "mechanism",
    Mechanism,
    state=of_state(indexed=True),
    address=sa.Column(server_default=""),
    emails=sa.Column("email", LISTED, server_default=""),
    telephones=sa.Column("telephone", LISTED, server_default=""),
)
FOCAL_POINTS = Rows(
    "focal_point",
    FocalPoint,
    state=of_state(indexed=True),
    person=link("person", indexed=True),
    meeting=link("meeting", indexed=True),
)
