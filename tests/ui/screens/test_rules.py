"""The rules: all of them, filtered by answer, each with its findings, its practice and the way to its records."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.declaration import RULES
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.findings import FindingView
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.rules import RulesScreen
from tests.ui.screens.offices import held, office, shown, texts


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[RulesScreen]:
    with held(RulesScreen(desk.compliance, language, alerts)) as screen:
        shown(screen)
        yield screen


def test_all_rules_are_listed_by_their_numbers(screen: RulesScreen) -> None:
    assert [answer.rule.number for answer in screen.list.model.rows] == [f"R{n}" for n in range(1, 48)]
    assert screen.current_key() == "R1"


def test_a_rule_that_is_not_kept_shows_why_and_leads_to_the_record(screen: RulesScreen, qtbot: QtBot) -> None:
    screen.go_to("R5")
    assert "Brazil" in texts(screen.detail)
    views = [view for view in screen.detail.findChildren(FindingView) if view.isVisible()]
    assert {view.finding.state for view in views} == {FindingState.NOT_KEPT}
    link = next(text for text in views[0].findChildren(LinkedText) if text.places)
    with qtbot.waitSignal(screen.asked) as asked:
        link.linkActivated.emit(f"members#{link.places[0].key}")
    assert asked.args == [link.places[0]]
    assert link.places[0].screen == "members"


def test_the_list_is_filtered_by_answer_also_from_another_screen(screen: RulesScreen) -> None:
    screen.go_to(str(FindingState.NOT_KEPT))
    assert {answer.state for answer in screen.list.model.rows} == {FindingState.NOT_KEPT}
    screen.go_to("R17")
    assert screen.current_key() == "R17"
    assert len(screen.list.model.rows) == len(RULES)


def test_where_the_declaration_is_silent_the_practice_and_its_source_are_said(screen: RulesScreen) -> None:
    screen.go_to("R17")
    said = texts(screen.detail)
    assert "What holds instead" in said
    assert "Not a rule of the Declaration." in said
    screen.go_to("R5")
    assert "What holds instead" not in texts(screen.detail)


def test_another_language_says_the_same_rule(screen: RulesScreen, language: CurrentLanguage) -> None:
    screen.go_to("R39")
    language.switch(Language.FR)
    screen.retranslate()
    assert screen.current_key() == "R39"
    assert "ordre du jour" in texts(screen.detail)


def test_the_place_of_a_year_is_the_list_of_meetings(screen: RulesScreen) -> None:
    screen.go_to("R36")
    places = [
        place
        for view in screen.detail.findChildren(FindingView)
        for text in view.findChildren(LinkedText)
        for place in text.places
    ]
    assert places
    assert all(place.screen == "meetings" for place in places)
    assert Place("meetings") in places
