"""The milestones of a meeting: by when, the arithmetic in words, and how each stands on a day."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.meetings import Meeting, MeetingKind, NoticeGround, Sitting
from nmirf_desktop.domain.milestone_kinds import FUNCTIONS, OFFSETS, TITLES, Span
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.practices import Choice, Option, Question
from nmirf_desktop.domain.reckoning import Known, MilestoneState, Reckoned, Reckoning, kept_days
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from tests.domain.facts import rows

NOT_LEAP, LEAP = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
OPENS = datetime.date(2027, 5, 11)


def meeting(opens_on: datetime.date = OPENS, kind: MeetingKind = MeetingKind.ANNUAL, **more: object) -> Meeting:
    days = datetime.timedelta(days=2)
    base = Meeting("m", "NMIRF/2027", kind, 3, 2027, Trilingual(), opens_on, opens_on + days, Trilingual())
    return replace(base, **more)  # type: ignore[arg-type]


def reckoning(of: Meeting, known: Known = Known(appointing=True), zone: str = "UTC") -> Reckoning:  # noqa: B008
    return Reckoning(of, NoticeGround((), (), zone), known)


def one(kind: MilestoneKind, found: tuple[Reckoned, ...]) -> Reckoned:
    return next(each for each in found if each.kind is kind)


def back(day: datetime.date, months: int, days: int) -> datetime.date:
    """An independent count: month by month on the wall calendar, then day by day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = (LEAP if leap else NOT_LEAP)[month - 1]
    return datetime.date.fromordinal(datetime.date(year, month, min(day.day, last)).toordinal() - days)


def forward(day: datetime.date, months: int) -> datetime.date:
    year, month = (
        (day.year, day.month + months) if day.month + months <= 12 else (day.year + 1, day.month + months - 12)
    )
    leap = year % 4 == 0
    return datetime.date(year, month, min(day.day, (LEAP if leap else NOT_LEAP)[month - 1]))


def test_r39_every_opening_day_of_2024_to_2040_has_the_deadlines_of_an_independent_count() -> None:
    day, end = datetime.date(2024, 1, 1), datetime.date(2040, 12, 31)
    while day <= end:
        found = {each.kind: each.day for each in reckoning(meeting(day)).all(())}
        notice = back(day, 1, 0)
        minutes = forward(day + datetime.timedelta(days=2), 1)
        assert found == {
            MilestoneKind.HOST: back(day, 7, 0),
            MilestoneKind.SAVE_THE_DATE: back(day, 6, 0),
            MilestoneKind.INTERPRETATION: back(day, 4, 0),
            MilestoneKind.CANDIDATURES: back(day, 4, 0),
            MilestoneKind.CALL_FOR_ITEMS: back(day, 3, 0),
            MilestoneKind.DRAFTS: back(day, 2, 0),
            MilestoneKind.AGREEMENT: back(notice, 0, 14),
            MilestoneKind.TRANSLATIONS: back(notice, 0, 7),
            MilestoneKind.NOTICE: notice,
            MilestoneKind.REGISTRATION: back(day, 0, 14),
            MilestoneKind.MINUTES: minutes,
            MilestoneKind.CORRECTIONS: minutes + datetime.timedelta(days=14),
        }
        day += datetime.timedelta(days=1)


def test_r39_the_shared_vectors() -> None:
    for row in rows("notice_vectors.csv"):
        opens_on = datetime.date.fromisoformat(row["meeting_opening_date"])
        day, _ = reckoning(meeting(opens_on)).count(MilestoneKind.NOTICE)
        assert day == datetime.date.fromisoformat(row["latest_sending_date"])


@given(
    opens_on=st.dates(datetime.date(2024, 1, 1), datetime.date(2040, 12, 31)),
    kind=st.sampled_from([MeetingKind.ANNUAL, MeetingKind.EXTRAORDINARY]),
)
def test_r38_the_committee_agrees_before_the_agenda_is_due(opens_on: datetime.date, kind: MeetingKind) -> None:
    found = reckoning(meeting(opens_on, kind)).all(())
    agreement, translations, notice = (
        one(each, found).day for each in (MilestoneKind.AGREEMENT, MilestoneKind.TRANSLATIONS, MilestoneKind.NOTICE)
    )
    assert agreement is not None
    assert translations is not None
    assert notice is not None
    assert agreement < translations < notice < opens_on


def test_the_arithmetic_is_said_in_three_languages() -> None:
    rule = one(MilestoneKind.NOTICE, reckoning(meeting(datetime.date(2027, 5, 8))).all(())).rule
    assert rule.said_in(catalog(Language.EN)) == "one month before 8 May 2027: 8 April 2027."
    assert rule.said_in(catalog(Language.FR)) == "un mois avant le 8\u00a0mai 2027\u00a0: 8\u00a0avril 2027."
    assert rule.said_in(catalog(Language.ES)) == "un mes antes del 8 de mayo de 2027: 8 de abril de 2027."


def test_a3_across_time_zones_the_words_say_which_day_counts() -> None:
    far = meeting(time_zone="Pacific/Auckland")
    said = reckoning(far, zone="America/Asuncion").count(MilestoneKind.NOTICE)[1].said_in(catalog(Language.EN))
    assert "The meeting’s day is that of its place, Pacific/Auckland" in said
    assert "that of the secretariat, America/Asuncion" in said
    morning = Sitting("s", "m", 1, OPENS, datetime.time(9), datetime.time(12))
    chosen = Choice("c", Question.NOTICE_DAYS, Option.DAYS_OF_SECRETARIAT, datetime.date(2024, 5, 9))
    ground = NoticeGround((morning,), (chosen,), "America/Asuncion")
    day, rule = Reckoning(far, ground).count(MilestoneKind.NOTICE)
    assert day == datetime.date(2027, 4, 10)
    assert "there the meeting opens on 10 May 2027, by the clock of the place on 11 May 2027" in rule.said_in(
        catalog(Language.EN)
    )


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (datetime.date(2027, 3, 20), MilestoneState.TO_COME),
        (datetime.date(2027, 3, 21), MilestoneState.DUE),
        (datetime.date(2027, 4, 11), MilestoneState.DUE),
        (datetime.date(2027, 4, 12), MilestoneState.LATE),
        (OPENS, MilestoneState.LAPSED),
    ],
)
def test_a_milestone_is_due_from_three_weeks_before_and_late_after_its_day(
    day: datetime.date, state: MilestoneState
) -> None:
    assert one(MilestoneKind.NOTICE, reckoning(meeting()).all(())).state(day) is state


def test_what_is_recorded_elsewhere_settles_a_milestone_from_its_day_on() -> None:
    sent, agreed = datetime.date(2027, 4, 1), datetime.date(2027, 3, 25)
    known = Known(hosted=True, sent_on=sent, agreed_on=agreed)
    found = reckoning(meeting(), known).all(())
    assert one(MilestoneKind.HOST, found).state(datetime.date(2026, 1, 1)) is MilestoneState.DONE
    notice = one(MilestoneKind.NOTICE, found)
    assert notice.state(sent) is MilestoneState.DONE
    assert notice.state(sent - datetime.timedelta(days=1)) is MilestoneState.DUE
    assert notice.done_on == sent


def test_a_call_for_candidatures_belongs_to_a_meeting_that_appoints() -> None:
    assert MilestoneKind.CANDIDATURES not in {each.kind for each in reckoning(meeting(), Known()).all(())}
    called = Known(called_on=datetime.date(2027, 1, 4))
    assert MilestoneKind.CANDIDATURES in {each.kind for each in reckoning(meeting(), called).all(())}


def test_a_day_of_its_own_stays_when_the_meeting_moves_and_the_words_say_both() -> None:
    own = Milestone("a", "m", MilestoneKind.HOST, due_on=datetime.date(2026, 12, 1))
    later = meeting(OPENS + datetime.timedelta(days=30))
    for found in (reckoning(meeting()).all([own]), reckoning(later).all([own])):
        assert one(MilestoneKind.HOST, found).day == datetime.date(2026, 12, 1)
    said = one(MilestoneKind.HOST, reckoning(meeting()).all([own])).sentence().said_in(catalog(Language.EN))
    assert said == (
        "A day of its own, which stays when the meeting moves. Counted: 7 months before 11 May 2027: 11 October 2026."
    )
    assert kept_days([own, replace(own, key="b", done_on=OPENS)], "m") == (own,)


def test_dropped_own_and_closing_milestones() -> None:
    dropped = Milestone("a", "m", MilestoneKind.INTERPRETATION, dropped=True)
    own = Milestone("b", "m", MilestoneKind.OTHER, due_on=datetime.date(2027, 4, 20), title=Trilingual("Badges"))
    found = reckoning(meeting()).all([dropped, own])
    assert one(MilestoneKind.INTERPRETATION, found).state(OPENS) is MilestoneState.NOT_NEEDED
    assert one(MilestoneKind.OTHER, found).title.en == "Badges"
    assert one(MilestoneKind.REGISTRATION, found).state(OPENS) is MilestoneState.DONE
    days = [each.day for each in found]
    assert days == sorted(each for each in days if each is not None)


def test_corrections_follow_the_minutes_as_they_were_circulated() -> None:
    circulated, until = datetime.date(2027, 6, 1), datetime.date(2027, 6, 30)
    known = Known(circulated_on=circulated, corrections_until=until)
    corrections = one(MilestoneKind.CORRECTIONS, reckoning(meeting(), known).all(()))
    assert corrections.day == until
    assert corrections.state(until) is MilestoneState.DUE
    assert corrections.state(until + datetime.timedelta(days=1)) is MilestoneState.DONE
    late = one(MilestoneKind.MINUTES, reckoning(meeting(), Known()).all(()))
    assert late.state(datetime.date(2027, 9, 1)) is MilestoneState.LATE


def test_every_kind_has_its_names_and_its_place_in_the_table() -> None:
    counted = {kind for offsets in OFFSETS.values() for kind in offsets}
    assert counted == set(TITLES) == set(MilestoneKind) - {MilestoneKind.OTHER}
    assert set(FUNCTIONS) <= counted
    assert MilestoneKind.NOTICE not in OFFSETS[MeetingKind.COMMITTEE]


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(months=1), "one month"),
        (Span(months=6), "6 months"),
        (Span(days=7), "one week"),
        (Span(days=14), "2 weeks"),
        (Span(days=10), "10 days"),
    ],
)
def test_lengths_of_time(span: Span, said: str) -> None:
    assert span.said_in(catalog(Language.EN)) == said


@pytest.mark.parametrize(("months", "weeks", "said"), [(1, 6, "one month and 6 weeks"), (2, 0, "2 months")])
def test_a_span_of_months_and_weeks_says_both(months: int, weeks: int, said: str) -> None:
    assert Span(months, weeks * 7).said_in(catalog(Language.EN)) == said
