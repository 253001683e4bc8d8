"""A sitting without end and at random: the floor, texts and amendments, votes and corrections, elections, keys.

What comes next is read from the register each time, as a screen does, so that another process can go on where one was
killed.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.corrected_totals import Totals
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.elections import Body, Count, ElectionBallot
from nmirf_desktop.domain.motions import Fate, MotionKind, Ruling
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Tick
from nmirf_desktop.domain.sittings import pause_of
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Method, Vote, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.motions import ballot_on
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot, Cast, DrawnLot
from nmirf_desktop.storage.store import Store
from nmirf_desktop.ui.preferences import Memory
from tests.endurance.standing import STANDING, last_entry, seen
from tests.registers import MEMBERS, said

T = TypeVar("T")
COUNTS = {3: ((3, 3, 2), (3, 2, 3), (4, 2, 2), (5, 2, 1)), 2: ((4, 4), (4, 4), (5, 3))}
"""The votes that eight papers give so many names: a tie is as likely as a majority."""
WORDS = ("every year", "every two years")
"""What an amendment replaces in a text, and by which words, in turn."""
ANSWERS = (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)
METHODS = (Method.ROLL_CALL, Method.RECORDED, Method.RECORDED, Method.SHOW_OF_HANDS, Method.SECRET_BALLOT)
HANDS = (HandCount(5, 3, 0), HandCount(2, 6, 0))
KEYED, KEYS = "session.gavel", ("F9", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4")
"""An action, and the keys that it is given in turn."""
CHANGED_KEY = "change a key"
WHY = "Keyed wrongly at the desk"


def of_chance(of: tuple[T, ...]) -> T:
    """One of them."""
    return random.choice(of)  # noqa: S311  (a test's chance)


def other(of: tuple[T, ...], than: T | None) -> T:
    """One of them, but what stands."""
    return of_chance(tuple(one for one in of if one != than))


class Course:
    """The verbs of a meeting, one after the other; each is named when it is durable."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.desk = Secretariat(store)
        self.meeting = self.desk.meetings.list()[0].key
        self.item = self.desk.agendas.items(self.meeting)[0].item.key
        self.memory = Memory(preferences(store.path))
        self.lot: DrawnLot | None = None

    def run(self) -> Iterator[str]:
        """Verbs without end; of each the entry of the journal, the fingerprint of what is seen then, and its name."""
        often = (self.speak, self.write, self.vote, self.elect) * 2
        while True:
            act = of_chance((*often, self.vote, self.vote, self.rise, self.come_and_go, self.correct, self.rekey))
            try:
                done = act()
            except (Refusal, Problem):  # as a rapporteur may meet one: nothing is written
                continue
            if done:
                yield f"{last_entry(self.store)} {seen(self.desk)} {done}"

    # -- the room ----------------------------------------------------------------------------------------------------

    def come_and_go(self) -> str:
        """The sitting is opened, then suspended or resumed; delegations come and leave."""
        (sitting,) = self.desk.sittings.all(self.meeting)
        if sitting.opened_at is None:
            self.desk.sittings.open(sitting.key, self.item)
            return "open a sitting"
        pauses = self.desk.floor.view(self.meeting).pauses
        if pause_of(sitting, pauses) is not None or of_chance((True, False, False, False)):
            self.desk.sittings.suspend(self.meeting)
            return "suspend or resume"
        self.desk.sittings.toggle(self.meeting, [of_chance(MEMBERS)])
        return "presence"

    def speak(self) -> str:
        """Somebody is listed, moved, has the floor, pauses or finishes; who speaks is never listed meanwhile."""
        act = of_chance(("list", "list", "move", "off", "next", "next", "pause", "finish", "limit"))
        floor, view = self.desk.floor, self.desk.floor.view(self.meeting)
        queue = view.queue(self.item)
        match act:
            case "list":
                there = {one.heard.state for one in view.waiting}
                floor.put_down(self.meeting, self.item, of_chance(tuple(one for one in MEMBERS if one not in there)))
            case "move" | "off" if not queue:
                return ""
            case "move":
                floor.move(queue[-1].key, -1)
            case "off":
                floor.take_off(queue[-1].key)
            case "next":
                floor.next(self.meeting, self.item, Language.EN)
            case "pause":
                floor.pause(self.meeting)
            case "finish":
                floor.finish(self.meeting)
            case _:
                floor.limit(self.meeting, self.item, of_chance((0, 3, 5)))
        return f"floor: {act}"

    def rise(self) -> str:
        """A point of order is raised, ruled on, appealed against; a motion is moved, spoken on, settled."""
        motions, state = self.desk.motions, of_chance(MEMBERS)
        points = [file.point for file in motions.points(self.meeting) if file.pending]
        pending = motions.pending(self.meeting)
        if points and points[0].ruling is None:
            motions.rule(points[0].key, of_chance(tuple(Ruling)))
            return "rule on a point of order"
        if points:
            return ""
        raised = motions.points(self.meeting)
        act = of_chance(("raise", "appeal", "move", "speak", "settle"))
        match act:
            case "raise":
                motions.raise_point(self.meeting, self.item, state, Language.EN)
            case "appeal" if raised:
                motions.appeal(raised[-1].point.key, state)
            case "move" if not pending:
                motions.move(self.meeting, self.item, state, of_chance(tuple(MotionKind)), Language.EN)
            case "speak" if pending:
                motions.speak(pending[0].motion.key, state, in_favour=False, language=Language.EN)
            case "settle" if pending:
                motions.settle(pending[0].motion.key, of_chance(tuple(Fate)))
            case _:
                return ""
        return f"motions: {act}"

    # -- texts -------------------------------------------------------------------------------------------------------

    def write(self) -> str:
        """A text is tabled, sponsored, amended, and adopted in the end."""
        before = [one for one in self.desk.proposals.all(self.meeting) if not one.settled]
        if not before:
            self.desk.proposals.propose(self.meeting, self.item, said("Workshops"), said(f"A workshop {WORDS[0]}."))
            return "table a proposal"
        file, amendments = before[0], self.desk.amendments
        key, now = file.proposal.key, [one.amendment.key for one in file.amendments if one.open]
        act = of_chance(("move", "move", "join", "accept", "agree", "withdraw", "object", "object", "order", "adopt"))
        match act:
            case "move" if len(now) < len(WORDS):
                passage, words = WORDS if WORDS[0] in file.proposal.text.en else WORDS[::-1]
                amendments.move(key, Wording(AmendmentAct.REPLACES, passage, words), of_chance(MEMBERS))
            case "join":
                amendments.join(key, of_chance(MEMBERS))
            case "accept" if now:
                amendments.accept(now[0])
            case "agree" if now:
                amendments.adopt_by_consensus(now[0])
            case "withdraw" if now:
                amendments.withdraw(now[-1])
            case "object" if now:
                amendments.note_objection(now[0])
            case "order" if now:
                amendments.order(key, now[::-1])
            case "adopt" if not now and len(file.versions) > len(WORDS):
                self.desk.proposals.adopt_by_consensus(key)
            case _:
                return ""
        return f"texts: {act}"

    # -- votes and elections -----------------------------------------------------------------------------------------

    def vote(self) -> str:
        """The vote that is open goes on; else one is opened on an appeal or an amendment, without consensus on it."""
        vote = self.desk.voting.open_vote(self.meeting)
        if vote is not None:
            return self._answer(vote)
        appealed = [one for one in self.desk.motions.points(self.meeting) if one.pending and one.point.appealed_at]
        if appealed:
            self.desk.voting.open(ballot_on(appealed[0]))
            return "open a vote on an appeal"
        for file in self.desk.proposals.all(self.meeting):
            for one in file.amendments:
                put, on, how = file.proposal.key, one.amendment.key, of_chance(METHODS)
                if one.open and one.consensus_failed:
                    return self._open(Ballot(self.meeting, self.item, how, put, VoteKind.AMENDMENT, amendment=on))
                if one.open:
                    self.desk.amendments.note_objection(on)
                    return "texts: object"
        return ""

    def _open(self, ballot: Ballot) -> str:
        """A vote on an amendment is opened; who is called first in a roll call is drawn by lot before, as one verb."""
        if ballot.method is not Method.ROLL_CALL:
            self.desk.voting.open(ballot)
            return f"open a vote on an amendment: {ballot.method}"
        if self.lot is None:
            self.lot = self.desk.voting.draw(self.meeting)
            return "draw by lot who is called first"
        self.desk.voting.open(replace(ballot, drawn=self.lot.state.iso3, lot_seed=self.lot.seed))
        self.lot = None
        return "open a vote on an amendment: from a lot"

    def _answer(self, vote: Vote) -> str:
        """One key of whoever records the vote, by its method."""
        missing = self.desk.voting.board(vote.key).calling.missing
        if not vote.method.named and vote.hands is None:
            return self._totals(vote)
        if vote.method is Method.RECORDED:
            return self._recorded(vote)
        if vote.method is Method.ROLL_CALL and missing:
            self.desk.voting.cast(Cast(vote.key, missing[0].iso3, of_chance(ANSWERS)))
            return "record an answer"
        self.desk.voting.close(vote.key)
        return "close a vote"

    def _totals(self, vote: Vote) -> str:
        if vote.method is Method.SECRET_BALLOT:
            self.desk.secret_votes.count(vote.key, 0, of_chance(HANDS), issued=8, returned=8)
            return "count a secret ballot"
        self.desk.voting.record_hands(vote.key, of_chance(HANDS))
        return "record a show of hands"

    def _recorded(self, vote: Vote) -> str:
        """All in favour, then exceptions; an answer in any order, or changed; at last nobody else answers."""
        voting = self.desk.voting
        match of_chance(("answer", "answer", "change", "in favour", "no answer", "close")):
            case "answer":
                voting.cast(Cast(vote.key, of_chance(vote.entitled), of_chance(ANSWERS)))
                return "record an answer in any order"
            case "change":
                voting.cast(Cast(vote.key, of_chance(vote.entitled), of_chance(ANSWERS), Act.CHANGE))
                return "change an answer"
            case "in favour":
                voting.cast_together(vote.key, Answer.IN_FAVOUR)
                return "all others present in favour"
            case "no answer":
                voting.cast_together(vote.key, Answer.NO_ANSWER)
                return "nobody else answers"
            case _:
                voting.close(vote.key)
                return "close a vote"

    # -- corrections and keys ----------------------------------------------------------------------------------------

    def correct(self) -> str:
        """What was announced last is put right: an answer, the totals, or the numbers of a ballot (part E)."""
        over = [one for one in self.desk.voting.votes(self.meeting) if one.closed_at is not None]
        if not over or of_chance((True, False)):
            return self._correct_ballot()
        vote = over[-1]
        if not vote.method.named:
            self.desk.corrected_totals.correct(vote.key, Totals(other(HANDS, vote.hands), vote.papers), WHY)
            return "correct totals"
        act, state = of_chance((Act.REKEYED, Act.REKEYED, Act.INTENDED)), of_chance(vote.entitled)
        self.desk.voting.cast(Cast(vote.key, state, of_chance(ANSWERS), act, reason=WHY))
        return f"correct an answer: {act}"

    def _correct_ballot(self) -> str:
        last = [board.last.ballot for board in self.desk.elections.all(self.meeting) if board.last is not None]
        closed = [one for one in last if one.closed_at is not None and one.papers is not None]
        if not closed:
            return ""
        ballot = closed[-1]
        votes = other(COUNTS[len(ballot.candidates)], ballot.count.votes if ballot.count else None)
        self.desk.ballots.correct(ballot.key, ballot.papers or NO_PAPERS, Count(0, votes), WHY)
        return "correct a ballot"

    def rekey(self) -> str:
        """Another key for an action, which the machine remembers."""
        now = key_kept(self.memory)
        after = KEYS[(KEYS.index(now) + 1) % len(KEYS)]
        self.memory.keep(replace(self.memory.now, keys=((KEYED, after),)))
        return CHANGED_KEY

    def elect(self) -> str:
        """The election that is not over goes on: ballot, papers, count, closing, lot; else one more is opened."""
        board = next((one for one in self.desk.elections.all(self.meeting) if not one.standing.over), None)
        if board is None:
            new = NewElection(
                self.meeting, self.item, said("Election"), 1, tuple(map(Nominee, STANDING)), body=Body.OTHER
            )
            self.desk.elections.open(new)
            return "open an election"
        if board.open is not None:
            return self._tell(board, board.open.ballot)
        if board.lot is not None and board.last is not None:
            self.desk.ballots.draw(board.last.ballot.key)
            return "draw lots"
        self.desk.ballots.open(board.election.key)
        return "open a ballot"

    def _tell(self, board: ElectionBoard, ballot: ElectionBallot) -> str:
        papers = ballot.papers or NO_PAPERS
        waiting = [state for state in board.election.entitled if state not in papers.returned_by]
        if waiting:
            self.desk.ballots.mark(ballot.key, waiting[0], Tick.RETURNED)
            return "mark a ballot paper"
        if ballot.count is None:
            votes = of_chance(COUNTS[len(ballot.candidates)])
            self.desk.ballots.count(ballot.key, 0, 0, dict(zip(ballot.candidates, votes, strict=True)))
            return "count the papers"
        self.desk.ballots.close(ballot.key)
        return "close a ballot"


def preferences(register: Path) -> QSettings:
    """What the machine remembers, beside a register."""
    return QSettings(str(register.with_suffix(".ini")), QSettings.Format.IniFormat)


def key_kept(memory: Memory) -> str:
    """The key that the action has."""
    return dict(memory.now.keys).get(KEYED, KEYS[0])
