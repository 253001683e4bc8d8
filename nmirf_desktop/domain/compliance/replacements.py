"""R31: who serves the remainder of a mandate, and which seat nobody holds."""

from collections.abc import Iterator, Sequence

from nmirf_desktop.domain.committee_years import Stretch, StretchKind, stretches
from nmirf_desktop.domain.committees import Seat, Term, seat_period, seats_on
from nmirf_desktop.domain.compliance.committee import SEATS, mandate_from, no_committee
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, not_kept, remark
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_


def r31(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R31: the mandate is the Committee's; a replacement ends with it.

    A seat that nobody holds is remarked on, with whom it was held by and since when it is vacant.
    """
    if not evidence.terms:
        yield no_committee("R31")
    for term in evidence.terms:
        seats = evidence.seats.get(term.key, ())
        outside = [seat for seat in seats if not seat_period(seat, term).within(term.period)]
        for seat in outside:
            message = N_("{state}: its seat does not lie within the mandate of the Committee.")
            advice = N_("Let the seat end with the mandate at the latest.")
            said = Phrase(message, {"state": evidence.named(seat.state)})
            facts = (
                taken_from(evidence, N_("First day of the seat"), seat.period.start, seat),
                Fact(N_("Last day of the seat"), seat_period(seat, term).last_day or "…"),
                mandate_from(evidence, term),
            )
            yield not_kept("R31", evidence.term(term), said, Phrase(advice), *facts, part=seat.key)
        vacant = _vacant(evidence, term)
        for one in vacant:
            yield _vacancy(evidence, term, one)
        later = [seat for seat in seats if term.period.start < seat.period.start <= evidence.on]
        if not _over(evidence, term):
            later = [seat for seat in later if seat_period(seat, term).holds(evidence.on)]
        if not outside and (later or not vacant):
            yield _replacements(evidence, term, later)


def _vacant(evidence: Evidence, term: Term) -> list[Stretch]:
    """The seats of the mandate in course that were held and that nobody holds on the day."""
    office = evidence.committee
    if office is None or office.acting or office.term.key != term.key:
        return []
    known = stretches(evidence.facts.committee, evidence.on)
    vacant = (one for one in known if one.term == term.key and one.kind is StretchKind.VACANT)
    return [one for one in vacant if one.period.holds(evidence.on)]


def _vacancy(evidence: Evidence, term: Term, vacant: Stretch) -> Finding:
    message = N_("{state}: the seat that it held has been vacant since {day}.")
    said = Phrase(message, {"state": evidence.named(vacant.state), "day": vacant.period.start})
    advice = Phrase(N_("Fill the seat: who takes it serves the remainder of the mandate."))
    held = [one for one in evidence.seats.get(term.key, ()) if one.key == vacant.seat]
    facts = (
        taken_from(evidence, N_("Vacant since"), vacant.period.start, *held),
        counted(evidence, SEATS, seats_on(evidence.seats.get(term.key, ()), term, evidence.on)),
        mandate_from(evidence, term),
    )
    return remark("R31", evidence.term(term), said, advice, *facts)


def _over(evidence: Evidence, term: Term) -> bool:
    """Whether a mandate has run its course by the day, or another Committee has followed it."""
    end = evidence.over(term)
    return end is not None and end <= evidence.on


def _replacements(evidence: Evidence, term: Term, later: Sequence[Seat]) -> Finding:
    """Who replaced another in a mandate, named by its days; while it lasts, who serves its remainder."""
    values: dict[str, object] = {"first": term.period.start, "last": term.period.last_day or "…"}
    message = N_("There has been no replacement in the mandate from {first} to {last}.")
    if later:
        values["states"] = Listed(tuple(evidence.named(seat.state) for seat in later), alphabetical=True)
        message = N_("Replacements serve the remainder of the mandate from {first} to {last}: {states}.")
        if _over(evidence, term):
            message = N_("Replacements served in the mandate from {first} to {last}: {states}.")
    facts = (counted(evidence, N_("Replacements"), later), mandate_from(evidence, term))
    return Finding("R31", FindingState.KEPT, evidence.term(term), Phrase(message, values), facts=facts)
