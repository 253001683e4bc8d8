"""The names of places in three languages: known cities and States, and what stays as it was typed."""

import pytest

from nmirf_desktop.domain.intake import IntakeKind, Verdict
from nmirf_desktop.domain.place_names import CITIES, in_every_language
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language
from tests.domain.test_intake_work import DAY, row
from tests.intake import STATES, said


def typed(text: str, language: Language = Language.EN) -> Trilingual:
    """A place that was typed in one language."""
    return Trilingual().with_text(language, text)


@pytest.mark.parametrize(
    ("text", "language", "three"),
    [
        ("Nairobi", Language.EN, ("Nairobi", "Nairobi", "Nairobi")),
        ("Asunción", Language.ES, ("Asunción", "Asunción", "Asunción")),
        ("Genève", Language.FR, ("Geneva", "Genève", "Ginebra")),
        ("Nairobi, Kenya", Language.EN, ("Nairobi, Kenya", "Nairobi, Kenya", "Nairobi, Kenya")),
        ("Rabat, Morocco", Language.EN, ("Rabat, Morocco", "Rabat, Maroc", "Rabat, Marruecos")),
        ("online", Language.EN, ("online", "En ligne", "En línea")),
    ],
)
def test_a_known_place_is_named_in_every_language(text: str, language: Language, three: tuple[str, str, str]) -> None:
    found = in_every_language(typed(text, language), STATES.values())
    assert (found.en, found.fr, found.es) == three
    assert found.state(language) is TextState.DRAFT
    assert found[language] == text


@pytest.mark.parametrize("text", ["Palais des Nations, Geneva", "Conference room", "Kisumu", ""])
def test_what_is_not_known_stays_as_it_was_typed(text: str) -> None:
    assert in_every_language(typed(text), STATES.values()) == typed(text)


def test_what_is_there_stays() -> None:
    place = typed("Geneva").with_text(Language.FR, "Palais des Nations")
    assert in_every_language(place).fr == "Palais des Nations"
    assert in_every_language(place).es == "Ginebra"


def test_every_city_has_one_name_or_three() -> None:
    cities = [one.split("|") for one in CITIES.replace("\n", ";").split(";") if one.strip()]
    assert {len(names) for names in cities} == {1, 3}
    assert all(name == name.strip() and name for names in cities for name in (one.strip() for one in names))


def test_a_list_names_a_known_place_in_all_languages_and_warns_of_another() -> None:
    one = row(IntakeKind.ACTIVITIES, "begins_on title place", DAY, "A", "Vienna")
    assert [getattr(fact, "place", None) for fact in one.facts] == [in_every_language(typed("Vienna"))]
    assert not one.warned
    one = row(IntakeKind.ACTIVITIES, "begins_on title place", DAY, "A", "Kisumu")
    assert one.verdict is Verdict.NEW
    assert one.warned
    assert "“Kisumu” has its name in English only" in said(one)
