"""What was decided under an item: proposals, consensus sought, votes taken, decisions adopted, in their order.

The result of a vote with its lists is a block of the paper (``minutes_blocks``): what is counted is never retyped.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from nmirf_desktop.domain.amendments import amendment_name
from nmirf_desktop.domain.consensus_sentences import consensus_sentence, no_consensus_sentence, opposing_statement
from nmirf_desktop.domain.drafted import in_all, slot
from nmirf_desktop.domain.forms_adopted import AS_SUBMITTED, BY_CONSENSUS, Form, form_adopted, form_at
from nmirf_desktop.domain.forms_voted import draft_put, in_form
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.practised import Equal, equal_votes
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.rekeyed import as_typed
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import result
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.text_sentences import draft_withdrawn
from nmirf_desktop.domain.vote_corrections import CorrectedRecord, corrected_record
from nmirf_desktop.domain.vote_lists import drawn_before, earlier_lots, roll_call_start
from nmirf_desktop.domain.vote_sentences import DECISION, NUMBERED_DRAFT, Matter, matter_for
from nmirf_desktop.domain.voting import (
    OF_A_TEXT,
    SUBSTANCE,
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
from nmirf_desktop.i18n import N_, Catalog


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened under an item at a moment, as the text of one slot; what was *heard* has none yet.

    Where nothing comes *until* the event of another slot, both are told as the *whole*, else as that event.
    """

    at: datetime.datetime
    slot: str
    text: Trilingual
    heard: Intervention | None = None
    until: str = ""
    whole: "Event | None" = None


def draft_name(proposal: Proposal) -> str:
    """The symbol under which a draft decision is cited: "L.3"."""
    return proposal.symbol


def decision_name(decision: Decision) -> str:
    """The number under which a decision is cited: "2027/1"."""
    return f"{decision.year}/{decision.number}"


def decision_in_list(decision: Decision, words: Catalog) -> str:
    """A decision as a list names it: its number with its title."""
    title = decision.title[words.language] or decision.title.original
    return words.pgettext("meeting in a list", "{symbol}, {title}").format(symbol=decision_name(decision), title=title)


def matter_put(facts: RecordedMeeting, vote: Vote) -> Matter:
    """What a vote was on, as it was put; a draft as submitted by its own name: which decision it became follows."""
    proposal = facts.proposal(vote.proposal)
    draft = draft_name(proposal) if proposal is not None else ""
    if not draft or _form_put(facts, vote, vote.opened_at) is not None:
        return matter_of(facts, vote)
    return matter_for(vote.kind, draft, "", part_name(facts, vote))


def matter_of(facts: RecordedMeeting, vote: Vote) -> Matter:
    """What a vote was on: a decision where it was adopted, else a draft or a part of one, a motion, an appeal."""
    proposal = facts.proposal(vote.proposal)
    made = next((one for one in facts.decisions if one.vote == vote.key), None)
    adopted = made is not None and result(vote, facts.voted(vote)).outcome is Outcome.ADOPTED
    draft, decided = (
        draft_name(proposal) if proposal is not None else "",
        decision_name(made) if made is not None and adopted else "",
    )
    matter = matter_for(vote.kind, draft, decided, part_name(facts, vote))
    return in_form(matter, _form_put(facts, vote, vote.opened_at), draft)


def _form_put(facts: RecordedMeeting, put: Vote | ConsensusCall, at: datetime.datetime) -> Form | None:
    """In which form a draft was put as a whole at a moment, where it is not as submitted; ``None`` of anything else."""
    whole = put.kind is VoteKind.PROPOSAL if isinstance(put, Vote) else put.on == put.proposal
    proposal = facts.proposal(put.proposal)
    return form_at(proposal, facts.text_versions, at) if proposal is not None and whole else None


def equal_in(facts: RecordedMeeting, vote: Vote) -> Equal:
    """What equal votes lead to in a vote of a meeting, by the practice of its day (R15)."""
    others = (one for one in facts.votes if one.closed_at is not None and one.key != vote.key)
    counted = ((one, result(one, facts.voted(one))) for one in others)
    return equal_votes(facts.practices_on(facts.local(vote.opened_at).date()), vote, counted)


def corrected_in(facts: RecordedMeeting, vote: Vote) -> CorrectedRecord | None:
    """What was announced of a vote of a meeting and what is right (R27); ``None`` where nothing was put right."""
    return corrected_record(vote, facts.voted(vote), facts.totals_corrections, equal_in(facts, vote))


def part_name(facts: RecordedMeeting, vote: Vote) -> str:
    """The symbol of the amendment that was voted on, or the number of the part; empty where it was neither."""
    proposal = facts.proposal(vote.proposal)
    if vote.amendment is not None and proposal is not None:
        return next(
            amendment_name(one, proposal, facts.amendments) for one in facts.amendments if one.key == vote.amendment
        )
    return next((str(one.number) for one in facts.parts if one.key == vote.part), "")


def events(facts: RecordedMeeting, proposal: Proposal) -> Iterator[Event]:
    """What became of a proposal: objections, votes, its decision, its withdrawal."""
    decision = facts.decision_of(proposal.key)
    calls = sorted((one for one in facts.calls if one.on == proposal.key), key=lambda one: one.at)
    votes = [one for one in facts.votes if one.on == proposal.key and not one.open]
    for call in noted_once(calls):
        text = _sought(facts, proposal, call)
        if text:
            yield Event(call.at, slot("consensus", call.key), text)
    for vote in votes:
        yield from taken(facts, vote)
    if decision is not None:
        moments = [call.at for call in calls] if decision.mode is Mode.CONSENSUS else []
        moments += [vote.closed_at for vote in votes if vote.key == decision.vote and vote.closed_at is not None]
        end = datetime.datetime.combine(decision.adopted_on, datetime.time.max, datetime.UTC)
        yield Event(max(moments, default=end), slot("decision", decision.key), _decided(facts, proposal, decision))
    if proposal.withdrawn_at is not None:
        gone = in_all(partial(draft_withdrawn, proposal, facts.sponsorships))
        yield Event(proposal.withdrawn_at, slot("withdrawal", proposal.key), gone)
    if proposal.passed_over_at is not None:
        left = in_all(
            lambda words: words.gettext("The meeting decided not to vote on draft decision {name}.").format(
                name=draft_name(proposal)
            )
        )
        yield Event(proposal.passed_over_at, slot("passed over", proposal.key), left)


def _sought(facts: RecordedMeeting, proposal: Proposal, call: ConsensusCall) -> Trilingual:
    """What a call for objections gave; empty where the decision's own sentence says that there was consensus."""
    if not call.objected and facts.decision_of(proposal.key) is not None:
        return Trilingual()
    return sought(facts, call, NUMBERED_DRAFT.named(draft_name(proposal)))


def noted_once(calls: Iterable[ConsensusCall]) -> Iterator[ConsensusCall]:
    """The calls but for those of who objected beside another one: that is told with the first (:func:`sought`)."""
    told: set[tuple[Key, datetime.datetime]] = set()
    for call in calls:
        if not call.objected:
            yield call
        elif (call.on, call.at) not in told:
            told.add((call.on, call.at))
            yield call


def sought(facts: RecordedMeeting, call: ConsensusCall, matter: Matter) -> Trilingual:
    """What a call for objections on a matter gave: consensus, its absence, or a statement of an observer (R7, R12)."""
    members = electorate(facts.memberships, facts.local(call.at).date())
    objector = facts.states[call.objector] if call.objector is not None else None
    if objector is not None and is_statement_only(call, members):
        observes = facts.kind_of(objector.iso3) is MembershipKind.OBSERVER
        return in_all(lambda words: opposing_statement(objector, words, observes=observes))
    if call.objected:
        beside = (one.objector for one in facts.calls if one.objected and (one.on, one.at) == (call.on, call.at))
        objectors = tuple(facts.states[one] for one in dict.fromkeys(beside) if one is not None and one in members)
        return in_all(lambda words: no_consensus_sentence(objectors, _called(facts, call, matter, words), words))
    return in_all(lambda words: consensus_sentence(matter, words))


def _called(facts: RecordedMeeting, call: ConsensusCall, matter: Matter, words: Catalog) -> str:
    """What was put in a call for objections, after "no consensus on"."""
    kind = VoteKind.AMENDMENT if call.amendment else VoteKind.PART if call.part else VoteKind.PROPOSAL
    return _put(kind, _form_put(facts, call, call.at), words).format(name=matter.name, of=matter.of)


def objections(facts: RecordedMeeting, vote: Vote) -> Iterator[Trilingual]:
    """That there was no consensus on what was then put to a *vote*, each time that it was said since the vote before.

    As the minutes have it: with who objected, and with the statement of an observer that did (R7, R12, R13).
    """
    proposal = facts.proposal(vote.proposal)
    if proposal is None or vote.kind not in SUBSTANCE:
        return
    votes = [one for one in facts.votes if one.on == vote.on and one.opened_at < vote.opened_at]
    before = [one.closed_at for one in votes if one.closed_at is not None]
    calls = sorted((one for one in facts.calls if one.on == vote.on and one.objected), key=lambda one: one.at)
    matter = matter_for(vote.kind, draft_name(proposal), "", part_name(facts, vote))
    for call in noted_once(calls):
        if call.at <= vote.opened_at and all(call.at > at for at in before):
            yield sought(facts, call, matter)


def _decided(facts: RecordedMeeting, proposal: Proposal, decision: Decision) -> Trilingual:
    """Which number it got, in which form it was adopted, and where its text stands; the vote says the first two."""
    return in_all(lambda words: _numbered(decision, proposal, form_adopted(facts, proposal), words))


def _numbered(decision: Decision, proposal: Proposal, form: Form | None, words: Catalog) -> str:
    """What comes before the text of a decision, which stands below it; nothing where there is nothing to say."""
    name = decision_name(decision)
    draft = draft_name(proposal)
    if decision.mode is Mode.VOTE:
        return _after_the_vote(name, draft if form is None else "", words) if decision.text else ""
    if draft:
        adopted = words.gettext(BY_CONSENSUS[form] if form else AS_SUBMITTED).format(name=name, draft=draft)
    else:
        adopted = consensus_sentence(DECISION.named(name), words)
    return _two(words, adopted, words.gettext("Its text reads as follows:")) if decision.text else adopted


def _after_the_vote(name: str, draft: str, words: Catalog) -> str:
    if not draft:
        return words.gettext("The text of decision {name} reads as follows:").format(name=name)
    became = words.gettext("Draft decision {draft} thus became decision {name}.").format(draft=draft, name=name)
    return _two(words, became, words.gettext("Its text reads as follows:"))


def _two(words: Catalog, first: str, second: str) -> str:
    return words.pgettext("two sentences", "{first} {second}").format(first=first, second=second)


def taken(facts: RecordedMeeting, vote: Vote) -> Iterator[Event]:
    """That a vote was taken and who was called first, told with its result: when that was announced.

    Then the Chair's word where it differs from the numbers.
    Of a vote that was broken off, why it was: what was answered or counted in it is not told.
    """
    if vote.stopped_at is not None:
        yield Event(vote.stopped_at, slot("broken off", vote.key), in_all(partial(_broken_off, facts, vote)))
    if vote.closed_at is None:
        return
    yield Event(vote.closed_at, slot("vote", vote.key), in_all(lambda words: _taken(facts, vote, words)))
    counted = result(vote, facts.voted(vote)).outcome
    if vote.declared is not None and vote.declared is not counted:
        adopted = vote.declared is Outcome.ADOPTED
        yield Event(vote.closed_at, slot("declared", vote.key), in_all(lambda words: _declared(words, adopted=adopted)))


BROKEN_OFF = {
    VoteKind.PROPOSAL: N_("The vote on draft decision {name} was broken off, and has no result: “{reason}”."),
    VoteKind.AMENDMENT: N_("The vote on amendment {name} was broken off, and has no result: “{reason}”."),
    VoteKind.PART: N_("The vote on part {name} of draft decision {of} was broken off, and has no result: “{reason}”."),
    VoteKind.DIVISION: N_(
        "The vote on the motion for the division of draft decision {of} was broken off, and has no result: “{reason}”."
    ),
    VoteKind.RECONSIDERATION: N_(
        "The vote on the motion to reconsider draft decision {of} was broken off, and has no result: “{reason}”."
    ),
}


def _broken_off(facts: RecordedMeeting, vote: Vote, words: Catalog) -> str:
    proposal, reason = facts.proposal(vote.proposal), as_typed(vote.stopped_for)
    if proposal is not None and vote.kind in BROKEN_OFF:
        draft = draft_name(proposal)
        name = draft if vote.kind is VoteKind.PROPOSAL else part_name(facts, vote)
        return words.gettext(BROKEN_OFF[vote.kind]).format(name=name, of=draft, reason=reason)
    text = words.gettext("A vote was broken off, and has no result: “{reason}”.").format(reason=reason)
    return _with_question(vote, text, words) if proposal is None else text


def _declared(words: Catalog, *, adopted: bool) -> str:
    if adopted:
        return words.gettext("The Chair declared the result of the vote: adopted.")
    return words.gettext("The Chair declared the result of the vote: not adopted.")


def _taken(facts: RecordedMeeting, vote: Vote, words: Catalog) -> str:
    proposal = facts.proposal(vote.proposal)
    draft = draft_name(proposal) if proposal is not None else ""
    revised = _form_put(facts, vote, vote.opened_at) is not None
    if proposal is not None and (vote.kind in OF_A_TEXT or revised):
        text = _on_part(vote.method, words).format(matter=put_to_the_vote(facts, vote, words))
    else:
        text = (_on_draft(vote.method, words) if draft else _on_question(vote, words)).format(name=draft)
    question = vote.question[words.language].strip().rstrip(".")
    if proposal is None and question:
        text = words.pgettext("a vote and what was put", "{vote}: “{question}”.").format(
            vote=text.rstrip("."), question=question
        )
    if vote.method is Method.ROLL_CALL and vote.drawn is not None:
        start = roll_call_start(facts.states[vote.drawn], words, by_program=bool(vote.lot_seed))
        text = _two(words, text, start)
    before = lots_before(facts, vote)
    return _two(words, text, earlier_lots(before, words)) if before else text


def lots_before(facts: RecordedMeeting, vote: Vote) -> tuple[tuple[State, str], ...]:
    """Whom the program had drawn for a roll call before the lot that it was opened with, each with its seed (R19)."""
    return tuple((facts.states[one.state], one.lot_seed) for one in drawn_before(vote, facts.votes, facts.draws))


def _with_question(vote: Vote, text: str, words: Catalog) -> str:
    question = vote.question[words.language].strip().rstrip(".")
    if not question:
        return text
    asked = words.gettext("The question was: “{question}”.").format(question=question)
    return words.pgettext("two sentences", "{first} {second}").format(first=text, second=asked)


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


def _on_part(method: Method, words: Catalog) -> str:
    match method:
        case Method.ROLL_CALL:
            return words.gettext("A roll-call vote was taken on {matter}.")
        case Method.RECORDED:
            return words.gettext("A recorded vote was taken on {matter}.")
        case Method.SHOW_OF_HANDS:
            return words.gettext("A vote by show of hands was taken on {matter}.")
        case Method.SECRET_BALLOT:
            return words.gettext("A secret ballot was taken on {matter}.")


def put_to_the_vote(facts: RecordedMeeting, vote: Vote, words: Catalog) -> str:
    """What was put, after "a vote was taken on"; empty for a motion, an appeal or a question of its own."""
    proposal = facts.proposal(vote.proposal)
    if proposal is None:
        return ""
    name = draft_name(proposal) if vote.kind is VoteKind.PROPOSAL else part_name(facts, vote)
    form = _form_put(facts, vote, vote.opened_at)
    return _put(vote.kind, form, words).format(name=name, of=draft_name(proposal))


def _put(kind: VoteKind, form: Form | None, words: Catalog) -> str:
    """What was put, after "a vote was taken on" or "no consensus on"."""
    match kind:
        case VoteKind.PROPOSAL:
            return draft_put(form, words)
        case VoteKind.AMENDMENT:
            return words.pgettext("a vote on", "amendment {name}")
        case VoteKind.PART:
            return words.pgettext("a vote on", "part {name} of draft decision {of}")
        case VoteKind.DIVISION:
            return words.pgettext("a vote on", "the motion for the division of draft decision {of}")
        case _:
            return words.pgettext("a vote on", "the motion to reconsider draft decision {of}")


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
