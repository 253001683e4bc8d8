"""R28–R34: the Executive Committee in office, its mandate, its seats and its Coordinator."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from nmirf_desktop.domain.committees import (
    AppointingBody,
    Committee,
    Coordination,
    Seat,
    Spread,
    Term,
    appointed_at,
    renewal_due_from,
    seat_period,
    size_kept,
    sizes,
    spread,
    term_end,
)
from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import (
    Fact,
    Finding,
    FindingState,
    Judged,
    not_judged,
    not_kept,
    remark,
)
from nmirf_desktop.domain.declaration import SEATS_LEAST, SEATS_MOST
from nmirf_desktop.domain.meetings import MeetingKind
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_

SEATS, REGIONS = N_("Seats"), N_("Regional groups")


def _no_committee(number: str) -> Finding:
    return not_judged(
        number,
        Phrase(N_("No Executive Committee is recorded yet.")),
        Phrase(N_("Record its mandate with the seats, the meeting that appointed it and the Coordinator.")),
    )


def _kept(number: str, subject: Judged, message: Phrase, *facts: Fact) -> Finding:
    return Finding(number, FindingState.KEPT, subject, message, facts=facts)


def r28(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R28: three to five representatives, of as many States, on every day of a mandate."""
    if not evidence.committees:
        yield _no_committee("R28")
    for term in evidence.terms:
        yield from _size_before(evidence, term)
    for committee, day in evidence.committees:
        yield _size(evidence, committee, day)
        for code, times in Counter(seat.state for seat in committee.seats).items():
            if times > 1:
                message = N_("{state}: holds more than one seat of the Executive Committee.")
                advice = N_("End the seat that was recorded twice.")
                yield not_kept(
                    "R28", evidence.state(code), Phrase(message, {"state": evidence.named(code)}), Phrase(advice)
                )


def _size(evidence: Evidence, committee: Committee, day: datetime.date) -> Finding:
    held = len(committee.states)
    values: dict[str, object] = {"day": day, "seats": held, "least": SEATS_LEAST, "most": SEATS_MOST}
    names = Listed(tuple(evidence.named(code) for code in committee.states))
    facts = (Fact(SEATS, held), Fact(N_("States in the Committee"), names))
    message = Phrase(N_("Seats held on {day}: {seats}; the Declaration asks for {least} to {most}."), values)
    state, advice = FindingState.KEPT, Phrase()
    if not size_kept(held):
        state = FindingState.NOT_KEPT
        since, _ = sizes(committee.term, evidence.seats.get(committee.term.key, ()), day)[-1]
        values["since"] = since.start
        message = Phrase(N_("Seats held since {since}: {seats}; the Declaration asks for {least} to {most}."), values)
        advice = (
            Phrase(N_("Fill the vacant seats; a replacement serves the remainder of the mandate."))
            if held < SEATS_LEAST
            else Phrase(N_("End the seats that are too many."))
        )
    elif committee.acting:
        advice = Phrase(N_("Its mandate has ended: it acts until the next meeting renews it."))
    return Finding("R28", state, evidence.term(committee.term), message, advice, facts)


def _size_before(evidence: Evidence, term: Term) -> Iterator[Finding]:
    """The times in which a Committee was not of its size, up to the one that still lasts in office."""
    before = sizes(term, evidence.seats.get(term.key, ()), evidence.on)
    if evidence.committee is not None and evidence.committee.term.key == term.key:
        before = before[:-1]
    for time, seats in before:
        if not size_kept(seats):
            message = N_("Seats held from {first} to {last}: {seats}; the Declaration asks for {least} to {most}.")
            values = {"first": time.start, "last": time.last_day, "seats": seats}
            said = Phrase(message, {**values, "least": SEATS_LEAST, "most": SEATS_MOST})
            yield remark("R28", evidence.term(term), said, Phrase(N_("Let the next meeting take note of it.")))


def r29(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R29: the seats are of different regions; all of one region is not kept."""
    if not evidence.committees:
        yield _no_committee("R29")
    for committee, _day in evidence.committees:
        subject = evidence.term(committee.term)
        groups = {code: state.group for code in committee.states if (state := evidence.states.get(code))}
        named = Listed(tuple(Phrase(group.short_label) for group in dict.fromkeys(groups.values()) if group))
        facts = (Fact(SEATS, len(committee.states)), Fact(REGIONS, named))
        values = {"regions": named}
        match spread(tuple(groups.values())):
            case Spread.ALL_DIFFERENT:
                message = Phrase(N_("Each seat stands for another region: {regions}."), values)
                yield _kept("R29", subject, message, *facts)
            case Spread.REPEATED:
                message = Phrase(
                    N_("The seats stand for different regions, one of them more than once: {regions}."), values
                )
                advice = Phrase(N_("Each seat could stand for a region of its own."))
                yield Finding("R29", FindingState.KEPT, subject, message, advice, facts)
            case Spread.SINGLE:
                message = Phrase(N_("All seats stand for one region: {regions}."), values)
                advice = Phrase(N_("Fill the next seat from another region."))
                yield Finding("R29", FindingState.NOT_KEPT, subject, message, advice, facts)


def r30(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R30, A10: a mandate of three years; its end is announced, and then shown until renewed."""
    if not evidence.terms:
        yield _no_committee("R30")
    for place, term in enumerate(evidence.terms):
        yield from _mandate(evidence, term, evidence.terms[place + 1 :])
        yield from _agreed_after_the_end(evidence, term)


def _mandate(evidence: Evidence, term: Term, later: tuple[Term, ...]) -> Iterator[Finding]:
    subject, end = evidence.term(term), term.period.end
    full = term_end(term.period.start)
    values = {"first": term.period.start, "last": full - datetime.timedelta(days=1)}
    facts = (Fact(N_("First day"), values["first"]), Fact(N_("Last day"), term.period.last_day or "…"))
    if end is None or end > full:
        message = N_("A mandate from {first} lasts three years, until {last}; a later end is recorded.")
        advice = N_("Correct the last day.")
        yield Finding("R30", FindingState.NOT_KEPT, subject, Phrase(message, values), Phrase(advice), facts)
        return
    values["last"] = end - datetime.timedelta(days=1)
    if evidence.on >= end and not any(one.period.start <= evidence.on for one in later):
        message = N_("The mandate ended on {last} and has not been renewed; the Committee acts until then.")
        advice = N_("Put the appointment of the Executive Committee on the agenda of the next meeting.")
        yield Finding("R30", FindingState.NOT_KEPT, subject, Phrase(message, values), Phrase(advice), facts)
    elif evidence.on < end and evidence.on >= renewal_due_from(term) and not later:
        message = N_("The mandate ends on {last}.")
        advice = N_(
            "Prepare the renewal: call for candidatures, and an item on the agenda of a meeting before that day."
        )
        yield Finding("R30", FindingState.DUE, subject, Phrase(message, values), Phrase(advice), facts)
    else:
        yield _kept("R30", subject, Phrase(N_("The mandate runs from {first} to {last}."), values), *facts)


def _agreed_after_the_end(evidence: Evidence, term: Term) -> Iterator[Finding]:
    for meeting in evidence.meetings:
        agreed, end = meeting.agenda_agreed_on, term.period.end
        if meeting.agenda_agreed_by == term.key and agreed and end and end <= agreed <= evidence.on:
            subject = meeting_judged(meeting)
            message = N_(
                "{meeting}: its agenda was agreed on {agreed} by a Committee whose mandate had ended on {last}."
            )
            advice = N_("Let the meeting take note of it when it adopts its agenda.")
            values = {"meeting": meeting.symbol, "agreed": agreed, "last": term.period.last_day}
            yield not_kept("R30", subject, Phrase(message, values), Phrase(advice))


def r31(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R31: the mandate is the Committee's; a replacement ends with it."""
    if not evidence.terms:
        yield _no_committee("R31")
    for term in evidence.terms:
        seats = evidence.seats.get(term.key, ())
        outside = [seat for seat in seats if not seat_period(seat, term).within(term.period)]
        for seat in outside:
            message = N_("{state}: its seat does not lie within the mandate of the Committee.")
            advice = N_("Let the seat end with the mandate at the latest.")
            yield not_kept(
                "R31", evidence.term(term), Phrase(message, {"state": evidence.named(seat.state)}), Phrase(advice)
            )
        if not outside:
            yield _replacements(evidence, term, seats)


def _replacements(evidence: Evidence, term: Term, seats: Sequence[Seat]) -> Finding:
    later = [seat for seat in seats if seat.period.start > term.period.start]
    message = Phrase(N_("All seats were held from the beginning of the mandate."))
    if later:
        names = Listed(tuple(evidence.named(seat.state) for seat in later))
        message = Phrase(N_("Replacements serve the remainder of the mandate: {states}."), {"states": names})
    return _kept("R31", evidence.term(term), message, Fact(N_("Replacements"), len(later)))


def r32(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R32: a Committee is appointed during a meeting of the Network, by a decision."""
    if not evidence.terms:
        yield _no_committee("R32")
    for term in evidence.terms:
        subject = evidence.term(term)
        values: dict[str, object] = {"day": term.appointed_on}
        meeting = evidence.meeting.get(term.meeting or "")
        if meeting is None or not appointed_at(term, meeting):
            message = N_("Appointed on {day}, which is not a day of the meeting of the Network that it names.")
            if meeting is None:
                message = N_("Appointed on {day}; no meeting of the Network is named.")
            advice = N_("Name the meeting that appointed the Committee, and the day within its dates.")
            yield not_kept("R32", subject, Phrase(message, values), Phrase(advice))
            continue
        values["meeting"] = meeting.symbol
        message = N_("Appointed on {day}, during {meeting}.")
        decided = any(one.key == term.decision and one.meeting == meeting.key for one in evidence.decisions)
        if decided or meeting.kind is MeetingKind.FOUNDING:
            yield _kept("R32", subject, Phrase(message, values), Fact(N_("Meeting"), meeting.symbol))
        else:
            message = N_("Appointed on {day}, during {meeting}, without a recorded decision of that meeting.")
            advice = N_("Record the decision by which the meeting appointed the Committee.")
            yield not_kept("R32", subject, Phrase(message, values), Phrase(advice))


def r33(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R33, A6: seats are held by members of the Network; an observer's is remarked on."""
    if not evidence.committees:
        yield _no_committee("R33")
    for committee, _day in evidence.committees:
        subject = evidence.term(committee.term)
        found = [one for code in committee.states for one in _eligible(evidence, code)]
        yield from found
        if not found and committee.seats:
            facts = Fact(SEATS, len(committee.states))
            yield _kept("R33", subject, Phrase(N_("All seats are held by members of the Network.")), facts)
        elif not committee.seats:
            advice = Phrase(N_("Record the seats."))
            yield Finding("R33", FindingState.NOT_JUDGED, subject, Phrase(N_("No seat is recorded yet.")), advice)


def _eligible(evidence: Evidence, code: StateCode) -> Iterator[Finding]:
    """What is to be said where a seat is not held by a member of the day; for a seat to come, too."""
    held = evidence.current.get(code)
    subject, values = evidence.state(code), {"state": evidence.named(code)}
    if held is None:
        message = N_("{state}: holds a seat of the Executive Committee and is not in the Network.")
        yield not_kept("R33", subject, Phrase(message, values), Phrase(N_("End the seat, or record the membership.")))
    elif held.kind is MembershipKind.OBSERVER:
        message = N_("{state}: an observer holds a seat of the Executive Committee.")
        yield remark("R33", subject, Phrase(message, values), Phrase(N_("By default, seats are held by members.")))


def r34(evidence: Evidence) -> Iterator[Finding]:
    """*Coordinator*, R34: one of the Committee's members, appointed by it, alone and as long as the seat lasts."""
    if evidence.committee is None:
        yield _no_committee("R34")
        return
    committee = evidence.committee
    day = committee.term.period.last_day if committee.acting else evidence.on
    known = [one for one in evidence.facts.coordinations if one.appointed_on <= evidence.on]
    current = [one for one in known if one.period.holds(day or evidence.on)]
    subject = evidence.term(committee.term)
    seats = {seat.key: seat for seat in committee.seats}
    if not current:
        message, advice = (
            N_("There is no Coordinator."),
            N_("Record whom the Committee has appointed from its members."),
        )
        yield not_kept("R34", subject, Phrase(message), Phrase(advice))
    elif len(current) > 1:
        message, advice = N_("More than one Coordinator is recorded."), N_("End the earlier one.")
        yield not_kept("R34", subject, Phrase(message), Phrase(advice))
    elif current[0].seat not in seats:
        message, advice = (
            N_("The Coordinator holds no seat of the Committee."),
            N_("Record whom it has appointed since."),
        )
        yield not_kept("R34", subject, Phrase(message), Phrase(advice))
    else:
        yield _coordinator(evidence, committee, current[0], seats[current[0].seat])


def _coordinator(evidence: Evidence, committee: Committee, held: Coordination, seat: Seat) -> Finding:
    name = evidence.named(seat.state)
    facts = (Fact(N_("Coordinator"), name), Fact(N_("Appointed on"), held.appointed_on))
    message = Phrase(N_("Coordinator: {state}, appointed on {day}."), {"state": name, "day": held.appointed_on})
    advice = Phrase()
    if held.appointed_by is AppointingBody.MEETING:
        advice = Phrase(N_("The meeting chose the Coordinator; by the Declaration the Committee does."))
    elif committee.acting:
        advice = Phrase(N_("The mandate has ended: the Coordinator acts until the next meeting renews the Committee."))
    return Finding("R34", FindingState.KEPT, evidence.term(committee.term), message, advice, facts)
