"""The officers of a meeting, and the sentence in which its minutes name them."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.drafting import draft
from nmirf_desktop.domain.minutes import Section
from nmirf_desktop.domain.officers import Office, Officer, check_officer, in_order, office_held, office_name
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.second_meeting import ITEMS, facts

OPENING = ITEMS[0].key


def officer(office: Office, state: StateCode, person: str | None = None, item: str | None = OPENING) -> Officer:
    return Officer(f"{office}-{state}", "meeting", office, state, person, item)


def sentences(*officers: Officer, people: tuple[Person, ...] = ()) -> list[tuple[str, str, str]]:
    """The paragraphs on elections in three languages."""
    known = replace(facts(), officers=officers, people=people)
    found = [one for one in draft(known) if one.slot.startswith("officers:")]
    assert {one.section for one in found} <= {Section.OFFICERS}
    return [(one.text.en, one.text.fr, one.text.es) for one in found]


def test_without_a_person_the_state_is_elected_in_each_language() -> None:
    """English said that the representative was, beside a French and a Spanish that said it of the State."""
    elected = officer(Office.RAPPORTEUR, "GHA"), officer(Office.CHAIR, "PRY"), officer(Office.VICE_CHAIR, "PHL")
    ((english, french, spanish),) = sentences(*elected)
    assert english == (
        "Under agenda item 1, the meeting elected Paraguay as Chair, "
        "the Philippines as Vice-Chair and Ghana as Rapporteur."
    )
    assert french == (
        "Au titre du point 1 de l’ordre du jour, la réunion élit le Paraguay à la présidence, "
        "les Philippines à la vice-présidence et le Ghana aux fonctions de rapporteur."
    )
    assert spanish == (
        "En relación con el tema 1 de la agenda, la reunión elige al Paraguay para la Presidencia, "
        "a Filipinas para la Vicepresidencia y a Ghana para la Relatoría."
    )


@pytest.mark.parametrize(
    ("gender", "said"),
    [
        (
            Gender.FEMININE,
            (
                "The meeting elected Ms. Ana SOSA (El Salvador) as Chair.",
                "La réunion élit Mme\u00a0Ana SOSA (El Salvador) Présidente.",
                "La reunión elige Presidenta a la Sra.\u00a0Ana SOSA (El Salvador).",
            ),
        ),
        (
            Gender.MASCULINE,
            (
                "The meeting elected Mr. Ana SOSA (El Salvador) as Chair.",
                "La réunion élit M.\u00a0Ana SOSA (El Salvador) Président.",
                "La reunión elige Presidente al Sr.\u00a0Ana SOSA (El Salvador).",
            ),
        ),
        (
            Gender.UNKNOWN,
            (
                "The meeting elected Ana SOSA (El Salvador) as Chair.",
                "La réunion élit Ana SOSA (El Salvador) à la présidence.",
                "La reunión elige a Ana SOSA (El Salvador) para la Presidencia.",
            ),
        ),
    ],
)
def test_a_person_has_a_title_of_its_gender(gender: Gender, said: tuple[str, str, str]) -> None:
    person = Person("ana", Trilingual(), "SLV", "Ana", "Sosa", gender)
    assert sentences(officer(Office.CHAIR, "SLV", "ana", item=None), people=(person,)) == [said]


@pytest.mark.parametrize(
    ("office", "feminine", "masculine"),
    [
        (Office.VICE_CHAIR, ("Vice-Présidente.", "Vicepresidenta"), ("Vice-Président.", "Vicepresidente")),
        (Office.RAPPORTEUR, ("Rapporteuse.", "Relatora"), ("Rapporteur.", "Relator")),
    ],
)
def test_every_office_has_both_titles(office: Office, feminine: tuple[str, str], masculine: tuple[str, str]) -> None:
    for gender, (fr, es) in ((Gender.FEMININE, feminine), (Gender.MASCULINE, masculine)):
        person = Person("x", Trilingual(), "HTI", "X", "Y", gender)
        ((_, french, spanish),) = sentences(officer(office, "HTI", "x"), people=(person,))
        assert french.endswith(fr)
        assert f"elige {es} " in spanish


def test_of_a_function_without_a_name_the_state_is_elected() -> None:
    person = Person("f", Trilingual("Permanent Representative"), "HTI", gender=Gender.FEMININE)
    ((english, french, spanish),) = sentences(officer(Office.CHAIR, "HTI", "f", item=None), people=(person,))
    assert english == "The meeting elected Haiti as Chair."
    assert french == "La réunion élit Haïti à la présidence."
    assert spanish == "La reunión elige a Haití para la Presidencia."


def test_each_item_has_its_paragraph_and_one_that_left_the_agenda_is_none() -> None:
    later = ITEMS[2].key
    found = sentences(
        officer(Office.CHAIR, "PRY", item=later), officer(Office.RAPPORTEUR, "GHA", item="gone"),
        officer(Office.VICE_CHAIR, "PHL"),
    )  # fmt: skip
    assert [english for english, _, _ in found] == [
        "Under agenda item 1, the meeting elected the Philippines as Vice-Chair.",
        "Under agenda item 3, the meeting elected Paraguay as Chair.",
        "The meeting elected Ghana as Rapporteur.",
    ]


def test_a_state_holds_an_office_once_but_may_hold_two() -> None:
    held = officer(Office.CHAIR, "PRY")
    check_officer(officer(Office.RAPPORTEUR, "PRY"), [held])
    check_officer(replace(held, item=None), [held])
    with pytest.raises(Problem) as refused:
        check_officer(replace(held, key="another"), [held])
    assert refused.value.field_name == "state"


def test_offices_stand_in_their_order_under_names_without_gender() -> None:
    elected = [officer(office, "PRY") for office in (Office.RAPPORTEUR, Office.VICE_CHAIR, Office.CHAIR)]
    assert [one.office for one in in_order(elected)] == list(Office)
    french = catalog(Language.FR)
    assert [office_name(one, french) for one in Office] == ["Présidence", "Vice-présidence", "Fonctions de rapporteur"]


@pytest.mark.parametrize(
    ("language", "gender", "said"),
    [
        (Language.FR, Gender.FEMININE, ["Présidente", "Vice-Présidente", "Rapporteuse"]),
        (Language.FR, Gender.MASCULINE, ["Président", "Vice-Président", "Rapporteur"]),
        (Language.FR, Gender.UNKNOWN, ["Présidence", "Vice-présidence", "Fonctions de rapporteur"]),
        (Language.ES, Gender.FEMININE, ["Presidenta", "Vicepresidenta", "Relatora"]),
        (Language.ES, Gender.MASCULINE, ["Presidente", "Vicepresidente", "Relator"]),
        (Language.EN, Gender.MASCULINE, ["Chair", "Vice-Chair", "Rapporteur"]),
    ],
)
def test_an_office_beside_a_name_agrees_with_its_holder_as_in_the_minutes(
    language: Language, gender: Gender, said: list[str]
) -> None:
    """« M. Molefe (Fonctions de rapporteur) » stood in the list, and « M. Molefe Rapporteur » in the minutes."""
    assert [office_held(one, gender, catalog(language)) for one in Office] == said
