"""The language of a note by its small words."""

import pytest

from nmirf_desktop.domain.languages_told import told_language
from nmirf_desktop.domain.segments import sentences
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

EN, FR, ES = Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thanked the Chair and the host of the workshop in El Salvador", EN),
        ("appuie la proposition et propose d'accueillir un atelier en mars", FR),
        ("remercie El Salvador de l’accueil, et du rapport sur Los Angeles", FR),
        ("agradece al Comité su informe sobre la labor de la Red", ES),
        ("welcomed the report", None),
        ("agradece la labor", None),
        ("supported the wording “dans le cadre du Réseau” of the draft", None),
        ("", None),
    ],
)
def test_small_words_tell_a_language_and_a_doubt_tells_none(text: str, expected: Language | None) -> None:
    assert told_language(text) is expected


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_of_the_manual_is_taken_for_another_language_and_most_are_told(language: Language) -> None:
    pages = sorted(bundled(f"resources/help/{language}").glob("*.md"))
    said = [told_language(one.text) for page in pages for one in sentences(page.read_text(encoding="utf-8"))]
    told = [one for one in said if one is not None]
    assert set(told) == {language}
    assert len(told) > len(said) / 2
