"""An action plan in the register: written down, put in order, noted, looked back at and undone."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority, PlanState
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.search import Kind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.attachments import belonging
from nmirf_desktop.services.home import DeadlineKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.undo import redo, undo
from nmirf_desktop.storage.verification import verify
from tests import registers
from tests.registers import Hand, said

NOW = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    path = tmp_path / "register.nmirf"
    registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author=registers.AUTHOR, clock=clock) as store:
        yield Secretariat(store, clock)


@pytest.fixture
def plan(desk: Secretariat) -> ActionPlan:
    """Two priorities, the first with two actions."""
    plan = desk.action_plans.save_plan(ActionPlan("", said("Plan"), 2026, 2030))
    first = desk.action_plans.save_priority(PlanPriority("", plan.key, said("Exchanges"), (Objective.EXCHANGE,)))
    desk.action_plans.save_priority(PlanPriority("", plan.key, said("Capacities"), (Objective.CAPACITIES,)))
    for title in ("Visits", "Workshops"):
        desk.action_plans.save_action(PlannedAction("", first.key, said(title), said("Coordinator"), due_on=NOW + DAY))
    return plan


def titles(desk: Secretariat, plan: ActionPlan) -> list[tuple[str, str]]:
    lines = desk.action_plans.lines(plan.key, NOW)
    return [(one.number, (one.action or one.priority).title.en) for one in lines]


def test_a_plan_is_in_its_order_and_what_is_moved_is_undone(desk: Secretariat, plan: ActionPlan) -> None:
    before = [("1", "Exchanges"), ("1.1", "Visits"), ("1.2", "Workshops"), ("2", "Capacities")]
    assert titles(desk, plan) == before
    desk.action_plans.move(desk.action_plans.lines(plan.key, NOW)[2].key, -1)
    desk.action_plans.move(desk.action_plans.lines(plan.key, NOW)[-1].key, -1)
    after = [("1", "Capacities"), ("2", "Exchanges"), ("2.1", "Workshops"), ("2.2", "Visits")]
    assert titles(desk, plan) == after
    undo(desk.store)
    undo(desk.store)
    assert titles(desk, plan) == before
    redo(desk.store)
    redo(desk.store)
    assert titles(desk, plan) == after


def test_what_became_of_an_action_is_told_by_its_period_with_its_objectives(
    desk: Secretariat, plan: ActionPlan
) -> None:
    visits = desk.action_plans.lines(plan.key, NOW)[1]
    desk.action_plans.mark((visits.key,), PlanState.UNDER_WAY, NOW - 10 * DAY)
    desk.action_plans.mark((visits.key,), PlanState.DONE, NOW)
    (done,) = desk.action_plans.between(NOW - DAY, NOW)
    assert (done.state, done.day, done.objectives) == (PlanState.DONE, NOW, (Objective.EXCHANGE,))
    (begun,) = desk.action_plans.between(NOW - 20 * DAY, NOW - DAY)
    assert (begun.state, begun.day) == (PlanState.UNDER_WAY, NOW - 10 * DAY)
    assert desk.action_plans.between(NOW + DAY, NOW + 9 * DAY) == ()
    assert desk.action_plans.lines(plan.key, NOW)[0].progress is not None
    (late,) = desk.action_plans.late(NOW + 2 * DAY)
    assert late.title.en == "Workshops"


def test_home_tells_what_of_the_plan_is_late(desk: Secretariat, plan: ActionPlan) -> None:
    def told(on: datetime.date) -> list[str | None]:
        return [one.meeting for one in desk.home.overview(on).overdue if one.kind is DeadlineKind.PLAN]

    assert told(NOW + DAY) == []
    assert told(NOW + 2 * DAY) == [one.key for one in desk.action_plans.late(NOW + 2 * DAY)]


def test_nothing_is_done_on_a_day_to_come_and_nothing_is_lost_by_trying(desk: Secretariat, plan: ActionPlan) -> None:
    visits = desk.action_plans.lines(plan.key, NOW)[1]
    with pytest.raises(Problem):
        desk.action_plans.mark((visits.key,), PlanState.DONE, NOW + DAY)
    assert desk.action_plans.lines(plan.key, NOW)[1] == visits


def test_a_priority_with_actions_is_kept_and_an_empty_one_goes(desk: Secretariat, plan: ActionPlan) -> None:
    first, *_, last = desk.action_plans.lines(plan.key, NOW)
    for key in (first.key, plan.key):
        with pytest.raises(Refusal):
            desk.action_plans.remove(key)
    desk.action_plans.remove(last.key)
    assert [number for number, _ in titles(desk, plan)] == ["1", "1.1", "1.2"]
    undo(desk.store)
    assert len(titles(desk, plan)) == 4


def test_the_plan_of_the_year_is_shown_first(desk: Secretariat, plan: ActionPlan) -> None:
    later = desk.action_plans.save_plan(ActionPlan("", said("Next"), 2031, 2035))
    assert desk.action_plans.current(NOW) == plan
    assert desk.action_plans.current(datetime.date(2033, 1, 1)) == later
    assert desk.action_plans.current(datetime.date(2040, 1, 1)) == later


def test_a_mark_never_writes_over_what_is_noted(desk: Secretariat, plan: ActionPlan) -> None:
    key = desk.action_plans.lines(plan.key, NOW)[1].key

    def held() -> PlannedAction:
        action = desk.action_plans.lines(plan.key, NOW)[1].action
        assert action is not None
        return action

    desk.action_plans.mark((key,), PlanState.UNDER_WAY, NOW - 10 * DAY)
    desk.action_plans.mark((key,), PlanState.DONE, NOW - DAY)
    assert (held().begun_on, held().done_on) == (NOW - 10 * DAY, NOW - DAY)
    for state in (PlanState.UNDER_WAY, PlanState.DONE, PlanState.NOT_BEGUN):
        with pytest.raises(Problem, match="marked as done already"):
            desk.action_plans.mark((key,), state, NOW)
    given_up = desk.action_plans.save_action(replace(held(), done_on=None, given_up_on=NOW, reason=said("Dear")))
    with pytest.raises(Problem, match=r"Visits.*was given up"):
        desk.action_plans.mark((key,), PlanState.DONE, NOW)
    assert held() == given_up


def test_of_several_marks_all_are_made_or_none(desk: Secretariat, plan: ActionPlan) -> None:
    keys = [one.key for one in desk.action_plans.lines(plan.key, NOW) if one.action is not None]
    desk.action_plans.mark(keys[1:], PlanState.DONE, NOW)
    before = desk.action_plans.lines(plan.key, NOW)
    with pytest.raises(Problem, match="Workshops"):
        desk.action_plans.mark(keys, PlanState.DONE, NOW)
    assert desk.action_plans.lines(plan.key, NOW) == before


def test_a_card_of_what_was_taken_back_meanwhile_says_so_and_brings_nothing_back(
    desk: Secretariat, plan: ActionPlan
) -> None:
    plans = desk.action_plans
    first, visits, workshops, last = plans.lines(plan.key, NOW)
    assert visits.action is not None
    assert workshops.action is not None
    for line in (visits, workshops, first, last):
        plans.remove(line.key)
    cards = (
        lambda: plans.save_action(visits.action),
        lambda: plans.save_action(replace(workshops.action, key="")),
        lambda: plans.save_priority(first.priority),
        lambda: plans.mark((visits.key,), PlanState.DONE, NOW),
        lambda: plans.move(first.key, 1),
        lambda: plans.remove(first.key),
    )
    for card in cards:
        with pytest.raises(Refusal, match="taken back meanwhile"):
            card()
    plans.remove(plan.key)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        plans.save_plan(plan)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        plans.save_priority(replace(first.priority, key=""))
    assert plans.all() == ()
    with pytest.raises(Refusal, match="taken back meanwhile"):
        plans.save_plan(replace(plan, key="", decision="gone"))


REPORT = NewFile("report.pdf", b"%PDF-1.7 report")


def test_what_shows_that_an_action_was_done_is_kept_with_it_in_one_step(desk: Secretariat, plan: ActionPlan) -> None:
    action = desk.action_plans.lines(plan.key, NOW)[1].action
    assert action is not None
    one = desk.action_plans.save_action(replace(action, done_on=NOW, evidence=said("Report")), [REPORT, REPORT])
    (file,) = desk.attachments.of(Holder(HolderKind.PLANNED_ACTION, one.key))
    assert (file.name, file.added_on) == ("report.pdf", NOW)
    assert desk.attachments.content(file.key) == REPORT.content
    assert [line.files for line in desk.action_plans.lines(plan.key, NOW)] == [0, 1, 0, 0]
    with pytest.raises(Problem, match=r"report\.pdf"):
        desk.action_plans.save_action(replace(one, evidence=said("Another")), [REPORT])
    assert desk.action_plans.lines(plan.key, NOW)[1].action == one
    undo(desk.store)
    assert desk.action_plans.lines(plan.key, NOW)[1] == replace(
        desk.action_plans.lines(plan.key, NOW)[1], action=action, files=0
    )
    redo(desk.store)
    assert desk.action_plans.lines(plan.key, NOW)[1].files == 1
    with desk.store.read() as session:
        assert verify(session).faults == ()


def test_an_action_with_files_is_kept_and_goes_once_they_are_gone(desk: Secretariat, plan: ActionPlan) -> None:
    action = desk.action_plans.lines(plan.key, NOW)[1].action
    assert action is not None
    desk.action_plans.save_action(action, [REPORT])
    with pytest.raises(Problem, match=r"not removed.*report\.pdf"):
        desk.action_plans.remove(action.key)
    (file,) = desk.attachments.of(Holder(HolderKind.PLANNED_ACTION, action.key))
    desk.attachments.remove(file.key)
    desk.action_plans.remove(action.key)
    assert ("1.1", "Visits") not in titles(desk, plan)


def test_a_file_of_an_action_is_found_by_its_name_and_leads_to_the_action(desk: Secretariat, plan: ActionPlan) -> None:
    action = desk.action_plans.lines(plan.key, NOW)[1].action
    assert action is not None
    desk.action_plans.save_action(action, [NewFile("quarterly-figures.pdf", b"figures")])
    (group,) = search(desk.store, desk.states, "quarterly")
    (found,) = group.found
    assert (group.kind, found.screen, found.key) == (Kind.ATTACHMENT, "action-plan", action.key)
    with desk.store.read() as session:
        said_of = belonging(session, Holder(HolderKind.PLANNED_ACTION, action.key))
    assert isinstance(said_of, Content)
    assert said_of.said_in(catalog(Language.EN)) == "Visits"


def test_addresses_that_differ_stay_and_one_that_all_languages_have_is_replaced_in_all(
    desk: Secretariat, plan: ActionPlan
) -> None:
    one, two, three = (f"https://www.ohchr.org/{language}/visits" for language in ("en", "fr", "es"))
    action = desk.action_plans.lines(plan.key, NOW)[1].action
    assert action is not None
    action = desk.action_plans.save_action(replace(action, evidence=Trilingual(one)))
    assert action.evidence == Trilingual.final(one, one, one)
    action = desk.action_plans.save_action(replace(action, evidence=action.evidence.with_text(Language.EN, two)))
    assert action.evidence == Trilingual.final(two, two, two)
    each = Trilingual(one, two, three)
    action = desk.action_plans.save_action(replace(action, evidence=each))
    assert action.evidence == each
    assert desk.action_plans.save_action(replace(action, due_on=NOW)).evidence == each
