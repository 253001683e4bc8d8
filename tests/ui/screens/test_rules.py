"""The rules: all of them, filtered by answer, each with its findings, its practice and the way to its records."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.compliance import FindingState, Judged, JudgedKind
from nmirf_desktop.domain.declaration import RULES
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.findings import FEW, FindingView, place_of
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.rules import RulesScreen
from tests.registers import OPENS
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
        if view.isVisible()
        for text in view.findChildren(LinkedText)
        for place in text.places
    ]
    assert places
    assert all(place.screen == "meetings" for place in places)
    assert Place("meetings") in places


def test_the_facts_of_a_finding_are_links_to_their_records(screen: RulesScreen, qtbot: QtBot) -> None:
    screen.go_to("R2")
    shown_now = (text for text in screen.detail.findChildren(LinkedText) if text.isVisible())
    facts = next(text for text in shown_now if "Members: 8" in text.accessibleName())
    states = [place for place in facts.places if place.screen == "members" and place.key]
    assert len(states) >= FEW, "the first ones are named"
    assert Place("members") in facts.places, "the others are in the list"
    assert "and 5 more" in facts.accessibleName()
    facts.setFocus()
    for _ in range(2):  # Qt's label may take a key more to reach its first link
        if not facts.selectedText():
            QTest.keyClick(facts, Qt.Key.Key_Tab)
    with qtbot.waitSignal(screen.asked) as asked:
        QTest.keyClick(facts, Qt.Key.Key_Return)
    assert asked.args == [facts.places[0]]


def test_every_record_that_a_fact_rests_on_has_a_place(desk: Secretariat) -> None:
    for finding in desk.compliance.check(OPENS):
        for fact in finding.facts:
            assert all(place_of(record) is not None for record in fact.records), fact.name
    assert {kind for kind in JudgedKind if place_of(Judged(kind, "2026")) is None} == {JudgedKind.REGISTER}
