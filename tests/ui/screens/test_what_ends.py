"""What lies ahead of a State is said, and whose designation ends is named."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.members import MembersScreen
from tests.registers import OBSERVERS, OPENS, said
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into
from tests.ui.screens.test_designations import follow

BEFORE = OPENS - datetime.timedelta(days=6)
SINCE = datetime.date(2025, 3, 1)
OBSERVER = OBSERVERS[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        for code, votes in ((OBSERVER, False), ("PRY", True)):
            person = Person(f"of {code}", said(f"Desk of {code}"), code)
            point = FocalPoint(f"point {code}", code, person.key, Period(SINCE), voting=votes)
            secretariat.members.designate(point, person)
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[MembersScreen]:
    with held(MembersScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    """What the banner says."""
    return alerts.notice.what.said_in(language.words) if alerts.notice is not None else ""


def test_a_change_after_the_day_shown_is_said_and_no_second_one_is_offered(
    screen: MembersScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    screen.show_as_of(BEFORE)
    screen.go_to(OBSERVER)
    follow(screen.detail, "Becomes a member …")
    type_into(screen.detail.status._changing.on.editors[0], OPENS.isoformat())
    finish(screen.detail.status._changing.on.editors[0])
    assert "From 24 November 2026, these designations no longer hold: Desk of" in told(alerts, language)
    status = texts(screen.detail.status)
    assert "Member from 24 November 2026" in status
    assert "Becomes a member" not in status
    assert "Withdraws" not in status
    screen.show_as_of(OPENS)
    QApplication.processEvents()
    assert "Becomes an observer …" in texts(screen.detail.status)


def test_who_is_succeeded_is_named(screen: MembersScreen, alerts: Alerts, language: CurrentLanguage) -> None:
    screen.go_to("PRY")
    press(screen, "Designate a focal point")
    finish(screen.detail.people.form.designated.on.editors[0])
    assert alerts.notice is not None
    alerts.notice.offers[0].act()
    assert told(alerts, language) == (
        "The designation is recorded from 24 November 2026; that of Desk of PRY has 23 November 2026 as its last day."
    )


def test_a_membership_that_began_that_day_says_how_it_ends(
    screen: MembersScreen, alerts: Alerts, language: CurrentLanguage
) -> None:
    start = screen._members.file("PRY", OPENS).memberships[0].period.start
    screen.go_to("PRY")
    follow(screen.detail, "Withdraws …")
    type_into(screen.detail.status._leaving.received.editors[0], start.isoformat())
    finish(screen.detail.status._leaving.received.editors[0])
    assert "give a later day, or correct or undo that by which it began" in told(alerts, language)


def test_a_first_designation_and_a_first_mechanism_begin_with_the_membership(
    screen: MembersScreen, desk: Secretariat
) -> None:
    membership = desk.members.file("URY", OPENS).membership(OPENS)
    assert membership is not None
    screen.go_to("URY")
    press(screen, "Designate a focal point")
    assert screen.detail.people.form.designated.on.value() == membership.period.start
    screen.detail.people.designation.leave.click()
    screen.detail.mechanism.begin()
    assert screen.detail.mechanism.form.since.value() == membership.period.start
    screen.go_to("PRY")
    press(screen, "Designate a focal point")
    assert screen.detail.people.form.designated.on.value() == OPENS, "somebody is designated already"
