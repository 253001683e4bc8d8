"""Planning a meeting: dates, sittings, the sending of its agenda."""

import dataclasses
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from nmirf_desktop.domain import meetings as rules
from nmirf_desktop.domain import planning
from nmirf_desktop.domain.agenda import Numbered, numbered
from nmirf_desktop.domain.agenda_versions import AgendaForm, adoption_day, check_adoption
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import committee_on
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Notice, Sitting
from nmirf_desktop.domain.officers import Officer, check_officer, in_order
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.planning import MeetingStanding
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_versions import keep_version
from nmirf_desktop.services.approvals import check_kept
from nmirf_desktop.services.days import last_come, noted_day
from nmirf_desktop.services.designations import follow
from nmirf_desktop.services.foreseen_minutes import follow_minutes
from nmirf_desktop.services.notices import issued_agenda, notice_of
from nmirf_desktop.storage.activities import ACTIVITIES
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import CALLS, SEATS, SILENCES, TERMS
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS
from nmirf_desktop.storage.dispatches import DISPATCHED, sendings_of
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.floor import FLOOR_OF_A_MEETING
from nmirf_desktop.storage.languages import ORDERS
from nmirf_desktop.storage.meetings import (
    ACTIONS,
    DISPATCHES,
    ITEMS,
    MEETING_TEXTS,
    MEETINGS,
    MILESTONES,
    OFFICERS,
    REQUESTS,
    SITTINGS,
    VERSIONS,
)
from nmirf_desktop.storage.members import FOCAL_POINTS
from nmirf_desktop.storage.minutes import ISSUED, MINUTES
from nmirf_desktop.storage.participants import INVITEES
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import DECISIONS, DECISIONS_GONE, DRAWS, INTERVENTIONS, PRESENCE, PROPOSALS, VOTES

DECIDED = (DECISIONS, DECISIONS_GONE, RECORD_ADOPTIONS, DRAWS)
HOLDING: tuple[tuple[tuple[Rows[Any], ...], str], ...] = (
    (
        (ITEMS, SITTINGS, OFFICERS),
        N_("This meeting has an agenda, sittings or officers and is kept; remove those first."),
    ),
    (
        (FOCAL_POINTS,),
        N_("Alternates are designated for this meeting, so that it is kept; correct their designations first."),
    ),
    ((DISPATCHES, DISPATCHED), N_("The sending of this meeting’s agenda is recorded; take that back first.")),
    (
        (CALLS, SILENCES),
        N_("A call for candidatures or a silence procedure of the Committee names this meeting, so that it is kept."),
    ),
    (
        (INVITEES, REQUESTS, VERSIONS, ORDERS),
        N_(
            "Invitations, requests for items, versions of its agenda or texts out for translation name this meeting, "
            "so that it is kept."
        ),
    ),
    ((ACTIONS, ACTIVITIES), N_("Follow-up actions or activities of this meeting are recorded, so that it is kept.")),
    ((MINUTES,), N_("The minutes of this meeting are begun, so that the meeting is kept.")),
    (
        (ISSUED, PRESENCE, INTERVENTIONS, *FLOOR_OF_A_MEETING, PROPOSALS, VOTES, ELECTIONS, *DECIDED, TERMS),
        N_("Documents, presence, votes or a term of the Committee are recorded for this meeting, so that it is kept."),
    ),
)
"""The tables with rows of a meeting, which is not removed while they hold one, and the words that say so."""
GOING_ALONG: tuple[Rows[Any], ...] = (MILESTONES, MEETING_TEXTS)
"""The tables whose rows of a meeting are a part of its plan, and are removed with it."""


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A meeting with its sittings and how its notice stands (R39): *dispatches* noted by hand, and those *logged*.

    *items* are its agenda's, *people* the elected *officers*; *approved_on* is the day on which its minutes were;
    *issued* is the agenda that was issued last, which is what is sent.
    """

    meeting: Meeting
    sittings: tuple[Sitting, ...]
    dispatches: tuple[AgendaDispatch, ...]
    notice: Notice | None
    items: tuple[Numbered, ...] = ()
    officers: tuple[Officer, ...] = ()
    people: tuple[Person, ...] = ()
    approved_on: datetime.date | None = None
    logged: int = 0
    issued: Key | None = None


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in the list, and how it stands on the day that is looked at."""

    meeting: Meeting
    standing: MeetingStanding


def check_meeting(meeting: Meeting) -> None:
    """What a meeting cannot be: closing before it opens, in an unknown time zone, without a symbol."""
    if not meeting.symbol.strip():
        raise Problem(N_("Give the meeting a symbol, such as NMIRF/2027."), field_name="symbol")
    if meeting.closes_on < meeting.opens_on:
        raise Problem(N_("The last day is before the first day."), field_name="closes_on")
    check_zone(meeting.time_zone)


def check_zone(name: str) -> None:
    """Raises ``Problem`` for a time zone that the program does not know."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        message = N_("“{zone}” is not a time zone; choose one such as Africa/Casablanca.")
        raise Problem(message, {"zone": name}, "time_zone") from error


class Meetings:
    """The meetings in the register; *clock* says on which day something is recorded."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    @property
    def read_only(self) -> bool:
        """Whether the register can only be read here."""
        return self._store.read_only

    def list(self) -> tuple[Meeting, ...]:
        """All meetings by their first day."""
        with self._store.read() as session:
            return rules.in_order(MEETINGS.all(session))

    def find(self, key: Key) -> Meeting | None:
        """The meeting of a key, or ``None``."""
        with self._store.read() as session:
            return MEETINGS.find(session, key)

    def noted_day(self, meeting: Meeting, on: datetime.date) -> datetime.date:
        """The day of what a meeting does, noted on a day: today is that of its place while it meets."""
        return noted_day(self._store, meeting, on, self._clock())

    def current(self, on: datetime.date) -> Meeting | None:
        """The Network's meeting that is going on or comes next on a day, else the last one."""
        meetings = self.list()
        return rules.next_meeting(meetings, on) or (meetings[-1] if meetings else None)

    def plan(self, key: Key, on: datetime.date = datetime.date.max) -> MeetingPlan:
        """One meeting's plan; of the sendings of its agenda those that a day *on* knows, else all."""
        with self._store.read() as session:
            meeting = MEETINGS.get(session, key)
            noted = [one for one in DISPATCHES.all(session, meeting=key) if one.sent_on <= on]
            sendings = [one for one in sendings_of(session, key) if one.sent_on <= on]
            officers = in_order(OFFICERS.all(session, meeting=key))
            sittings = SITTINGS.all(session, meeting=key)
            return MeetingPlan(
                meeting=meeting,
                sittings=tuple(sorted(sittings, key=lambda one: one.number)),
                dispatches=tuple(sorted(noted, key=lambda one: one.sent_on)),
                notice=notice_of(session, meeting, tuple(sendings), on),
                issued=issued_agenda(session, key, on),
                items=numbered(ITEMS.all(session, meeting=key)), officers=officers,
                people=tuple(PEOPLE.among(session, (one.person for one in officers)).values()),
                approved_on=next((one.approved_on for one in MINUTES.all(session, meeting=key)), None),
                logged=len(sendings) - len(noted),
            )  # fmt: skip

    def people_of(self, state: StateCode) -> tuple[Person, ...]:
        """The people of a State who are in the register, one of whom may be elected."""
        with self._store.read() as session:
            return PEOPLE.all(session, state=state)

    def lines(self, on: datetime.date) -> tuple[MeetingLine, ...]:
        """All meetings as they stand on a day, the latest first."""
        meetings = self.list()
        return tuple(MeetingLine(one, planning.standing(one, meetings, on)) for one in reversed(meetings))

    def save(self, meeting: Meeting) -> None:
        """Plan a meeting, or change its plan; the symbol is one meeting's only, and no sitting falls out of its days.

        Where only the first day changed, the sittings move along. Alternates and later agendas follow its days.
        """
        with self._store.read() as session:
            known = MEETINGS.find(session, meeting.key) is not None
        verb = N_("change a meeting") if known else N_("plan a meeting")
        with self._store.write(verb, Subject.MEETINGS, Subject.MEMBERS, Subject.AGENDA) as session:
            earlier = MEETINGS.all(session)
            before = MEETINGS.find(session, meeting.key) or meeting
            by = datetime.timedelta()
            if before.closes_on == meeting.closes_on:
                by = meeting.opens_on - before.opens_on
                meeting = dataclasses.replace(meeting, closes_on=meeting.closes_on + by)
            check_meeting(meeting)
            if any(other.key != meeting.key and other.symbol == meeting.symbol for other in earlier):
                raise Problem(
                    N_("Another meeting has the symbol {symbol}; choose another one."),
                    {"symbol": meeting.symbol},
                    field_name="symbol",
                )
            sittings = planning.moved_along(SITTINGS.all(session, meeting=meeting.key), by)
            planning.check_days(meeting, before, sittings)
            check_kept(session, before, meeting)
            check_adoption(meeting)
            MEETINGS.save(session, meeting)
            for sitting in sittings:
                SITTINGS.save(session, sitting)
            follow(session, before, meeting)
            follow_minutes(session, earlier)

    def remove(self, key: Key) -> None:
        """Take back a meeting of which nothing else is recorded yet; ``Problem`` names what holds it."""
        with self._store.write(N_("remove a meeting"), Subject.MEETINGS, Subject.AGENDA) as session:
            earlier = MEETINGS.all(session)
            for tables, words in HOLDING:
                if any(rows.first(session, meeting=key) is not None for rows in tables):
                    raise Problem(words)
            for rows in GOING_ALONG:
                for one in rows.all(session, meeting=key):
                    rows.remove(session, one.key)
            MEETINGS.remove(session, key)
            follow_minutes(session, earlier)

    def save_sitting(self, sitting: Sitting) -> int | None:
        """Plan a sitting, or change it until it is opened; its day is one of the meeting's, its hours are its own.

        When it was opened and closed, and where the room is, stays as recorded. Gives the number that comes free.
        """
        with self._store.write(N_("plan a sitting"), Subject.MEETINGS) as session:
            before = SITTINGS.find(session, sitting.key)
            if before is not None:
                sitting = dataclasses.replace(before, on=sitting.on, starts=sitting.starts, ends=sitting.ends)
                if before.opened_at is not None and sitting != before:
                    raise Problem(N_("This sitting was held: its day and hours stay as they are."), field_name="on")
            meeting = MEETINGS.get(session, sitting.meeting)
            known = SITTINGS.all(session, meeting=meeting.key)
            others = [one for one in known if one.key != sitting.key]
            planning.check_sitting(sitting, meeting, others)
            return _renumber(session, [*others, sitting], known)

    def add_sitting(self, key: Key) -> Sitting:
        """Plan one more sitting, at the first half-day of the meeting that is free."""
        with self._store.write(N_("plan a sitting"), Subject.MEETINGS) as session:
            meeting, sittings = MEETINGS.get(session, key), SITTINGS.all(session, meeting=key)
            new = planning.next_half_day(meeting, sittings, new_key())
            planning.check_sitting(new, meeting, sittings)
            _renumber(session, [*sittings, new])
        return new

    def fill_sittings(self, key: Key) -> int:
        """Plan a morning and an afternoon for each day of a meeting that has no sitting yet; how many they are."""
        with self._store.write(N_("plan the sittings"), Subject.MEETINGS) as session:
            meeting, sittings = MEETINGS.get(session, key), SITTINGS.all(session, meeting=key)
            new = planning.missing_half_days(meeting, sittings, new_key)
            if not new:
                raise Problem(N_("Each day of the meeting has its sittings already."))
            _renumber(session, [*sittings, *new])
        return len(new)

    def remove_sitting(self, key: Key) -> int | None:
        """Take back a sitting that was not opened; gives the number that comes free, and stays so, where one does."""
        with self._store.write(N_("remove a sitting"), Subject.MEETINGS) as session:
            sitting = SITTINGS.get(session, key)
            if sitting.opened_at is not None:
                raise Problem(N_("This sitting was held and is kept."))
            known = SITTINGS.all(session, meeting=sitting.meeting)
            SITTINGS.remove(session, key)
            return _renumber(session, [one for one in known if one.key != key], known)

    def remove_unopened(self, meeting: Key) -> int:
        """Take back every sitting of a meeting that was not opened, in one act; how many."""
        with self._store.write(N_("remove the sittings that were not opened"), Subject.MEETINGS) as session:
            known = SITTINGS.all(session, meeting=meeting)
            left = [one for one in known if one.opened_at is None]
            for one in left:
                SITTINGS.remove(session, one.key)
            _renumber(session, [one for one in known if one.opened_at is not None], known)
            return len(left)

    def note_agreement(self, key: Key, on: datetime.date | None) -> None:
        """The Executive Committee in office agreed the agenda on a day, or did not after all (R38).

        Raises ``Problem`` for a day that lies ahead.
        """
        check_happened(on, self._today, "agreed")
        with self._store.write(N_("agree the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            meeting = MEETINGS.get(session, key)
            committee = committee_on(TERMS.all(session), SEATS.all(session), on) if on is not None else None
            by = committee.term.key if committee is not None else None
            MEETINGS.save(session, dataclasses.replace(meeting, agenda_agreed_on=on, agenda_agreed_by=by))
            if on is not None:
                keep_version(session, key, on)

    def note_adoption(self, key: Key, on: datetime.date | None, made_on: datetime.date | None = None) -> None:
        """The meeting adopted its agenda on one of its days, or did not after all. Raises ``Problem`` for another.

        The version that is kept is of that day, or of that on which it was *made*.
        """
        with self._store.write(N_("adopt the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            meeting = MEETINGS.get(session, key)
            if on is not None and not meeting.opens_on <= on <= meeting.closes_on:
                raise Problem(
                    N_("The meeting adopts its agenda on one of its days, {first} to {last}."),
                    {"first": meeting.opens_on, "last": meeting.closes_on},
                    field_name="adopted",
                )
            check_happened(on, last_come(self._store, meeting, self._clock()), "adopted")
            MEETINGS.save(session, dataclasses.replace(meeting, agenda_adopted_on=on))
            if on is not None:
                keep_version(session, key, made_on or on, AgendaForm.ADOPTED)

    def mark_adopted(self, key: Key, on: datetime.date) -> datetime.date:
        """The meeting adopted its agenda: on that day (:func:`noted_day`), or on its last, once over. Gives the day.

        What it had adopted and was corrected after it keeps its day; the version is of the day of the correction.
        """
        with self._store.read() as session:
            meeting = MEETINGS.get(session, key)
        on = self.noted_day(meeting, on)
        if on < meeting.opens_on:
            raise Refusal(
                N_("The meeting itself adopts its agenda, on its first day at the earliest: {opening}."),
                {"opening": meeting.opens_on},
            )
        day = adoption_day(meeting, on)
        corrected_on = max(day, min(on, last_come(self._store, meeting, self._clock())))
        self.note_adoption(key, day, day if meeting.agenda_adopted_on is None else corrected_on)
        return day

    def record_dispatch(self, dispatch: AgendaDispatch) -> Key:
        """The agenda went out on a day (R39); a late one is recorded as late, and the same one only once. Its key.

        A dispatch without a key gets one. Raises ``Problem`` for a day that lies ahead.
        """
        check_happened(dispatch.sent_on, self._today, "sent_on")
        new = dataclasses.replace(dispatch, key=dispatch.key or new_key())
        with self._store.write(N_("record the sending of the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            MEETINGS.standing(session, new.meeting)
            others = [one for one in DISPATCHES.all(session, meeting=new.meeting) if one.key != new.key]
            if any(dataclasses.replace(new, key=one.key, reason=one.reason) == one for one in others):
                raise Problem(N_("This sending is recorded already."), field_name="sent_on")
            DISPATCHES.save(session, new)
            keep_version(session, new.meeting, new.sent_on)
        return new.key

    def remove_dispatch(self, key: Key) -> None:
        """Take back a sending that was recorded by mistake."""
        with self._store.write(N_("take back the sending of the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            DISPATCHES.remove(session, key)

    def record_officer(self, officer: Officer) -> None:
        """The meeting elected a State's representative to an office; an officer without a key gets one."""
        new = dataclasses.replace(officer, key=officer.key or new_key())
        with self._store.write(N_("record the election of an officer"), Subject.MEETINGS) as session:
            MEETINGS.standing(session, new.meeting)
            check_officer(new, OFFICERS.all(session, meeting=new.meeting))
            OFFICERS.save(session, new)

    def remove_officer(self, key: Key) -> None:
        """Take back an election that was recorded by mistake."""
        with self._store.write(N_("take back an election"), Subject.MEETINGS) as session:
            OFFICERS.remove(session, key)


def _renumber(session: Session, sittings: Iterable[Sitting], before: Iterable[Sitting] = ()) -> int | None:
    """Store the sittings, numbered in their order; the number that one had *before* and none has between them now."""
    found = planning.renumbered(sittings)
    for one in found:
        SITTINGS.save(session, one)
    return min(planning.free_numbers(found) - planning.free_numbers(before), default=None)
