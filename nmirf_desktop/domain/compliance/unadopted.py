"""Records of decisions that were not adopted before closure; the Declaration is silent, and practice asks for it."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from nmirf_desktop.domain.compliance.evidence import Evidence, grouped, meeting_judged
from nmirf_desktop.domain.compliance.findings import Finding, remark
from nmirf_desktop.domain.compliance.records import counted
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.sittings import going_on
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_

CLOSED_WITHOUT = N_("{meeting}: its last sitting was closed, and the record of its decisions was not adopted.")
ADVICE = N_("Have it read and adopted (Session, Ctrl+Shift+F9), or leave the minutes to tell the decisions.")


def unadopted(evidence: Evidence) -> Iterator[Finding]:
    """*Practice* (rules, part E): the record of decisions is read and adopted before closure; a remark where not."""
    decided = grouped(evidence.decisions, attrgetter("meeting"))
    for meeting in evidence.facts.meetings:
        made = decided.get(meeting.key, ())
        closed = _closed(evidence, meeting) if made else ()
        if closed and not _adopted(evidence, meeting, made):
            subject = meeting_judged(meeting)
            yield remark(
                "R12",
                subject,
                Phrase(CLOSED_WITHOUT, {"meeting": subject}),
                Phrase(ADVICE),
                counted(evidence, N_("Sittings closed"), closed),
                counted(evidence, N_("Decisions"), made),
            )


def _closed(evidence: Evidence, meeting: Meeting) -> Sequence[Sitting]:
    """The sittings of a meeting that were closed by the day, where it is over: none is open, none is to come."""
    sittings = evidence.sittings.get(meeting.key, ())
    if going_on(meeting, sittings, evidence.on):
        return ()
    ended = ((one, one.closed_at) for one in sittings)
    return [one for one, at in ended if at is not None and evidence.day_of(meeting.key, at) <= evidence.on]


def _adopted(evidence: Evidence, meeting: Meeting, made: Sequence[Decision]) -> bool:
    """Whether the record was adopted by the day that is judged, not before the last decision was."""
    days = [
        evidence.day_of(one.meeting, one.at) for one in evidence.facts.record_adoptions if one.meeting == meeting.key
    ]
    by_then = [day for day in days if day <= evidence.on]
    return bool(by_then) and max(by_then) >= max(one.adopted_on for one in made)
