"""*Operational Mechanisms*: whatever happens to the Committee, its records stay sound (R28, R30, R31, R34)."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.committee_acts import (
    Appointing,
    CommitteeAct,
    CommitteeRecords,
    Coordinating,
    CorrectingCoordination,
    CorrectingSeat,
    CorrectingTerm,
    Filling,
    Replacing,
    SteppingDown,
    Striking,
    StrikingCoordination,
    StrikingTerm,
    Vacating,
)
from nmirf_desktop.domain.committee_recording import after
from nmirf_desktop.domain.committees import (
    AppointingBody,
    Coordination,
    Seat,
    SeatEnding,
    Successor,
    committee_on,
    coordinations_on,
    mandate,
)
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.refusals import TAKEN_BACK, Refusal
from tests.domain.facts import coordination, day, period, seats, term
from tests.domain.test_members import refused

TERM = term()
SEATS = seats(TERM, ("PRY", "MAR", "PRT"))
APPOINTED = CommitteeRecords((TERM,), SEATS, (coordination(SEATS[0]),))
LATER = day("2025-09-01")


def held(records: CommitteeRecords, on: datetime.date) -> set[str]:
    """The States with a seat on a day."""
    current = committee_on(records.terms, records.seats, on)
    return set(current.states) if current else set()


def test_r31_who_takes_over_a_seat_serves_the_remainder_and_the_coordination_ends() -> None:
    now = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("new", "URY", "person")))
    new = now.seat("new")
    assert (new.state, new.person, new.period) == ("URY", "person", Period(LATER, TERM.period.end))
    assert now.seat(SEATS[0].key).ending is SeatEnding.REPLACEMENT
    assert held(now, LATER) == {"URY", "MAR", "PRT"}
    assert coordinations_on(now.coordinations, LATER) == ()
    assert now.coordinations[0].period.last_day == day("2025-08-31")


def test_r28_a_state_that_holds_a_seat_is_given_no_second_one() -> None:
    with refused("R28") as info:
        after(APPOINTED, Filling(Seat("new", TERM.key, "MAR", Period(LATER, TERM.period.end))))
    assert info.value.in_the_way == SEATS[1].key
    with refused("R28"):
        after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("new", "MAR")))
    with refused("R28"):
        after(CommitteeRecords(), Appointing(TERM, (SEATS[0], replace(SEATS[0], key="twice"))))


def test_r28_what_was_wrong_before_does_not_stand_in_the_way_of_what_comes() -> None:
    twice = replace(APPOINTED, seats=(*SEATS, replace(SEATS[1], key="twice")))
    assert "BRA" in held(after(twice, Filling(Seat("new", TERM.key, "BRA", Period(LATER)))), LATER)
    assert len(after(twice, Striking("twice", TERM.period.start)).seats) == len(SEATS)


def test_r31_a_state_may_come_back_to_a_seat_that_it_left() -> None:
    left = after(APPOINTED, Vacating(SEATS[1].key, LATER))
    assert held(left, LATER) == {"PRY", "PRT"}
    back = after(left, Filling(Seat("new", TERM.key, "MAR", Period(day("2026-01-01"), TERM.period.end))))
    assert held(back, day("2026-01-01")) == {"PRY", "PRT", "MAR"}


@pytest.mark.parametrize("on", ["2024-05-09", "2024-05-08", "2027-05-09"])
def test_r31_a_seat_ends_on_a_day_of_its_time_and_not_on_its_first(on: str) -> None:
    with refused("R31"):
        after(APPOINTED, Vacating(SEATS[1].key, day(on)))
    with refused("R31"):
        after(APPOINTED, Replacing(SEATS[1].key, day(on), Successor("new", "URY")))


def test_r31_a_corrected_first_day_moves_the_last_day_of_whom_it_follows() -> None:
    taken = after(APPOINTED, Replacing(SEATS[1].key, LATER, Successor("new", "BRA")))
    for on in ("2025-08-01", "2025-10-01"):
        new = taken.seat("new")
        now = after(taken, CorrectingSeat(replace(new, period=Period(day(on), new.period.end))))
        assert now.seat(SEATS[1].key).period.end == day(on)
        assert held(now, day(on)) == {"PRY", "PRT", "BRA"}


def test_r34_a_corrected_coordination_moves_the_one_before_it() -> None:
    two = after(APPOINTED, Coordinating(Coordination("next", SEATS[1].key, Period(LATER, TERM.period.end), LATER)))
    for on in ("2025-08-01", "2025-10-01"):
        known = two.coordinations[1]
        right = replace(
            known, period=Period(day(on), known.period.end), appointed_on=day(on), appointed_by=AppointingBody.MEETING
        )
        first, second = after(two, CorrectingCoordination(right)).coordinations
        assert (first.period.end, second) == (day(on), right)
    with refused("R34"):
        early = replace(two.coordinations[1], period=TERM.period)
        after(two, CorrectingCoordination(early))


@pytest.mark.parametrize("on", ["2024-05-08", "2027-05-09", "2029-01-01"])
def test_r31_a_seat_is_filled_on_a_day_of_the_mandate(on: str) -> None:
    first = day(on)
    last = max(first, TERM.period.end or first)
    with refused("R31"):
        after(APPOINTED, Filling(Seat("new", TERM.key, "BRA", Period(first, last))))


def test_r30_a_mandate_is_three_years_and_nothing_else() -> None:
    for wrong in (period("2027-05-09", "2029-05-09"), period("2027-05-09"), period("2027-05-09", "2030-05-10")):
        with refused("R30"):
            after(APPOINTED, Appointing(replace(term("2027-05-09"), period=wrong), ()))


def test_r30_two_committees_do_not_begin_on_one_day() -> None:
    second = replace(TERM, key="second")
    with refused("R30") as info:
        after(APPOINTED, Appointing(second, seats(second, ("KEN", "PHL", "FIN"))))
    assert info.value.in_the_way == TERM.key


def test_a_committee_that_begins_early_ends_the_seats_of_the_one_in_office() -> None:
    early = term("2027-01-20")
    now = after(APPOINTED, Appointing(early, seats(early, ("PRY", "KEN", "FIN"))))
    assert {seat.ending for seat in now.seats if seat.term == TERM.key} == {SeatEnding.RENEWAL}
    assert now.term(TERM.key).period == TERM.period
    assert now.coordinations[0].period.end == day("2027-01-20")
    assert held(now, day("2027-01-19")) == {"PRY", "MAR", "PRT"}
    assert held(now, day("2027-01-20")) == {"PRY", "KEN", "FIN"}


def test_nobody_takes_a_seat_of_a_committee_that_another_one_has_followed() -> None:
    early = term("2027-01-20")
    now = after(APPOINTED, Appointing(early, seats(early, ("PRY", "KEN", "FIN"))))
    with refused("R28"):
        after(now, Filling(Seat("new", TERM.key, "BRA", Period(day("2027-02-01"), TERM.period.end))))


def test_no_committee_begins_while_a_later_seat_of_the_one_before_is_recorded() -> None:
    filled = after(APPOINTED, Filling(Seat("new", TERM.key, "BRA", Period(day("2026-10-26"), TERM.period.end))))
    between = term("2025-10-09")
    with refused("R28"):
        after(filled, Appointing(between, seats(between, ("KEN", "PHL", "FIN"))))


def test_an_earlier_committee_entered_later_ends_where_the_one_known_begins() -> None:
    early = term("2022-01-01")
    now = after(APPOINTED, Appointing(early, seats(early, ("PRY", "KEN"))))
    assert {seat.period.end for seat in now.seats if seat.term == early.key} == {TERM.period.start}


def test_r34_the_next_coordinator_ends_the_time_of_the_one_before() -> None:
    second = Coordination("second", SEATS[1].key, Period(LATER, TERM.period.end), LATER)
    now = after(APPOINTED, Coordinating(second))
    assert [one.seat for one in coordinations_on(now.coordinations, LATER)] == [SEATS[1].key]
    assert now.coordinations[0].period.end == LATER


def test_r34_nobody_coordinates_without_a_seat_or_longer_than_it() -> None:
    with pytest.raises(Refusal, check=lambda refusal: refusal.message == TAKEN_BACK):
        after(APPOINTED, Coordinating(Coordination("second", "nobody", Period(LATER), LATER)))
    with refused("R34"):
        after(APPOINTED, Coordinating(Coordination("second", SEATS[1].key, period("2024-01-01", "2025-01-01"), LATER)))
    left = after(APPOINTED, Vacating(SEATS[1].key, LATER))
    with refused("R34"):
        after(left, Coordinating(Coordination("second", SEATS[1].key, Period(LATER, LATER), LATER)))


def test_r34_who_leaves_the_seat_on_the_first_day_as_coordinator_never_was_one() -> None:
    second = Coordination("second", SEATS[1].key, Period(LATER, TERM.period.end), LATER)
    left = after(after(APPOINTED, Coordinating(second)), Vacating(SEATS[1].key, LATER))
    assert [one.key for one in left.coordinations] == [APPOINTED.coordinations[0].key]
    assert coordinations_on(left.coordinations, LATER) == ()


def test_r34_a_coordinator_may_lay_the_function_down_and_keep_the_seat() -> None:
    now = after(APPOINTED, SteppingDown(APPOINTED.coordinations[0].key, LATER))
    assert coordinations_on(now.coordinations, LATER) == ()
    assert held(now, LATER) == {"PRY", "MAR", "PRT"}
    with refused("R34"):
        after(APPOINTED, SteppingDown(APPOINTED.coordinations[0].key, TERM.period.start))


def test_a_mandate_entered_with_a_mistake_takes_its_seats_along() -> None:
    one_gone = after(APPOINTED, Vacating(SEATS[1].key, LATER))
    right = replace(TERM, period=mandate(day("2024-06-01")), appointed_on=day("2024-06-01"))
    now = after(one_gone, CorrectingTerm(right))
    assert {(seat.period.start, seat.period.end) for seat in now.seats} == {
        (day("2024-06-01"), day("2027-06-01")),
        (day("2024-06-01"), LATER),
    }
    assert now.coordinations[0].period == right.period


@pytest.mark.parametrize("on", ["2024-05-01", "2024-06-01"])
def test_r34_whoever_was_chosen_on_the_first_day_of_a_mandate_is_chosen_on_its_corrected_one(on: str) -> None:
    now = after(APPOINTED, CorrectingTerm(replace(TERM, period=mandate(day(on)))))
    assert (now.coordinations[0].appointed_on, now.coordinations[0].period.start) == (day(on), day(on))


def test_r34_whoever_was_chosen_before_a_mandate_began_was_chosen_then() -> None:
    before = replace(APPOINTED.coordinations[0], appointed_on=day("2024-04-20"))
    now = after(replace(APPOINTED, coordinations=(before,)), CorrectingTerm(replace(TERM, period=mandate(LATER))))
    assert (now.coordinations[0].appointed_on, now.coordinations[0].period.start) == (day("2024-04-20"), LATER)


def test_a_seat_entered_with_a_mistake_is_corrected_or_struck() -> None:
    now = after(APPOINTED, CorrectingSeat(replace(SEATS[1], state="GHA")))
    assert held(now, LATER) == {"PRY", "GHA", "PRT"}
    with refused("R28"):
        after(APPOINTED, CorrectingSeat(replace(SEATS[1], state="PRT")))
    struck = after(APPOINTED, Striking(SEATS[0].key, TERM.period.start))
    assert (held(struck, LATER), struck.coordinations) == ({"MAR", "PRT"}, ())


def test_r31_a_mandate_that_is_corrected_gives_back_the_days_of_the_committee_before_it() -> None:
    early = term("2026-06-01")
    seated = after(APPOINTED, Appointing(early, seats(early, ("KEN", "PHL", "FIN"))))
    right = replace(early, period=mandate(day("2026-09-01")))
    now = after(seated, CorrectingTerm(right))
    assert held(now, day("2026-07-01")) == {"PRY", "MAR", "PRT"}
    assert [one.seat for one in coordinations_on(now.coordinations, day("2026-07-01"))] == [SEATS[0].key]
    assert held(now, day("2026-09-01")) == {"KEN", "PHL", "FIN"}
    later = after(seated, CorrectingTerm(replace(early, period=mandate(day("2028-01-01")))))
    assert {one.ending for one in later.seats} == {None}
    assert held(later, day("2027-05-08")) == {"PRY", "MAR", "PRT"}


def test_r34_a_seat_that_ended_later_than_was_entered_gives_back_its_coordination() -> None:
    left = after(APPOINTED, Vacating(SEATS[0].key, LATER))
    right = replace(left.seat(SEATS[0].key), period=Period(TERM.period.start, day("2026-03-01")))
    now = after(left, CorrectingSeat(right))
    assert now.coordinations[0].period.end == day("2026-03-01")


def test_r31_a_replacement_that_never_was_gives_the_seat_back() -> None:
    replaced = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("new", "URY")))
    now = after(replaced, Striking("new", LATER))
    assert held(now, LATER) == {"PRY", "MAR", "PRT"}
    assert [one.seat for one in coordinations_on(now.coordinations, LATER)] == [SEATS[0].key]
    assert now.seat(SEATS[0].key).ending is None


def test_r31_a_seat_that_was_taken_over_is_not_taken_over_once_more() -> None:
    replaced = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("new", "URY")))
    with refused("R31"):
        after(replaced, Replacing(SEATS[0].key, day("2025-01-01"), Successor("other", "BRA")))


def test_r31_of_two_seats_taken_over_on_one_day_each_replacement_knows_its_own() -> None:
    first = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("one", "URY")))
    both = after(first, Replacing(SEATS[1].key, LATER, Successor("two", "KEN")))
    sooner = day("2025-08-01")
    now = after(both, CorrectingSeat(replace(both.seat("two"), period=Period(sooner, TERM.period.end))))
    assert now.seat(SEATS[1].key).period.end == sooner
    assert now.seat(SEATS[0].key).period.end == LATER
    assert held(now, sooner) == {"PRY", "KEN", "PRT"}


def a_vacancy_filled_on_the_day_of_a_replacement() -> CommitteeRecords:
    """Morocco’s seat fell vacant; on one day Uruguay takes over Paraguay’s and Egypt fills the vacant one."""
    vacant = after(APPOINTED, Vacating(SEATS[1].key, day("2025-06-01")))
    taken = after(vacant, Replacing(SEATS[0].key, LATER, Successor("ury", "URY")))
    return after(taken, Filling(Seat("egy", TERM.key, "EGY", Period(LATER, TERM.period.end))))


def test_r31_a_seat_that_was_filled_took_nothing_over_from_whom_another_one_follows() -> None:
    records = a_vacancy_filled_on_the_day_of_a_replacement()
    assert held(after(records, Striking("egy", LATER)), LATER) == {"PRT", "URY"}
    moved = replace(records.seat("egy"), period=Period(day("2025-10-01"), TERM.period.end))
    corrected = after(records, CorrectingSeat(moved))
    assert held(corrected, LATER) == {"PRT", "URY"}
    assert held(corrected, day("2025-10-01")) == {"PRT", "URY", "EGY"}


def a_vacancy_filled(on: datetime.date = LATER) -> CommitteeRecords:
    """Morocco’s seat is vacant from June 2025, and Egypt fills it on a day."""
    vacant = after(APPOINTED, Vacating(SEATS[1].key, day("2025-06-01")))
    return after(vacant, Filling(Seat("egy", TERM.key, "EGY", Period(on, TERM.period.end), follows=SEATS[1].key)))


@pytest.mark.parametrize("on", ["2025-06-01", "2025-09-01"])
def test_r31_a_filled_seat_that_never_was_leaves_the_one_that_it_follows_vacant(on: str) -> None:
    records = a_vacancy_filled(day(on))
    vacant = after(APPOINTED, Vacating(SEATS[1].key, day("2025-06-01")))
    assert after(records, Striking("egy", LATER)) == vacant
    corrected = after(records, CorrectingSeat(replace(records.seat("egy"), period=Period(day("2025-10-01")))))
    assert corrected.seat(SEATS[1].key) == vacant.seat(SEATS[1].key)


def test_r31_a_seat_is_filled_once_nobody_holds_it_and_by_one_at_a_time() -> None:
    records = a_vacancy_filled()
    with refused("R31") as info:
        a_vacancy_filled(day("2025-05-31"))
    assert info.value.in_the_way == SEATS[1].key
    with refused("R31"):
        after(records, CorrectingSeat(replace(records.seat("egy"), period=Period(day("2025-05-31")))))
    with refused("R31") as info:
        after(records, Filling(Seat("two", TERM.key, "KEN", Period(day("2025-07-01")), follows=SEATS[1].key)))
    assert info.value.in_the_way == "egy"
    with pytest.raises(Refusal):
        after(APPOINTED, Filling(Seat("egy", TERM.key, "EGY", Period(LATER), follows="taken back")))


def test_r31_a_last_day_is_not_corrected_into_the_time_of_who_filled_the_seat() -> None:
    records = a_vacancy_filled()
    left = records.seat(SEATS[1].key)
    with refused("R31") as info:
        after(records, CorrectingSeat(replace(left, period=Period(left.period.start, day("2025-12-01")))))
    assert info.value.in_the_way == "egy"


def test_r31_a_corrected_last_day_moves_the_first_day_of_who_took_the_seat_over() -> None:
    taken = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("ury", "URY")))
    for on in ("2025-08-15", "2025-09-15"):
        was = taken.seat(SEATS[0].key)
        now = after(taken, CorrectingSeat(replace(was, period=Period(was.period.start, day(on)))))
        assert now.seat("ury").period == Period(day(on), TERM.period.end)
        assert held(now, day(on)) == {"URY", "MAR", "PRT"}
        assert held(now, day(on) - datetime.timedelta(days=1)) == {"PRY", "MAR", "PRT"}
        assert now.coordinations[0].period.end == day(on)


def test_r31_a_seat_that_was_taken_over_does_not_last_as_long_as_its_successor() -> None:
    taken = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("ury", "URY")))
    with refused("R31") as info:
        after(taken, CorrectingSeat(replace(taken.seat(SEATS[0].key), period=TERM.period, ending=None)))
    assert info.value.in_the_way == "ury"


def test_r31_nobody_takes_a_seat_over_on_its_first_day_also_by_a_correction() -> None:
    taken = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("ury", "URY")))
    with refused("R31"):
        after(taken, CorrectingSeat(replace(taken.seat("ury"), period=TERM.period)))


def test_r34_a_coordination_given_back_lasts_until_the_next_one() -> None:
    taken = after(APPOINTED, Replacing(SEATS[0].key, LATER, Successor("ury", "URY")))
    led = after(taken, Coordinating(Coordination("next", SEATS[1].key, Period(LATER, TERM.period.end), LATER)))
    moved = replace(led.seat("ury"), period=Period(day("2025-09-15"), TERM.period.end))
    for act in (Striking("ury", LATER), CorrectingSeat(moved)):
        first, second = after(led, act).coordinations
        assert (first.period.end, second.period.start) == (LATER, LATER)
        assert held(after(led, act), LATER) == {"PRY", "MAR", "PRT"}


def test_r34_who_was_appointed_in_a_seat_without_a_last_day_coordinates_until_the_mandate_ends() -> None:
    open_ended = replace(APPOINTED, seats=tuple(replace(one, period=Period(one.period.start)) for one in SEATS))
    now = after(open_ended, Coordinating(Coordination("next", SEATS[1].key, Period(LATER), LATER)))
    assert {one.period.end for one in now.coordinations} == {LATER, TERM.period.end}


def test_r34_a_coordination_that_never_was_gives_way_to_the_one_before() -> None:
    second = Coordination("second", SEATS[1].key, Period(LATER, TERM.period.end), LATER)
    assert after(after(APPOINTED, Coordinating(second)), StrikingCoordination("second", LATER)) == APPOINTED
    third = Coordination("third", SEATS[2].key, Period(day("2026-01-01"), TERM.period.end), LATER)
    three = after(after(APPOINTED, Coordinating(second)), Coordinating(third))
    first, last = after(three, StrikingCoordination("second", LATER)).coordinations
    assert (first.period.end, last) == (day("2026-01-01"), third)
    assert after(APPOINTED, StrikingCoordination(APPOINTED.coordinations[0].key, LATER)).coordinations == ()


def test_r34_who_coordinated_by_a_seat_that_never_was_gives_way_to_the_one_before() -> None:
    filled = after(APPOINTED, Filling(Seat("new", TERM.key, "BRA", Period(LATER, TERM.period.end))))
    led = after(filled, Coordinating(Coordination("second", "new", Period(LATER, TERM.period.end), LATER)))
    assert after(led, Striking("new", LATER)) == APPOINTED


def test_r30_a_mandate_that_never_was_gives_back_the_days_of_the_committee_before_it() -> None:
    wrong = term("2026-06-01")
    seated = after(APPOINTED, Appointing(wrong, seats(wrong, ("KEN", "PHL", "FIN"))))
    led = after(seated, Coordinating(coordination(seated.seats[-1])))
    assert after(led, StrikingTerm(wrong.key, LATER)) == APPOINTED
    assert after(APPOINTED, StrikingTerm(TERM.key, LATER)) == CommitteeRecords()


# -- whatever happens, in any order ----------------------------------------------------------------------------------

STATES_TRIED = ("PRY", "MAR", "PRT", "KEN", "FIN", "BRA")
DAYS = st.dates(datetime.date(2023, 1, 1), datetime.date(2032, 12, 31))


def acts(records: CommitteeRecords, step: int) -> st.SearchStrategy[CommitteeAct]:
    """Any act on what is recorded, with days and States that often cannot be; what is new is named by its step."""
    new = str(step)
    state = st.sampled_from(STATES_TRIED)
    appointing = st.builds(
        lambda on, states: Appointing(
            replace(term(on.isoformat()), key=new),
            tuple(Seat(f"{new}-{place}", new, code, mandate(on)) for place, code in enumerate(states)),
        ),
        DAYS,
        st.lists(state, max_size=6),
    )
    kinds: list[st.SearchStrategy[CommitteeAct]] = [appointing]
    if records.seats:
        seat, of = st.sampled_from(records.seats), st.sampled_from(records.terms)
        kinds += [
            st.builds(lambda one, on, code: Filling(Seat(new, one.key, code, Period(on))), of, DAYS, state),
            st.builds(
                lambda one, on, code: Filling(Seat(new, one.term, code, Period(on), follows=one.key)),
                seat,
                DAYS,
                state,
            ),
            st.builds(lambda one, on, code: Replacing(one.key, on, Successor(new, code)), seat, DAYS, state),
            st.builds(lambda one, on: Vacating(one.key, on), seat, DAYS),
            st.builds(
                lambda one, on: Coordinating(Coordination(new, one.key, Period(on, max(on, one.period.end or on)), on)),
                seat,
                DAYS,
            ),
            st.builds(lambda one, on: CorrectingTerm(replace(one, period=mandate(on), appointed_on=on)), of, DAYS),
            st.builds(
                lambda one, code, on: CorrectingSeat(replace(one, state=code, period=Period(on))), seat, state, DAYS
            ),
            st.builds(lambda one, on: Striking(one.key, on), seat, DAYS),
            st.builds(
                lambda one, on: CorrectingSeat(replace(one, period=Period(min(one.period.start, on), on))), seat, DAYS
            ),
        ]
    if records.terms:
        kinds.append(st.builds(lambda one, on: StrikingTerm(one.key, on), st.sampled_from(records.terms), DAYS))
    if records.coordinations:
        coordination = st.sampled_from(records.coordinations)
        kinds += [
            st.builds(lambda one, on: SteppingDown(one.key, on), coordination, DAYS),
            st.builds(
                lambda one, on: CorrectingCoordination(
                    replace(one, period=Period(on, max(on, one.period.end or on)), appointed_on=on)
                ),
                coordination,
                DAYS,
            ),
            st.builds(lambda one, on: StrikingCoordination(one.key, on), coordination, DAYS),
        ]
    return st.one_of(kinds)


def turns(records: CommitteeRecords) -> Iterator[datetime.date]:
    """Every day on which something begins or ends."""
    times = [one.period for one in records.terms] + [one.period for one in records.seats]
    for time in (*times, *(one.period for one in records.coordinations)):
        yield time.start
        if time.end:
            yield time.end


@given(st.data())
def test_r28_r30_r34_no_sequence_of_acts_makes_the_records_unsound(data: st.DataObject) -> None:
    records = CommitteeRecords()
    for step in range(data.draw(st.integers(1, 9))):
        with suppress(Refusal):
            records = after(records, data.draw(acts(records, step)))
    assert all(one.period == mandate(one.period.start) for one in records.terms)
    by_key = {seat.key: seat for seat in records.seats}
    for one in records.coordinations:
        assert one.period.within(records.held(by_key[one.seat]))
    assert all(records.held(seat).within(records.term(seat.term).period) for seat in records.seats)
    for seat in records.seats:
        followed = by_key.get(seat.follows or "")
        end = seat.period.start if followed is None else records.held(followed).end
        assert end is not None
        assert end <= seat.period.start
    for on in turns(records):
        states = [seat.state for seat in records.seats if records.held(seat).holds(on)]
        assert len(states) == len(set(states))
        assert len({seat.term for seat in records.seats if records.held(seat).holds(on)}) <= 1
        assert len(coordinations_on(records.coordinations, on)) <= 1
