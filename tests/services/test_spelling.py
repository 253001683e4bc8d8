"""Spelling: the shipped dictionaries with the field's terms, the register's names, and words that are added."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.spelling import words_of
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.spelling import Speller, Spelling
from nmirf_desktop.services.steps import Steps
from nmirf_desktop.storage.participants import PARTNERS
from nmirf_desktop.storage.people import PEOPLE
from tests import registers
from tests.registers import Desk
from tests.spelling_dictionaries import merged

ROOT = Path(__file__).parents[2]
MARKUP = re.compile(r"<[^>]*>|&(?=\w)|--[\w-]+|<br>")
EN, FR, ES = Language


@pytest.fixture(scope="module", params=list(Language))
def speller(request: pytest.FixtureRequest) -> Speller:
    return Speller(request.param)


def wrong(language: Language, text: str) -> list[str]:
    """The words of a text that are not known."""
    return [one.word for one in Speller(language).wrong(text)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (EN, "The organization recognizes each Member’s programme for follow-up.", []),
        (EN, "The organisation recieves a color program.", ["organisation", "recieves", "color"]),
        (FR, "L’Assemblée s’est réunie aujourd’hui au cœur de l’Œuvre ; jusqu’à Asunción.", []),
        (FR, "L’élaboraton des raports", ["L’élaboraton", "raports"]),
        (ES, "Corríjalo, elíjanse y preséntensela: ¿qué vinculatoriedad?", []),
        (ES, "La organisación de la reunion", ["organisación", "reunion"]),
        (
            FR,
            "NMIRF/2027/1, e-mail: secretariat@exemple.xyz, https://exxample.org/aqqb, 12e, {placce}, MNMRS, l’ONU",
            [],
        ),
    ],
)
def test_what_is_wrong_in_a_language(language: Language, text: str, found: list[str]) -> None:
    assert wrong(language, text) == found


def test_places_count_from_the_beginning_of_the_text() -> None:
    text = "see a@b.org: wrongg"
    (one,) = Speller(EN).wrong(text)
    assert text[one.start : one.end] == "wrongg"


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [(EN, "organisation", "organization"), (FR, "Organnisation", "Organisation"), (ES, "reunion", "reunión")],
)
def test_what_is_meant_is_suggested(language: Language, word: str, meant: str) -> None:
    assert meant in Speller(language).suggestions(word)


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        (FR, "etrangeres", "étrangères"), (FR, "Asuncion", "Asunción"), (ES, "Asuncion", "Asunción"),
        (EN, "Asuncion", "Asunción"), (FR, "Ceremonie", "Cérémonie"), (FR, "étrangerès", "étrangères"),
        (ES, "ESPANA", "ESPAÑA"), (ES, "Mexico", "México"), (FR, "francais", "français"),
    ],
)  # fmt: skip
def test_a_word_without_its_accents_is_suggested_with_them_first(language: Language, word: str, meant: str) -> None:
    assert Speller(language).suggestions(word)[0] == meant


def test_the_field_speaks_of_transitional_justice_in_spanish() -> None:
    assert wrong(ES, "La justicia transicional y los procesos transicionales") == []


def test_what_is_looked_up_is_not_looked_up_again(speller: Speller) -> None:
    assert speller.judged("xqzt") is None
    assert not speller.right("xqzt")
    assert speller.judged("xqzt") is False


def test_names_of_states_are_known_in_each_language(speller: Speller) -> None:
    with bundled("resources/states.csv").open(encoding="utf-8") as file:
        names = [row[f"{form}_{speller.language}"] for row in csv.DictReader(file) for form in ("short", "formal")]
    assert len(names) == 386
    foreign = {"d’Ivoire"}  # Côte d’Ivoire is the name in three languages
    assert {one.word for name in names for one in speller.wrong(name)} <= foreign


def test_terms_of_the_field_are_known() -> None:
    assert wrong(EN, "a corrigendum; a subamendment; a note verbale to Marrakech and Asunción") == []
    assert wrong(ES, "la Relatoría; el quórum; una subenmienda; Inclusividad") == []
    assert wrong(FR, "le sous-amendement; les Bélarussiens; les corapporteurs") == []


def shipped() -> Iterator[tuple[Language, str, str]]:
    """Every shipped text in each language, with the words that its original has."""
    for item in STANDARD_ITEMS:
        yield from ((language, item.title[language], "") for language in Language)
    with bundled("resources/phrases.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield from ((language, row[str(language)], "") for language in Language)
    for language in (FR, ES):
        with (ROOT / "i18n" / language / "LC_MESSAGES" / "nmirf.po").open("rb") as catalogue:
            for message in read_po(catalogue):
                said = message.string if isinstance(message.string, tuple) else (message.string,)
                asked = message.id if isinstance(message.id, tuple) else (message.id,)
                yield from ((language, str(text), " ".join(map(str, asked))) for text in said if message.id)
                yield from ((EN, str(text), "") for text in asked if message.id)


ABBREVIATED = {"PgUp", "PgDn", "Inser", "Af", "Afr", "Am", "EOr", "Eur", "Oc", "Áfr", "Nº", "nd", "Pays", "País",
               "State", "country", "Titre", "Título"}  # fmt: skip
"""Keys as keyboards call them, regional groups as a narrow column has them, and headings of lists in another language,
which messages quote."""


def test_every_shipped_text_passes_in_its_language() -> None:
    spellers = {language: Speller(language) for language in Language}
    found = {
        (str(language), one.word, text)
        for language, text, original in shipped()
        for one in spellers[language].wrong(MARKUP.sub(" ", text))
        if one.word not in ABBREVIATED and one.word not in {word.word for word in words_of(original)}
    }
    assert len(KIND_LABELS) > 1  # the catalogues name documents
    assert not found


def test_british_words_take_the_american_z_and_no_other_letter() -> None:
    british = ["advertise/LZ", "analyse/A", "colour/M", "organise/AESDG", "organisation/ASM", "prise/AG"]
    american = ["analyze/A", "color/M", "organize/AESDG", "organization/ASM", "prize/MS"]
    assert merged(british, american) == [
        "advertise/LZ", "analyse/A", "colour/M", "organization/ASM", "organize/AESDG", "prise/AG",
    ]  # fmt: skip


@pytest.fixture
def spelling(tmp_path: Path) -> Iterator[Spelling]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    with open_register(path) as store:
        yield Spelling(store)


def test_a_word_that_was_added_is_right_in_its_language_and_undone_like_anything_else(
    spelling: Spelling, tmp_path: Path
) -> None:
    assert not spelling.speller(FR).right("Tlalpan")
    spelling.add(FR, "Tlalpan")
    spelling.add(FR, "Tlalpan")
    assert [one.word for one in spelling.words()] == ["Tlalpan"]
    assert spelling.speller(FR).right("Tlalpan")
    assert spelling.speller(FR).right("d’TLALPAN")
    assert not spelling.speller(ES).right("Tlalpan")
    with pytest.raises(Problem):
        spelling.add(FR, "x" * 200)
    spelling.forget(spelling.words()[0].key)
    assert spelling.words() == ()


def test_names_of_the_register_are_known(tmp_path: Path) -> None:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    with open_register(path) as store:
        desk = Secretariat(store)
        with store.write("record a person", Subject.MEMBERS) as session:
            PEOPLE.save(session, Person("p1", Trilingual("Focal point"), family_name="Quxwerty-Zzyx"))
            PARTNERS.save(session, Partner("o1", Trilingual("Zorblax Institute"), PartnerKind.ACADEMIA))
        assert Spelling(store).speller(EN).right("Zorblax")
        assert Spelling(store).speller(EN).right("Quxwerty")
        Steps(store, desk.states).undo()
        assert not Spelling(store).speller(EN).right("Quxwerty")


def test_the_places_of_meetings_are_known_in_each_language_whichever_they_are_written_in(
    network: tuple[Desk, Meeting, AgendaItem],
) -> None:
    desk, meeting, _ = network
    desk.meetings.save(replace(meeting, place=Trilingual("Ouarzazat near Qawwadi", "Ouarzazate", "")))
    for language in Language:
        speller = Spelling(desk.store).speller(language)
        assert speller.right("Ouarzazate")
        assert speller.right("Qawwadi")
        assert speller.right("near") is (language is EN)
