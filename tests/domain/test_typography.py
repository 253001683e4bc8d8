"""The marks of print of each language: as one types and as it is printed; idempotent, never a letter changed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.typography import NBSP, as_typed, typeset, unopened, with_dashes
from nmirf_desktop.i18n import Language

TYPED = st.text(alphabet="aM. 1239-:;!?«»“”‘’'\"%…(/@¿¡é\u00a0\u202f\n", max_size=40) | st.text(max_size=40)
every_language = pytest.mark.parametrize("language", list(Language))


def type_out(text: str, language: Language) -> str:
    """What stands there when a text was typed key by key."""
    there = ""
    for sign in text:
        there += sign
        change = as_typed(there, language)
        if change is not None:
            there = there[: len(there) - change.length] + change.text
    return there


def letters(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(filter(str.isalnum, text))


@every_language
@given(text=TYPED)
@example(text="1:»")
def test_what_is_set_is_set_once_and_no_letter_is_changed(language: Language, text: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once
    assert letters(once) == letters(text)


@every_language
@given(text=TYPED)
def test_no_key_changes_a_letter_and_each_change_can_be_taken_back(language: Language, text: str) -> None:
    for end in range(1, len(text) + 1):
        before = text[:end]
        change = as_typed(before, language)
        if change is None:
            continue
        after = before[: end - change.length] + change.text
        assert letters(after) == letters(before)
        assert after != before
        assert change.length <= end


@pytest.mark.parametrize(
    ("language", "typed", "text"),
    [
        (Language.FR, 'L\'accord: "oui"; non?', f"L’accord{NBSP}: «{NBSP}oui{NBSP}»{NBSP}; non{NBSP}?"),
        (Language.FR, 'Elle dit : "le mot "pacte" reste"', f"Elle dit{NBSP}: «{NBSP}le mot “pacte” reste{NBSP}»"),
        (Language.FR, "M. Diallo, le 8 mai, 12 345 voix...", f"M.{NBSP}Diallo, le 8{NBSP}mai, 12{NBSP}345{NBSP}voix…"),
        (Language.FR, "point 3: voir art. 5 ", f"point 3{NBSP}: voir art.{NBSP}5 "),
        (Language.EN, 'The State\'s "own" items 5-7, No. 5.', f"The State’s “own” items 5–7, No.{NBSP}5."),
        (Language.EN, "It said 'yes' (\"indeed\")...", "It said ‘yes’ (“indeed”)…"),
        (Language.EN, "on 4 May 2027, 4 members", f"on 4{NBSP}May{NBSP}2027, 4 members"),
        (Language.FR, "le 14 août 2027, en août 27", f"le 14{NBSP}août{NBSP}2027, en août 27"),
        (Language.ES, "14 de agosto de 2027, de 2027", f"14{NBSP}de agosto de{NBSP}2027, de 2027"),
        (Language.ES, "el 18 de febrero de 2027, 18 de ellos", f"el 18{NBSP}de febrero de{NBSP}2027, 18 de ellos"),
        (Language.EN, "See paras. 12-14, and May 8-10. I", f"See paras.{NBSP}12–14, and May 8–10. I"),
        (Language.ES, 'El "acuerdo" de los días 8-10 de mayo', f"El “acuerdo” de los días 8–10{NBSP}de mayo"),
    ],
)
def test_marks_come_as_one_types(language: Language, typed: str, text: str) -> None:
    assert type_out(typed, language) == text
    assert typeset(text, language) == text


@every_language
@pytest.mark.parametrize(
    "alone",
    [
        "NMIRF/2027/1",
        "A/HRC/50/64",
        "https://example.org/a?b=c;d'e",
        "http://example.org:8080/x-1-2",
        "o'brien@example.org",
        "+41 22 917 90 00",
        "2027-05-08",
        "10:30",
        "www.example.org/l'accord",
        "ISO 3166-1",
        "917-9000",
        "2026-05",
        "room 23-17",
        "rules 23-17",
        "document 5-7",
        "NMIRF-2-3",
    ],
)
def test_codes_and_addresses_stay_as_they_are(language: Language, alone: str) -> None:
    for text in (alone, f"{alone} x", f"x {alone} x"):
        assert typeset(text, language) == text
        assert type_out(text, language) == text


@every_language
def test_in_print_no_hyphen_between_figures_becomes_another_sign(language: Language) -> None:
    for text in ("items 5-7 of the agenda", "los temas 5-7 y 8", "1999-2004"):
        assert typeset(text, language) == text, "it was typed so, or the dash was taken back"


@every_language
def test_in_print_a_hyphen_between_spaces_within_a_sentence_is_a_dash(language: Language) -> None:
    assert with_dashes("the fee - too high - and late") == "the fee – too high – and late"
    for text in ("5 - 3", "- a point", "a-b", "See NMIRF - 2 - 3", "Report - final.pdf", "12 - not 7"):
        assert with_dashes(text) == text
    assert typeset("a - b", language) == "a - b", "a file to be corrected comes back as it left"
    assert typeset("See § 3", language) == f"See §{NBSP}3"


def test_in_print_no_line_ends_between_a_figure_and_the_states_that_it_counts() -> None:
    assert typeset("asesoramiento a 19 Estados", Language.ES) == f"asesoramiento a 19{NBSP}Estados"
    assert typeset("47 membres et 2 États", Language.FR) == f"47{NBSP}membres et 2{NBSP}États"


SEED = st.text(alphabet="a1./-@:+\"' www?!«", min_size=1, max_size=6)
LONG = 20_000


@every_language
@given(seed=SEED, tail=SEED)
@settings(max_examples=60)
@example(seed="a", tail="a")
@example(seed="1", tail="-")
@example(seed="a.", tail="/")
@example(seed="a", tail="@")
@example(seed=" ", tail='"')
@example(seed="a b ", tail="?")
@example(seed="www.", tail=" ")
def test_a_long_text_keeps_its_letters(language: Language, seed: str, tail: str) -> None:
    text = f'"{seed * (LONG // len(seed))}{tail}"?'
    assert letters(typeset(text, language)) == letters(text)
    unopened(text)
    as_typed(text, language)


def test_french_puts_its_spaces_also_where_none_was_typed() -> None:
    assert typeset("«oui»; non? Voir: ceci!", Language.FR) == (
        f"«{NBSP}oui{NBSP}»{NBSP}; non{NBSP}? Voir{NBSP}: ceci{NBSP}!"
    )
    assert typeset("“yes”; no? See: this!", Language.EN) == "“yes”; no? See: this!"


def test_a_spanish_question_that_is_not_opened_is_marked() -> None:
    assert unopened("¿Quién? Nadie. Quién? ¡Bien! Bien!") == (20, 33)
    assert unopened("") == ()


@given(text=st.text(alphabet="ab?!¿¡.…\n", max_size=40))
def test_each_sign_without_the_one_that_opens_its_sentence_is_marked(text: str) -> None:
    marked = set(unopened(text))
    for place, sign in enumerate(text):
        begins = max((text.rfind(end, 0, place) for end in ".?!…\n"), default=-1) + 1
        opening = {"?": "¿", "!": "¡"}.get(sign)
        assert (place in marked) == (opening is not None and opening not in text[begins:place])
