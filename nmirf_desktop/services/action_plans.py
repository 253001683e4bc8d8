"""The Network's action plans: written down, put in order, and what became of each action."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nmirf_desktop.domain.action_plan_papers import plan_symbol
from nmirf_desktop.domain.action_plans import (
    ActionPlan,
    PlannedAction,
    PlanPriority,
    PlanState,
    Progress,
    awaited,
    check_action,
    check_plan,
    marked,
    moved,
    plan_on,
    plan_state,
    progress,
    settled,
)
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.attachments import Holder, HolderKind, NewFile
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_documents import WhyNot, put_under_review
from nmirf_desktop.services.attachments import attach_all, touching
from nmirf_desktop.storage.action_plans import PLANNED, PLANS, PRIORITIES
from nmirf_desktop.storage.attachments import held_by, held_by_each
from nmirf_desktop.storage.links import recorded
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.store import Moment, Store, utc_now

NO_MEETING = N_("No annual meeting is planned: plan one under Meetings; the action plan is then put on its agenda.")
NO_ITEM = N_(
    "The agenda of {symbol} has no item for the review of activities or for future directions. Give an item one of "
    "these purposes, or start with the standard items; nothing was changed."
)
THERE = N_("The action plan stands on the agenda of {symbol} already.")
FILES_KEPT = N_("Files are attached to this action, so that it was not removed; remove them first: {files}.")


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A row of a plan: a *priority*, or one of its actions; *number* is its place ("2", "2.1").

    *files* says how many are attached to an action.
    """

    number: str
    priority: PlanPriority
    action: PlannedAction | None = None
    state: PlanState | None = None
    progress: Progress | None = None
    files: int = 0

    @property
    def key(self) -> Key:
        """Of the action, else of the priority."""
        return self.priority.key if self.action is None else self.action.key


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """What became of an action in a period: its *state* at the end, and the *day* on which it came to it."""

    day: datetime.date
    action: PlannedAction
    state: PlanState
    objectives: tuple[Objective, ...]


class ActionPlans:
    """The action plans in the register; *clock* says which day is today."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[ActionPlan, ...]:
        """Every plan, the latest first."""
        with self._store.read() as session:
            return tuple(sorted(PLANS.all(session), key=lambda one: (-one.first, one.key)))

    def current(self, on: datetime.date) -> ActionPlan | None:
        """The plan of a day's year, else the latest; ``None`` without one."""
        return plan_on(self.all(), on)

    def plan_of(self, key: Key) -> Key | None:
        """The plan to which a priority or an action belongs; ``None`` where there is none such."""
        with self._store.read() as session:
            action = PLANNED.find(session, key)
            priority = PRIORITIES.find(session, key if action is None else action.priority)
        return None if priority is None else priority.plan

    def lines(self, plan: Key, on: datetime.date) -> tuple[PlanLine, ...]:
        """A plan in its order, each priority before its actions, as they stand on a day."""
        found: list[PlanLine] = []
        with self._store.read() as session:
            for number, priority in enumerate(priorities_of(session, plan), 1):
                actions = actions_of(session, priority.key)
                held = held_by_each(session, HolderKind.PLANNED_ACTION, (one.key for one in actions))
                found.append(PlanLine(f"{number}", priority, progress=progress(actions, on)))
                found += [
                    PlanLine(f"{number}.{place}", priority, one, plan_state(one, on), files=len(held[one.key]))
                    for place, one in enumerate(actions, 1)
                ]
        return tuple(found)

    def late(self, on: datetime.date) -> tuple[PlannedAction, ...]:
        """The actions of all plans that are late on a day, by the day on which they were due."""
        with self._store.read() as session:
            return late_on(session, on)

    def between(self, first: datetime.date, last: datetime.date) -> tuple[PlannedChange, ...]:
        """What was begun, done or given up in a period, both days included, in the order of the days."""
        found: list[PlannedChange] = []
        with self._store.read() as session:
            served = {one.key: one.objectives for one in PRIORITIES.all(session)}
            for one in PLANNED.all(session):
                state = plan_state(one, last)
                day = {PlanState.DONE: one.done_on, PlanState.GIVEN_UP: one.given_up_on}.get(state, one.begun_on)
                if day is not None and first <= day <= last:
                    found.append(PlannedChange(day, one, state, served[one.priority]))
        return tuple(sorted(found, key=lambda change: (change.day, change.action.key)))

    def save_plan(self, plan: ActionPlan) -> ActionPlan:
        """A new plan, or one put right; one without a key gets one.

        Raises ``Problem`` as :func:`check_plan` does, ``Refusal`` where it was taken back meanwhile.
        """
        check_plan(plan)
        with self._store.write(N_("write down an action plan"), Subject.PLANS) as session:
            return recorded(session, PLANS, plan)

    def save_priority(self, priority: PlanPriority) -> PlanPriority:
        """A new priority, at the end of its plan, or one put right.

        Raises ``Problem`` without a title, ``Refusal`` where it or its plan was taken back meanwhile.
        """
        with self._store.write(N_("write down a priority of the action plan"), Subject.PLANS) as session:
            if not priority.title:
                raise Problem(N_("Give the priority a title."), field_name="title")
            if not priority.key:
                others = PRIORITIES.all(session, plan=priority.plan)
                last = max((one.rank for one in others), default=-1)
                priority = replace(priority, rank=last + 1)
            return recorded(session, PRIORITIES, priority)

    def save_action(self, action: PlannedAction, files: Sequence[NewFile] = ()) -> PlannedAction:
        """A new action, at the end of its priority, or one put right; *files* that show what was done are added.

        Raises ``Problem`` as :func:`check_action` does, where something happened on a day to come, and where a file
        cannot be attached; ``Refusal`` where it or its priority was taken back meanwhile.
        """
        verb = N_("write down an action of the action plan")
        with self._store.write(verb, *touching(Subject.PLANS, files=files)) as session:
            before = PLANNED.find(session, action.key) if action.key else None
            action = settled(action, before)
            check_action(action)
            self._check_days(action)
            if before is None or before.priority != action.priority:
                others = PLANNED.all(session, priority=action.priority)
                last = max((one.rank for one in others), default=-1)
                action = replace(action, rank=last + 1)
            one = recorded(session, PLANNED, action)
            today = self._store.day_of(self._clock())
            attach_all(session, Holder(HolderKind.PLANNED_ACTION, one.key), None, files, today)
            return one

    def mark(self, keys: Iterable[Key], state: PlanState, on: datetime.date) -> None:
        """Actions were begun or done on a day, or are not begun after all; all of them, or none.

        Raises ``Problem`` as :func:`marked` does and for a day to come, ``Refusal`` where one was taken back meanwhile.
        """
        with self._store.write(N_("note how an action of the action plan stands"), Subject.PLANS) as session:
            for key in keys:
                one = marked(PLANNED.standing(session, key), state, on)
                self._check_days(one)
                PLANNED.save(session, one)

    def _check_days(self, action: PlannedAction) -> None:
        today = self._store.day_of(self._clock())
        for name in ("begun_on", "done_on", "given_up_on"):
            check_happened(getattr(action, name), today, name)

    def put_on_agenda(self, plan: Key, on: datetime.date) -> tuple[Meeting, tuple[AgendaItem, ...]]:
        """Name a plan under the items of the next annual meeting that it serves (R37).

        Raises as :func:`put_under_review` does.
        """
        with self._store.write(N_("put the action plan on the agenda"), Subject.AGENDA) as session:
            prefix = ORGANISATION.get(session, "organisation").symbol_prefix
            symbol = next(plan_symbol(one, prefix, nth) for nth, one in numbered_plans(session) if one.key == plan)
            return put_under_review(session, symbol, on, WhyNot(NO_MEETING, NO_ITEM, THERE))

    def move(self, key: Key, by: int) -> None:
        """Put a priority among those of its plan, or an action among those of its priority, further up or down."""
        with self._store.write(N_("put the action plan in order"), Subject.PLANS) as session:
            action = PLANNED.find(session, key)
            if action is not None:
                actions = {one.key: one for one in actions_of(session, action.priority)}
                for place, name in enumerate(moved(actions, key, by)):
                    PLANNED.save(session, replace(actions[name], rank=place))
                return
            own = {one.key: one for one in priorities_of(session, PRIORITIES.standing(session, key).plan)}
            for place, name in enumerate(moved(own, key, by)):
                PRIORITIES.save(session, replace(own[name], rank=place))

    def remove(self, key: Key) -> None:
        """Take back a plan, a priority or an action.

        Raises ``Refusal`` where it is gone, or something belongs to it; ``Problem`` where an action has files.
        """
        with self._store.write(N_("take a part of the action plan out"), Subject.PLANS) as session:
            if PLANNED.find(session, key) is not None:
                if held := held_by(session, Holder(HolderKind.PLANNED_ACTION, key)):
                    raise Problem(FILES_KEPT, {"files": Listed(tuple(one.name for one in held))})
                PLANNED.remove(session, key)
                return
            if PLANNED.all(session, priority=key) or PRIORITIES.all(session, plan=key):
                raise Refusal(N_("Actions or priorities belong to it: remove those first. Nothing was changed."))
            if PRIORITIES.find(session, key) is not None:
                PRIORITIES.remove(session, key)
                return
            PLANS.standing(session, key)
            PLANS.remove(session, key)


def late_on(session: Session, on: datetime.date) -> tuple[PlannedAction, ...]:
    """As :meth:`ActionPlans.late`, in a snapshot that is open."""
    found = [one for one in PLANNED.all(session) if plan_state(one, on) is PlanState.LATE]
    return tuple(sorted(found, key=lambda one: (awaited(one, on) or datetime.date.max, one.key)))


def priorities_of(session: Session, plan: Key) -> tuple[PlanPriority, ...]:
    """The priorities of a plan in their order."""
    return tuple(sorted(PRIORITIES.all(session, plan=plan), key=lambda one: (one.rank, one.key)))


def actions_of(session: Session, priority: Key) -> tuple[PlannedAction, ...]:
    """The actions of a priority in their order."""
    return tuple(sorted(PLANNED.all(session, priority=priority), key=lambda one: (one.rank, one.key)))


def numbered_plans(session: Session) -> tuple[tuple[int, ActionPlan], ...]:
    """The plans, the latest first, each with its number among those of the same years."""
    so_far: Counter[tuple[int, int]] = Counter()
    found: list[tuple[int, ActionPlan]] = []
    for one in sorted(PLANS.all(session), key=lambda plan: plan.key):
        so_far[one.first, one.last] += 1
        found.append((so_far[one.first, one.last], one))
    return tuple(sorted(found, key=lambda known: (-known[1].first, -known[1].last, known[0])))
