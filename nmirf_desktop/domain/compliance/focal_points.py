"""R5–R7: who decides and votes for a member, and that an observer does not."""

from collections.abc import Iterator

from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import Fact, Finding, kept, not_kept, remark
from nmirf_desktop.domain.compliance.membership import MEMBERS, OBSERVERS, nobody
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.voting import is_statement_only
from nmirf_desktop.i18n import N_

VOTING_FOCAL_POINTS = N_("Focal points who vote")


def _voting(evidence: Evidence, code: StateCode) -> int:
    return sum(1 for one in evidence.focal_points.get(code, ()) if one.voting)


def r5(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R5: each member has designated a focal point, and exactly one of them votes."""
    if not evidence.members:
        yield nobody("R5")
        return
    right = 0
    for code in evidence.members:
        marked = _voting(evidence, code)
        right += marked == 1
        if marked != 1:
            yield _focal_point(evidence, code, marked)
    if right:
        members = len(evidence.members)
        message = N_("Members with a focal point who votes: {voting} of {members}.")
        yield kept(
            "R5",
            Phrase(message, {"voting": right, "members": members}),
            Fact(MEMBERS, members),
            Fact(VOTING_FOCAL_POINTS, right),
        )


def _focal_point(evidence: Evidence, code: StateCode, marked: int) -> Finding:
    subject = evidence.state(code)
    if marked:
        message = N_("{state}: more than one focal point is marked as voting.")
        advice = N_("Leave the mark with one of them.")
    elif evidence.focal_points.get(code):
        message = N_("{state}: no focal point is marked as the one who votes.")
        advice = N_("Mark one of them as voting.")
    else:
        message = N_("{state}: no focal point is designated.")
        advice = N_("Ask the State for its designation. Until then its head of delegation names who answers in a vote.")
    return not_kept("R5", subject, Phrase(message, {"state": subject}), Phrase(advice))


def r6(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R6: designation is the power to decide and vote; nothing further is asked."""
    if not evidence.members:
        yield nobody("R6")
        return
    voting = sum(1 for code in evidence.members if _voting(evidence, code))
    message = N_("Designation is enough to decide and to vote; no further confirmation is asked.")
    yield kept("R6", Phrase(message), Fact(MEMBERS, len(evidence.members)), Fact(VOTING_FOCAL_POINTS, voting))


def r7(evidence: Evidence) -> Iterator[Finding]:
    """*Membership*, R7: an observer's contact has no vote; no observer is called or counted, or breaks consensus."""
    found = [*_voting_contacts(evidence), *_outsiders(evidence)]
    yield from found
    yield from _observers_objections(evidence)
    if not found:
        facts = (Fact(OBSERVERS, len(evidence.observers)), Fact(N_("Votes"), len(evidence.votes)))
        yield kept("R7", Phrase(N_("No observer is marked as voting, was called or was counted.")), *facts)


def _voting_contacts(evidence: Evidence) -> Iterator[Finding]:
    for code in evidence.observers:
        if _voting(evidence, code):
            subject = evidence.state(code)
            message = N_("{state}: the contact of an observer is marked as voting.")
            advice = N_("Take the mark away: observers do not vote.")
            yield not_kept("R7", subject, Phrase(message, {"state": subject}), Phrase(advice))


def _outsiders(evidence: Evidence) -> Iterator[Finding]:
    for vote in evidence.votes:
        members = evidence.members_at(evidence.day_of(vote.meeting, vote.opened_at))
        for code in sorted(evidence.ballots[vote.key].listed - members):
            subject = evidence.vote(vote)
            message = N_("{vote}: {state} was not a member on that day, and is neither called nor counted.")
            advice = N_("Correct the membership or the vote, whichever was recorded wrongly.")
            values = {"vote": subject, "state": evidence.named(code)}
            yield not_kept("R7", subject, Phrase(message, values), Phrase(advice))


def _observers_objections(evidence: Evidence) -> Iterator[Finding]:
    for key, calls in evidence.calls.items():
        proposal = evidence.proposals.get(key)
        if proposal is None:
            continue
        for call in calls:
            if is_statement_only(call, evidence.members_at(evidence.day_of(proposal.meeting, call.at))):
                subject = evidence.proposal(proposal)
                message = N_("{proposal}: {state} is not a member; its objection is kept as a statement.")
                values = {"proposal": subject, "state": evidence.named(call.objector or "")}
                yield remark("R7", subject, Phrase(message, values), Phrase(N_("The consensus stands.")))
