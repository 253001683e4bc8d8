"""The programme: clock times from durations and sittings, what is continued, by how much a sitting is over-full."""

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import AgendaItem, numbered
from nmirf_desktop.domain.agenda_time import Duration, sitting_minutes, time_use
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.programme import Programme, Slot, programme
from nmirf_desktop.domain.sittings import planned_sentence, when_held
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import OPENING, meeting

MEETING = meeting("2027-05-08", "2027-05-10")
FIRST = datetime.date(2027, 5, 8)


def sitting(number: int, starts: str, ends: str, day: int = 0) -> Sitting:
    at = datetime.time.fromisoformat
    return Sitting(f"s{number}", MEETING.key, number, FIRST + datetime.timedelta(day), at(starts), at(ends))


def item(key: str, minutes: int | None, parent: str | None = None, position: int = 0) -> AgendaItem:
    return AgendaItem(key, MEETING.key, position, OPENING, parent, duration=minutes)


def row(*minutes: int | None) -> tuple[AgendaItem, ...]:
    return tuple(item(f"i{place}", one, position=place) for place, one in enumerate(minutes))


def told(slot: Slot) -> str:
    marks = ("…" if slot.continued else "", "…" if slot.continues else "")
    return f"{slot.numbered.item.key} {marks[0]}{slot.starts:%H:%M}-{slot.ends:%H:%M}{marks[1]}"


def lines(found: Programme) -> list[list[str]]:
    return [[told(slot) for slot in plan.slots] for plan in found.sittings]


MORNING, AFTERNOON = sitting(1, "10:00", "13:00"), sitting(2, "15:00", "18:00")


def test_items_follow_each_other_from_the_start_of_the_sitting() -> None:
    found = programme(row(30, 15, 60), [MORNING])
    assert lines(found) == [["i0 10:00-10:30", "i1 10:30-10:45", "i2 10:45-11:45"]]
    assert (found.over, found.sittings[0].over, found.sittings[0].free) == (Duration(0), Duration(0), Duration(75))


def test_what_is_not_finished_is_continued_in_the_next_sitting() -> None:
    found = programme(row(150, 90, 30), [AFTERNOON, MORNING])
    assert lines(found) == [
        ["i0 10:00-12:30", "i1 12:30-13:00…"],
        ["i1 …15:00-16:00", "i2 16:00-16:30"],
    ]
    assert [plan.over for plan in found.sittings] == [Duration(60), Duration(0)]
    assert [told(slot) for slot in found.slots_of("i1")] == ["i1 12:30-13:00…", "i1 …15:00-16:00"]


def test_an_item_that_ends_with_the_sitting_leaves_the_next_one_to_the_next_item() -> None:
    found = programme(row(180, 30), [MORNING, AFTERNOON])
    assert lines(found) == [["i0 10:00-13:00"], ["i1 15:00-15:30"]]
    assert found.sittings[0].over == Duration(0)


def test_parts_lie_inside_their_item_which_may_last_longer() -> None:
    items = (item("a", 90), item("a1", 30, "a"), item("a2", 30, "a", 1), item("b", 15, position=1))
    assert lines(programme(items, [MORNING])) == [
        ["a 10:00-11:30", "a1 10:00-10:30", "a2 10:30-11:00", "b 11:30-11:45"]
    ]
    longer = (item("a", 30), item("a1", 30, "a"), item("a2", 30, "a", 1), item("b", 15, position=1))
    assert lines(programme(longer, [MORNING]))[0][-1] == "b 11:00-11:15"


def test_an_item_without_duration_is_a_moment() -> None:
    assert lines(programme(row(None, 30, None), [MORNING])) == [["i0 10:00-10:00", "i1 10:00-10:30", "i2 10:30-10:30"]]
    full = programme(row(180, None), [MORNING])
    assert (lines(full), full.left) == ([["i0 10:00-13:00", "i1 13:00-13:00"]], ())


def test_a_part_without_duration_stands_with_its_item_and_not_at_the_end_of_the_last_sitting() -> None:
    """Once later sittings were taken back, 6 (a) stood under item 5, at the minute at which that sitting would end."""
    items = (item("a", 180), item("b", 60, position=1), item("b1", None, "b"), item("c", None, position=2))
    found = programme(items, [MORNING])
    assert lines(found) == [["a 10:00-13:00"]]
    assert [one.item.key for one in found.left] == ["b", "b1", "c"]
    inside = (item("a", 180), item("a1", 180, "a"), item("a2", None, "a", 1))
    assert lines(programme(inside, [MORNING])) == [["a 10:00-13:00", "a1 10:00-13:00", "a2 13:00-13:00"]]


def test_what_no_sitting_has_time_for_is_said_with_by_how_much() -> None:
    found = programme(row(150, 60, 45), [MORNING])
    assert lines(found) == [["i0 10:00-12:30", "i1 12:30-13:00…"]]
    assert [one.item.key for one in found.left] == ["i2"]
    assert (found.over, found.sittings[0].over) == (Duration(75), Duration(75))


def test_without_sittings_nothing_has_a_time_and_nothing_is_over_full() -> None:
    assert programme(row(30, 60), []) == Programme()


def test_a_sitting_without_items_is_free() -> None:
    found = programme((), [MORNING, AFTERNOON])
    assert [(plan.slots, plan.free) for plan in found.sittings] == [((), Duration(180))] * 2


@given(st.lists(st.one_of(st.none(), st.integers(0, 200)), max_size=20), st.integers(1, 5))
def test_the_programme_loses_no_minute(minutes: list[int | None], days: int) -> None:
    sittings = [sitting(number, "10:00", "13:00", number) for number in range(days)]
    items = row(*minutes)
    found, use = programme(items, sittings), time_use(items, sittings)
    assert found.over == use.over
    placed = 0
    for plan in found.sittings:
        clock = plan.sitting.starts
        for slot in plan.slots:
            assert clock == slot.starts <= slot.ends <= plan.sitting.ends
            clock = slot.ends
            placed += sitting_minutes(Sitting("", "", 0, FIRST, slot.starts, slot.ends))
    assert placed + found.over.minutes == use.planned.minutes
    there = {slot.numbered.item.key for plan in found.sittings for slot in plan.slots}
    assert there | {one.item.key for one in found.left} == {one.item.key for one in numbered(items)}
    assert sum(plan.free.minutes for plan in found.sittings) + placed == use.available.minutes


def test_a_sitting_opened_on_another_day_moves_no_item_and_no_other_sitting() -> None:
    planned = [MORNING, AFTERNOON, sitting(3, "10:00", "13:00", 2)]
    items = row(150, 90, 30, 120)
    before = programme(items, planned)
    at = datetime.datetime.combine(planned[2].on, datetime.time(8, 22), datetime.UTC)
    closed = replace(MORNING, opened_at=at, closed_at=at + datetime.timedelta(minutes=11))
    after = programme(items, [closed, *planned[1:]])
    assert lines(after) == lines(before)
    assert [plan.sitting.number for plan in after.sittings] == [1, 2, 3]
    moved = replace(closed, on=planned[2].on, starts=datetime.time(8, 22), ends=datetime.time(11, 22))
    numbers = [plan.sitting.number for plan in programme(items, [moved, *planned[1:]]).sittings]
    assert numbers == [1, 2, 3], "also in a register of before, in which the plan was written over"


def test_the_programme_says_beside_its_plan_when_a_sitting_was_held_and_nothing_of_minutes() -> None:
    words = catalog(Language.EN)
    at = datetime.datetime.combine(
        FIRST + datetime.timedelta(days=2), datetime.time(8, 22), ZoneInfo(MEETING.time_zone)
    )
    closed = replace(MORNING, opened_at=at, closed_at=at + datetime.timedelta(minutes=11))
    assert when_held(MEETING, closed, words) == "held on Monday, 10 May 2027, 8:22–8:33"
    going = replace(closed, closed_at=None)
    assert when_held(MEETING, going, words) == "opened on Monday, 10 May 2027 at 8.22\u00a0a.m."
    assert planned_sentence(MEETING, going).said_in(words) == ("The 1st sitting was planned for 8 May 2027 at 10:00.")
    usual = replace(MORNING, opened_at=at - datetime.timedelta(days=2) + datetime.timedelta(minutes=105))
    assert (when_held(MEETING, usual, words), planned_sentence(MEETING, usual)) == ("", Phrase())
