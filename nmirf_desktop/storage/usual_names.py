"""How States are called beside their official names – Kenia, Holland, Birmanie –, as the program ships it."""

from collections.abc import Mapping
from functools import cache

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.paths import bundled

ALIASES = "resources/aliases.csv"


@cache
def usual_names() -> Mapping[StateCode, tuple[str, ...]]:
    """The usual, informal and former names of each State, in three languages."""
    from nmirf_desktop.domain.recognition import parse_aliases

    found: dict[StateCode, tuple[str, ...]] = {}
    for alias in parse_aliases(bundled(ALIASES).read_text(encoding="utf-8")):
        found[alias.iso3] = (*found.get(alias.iso3, ()), alias.name)
    return found
