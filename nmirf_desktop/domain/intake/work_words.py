"""What cells of a list of work hold beside texts and days: kinds, objectives by number or in words, several names."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from nmirf_desktop.domain.activities import KIND_LABELS, ActivityKind
from nmirf_desktop.domain.contributions import CONTRIBUTION_LABELS, ContributionKind
from nmirf_desktop.domain.good_practices import AREA_LABELS, Area
from nmirf_desktop.domain.intake.words import LANGUAGES, compared
from nmirf_desktop.domain.intake.work_synonyms import ALSO
from nmirf_desktop.domain.invitations import CAPACITY_LABELS, Capacity
from nmirf_desktop.domain.objectives import OBJECTIVE_BRIEFS, OBJECTIVE_LABELS, Objective
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, SupportKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import PARTNERSHIP_FORM_LABELS, PartnershipForm
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.i18n.folding import folded

T = TypeVar("T")
_JOINTS = re.compile(r"(\s*[;\n]\s*|\s*,\s*(?:(?:and|et|y|e)\s+)?|\s+(?:and|et|y|e|&|\+|/)\s+)")
"""What may stand between two names: a semicolon, a comma, a new line, "and" in any of the three languages."""
_BETWEEN = re.compile(r"\b(?:objectives?|objectifs?|objetivos?|and|et|y|no|nos|num)\b|[\s,;./&+:()\[\]°º–—-]+")
"""What may stand around objectives."""
_LONGEST = 12
"""A name is looked for in so many parts at most."""
PARTNER_KINDS = {kind: CAPACITY_LABELS[Capacity(kind.value)] for kind in PartnerKind}
"""What a partner may be, in words."""
LABELS: Mapping[type, Mapping[Any, str]] = {
    ActivityKind: KIND_LABELS,
    SupportKind: SUPPORT_LABELS,
    ContributionKind: CONTRIBUTION_LABELS,
    Area: AREA_LABELS,
    PartnershipForm: PARTNERSHIP_FORM_LABELS,
    PartnerKind: PARTNER_KINDS,
}
"""The words for each kind of kinds."""


def _said(labels: Mapping[T, str]) -> Mapping[str, T]:
    """The words for some values: the program's own in each language, the values themselves, and what offices write."""
    also = {
        compared(word.strip()): value
        for value in labels
        if isinstance(value, StrEnum)
        for word in ALSO.get(type(value), {}).get(value, "").split(";")
        if word.strip()
    }
    return {**also, **own_words(labels)}


def own_words(labels: Mapping[T, str]) -> Mapping[str, T]:
    """The program's own words for some values, in each language, and the values themselves."""
    own = {
        compared(catalog(language).gettext(label)): value for value, label in labels.items() for language in Language
    }
    return {**own, **{compared(str(value)): value for value in labels}}


@cache
def activity_kinds() -> Mapping[str, ActivityKind]:
    """What sort of activity each word means."""
    return _said(KIND_LABELS)


@cache
def support_kinds() -> Mapping[str, SupportKind]:
    """Which support each word means."""
    return _said(SUPPORT_LABELS)


@cache
def contribution_kinds() -> Mapping[str, ContributionKind]:
    """What each word means that is contributed."""
    return _said(CONTRIBUTION_LABELS)


@cache
def areas() -> Mapping[str, Area]:
    """Which area of the work each word means."""
    return _said(AREA_LABELS)


@cache
def forms() -> Mapping[str, PartnershipForm]:
    """Which form of a partnership each word means."""
    return _said(PARTNERSHIP_FORM_LABELS)


@cache
def partner_kinds() -> Mapping[str, PartnerKind]:
    """What each word means that a partner is."""
    return _said(PARTNER_KINDS)


@cache
def _objective_words() -> tuple[tuple[str, Objective], ...]:
    """The objectives in words, in each language, the longest words first."""
    found = {
        folded(catalog(language).gettext(labels[one])): one
        for labels in (OBJECTIVE_LABELS, OBJECTIVE_BRIEFS)
        for one in Objective
        for language in Language
    }
    return tuple(sorted(found.items(), key=lambda one: -len(one[0])))


def objectives_of(text: str) -> tuple[tuple[Objective, ...], str]:
    """*Objectives*, R42: which a text names, by their numbers or in words, in their order; and what it says beside."""
    rest, found = folded(text), set()
    for words, one in _objective_words():
        if words in rest:
            rest = rest.replace(words, " ")
            found.add(one)
    beside = []
    for part in _BETWEEN.sub(" ", rest).split():
        if part in set(Objective):
            found.add(Objective(part))
        else:
            beside.append(part)
    return tuple(one for one in Objective if one in found), " ".join(beside)


def names_in(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The names that stand in a cell one after the other; *known* says of a text whether it is a name.

    A name may hold what separates others, such as "and": the longest one that is known counts. What is none is given
    as it stands between two of them.
    """
    parts = _JOINTS.split(text.strip())
    place = 0
    while place < len(parts):
        last = min(len(parts), place + 2 * _LONGEST)
        ends = range(last if last % 2 else last - 1, place, -2)
        end = next((one for one in ends if known("".join(parts[place:one]))), place + 1)
        name = "".join(parts[place:end]).strip()
        if name:
            yield name
        place = end + 1


def languages_of(text: str) -> tuple[tuple[Language, ...], str]:
    """Which languages a text names, in their order, and the first word that is none of them."""
    names = tuple(names_in(text, lambda name: compared(name) in LANGUAGES))
    wrong = next((name for name in names if compared(name) not in LANGUAGES), "")
    found = {LANGUAGES[compared(name)] for name in names if compared(name) in LANGUAGES}
    return tuple(one for one in Language if one in found), wrong
