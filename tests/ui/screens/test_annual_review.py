"""The annual review by a coordinator in January: drafted, written over in French, issued, put on the agenda."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.annual_review import ReviewPart, ReviewPeriod
from nmirf_desktop.domain.drafted import in_all
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.activities import DRAFT_REVIEW, ActivitiesScreen
from nmirf_desktop.ui.screens.annual_review import AnnualReviewScreen
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from tests.registers import said
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

SLOT = "activities:count"
JANUARY = datetime.date(2027, 1, 5)
YEAR = ReviewPeriod.of_year(2026)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[AnnualReviewScreen]:
    with held(AnnualReviewScreen(desk, language, alerts)) as screen:
        hearing(screen, desk)
        shown(screen, JANUARY)
        yield screen


def record(desk: Secretariat, month: int = 3) -> None:
    day = datetime.date(2026, month, 3)
    one = Activity("", ActivityKind.WORKSHOP, said("Workshop"), day, day, objectives=(Objective.EXCHANGE,))
    desk.activities.save(one, ())


def plan_meeting(desk: Secretariat) -> None:
    (old,) = desk.meetings.list()
    day = datetime.date(2027, 1, 26)
    later = replace(old, key="later", symbol="NMIRF/2027", number=3, counts_for=2027, opens_on=day, closes_on=day)
    desk.meetings.save(later)
    desk.agendas.fill("later")


def test_the_screen_of_activities_leads_to_the_review_of_the_year_shown(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    record(desk)
    with held(ActivitiesScreen(desk, language, alerts)) as screen:
        shown(screen)
        asked: list[Place] = []
        screen.asked.connect(asked.append)
        press(screen, DRAFT_REVIEW)
        assert asked == [Place("annual-review", "2026")]


def test_a_paragraph_is_written_in_french_and_stays(screen: AnnualReviewScreen, desk: Secretariat) -> None:
    record(desk)
    assert screen.period == YEAR
    screen.go_to(f"2026:{SLOT}")
    assert "as drafted" in texts(screen)
    press(screen, "Write the paragraph")
    french = screen.card.form.field("text").editors[1]
    type_into(french, "Un atelier a eu lieu.")
    finish(french)
    told = next(one for one in desk.annual_reviews.read(YEAR, JANUARY).told if one.slot == SLOT)
    assert told.text.fr == "Un atelier a eu lieu."
    assert told.text.en == told.draft.en
    assert screen.current_key() == f"2026:{SLOT}"
    record(desk, 6)
    assert "its facts have changed since" in texts(screen)
    assert "two workshops" in texts(screen)
    press(screen, "Keep what is written")
    assert "written by hand" in texts(screen)
    press(screen, "Take the draft again")
    assert "as drafted" in texts(screen)


def test_a_paragraph_of_ones_own_is_added_and_taken_out(screen: AnnualReviewScreen, desk: Secretariat) -> None:
    record(desk)
    screen.go_to("2026:ahead:unserved")
    press(screen, "Add a paragraph")
    english = screen.new_card.form.field("text").editors[0]
    type_into(english, "A strategy could be drawn up.")
    finish(english)
    assert "added by hand" in texts(screen)
    press(screen, "Take the paragraph out")
    assert "A strategy could be drawn up." not in texts(screen)


def test_it_goes_to_its_document_and_onto_the_agenda(screen: AnnualReviewScreen, desk: Secretariat) -> None:
    record(desk)
    plan_meeting(desk)
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    press(screen, "Show the document")
    assert asked == [Place("documents", "annual-review:2026")]
    press(screen, "Put it on the agenda")
    named = [one.item.documents for one in desk.agendas.items("later") if one.item.documents]
    assert named == [("NMIRF/REV/2026",), ("NMIRF/REV/2026",)]


@pytest.mark.parametrize("period", ["2026", "2019", "2025-03-01/2026-02-28"])
def test_the_screen_of_documents_shows_the_review_of_any_period(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts, period: str
) -> None:
    record(desk)
    with held(DocumentsScreen(desk, InlineJobs(), language, alerts)) as screen:
        shown(screen, JANUARY)
        screen.go_to(f"annual-review:{period}")
        request = screen.request()
        assert request is not None
        assert (request.kind, request.part, request.on) == (DocumentKind.REVIEW, period, JANUARY)
        assert screen.current_key() == f"annual-review:{period}"


def test_a_year_of_nothing_says_so_and_leads_on(screen: AnnualReviewScreen) -> None:
    screen.go_to("2019")
    assert "Nothing is recorded of this period" in texts(screen)
    asked: list[Place] = []
    screen.asked.connect(asked.append)
    next(one for one in screen.findChildren(QPushButton) if one.text() == "Record an activity").click()
    assert asked == [Place("activities", "!new")]


def test_an_earlier_day_shows_the_period_that_is_usual_on_it(screen: AnnualReviewScreen, desk: Secretariat) -> None:
    record(desk)
    screen.go_to("2026")
    screen.show_as_of(datetime.date(2025, 11, 3))
    assert screen.period == ReviewPeriod.of_year(2025)
    screen.show_as_of(JANUARY)
    assert screen.period == YEAR


def test_what_to_know_is_seen_before_it_is_printed(screen: AnnualReviewScreen, desk: Secretariat) -> None:
    record(desk)
    screen.go_to("2026")
    assert "No activity of the period serves this objective: 1. Creation of NMIRFs." in texts(screen)


@pytest.mark.parametrize("tongue", list(Language))
def test_it_speaks_each_language(
    screen: AnnualReviewScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language
) -> None:
    record(desk)
    language.switch(tongue)
    screen.go_to(f"2026:{SLOT}")
    wanted = {Language.EN: "one activity", Language.FR: "une activité", Language.ES: "una actividad"}[tongue]
    assert wanted in texts(screen)


def lacking(screen: AnnualReviewScreen) -> dict[str, list[Place]]:
    """What is said to be lacking before the print, and where its links lead."""
    return {
        row.said: [part.place for part in row.what if isinstance(part, Link)]
        for row in screen.cautions.made
    }  # fmt: skip


def test_all_that_the_print_lacks_is_named_and_leads_to_the_form_and_the_field(
    screen: AnnualReviewScreen, desk: Secretariat
) -> None:
    day = datetime.date(2026, 3, 3)
    one = Activity("", ActivityKind.WORKSHOP, said("Workshop"), day, day, Trilingual("Kisumu"))
    key = desk.activities.save(one, ()).key
    slot = desk.annual_reviews.add(YEAR, ReviewPart.HUB, Trilingual("Much remains to be done."))
    found = lacking(screen)
    assert found["Activity “Workshop”: no objective"] == [Place("activities", key, "objectives")]
    assert found["Activity “Workshop”: no result"] == [Place("activities", key, "result")]
    assert found["Activity “Workshop”: place: missing in French, Spanish"] == [
        Place("activities", key, "place:fr"), Place("activities", key, "place:es"),
    ]  # fmt: skip
    where = "Contributions to the virtual knowledge hub: paragraph written by hand: missing in French, Spanish"
    paragraph = f"2026:{slot}"
    assert found[where] == [
        Place("annual-review", paragraph, "text:fr"), Place("annual-review", paragraph, "text:es"),
    ]  # fmt: skip
    screen.go_to(paragraph)
    screen.write_at(paragraph, "text:es")
    assert screen.card.isVisible()
    assert QApplication.focusWidget() is screen.card.form.field("text").editors[2]


def test_texts_that_nobody_has_reviewed_are_counted_before_the_print(
    screen: AnnualReviewScreen, desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    record(desk)
    unreviewed = "Texts that nobody has reviewed yet, each language by itself: 3. They are listed under Texts."
    assert unreviewed not in lacking(screen)
    slot = desk.annual_reviews.add(YEAR, ReviewPart.AHEAD, in_all(lambda words: words.language))
    drafted = replace(in_all(lambda words: words.language), reviewed="")
    desk.annual_reviews.write(YEAR, slot, drafted, JANUARY)
    assert lacking(screen)[unreviewed] == [Place("texts")]
    (content,) = desk.papers.contents(Request(DocumentKind.REVIEW, None, part="2026", on=JANUARY))
    assert unreviewed in [one.said_in(language.words) for one in content.cautions]


def test_the_field_of_an_activity_is_opened_from_elsewhere(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    record(desk)
    (line,) = desk.activities.between(YEAR.first, YEAR.last).lines
    with held(ActivitiesScreen(desk, language, alerts)) as screen:
        shown(screen, JANUARY)
        screen.go_to(line.key)
        screen.write_at(line.key, "result:fr")
        assert screen.card.isVisible()
        assert QApplication.focusWidget() is screen.detail.form.result.editors[1]


def test_a_new_paragraph_is_of_the_review_for_which_its_card_was_opened(
    screen: AnnualReviewScreen, desk: Secretariat
) -> None:
    """Another period was chosen before it was recorded; what was written is shown then in its own."""
    record(desk)
    press(screen, "Add a paragraph")
    assert "2026" in screen.new_card.name
    type_into(screen.new_card.form.field("text").editors[0], "The year was a good one.")
    other = ReviewPeriod.of_year(2025)
    screen.go_to(other.written())
    assert screen.new_card.isVisible()
    screen.new_card.done.emit()

    def has(period: ReviewPeriod) -> bool:
        return any("a good one" in told.text.en for told in desk.annual_reviews.read(period, JANUARY).told)

    assert has(YEAR)
    assert not has(other)
    assert screen.period == YEAR
    assert screen.list.current is not None
    assert "a good one" in screen.list.current.text.en
