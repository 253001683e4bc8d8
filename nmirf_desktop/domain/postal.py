"""Postal addresses: whether one ends with a country, and how it is printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.cldr import territory_names
from nmirf_desktop.i18n.folding import folded

USUAL = frozenset({"uk", "u k", "usa", "u s a", "us", "england", "scotland", "wales", "great britain"})
"""What is written on envelopes for a country and is the name of none."""
CITIES = ("ciudad de", "city of", "ville de", "new", "nueva", "nuevo", "nouveau", "nouvelle")
"""Before the name of a country these make it that of another place: Ciudad de México, New Jersey."""
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
    writes the country; not where the address names the State elsewhere, such as a mission of it.
    """
    lines = tuple(line.strip() for line in postal.splitlines() if line.strip())
    if state is None or not lines:
        return Printed(lines)
    own = {_plain(state.short[language]) for language in Language}
    if _ends_with(lines[-1], names | own):
        return Printed(lines)
    whole = f" {_plain(postal)} "
    if any(f" {name} " in whole for name in own):
        return Printed(lines, ends=False)
    return Printed((*lines, state.short[reads]), ends=False, added=state.short[reads])


def _ends_with(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the name of a country, or ends with one: “1202 Geneva, Switzerland”."""
    if any(_plain(part) in names for part in re.split(r"[,;/()]", line)):
        return True
    told = _plain(line).split()
    for first in range(len(told)):
        before, name = " ".join(told[:first]), " ".join(told[first:])
        if name in names:
            return not any(f" {before}".endswith(f" {city}") for city in CITIES)
    return False


def _plain(name: str) -> str:
    return _APART.sub(" ", folded(name)).strip()
