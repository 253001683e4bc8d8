"""A meeting that is not held where the secretariat counts its days, and the days that are counted there."""

import datetime
from dataclasses import replace

import pytest

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.known_matters import minutes_origin
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.minutes import Circulation
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.sittings import held_on
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.actions import Actions
from nmirf_desktop.services.agenda_changes import days_of_change
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.home import DeadlineKind, Home
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.states import ORGANISATION
from tests.registers import OPENS, Desk, said
from tests.services.test_minutes import LATER, SENT, begun

Network = tuple[Desk, Meeting, AgendaItem]
DAY = datetime.timedelta(days=1)
MONTEVIDEO, JAKARTA = "America/Montevideo", "Asia/Jakarta"
FIRST_MORNING = datetime.datetime(2026, 11, 24, 2, tzinfo=datetime.UTC)
"""Nine o'clock in Jakarta, and the evening before in Montevideo."""


def count_in(desk: Desk, zone: str) -> None:
    """Let the secretariat count its days in another place."""
    with desk.store.write("change the organisation") as session:
        ORGANISATION.save(session, replace(ORGANISATION.get(session, "organisation"), time_zone=zone))


@pytest.fixture
def east(network: Network) -> Network:
    """A secretariat in Montevideo, and a meeting of three days in Jakarta on its first morning."""
    desk, meeting, item = network
    count_in(desk, MONTEVIDEO)
    moved = replace(meeting, time_zone=JAKARTA, closes_on=OPENS + 2 * DAY)
    desk.meetings.save(moved)
    desk.clock.at = FIRST_MORNING
    assert desk.store.day_of(FIRST_MORNING) == OPENS - DAY
    return desk, moved, item


def test_a_meeting_in_the_east_adopts_its_agenda_on_its_first_morning(east: Network) -> None:
    desk, meeting, _ = east
    desk.meetings.note_adoption(meeting.key, OPENS)
    with pytest.raises(Problem):
        desk.meetings.note_adoption(meeting.key, OPENS + DAY)
    desk.meetings.note_adoption(meeting.key, None)
    assert desk.meetings.mark_adopted(meeting.key, OPENS - DAY) == OPENS


def test_a_meeting_in_the_west_adopts_its_agenda_on_the_day_of_its_room(network: Network) -> None:
    desk, meeting, _ = network
    count_in(desk, JAKARTA)
    desk.meetings.save(replace(meeting, time_zone=MONTEVIDEO, closes_on=OPENS + 2 * DAY))
    desk.clock.at = FIRST_MORNING + DAY
    assert desk.store.day_of(desk.clock.at) == OPENS + DAY
    assert desk.meetings.mark_adopted(meeting.key, OPENS + DAY) == OPENS
    desk.meetings.note_adoption(meeting.key, OPENS + DAY)


def test_what_was_to_be_done_is_done_on_the_first_morning_in_the_east(east: Network) -> None:
    desk, meeting, _ = east
    actions = Actions(desk.store, desk.clock)
    one = actions.record(FollowUpAction("", meeting.key, said("One"), done_on=OPENS))
    actions.mark_done([one.key], None)
    actions.mark_done([one.key], desk.meetings.noted_day(meeting, OPENS - DAY))
    assert actions.of(meeting.key)[0].done_on == OPENS
    with pytest.raises(Problem):
        actions.mark_done([one.key], OPENS + DAY)


def test_minutes_are_approved_in_the_east_on_the_first_morning_of_the_later_meeting(network: Network) -> None:
    desk, meeting, item = network
    book = MinuteBook(desk.store, desk.states, LATER)
    key = begun(book, meeting)
    book.circulate(key, SENT)
    count_in(desk, MONTEVIDEO)
    day = datetime.date(2027, 11, 25)
    later = replace(
        meeting, key=new_key(), symbol="NMIRF/2027", number=3, opens_on=day, closes_on=day, time_zone=JAKARTA
    )
    desk.meetings.save(later)
    desk.agendas.add(replace(item, key="two", meeting=later.key, origins=(minutes_origin(meeting.key),)))
    desk.clock.at = datetime.datetime(2027, 11, 25, 2, tzinfo=datetime.UTC)
    book = MinuteBook(desk.store, desk.states, desk.clock)
    with pytest.raises(Problem):
        book.check_approval(key, day)  # the period for corrections ends where the secretariat is
    book.check_approval(key, day, "two")
    assert book.approve(key, day, "two").approved_on == day


def test_minutes_go_out_and_are_answered_on_a_day_that_has_come_in_the_room(east: Network) -> None:
    desk, meeting, item = east
    book = MinuteBook(desk.store, desk.states, desk.clock)
    desk.sittings.open(desk.sittings.all(meeting.key)[0].key, item.key)
    key = begun(book, meeting)
    desk.sittings.close(desk.sittings.all(meeting.key)[0].key)
    book.circulate(key, Circulation(OPENS, OPENS + 14 * DAY, Language.EN))
    asked = book.requests.record(CorrectionRequest("", key, OPENS, Language.EN, state="MAR", note="A remark"))
    book.requests.decline(asked.key, OPENS, "It is not needed.")
    with pytest.raises(Problem):
        book.requests.record(CorrectionRequest("", key, OPENS + DAY, Language.EN, state="MAR", note="Another"))


def test_a_sitting_that_opens_on_another_day_keeps_its_plan_and_blocks_no_other(network: Network) -> None:
    desk, meeting, item = network
    first = desk.sittings.all(meeting.key)[0]
    second = Sitting("two", meeting.key, 2, OPENS + DAY, first.starts, first.ends)
    desk.meetings.save_sitting(second)
    desk.clock.at = datetime.datetime.combine(OPENS + DAY, datetime.time(14), datetime.UTC)
    opened = desk.sittings.open(first.key, item.key)
    assert (opened.on, opened.starts, opened.ends) == (first.on, first.starts, first.ends)
    assert held_on(meeting, opened) == OPENS + DAY
    desk.meetings.save_sitting(replace(second, key="three", on=first.on))
    shorter = replace(second, ends=datetime.time(12, 30))
    desk.meetings.save_sitting(shorter)
    assert (shorter.on, shorter.ends) in [(one.on, one.ends) for one in desk.sittings.all(meeting.key)]


def test_a_sitting_that_opens_late_on_its_day_keeps_its_hours(network: Network) -> None:
    desk, meeting, item = network
    first = desk.sittings.all(meeting.key)[0]
    desk.clock.at = datetime.datetime.combine(first.on, datetime.time(14), datetime.UTC)
    opened = desk.sittings.open(first.key, item.key)
    assert (opened.starts, opened.ends) == (first.starts, first.ends)


def test_a_comment_stands_on_home_in_the_evening_on_which_it_was_written(network: Network) -> None:
    desk, meeting, _ = network
    count_in(desk, MONTEVIDEO)
    desk.clock.at = datetime.datetime(2027, 2, 2, 1, tzinfo=datetime.UTC)
    book = MinuteBook(desk.store, desk.states, desk.clock)
    key = begun(book, meeting)
    book.comments.say(key, None, Side.RAPPORTEUR, "Ready?")
    home = Home(desk.store, desk.states, Compliance(desk.store, desk.clock))
    evening = datetime.date(2027, 2, 1)
    assert DeadlineKind.COMMENTS in [one.kind for one in home.overview(evening).due]
    assert DeadlineKind.COMMENTS not in [one.kind for one in home.overview(evening - DAY).due]


def test_an_agenda_changed_on_the_day_of_the_secretariat(network: Network) -> None:
    desk, meeting, item = network
    count_in(desk, MONTEVIDEO)
    desk.clock.at = datetime.datetime(2026, 10, 1, 12, tzinfo=datetime.UTC)
    desk.meetings.note_agreement(meeting.key, datetime.date(2026, 10, 1))
    desk.clock.at = datetime.datetime(2026, 10, 3, 1, tzinfo=datetime.UTC)
    desk.agendas.save(replace(item, title=said("Another title")))
    with desk.store.read() as session:
        agreed = replace(meeting, agenda_agreed_on=datetime.date(2026, 10, 1))
        assert days_of_change(session, agreed, annotated=False) == {datetime.date(2026, 10, 2)}
