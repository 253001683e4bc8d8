"""R36–R40: a meeting every year, what it is for, who prepares its agenda and when the members get it."""

import datetime
from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.agenda import PURPOSE_LABELS, missing_purposes
from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, Judged, JudgedKind, not_judged
from nmirf_desktop.domain.declaration import FIRST_ANNUAL_YEAR, LONGEST_PAUSE_MONTHS
from nmirf_desktop.domain.meetings import (
    AgendaDispatch,
    Audience,
    Meeting,
    MeetingKind,
    Notice,
    annual_meetings,
    is_network_meeting,
    notice,
    notice_applies,
    notice_deadline,
    notice_sentence,
)
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import StateCode, months_before
from nmirf_desktop.domain.phrases import Days, Listed, Phrase
from nmirf_desktop.i18n import N_

MEETING, OPENING = N_("Meeting"), N_("First day of the meeting")


def _no_meeting(number: str) -> Finding:
    return not_judged(
        number,
        Phrase(N_("No meeting is recorded yet to which this applies.")),
        Phrase(N_("Plan the next annual meeting.")),
    )


def r36(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Frequency*, R36: a meeting for each year from 2025 on; a meeting names its year."""
    if not any(is_network_meeting(one) for one in evidence.meetings) or evidence.on.year < FIRST_ANNUAL_YEAR:
        yield _no_meeting("R36")
        return
    annual = annual_meetings(evidence.meetings)
    for year in range(FIRST_ANNUAL_YEAR, evidence.on.year + 1):
        yield _year(evidence, year, annual.get(year, ()))
    yield from _pause(evidence)


def _year(evidence: Evidence, year: int, meetings: tuple[Meeting, ...]) -> Finding:
    subject = Judged(JudgedKind.YEAR, str(year), str(year))
    values: dict[str, object] = {"year": year}
    facts = tuple(fact for one in meetings for fact in (Fact(MEETING, one.symbol), Fact(OPENING, one.opens_on)))
    if any(one.opens_on <= evidence.on for one in meetings):
        values["meetings"] = Listed(tuple(one.symbol for one in meetings))
        message = Phrase(N_("The annual meeting for {year} was held: {meetings}."), values)
        return Finding("R36", FindingState.KEPT, subject, message, facts=facts)
    if meetings:
        message = Phrase(
            N_("The annual meeting for {year} opens on {opening}."), {**values, "opening": meetings[0].opens_on}
        )
        return Finding("R36", FindingState.DUE, subject, message, Phrase(N_("Hold it as planned.")), facts)
    if year == evidence.on.year:
        message = Phrase(N_("No annual meeting is planned for {year} yet."), values)
        return Finding("R36", FindingState.DUE, subject, message, Phrase(N_("Plan it, with its dates and place.")))
    message = Phrase(N_("No annual meeting is recorded for {year}."), values)
    advice = Phrase(N_("Record the meeting that counts for that year, if there was one."))
    return Finding("R36", FindingState.NOT_KEPT, subject, message, advice)


def _pause(evidence: Evidence) -> Iterator[Finding]:
    """A remark where the last meeting of the whole Network is more than twelve months ago."""
    held = [
        one
        for one in evidence.meetings
        if one.kind in (MeetingKind.FOUNDING, MeetingKind.ANNUAL) and one.opens_on <= evidence.on
    ]
    if held and held[-1].closes_on < months_before(evidence.on, LONGEST_PAUSE_MONTHS):
        message = N_("The last meeting of the Network, {meeting}, closed on {closed}, more than twelve months ago.")
        values = {"meeting": held[-1].symbol, "closed": held[-1].closes_on}
        advice = Phrase(N_("Plan the next annual meeting."))
        yield Finding("R36", FindingState.KEPT, meeting_judged(held[-1]), Phrase(message, values), advice)


def r37(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Frequency*, R37: an annual meeting reviews activities and discusses future directions."""
    annual = [one for one in evidence.meetings if one.kind is MeetingKind.ANNUAL]
    if not annual:
        yield _no_meeting("R37")
    for meeting in annual:
        yield _purposes(evidence, meeting)


def _purposes(evidence: Evidence, meeting: Meeting) -> Finding:
    subject, coming = meeting_judged(meeting), meeting.opens_on > evidence.on
    items = evidence.items.get(meeting.key, ())
    facts = (Fact(N_("Items on the agenda"), len(items)),)
    if not items:
        state = FindingState.DUE if coming else FindingState.NOT_JUDGED
        message = Phrase(N_("{meeting}: its agenda has no item yet."), {"meeting": meeting.symbol})
        return Finding(
            "R37", state, subject, message, Phrase(N_("Enter the items, or begin with the standard ones.")), facts
        )
    missing = missing_purposes(items)
    if not missing:
        message = Phrase(
            N_("{meeting}: review of activities and future directions are on the agenda."), {"meeting": meeting.symbol}
        )
        return Finding("R37", FindingState.KEPT, subject, message, facts=facts)
    values = {"meeting": meeting.symbol, "missing": Listed(tuple(Phrase(PURPOSE_LABELS[one]) for one in missing))}
    message = Phrase(N_("{meeting}: missing on the agenda: {missing}."), values)
    advice = Phrase(N_("Add an item for it, or mark the item that serves it."))
    return Finding("R37", FindingState.DUE if coming else FindingState.KEPT, subject, message, advice, facts)


def r38(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Agenda*, R38: the Executive Committee prepares the agenda."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield _no_meeting("R38")
    for meeting in meetings:
        yield _prepared(evidence, meeting)


def _prepared(evidence: Evidence, meeting: Meeting) -> Finding:
    subject, values = meeting_judged(meeting), {"meeting": meeting.symbol, "agreed": meeting.agenda_agreed_on}
    agreed = meeting.agenda_agreed_on
    if agreed is None or agreed > evidence.on:
        coming = meeting.opens_on > evidence.on
        message = N_("{meeting}: that the Executive Committee agreed the agenda is not recorded yet.")
        advice = Phrase(N_("Record the day on which the Executive Committee agreed the agenda."))
        state = FindingState.DUE if coming else FindingState.KEPT
        return Finding("R38", state, subject, Phrase(message, values), advice)
    facts = (Fact(N_("Agreed on"), agreed),)
    term = next((one for one in evidence.terms if one.key == meeting.agenda_agreed_by), None)
    if term is None or not term.period.holds(agreed):
        message = N_("{meeting}: the agenda was agreed on {agreed}, but not by the Executive Committee then in office.")
        advice = Phrase(N_("Name the Executive Committee that agreed it."))
        return Finding("R38", FindingState.KEPT, subject, Phrase(message, values), advice, facts)
    message = N_("{meeting}: the Executive Committee agreed the agenda on {agreed}.")
    return Finding("R38", FindingState.KEPT, subject, Phrase(message, values), facts=facts)


def r39(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Agenda*, R39: every member is sent the agenda one month before the first day, or earlier."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield _no_meeting("R39")
    for meeting in meetings:
        sent = evidence.dispatches.get(meeting.key, ())
        found = notice(meeting, sent, tuple(sorted(_protected(evidence, meeting))))
        yield _notice(evidence, meeting, found)


def _protected(evidence: Evidence, meeting: Meeting) -> frozenset[StateCode]:
    """The members on the deadline; while it is still to come, those of today."""
    return evidence.members_at(min(notice_deadline(meeting.opens_on), evidence.on))


def _notice(evidence: Evidence, meeting: Meeting, found: Notice) -> Finding:
    said = notice_sentence(found, evidence.on, evidence.states)
    message = Phrase(N_("{meeting}. {notice}"), {"meeting": meeting.symbol, "notice": said})
    facts = [Fact(OPENING, found.opens_on), Fact(N_("Last day for sending"), found.deadline)]
    facts += [Fact(N_("Last sent on"), found.latest)] if found.latest else []
    facts += [Fact(N_("Members to be reached"), found.recipients), Fact(N_("Members not reached"), len(found.missing))]
    state, advice = FindingState.KEPT, Phrase()
    if found.on_time:
        facts.append(Fact(N_("Margin"), Days(found.margin or 0)))
    elif found.late or evidence.on > found.deadline:
        state, advice = FindingState.NOT_KEPT, _explained(evidence, meeting, found)
    else:
        state = FindingState.DUE
        left = Days((found.deadline - evidence.on).days)
        advice = Phrase(N_("Send it to every member; time left: {left}."), {"left": left})
    return Finding("R39", state, meeting_judged(meeting), message, advice, tuple(facts))


def _explained(evidence: Evidence, meeting: Meeting, found: Notice) -> Phrase:
    reasons = [one.reason for one in evidence.dispatches.get(meeting.key, ()) if one.reason]
    if reasons:
        return Phrase(N_("Reason recorded: {reason}"), {"reason": reasons[-1]})
    if not found.complete and meeting.opens_on > evidence.on:
        return Phrase(N_("Send it now, and record the reason for the delay."))
    return Phrase(N_("It is recorded as it happened; you can add the reason."))


def r40(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Agenda*, R40: observers and OHCHR get the agenda too; who joins later, on joining."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield _no_meeting("R40")
    for meeting in meetings:
        yield _audiences(evidence, meeting)


def _audiences(evidence: Evidence, meeting: Meeting) -> Finding:
    subject = meeting_judged(meeting)
    values: dict[str, object] = {"meeting": meeting.symbol}
    sent = evidence.dispatches.get(meeting.key, ())
    reached = {one.audience for one in sent}
    facts = tuple(Fact(label, _last_sent(sent, audience)) for audience, label in AUDIENCE_LABELS.items())
    if not sent:
        message = Phrase(N_("{meeting}: the agenda has not been sent to anybody yet."), values)
        return Finding("R40", FindingState.DUE, subject, message, Phrase(N_("Send it to observers and OHCHR, too.")))
    expected = [Audience.OBSERVERS] if _has_observers(evidence, meeting) else []
    missing = [one for one in (*expected, Audience.OHCHR) if one not in reached]
    if not missing:
        message = Phrase(N_("{meeting}: the agenda went to members, observers and OHCHR."), values)
        return Finding("R40", FindingState.KEPT, subject, message, facts=facts)
    values["missing"] = Listed(tuple(Phrase(AUDIENCE_LABELS[one]) for one in missing))
    message = Phrase(N_("{meeting}: the agenda has not been sent to: {missing}."), values)
    advice = Phrase(N_("The rule protects members only; send it to the others, too."))
    return Finding("R40", FindingState.KEPT, subject, message, advice, facts)


def _last_sent(sent: Iterable[AgendaDispatch], audience: Audience) -> datetime.date | str:
    return max((one.sent_on for one in sent if one.audience is audience), default="…")


def _has_observers(evidence: Evidence, meeting: Meeting) -> bool:
    day = min(meeting.opens_on, evidence.on)
    return any(one.kind is MembershipKind.OBSERVER and one.period.holds(day) for one in evidence.memberships)


AUDIENCE_LABELS = {
    Audience.MEMBERS: N_("Members"),
    Audience.OBSERVERS: N_("Observers"),
    Audience.OHCHR: N_("OHCHR"),
}
