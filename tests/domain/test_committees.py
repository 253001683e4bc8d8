"""*Operational Mechanisms*: three to five seats, three years, different regions, one Coordinator (R28–R34)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.committees import (
    SeatEnding,
    Spread,
    Successor,
    Term,
    appointed_at,
    check_coordination,
    check_seat,
    committee_on,
    coordinations_on,
    coordinator_on,
    ends_with_seat,
    mandate,
    renewal_due_from,
    replacement,
    seats_on,
    size_kept,
    spread,
    term_end,
)
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.standard_agenda import renewal_falls_to
from tests.domain.facts import FOUNDING, STATES, coordination, day, meeting, period, rows, seats, term
from tests.domain.test_members import refused

GROUPS = {state.iso3: state.group for state in STATES}
NETWORK_2024 = ("MAR", "PRY", "PRT")
BUREAU_2024 = ("MAR", "IDN", "LTU", "PRY", "FIN")
BUREAU_2025 = ("CHE", "BGD", "ROU", "COD")
TERM = term()
SEATS = seats(TERM, NETWORK_2024)


def spread_of(*states: str) -> Spread:
    """How far the seats of States are spread."""
    return spread([GROUPS[code] for code in states])


@pytest.mark.parametrize(("held", "kept"), [(0, False), (2, False), (3, True), (4, True), (5, True), (6, False)])
def test_r28_three_to_five_seats(held: int, kept: bool) -> None:
    assert size_kept(held, day("2024-05-09")) is kept


@pytest.mark.parametrize("states", [NETWORK_2024, BUREAU_2024, BUREAU_2025])
def test_r28_r29_committees_of_real_bodies_keep_both_rules(states: tuple[str, ...]) -> None:
    assert size_kept(len(states), day("2024-05-09"))
    assert spread_of(*states) is Spread.ALL_DIFFERENT


def test_r29_a_region_may_repeat_but_not_stand_alone() -> None:
    assert spread_of("MAR", "KEN", "PRY") is Spread.REPEATED
    assert spread_of("MAR", "KEN", "GHA") is Spread.SINGLE
    assert spread_of("MAR") is Spread.SINGLE


def test_r29_a_state_in_no_group_shares_its_region_with_nobody() -> None:
    assert spread([None, None, "grulac"]) is Spread.ALL_DIFFERENT


@given(st.lists(st.sampled_from(["a", "b", "c", None]), min_size=1, max_size=5))
def test_r29_adding_a_seat_of_a_region_that_is_there_never_improves_the_spread(regions: list[str | None]) -> None:
    known = [region for region in regions if region]
    if known:
        assert spread([*regions, known[0]]) is not Spread.ALL_DIFFERENT


@pytest.mark.parametrize("row", rows("term_vectors.csv"))
def test_r30_a_mandate_of_three_calendar_years(row: dict[str, str]) -> None:
    assert term_end(day(row["start"])) == day(row["end_exclusive"])
    assert mandate(day(row["start"])).last_day == day(row["last_day"])


@given(st.dates(day("2024-05-09"), day("2100-12-31")))
def test_r30_mandates_that_follow_each_other_leave_no_gap(start_day: object) -> None:
    first = mandate(start_day)  # type: ignore[arg-type]
    assert first.end is not None
    assert not first.overlaps(mandate(first.end))
    assert first.last_day is not None
    assert first.holds(first.last_day)


def test_r30_the_renewal_is_announced_six_months_before_the_end() -> None:
    assert renewal_due_from(TERM) == day("2026-11-09")


def test_r30_the_meeting_to_renew_is_the_last_one_before_the_end_or_the_next_after_it() -> None:
    assert not renewal_falls_to(day("2026-01-28"), (TERM,))
    assert renewal_falls_to(day("2027-01-28"), (TERM,))
    assert renewal_falls_to(day("2028-01-28"), (TERM,))
    assert renewal_falls_to(day("2024-05-09"), ())
    follows = Term("next", mandate(day("2027-05-09")), appointed_on=day("2027-01-28"))
    assert not renewal_falls_to(day("2027-02-15"), (TERM, follows))
    assert renewal_falls_to(day("2026-12-31"), (TERM, follows))


def test_a10_the_committee_acts_until_the_renewal() -> None:
    last = committee_on((TERM,), SEATS, day("2027-05-08"))
    after = committee_on((TERM,), SEATS, day("2027-05-09"))
    assert last is not None
    assert not last.acting
    assert after is not None
    assert after.acting
    assert after.states == NETWORK_2024
    renewed = term("2027-06-01")
    new = committee_on((TERM, renewed), (*SEATS, *seats(renewed, BUREAU_2025)), day("2027-06-01"))
    assert new is not None
    assert (new.acting, new.states) == (False, BUREAU_2025)


def test_a10_who_left_before_the_end_does_not_act_on() -> None:
    left = replace(SEATS[0], period=period("2024-05-09", "2026-01-01"), ending=SeatEnding.RESIGNATION)
    acting = committee_on((TERM,), (left, *SEATS[1:]), day("2028-01-01"))
    assert acting is not None
    assert acting.states == ("PRY", "PRT")


def test_r28_there_is_no_committee_before_the_first_appointment() -> None:
    assert committee_on((TERM,), SEATS, day("2024-05-08")) is None
    assert committee_on((), (), day("2024-05-09")) is None


def test_r31_a_replacement_serves_the_remainder() -> None:
    ended, new = replacement(SEATS[2], TERM, day("2025-09-01"), Successor("new", "FIN"))
    assert (ended.period, ended.ending) == (period("2024-05-09", "2025-09-01"), SeatEnding.REPLACEMENT)
    assert new.period == period("2025-09-01", "2027-05-09")
    check_seat(new, TERM)
    held = seats_on((*SEATS[:2], ended, new), TERM, day("2025-09-01"))
    assert [seat.state for seat in held] == ["MAR", "PRY", "FIN"]


@pytest.mark.parametrize("on", ["2024-05-09", "2024-01-01", "2027-05-09"])
def test_r31_nobody_is_replaced_outside_the_time_of_the_seat(on: str) -> None:
    with refused("R31"):
        replacement(SEATS[2], TERM, day(on), Successor("new", "FIN"))


def test_r31_a_seat_without_an_end_ends_with_the_mandate_and_none_goes_beyond() -> None:
    check_seat(replace(SEATS[0], period=period("2024-05-09")), TERM)
    with refused("R31"):
        check_seat(replace(SEATS[0], period=period("2024-05-09", "2027-05-10")), TERM)
    with refused("R31"):
        check_seat(replace(SEATS[0], term="another"), TERM)


def test_r32_a_committee_is_appointed_within_the_days_of_a_meeting_of_the_network() -> None:
    assert appointed_at(TERM, FOUNDING)
    assert not appointed_at(replace(TERM, appointed_on=day("2024-05-10")), FOUNDING)
    assert not appointed_at(TERM, meeting("2024-05-09", year=2024))
    own = meeting("2025-01-10", kind=MeetingKind.COMMITTEE)
    assert not appointed_at(replace(TERM, meeting=own.key, appointed_on=own.opens_on), own)


def test_r33_the_states_of_a_committee_are_each_named_once() -> None:
    twice = (*SEATS, replace(SEATS[0], key="again"))
    committee = committee_on((TERM,), twice, day("2025-01-01"))
    assert committee is not None
    assert committee.states == NETWORK_2024


def test_r34_the_coordinator_holds_a_seat_the_whole_time_and_is_alone() -> None:
    first = coordination(SEATS[0])
    check_coordination(first, SEATS, (TERM,), ())
    with refused("R34"):
        check_coordination(replace(first, seat="nobody’s"), SEATS, (TERM,), ())
    with refused("R34"):
        check_coordination(replace(first, period=period("2024-05-09")), SEATS, (TERM,), ())
    with refused("R34"):
        check_coordination(coordination(SEATS[1]), SEATS, (TERM,), (first,))
    early = replace(first, period=period("2024-05-09", "2025-01-01"))
    check_coordination(replace(first, key="next", period=period("2025-01-01", "2027-05-09")), SEATS, (TERM,), (early,))


def test_r34_the_coordinator_acts_on_with_the_committee_until_the_next_one() -> None:
    held = (coordination(SEATS[0]),)
    last, acting = day("2027-05-08"), day("2027-06-01")
    assert [coordinator_on((TERM,), SEATS, held, on) for on in (last, acting)] == [SEATS[0]] * 2
    laid_down = (replace(held[0], period=period("2024-05-09", "2026-01-01")),)
    assert coordinator_on((TERM,), SEATS, laid_down, acting) is None
    following = term("2027-05-20")
    assert coordinator_on((TERM, following), SEATS, held, acting) is None, "the next Committee has none yet"


def test_r34_the_coordinatorship_ends_with_the_seat() -> None:
    first = coordination(SEATS[0])
    left = replace(SEATS[0], period=period("2024-05-09", "2026-01-01"))
    assert ends_with_seat(first, left).period == left.period
    assert ends_with_seat(first, SEATS[0]) == first
    late = replace(first, period=period("2026-06-01", "2027-05-09"))
    assert ends_with_seat(late, left).period == Period(day("2026-01-01"), day("2026-01-01"))
    assert coordinations_on((first,), day("2025-01-01")) == (first,)
