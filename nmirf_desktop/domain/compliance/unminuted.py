"""What a meeting did after its minutes had been approved: it is recorded, and stands in no minutes."""

from collections.abc import Iterator
from operator import attrgetter

from nmirf_desktop.domain.compliance.evidence import Evidence, grouped, meeting_judged
from nmirf_desktop.domain.compliance.findings import Finding, remark
from nmirf_desktop.domain.compliance.records import counted
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_

AFTER_APPROVAL = N_("{meeting}: something was recorded of it after its minutes had been approved on {date}.")
ADVICE = N_("Put right what was recorded by mistake; what did happen is told by the minutes of the next meeting.")


def unminuted(evidence: Evidence) -> Iterator[Finding]:
    """*Practice* (formats, section 1): approved minutes are final; a remark where the meeting went on after that day.

    What happened on the day of the approval itself may have been before it.
    """
    votes = grouped(evidence.votes, attrgetter("meeting"))
    decisions = grouped(evidence.decisions, attrgetter("meeting"))
    for minutes in evidence.facts.minutes:
        approved, meeting = minutes.approved_on, evidence.meeting.get(minutes.meeting)
        if approved is None or meeting is None or approved > evidence.on:
            continue
        key, day_of = meeting.key, evidence.day_of
        sittings = evidence.sittings.get(key, ())
        opened = [one for one in sittings if one.opened_at is not None and day_of(key, one.opened_at) > approved]
        decided = [one for one in decisions.get(key, ()) if one.adopted_on > approved]
        voted = [one for one in votes.get(key, ()) if day_of(key, one.opened_at) > approved]
        heard = [one for one in evidence.heard.get(key, ()) if day_of(key, one.at) > approved]
        facts = (
            (N_("Sittings opened"), opened),
            (N_("Decisions"), decided),
            (N_("Votes"), voted),
            (N_("Statements"), heard),
        )
        if any(records for _, records in facts):
            subject = meeting_judged(meeting)
            yield remark(
                "R12",
                subject,
                Phrase(AFTER_APPROVAL, {"meeting": subject, "date": approved}),
                Phrase(ADVICE),
                *(counted(evidence, label, records) for label, records in facts if records),
            )
