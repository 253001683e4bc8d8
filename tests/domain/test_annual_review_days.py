"""A draft of the annual review that differs only in the day on which it was read tells the same."""

import datetime

import pytest

from nmirf_desktop.domain.annual_review_days import tells_the_same
from nmirf_desktop.domain.text import Trilingual

ON = datetime.date(2026, 10, 23)


def text(en: str) -> Trilingual:
    return Trilingual(en, "Au 1er\u00a0janvier 2026.", "Nada.")


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        ("As at 1 May 2026, two.", "As at 23 October 2026, two.", True),
        ("As at 1 May 2026, two.", "As at 23 October 2026, three.", False),
        ("As at 1 May 2026: 1 May 2026.", "As at 23 October 2026: 23 October 2026.", True),
        ("As at 1 May 2026: 2 May 2026.", "As at 23 October 2026: 23 October 2026.", False),
        ("In 2026, two.", "From 1 January to 23 October 2026, two.", False),
        ("On 3 June 2026, one.", "On 4 June 2026, one.", False),
        ("", "As at 23 October 2026, two.", False),
    ],
)
def test_only_the_day_of_reading_may_differ(before: str, now: str, *, same: bool) -> None:
    assert tells_the_same(text(before), text(now), (ON,)) is same


def test_a_day_is_known_as_each_language_writes_it() -> None:
    before = Trilingual("As at 1 May 2026.", "Au 1er\u00a0mai 2026.", "Al 1 de mayo de 2026.")
    now = Trilingual("As at 23 October 2026.", "Au 23\u00a0octobre 2026.", "Al 23 de octubre de 2026.")
    assert tells_the_same(before, now, (ON,))
