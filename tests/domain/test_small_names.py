"""Names in a note that was typed in small letters: they get their capitals where they surely are names, else stay."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.drafted import slot
from nmirf_desktop.domain.drafting_debate import statement
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.minutes_papers import Shown
from nmirf_desktop.domain.mistold import mistold
from nmirf_desktop.domain.names_known import plain
from nmirf_desktop.domain.naming import formal_name, name
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.small_names import with_names
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import FIRST, STATES, at, facts, heard
from tests.domain.test_notes_told import rows, told

EN, FR, ES = Language
_SENTENCES = {
    EN: ("supports the statement {of}", "agrees with {the}", "{the} is right"),
    FR: ("s’associe à la déclaration {of}", "rejoint {the}", "répond {to}"),
    ES: ("se suma a la declaración {of}", "coincide con {the}", "responde {to}", "{the} apoya el texto"),
}


def named(note: str, language: Language, body: str = "") -> str:
    """The note with the names that are known in a register as delivered."""
    return with_names(note, language, STATES.values(), body)


@pytest.mark.parametrize(
    ("language", "typed", "written"),
    [
        (EN, "only 12 states replied", "only 12 States replied"),
        (EN, "more work in west africa", "more work in West Africa"),
        (FR, "les pays d'afrique de l'ouest", "les pays d'Afrique de l'Ouest"),
        (ES, "en áfrica occidental", "en África Occidental"),
        (FR, "appelle tous les etats et les petits états", "appelle tous les États et les petits États"),
        (ES, "insta a los estados miembros", "insta a los Estados miembros"),
        (FR, "partage l'avis de la suisse", "partage l'avis de la Suisse"),
        (FR, "la slovénie a tort", "la Slovénie a tort"),
        (FR, "s'associe à la déclaration du brésil", "s'associe à la déclaration du Brésil"),
        (FR, "rejoint le maroc, maurice et les philippines", "rejoint le Maroc, Maurice et les Philippines"),
        (FR, "appuie l’argentine et la suisse", "appuie l’Argentine et la Suisse"),
        (FR, "l'inde, la chine et le bénin", "l'Inde, la Chine et le Bénin"),
        (FR, "remercie la grenade", "remercie la Grenade"),
        (FR, "qu'israël a ratifié", "qu'Israël a ratifié"),
        (FR, "salue la cote d'ivoire et les etats unis", "salue la Côte d'Ivoire et les États-Unis"),
        (FR, "du viet nam et du vietnam", "du Viet Nam et du Vietnam"),
        (FR, "l'appui du hcdh, de l'onu et de l'ue", "l'appui du HCDH, de l'ONU et de l'UE"),
        (FR, "se réunit à genève, puis à vienne", "se réunit à Genève, puis à Vienne"),
        (ES, "coincide con paraguay", "coincide con Paraguay"),
        (ES, "de chile, por españa, a noruega, del uruguay", "de Chile, por España, a Noruega, del Uruguay"),
        (ES, "de argentina, china y noruega", "de Argentina, China y Noruega"),
        (ES, "la delegación de granada", "la delegación de Granada"),
        (ES, "la india apoya el texto", "la India apoya el texto"),
        (ES, "apoya a mexico, a iran y al peru", "apoya a México, a Irán y al Perú"),
        (ES, "los países bajos y el reino unido", "los Países Bajos y el Reino Unido"),
        (ES, "de el salvador", "de El Salvador"),
        (ES, "la oacnudh y la ue", "la OACNUDH y la UE"),
        (EN, "agrees with ireland", "agrees with Ireland"),
        (EN, "ireland's text and that of turkey", "Ireland's text and that of Turkey"),
        (EN, "china agrees with chad", "China agrees with Chad"),
        (EN, "thanks cote d’ivoire and st. lucia", "thanks Côte d’Ivoire and St. Lucia"),
        (EN, "the us, the uk and the un agree with us", "the US, the UK and the UN agree with us"),
        (EN, "thanks ohchr, undp and the nhris", "thanks OHCHR, UNDP and the NHRIs"),
        (EN, "expires friday, or in may", "expires Friday, or in May"),
        (EN, "on 15 may, by march 2027 or mid-january", "on 15 May, by March 2027 or mid-January"),
        (EN, "the french text", "the French text"),
    ],
)
def test_a_name_that_is_certain_has_its_capitals(language: Language, typed: str, written: str) -> None:
    assert named(typed, language) == written


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (EN, "the report states that the state of play is poor"),
        (FR, "les états financiers et l’état du rapport"),
        (ES, "los estados financieros y el estado de la Red"),
        (FR, "la délégation suisse appuie la position argentine"),
        (FR, "rejoint la délégation allemande et la suisse"),
        (FR, "les délégations philippines"),
        (FR, "un incident bénin lors d’une attaque à la grenade"),
        (FR, "un texte qui a eu un succès, quoi qu’il vienne"),
        (FR, "la délégation équatorienne"),
        (FR, "dit « la suisse a tort »"),
        (FR, "voir france.docx, a@suisse.ch, https://exemple.org/france/brésil et \\\\serveur\\maroc"),
        (ES, "la delegación noruega y la posición china"),
        (ES, "la comunidad india y la argentina"),
        (ES, "lanza una granada"),
        (ES, "habla en inglés y sudan mucho"),
        (ES, "no cree que la haya visto en la paz"),
        (ES, "una sana práctica"),
        (ES, "dice “coincide con paraguay”"),
        (ES, "un acuerdo de un año"),
        (EN, "fine china, guinea pigs and a turkey"),
        (EN, "who supports it, and what about us"),
        (EN, "agrees with us on the car of the year"),
        (EN, "paragraph 5 may raise problems and may be deleted"),
        (EN, "what nobody thought of may still march on"),
        (EN, "the state of play"),
        (EN, "said “ireland agrees”"),
        (EN, "see peru.pdf, list_france and anne@ireland.ie"),
    ],
)
def test_an_adjective_a_common_word_and_what_is_quoted_stay_as_typed(language: Language, note: str) -> None:
    assert named(note, language) == note


def test_a_word_with_any_capital_stays_as_typed() -> None:
    assert named("the OHChR, IRELAND and Costa rica", EN) == "the OHChR, IRELAND and Costa Rica"
    assert named("la République Tchèque", FR) == "la République Tchèque"


def test_no_name_gets_a_capital_that_would_begin_a_sentence() -> None:
    """Behind "e.g. " a capital would part the sentence, and its second half would have no verb."""
    assert named("supports some, e.g. ireland, on this", EN) == "supports some, e.g. ireland, on this"


def test_a_body_that_speaks_is_known_by_its_own_name() -> None:
    assert named("amnesty international thanks the chair", EN, "Amnesty International").startswith("Amnesty Int")
    assert named("la finul propose", FR, "FINUL") == "la FINUL propose"
    assert named("redress is needed", EN, "Redress") == "redress is needed"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("state", STATES.values(), ids=lambda one: str(one.iso3))
def test_each_state_is_known_in_small_letters(state: State, language: Language) -> None:
    """By its short and by its formal name, behind its article and its prepositions."""
    for said in (name(state, language), formal_name(state, language)):
        for frame in _SENTENCES[language]:
            written = frame.format(of=said.of, the=said.the, to=said.to)
            assert named(written.lower(), language) == written


@pytest.mark.parametrize("language", Language)
def test_what_was_typed_with_capitals_stays_letter_by_letter(language: Language) -> None:
    """Each note of real shape, whose writers knew which words are names."""
    for note, *_ in rows(language):
        assert named(note, language) == note


@pytest.mark.parametrize("language", Language)
def test_a_note_whose_names_are_small_is_told_as_one_whose_names_are_not(language: Language) -> None:
    """All notes of real shape that name somebody: what follows a name sees it, and marks the same sentences."""
    small = {note: _with_small_names(note, language) for note, *_ in rows(language) if "{" not in note}
    compared = [(told(said(typed, language)), told(said(note, language))) for note, typed in small.items()]
    assert sum(note != typed for note, typed in small.items()) > 40
    assert [one for one, other in compared if one != other] == []


def _with_small_names(note: str, language: Language) -> str:
    """The note with those of its names in small letters that are known again."""
    known = named(note.lower(), language)
    return "".join(sign.lower() if one.isupper() else sign for sign, one in zip(note, known, strict=True))


def said(note: str, language: Language) -> Intervention:
    """What Morocco said, as it was noted."""
    return heard("st", "i3a", at(FIRST, 11), "MAR", (language, note))


@given(st.text(), st.sampled_from(tuple(Language)))
def test_nothing_but_capitals_accents_and_hyphens_changes(note: str, language: Language) -> None:
    written = named(note, language)
    assert plain(written).replace("-", " ") == plain(note).replace("-", " ")


@pytest.mark.parametrize(
    ("language", "note", "paragraph"),
    [
        (FR, "partage l’avis de la suisse", "La délégation du Maroc partage l’avis de la Suisse."),
        (FR, "la slovénie a tort", "La délégation du Maroc dit que la Slovénie a tort."),
        (ES, "coincide con paraguay", "La delegación de Marruecos coincide con Paraguay."),
        (
            EN,
            "ireland is right. agrees with peru",
            "The representative of Morocco said that Ireland was right. The representative agreed with Peru.",
        ),
        (EN, "asks for a vote by friday", "The representative of Morocco asked for a vote by Friday."),
        (EN, "friday was too early", "The representative of Morocco said that Friday was too early."),
        (EN, "sri lanka has a point", "The representative of Morocco said that Sri Lanka had a point."),
        (ES, "el salvador tiene razón", "La delegación de Marruecos dice que El Salvador tiene razón."),
        (FR, "le maroc appuie le texte", "La délégation du Maroc appuie le texte."),
        (
            FR,
            "remercie le comité. Celui-ci n’a pas publié ses comptes",
            "La délégation du Maroc remercie le comité. Elle ajoute que celui-ci n’a pas publié ses comptes.",
        ),
        (
            FR,
            "remercie le comité. Ceux-ci sont prêts. Ceci est clair",
            (
                "La délégation du Maroc remercie le comité. Elle ajoute que ceux-ci sont prêts. Elle dit aussi que ceci"
                " est clair."
            ),
        ),
        (
            ES,
            "agradece el informe. Éste no es claro. Aquel no tiene cifras",
            (
                "La delegación de Marruecos agradece el informe. Añade que éste no es claro. Dice también que aquel no "
                "tiene cifras."
            ),
        ),
        (
            EN,
            "thanks the Committee. These figures are wrong. This has been said.",
            (
                "The representative of Morocco thanked the Committee. The representative added that these figures were "
                "wrong. The representative also said that this had been said."
            ),
        ),
    ],
)  # fmt: skip
def test_a_note_in_small_letters_is_told_with_its_names(language: Language, note: str, paragraph: str) -> None:
    assert told(said(note, language)) == paragraph


def test_a_missing_article_is_seen_before_a_small_name() -> None:
    """« remercie suisse » read as a sentence without a fault while its name was small."""
    assert told(said("remercie pérou", FR)) == "La délégation du Maroc [[remercie Pérou.]]"
    assert told(said("participera aussi le ghana", FR)) == "La délégation du Maroc [[participera aussi le Ghana.]]"


def test_a_partner_is_told_by_its_own_name() -> None:
    made = heard("st", "i3a", at(FIRST, 11), Trilingual("UNITAR", "UNITAR", "UNITAR"), (EN, "thanks unitar’s team"))
    assert told(made) == "The representative of UNITAR thanked UNITAR’s team."


def test_a_note_of_another_language_is_still_found_in_its_paragraph() -> None:
    """It stands there with its names, and is looked for as it was typed."""
    made = said("ireland appuie le texte", EN)
    meeting = replace(facts(), interventions=(made,))
    shown = Shown(Section.ITEM, statement(meeting, made), "i3a", slot("intervention", made.key))
    found = mistold([shown], meeting, lambda text, _: FR if text.startswith("ireland appuie") else None)
    assert [one.language for one in found] == [EN]
