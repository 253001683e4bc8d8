"""The session screen before a meeting of 193 members, as bare as it begins or full of what a day of it recorded."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.elections import Body
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.motions import MotionKind, Ruling
from nmirf_desktop.domain.voting import Answer, Method, Position, Vote, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
from nmirf_desktop.services.elections import NewElection, Nominee
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.voting import POSITIONS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from tests import registers
from tests.benchmarks.by_turns import timed
from tests.registers import Hand, said

TEXT = "Decides to hold a workshop every year and to report."
WAITING = 30
"""How many States wait for the floor."""


@dataclass(frozen=True)
class Room:
    """The session screen of a meeting of 193 members, and the services behind it."""

    desk: Secretariat
    clock: Hand
    screen: SessionScreen
    meeting: str
    item: str

    def settled(self, verb: Callable[[], object]) -> float:
        """How long it takes, in seconds, until a verb is on the disk and what it changed is painted."""
        self.clock.forward(0.01)
        return timed(lambda: (verb(), QApplication.processEvents()))

    def keyed(self, key: Qt.Key) -> float:
        """How long it takes, in seconds, until a key of the call is on the disk and painted, by the projector too."""
        call: QWidget = self.screen.ballots.view.call
        return self.settled(lambda: QTest.keyClick(call, key))

    def called(self, number: int, method: Method = Method.ROLL_CALL) -> Vote:
        """A roll call, or another vote, that is open, on one more proposal."""
        put = self.desk.proposals.propose(self.meeting, self.item, said(f"Text {number}"), said(TEXT))
        self.desk.proposals.note_objection(put.key)
        self.clock.forward(0.01)
        return self.desk.voting.open(Ballot(self.meeting, self.item, method, put.key))

    def project(self) -> None:
        """The projector shows what the screen does."""
        self.screen.projection.project()
        QApplication.processEvents()


@contextmanager
def held(path: Path, fill: Callable[[Room], object]) -> Iterator[Room]:
    """A meeting that is shown once it was filled."""
    registers.fresh(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="Rapporteur", clock=clock) as store:
        meeting, item, _ = registers.network(registers.desk(store, clock))
        desk, language = Secretariat(store, clock), CurrentLanguage(Language.EN)
        others = desk.states.on(registers.OPENS).keys() - {*registers.MEMBERS, *registers.OBSERVERS}
        desk.members.admit_founders(sorted(others), MembershipKind.MEMBER)
        screen, feed = SessionScreen(desk, language, Alerts(language, lambda question: question.act)), ChangeFeed()
        room = Room(desk, clock, screen, meeting.key, item.key)
        fill(room)
        store.subscribe(feed.announce)
        feed.changed.connect(screen.touched)
        screen.show_as_of(registers.OPENS)
        screen.resize(1280, 800)
        screen.show()
        QApplication.processEvents()
        yield room
        if screen.ballots.projector is not None:
            screen.ballots.projector.close()
        screen.close()
        screen.deleteLater()


def voted(room: Room, number: int) -> None:
    """A proposal with an amendment on which everybody voted, announced."""
    desk, clock = room.desk, room.clock
    put = desk.proposals.propose(room.meeting, room.item, said(f"Text {number}"), said(TEXT))
    one = desk.amendments.move(put.key, Wording(AmendmentAct.REPLACES, "every year", "every two years"), "PRY")
    desk.amendments.note_objection(one.key)
    clock.forward(0.01)
    ballot = Ballot(room.meeting, room.item, Method.ROLL_CALL, put.key, VoteKind.AMENDMENT, amendment=one.key)
    held = desk.voting.open(ballot)
    clock.forward(0.01)
    with desk.store.write("record an answer") as session:
        POSITIONS.add(
            session, (Position(new_key(), held.key, one, Answer.IN_FAVOUR, clock.at) for one in held.entitled)
        )
    clock.forward(0.01)
    desk.voting.close(held.key)


def waiting(room: Room) -> None:
    """Everybody is present; one has the floor, and thirty wait for it."""
    room.desk.sittings.all_arrive(room.meeting)
    known = room.desk.states.on(registers.OPENS).keys() - {*registers.MEMBERS, *registers.OBSERVERS}
    for state in sorted(known)[:WAITING]:
        room.desk.floor.put_down(room.meeting, room.item, state)
    room.desk.floor.next(room.meeting, room.item, Language.EN)


def spoken(room: Room) -> None:
    """Points of order were ruled on, a motion waits, and many have spoken."""
    desk, meeting, item = room.desk, room.meeting, room.item
    for state in registers.MEMBERS * 5:
        room.clock.forward(3)
        desk.floor.give(meeting, item, state, Language.EN)
    for state in registers.MEMBERS[:4]:
        room.clock.forward(0.1)
        desk.motions.rule(desk.motions.raise_point(meeting, item, state, Language.EN).key, Ruling.UPHELD)
    desk.motions.move(meeting, item, "GHA", MotionKind.CLOSE_DEBATE, Language.EN)


def elected(room: Room) -> None:
    """An election is over, and one waits for its second ballot."""
    desk = room.desk
    for first, second in ((100, 50), (70, 70)):
        room.clock.forward(0.1)
        stand = tuple(map(Nominee, ("MAR", "PRY", "PRT")))
        new = NewElection(room.meeting, room.item, said("Election"), 1, stand, body=Body.OTHER)
        election = desk.elections.open(new)
        papers = len(election.entitled)
        votes = first, second, papers - first - second
        ballot = desk.ballots.open(election.key)
        desk.ballots.issue(ballot.key, papers, papers)
        desk.ballots.count(ballot.key, 0, 0, dict(zip(ballot.candidates, votes, strict=True)))
        room.clock.forward(0.1)
        desk.ballots.close(ballot.key)


def full(room: Room, roll_calls: int) -> Room:
    """So many roll calls are over, with amendments to their texts; floor, motions and elections have their rows too."""
    for number in range(roll_calls):
        voted(room, number)
    elected(room)
    waiting(room)
    spoken(room)
    return room
