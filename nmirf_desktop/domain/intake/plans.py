"""A row of an action plan: a priority ("2"), or one of its actions ("2.1", or beside the title of its priority)."""

from dataclasses import replace

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority, check_action, check_plan
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.intake import Weight
from nmirf_desktop.domain.intake.cells import shown
from nmirf_desktop.domain.intake.drafts import in_bounds
from nmirf_desktop.domain.intake.work_drafts import WorkDraft
from nmirf_desktop.domain.intake.work_standing import same
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual, same_in_each
from nmirf_desktop.i18n import N_, Language

NO_PLAN = N_(
    "The register has no action plan yet: write one down first, or give its title, first and last year in this row."
)
NO_YEARS = N_("The register has no action plan “{title}”: give its first and its last year for a new one.")
NO_YEAR = N_("“{text}” is no year: write it in four figures, such as 2027.")
NO_PLACE = N_("The row does not say where it belongs: give its number (“2” a priority, “2.1” an action) or a priority.")
NO_PRIORITY = N_("There is no priority {number} in this plan: give its row first, or the title of the priority.")
NEW_PRIORITY = N_("The priority “{title}” is added to the plan.")
NEW_PLAN = N_("The plan “{title}” is written down.")
PLAN_STAYS = N_(
    "A line with an identifier does not change the plan itself: the title and the years of “{title}” stay. Change them "
    "on the screen “Action plan”."
)
ORDER_STAYS = N_("A list does not change the order of a plan: this keeps the number {number}.")
_DAYS = ("begun_on", "done_on", "given_up_on")


def judge_plan(draft: WorkDraft) -> None:
    """What a row says of a plan; a plan and a priority that the register does not have come with their first row."""
    draft.name = draft.text("title").best(draft.reading.language)
    number, action = draft.cells.text("number").strip(" ."), draft.identified(PlannedAction)
    known = draft.identified(PlanPriority)
    if not (number or draft.cells.text("priority") or action or known):
        draft.error(NO_PLACE, "number")
    own = known or (draft.standing.find(PlanPriority, action.priority) if action is not None else None)
    plan = draft.standing.find(ActionPlan, own.plan) if own is not None else _plan(draft)
    if own is not None and plan is not None:
        _tell_what_stays(draft, plan, number)
    if plan is None or draft.cells.wrong():
        return
    if known is not None or ("." not in number and not draft.cells.text("priority") and not action):
        _priority(draft, plan, number)
    else:
        _action(draft, plan, number)


def _tell_what_stays(draft: WorkDraft, plan: ActionPlan, number: str) -> None:
    """What a row with an identifier says otherwise of a plan, and what no list changes: it is warned of."""
    title, years = draft.text("plan"), (_year(draft, "first"), _year(draft, "last"))
    known = {same(plan.title[one]) for one in Language}
    if title and not known & {same(title[one]) for one in Language if title[one]}:
        draft.cells.say(Weight.WARNING, PLAN_STAYS, "plan", title=plan.title)
    elif any(given not in (None, held) for given, held in zip(years, (plan.first, plan.last), strict=True)):
        draft.cells.say(Weight.WARNING, PLAN_STAYS, "first", title=plan.title)
    place = draft.standing.places.get(draft.cells.text("key"), "")
    if place and number and number.rpartition(".")[2] != place.rpartition(".")[2]:
        draft.cells.say(Weight.WARNING, ORDER_STAYS, "number", number=place)


def _plan(draft: WorkDraft) -> ActionPlan | None:
    """The plan of a row: the one that it names, else that of today’s year, else the latest."""
    title = draft.text("plan")
    plans = sorted(draft.standing.all(ActionPlan), key=lambda one: (-one.first, one.key))
    if not title:
        year = draft.standing.today.year
        found = next((one for one in plans if one.first <= year <= one.last), plans[0] if plans else None)
        if found is None:
            draft.error(NO_PLAN, "plan")
        return found
    first, last = _year(draft, "first"), _year(draft, "last")
    alike = draft.standing.like(ActionPlan("", title, first or 0, last or 0))
    if alike:
        return next((one for one in alike if first in (None, one.first)), alike[0])
    if first is None or last is None:
        draft.error(NO_YEARS, "plan", title=shown(draft.cells.text("plan")))
        return None
    try:
        new = in_bounds(ActionPlan(draft.standing.new_key(), title, first, last))
        check_plan(new)
    except Problem as problem:
        draft.refuse(problem)
        return None
    draft.keep(new)
    draft.does.append(Phrase(NEW_PLAN, {"title": draft.cells.text("plan")}))
    return new


def _year(draft: WorkDraft, name: str) -> int | None:
    text = draft.cells.text(name)
    if text and not text.isdecimal():
        draft.error(NO_YEAR, name, text=shown(text))
    return int(text) if text.isdecimal() else None


def _priority(draft: WorkDraft, plan: ActionPlan, number: str) -> None:
    def built(known: PlanPriority | None) -> PlanPriority | None:
        title = draft.text("title", known.title if known else None)
        if not title:
            draft.lacks("title")
        one = known or _new_priority(draft, plan, title)
        return replace(one, title=title, objectives=draft.objectives(one.objectives))

    made = draft.settle(PlanPriority, built, lambda _one: None)
    if made is not None and number:
        draft.standing.numbered[plan.key, number] = made.key


def _new_priority(draft: WorkDraft, plan: ActionPlan, title: Trilingual) -> PlanPriority:
    """A priority at the end of its plan."""
    ranks = (one.rank for one in draft.standing.all(PlanPriority) if one.plan == plan.key)
    return PlanPriority(draft.standing.new_key(), plan.key, title, rank=max(ranks, default=-1) + 1)


def _under(draft: WorkDraft, plan: ActionPlan, number: str) -> PlanPriority | None:
    """The priority of an action: of the title that the row gives, else of the number that its number begins with."""
    title = draft.text("priority")
    if title:
        new = _new_priority(draft, plan, title)
        found = next(iter(draft.standing.like(new)), None)
        if found is None:
            draft.keep(new)
            draft.does.append(Phrase(NEW_PRIORITY, {"title": draft.cells.text("priority")}))
        return found or new
    held, above = draft.identified(PlannedAction), number.partition(".")[0]
    listed = draft.standing.numbered.get((plan.key, above))
    place = draft.standing.places.get(held.key, "") if held is not None else ""
    if held is not None and (
        not number or listed == held.priority or (not listed and above == place.partition(".")[0])
    ):
        return draft.standing.find(PlanPriority, held.priority)
    own = sorted(
        (one for one in draft.standing.all(PlanPriority) if one.plan == plan.key), key=lambda one: (one.rank, one.key)
    )
    found = draft.standing.find(PlanPriority, listed) if listed is not None else None
    if found is None and above.isdecimal() and 0 < int(above) <= len(own):
        found = own[int(above) - 1]
    if found is None:
        draft.error(NO_PRIORITY, "number", number=shown(above))
    return found


def _action(draft: WorkDraft, plan: ActionPlan, number: str) -> None:
    priority = _under(draft, plan, number)
    if priority is None:
        return

    def built(known: PlannedAction | None) -> PlannedAction | None:
        title = draft.text("title", known.title if known else None)
        if not title:
            draft.lacks("title")
        ranks = (one.rank for one in draft.standing.all(PlannedAction) if one.priority == priority.key)
        new = PlannedAction(draft.standing.new_key(), priority.key, title, rank=max(ranks, default=-1) + 1)
        one = known or new
        return replace(
            one, title=title, priority=priority.key, responsible=draft.text("responsible", one.responsible),
            reason=draft.text("reason", one.reason),
            evidence=same_in_each(draft.text("evidence", one.evidence), one.evidence),
            begins_on=draft.day("begins_on", one.begins_on), due_on=draft.day("due_on", one.due_on),
            begun_on=draft.day("begun_on", one.begun_on), done_on=draft.day("done_on", one.done_on),
            given_up_on=draft.day("given_up_on", one.given_up_on),
        )  # fmt: skip

    def check(one: PlannedAction) -> None:
        check_action(one)
        for name in _DAYS:
            check_happened(getattr(one, name), draft.standing.today, name)

    draft.settle(PlannedAction, built, check)
