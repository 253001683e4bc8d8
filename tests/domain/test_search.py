"""What a text is found by and what a typed text asks for: letters and digits, accents and case apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.search import GLUE, LONGEST_WORD, MOST_WORDS, asked, excerpt, whole, words
from nmirf_desktop.i18n.folding import plain


def written(words: list[str]) -> list[str]:
    """Words with what joins their parts shown."""
    return [word.replace(GLUE, "~") for word in words]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("ŒUVRE", "oeuvre"),
        ("Straße", "strasse"),
        ("İstanbul, Diyarbakır", "istanbul, diyarbakir"),
        ("Łódź · Sørensen · Đorđe · Þór", "lodz · sorensen · dorde · thor"),
        ("ﬁle No\u00ad2 \uff21", "file no2 a"),
    ],
)
def test_letters_are_typed_without_accents_and_case(text: str, typed: str) -> None:
    assert plain(text) == typed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NMIRF/2027/1.", ["nmirf", "2027", "1", "nmirf~2027~1", "2027~1", "nmirf20271"]),
        ("Guinea-Bissau", ["guinea", "bissau", "guinea~bissau", "guineabissau"]),
        ("a.b@py.example.org", ["a", "b", "py", "example", "org", "a~b~py~example~org", "b~py~example~org",
                                "py~example~org", "example~org", "abpyexampleorg"]),
        ("« Oui », dit-il", ["oui", "dit", "il", "dit~il", "ditil"]),
        ("–  \ud800 \0", []),
    ],
)  # fmt: skip
def test_a_text_is_found_by_its_words_and_by_the_ends_of_what_has_signs(text: str, found: list[str]) -> None:
    assert written(words(text)) == found


def test_a_sign_that_is_meant_is_asked_for_and_another_may_be_left_out() -> None:
    assert asked("2027/1").words == (((f"2027{GLUE}1",),),)
    assert asked("guinea-bissau").words == (((f"guinea{GLUE}bissau",), ("guineabissau",), ("guinea", "bissau")),)
    assert not asked("… * \" '")
    assert whole("Decision 2027/1") == GLUE.join(("decision", "2027", "1"))


@given(st.text())
def test_each_text_is_found_by_itself(text: str) -> None:
    """Whatever is typed, there is a way to meet it in the same text."""
    found = words(text)
    for ways in asked(text).words:
        assert any(all(any(word.startswith(part) for word in found) for part in way) for way in ways)


@given(st.text(max_size=40).map(lambda text: text * 300))
def test_whatever_is_typed_stays_small_and_has_no_sign_in_it(text: str) -> None:
    wanted = asked(text)
    parts = [part for ways in wanted.words for way in ways for part in way]
    assert len(wanted.words) <= MOST_WORDS
    assert all(len(part) <= LONGEST_WORD for part in (*parts, wanted.whole))
    assert all(sign == GLUE or sign.isalnum() for part in (*parts, wanted.whole) for sign in part)


def test_a_text_is_quoted_about_the_word_that_was_asked_for() -> None:
    text = (
        "The meeting took note of the report.\n\nLa délégation du Maroc s’est félicitée de l’œuvre commune " + "x " * 90
    )
    assert excerpt(text, asked("OEUVRE")).startswith("…du Maroc s’est félicitée de l’œuvre commune x x")
    assert excerpt(text, asked("oeuvre")).endswith("x…")
    assert excerpt(text, asked("the")).startswith("The meeting")
    assert excerpt(text, asked("nothing")) == ""
