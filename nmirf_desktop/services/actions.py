"""Follow-up actions: what a meeting asked somebody to do, recorded, put right, and marked as done."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.action_papers import since
from nmirf_desktop.domain.actions import FollowUpAction, in_order
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.days import last_come
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ACTIONS, MEETINGS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now

APPROVED = N_("The approved minutes tell this action: note that it was done, or record another one.")


class Actions:
    """The follow-up actions in the register; *clock* says on which day something is recorded."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def _check_done(self, on: datetime.date | None, meeting: Meeting) -> None:
        _check_day(on, meeting.opens_on, "done_on")
        check_happened(on, last_come(self._store, meeting, self._clock()), "done_on")

    def of(self, meeting: Key) -> tuple[FollowUpAction, ...]:
        """What a meeting asked for: the unfinished first, by the day on which they are due."""
        with self._store.read() as session:
            return in_order(ACTIONS.all(session, meeting=meeting))

    def meeting_of(self, key: Key) -> Key | None:
        """The meeting that asked for an action; ``None`` where no action has that key."""
        with self._store.read() as session:
            found = ACTIONS.find(session, key)
        return None if found is None else found.meeting

    def record(self, action: FollowUpAction) -> FollowUpAction:
        """Record an action, or put one right; one without a key gets one.

        Raises ``Problem`` without a title, for a day before the meeting, and where it was done on a day to come;
        ``Refusal`` where approved minutes tell it otherwise.
        """
        recorded_on = action.recorded_on if action.key else self._today
        new = replace(action, key=action.key or new_key(), recorded_on=recorded_on)
        verb = N_("correct a follow-up action") if action.key else N_("record a follow-up action")
        with self._store.write(verb, Subject.AGENDA) as session:
            check_action(session, new)
            meeting = MEETINGS.get(session, new.meeting)
            _check_day(new.due_on, meeting.opens_on, "due_on")
            self._check_done(new.done_on, meeting)
            ACTIONS.save(session, new)
        return new

    def mark_done(self, keys: Iterable[Key], on: datetime.date | None, note: str = "") -> None:
        """Actions were done on a day, with a *note* where one is given, or are not done after all.

        Raises ``Problem`` as :meth:`record` does.
        """
        with self._store.write(N_("mark a follow-up action as done"), Subject.AGENDA) as session:
            for key in keys:
                found = ACTIONS.get(session, key)
                self._check_done(on, MEETINGS.get(session, found.meeting))
                ACTIONS.save(session, replace(found, done_on=on, note=_with(found.note, note)))

    def remove(self, key: Key) -> None:
        """Take back an action that was recorded by mistake."""
        with self._store.write(N_("remove a follow-up action"), Subject.AGENDA) as session:
            if told_by_minutes(session, ACTIONS.get(session, key)):
                raise Refusal(APPROVED)
            ACTIONS.remove(session, key)


def told_by_minutes(session: Session, action: FollowUpAction) -> bool:
    """Whether approved minutes tell an action, so that its words stay."""
    minutes = MINUTES.first(session, meeting=action.meeting)
    return minutes is not None and minutes.approved_on is not None and not since(action, minutes.approved_on)


def check_action(session: Session, new: FollowUpAction) -> None:
    """What approved minutes tell of an action stays; that it was done, and the note, is told of it since.

    Raises ``Problem`` without a title, ``Refusal`` where it would read otherwise than approved minutes do.
    """
    if not new.title:
        raise Problem(N_("Say what is to be done."), field_name="title")
    before = ACTIONS.find(session, new.key)
    if before is None or not told_by_minutes(session, before):
        return
    if replace(new, done_on=before.done_on, note=before.note) != before:
        raise Refusal(APPROVED)


def _with(before: str, note: str) -> str:
    """What was noted, with one more line."""
    return "\n".join(part for part in (before, note.strip()) if part)


def _check_day(day: datetime.date | None, opens: datetime.date, field: str) -> None:
    if day is not None and day < opens:
        raise Problem(
            N_("This is before the meeting that asked for it, which opened on {opening}."),
            {"opening": opens},
            field_name=field,
        )


def unfinished(session: Session, before: datetime.date) -> tuple[FollowUpAction, ...]:
    """What earlier meetings than that of a day asked for and is not done, in the order of the meetings."""
    meetings = sorted((one for one in MEETINGS.all(session) if one.opens_on < before), key=lambda one: one.opens_on)
    each = (one for meeting in meetings for one in in_order(ACTIONS.all(session, meeting=meeting.key)))
    return tuple(one for one in each if one.done_on is None or one.done_on >= before)


def done_between(session: Session, since: datetime.date, before: datetime.date) -> tuple[FollowUpAction, ...]:
    """What meetings asked for and was done from a day on, before another one, in the order in which it was done."""
    opened = {one.key for one in MEETINGS.all(session) if one.opens_on < before}
    found = (one for one in ACTIONS.all(session) if one.meeting in opened)
    done = ((one.done_on, one.key, one) for one in found if one.done_on is not None and since <= one.done_on < before)
    return tuple(one for *_, one in sorted(done, key=lambda known: known[:2]))
