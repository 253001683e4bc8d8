"""R12–R16: consensus first, then a vote, and a result that anybody can compute again."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain

from nmirf_desktop.domain.compliance.ballots import Ballot
from nmirf_desktop.domain.compliance.bracketed import bracketed
from nmirf_desktop.domain.compliance.evidence import Evidence
from nmirf_desktop.domain.compliance.findings import (
    Fact,
    Finding,
    FindingState,
    Judged,
    JudgedKind,
    kept,
    not_judged,
    not_kept,
    remark,
)
from nmirf_desktop.domain.compliance.focal_points import OPENED, VOTES
from nmirf_desktop.domain.compliance.membership import MEMBERSHIPS
from nmirf_desktop.domain.compliance.records import counted, resting_on, taken_from
from nmirf_desktop.domain.compliance.silent import in_force
from nmirf_desktop.domain.compliance.texts import considered_since
from nmirf_desktop.domain.compliance.unadopted import unadopted
from nmirf_desktop.domain.compliance.unminuted import unminuted
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practised import Equal, equal_votes
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.tally import DECIDED, Tally
from nmirf_desktop.domain.voting import (
    SUBSTANCE,
    Act,
    Answer,
    ConsensusCall,
    Decision,
    Mode,
    Outcome,
    Proposal,
    Vote,
    consensus,
    may_open_vote,
)
from nmirf_desktop.i18n import N_

OUTCOME_LABELS = {Outcome.ADOPTED: N_("adopted"), Outcome.NOT_ADOPTED: N_("not adopted")}

_COUNTS = {
    Outcome.ADOPTED: N_("{vote}: in favour {in_favour}, against {against}, abstaining {abstaining}; adopted."),
    Outcome.NOT_ADOPTED: N_("{vote}: in favour {in_favour}, against {against}, abstaining {abstaining}; not adopted."),
}

ON_PROPOSALS, CALLS, ADOPTED = N_("Votes on proposals"), N_("Times consensus was asked for"), N_("Decision adopted on")
SECOND_WITHIN = datetime.timedelta(hours=48)
"""Within which time a second vote follows equal numbers, where that is the practice (R15)."""

_SAY_SO = N_("Record that the Chair noted the absence of consensus, if it was so.")


def _nothing_put(number: str) -> Finding:
    return not_judged(
        number,
        Phrase(N_("No proposal has been put to a meeting yet.")),
        Phrase(N_("Record the consensus or the vote when a meeting decides.")),
    )


def _without_consensus_noted(evidence: Evidence) -> list[Vote]:
    """The votes on proposals, amendments and parts that no noted absence of consensus precedes."""
    found = []
    for vote in evidence.votes:
        since = considered_since(evidence, vote.proposal or "", vote.opened_at)
        made = (call for call in evidence.calls.get(vote.on or "", ()) if call.at <= vote.opened_at)
        calls = [call for call in made if since is None or call.at > since]
        if not may_open_vote(vote.kind, calls, frozenset(vote.entitled)):
            found.append(vote)
    return found


def _on_proposals(evidence: Evidence) -> list[Vote]:
    return [vote for vote in evidence.votes if vote.kind in SUBSTANCE]


def r12(evidence: Evidence) -> Iterator[Finding]:
    """*Decision-Making Procedure*, R12: consensus is sought first, and what it adopted was put without objection."""
    by_consensus = [one for one in evidence.decisions if one.mode is Mode.CONSENSUS]
    votes = _on_proposals(evidence)
    yield from unminuted(evidence)
    if not by_consensus and not votes:
        yield _nothing_put("R12")
        return
    found = [_voted_at_once("R12", evidence, vote) for vote in _without_consensus_noted(evidence)]
    found += [finding for one in by_consensus for finding in _consensus(evidence, one)]
    yield from found
    if not found:
        message = N_("Decisions by consensus: {by_consensus}. Votes after consensus had been sought: {votes}.")
        yield kept(
            "R12",
            Phrase(message, {"by_consensus": len(by_consensus), "votes": len(votes)}),
            counted(evidence, N_("Decisions by consensus"), by_consensus),
            counted(evidence, ON_PROPOSALS, votes),
            _asked(evidence, {one.proposal for one in by_consensus} | {one.on for one in votes}),
        )
    yield from unadopted(evidence)
    yield from bracketed(evidence)


def _asked(evidence: Evidence, proposals: Iterable[str | None]) -> Fact:
    """How often the Chair had put some proposals by the day."""
    wanted = frozenset(proposals)
    return counted(evidence, CALLS, (one for key, own in evidence.calls.items() if key in wanted for one in own))


def opened(evidence: Evidence, vote: Vote) -> Fact:
    """The day on which a vote was opened, with the vote that says so."""
    return taken_from(evidence, OPENED, evidence.day_of(vote.meeting, vote.opened_at), vote)


def _voted_at_once(number: str, evidence: Evidence, vote: Vote) -> Finding:
    subject = evidence.vote(vote)
    message = N_("{vote}: no absence of consensus was noted before it.")
    facts = (opened(evidence, vote), _asked(evidence, (vote.on,)))
    return not_kept(number, subject, Phrase(message, {"vote": subject}), Phrase(_SAY_SO), *facts)


def _consensus(evidence: Evidence, decision: Decision) -> Iterator[Finding]:
    if not any(_agreed(evidence, call) for call in evidence.calls.get(decision.proposal, ())):
        subject = evidence.decision(decision)
        message = N_("{decision}: recorded as adopted by consensus, but no consensus was noted.")
        advice = N_("Record when the Chair put the proposal, or how it was adopted.")
        facts = (
            taken_from(evidence, ADOPTED, decision.adopted_on, decision),
            _asked(evidence, (decision.proposal,)),
        )
        yield not_kept("R12", subject, Phrase(message, {"decision": subject}), Phrase(advice), *facts)


def _agreed(evidence: Evidence, call: ConsensusCall) -> bool:
    proposal = evidence.proposals.get(call.proposal)
    day = evidence.day_of(proposal.meeting if proposal else "", call.at)
    return consensus(call, evidence.members_at(day))


def r13(evidence: Evidence) -> Iterator[Finding]:
    """*Decision-Making Procedure*, R13: in the absence of consensus, and only then, a proposal is put to a vote."""
    votes = _on_proposals(evidence)
    objected = [evidence.proposals[key] for key in evidence.calls if key in evidence.proposals]
    left_open = [one for one in objected if _left_open(evidence, one)]
    unfounded = [one for one in evidence.decisions if one.mode is Mode.VOTE and not _founded(evidence, one)]
    yield from (_no_vote(evidence, one) for one in unfounded)
    if not votes and not left_open:
        message = Phrase(N_("Each proposal that was put was adopted by consensus or withdrawn."))
        if not unfounded:
            yield kept("R13", message, _asked(evidence, evidence.calls)) if evidence.calls else _nothing_put("R13")
        return
    found = [_voted_at_once("R13", evidence, vote) for vote in _without_consensus_noted(evidence)]
    yield from found
    yield from (_still_open(evidence, one) for one in left_open)
    if len(found) < len(votes):
        right = len(votes) - len(found)
        yield kept(
            "R13",
            Phrase(N_("Votes in the absence of consensus: {count}."), {"count": right}),
            counted(evidence, ON_PROPOSALS, votes),
            _asked(evidence, (one.on for one in votes)),
        )


def _founded(evidence: Evidence, decision: Decision) -> bool:
    """Whether the vote by which a decision was adopted is recorded, and was on its proposal."""
    return any(one.key == decision.vote and one.proposal == decision.proposal for one in evidence.votes)


def _no_vote(evidence: Evidence, decision: Decision) -> Finding:
    subject = evidence.decision(decision)
    message = N_("{decision}: recorded as adopted by a vote, but no vote on its proposal is recorded.")
    advice = N_("Record the vote, or how the decision was adopted.")
    facts = (
        taken_from(evidence, ADOPTED, decision.adopted_on, decision),
        counted(evidence, ON_PROPOSALS, (one for one in evidence.votes if one.on == decision.proposal)),
    )
    return not_kept("R13", subject, Phrase(message, {"decision": subject}), Phrase(advice), *facts)


def _left_open(evidence: Evidence, proposal: Proposal) -> bool:
    """Whether there was no consensus on a proposal, and neither a vote nor a withdrawal since."""
    gone = proposal.withdrawn_at is not None or proposal.passed_over_at is not None
    if gone or any(_agreed(evidence, one) for one in evidence.calls[proposal.key]):
        return False
    return proposal.key not in evidence.voted


def _still_open(evidence: Evidence, proposal: Proposal) -> Finding:
    subject = evidence.proposal(proposal)
    message = Phrase(N_("{proposal}: there was no consensus, and no vote has followed."), {"proposal": subject})
    advice = Phrase(N_("Put it to the vote, or record that it was withdrawn."))
    meeting = evidence.meeting.get(proposal.meeting)
    facts = [Fact(N_("Proposal"), subject, (subject,)), _asked(evidence, (proposal.key,))]
    if meeting is not None:
        facts.append(taken_from(evidence, N_("Last day of the meeting"), meeting.closes_on, meeting))
        if meeting.closes_on < evidence.on:
            return remark("R13", subject, message, advice, *facts)
    return Finding("R13", FindingState.DUE, subject, message, advice, tuple(facts))


def r14(evidence: Evidence) -> Iterator[Finding]:
    """*Decision-Making Procedure*, R14: adopted where more members are in favour than against; recomputed."""
    if not evidence.votes:
        yield not_judged("R14", Phrase(N_("No vote has been taken yet.")), Phrase(N_("Nothing needs to be done.")))
    ties = 0
    for vote in evidence.votes:
        subject = evidence.vote(vote)
        computed = evidence.ballots[vote.key].result
        if isinstance(computed, Refusal):
            message = N_("{vote}. {problem}")
            values = {"vote": subject, "problem": Phrase(computed.message, _named(evidence, computed))}
            advice = N_("Correct the record of the vote.")
            yield not_kept("R14", subject, Phrase(message, values), Phrase(advice), *_answers(evidence, vote))
        elif vote.closed_at is None:
            message = N_("{vote}: its result has not been announced yet.")
            advice = N_("Close the vote when all have answered.")
            facts = (opened(evidence, vote),)
            yield Finding("R14", FindingState.DUE, subject, Phrase(message, {"vote": subject}), Phrase(advice), facts)
        elif not computed.tied:
            yield _counted("R14", evidence, vote, computed)
        else:
            ties += 1
    if ties and ties == len(evidence.votes):
        yield kept(
            "R14",
            Phrase(N_("All votes so far have ended with equal numbers.")),
            *(fact for vote in evidence.votes for fact in _answers(evidence, vote)),
        )


def _answers(evidence: Evidence, vote: Vote) -> tuple[Fact, ...]:
    """The day of a vote and all that was answered in it, whether it can be counted or not."""
    counted_ones = evidence.ballots[vote.key].counted.values()
    return opened(evidence, vote), Fact(N_("Answers"), sum(map(len, counted_ones)), tuple(chain(*counted_ones)))


def _named(evidence: Evidence, refusal: Refusal) -> dict[str, object]:
    return {
        name: evidence.named(value) if name == "state" and isinstance(value, str) else value
        for name, value in refusal.values.items()
    }


def r15(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R15: equal votes adopt nothing; recomputed, and a second vote where that is the practice of the day."""
    tied = 0
    for vote in evidence.votes:
        computed = evidence.ballots[vote.key].result
        if isinstance(computed, Tally) and computed.tied and vote.closed_at is not None:
            tied += 1
            day = evidence.day_of(vote.meeting, vote.opened_at)
            yield _counted("R15", evidence, vote, computed, in_force(evidence, "R15", day))
            if equal_votes(evidence.practices_at(day), vote, _of_meeting(evidence, vote)) is Equal.SECOND_VOTE:
                yield from _without_a_second(evidence, vote, day)
    if not tied:
        facts = (counted(evidence, VOTES, evidence.votes), *in_force(evidence, "R15", evidence.on))
        yield kept("R15", Phrase(N_("No vote has ended with equal numbers.")), *facts)


def _of_meeting(evidence: Evidence, vote: Vote) -> Iterator[tuple[Vote, Tally]]:
    """The votes of a vote's meeting that can be counted, with what they came to."""
    for one in _on_proposals(evidence):
        computed = evidence.ballots[one.key].result
        if one.meeting == vote.meeting and one.closed_at is not None and isinstance(computed, Tally):
            yield one, computed


def _without_a_second(evidence: Evidence, vote: Vote, day: datetime.date) -> Iterator[Finding]:
    """A first vote with equal numbers that no second one has followed in time: due in that time, else a remark."""
    until = (vote.closed_at or vote.opened_at) + SECOND_WITHIN
    again = (one for one in _on_proposals(evidence) if one.on == vote.on)
    if any(vote.opened_at < one.opened_at <= until for one in again):
        return
    subject, last = evidence.vote(vote), evidence.day_of(vote.meeting, until)
    message = Phrase(
        N_("{vote}: equal numbers, and no second vote by {last}, although the practice asks for one."),
        {"vote": subject, "last": last},
    )
    advice = Phrase(N_("Put the proposal to a second vote, or note why there was none."))
    facts = (opened(evidence, vote), *in_force(evidence, "R15", day))
    state = FindingState.DUE if evidence.on <= last else FindingState.KEPT
    yield Finding("R15", state, subject, message, advice, facts, asks_why=True)


def _numbers(evidence: Evidence, vote: Vote, computed: Tally) -> tuple[Fact, ...]:
    """The numbers of a vote with the answers that they are made of; a show of hands has numbers alone."""
    answers = evidence.ballots[vote.key].counted
    whole = resting_on(evidence, (vote,))

    def rests(*given: Answer) -> tuple[Judged, ...]:
        return whole if not vote.method.named else tuple(chain(*(answers.get(one, ()) for one in given)))

    return (
        opened(evidence, vote),
        Fact(N_("In favour"), computed.in_favour, rests(Answer.IN_FAVOUR)),
        Fact(N_("Against"), computed.against, rests(Answer.AGAINST)),
        Fact(N_("Abstaining"), computed.abstaining, rests(Answer.ABSTAINING)),
        Fact(N_("Present and voting"), computed.present_and_voting),
        Fact(N_("Outcome"), Phrase(OUTCOME_LABELS[computed.outcome])),
    )


def _counted(number: str, evidence: Evidence, vote: Vote, computed: Tally, practice: tuple[Fact, ...] = ()) -> Finding:
    """The stored result of a vote beside the recomputed one."""
    subject = evidence.vote(vote)
    values = {
        "vote": subject,
        "in_favour": computed.in_favour,
        "against": computed.against,
        "abstaining": computed.abstaining,
        "outcome": Phrase(OUTCOME_LABELS[computed.outcome]),
    }
    facts = (*_numbers(evidence, vote, computed), *practice)
    resting = [one for one in evidence.decisions if one.vote == vote.key] if vote.key in evidence.decided else []
    state, advice = FindingState.NOT_KEPT, Phrase()
    if vote.declared not in (None, computed.outcome):
        message = N_("{vote}: the numbers ({in_favour} to {against}) give “{outcome}”; the Chair declared otherwise.")
        advice = (
            Phrase(N_("Reason recorded: {reason}"), {"reason": vote.divergence})
            if vote.divergence
            else Phrase(N_("Record the reason, or correct the record of the vote."))
        )
    elif resting and computed.outcome is Outcome.NOT_ADOPTED:
        message = N_("{vote}: not adopted by {in_favour} to {against}, yet a decision rests on it.")
        advice = Phrase(N_("Remove the decision, or correct the record of the vote."))
        facts = (*facts, counted(evidence, N_("Decisions that rest on it"), resting))
    else:
        state, message = FindingState.KEPT, _COUNTS[computed.outcome]
    return Finding(number, state, subject, Phrase(message, values), advice, facts)


def r16(evidence: Evidence) -> Iterator[Finding]:
    """*Decision-Making Procedure*, R16: each member has one vote, and none is left out of the list."""
    if not evidence.votes:
        yield not_judged("R16", Phrase(N_("No vote has been taken yet.")), Phrase(N_("Nothing needs to be done.")))
        return
    found = [finding for vote in evidence.votes for finding in _one_vote_each(evidence, vote)]
    yield from found
    if not found:
        count = len(evidence.votes)
        message = N_("Votes in which each member of the day was listed once and counted once: {count}.")
        facts = (counted(evidence, VOTES, evidence.votes), *in_force(evidence, "R16", evidence.on))
        yield kept("R16", Phrase(message, {"count": count}), *facts)


def _one_vote_each(evidence: Evidence, vote: Vote) -> Iterator[Finding]:
    subject, day = evidence.vote(vote), evidence.day_of(vote.meeting, vote.opened_at)
    ballot = evidence.ballots[vote.key]
    practice = in_force(evidence, "R16", day)
    for code in ballot.repeated:
        message = N_("{vote}: {state} is recorded with more than one vote; the first stands.")
        values = {"vote": subject, "state": evidence.named(code)}
        advice = N_("If the member changed its answer, record it as a change.")
        facts = (opened(evidence, vote), _plain_answers(evidence, ballot, code), *practice)
        yield not_kept("R16", subject, Phrase(message, values), Phrase(advice), *facts, part=code)
    left_out = evidence.members_at(day) - ballot.entitled
    for code in sorted(left_out):
        message = N_("{vote}: {state} was a member on that day and was not on the list.")
        values = {"vote": subject, "state": evidence.named(code)}
        advice = N_("Correct the membership or the vote, whichever was recorded wrongly.")
        held = counted(evidence, MEMBERSHIPS, (one for one in evidence.held_on(day) if one.state == code))
        facts = (opened(evidence, vote), held, *practice)
        yield not_kept("R16", subject, Phrase(message, values), Phrase(advice), *facts, part=code)


def _plain_answers(evidence: Evidence, ballot: Ballot, code: str) -> Fact:
    """The answers of a State that count as its vote, each of which would be the only one without the others."""
    given = [one for one in ballot.positions if one.state == code and one.act is Act.ANSWER and one.answer in DECIDED]
    at = evidence.vote(ballot.vote).at
    records = tuple(Judged(JudgedKind.POSITION, one.key, evidence.named(code), at) for one in given)
    return Fact(N_("Answers"), len(given), records)
