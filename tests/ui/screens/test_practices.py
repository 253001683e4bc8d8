"""Where the Declaration is silent: read and changed in the settings by the keyboard, and seen on other screens."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.practices import OPEN_QUESTIONS, Option, Question
from nmirf_desktop.domain.regions import Continent
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import Catalog, Language
from nmirf_desktop.services.committees import Appointment, appointing
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.fact_rows import Shape
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import LinkedText
from nmirf_desktop.ui.palette import CommandPalette
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.committee import CommitteeScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.settings_found import WINDOW, settings_found
from tests.registers import OPENS
from tests.ui.screens.offices import finish, held, office, shown, texts, type_into

FOUNDED = datetime.date(2024, 5, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts, memory: Memory) -> Iterator[SettingsScreen]:
    with held(SettingsScreen(desk.settings, memory, language, alerts, desk)) as screen:
        shown(screen)
        yield screen


def test_every_question_shows_what_holds_with_its_source_and_the_other_ways(screen: SettingsScreen) -> None:
    said = texts(screen)
    for question in OPEN_QUESTIONS.values():
        assert question.rule in said
        for way in question.ways:
            assert way.sentence in said
    assert "usual answer" in said


def test_an_answer_is_chosen_by_the_keyboard_shown_from_its_day_and_taken_back(
    screen: SettingsScreen, desk: Secretariat
) -> None:
    screen.go_to("tie")
    assert screen.practices is not None
    draft = screen.practices.questions[Question.TIE].draft
    assert draft.isVisible()
    type_into(draft.form.field("reason").editors[0], "Asked for by the meeting")
    finish(draft.form.field("reason").editors[0])
    (choice,) = desk.practices.all()
    assert (choice.option, choice.since, choice.reason) == (
        Option.SECOND_VOTE, OPENS, "Asked for by the meeting",
    )  # fmt: skip
    assert draft.isHidden()
    assert "chosen, in force since 24 November 2026" in texts(screen)
    screen.show_as_of(OPENS - datetime.timedelta(days=1))
    assert "chosen, in force since" not in texts(screen)
    screen.practices.correct(choice)
    type_into(draft.form.field("since").editors[0], "1 January 2026")
    finish(draft.form.field("since").editors[0])
    assert desk.practices.all()[0].since == datetime.date(2026, 1, 1)
    assert "chosen, in force since 1 January 2026" in texts(screen)
    take_back = next(one for one in screen.commands() if one.title == "Take back")
    take_back.act()
    assert desk.practices.all() == ()


def test_a_filled_card_of_one_question_is_not_lost_to_another_question(screen: SettingsScreen) -> None:
    screen.go_to("tie")
    assert screen.practices is not None
    tie, quorum = (screen.practices.questions[one].draft for one in (Question.TIE, Question.QUORUM))
    type_into(tie.form.field("reason").editors[0], "Asked for by the meeting")
    for again in ("quorum", "tie"):
        screen.go_to(again)
        assert tie.isVisible()
        assert quorum.isHidden()
        assert "The card stays open" in texts(tie)
        assert tie.form.field("reason").value() == "Asked for by the meeting"
    tie.leave.click()
    screen.go_to("quorum")
    assert quorum.isVisible()
    assert tie.isHidden()


def test_the_index_names_each_question_and_no_way_looks_like_a_button(screen: SettingsScreen) -> None:
    assert screen.practices is not None
    index = screen.practices.index
    assert [place.key for place in index.places] == [str(one) for one in OPEN_QUESTIONS]
    index.linkActivated.emit("#notice_to")
    QTest.qWait(10)
    page = screen._page
    part = screen.practices.questions[Question.NOTICE_TO]
    assert page.viewport().rect().intersects(QRect(part.mapTo(page.viewport(), QPoint(0, 0)), part.size()))
    shapes = {shape._mark.icon for shape in screen.practices.findChildren(Shape)}
    assert not shapes & {"circle", "circle-dot"}


def test_what_is_asked_for_in_the_index_stands_at_the_top(screen: SettingsScreen) -> None:
    assert screen.practices is not None
    screen.resize(1000, 500)
    QTest.qWait(10)
    page, bar = screen._page, screen._page.verticalScrollBar()
    bar.setValue(screen.practices.mapTo(page.body, QPoint(0, 0)).y())
    for question in (Question.PROXIES, Question.REGIONS):
        part = screen.practices.questions[question]
        screen.practices.index.linkActivated.emit(f"#{question}")
        QTest.qWait(10)
        assert bar.value() == min(part.mapTo(page.body, QPoint(0, 0)).y(), bar.maximum())


def test_an_earlier_answer_shows_its_end_and_taking_one_back_leads_to_what_holds(
    screen: SettingsScreen, desk: Secretariat, qtbot: QtBot
) -> None:
    desk.practices.choose(Question.TIE, Option.SECOND_VOTE, datetime.date(2025, 12, 1))
    desk.practices.choose(Question.TIE, Option.REJECTED_AT_ONCE, datetime.date(2026, 1, 1))
    screen.refresh()
    said = texts(screen)
    assert "from 1 December 2025 to 31 December 2025" in said
    assert "from 1 January 2026 on" in said
    assert "as noted by the secretariat; no decision is recorded" in said
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    next(one for one in screen.commands() if one.title == "Take back").act()
    at = QApplication.focusWidget()
    assert isinstance(at, LinkedText)
    assert at.selectedText() == "Choose another answer\N{NO-BREAK SPACE}…"
    assert len(desk.practices.all()) == 1


def test_after_an_answer_is_recorded_the_keyboard_stays_at_its_question(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.go_to("tie")
    assert screen.practices is not None
    part = screen.practices.questions[Question.TIE]
    finish(part.form.field("reason").editors[0])
    QApplication.processEvents()
    assert part.draft.isHidden()
    at = QApplication.focusWidget()
    assert isinstance(at, LinkedText)
    assert part.isAncestorOf(at)


def test_two_answers_from_one_day_are_refused_in_words_and_the_card_stays(
    screen: SettingsScreen, desk: Secretariat
) -> None:
    desk.practices.choose(Question.TIE, Option.SECOND_VOTE, OPENS)
    screen.refresh()
    screen.go_to("tie")
    assert screen.practices is not None
    draft = screen.practices.questions[Question.TIE].draft
    finish(draft.form.field("reason").editors[0])
    assert draft.isVisible()
    assert "Another answer holds from 24 November 2026 already" in texts(draft)


@pytest.mark.parametrize("option", [one.ways[1].option for one in OPEN_QUESTIONS.values()])
def test_each_answer_is_seen_as_in_force_from_its_day_on(
    screen: SettingsScreen, desk: Secretariat, option: Option
) -> None:
    question = next(one for one in OPEN_QUESTIONS.values() if one.ways[1].option is option)
    desk.practices.choose(question.question, option, OPENS)
    screen.refresh()
    assert f"{question.title}. {question.ways[1].sentence}" in texts(screen)
    screen.show_as_of(OPENS - datetime.timedelta(days=1))
    QApplication.processEvents()
    assert f"{question.title}. {question.ways[0].sentence}" in texts(screen)


def bars(screen: CommitteeScreen) -> set[bytes]:
    """What the bars by year are painted with, away from their names: hue and pattern."""
    chart = screen.years.chart
    chart.resize(900, chart.height_for(900))
    ends = [QRect(round(box.right()) - 24, round(box.top()) + 4, 16, 12) for box in chart.boxes()]
    return {bytes(chart.grab(end).toImage().constBits()) for end in ends}


def test_r29_the_committee_shows_continents_without_the_groups_hues_where_chosen(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    desk.practices.choose(Question.REGIONS, Option.M49_REGION, OPENS)
    with held(CommitteeScreen(desk, language, alerts)) as screen:
        shown(screen)
        column = next(one for one in screen.list.model.columns if one.title == "Region")
        rows = list(screen.list.model.rows)
        assert {column.display(line, language.words) for line in rows} == {"Americas", "Africa", "Europe"}
        assert column.mark is not None
        marks = [shape for line in rows if (shape := column.mark(line)) is not None]
        assert {shape.region for shape in marks} == {Continent.AMERICAS, Continent.AFRICA, Continent.EUROPE}
        pictures = [one.toImage() for shape in marks if (one := shape.picture()) is not None]
        assert len({bytes(one.constBits()) for one in pictures}) == 3, "each continent is told from the others"
        assert len(bars(screen)) == 3
        screen.show_as_of(OPENS - datetime.timedelta(days=1))
        marks = [shape for line in screen.list.model.rows if (shape := column.mark(line)) is not None]
        groups = {RegionalGroup.GRULAC, RegionalGroup.AFRICAN, RegionalGroup.WEOG}
        assert {shape.region for shape in marks} == groups
        assert len(bars(screen)) == 3


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        (Language.EN, "silent", "quorum"), (Language.EN, "practice", "secrecy"),
        (Language.EN, "observers seat", "eligible"), (Language.EN, "lines to sign", "signed_minutes"),
        (Language.ES, "200", "size"), (Language.ES, "size of text", "size"), (Language.FR, "fuseau", "time_zone"),
    ],
)  # fmt: skip
def test_what_settings_offers_is_found_by_its_words(qtbot: QtBot, language: Language, text: str, key: str) -> None:
    went: list[Place] = []
    window, current = QWidget(), CurrentLanguage(language)
    qtbot.addWidget(window)
    words = current.words
    palette = CommandPalette(window, current, lambda: tuple(settings_found(went.append, words, registered=True)), None)
    palette.open(text)
    for hit in palette.hits():
        hit.act()
    assert Place("settings", key) in went
    assert [one.key for one in settings_places(words, registered=False)] == [*WINDOW, "keys"]


def settings_places(words: Catalog, *, registered: bool) -> list[Place]:
    """All places of settings, in their order."""
    went: list[Place] = []
    for hit in settings_found(went.append, words, registered=registered):
        hit.act()
    return went


def test_every_setting_that_is_found_is_gone_to(screen: SettingsScreen, language: CurrentLanguage) -> None:
    fields = {*screen.window_form._rows, *screen.organisation_form._rows, *screen.documents_form._rows}
    found = [place.key for place in settings_places(language.words, registered=True)]
    assert fields | {"keys", "messages", "numbers"} == set(found) - set(map(str, Question)) - set(map(str, Figure)), (
        "no setting is forgotten, none is found that is not there"
    )
    assert {*map(str, Question), *map(str, Figure)} <= set(found)
    for key in sorted(fields):
        screen.go_to(key)
        form = next(one for one in (screen.window_form, *screen._stored) if one.has(key))
        assert form.field(key).editors[0].hasFocus(), key
    screen.go_to("keys")
    assert screen.keys.table.view.hasFocus()
    for key, part in (("messages", screen.messages), ("numbers", screen.figures)):
        screen.go_to(key)
        held = QApplication.focusWidget()
        assert part is not None
        assert held is not None
        assert part.isAncestorOf(held)
