"""R41: States without a mechanism are invited to the meetings of the Network."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState
from nmirf_desktop.domain.compliance.grounds import notice_changed, notice_ground
from nmirf_desktop.domain.compliance.meetings import MEETING, no_meeting
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.meetings import Meeting, notice_applies
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import N_


def r41(evidence: Evidence) -> Iterator[Finding]:
    """*Vision*, R41: each meeting’s list of invited has observers in it, and may have any other State."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield no_meeting("R41")
    for meeting in meetings:
        yield _invited(evidence, meeting)


def _invited(evidence: Evidence, meeting: Meeting) -> Finding:
    """Kept with an observer invited; where the Network has none, with any State that is no member.

    Before the last day for the agenda it is due; after it, it is no fault, and is said.
    """
    day = min(meeting.opens_on, evidence.on)
    held = evidence.held_on(day, MembershipKind.OBSERVER)
    members, observers = evidence.members_at(day), {one.state for one in held}
    sent = [one for one in evidence.invited.get(meeting.key, ()) if one.state not in members]
    seen = [one for one in sent if one.state in observers]
    others = [one for one in sent if one.state not in observers]
    subject, last = meeting_judged(meeting), notice_ground(evidence, meeting).deadline(meeting)
    values: dict[str, object] = {"meeting": meeting.symbol, "day": last}
    facts = (
        taken_from(evidence, MEETING, meeting.symbol, meeting),
        counted(evidence, N_("Observers of the day"), held),
        counted(evidence, N_("Observers invited"), seen),
        counted(evidence, N_("Other States invited"), others),
        Fact(N_("Last day for the agenda"), last),
        *notice_changed(evidence, meeting),
    )
    if seen or (others and not held):
        message = Phrase(N_("{meeting}: States without a mechanism are invited."), values)
        return Finding("R41", FindingState.KEPT, subject, message, facts=facts)
    if not held:
        message = Phrase(N_("{meeting}: the Network has no observers, and no other State is invited."), values)
        if meeting.opens_on < evidence.on:
            said = N_("{meeting}: on its first day the Network had no observers, and no other State was invited.")
            message = Phrase(said, values)
    else:
        message = Phrase(N_("{meeting}: no observer is recorded as invited."), values)
    if evidence.on > last:
        advice = Phrase(N_("It is no fault: record the invitations that went out, or invite them to the next meeting."))
        return Finding("R41", FindingState.KEPT, subject, message, advice, facts)
    advice = Phrase(N_("Invite the observers, and other States as you see fit, by {day} with the agenda."), values)
    return Finding("R41", FindingState.DUE, subject, message, advice, facts)
