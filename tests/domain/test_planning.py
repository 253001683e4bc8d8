"""The next annual meeting, its half-days, and the time that an agenda takes."""

import dataclasses
import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_time import LONGEST, Duration, read_duration, time_use, weakest
from nmirf_desktop.domain.meeting_titles import title_of
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting, notice, notice_deadline
from nmirf_desktop.domain.organisation import Organisation
from nmirf_desktop.domain.planning import (
    PREPARING,
    MeetingStanding,
    NoticeStanding,
    Usage,
    check_sitting,
    counted,
    days_of,
    missing_half_days,
    next_half_day,
    next_of_kind,
    notice_standing,
    on_all_days,
    renumbered,
    standing,
)
from nmirf_desktop.domain.rule_changes import Figure, Figures, RuleChange
from nmirf_desktop.domain.symbol_schemes import Schemes
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import Language, catalog

USAGE = Usage(Schemes.of(Organisation()), "Africa/Casablanca")
ON = datetime.date(2026, 11, 24)


def meeting(year: int = 2026, opens: datetime.date = datetime.date(2026, 2, 10), days: int = 3) -> Meeting:
    return Meeting(
        f"m{year}", f"NMIRF/{year}", MeetingKind.ANNUAL, 2, year, Trilingual(), opens,
        opens + datetime.timedelta(days=days - 1), Trilingual(),
    )  # fmt: skip


def sitting(key: str, day: datetime.date, starts: int, ends: int, **more: object) -> Sitting:
    return Sitting(key, "m2026", 0, day, datetime.time(starts), datetime.time(ends), **more)  # type: ignore[arg-type]


def test_r36_the_next_annual_meeting_is_a_year_after_the_last() -> None:
    new = next_of_kind(MeetingKind.ANNUAL, [meeting()], USAGE, ON, "new")
    assert (new.symbol, new.number, new.counts_for, new.time_zone) == ("NMIRF/2027", 3, 2027, "Africa/Casablanca")
    assert (new.opens_on, new.closes_on) == (datetime.date(2027, 2, 10), datetime.date(2027, 2, 12))
    assert (new.title.en, new.title.fr) == ("Third annual meeting", "Troisième réunion annuelle")
    assert set(new.title.states().values()) == {TextState.REVIEWED}


def test_a_meeting_in_january_may_count_for_the_year_before() -> None:
    last = meeting(2025, datetime.date(2026, 1, 15))
    assert next_of_kind(MeetingKind.ANNUAL, [last], USAGE, ON, "new").counts_for == 2026


def test_a_title_that_the_program_made_follows_the_year() -> None:
    first = next_of_kind(MeetingKind.COMMITTEE, [], USAGE, datetime.date(2026, 3, 2), "new")
    for year in (2027, 2028):
        first = counted(dataclasses.replace(first, opens_on=datetime.date(year, 1, 11)))
        assert first.symbol == f"NMIRF/EC/{year}"
        assert first.title == title_of(MeetingKind.COMMITTEE, 1, year)
    stale = dataclasses.replace(first, title=title_of(MeetingKind.COMMITTEE, 1, 2026))
    assert counted(stale).title == first.title


def test_a_title_that_somebody_changed_stays_as_it_is() -> None:
    first = next_of_kind(MeetingKind.COMMITTEE, [], USAGE, datetime.date(2026, 3, 2), "new")
    own = first.title.with_text(Language.FR, "Comité exécutif, printemps 2026")
    moved = counted(dataclasses.replace(first, title=own, opens_on=datetime.date(2027, 1, 11)))
    assert (moved.title, moved.symbol) == (own, "NMIRF/EC/2027")


def test_a_symbol_that_is_taken_is_not_proposed() -> None:
    other = meeting(2027, datetime.date(2026, 3, 1))
    committee = Meeting(
        "c", "NMIRF/2028", MeetingKind.COMMITTEE, 1, 2026, Trilingual(), ON, ON, Trilingual()
    )  # fmt: skip
    assert next_of_kind(MeetingKind.ANNUAL, [other, committee], USAGE, ON, "new").symbol == "NMIRF/2028-2"


@given(on=st.dates(datetime.date(2024, 6, 1), datetime.date(2090, 12, 31)), held=st.booleans())
def test_r39_what_is_proposed_can_still_be_announced_and_is_a_working_day(on: datetime.date, held: bool) -> None:
    new = next_of_kind(MeetingKind.ANNUAL, [meeting()] if held else [], USAGE, on, "new")
    assert notice_deadline(new.opens_on) >= on
    assert new.opens_on.weekday() < 5
    assert new.closes_on >= new.opens_on
    assert all(new.title[language] for language in Language)


@given(
    on=st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 12, 31)),
    changes=st.lists(st.tuples(st.integers(1, 6), st.dates(datetime.date(2025, 1, 1), datetime.date(2031, 1, 1)))),
)
def test_r46_what_is_proposed_can_be_announced_by_the_notice_in_force(
    on: datetime.date, changes: list[tuple[int, datetime.date]]
) -> None:
    """The month of the Declaration was counted, whatever the Network had decided since."""
    made = tuple(RuleChange(f"{n}", Figure.NOTICE_MONTHS, *one) for n, one in enumerate(changes))
    usage = dataclasses.replace(USAGE, figures=Figures(made))
    annual = next_of_kind(MeetingKind.ANNUAL, [meeting()], usage, on, "new")
    assert notice_deadline(annual.opens_on, usage.figures) > on
    other = next_of_kind(MeetingKind.EXTRAORDINARY, [meeting()], usage, on, "new")
    assert notice_deadline(other.opens_on, usage.figures) >= on + PREPARING
    assert other.opens_on.weekday() < 5


def test_r46_a_longer_notice_moves_the_meeting_that_is_proposed() -> None:
    longer = dataclasses.replace(
        USAGE, figures=Figures((RuleChange("c", Figure.NOTICE_MONTHS, 3, datetime.date(2026, 1, 1)),))
    )
    by_month, by_three = (
        next_of_kind(MeetingKind.EXTRAORDINARY, [], usage, ON, "new").opens_on for usage in (USAGE, longer)
    )
    assert (by_month, by_three) == (datetime.date(2027, 1, 8), datetime.date(2027, 3, 8))
    last = meeting(2026, datetime.date(2026, 2, 3))
    on = datetime.date(2026, 12, 1)
    assert next_of_kind(MeetingKind.ANNUAL, [last], USAGE, on, "new").opens_on == datetime.date(2027, 2, 3)
    assert next_of_kind(MeetingKind.ANNUAL, [last], longer, on, "new").opens_on == datetime.date(2028, 2, 3)


def test_how_a_meeting_stands() -> None:
    held, coming, later = meeting(), meeting(2027, datetime.date(2027, 2, 9)), meeting(2028, datetime.date(2028, 2, 9))
    every = [held, coming, later]
    assert [standing(one, every, ON) for one in every] == [
        MeetingStanding.HELD, MeetingStanding.NEXT, MeetingStanding.PLANNED,
    ]  # fmt: skip
    assert standing(coming, every, coming.opens_on) is MeetingStanding.UNDER_WAY
    assert standing(later, every, coming.opens_on) is MeetingStanding.NEXT
    committee = dataclasses.replace(meeting(2026, datetime.date(2027, 1, 5)), key="c", kind=MeetingKind.COMMITTEE)
    assert standing(committee, [*every, committee], ON) is MeetingStanding.NEXT, "of whatever kind"
    assert standing(coming, [*every, committee], ON) is MeetingStanding.PLANNED


def test_r39_how_the_notice_stands() -> None:
    found = notice(meeting(2027, datetime.date(2027, 2, 9)), (), ["PRY"])
    assert notice_standing(found, datetime.date(2027, 1, 9)) is NoticeStanding.DUE
    assert notice_standing(found, datetime.date(2027, 1, 10)) is NoticeStanding.LATE


def test_half_days_are_added_where_nothing_is_planned() -> None:
    one = meeting()
    first, second, third = days_of(one)
    planned = [sitting("a", first, 14, 17)]
    keys = iter("bcdef")
    new = missing_half_days(one, planned, lambda: next(keys))
    assert [(it.on, it.starts.hour) for it in new] == [(second, 10), (second, 15), (third, 10), (third, 15)]
    assert next_half_day(one, planned, "x").starts == datetime.time(10)
    assert [it.number for it in renumbered([*new, *planned])] == [1, 2, 3, 4, 5]
    assert renumbered([*new, *planned])[0].key == "a"


def test_a_sitting_that_was_held_on_another_day_takes_up_no_hours() -> None:
    one = meeting()
    first, second, _ = days_of(one)
    opened = datetime.datetime.combine(second, datetime.time(10), ZoneInfo(one.time_zone))
    moved = dataclasses.replace(sitting("a", first, 10, 13), opened_at=opened)
    planned, keys = [moved, sitting("b", second, 15, 18)], iter("cdefghijkl")
    assert first in {it.on for it in missing_half_days(one, planned, lambda: next(keys))}
    new = next_half_day(one, planned, "x")
    assert (new.on, new.starts) == (first, datetime.time(10))
    assert first in {it.on for it in on_all_days(one, planned, sitting("b", second, 10, 13), lambda: next(keys))}
    check_sitting(new, one, planned)


@given(hours=st.lists(st.integers(0, 22), min_size=1, max_size=9))
def test_one_more_sitting_always_begins_before_it_ends(hours: list[int]) -> None:
    one = meeting(days=1)
    planned = [sitting(str(hour), one.opens_on, hour, hour + 1) for hour in hours]
    new = next_half_day(one, planned, "new")
    assert new.starts < new.ends
    assert new.on == one.opens_on


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90), ("1 h 30", 90), ("1h30", 90), ("1:30", 90), ("0:05", 5), ("1h", 60), ("2 hours", 120),
        ("45 min", 45), ("45 mn", 45), ("1 heure 15", 75), ("2 horas 5 minutos", 125), ("24 h", 1440), ("0", 0),
    ],
)  # fmt: skip
def test_durations_are_read_as_they_are_typed(typed: str, minutes: int) -> None:
    assert read_duration(typed) == read_duration(f" {typed.upper()} ") == Duration(minutes)


@pytest.mark.parametrize("typed", ["", "soon", "h", "min", "1 h 75", "1 30", "24:01", "1441", "-5", "1.30", "1 h min"])
def test_what_is_no_duration_is_not_read(typed: str) -> None:
    assert read_duration(typed) is None


@given(st.integers(0, LONGEST.minutes), st.sampled_from(Language))
def test_a_duration_is_read_as_it_is_said(minutes: int, language: Language) -> None:
    assert read_duration(Duration(minutes).said_in(catalog(language))) == Duration(minutes)


def test_hours_that_overlap_are_not_those_of_other_days() -> None:
    one = meeting()
    planned = [sitting("a", one.opens_on, 10, 13), sitting("b", one.opens_on, 12, 18)]
    keys = iter("cdef")
    new = missing_half_days(one, planned, lambda: next(keys))
    assert [it.starts.hour for it in new] == [10, 15, 10, 15]


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (570, "9 h 30"), (605, "10 h 05")])
def test_durations_are_said_as_programmes_write_them(minutes: int, said: str) -> None:
    spoken = Duration(minutes).said_in(catalog(Language.EN))
    assert spoken.replace("\N{NO-BREAK SPACE}", " ") == said


def test_an_item_takes_its_time_or_that_of_its_parts() -> None:
    items = [
        AgendaItem("1", "m", 0, Trilingual(), duration=30),
        AgendaItem("1a", "m", 0, Trilingual(), parent="1", duration=60),
        AgendaItem("2", "m", 1, Trilingual()),
    ]
    use = time_use(items, [sitting("s", ON, 10, 11)])
    assert (use.items, use.planned.minutes, use.available.minutes, use.over.minutes, use.silent) == (3, 60, 60, 0, 1)
    assert time_use(items, [Sitting("s", "m", 1, ON, datetime.time(10), datetime.time(10, 40))]).over.minutes == 20
    assert time_use(items, []).over.minutes == 0


def test_an_item_is_as_ready_as_its_least_ready_text() -> None:
    done = Trilingual.final("A", "B", "C")
    assert weakest(AgendaItem("1", "m", 0, done)) is TextState.REVIEWED
    assert weakest(AgendaItem("1", "m", 0, done.with_text(Language.EN, "D"))) is TextState.OUTDATED
    assert weakest(AgendaItem("1", "m", 0, done, annotation=Trilingual("only English"))) is TextState.MISSING


def test_what_was_opened_keeps_its_number_whatever_is_planned() -> None:
    """A sitting that was opened before its hour lost its number to one that nobody had planned."""
    at = datetime.datetime(2027, 1, 26, 9, tzinfo=datetime.UTC)
    early = dataclasses.replace(sitting("early", ON, 15, 18), number=1, opened_at=at)
    unplanned = dataclasses.replace(
        sitting("unplanned", ON, 12, 15), number=2, opened_at=at + datetime.timedelta(hours=2)
    )
    before, after = sitting("before", ON, 9, 10), sitting("after", ON, 19, 20)
    found = renumbered([after, before, unplanned, early])
    assert [(one.key, one.number) for one in found] == [("early", 1), ("unplanned", 2), ("before", 3), ("after", 4)]


def test_what_is_planned_before_a_sitting_that_was_opened_stays_before_it() -> None:
    at = datetime.datetime(2027, 1, 26, 9, tzinfo=datetime.UTC)
    first, third = (
        dataclasses.replace(sitting(f"{number}", ON, hour, hour + 1), number=number, opened_at=at)
        for number, hour in ((1, 9), (3, 15))
    )
    second, fourth = dataclasses.replace(sitting("2", ON, 12, 13), number=2), sitting("4", ON, 18, 19)
    assert [one.key for one in renumbered([fourth, third, second, first])] == ["1", "2", "3", "4"]
    assert [one.number for one in renumbered([fourth, third, first])] == [1, 3, 4], "the next one comes after it"
