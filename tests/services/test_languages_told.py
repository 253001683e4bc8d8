"""The language of notes as they are typed in a room, of a few words, and of whole texts."""

import csv
import unicodedata
from pathlib import Path

import pytest

from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.languages_told import plainly_other, told_language
from nmirf_desktop.services.memory import phrase_book

EN, FR, ES = Language
SHORT = Path(__file__).parents[1] / "data" / "short_notes.csv"
"""Notes of two to ten words, written for this test as a rapporteur types."""


def short_notes(language: Language) -> list[str]:
    with SHORT.open(encoding="utf-8") as file:
        return [row["note"] for row in csv.DictReader(file) if row["language"] == language]


def without_accents(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("lamenta que el informe llegara tarde", ES),
        ("recuerda que los plazos vencen en marzo", ES),
        ("apoya la propuesta de Ghana", ES),
        ("dice que la cuota debe ser voluntaria", ES),
        ("dice que la cuota debe ser voluntaria y pide que se publique cada año", ES),
        ("pide que se aplace el tema hasta mañana", ES),
        ("pide que se aplace el tema hasta maana", ES),
        ("insiste en que los plazos son cortos", ES),
        ("insiste sur la participation des observateurs", FR),
        ("annonce une contribution de son pays", FR),
        ("rappelle que les dates expirent en mars", FR),
        ("appuie la proposition du Ghana", FR),
        ("souhaite plus de temps", FR),
        ("Concern about the cost of translation", EN),
    ],
)
def test_the_notes_that_a_new_user_typed_are_told(note: str, language: Language) -> None:
    assert told_language(note) is language


@pytest.mark.parametrize("typed", [str, without_accents])
@pytest.mark.parametrize("language", list(Language))
def test_a_short_note_is_told_also_without_its_accents_and_none_is_taken_for_english(
    language: Language, typed: type[str]
) -> None:
    told = {note: told_language(typed(note)) for note in short_notes(language)}
    assert len(told) > 120
    right = sum(one is language for one in told.values())
    assert right / len(told) >= 0.98, {note: one for note, one in told.items() if one is not language}
    if typed is str:
        assert set(told.values()) <= {language, None}


@pytest.mark.parametrize("note", ["supports Ghana", "Ghana", "NMIRF/2027/3", "ok", "“selon qu’il convient”", "12 %"])
def test_what_tells_nothing_is_not_decided(note: str) -> None:
    assert told_language(note) is None


@pytest.mark.parametrize("language", list(Language))
def test_whole_sentences_are_never_taken_for_another_language(language: Language) -> None:
    pages = sorted(bundled(f"resources/help/{language}").glob("*.md"))
    texts = [one.text for page in pages for one in sentences(page.read_text(encoding="utf-8"))]
    texts += [phrase.text[language] for phrase in phrase_book()]
    texts += short_notes(language)
    assert not [one for one in texts if plainly_other(one, language) is not None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The representative of Peru lamenta que el informe llegara tarde.", ES),
        ("The representative of France insiste sur la participation des observateurs.", FR),
        ("The representative of Morocco quoted “La cuota debe ser voluntaria y se publica cada año”.", None),
        ("The representative of Spain mentioned the Instituto Nacional de Estadística.", None),
        ("Ghana.", None),
    ],
)
def test_a_sentence_half_of_another_language_is_plainly_so_and_a_quotation_is_not(
    text: str, told: Language | None
) -> None:
    assert plainly_other(text, EN) is told


@pytest.mark.parametrize("language", list(Language))
def test_a_long_note_is_told_as_well(language: Language) -> None:
    assert told_language(" ".join(phrase.text[language] for phrase in phrase_book())) is language
