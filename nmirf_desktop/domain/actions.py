"""Follow-up actions: what a meeting asked somebody to do, by when, and when it was done."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual


@dataclass(frozen=True, slots=True)
class FollowUpAction:
    """What is to be done after a *meeting*, under one of its items or from a decision; *responsible* is a function.

    Of those that were recorded before it was kept, nothing says when they were *recorded on*.
    """

    key: Key
    meeting: Key
    title: Trilingual
    responsible: Trilingual = Trilingual()
    item: Key | None = None
    decision: Key | None = None
    due_on: datetime.date | None = None
    done_on: datetime.date | None = None
    note: str = ""
    recorded_on: datetime.date | None = None


def in_order(actions: Iterable[FollowUpAction]) -> tuple[FollowUpAction, ...]:
    """Actions as they are listed: the unfinished first, those of one kind by the day on which they are due."""
    latest = datetime.date.max
    return tuple(sorted(actions, key=lambda one: (one.done_on is not None, one.due_on or latest, one.key)))


def is_late(action: FollowUpAction, on: datetime.date) -> bool:
    """Whether an action was due before a day and is not done."""
    return action.done_on is None and action.due_on is not None and action.due_on < on


class ActionState(StrEnum):
    """How an action stands on a day."""

    LATE = "late"
    DUE_SOON = "due soon"
    OPEN = "open"
    DONE = "done"


SOON = 30
"""So many days before its day an action is due soon."""


def state_of(action: FollowUpAction, on: datetime.date) -> ActionState:
    """How an action stood on a day; what was done later was not done yet."""
    if action.done_on is not None and action.done_on <= on:
        return ActionState.DONE
    if action.due_on is None:
        return ActionState.OPEN
    if action.due_on < on:
        return ActionState.LATE
    return ActionState.DUE_SOON if (action.due_on - on).days <= SOON else ActionState.OPEN
