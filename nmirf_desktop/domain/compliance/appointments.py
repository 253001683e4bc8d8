"""R32: by which act of which meeting an Executive Committee was appointed."""

from collections.abc import Iterator

from nmirf_desktop.domain.committees import Term, appointed_at
from nmirf_desktop.domain.compliance.committee import APPOINTED, no_committee
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, not_kept, remark
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.elected_committees import ElectedCommittee, appointed, elected_committee
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.i18n import N_


def r32(evidence: Evidence) -> Iterator[Finding]:
    """*Executive Committee*, R32: a Committee is appointed during a meeting of the Network, by its act.

    That is its decision, or an election in that very meeting; others elected than appointed are remarked on.
    """
    if not evidence.terms:
        yield no_committee("R32")
    for term in evidence.terms:
        meeting = evidence.meeting.get(term.meeting or "")
        facts = [taken_from(evidence, APPOINTED, term.appointed_on, term)]
        if meeting is None or not appointed_at(term, meeting):
            yield _elsewhere(evidence, term, meeting, *facts)
        else:
            yield _during(evidence, term, meeting, *facts, _met(evidence, meeting))


def _met(evidence: Evidence, meeting: Meeting) -> Fact:
    return taken_from(evidence, N_("Meeting"), meeting.symbol, meeting)


def _elsewhere(evidence: Evidence, term: Term, meeting: Meeting | None, *facts: Fact) -> Finding:
    """Appointed at no meeting of the Network, or not on a day of the one that is named."""
    message = N_("Appointed on {day}, which is not a day of the meeting of the Network that it names.")
    if meeting is None:
        message = N_("Appointed on {day}; no meeting of the Network is named.")
    else:
        facts = (*facts, _met(evidence, meeting))
    said = Phrase(message, {"day": term.appointed_on})
    advice = Phrase(N_("Name the meeting that appointed the Committee, and the day within its dates."))
    return not_kept("R32", evidence.term(term), said, advice, *facts)


def _during(evidence: Evidence, term: Term, meeting: Meeting, *facts: Fact) -> Finding:
    """Appointed within the days of a meeting: by its decision, by its election, or by no act that is recorded."""
    subject, values = evidence.term(term), {"day": term.appointed_on, "meeting": meeting.symbol}
    decided = [one for one in evidence.decisions if one.key == term.decision and one.meeting == meeting.key]
    facts = (*facts, *(taken_from(evidence, N_("Decision"), evidence.decision(one), one) for one in decided))
    chosen = elected_committee(meeting.key, evidence.elections, evidence.candidates, evidence.election_ballots)
    message = N_("Appointed on {day}, during {meeting}.")
    if chosen is not None:
        facts = (*facts, *_elected(evidence, chosen))
        if not chosen.appointed(term, evidence.seats.get(term.key, ())):
            return _others(evidence, term, meeting, chosen, *facts)
        message = N_("Appointed on {day}, by election in {meeting}.")
    if decided or chosen is not None or meeting.kind is MeetingKind.FOUNDING:
        return Finding("R32", FindingState.KEPT, subject, Phrase(message, values), facts=facts)
    message = N_("Appointed on {day}, during {meeting}, without a recorded decision of that meeting.")
    advice = N_("Record the decision by which the meeting appointed the Committee.")
    return not_kept("R32", subject, Phrase(message, values), Phrase(advice), *facts)


def _elected(evidence: Evidence, chosen: ElectedCommittee) -> tuple[Fact, ...]:
    """The elections of the meeting, each by its name."""
    named = (taken_from(evidence, N_("Election"), evidence.election(one), one) for one in chosen.elections)
    keys = [one.key for one in chosen.elections]
    stood = [one for key in keys for one in evidence.candidates.get(key, ())]
    ballots = [one for key in keys for one in evidence.election_ballots.get(key, ())]
    return *named, counted(evidence, N_("Candidates"), stood), counted(evidence, N_("Ballots"), ballots)


def _others(evidence: Evidence, term: Term, meeting: Meeting, chosen: ElectedCommittee, *facts: Fact) -> Finding:
    """Those elected are not those appointed."""

    def named(codes: tuple[StateCode, ...]) -> Listed:
        return Listed(tuple(evidence.named(code) for code in codes), alphabetical=True)

    values: dict[str, object] = {
        "day": term.appointed_on,
        "meeting": meeting.symbol,
        "elected": named(chosen.states),
        "appointed": named(appointed(term, evidence.seats.get(term.key, ()))),
    }
    message = N_("Appointed on {day}: {appointed}. Elected in {meeting}: {elected}; they are not the same.")
    advice = Phrase(N_("Compare the seats of the mandate with the election, and correct what was entered wrongly."))
    return remark("R32", evidence.term(term), Phrase(message, values), advice, *facts)
