"""R5–R7: who decides and votes for a member, and that an observer does not."""

from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, kept, not_kept, remark
from nmirf_desktop.domain.compliance.membership import counts, nobody, recorded, since
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.members import FocalPoint
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.voting import is_statement_only
from nmirf_desktop.i18n import N_

VOTING_FOCAL_POINTS = N_("Focal points who vote")
VOTES, OPENED = N_("Votes"), N_("Vote opened on")


def _voting(evidence: Evidence, code: StateCode) -> tuple[FocalPoint, ...]:
    return tuple(one for one in evidence.focal_points.get(code, ()) if one.voting)


def _all_voting(evidence: Evidence, codes: Iterable[StateCode]) -> Fact:
    voting = (one for code in codes for one in _voting(evidence, code))
    return counted(evidence, VOTING_FOCAL_POINTS, voting)


def r5(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R5: each member has designated a focal point, and exactly one of them votes."""
    if not evidence.members:
        yield nobody("R5")
        return
    right = [code for code in evidence.members if len(_voting(evidence, code)) == 1]
    well = frozenset(right)
    yield from (_focal_point(evidence, code) for code in evidence.members if code not in well)
    if right:
        message = N_("Members with a focal point who votes: {voting} of {members}.")
        values = {"voting": len(right), "members": len(evidence.members)}
        members, _ = counts(evidence)
        yield kept("R5", Phrase(message, values), members, _all_voting(evidence, right))


def _focal_point(evidence: Evidence, code: StateCode) -> Finding:
    subject, known = evidence.state(code), evidence.focal_points.get(code, ())
    facts = (
        since(evidence, evidence.current[code]),
        counted(evidence, N_("Focal points and alternates"), known),
        Fact(VOTING_FOCAL_POINTS, len(_voting(evidence, code))),
    )
    if _voting(evidence, code):
        message = N_("{state}: more than one focal point is marked as voting.")
        advice = N_("Leave the mark with one of them.")
    elif known:
        message = N_("{state}: no focal point is marked as the one who votes.")
        advice = N_("Mark one of them as voting.")
    else:
        message = N_("{state}: no focal point is designated.")
        advice = N_("Ask the State for its designation. Until then its head of delegation names who answers in a vote.")
    return not_kept("R5", subject, Phrase(message, {"state": subject}), Phrase(advice), *facts)


def r6(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R6: designation is the power to decide and vote; nothing further is asked."""
    if not evidence.members:
        yield nobody("R6")
        return
    message = N_("Designation is enough to decide and to vote; no further confirmation is asked.")
    members, _ = counts(evidence)
    yield kept("R6", Phrase(message), members, _all_voting(evidence, evidence.members))


def r7(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R7: an observer's contact has no vote; no observer is called or counted, or breaks consensus."""
    found = [*_voting_contacts(evidence), *_outsiders(evidence)]
    yield from found
    yield from _observers_objections(evidence)
    if not found:
        _, observers = counts(evidence)
        facts = (observers, recorded(evidence), counted(evidence, VOTES, evidence.votes))
        yield kept("R7", Phrase(N_("No observer is marked as voting, was called or was counted.")), *facts)


def _voting_contacts(evidence: Evidence) -> Iterator[Finding]:
    for code in evidence.observers:
        if _voting(evidence, code):
            subject = evidence.state(code)
            message = N_("{state}: the contact of an observer is marked as voting.")
            advice = N_("Take the mark away: observers do not vote.")
            facts = (since(evidence, evidence.current[code]), _all_voting(evidence, (code,)))
            yield not_kept("R7", subject, Phrase(message, {"state": subject}), Phrase(advice), *facts)


def _outsiders(evidence: Evidence) -> Iterator[Finding]:
    for vote in evidence.votes:
        day = evidence.day_of(vote.meeting, vote.opened_at)
        members = evidence.members_at(day)
        for code in sorted(evidence.ballots[vote.key].listed - members):
            subject = evidence.vote(vote)
            message = N_("{vote}: {state} was not a member on that day, and is neither called nor counted.")
            advice = N_("Correct the membership or the vote, whichever was recorded wrongly.")
            values = {"vote": subject, "state": evidence.named(code)}
            opened = taken_from(evidence, OPENED, day, vote)
            yield not_kept("R7", subject, Phrase(message, values), Phrase(advice), opened, part=code)


def _observers_objections(evidence: Evidence) -> Iterator[Finding]:
    for calls in evidence.calls.values():
        proposal = evidence.proposals.get(calls[0].proposal)
        if proposal is None:
            continue
        for call in calls:
            day = evidence.day_of(proposal.meeting, call.at)
            if is_statement_only(call, evidence.members_at(day)):
                subject = evidence.proposal(proposal)
                message = N_("{proposal}: {state} is not a member; its objection is kept as a statement.")
                values = {"proposal": subject, "state": evidence.named(call.objector or "")}
                put = taken_from(evidence, N_("Put to the meeting on"), day, proposal, call)
                yield remark("R7", subject, Phrase(message, values), Phrase(N_("The consensus stands.")), put)
