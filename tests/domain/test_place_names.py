"""The names of places in three languages: known cities and States, and what stays as it was typed."""

import pytest

from nmirf_desktop.domain.intake import IntakeKind, Verdict
from nmirf_desktop.domain.place_names import CITIES, LIES_IN, cities, in_every_language, time_of
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog
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
        ("Morocco", Language.EN, ("Morocco", "Maroc", "Marruecos")),
        ("Maroc", Language.FR, ("Morocco", "Maroc", "Marruecos")),
        ("Kenya", Language.EN, ("Kenya", "Kenya", "Kenya")),
        ("Singapur", Language.ES, ("Singapore", "Singapour", "Singapur")),
        ("Mexico", Language.EN, ("Mexico", "Mexique", "México")),
        ("Mexico", Language.FR, ("Mexico City", "Mexico", "Ciudad de México")),
        ("Panama", Language.EN, ("Panama", "Panama", "Panamá")),
        ("Guatemala", Language.ES, ("Guatemala", "Guatemala", "Guatemala")),
        ("Tunis", Language.FR, ("Tunis", "Tunis", "Túnez")),
        (
            "Guatemala, Guatemala",
            Language.FR,
            ("Guatemala City, Guatemala", "Guatemala, Guatemala", "Ciudad de Guatemala, Guatemala"),
        ),
        ("Túnez, Túnez", Language.ES, ("Tunis, Tunisia", "Tunis, Tunisie", "Túnez, Túnez")),
        ("Vienne, Autriche", Language.FR, ("Vienna, Austria", "Vienne, Autriche", "Viena, Austria")),
        ("Kenya, Nairobi", Language.EN, ("Kenya, Nairobi", "Kenya, Nairobi", "Kenya, Nairobi")),
    ],
)
def test_a_known_place_is_named_in_every_language(text: str, language: Language, three: tuple[str, str, str]) -> None:
    found = in_every_language(typed(text, language), STATES.values())
    assert (found.en, found.fr, found.es) == three
    assert found.state(language) is TextState.DRAFT
    assert found[language] == text


@pytest.mark.parametrize(
    "text", ["Palais des Nations, Geneva", "Conference room", "Kisumu", "", "London, Canada", "Vienna, France"]
)
def test_what_is_not_known_stays_as_it_was_typed(text: str) -> None:
    assert in_every_language(typed(text), STATES.values()) == typed(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Koweït", Language.FR), ("Guatemala", Language.FR), ("Panama", Language.FR), ("Túnez", Language.ES)],
)
def test_a_name_of_a_state_and_of_its_capital_is_nobodys_to_translate(text: str, language: Language) -> None:
    """The other languages tell the two apart, and nothing says which of them was meant."""
    assert in_every_language(typed(text, language), STATES.values()) == typed(text, language)


def test_a_name_is_one_of_the_language_in_which_it_was_typed() -> None:
    assert in_every_language(typed("Pékin"), STATES.values()) == typed("Pékin")


def test_the_country_of_a_city_is_a_state_and_the_city_is_known() -> None:
    assert set(LIES_IN.values()) <= set(STATES)
    assert set(LIES_IN) <= {one.split("|")[0].strip() for one in CITIES.replace("\n", ";").split(";")}


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


@pytest.mark.parametrize(
    ("language", "place", "said"),
    [
        (Language.EN, "Lisbon", "Lisbon time"),
        (Language.EN, "The Hague, Netherlands", ""),
        (Language.FR, "Lisbonne", "heure de Lisbonne"),
        (Language.FR, "Athènes", "heure d’Athènes"),
        (Language.FR, "Helsinki", "heure d’Helsinki"),
        (Language.FR, "Hanoï", "heure de Hanoï"),
        (Language.FR, "Le Caire", "heure du Caire"),
        (Language.FR, "La Haye", "heure de La Haye"),
        (Language.ES, "El Cairo", "hora de El Cairo"),
        (Language.ES, "Lisboa", "hora de Lisboa"),
        (Language.EN, "Palais des Nations, Geneva", ""),
        (Language.EN, "Online", ""),
        (Language.FR, "En ligne", ""),
        (Language.ES, "Reunión en línea", ""),
        (Language.EN, "", ""),
    ],
)
def test_the_time_is_that_of_a_city_where_the_place_is_one(language: Language, place: str, said: str) -> None:
    assert time_of(place, catalog(language)) == said


@pytest.mark.parametrize("language", list(Language))
def test_the_time_of_every_city_is_said(language: Language) -> None:
    for three in cities():
        city = three[list(Language).index(language)]
        nowhere = three[0] in {"Online", "Online meeting"}
        assert bool(time_of(city, catalog(language))) is not nowhere, city
