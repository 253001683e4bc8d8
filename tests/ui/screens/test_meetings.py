"""Meetings: planned in one act, changed in place, sittings added, the sending recorded, what is missing named."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.meetings import AgendaDispatch, MeetingKind
from nmirf_desktop.domain.officers import ELECTIONS, Office, Officer
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.refusals import Refusal, say
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts, Notice
from nmirf_desktop.ui.field import PATIENCE
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.timefield import read_time
from tests.registers import OPENS, said
from tests.ui import keyboard as keys
from tests.ui.clipping import assert_presentable
from tests.ui.conftest import Answers
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

LAWFUL = datetime.date(2026, 10, 24)
BEFORE = datetime.date(2026, 10, 20)


def made(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> MeetingsScreen:
    """The screen on its services."""
    return MeetingsScreen(desk, language, alerts)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MeetingsScreen]:
    with held(made(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, BEFORE)
        yield screen


def enter(widget: QWidget, text: str) -> None:
    """Type a text over what a field holds, and press Enter."""
    type_into(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def meeting_key(screen: MeetingsScreen) -> str:
    """The meeting shown."""
    return screen.current_key()


def test_an_empty_register_teaches_and_begins(tmp_path: Path, language: CurrentLanguage, alerts: Alerts) -> None:
    with office(tmp_path, filled=False) as desk, held(made(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, BEFORE)
        assert "Each year has an annual one (R36)" in texts(screen)
        next(one for one in screen.findChildren(QPushButton) if one.isVisible()).click()
        assert [one.symbol for one in desk.meetings.list()] == ["NMIRF/2027"]
        assert "First annual meeting" in texts(screen.detail)


def test_it_opens_with_the_next_meeting_marked(screen: MeetingsScreen) -> None:
    (line,) = screen.list.model.rows
    said = [column.display(line, screen.words) for column in screen.list.model.columns]
    assert said[0] == "NMIRF/2026"
    assert said[3] == "Coming next"
    assert "NMIRF/2026 · 24–26 November 2026 · Rabat" in texts(screen.detail)


def test_the_notice_is_said_with_its_arithmetic_and_settled(screen: MeetingsScreen, desk: Secretariat) -> None:
    said = texts(screen.detail.notice)
    assert "The agenda is to be sent by 24 October 2026 (one month before 24 November 2026)." in said
    assert "not sent to all members yet" in said
    press(screen, "Record the sending of the agenda")
    form = screen.detail.sending.form
    type_into(form.field("sent_on").editors[0], "20 October 2026")
    finish(form.field("reason").editors[0])
    (dispatch,) = desk.meetings.plan(meeting_key(screen)).dispatches
    assert dispatch.sent_on == BEFORE
    assert "The agenda was sent on 20 October 2026." in texts(screen.detail.notice)
    assert screen.detail.sending.draft.isHidden()


def test_a_sending_says_what_takes_it_back_because_undo_does_not(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    press(screen, "Record the sending of the agenda")
    finish(screen.detail.sending.form.field("reason").editors[0])
    with pytest.raises(Refusal) as why:
        desk.steps.undo()
    assert "“Take back” beside the sending, in Meetings" in say(screen.words, why.value.message, why.value.values)
    notice = alerts.notice
    assert notice is not None
    assert "Ctrl+Z does not take it back" in notice.what.said_in(screen.words)
    (offer,) = notice.offers
    assert offer.label == "Take back"
    offer.act()
    assert desk.meetings.plan(meeting_key(screen)).dispatches == ()
    desk.steps.undo()
    assert len(desk.meetings.plan(meeting_key(screen)).dispatches) == 1


def test_a_sending_to_one_state_and_the_same_one_twice(screen: MeetingsScreen, desk: Secretariat) -> None:
    key = meeting_key(screen)
    desk.meetings.record_dispatch(AgendaDispatch("", key, BEFORE))
    press(screen, "Record the sending of the agenda")
    sending = screen.detail.sending
    finish(sending.form.field("reason").editors[0])
    assert "This sending is recorded already." in texts(sending.draft)
    type_into(sending.form.field("state").editors[0], "Ghana")
    sending.draft.verb.click()
    assert [one.state for one in desk.meetings.plan(key).dispatches] == [None, "GHA"]
    assert "To the members: Ghana only" in texts(sending)
    take_back = next(one for one in sending.findChildren(LinkedText) if "Take back" in one.text())
    take_back.linkActivated.emit("#0")
    assert len(desk.meetings.plan(key).dispatches) == 1


def test_a_late_sending_is_recorded_as_late(screen: MeetingsScreen, desk: Secretariat) -> None:
    after = LAWFUL + datetime.timedelta(days=1)
    desk.meetings.record_dispatch(AgendaDispatch("", meeting_key(screen), after))
    screen.show_as_of(after)
    assert "late" in texts(screen.detail.notice)


def test_an_election_is_recorded_and_taken_back(screen: MeetingsScreen, desk: Secretariat) -> None:
    key = meeting_key(screen)
    item = desk.agendas.items(key)[0].item.key
    person = Person("ana", Trilingual(), "PRY", "Ana", "Sosa", Gender.FEMININE)
    desk.members.save_person(person)
    elections = screen.detail.elections
    assert "No election is recorded." in texts(elections)
    screen.detail.elect.click()
    finish(elections.form.field("state").editors[0])
    assert "Name the State." in texts(elections.draft)
    type_into(elections.form.field("state").editors[0], "Paraguay")
    people = elections.form.person.editors[0]
    assert isinstance(people, QComboBox)
    assert people.count() == 2, "its representative, or the one person in the register"
    elections.form.person.load("ana", over=True)
    elections.form.item.load(item, over=True)
    elections.draft.verb.click()
    (officer,) = desk.meetings.plan(key).officers
    assert (officer.office, officer.state, officer.person, officer.item) == (Office.CHAIR, "PRY", "ana", item)
    assert elections.draft.isHidden()
    assert all(said in texts(elections) for said in ("Chair", "Paraguay", "Ana SOSA"))
    take_back = next(one for one in elections.findChildren(LinkedText) if "Take back" in one.text())
    take_back.linkActivated.emit("#0")
    assert desk.meetings.plan(key).officers == ()


def test_who_holds_an_office_and_is_no_member_on_the_day_of_the_meeting_is_remarked_on(
    screen: MeetingsScreen, desk: Secretariat
) -> None:
    screen.detail.elect.click()
    form = screen.detail.elections.form
    form.office.load(Office.RAPPORTEUR, over=True)
    roll = desk.sittings.roll(meeting_key(screen))
    (observer, *_), known = sorted(roll.observers), {one.state.iso3 for one in roll.delegations}
    outside = next(code for code in desk.states.on(screen.on) if code not in known)
    for code, remark in (
        (observer, "An observer, not a member"), (outside, "Neither member nor observer of the Network on this day"),
        ("PRY", ""),
    ):  # fmt: skip
        form.state.load(code, over=True)
        form.state.changed.emit()
        assert form._rows["state"]._hint.text().startswith(remark)
        assert form._rows["state"]._hint.isVisible() is bool(remark)
    form.state.load(outside, over=True)
    screen.detail.elections.draft.verb.click()
    assert [one.state for one in desk.meetings.plan(meeting_key(screen)).officers] == [outside], "and not refused"


def elected_in_session(desk: Secretariat, key: str, office: Office = Office.CHAIR) -> None:
    """Ms. Maria Benitez of Paraguay becomes an officer by acclamation, in the room."""
    item = desk.agendas.items(key)[0].item.key
    stood = (Nominee("PRY", "Ms. Maria Benitez"),)
    opened = desk.elections.open(NewElection(key, item, ELECTIONS[office], 1, stood, Body.OTHER))
    desk.elections.acclaim(opened.key)


def test_whom_the_room_elected_is_shown_with_where_and_no_second_holder_is_recorded_unasked(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts, answers: Answers
) -> None:
    """“No election is recorded” stood there after three elections, and a second Chair was recorded without a word."""
    key, elections = meeting_key(screen), screen.detail.elections
    elected_in_session(desk, key)
    said = texts(elections)
    assert "Ms. Maria Benitez (Paraguay)" in said
    assert "Elected in Session, under agenda item 1; it is put right there." in said
    assert "No election is recorded." not in said
    (held,) = desk.elections.all(key)
    places = [place for one in elections.findChildren(LinkedText) for place in one.places]
    assert places == [Place("session", f"{key}:{held.election.item}:{held.election.key}")], "a way to the election"
    assert "Take back" not in said
    answers.yes = False
    screen.detail.elect.click()
    type_into(elections.form.field("state").editors[0], "Ghana")
    elections.draft.verb.click()
    (asked,) = answers.asked
    assert "“Chair” already: Ms. Maria Benitez (Paraguay). Record Ghana in this office besides?" in asked.text
    assert "The minutes then name each of them" in asked.detail
    assert desk.meetings.plan(key).officers == ()
    assert not elections.draft.isHidden(), "what was filled in stays"
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words).startswith("Nothing was recorded.")
    answers.yes = True
    elections.draft.verb.click()
    assert [one.state for one in desk.meetings.plan(key).officers] == ["GHA"], "co-chairs, where they are meant"


def test_a_holder_recorded_before_is_asked_about_too_and_the_room_s_own_needs_no_record(
    screen: MeetingsScreen, desk: Secretariat, answers: Answers
) -> None:
    key, elections = meeting_key(screen), screen.detail.elections
    desk.meetings.record_officer(Officer("", key, Office.CHAIR, "GHA"))
    elected_in_session(desk, key, Office.RAPPORTEUR)
    answers.yes = False
    screen.detail.elect.click()
    type_into(elections.form.field("state").editors[0], "Morocco")
    elections.draft.verb.click()
    assert "already: Ghana." in answers.asked[0].text
    elections.form.office.load(Office.RAPPORTEUR, over=True)
    type_into(elections.form.field("state").editors[0], "Paraguay")
    elections.draft.verb.click()
    assert "the minutes name whom" in texts(elections.draft)
    assert len(answers.asked) == 1
    assert len(desk.meetings.plan(key).officers) == 1


def test_what_is_edited_is_saved_when_it_is_left(screen: MeetingsScreen, desk: Secretariat) -> None:
    form = screen.detail.form
    enter(form.field("symbol").editors[0], "NMIRF/2026/A")
    type_into(form.field("time_zone").editors[0], "asunc")
    keys.press(screen, Qt.Key.Key_Return)
    QTest.qWait(PATIENCE + 100)
    enter(form.field("number").editors[0], "4")
    form.field("opens_on").editors[0].setFocus()
    enter(form.field("opens_on").editors[0], "1 December 2026")
    meeting = desk.meetings.plan(meeting_key(screen)).meeting
    assert (meeting.symbol, meeting.time_zone, meeting.number) == ("NMIRF/2026/A", "America/Asuncion", 4)
    assert (meeting.opens_on, meeting.closes_on) == (datetime.date(2026, 12, 1), datetime.date(2026, 12, 3))


def test_a_time_zone_that_is_none_is_said_beside_its_field(screen: MeetingsScreen, desk: Secretariat) -> None:
    enter(screen.detail.form.field("time_zone").editors[0], "Atlantis")
    assert "“Atlantis” is not a time zone" in texts(screen.detail.form)
    assert desk.meetings.plan(meeting_key(screen)).meeting.time_zone == "Africa/Casablanca"


def test_days_and_half_days_in_one_act(screen: MeetingsScreen, desk: Secretariat) -> None:
    screen.detail.fill.click()
    assert len(screen.detail.sittings.rows) == 5
    assert "All times are local (Africa/Casablanca)." in texts(screen.detail.sittings)
    first = screen.detail.sittings.rows[0]
    enter(first.starts.editors[0], "9.30")
    assert desk.meetings.plan(meeting_key(screen)).sittings[0].starts == datetime.time(9, 30)
    enter(first.ends.editors[0], "9 h")
    assert "The sitting ends before it starts." in first.wrong.text()
    assert desk.meetings.plan(meeting_key(screen)).sittings[0].ends == datetime.time(13)
    screen.detail.sittings.rows[4].remove.click()
    assert len(desk.meetings.plan(meeting_key(screen)).sittings) == 4


def test_a_sitting_that_is_gone_with_what_was_refused_of_it_says_why_and_how_it_is_kept(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    screen.detail.fill.click()
    first = screen.detail.sittings.rows[0]
    enter(first.ends.editors[0], "9 h")
    assert first.refuses
    day = first.day.said(first.day.value())
    desk.meetings.remove_sitting(first.sitting.key)
    QTest.qWait(20)
    assert alerts.notice is not None
    said_of_it = alerts.notice.what.said_in(screen.words)
    assert said_of_it == "Not saved, because it was refused: Sittings. The sitting ends before it starts."
    (offer,) = alerts.notice.offers
    QApplication.clipboard().clear()
    offer.act()
    assert QApplication.clipboard().text() == f"{day}, 10:00 – 09:00", "a time is said as all are"


def test_all_sittings_that_were_not_opened_go_in_one_act(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    """Planned ones that nobody opened kept the minutes from going out; each was opened and closed to be rid of it."""
    screen.detail.fill.click()
    first, *_ = desk.meetings.plan(meeting_key(screen)).sittings
    desk.sittings.close(desk.sittings.open(first.key).key)
    QApplication.processEvents()
    clear = screen.detail.sittings.clear
    assert clear.text() == "Remove 4 sittings not opened"
    clear.click()
    assert [one.key for one in desk.meetings.plan(meeting_key(screen)).sittings] == [first.key]
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == (
        "The sittings that were not opened are removed: 4. Ctrl+Z brings them back. The last day of the meeting stays "
        "26 November 2026, but its last sitting was on 24 November 2026: if it ended then, change its last day in "
        "Meetings, under “When and where”."
    )
    QApplication.processEvents()
    assert not clear.isVisibleTo(screen)
    undo.undo(desk.store)
    assert len(desk.meetings.plan(meeting_key(screen)).sittings) == 5


def test_a_number_that_no_sitting_has_any_more_is_said(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    told: list[Notice | None] = []
    alerts.told.connect(told.append)
    screen.detail.fill.click()
    _, second, third, *_ = desk.meetings.plan(meeting_key(screen)).sittings
    screen.detail.sittings.rows[0].remove.click()
    assert not any(told), "all that follow take the numbers before theirs"
    desk.sittings.open(third.key)
    QApplication.processEvents()
    row = next(one for one in screen.detail.sittings.rows if one.sitting.key == second.key)
    row.remove.click()
    notice = told[-1]
    assert notice is not None
    assert notice.what.said_in(screen.words).startswith("No sitting has number 1 any more:")


def test_what_is_typed_for_one_meeting_is_never_saved_in_another(screen: MeetingsScreen, desk: Secretariat) -> None:
    first = meeting_key(screen)
    press(screen, "Plan a meeting")
    second = meeting_key(screen)
    assert second != first
    type_into(screen.detail.form.field("symbol").editors[0], "CHANGED")
    screen.go_to(first)
    symbols = {one.key: one.symbol for one in desk.meetings.list()}
    assert symbols == {first: "NMIRF/2026", second: "CHANGED"}


def test_another_meeting_is_read_from_its_heading_on(screen: MeetingsScreen, desk: Secretariat) -> None:
    other = desk.planning.next(MeetingKind.ANNUAL, OPENS)
    screen.refresh()
    QApplication.processEvents()
    bar = screen.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    screen.list.select(other.key)
    assert bar.value() == 0


def test_a_milestone_of_a_meeting_that_is_not_shown_leads_to_it_and_says_so(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    first = meeting_key(screen)
    other = desk.planning.next(MeetingKind.ANNUAL, OPENS)
    screen.refresh()
    screen.list.select(first)
    rows = screen.detail.milestones
    rows.begin_own()
    rows.form.title.load(said("Book the rooms"), over=True)
    rows.form.due_on.load(OPENS, over=True)
    screen.list.select(other.key)
    rows.card.verb.click()
    assert meeting_key(screen) == first
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words).startswith("Recorded for this meeting, which is shown now: Second")


def test_the_agenda_is_agreed_and_what_is_not_ready_leads_to_its_text(
    screen: MeetingsScreen, desk: Secretariat
) -> None:
    enter(screen.detail.agreement.field("agreed").editors[0], "12 October 2026")
    key = meeting_key(screen)
    assert desk.meetings.plan(key).meeting.agenda_agreed_on == datetime.date(2026, 10, 12)
    (item,) = desk.agendas.items(key)
    desk.agendas.save(replace(item.item, title=item.item.title.with_text(Language.FR, "Autre titre")))
    said = texts(screen.detail)
    assert "1 text is not ready: French 1" in said
    assert "Title of the item “Future directions”" in said
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    screen.detail.asked.emit(Place("agenda", item.item.key))
    press(screen, "Open the agenda")
    assert asked == [Place("agenda", item.item.key), Place("agenda", key)]


def test_enter_edits_and_escape_returns(screen: MeetingsScreen) -> None:
    screen.list.view.setFocus()
    QTest.keyClick(screen.list.view, Qt.Key.Key_Return)
    title = screen.detail.form.field("title").editors[0]
    assert title.hasFocus()
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert screen.list.view.hasFocus()


def test_a_meeting_with_an_agenda_is_kept(screen: MeetingsScreen, desk: Secretariat, alerts: Alerts) -> None:
    press(screen, "Remove the meeting")
    assert alerts.notice is not None
    assert len(desk.meetings.list()) == 1


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("10", 10, 0),
        ("9.30", 9, 30),
        ("15 h 05", 15, 5),
        ("3 p.m.", 15, 0),
        ("12 am", 0, 0),
        ("9 h", 9, 0),
        ("1500", 15, 0),
        ("930", 9, 30),
    ],
)
def test_times_are_read_as_people_write_them(text: str, hour: int, minute: int) -> None:
    assert read_time(text) == datetime.time(hour, minute)


@pytest.mark.parametrize("text", ["", "25", "10:75", "1075", "2500", "noonish", "13 p.m."])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.usefixtures("qapp")
def test_the_screen_is_fit_to_be_seen(desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.fill_sittings(meeting.key)
    desk.meetings.record_dispatch(AgendaDispatch("", meeting.key, BEFORE, state="GHA", reason="The post was late"))
    desk.agendas.insert(meeting.key)

    def make(language: CurrentLanguage, alerts: Alerts) -> MeetingsScreen:
        screen = made(desk, language, alerts)
        screen.show_as_of(BEFORE)
        screen.refresh()
        return screen

    assert_presentable(make)


def test_a_meeting_that_moves_to_another_year_is_offered_its_year_and_symbol(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    enter(screen.detail.form.field("opens_on").editors[0], "9 February 2027")
    notice = alerts.notice
    assert notice is not None
    said = notice.what.said_in(screen.words)
    assert said.endswith("The days are in 2027 now. The meeting still counts for 2026 and has the symbol NMIRF/2026.")
    assert said.startswith("The meeting moved with its sittings and milestones; its agenda is to be sent by 9 January")
    notice.offers[0].act()
    (meeting,) = desk.meetings.list()
    assert (meeting.counts_for, meeting.symbol, meeting.closes_on.year) == (2027, "NMIRF/2027", 2027)
    assert alerts.notice is None


def test_a_title_written_by_hand_that_names_the_year_before_is_said(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.save(replace(meeting, title=Trilingual("Annual meeting, autumn 2026")))
    enter(screen.detail.form.field("opens_on").editors[0], "9 February 2027")
    notice = alerts.notice
    assert notice is not None
    notice.offers[0].act()
    notice = alerts.notice
    assert notice is not None
    said = notice.what.said_in(screen.words)
    assert said.startswith("The title was written by hand and stays as it is: “Annual meeting, autumn 2026”.")
    assert desk.meetings.list()[0].title.en == "Annual meeting, autumn 2026"


def test_a_meeting_on_the_days_of_the_founding_is_offered_its_kind(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    form = screen.detail.form
    said = "The Network was founded on 8 and 9 May 2024"
    assert said not in texts(form)
    enter(form.field("opens_on").editors[0], "8 May 2024")
    assert said in texts(form), "under the kind, as long as it is another"
    notice = alerts.notice
    assert notice is not None
    assert said in notice.what.said_in(screen.words)
    notice.offers[0].act()
    (meeting,) = desk.meetings.list()
    assert (meeting.kind, meeting.counts_for) == (MeetingKind.FOUNDING, 2024)
    assert said not in texts(form)
    offered = alerts.notice
    assert offered is not None, "its symbol and title are still those of an annual meeting"
    offered.offers[0].act()
    (meeting,) = desk.meetings.list()
    assert (meeting.symbol, meeting.title.en) == ("NMIRF/2024", "Founding meeting")


def test_undo_says_whether_a_meeting_was_planned_or_changed(screen: MeetingsScreen, desk: Secretariat) -> None:
    enter(screen.detail.form.field("number").editors[0], "7")
    assert undo.undo(desk.store) == "change a meeting"
    press(screen, "Plan a meeting")
    assert undo.undo(desk.store) == "plan a meeting"
