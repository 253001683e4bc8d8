"""From when to when a vote or an election was held, as the voting record tells it."""

import datetime

import pytest

from nmirf_desktop.domain.election_papers import hours_entry
from nmirf_desktop.i18n import Language, catalog

EN, FR, ES = Language
OPENED = datetime.datetime(2026, 10, 21, 16, 5, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (EN, "21 October 2026, 16:05–22 October 2026, 10:00"),
        (FR, "21 octobre 2026, 16 h 5-22 octobre 2026, 10 heures"),
        (ES, "21 de octubre de 2026, 16.05–22 de octubre de 2026, 10.00"),
    ],
)
def test_one_that_took_days_has_the_day_of_each_hour(language: Language, told: str) -> None:
    words = catalog(language)
    text = hours_entry(OPENED, OPENED.replace(day=22, hour=10, minute=0)).text.read(language).text
    assert text.replace("\u00a0", " ") == told
    moment = words.pgettext("day and time", "{day}, {time}").format(day=words.date(OPENED.date()), time="")
    assert text.startswith(moment.rstrip())


def test_one_of_a_single_minute_has_one_hour() -> None:
    assert hours_entry(OPENED, OPENED).text.read(EN).text == "16:05"
