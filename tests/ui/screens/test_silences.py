"""Silence procedures on an agenda: proposed in time, warned of, recorded where one looks for it, broken by a member."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.undo import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from tests.registers import said, statements
from tests.ui.screens.offices import hearing, held, office, shown, texts

PUT, LAST = datetime.date(2026, 10, 6), datetime.date(2026, 10, 20)
LAPSED = datetime.date(2026, 10, 22)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        states = (("PRY", None), ("MAR", None), ("PRT", None))
        secretariat.committees.record(appointing(Appointment(datetime.date(2024, 5, 9), states)))
        yield secretariat


@pytest.fixture
def procedure(desk: Secretariat) -> SilenceProcedure:
    (meeting,) = desk.meetings.list()
    (term,) = desk.committees.history(PUT).terms
    found = SilenceProcedure("silence", term.key, Trilingual("Agenda"), said("x"), PUT, LAST, meeting.key)
    desk.silences.put(found)
    return found


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[CommitteeScreen]:
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen, PUT)
        yield screen


def test_r38_a_silence_that_was_kept_is_recorded_on_the_page_of_the_agenda(
    desk: Secretariat, procedure: SilenceProcedure, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(AgendaScreen(desk, language, alerts)) as agenda:
        shown(agenda, LAST)
        assert "Silence on the agenda was kept" not in texts(agenda)
        shown(agenda, LAPSED)
        assert "Silence on the agenda was kept until 20 October 2026" in texts(agenda)
        agenda._agree(procedure.key)
        assert "Silence on the agenda was kept" not in texts(agenda)
        assert "Agreed by the Committee on 21 October 2026" in texts(agenda)


def test_r38_home_and_the_rule_know_that_a_silence_was_kept(
    desk: Secretariat, procedure: SilenceProcedure, language: CurrentLanguage
) -> None:
    english = catalog(Language.EN)
    (finding,) = (one for one in desk.compliance.check(LAPSED) if one.rule == "R38")
    assert "silence on the agenda was kept until 20 October 2026" in finding.message.said_in(english)
    records = [record.key for fact in finding.facts for record in fact.records]
    assert procedure.key in records
    (due,) = (one for one in desk.home.overview(LAPSED).due if one.kind == "lapsed")
    assert due.what.said_in(english) == "The silence on “Agenda” was kept until its last day"
    assert due.what.said_in(catalog(Language.FR)).count("[anglais] Agenda") == 1
    assert due.meeting == procedure.meeting
    desk.silences.agree_agenda(procedure.key, LAPSED)
    assert not [one for one in desk.home.overview(LAPSED).due if one.kind == "lapsed"]


def test_what_lies_ahead_has_not_happened(desk: Secretariat, procedure: SilenceProcedure) -> None:
    (meeting,) = desk.meetings.list()
    ahead = datetime.date(2026, 12, 3)
    (term,) = desk.committees.history(PUT).terms
    running = SilenceProcedure(
        "running",
        term.key,
        said("Next"),
        said("x"),
        datetime.date(2026, 11, 23),
        datetime.date(2026, 12, 2),
        meeting.key,
    )
    desk.silences.put(running)
    for act in (
        lambda: desk.silences.agree_agenda("running", ahead),
        lambda: desk.silences.break_silence("running", datetime.date(2026, 12, 1), "MAR"),
        lambda: desk.meetings.note_agreement(meeting.key, ahead),
    ):
        with pytest.raises(Problem) as refused:
            act()
        assert "today is 24 November 2026" in refused.value.said_in(catalog(Language.EN))


def test_the_last_day_is_proposed_before_the_agenda_has_to_be_sent(screen: CommitteeScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    shown(screen, datetime.date(2026, 10, 14))
    section = screen.silences
    section.begin()
    form = section.put_form
    assert form.closes.value() == datetime.date(2026, 10, 28)
    form.meeting.load(meeting, over=True)
    form.meeting.changed.emit()
    assert form.closes.value() == datetime.date(2026, 10, 23)
    assert not form.cautions.isVisible()
    form.closes.load(datetime.date(2026, 10, 26), over=True)
    form.closes.changed.emit()
    assert "The agenda has to be sent by 24 October 2026" in texts(form)
    form.meeting.load(None, over=True)
    form.meeting.changed.emit()
    assert form.closes.value() == datetime.date(2026, 10, 26), "a day that somebody typed stays"


def test_the_last_day_for_the_agenda_is_that_of_r39_where_the_secretariat_counts_the_days(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    """It was counted from the opening day of the place, whatever practice was in force."""
    (meeting,) = desk.meetings.list()
    with desk.store.write("a place and a practice") as session:
        organisation = ORGANISATION.get(session, "organisation")
        ORGANISATION.save(session, replace(organisation, time_zone="America/Los_Angeles"))
    desk.meetings.save_sitting(Sitting("s", meeting.key, 1, meeting.opens_on, datetime.time(6), datetime.time(9)))
    desk.practices.choose(Question.NOTICE_DAYS, Option.DAYS_OF_SECRETARIAT, datetime.date(2024, 5, 9))
    due = desk.deliveries.agenda_due(meeting.key)
    assert due is not None
    assert due.notice.deadline == datetime.date(2026, 10, 23)
    shown(screen, datetime.date(2026, 10, 14))
    screen.silences.begin()
    form = screen.silences.put_form
    form.meeting.load(meeting, over=True)
    form.meeting.changed.emit()
    assert form.closes.value() == datetime.date(2026, 10, 22)
    form.closes.load(datetime.date(2026, 10, 23), over=True)
    form.closes.changed.emit()
    assert "The agenda has to be sent by 23 October 2026" in texts(form)


def test_a_silence_runs_from_the_day_on_which_it_was_put_whatever_was_dispatched(
    screen: CommitteeScreen, desk: Secretariat
) -> None:
    section = screen.silences
    section.begin()
    form = section.put_form
    assert form.put.value() == PUT
    assert form.closes.value() == PUT + datetime.timedelta(days=14)
    form.put.load(PUT + datetime.timedelta(days=3), over=True)
    form.put.changed.emit()
    assert form.closes.value() == PUT + datetime.timedelta(days=17)


def test_an_agenda_that_was_agreed_already_is_said_in_the_card(screen: CommitteeScreen, desk: Secretariat) -> None:
    (meeting,) = desk.meetings.list()
    desk.meetings.note_agreement(meeting.key, PUT)
    screen.silences.begin()
    form = screen.silences.put_form
    form.meeting.load(form.meeting.values[1], over=True)
    form.meeting.changed.emit()
    assert "was agreed on 6 October 2026 already" in texts(form)


def test_the_cards_name_the_text_and_who_has_no_seat_is_told_so(
    screen: CommitteeScreen, procedure: SilenceProcedure, alerts: Alerts, language: CurrentLanguage
) -> None:
    screen.refresh()
    section = screen.silences
    section._begin_correction(procedure)
    assert section.put.name == "Correct the silence procedure – Agenda"
    section._begin_breaking(procedure)
    assert section.breaking.name == "Break the silence – Agenda"
    section.breaking_form.by.load("BRA", over=True)
    section.breaking.done.emit()
    assert "Brazil has no seat in the Committee on that day" in texts(section.breaking)
    section.begin()
    assert section.put.name == "Put a text under the silence procedure"


def test_what_is_put_from_a_card_is_read_once(screen: CommitteeScreen, desk: Secretariat) -> None:
    section = screen.silences
    section.begin()
    section.put_form.heading.load(Trilingual("Work plan"), over=True)
    with statements(desk.store) as by_card:
        section.put.done.emit()
    (put,) = desk.silences.all()
    undo(desk.store)
    with statements(desk.store) as by_itself:
        desk.silences.put(put)
    assert len(by_card) == len(by_itself)


def test_home_leads_to_the_agenda(
    desk: Secretariat, procedure: SilenceProcedure, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(HomeScreen(desk.home, language, alerts)) as home:
        shown(home, LAPSED)
        assert "Record the agreement" in texts(home)
        places = [place for one in home.findChildren(LinkedText) if one.isVisible() for place in one.places]
        assert Place("agenda", procedure.meeting or "") in places


def test_a_silence_is_found_as_one(desk: Secretariat, procedure: SilenceProcedure) -> None:
    for typed in ("silence", "silencio"):
        groups = {group.kind: group.found for group in search(desk.store, desk.states, typed)}
        assert [one.key for one in groups[Kind.SILENCE]] == [procedure.key]
