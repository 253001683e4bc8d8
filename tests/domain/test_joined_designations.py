"""The designations of two records of one person: one on any day, and every day and letter is there still."""

import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nmirf_desktop.domain.joined_designations import joined
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import Refusal

FIRST = datetime.date(2025, 1, 1)


def days(start: int, end: int | None) -> Period:
    """A period by numbers of days."""
    return Period(FIRST + datetime.timedelta(start), None if end is None else FIRST + datetime.timedelta(end))


def point(key: str, person: str, start: int, end: int | None, **said: object) -> FocalPoint:
    """A designation by Paraguay."""
    return FocalPoint(key, "PRY", person, days(start, end), **({"voting": False} | said))  # type: ignore[arg-type]


def of(*points: FocalPoint) -> dict[str, tuple[Period, str]]:
    """What stays, by key."""
    found = joined(points, ("a", "b"), "a", lambda: "new")
    return {one.point.key: (one.point.period, one.point.reference) for one in found}


def test_a_designation_in_the_middle_parts_the_lesser_one() -> None:
    assert of(point("1", "a", 0, None, reference="NV/1"), point("2", "b", 10, 20, voting=True)) == {
        "1": (days(0, 10), "NV/1"), "2": (days(10, 20), ""), "new": (days(20, None), "NV/1"),
    }  # fmt: skip


def test_a_lesser_one_on_the_same_days_leaves_its_letter() -> None:
    lesser, greater = point("1", "a", 3, 9, reference="NV/1"), point("2", "b", 0, None, alternate=True)
    assert of(lesser, greater) == {"2": (days(0, None), "NV/1")}


def test_three_that_touch_become_one() -> None:
    assert of(point("1", "a", 0, 5), point("2", "a", 7, 9), point("3", "b", 4, 8)) == {"1": (days(0, 9), "")}


def test_each_letter_is_named_once_however_often_records_were_merged() -> None:
    first, second = point("1", "a", 0, 5, reference="NV/1, NV/2"), point("2", "b", 3, 9, reference="NV/2")
    assert of(first, second) == {"1": (days(0, 9), "NV/1, NV/2")}


def test_references_that_do_not_fit_together_are_told_before_anything_is_merged() -> None:
    with pytest.raises(Refusal, match="too long to stand together"):
        of(point("1", "a", 0, 5, reference="N" * 100), point("2", "b", 3, 9, reference="M" * 100))


def test_one_that_never_served_stays_as_it_is() -> None:
    never = point("2", "b", 3, 3)
    assert of(point("1", "a", 0, 9), never) == {"1": (days(0, 9), ""), "2": (never.period, "")}


def test_alternates_for_two_meetings_on_the_same_days_are_two() -> None:
    first = point("1", "a", 0, 5, alternate=True, meeting="x")
    with pytest.raises(Refusal, match="different meetings"):
        of(first, point("2", "b", 3, 9, alternate=True, meeting="y"))


def test_other_states_and_other_people_are_left_alone() -> None:
    elsewhere = FocalPoint("2", "GHA", "b", days(0, 9), voting=False)
    assert of(point("1", "a", 0, 9), elsewhere, point("3", "c", 0, 9)).keys() == {"1", "2"}


ENDS = st.tuples(st.integers(0, 12), st.integers(1, 9) | st.none())
ROLES = st.sampled_from([{"voting": True}, {"alternate": True}, {}])


@given(st.lists(st.tuples(st.sampled_from("ab"), ENDS, ROLES), max_size=5))
def test_every_day_of_either_is_a_day_of_the_one_and_no_day_has_two(
    drawn: list[tuple[str, tuple[int, int | None], dict[str, bool]]],
) -> None:
    points = [
        point(str(number), person, start, None if length is None else start + length, **roles)
        for number, (person, (start, length), roles) in enumerate(drawn)
    ]
    for one in points:
        assume(
            not any(one is not two and one.person == two.person and one.period.overlaps(two.period) for two in points)
        )
    numbers = iter(range(100, 200))
    found = [one.point for one in joined(points, "ab", "a", lambda: str(next(numbers)))]
    for number in range(25):
        day = FIRST + datetime.timedelta(number)
        before = [one for one in points if one.period.holds(day)]
        after = [one for one in found if one.period.holds(day)]
        assert len(after) == min(len(before), 1)
        assert any(one.voting for one in before) == any(one.voting for one in after)
    assert len({one.key for one in found}) == len(found)
