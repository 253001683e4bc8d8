"""The past of English verbs, by the rule of spelling and the closed class of those that have another."""

from functools import cache

import hunspell  # type: ignore[import-untyped]
import pytest

from nmirf_desktop.domain.english_past import in_past
from nmirf_desktop.domain.english_verbs import is_finite, past
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.spelling import FOLDER


@cache
def _dictionary() -> hunspell.Hunspell:
    return hunspell.Hunspell("en", hunspell_data_dir=str(bundled(FOLDER)), system_encoding="UTF-8")


PAIRS = (
    "supports:supported wants:wanted sends:sent refers:referred offers:offered visits:visited submits:submitted"
    " plans:planned develops:developed travels:travelled plays:played carries:carried goes:went regrets:regretted"
    " considers:considered focuses:focused permits:permitted questions:questioned has:had limits:limited"
    " emphasizes:emphasized stresses:stressed wishes:wished undertakes:undertook withdraws:withdrew"
    " repeats:repeated highlights:highlighted"
)


@pytest.mark.parametrize("pair", PAIRS.split())
def test_the_past_of_a_verb(pair: str) -> None:
    form, _, was = pair.partition(":")
    assert past(form) == was


@pytest.mark.parametrize("form", ["reads", "learns", "lies", "rewrites", "this", "us", "always", "supported", "", "s"])
def test_what_has_no_known_past_has_none(form: str) -> None:
    assert past(form) == ""


@pytest.mark.parametrize("word", ["need", "exceed", "proceed", "hundred", "support"])
def test_a_word_in_ed_may_be_no_past(word: str) -> None:
    assert not is_finite(word)


NOT_IN_IT = (
    "bodded carred cubbed dieselled dudded fadded fatted firred gapped globbed honned hostelled ladded plummed"
    " precancelled shadded stagged tubbed tunned"
)
"""Of nouns that are hardly ever verbs, and some forms of British spelling that the dictionary does not know."""


def test_the_past_of_every_verb_of_the_dictionary_is_a_word_of_it() -> None:
    """Verbs are those with a third person and with -ed by the dictionary's own rules."""
    wrong, checked = [], 0
    for line in (bundled(FOLDER) / "en.dic").read_text(encoding="utf-8").splitlines():
        word, _, flags = line.partition("/")
        made = past(f"{word}s") if {"S", "D", "G"} <= set(flags) and word.isalpha() and not word.endswith("y") else ""
        checked += bool(made)
        if made and not _dictionary().spell(made):
            wrong.append(made)
    assert checked > 3000
    assert sorted(wrong) == NOT_IN_IT.split()


@pytest.mark.parametrize(
    ("sentence", "was"),
    [
        ("thanks the Chair and reports on the budget", "thanked the Chair and reports on the budget"),
        ("quotes “it is good” and asks that it is done", "quoted “it is good” and asked that it was done"),
        ("supports the political will of May", "supported the political will of May"),
        (
            "thanks the Chair and requests the Secretariat to act",
            "thanked the Chair and requested the Secretariat to act",
        ),
        ("supports it, and notes that it is late", "supported it, and noted that it was late"),
        ("supports the text and requests that it be sent", "supported the text and requested that it be sent"),
        ("supports the text but wants more time", "supported the text but wanted more time"),
        ("welcomes the report and agrees with Mali", "welcomed the report and agreed with Mali"),
        ("asks which costs are covered", "asked which costs were covered"),
        ("asks about further requests", "asked about further requests"),
        ("welcomes the comments and requests the members made", "welcomed the comments and requests the members made"),
        (
            "welcomes the comments and requests that members sent",
            "welcomed the comments and requests that members sent",
        ),
        ("asks about visits and calls each year", "asked about visits and calls each year"),
    ],
)
def test_only_what_grammar_tells_is_changed(sentence: str, was: str) -> None:
    assert in_past(sentence, verb_first=True) == was


NOUNS = (
    "costs cuts doubts requests calls comments wishes leads hopes notes remarks replies quotes objects supports deals"
    " thanks appeals mentions urges stresses runs shows stands sets holds falls rises"
)


@pytest.mark.parametrize("joined", ["and ", "or ", "also ", "not ", ", ", "; ", ", members and "])
@pytest.mark.parametrize("noun", NOUNS.split())
def test_a_noun_behind_a_conjunction_or_a_comma_stays(noun: str, joined: str) -> None:
    """Minutes said what nobody said: "asked about deadlines and cost"."""
    gap = "" if joined.startswith((",", ";")) else " "
    for behind in ("", " of members", " in 2027", " from Mali", ", and plans", " each year"):
        sentence = f"asks about deadlines{gap}{joined}{noun}{behind}"
        assert in_past(sentence, verb_first=True) == sentence.replace("asks", "asked", 1)
