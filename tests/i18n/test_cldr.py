"""The names of months and days are those of the Unicode locale data that Babel carries, with the stops of Spanish."""

from typing import Literal

import pytest
from babel.dates import get_day_names, get_month_names

from nmirf_desktop.i18n import Language
from nmirf_desktop.i18n.cldr import locale_of, month_names, weekday_names


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
