"""A State is recognised by code and by every name; what is not certain is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.naming import name
from nmirf_desktop.domain.recognition import (
    Alias,
    AliasKind,
    AmbiguousState,
    Gazetteer,
    UnknownState,
    fold,
    parse_aliases,
)
from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled

STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
ALIASES = parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8"))
GAZETTEER = Gazetteer(STATES, ALIASES)
CERTAIN = [alias for alias in ALIASES if alias.kind is not AliasKind.AMBIGUOUS]


def without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def written(text: str) -> set[str]:
    """A name as people write it: capitals, no accents, typewriter apostrophes, no hyphens, spaces around."""
    return {
        text,
        text.upper(),
        text.lower(),
        without_accents(text).lower(),
        unicodedata.normalize("NFD", text),
        text.replace("’", "'"),
        text.replace("-", " "),
        text.replace(" ", "\u00a0"),
        f"  {text}\t",
    }


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.iso3)
def test_every_official_name_and_code_finds_its_state(state: State) -> None:
    for code in (state.iso2, state.iso2.lower(), state.iso3, state.iso3.lower(), state.iso3.title()):
        assert GAZETTEER.find(code) is state
    for language in Language:
        said = name(state, language)
        for text in (state.short[language], state.formal[language], said.the):
            for variant in written(text):
                assert GAZETTEER.find(variant) is state, variant


def test_every_alias_finds_its_state_however_it_is_written() -> None:
    for alias in CERTAIN:
        for variant in written(alias.name):
            assert GAZETTEER.find(variant).iso3 == alias.iso3, variant


def test_no_alias_is_anothers_code_or_official_name() -> None:
    official = Gazetteer(STATES, [])
    for alias in CERTAIN:
        for text in (alias.name, fold(alias.name), fold(alias.name).upper()):
            try:
                found = official.find(text)
            except UnknownState:
                continue
            assert found.iso3 == alias.iso3, text


def test_every_alias_earns_its_row() -> None:
    official = Gazetteer(STATES, [])
    seen = set()
    for alias in CERTAIN:
        with pytest.raises(UnknownState):
            official.find(f" {alias.name}." if len(fold(alias.name)) <= 3 else alias.name)
        row = (alias.iso3, alias.language, fold(alias.name))
        assert row not in seen
        seen.add(row)
    assert len(CERTAIN) > 900
    assert len({alias.iso3 for alias in CERTAIN}) > 140


def test_no_name_means_two_states_but_the_ambiguous_ones() -> None:
    ambiguous = {fold(alias.name) for alias in ALIASES if alias.kind is AliasKind.AMBIGUOUS}
    claims: dict[str, set[str]] = {}
    for alias in ALIASES:
        claims.setdefault(fold(alias.name), set()).add(alias.iso3)
    assert {key for key, claimants in claims.items() if len(claimants) > 1} == ambiguous


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("NA", "NAM"),
        ("no", "NOR"),
        ("Congo", "COG"),
        ("the Congo", "COG"),
        ("RDC", "COD"),
        ("Micronesia", "FSM"),
        ("Guinea", "GIN"),
        ("Sudan", "SDN"),
        ("Dominica", "DMA"),
        ("Ireland", "IRL"),
        ("Ivory Coast", "CIV"),
        ("Birmanie", "MMR"),
        ("Holland", "NLD"),
        ("Swazilandia", "SWZ"),
        ("Macedonia", "MKD"),
        ("Haute-Volta", "BFA"),
        ("EE. UU.", "USA"),
        ("EEUU", "USA"),
        ("U.S.A.", "USA"),
        ("Vietnam", "VNM"),
        ("Viêt Nam", "VNM"),
        ("Catar", "QAT"),
        ("St. Kitts & Nevis", "KNA"),
        ("Korea, Republic of", "KOR"),
        ("Corée du Nord", "PRK"),
        ("Bolivia, Plurinational State of", "BOL"),
        ("La Gambia", "GMB"),
        ("Peru (Republic of)", "PER"),
        ("Perú, República del", "PER"),
        ("Congo (Republic of the)", "COG"),
        ("Côte d’Ivoire (République de)", "CIV"),
        ("Ken\u00adya\u200b", "KEN"),
        ("Côte d\u02bcIvoire", "CIV"),
        ("Ｃhile", "CHL"),
    ],
)
def test_usual_and_former_names(text: str, iso3: str) -> None:
    assert GAZETTEER.find(text).iso3 == iso3


@pytest.mark.parametrize("text", ["Korea", "corea", "CORÉE"])
def test_an_ambiguous_name_is_refused_with_its_candidates(text: str) -> None:
    with pytest.raises(AmbiguousState) as refused:
        GAZETTEER.find(text)
    assert {state.iso3 for state in refused.value.candidates} == {"KOR", "PRK"}
    said = refused.value.said_in(catalog(Language.FR))
    assert "la République de Corée ou la République populaire démocratique de Corée" in said
    assert {state.iso3 for state in GAZETTEER.candidates(text)} == {"KOR", "PRK"}


UNKNOWN = [
    *("", " ", "Atlantis", "Yugoslavia", "USSR", "Czechoslovakia", "Virgin Islands", "Na", "La", "le", "R.U."),
    *("Frannce", "Fra*nce", "Peru?", "Chile/Peru", "Per\x00u", "the", "’", "(((", "España Italia", "XXX", "1", "🇫🇷"),
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_nothing_is_guessed(text: str) -> None:
    with pytest.raises(UnknownState) as refused:
        GAZETTEER.find(text)
    for language in Language:
        said = refused.value.said_in(catalog(language))
        assert said.endswith(".")
        assert len(said) < 170
        assert said.isprintable() or "\u00a0" in said


def test_a_message_repeats_a_long_text_only_in_part() -> None:
    said = UnknownState("x\n" * 100_000).said_in(catalog(Language.EN))
    assert len(said) < 120
    assert "\n" not in said


@given(st.text())
def test_any_text_is_a_state_or_refused(text: str) -> None:
    try:
        found = GAZETTEER.find(text)
    except (UnknownState, AmbiguousState):
        return
    assert found in STATES


@given(st.text())
def test_folding_what_was_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_near_names_are_offered_and_not_taken() -> None:
    for text, iso3 in (("brasill", "BRA"), ("Marroco", "MAR"), ("Etats", "USA"), ("col", "COL"), ("KEN", "KEN")):
        assert GAZETTEER.candidates(text)[0].iso3 == iso3
    assert GAZETTEER.candidates("Xanadu") == ()
    assert GAZETTEER.candidates("") == ()
    assert len(GAZETTEER.candidates("s")) == 5


def test_an_official_name_goes_before_an_alias_and_strangers_are_left_aside() -> None:
    few = [state for state in STATES if state.iso3 in {"COG", "COD"}]
    taken = [Alias("COD", Language.EN, "Congo", AliasKind.INFORMAL), Alias("ZZZ", Language.EN, "Oz", AliasKind.USUAL)]
    gazetteer = Gazetteer(few, taken)
    assert gazetteer.find("Congo").iso3 == "COG"
    with pytest.raises(UnknownState):
        gazetteer.find("Oz")
