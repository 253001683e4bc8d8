"""(silent) elections, R35: a call, candidates that stand, an agreed slate."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.candidatures import (
    Call,
    Candidature,
    Slate,
    check_call,
    check_candidature,
    check_slate,
    late,
    proposed_call,
    standing,
)
from nmirf_desktop.domain.refusals import Problem
from tests.domain.facts import day
from tests.domain.second_meeting import MEETING
from tests.domain.test_members import refused

CALL = Call("call", day("2026-11-01"), day("2027-01-31"))


def candidature(state: str, received: str = "2026-12-01", withdrawn: str | None = None) -> Candidature:
    """A candidature of a State."""
    return Candidature(f"c-{state}", "call", state, day(received), withdrawn_on=day(withdrawn) if withdrawn else None)


STAND = (candidature("PRY"), candidature("MAR", "2027-01-31"), candidature("KEN", withdrawn="2027-01-10"))


def test_r35_who_stands_on_a_day() -> None:
    assert [one.state for one in standing(STAND, CALL, day("2026-12-01"))] == ["KEN", "PRY"]
    assert [one.state for one in standing(STAND, CALL, day("2027-01-10"))] == ["PRY"]
    assert [one.state for one in standing(STAND, CALL, day("2027-02-01"))] == ["PRY", "MAR"]
    assert standing(STAND, replace(CALL, key="other"), day("2027-02-01")) == ()


def test_r35_a_candidature_on_the_closing_date_is_in_time_and_a_later_one_is_kept_as_late() -> None:
    assert not late(candidature("MAR", "2027-01-31"), CALL)
    assert late(candidature("MAR", "2027-02-01"), CALL)


def test_r35_a_state_stands_once() -> None:
    with refused("R35") as info:
        check_candidature(replace(STAND[0], key="again"), STAND)
    assert info.value.in_the_way == "c-PRY"
    check_candidature(STAND[0], STAND)
    with pytest.raises(Problem):
        check_candidature(candidature("FIN", "2026-12-01", "2026-11-30"), STAND)


def test_r28_a_call_is_for_as_many_seats_as_there_are_and_closes_after_it_opened() -> None:
    check_call(CALL)
    for wrong in (replace(CALL, closes_on=day("2026-10-31")), replace(CALL, seats=6), replace(CALL, seats=0)):
        with pytest.raises(Problem):
            check_call(wrong)


@pytest.mark.parametrize("states", [(), ("PRY", "PRY"), ("PRY", "KEN"), ("PRY", "FIN")])
def test_r35_a_slate_names_states_that_stand_each_once(states: tuple[str, ...]) -> None:
    with refused("R35"):
        check_slate(Slate("s", "call", day("2027-02-01"), states), CALL, STAND)


def test_r35_a_slate_has_no_more_states_than_there_are_seats() -> None:
    check_slate(Slate("s", "call", day("2027-02-01"), ("PRY", "MAR")), CALL, STAND)
    with refused("R35"):
        check_slate(Slate("s", "call", day("2027-02-01"), ("PRY", "MAR")), replace(CALL, seats=1), STAND)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("2026-12-01", "2026-12-25"),  # before the agenda has to be sent
        ("2027-01-05", "2027-01-25"),  # too late for that: before the meeting opens
        ("2027-01-26", "2027-01-26"),  # on its first day
        ("2027-01-27", "2027-01-27"),
    ],
)
def test_r35_a_call_for_a_meeting_never_closes_after_it_opened(on: str, last: str) -> None:
    """The call of a meeting that was held today was proposed to be open for two months more."""
    call = proposed_call("new", day(on), None, MEETING)
    assert call.closes_on == day(last)
    check_call(call)
