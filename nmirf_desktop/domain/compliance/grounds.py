"""On what the notice of a meeting is reckoned where it is judged (R39–R41)."""

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact
from nmirf_desktop.domain.compliance.remaining import changed_by
from nmirf_desktop.domain.meetings import Meeting, NoticeGround


def notice_ground(evidence: Evidence, meeting: Meeting) -> NoticeGround:
    """The sittings, practices and numbers by which a meeting's notice is reckoned on the day that is judged."""
    facts = evidence.facts
    sittings = evidence.sittings.get(meeting.key, ())
    return NoticeGround(sittings, facts.choices, facts.time_zone, evidence.on, facts.rule_changes)


def notice_changed(evidence: Evidence, meeting: Meeting) -> tuple[Fact, ...]:
    """The change of the notice, where one holds for a meeting (R46)."""
    return changed_by(evidence, notice_ground(evidence, meeting).change(meeting))
