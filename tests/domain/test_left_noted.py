"""Where the words of a note that nobody put into sentences stand in their paragraph, and how they are quoted."""

import pytest

from nmirf_desktop.domain.excerpts import FirstPassage, first_words
from nmirf_desktop.domain.left_noted import AsNoted, former
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog

EN = catalog(Language.EN)
TEXT = "Ghana thanked the host. No comment. It left. No comment."


def places(words: tuple[str, ...], text: str = TEXT) -> list[str]:
    """The passages that are found, as they stand in the text."""
    return [text[start:end] for start, end in AsNoted(Language.EN, words, "meeting").places(text)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("No comment.",), ["No comment.", "No comment."]),
        (("It left.", "No comment."), ["No comment.", "It left.", "No comment."]),
        (("No comment. It left.", "It left. No comment."), ["No comment. It left. No comment."]),
        (("It lef", "thank", "", "Nothing."), []),
        (("ghana thanked the host.",), ["Ghana thanked the host."]),
    ],
)
def test_each_passage_is_found_whole_in_the_order_of_the_text(words: tuple[str, ...], found: list[str]) -> None:
    assert places(words) == found


def test_what_was_reviewed_stands_nowhere_as_it_was_noted() -> None:
    noted, text = AsNoted(Language.EN, ("No comment.",), "meeting"), Trilingual(TEXT)
    assert len(noted.open_in(text)) == 2
    assert noted.open_in(text.with_review(Language.EN)) == ()
    assert noted.gap(Phrase("Paragraph"), text.with_review(Language.EN)) is None


def test_a_long_passage_is_quoted_by_its_first_words_on_one_line() -> None:
    assert first_words("Not agreed :\n no.") == "Not agreed : no."
    long = "The delegation wants brackets kept around the third paragraph, and a vote on it."
    assert first_words(long) == "The delegation wants brackets kept around the third…"
    assert len(first_words("a" * 200)) == 61


def test_the_passages_that_are_not_quoted_are_counted() -> None:
    assert FirstPassage("No.").said_in(EN) == "“No.”"
    assert [FirstPassage("No.", more).said_in(EN) for more in (1, 2)] == [
        "“No.” and 1 more passage",
        "“No.” and 2 more passages",
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "replaced"),
    [
        (Language.EN, "Ghana said: no comment.", "no comment.", "said: no comment."),
        (Language.EN, "Ghana, on a point of order, said: no.", "no.", "said: no."),
        (Language.EN, "Ghana said that it was late.", "it was late.", "it was late."),
        (Language.FR, "Le Ghana dit\u00a0: rien à dire.", "rien à dire.", "dit\u00a0: rien à dire."),
        (Language.FR, "Le Ghana contredit\u00a0: rien.", "rien.", "rien."),
        (Language.ES, "Apoya el texto. Dice: nada.", "nada.", "Dice: nada."),
        (Language.ES, "Nada que decir.", "Nada que decir.", "Nada que decir."),
    ],
)
def test_what_leads_words_in_goes_with_them_and_who_speaks_stays(
    language: Language, text: str, words: str, replaced: str
) -> None:
    noted = AsNoted(language, (words,), "meeting")
    (place,) = noted.places(text)
    start, end = noted.replaced(place, text)
    assert text[start:end] == replaced


def test_what_older_drafts_have_of_a_note_is_found_as_a_sentence_of_its_own() -> None:
    left = ("Text is weak.",)
    words = former(left, "supports it. text is weak. we thank Peru", Language.EN)
    assert words == ("Text was weak.", "We thank Peru.")
    noted = AsNoted(Language.EN, left, "meeting", words)
    drafted = "The representative supported it. Text was weak. The representative said: We thank Peru."
    assert [drafted[start:end] for start, end in noted.places(drafted)] == ["Text was weak.", "We thank Peru."]
    mended = "The representative supported it, and said that the text was weak."
    assert noted.places(mended) == ()


def test_a_word_typed_into_another_sentence_is_not_the_sentence_that_was_left() -> None:
    assert AsNoted(Language.ES, ("Más.",), "meeting").places("Pide dos semanas más.") == ()
