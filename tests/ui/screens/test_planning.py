"""Meetings of every kind, one like another, their milestones and their calendar, on the screen."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.domain.reckoning import MilestoneState, Reckoned
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.home import HomeScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from tests.registers import said
from tests.ui.screens.offices import finish, held, office, press, shown, texts, type_into

ON = datetime.date(2026, 10, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MeetingsScreen]:
    with held(MeetingsScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, ON)
        yield screen


def milestone(desk: Secretariat, screen: MeetingsScreen, kind: MilestoneKind) -> Reckoned:
    return next(one for one in desk.milestones.of(screen.current_key()) if one.kind is kind)


def act(screen: MeetingsScreen, kind: MilestoneKind, label: str) -> None:
    """Press a small action of a milestone's row."""
    body = screen.detail.milestones.rows.row_of(str(kind))
    assert body is not None
    for text in body.findChildren(LinkedText):
        if label in text.text():
            parts = [part.split(">")[0].split('"')[1] for part in text.text().split("<a ")[1:] if label in part]
            text.linkActivated.emit(parts[0])
            return
    pytest.fail(f"no {label} in {texts(body)}")


def test_each_kind_is_planned_in_one_act(screen: MeetingsScreen, desk: Secretariat) -> None:
    for label, symbol in (
        ("Plan an extraordinary meeting", "NMIRF/2026/EX1"),
        ("Plan a meeting of the Committee", "NMIRF/EC/2026"),
        ("Plan a meeting", "NMIRF/2027"),
    ):
        press(screen, label)
        assert screen.list.current is not None
        assert screen.list.current.meeting.symbol == symbol
        assert screen.detail.form.title.isAncestorOf(screen.focusWidget())
    assert len(desk.meetings.list()) == 4


def test_a_meeting_is_planned_from_the_one_shown(screen: MeetingsScreen, desk: Secretariat) -> None:
    press(screen, "Plan the next one from this meeting")
    new = desk.meetings.plan(screen.current_key())
    assert new.meeting.symbol == "NMIRF/2027"
    assert [one.item.title.en for one in new.items][:1] == ["Future directions"]
    assert screen.list.model.total == 2


def test_a_milestone_is_ticked_dropped_and_given_its_own_day(screen: MeetingsScreen, desk: Secretariat) -> None:
    assert "One month before 24 November 2026: 24 October 2026." in texts(screen.detail.milestones)
    act(screen, MilestoneKind.DRAFTS, "Done")
    assert milestone(desk, screen, MilestoneKind.DRAFTS).noted.done_on == ON
    act(screen, MilestoneKind.INTERPRETATION, "Not needed")
    assert milestone(desk, screen, MilestoneKind.INTERPRETATION).state(ON) is MilestoneState.NOT_NEEDED
    act(screen, MilestoneKind.REGISTRATION, "Change")
    form = screen.detail.milestones.form
    type_into(form.field("due_on").editors[0], "2 November 2026")
    type_into(form.field("responsible").editors[0], "Protocol service")
    finish(form.field("note").editors[0])
    changed = milestone(desk, screen, MilestoneKind.REGISTRATION)
    assert changed.day == datetime.date(2026, 11, 2)
    assert changed.responsible.en == "Protocol service"
    assert "A day of its own, which stays when the meeting moves." in texts(screen.detail.milestones)
    act(screen, MilestoneKind.REGISTRATION, "As counted again")
    assert milestone(desk, screen, MilestoneKind.REGISTRATION).day == datetime.date(2026, 11, 10)


def test_the_secretariats_own_milestone_refuses_in_words(screen: MeetingsScreen, desk: Secretariat) -> None:
    press(screen, "Add a milestone")
    milestones = screen.detail.milestones
    finish(milestones.form.field("note").editors[0])
    assert "Say what is to be done." in texts(milestones.card)
    type_into(milestones.form.field("title").editors[0], "Badges printed")
    type_into(milestones.form.field("due_on").editors[0], "16 November 2026")
    finish(milestones.form.field("note").editors[0])
    assert milestones.card.isHidden()
    assert "Badges printed" in texts(milestones.rows)
    assert "Badges printed" in screen.detail.strip.words_of()


def test_the_card_of_a_milestone_is_brought_into_view(screen: MeetingsScreen) -> None:
    screen.resize(1024, 600)
    act(screen, MilestoneKind.HOST, "Change")
    QTest.qWait(50)
    page, card = screen.detail.viewport(), screen.detail.milestones.card
    assert page.rect().contains(card.mapTo(page, card.rect().topLeft()))


def test_moving_a_meeting_says_what_went_along(screen: MeetingsScreen, desk: Secretariat, alerts: Alerts) -> None:
    press(screen, "Plan a meeting")
    act(screen, MilestoneKind.HOST, "Change")
    form = screen.detail.milestones.form
    type_into(form.field("due_on").editors[0], "1 December 2026")
    finish(form.field("note").editors[0])
    opens = screen.detail.form.field("opens_on").editors[0]
    type_into(opens, "1 December 2027")
    QTest.keyClick(opens, Qt.Key.Key_Return)
    assert alerts.notice is not None
    said = alerts.notice.what.said_in(screen.words)
    assert said == (
        "The meeting moved with its sittings and milestones; its agenda is to be sent by 1 November 2027. "
        "1 milestone has a day of its own, which stays."
    )
    assert milestone(desk, screen, MilestoneKind.HOST).day == datetime.date(2026, 12, 1)


def test_languages_of_interpretation_are_boxes(screen: MeetingsScreen, desk: Secretariat) -> None:
    boxes = screen.detail.form.languages.findChildren(QCheckBox)
    assert [box.text() for box in boxes] == ["English", "Français", "Español"]
    boxes[1].click()
    assert desk.meetings.plan(screen.current_key()).meeting.languages == (Language.EN, Language.ES)


def test_the_calendar_goes_into_the_file_that_was_chosen(
    screen: MeetingsScreen, desk: Secretariat, tmp_path: Path
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    screen.acts.choose = choose
    press(screen, "Save the calendar file …")
    assert asked == ["NMIRF-2026-Calendar-EN.ics"]
    read = icalendar.Calendar.from_ical((tmp_path / asked[0]).read_bytes())
    assert len(read.walk("VEVENT")) > 10


def test_home_shows_what_is_due_and_late_with_what_settles_it(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(HomeScreen(desk.home, language, alerts)) as home:
        shown(home, ON - datetime.timedelta(days=1))
        assert "Registration closes" not in texts(home.due)
        assert "Draft decisions received – NMIRF/2026 — Open its milestones" in texts(home.late)
        shown(home, ON)
        assert "Registration closes – NMIRF/2026 — Open its milestones" in texts(home.due)


def test_the_schemes_of_symbols_show_what_they_make(
    desk: Secretariat, memory: Memory, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(SettingsScreen(desk.settings, memory, language, alerts, desk)) as screen:
        shown(screen, ON)
        form = screen.organisation_form
        assert "NMIRF/2027, NMIRF/2027/EX1, NMIRF/EC/2027" in form.example.text()
        editor = form.field("committee_symbol").editors[0]
        type_into(editor, "{prefix}/C/{year}")
        assert "NMIRF/C/2027" in form.example.text()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert desk.settings.read().committee_symbol == "{prefix}/C/{year}"
        type_into(editor, "{prefix}/{town}")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert "“{town}” is no placeholder here." in texts(form)
        assert desk.settings.read().committee_symbol == "{prefix}/C/{year}"


def test_a_time_zone_is_found_by_the_name_of_a_city_in_the_windows_language(
    screen: MeetingsScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    language.switch(Language.FR)
    editor = screen.detail.form.field("time_zone").editors[0]
    type_into(editor, "Lisbonne")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert desk.meetings.plan(screen.current_key()).meeting.time_zone == "Europe/Lisbon"


def test_another_kind_is_offered_its_symbol_and_title(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    press(screen, "Plan a meeting")
    box = screen.detail.form.kind.editors[0]
    QTest.keyClicks(box, "Ext")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == (
        "The meeting still has the symbol NMIRF/2027, by its kind before."
    )
    alerts.notice.offers[0].act()
    meeting = desk.meetings.plan(screen.current_key()).meeting
    assert (meeting.symbol, meeting.number) == ("NMIRF/2027/EX1", 1)
    assert meeting.title.en == "First extraordinary meeting of 2027"
    assert alerts.notice is None


def test_each_scheme_says_its_own_problem_and_keeps_what_was_typed(
    desk: Secretariat, memory: Memory, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(SettingsScreen(desk.settings, memory, language, alerts, desk)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, ON)
        form = screen.organisation_form
        annual, committee, prefix = (
            form.field(name).editors[0] for name in ("annual_symbol", "committee_symbol", "symbol_prefix")
        )
        for editor, typed in ((annual, "{prefix}/A"), (committee, "{prefix}/C"), (prefix, "NET")):
            type_into(editor, typed)
            QTest.keyClick(editor, Qt.Key.Key_Return)
        said = texts(form)
        assert "all annual meetings would have one symbol" in said
        assert "the meetings of all years would have one symbol" in said
        assert desk.settings.read().symbol_prefix == "NET", "what is right is saved"
        assert form.field("annual_symbol").content == "{prefix}/A"
        assert form.field("committee_symbol").content == "{prefix}/C"
        type_into(annual, "{prefix}/A/{number}")
        QTest.keyClick(annual, Qt.Key.Key_Return)
        assert desk.settings.read().annual_symbol == "{prefix}/A/{number}"
        assert "NET/A/1" in form.example.text()
        assert form.refuses("committee_symbol")


def test_what_is_owed_is_not_dropped_and_days_have_their_weekday(screen: MeetingsScreen, desk: Secretariat) -> None:
    body = screen.detail.milestones.rows.row_of(str(MilestoneKind.NOTICE))
    assert body is not None
    assert "Not needed" not in texts(body)
    assert "Saturday 24 Oct 2026" in texts(screen.detail.milestones.rows)


def test_a_tick_leaves_the_page_where_it_is_read_and_a_card_comes_into_sight(screen: MeetingsScreen) -> None:
    bar, rows = screen.detail.verticalScrollBar(), screen.detail.milestones.rows
    body = rows.row_of(str(MilestoneKind.DRAFTS))
    assert body is not None
    (offers,) = [one for one in body.findChildren(LinkedText) if "Done" in one.text()]
    offers.hold(0)
    QTest.qWait(50)
    read_at = bar.value()
    act(screen, MilestoneKind.DRAFTS, "Done")
    QTest.qWait(50)
    assert bar.value() == read_at
    act(screen, MilestoneKind.REGISTRATION, "Change")
    QTest.qWait(50)
    card, view = screen.detail.milestones.card, screen.detail.viewport()
    top = card.mapTo(view, card.rect().topLeft()).y()
    assert 0 <= top < view.height() // 2


def test_the_day_of_an_own_milestone_has_a_hint_that_is_true(screen: MeetingsScreen) -> None:
    press(screen, "Add a milestone")
    assert "nothing else counts it" in texts(screen.detail.milestones.card)
    act(screen, MilestoneKind.DRAFTS, "Change")
    assert "empty: the counted one" in texts(screen.detail.milestones.card)


def test_what_was_edited_after_an_offer_stays_when_the_offer_is_taken(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    press(screen, "Plan a meeting")
    key = screen.current_key()
    box = screen.detail.form.kind.editors[0]
    QTest.keyClicks(box, "Ext")
    QTest.keyClick(box, Qt.Key.Key_Return)
    offered = alerts.notice
    assert offered is not None
    desk.meetings.save(replace(desk.meetings.plan(key).meeting, place=said("Lisbon")))
    offered.offers[0].act()
    meeting = desk.meetings.plan(key).meeting
    assert (meeting.symbol, meeting.place.en) == ("NMIRF/2027/EX1", "Lisbon")


def test_the_offer_of_the_year_changes_the_meeting_as_it_stands_when_it_is_taken(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    key = screen.current_key()
    opens = screen.detail.form.field("opens_on").editors[0]
    type_into(opens, "9 February 2027")
    QTest.keyClick(opens, Qt.Key.Key_Return)
    offered = alerts.notice
    assert offered is not None
    meeting = desk.meetings.plan(key).meeting
    desk.meetings.save(replace(meeting, symbol="NMIRF/2026/REV"))
    offered.offers[0].act()
    meeting = desk.meetings.plan(key).meeting
    assert (meeting.symbol, meeting.counts_for) == ("NMIRF/2027/REV", 2027)


def test_an_offer_for_a_meeting_that_was_taken_back_says_so(
    screen: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    press(screen, "Plan a meeting")
    key = screen.current_key()
    box = screen.detail.form.kind.editors[0]
    QTest.keyClicks(box, "Ext")
    QTest.keyClick(box, Qt.Key.Key_Return)
    offered = alerts.notice
    assert offered is not None
    desk.meetings.remove(key)
    offered.offers[0].act()
    assert desk.meetings.find(key) is None
    assert alerts.notice is not None
    assert "was taken back meanwhile" in alerts.notice.what.said_in(screen.words)
