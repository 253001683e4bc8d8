"""Follow-up actions of all meetings in one list: what is open, what is late, what was done."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.actions import ActionState, FollowUpAction, in_order, state_of
from nmirf_desktop.domain.agenda import Numbered, numbered
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETINGS
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


class FollowUps:
    """The follow-up actions of all meetings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lines(self, on: datetime.date) -> tuple[FollowUpLine, ...]:
        """What meetings that had opened by a day asked for, as it stood then: the unfinished first, by their days."""
        with self._store.read() as session:
            return lines_of(session, on)


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
