"""The rules: all of them, filtered by answer, each with its findings, its practice and the way to its records."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.asked import ASKS
from nmirf_desktop.domain.compliance import FindingState, Judged, JudgedKind, by_rule
from nmirf_desktop.domain.declaration import RULES
from nmirf_desktop.domain.practices import Option, Question
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.findings import FEW, FindingView, place_of
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.reasons import NOTE
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.rules import RulesScreen, columns
from tests.registers import AUTHOR, OPENS
from tests.ui.screens.offices import hearing, held, office, press, shown, texts


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[RulesScreen]:
    with held(RulesScreen(desk, language, alerts)) as screen:
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
    assert "The practice that is followed" in said
    assert "Not a rule of the Declaration." in said
    screen.go_to("R5")
    assert "The practice that is followed" not in texts(screen.detail)


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


# ---- counters ----


def test_each_answer_has_its_number_and_filters_when_pressed(screen: RulesScreen) -> None:
    counted = {state: sum(one.state is state for one in screen.list.model.rows) for state in FindingState}
    for state, count in counted.items():
        assert screen.filter.button(state).text().split(" (")[0].endswith(f" {count}")
        assert screen.filter.button(state).isEnabled() is (count > 0)
    screen.filter.button(FindingState.NOT_JUDGED).click()
    assert {one.state for one in screen.list.model.rows} == {FindingState.NOT_JUDGED}
    screen.filter.button(FindingState.NOT_JUDGED).click()
    assert len(screen.list.model.rows) == len(RULES)


def cell(screen: RulesScreen, number: str, title: str) -> str:
    """What the list says of a rule under a heading."""
    answer = next(one for one in screen.list.model.values if one.rule.number == number)
    return next(one for one in columns(lambda rule, words: words.gettext(rule.title)) if one.title == title).text(
        answer, screen.words
    )


def test_the_list_says_the_section_and_how_much_is_not_in_order(screen: RulesScreen) -> None:
    assert cell(screen, "R5", "Section") == "Membership"
    assert cell(screen, "R5", "Open points") == "8"
    assert cell(screen, "R1", "Open points") == ""


def test_only_what_changed_since_the_last_meeting_is_shown_with_what_it_was(
    screen: RulesScreen, desk: Secretariat
) -> None:
    assert not screen.filter.since.isVisible(), "no meeting is over yet"
    (meeting,) = desk.meetings.list()
    later = meeting.closes_on + datetime.timedelta(days=400)
    screen.show_as_of(later)
    assert screen.filter.since.text() == "Changed since NMIRF/2026"
    screen.filter.since.click()
    shown_now = {one.rule.number for one in screen.list.model.rows}
    then = {one.rule.number: one.state for one in by_rule(desk.compliance.check(meeting.closes_on))}
    now = {one.rule.number: one.state for one in by_rule(desk.compliance.check(later))}
    assert {number for number in now if now[number] is not then[number]} <= shown_now
    assert "R36" in shown_now, "another year is without a meeting, under the same answer"
    assert "R1" not in shown_now
    screen.list.select("R36")
    assert f"on {screen.words.date(meeting.closes_on)}: " in texts(screen.detail)
    assert "What changed since then" in texts(screen.detail)
    assert "New: No annual meeting is planned for 2027 yet." in texts(screen.detail)
    screen.go_to("R1")
    assert len(screen.list.model.rows) == len(RULES)


def test_where_no_rule_matches_both_filters_it_says_so_and_leads_back_to_all(
    screen: RulesScreen, desk: Secretariat
) -> None:
    (meeting,) = desk.meetings.list()
    screen.show_as_of(meeting.closes_on + datetime.timedelta(days=400))
    screen.filter.since.click()
    changed = {one.state for one in screen.list.model.rows}
    unchanged = next(one for one in (FindingState.NOT_REGULATED, FindingState.KEPT) if one not in changed)
    screen.filter.button(unchanged).click()
    assert not screen.list.model.rows
    assert "No rule matches both filters" in texts(screen.list)
    assert "Nothing here yet" not in texts(screen.list)
    assert screen.list._line.isVisible(), "the line to filter stays"
    back = next(one for one in screen.list.findChildren(QPushButton) if one.text() == "Show all rules")
    assert back.isVisible()
    back.click()
    assert len(screen.list.model.rows) == len(RULES)
    assert not screen.filter.since.isChecked()
    assert screen.current_key() == "R1"


# ---- reasons ----


def offer(screen: RulesScreen, label: str) -> None:
    """Press the first small action of that name in the detail."""
    for text in screen.detail.findChildren(LinkedText):
        for part in text._parts:
            if isinstance(part, Link) and part.text == label and text.isVisible():
                text.linkActivated.emit(f"#{part.place.key}")
                return
    raise AssertionError(label)


def noting(screen: RulesScreen, reason: str) -> None:
    """Note a reason in the card that is open."""
    form = screen.reasons.form
    form.reason.load(Trilingual.final(reason, f"{reason} (fr)", f"{reason} (es)"), over=True)
    screen.reasons.draft.verb.click()
    QApplication.processEvents()


def test_a_reason_is_noted_corrected_and_removed_and_the_answer_stays(screen: RulesScreen, desk: Secretariat) -> None:
    hearing(screen, desk)
    screen.show_as_of(None)
    screen.go_to("R5")
    offer(screen, NOTE)
    assert "Brazil: no focal point is designated." in texts(screen.reasons)
    assert screen.reasons.form.noted_by.value() == AUTHOR
    noting(screen, "The ministry is being reorganised.")
    said = texts(screen.detail)
    assert "Reason: The ministry is being reorganised." in said
    assert f"noted by: {AUTHOR}, {screen.words.date(today())}" in said
    answer = next(one for one in screen.list.model.rows if one.rule.number == "R5")
    assert answer.state is FindingState.NOT_KEPT
    assert cell(screen, "R5", "Reason") == "1 of 8"
    offer(screen, "Correct …")
    noting(screen, "The ministry was reorganised.")
    (noted,) = desk.compliance.facts().exceptions
    assert noted.reason.en == "The ministry was reorganised."
    offer(screen, "Remove the reason")
    assert desk.compliance.facts().exceptions == ()
    assert "Reason:" not in texts(screen.detail)


def test_a_reason_without_words_is_refused_under_its_field_and_nothing_is_lost(
    screen: RulesScreen, desk: Secretariat
) -> None:
    screen.show_as_of(None)
    screen.go_to("R5")
    offer(screen, NOTE)
    screen.reasons.form.noted_by.load("Rapporteur", over=True)
    screen.reasons.draft.verb.click()
    assert "Say why the rule is not kept." in texts(screen.reasons)
    assert screen.reasons.form.noted_by.value() == "Rapporteur"
    assert desk.compliance.facts().exceptions == ()


def test_what_a_reason_needs_is_marked(screen: RulesScreen) -> None:
    screen.show_as_of(None)
    screen.go_to("R5")
    offer(screen, NOTE)
    needed = [label.text() for label in screen.reasons.findChildren(QLabel) if label.text().endswith("(required)")]
    assert needed == ["Reason (required)", "Holds from (required)", "Noted by (required)"]


def test_a_title_is_whole_in_a_window_of_usual_width(screen: RulesScreen, qtbot: QtBot) -> None:
    screen.resize(1240, 800)
    QApplication.processEvents()
    view, titles = screen.list.view, [screen.words.gettext(rule.title) for rule in RULES]
    metrics = view.fontMetrics()
    assert view.columnWidth(1) > max(metrics.horizontalAdvance(one) for one in titles)


def test_the_card_is_put_away_with_its_rule(screen: RulesScreen) -> None:
    screen.show_as_of(None)
    screen.go_to("R5")
    offer(screen, NOTE)
    assert screen.reasons.draft.isVisible()
    screen.list.select("R1")
    assert not screen.reasons.draft.isVisible()


def test_a_filled_card_stays_with_its_name_when_another_rule_or_another_reason_is_asked_for(
    screen: RulesScreen,
) -> None:
    screen.show_as_of(None)
    screen.go_to("R5")
    offer(screen, NOTE)
    draft, form = screen.reasons.draft, screen.reasons.form
    form.reason.load(Trilingual.final("A flood.", "Une inondation.", "Una inundación."), over=True)
    screen.list.select("R1")
    assert draft.isVisible()
    assert "The card stays open" in texts(draft)
    assert "R5, Brazil" in texts(draft)
    screen.list.select("R5")
    offer(screen, NOTE)
    assert form.reason.value().en == "A flood."
    draft.leave.click()
    screen.list.select("R1")
    assert not draft.isVisible()


def test_as_of_a_past_day_reasons_are_read_and_not_noted(screen: RulesScreen) -> None:
    assert today() > OPENS
    screen.go_to("R5")
    assert "No reason is noted." not in texts(screen.detail)


# ---- where the Declaration is silent ----


def test_the_practice_in_force_is_that_of_the_day_shown(screen: RulesScreen, desk: Secretariat) -> None:
    screen.go_to("R17")
    assert "the usual answer: nothing else was chosen" in texts(screen.detail)
    desk.practices.choose(Question.QUORUM, Option.THIRD_AND_MAJORITY, OPENS)
    screen.refresh()
    said = texts(screen.detail)
    assert "A third of the members opens a sitting" in said
    assert "Source: Rules of procedure of the Human Rights Council" in said
    assert f"in force since {screen.words.date(OPENS)}" in said
    assert Place("settings", "quorum") in places(screen)
    screen.show_as_of(OPENS - datetime.timedelta(days=1))
    assert "No quorum is prescribed." in texts(screen.detail)


@pytest.mark.parametrize("days", [0, 40])
def test_a_number_without_a_decision_says_so_also_before_it_holds(
    screen: RulesScreen, desk: Secretariat, days: int
) -> None:
    """R46."""
    since = today() + datetime.timedelta(days=days)
    desk.rule_changes.change(Figure.SEATS_MOST, 7, since)
    screen.refresh()
    screen.go_to("R46")
    said = texts(screen.detail)
    assert screen.words.date(since) in said
    assert "as noted by the secretariat; no decision is recorded" in said


def test_an_open_question_of_a_rule_that_speaks_is_told_too(screen: RulesScreen) -> None:
    screen.go_to("R29")
    assert "The regions are the five regional groups." in texts(screen.detail)
    screen.go_to("R18")
    said = texts(screen.detail)
    assert "Elections are secret, other votes are not." in said
    assert "By show of hands" in said


def places(screen: RulesScreen) -> list[Place]:
    """Where the links of the detail lead."""
    return [place for text in screen.detail.findChildren(LinkedText) if text.isVisible() for place in text.places]


def test_the_statement_is_asked_for_from_the_screen(screen: RulesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked) as asked:
        press(screen, "Statement of compliance")
    assert asked.args == [Place("documents", "compliance:")]


def test_below_its_title_a_rule_says_what_it_asks_for_in_our_own_words(
    screen: RulesScreen, language: CurrentLanguage
) -> None:
    assert set(ASKS) == {one.number for one in RULES if not one.silent}
    screen.go_to("R14")
    assert "A proposal is adopted where more members vote in favour than against" in texts(screen.detail)
    screen.go_to("R17")
    assert screen.detail._asks.isHidden(), "the Declaration asks for none"
    language.switch(Language.FR)
    screen.retranslate()
    screen.go_to("R16")
    assert catalog(Language.FR).gettext(ASKS["R16"]) in texts(screen.detail)


def test_a_practice_is_not_told_again_and_again(screen: RulesScreen) -> None:
    screen.go_to("R17")
    said = texts(screen.detail)
    assert said.count("No quorum is prescribed") == 2, "by what was found, and as the practice that is followed"
    assert ". ·" not in said
