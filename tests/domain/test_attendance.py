"""Who took part: presence that was noted and taken back at once was none, and nothing else takes an attendance away."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.attendance import ARRIVALS, EXCEPTIONS, SLIP, attended, present
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind

NINE = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
MOMENT = datetime.timedelta(seconds=1)
STATES = ("MAR", "PRT", "PRY", "URY")
EVENTS = st.lists(
    st.tuples(st.sampled_from(STATES), st.sampled_from(PresenceKind), st.integers(0, 40)), max_size=30
).map(lambda found: [noted(*one, place=place) for place, one in enumerate(found)])


def noted(state: str, kind: PresenceKind, minutes: float, place: int = 0) -> PresenceEvent:
    return PresenceEvent(f"{place:04}", "meeting", state, kind, NINE + datetime.timedelta(minutes=minutes))


def all_present() -> list[PresenceEvent]:
    return [noted(state, PresenceKind.ARRIVED, 0, place) for place, state in enumerate(STATES)]


def after(wait: datetime.timedelta, state: str = "PRY", kind: PresenceKind = PresenceKind.LEFT) -> PresenceEvent:
    return noted(state, kind, wait / datetime.timedelta(minutes=1), 900)


def test_all_are_present_then_the_exceptions_were_never_there() -> None:
    assert attended([*all_present(), after(EXCEPTIONS)]) == {"MAR", "PRT", "URY"}
    assert attended([*all_present(), after(EXCEPTIONS + MOMENT)]) == set(STATES)


def test_all_were_noted_before_the_sitting_was_opened_and_the_exceptions_once_it_was() -> None:
    """Chairs are counted when the gavel falls, however early "all are present" was noted."""
    opened = NINE + datetime.timedelta(minutes=35)
    openings = [(opened, opened + datetime.timedelta(hours=3))]
    at = opened - NINE + EXCEPTIONS
    assert attended([*all_present(), after(at)], openings) == {"MAR", "PRT", "URY"}
    assert attended([*all_present(), after(at + MOMENT)], openings) == set(STATES)
    earlier = [(NINE - datetime.timedelta(hours=1), opened), *openings]
    assert attended([*all_present(), after(at)], earlier) == set(STATES), "a sitting was going on"


def test_an_arrival_noted_alone_is_a_slip_for_less_time() -> None:
    alone = [noted("PRY", PresenceKind.ARRIVED, 0)]
    assert not attended([*alone, after(SLIP)])
    assert attended([*alone, after(SLIP + MOMENT)]) == {"PRY"}


def test_an_exception_that_arrives_later_took_part() -> None:
    late = noted("PRY", PresenceKind.ARRIVED, 95, 950)
    assert attended([*all_present(), after(MOMENT), late]) == set(STATES)


def test_a_lost_connection_takes_no_attendance_back() -> None:
    online = noted("PRY", PresenceKind.ARRIVED_ONLINE, 0)
    lost = after(MOMENT, kind=PresenceKind.CONNECTION_LOST)
    assert attended([online, lost]) == {"PRY"}
    assert attended([online, lost, after(2 * MOMENT)]) == {"PRY"}


@given(EVENTS)
def test_only_who_arrived_attended_and_whoever_is_there_at_the_end_did(events: list[PresenceEvent]) -> None:
    found = attended(events)
    assert found <= {event.state for event in events if event.kind in ARRIVALS}
    assert present(events, NINE + datetime.timedelta(days=1)) <= found


@given(EVENTS)
def test_the_order_in_which_events_are_read_changes_nothing(events: list[PresenceEvent]) -> None:
    assert attended(reversed(events)) == attended(events)


@given(EVENTS, st.integers(41, 200))
def test_leaving_long_after_takes_nobody_away(events: list[PresenceEvent], minutes: int) -> None:
    leaving = [noted(state, PresenceKind.LEFT, minutes + 20, 500 + place) for place, state in enumerate(STATES)]
    assert attended([*events, *leaving]) == attended(events)
