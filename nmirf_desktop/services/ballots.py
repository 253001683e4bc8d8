"""The ballots of an election: papers issued and returned, the count, what the Chair declares, lots, corrections.

A secret ballot on a proposal counts its papers alike, and marks nobody (:class:`SecretVotes`). No row, no entry of the
journal and no undo ever holds the order of the papers, or a voter beside a vote (:mod:`..domain.secret_ballots`).
"""

import dataclasses
import secrets
from collections.abc import Mapping

from nmirf_desktop.domain import election_checks
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.election_board import Records
from nmirf_desktop.domain.election_rules import Lot, standing
from nmirf_desktop.domain.elections import BallotCorrection, Count, ElectionBallot
from nmirf_desktop.domain.lots import SEED_BYTES, drawn
from nmirf_desktop.domain.meetings import local
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Option, Practices
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Papers, Tick, check_box, check_counted, check_papers, ticked
from nmirf_desktop.domain.tally import count_hands
from nmirf_desktop.domain.voting import HandCount, Method, Vote
from nmirf_desktop.domain.votings import check_none_open
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.elections import records_of
from nmirf_desktop.services.floor import give_way
from nmirf_desktop.services.states import States
from nmirf_desktop.services.votings import votings_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.elections import BALLOTS, CORRECTIONS, ELECTIONS
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now
from nmirf_desktop.storage.voting import VOTES
from nmirf_desktop.storage.watch import CHOICES

ISSUE, MARK, COUNT = N_("count the papers issued and returned"), N_("mark a ballot paper"), N_("count the papers")
"""What the journal says of papers; a count is no step of undo."""


class Ballots:
    """The ballots of the elections in the register."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    def _records(self, session: Session, key: Key) -> Records:
        election = ELECTIONS.get(session, key)
        (found,) = records_of(session, MEETINGS.get(session, election.meeting), (election,), self._states)
        return found

    def open(self, election: Key) -> ElectionBallot:
        """The next ballot, among those whom the rules leave on the list (R35); who stands is fixed with it.

        Nobody speaks meanwhile, as during a vote: who had the floor has finished.

        Raises:
            Refusal: a ballot or a vote is open, lots come first, or the election is over.
        """
        with self._store.write(N_("open a ballot"), Subject.VOTES, Subject.SESSION) as session:
            records = self._records(session, election)
            asked = election_checks.next_ballot(records.standing, records.ballots)
            check_none_open(votings_of(session, records.election.meeting))
            new = ElectionBallot(
                new_key(), election, len(records.ballots) + 1, asked.kind, asked.places, asked.candidates, self._clock()
            )
            BALLOTS.save(session, new)
            give_way(session, records.election.meeting, new.opened_at, interrupting=False)
        return new

    def issue(self, ballot: Key, issued: int, returned: int) -> None:
        """How many papers were given out and came back, where nobody is marked by name."""
        with self._store.write(ISSUE, Subject.VOTES) as session:
            held, voters = self._open(session, ballot)
            check_box(opened=held.count is not None)
            papers = dataclasses.replace(held.papers or NO_PAPERS, issued=issued, returned=returned)
            self._save_papers(session, held, papers, voters)

    def mark(self, ballot: Key, state: StateCode, tick: Tick) -> None:
        """Mark a member: it received or returned its paper, or cannot take part. ``Refusal`` after the count."""
        with self._store.write(MARK, Subject.VOTES) as session:
            held, voters = self._open(session, ballot)
            check_box(opened=held.count is not None)
            self._save_papers(session, held, ticked(held.papers or NO_PAPERS, state, tick, voters), voters)

    def _open(self, session: Session, ballot: Key) -> tuple[ElectionBallot, tuple[StateCode, ...]]:
        held = BALLOTS.get(session, ballot)
        if held.closed_at is not None:
            raise Refusal(election_checks.NOT_OPEN, section="R27")
        return held, ELECTIONS.get(session, held.election).entitled

    def _save_papers(
        self, session: Session, held: ElectionBallot, papers: Papers, voters: tuple[StateCode, ...]
    ) -> None:
        check_papers(papers, voters)
        BALLOTS.save(session, dataclasses.replace(held, papers=papers))

    def count(self, ballot: Key, invalid: int, abstentions: int, votes: Mapping[Key, int]) -> None:
        """What the tellers counted, all at once; counting again replaces it until the ballot is closed.

        Raises:
            Problem: the numbers cannot all be true.
            Refusal: the ballot is closed.
        """
        with self._store.write(COUNT, Subject.VOTES) as session:
            held, voters = self._open(session, ballot)
            BALLOTS.save(session, _counted(held, invalid, Count(abstentions, _in_order(held, votes)), voters))

    def close(self, ballot: Key, declared: tuple[Key, ...] | None = None, divergence: str = "") -> None:
        """The Chair announces the result: who is elected by the numbers, or whom the Chair *declared* and why."""
        with self._store.write(N_("close a ballot"), Subject.VOTES) as session:
            held = BALLOTS.get(session, ballot)
            records = self._records(session, held.election)
            closed = dataclasses.replace(held, closed_at=self._clock())
            computed = _elected_in(records, closed) if held.count is not None else ()
            election_checks.check_closing(held)
            if declared is not None and set(declared) != set(computed):
                stand = [one.key for one in records.candidates if one.withdrawn_at is None]
                names = [key for key in held.candidates if key in stand]
                election_checks.check_declared(names, records.standing.left, declared, divergence)
                closed = dataclasses.replace(closed, declared=declared, divergence=divergence.strip())
            BALLOTS.save(session, closed)

    def draw(self, ballot: Key, chosen: tuple[Key, ...] = ()) -> tuple[Key, ...]:
        """The Chair draws lots between the tied: by the program, with its seed recorded, or as *chosen* in the room.

        Raises:
            Refusal: votes are not equal, or others are entered than the tied.
        """
        with self._store.write(N_("draw lots"), Subject.VOTES) as session:
            held = BALLOTS.get(session, ballot)
            records = self._records(session, held.election)
            asked, seed = records.standing.following, ""
            if not chosen and isinstance(asked, Lot):
                seed = secrets.token_hex(SEED_BYTES)
                names = {one.lot_name: one.key for one in records.names if one.key in asked.tied}
                chosen = tuple(names[name] for name in drawn(seed, names))[: asked.places]
            lot = election_checks.check_lot(asked, chosen)
            if lot.ballot != held.number:
                raise Refusal(N_("Lots are drawn on the ballot in which votes are equal."), section="R35")
            BALLOTS.save(session, dataclasses.replace(held, lot=chosen, lot_seed=seed, lot_at=self._clock()))
        return chosen

    def correct(self, ballot: Key, papers: Papers, count: Count, reason: str) -> None:
        """Put the numbers of a closed ballot right, with the reason; what was announced is kept beside them (part E).

        Who was marked stays as it was when the box was opened.

        Raises:
            Refusal: later ballots rest on a result that it would change.
            Problem: the reason is missing, or the numbers cannot all be true.
        """
        with self._store.write(N_("correct a closed ballot"), Subject.VOTES) as session:
            held = BALLOTS.get(session, ballot)
            if held.papers is None or held.count is None:
                raise Refusal(election_checks.NOT_CLOSED, section="R27")
            records = self._records(session, held.election)
            marked = held.papers
            papers = dataclasses.replace(
                papers, received=marked.received, returned_by=marked.returned_by, unable=marked.unable
            )
            now = dataclasses.replace(held, papers=papers, count=count)
            check_papers(papers, records.election.entitled)
            election_checks.check_count(now, papers, count)
            others = tuple(one for one in records.ballots if one.number < held.number)
            turned = self._turned(records, (*others, held), (*others, now))
            last = held.number == len(records.ballots) and not held.lot
            election_checks.check_correction(held, reason, turned=turned, last=last)
            if now != held:
                kept = BallotCorrection(new_key(), ballot, self._clock(), reason, held.papers, held.count)
                CORRECTIONS.save(session, kept)
                BALLOTS.save(session, now)

    @staticmethod
    def _turned(records: Records, before: tuple[ElectionBallot, ...], after: tuple[ElectionBallot, ...]) -> bool:
        one, other = (standing(records.election, records.candidates, ballots) for ballots in (before, after))
        return one != other


def _in_order(ballot: ElectionBallot, votes: Mapping[Key, int]) -> tuple[int, ...]:
    return tuple(votes.get(key, 0) for key in ballot.candidates)


def _counted(held: ElectionBallot, invalid: int, count: Count, voters: tuple[StateCode, ...]) -> ElectionBallot:
    papers = dataclasses.replace(held.papers or NO_PAPERS, invalid=invalid)
    check_papers(papers, voters)
    election_checks.check_count(held, papers, count)
    return dataclasses.replace(held, papers=papers, count=count)


def _elected_in(records: Records, ballot: ElectionBallot) -> tuple[Key, ...]:
    """Who is elected by the numbers of a ballot, as if it were closed."""
    ballots = [one for one in records.ballots if one.key != ballot.key]
    found = standing(records.election, records.candidates, [*ballots, ballot])
    return tuple(one.candidate for one in found.elected if one.ballot == ballot.number)


class SecretVotes:
    """Secret ballots on proposals and motions, where the meeting decides so (R18): totals only, nobody is marked."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def foreseen(self, meeting: Key) -> bool:
        """Whether the practice of a vote that opens now in a meeting foresees them, not in elections alone (R18)."""
        with self._store.read() as session:
            day = local(MEETINGS.get(session, meeting), self._clock()).date()
            return Practices.on(CHOICES.all(session), day).holds(Option.ON_REQUEST)

    def count(self, vote: Key, invalid: int, totals: HandCount, issued: int = 0, returned: int = 0) -> None:
        """What the tellers counted, all at once, with how many papers went out and came back where that was typed.

        Counting again replaces it all, until the vote is closed.

        Raises:
            Problem: the numbers cannot all be true.
            Refusal: the vote is closed, or no secret ballot.
        """
        with self._store.write(COUNT, Subject.VOTES) as session:
            held = self._open(session, vote)
            papers = dataclasses.replace(held.papers or NO_PAPERS, invalid=invalid, issued=issued, returned=returned)
            count_hands(totals, len(held.entitled))
            check_counted(papers, totals.in_favour + totals.against + totals.abstaining, held.entitled)
            VOTES.save(session, dataclasses.replace(held, papers=papers, hands=totals))

    @staticmethod
    def _open(session: Session, vote: Key) -> Vote:
        held = VOTES.get(session, vote)
        if held.method is not Method.SECRET_BALLOT or not held.open:
            raise Refusal(N_("Papers are counted in a secret ballot that is open."), section="R18")
        return held
