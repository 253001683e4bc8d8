"""Proposals, consensus, votes, the tally and decisions (the Declaration's *Decision-Making Procedure*)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text put to the meeting; *number* is its L number, kept whatever becomes of it."""

    key: Key
    meeting: Key
    item: Key
    number: int
    title: Trilingual
    text: Trilingual
    sponsor: StateCode | None = None
    withdrawn_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class ConsensusCall:
    """The Chair put a proposal and asked for objections (R12); *objector* may stay unnamed (part E)."""

    key: Key
    proposal: Key
    at: datetime.datetime
    objected: bool
    objector: StateCode | None = None


class VoteKind(StrEnum):
    """What is voted on; procedural motions and appeals do not pass through consensus (R13)."""

    PROPOSAL = "proposal"
    PROCEDURAL = "procedural"
    APPEAL = "appeal"


class Method(StrEnum):
    """How a vote is taken (R18)."""

    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    RECORDED = "recorded"


class Answer(StrEnum):
    """What an entitled member answered; a pass is called again, silence is recorded after the second call."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    NOT_PARTICIPATING = "not_participating"
    PASSED = "passed"
    NO_ANSWER = "no_answer"


class Act(StrEnum):
    """Why a position was written (R27 and part E): only a delegate's late correction leaves the totals alone."""

    ANSWER = "answer"
    CHANGE = "change"
    INTENDED = "intended"
    REKEYED = "rekeyed"


class Outcome(StrEnum):
    """What became of a question put to the vote."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"


@dataclass(frozen=True, slots=True)
class HandCount:
    """Totals of a show of hands, as counted in the room."""

    in_favour: int
    against: int
    abstaining: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote from its opening to its announcement.

    *entitled* is frozen at the opening, in calling order; *drawn* is the State drawn by lot; *declared* is the Chair's
    word, which stands beside the computed outcome where they differ, with *divergence* as the reason.
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


ANSWER_LABELS = {
    Answer.IN_FAVOUR: N_("In favour"),
    Answer.AGAINST: N_("Against"),
    Answer.ABSTAINING: N_("Abstaining"),
    Answer.NOT_PARTICIPATING: N_("Not participating"),
    Answer.PASSED: N_("Passed"),
    Answer.NO_ANSWER: N_("No answer"),
}
