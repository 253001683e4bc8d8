"""How long a key of a sitting takes among 193 members once forty roll calls are recorded, and none, by turns.

``python -m pytest tests/benchmarks/test_session.py --benchmark-enable -s`` measures; else each runs once as a test.
"""

import datetime
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.amendments import AmendmentAct
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.voting import Answer, Method, Position, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.amendments import Wording
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
from tests.benchmarks.by_turns import compared, timed
from tests.registers import Hand, said

ROLL_CALLS, ROUNDS = 40, 25
TEXT = "Decides to hold a workshop every year and to report."


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


def vote(room: Room, number: int) -> None:
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


@pytest.fixture
def rooms(tmp_path: Path, benchmark: BenchmarkFixture) -> Iterator[tuple[Room, Room]]:
    """A meeting in which nobody voted yet, and one in which all did many times; in both, thirty States wait."""
    with ExitStack() as opened:
        yield (
            opened.enter_context(held(tmp_path / "none.nmirf", 0)),
            opened.enter_context(held(tmp_path / "many.nmirf", ROLL_CALLS if benchmark.enabled else 2)),
        )


@contextmanager
def held(path: Path, roll_calls: int) -> Iterator[Room]:
    registers.fresh(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="Rapporteur", clock=clock) as store:
        meeting, item, _ = registers.network(registers.desk(store, clock))
        desk, language = Secretariat(store, clock), CurrentLanguage(Language.EN)
        others = desk.states.on(registers.OPENS).keys() - {*registers.MEMBERS, *registers.OBSERVERS}
        desk.members.admit_founders(sorted(others), MembershipKind.MEMBER)
        desk.sittings.all_arrive(meeting.key)
        screen, feed = SessionScreen(desk, language, Alerts(language, lambda question: question.act)), ChangeFeed()
        room = Room(desk, clock, screen, meeting.key, item.key)
        for number in range(roll_calls):
            vote(room, number)
        for state in sorted(others)[:30]:
            desk.floor.put_down(meeting.key, item.key, state)
        desk.floor.next(meeting.key, item.key, Language.EN)
        store.subscribe(feed.announce)
        feed.changed.connect(screen.touched)
        screen.show_as_of(registers.OPENS)
        screen.resize(1280, 800)
        screen.show()
        QApplication.processEvents()
        yield room
        screen.close()
        screen.deleteLater()


VERBS: dict[str, Callable[[Room], object]] = {
    "texts_read": lambda room: room.desk.proposals.all(room.meeting),
    "speaker_paused": lambda room: room.desk.floor.pause(room.meeting),
    "next_speaker": lambda room: room.desk.floor.next(room.meeting, room.item, Language.EN),
    "presence": lambda room: room.desk.sittings.toggle(room.meeting, ["GHA"]),
    "text_tabled": lambda room: room.desk.proposals.table(room.meeting, room.item, Language.EN),
}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", VERBS)
def test_recorded_roll_calls_make_a_key_no_slower(
    rooms: tuple[Room, Room], name: str, benchmark: BenchmarkFixture
) -> None:
    verb = VERBS[name]
    compared(benchmark, name, rooms, lambda room: room.settled(lambda: verb(room)), ROUNDS)
    for room in rooms:
        assert room.screen.facts is not None
        assert room.screen.facts.files == room.desk.proposals.all(room.meeting)
    print(benchmark.extra_info)  # noqa: T201
