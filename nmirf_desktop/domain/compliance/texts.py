"""R21–R23, R26: the parts of a proposal, the amendments to it, the order of proposals, withdrawal and reconsideration.

The Declaration is silent on all of them. What was recorded is counted; where it departs from the practice, it is told
as it happened, and nothing is void for it.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from nmirf_desktop.domain.amendments import (
    AmendmentFile,
    Counted,
    Standing,
    amendment_files,
    in_order,
)
from nmirf_desktop.domain.compliance.evidence import Evidence, grouped
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, Judged
from nmirf_desktop.domain.compliance.records import Record, counted, taken_from
from nmirf_desktop.domain.compliance.silent import in_force, not_regulated
from nmirf_desktop.domain.divisions import (
    TextMotionFile,
    TextMotionKind,
    majority_for,
    motion_files,
    reconsidered_at,
    rejected_as_a_whole,
)
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.voting import Outcome, Proposal, Vote, VoteKind
from nmirf_desktop.i18n import N_

AS_IT_HAPPENED = N_("It is recorded as it happened: nothing that was done is void for it.")
AMENDMENTS, MOTIONS, PARTS = N_("Amendments"), N_("Motions"), N_("Parts put separately")
ON_THEM, PUT_THEM = N_("Votes on them"), N_("Times they were put")
PROPOSALS, WHOLE, AS_A_WHOLE = N_("Proposals"), N_("Votes on the whole"), N_("Times they were put as a whole")


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A proposal with what became of its amendments and motions, and the votes and decisions on the whole.

    *objected* is when consensus on the whole was sought and not found.
    """

    proposal: Proposal
    amendments: tuple[AmendmentFile, ...]
    motions: tuple[TextMotionFile, ...]
    put: tuple[tuple[datetime.datetime, Record], ...]
    objected: tuple[datetime.datetime, ...] = ()

    @property
    def first_vote(self) -> datetime.datetime | None:
        """When the voting on it, or on a part of it, began."""
        parts = (vote for motion in self.motions for part in motion.parts for vote in part.votes)
        whole = (one for _, one in self.put if isinstance(one, Vote))
        return min((one.opened_at for one in chain(parts, whole)), default=None)

    @property
    def rejected_in_parts(self) -> bool:
        """(silent; GA 89/129) R21: whether it is rejected as a whole because all its operative parts were."""
        return any(rejected_as_a_whole(one, self.proposal.text.original) for one in self.motions)


def texts_of(evidence: Evidence) -> Mapping[Key, JudgedText]:
    """All proposals with what became of their texts by the day."""
    calls = tuple(sorted(chain(*evidence.calls.values()), key=lambda one: one.at))
    votes = tuple((vote, _outcome(evidence, vote)) for vote in evidence.votes)
    amendments = grouped(evidence.facts.amendments, lambda one: one.proposal)
    motions = grouped(evidence.facts.text_motions, lambda one: one.proposal)
    on = grouped(votes, lambda one: one[0].proposal)
    put = grouped(calls, lambda one: one.proposal)
    found = {}
    for key, one in evidence.proposals.items():
        own, heard = on.get(key, ()), put.get(key, ())
        agreed = ((call.at, call) for call in heard if call.on == key and not call.objected)
        voted = ((vote.opened_at, vote) for vote, _ in own if vote.on == key)
        found[key] = JudgedText(
            one,
            amendment_files(one, amendments.get(key, ()), heard, own),
            motion_files(key, motions.get(key, ()), evidence.facts.parts, heard, own),
            tuple(sorted((*agreed, *voted), key=lambda each: each[0])),
            tuple(call.at for call in heard if call.on == key and call.objected),
        )
    return found


def _outcome(evidence: Evidence, vote: Vote) -> Outcome | None:
    """What became of a vote that was announced and can be counted: the Chair's word, where it differed."""
    computed = evidence.ballots[vote.key].result
    if vote.closed_at is None or isinstance(computed, Refusal):
        return None
    return vote.declared if vote.declared is not None and vote.divergence else computed.outcome


def considered_since(evidence: Evidence, proposal: Key, at: datetime.datetime) -> datetime.datetime | None:
    """(silent) R26: when the meeting had last decided, by a moment, to consider a proposal again."""
    motions = [one for one in evidence.facts.text_motions if one.proposal == proposal]
    if not motions:
        return None
    votes: tuple[Counted, ...] = tuple((vote, _outcome(evidence, vote)) for vote in evidence.votes)
    settled = motion_files(proposal, motions, (), (), votes)
    return reconsidered_at(one for one in settled if one.settled_at is not None and one.settled_at <= at)


def _told(
    number: str, subject: Judged, message: str, values: Mapping[str, object], *facts: Fact, part: str = ""
) -> Finding:
    """A departure from the practice, with the reason that may be noted for it."""
    said = Phrase(message, {"proposal": subject, **values})
    state = FindingState.NOT_REGULATED
    return Finding(number, state, subject, said, Phrase(AS_IT_HAPPENED), facts, part=part, asks_why=True)


def r21(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R21; GA 89/129: parts are put once a division was granted, and before the adopted ones as a whole."""
    texts = texts_of(evidence).values()
    motions = [one for text in texts for one in text.motions if one.motion.kind is TextMotionKind.DIVISION]
    divided = [text for text in texts if any(one in motions for one in text.motions)]
    yield not_regulated(evidence, "R21", *_on_parts(evidence, motions), *_on_whole(evidence, divided))
    for text in texts:
        for one in text.motions:
            if one.motion.kind is TextMotionKind.DIVISION:
                yield from _divided(evidence, text, one)


def _on_parts(evidence: Evidence, motions: Iterable[TextMotionFile]) -> tuple[Fact, ...]:
    """The motions with the parts, and all that was put of them; nothing where nothing was divided."""
    known = tuple(motions)
    if not known:
        return ()
    parts = tuple(part for one in known for part in one.parts)
    votes = (*(one.votes for one in known), *(part.votes for part in parts))
    return (
        counted(evidence, MOTIONS, (one.motion for one in known)),
        counted(evidence, PARTS, (one.part for one in parts)),
        counted(evidence, ON_THEM, chain(*votes)),
        counted(evidence, PUT_THEM, chain(*(part.calls for part in parts))),
    )


def _on_whole(evidence: Evidence, texts: Iterable[JudgedText]) -> tuple[Fact, ...]:
    """How often some proposals were put as a whole; nothing where there is none."""
    known = tuple(texts)
    return (counted(evidence, AS_A_WHOLE, (each for text in known for _, each in text.put)),) if known else ()


def _divided(evidence: Evidence, text: JudgedText, one: TextMotionFile) -> Iterator[Finding]:
    subject, facts, key = evidence.proposal(text.proposal), _on_parts(evidence, (one,)), one.motion.key
    granted = one.settled_at if one.granted else None
    by, day = one.motion.mover, evidence.day_of(text.proposal.meeting, one.motion.moved_at)
    if by is not None and by not in evidence.members_at(day):
        message = N_("{proposal}: its division was moved by a State that was not a member on that day ({state}).")
        yield _told("R21", subject, message, {"state": evidence.named(by)}, *facts, part=f"{key}:mover")
    early = [part for part in one.parts if part.settled_at and (granted is None or part.settled_at < granted)]
    if early:
        message = N_("{proposal}: parts were put separately before its division had been granted.")
        yield _told("R21", subject, message, {}, *facts, part=f"{key}:early")
    if not granted:
        return
    whole = [each for at, each in text.put if at > granted]
    over = one.divided_at
    before = [each for at, each in text.put if at > granted and (over is None or at < over)]
    if before:
        message = N_("{proposal}: it was put as a whole before all of its parts had been decided on.")
        yield _told("R21", subject, message, {}, *facts, counted(evidence, WHOLE, before), part=f"{key}:whole")
    elif rejected_as_a_whole(one, text.proposal.text.original) and whole:
        message = N_("{proposal}: all its operative parts were rejected, and it was put as a whole all the same.")
        yield _told("R21", subject, message, {}, *facts, counted(evidence, WHOLE, whole), part=f"{key}:all")
    elif over and _left(evidence, text, over):
        message = N_("{proposal}: its parts were decided on, and it was not put as a whole.")
        yield _told("R21", subject, message, {}, *facts, *_on_left(evidence, text), part=f"{key}:left")


def _left(evidence: Evidence, text: JudgedText, since: datetime.datetime) -> bool:
    """Whether a proposal was put no more after a moment, although the meeting is over and nothing had ended it.

    It was put also where there was no consensus on it; that no vote has followed is said under R13.
    """
    meeting, one = evidence.meeting.get(text.proposal.meeting), text.proposal
    gone = one.withdrawn_at is not None or one.passed_over_at is not None or text.rejected_in_parts
    over = meeting is not None and meeting.closes_on < evidence.on
    return over and not gone and not any(at > since for at in (*(at for at, _ in text.put), *text.objected))


def _on_left(evidence: Evidence, text: JudgedText) -> Iterator[Fact]:
    """How often a proposal was put as a whole by the last day of its meeting."""
    meeting = evidence.meeting.get(text.proposal.meeting)
    yield from _on_whole(evidence, (text,))
    if meeting is not None:
        yield taken_from(evidence, N_("Last day of the meeting"), meeting.closes_on, meeting)


def r22(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R22; GA 90/130: amendments are put in the Chair's order, and before the proposal that they amend."""
    texts = [text for text in texts_of(evidence).values() if text.amendments]
    facts = _on_amendments(evidence, (one for text in texts for one in text.amendments))
    yield not_regulated(evidence, "R22", *facts, *_on_whole(evidence, texts))
    for text in texts:
        yield from _amended(evidence, text)


def _on_amendments(evidence: Evidence, files: Iterable[AmendmentFile]) -> tuple[Fact, ...]:
    known = tuple(files)
    if not known:
        return ()
    return (
        counted(evidence, AMENDMENTS, (one.amendment for one in known)),
        counted(evidence, ON_THEM, chain(*(one.votes for one in known))),
        counted(evidence, PUT_THEM, chain(*(one.calls for one in known))),
    )


def _amended(evidence: Evidence, text: JudgedText) -> Iterator[Finding]:
    subject, facts = evidence.proposal(text.proposal), _on_amendments(evidence, text.amendments)
    for first, later in _out_of_order(text):
        message = N_("{proposal}: amendment {first} was voted on after {later}, against the order of the Chair.")
        values = {"first": first.name, "later": later.name}
        yield _told("R22", subject, message, values, *facts, part=first.amendment.key)
    adopted: list[datetime.datetime] = []
    for one in text.amendments:
        yield from _outside(evidence, text, one)
        passed_by = [each for at, each in text.put if _too_early(one, at)]
        if passed_by:
            message = N_("{proposal}: it was put while amendment {name} was before the meeting.")
            put = counted(evidence, WHOLE, passed_by)
            yield _told("R22", subject, message, {"name": one.name}, *facts, put, part=f"{one.amendment.key}:open")
        if one.in_force and one.settled_at is not None and one.amendment.amends is None:
            adopted.append(one.settled_at)
        by = next((each for each in text.amendments if each.amendment.key == one.amendment.superseded_by), None)
        if one.standing is Standing.SUPERSEDED and by is not None and not by.in_force:
            message = N_("{proposal}: amendment {name} was not put because of {by}, which was not adopted.")
            values = {"name": one.name, "by": by.name}
            yield _told("R22", subject, message, values, *facts, part=f"{one.amendment.key}:by")
    if adopted and _left(evidence, text, max(adopted)):
        message = N_("{proposal}: it was amended, and it was not put as amended.")
        yield _told("R22", subject, message, {}, *facts, *_on_left(evidence, text), part="left")


def _outside(evidence: Evidence, text: JudgedText, one: AmendmentFile) -> Iterator[Finding]:
    """Who submitted an amendment, where it was no member of the day."""
    by, day = one.amendment.sponsor, evidence.day_of(text.proposal.meeting, one.amendment.moved_at)
    if by is not None and by not in evidence.members_at(day):
        message = N_(
            "{proposal}: amendment {name} was submitted by a State that was not a member on that day ({state})."
        )
        subject, facts = evidence.proposal(text.proposal), _on_amendments(evidence, text.amendments)
        values = {"name": one.name, "state": evidence.named(by)}
        yield _told("R22", subject, message, values, *facts, part=f"{one.amendment.key}:sponsor")


def _too_early(one: AmendmentFile, at: datetime.datetime) -> bool:
    """Whether a proposal was put at a moment at which an amendment to it was still before the meeting."""
    return one.amendment.moved_at < at and (one.settled_at is None or one.settled_at > at)


def _out_of_order(text: JudgedText) -> Iterator[tuple[AmendmentFile, AmendmentFile]]:
    """The amendments that were voted on after one that the Chair had put behind them, each with that one."""
    ranked = [one for one in in_order(text.amendments) if one.amendment.rank is not None and one.votes]
    for place, one in enumerate(ranked):
        later = next((each for each in ranked[place + 1 :] if each.votes[0].opened_at < one.votes[0].opened_at), None)
        if later is not None:
            yield one, later


def r23(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R23; GA 91/131: proposals on one question are put as submitted, unless the meeting decides otherwise.

    The Declaration does not say who may submit one: that of a State that is no member is told as it happened.
    """
    texts = texts_of(evidence)
    rivals = grouped((text for text in texts.values() if text.proposal.rival), lambda one: one.proposal.rival or "")
    questions = [
        sorted((*own, texts[first]), key=lambda one: one.proposal.number)
        for first, own in rivals.items()
        if first in texts
    ]
    together = tuple(chain(*questions))
    facts = (
        counted(evidence, PROPOSALS, (one.proposal for one in together)),
        counted(evidence, WHOLE, (each for one in together for _, each in one.put)),
    )
    yield not_regulated(evidence, "R23", *(facts if together else ()))
    for question in questions:
        for place, one in enumerate(question):
            yield from _overtaken(evidence, one, question[place + 1 :])
    for text in texts.values():
        yield from _from_outside(evidence, text.proposal)


def _from_outside(evidence: Evidence, proposal: Proposal) -> Iterator[Finding]:
    """Who submitted a proposal, where it was no member on the first day of the meeting or on the last."""
    by, meeting = proposal.sponsor, evidence.meeting.get(proposal.meeting)
    if by is None or meeting is None:
        return
    days = (meeting.opens_on, min(meeting.closes_on, max(evidence.on, meeting.opens_on)))
    if not any(by in evidence.members_at(day) for day in days):
        message = N_(
            "{proposal}: it was submitted by a State that was not a member at that meeting ({state}). The Declaration "
            "does not say who may submit a text; members alone decide on it."
        )
        facts = counted(evidence, PROPOSALS, (proposal,))
        subject, values = evidence.proposal(proposal), {"state": evidence.named(by)}
        yield _told("R23", subject, message, values, facts, part="sponsor")


def _overtaken(evidence: Evidence, one: JudgedText, behind: Iterable[JudgedText]) -> Iterator[Finding]:
    """A proposal that was put after one on the same question which had been submitted later."""
    if not one.put:
        return
    at = one.put[0][0]
    before = [later for later in behind if later.put and later.put[0][0] < at]
    if before:
        subject, other = evidence.proposal(one.proposal), evidence.proposal(before[0].proposal)
        message = N_("{proposal}: it was put after {later} on the same question, which had been submitted later.")
        facts = (
            counted(evidence, PROPOSALS, (one.proposal, before[0].proposal)),
            counted(evidence, WHOLE, (each.put[0][1] for each in (one, before[0]))),
        )
        yield _told("R23", subject, message, {"later": other}, *facts, part=before[0].proposal.key)


def r26(evidence: Evidence) -> Iterator[Finding]:
    """(silent) R26, A15; GA 80/122, 81/123: withdrawn before the voting, unless amended; considered again by a vote."""
    texts = texts_of(evidence).values()
    motions = [one for text in texts for one in text.motions if one.motion.kind is TextMotionKind.RECONSIDERATION]
    gone = [text for text in texts if text.proposal.withdrawn_at is not None]
    facts = (
        counted(evidence, N_("Proposals withdrawn"), (one.proposal for one in gone)),
        counted(evidence, N_("Motions for reconsideration"), (one.motion for one in motions)),
        counted(evidence, ON_THEM, chain(*(one.votes for one in motions))),
    )
    yield not_regulated(evidence, "R26", *(facts if motions or gone else ()))
    for text in gone:
        yield from _withdrawn(evidence, text)
    for text in texts:
        yield from _again(evidence, text)
        for motion in text.motions:
            for vote in motion.votes:
                yield from _majority(evidence, text.proposal, vote)


def _withdrawn(evidence: Evidence, text: JudgedText) -> Iterator[Finding]:
    at, subject = text.proposal.withdrawn_at, evidence.proposal(text.proposal)
    if at is None:
        return
    facts = (counted(evidence, PROPOSALS, (text.proposal,)), *_on_amendments(evidence, text.amendments))
    own = [one for one in text.amendments if one.amendment.amends is None and one.standing is Standing.ADOPTED]
    if any(one.settled_at is not None and one.settled_at < at for one in own):
        yield _told("R26", subject, N_("{proposal}: it was withdrawn after it had been amended."), {}, *facts)
    if text.first_vote is not None and text.first_vote < at:
        message = N_("{proposal}: it was withdrawn after the voting on it had begun.")
        whole = counted(evidence, WHOLE, (each for when, each in text.put if when < at))
        yield _told("R26", subject, message, {}, *facts, whole, part="voting")


def _again(evidence: Evidence, text: JudgedText) -> Iterator[Finding]:
    """What was decided, and put again without a decision to consider it again; a second vote after a tie is none."""
    subject = evidence.proposal(text.proposal)
    for (at, first), (then, second) in zip(text.put, text.put[1:], strict=False):
        settled = not isinstance(first, Vote) or (first.closed_at is not None and not _tied(evidence, first))
        since = considered_since(evidence, text.proposal.key, then)
        if settled and (since is None or since < at):
            message = N_("{proposal}: it was put again, and no decision to consider it again is recorded.")
            yield _told("R26", subject, message, {}, counted(evidence, WHOLE, (first, second)), part=second.key)


def _tied(evidence: Evidence, vote: Vote) -> bool:
    computed = evidence.ballots[vote.key].result
    return isinstance(computed, Refusal) or computed.tied


def _majority(evidence: Evidence, proposal: Proposal, vote: Vote) -> Iterator[Finding]:
    """A vote to consider a text again that was taken by another majority than the practice of its day."""
    day = evidence.day_of(vote.meeting, vote.opened_at)
    if vote.kind is VoteKind.RECONSIDERATION and vote.majority is not majority_for(
        vote.kind, evidence.practices_at(day)
    ):
        message = N_("{proposal}: its reconsideration was voted on by another majority than the practice of that day.")
        facts = (counted(evidence, ON_THEM, (vote,)), *in_force(evidence, "R26", day))
        yield _told("R26", evidence.proposal(proposal), message, {}, *facts, part=vote.key)
