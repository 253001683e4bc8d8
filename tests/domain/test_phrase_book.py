"""The phrase book: enough phrases, each in three languages, typed as these are, none twice, all with the same gaps."""

import pytest

from nmirf_desktop.domain.phrase_book import (
    PHRASE_TOPICS,
    PhraseTopic,
    filled,
    joined,
    parse_phrases,
    placeholders,
)
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.typography import typeset
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled
from tests.typography import faults

PHRASES = parse_phrases(bundled("resources/phrases.csv").read_text(encoding="utf-8"))
FACTS = {"place": Trilingual.final("Rabat", "Rabat", "Rabat"), "meeting": Trilingual("The meeting")}
every_language = pytest.mark.parametrize("language", list(Language))


def test_there_are_phrases_for_every_topic() -> None:
    assert len(PHRASES) >= 250
    assert {one.topic for one in PHRASES} == set(PhraseTopic) == set(PHRASE_TOPICS)


@every_language
def test_each_is_typed_as_its_language_is_and_stands_once(language: Language) -> None:
    texts = [one.text[language] for one in PHRASES]
    assert [(text, list(faults(text, language))) for text in texts if any(faults(text, language))] == []
    assert [text for text in texts if typeset(text, language) != text or text != text.strip() or not text] == []
    seen = [text.casefold() for text in texts]
    assert {text for text in seen if seen.count(text) > 1} == set()


def test_each_has_the_same_placeholders_in_three_languages() -> None:
    for one in PHRASES:
        assert len({placeholders(one.text[language]) for language in Language}) == 1, one.key
        assert placeholders(one.text.en) <= {"meeting", "place", "date", "state"}


def test_facts_that_are_known_in_three_languages_are_put_in() -> None:
    phrase = Trilingual.final("At {place}.", "À {place}.", "En {place}.")
    assert filled(phrase, FACTS) == Trilingual.final("At Rabat.", "À Rabat.", "En Rabat.")
    about = filled(Trilingual.final("On {meeting}.", "Sur {meeting}.", "Sobre {meeting}."), FACTS)
    assert about.fr == "Sur {meeting}."
    assert set(about.states().values()) == {TextState.DRAFT}


def test_a_phrase_fills_what_is_empty_and_leaves_what_is_written() -> None:
    phrase = Trilingual.final("Yes.", "Oui.", "Sí.")
    assert joined(Trilingual(), phrase) == phrase
    text = joined(Trilingual(fr="D’accord.", source=Language.FR), phrase)
    assert (text.en, text.fr, text.es, text.source) == ("Yes.", "D’accord.", "Sí.", Language.FR)
    assert text.state(Language.ES) is TextState.DRAFT
