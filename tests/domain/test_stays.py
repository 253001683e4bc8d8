"""Presence as a timeline: stays follow each other without overlap, and say what was noted."""

import datetime
import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.attendance import Delegation, present
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.sittings import PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.stays import Share, Stay, Where, by_group, in_sittings, late, stays
from tests.domain.facts import STATES, moment

KINDS = st.lists(st.tuples(st.sampled_from(("PRY", "MAR")), st.sampled_from(PresenceKind)), max_size=20)
TEN = moment("2026-01-28T10:00")


def minutes(number: float) -> datetime.datetime:
    return TEN + datetime.timedelta(minutes=number)


def events(noted: list[tuple[str, PresenceKind]]) -> list[PresenceEvent]:
    return [
        PresenceEvent(f"{place:03}", "meeting", code, kind, minutes(place)) for place, (code, kind) in enumerate(noted)
    ]


@given(KINDS)
def test_at_each_moment_those_are_present_whose_stay_lasts(noted: list[tuple[str, PresenceKind]]) -> None:
    told = events(noted)
    found = stays(told)
    for place in range(len(noted) + 1):
        at = minutes(place + 0.5)
        then = {
            code
            for code, own in found.items()
            for stay in own
            if stay.present and stay.began_at <= at and (stay.ended_at is None or at < stay.ended_at)
        }
        assert then == present(told, at)
    for own in found.values():
        for first, second in itertools.pairwise(own):
            assert first.ended_at is not None
            assert first.ended_at <= second.began_at


def test_stays_end_with_a_sitting_and_begin_again_with_the_next() -> None:
    sittings = [(minutes(1), minutes(10)), (minutes(60), minutes(70)), (minutes(90), None)]
    whole = Stay("PRY", Where.ROOM, minutes(0))
    assert in_sittings([whole], sittings) == (
        replace(whole, ended_at=minutes(10)),
        replace(whole, began_at=minutes(60), ended_at=minutes(70)),
        replace(whole, began_at=minutes(90)),
    )
    left = replace(whole, ended_at=minutes(60))
    assert in_sittings([left], sittings) == (replace(whole, ended_at=minutes(10)),), "it begins anew"
    between = Stay("PRY", Where.ROOM, minutes(50), minutes(65))
    assert in_sittings([between], sittings) == (between,)
    assert in_sittings([whole], sittings[:1]) == (replace(whole, ended_at=minutes(10)),)
    assert in_sittings([whole], []) == (whole,)


def test_a_connection_that_is_lost_stands_between_two_stays() -> None:
    noted = (PresenceKind.ARRIVED_ONLINE, PresenceKind.CONNECTION_LOST, PresenceKind.CONNECTION_RESTORED)
    found = stays(events([("PRY", kind) for kind in (*noted, PresenceKind.ARRIVED, PresenceKind.LEFT)]))
    assert found == {
        "PRY": (
            Stay("PRY", Where.ONLINE, minutes(0), minutes(1)),
            Stay("PRY", Where.LOST, minutes(1), minutes(2)),
            Stay("PRY", Where.ONLINE, minutes(2), minutes(3)),
            Stay("PRY", Where.ROOM, minutes(3), minutes(4)),
        )
    }


def test_late_is_who_came_after_the_first_minutes_of_the_sitting() -> None:
    own = (Stay("PRY", Where.ROOM, minutes(15)),)
    assert late(own, TEN) == minutes(15)
    assert late(own, minutes(6)) is None
    assert late(own, None) is None
    assert late((Stay("PRY", Where.LOST, minutes(30)),), TEN) is None


def test_who_is_present_is_counted_by_class_and_regional_group() -> None:
    named = {state.iso3: state for state in STATES}
    arrived = PresenceKind.ARRIVED
    delegations = (
        Delegation(named["PRY"], MembershipKind.MEMBER, arrived), Delegation(named["BRA"], MembershipKind.MEMBER),
        Delegation(named["MAR"], MembershipKind.OBSERVER, arrived), Delegation(named["JPN"], None, arrived),
    )  # fmt: skip
    assert by_group(delegations) == (
        Share(RegionalGroup.AFRICAN, 0, 0, observers=1),
        Share(RegionalGroup.ASIA_PACIFIC, 0, 0, guests=1),
        Share(RegionalGroup.GRULAC, 1, 2),
    )
