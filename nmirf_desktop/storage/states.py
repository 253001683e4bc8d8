"""States, their renamings and regroupings, and the organisation's settings on disk."""

import sqlalchemy as sa

from nmirf_desktop.domain.floor import SPEAKING_MINUTES
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import State
from nmirf_desktop.storage.base import STATE, of_state
from nmirf_desktop.storage.rows import Rows

STATES = Rows(
    "state",
    State,
    iso3=sa.Column(STATE),
    iso2=sa.Column(sa.String(2), unique=True),
    m49=sa.Column(sa.String(3)),
    group=sa.Column("regional_group"),
)
RENAMINGS = Rows("renaming", Renaming, state=of_state(indexed=True))
REGROUPINGS = Rows("regrouping", Regrouping, state=of_state(indexed=True), group=sa.Column("regional_group"))
ORGANISATION = Rows(
    "organisation",
    Organisation,
    signed_minutes=sa.Column(server_default="1"),
    signed_decisions=sa.Column(server_default="0"),
    signed_compliance=sa.Column(server_default="0"),
    annual_symbol=sa.Column(server_default="{prefix}/{year}"),
    extraordinary_symbol=sa.Column(server_default="{prefix}/{year}/EX{number}"),
    committee_symbol=sa.Column(server_default="{prefix}/EC/{year}"),
    speaking_minutes=sa.Column(server_default=str(SPEAKING_MINUTES)),
    email=sa.Column(server_default=""),
)
