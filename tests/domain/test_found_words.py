"""Words found in a text of three languages, and other words in their place."""

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.found_words import found, own_words, places, replaced
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.folding import folded

TEXTS = st.text("aàbœ’' ", min_size=1, max_size=12)
FINAL = Trilingual.final("The Comite met.", "Le Comité s’est réuni.", "El Comité se reunió; el comité decidió.")


def test_words_are_found_whatever_their_accents_and_a_letter_of_two_is_found_whole() -> None:
    assert list(places("Une œuvre", "oeuvre")) == [(4, 9)]
    assert list(places("Une œuvre", "euv")) == [(4, 7)]
    assert list(places("o\ufb00ice", "f")) == [(1, 2)], "one letter that folds into two"
    assert found(FINAL, "comité") == {
        Language.EN: ((4, 10),),
        Language.FR: ((3, 9),),
        Language.ES: ((3, 9), (24, 30)),
    }
    assert found(FINAL, " ") == {}


def test_what_is_replaced_in_each_language_agrees_still_and_is_a_draft_again() -> None:
    text = replaced(FINAL, found(FINAL, "comite"), "Panel")
    assert (text.en, text.fr, text.es) == (
        "The Panel met.", "Le Panel s’est réuni.", "El Panel se reunió; el Panel decidió.",
    )  # fmt: skip
    assert set(text.states().values()) == {TextState.DRAFT}


def test_a_translation_in_which_nothing_was_replaced_is_outdated() -> None:
    text = replaced(FINAL, found(FINAL, "met"), "sat")
    assert text.en == "The Comite sat."
    assert text.states() == {
        Language.EN: TextState.DRAFT,
        Language.FR: TextState.OUTDATED,
        Language.ES: TextState.OUTDATED,
    }


def test_a_text_of_which_nothing_would_be_left_stays() -> None:
    text = Trilingual("Yes", "", "")
    assert replaced(text, found(text, "yes"), " ") == text


@given(TEXTS, TEXTS)
def test_what_is_found_reads_like_what_is_wanted_and_put_back_changes_nothing(said: str, wanted: str) -> None:
    text = Trilingual(said)
    for spans in found(text, wanted).values():
        for start, end in spans:
            assert folded(wanted.strip()) in folded(said[start:end])
            assert replaced(text, {Language.EN: ((start, end),)}, said[start:end]) == text


@given(TEXTS, st.text("aàbœ ", min_size=1, max_size=4))
def test_where_all_is_replaced_by_other_letters_nothing_is_found_again(said: str, wanted: str) -> None:
    text = Trilingual(f"x{said}x")
    after = replaced(text, found(text, wanted), "z")
    assert found(after, wanted) == {}
    assert after.en.count("z") == len(found(text, wanted).get(Language.EN, ()))


def test_what_stands_in_quotation_marks_is_not_the_writers_to_replace_everywhere() -> None:
    """The title of a decision was changed with all other places, without a word."""
    text = Trilingual(
        "The report “Annual report” is a report.", "Le rapport «\u00a0Rapport annuel\u00a0».", "El “Informe”."
    )
    every = found(text, "report")
    own = own_words(text, every)
    assert [text.en[start:end] for start, end in own[Language.EN]] == ["report", "report"]
    assert len(every[Language.EN]) == 3
    assert [text.fr[start:end] for start, end in own_words(text, found(text, "rapport"))[Language.FR]] == ["rapport"]
    assert own_words(text, found(text, "informe")) == {}
    assert own_words(text, found(text, "“informe”"))[Language.ES], "who looks for the marks means them"
