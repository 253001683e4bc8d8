"""What the Committee agrees between its meetings, by dated silence procedure (A11, A12)."""

import dataclasses
import datetime

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.committees import committee_on, sitting
from nmirf_desktop.domain.happened import check_happened
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.silence import (
    Silence,
    SilenceProcedure,
    check_breaker,
    check_in_office,
    check_silence,
    unrecorded,
)
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_versions import keep_version
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.committees import SEATS, SILENCES, TERMS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

RUNS_STILL = N_(
    "The silence is not over yet: today is {today}. Nothing was recorded; record it when the last day is past."
)
FORMER_VERB = N_("put a text to the Committee in silence")
"""What journals called the act before, so that it is still read in each language."""


class Silences:
    """The Committee's silence procedures in the register; *clock* says on which day something is recorded."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    @property
    def _today(self) -> datetime.date:
        return self._store.day_of(self._clock())

    def unrecorded(self, meeting: Key, on: datetime.date) -> SilenceProcedure | None:
        """The silence that was kept on the agenda of a meeting, where that is not recorded as agreed."""
        with self._store.read() as session:
            found = unrecorded(SILENCES.all(session, meeting=meeting), (MEETINGS.get(session, meeting),), on)
            return next((one for one, _ in found), None)

    def all(self) -> tuple[SilenceProcedure, ...]:
        """Every procedure, the latest first."""
        with self._store.read() as session:
            return tuple(sorted(SILENCES.all(session), key=lambda one: (one.put_on, one.key), reverse=True))

    def put(self, procedure: SilenceProcedure) -> None:
        """Put a text to the Committee in silence, or correct what was put. Raises ``Problem`` where days contradict.

        So it does where the Committee was not in office on the day on which it is put. An agenda that the procedure
        agreed is agreed on its corrected day; where it is about that agenda no longer, is still running after all,
        or was broken, the agenda is not agreed.
        """
        check_silence(procedure)
        touched = (Subject.COMMITTEE, Subject.MEETINGS, Subject.AGENDA)
        with self._store.write(N_("put a text to the Committee under the silence procedure"), *touched) as session:
            check_in_office(procedure, committee_on(TERMS.all(session), SEATS.all(session), procedure.put_on))
            held = SILENCES.find(session, procedure.key)
            if held is not None:
                agrees = procedure.meeting == held.meeting and procedure.state(self._today) is Silence.AGREED
                _agreed_by(session, held, procedure if agrees else None)
            SILENCES.save(session, procedure)

    def break_silence(self, procedure: Key, on: datetime.date, by: StateCode | None, reason: str = "") -> None:
        """A member of the Committee speaks: nothing is agreed, nor an agenda that this procedure seemed to agree.

        Raises ``Problem`` for a day outside the procedure or ahead, and for a State without a seat in its Committee.
        """
        check_happened(on, self._today, "broken_on")
        with self._store.write(N_("break the silence"), Subject.COMMITTEE, Subject.MEETINGS, Subject.AGENDA) as session:
            held = SILENCES.standing(session, procedure)
            broken = dataclasses.replace(held, broken_on=on, broken_by=by, reason=reason)
            check_silence(broken)
            asked = sitting(TERMS.get(session, held.term), TERMS.all(session), SEATS.all(session), on)
            check_breaker(broken, asked, self._states.on(on))
            SILENCES.save(session, broken)
            _agreed_by(session, held, None)

    def agree_agenda(self, procedure: Key, on: datetime.date) -> datetime.date:
        """The agenda that a procedure was about is agreed by its Committee, on the day after its last (R38).

        It is kept as a version, as one that was agreed at a meeting is.

        Raises:
            Refusal: on the day *on* it is still running, it was broken, it is about no agenda, or that is agreed.
            Problem: its last day was not over yet today.
        """
        with self._store.write(N_("agree the agenda"), Subject.MEETINGS, Subject.AGENDA) as session:
            held = SILENCES.standing(session, procedure)
            if held.meeting is None or held.state(on) is not Silence.AGREED:
                raise Refusal(N_("Only a silence that was kept until its last day agrees an agenda."), section="R38")
            check_happened(held.agreed_on, self._today, said=RUNS_STILL)
            meeting = MEETINGS.get(session, held.meeting)
            if meeting.agenda_agreed_on is not None:
                values = {"day": meeting.agenda_agreed_on}
                raise Refusal(N_("The agenda is agreed on {day} already: nothing was changed."), values, "R38")
            agreed = dataclasses.replace(meeting, agenda_agreed_on=held.agreed_on, agenda_agreed_by=held.term)
            MEETINGS.save(session, agreed)
            keep_version(session, held.meeting, held.agreed_on)
            return held.agreed_on


def _agreed_by(session: Session, held: SilenceProcedure, now: SilenceProcedure | None) -> None:
    """The agenda that a procedure *held* agreed is agreed as it stands *now*, or no longer."""
    meeting = MEETINGS.get(session, held.meeting) if held.meeting is not None else None
    if meeting is not None and (meeting.agenda_agreed_on, meeting.agenda_agreed_by) == (held.agreed_on, held.term):
        on, by = (now.agreed_on, now.term) if now is not None else (None, None)
        MEETINGS.save(session, dataclasses.replace(meeting, agenda_agreed_on=on, agenda_agreed_by=by))
