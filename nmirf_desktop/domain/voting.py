"""Proposals, consensus, votes, the tally and decisions (the Declaration's *Decision-Making Procedure*)."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.lots import drawn
from nmirf_desktop.domain.members import Membership
from nmirf_desktop.domain.membership_rules import members_on
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.i18n import N_, Language


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text put to the meeting; *number* is its L number, kept whatever becomes of it.

    *sponsor* is the main one. *rival* is the first proposal on the same question (R23), *passed_over_at* when the
    meeting decided not to vote on this one. *reintroduces* is the withdrawn proposal that it takes up again (R26).
    """

    key: Key
    meeting: Key
    item: Key
    number: int
    title: Trilingual
    text: Trilingual
    sponsor: StateCode | None = None
    withdrawn_at: datetime.datetime | None = None
    rival: Key | None = None
    passed_over_at: datetime.datetime | None = None
    reintroduces: Key | None = None

    @property
    def symbol(self) -> str:
        """The symbol under which a draft decision is cited: "L.3"."""
        return f"L.{self.number}"


def conformed(settled: Proposal, translated: Proposal) -> Proposal:
    """A settled proposal with the other languages of its texts completed or corrected: they are "to be conformed".

    What was put to the meeting, the original of title and text, no longer changes, and neither does anything else.
    Raises ``Refusal`` where an original was changed, made in another language, or begun.
    """
    check_original(settled.title, translated.title)
    check_original(settled.text, translated.text)
    return replace(settled, title=translated.title, text=translated.text)


def check_original(before: Trilingual, after: Trilingual) -> None:
    """Raises ``Refusal`` for another original of what was put to the meeting, in other words or another language."""
    begun = after and not before
    if begun or (after.source, after.original) != (before.source, before.original):
        raise Refusal(N_("The original of a settled text no longer changes; its translations can be completed."))


@dataclass(frozen=True, slots=True)
class ConsensusCall:
    """The Chair put a proposal and asked for objections (R12); *objector* may stay unnamed (part E).

    Where an *amendment* to the proposal or a *part* of it was put, it was that alone. Who objected beside another one
    has a call of the same moment.
    """

    key: Key
    proposal: Key
    at: datetime.datetime
    objected: bool
    objector: StateCode | None = None
    amendment: Key | None = None
    part: Key | None = None

    @property
    def on(self) -> Key:
        """The key of what was put: an amendment, a part, or the proposal itself."""
        return self.amendment or self.part or self.proposal


class VoteKind(StrEnum):
    """What is voted on; procedural motions and appeals do not pass through consensus (R13)."""

    PROPOSAL = "proposal"
    AMENDMENT = "amendment"
    PART = "part"
    DIVISION = "division"
    RECONSIDERATION = "reconsideration"
    PROCEDURAL = "procedural"
    APPEAL = "appeal"


SUBSTANCE = frozenset({VoteKind.PROPOSAL, VoteKind.AMENDMENT, VoteKind.PART})
"""What passes through consensus before it is voted on (R12, R13)."""
OF_A_TEXT = frozenset({VoteKind.AMENDMENT, VoteKind.PART, VoteKind.DIVISION, VoteKind.RECONSIDERATION})
"""What is voted on about a proposal, but for the whole of it."""
ON_A_PROPOSAL = OF_A_TEXT | {VoteKind.PROPOSAL}
"""What is voted on with a proposal in hand."""


class VoteMajority(StrEnum):
    """What is asked for: more in favour than against, or two thirds of those present and voting (R26, A15)."""

    SIMPLE = "simple"
    TWO_THIRDS = "two_thirds"


class Method(StrEnum):
    """How a vote is taken (R18)."""

    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    RECORDED = "recorded"
    SECRET_BALLOT = "secret_ballot"  # noqa: S105  (no password: a way of voting)

    @property
    def named(self) -> bool:
        """Whether it records who took which position; else there are totals only."""
        return self in (Method.ROLL_CALL, Method.RECORDED)


class Answer(StrEnum):
    """What an entitled member answered; a pass is called again, silence is recorded after the second call."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    NOT_PARTICIPATING = "not_participating"
    PASSED = "passed"
    NO_ANSWER = "no_answer"


class Act(StrEnum):
    """Why a position was written (R27 and part E): only a delegate's late correction leaves the totals alone.

    *Together* was written of many in one step, "all in favour, then exceptions": the answer that a State gives itself
    takes its place; it takes that of none, but of silence or a pass in the call before.
    """

    ANSWER = "answer"
    TOGETHER = "together"
    CHANGE = "change"
    INTENDED = "intended"
    REKEYED = "rekeyed"


class Outcome(StrEnum):
    """What became of a question put to the vote."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"


@dataclass(frozen=True, slots=True)
class HandCount:
    """Totals of a vote without names, as counted in the room: hands, or the papers of a secret ballot."""

    in_favour: int
    against: int
    abstaining: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote from its opening to its announcement.

    *entitled* is frozen at the opening, in calling order; *drawn* is the State drawn by lot, and *lot_seed* that from
    which the program drew its code, empty where it was drawn in the room (:mod:`.lots`). *declared* is the Chair's
    word, which stands beside the computed outcome where they differ, with *divergence* as the reason. *hands* are the
    totals where no names are recorded, *papers* those of a secret ballot. *motion* and *point* are the procedural
    motion or the point of order on which it is taken (R24), where that was recorded. On an *amendment*, a *part* or a
    motion about a text, *proposal* is the text that it concerns. *majority* is frozen, too. A vote that was broken off
    has no result: *stopped_at* says when, and *stopped_for* why.
    """

    key: Key
    meeting: Key
    item: Key
    kind: VoteKind
    method: Method
    question: Trilingual
    opened_at: datetime.datetime
    entitled: tuple[StateCode, ...]
    proposal: Key | None = None
    drawn: StateCode | None = None
    hands: HandCount | None = None
    closed_at: datetime.datetime | None = None
    declared: Outcome | None = None
    divergence: str = ""
    papers: Papers | None = None
    motion: Key | None = None
    point: Key | None = None
    amendment: Key | None = None
    part: Key | None = None
    text_motion: Key | None = None
    majority: VoteMajority = VoteMajority.SIMPLE
    lot_seed: str = ""
    stopped_at: datetime.datetime | None = None
    stopped_for: str = ""

    @property
    def open(self) -> bool:
        """Whether it goes on: it was neither announced nor broken off."""
        return self.closed_at is None and self.stopped_at is None

    @property
    def on(self) -> Key | None:
        """The key of what is voted on: an amendment, a part, a motion, or the proposal itself."""
        return self.amendment or self.part or self.text_motion or self.proposal


@dataclass(frozen=True, slots=True)
class Position:
    """One answer of one State, append-only: a later one supersedes it and both are kept."""

    key: Key
    vote: Key
    state: StateCode
    answer: Answer
    at: datetime.datetime
    call: int = 1
    act: Act = Act.ANSWER
    cast_by: str = ""
    reason: str = ""


class Mode(StrEnum):
    """How a decision was adopted."""

    CONSENSUS = "consensus"
    VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Decision:
    """An adopted text with its number in the year ("Decision 2027/1"), as it read when it was adopted."""

    key: Key
    meeting: Key
    item: Key
    proposal: Key
    year: int
    number: int
    adopted_on: datetime.date
    mode: Mode
    title: Trilingual
    text: Trilingual
    vote: Key | None = None
    language: Language = Language.EN


def as_adopted(text: Trilingual, language: Language) -> Trilingual:
    """A text of a decision, of which that in the *language* of adoption is no draft: the meeting adopted it so."""
    return text.with_review(language) if text.state(language) is TextState.DRAFT else text


ANSWER_LABELS = {
    Answer.IN_FAVOUR: N_("In favour"),
    Answer.AGAINST: N_("Against"),
    Answer.ABSTAINING: N_("Abstaining"),
    Answer.NOT_PARTICIPATING: N_("Not participating"),
    Answer.PASSED: N_("Passed"),
    Answer.NO_ANSWER: N_("No answer"),
}


def electorate(memberships: Iterable[Membership], on: datetime.date) -> frozenset[StateCode]:
    """*Decision-Making Procedure*, *Membership* (R7, R14, A1): the members on a day; an observer has no vote.

    Presence does not matter: every member entitled on the day is called (part E).
    """
    return frozenset(members_on(memberships, on))


def is_statement_only(call: ConsensusCall, members: Collection[StateCode]) -> bool:
    """*Membership* (R7): an objection by an observer is kept as a statement and does not break consensus."""
    return call.objected and call.objector is not None and call.objector not in members


def consensus(call: ConsensusCall, members: Collection[StateCode]) -> bool:
    """*Decision-Making Procedure* (R12, A2): the Chair put the proposal and no member objected.

    One objection by one member is enough, and it may stay unnamed ("the Chair noted that there was no consensus").
    """
    return not call.objected or is_statement_only(call, members)


def may_open_vote(kind: VoteKind, calls: Iterable[ConsensusCall], members: Collection[StateCode]) -> bool:
    """*Decision-Making Procedure* (R12, R13): a proposal is voted on in the absence of consensus, once that was noted.

    So are amendments and parts of it: *calls* are those on the same, made before the vote. Motions and appeals go
    straight to the vote. A recorded vote for which this does not hold is a finding, not an impossibility.
    """
    if kind not in SUBSTANCE:
        return True
    found = tuple(consensus(call, members) for call in calls)
    return bool(found) and not any(found)


NO_QUESTION = N_("Write the question that is put to the vote, in one language at least.")


def check_opening(vote: Vote, proposal: Proposal | None, calls: Iterable[ConsensusCall]) -> None:
    """*Decision-Making Procedure* (R13, R16, R19): refuse to open a vote that the rules do not allow.

    *vote* is the vote as it would be opened; *calls* may hold the calls of other proposals and later ones too.

    Raises:
        Refusal: nobody is entitled, consensus was not sought first or was reached, the proposal was withdrawn,
            or the order does not begin with the State drawn by lot, or the lot gives another one. A roll call without a
            draw is allowed: it is recorded as it was.
        Problem: a vote on a proposal without a proposal, or on a question that nobody wrote.
    """
    if not vote.entitled:
        raise Refusal(N_("No member is entitled to vote on this day."), section="R14")
    if len(set(vote.entitled)) != len(vote.entitled):
        raise Refusal(N_("A member is listed twice: each member has one vote."), section="R16")
    if vote.kind in ON_A_PROPOSAL:
        _check_proposal(vote, proposal, calls)
    elif not vote.question:
        raise Problem(NO_QUESTION, field_name="question")
    if vote.drawn is not None and vote.drawn != vote.entitled[0]:
        raise Refusal(N_("A roll call begins with the member whose name was drawn by lot."), section="R19")
    if not lot_kept(vote):
        raise Refusal(N_("The members entitled to vote are no longer those of the lot: draw again."), section="R19")


def lot_kept(vote: Vote) -> bool:
    """(silent; GA 87/127) R19: whether the State recorded as drawn is the one that the seed draws, if any."""
    return not vote.lot_seed or drawn(vote.lot_seed, vote.entitled)[:1] == (vote.drawn,)


def _check_proposal(vote: Vote, proposal: Proposal | None, calls: Iterable[ConsensusCall]) -> None:
    if proposal is None or proposal.key != vote.proposal:
        raise Problem(N_("Choose the proposal that is put to the vote."), field_name="proposal")
    if proposal.withdrawn_at is not None and proposal.withdrawn_at <= vote.opened_at:
        raise Refusal(N_("The proposal was withdrawn before the voting began."), section="R26")
    if vote.kind not in SUBSTANCE:
        return
    earlier = [call for call in calls if call.on == vote.on and call.at <= vote.opened_at]
    if any(consensus(call, vote.entitled) for call in earlier):
        raise Refusal(N_("The proposal was adopted by consensus: there is nothing to vote on."), section="R12")
    if not may_open_vote(vote.kind, earlier, vote.entitled):
        raise Refusal(
            N_("Consensus comes first: put the proposal, and note that there is no consensus before the vote."),
            section="R13",
        )
