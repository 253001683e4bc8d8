"""What Home answers without a click: what is due, what is late, what is missing, who is in office."""

import datetime
from collections import Counter
from dataclasses import dataclass

from nmirf_desktop.domain.committees import renewal_due_from
from nmirf_desktop.domain.compliance import Finding, FindingState, by_rule
from nmirf_desktop.domain.meetings import Meeting, next_meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Content, Phrase
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import CommitteeHistory, Committees
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.meetings import MeetingPlan, Meetings
from nmirf_desktop.services.members import Members, StateLine
from nmirf_desktop.services.readiness import Readiness, Unready
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due on a day; *meeting* or the Committee (``None``) is what it concerns."""

    day: datetime.date
    what: Phrase
    meeting: Key | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """Home on a day. *rules* counts the rules by their gravest answer; *unready* are the next meeting's texts."""

    due: tuple[Deadline, ...]
    late: tuple[Finding, ...]
    without_focal_point: tuple[StateLine, ...]
    incomplete_letters: tuple[StateLine, ...]
    unready: tuple[Unready, ...]
    committee: CommitteeHistory
    rules: Counter[FindingState]
    meeting: MeetingPlan | None


class Home:
    """The overview of a register."""

    def __init__(self, store: Store, states: States) -> None:
        self._members = Members(store, states)
        self._meetings = Meetings(store)
        self._committees = Committees(store)
        self._compliance = Compliance(store)
        self._readiness = Readiness(store)

    def overview(self, on: datetime.date) -> Overview:
        """Everything at once, as of a day."""
        lines = self._members.list(on)
        committee = self._committees.history(on)
        findings = self._compliance.check(on)
        coming = next_meeting(self._meetings.list(), on)
        plan = self._meetings.plan(coming.key) if coming is not None else None
        return Overview(
            due=tuple(sorted(_deadlines(plan, committee, on), key=lambda one: one.day)),
            late=tuple(finding for finding in findings if finding.state is FindingState.NOT_KEPT),
            without_focal_point=tuple(line for line in lines if line.lacks_focal_point),
            incomplete_letters=tuple(line for line in lines if line.pending),
            unready=self._readiness.of(coming.key) if coming is not None else (),
            committee=committee,
            rules=Counter(answer.state for answer in by_rule(findings)),
            meeting=plan,
        )


def _deadlines(plan: MeetingPlan | None, committee: CommitteeHistory, on: datetime.date) -> list[Deadline]:
    found = []
    if plan is not None:
        found += _of_meeting(plan.meeting, plan, on)
    current = committee.current
    if current is not None and current.term.period.last_day is not None and renewal_due_from(current.term) <= on:
        found.append(Deadline(current.term.period.last_day, Phrase(N_("The mandate of the Executive Committee ends"))))
    return found


def _of_meeting(meeting: Meeting, plan: MeetingPlan, on: datetime.date) -> list[Deadline]:
    title = Content(meeting.title)
    found = []
    if plan.notice is not None and not plan.notice.complete and plan.notice.deadline >= on:
        what = Phrase(N_("Last lawful day to send the agenda of “{meeting}”"), {"meeting": title})
        found.append(Deadline(plan.notice.deadline, what, meeting.key))
    if meeting.opens_on >= on:
        found.append(Deadline(meeting.opens_on, Phrase(N_("“{meeting}” opens"), {"meeting": title}), meeting.key))
    return found
