"""R28–R34: the Executive Committee in office, its mandate, its seats and its Coordinator."""

import datetime
from collections import Counter
from collections.abc import Iterator

from nmirf_desktop.domain.committees import (
    AppointingBody,
    Committee,
    Coordination,
    Seat,
    Spread,
    Term,
    coordinations_on,
    renewal_due_from,
    size_kept,
    sizes,
    spread,
    term_end,
)
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.expired import MANDATE, agreed_after_the_end, followed, met_since
from nmirf_desktop.domain.compliance.findings import (
    Fact,
    Finding,
    FindingState,
    Judged,
    not_judged,
    not_kept,
    remark,
)
from nmirf_desktop.domain.compliance.membership import since
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.compliance.remaining import changed_by, decided_by, seats_asked
from nmirf_desktop.domain.compliance.silent import in_force
from nmirf_desktop.domain.meetings import notice_deadline
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.practices import Option
from nmirf_desktop.domain.regions import region_of, scheme
from nmirf_desktop.domain.rule_changes import Figure
from nmirf_desktop.i18n import N_

APPOINTED, IN_NETWORK = N_("Appointed on"), N_("Members and observers with a seat")
SEATS = N_("Seats")
SIZE = (Figure.SEATS_LEAST, Figure.SEATS_MOST)
RENEW = N_("Put the appointment of the Executive Committee on the agenda of the next meeting.")
"""What can be done about a Committee that acts on: nobody takes a seat or the coordination after the mandate."""
REGIONS = {Option.REGIONAL_GROUP: N_("Regional groups"), Option.M49_REGION: N_("Regions (M49)")}


def no_committee(number: str) -> Finding:
    """A rule about the Committee in a register that holds none yet."""
    return not_judged(
        number,
        Phrase(N_("No Executive Committee is recorded yet.")),
        Phrase(N_("Record its mandate with the seats, the meeting that appointed it and the Coordinator.")),
    )


def _kept(number: str, subject: Judged, message: Phrase, *facts: Fact) -> Finding:
    return Finding(number, FindingState.KEPT, subject, message, facts=facts)


def mandate_from(evidence: Evidence, term: Term) -> Fact:
    """The first day of a mandate."""
    return taken_from(evidence, MANDATE, term.period.start, term)


def _seats_so_far(evidence: Evidence, term: Term, day: datetime.date) -> Fact:
    """The seats of a Committee by a day, those that ended since included."""
    begun = (one for one in evidence.seats.get(term.key, ()) if one.period.start <= day)
    return counted(evidence, N_("Seats since the mandate began, ended ones included"), begun)


def r28(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R28: three to five representatives, of as many States, on every day of a mandate."""
    if not evidence.committees:
        yield no_committee("R28")
    for term in evidence.terms:
        yield from _size_before(evidence, term)
    for committee, day in evidence.committees:
        yield _size(evidence, committee, day)
        for code, times in Counter(seat.state for seat in committee.seats).items():
            if times > 1:
                message = N_("{state}: holds more than one seat of the Executive Committee.")
                advice = N_("End the seat that was recorded twice.")
                twice = counted(evidence, SEATS, (seat for seat in committee.seats if seat.state == code))
                said = Phrase(message, {"state": evidence.named(code)})
                yield not_kept("R28", evidence.state(code), said, Phrase(advice), twice)


def _size(evidence: Evidence, committee: Committee, day: datetime.date) -> Finding:
    held = len(committee.states)
    figures, (least, _most) = evidence.facts.figures, evidence.facts.figures.seats(day)
    values: dict[str, object] = {"day": day, "seats": held, "asked": seats_asked(evidence, day)}
    names = Listed(tuple(evidence.named(code) for code in committee.states), alphabetical=True)
    facts = (
        counted(evidence, SEATS, committee.seats),
        Fact(N_("States in the Committee"), names),
        mandate_from(evidence, committee.term),
        _seats_so_far(evidence, committee.term, day),
        *_changed(evidence, day),
    )
    message = Phrase(N_("Seats held on {day}: {seats}; {asked}."), values)
    state, advice = FindingState.KEPT, Phrase()
    if not size_kept(held, day, figures):
        state = FindingState.NOT_KEPT
        since, _ = _sizes(evidence, committee.term, day)[-1]
        values["since"] = since.start
        message = Phrase(N_("Seats held since {since}: {seats}; {asked}."), values)
        advice = Phrase(N_("End the seats that are too many."))
        if committee.acting:
            advice = Phrase(RENEW)
        elif held < least:
            advice = Phrase(N_("Fill the vacant seats; a replacement serves the remainder of the mandate."))
    elif committee.acting:
        message, advice = _acting(message), Phrase(RENEW)
    return Finding("R28", state, evidence.term(committee.term), message, advice, facts)


def _changed(evidence: Evidence, day: datetime.date) -> tuple[Fact, ...]:
    """How the size of the Committee that holds on a day was changed, and by which decisions."""
    changes = [evidence.facts.figures.change(one, day) for one in SIZE]
    return *changed_by(evidence, *changes), *decided_by(evidence, *changes)


def _sizes(evidence: Evidence, term: Term, until: datetime.date) -> tuple[tuple[Period, int], ...]:
    """How many seats were held, time by time (:func:`sizes`); a change of the rule begins another time (R46)."""
    held = sizes(term, evidence.seats.get(term.key, ()), until)
    return tuple((part, seats) for time, seats in held for part in evidence.facts.figures.split(time, *SIZE))


def _acting(message: Phrase) -> Phrase:
    """What was found, and that it is so after the mandate: a remark stands where every reader sees it."""
    frame = N_("{found} The mandate has ended; the Committee acts until a meeting of the Network renews it.")
    return Phrase(frame, {"found": message})


def _size_before(evidence: Evidence, term: Term) -> Iterator[Finding]:
    """The times in which a Committee was not of its size, up to the one that still lasts in office.

    Each is remarked on until a meeting of the Network was held since.
    """
    over = evidence.over(term)
    until = evidence.on if over is None else min(evidence.on, over - datetime.timedelta(days=1))
    before = _sizes(evidence, term, until)
    if evidence.committee is not None and evidence.committee.term.key == term.key:
        before = before[:-1]
    for time, seats in before:
        if not size_kept(seats, time.start, evidence.facts.figures):
            message = N_("Seats held from {first} to {last}: {seats}; {asked}.")
            end = min((day for day in (time.end, over) if day is not None), default=None)
            values = {"first": time.start, "last": Period(time.start, end).last_day or "…", "seats": seats}
            said = Phrase(message, {**values, "asked": seats_asked(evidence, time.start)})
            facts = [mandate_from(evidence, term), _seats_so_far(evidence, term, evidence.on)]
            facts += _changed(evidence, time.start)
            met = met_since(evidence, end)
            if met is not None:
                facts.append(taken_from(evidence, N_("Meeting of the Network held since"), met.symbol, met))
            advice = Phrase(N_("Let the next meeting take note of it.")) if met is None else Phrase()
            yield remark("R28", evidence.term(term), said, advice, *facts)


def r29(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R29, A7, A8: the seats are of different regions; all of one region is not kept.

    The regions are those of the practice in force on the day on which the Committee is looked at.
    """
    if not evidence.committees:
        yield no_committee("R29")
    for committee, day in evidence.committees:
        yield _spread(evidence, committee, day)


def _spread(evidence: Evidence, committee: Committee, day: datetime.date) -> Finding:
    subject, where = evidence.term(committee.term), _regions(evidence, committee, day)
    named = Listed(tuple(Phrase(region) for region in dict.fromkeys(where) if region))
    facts = (
        counted(evidence, SEATS, committee.seats),
        Fact(REGIONS[scheme(evidence.practices_at(day))], named),
        mandate_from(evidence, committee.term),
        *_regrouped(evidence, committee),
        *in_force(evidence, "R29", day),
    )
    values, state, advice = {"regions": named}, FindingState.KEPT, Phrase()
    message = Phrase(N_("Each seat stands for another region: {regions}."), values)
    found = spread(where)
    if found is Spread.REPEATED:
        often = Listed(tuple(Phrase(region) for region, seats in Counter(where).items() if region and seats > 1))
        message = Phrase(
            N_("The seats stand for different regions; more than one stands for: {regions}."), {"regions": often}
        )
        advice = Phrase(N_("Each seat could stand for a region of its own."))
    elif found is Spread.SINGLE:
        state, message = FindingState.NOT_KEPT, Phrase(N_("All seats stand for one region: {regions}."), values)
        advice = Phrase(N_("Fill the next seat from another region."))
    if not committee.seats:
        state, message = FindingState.NOT_JUDGED, Phrase(N_("No seat is recorded yet."))
        advice = Phrase(N_("Record the seats."))
    return Finding("R29", state, subject, message, advice, facts)


def _regions(evidence: Evidence, committee: Committee, day: datetime.date) -> tuple[str | None, ...]:
    """The region of each seat, as a marked constant; ``None`` where its State stands in none."""
    by = scheme(evidence.practices_at(day))
    known = [state for seat in committee.seats if (state := evidence.states.get(seat.state))]
    return tuple(region.short_label if (region := region_of(state, by)) else None for state in known)


def _regrouped(evidence: Evidence, committee: Committee) -> tuple[Fact, ...]:
    """The changes of group that hold for States in the Committee."""
    codes = frozenset(committee.states)
    moved = [one for one in evidence.facts.regroupings if one.state in codes and one.since <= evidence.on]
    return (counted(evidence, N_("Changes of regional group"), moved),) if moved else ()


def r30(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R30, A10: a mandate of three years; its end is announced, and then shown until renewed."""
    if not evidence.terms:
        yield no_committee("R30")
    for place, term in enumerate(evidence.terms):
        yield from _mandate(evidence, term, evidence.terms[place + 1 :])
        yield from agreed_after_the_end(evidence, term)


def _mandate(evidence: Evidence, term: Term, later: tuple[Term, ...]) -> Iterator[Finding]:
    subject, end, start = evidence.term(term), term.period.end, term.period.start
    full, change = (
        term_end(term.period.start, evidence.facts.figures),
        evidence.facts.figures.change(Figure.TERM_YEARS, start),
    )
    values = {"first": term.period.start, "last": full - datetime.timedelta(days=1)}
    facts = (
        taken_from(evidence, N_("First day"), term.period.start, term),
        Fact(N_("Last day"), term.period.last_day or "…"),
        *followed(evidence, later),
        *changed_by(evidence, change),
    )
    if end is None or end > full:
        message = N_("A mandate from {first} lasts three years, until {last}; a later end is recorded.")
        if change is not None:
            message = N_(
                "A mandate from {first} lasts until {last}, by the rule of its first day; a later end is recorded."
            )
        advice = N_("Correct the last day.")
        yield Finding("R30", FindingState.NOT_KEPT, subject, Phrase(message, values), Phrase(advice), facts)
        return
    values["last"] = end - datetime.timedelta(days=1)
    if evidence.on >= end and not any(one.period.start <= evidence.on for one in later):
        message, advice = N_("The mandate ended on {last}; the Committee acts until a meeting renews it."), RENEW
        if later:
            values["next"] = later[0].period.start
            message = N_("The mandate ended on {last}; the Committee acts until the next one begins on {next}.")
            advice = N_("Let the next meeting take note of it.")
        yield Finding("R30", FindingState.NOT_KEPT, subject, Phrase(message, values), Phrase(advice), facts)
    elif evidence.on < end and evidence.on >= renewal_due_from(term) and not later:
        yield _ending(evidence, term, end, facts)
    else:
        yield _kept("R30", subject, _course(evidence, end, later, values), *facts)


_COURSES = {
    (False, False): N_("The mandate runs from {first} to {last}; the next Committee follows it on {next}."),
    (False, True): N_("The mandate ran from {first} to {last}; the next Committee followed it on {next}."),
    (True, False): N_("The mandate runs from {first} to {last}; another Committee follows it on {next} already."),
    (True, True): N_("The mandate from {first} was to run to {last}; another Committee followed it on {next} already."),
}
"""How a mandate is said that another one follows: whether that one begins early, and whether it has begun."""


def _course(
    evidence: Evidence, end: datetime.date, later: tuple[Term, ...], values: dict[str, datetime.date]
) -> Phrase:
    """A mandate with its days, by which it is told from the others, and what follows it."""
    if not later:
        return Phrase(N_("The mandate runs from {first} to {last}."), values)
    follows = later[0].period.start
    return Phrase(_COURSES[follows < end, follows <= evidence.on], {**values, "next": follows})


def _ending(evidence: Evidence, term: Term, end: datetime.date, facts: tuple[Fact, ...]) -> Finding:
    """A mandate in its last months: to be renewed, or to be followed by the one whose appointment is recorded ahead."""
    values: dict[str, object] = {"last": end - datetime.timedelta(days=1)}
    message, advice = N_("The mandate ends on {last}."), _renewal(evidence, end)
    facts = (*facts, *changed_by(evidence, evidence.facts.figures.notice(end)[1]))
    planned = min(evidence.planned, key=lambda one: one.period.start, default=None)
    if planned is not None:
        values |= {"day": planned.appointed_on, "next": planned.period.start}
        message = N_("The mandate ends on {last}. The next Committee is to be appointed on {day}, to sit from {next}.")
        advice = N_("Once the meeting has appointed it, record the decision.")
        facts = (*facts, *followed(evidence, (planned,)))
    return Finding("R30", FindingState.DUE, evidence.term(term), Phrase(message, values), Phrase(advice), facts)


def _renewal(evidence: Evidence, end: datetime.date) -> str:
    """What can still be done before the end: an item on an agenda where a meeting is planned, or can yet be called."""
    planned = any(evidence.on < one.opens_on < end for one in evidence.meetings)
    if planned or notice_deadline(end, evidence.facts.figures) > evidence.on:
        return N_("Prepare the renewal: call for candidatures, and an item on the agenda of a meeting before that day.")
    return N_("No meeting comes before that day: put the appointment on the agenda of the next one.")


def r33(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R33, A6: seats are held by members of the Network; an observer's is remarked on.

    Where the practice of the day lets observers sit, too, nothing is remarked.
    """
    if not evidence.committees:
        yield no_committee("R33")
    for committee, day in evidence.committees:
        subject, practice = evidence.term(committee.term), in_force(evidence, "R33", day)
        found = [one for seat in committee.seats for one in _eligible(evidence, seat, day)]
        yield from found
        if not committee.seats:
            facts, advice = (mandate_from(evidence, committee.term), *practice), Phrase(N_("Record the seats."))
            message = Phrase(N_("No seat is recorded yet."))
            yield Finding("R33", FindingState.NOT_JUDGED, subject, message, advice, facts)
        elif not found:
            held = [one for code in committee.states if (one := evidence.current.get(code))]
            observers = any(one.kind is MembershipKind.OBSERVER for one in held)
            message = Phrase(N_("All seats are held by members of the Network."))
            if observers:
                message = Phrase(N_("All seats are held by members or observers of the Network."))
            seats, memberships = counted(evidence, SEATS, committee.seats), counted(evidence, IN_NETWORK, held)
            yield _kept("R33", subject, message, seats, memberships, mandate_from(evidence, committee.term), *practice)


def _eligible(evidence: Evidence, seat: Seat, day: datetime.date) -> Iterator[Finding]:
    """What is to be said where a seat is not held by a member of the day; for a seat to come, too."""
    held = evidence.current.get(seat.state)
    subject, values = evidence.state(seat.state), {"state": evidence.named(seat.state)}
    facts = [taken_from(evidence, N_("First day of the seat"), seat.period.start, seat)]
    facts += [since(evidence, held)] if held else []
    facts += [mandate_from(evidence, term) for term in evidence.terms if term.key == seat.term]
    facts += in_force(evidence, "R33", day)
    if held is None:
        message = N_("{state}: holds a seat of the Executive Committee and is not in the Network.")
        advice = Phrase(N_("End the seat, or record the membership."))
        yield not_kept("R33", subject, Phrase(message, values), advice, *facts, part=seat.key)
    elif held.kind is MembershipKind.OBSERVER and not evidence.practices_at(day).holds(Option.OBSERVERS_SIT):
        message = N_("{state}: an observer holds a seat of the Executive Committee.")
        advice = Phrase(N_("By default, seats are held by members."))
        yield remark("R33", subject, Phrase(message, values), advice, *facts)


def r34(evidence: Evidence) -> Iterator[Finding]:
    """*Coordinator*, R34: one of the Committee's members, appointed by it, alone and as long as the seat lasts."""
    if evidence.committee is None:
        yield no_committee("R34")
        return
    committee = evidence.committee
    known = [one for one in evidence.facts.coordinations if one.appointed_on <= evidence.on]
    current = coordinations_on(known, committee.sat_on(evidence.on))
    subject = evidence.term(committee.term)
    seats = {seat.key: seat for seat in committee.seats}
    held = counted(evidence, SEATS, committee.seats)
    facts = (held, counted(evidence, N_("Coordinators"), current), mandate_from(evidence, committee.term))
    if not current:
        message = N_("There is no Coordinator.")
        advice = RENEW if committee.acting else N_("Record whom the Committee has appointed from its members.")
    elif len(current) > 1:
        message, advice = N_("More than one Coordinator is recorded."), N_("End the earlier one.")
    elif current[0].seat not in seats:
        message = N_("The Coordinator holds no seat of the Committee.")
        advice = N_("Record whom it has appointed since.")
    else:
        yield _coordinator(evidence, committee, current[0], seats[current[0].seat])
        return
    yield not_kept("R34", subject, Phrase(message), Phrase(advice), *facts)


def _coordinator(evidence: Evidence, committee: Committee, held: Coordination, seat: Seat) -> Finding:
    name = evidence.named(seat.state)
    facts = (
        taken_from(evidence, N_("Coordinator"), name, held, seat),
        Fact(APPOINTED, held.appointed_on),
        mandate_from(evidence, committee.term),
    )
    message = Phrase(N_("Coordinator: {state}, appointed on {day}."), {"state": name, "day": held.appointed_on})
    advice = Phrase()
    if held.appointed_by is AppointingBody.MEETING:
        frame = N_("{found} The meeting chose the Coordinator; by the Declaration the Committee does.")
        message, advice = (
            Phrase(frame, {"found": message}),
            Phrase(N_("The Executive Committee can confirm the choice.")),
        )
    if committee.acting:
        message, advice = _acting(message), Phrase(RENEW)
    return Finding("R34", FindingState.KEPT, evidence.term(committee.term), message, advice, facts)
