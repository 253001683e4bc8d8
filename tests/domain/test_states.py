"""The shipped table of States: complete, in the United Nations' order in each language."""

import csv
import io
from collections import Counter

import pytest

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import RegionalGroup, State, in_order, parse_states
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled

TEXT = bundled("resources/states.csv").read_text(encoding="utf-8")
STATES = parse_states(TEXT)
ROWS = list(csv.DictReader(io.StringIO(TEXT)))


def state(iso3: str) -> State:
    return next(one for one in STATES if one.iso3 == iso3)


def test_all_193_member_states_with_codes_of_their_own() -> None:
    assert len(STATES) == 193
    for code, length in (("iso3", 3), ("iso2", 2), ("m49", 3)):
        values = {getattr(one, code) for one in STATES}
        assert len(values) == 193
        assert {len(value) for value in values} == {length}


@pytest.mark.parametrize("language", Language)
def test_the_order_of_the_names_is_the_order_of_the_united_nations(language: Language) -> None:
    expected = [row["iso3"] for row in sorted(ROWS, key=lambda row: int(row[f"order_{language}"]))]
    assert [one.iso3 for one in in_order(STATES, catalog(language))] == expected


def test_regional_groups_have_their_official_sizes() -> None:
    assert Counter(one.group for one in STATES) == {
        RegionalGroup.AFRICAN: 54,
        RegionalGroup.ASIA_PACIFIC: 54,
        RegionalGroup.EASTERN_EUROPEAN: 23,
        RegionalGroup.GRULAC: 33,
        RegionalGroup.WEOG: 29,
    }


def test_namibia_has_the_code_na_and_afghanistan_keeps_its_zeros() -> None:
    assert state("NAM").iso2 == "NA"
    assert state("AFG").m49 == "004"


@pytest.mark.parametrize("language", Language)
def test_every_name_is_there_with_typographic_apostrophes_and_plain_spaces(language: Language) -> None:
    for one in STATES:
        for name in (one.short[language], one.formal[language]):
            assert name
            assert name == " ".join(name.split(" "))
            assert not set("'\u00a0\u202f") & set(name)


def test_a_state_says_its_short_name_in_the_language_of_the_catalogue() -> None:
    assert state("CIV").said_in(catalog(Language.EN)) == "Côte d’Ivoire"
    assert state("NLD").said_in(catalog(Language.FR)) == "Pays-Bas (Royaume des)"
    problem = Problem("{state}", {"state": state("DEU")})
    assert [problem.said_in(catalog(language)) for language in Language] == ["Germany", "Allemagne", "Alemania"]


def test_groups_and_regions_are_translated() -> None:
    french, spanish = catalog(Language.FR), catalog(Language.ES)
    for message in [*(group.label for group in RegionalGroup), *(group.short_label for group in RegionalGroup)]:
        assert french.gettext(message) != message
        assert spanish.gettext(message) not in {message, french.gettext(message)}
    assert {one.m49_region for one in STATES} == {"Africa", "Americas", "Asia", "Europe", "Oceania"}


def test_a_table_without_a_column_or_with_an_unknown_group_is_refused() -> None:
    with pytest.raises(KeyError):
        parse_states("iso3,iso2\nFRA,FR\n")
    with pytest.raises(ValueError, match="martian"):
        parse_states(TEXT.replace("grulac", "martian"))
