"""The minutes that an agenda foresees: its sentence about them follows the days of their meeting."""

from collections.abc import Iterable
from dataclasses import replace

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.known_matters import MatterKind, is_of, minutes_matter, minutes_origin, minutes_sentences
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.minutes import Minutes
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


def follow_approval(session: Session, minutes: Minutes) -> None:
    """Let agendas that were to approve minutes take note of them, in the transaction that approves them.

    The item under which a meeting approved them says what that meeting did, and stays; so does an adopted agenda.
    """
    meeting = MEETINGS.get(session, minutes.meeting)
    for item in ITEMS.all(session):
        own = minutes_origin(meeting.key) in item.origins
        if own and item.key != minutes.item and not stands_adopted(session, item.meeting):
            annotation = _otherwise(item, meeting, minutes, minutes_matter(meeting, minutes).text)
            if annotation != item.annotation:
                ITEMS.save(session, replace(item, annotation=annotation))


def _otherwise(item: AgendaItem, was: Meeting, minutes: Minutes | None, text: Trilingual) -> Trilingual:
    """The annotation of an item with another sentence on the minutes of a meeting, whichever of them stands there."""
    annotation = item.annotation
    for sentence in minutes_sentences(was, minutes):
        annotation = annotation.with_passage(sentence, text)
    return annotation


def _follow(session: Session, item: AgendaItem, was: Meeting, now: Iterable[Meeting]) -> None:
    of = MEETINGS.get(session, item.meeting)
    same = next((one for one in now if one.key == was.key and one.opens_on < of.opens_on), None)
    foreseen = same or previous_meeting(now, of)
    text, origins = Trilingual(), [one for one in item.origins if one != minutes_origin(was.key)]
    if foreseen is not None:
        text = minutes_matter(foreseen, MINUTES.first(session, meeting=foreseen.key)).text
        origins = [*origins, minutes_origin(foreseen.key)]
    annotation = _otherwise(item, was, MINUTES.first(session, meeting=was.key), text)
    if annotation != item.annotation:
        ITEMS.save(session, replace(item, annotation=annotation, origins=tuple(origins)))
