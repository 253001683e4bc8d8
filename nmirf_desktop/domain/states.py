"""The Member States of the United Nations: codes, official names in three languages, regional groups.

Names are those that the United Nations prints (UNTERM, confirmed by M49); a State that renames itself is the same
State with other names, so that everything said about it derives from these fields and from no table of codes.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.i18n import N_, Catalog, Language

MEMBER_STATES = 193
"""How many Member States the United Nations has: no number of votes or of ballot papers is greater."""


class RegionalGroup(StrEnum):
    """The five regional groups of the United Nations."""

    AFRICAN = "african"
    ASIA_PACIFIC = "asia_pacific"
    EASTERN_EUROPEAN = "eastern_european"
    GRULAC = "grulac"
    WEOG = "weog"

    @property
    def label(self) -> str:
        """The group's official name, a marked constant."""
        match self:
            case RegionalGroup.AFRICAN:
                return N_("Group of African States")
            case RegionalGroup.ASIA_PACIFIC:
                return N_("Group of Asia-Pacific States")
            case RegionalGroup.EASTERN_EUROPEAN:
                return N_("Group of Eastern European States")
            case RegionalGroup.GRULAC:
                return N_("Group of Latin American and Caribbean States")
            case RegionalGroup.WEOG:
                return N_("Group of Western European and other States")

    @property
    def short_label(self) -> str:
        """The group in few words, for columns and charts; a marked constant."""
        match self:
            case RegionalGroup.AFRICAN:
                return N_("African States")
            case RegionalGroup.ASIA_PACIFIC:
                return N_("Asia-Pacific States")
            case RegionalGroup.EASTERN_EUROPEAN:
                return N_("Eastern European States")
            case RegionalGroup.GRULAC:
                return N_("Latin American and Caribbean States")
            case RegionalGroup.WEOG:
                return N_("Western European and other States")


def group_letters(group: RegionalGroup | None, words: Catalog) -> str:
    """The group in two or three letters, for the inside of a bar: distinct in each language."""
    match group:
        case RegionalGroup.AFRICAN:
            return words.pgettext("letters of a regional group", "Af")
        case RegionalGroup.ASIA_PACIFIC:
            return words.pgettext("letters of a regional group", "AP")
        case RegionalGroup.EASTERN_EUROPEAN:
            return words.pgettext("letters of a regional group", "EE")
        case RegionalGroup.GRULAC:
            return words.pgettext("letters of a regional group", "LAC")
        case RegionalGroup.WEOG:
            return words.pgettext("letters of a regional group", "WEO")
        case None:
            return "–"


@dataclass(frozen=True, slots=True)
class Names:
    """One name in English, French and Spanish, all three final."""

    en: str
    fr: str
    es: str

    def __getitem__(self, language: Language) -> str:
        """The name in one language."""
        match language:
            case Language.EN:
                return self.en
            case Language.FR:
                return self.fr
            case Language.ES:
                return self.es


@dataclass(frozen=True, slots=True)
class State:
    """A State as the United Nations names it.

    *short* is the form for lists, without article ("Congo", "Iran (Islamic Republic of)"); *article* is what goes
    before it in running text, empty where there is none; *formal* holds its own article. *m49* keeps its zeros.
    """

    iso3: str
    iso2: str
    m49: str
    short: Names
    formal: Names
    article: Names
    group: RegionalGroup | None
    m49_region: str

    def __hash__(self) -> int:
        """By its code alone: all of them are looked up together for each note."""
        return hash(self.iso3)

    def said_in(self, words: Catalog) -> str:
        """The short name, as in lists and in brackets after a speaker."""
        return self.short[words.language]


def found_by(state: State) -> str:
    """What a State is found by in any list: its code, and its short name in each language."""
    return " ".join((state.iso3, *(state.short[language] for language in Language)))


def in_order(states: Iterable[State], words: Catalog) -> tuple[State, ...]:
    """The States in the alphabetical order of one language, without article, letter by letter."""
    return tuple(sorted(states, key=lambda state: words.sort_key(state.short[words.language])))


def parse_states(text: str) -> tuple[State, ...]:
    """The States of the shipped table ``resources/states.csv``, in English alphabetical order.

    Raises ``KeyError`` or ``ValueError`` where the table lacks a column or holds an unknown group.
    """
    return tuple(_state(row) for row in csv.DictReader(io.StringIO(text)))


def _state(row: dict[str, str]) -> State:
    return State(
        iso3=row["iso3"],
        iso2=row["iso2"],
        m49=row["m49"],
        short=_names(row, "short"),
        formal=_names(row, "formal"),
        article=_names(row, "article"),
        group=RegionalGroup(row["group"]) if row["group"] else None,
        m49_region=row["m49_region"],
    )


def _names(row: dict[str, str], kind: str) -> Names:
    return Names(row[f"{kind}_en"], row[f"{kind}_fr"], row[f"{kind}_es"])
