"""States, their renamings and regroupings, and the organisation's settings on disk."""

from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.states import State
from nmirf_desktop.storage.base import STATE, Kind, Special, of_state
from nmirf_desktop.storage.rows import Rows

GROUP = Special(name="regional_group")

STATES = Rows(
    "state",
    State,
    iso3=Special(kind=STATE),
    iso2=Special(kind=Kind("VARCHAR", 2), unique=True),
    m49=Special(kind=Kind("VARCHAR", 3)),
    group=GROUP,
)
RENAMINGS = Rows("renaming", Renaming, state=of_state(indexed=True))
REGROUPINGS = Rows("regrouping", Regrouping, state=of_state(indexed=True), group=GROUP)
ORGANISATION = Rows("organisation", Organisation)
