"""The language of a text by its small words alone: what no dictionary has to know."""

import pytest

from nmirf_desktop.domain.languages_told import told_language
from nmirf_desktop.i18n import Language

EN, FR, ES = Language


def knows_none(_word: str, _language: Language) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thanked the Chair and the host of the workshop in El Salvador", EN),
        ("remercie El Salvador de l’accueil, et du rapport sur Los Angeles", FR),
        ("remercie El Salvador de l'accueil, et du rapport sur Los Angeles", FR),
        ("agradece al Comité su informe sobre la labor de la Red", ES),
        ("supported the wording “dans le cadre du Réseau avec ses membres” of the draft", EN),
        ("« pour les membres du Réseau »", None),
        ("¿Ghana?", ES),
        ("Ghana", None),
        ("NMIRF/2026/4", None),
        ("12", None),
        ("", None),
    ],
)
def test_small_words_tell_a_language_and_names_figures_and_quotations_none(
    text: str, expected: Language | None
) -> None:
    assert told_language(text, knows_none) is expected


@pytest.mark.parametrize(("words", "most"), [(8, 300), (2000, 120)])
def test_few_words_are_looked_up_so_that_no_key_waits(words: int, most: int) -> None:
    """A lookup takes some microseconds; of a brief note each word is looked up with the accents that it may have."""
    asked: list[str] = []

    def counts(word: str, _language: Language) -> bool:
        asked.append(word)
        return False

    told_language(" ".join(["announcement"] * words), counts)
    assert 0 < len(asked) <= most
