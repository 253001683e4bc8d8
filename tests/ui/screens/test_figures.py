"""The Declaration's numbers: read and changed in the settings by the keyboard, and told under their rules."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from nmirf_desktop.domain.rule_changes import FIGURES, Figure
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.rules import RulesScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.settings_found import settings_found
from tests.registers import OPENS
from tests.ui.screens.offices import finish, held, office, shown, texts, type_into


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts, memory: Memory) -> Iterator[SettingsScreen]:
    with held(SettingsScreen(desk.settings, memory, language, alerts, desk)) as screen:
        shown(screen)
        yield screen


def test_a_number_is_changed_by_the_keyboard_told_from_its_day_and_taken_back(
    screen: SettingsScreen, desk: Secretariat
) -> None:
    assert all(one.title in texts(screen) for one in FIGURES.values())
    assert "changed, in force since" not in texts(screen)
    screen.go_to("seats_most")
    assert screen.figures is not None
    draft = screen.figures.parts[Figure.SEATS_MOST].draft
    assert draft.isVisible()
    type_into(draft.form.field("number").editors[0], "7")
    type_into(draft.form.field("reason").editors[0], "The Network grew")
    finish(draft.form.field("reason").editors[0])
    (change,) = desk.rule_changes.all()
    assert (change.figure, change.number, change.since) == (Figure.SEATS_MOST, 7, OPENS)
    assert "changed, in force since 24 November 2026; the Declaration says 5" in texts(screen)
    assert "no decision is recorded" in texts(screen)
    screen.show_as_of(OPENS - datetime.timedelta(days=1))
    assert "changed, in force since" not in texts(screen)
    take_back = next(one for one in screen.commands() if one.title == "Take back")
    take_back.act()
    assert desk.rule_changes.all() == ()


def test_a_number_out_of_bounds_keeps_the_card_and_says_which_are_possible(
    screen: SettingsScreen, desk: Secretariat
) -> None:
    screen.go_to("term_years")
    assert screen.figures is not None
    draft = screen.figures.parts[Figure.TERM_YEARS].draft
    type_into(draft.form.field("number").editors[0], "0")
    finish(draft.form.field("reason").editors[0])
    assert draft.isVisible()
    assert desk.rule_changes.all() == ()


def test_a_rule_tells_its_numbers_and_where_they_are_changed(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.rule_changes.change(Figure.TERM_YEARS, 4, OPENS)
    with held(RulesScreen(desk, language, alerts)) as rules:
        shown(rules)
        rules.go_to("R30")
        assert "Mandate of the Executive Committee, in years: 4" in texts(rules.detail)
        assert "the Declaration says 3" in texts(rules.detail)
        rules.go_to("R46")
        assert "4 from 24 November 2026 on" in texts(rules.detail)


def test_each_number_is_found_by_its_words(language: CurrentLanguage) -> None:
    found = [one.title for one in settings_found(lambda _place: None, language.words, registered=True)]
    assert all(one.title in found for one in FIGURES.values())
