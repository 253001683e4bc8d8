"""A11, A12: what the Committee agrees in silence, by dates."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.silence import Silence, SilenceProcedure, check_silence
from tests.domain.facts import OPENING, day

PUT = SilenceProcedure("s", "term", OPENING, OPENING, day("2026-11-02"), day("2026-11-06"))
BROKEN = replace(PUT, broken_on=day("2026-11-04"), broken_by="MAR")


@pytest.mark.parametrize(
    ("on", "silent", "broken"),
    [
        ("2026-11-03", Silence.RUNNING, Silence.RUNNING),
        ("2026-11-04", Silence.RUNNING, Silence.BROKEN),
        ("2026-11-06", Silence.RUNNING, Silence.BROKEN),
        ("2026-11-07", Silence.AGREED, Silence.BROKEN),
    ],
)
def test_silence_runs_to_the_end_of_its_last_day(on: str, silent: Silence, broken: Silence) -> None:
    assert PUT.state(day(on)) is silent
    assert BROKEN.state(day(on)) is broken


@pytest.mark.parametrize(
    "change", [{"closes_on": "2026-11-01"}, {"broken_on": "2026-11-07"}, {"broken_on": "2026-11-01"}]
)
def test_days_that_contradict_each_other_are_said(change: dict[str, str]) -> None:
    ((name, text),) = change.items()
    wrong = replace(PUT, closes_on=day(text)) if name == "closes_on" else replace(PUT, broken_on=day(text))
    with pytest.raises(Problem) as info:
        check_silence(wrong)
    assert info.value.field_name == name
    check_silence(BROKEN)
