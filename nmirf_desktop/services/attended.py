"""Who was, or is to be, at a meeting, read from the register in one snapshot."""

import datetime

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.participants_papers import Attendance, as_attended, as_minuted
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.invitations import read_guests
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.journal import LINES, touched_since
from nmirf_desktop.storage.members import MECHANISMS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import PRESENCE

OLDER = N_("The list of participants issued on {day} is older than the presence noted since.")
ONGOING = N_("The meeting has not ended: this list is of who is noted as present so far.")
NOT_NOTED = N_("No presence is noted yet: this list is provisional, and made from the replies.")


def read_attendance(
    session: Session, facts: RecordedMeeting, states: States, today: datetime.date, *, specimen: bool = False
) -> Attendance:
    """The list of participants of a meeting: who announced itself, and from its first sitting on who was there."""
    return as_attended(_announced(session, facts, states, specimen=specimen), facts, today)


def list_cautions(session: Session, record: Attendance, today: datetime.date) -> tuple[Phrase, ...]:
    """What to know before a list of participants is issued: that it may still change, and that one has gone stale.

    Before the first day a list is provisional as it should be, and nothing is said.
    """
    found = [Phrase(ONGOING)] if record.noted_on else []
    if not record.held and record.guests.meeting.opens_on <= today:
        found.append(Phrase(NOT_NOTED))
    issued = ISSUED.all(session, kind=DocumentKind.PARTICIPANTS, meeting=record.guests.meeting.key)
    last = max(issued, key=lambda one: one.entry, default=None)
    if last is not None and record.held and _noted_since(session, last.entry, record):
        found.append(Phrase(OLDER, {"day": last.issued_on}))
    return tuple(found)


def _noted_since(session: Session, entry: int, record: Attendance) -> bool:
    """Whether presence at the meeting of a list was noted, or taken back, after an entry of the journal."""
    touched = touched_since(session, entry).get(PRESENCE.table.name, set())
    if not touched:
        return False
    meeting = record.guests.meeting.key
    own = {one.key for one in PRESENCE.all(session, meeting=meeting)}
    lines = (line for row in touched - own for line in LINES.all(session, row=row, field="meeting"))
    return bool(touched & own) or any(meeting in (line.before, line.after) for line in lines)


def read_minuted(session: Session, facts: RecordedMeeting, states: States) -> Attendance:
    """Who was there as the minutes of a meeting tell it, circulated or approved: on any day the same."""
    return as_minuted(_announced(session, facts, states), facts)


def _announced(session: Session, facts: RecordedMeeting, states: States, *, specimen: bool = False) -> Attendance:
    guests = read_guests(session, facts.meeting, states)
    mechanisms = MECHANISMS.holding(session, facts.meeting.opens_on)
    return Attendance(guests, {one.state: one for one in mechanisms}, specimen)
