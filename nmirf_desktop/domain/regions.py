"""Who may sit in the Committee: its regions (R29, A8), by groups or by continents, and members or observers (R33)."""

from enum import StrEnum

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.practices import Option, Practices, Question
from nmirf_desktop.domain.states import RegionalGroup, State, group_letters
from nmirf_desktop.i18n import N_, Catalog


class Continent(StrEnum):
    """The five regions of the standard country or area codes for statistical use (M49), by their names there."""

    AFRICA = "Africa"
    AMERICAS = "Americas"
    ASIA = "Asia"
    EUROPE = "Europe"
    OCEANIA = "Oceania"

    @property
    def label(self) -> str:
        """The region's name, a marked constant."""
        match self:
            case Continent.AFRICA:
                return N_("Africa")
            case Continent.AMERICAS:
                return N_("Americas")
            case Continent.ASIA:
                return N_("Asia")
            case Continent.EUROPE:
                return N_("Europe")
            case Continent.OCEANIA:
                return N_("Oceania")

    @property
    def short_label(self) -> str:
        """As in :class:`RegionalGroup`; a continent has no shorter name."""
        return self.label


Region = RegionalGroup | Continent
"""A region by whichever scheme holds."""
NO_REGION = {Option.REGIONAL_GROUP: N_("In no regional group"), Option.M49_REGION: N_("In no region")}
SCHEMES = {Option.REGIONAL_GROUP: N_("Regional group"), Option.M49_REGION: N_("Region (M49)")}
"""What a column of regions is called."""


def scheme(practices: Practices) -> Option:
    """*Executive Committee*, R29, A8: by what the regions are told apart on a day."""
    return practices.way(Question.REGIONS).option


def regions(by: Option) -> tuple[Region, ...]:
    """The five regions of a scheme."""
    return tuple(Continent) if by is Option.M49_REGION else tuple(RegionalGroup)


def region_of(state: State, by: Option) -> Region | None:
    """The region of a State by a scheme; ``None`` where it is in none."""
    if by is Option.M49_REGION:
        return Continent(state.m49_region) if state.m49_region else None
    return state.group


def region_name(state: State, by: Option) -> str:
    """The short name of a State's region, a marked constant."""
    region = region_of(state, by)
    return NO_REGION[by] if region is None else region.short_label


def region_label(state: State, by: Option) -> str:
    """The whole name of a State's region, a marked constant."""
    region = region_of(state, by)
    return NO_REGION[by] if region is None else region.label


def region_letters(state: State, by: Option, words: Catalog) -> str:
    """The region of a State in a few letters, for the inside of a bar: distinct in each language."""
    return letters_of(region_of(state, by), words)


def letters_of(region: Region | None, words: Catalog) -> str:
    """A region in a few letters."""
    if not isinstance(region, Continent):
        return group_letters(region, words)
    match region:
        case Continent.AFRICA:
            return words.pgettext("letters of a continent", "Afr")
        case Continent.AMERICAS:
            return words.pgettext("letters of a continent", "Am")
        case Continent.ASIA:
            return words.pgettext("letters of a continent", "As")
        case Continent.EUROPE:
            return words.pgettext("letters of a continent", "Eur")
        case Continent.OCEANIA:
            return words.pgettext("letters of a continent", "Oc")


def eligible(practices: Practices) -> frozenset[MembershipKind]:
    """*Executive Committee*, R33, A6: as what a State may hold a seat by the practice of a day."""
    if practices.holds(Option.OBSERVERS_SIT):
        return frozenset(MembershipKind)
    return frozenset({MembershipKind.MEMBER})
