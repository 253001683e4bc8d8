"""Follow-up actions of all meetings in one list: what is open, what is late, what was done."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from nmirf_desktop.domain.actions import ActionState, FollowUpAction, in_order, state_of
from nmirf_desktop.domain.agenda import Numbered, numbered
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.storage.journal import ENTRIES
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETINGS
from nmirf_desktop.storage.past_rows import past
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import DECISIONS


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """An action with the *meeting* that asked for it, its item and *decision* where it has one, as of a day."""

    action: FollowUpAction
    meeting: Meeting
    place: Numbered | None
    decision: Decision | None
    state: ActionState


@dataclass(frozen=True, slots=True)
class ActionStep:
    """What one entry of the journal did to an action: its *act* and *author*; *back* says that it undid another one."""

    at: datetime.datetime
    act: str
    author: str
    back: bool
    before: FollowUpAction | None
    after: FollowUpAction | None


class FollowUps:
    """The follow-up actions of all meetings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lines(self, on: datetime.date) -> tuple[FollowUpLine, ...]:
        """What meetings that had opened by a day asked for, as it stood then: the unfinished first, by their days."""
        with self._store.read() as session:
            return lines_of(session, on)

    def history(self, action: Key) -> tuple[ActionStep, ...]:
        """What became of an action, the latest first, as the journal tells it."""
        with self._store.read() as session:
            stood = past(session, ACTIONS, (action,)).get(action, ())
            entries = ENTRIES.among(session, {one.sequence for one in stood if one.sequence})
        steps = ((entries[after.sequence], before.value, after.value) for before, after in pairwise(stood))
        told = [
            ActionStep(datetime.datetime.fromisoformat(one.at), one.verb, one.author, one.undoes is not None, *values)
            for one, *values in steps
        ]
        return tuple(reversed(told))


def lines_of(session: Session, on: datetime.date) -> tuple[FollowUpLine, ...]:
    """As :meth:`FollowUps.lines`, in a snapshot that is open."""
    meetings = {one.key: one for one in MEETINGS.all(session) if one.opens_on <= on}
    actions = [
        one
        for one in ACTIONS.all(session)
        if one.meeting in meetings and (one.recorded_on is None or one.recorded_on <= on)
    ]
    decisions = DECISIONS.among(session, (one.decision for one in actions))
    places = _places(session, {one.meeting for one in actions if one.item is not None})
    ordered = in_order(actions)
    return tuple(
        FollowUpLine(
            one,
            meetings[one.meeting],
            places.get(one.item or ""),
            decisions.get(one.decision) if one.decision is not None else None,
            state_of(one, on),
        )
        for one in sorted(ordered, key=lambda known: state_of(known, on) is ActionState.DONE)
    )


def _places(session: Session, meetings: Iterable[str]) -> dict[str, Numbered]:
    each = (numbered(ITEMS.all(session, meeting=key)) for key in sorted(meetings))
    return {place.item.key: place for found in each for place in found}
