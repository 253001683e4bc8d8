"""What only who has the floor does is told of who speaks, whatever the sentence before names; no other act is."""

import pytest

from nmirf_desktop.i18n import Language
from tests.domain.test_notes_told import spoken, told

EN, FR, ES = Language.EN, Language.FR, Language.ES


@pytest.mark.parametrize(
    ("language", "note", "end"),
    [
        (EN, "office moved. would not block consensus.", "The representative said that the delegation would not block"),
        (EN, "the Chair is wrong. has no instructions.", "The representative said that the delegation had no instruc"),
        (EN, "office moved. hopes members will pay.", "The representative hoped members would pay."),
        (EN, "the tool is old. reserves its position.", "The representative reserved the delegation’s position."),
        (FR, "la plateforme est chère. insiste sur un vote.", "Elle insiste sur un vote."),
        (FR, "appuie le texte. le hub existe. n’y voit aucun inconvénient.", "Elle n’y voit aucun inconvénient."),
        (ES, "hay que cerrar la lista. cree que es tarde. retira su enmienda.", "Retira su enmienda."),
        (ES, "el texto es largo. se pregunta por qué no vino Chile.", "Se pregunta por qué no vino Chile."),
    ],
)
def test_a_position_is_told_of_who_speaks_behind_a_thing(language: Language, note: str, end: str) -> None:
    made = told(spoken("France", note, language))
    assert end in made
    assert f"[[{end}" not in made


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (EN, "supports it. Peru opposes the draft. insists on a vote.", "Insists on a vote."),
        (EN, "office moved. Peru said no. would not block consensus.", "Would not block consensus."),
        (EN, "EU members agreed last week. insists on a vote.", "Insists on a vote."),
        (FR, "appuie le texte. le Pérou s’oppose. insiste sur un vote.", "Insiste sur un vote."),
        (ES, "apoya el texto. Perú pide un plazo. retira su enmienda.", "Retira su enmienda."),
    ],
)
def test_behind_another_who_has_the_floor_it_may_be_his_and_is_marked(language: Language, note: str, left: str) -> None:
    made = told(spoken("France", note, language))
    assert f"{left}]]" in made


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (EN, "can’t accept it.", "The representative of France could not accept it."),
        (EN, "doesn't see the need.", "The representative of France said that the delegation did not see the need."),
        (EN, "the draft isn’t ready.", "The representative of France said that the draft was not ready."),
        (EN, "no budget.", "The representative of France said that the delegation had no budget."),
        (
            EN,
            "never received the invitation.",
            "The representative of France said that France had never received the invitation.",
        ),
        (EN, "backs L.1 but not para 4.", "The representative of France backed L.1 but not para 4."),
        (EN, "looks forward to May.", "The representative of France looked forward to May."),
        (FR, "trouve le projet mal rédigé.", "La délégation de la France trouve le projet mal rédigé."),
        (FR, "merci. invite les membres à Dakar.", "La délégation de la France dit\N{NO-BREAK SPACE}: [[merci.]] Elle"),
        (ES, "apoya el texto. ya dijo que no.", "La delegación de Francia apoya el texto. Ya dijo que no."),
    ],
)
def test_telegraphic_acts_are_told(language: Language, note: str, paragraph: str) -> None:
    assert told(spoken("France", note, language)).startswith(paragraph)


@pytest.mark.parametrize(
    ("note", "paragraph"),
    [
        ("withdraws its amendment.", "withdrew the delegation’s amendment."),
        ("strongly reiterates its support.", "strongly reiterated the delegation’s support."),
        ("its ministry has no staff.", "said that France’s ministry had no staff."),
        ("says that its ministry is ready.", "said that France’s ministry was ready."),
        ("submitted its report.", "submitted its report."),
        ("thanks Peru for its support.", "thanked Peru for its support."),
        ("asks Peru to withdraw its proposal.", "asked Peru to withdraw its proposal."),
    ],
)
def test_what_a_representative_has_is_the_delegation_s_or_the_state_s(note: str, paragraph: str) -> None:
    assert told(spoken("France", note, EN)) == f"The representative of France {paragraph}"


def test_who_is_not_named_has_its_own() -> None:
    assert told(spoken("not named", "withdraws its amendment.", EN)) == "A delegation withdrew its amendment."


@pytest.mark.parametrize(
    ("language", "note", "left"),
    [
        (EN, "supports the text. tool is free.", "Tool is free."),
        (EN, "supports the text. we can't pay.", "We can't pay."),
        (ES, "apoya el texto. no estamos de acuerdo. ¿quién traduce al inglés?", "¿Quién traduce al inglés?"),
    ],
)
def test_what_is_left_reads_as_it_was_noted(language: Language, note: str, left: str) -> None:
    assert f"{left}]]" in told(spoken("France", note, language))
