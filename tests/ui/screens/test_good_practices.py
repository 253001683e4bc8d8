"""Good practices and the knowledge hub by keyboard: recorded in a minute, shared, contributed, counted (R43)."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.contributions import Contribution, ContributionKind, ContributionState
from nmirf_desktop.domain.good_practices import Area, GoodPractice, SharedWith
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.contributions import ContributionsScreen
from nmirf_desktop.ui.screens.good_practices import GoodPracticesScreen
from tests.registers import OPENS
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

TITLE = Trilingual.final("Shared table", "Tableau commun", "Tabla común")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[GoodPracticesScreen]:
    with held(GoodPracticesScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


@pytest.fixture
def hub(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[ContributionsScreen]:
    with held(ContributionsScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen)
        yield screen


def record(desk: Secretariat, state: str = "MAR", *, agreed: bool = True) -> GoodPractice:
    one = GoodPractice(
        "", state, TITLE, Area.DATA, OPENS, objectives=(Objective.EXCHANGE,), consented_on=OPENS if agreed else None
    )
    return desk.good_practices.record(one)


def listed(hub: ContributionsScreen) -> int:
    return len(hub.list.model.rows)


def test_in_january_the_hub_shows_the_year_that_is_over(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    desk.contributions.record(Contribution("", ContributionKind.EVENT, TITLE, OPENS))
    with held(ContributionsScreen(desk, language, alerts)) as hub:
        shown(hub, OPENS.replace(year=OPENS.year + 1, month=1))
        assert listed(hub) == 1
        hub.go_to(str(OPENS.year + 1))
        assert "No contribution of this year is recorded" in texts(hub.list)


def said(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def test_a_practice_is_recorded_by_keyboard_with_its_state_and_title_alone(
    screen: GoodPracticesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    press(screen, "Record a good practice")
    form = screen.detail.form
    assert form.state.editors[0].hasFocus()
    type_into(form.state.editors[0], "Morocco")
    type_into(form.name.editors[0], "Shared table of recommendations")
    finish(form.name.editors[0])
    (line,) = desk.good_practices.lines(OPENS)
    assert (line.practice.state, line.practice.title.en) == ("MAR", "Shared table of recommendations")
    assert line.missing == (Missing.CONSENT, Missing.OBJECTIVE, Missing.LANGUAGE)
    assert screen.list.current == line
    assert "recorded" in said(alerts, language)
    assert screen.list.view.hasFocus()


def test_without_a_state_nothing_is_recorded_and_the_field_says_why(
    screen: GoodPracticesScreen, desk: Secretariat
) -> None:
    press(screen, "Record a good practice")
    type_into(screen.detail.form.name.editors[0], "Shared table")
    finish(screen.detail.form.name.editors[0])
    assert screen.detail.form.refuses("state")
    assert desk.good_practices.lines(OPENS) == ()
    assert screen.card.isVisible()


def test_what_has_no_consent_is_asked_for_once_more_before_it_is_recorded_as_shared(
    screen: GoodPracticesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    one = record(desk, agreed=False)
    press(screen, "Record that it was shared")
    finish(screen.detail.share_form.on.editors[0])
    assert "has not agreed" in said(alerts, language)
    assert desk.good_practices.shared(one.key, OPENS) == ()
    assert alerts.notice is not None
    no, yes = alerts.notice.offers
    assert (no.label, yes.label) == ("No, do not record it", "Yes, record it"), "the keyboard is on the first"
    no.act()
    assert desk.good_practices.shared(one.key, OPENS) == ()
    finish(screen.detail.share_form.on.editors[0])
    yes.act()
    (line,) = desk.good_practices.shared(one.key, OPENS)
    assert (line.without_consent, line.sharing.shared_with) == (True, SharedWith.MEMBERS)
    row = screen.list.current
    assert row is not None
    assert row.unconsented


def test_what_the_state_withdrew_is_asked_about_and_may_be_shared_once_it_agreed_again(
    screen: GoodPracticesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    held = record(desk)
    desk.good_practices.record(dataclasses.replace(held, consented_on=OPENS - datetime.timedelta(days=9)))
    press(screen, "Correct the practice")
    type_into(screen.detail.form.withdrawn.editors[0], "23 November 2026")
    finish(screen.detail.form.withdrawn.editors[0])
    press(screen, "Record that it was shared")
    finish(screen.detail.share_form.on.editors[0])
    assert "withdrew “Shared table” on 23" in said(alerts, language)
    assert alerts.notice is not None
    _, yes = alerts.notice.offers
    yes.act()
    (line,) = desk.good_practices.lines(OPENS)
    assert (line.shared, line.unconsented) == (1, True)
    press(screen, "Correct the practice")
    type_into(screen.detail.form.renewed.editors[0], "22 November 2026")
    finish(screen.detail.form.renewed.editors[0])
    assert screen.detail.form.refuses("renewed_on"), "not before the withdrawal"
    type_into(screen.detail.form.renewed.editors[0], "24 November 2026")
    finish(screen.detail.form.renewed.editors[0])
    (line,) = desk.good_practices.lines(OPENS)
    assert line.practice.consents(OPENS)
    assert "the State agreed again on" in texts(screen.detail.told)


def test_a_practice_with_consent_is_shared_with_named_states_at_once(
    screen: GoodPracticesScreen, desk: Secretariat
) -> None:
    one = record(desk)
    press(screen, "Record that it was shared")
    form = screen.detail.share_form
    form.shared_with.load(SharedWith.STATES, over=True)
    finish(form.on.editors[0])
    assert form.refuses("states"), "they are named"
    type_into(form.states.editors[0], "Brasil; Ghana")
    finish(form.on.editors[0])
    (line,) = desk.good_practices.shared(one.key, OPENS)
    assert line.sharing.states == ("BRA", "GHA")
    assert "Brazil, Ghana" in texts(screen.detail.given)


def test_the_list_is_filtered_by_area_region_and_what_is_missing(
    screen: GoodPracticesScreen, desk: Secretariat
) -> None:
    record(desk)
    other = record(desk, "PRT", agreed=False)
    desk.good_practices.record(dataclasses.replace(other, area=Area.REPORTING))
    screen.filters.area.load(Area.REPORTING, over=True)
    screen.filters.changed.emit()
    assert [line.state.iso3 for line in screen.list.model.rows] == ["PRT"]
    screen.filters.show_all()
    screen.filters.lacking.load(Missing.CONSENT, over=True)
    screen.filters.changed.emit()
    assert [line.state.iso3 for line in screen.list.model.rows] == ["PRT"]
    screen.filters.show_all()
    region = next(one for one in screen.filters.region.values if one is not None and "Afric" in one.label)
    screen.filters.region.load(region, over=True)
    screen.filters.changed.emit()
    assert [line.state.iso3 for line in screen.list.model.rows] == ["MAR"]
    screen.go_to(other.key)
    assert screen.current_key() == other.key, "whatever is filtered"


def test_the_sheet_and_the_hub_are_one_step_away(screen: GoodPracticesScreen, desk: Secretariat) -> None:
    one, places = record(desk), list[Place]()
    screen.asked.connect(places.append)
    press(screen, "Practice sheet")
    press(screen, "Contribute to the knowledge hub")
    assert places == [Place("documents", f"practice-sheet:{one.key}"), Place("knowledge-hub", f"practice:{one.key}")]


def test_a_contribution_has_the_language_of_its_practice(desk: Secretariat) -> None:
    practice = record(desk)
    french = dataclasses.replace(practice, languages=(), title=Trilingual(fr="Base", source=Language.FR))
    assert desk.contributions.proposed(french, OPENS).language is Language.FR
    spanish = dataclasses.replace(french, languages=(Language.ES,))
    assert desk.contributions.proposed(spanish, OPENS, Language.EN).language is Language.ES
    assert desk.contributions.proposed(None, OPENS, Language.FR).language is Language.FR


def test_a_contribution_that_rests_on_a_practice_is_recorded_by_one_key(
    hub: ContributionsScreen, desk: Secretariat
) -> None:
    one = record(desk)
    hub.go_to(f"practice:{one.key}")
    assert hub.card.isVisible()
    finish(hub.detail.form.link.editors[0])
    (line,) = desk.contributions.of(one.key, OPENS)
    assert (line.contribution.state, line.stands) == ("MAR", ContributionState.TO_BE_SENT)
    press(hub, "Mark as sent")
    finish(hub.detail.sent_form.on.editors[0])
    press(hub, "Mark as published")
    type_into(hub.detail.published_form.link.editors[0], "https://example.org/hub")
    finish(hub.detail.published_form.link.editors[0])
    (line,) = desk.contributions.of(one.key, OPENS)
    assert (line.stands, line.contribution.link) == (ContributionState.PUBLISHED, "https://example.org/hub")
    assert hub.list.current == line


@pytest.mark.parametrize("agreed", [True, False])
def test_what_goes_out_without_the_consent_of_its_state_is_told_at_once_with_the_way_to_the_practice(
    hub: ContributionsScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage, *, agreed: bool
) -> None:
    """It was recorded without a word."""
    one = record(desk, agreed=agreed)
    hub.go_to(f"practice:{one.key}")
    finish(hub.detail.form.link.editors[0])
    press(hub, "Mark as sent")
    finish(hub.detail.sent_form.on.editors[0])
    assert ("without the consent of its State" in said(alerts, language)) is not agreed
    if not agreed:
        asked: list[Place] = []
        hub.asked.connect(asked.append)
        assert alerts.notice is not None
        alerts.notice.offers[0].act()
        assert asked == [Place("good-practices", one.key)]


def test_the_year_is_counted_by_kind_and_state_in_words_too(
    hub: ContributionsScreen, desk: Secretariat, language: CurrentLanguage
) -> None:
    begun = desk.contributions.proposed(None, OPENS)
    for state in ("MAR", "MAR", None):
        desk.contributions.record(dataclasses.replace(begun, title=TITLE, state=state, sent_on=OPENS))
    desk.contributions.record(dataclasses.replace(begun, title=TITLE, state="MAR"))
    desk.contributions.record(dataclasses.replace(begun, title=TITLE, prepared_on=datetime.date(2025, 5, 1)))
    QApplication.processEvents()
    told = hub.detail.figures.states.words_of()
    assert told == "Morocco: 2, The Network as a whole: 1"
    assert "Still to be sent, and not counted yet: 1." in texts(hub.detail.figures)
    assert listed(hub) == 4
    hub.go_to("2025")
    assert listed(hub) == 1
    hub.filters.year.load(None, over=True)
    hub.filters.year_chosen.emit()
    assert listed(hub) == 5
    language.switch(Language.FR)
    assert "Maroc" in hub.detail.figures.states.words_of()


def test_both_screens_begin_with_what_to_do(screen: GoodPracticesScreen, hub: ContributionsScreen) -> None:
    for one, label in ((screen, "Record a good practice"), (hub, "Record a contribution")):
        assert not one.list.isVisible()
        press(one, label)
        assert one.card.isVisible()
        QTest.keyClick(one.card, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)


def test_what_was_struck_out_comes_back_with_undo(
    screen: GoodPracticesScreen, hub: ContributionsScreen, desk: Secretariat
) -> None:
    record(desk)
    press(screen, "Strike out the practice")
    assert desk.good_practices.lines(OPENS) == ()
    desk.steps.undo()
    assert len(desk.good_practices.lines(OPENS)) == 1
    desk.contributions.record(dataclasses.replace(desk.contributions.proposed(None, OPENS), title=TITLE))
    QApplication.processEvents()
    press(hub, "Strike out the contribution")
    assert desk.contributions.years() == ()
    desk.steps.undo()
    assert desk.contributions.years() == (2026,)


def test_a_contribution_entered_after_it_was_sent_is_one_of_the_day_of_its_sending(
    hub: ContributionsScreen, desk: Secretariat
) -> None:
    """Entered on the day shown and sent weeks before, it is in a review that ends in between; both days stay."""
    one, went = record(desk), OPENS - datetime.timedelta(days=40)
    hub.go_to(f"practice:{one.key}")
    form = hub.detail.form
    assert form.prepared.value() == OPENS
    form.sent.load(went, over=True)
    finish(form.link.editors[0])
    (line,) = desk.contributions.of(one.key, OPENS)
    assert (line.contribution.sent_on, line.contribution.prepared_on) == (went, OPENS)
    between = desk.contributions.between(went, went, went)
    assert [found.key for found in between.lines] == [line.key]
