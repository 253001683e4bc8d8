"""Two acts of one speaker that a comma alone joins are told with "and"; what is no second act keeps its comma."""

import pytest

from nmirf_desktop.domain.noted_predicates import with_and
from nmirf_desktop.i18n import Language
from tests.domain.test_notes_told import spoken, told

EN, FR, ES = Language.EN, Language.FR, Language.ES


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (
            EN,
            "wants more training for small missions, asks who pays.",
            "The representative of France wanted more training for small missions and asked who paid.",
        ),
        (
            EN,
            "no objection, supports the text.",
            "The representative of France had no objection and supported the text.",
        ),
        (
            FR,
            "soutient le texte, remercie le Maroc.",
            "La délégation de la France soutient le texte et remercie le Maroc.",
        ),
        (
            ES,
            "agradece el informe, pide más tiempo.",
            "La delegación de Francia agradece el informe y pide más tiempo.",
        ),
    ],
)
def test_the_second_act_stands_behind_and(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)) == paragraph


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "supports the text, the annex and the list."),
        (EN, "agrees with Peru, Chile."),
        (EN, "regrets that Peru opposed, supports the draft."),
        (EN, "costs are high, opposes the draft."),
        (FR, "constate que le Kenya appuie le texte, s'oppose au projet."),
        (EN, "supports the text, asks for time, proposes May."),
        (EN, "The text, asks Peru."),
        (EN, "supports “this, asks” as it is."),
        (FR, "soutient le texte, très clair."),
        (FR, "le texte est clair, demande un vote."),
        (ES, "apoya el texto, muy claro."),
        (ES, "el plazo es corto, pide más tiempo."),
    ],
)
def test_what_is_no_second_act_keeps_its_comma(language: Language, note: str) -> None:
    assert with_and(note, language) == note
