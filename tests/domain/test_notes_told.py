"""Notes of real shape, sentence by sentence: in French and Spanish only what does not surely agree changes its form.

The tables (told/fr.txt, told/es.txt) are read as an official reads minutes: a note; then how it is told of Morocco,
whose name is masculine, of France, whose name is not, and of a State that is not named. The English one (told/en.txt)
has notes whose subject is the State, {S} by its name and {F} by its formal one, told of Morocco, of the Netherlands, of
the Gambia and of a State that is not named. Between double brackets stands
what is named as it was noted, for a person to look at; nothing else in a paragraph may be wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.drafting_debate import statement
from nmirf_desktop.domain.drafting_notes import left_as_noted
from nmirf_desktop.domain.naming import formal_name, name, sentence_start
from nmirf_desktop.domain.sittings import Attribution, Intervention
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import FIRST, at, facts, heard

_SAYS = ("believes", "thinks", "hopes", "notes", "says", "understands", "trusts", "regrets", "stresses", "considers")
_NOUNS_TOO = ("hopes", "notes", "regrets", "stresses")
"""Those of them of which several may be had: "hopes more time has given"."""
_CLAUSES = (
    "Peru is right",
    "more time is needed",
    "more time will be given",
    "consensus is possible",
    "States have duties",
    "victims have rights",
    "everyone is ready",
    "delegations will agree",
    "15 May is too early",
    "training is useful",
    "civil society has a role",
)
_ACTS = re.findall(
    r"\w+",
    "Señaló Indicó Subrayó Destacó Manifestó Expresó Informó Explicó Recordó Solicitó Preguntó Respondió Celebró"
    " Lamentó Reiteró Insistió Mencionó Observó Afirmó Declaró Anunció Propuso Pidió Sugirió Invitó Advirtió Aclaró"
    " Aceptó Rechazó Concluyó Añadió Agregó Sostuvo Opinó Consideró Confirmó Resaltó Compartió",
)
MEETING = facts()
WHO = ("Morocco", "France", "not named")
ENGLISH = {"Morocco": "MAR", "the Netherlands": "NLD", "the Gambia": "GMB", "not named": "MAR"}


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


def of_itself(who: str, note: str) -> Intervention:
    """An English note whose subject is the State that speaks."""
    state = MEETING.states[ENGLISH[who]]
    given = {"S": name(state, Language.EN).the, "F": formal_name(state, Language.EN).the}
    said = re.sub(r"(^|\. )?\{([SF])\}", lambda one: _at_head(given[one[2]], one[1]), note)
    made = heard("st", "i3a", at(FIRST, 11), state.iso3, (Language.EN, said))
    return replace(made, attribution=Attribution.UNATTRIBUTED) if who == "not named" else made


def _at_head(called: str, before: str | None) -> str:
    """A name, with a capital at the head of a sentence."""
    return called if before is None else f"{before}{sentence_start(called)}"


def rows(language: Language) -> Iterator[tuple[str, str, str]]:
    """Each note with a speaker, and its paragraph."""
    speakers = ENGLISH if language is Language.EN else WHO
    table = Path(__file__).with_name("told") / f"{language}.txt"
    for block in table.read_text(encoding="utf-8").strip().split("\n\n"):
        note, *paragraphs = block.split("\n")
        for who, line in zip(speakers, paragraphs, strict=True):
            yield note, who, line.removeprefix(f"  {who}: ")


@pytest.mark.parametrize(
    ("language", "note", "who", "paragraph"),
    [(one, *row) for one in (Language.FR, Language.ES) for row in rows(one)],
)
def test_a_note_is_told_sentence_by_sentence(language: Language, note: str, who: str, paragraph: str) -> None:
    assert told(spoken(who, note, language)) == paragraph


@pytest.mark.parametrize(("note", "who", "paragraph"), list(rows(Language.EN)))
def test_an_english_note_of_its_state_is_told_of_who_speaks(note: str, who: str, paragraph: str) -> None:
    assert told(of_itself(who, note)) == paragraph


@pytest.mark.parametrize(
    ("state", "note", "paragraph"),
    [
        (
            "NLD",
            "The Netherlands thanks the Chair. It is ready to host the next meeting.",
            (
                "The representative of the Kingdom of the Netherlands thanked the Chair. The representative said that "
                "the delegation was ready to host the next meeting."
            ),
        ),
        (
            "NLD",
            "thanks the Chair. The Netherlands has adopted a law.",
            (
                "The representative of the Kingdom of the Netherlands thanked the Chair. The representative said that "
                "the Netherlands had adopted a law."
            ),
        ),
        (
            "USA",
            "The United States thanks the Chair. The United States has no objection.",
            (
                "The representative of the United States of America thanked the Chair. The representative had no "
                "objection."
            ),
        ),
        (
            "MAR",
            "The Netherlands thanks the Chair.",
            "The representative of Morocco said that [[the Netherlands thanks the Chair.]]",
        ),
    ],
)
def test_a_state_is_known_by_the_name_that_is_spoken(state: str, note: str, paragraph: str) -> None:
    assert told(heard("st", "i3a", at(FIRST, 11), state, (Language.EN, note))) == paragraph


@pytest.mark.parametrize(
    ("note", "paragraph"),
    [
        ("believes the draft is balanced and fair.", "believed the draft was balanced and fair."),
        ("thinks the date is too early.", "thought the date was too early."),
        ("notes the text is clear.", "noted the text was clear."),
        ("hopes the meeting will be short.", "hoped the meeting would be short."),
    ],
)
def test_what_an_english_verb_says_without_that_is_its_clause(note: str, paragraph: str) -> None:
    """It read "said that believes the draft was balanced", and was not named."""
    assert told(spoken("Morocco", note, Language.EN)) == f"The representative of Morocco {paragraph}"


@pytest.mark.parametrize("verb", _SAYS)
@pytest.mark.parametrize("clause", _CLAUSES)
def test_no_english_verb_of_saying_is_reported_as_a_noun(verb: str, clause: str) -> None:
    """Whatever its subject: it read "said that believes Peru was right", and was not named."""
    paragraph = told(spoken("Morocco", f"{verb} {clause}.", Language.EN))
    assert f"said that {verb}" not in paragraph
    assert "[[" not in paragraph or (verb in _NOUNS_TOO and clause.startswith("more"))


@pytest.mark.parametrize("verb", _ACTS)
def test_a_spanish_act_of_debate_in_the_past_is_its_speakers(verb: str) -> None:
    """More than half of them were named, of which a rapporteur notes nearly every sentence."""
    paragraph = told(spoken("Morocco", f"agradeció a la Presidencia. {verb} que el texto es claro.", Language.ES))
    assert paragraph == f"La delegación de Marruecos agradeció a la Presidencia. {verb} que el texto es claro."
