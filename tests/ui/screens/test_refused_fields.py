"""What one field refuses keeps no other from being saved, stays as it was typed, and is told when it is left behind."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.meetings import SITTINGS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fields import TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from tests.ui.screens.offices import held, office, shown, texts, type_into

BEFORE = datetime.date(2026, 10, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def meetings(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MeetingsScreen]:
    """Two meetings, with the one of 2026 chosen."""
    desk.meetings.save(desk.planning.next(MeetingKind.ANNUAL, BEFORE))
    with held(MeetingsScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, BEFORE)
        yield screen


@pytest.fixture
def agenda(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[AgendaScreen]:
    with held(AgendaScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, BEFORE)
        yield screen


def line(form: Form, name: str) -> QLineEdit:
    """The line in which a field is typed."""
    (editor,) = form.field(name).editors
    assert isinstance(editor, QLineEdit)
    return editor


def leave(editor: QWidget, text: str) -> None:
    """Type over what a field holds, and leave it."""
    type_into(editor, text)
    if not text:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    editor.clearFocus()
    QTest.qWait(1)


def test_what_is_valid_is_saved_beside_a_symbol_that_another_meeting_has(
    meetings: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    form, key = meetings.detail.form, meetings.current_key()
    leave(line(form, "symbol"), "NMIRF/2027")
    assert "Not saved: Another meeting has the symbol NMIRF/2027" in texts(form)
    leave(line(form, "number"), "7")
    leave(line(form, "counts_for"), "2025")
    place = form.field("place")
    assert isinstance(place, TrilingualField)
    leave(place.editors[0], "Nairobi")
    stored = desk.meetings.plan(key).meeting
    assert (stored.number, stored.counts_for, stored.place[Language.EN]) == (7, 2025, "Nairobi")
    assert stored.symbol == "NMIRF/2026"
    assert line(form, "symbol").text() == "NMIRF/2027"
    assert "Not saved: Another meeting has the symbol NMIRF/2027" in texts(form), "it stays said"
    other = next(one for one in desk.meetings.list() if one.key != key)
    meetings.list.select(other.key)
    assert alerts.notice is not None
    assert "refused: Symbol." in alerts.notice.what.said_in(meetings.words)
    meetings.list.select(key)
    assert line(form, "symbol").text() == "NMIRF/2026"
    assert "Not saved" not in texts(form)


def test_what_is_no_value_keeps_no_other_field_from_being_saved(
    meetings: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    form, key = meetings.detail.form, meetings.current_key()
    leave(line(form, "opens_on"), "")
    assert "Not saved: Give the date." in texts(form)
    leave(line(form, "number"), "x")
    leave(line(form, "counts_for"), "2025")
    stored = desk.meetings.plan(key).meeting
    assert (stored.counts_for, stored.number) == (2025, 2)
    type_into(line(form, "symbol"), "S" * 500)
    meetings.list.select(next(one.key for one in desk.meetings.list() if one.key != key))
    assert alerts.notice is not None
    assert "refused: Symbol, Number, First day." in alerts.notice.what.said_in(meetings.words), (
        "also what was still being typed"
    )


def test_a_refused_day_is_tried_again_when_the_one_it_depends_on_is_saved(
    meetings: MeetingsScreen, desk: Secretariat
) -> None:
    form = meetings.detail.form
    leave(line(form, "closes_on"), "12 November 2026")
    assert "Not saved: The last day is before the first day." in texts(form)
    leave(line(form, "opens_on"), "10 November 2026")
    stored = desk.meetings.plan(meetings.current_key()).meeting
    assert (stored.opens_on.day, stored.closes_on.day) == (10, 12)
    assert "Not saved" not in texts(form)


def test_a_removed_meeting_is_not_saved_again_by_what_was_being_typed(
    meetings: MeetingsScreen, desk: Secretariat
) -> None:
    new = next(one for one in desk.meetings.list() if one.symbol == "NMIRF/2027")
    meetings.list.select(new.key)
    type_into(line(meetings.detail.form, "number"), "9")
    for item in desk.agendas.items(new.key):
        desk.agendas.remove(new.key, [item.item.key])
    for sitting in desk.meetings.plan(new.key).sittings:
        desk.meetings.remove_sitting(sitting.key)
    desk.meetings.remove(new.key)
    QTest.qWait(1)
    assert new.key not in {one.key for one in desk.meetings.list()}


def test_a_refused_duration_keeps_its_register_value(agenda: AgendaScreen, desk: Secretariat, alerts: Alerts) -> None:
    form, key = agenda.detail.form, agenda.current_key()
    first = desk.agendas.find(key)
    assert first is not None
    desk.agendas.save(replace(first, duration=30))
    other = desk.agendas.insert(first.meeting, key)
    leave(line(form, "duration"), "soon")
    leave(form.field("presenter").editors[0], "Chair of the meeting")
    stored = desk.agendas.find(key)
    assert stored is not None
    assert (stored.duration, stored.presenter[Language.EN]) == (30, "Chair of the meeting")
    QTest.qWait(500)
    assert line(form, "duration").text() == "soon"
    agenda.list.select(other)
    assert alerts.notice is not None
    assert "refused: Duration." in alerts.notice.what.said_in(agenda.words)


def test_the_settings_are_saved_beside_one_that_is_refused(
    desk: Secretariat, memory: Memory, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(SettingsScreen(desk.settings, memory, language, alerts, desk)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen)
        form = screen.organisation_form
        leave(line(form, "symbol_prefix"), "")
        leave(form.field("network").editors[0], "The Network")
        stored = desk.settings.read()
        assert (stored.network[Language.EN], bool(stored.symbol_prefix)) == ("The Network", True)
        assert line(form, "symbol_prefix").text() == ""
        assert "Not saved: Symbols need a prefix" in texts(form)


def test_hours_that_overlap_stay_typed_until_both_are_right(meetings: MeetingsScreen, desk: Secretariat) -> None:
    key, rows = meetings.current_key(), meetings.detail.sittings
    desk.meetings.add_sitting(key)
    morning, afternoon = rows.rows[0], rows.rows[1]
    before = desk.meetings.plan(key).sittings
    leave(afternoon.starts.editors[0], "12:00")
    assert "Not saved: It overlaps the 1st sitting (10:00–13:00)." in afternoon.wrong.text()
    desk.meetings.save(replace(desk.meetings.plan(key).meeting, number=9))
    assert afternoon.starts.value() == datetime.time(12), "what is typed outlives a reading"
    assert desk.meetings.plan(key).sittings == before
    leave(morning.ends.editors[0], "11:00")
    leave(afternoon.ends.editors[0], "17:00")
    assert [(one.starts.hour, one.ends.hour) for one in desk.meetings.plan(key).sittings[:2]] == [(10, 11), (12, 17)]
    assert afternoon.wrong.isHidden()


def test_refused_hours_are_told_when_another_meeting_is_shown(
    meetings: MeetingsScreen, desk: Secretariat, alerts: Alerts
) -> None:
    desk.meetings.add_sitting(meetings.current_key())
    type_into(meetings.detail.sittings.rows[1].starts.editors[0], "12:00")
    meetings.list.select(next(one.key for one in desk.meetings.list() if one.key != meetings.current_key()))
    assert alerts.notice is not None
    assert "refused: Sittings." in alerts.notice.what.said_in(meetings.words)


def test_an_overlap_of_old_is_said_under_both_sittings_and_above_the_agenda(
    meetings: MeetingsScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    key = meetings.current_key()
    (first, *_) = desk.meetings.plan(key).sittings
    old = replace(first, key="old", number=2, starts=datetime.time(12), ends=datetime.time(18))
    with desk.store.write("an older version plans a sitting", Subject.MEETINGS) as session:
        SITTINGS.save(session, old)
    wrong = [row.wrong.text() for row in meetings.detail.sittings.rows if not row.wrong.isHidden()]
    assert [said.split(".")[0] for said in wrong] == [
        "It overlaps the 2nd sitting (12:00–18:00)", "It overlaps the 1st sitting (10:00–13:00)",
    ]  # fmt: skip
    with held(AgendaScreen(desk, language, alerts)) as agenda:
        shown(agenda, BEFORE)
        assert "The 1st sitting (10:00–13:00) and the 2nd sitting (12:00–18:00) overlap" in texts(agenda)


def test_what_a_full_disk_kept_from_being_saved_is_saved_with_the_next_field(
    meetings: MeetingsScreen, desk: Secretariat
) -> None:
    form, key = meetings.detail.form, meetings.current_key()
    desk.store.read_only = True
    leave(form.field("place").editors[0], "Nairobi")
    assert form.refuses("place")
    desk.store.read_only = False
    leave(line(form, "number"), "7")
    stored = desk.meetings.find(key)
    assert stored is not None
    assert (stored.number, stored.place[Language.EN]) == (7, "Nairobi")
    assert not form.refuses("place")


def test_a_sitting_that_another_kept_out_is_saved_once_that_one_gives_way(
    meetings: MeetingsScreen, desk: Secretariat
) -> None:
    key = meetings.current_key()
    desk.meetings.add_sitting(key)
    first, second = meetings.detail.sittings.rows[:2]
    leave(first.ends.editors[0], "16:00")
    assert first.wrong.text()
    leave(second.starts.editors[0], "16:00")
    QTest.qWait(5)
    assert desk.meetings.plan(key).sittings[0].ends == datetime.time(16)
    assert not meetings.detail.sittings.rows[0].wrong.text()


def test_what_is_refused_while_the_screen_is_left_is_told(meetings: MeetingsScreen, alerts: Alerts) -> None:
    type_into(line(meetings.detail.form, "symbol"), "NMIRF/2027")
    meetings.hide()
    QTest.qWait(5)
    assert alerts.notice is not None
    assert "Symbol" in alerts.notice.what.said_in(meetings.words)


def test_a_duration_is_not_rewritten_while_it_is_typed(agenda: AgendaScreen) -> None:
    field = agenda.detail.form.field("duration")
    (editor,) = field.editors
    editor.setFocus()
    for part in ("1", " h 30"):
        QTest.keyClicks(editor, part)
        field.flush()
    assert field.value() == 90
