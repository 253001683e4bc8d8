"""States without an NMIRF: what became of an invitation, the passage of each, and the Network over the years."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.encouragement import (
    Came,
    Contact,
    Passage,
    Standing,
    check_contact,
    curve,
    passages,
    what_became,
)
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.participants import Answer, Invitee
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Problem
from tests.domain.facts import day, meeting, member, observer

HELD = meeting("2026-11-24", "2026-11-26")
ASKED = Invitee("kenya", HELD.key, "KEN", invited_on=day("2026-09-01"))
KEN = frozenset({"KEN"})


@pytest.mark.parametrize(
    ("answer", "present", "on", "expected"),
    [
        (Answer.AWAITED, None, "2026-10-01", Came.AWAITED),
        (Answer.ONLINE, None, "2026-11-26", Came.TO_COME),
        (Answer.ATTENDS, None, "2026-11-27", Came.UNKNOWN),
        (Answer.ATTENDS, frozenset(), "2026-11-27", Came.ABSENT),
        (Answer.APOLOGIES, frozenset(), "2026-11-27", Came.APOLOGIES),
        (Answer.APOLOGIES, KEN, "2026-11-27", Came.CAME),
        (Answer.ATTENDS, KEN, "2026-11-24", Came.CAME),
        (Answer.ATTENDS, KEN, "2026-11-23", Came.TO_COME),
        (Answer.AWAITED, frozenset({"ITA"}), "2026-11-25", Came.AWAITED),
    ],
)
def test_whether_an_invited_state_came_follows_from_presence_before_its_answer(
    answer: Answer, present: frozenset[str] | None, on: str, expected: Came
) -> None:
    assert what_became(replace(ASKED, answer=answer), HELD, present, day(on)) is expected


def test_a_contact_has_been_and_says_by_whom_and_what() -> None:
    sound = Contact("c", "KEN", day("2026-10-01"), "Coordinator", "The plan was sent.")
    check_contact(sound, day("2026-10-01"))
    for wrong, name in (
        (replace(sound, on=day("2026-10-02")), "on"),
        (replace(sound, noted_by=" "), "noted_by"),
        (replace(sound, text=""), "text"),
    ):
        with pytest.raises(Problem) as caught:
            check_contact(wrong, day("2026-10-01"))
        assert caught.value.field_name == name


def test_the_curve_tells_members_and_observers_at_the_end_of_each_year_and_on_the_day() -> None:
    held = (member("PRY"), observer("KEN", "2025-02-01", "2026-03-01"), member("KEN", "2026-03-01"))
    assert curve(held, day("2024-05-09"), day("2026-02-01")) == (
        Standing(2024, 1, 0),
        Standing(2025, 1, 1),
        Standing(2026, 1, 1),
    )
    assert curve(held, day("2024-05-09"), day("2026-03-01"))[-1] == Standing(2026, 2, 0)


def test_the_passages_of_a_period_say_from_what_to_what() -> None:
    held = (member("PRY"), observer("KEN", "2025-02-01", "2026-03-01"), member("KEN", "2026-03-01"))
    assert passages(held, day("2025-01-01"), day("2026-12-31")) == (
        Passage("KEN", day("2025-02-01"), None, MembershipKind.OBSERVER),
        Passage("KEN", day("2026-03-01"), MembershipKind.OBSERVER, MembershipKind.MEMBER),
    )
    assert passages(held, day("2025-02-02"), day("2026-02-28")) == ()


def test_the_curve_is_what_is_in_force_at_the_end_of_each_year_whatever_the_days() -> None:
    """R2, R10: memberships that begin or end on the last day of a year, on the day itself, or after it."""
    days = [day(one) for one in ("2023-12-31", "2024-01-01", "2024-12-31", "2025-06-15", "2026-02-01", "2027-01-01")]
    ends = [(first, last) for first in days for last in (*days, None) if last is None or first <= last]
    held = [
        Membership(f"{place}", "PRY", kind, Period(first, last), Basis.COMMUNICATION)
        for place, (first, last) in enumerate(ends)
        for kind in MembershipKind
    ]
    on = day("2026-02-01")
    for told in curve(held, days[0], on):
        at = min(datetime.date(told.year, 12, 31), on)
        there = [one.kind for one in held if one.period.holds(at)]
        assert (told.members, told.observers) == tuple(map(there.count, MembershipKind))
