"""What was decided under an item: proposals, consensus sought, votes taken, decisions adopted, in their order.

The result of a vote with its lists is a block of the paper (``minutes_blocks``): what is counted is never retyped.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.consensus_sentences import consensus_sentence, no_consensus_sentence, observer_statement
from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.tally import result
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_lists import roll_call_start
from nmirf_desktop.domain.vote_sentences import APPEAL, DECISION, DRAFT_DECISION, MOTION, NUMBERED_DRAFT, Matter
from nmirf_desktop.domain.voting import (
    ConsensusCall,
    Decision,
    Method,
    Mode,
    Outcome,
    Proposal,
    Vote,
    VoteKind,
    electorate,
    is_statement_only,
)
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened under an item at a moment, as the text of one slot."""

    at: datetime.datetime
    slot: str
    text: Trilingual


def draft_name(proposal: Proposal) -> str:
    """The symbol under which a draft decision is cited: "L.3"."""
    return f"L.{proposal.number}"


def decision_name(decision: Decision) -> str:
    """The number under which a decision is cited: "2027/1"."""
    return f"{decision.year}/{decision.number}"


def decision_in_list(decision: Decision, words: Catalog) -> str:
    """A decision as a list names it: its number with its title."""
    title = decision.title[words.language] or decision.title.original
    return words.pgettext("meeting in a list", "{symbol}, {title}").format(symbol=decision_name(decision), title=title)


def matter_of(facts: RecordedMeeting, vote: Vote) -> Matter:
    """What a vote was on: a decision where it was adopted, else a draft decision, a motion, an appeal."""
    match vote.kind:
        case VoteKind.PROCEDURAL:
            return MOTION
        case VoteKind.APPEAL:
            return APPEAL
        case VoteKind.PROPOSAL:
            decision = next((one for one in facts.decisions if one.vote == vote.key), None)
            if decision is not None and result(vote, facts.voted(vote)).outcome is Outcome.ADOPTED:
                return DECISION.named(decision_name(decision))
            proposal = next((one for one in facts.proposals if one.key == vote.proposal), None)
            return NUMBERED_DRAFT.named(draft_name(proposal)) if proposal is not None else DRAFT_DECISION


def tabled(facts: RecordedMeeting, proposal: Proposal) -> Trilingual:
    """That the meeting had a draft decision before it, with its title and sponsor where they are known."""
    return in_all(lambda words: _tabled(facts, proposal, words))


def _tabled(facts: RecordedMeeting, proposal: Proposal, words: Catalog) -> str:
    values = {"name": draft_name(proposal), "title": proposal.title[words.language].strip().rstrip(".")}
    sponsor = proposal.sponsor
    if sponsor is not None:
        values |= forms(facts.states[sponsor], words.language)
        if values["title"]:
            frame = words.gettext(
                "The meeting had before it draft decision {name}, entitled “{title}” and submitted by {the_state}."
            )
        else:
            frame = words.gettext("The meeting had before it draft decision {name}, submitted by {the_state}.")
    elif values["title"]:
        frame = words.gettext("The meeting had before it draft decision {name}, entitled “{title}”.")
    else:
        frame = words.gettext("The meeting had before it draft decision {name}.")
    return frame.format(**values)


def events(facts: RecordedMeeting, proposal: Proposal) -> Iterator[Event]:
    """What became of a proposal: objections, votes, its decision, its withdrawal."""
    decision = facts.decision_of(proposal.key)
    calls = sorted((one for one in facts.calls if one.proposal == proposal.key), key=lambda one: one.at)
    votes = [one for one in facts.votes if one.proposal == proposal.key and one.closed_at is not None]
    for call in calls:
        text = _sought(facts, proposal, call)
        if text:
            yield Event(call.at, slot("consensus", call.key), text)
    for vote in votes:
        yield from taken(facts, vote)
    if decision is not None:
        moments = [call.at for call in calls] if decision.mode is Mode.CONSENSUS else []
        moments += [vote.closed_at for vote in votes if vote.key == decision.vote and vote.closed_at is not None]
        end = datetime.datetime.combine(decision.adopted_on, datetime.time.max, datetime.UTC)
        yield Event(max(moments, default=end), slot("decision", decision.key), _decided(decision))
    if proposal.withdrawn_at is not None:
        gone = in_all(
            lambda words: words.gettext("Draft decision {name} was withdrawn.").format(name=draft_name(proposal))
        )
        yield Event(proposal.withdrawn_at, slot("withdrawal", proposal.key), gone)


def _sought(facts: RecordedMeeting, proposal: Proposal, call: ConsensusCall) -> Trilingual:
    """What a call for objections gave; empty where the decision's own sentence says that there was consensus."""
    members = electorate(facts.memberships, facts.local(call.at).date())
    objector = facts.states[call.objector] if call.objector is not None else None
    if objector is not None and is_statement_only(call, members):
        return in_all(lambda words: observer_statement(objector, words))
    if call.objected:
        return in_all(lambda words: no_consensus_sentence(objector, words))
    if facts.decision_of(proposal.key) is not None:
        return Trilingual()
    return in_all(lambda words: consensus_sentence(NUMBERED_DRAFT.named(draft_name(proposal)), words))


def _decided(decision: Decision) -> Trilingual:
    if decision.mode is Mode.VOTE:
        return in_all(
            lambda words: words.gettext("The text of decision {name} is annexed to the present minutes.").format(
                name=decision_name(decision)
            )
        )
    return in_all(
        lambda words: words.pgettext("two sentences", "{first} {second}").format(
            first=consensus_sentence(DECISION.named(decision_name(decision)), words),
            second=words.gettext("Its text is annexed to the present minutes."),
        )
    )


def taken(facts: RecordedMeeting, vote: Vote) -> Iterator[Event]:
    """That a vote was taken and who was called first; then the Chair's word where it differs from the numbers."""
    if vote.closed_at is None:
        return
    yield Event(vote.opened_at, slot("vote", vote.key), in_all(lambda words: _taken(facts, vote, words)))
    counted = result(vote, facts.voted(vote)).outcome
    if vote.declared is not None and vote.declared is not counted:
        adopted = vote.declared is Outcome.ADOPTED
        yield Event(vote.closed_at, slot("declared", vote.key), in_all(lambda words: _declared(words, adopted=adopted)))


def _declared(words: Catalog, *, adopted: bool) -> str:
    if adopted:
        return words.gettext("The Chair declared the result of the vote: adopted.")
    return words.gettext("The Chair declared the result of the vote: not adopted.")


def _taken(facts: RecordedMeeting, vote: Vote, words: Catalog) -> str:
    proposal = next((one for one in facts.proposals if one.key == vote.proposal), None)
    frame = _on_draft(vote.method, words) if proposal is not None else _on_question(vote, words)
    text = frame.format(name=draft_name(proposal) if proposal is not None else "")
    question = vote.question[words.language].strip().rstrip(".")
    if proposal is None and question:
        asked = words.gettext("The question was: “{question}”.").format(question=question)
        text = words.pgettext("two sentences", "{first} {second}").format(first=text, second=asked)
    if vote.method is Method.ROLL_CALL and vote.drawn is not None:
        start = roll_call_start(facts.states[vote.drawn], words)
        text = words.pgettext("two sentences", "{first} {second}").format(first=text, second=start)
    return text


def _on_draft(method: Method, words: Catalog) -> str:
    match method:
        case Method.ROLL_CALL:
            return words.gettext("A roll-call vote was taken on draft decision {name}.")
        case Method.RECORDED:
            return words.gettext("A recorded vote was taken on draft decision {name}.")
        case Method.SHOW_OF_HANDS:
            return words.gettext("A vote by show of hands was taken on draft decision {name}.")
        case Method.SECRET_BALLOT:
            return words.gettext("A secret ballot was taken on draft decision {name}.")


def _on_question(vote: Vote, words: Catalog) -> str:
    appeal = vote.kind is VoteKind.APPEAL
    match vote.method:
        case Method.ROLL_CALL if appeal:
            return words.gettext("A roll-call vote was taken on an appeal against a ruling of the Chair.")
        case Method.ROLL_CALL:
            return words.gettext("A roll-call vote was taken on a motion.")
        case Method.RECORDED if appeal:
            return words.gettext("A recorded vote was taken on an appeal against a ruling of the Chair.")
        case Method.RECORDED:
            return words.gettext("A recorded vote was taken on a motion.")
        case Method.SHOW_OF_HANDS if appeal:
            return words.gettext("A vote by show of hands was taken on an appeal against a ruling of the Chair.")
        case Method.SHOW_OF_HANDS:
            return words.gettext("A vote by show of hands was taken on a motion.")
        case Method.SECRET_BALLOT if appeal:
            return words.gettext("A secret ballot was taken on an appeal against a ruling of the Chair.")
        case Method.SECRET_BALLOT:
            return words.gettext("A secret ballot was taken on a motion.")
