"""What of the findings is history: it happened, it is told under the rules, and nobody can do anything about it now.

What concerns the agenda of a meeting is history once the meeting is over. Anything else about a meeting, about what was
put, voted or decided in it, about a year or about a mandate is so once a later annual meeting is over, to which it
could still be told. What concerns a State, the register itself or the Committee in office never is, also where its
mandate has ended and nobody renewed it: it is put in order as long as it is so.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from nmirf_desktop.domain.committees import committee_on
from nmirf_desktop.domain.compliance.facts import RegisterFacts
from nmirf_desktop.domain.compliance.findings import Finding, JudgedKind
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.periods import Key

OF_AGENDA = frozenset({"R38", "R39", "R40"})
"""The rules of the section *Network Meetings – Agenda*, which nothing can be done for once the meeting is over."""


def open_findings(findings: Iterable[Finding], facts: RegisterFacts, on: datetime.date) -> tuple[Finding, ...]:
    """Those of the *findings* of a day that are not history yet."""
    days = _days(facts, on)
    over = max((one.opens_on for one in facts.meetings if _annual_over(one.kind, one.closes_on, on)), default=None)

    def is_open(finding: Finding) -> bool:
        day = days[finding.subject.kind](finding.subject.key) if finding.subject.kind in days else None
        if day is None or day >= on:
            return True
        return finding.rule not in OF_AGENDA and (over is None or over <= day)

    return tuple(finding for finding in findings if is_open(finding))


def _annual_over(kind: MeetingKind, closes_on: datetime.date, on: datetime.date) -> bool:
    return kind is MeetingKind.ANNUAL and closes_on < on


def _days(facts: RegisterFacts, on: datetime.date) -> Mapping[JudgedKind, Callable[[Key], datetime.date | None]]:
    """For each kind of object that passes, what gives the last day of the one of a key; ``None`` where it has none."""
    closes = {one.key: one.closes_on for one in facts.meetings}
    meeting = {one.key: one.meeting for one in facts.proposals}
    meeting |= {one.key: one.meeting for one in facts.votes} | {one.key: one.meeting for one in facts.decisions}
    meeting |= {one.key: one.meeting for one in facts.elections}
    office = committee_on((one for one in facts.terms if one.appointed_on <= on), (), on)
    terms = {one.key: one.period.last_day for one in facts.terms if office is None or one.key != office.term.key}

    def of_text(key: Key) -> datetime.date | None:
        return closes.get(meeting.get(key, ""))

    return MappingProxyType(
        {
            JudgedKind.MEETING: closes.get,
            JudgedKind.PROPOSAL: of_text,
            JudgedKind.VOTE: of_text,
            JudgedKind.DECISION: of_text,
            JudgedKind.ELECTION: of_text,
            JudgedKind.TERM: terms.get,
            JudgedKind.SILENCE: {one.key: one.agreed_on for one in facts.silences}.get,
            JudgedKind.YEAR: lambda key: datetime.date(int(key), 12, 31),
        }
    )
