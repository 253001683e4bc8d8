"""States in sentences: articles, contractions and elisions in three languages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.naming import (
    StateName,
    formal_name,
    forms,
    name,
    of_states,
    sentence_start,
)
from nmirf_desktop.domain.states import Names, State, in_order, parse_states
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled

STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
GOLDEN = Path(__file__).parent / "golden"
EN, FR, ES = Language

TRICKY = [
    ("PRY", FR, "le Paraguay", "du Paraguay", "au Paraguay"),
    ("PRY", ES, "el Paraguay", "del Paraguay", "al Paraguay"),
    ("URY", FR, "l’Uruguay", "de l’Uruguay", "à l’Uruguay"),
    ("URY", ES, "el Uruguay", "del Uruguay", "al Uruguay"),
    ("PHL", EN, "the Philippines", "of the Philippines", "to the Philippines"),
    ("PHL", FR, "les Philippines", "des Philippines", "aux Philippines"),
    ("PHL", ES, "Filipinas", "de Filipinas", "a Filipinas"),
    ("FRA", FR, "la France", "de la France", "à la France"),
    ("CUB", FR, "Cuba", "de Cuba", "à Cuba"),
    ("MLT", FR, "Malte", "de Malte", "à Malte"),
    ("MCO", FR, "Monaco", "de Monaco", "à Monaco"),
    ("HTI", FR, "Haïti", "d’Haïti", "à Haïti"),
    ("HND", FR, "le Honduras", "du Honduras", "au Honduras"),
    ("HUN", FR, "la Hongrie", "de la Hongrie", "à la Hongrie"),
    ("ISR", FR, "Israël", "d’Israël", "à Israël"),
    ("OMN", FR, "Oman", "d’Oman", "à Oman"),
    ("ATG", FR, "Antigua-et-Barbuda", "d’Antigua-et-Barbuda", "à Antigua-et-Barbuda"),
    ("SLV", FR, "El Salvador", "d’El Salvador", "à El Salvador"),
    ("SLV", ES, "El Salvador", "de El Salvador", "a El Salvador"),
    ("SLV", EN, "El Salvador", "of El Salvador", "to El Salvador"),
    ("EGY", FR, "l’Égypte", "de l’Égypte", "à l’Égypte"),
    ("MHL", FR, "les Îles Marshall", "des Îles Marshall", "aux Îles Marshall"),
    ("YEM", FR, "le Yémen", "du Yémen", "au Yémen"),
    ("IRQ", ES, "el Iraq", "del Iraq", "al Iraq"),
    ("IND", ES, "la India", "de la India", "a la India"),
    ("SAU", ES, "la Arabia Saudita", "de la Arabia Saudita", "a la Arabia Saudita"),
    ("BHS", ES, "las Bahamas", "de las Bahamas", "a las Bahamas"),
    ("ARE", ES, "los Emiratos Árabes Unidos", "de los Emiratos Árabes Unidos", "a los Emiratos Árabes Unidos"),
    ("COG", EN, "the Congo", "of the Congo", "to the Congo"),
    ("GMB", EN, "the Gambia", "of the Gambia", "to the Gambia"),
    ("NER", EN, "the Niger", "of the Niger", "to the Niger"),
    ("NGA", EN, "Nigeria", "of Nigeria", "to Nigeria"),
    ("MDV", EN, "Maldives", "of Maldives", "to Maldives"),
    ("SSD", EN, "South Sudan", "of South Sudan", "to South Sudan"),
    ("BOL", EN, *(f"{word}the Plurinational State of Bolivia" for word in ("", "of ", "to "))),
    ("BOL", FR, *(f"{word}l’État plurinational de Bolivie" for word in ("", "de ", "à "))),
    ("BOL", ES, *(f"{word} Estado Plurinacional de Bolivia" for word in ("el", "del", "al"))),
    ("NLD", FR, *(f"{word} Royaume des Pays-Bas" for word in ("le", "du", "au"))),
    ("NLD", ES, *(f"{word} Reino de los Países Bajos" for word in ("el", "del", "al"))),
    ("FSM", FR, *(f"{word} États fédérés de Micronésie" for word in ("les", "des", "aux"))),
    ("FSM", ES, *(f"{word} Estados Federados de Micronesia" for word in ("los", "de los", "a los"))),
    ("IRN", FR, *(f"{word}la République islamique d’Iran" for word in ("", "de ", "à "))),
    ("VEN", EN, *(f"{word}the Bolivarian Republic of Venezuela" for word in ("", "of ", "to "))),
]


def state(iso3: str) -> State:
    return next(one for one in STATES if one.iso3 == iso3)


def some(*codes: str) -> list[State]:
    return [state(code) for code in codes]


@pytest.mark.parametrize(("iso3", "language", "the", "of", "to"), TRICKY)
def test_tricky_names(iso3: str, language: Language, the: str, of: str, to: str) -> None:
    one = state(iso3)
    assert name(one, language) == StateName(one.short[language], the, of, to)


@pytest.mark.parametrize("language", Language)
def test_all_forms_are_as_they_were_read_and_approved(language: Language) -> None:
    said = [name(one, language) for one in in_order(STATES, catalog(language))]
    lines = [f"{one.bare} | {one.the} | {one.of} | {one.to}" for one in said]
    assert lines == (GOLDEN / f"state_forms_{language}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("form", [name, formal_name])
@pytest.mark.parametrize("one", STATES, ids=lambda one: one.iso3)
def test_no_form_breaks_the_grammar(form: Callable[[State, Language], StateName], one: State) -> None:
    for language in Language:
        said = form(one, language)
        for text in (said.bare, said.the, said.of, said.to):
            assert text == " ".join(text.split())
        assert not {"(", ")"} & set(said.the + said.of + said.to)
    french, spanish, english = form(one, FR), form(one, ES), form(one, EN)
    for text in (french.of, french.to):
        assert not text.startswith(("de le ", "de les ", "à le ", "à les "))
        assert "’ " not in text
        assert not text.startswith(("de A", "de E", "de É", "de I", "de Î", "de O", "de U", "de H"))
    assert not spanish.of.startswith("de el ")
    assert not spanish.to.startswith("a el ")
    assert english.of == f"of {english.the}"
    assert "the the" not in english.of


def test_formal_names_lose_and_find_their_article() -> None:
    assert formal_name(state("MEX"), FR) == StateName(
        "États-Unis du Mexique", "les États-Unis du Mexique", "des États-Unis du Mexique", "aux États-Unis du Mexique"
    )
    assert formal_name(state("ERI"), FR).to == "à l’État d’Érythrée"
    assert formal_name(state("UKR"), EN) == StateName("Ukraine", "Ukraine", "of Ukraine", "to Ukraine")
    assert formal_name(state("OMN"), ES).of == "de la Sultanía de Omán"


def test_a_state_that_renames_itself_is_named_rightly_from_its_new_fields() -> None:
    renamed = replace(
        state("SWZ"),
        short=Names("Ngwane", "Ngwane", "Ngwane"),
        article=Names("the", "le", "el"),
        formal=Names("", "", ""),
    )
    assert name(renamed, FR) == StateName("Ngwane", "le Ngwane", "du Ngwane", "au Ngwane")
    assert name(renamed, ES).to == "al Ngwane"
    assert name(renamed, EN).of == "of the Ngwane"


def test_forms_fill_sentences() -> None:
    sentence = "{the_state}|{of_state}|{to_state}|{state}"
    assert sentence.format(**forms(state("NLD"), FR)) == (
        "le Royaume des Pays-Bas|du Royaume des Pays-Bas|au Royaume des Pays-Bas|Pays-Bas (Royaume des)"
    )


def test_several_states_in_running_text() -> None:
    three = some("BRA", "RUS", "USA")
    english, french, spanish = (catalog(language) for language in Language)
    assert of_states(three, english) == "of Brazil, the Russian Federation and the United States of America"
    assert of_states(three, french) == "du Brésil, de la Fédération de Russie et des États-Unis d’Amérique"
    assert of_states(three, spanish) == "del Brasil, la Federación de Rusia y los Estados Unidos de América"
    assert of_states(some("CHL", "PRY"), french) == "du Chili et du Paraguay"


@pytest.mark.parametrize("iso3", ["ISR", "ITA", "IRL", "ISL", "IDN"])
def test_spanish_and_becomes_e_before_the_sound_of_i(iso3: str) -> None:
    assert of_states(some("ESP", iso3), catalog(ES)) == f"de España e {state(iso3).short.es}"


def test_spanish_and_stays_y_before_an_article_and_before_other_sounds() -> None:
    assert of_states(some("SYR", "IRQ"), catalog(ES)) == "de la República Árabe Siria y el Iraq"
    assert of_states(some("FJI", "SLB"), catalog(ES)) == "de Fiji y las Islas Salomón"
    assert of_states(some("AUT", "HUN"), catalog(ES)) == "de Austria y Hungría"
    assert of_states(some("CUB", "HTI"), catalog(ES)) == "de Cuba y Haití"
    assert of_states(some("PAK", "IND"), catalog(ES)) == "del Pakistán y la India"
    assert of_states(some("IRQ", "YEM"), catalog(ES)) == "del Iraq y el Yemen"


def test_a_sentence_begins_with_a_capital() -> None:
    assert sentence_start("l’Inde dit") == "L’Inde dit"
    assert sentence_start("the Niger") == "The Niger"
    assert sentence_start("États-Unis") == "États-Unis"
    assert sentence_start("él") == "Él"
    assert sentence_start("«\u00a0la Chine\u00a0»") == "«\u00a0La Chine\u00a0»"
    assert sentence_start("10 members") == "10 members"
    assert sentence_start("") == ""
