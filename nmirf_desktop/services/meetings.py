"""Planning a meeting: dates, sittings, the sending of its agenda."""

import dataclasses
import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain import meetings as rules
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Notice, Sitting
from nmirf_desktop.domain.membership_rules import members_on
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS, MEETINGS, SITTINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A meeting with its sittings, the dispatches of its agenda, and how the notice stands (R39)."""

    meeting: Meeting
    sittings: tuple[Sitting, ...]
    dispatches: tuple[AgendaDispatch, ...]
    notice: Notice | None


def check_meeting(meeting: Meeting) -> None:
    """What a meeting cannot be: closing before it opens, in an unknown time zone, without a symbol."""
    if not meeting.symbol.strip():
        raise Problem(N_("Give the meeting a symbol, such as NMIRF/2027."), field_name="symbol")
    if meeting.closes_on < meeting.opens_on:
        raise Problem(N_("The last day is before the first day."), field_name="closes_on")
    try:
        ZoneInfo(meeting.time_zone)
    except (KeyError, ValueError, OSError) as error:
        raise Problem(
            N_("“{zone}” is not a time zone; choose one such as Africa/Casablanca."),
            {"zone": meeting.time_zone},
            field_name="time_zone",
        ) from error


class Meetings:
    """The meetings in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Meeting, ...]:
        """All meetings by their first day."""
        with self._store.read() as session:
            return rules.in_order(MEETINGS.all(session))

    def current(self, on: datetime.date) -> Meeting | None:
        """The Network's meeting that is going on or comes next on a day, else the last one."""
        meetings = self.list()
        return rules.next_meeting(meetings, on) or (meetings[-1] if meetings else None)

    def plan(self, key: Key) -> MeetingPlan:
        """One meeting's plan."""
        with self._store.read() as session:
            meeting = MEETINGS.get(session, key)
            dispatches = DISPATCHES.all(session, meeting=key)
            members = members_on(MEMBERSHIPS.all(session), rules.notice_deadline(meeting.opens_on))
            return MeetingPlan(
                meeting=meeting,
                sittings=tuple(sorted(SITTINGS.all(session, meeting=key), key=lambda one: one.number)),
                dispatches=tuple(sorted(dispatches, key=lambda one: one.sent_on)),
                notice=rules.notice(meeting, dispatches, members) if rules.notice_applies(meeting) else None,
            )

    def save(self, meeting: Meeting) -> None:
        """Plan a meeting, or change its plan; the symbol is one meeting's only."""
        check_meeting(meeting)
        with self._store.write(N_("plan a meeting"), Subject.MEETINGS) as session:
            if any(other.key != meeting.key for other in MEETINGS.all(session, symbol=meeting.symbol)):
                raise Problem(
                    N_("Another meeting has the symbol {symbol}; choose another one."),
                    {"symbol": meeting.symbol},
                    field_name="symbol",
                )
            MEETINGS.save(session, meeting)

    def remove(self, key: Key) -> None:
        """Take back a meeting that has no agenda and no sitting yet; anything else is kept."""
        with self._store.write(N_("remove a meeting"), Subject.MEETINGS) as session:
            if ITEMS.all(session, meeting=key) or SITTINGS.all(session, meeting=key):
                raise Problem(N_("This meeting has an agenda or sittings and is kept; remove those first."))
            MEETINGS.remove(session, key)

    def save_sitting(self, sitting: Sitting) -> None:
        """Plan a sitting, or change it; its day is one of the meeting's."""
        with self._store.write(N_("plan a sitting"), Subject.MEETINGS) as session:
            meeting = MEETINGS.get(session, sitting.meeting)
            if not meeting.opens_on <= sitting.on <= meeting.closes_on:
                raise Problem(
                    N_("The sitting’s day is not one of the meeting’s, {first} to {last}."),
                    {"first": meeting.opens_on, "last": meeting.closes_on},
                    field_name="on",
                )
            if sitting.ends <= sitting.starts:
                raise Problem(N_("The sitting ends before it starts."), field_name="ends")
            SITTINGS.save(session, sitting)

    def remove_sitting(self, key: Key) -> None:
        """Take back a sitting that was not opened."""
        with self._store.write(N_("remove a sitting"), Subject.MEETINGS) as session:
            if SITTINGS.get(session, key).opened_at is not None:
                raise Problem(N_("This sitting was held and is kept."))
            SITTINGS.remove(session, key)

    def agree_agenda(self, key: Key, on: datetime.date, term: Key | None) -> None:
        """The Executive Committee agreed the agenda on a day (R38)."""
        with self._store.write(N_("agree the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            meeting = MEETINGS.get(session, key)
            MEETINGS.save(session, dataclasses.replace(meeting, agenda_agreed_on=on, agenda_agreed_by=term))

    def adopt_agenda(self, key: Key, on: datetime.date) -> None:
        """The meeting adopted its agenda on a day."""
        with self._store.write(N_("adopt the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            MEETINGS.save(session, dataclasses.replace(MEETINGS.get(session, key), agenda_adopted_on=on))

    def record_dispatch(self, dispatch: AgendaDispatch) -> None:
        """The agenda went out on a day (R39); a late one is recorded as late."""
        with self._store.write(N_("record the sending of the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            DISPATCHES.save(session, dispatch)

    def remove_dispatch(self, key: Key) -> None:
        """Take back a sending that was recorded by mistake."""
        with self._store.write(N_("take back the sending of the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            DISPATCHES.remove(session, key)
