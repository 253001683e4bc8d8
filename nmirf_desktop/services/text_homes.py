"""Where the texts in a document are written, so that what is missing in one leads there."""

from dataclasses import dataclass

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DATED, ROOM_KIT, DocumentKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.whereabouts import MEETING_PLACE, MEETING_TITLE, item_annotation, item_title
from nmirf_desktop.services.requests import Request

SOURCES = {
    DocumentKind.AGENDA: Subject.AGENDA, DocumentKind.ANNOTATED: Subject.AGENDA, DocumentKind.ADOPTED: Subject.AGENDA,
    DocumentKind.PARTICIPANTS: Subject.PARTICIPANTS, DocumentKind.MINUTES: Subject.MINUTES,
    DocumentKind.CORRIGENDUM: Subject.MINUTES, DocumentKind.DECISION: Subject.SESSION,
    DocumentKind.DECISIONS: Subject.SESSION, DocumentKind.VOTING_RECORD: Subject.SESSION,
    DocumentKind.COMMITTEE: Subject.COMMITTEE, DocumentKind.CALL: Subject.COMMITTEE,
    DocumentKind.CANDIDATES: Subject.COMMITTEE, DocumentKind.MEMBERS: Subject.MEMBERS,
    DocumentKind.PRACTICE_SHEET: Subject.PRACTICES, DocumentKind.REVIEW: Subject.REVIEW,
    DocumentKind.COMPLIANCE: Subject.RULES, DocumentKind.PROGRAMME: Subject.AGENDA,
    DocumentKind.DISPATCH: Subject.MEETINGS, DocumentKind.PLAN: Subject.PLANS,
    **dict.fromkeys(DATED, Subject.MEETINGS), **dict.fromkeys(ROOM_KIT, Subject.PARTICIPANTS),
    DocumentKind.SCRIPT: Subject.AGENDA, DocumentKind.ROLL_CALL: Subject.MEETINGS,
}  # fmt: skip
"""What most texts of each kind of document belong to."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the text of a place in a document is written: the kind of thing and its key; of all places without one."""

    where: Phrase | None
    topic: Subject
    record: Key = ""


def homes_of(request: Request, facts: RecordedMeeting | None) -> tuple[Home, ...]:
    """Where the texts of a document are written: those that have a home of their own, then all others."""
    usual = Home(None, SOURCES[request.kind], request.meeting or "")
    if facts is None:
        return (usual,)
    head = [Home(where, Subject.MEETINGS, facts.meeting.key) for where in (MEETING_TITLE, MEETING_PLACE)]
    items = [
        Home(name(place.path), Subject.AGENDA, place.item.key)
        for place in facts.agenda
        for name in (item_title, item_annotation)
    ]
    return (*head, *items, usual)
