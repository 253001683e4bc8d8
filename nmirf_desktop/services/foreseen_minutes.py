"""The minutes that an agenda foresees: its sentence about them follows the days of their meeting."""

from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.known_matters import MatterKind, is_of, minutes_matter, minutes_origin
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.services.agenda_versions import stands_adopted
from nmirf_desktop.storage.meetings import ITEMS, MEETINGS
from nmirf_desktop.storage.minutes import MINUTES
from nmirf_desktop.storage.session import Session


def follow_minutes(session: Session, earlier: Iterable[Meeting]) -> None:
    """Put right what agendas say of the minutes of a meeting before, in the transaction that changed a meeting.

    *earlier* are the meetings as they were. A sentence that somebody put in other words stays as it is, and so does
    an agenda that was adopted. Where the meeting comes later now, or is gone, the one before it takes its place.
    """
    before, now = {one.key: one for one in earlier}, MEETINGS.all(session)
    if set(map(_named, before.values())) == set(map(_named, now)):
        return
    for item in ITEMS.all(session):
        for origin in item.origins:
            was = before.get(origin.partition(":")[2]) if is_of(origin, MatterKind.MINUTES) else None
            if was is not None and not stands_adopted(session, item.meeting):
                _follow(session, item, was, now)


def _named(meeting: Meeting) -> tuple[object, ...]:
    """What the sentence says of a meeting, and what decides on its place."""
    return meeting.key, meeting.kind, meeting.number, meeting.counts_for, meeting.opens_on, meeting.closes_on


def _follow(session: Session, item: AgendaItem, was: Meeting, now: Iterable[Meeting]) -> None:
    of = MEETINGS.get(session, item.meeting)
    same = next((one for one in now if one.key == was.key and one.opens_on < of.opens_on), None)
    foreseen = same or previous_meeting(now, of)
    text, origins = Trilingual(), [one for one in item.origins if one != minutes_origin(was.key)]
    if foreseen is not None:
        minutes = MINUTES.first(session, meeting=foreseen.key)
        approved = minutes is not None and minutes.state is MinutesState.APPROVED
        text, origins = minutes_matter(foreseen, approved=approved).text, [*origins, minutes_origin(foreseen.key)]
    annotation = item.annotation
    for approved in (False, True):
        annotation = annotation.with_passage(minutes_matter(was, approved=approved).text, text)
    if annotation != item.annotation:
        ITEMS.save(session, replace(item, annotation=annotation, origins=tuple(origins)))
