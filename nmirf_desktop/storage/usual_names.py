"""How States are called beside their official names – Kenia, Holland, Birmanie –, as the program ships it."""

from collections.abc import Mapping
from functools import cache

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

ALIASES, STATES = "resources/aliases.csv", "resources/states.csv"


@cache
def usual_names() -> Mapping[StateCode, tuple[str, ...]]:
    """The usual, informal and former names of each State, in three languages."""
    from nmirf_desktop.domain.recognition import parse_aliases

    found: dict[StateCode, tuple[str, ...]] = {}
    for alias in parse_aliases(bundled(ALIASES).read_text(encoding="utf-8")):
        found[alias.iso3] = (*found.get(alias.iso3, ()), alias.name)
    return found


@cache
def every_name() -> Mapping[StateCode, tuple[str, ...]]:
    """The official and the other names of each of the 193 States, in three languages."""
    from nmirf_desktop.domain.states import parse_states

    states = parse_states(bundled(STATES).read_text(encoding="utf-8"))
    return {
        one.iso3: tuple(names[language] for names in (one.short, one.formal) for language in Language)
        + usual_names().get(one.iso3, ())
        for one in states
    }
