"""R36–R38: a meeting every year, what it is for, and who prepares its agenda."""

from collections.abc import Iterator

from nmirf_desktop.domain.agenda import PURPOSE_LABELS, missing_purposes
from nmirf_desktop.domain.committees import committee_on
from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, Judged, JudgedKind, not_judged, remark
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.declaration import FIRST_ANNUAL_YEAR, LONGEST_PAUSE_MONTHS
from nmirf_desktop.domain.meetings import (
    Meeting,
    MeetingKind,
    annual_meetings,
    is_network_meeting,
    notice_applies,
)
from nmirf_desktop.domain.periods import months_before
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.silence import unrecorded
from nmirf_desktop.i18n import N_

MEETING, OPENING = N_("Meeting"), N_("First day of the meeting")


def no_meeting(number: str) -> Finding:
    """A rule about meetings in a register that holds none to which it applies."""
    return not_judged(
        number,
        Phrase(N_("No meeting is recorded yet to which this applies.")),
        Phrase(N_("Plan the next annual meeting.")),
    )


def r36(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Frequency*, R36: a meeting for each year from 2025 on; a meeting names its year.

    Of past years before the first meeting of the Network that is recorded, held or planned, the register knows nothing:
    they are remarked on, and nothing is made of them.
    """
    known = [one for one in evidence.meetings if is_network_meeting(one)]
    if not known:
        yield no_meeting("R36")
        return
    if evidence.on.year < FIRST_ANNUAL_YEAR:
        said = Phrase(N_("There is an annual meeting for each year from {year} on."), {"year": FIRST_ANNUAL_YEAR})
        yield not_judged("R36", said, Phrase(N_("Plan the next annual meeting.")))
        return
    annual = annual_meetings(known)
    first = min(known, key=_first_year)
    began = min(max(FIRST_ANNUAL_YEAR, _first_year(first)), evidence.on.year)
    for year in range(began, evidence.on.year + 1):
        yield _year(evidence, year, annual.get(year, ()))
    yield from _pause(evidence)
    if began > FIRST_ANNUAL_YEAR:
        message = N_("Nothing is recorded of the Network’s meetings before {year}: the first one is {meeting}.")
        values = {"year": began, "meeting": first.symbol}
        advice = Phrase(N_("Record earlier meetings, if there were any."))
        yield remark("R36", meeting_judged(first), Phrase(message, values), advice, _meeting(evidence, first))


def _first_year(meeting: Meeting) -> int:
    """The first year that a meeting tells of: the one in which it is held, or the one that it counts for."""
    return min(meeting.opens_on.year, meeting.counts_for)


def _meeting(evidence: Evidence, meeting: Meeting) -> Fact:
    return taken_from(evidence, MEETING, meeting.symbol, meeting)


def _year(evidence: Evidence, year: int, meetings: tuple[Meeting, ...]) -> Finding:
    subject = Judged(JudgedKind.YEAR, str(year), str(year))
    values: dict[str, object] = {"year": year}
    facts = tuple(fact for one in meetings for fact in (_meeting(evidence, one), Fact(OPENING, one.opens_on)))
    if any(one.opens_on <= evidence.on for one in meetings):
        values["meetings"] = Listed(tuple(one.symbol for one in meetings))
        message = Phrase(N_("The annual meeting for {year} was held: {meetings}."), values)
        if all(one.closes_on >= evidence.on for one in meetings):
            values["last"] = max(one.closes_on for one in meetings)
            message = Phrase(N_("The annual meeting for {year} is being held, until {last}: {meetings}."), values)
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
        planned = any(one.kind is MeetingKind.ANNUAL and one.opens_on > evidence.on for one in evidence.meetings)
        advice = Phrase(N_("Hold the next one as planned.") if planned else N_("Plan the next annual meeting."))
        facts = (taken_from(evidence, N_("Closed on"), held[-1].closes_on, held[-1]),)
        yield Finding("R36", FindingState.KEPT, meeting_judged(held[-1]), Phrase(message, values), advice, facts)


def r37(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Frequency*, R37: an annual meeting reviews activities and discusses future directions."""
    annual = [one for one in evidence.meetings if one.kind is MeetingKind.ANNUAL]
    if not annual:
        yield no_meeting("R37")
    for meeting in annual:
        yield _purposes(evidence, meeting)


def _purposes(evidence: Evidence, meeting: Meeting) -> Finding:
    subject, coming = meeting_judged(meeting), meeting.opens_on > evidence.on
    items = evidence.items.get(meeting.key, ())
    facts = (_meeting(evidence, meeting), counted(evidence, N_("Items on the agenda"), items))
    if not items:
        state = FindingState.DUE if coming else FindingState.NOT_JUDGED
        message = Phrase(N_("{meeting}: its agenda has no item yet."), {"meeting": meeting.symbol})
        return Finding(
            "R37", state, subject, message, Phrase(N_("Enter the items, or begin with the standard ones.")), facts
        )
    missing = missing_purposes(items)
    if not missing and coming and not _settled(evidence, meeting):
        message = Phrase(
            N_("{meeting}: review of activities and future directions are on the draft of its agenda."),
            {"meeting": meeting.symbol},
        )
        advice = Phrase(N_("Keep both until the Executive Committee has agreed the agenda."))
        return Finding("R37", FindingState.DUE, subject, message, advice, facts)
    if not missing:
        message = Phrase(
            N_("{meeting}: review of activities and future directions are on the agenda."), {"meeting": meeting.symbol}
        )
        return Finding("R37", FindingState.KEPT, subject, message, facts=facts)
    values = {"meeting": meeting.symbol, "missing": Listed(tuple(Phrase(PURPOSE_LABELS[one]) for one in missing))}
    message = Phrase(N_("{meeting}: missing on the agenda: {missing}."), values)
    advice = Phrase(N_("Add an item for it, or mark the item that serves it."))
    return Finding("R37", FindingState.DUE if coming else FindingState.KEPT, subject, message, advice, facts)


def _settled(evidence: Evidence, meeting: Meeting) -> bool:
    """Whether the agenda of a meeting had been agreed or sent by the day: until then items come and go."""
    return meeting.agenda_agreed_on is not None or meeting.key in evidence.dispatches


def r38(evidence: Evidence) -> Iterator[Finding]:
    """*Network Meetings – Agenda*, R38, A10: the Executive Committee in office, or acting, prepares the agenda."""
    meetings = [one for one in evidence.meetings if notice_applies(one)]
    if not meetings:
        yield no_meeting("R38")
    for meeting in meetings:
        yield _prepared(evidence, meeting)


def _prepared(evidence: Evidence, meeting: Meeting) -> Finding:
    subject, values = meeting_judged(meeting), {"meeting": meeting.symbol, "agreed": meeting.agenda_agreed_on}
    agreed = meeting.agenda_agreed_on
    if agreed is None or agreed > evidence.on:
        coming = meeting.opens_on > evidence.on
        state = FindingState.DUE if coming else FindingState.KEPT
        kept = next((one for one, _ in unrecorded(evidence.facts.silences, (meeting,), evidence.on)), None)
        if kept is not None:
            message = N_(
                "{meeting}: silence on the agenda was kept until {last}; that it is agreed is not recorded yet."
            )
            advice = Phrase(N_("Record on the agenda’s page that it is agreed."))
            silence = taken_from(evidence, N_("Last day"), kept.closes_on, kept)
            said = Phrase(message, {**values, "last": kept.closes_on})
            return Finding("R38", state, subject, said, advice, (_meeting(evidence, meeting), silence))
        message = N_("{meeting}: that the Executive Committee agreed the agenda is not recorded yet.")
        advice = Phrase(N_("Record the day on which the Executive Committee agreed the agenda."))
        return Finding("R38", state, subject, Phrase(message, values), advice, (_meeting(evidence, meeting),))
    term = next((one for one in evidence.terms if one.key == meeting.agenda_agreed_by), None)
    facts: tuple[Fact, ...] = (taken_from(evidence, N_("Agreed on"), agreed, meeting),)
    if term is not None:
        facts = (*facts, taken_from(evidence, N_("Executive Committee"), evidence.term(term), term))
    office = committee_on(evidence.terms, (), agreed)
    if term is None or office is None or office.term.key != term.key:
        message = N_("{meeting}: the agenda was agreed on {agreed}, but not by the Executive Committee then in office.")
        advice = Phrase(N_("Name the Executive Committee that agreed it."))
        return Finding("R38", FindingState.KEPT, subject, Phrase(message, values), advice, facts)
    message = N_("{meeting}: the Executive Committee agreed the agenda on {agreed}.")
    return Finding("R38", FindingState.KEPT, subject, Phrase(message, values), facts=facts)
