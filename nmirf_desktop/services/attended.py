"""Who was, or is to be, at a meeting, read from the register in one snapshot."""

import datetime

from nmirf_desktop.domain.participants_papers import Attendance, as_attended, as_minuted
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.services.invitations import read_guests
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.session import Session


def read_attendance(
    session: Session, facts: RecordedMeeting, states: States, today: datetime.date, *, specimen: bool = False
) -> Attendance:
    """The list of participants of a meeting: who announced itself, and who was there once it was held."""
    return as_attended(_announced(session, facts, states, specimen=specimen), facts, today)


def read_minuted(session: Session, facts: RecordedMeeting, states: States) -> Attendance:
    """Who was there as the minutes of a meeting tell it, circulated or approved: on any day the same."""
    return as_minuted(_announced(session, facts, states), facts)


def _announced(session: Session, facts: RecordedMeeting, states: States, *, specimen: bool = False) -> Attendance:
    guests = read_guests(session, facts.meeting, states)
    mechanisms = MECHANISMS.holding(session, facts.meeting.opens_on)
    return Attendance(guests, {one.state: one for one in mechanisms}, specimen)
