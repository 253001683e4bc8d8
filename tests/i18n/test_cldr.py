"""The names of months and days are those of the Unicode locale data that Babel carries, with the stops of Spanish."""

from typing import Literal

import pytest
from babel.dates import get_day_names, get_month_names
from babel.languages import get_official_languages

from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.cldr import language_of_state, locale_of, month_names, weekday_names
from nmirf_desktop.paths import bundled


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_months(language: Language, width: Literal["wide", "abbreviated"]) -> None:
    names = get_month_names(width, locale=locale_of(language))
    expected = [names[month] for month in range(1, 13)]
    if (language, width) == (Language.ES, "abbreviated"):
        expected = ["mayo" if name == "may" else f"{name}." for name in expected]
    assert list(month_names(language, width)) == expected


@pytest.mark.parametrize("language", Language)
def test_days(language: Language) -> None:
    names = get_day_names("wide", locale=locale_of(language))
    assert weekday_names(language) == tuple(names[day] for day in range(7))


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("TUN", Language.FR), ("CMR", Language.FR), ("CAN", Language.EN), ("GNQ", Language.ES), ("PRY", Language.ES),
        ("PY", Language.ES), ("CHE", Language.FR), ("KEN", Language.EN), ("PRT", Language.EN), ("", Language.EN),
    ],
)  # fmt: skip
def test_a_state_is_written_to_in_the_first_of_the_three_languages_that_is_official_there(
    code: str, language: Language
) -> None:
    assert language_of_state(code) is language


def test_every_state_is_known_by_its_three_letters_as_by_its_two() -> None:
    states = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
    assert len(states) == 193
    for state in states:
        assert get_official_languages(state.iso2, de_facto=True), state.iso3
        assert language_of_state(state.iso3) is language_of_state(state.iso2)
