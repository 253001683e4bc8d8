"""Votes from opening to announcement; what they adopt becomes a numbered decision (:mod:`.proposals`)."""

import datetime
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nmirf_desktop.domain import casting
from nmirf_desktop.domain.attendance import present
from nmirf_desktop.domain.board import Board, board
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.corrections import Correction
from nmirf_desktop.domain.entitlement import Entitlement
from nmirf_desktop.domain.lots import SEED_BYTES, FirstDrawn, drawn
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.membership_rules import alternates_on, membership_on, voting_focal_point
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import count_hands
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Act,
    Answer,
    Decision,
    HandCount,
    Method,
    Outcome,
    Position,
    Vote,
    VoteKind,
    check_opening,
)
from nmirf_desktop.domain.votings import check_none_open
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attending import never_answered, take_part
from nmirf_desktop.services.changed_texts import follow_text
from nmirf_desktop.services.electorate import calling_order, day_of
from nmirf_desktop.services.floor import give_way
from nmirf_desktop.services.openings import check_put, check_raised
from nmirf_desktop.services.proposal_files import file_of
from nmirf_desktop.services.proposals import follow
from nmirf_desktop.services.states import States
from nmirf_desktop.services.turned import turn, warned
from nmirf_desktop.services.vote_practices import majority_at, practice_of
from nmirf_desktop.services.votings import votings_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.journal import GENESIS, head
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import FOCAL_POINTS, MEMBERSHIPS
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import DRAWS, POSITIONS, PRESENCE, PROPOSALS, TOTALS_CORRECTIONS, VOTES

VERBS = {
    Act.ANSWER: N_("record an answer"),
    Act.CHANGE: N_("record an answer"),
    Act.TOGETHER: N_("record an answer"),
    Act.INTENDED: N_("note what was intended"),
    Act.REKEYED: N_("correct the record of a vote"),
}
"""What the journal says of a position, by its act."""
TOGETHER = {
    Answer.IN_FAVOUR: N_("record all others present in favour"),
    Answer.NO_ANSWER: N_("record that nobody else answers"),
}
"""What the journal says of an answer that is written of many in one step."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a vote is to be: on a proposal or something of it, or on a motion or appeal with its own question."""

    meeting: Key
    item: Key
    method: Method
    proposal: Key | None = None
    kind: VoteKind = VoteKind.PROPOSAL
    question: Trilingual = Trilingual()
    drawn: StateCode | None = None
    motion: Key | None = None
    point: Key | None = None
    amendment: Key | None = None
    part: Key | None = None
    text_motion: Key | None = None
    lot_seed: str = ""


@dataclass(frozen=True, slots=True)
class DrawnLot:
    """The member whom the program drew, to be called first, and the *seed* from which anybody can draw it again."""

    state: State
    seed: str


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
class _Written:
    """A vote with the names of its day and what was written of it, once an answer came *after* an entry of the journal.

    It holds as long as that answer is the last entry; whatever else is written has all read again.
    """

    after: str
    vote: Vote
    named: Mapping[StateCode, State]
    positions: tuple[Position, ...]


class Voting:
    """The votes in the register."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock
        self._written: _Written | None = None

    def electorate(self, meeting: Key) -> tuple[State, ...]:
        """The members entitled to vote if a vote opened now, in English alphabetical order (R19)."""
        with self._store.read() as session:
            found = MEETINGS.get(session, meeting)
            now = self._clock()
            named = self._named(found, now)
            return tuple(named[code] for code in calling_order(session, found, now, self._states))

    def draw(self, meeting: Key) -> DrawnLot:
        """A member drawn by lot from a new seed, to be called first (R19); each draw is recorded, and told.

        Raises:
            Refusal: nobody is entitled to vote.
        """
        seed, named = secrets.token_hex(SEED_BYTES), {one.iso3: one for one in self.electorate(meeting)}
        if not named:
            raise Refusal(N_("No member is entitled to vote on this day."), section="R14")
        first = named[drawn(seed, named)[0]]
        with self._store.write(N_("draw by lot who is called first"), Subject.VOTES) as session:
            DRAWS.save(session, FirstDrawn(new_key(), meeting, self._clock(), first.iso3, seed))
        return DrawnLot(first, seed)

    def entitlement(self, meeting: Key, state: StateCode) -> Entitlement:
        """Whether a State may vote now, in the vote in progress where there is one, and why (R6, R7, R14)."""
        with self._store.read() as session:
            found = MEETINGS.get(session, meeting)
            now = self._clock()
            day = day_of(found, now)
            vote = _open_vote(session, meeting)
            points = FOCAL_POINTS.all(session, state=state)
            point = voting_focal_point(points, state, day)
            return Entitlement(
                state=self._states.on(day)[state],
                on=day,
                membership=membership_on(MEMBERSHIPS.all(session, state=state), state, day),
                focal_point=None if point is None else PEOPLE.find(session, point.person),
                present=state in present(PRESENCE.all(session, meeting=meeting, state=state), now),
                listed=None if vote is None else state in vote.entitled,
                alternates=tuple(PEOPLE.get(session, one.person) for one in alternates_on(points, state, day)),
            )

    def _named(self, meeting: Meeting, at: datetime.datetime) -> Mapping[StateCode, State]:
        return self._states.on(day_of(meeting, at))

    def open(self, ballot: Ballot) -> Vote:
        """Open a vote: the electorate is frozen, the order is set. A proposal needs a noted "no consensus" (R13).

        Nobody speaks during a vote: who had the floor has finished, or is interrupted by a motion or an appeal.

        Raises:
            Refusal: another vote or a ballot is open, or what it is on is not before the meeting any more.
        """
        with self._store.write(N_("open a vote"), Subject.VOTES, Subject.SESSION) as session:
            file = None if ballot.proposal is None else file_of(session, PROPOSALS.get(session, ballot.proposal))
            if file is not None:
                put = ballot.amendment or ballot.part or ballot.text_motion or file.proposal.key
                check_put(session, file, ballot.kind, put)
            check_raised(session, ballot.motion, ballot.point)
            check_none_open(votings_of(session, ballot.meeting))
            now = self._clock()
            meeting = MEETINGS.get(session, ballot.meeting)
            question = ballot.question or (file.proposal.title if file else Trilingual())
            order = calling_order(session, meeting, now, self._states, ballot.drawn)
            vote = Vote(
                key=new_key(), meeting=ballot.meeting, item=ballot.item, kind=ballot.kind, method=ballot.method,
                question=question, opened_at=now, entitled=order,
                proposal=ballot.proposal, drawn=ballot.drawn, motion=ballot.motion, point=ballot.point,
                amendment=ballot.amendment, part=ballot.part, text_motion=ballot.text_motion,
                majority=majority_at(session, meeting, ballot.kind, now), lot_seed=ballot.lot_seed,
            )  # fmt: skip
            check_opening(vote, file.proposal if file else None, file.every_call if file else ())
            VOTES.save(session, vote)
            interrupting = ballot.motion is not None or ballot.point is not None
            give_way(session, ballot.meeting, now, interrupting=interrupting)
        return vote

    def open_vote(self, meeting: Key) -> Vote | None:
        """The vote that is going on, if any."""
        with self._store.read() as session:
            return _open_vote(session, meeting)

    def stands(self, key: Key) -> bool:
        """Whether a vote is open or was announced: it was neither broken off nor taken back by undo."""
        with self._store.read() as session:
            vote = VOTES.find(session, key)
            return vote is not None and vote.stopped_at is None

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
        named = self._named(MEETINGS.get(session, vote.meeting), vote.opened_at)
        counted = vote.closed_at is not None and not vote.method.named
        corrections = TOTALS_CORRECTIONS.all(session, vote=vote.key) if counted else ()
        return board(vote, positions, named, practice_of(session, vote, positions), corrections)

    def positions(self, key: Key) -> tuple[Position, ...]:
        """Everything that was written of a vote, in order."""
        with self._store.read() as session:
            return tuple(sorted(POSITIONS.all(session, vote=key), key=lambda one: (one.at, one.key)))

    def cast(self, given: Cast) -> Board:
        """Write one answer, durably, and return the board; what stands already is not written again.

        A State that answers for itself what it had only together with others is written: that stays behind an undo.
        While the vote is open an answer makes its State present from that minute, by the same step (part E); one that
        was keyed wrongly takes back at any time what it made so.
        After the announcement a correction of the record that turns the outcome takes the decision and the text with
        it (R27).

        Raises:
            Refusal: it may not be recorded, or the Committee rests on the decision that would go.
        """
        with self._store.write(VERBS[given.act], Subject.VOTES, Subject.SESSION) as session:
            held = self._read(session, given.vote)
            vote, position = held.vote, self._weighed(held, given)
            if position is None:
                return _shown(session, held)
            POSITIONS.append(session, position)
            _note_present(session, vote, position)
            never_answered(session, vote, position)
            written = replace(held, positions=(*held.positions, position))
            if position.act is Act.REKEYED and vote.closed_at is not None:
                turn(session, (vote, held.positions), (vote, written.positions))
            shown = _shown(session, written)
        self._written = written
        return shown

    def cast_together(self, key: Key, answer: Answer) -> Board:
        """Write the same answer of all members who have none yet, durably and in one step.

        In favour are those who are present now: "all in favour, then exceptions". The others are given no vote;
        not answering are all who are left, wherever they are, in the second call of a roll call too (R19).

        Raises:
            Refusal: as :func:`..domain.casting.together`.
        """
        with self._store.write(TOGETHER[answer], Subject.VOTES, Subject.SESSION) as session:
            vote = VOTES.get(session, key)
            positions = POSITIONS.all(session, vote=key)
            now = self._clock()
            there = present(PRESENCE.all(session, meeting=vote.meeting), now)
            at, call = casting.after(vote, positions, now), casting.call_number(vote, positions)
            written = tuple(
                Position(new_key(), key, state, answer, at, call=call, act=Act.TOGETHER)
                for state in casting.together(vote, positions, answer, there)
            )
            for position in written:
                POSITIONS.append(session, position)
            return self._board(session, vote, (*positions, *written))

    def foresee(self, given: Cast) -> Correction:
        """What a correction after the announcement would do, for the eyes of whoever is about to record it.

        Raises:
            Refusal: as :meth:`cast`. A reason that is still missing is no matter here.
        """
        with self._store.read() as session:
            held = self._read(session, given.vote)
            position = self._weighed(held, replace(given, reason=given.reason or "…"))
            after = (*held.positions, *((position,) if position else ()))
            meant = (held.named[given.state], given.answer) if given.act is Act.INTENDED else None
            return warned(session, (held.vote, held.positions), (held.vote, after), meant)

    def _read(self, session: Session, key: Key) -> _Written:
        """What is written of a vote: as the answer left it that is the last entry of the journal, else read anew."""
        last, held = head(session), self._written
        if last is not None and held is not None and (key, last.previous) == (held.vote.key, held.after):
            return replace(held, after=last.hash)
        vote = VOTES.get(session, key)
        named = self._named(MEETINGS.get(session, vote.meeting), vote.opened_at)
        return _Written(GENESIS if last is None else last.hash, vote, named, POSITIONS.all(session, vote=key))

    def _weighed(self, held: _Written, given: Cast) -> Position | None:
        """The position that *given* adds to what is written of a vote, if any."""
        wanted = Position(
            new_key(), given.vote, given.state, given.answer, self._clock(),
            act=given.act, cast_by=given.cast_by, reason=given.reason,
        )  # fmt: skip
        return casting.cast(held.vote, held.positions, wanted, held.named)

    def record_hands(self, key: Key, hands: HandCount) -> Board:
        """The totals of a show of hands, as counted in the room (R18)."""
        with self._store.write(N_("record a show of hands"), Subject.VOTES) as session:
            vote = VOTES.get(session, key)
            if vote.method is not Method.SHOW_OF_HANDS or not vote.open:
                raise Refusal(N_("Hands are counted in an open vote by show of hands."), section="R18")
            count_hands(hands, len(vote.entitled))
            counted = replace(vote, hands=hands)
            VOTES.save(session, counted)
            return self._board(session, counted, ())

    def break_off(self, key: Key, reason: str) -> None:
        """The Chair breaks a vote off (R25): it has no result, and what it is on is before the meeting as it was.

        Raises as :func:`..domain.casting.break_off`.
        """
        with self._store.write(N_("break a vote off"), Subject.VOTES, Subject.SESSION) as session:
            VOTES.save(session, casting.break_off(VOTES.standing(session, key), self._clock(), reason))

    def close(self, key: Key, declared: Outcome | None = None, divergence: str = "") -> Decision | None:
        """The Chair announces the result; an adopted proposal becomes a numbered decision."""
        with self._store.write(N_("close a vote"), Subject.VOTES) as session:
            vote = VOTES.get(session, key)
            positions = POSITIONS.all(session, vote=key)
            meeting = MEETINGS.get(session, vote.meeting)
            closing = casting.Closing(self._clock(), declared, divergence)
            closed = casting.close(vote, positions, closing, self._named(meeting, vote.opened_at))
            VOTES.save(session, closed)
            follow_text(session, closed, positions)
            return follow(session, closed, positions)


def _shown(session: Session, held: _Written) -> Board:
    return board(held.vote, held.positions, held.named, practice_of(session, held.vote, held.positions))


def _note_present(session: Session, vote: Vote, position: Position) -> None:
    """Who answers, or passes, is there; silence is no answer, and what comes after the announcement is none either."""
    if vote.closed_at is not None or position.answer is Answer.NO_ANSWER:
        return
    take_part(session, vote.meeting, position.state, position.at)


def _open_vote(session: Session, meeting: Key) -> Vote | None:
    return VOTES.first(session, meeting=meeting, closed_at=None, stopped_at=None)
