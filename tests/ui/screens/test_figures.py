"""The Declaration's numbers: read and changed in the settings by the keyboard, and told under their rules."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.rule_changes import FIGURES, Figure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.gap_places import place_of
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.palette import ranked
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.rules import RulesScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.settings_found import settings_found
from nmirf_desktop.ui.theme import Tone
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
    screen: SettingsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
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
    assert change.reason == Trilingual("The Network grew")
    assert "changed, in force since 24 November 2026; the Declaration says 5" in texts(screen)
    assert "no decision is recorded" in texts(screen)
    assert alerts.notice is not None
    assert alerts.notice.tone is Tone.ATTENTION
    assert "without a decision" in alerts.notice.what.said_in(language.words)
    screen.show_as_of(OPENS - datetime.timedelta(days=1))
    assert "changed, in force since" not in texts(screen)
    take_back = next(one for one in screen.commands() if one.title == "Take back")
    take_back.act()
    assert desk.rule_changes.all() == ()


def test_why_a_number_was_changed_is_written_in_three_languages_and_found_where_the_review_lacks_it(
    screen: SettingsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    """R46: the reason was kept in one language, and printed so in all three."""
    screen.go_to("seats_most")
    assert screen.figures is not None
    draft = screen.figures.parts[Figure.SEATS_MOST].draft
    english, french, _ = draft.form.field("reason").editors
    type_into(draft.form.field("number").editors[0], "7")
    type_into(english, "The Network grew")
    type_into(french, "Davantage de membres")
    finish(english)
    (change,) = desk.rule_changes.all()
    assert (change.reason.en, change.reason.fr) == ("The Network grew", "Davantage de membres")
    review = desk.annual_reviews.read(ReviewPeriod.of_year(OPENS.year), OPENS)
    (gap,) = (one for one in review.gaps if one.record == change.key)
    place = place_of(gap)
    assert place == Place("texts", f"{change.key}.reason", "es")
    with held(TextsScreen(desk, InlineJobs(), language, alerts)) as listed:
        shown(listed)
        listed.go_to(place.key)
        assert listed.current_key() == place.key
        assert "Reason of a change of the rules" in texts(listed.editor.pane)


def test_what_was_recorded_without_a_decision_is_opened_itself_where_the_review_tells_of_it(
    screen: SettingsScreen, desk: Secretariat
) -> None:
    """The card of a new number stood there, in force from today: who followed the line recorded one that never was."""
    change = desk.rule_changes.change(Figure.SEATS_MOST, 7, datetime.date(2027, 6, 1))
    review = desk.annual_reviews.read(ReviewPeriod.of_year(OPENS.year), OPENS)
    (lack,) = (one for one in review.lacks if one.topic is Subject.SETTINGS)
    screen.refresh()
    screen.go_to(lack.record)
    assert screen.figures is not None
    part = screen.figures.parts[Figure.SEATS_MOST]
    assert part.draft.isVisible()
    assert part.form.value() == change


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


def test_a_rule_tells_the_change_of_its_number_that_is_to_come(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.rule_changes.change(Figure.SEATS_MOST, 7, datetime.date(2027, 1, 1))
    with held(RulesScreen(desk, language, alerts)) as rules:
        shown(rules)
        for rule in ("R46", "R28"):
            rules.go_to(rule)
            assert "as the Declaration was adopted · 7 from 1 January 2027 on" in texts(rules.detail), rule


def test_each_number_is_found_by_its_words(language: CurrentLanguage) -> None:
    found = [one.title for one in settings_found(lambda _place: None, language.words, registered=True)]
    assert all(one.title in found for one in FIGURES.values())


@pytest.mark.parametrize("typed", ["number of a rule", "change a rule", "change rules", "notice", "R46", "R39"])
def test_the_number_of_a_rule_is_found_by_what_one_would_call_it(language: CurrentLanguage, typed: str) -> None:
    places: list[Place] = []
    hits = list(settings_found(places.append, language.words, registered=True))
    for hit in ranked(hits, typed):
        hit.act()
    assert places[0] == Place("settings", "numbers")
    assert Place("settings", str(Figure.NOTICE_MONTHS)) in places


@pytest.mark.parametrize(
    ("tongue", "typed"),
    [
        (Language.FR, "nombre d’une règle"), (Language.FR, "modifier une règle"), (Language.FR, "préavis"),
        (Language.ES, "número de una regla"), (Language.ES, "cambiar las reglas"), (Language.ES, "plazo"),
    ],
)  # fmt: skip
def test_the_number_of_a_rule_is_found_in_french_and_spanish(tongue: Language, typed: str) -> None:
    places: list[Place] = []
    hits = list(settings_found(places.append, catalog(tongue), registered=True))
    for hit in ranked(hits, typed):
        hit.act()
    assert Place("settings", "numbers") in places


def test_all_numbers_come_into_view_in_the_settings(screen: SettingsScreen) -> None:
    screen.go_to("numbers")
    assert screen.figures is not None
    held = QApplication.focusWidget()
    assert held is not None
    assert screen.figures.isAncestorOf(held)


@pytest.mark.parametrize("number", ["R39", "R46"])
def test_a_rule_leads_to_its_number_before_any_change(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, number: str
) -> None:
    with held(RulesScreen(desk, language, alerts)) as rules:
        shown(rules)
        asked: list[Place] = []
        rules.asked.connect(asked.append)
        rules.go_to(number)
        label = next(
            one for one in rules.detail.findChildren(LinkedText)
            if Place("settings", str(Figure.NOTICE_MONTHS)) in one.places
        )  # fmt: skip
        label.linkActivated.emit(f"settings#{Figure.NOTICE_MONTHS}")
        assert asked == [Place("settings", "notice_months")]


def test_the_title_and_the_text_of_a_rule_say_the_number_in_force(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.rule_changes.change(Figure.NOTICE_MONTHS, 2, OPENS)
    desk.rule_changes.change(Figure.TERM_YEARS, 4, OPENS)
    desk.rule_changes.change(Figure.SEATS_MOST, 7, OPENS)
    with held(RulesScreen(desk, language, alerts)) as rules:
        shown(rules)
        rules.go_to("R39")
        assert "The agenda is sent 2 months before" in texts(rules)
        assert "Each member is sent the agenda 2 calendar months before the opening" in texts(rules.detail)
        assert "one month before" not in texts(rules.list)
        rules.go_to("R30")
        assert "The Committee is appointed for 4 calendar years" in texts(rules.detail)
        rules.go_to("R28")
        assert "3 to 7 seats" in texts(rules.detail)
        rules.show_as_of(OPENS - datetime.timedelta(days=1))
        rules.go_to("R39")
        assert "The agenda is sent one month before" in texts(rules)
        assert "2 months before" not in texts(rules)
    (content,) = desk.papers.contents(Request(DocumentKind.COMPLIANCE, None, on=OPENS))
    assert "The agenda is sent 2 months before" in str(content.paper)
