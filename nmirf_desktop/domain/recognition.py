"""Which State a text names: by code, by any official name in three languages, or by a usual or former name.

Accents, capitals, apostrophes, hyphens, spaces and a leading article are free; nothing else is guessed. A name that
two States could claim is refused with the States that it may mean, and near names are offered, never taken.
"""

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.naming import formal_name, name
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.i18n.folding import folded

_ARTICLES = frozenset({"the", "le", "la", "les", "l", "el", "los", "las"})
_FREE = frozenset(".,()&'")
"""Signs that may be written or left out, beside spaces, dashes and invisible signs; any other makes another name."""
_ISO2, _ISO3 = 2, 3
_SHOWN = 60
"""The most signs of an unknown text that a message repeats."""
_NEAR = 80
"""The least likeness, of 100, of a name that is offered."""


class AliasKind(StrEnum):
    """Why a name that is not official names a State."""

    USUAL = "usual"
    INFORMAL = "informal"
    FORMER = "former"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Alias:
    """A name under which a State is known. An ambiguous name has one row for each State that it may mean."""

    iso3: str
    language: Language
    name: str
    kind: AliasKind


def parse_aliases(text: str) -> tuple[Alias, ...]:
    """The names of the shipped table ``resources/aliases.csv``.

    Raises ``KeyError`` or ``ValueError`` where the table lacks a column or holds an unknown language or kind.
    """
    return tuple(
        Alias(row["iso3"], Language(row["language"]), row["name"], AliasKind(row["kind"]))
        for row in csv.DictReader(io.StringIO(text))
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """States of which one is meant: said as "A, B or C"."""

    states: tuple[State, ...]

    def said_in(self, words: Catalog) -> str:
        """The names with their articles, joined by *or*."""
        return words.disjunction(name(state, words.language).the for state in self.states)


class UnknownState(Problem):
    """A text that names no Member State of the United Nations."""

    def __init__(self, text: str) -> None:
        message = N_("No Member State of the United Nations is called “{name}”.") if text else N_("A State is missing.")
        super().__init__(message, {"name": _shown(text)}, "state")


class AmbiguousState(Problem):
    """A text that may name several States; ``candidates`` are these."""

    def __init__(self, text: str, candidates: tuple[State, ...]) -> None:
        message = N_("“{name}” may mean {states}: please write which.")
        super().__init__(message, {"name": _shown(text), "states": Choice(candidates)}, "state")
        self.candidates = candidates


def fold(text: str) -> str:
    """A name as it is compared: folded, closed up, without a leading article and the free signs."""
    parts = folded(text).translate(_BLANKED).split()
    if len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    return "".join(parts)


class _Blanked(dict[int, str]):
    """What stands for each sign when a name is compared, found out once: a blank for those that are free."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = " " if sign in _FREE or unicodedata.category(sign) == "Pd" else sign
        return self[code]


_BLANKED = _Blanked()


class Gazetteer:
    """All names of all States, indexed once. Aliases of States that are not among *states* are left aside.

    An official name goes before an alias ("Congo" is the Congo); a key that two States claim alike is ambiguous.
    """

    def __init__(self, states: Iterable[State], aliases: Iterable[Alias]) -> None:
        self._states = {state.iso3: state for state in states}
        self._iso2 = {state.iso2: state for state in self._states.values()}
        official = _claims((text, state) for state in self._states.values() for text in _official(state))
        usual = _claims((alias.name, self._states[alias.iso3]) for alias in aliases if alias.iso3 in self._states)
        self._named = usual | official

    def find(self, text: str) -> State:
        """The State that a text names. Raises ``UnknownState`` or ``AmbiguousState``."""
        coded = self._by_code(text.strip())
        if coded:
            return coded
        claimants = self._named.get(fold(text), ())
        if len(claimants) > 1:
            raise AmbiguousState(text.strip(), claimants)
        if not claimants:
            raise UnknownState(text.strip())
        return claimants[0]

    def candidates(self, text: str, most: int = 5) -> tuple[State, ...]:
        """States to offer for a text: what it names, begins or nearly spells, likeliest first. Never a decision."""
        key = fold(text)
        if not key:
            return ()
        coded = self._by_code(text.strip())
        found = [coded] if coded else [*self._named.get(key, ())]
        for begun in sorted((known for known in self._named if known.startswith(key)), key=lambda one: (len(one), one)):
            found += self._named[begun]
        return tuple(dict.fromkeys((*found, *self._near(key, most))))[:most]

    def _near(self, key: str, most: int) -> Iterator[State]:
        from rapidfuzz import fuzz, process

        for hit in process.extract(key, self._named.keys(), scorer=fuzz.ratio, limit=3 * most, score_cutoff=_NEAR):
            yield from self._named[hit[0]]

    def _by_code(self, text: str) -> State | None:
        """The State of an ISO code: two letters alike in case, or three in any."""
        if not (text.isascii() and text.isalpha()):
            return None
        if len(text) == _ISO2 and (text.isupper() or text.islower()):
            return self._iso2.get(text.upper())
        return self._states.get(text.upper()) if len(text) == _ISO3 else None


def _official(state: State) -> Iterator[str]:
    """The official names of a State, bracketed ones in both orders: also "Peru (Republic of)"."""
    for language in Language:
        yield state.short[language]
        yield state.formal[language]
        yield name(state, language).the
        yield formal_name(state, language).bare
        short, formal = fold(state.short[language]), fold(state.formal[language])
        if formal.endswith(short):
            yield short + formal.removesuffix(short)


def _claims(named: Iterable[tuple[str, State]]) -> dict[str, tuple[State, ...]]:
    """Under each folded name the States that claim it."""
    claims: defaultdict[str, dict[State, None]] = defaultdict(dict)
    for text, state in named:
        claims[fold(text)][state] = None
    return {key: tuple(claimants) for key, claimants in claims.items()}


def _shown(text: str) -> str:
    """A text as a message repeats it: one line, of bounded length."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
