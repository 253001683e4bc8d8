"""Deciding: proposals, consensus, votes from opening to announcement, and the numbered decisions that follow."""

import dataclasses
import datetime
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nmirf_desktop.domain import casting
from nmirf_desktop.domain.board import Board, board
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.membership_rules import members_on
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import count_hands, result
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Act,
    Answer,
    ConsensusCall,
    Decision,
    HandCount,
    Method,
    Mode,
    Outcome,
    Position,
    Proposal,
    Vote,
    VoteKind,
    check_none_open,
    check_opening,
)
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.states import States
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import MEMBERSHIPS
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, DECISIONS, POSITIONS, PROPOSALS, VOTES


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a vote is to be: on a proposal, or on a motion or appeal with its own question."""

    meeting: Key
    item: Key
    method: Method
    proposal: Key | None = None
    kind: VoteKind = VoteKind.PROPOSAL
    question: Trilingual = Trilingual()
    drawn: StateCode | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """An answer as it was keyed; *act* tells an answer from a change and from the corrections of R27."""

    vote: Key
    state: StateCode
    answer: Answer
    act: Act = Act.ANSWER
    cast_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """A proposal with what became of it."""

    proposal: Proposal
    calls: tuple[ConsensusCall, ...]
    votes: tuple[Vote, ...]
    decision: Decision | None

    @property
    def consensus_failed(self) -> bool:
        """Whether the Chair noted that there was no consensus (R12)."""
        return any(call.objected for call in self.calls)


class Voting:
    """Proposals, votes and decisions in the register."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def proposals(self, meeting: Key) -> tuple[ProposalFile, ...]:
        """A meeting's proposals by their L number."""
        with self._store.read() as session:
            found = sorted(PROPOSALS.all(session, meeting=meeting), key=lambda one: one.number)
            return tuple(self._file(session, proposal) for proposal in found)

    def _file(self, session: Session, proposal: Proposal) -> ProposalFile:
        decisions = DECISIONS.all(session, proposal=proposal.key)
        return ProposalFile(
            proposal,
            tuple(sorted(CONSENSUS_CALLS.all(session, proposal=proposal.key), key=lambda one: one.at)),
            tuple(sorted(VOTES.all(session, proposal=proposal.key), key=lambda one: one.opened_at)),
            decisions[0] if decisions else None,
        )

    def propose(self, meeting: Key, item: Key, title: Trilingual, text: Trilingual) -> Proposal:
        """A new text with the next L number."""
        with self._store.write(N_("table a proposal"), Subject.VOTES) as session:
            numbers = [one.number for one in PROPOSALS.all(session, meeting=meeting)]
            proposal = Proposal(new_key(), meeting, item, max(numbers, default=0) + 1, title, text)
            PROPOSALS.save(session, proposal)
        return proposal

    def revise(self, proposal: Proposal) -> None:
        """Another text or sponsor, as long as the proposal was not adopted."""
        with self._store.write(N_("revise a proposal"), Subject.VOTES) as session:
            self._check_undecided(session, proposal.key)
            PROPOSALS.save(session, proposal)

    def withdraw(self, key: Key) -> None:
        """The sponsor takes the proposal back; it keeps its L number."""
        with self._store.write(N_("withdraw a proposal"), Subject.VOTES) as session:
            self._check_undecided(session, key)
            PROPOSALS.save(session, dataclasses.replace(PROPOSALS.get(session, key), withdrawn_at=self._clock()))

    def _check_undecided(self, session: Session, key: Key) -> None:
        if PROPOSALS.get(session, key).withdrawn_at is not None:
            raise Refusal(N_("This proposal was withdrawn."))
        if DECISIONS.all(session, proposal=key):
            raise Refusal(N_("This proposal was adopted, and its text no longer changes."))

    def adopt_by_consensus(self, key: Key) -> Decision:
        """The Chair put the text and heard no objection: it is so decided (R12)."""
        with self._store.write(N_("adopt by consensus"), Subject.VOTES) as session:
            self._check_undecided(session, key)
            now = self._clock()
            CONSENSUS_CALLS.save(session, ConsensusCall(new_key(), key, now, objected=False))
            return self._decide(session, PROPOSALS.get(session, key), now, Mode.CONSENSUS, None)

    def note_no_consensus(self, key: Key, objector: StateCode | None = None) -> ConsensusCall:
        """The Chair notes that there is no consensus (R12); who objected may stay unnamed, and is a member (R7)."""
        with self._store.write(N_("note that there is no consensus"), Subject.VOTES) as session:
            self._check_undecided(session, key)
            proposal = PROPOSALS.get(session, key)
            now = self._clock()
            meeting = MEETINGS.get(session, proposal.meeting)
            if objector is not None and objector not in self._electorate(session, meeting, now):
                raise Refusal(
                    N_("{state} is not a member: its objection is noted as a statement and does not break the consensus."),
                    {"state": self._named(meeting, now)[objector]},
                    section="R7",
                )
            call = ConsensusCall(new_key(), key, now, objected=True, objector=objector)
            CONSENSUS_CALLS.save(session, call)
        return call

    def electorate(self, meeting: Key) -> tuple[State, ...]:
        """The members entitled to vote if a vote opened now, in English alphabetical order (R19)."""
        with self._store.read() as session:
            found = MEETINGS.get(session, meeting)
            now = self._clock()
            named = self._named(found, now)
            return tuple(named[code] for code in self._order(session, found, now, None))

    def draw(self, meeting: Key) -> State:
        """A member drawn by lot, to be called first (R19)."""
        return secrets.choice(self.electorate(meeting))

    def _day(self, meeting: Meeting, at: datetime.datetime) -> datetime.date:
        return at.astimezone(ZoneInfo(meeting.time_zone)).date()

    def _named(self, meeting: Meeting, at: datetime.datetime) -> Mapping[StateCode, State]:
        return self._states.on(self._day(meeting, at))

    def _electorate(self, session: Session, meeting: Meeting, at: datetime.datetime) -> tuple[StateCode, ...]:
        return members_on(MEMBERSHIPS.all(session), self._day(meeting, at))

    def _order(
        self, session: Session, meeting: Meeting, at: datetime.datetime, drawn: StateCode | None
    ) -> tuple[StateCode, ...]:
        named = self._named(meeting, at)
        return casting.roll_call_order([named[code] for code in self._electorate(session, meeting, at)], drawn)

    def open(self, ballot: Ballot) -> Vote:
        """Open a vote: the electorate is frozen, the order is set. A proposal needs a noted "no consensus" (R13)."""
        with self._store.write(N_("open a vote"), Subject.VOTES) as session:
            file = None if ballot.proposal is None else self._file(session, PROPOSALS.get(session, ballot.proposal))
            if file is not None:
                self._check_undecided(session, file.proposal.key)
            check_none_open(VOTES.all(session, meeting=ballot.meeting))
            now = self._clock()
            meeting = MEETINGS.get(session, ballot.meeting)
            question = ballot.question or (file.proposal.title if file else Trilingual())
            vote = Vote(
                key=new_key(), meeting=ballot.meeting, item=ballot.item, kind=ballot.kind, method=ballot.method,
                question=question, opened_at=now, entitled=self._order(session, meeting, now, ballot.drawn),
                proposal=ballot.proposal, drawn=ballot.drawn,
            )  # fmt: skip
            check_opening(vote, file.proposal if file else None, file.calls if file else ())
            VOTES.save(session, vote)
        return vote

    def open_vote(self, meeting: Key) -> Vote | None:
        """The vote that is going on, if any."""
        with self._store.read() as session:
            return next((vote for vote in VOTES.all(session, meeting=meeting) if vote.closed_at is None), None)

    def votes(self, meeting: Key) -> tuple[Vote, ...]:
        """A meeting's votes in their order."""
        with self._store.read() as session:
            return tuple(sorted(VOTES.all(session, meeting=meeting), key=lambda one: one.opened_at))

    def board(self, key: Key) -> Board:
        """What the screen and the projector show of a vote."""
        with self._store.read() as session:
            vote = VOTES.get(session, key)
            return self._board(session, vote, POSITIONS.all(session, vote=key))

    def _board(self, session: Session, vote: Vote, positions: tuple[Position, ...]) -> Board:
        return board(vote, positions, self._named(MEETINGS.get(session, vote.meeting), vote.opened_at))

    def positions(self, key: Key) -> tuple[Position, ...]:
        """Everything that was written of a vote, in order."""
        with self._store.read() as session:
            return tuple(sorted(POSITIONS.all(session, vote=key), key=lambda one: (one.at, one.key)))

    def cast(self, given: Cast) -> Board:
        """Write one answer, durably, and return the board; what stands already is not written again."""
        with self._store.write(N_("record an answer"), Subject.VOTES) as session:
            vote = VOTES.get(session, given.vote)
            positions = POSITIONS.all(session, vote=given.vote)
            named = self._named(MEETINGS.get(session, vote.meeting), vote.opened_at)
            wanted = Position(
                new_key(), given.vote, given.state, given.answer, self._clock(),
                act=given.act, cast_by=given.cast_by, reason=given.reason,
            )  # fmt: skip
            position = casting.cast(vote, positions, wanted, named)
            if position is not None:
                POSITIONS.save(session, position)
                positions = (*positions, position)
            return board(vote, positions, named)

    def record_hands(self, key: Key, hands: HandCount) -> Board:
        """The totals of a show of hands, as counted in the room (R18)."""
        with self._store.write(N_("record a show of hands"), Subject.VOTES) as session:
            vote = VOTES.get(session, key)
            if vote.method is not Method.SHOW_OF_HANDS or vote.closed_at is not None:
                raise Refusal(N_("Hands are counted in an open vote by show of hands."), section="R18")
            count_hands(hands, len(vote.entitled))
            counted = dataclasses.replace(vote, hands=hands)
            VOTES.save(session, counted)
            return self._board(session, counted, ())

    def close(self, key: Key, declared: Outcome | None = None, divergence: str = "") -> Decision | None:
        """The Chair announces the result; an adopted proposal becomes a numbered decision."""
        with self._store.write(N_("close a vote"), Subject.VOTES) as session:
            vote = VOTES.get(session, key)
            positions = POSITIONS.all(session, vote=key)
            meeting = MEETINGS.get(session, vote.meeting)
            now = self._clock()
            closing = casting.Closing(now, declared, divergence)
            closed = casting.close(vote, positions, closing, self._named(meeting, vote.opened_at))
            VOTES.save(session, closed)
            outcome = closed.declared or result(closed, positions).outcome
            if closed.proposal is None or outcome is not Outcome.ADOPTED:
                return None
            return self._decide(session, PROPOSALS.get(session, closed.proposal), now, Mode.VOTE, key)

    def _decide(
        self, session: Session, proposal: Proposal, at: datetime.datetime, mode: Mode, vote: Key | None
    ) -> Decision:
        meeting = MEETINGS.get(session, proposal.meeting)
        day = self._day(meeting, at)
        numbers = [one.number for one in DECISIONS.all(session, year=day.year)]
        decision = Decision(
            key=new_key(), meeting=proposal.meeting, item=proposal.item, proposal=proposal.key, year=day.year,
            number=max(numbers, default=0) + 1, adopted_on=day, mode=mode, title=proposal.title, text=proposal.text,
            vote=vote, language=proposal.text.source,
        )  # fmt: skip
        DECISIONS.save(session, decision)
        return decision

    def decisions(self, meeting: Key | None = None) -> tuple[Decision, ...]:
        """The decisions of a meeting, or all, by year and number."""
        with self._store.read() as session:
            found = DECISIONS.all(session) if meeting is None else DECISIONS.all(session, meeting=meeting)
        return tuple(sorted(found, key=lambda one: (one.year, one.number)))
