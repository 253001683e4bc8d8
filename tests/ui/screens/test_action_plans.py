"""The action plan by keyboard: from nothing to a plan with its actions, noted, looked for, and what is late seen."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority, PlanState
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen
from tests.registers import OPENS, said
from tests.ui.screens.offices import finish, held, office, shown, texts, type_into

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path) as secretariat:
        yield secretariat


@pytest.fixture
def screen(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> Iterator[ActionPlansScreen]:
    with held(ActionPlansScreen(desk, language, alerts)) as screen:
        shown(screen)
        yield screen


def noticed(screen: ActionPlansScreen) -> str:
    notice = screen.alerts.notice
    return "" if notice is None else notice.what.said_in(screen.words)


def planned(desk: Secretariat) -> tuple[ActionPlan, PlanPriority, PlannedAction]:
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
    priority = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges")))
    due = OPENS - datetime.timedelta(days=1)
    action = desk.action_plans.save_action(PlannedAction("", priority.key, said("Visits"), due_on=due))
    return plan, priority, action


def test_a_plan_is_written_down_from_nothing_by_the_keyboard(screen: ActionPlansScreen, desk: Secretariat) -> None:
    assert "No action plan yet" in texts(screen)
    screen.begin_plan()
    title = screen.plan_card.form.field("title").editors[0]
    type_into(title, "Action plan of the Network")
    finish(title)
    (plan,) = desk.action_plans.all()
    assert (plan.first, plan.last) == (2026, 2030)
    assert "This plan has no priority yet" in texts(screen)
    screen.begin_priority()
    title = screen.priority_card.form.field("title").editors[0]
    type_into(title, "Exchanges")
    finish(title)
    screen.begin_action()
    title = screen.action_card.form.field("title").editors[0]
    type_into(title, "Visits")
    finish(title)
    priority, action = desk.action_plans.lines(plan.key, OPENS)
    assert (priority.priority.title.en, action.action and action.action.title.en) == ("Exchanges", "Visits")
    assert screen.current_key() == action.key


def test_what_is_late_is_seen_filtered_and_marked_as_done(screen: ActionPlansScreen, desk: Secretariat) -> None:
    plan, priority, action = planned(desk)
    screen.refresh()
    assert screen.chart.isVisible()
    assert "Overdue: 1" in screen.chart.words_of()
    screen.filters.state.load(PlanState.LATE, over=True)
    screen.refresh()
    assert [one.key for one in screen.list.model.rows] == [action.key]
    screen.go_to(priority.key)
    assert screen.current_key() == priority.key
    screen.go_to(action.key)
    next(one for one in screen.actions() if one.text() == "Mark as done").trigger()
    assert desk.action_plans.lines(plan.key, OPENS)[1].state is PlanState.DONE
    assert "1 of 1 carried out" in texts(screen) or "Carried out: 1" in screen.chart.words_of()


def test_a_day_to_come_keeps_the_card_with_what_is_typed(screen: ActionPlansScreen, desk: Secretariat) -> None:
    plan, _, action = planned(desk)
    screen.refresh()
    screen.go_to(action.key)
    screen.correct()
    card = screen.action_card
    type_into(card.form.field("done_on").editors[0], "1 January 2099")
    finish(card.form.field("evidence").editors[0])
    assert card.isVisible()
    assert desk.action_plans.lines(plan.key, OPENS)[1].action == action


def test_a_mark_is_offered_where_it_makes_sense_and_else_says_why(screen: ActionPlansScreen, desk: Secretariat) -> None:
    plan, priority, action = planned(desk)
    marks = {one.text(): one for one in screen.actions()}
    done, begun, back = (marks[name] for name in ("Mark as done", "Mark as begun", "Not begun after all"))

    def offered() -> list[str]:
        return [one.text() for one in (done, begun, back) if one.isEnabled()]

    screen.refresh()
    screen.go_to(priority.key)
    assert offered() == []
    assert "Choose an action of the plan first" in done.toolTip()
    screen.go_to(action.key)
    assert offered() == ["Mark as done", "Mark as begun"]
    assert "It is not marked as begun" in back.toolTip()
    begun.trigger()
    assert offered() == ["Mark as done", "Not begun after all"]
    done.trigger()
    assert offered() == []
    before = desk.action_plans.lines(plan.key, OPENS)
    QTest.keyClick(screen.list.view, Qt.Key.Key_D, CONTROL_SHIFT)
    assert noticed(screen) == "It is marked as done already: correct its days where they are wrong."
    assert desk.action_plans.lines(plan.key, OPENS) == before


@pytest.mark.parametrize("tongue", list(Language))
def test_the_plan_says_its_states_in_each_language(
    screen: ActionPlansScreen, desk: Secretariat, language: CurrentLanguage, tongue: Language
) -> None:
    planned(desk)
    language.switch(tongue)
    screen.refresh()
    late = {Language.EN: "Overdue", Language.FR: "En retard", Language.ES: "Atrasada"}[tongue]
    assert f"{late}" in screen.chart.words_of()
