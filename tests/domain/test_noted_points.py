"""Points behind dashes are sentences of a note; other dashes stay as they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.noted_points import in_sentences
from nmirf_desktop.i18n import Language
from tests.domain.test_notes_told import spoken, told

EN, FR, ES = Language


@pytest.mark.parametrize(
    ("language", "note", "becomes"),
    [
        (EN, "- supports the text\n- asks for a vote", "supports the text. asks for a vote."),
        (EN, "- supports the text. - asks for a vote.", "supports the text. asks for a vote."),
        (EN, "• supports the text\n\n• asks why?", "supports the text. asks why?"),
        (EN, ". thanks the Chair", "thanks the Chair"),
        (
            EN,
            "- supports it - asks for a vote in 2027 - ready to host",
            "supports it. asks for a vote in 2027. ready to host",
        ),
        (EN, "thanks the chair - supports the draft.", "thanks the chair. supports the draft."),
        (EN, "supports the draft – but wants more time", "supports the draft, but wants more time"),
        (FR, "appuie le projet - demande un délai", "appuie le projet. demande un délai"),
        (FR, "remercie la présidence - et appuie le texte.", "remercie la présidence et appuie le texte."),
        (ES, "apoya el texto - pide un plazo. Gracias.", "apoya el texto. pide un plazo. Gracias."),
    ],
)
def test_points_are_sentences(language: Language, note: str, becomes: str) -> None:
    assert in_sentences(note, language) == becomes


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "supports the follow-up - a good idea - and thanks Peru."),
        (EN, "supports 10 - 12 May"),
        (EN, "supports Peru - not Chile"),
        (EN, "the 2024-2025 plan – as amended – is supported."),
        (EN, "supports the text\nasks for a vote"),
        (EN, "... and thanks the Chair"),
        (FR, "regrette le retard - trois mois - et demande un délai."),
        (ES, "el plan - tres páginas - es claro."),
    ],
)
def test_other_dashes_and_lines_stay(language: Language, note: str) -> None:
    assert in_sentences(note, language) == note


def test_a_point_without_its_verb_is_told_with_it() -> None:
    said = told(spoken("Morocco", "- appuie le texte - pas favorable à une réunion en ligne", FR))
    assert said == "La délégation du Maroc appuie le texte. Elle n’est pas favorable à une réunion en ligne."


def test_a_dash_that_is_left_over_is_marked() -> None:
    said = told(spoken("Morocco", "supports Peru - not Chile", EN))
    assert said == "The representative of Morocco [[supported Peru - not Chile.]]"


def test_a_list_is_told_point_by_point() -> None:
    said = told(spoken("Morocco", "- supports the text\n- asks for a vote", EN))
    assert said == "The representative of Morocco supported the text. The representative asked for a vote."


@given(note=st.text(alphabet="ab .-–•\n,!", max_size=60), language=st.sampled_from(Language))
def test_no_letter_is_lost(note: str, language: Language) -> None:
    assert [sign for sign in in_sentences(note, language) if sign.isalpha()] == [x for x in note if x.isalpha()]
