"""All 193 States through every sentence of the drafting, and through every message of the catalogues that names one."""

import re
import string
from collections.abc import Iterator, Sequence

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.minutes_blocks import blocks_after
from nmirf_desktop.domain.naming import forms, name, of_states, the_states
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from tests.domain.busy_meeting import busy
from tests.domain.second_meeting import STATES

EN, FR, ES = Language
FORMS = ("state", "the_state", "of_state", "to_state", "states", "the_states", "of_states")
NEVER = {
    EN: (
        r"\b[Tt]he [Tt]he\b", r"\bof of\b", r"\bto to\b", r"\b(?:of|by|for|to) The\b", r"\ba [aeio]\w",
    ),
    FR: (
        r"\bde les?\b", r"\bà les?\b", r"\b(?:le|la|les|du|des|de la|de l’|de|d’) (?:le|les|du|des|de)\b",
        r"\bl[ae] [AEIOUÉÎ]", r"\b(?:de|que) [AEIOUÉÎ](?![.\d])", r"\bde [aeiouéêî](?!t\b)", r"’’",
    ),
    ES: (
        r"\b(?:de|a) el\b", r"\b(?:el|la|los|las|del|al) (?:el|la|los|las|del|al)\b", r"\bde del?\b", r"\ba al?\b",
        r"\by [Ii](?!s?[aeou])", r"\by [Hh]i(?![aeo])",
    ),
}  # fmt: skip
"""What no sentence of a language may have: an article twice, no elision or contraction, « y Indonesia »."""
ANYWHERE = (
    r"  ",
    r"[ \u00a0][.,)]",
    r"(?<!\.)\.\.(?!\.)",
    r"[.;][”»]\.$",
    r"\.\s»\.",
    r"\(\)",
    r"[({] ",
    r"\{\w*\}",
    r"^[a-zéà]",
    r", ?[.;]",
)
"""What no sentence of any language may have."""


def faults(text: str, language: Language) -> list[str]:
    """The forbidden patterns that stand in a text."""
    return [pattern for pattern in (*NEVER[language], *ANYWHERE) if re.search(pattern, text)]


def messages(language: Language) -> Iterator[Message]:
    """The messages of a catalogue that name a State."""
    with bundled(f"i18n/{language}/LC_MESSAGES/nmirf.po").open("rb") as file:
        for one in read_po(file):
            ids = one.id if isinstance(one.id, tuple | list) else (one.id,)
            if one.id and any(f"{{{name}}}" in text for text in ids for name in FORMS):
                yield one


def said(one: Message) -> Sequence[str]:
    """The texts of a message in its language; English is often its own."""
    ids = one.id if isinstance(one.id, tuple | list) else (one.id,)
    texts = one.string if isinstance(one.string, tuple | list) else (one.string,)
    return [text or original for text, original in zip(texts, ids, strict=False)]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_are_193_states_and_as_many_messages_as_are_looked_at() -> None:
    assert len(STATES) == 193
    assert all(sum(1 for _ in messages(language)) > 150 for language in Language)


@pytest.mark.parametrize("language", list(Language))
def test_every_message_that_names_a_state_takes_each_of_them(language: Language) -> None:
    """Each placeholder with each State's form; a bare name never stands after a word that melts with an article."""
    bare = re.compile(r"\b(?:de|du|d’|à|au|del?|a|al)\s?\{states?\}")
    found = []
    for one in messages(language):
        for text in said(one):
            if language is not EN and bare.search(text):
                found.append(f"bare: {text}")
            for state in STATES.values():
                given = forms(state, language)
                values = dict.fromkeys(fields(text), "7")
                values |= {field: given[field.replace("states", "state")] for field in FORMS if field in values}
                names = [pattern for pattern in NEVER[language] if re.search(pattern, text.format(**values))]
                names = [pattern for pattern in names if not re.search(pattern, text)]
                if names:
                    found.append(f"{state.iso3}: {text.format(**values)} {names}")
    assert not found, "\n".join(found[:30])


@pytest.mark.parametrize("language", list(Language))
def test_a_form_is_the_name_with_its_article_and_preposition_once(language: Language) -> None:
    for state in STATES.values():
        of = name(state, language).of
        assert not faults(of[:1].upper() + of[1:], language), of


def test_minutes_in_which_a_state_does_everything_are_grammatical_for_each_of_them() -> None:
    """Each State once as a member and once as an observer: every paragraph and block, in three languages."""
    codes = sorted(STATES)
    found: dict[str, str] = {}
    slots: set[str] = set()
    for place, code in enumerate(codes):
        known = busy(code, codes[(place + 61) % len(codes)])
        for one in draft(known):
            slots.add(one.slot.partition(":")[0])
            for language in Language:
                text = one.text[language]
                wrong = faults(text, language) if text else []
                if wrong:
                    found.setdefault(f"{language} {one.slot} {wrong}", f"{code}: {text}")
    assert not found, "\n".join(f"{key} {text}" for key, text in list(found.items())[:40])
    assert slots >= {
        "intervention", "proposal", "sponsors", "amendment", "motion", "appeal", "consensus", "vote", "officers",
        "coordinator", "committee", "election", "elected",
    }  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_each_state_stands_in_lists_before_and_after_others(language: Language) -> None:
    words = catalog(language)
    some = [STATES[code] for code in ("BRA", "IDN", "GMB")]
    for state in STATES.values():
        for row in ((state, *some), (*some, state)):
            for text in (of_states(row, words), the_states(row, words)):
                assert not faults(text[:1].upper() + text[1:], language), text


def test_no_paragraph_of_the_busy_meeting_is_without_a_language_but_a_note() -> None:
    for one in draft(busy("MAR", "JPN")):
        there = [language for language in Language if one.text[language]]
        assert len(there) == 3 or one.slot.startswith("intervention"), one.slot
        assert isinstance(blocks_after(one.slot, busy("MAR", "JPN")), tuple)
