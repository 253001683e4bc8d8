"""A card left open on a screen that is out of sight: what came from elsewhere meanwhile is never put back by it."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.activities import Activity, ActivityKind
from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.contributions import Contribution, ContributionKind
from nmirf_desktop.domain.good_practices import Area, GoodPractice
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.members import Mechanism, MechanismType
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import CooperationNote, Partnership
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen
from nmirf_desktop.ui.screens.activities import ActivitiesScreen
from nmirf_desktop.ui.screens.annual_review import AnnualReviewScreen
from nmirf_desktop.ui.screens.contributions import ContributionsScreen
from nmirf_desktop.ui.screens.good_practices import GoodPracticesScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.screens.partnerships import PartnershipsScreen
from tests.registers import OPENS, said
from tests.ui.screens.offices import finish, hearing, held, office, press, shown, texts, type_into

S = TypeVar("S", bound=Screen)
BACK = Trilingual.final("Reviewed", "Relu", "Revisado", Language.FR)
"""What a translator sent back while the card was open."""
DRAFT = Trilingual(fr="Relu", source=Language.FR)
"""What it read when the card was opened."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


class Place(QStackedWidget):
    """The window's place for screens, with another one beside the one that is tested."""

    def __init__(self, screen: Screen, desk: Secretariat) -> None:
        super().__init__()
        self.addWidget(screen)
        self.addWidget(QWidget())
        hearing(screen, desk)
        screen.show_as_of(OPENS)
        self.resize(1200, 800)
        self.show()
        self.activateWindow()
        assert QTest.qWaitForWindowActive(self)

    def leave(self) -> None:
        """Go to another screen."""
        self.setCurrentIndex(1)

    def come_back(self) -> None:
        """Go to the screen again."""
        self.setCurrentIndex(0)
        QApplication.processEvents()


@contextmanager
def placed(screen: S, desk: Secretariat) -> Iterator[tuple[S, Place]]:
    """A screen in the window's place for it."""
    with held(screen):
        place = Place(screen, desk)
        try:
            yield screen, place
        finally:
            screen.setParent(None)
            place.close()


def add(editor: QWidget, letters: str = " x") -> None:
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, letters)


def planned(desk: Secretariat) -> PlannedAction:
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
    return desk.action_plans.save_action(
        PlannedAction("", priority.key, said("Visits"), reason=DRAFT, given_up_on=OPENS)
    )


def action_of(desk: Secretariat) -> PlannedAction:
    (plan,) = desk.action_plans.all()
    return next(one.action for one in desk.action_plans.lines(plan.key, OPENS) if one.action is not None)


def test_the_reason_of_an_action_that_came_back_translated_stays_when_another_day_is_recorded(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    action = planned(desk)
    with placed(ActionPlansScreen(desk, language, alerts), desk) as (screen, place):
        screen.go_to(action.key)
        screen.correct()
        place.leave()
        desk.action_plans.save_action(replace(action, reason=BACK))
        place.come_back()
        form = screen.action_card.form
        assert form.field("reason").value() == BACK, "the open card shows what came back"
        assert not screen.action_card.filled, "nobody typed in it"
        type_into(form.field("given_up_on").editors[0], "10 May 2026")
        finish(form.field("given_up_on").editors[0])
        assert not screen.action_card.isVisible()
        now = action_of(desk)
        assert now.reason == BACK
        assert now.given_up_on == datetime.date(2026, 5, 10)


def test_a_text_that_both_changed_is_said_before_it_is_recorded_and_then_recorded_as_it_stands(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    action = planned(desk)
    with placed(ActionPlansScreen(desk, language, alerts), desk) as (screen, place):
        screen.go_to(action.key)
        screen.correct()
        french = screen.action_card.form.field("reason").editors[1]
        add(french, " ici")
        place.leave()
        desk.action_plans.save_action(replace(action, reason=BACK.with_text(Language.FR, "Relu ailleurs")))
        place.come_back()
        assert "the register now has Français “Relu ailleurs”; recording puts Français “Relu ici”" in texts(screen)
        finish(french)
        assert screen.action_card.isVisible()
        assert "Nothing is recorded yet" in texts(screen.action_card)
        assert action_of(desk).reason.fr == "Relu ailleurs"
        finish(french)
        assert not screen.action_card.isVisible()
        assert (action_of(desk).reason.fr, action_of(desk).reason.en) == ("Relu ici", "Reviewed")


def test_what_changes_while_nobody_hears_of_it_is_seen_when_the_card_is_recorded(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    action = planned(desk)
    with held(ActionPlansScreen(desk, language, alerts)) as screen:
        shown(screen)
        screen.go_to(action.key)
        screen.correct()
        title = screen.action_card.form.field("title").editors[0]
        add(title)
        desk.action_plans.save_action(replace(action, reason=BACK))
        finish(title)
        assert action_of(desk).reason == BACK
        assert action_of(desk).title.en == "Visits x"


def test_a_card_whose_record_was_removed_says_so_and_records_nothing(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    action = planned(desk)
    with placed(ActionPlansScreen(desk, language, alerts), desk) as (screen, place):
        screen.go_to(action.key)
        screen.correct()
        title = screen.action_card.form.field("title").editors[0]
        add(title)
        place.leave()
        desk.action_plans.remove(action.key)
        place.come_back()
        finish(title)
        assert screen.action_card.isVisible()
        assert alerts.notice is not None
        assert "was taken back meanwhile" in alerts.notice.what.said_in(language.words)
        desk.steps.undo()
        finish(title)
        assert action_of(desk).title.en == "Visits x"


def test_an_activity_keeps_the_text_that_was_changed_elsewhere(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    one = desk.activities.save(Activity("", ActivityKind.WORKSHOP, said("Workshop"), OPENS, OPENS, result=DRAFT), ())
    with placed(ActivitiesScreen(desk, language, alerts), desk) as (screen, place):
        screen.go_to(one.key)
        press(screen, "Correct the activity")
        place.leave()
        desk.activities.save(replace(one, result=BACK), ())
        place.come_back()
        field = screen.detail.form.objectives
        field.editors[1].click()  # type: ignore[attr-defined]
        finish(field.editors[1])
        line = desk.activities.line(one.key, OPENS)
        assert line is not None
        assert line.activity.result == BACK
        assert line.activity.objectives == (Objective("2"),)


def test_a_good_practice_follows(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    practice = desk.good_practices.record(GoodPractice("", "PRY", said("Database"), Area.COORDINATION, OPENS))
    with placed(GoodPracticesScreen(desk, language, alerts), desk) as (screen, place):
        screen.go_to(practice.key)
        press(screen, "Correct the practice")
        place.leave()
        desk.good_practices.record(replace(practice, text=BACK))
        place.come_back()
        add(screen.detail.form.note.editors[0], "note")
        finish(screen.detail.form.note.editors[0])
        line = desk.good_practices.line(practice.key, OPENS)
        assert line is not None
        assert (line.practice.text, line.practice.note) == (BACK, "note")


def test_a_contribution_follows(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    made = desk.contributions.record(Contribution("", ContributionKind.EVENT, said("Page"), OPENS, note="n"))
    with placed(ContributionsScreen(desk, language, alerts), desk) as (other, place):
        other.go_to(made.key)
        press(other, "Correct the contribution")
        place.leave()
        desk.contributions.record(replace(made, title=BACK, sent_on=OPENS))
        place.come_back()
        add(other.detail.form.note.editors[0])
        finish(other.detail.form.note.editors[0])
        held_now = desk.contributions.line(made.key, OPENS)
        assert held_now is not None
        one = held_now.contribution
        assert (one.title, one.sent_on, one.note) == (BACK, OPENS, "n x")


def test_what_is_recorded_of_a_partner_follows(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    ohchr = next(one for one in desk.partners.known() if one.kind is PartnerKind.OHCHR)
    agreed = desk.partnerships.save(Partnership("", ohchr.key, Period(OPENS), title=said("Training"), reference="r"))
    note = desk.partnerships.note(CooperationNote("", ohchr.key, OPENS, said("Met")))
    with placed(PartnershipsScreen(desk, language, alerts), desk) as (screen, place):
        screen.go_to(ohchr.key)
        for key, change, field in (
            (agreed.key, lambda: desk.partnerships.save(replace(agreed, title=BACK)), "reference"),
            (note.key, lambda: desk.partnerships.note(replace(note, text=BACK)), "on"),
            (ohchr.key, lambda: desk.partners.save(replace(ohchr, name=BACK)), "address"),
        ):
            screen.record.begin_correction(key)
            (card,) = (one for one in screen.detail.cards.all if one.isVisible())
            place.leave()
            change()
            place.come_back()
            editor = card.form.field(field).editors[0]
            type_into(editor, "10 May 2026")
            finish(editor)
            assert not card.isVisible()
        (line,) = (one for one in desk.partnerships.lines(OPENS) if one.key == ohchr.key)
        assert (line.partnerships[0].title, line.partnerships[0].reference) == (BACK, "10 May 2026")
        assert (line.partner.name, line.partner.address) == (BACK, "10 May 2026")
        (met,) = desk.partnerships.done_with(ohchr.key, OPENS)
        assert (met.text, met.on) == (BACK, datetime.date(2026, 5, 10))


def test_a_mechanism_follows(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    one = Mechanism("m", "PRY", Period(OPENS), said("Office"), MechanismType.INTERMINISTERIAL)
    desk.members.save_mechanism(one)
    with placed(MembersScreen(desk, language, alerts), desk) as (screen, place):
        screen.list.select("PRY")
        part = screen.detail.mechanism
        part.begin()
        place.leave()
        desk.members.save_mechanism(replace(one, name=BACK))
        place.come_back()
        type_into(part.form.basis.editors[0], "Law 1")
        finish(part.form.basis.editors[0])
        now = desk.members.file("PRY", OPENS).mechanism(OPENS)
        assert now is not None
        assert (now.name, now.legal_basis) == (BACK, "Law 1")


def test_a_milestone_and_a_text_of_the_invitation_follow(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    (meeting,) = desk.meetings.list()
    own = Milestone("", meeting.key, MilestoneKind.OTHER, title=said("Hire"), due_on=OPENS)
    desk.milestones.save(own)
    (kept,) = (one for one in desk.milestones.of(meeting.key) if one.kind is MilestoneKind.OTHER)
    desk.meeting_texts.save(meeting.key, Topic.INVITATION, DRAFT)
    with placed(MeetingsScreen(desk, language, alerts), desk) as (screen, _):
        rows = screen.findChildren(type(screen.detail.milestones))[0]
        rows.begin(kept.identity)
        desk.milestones.save(replace(kept.noted, title=BACK))
        add(rows.form.note.editors[0], "note")
        finish(rows.form.note.editors[0])
        (now,) = (one for one in desk.milestones.of(meeting.key) if one.kind is MilestoneKind.OTHER)
        assert (now.noted.title, now.noted.note) == (BACK, "note")


def test_a_paragraph_of_the_review_is_written_where_its_card_was_opened_and_follows(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    day = OPENS - datetime.timedelta(days=30)
    desk.activities.save(Activity("", ActivityKind.WORKSHOP, said("Workshop"), day, day), ())
    with placed(AnnualReviewScreen(desk, language, alerts), desk) as (screen, _):
        first = screen.list.current
        assert first is not None
        screen.begin_writing()
        field = screen.form.text
        period: ReviewPeriod = screen.period
        base = first.text or first.draft
        desk.annual_reviews.write(period, first.slot, base.with_text(Language.ES, "Otro"), OPENS)
        add(field.editors[0])
        other = next(one for one in screen.list.model.rows if one.slot != first.slot)
        screen.list.select(other.key)
        finish(field.editors[0])
        review = desk.annual_reviews.read(period, OPENS)
        now = {one.slot: one for one in review.told}
        assert now[first.slot].text.en == f"{base.en} x"
        assert now[first.slot].text.es == "Otro"
        assert not now[other.slot].written


def test_the_way_to_a_missing_text_shows_the_field(
    desk: Secretariat, language: CurrentLanguage, alerts: Alerts
) -> None:
    action = planned(desk)
    with placed(ActionPlansScreen(desk, language, alerts), desk) as (screen, place):
        place.resize(1024, 600)
        place.leave()
        place.come_back()
        screen.go_to(action.key)
        screen.write_at(action.key, "reason:en")
        QTest.qWait(600)
        box, page = screen.action_card.form.field("reason").editors[0], screen.detail
        assert box.hasFocus()
        seen = QRect(box.mapTo(page.viewport(), QPoint()), box.size())
        assert page.viewport().rect().contains(seen)
