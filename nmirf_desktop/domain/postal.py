"""Postal addresses: whether one ends with a country, and how it is printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nmirf_desktop.domain.place_names import cities
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.cldr import territory_names
from nmirf_desktop.i18n.folding import folded

USUAL = frozenset({"uk", "u k", "usa", "u s a", "us", "england", "scotland", "wales", "great britain"})
"""What is written on envelopes for a country and is the name of none."""
JOINED = frozenset({
    "de", "del", "la", "el", "las", "los", "le", "les", "l", "d", "du", "des", "of", "new", "nueva", "nuevo", "nouveau",
    "nouvelle",
})  # fmt: skip
"""Before the name of a country these make it part of another: Ciudad de México, New Jersey, avenue de France."""
STREETS = frozenset({
    "street", "road", "avenue", "av", "ave", "lane", "square", "boulevard", "blvd", "rue", "place", "quai", "chemin",
    "route", "calle", "avenida", "plaza", "paseo", "carrera", "jiron", "rua", "praca", "via", "strasse",
})  # fmt: skip
NAMESAKES = frozenset({"georgia", "georgie"})
"""Countries after whose names places elsewhere are called that stand behind a comma, too: Atlanta, Georgia."""
_APART = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A postal address as it is printed; *ends* tells whether it ended with a country, *added* which was put there."""

    lines: tuple[str, ...]
    ends: bool = True
    added: str = ""

    @property
    def text(self) -> str:
        """The address, a line each."""
        return "\n".join(self.lines)


def country_names(states: Iterable[State]) -> frozenset[str]:
    """The names of countries in three languages, as they are compared: those of CLDR and the UN’s of States."""
    of_states = (names[one] for state in states for names in (state.short, state.formal) for one in Language)
    of_territories = (name for language in Language for name in territory_names(language))
    return USUAL | {_plain(name) for name in (*of_states, *of_territories)}


def printed(postal: str, state: State | None, reads: Language, names: frozenset[str]) -> Printed:
    """An address as it is printed for somebody of a *state* who reads a language.

    The country is the last line. Where that names none of the *names*, the State is put under it, as who lives abroad
    writes the country; not where the address names the State elsewhere, such as a mission of it, nor where it is not
    plain whether it ends with a country.
    """
    lines = tuple(line.strip() for line in postal.splitlines() if line.strip())
    if state is None or not lines:
        return Printed(lines)
    own = {_plain(state.short[language]) for language in Language}
    ends = _ends_with(lines[-1], names | own)
    if ends:
        return Printed(lines)
    whole = f" {_plain(postal)} "
    if ends is None or any(f" {name} " in whole for name in own):
        return Printed(lines, ends=False)
    return Printed((*lines, state.short[reads]), ends=False, added=state.short[reads])


def _ends_with(line: str, names: frozenset[str]) -> bool | None:
    """Whether a line is the name of a country, or ends with one: “1202 Geneva, Switzerland”; ``None`` if it may.

    The name is all of it, or stands behind a comma or in brackets, or behind a city that is known or has a postcode.
    """
    parts = [part for one in re.split(r"[,;/()]| [–—-] ", line) if (part := _plain(one))]
    if _plain(line) in names or not parts:
        return bool(parts)
    last = _without_figures(parts[-1])
    behind = {*parts[1:], last} if len(parts) > 1 or last != parts[-1] else set()
    if found := behind & names:
        sure = found - NAMESAKES or (len(parts) > 1 and _without_figures(parts[-2]) in _cities())
        return True if sure else None
    return _is_behind_a_city(parts[-1], names)


def _is_behind_a_city(part: str, names: frozenset[str]) -> bool | None:
    """Whether words end with the name of a country behind that of a city; ``None`` if it may be the country."""
    told = part.split()
    if _without_figures(part) in _cities():
        return False
    for first in range(1, len(told)):
        before, name = told[:first], " ".join(told[first:])
        if name in names:
            if before[-1] in JOINED or not STREETS.isdisjoint(before):
                return False
            known = _without_figures(" ".join(before)) in _cities() or any(one.isdigit() for one in before)
            return True if known or before == ["the"] else None
    return False


def _without_figures(part: str) -> str:
    return " ".join(one for one in part.split() if not any(map(str.isdigit, one)))


@cache
def _cities() -> frozenset[str]:
    """The cities that are known, as names are compared here."""
    return frozenset(_plain(one) for names in cities() for one in names)


def _plain(name: str) -> str:
    return _APART.sub(" ", folded(name)).strip()
