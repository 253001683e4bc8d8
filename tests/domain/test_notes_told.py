"""Notes of real shape in French and Spanish, sentence by sentence: only what does not surely agree changes its form.

The tables (told/fr.txt, told/es.txt) are read as an official reads minutes: a note; then how it is told of Morocco,
whose name is masculine, of France, whose name is not, and of a State that is not named. Between double brackets stands
what is named as it was noted, for a person to look at; nothing else in a paragraph may be wrong.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.drafting_debate import left_as_noted, statement
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import FIRST, at, facts, heard

MEETING = facts()
WHO = ("Morocco", "France", "not named")


def spoken(who: str, note: str, language: Language) -> Intervention:
    """A note on what a State said."""
    made = heard("st", "i3a", at(FIRST, 11), "FRA" if who == "France" else "MAR", (language, note))
    return replace(made, attribution=Attribution.UNATTRIBUTED) if who == "not named" else made


def told(said: Intervention) -> str:
    """The paragraph, with what is named in it between double brackets."""
    text = statement(MEETING, said)[said.language]
    for one in left_as_noted(MEETING, said):
        assert one in text, "what is named is not found in its paragraph, and would not be shown"
        text = text.replace(one, f"[[{one}]]", 1)
    return text


def rows(language: Language) -> Iterator[tuple[str, str, str]]:
    """Each note with a speaker, and its paragraph."""
    table = Path(__file__).with_name("told") / f"{language}.txt"
    for block in table.read_text(encoding="utf-8").strip().split("\n\n"):
        note, *paragraphs = block.split("\n")
        for who, line in zip(WHO, paragraphs, strict=True):
            yield note, who, line.removeprefix(f"  {who}: ")


@pytest.mark.parametrize(
    ("language", "note", "who", "paragraph"),
    [(one, *row) for one in (Language.FR, Language.ES) for row in rows(one)],
)
def test_a_note_is_told_sentence_by_sentence(language: Language, note: str, who: str, paragraph: str) -> None:
    assert told(spoken(who, note, language)) == paragraph
