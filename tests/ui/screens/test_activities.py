"""Activities: written down by keys, what is missing seen in the list, the year in figures, told in words."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.days import year_to_look_at
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import Partner, PartnerKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage import undo
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.list_export import sheet_of
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.activities import ActivitiesScreen
from tests.registers import OPENS, said
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

ON = OPENS
ACADEMY = Partner("academy", said("Academy of reporting"), PartnerKind.ACADEMIA)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        secretariat.partners.save(ACADEMY)
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[ActivitiesScreen]:
    with held(ActivitiesScreen(desk, language, alerts)) as screen:
        shown(screen, ON)
        hearing(screen, desk)
        yield screen


def kept(desk: Secretariat, on: str, *objectives: Objective, who: tuple[str, ...] = (), title: str = "Workshop") -> str:
    day = datetime.date.fromisoformat(on)
    one = Activity("", ActivityKind.WORKSHOP, said(title), day, day, objectives=objectives)
    return desk.activities.save(one, desk.activities.recognised(who)).key


def told(alerts: Alerts, language: CurrentLanguage) -> str:
    return alerts.notice.what.said_in(language.words) if alerts.notice else ""


def test_an_empty_register_says_what_belongs_here_and_begins_by_its_button(
    screen: ActivitiesScreen, desk: Secretariat
) -> None:
    assert "what is noted here with its objectives and its result" in texts(screen)
    (button,) = (
        one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == "Record an activity"
    )
    button.click()
    assert screen.card.isVisible()
    type_into(screen.detail.form.name.editors[0], "Exchange on databases")
    finish(screen.detail.form.name.editors[0])
    (line,) = desk.activities.between(ON, ON).lines
    assert (line.activity.title.en, line.activity.begins_on) == ("Exchange on databases", ON)
    assert not screen.card.isVisible()
    assert screen.current_key() == line.key


def test_an_activity_is_written_down_whole(
    screen: ActivitiesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    press(screen, "Record an activity")
    form = screen.detail.form
    type_into(form.name.editors[0], "Workshop on indicators")
    type_into(form.begins.editors[0], "3 March 2026")
    type_into(form.ends.editors[0], "4 March 2026")
    for number in ("2.", "6."):
        next(one for one in form.objectives.editors if isinstance(one, QPushButton) and one.text() == number).click()
    type_into(form.hosts.editors[0], "Maroc")
    type_into(form.participants.editors[0], "Brasil; Academy of reporting; Morocco")
    type_into(form.result.editors[0], "A common list.")
    finish(form.result.editors[0])
    (line,) = desk.activities.between(datetime.date(2026, 1, 1), ON).lines
    assert line.activity.objectives == (Objective.CAPACITIES, Objective.KNOWLEDGE_HUB)
    assert line.activity.ends_on == datetime.date(2026, 3, 4)
    assert [(one.part.state, one.part.partner, one.part.host) for one in line.attendees] == [
        ("MAR", None, True), ("BRA", None, False), (None, "academy", False),
    ]  # fmt: skip
    assert told(alerts, language) == "The activity “Workshop on indicators” is recorded."
    assert line.missing == (Missing.LANGUAGE,)


def test_who_is_not_known_is_named_under_the_field_and_what_was_typed_stays(
    screen: ActivitiesScreen, desk: Secretariat
) -> None:
    press(screen, "Record an activity")
    form = screen.detail.form
    type_into(form.name.editors[0], "Workshop")
    type_into(form.participants.editors[0], "Atlantis")
    finish(form.participants.editors[0])
    assert "“Atlantis” is neither a State nor a partner of the register." in texts(screen)
    assert desk.activities.years() == ()
    assert form.name.value().en == "Workshop"


def test_two_letters_offer_states_and_partners_and_the_message_leads_to_partners(
    screen: ActivitiesScreen, desk: Secretariat, alerts: Alerts
) -> None:
    screen.begin()
    form = screen.detail.form
    form.name.editors[0].setFocus()
    hosts = form.hosts
    hosts.editors[0].setFocus()
    QApplication.processEvents()
    QTest.keyClicks(hosts.editors[0], "ohc")
    assert hosts.list.rows == ("Office of the United Nations High Commissioner for Human Rights (OHCHR)",)
    hosts._take(0)
    QTest.keyClick(hosts.editors[0], Qt.Key.Key_Return)
    QTest.keyClicks(hosts.editors[0], "Marru")
    assert hosts.list.rows == ("Morocco",)
    hosts._take(0)
    assert hosts.value() == ("Office of the United Nations High Commissioner for Human Rights (OHCHR)", "Morocco")
    assert hosts.fault is None
    QTest.keyClick(hosts.editors[0], Qt.Key.Key_Return)
    QTest.keyClicks(hosts.editors[0], "Atlantis")
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    screen._save()
    assert alerts.notice is not None
    alerts.notice.offers[0].act()
    assert asked == [Place("partners")]
    assert desk.activities.years() == ()


def test_the_list_shows_a_year_and_what_is_missing_of_each(screen: ActivitiesScreen, desk: Secretariat) -> None:
    whole = kept(desk, "2026-11-20", Objective.EXCHANGE, who=("Kenya",))
    bare = kept(desk, "2026-02-01")
    kept(desk, "2025-05-05", Objective.CREATION, title="Earlier")
    assert [line.key for line in screen.list.model.rows] == [whole, bare], "the latest first"
    column = next(one for one in screen.list.model.columns if one.title == "What is missing")
    said_of = {line.key: column.text(line, screen.words) for line in screen.list.model.rows}
    assert said_of == {whole: "no result", bare: "no objective, no result"}
    screen.filters.lacking.load(Missing.OBJECTIVE, over=True)
    screen.filters.changed.emit()
    assert [line.key for line in screen.list.model.rows] == [bare]
    screen.filters.show_all()
    screen.filters.year.load(None, over=True)
    screen.filters.year_chosen.emit()
    assert len(screen.list.model.rows) == 3
    screen.go_to("2025")
    assert len(screen.list.model.rows) == 3, "all years stay"


def test_a_place_leads_to_a_year_to_an_activity_and_to_a_new_one(screen: ActivitiesScreen, desk: Secretariat) -> None:
    kept(desk, "2026-11-20")
    earlier = kept(desk, "2025-05-05", title="Earlier")
    screen.go_to("2025")
    assert [line.activity.title.en for line in screen.list.model.rows] == ["Earlier"]
    screen.go_to("2026")
    screen.go_to(earlier)
    assert screen.current_key() == earlier
    screen.go_to("!new")
    assert screen.card.isVisible()


def test_the_year_is_that_of_the_day_that_is_looked_at_until_another_is_chosen(
    screen: ActivitiesScreen, desk: Secretariat
) -> None:
    kept(desk, "2026-11-20")
    kept(desk, "2025-05-05", title="Earlier")
    screen.show_as_of(datetime.date(2025, 12, 1))
    assert [line.activity.title.en for line in screen.list.model.rows] == ["Earlier"]
    screen.go_to("2026")
    screen.show_as_of(datetime.date(2024, 12, 1))
    assert [line.activity.title.en for line in screen.list.model.rows] == ["Workshop"]


def test_a_year_that_was_chosen_stays_whatever_is_recorded_in_others(
    screen: ActivitiesScreen, desk: Secretariat
) -> None:
    kept(desk, "2026-11-20")
    screen.show_as_of(datetime.date(2027, 1, 20))
    screen.go_to("2027")
    kept(desk, "2027-01-10", title="First")
    screen.go_to("2026")
    kept(desk, "2026-10-10", title="Second")
    assert [line.activity.title.en for line in screen.list.model.rows] == ["Workshop", "Second"]


def test_a_link_into_the_year_that_is_followed_chooses_none(screen: ActivitiesScreen, desk: Secretariat) -> None:
    last = kept(desk, "2026-11-20")
    screen.show_as_of(datetime.date(2027, 1, 20))
    screen.go_to(last)
    kept(desk, "2027-01-25", title="New")
    screen.show_as_of(datetime.date(2027, 1, 26))
    assert [line.activity.title.en for line in screen.list.model.rows] == ["New"]


def test_nothing_of_this_year_or_the_last_shows_this_one() -> None:
    assert year_to_look_at({2023, 2024}, datetime.date(2026, 6, 1)) == 2026
    assert year_to_look_at({2023, 2025}, datetime.date(2026, 6, 1)) == 2025


def test_in_january_the_year_that_is_over_is_shown_until_something_of_the_new_one_is_recorded(
    screen: ActivitiesScreen, desk: Secretariat
) -> None:
    """Whoever prepared the review in January found an empty list, and was told to clear what nobody had typed."""
    kept(desk, "2026-11-20")
    screen.show_as_of(datetime.date(2027, 1, 20))
    assert [line.activity.title.en for line in screen.list.model.rows] == ["Workshop"]
    screen.go_to("2027")
    assert "No activity of this year is recorded" in texts(screen.list)
    assert "typed" not in texts(screen.list)
    screen.go_to("2026")
    screen.filters.objective.load(Objective.CREATION, over=True)
    screen.filters.changed.emit()
    assert "No row matches the filter" in texts(screen.list)


def test_the_new_year_is_shown_once_something_of_it_is_recorded(screen: ActivitiesScreen, desk: Secretariat) -> None:
    kept(desk, "2026-11-20")
    screen.show_as_of(datetime.date(2027, 1, 20))
    kept(desk, "2027-01-10", title="First")
    screen.show_as_of(datetime.date(2027, 1, 21))
    assert [line.activity.title.en for line in screen.list.model.rows] == ["First"]


def test_the_figures_are_told_in_words(screen: ActivitiesScreen, desk: Secretariat) -> None:
    kept(desk, "2026-03-20", Objective.EXCHANGE, Objective.CREATION, who=("Kenya", "Morocco", "Brazil"))
    kept(desk, "2026-03-21", Objective.EXCHANGE, who=("Brazil",))
    figures = screen.detail.figures
    assert "3. Exchange of experiences: 2" in figures.objectives.accessibleDescription()
    regions = figures.regions.accessibleDescription()
    assert "Latin American and Caribbean: 2" in regions
    assert "African: 1" in regions
    assert "March: 2" in figures.months.accessibleDescription()
    screen.language.switch(Language.FR)
    QApplication.processEvents()
    assert "mars : 2" in figures.months.accessibleDescription().replace("\u00a0", " ")
    screen.language.switch(Language.EN)


def test_enter_puts_an_activity_right_and_undo_brings_back_what_it_was(
    screen: ActivitiesScreen, desk: Secretariat
) -> None:
    key = kept(desk, "2026-11-20", who=("Kenya",))
    screen.list.select(key)
    screen.list.view.setFocus()
    QTest.keyClick(screen.list.view, Qt.Key.Key_Return)
    form = screen.detail.form
    assert form.participants.value() == ("Kenya",)
    type_into(form.participants.editors[0], "Kenya; Ghana")
    finish(form.participants.editors[0])
    line = desk.activities.line(key, ON)
    assert line is not None
    assert {state.iso3 for state in line.states} == {"KEN", "GHA"}
    undo.undo(desk.store)
    line = desk.activities.line(key, ON)
    assert line is not None
    assert [state.iso3 for state in line.states] == ["KEN"]


def test_an_activity_with_files_is_kept_and_one_without_is_struck_out(
    screen: ActivitiesScreen, desk: Secretariat, alerts: Alerts, language: CurrentLanguage
) -> None:
    day = datetime.date(2026, 11, 20)
    report = NewFile("report.pdf", b"%PDF-1.7", Filing.OTHER)
    desk.activities.save(Activity("", ActivityKind.VISIT, said("Visit"), day, day), (), [report])
    assert "report.pdf" in texts(screen)
    press(screen, "Strike out the activity")
    assert "report.pdf" in told(alerts, language)
    assert len(screen.list.model.rows) == 1
    (file,) = screen.files.rows.commands()[-1:]
    assert file.title == "Remove"
    file.act()
    press(screen, "Strike out the activity")
    assert told(alerts, language) == "The activity “Visit” is struck out."
    assert desk.activities.years() == ()


def test_files_dropped_while_an_activity_is_written_down_are_its_own(
    screen: ActivitiesScreen, desk: Secretariat, tmp_path: Path
) -> None:
    other = kept(desk, "2026-11-20", title="Another one")
    screen.list.select(other)
    press(screen, "Record an activity")
    paper = tmp_path / "notes.txt"
    paper.write_bytes(b"notes")
    screen.drop.dropped.emit([paper])
    type_into(screen.detail.form.name.editors[0], "With notes")
    finish(screen.detail.form.name.editors[0])
    files = {
        line.activity.title.en: line.files for line in desk.activities.between(datetime.date(2026, 1, 1), ON).lines
    }
    assert files == {"Another one": 0, "With notes": 1}


def test_the_list_leaves_as_it_is_shown(screen: ActivitiesScreen, desk: Secretariat) -> None:
    key = kept(desk, "2026-11-20", Objective.EXCHANGE, who=("Kenya",))
    line = desk.activities.line(key, ON)
    assert line is not None
    desk.activities.save(
        replace(line.activity, ends_on=datetime.date(2026, 11, 21)), [one.part for one in line.attendees]
    )
    sheet = sheet_of(screen.list, screen.list.model.rows, screen.words)
    cells = dict(zip(sheet.headings, sheet.rows[0], strict=True))
    assert (cells["Last day"], cells["Result"]) == (datetime.date(2026, 11, 21), ""), "shown or not"
    assert (cells["Days"], cells["Activity"], cells["Took part"]) == (datetime.date(2026, 11, 20), "Workshop", "Kenya")


def test_what_was_struck_out_is_named_and_brought_back_from_the_message(
    screen: ActivitiesScreen, desk: Secretariat, alerts: Alerts
) -> None:
    day = datetime.date(2026, 3, 3)
    line = Activity("", ActivityKind.WORKSHOP, said("Peer exchange"), day, day)
    desk.activities.save(line, desk.activities.recognised(("Morocco", "Portugal")))
    screen.refresh()
    screen.list.select_first()
    screen.strike()
    assert alerts.notice is not None
    assert "Peer exchange" in alerts.notice.what.said_in(screen.words)
    (offer,) = alerts.notice.offers
    assert offer.label == "Undo"
    step = desk.steps.undo_next()
    assert step is not None
    assert step.said_in(screen.words) == "strike out an activity – Peer exchange"
    offer.act()
    assert alerts.notice is not None
    assert alerts.notice.what.said_in(screen.words) == "Undone: strike out an activity – Peer exchange."
    assert len(desk.activities.between(day, day).lines) == 1


def test_another_activity_is_shown_from_its_top(screen: ActivitiesScreen, desk: Secretariat) -> None:
    for month in range(1, 4):
        day = datetime.date(2026, month, 3)
        desk.activities.save(Activity("", ActivityKind.WORKSHOP, said(f"Workshop {month}"), day, day), ())
    screen.resize(900, 320)
    screen.refresh()
    QApplication.processEvents()
    bar = screen.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    rows = screen.list.model.rows
    other = next(one for one in rows if screen.list.current is not None and one.key != screen.list.current.key)
    screen.list.select(other.key)
    QApplication.processEvents()
    assert bar.value() == 0
