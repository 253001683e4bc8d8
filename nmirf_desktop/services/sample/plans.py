"""The sample's action plan: actions that are done, under way, late, not begun and given up on the sample's own day."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.services.sample.calendar import Calendar, workday
from nmirf_desktop.services.sample.content import Table, text_of
from nmirf_desktop.services.sample.desk import Desk
from nmirf_desktop.services.sample.network import Event

YEARS = 2
"""The plan ends so many years after the one in which its first action begins."""


def events(desk: Desk, calendar: Calendar) -> Iterable[Event]:
    """The plan is written down; what became of an action is noted on its day."""
    plan = desk.content.plan
    yield Event.on(_day(calendar, -plan["before"]), partial(_write, desk, calendar))
    for table in (action for priority in plan["priorities"] for action in priority["actions"]):
        for name in ("begun", "done", "given_up"):
            if name in table:
                yield Event.on(_day(calendar, table[name]), partial(_note, desk, calendar, table, name))


def _day(calendar: Calendar, days: int) -> datetime.date:
    return workday(calendar.on + datetime.timedelta(days=days))


def _write(desk: Desk, calendar: Calendar) -> None:
    told = desk.content.plan
    year = min(_day(calendar, one["begins"]) for priority in told["priorities"] for one in priority["actions"]).year
    plan = desk.action_plans.save_plan(ActionPlan("", text_of(told["title"]), year, year + YEARS))
    for table in told["priorities"]:
        served = tuple(map(Objective, table["objectives"]))
        priority = desk.action_plans.save_priority(PlanPriority("", plan.key, text_of(table["title"]), served))
        for action in _actions(calendar, table, priority.key):
            desk.action_plans.save_action(action)


def _actions(calendar: Calendar, table: Table, priority: Key) -> Iterator[PlannedAction]:
    for one in table["actions"]:
        begins, due = (_day(calendar, one[name]) if name in one else None for name in ("begins", "due"))
        yield PlannedAction(
            "", priority, text_of(one["title"]), text_of(one["responsible"]), begins_on=begins, due_on=due
        )


def _note(desk: Desk, calendar: Calendar, table: Table, name: str) -> None:
    """An action was begun, done with its evidence, or given up with its reason."""
    title, day = text_of(table["title"]), _day(calendar, table[name])
    plan = desk.action_plans.all()[0]
    lines = desk.action_plans.lines(plan.key, day)
    action = next(one.action for one in lines if one.action is not None and one.action.title == title)
    match name:
        case "begun":
            noted = replace(action, begun_on=day)
        case "done":
            noted = replace(action, done_on=day, evidence=text_of(table["evidence"]))
        case _:
            noted = replace(action, given_up_on=day, reason=text_of(table["reason"]))
    desk.action_plans.save_action(noted)
