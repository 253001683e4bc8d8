"""Screens of a network that has existed for years open on what is near; the rest is asked for."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.compliance import by_rule
from nmirf_desktop.services.dated_facts import dated_facts
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.findings import MOST, FindingView
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.members_detail import LATEST
from nmirf_desktop.ui.screens.rules import RulesScreen
from tests.history import last_day, make_history
from tests.ui.screens.offices import held, shown, texts

YEARS = 14
ON = last_day(YEARS)

_Widget = TypeVar("_Widget", bound=QWidget)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    """The services on a register of some years."""
    path: Path = make_history(tmp_path_factory.mktemp("years") / "years.nmirf", years=YEARS, states=30)
    with open_register(path) as store:
        yield Secretariat(store)


def seen(inside: QWidget, kind: type[_Widget]) -> list[_Widget]:
    """The widgets of a kind that are to be seen."""
    for _ in range(3):
        QApplication.processEvents()
    return [one for one in inside.findChildren(kind) if one.isVisible()]


def press_more(inside: QWidget) -> None:
    """Ask for what is not shown yet."""
    more = next(one for one in seen(inside, LinkedText) if one.text().find("more</a>") >= 0)
    more.linkActivated.emit("#")


def test_a_rule_with_many_findings_shows_the_next_ones_when_asked(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(RulesScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        screen.go_to("R14")
        all_of_it = next(one for one in by_rule(desk.compliance.check(ON)) if one.rule.number == "R14").findings
        assert len(seen(screen.detail, FindingView)) == MOST < len(all_of_it)
        assert f"and {len(all_of_it) - MOST} more" in texts(screen.detail)
        press_more(screen.detail)
        assert [one.finding for one in seen(screen.detail, FindingView)] == list(all_of_it)
        assert not [one for one in seen(screen.detail, LinkedText) if "more</a>" in one.text()]
        screen.go_to("R1")
        assert len(seen(screen.detail, FindingView)) == 1


def test_a_state_with_a_long_history_shows_the_latest_facts_and_all_when_asked(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    most = {line.key: dated_facts(desk.members.file(line.key, ON)) for line in desk.members.list(ON)}
    one, other = sorted(most, key=lambda code: len(most[code]))[-2:]
    with held(MembersScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        history = screen.detail.history
        screen.go_to(one)
        history.rows.show_waiting()
        assert len(seen(history, LinkedText)) == LATEST + 1
        press_more(history)
        assert len(seen(history, LinkedText)) == len(most[one]) > LATEST
        screen.refresh()
        assert len(seen(history, LinkedText)) == len(most[one]), "the same State stays as it was asked for"
        screen.go_to(other)
        history.rows.show_waiting()
        assert len(seen(history, LinkedText)) == LATEST + 1


def test_what_is_out_of_sight_is_made_a_moment_later(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, qtbot: QtBot
) -> None:
    longest = max(desk.members.list(ON), key=lambda line: len(dated_facts(desk.members.file(line.key, ON)))).key
    with held(MembersScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        screen.go_to(longest)
        assert not seen(screen.detail.history, LinkedText)
        qtbot.waitUntil(lambda: len(seen(screen.detail.history, LinkedText)) == LATEST + 1)


def test_a_file_that_says_what_it_said_is_left_as_it_is(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    with held(MembersScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        rows = seen(screen.detail, LinkedText)
        screen.refresh()
        assert seen(screen.detail, LinkedText) == rows
        screen.show_as_of(datetime.date(2026, 1, 1))
        assert seen(screen.detail, LinkedText) != rows


@pytest.mark.parametrize("on", [datetime.date(2024, 5, 1), datetime.date(2026, 1, 1), ON])
def test_home_reads_the_committee_of_the_day_alone(desk: Secretariat, on: datetime.date) -> None:
    whole, now = desk.committees.history(on), desk.home.overview(on).committee
    assert (now.current, now.coordinator) == (whole.current, whole.coordinator)
    assert len(now.seats) < len(whole.seats)


def test_the_committee_of_a_day_is_shown_among_the_mandates_around_it(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    history = desk.committees.history(ON)
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        assert "9 May 2024" not in screen.years.chart.words_of()
        assert "9 May 2036" in screen.years.chart.words_of()
        rules = [one.finding for one in seen(screen.detail, FindingView)]
        assert {one.rule for one in rules} == {"R28", "R29", "R30", "R31", "R32", "R33", "R34"}
        assert not {one.subject.key for one in rules} & history.earlier
        screen.show_as_of(datetime.date(2026, 1, 1))
        assert "9 May 2024" in screen.years.chart.words_of()
        assert "9 May 2036" not in screen.years.chart.words_of()
