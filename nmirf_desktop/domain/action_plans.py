"""The Network's action plans: years, priorities by objective, and what is to be done by whom and when.

How an action stands follows from its days, so that an earlier day reads as it was then.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual, same_in_each
from nmirf_desktop.i18n import N_

EARLIEST, LATEST = 2024, 2199
"""The years that a plan can be of: from that of the Declaration on."""
ENDED = {
    "done_on": N_("It is marked as done already: correct its days where they are wrong."),
    "given_up_on": N_("It was given up: correct its days where it is taken up again."),
}
"""Why an action of which one of these days is noted takes no mark."""
BEGUN = N_("It is marked as begun already: correct its days where they are wrong.")
NOT_BEGUN = N_("It is not marked as begun.")
NOT_MARKED = N_("“{action}”: {why}")
BEFORE_BEGUN = N_("It began on {day}, which is later: correct one of the two days.")


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """A plan from its *first* to its *last* year, both included; *decision* is the key of the one that adopted it."""

    key: Key
    title: Trilingual
    first: int
    last: int
    decision: Key | None = None


@dataclass(frozen=True, slots=True)
class PlanPriority:
    """A priority of a *plan*, by its *rank* from 0 on, with the objectives that it serves (R42)."""

    key: Key
    plan: Key
    title: Trilingual
    objectives: tuple[Objective, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """What is to be done under a *priority*; *responsible* is a function. Days say how it stands.

    *given_up_on* comes with a *reason*; *evidence* says what was done, *decision* on which decision it rests. A web
    address as evidence is that of each language that has no other (:func:`settled`).
    """

    key: Key
    priority: Key
    title: Trilingual
    responsible: Trilingual = Trilingual()
    rank: int = 0
    begins_on: datetime.date | None = None
    due_on: datetime.date | None = None
    begun_on: datetime.date | None = None
    done_on: datetime.date | None = None
    given_up_on: datetime.date | None = None
    reason: Trilingual = Trilingual()
    evidence: Trilingual = Trilingual()
    decision: Key | None = None


class PlanState(StrEnum):
    """How a planned action stands on a day, in the order in which a chart has them."""

    DONE = "done"
    UNDER_WAY = "under_way"
    LATE = "late"
    NOT_BEGUN = "not_begun"
    GIVEN_UP = "given_up"


def awaited(action: PlannedAction, on: datetime.date) -> datetime.date | None:
    """The day on which something of an action is awaited: its beginning, or its end once it has begun by a day."""
    if action.begun_on is not None and action.begun_on <= on:
        return action.due_on
    return min(filter(None, (action.begins_on, action.due_on)), default=None)


def plan_state(action: PlannedAction, on: datetime.date) -> PlanState:
    """How an action stood on a day; what was done, given up or begun later was not yet.

    Its own days tell it, whenever it was written down: what is entered in January stood in December as they say. It is
    late when it was due before the day, and when it should have begun before it and has not.
    """
    if action.done_on is not None and action.done_on <= on:
        return PlanState.DONE
    if action.given_up_on is not None and action.given_up_on <= on:
        return PlanState.GIVEN_UP
    day = awaited(action, on)
    if day is not None and day < on:
        return PlanState.LATE
    begun = action.begun_on is not None and action.begun_on <= on
    return PlanState.UNDER_WAY if begun else PlanState.NOT_BEGUN


@dataclass(frozen=True, slots=True)
class Progress:
    """How many actions stand how."""

    counts: Mapping[PlanState, int]

    @property
    def all(self) -> int:
        """All actions but those that were given up."""
        return sum(self.counts.values()) - self.counts.get(PlanState.GIVEN_UP, 0)

    @property
    def done(self) -> int:
        """Those that are done."""
        return self.counts.get(PlanState.DONE, 0)


def plan_on(plans: Iterable[ActionPlan], on: datetime.date) -> ActionPlan | None:
    """The plan of a day's year, of several the first in the order given; else the latest, or ``None`` without one."""
    known = tuple(plans)
    return next((one for one in known if one.first <= on.year <= one.last), known[0] if known else None)


def progress(actions: Iterable[PlannedAction], on: datetime.date) -> Progress:
    """How some actions stand on a day."""
    return Progress(Counter(plan_state(one, on) for one in actions))


def check_plan(plan: ActionPlan) -> None:
    """A plan has a title, and does not end before it begins. Raises ``Problem``."""
    if not plan.title:
        raise Problem(N_("Give the plan a title."), field_name="title")
    if not EARLIEST <= plan.first <= plan.last <= LATEST:
        raise Problem(N_("The last year is before the first: correct one of them."), field_name="last")


def check_action(action: PlannedAction) -> None:
    """An action has a title, its days in their order, and a reason where it was given up. Raises ``Problem``."""
    if not action.title:
        raise Problem(N_("Say what is to be done."), field_name="title")
    if action.begins_on is not None and action.due_on is not None and action.due_on < action.begins_on:
        raise Problem(N_("It would be due before it begins: correct one of the days."), field_name="due_on")
    for name, day in (("done_on", action.done_on), ("given_up_on", action.given_up_on)):
        if action.begun_on is not None and day is not None and day < action.begun_on:
            raise Problem(BEFORE_BEGUN, {"day": action.begun_on}, name)
    if action.done_on is not None and action.given_up_on is not None:
        raise Problem(N_("An action is either done or given up: empty one of the two days."), field_name="given_up_on")
    if action.given_up_on is not None and not action.reason:
        raise Problem(N_("Say why the action was given up."), field_name="reason")


def settled(action: PlannedAction, before: PlannedAction | None) -> PlannedAction:
    """An action as it is written down, where it stood *before*: a web address as its evidence goes to each language.

    See :func:`same_in_each` for what stays.
    """
    was = Trilingual() if before is None else before.evidence
    return replace(action, evidence=same_in_each(action.evidence, was))


def why_not_marked(action: PlannedAction, state: PlanState) -> str:
    """Why an action cannot be marked as begun, done, given up or as not begun after all; "" where it can.

    What is noted of it stays: a mark is of what comes next, and only what was marked as begun is not begun after all.
    """
    for name, why in ENDED.items():
        if getattr(action, name) is not None:
            return why
    begun = action.begun_on is not None
    if state is PlanState.UNDER_WAY and begun:
        return BEGUN
    return NOT_BEGUN if state is PlanState.NOT_BEGUN and not begun else ""


def marked(action: PlannedAction, state: PlanState, on: datetime.date) -> PlannedAction:
    """An action that was begun or done on a day, or is not begun after all; every other day of it stays.

    Raises ``Problem`` where the mark makes no sense, and where it would be done before it began.
    """
    if why := why_not_marked(action, state):
        raise Problem(NOT_MARKED, {"action": Content(action.title), "why": Phrase(why)})
    days = {
        PlanState.UNDER_WAY: ("begun_on", on),
        PlanState.DONE: ("done_on", on),
        PlanState.NOT_BEGUN: ("begun_on", None),
    }
    name, day = days[state]
    found = replace(action, **{name: day})  # type: ignore[arg-type]
    check_action(found)
    return found


def moved(keys: Iterable[Key], key: Key, by: int) -> tuple[Key, ...]:
    """The keys in their order with one of them further up (a negative *by*) or down; at an end it stays."""
    order = list(keys)
    place = order.index(key)
    order.insert(max(0, min(len(order) - 1, place + by)), order.pop(place))
    return tuple(order)
