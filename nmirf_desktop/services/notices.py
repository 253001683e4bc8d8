"""On what a meeting's notice is reckoned, and how it stands (R39, R40): read in one place for all who ask."""

import datetime

from nmirf_desktop.domain.issued import AGENDAS
from nmirf_desktop.domain.late_sending import AgendaDue
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Notice, NoticeGround, notice_applies
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.dispatches import sendings_of
from nmirf_desktop.storage.meetings import MEETINGS, SITTINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION
from nmirf_desktop.storage.watch import CHOICES, RULE_CHANGES


def notice_ground(session: Session, meeting: Meeting, on: datetime.date = datetime.date.max) -> NoticeGround:
    """The sittings, practices and numbers by which the notice of a meeting is reckoned, as a day *on* knows them."""
    zone = ORGANISATION.get(session, "organisation").time_zone
    sittings = SITTINGS.all(session, meeting=meeting.key)
    return NoticeGround(sittings, CHOICES.all(session), zone, on, RULE_CHANGES.all(session))


def notice_of(
    session: Session, meeting: Meeting, sendings: tuple[AgendaDispatch, ...], on: datetime.date = datetime.date.max
) -> Notice | None:
    """How the notice stands by some *sendings* of the agenda (R39, R40); ``None`` where none applies.

    It is by the practice that held on the last day by the place's own calendar. On a day *on* before that day, it is as
    this one knows it.
    """
    if not notice_applies(meeting):
        return None
    ground = notice_ground(session, meeting, on)
    return ground.notice(meeting, sendings, MEMBERSHIPS.holding(session, min(ground.deadline(meeting), on)))


def agenda_due(session: Session, meeting: Key | None, on: datetime.date) -> AgendaDue | None:
    """By when and to whom the agenda of a meeting is owed, as a day knows it; ``None`` where it is owed to nobody."""
    found = MEETINGS.find(session, meeting) if meeting is not None else None
    notice = notice_of(session, found, sendings_of(session, found.key), on) if found is not None else None
    return AgendaDue(found.key, notice) if found is not None and notice is not None else None


def issued_agenda(session: Session, meeting: Key, on: datetime.date) -> Key | None:
    """The agenda of a meeting that was issued last by a day: what is to be sent; ``None`` where none was."""
    there = [one for one in ISSUED.all(session, meeting=meeting) if one.kind in AGENDAS and one.issued_on <= on]
    last = max(there, key=lambda one: (one.issued_on, one.entry), default=None)
    return last.key if last is not None else None
