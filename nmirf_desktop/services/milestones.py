"""The milestones of meetings: reckoned from what the register tells, ticked, moved or dropped by hand."""

import dataclasses
import datetime
from collections.abc import Iterator

from nmirf_desktop.domain.agenda_time import weakest
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.meetings import Meeting, Modality, notice_applies
from nmirf_desktop.domain.milestones import Milestone, MilestoneKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.reckoning import OWED, Known, Reckoned, Reckoning, kept_days
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.standard_agenda import renewal_falls_to
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.notices import notice_ground, notice_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import CALLS, TERMS
from nmirf_desktop.storage.dispatches import sendings_of
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS, MILESTONES
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.store import Moment, Store, utc_now

NOT_TO_DROP = N_("The Declaration asks that the agenda be sent by this day (R39). Nothing was changed.")
WATCHED = datetime.timedelta(days=365)
"""How long after its end a meeting's milestones are still looked after."""


class Milestones:
    """The milestones in the register; *clock* says on which day something is recorded."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def of(self, meeting: Key) -> tuple[Reckoned, ...]:
        """Each milestone of a meeting, by its day."""
        with self._store.read() as session:
            return reckoned(session, MEETINGS.get(session, meeting))

    def closing(self, meeting: Key, kind: MilestoneKind) -> datetime.date | None:
        """The last day of what a milestone of that kind calls for; ``None`` where it is not needed, or has none."""
        return next((one.closes for one in self.of(meeting) if one.kind is kind), None)

    def watched(self, on: datetime.date) -> tuple[tuple[Meeting, tuple[Reckoned, ...]], ...]:
        """The milestones of each meeting that is to come on a day, or was over less than a year before."""
        with self._store.read() as session:
            meetings = sorted(MEETINGS.all(session), key=lambda one: one.opens_on)
            return tuple((one, reckoned(session, one)) for one in meetings if one.closes_on + WATCHED > on)

    def kept(self, meeting: Key) -> int:
        """How many milestones of a meeting have a day of their own, which stays when the meeting moves."""
        with self._store.read() as session:
            return len(kept_days(MILESTONES.all(session, meeting=meeting), meeting))

    def save(self, milestone: Milestone) -> Milestone:
        """Note something of a milestone; a kind has one row in a meeting. Gives it as it is stored.

        Raises ``Problem`` for one of the secretariat's own without title or day, and for a day ahead on which it was
        done; ``Refusal`` where it would be dropped though the Declaration asks for it.
        """
        check_happened(milestone.done_on, self._store.day_of(self._clock()), "done_on")
        if milestone.dropped and milestone.kind in OWED:
            raise Refusal(NOT_TO_DROP)
        own = milestone.kind is MilestoneKind.OTHER
        if own and not milestone.title:
            raise Problem(N_("Say what is to be done."), field_name="title")
        if own and milestone.due_on is None:
            raise Problem(N_("Give the day by which it is to be done."), field_name="due_on")
        with self._store.write(N_("change a milestone"), Subject.MEETINGS) as session:
            MEETINGS.standing(session, milestone.meeting)
            key = milestone.key
            if key and own:
                MILESTONES.standing(session, key)
            if not key and not own:
                known = MILESTONES.first(session, meeting=milestone.meeting, kind=milestone.kind)
                key = known.key if known is not None else ""
            stored = dataclasses.replace(milestone, key=key or new_key())
            MILESTONES.save(session, stored)
        return stored

    def remove(self, key: Key) -> None:
        """Take back one of the secretariat's own, or what was noted of a counted one."""
        with self._store.write(N_("remove a milestone"), Subject.MEETINGS) as session:
            MILESTONES.remove(session, key)


def reckoned(session: Session, meeting: Meeting) -> tuple[Reckoned, ...]:
    """The milestones of a meeting from all that the register tells of it."""
    ground = notice_ground(session, meeting)
    noted = MILESTONES.all(session, meeting=meeting.key)
    return Reckoning(meeting, ground, _known(session, meeting)).all(noted)


def _known(session: Session, meeting: Meeting) -> Known:
    minutes = MINUTES.first(session, meeting=meeting.key)
    called = min((one.opened_on for one in CALLS.all(session, meeting=meeting.key)), default=None)
    return Known(
        appointing=notice_applies(meeting) and renewal_falls_to(meeting.closes_on, TERMS.all(session)),
        hosted=meeting.host is not None or meeting.modality is Modality.ONLINE,
        translated=_translated(session, meeting),
        called_on=called,
        agreed_on=meeting.agenda_agreed_on,
        sent_on=_sent_on(session, meeting),
        circulated_on=minutes.circulated_on if minutes else None,
        corrections_until=minutes.corrections_until if minutes else None,
        approved_on=minutes.approved_on if minutes else None,
    )


def _translated(session: Session, meeting: Meeting) -> bool:
    """Whether the agenda has items, and all its texts and the meeting's title are reviewed in three languages."""
    items = ITEMS.all(session, meeting=meeting.key)
    return (
        bool(items)
        and all(state is TextState.REVIEWED for state in _states(meeting))
        and all(weakest(item) is TextState.REVIEWED for item in items)
    )


def _states(meeting: Meeting) -> Iterator[TextState]:
    yield from meeting.title.states().values()


def _sent_on(session: Session, meeting: Meeting) -> datetime.date | None:
    """The day on which the last of those to whom the agenda is owed got it (R39)."""
    found = notice_of(session, meeting, sendings_of(session, meeting.key))
    return found.latest if found is not None and found.complete else None
