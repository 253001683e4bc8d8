"""How long the rapporteur waits: from the key to the painted row, with the answer on the disk, among 193 members.

In a meeting that begins, and by turns in one with forty roll calls, elections, amendments, motions and a full floor.
Memory is measured over ten thousand of these keys.

``python -m pytest tests/benchmarks/test_vote.py --benchmark-enable`` measures; without it each runs once as a test.
"""

import datetime
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.voting import Answer, Method, Vote
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.storage.undo import undo
from tests import registers
from tests.benchmarks.by_turns import compared
from tests.benchmarks.rooms import Room, full, held
from tests.registers import Hand, said

ROUNDS = 150
"""Answers that are measured; the vote has 193."""
TURNS = 20
"""How often all others present are set in favour, each time by one step that is taken back."""
ROLL_CALLS = 40
"""Roll calls that are over in a full meeting."""
VOTES, MORE = 10_000, 8
"""Votes over which memory is to stay flat: after the first roll call it grows by no more MiB than their record has."""


@dataclass(frozen=True)
class RollCall:
    """An open roll call of all 193 States, and the services behind it."""

    desk: Secretariat
    clock: Hand
    vote: Vote


@pytest.fixture
def roll_call(tmp_path: Path) -> Iterator[RollCall]:
    path = registers.fresh(tmp_path / "register.nmirf")
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="Rapporteur", clock=clock) as store:
        network = registers.desk(store, clock)
        meeting, item, _ = registers.network(network)
        desk = Secretariat(store, clock)
        others = desk.states.on(registers.OPENS).keys() - {*registers.MEMBERS, *registers.OBSERVERS}
        desk.members.admit_founders(sorted(others), MembershipKind.MEMBER)
        put = desk.proposals.propose(meeting.key, item.key, said("Exchanges"), said("Decides."))
        desk.proposals.note_objection(put.key)
        yield RollCall(desk, clock, desk.voting.open(Ballot(meeting.key, item.key, Method.ROLL_CALL, put.key)))


def test_an_answer_is_on_the_disk_and_the_board_is_back(roll_call: RollCall, benchmark: BenchmarkFixture) -> None:
    waiting = iter(roll_call.vote.entitled)

    def answer() -> None:
        roll_call.clock.forward(0.01)
        roll_call.desk.voting.cast(Cast(roll_call.vote.key, next(waiting), Answer.IN_FAVOUR))

    benchmark.pedantic(answer, rounds=ROUNDS, iterations=1)  # type: ignore[no-untyped-call]
    assert roll_call.desk.voting.board(roll_call.vote.key).tally.in_favour >= 1


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
@pytest.mark.usefixtures("qapp")
def test_a_key_is_on_the_disk_and_the_row_is_painted(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    with held(tmp_path / "register.nmirf", lambda room: room.called(0)) as room:
        room.project()
        benchmark.pedantic(room.keyed, (Qt.Key.Key_Y,), rounds=ROUNDS, iterations=1)  # type: ignore[no-untyped-call]
        vote = room.desk.voting.open_vote(room.meeting)
        assert vote is not None
        assert room.desk.voting.board(vote.key).tally.in_favour >= 1


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
@pytest.mark.usefixtures("qapp")
def test_all_in_favour_takes_the_time_of_a_few_answers_and_not_of_193(
    tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    def everybody_there(room: Room) -> None:
        room.desk.sittings.all_arrive(room.meeting)
        room.called(0, Method.RECORDED)

    with held(tmp_path / "register.nmirf", everybody_there) as room:
        room.project()

        def one(room: Room) -> float:
            return room.keyed(Qt.Key.Key_Y)

        def all_others(room: Room) -> float:
            spent = room.keyed(Qt.Key.Key_E)
            undo(room.desk.store)
            QApplication.processEvents()
            return spent

        by_turns = (room, one), (room, all_others)
        compared(benchmark, "together", by_turns, lambda both: both[1](both[0]), TURNS)
        vote = room.desk.voting.open_vote(room.meeting)
        assert vote is not None
        answered = room.desk.voting.board(vote.key).tally.in_favour
        room.keyed(Qt.Key.Key_E)
        assert room.desk.voting.board(vote.key).tally.in_favour == len(vote.entitled) > answered
    print(benchmark.extra_info)  # noqa: T201


def resident() -> float:
    """The most memory that this process held so far, in MiB."""
    import resource  # not on Windows

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


@pytest.fixture
def rooms(tmp_path: Path, benchmark: BenchmarkFixture) -> Iterator[tuple[Room, Room]]:
    """A meeting that begins with a roll call, and one that has a full day behind it; each has a projector."""
    roll_calls = ROLL_CALLS if benchmark.enabled else 2
    with ExitStack() as opened:
        bare = opened.enter_context(held(tmp_path / "bare.nmirf", lambda room: room.called(0)))
        many = opened.enter_context(
            held(tmp_path / "full.nmirf", lambda room: full(room, roll_calls).called(roll_calls))
        )
        bare.project()
        many.project()
        yield bare, many


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
@pytest.mark.usefixtures("qapp")
def test_a_key_is_on_the_disk_and_painted_as_soon_in_a_full_meeting_as_in_a_bare_one(
    rooms: tuple[Room, Room], benchmark: BenchmarkFixture
) -> None:
    spent = compared(benchmark, "key", rooms, lambda room: room.keyed(Qt.Key.Key_Y), ROUNDS)
    for name, times in zip(("bare", "full"), zip(*spent, strict=True), strict=True):
        benchmark.extra_info[f"{name}_p99_ms"] = round(sorted(times)[len(times) * 99 // 100] * 1000, 2)
    for room in rooms:
        vote = room.desk.voting.open_vote(room.meeting)
        assert vote is not None
        assert room.desk.voting.board(vote.key).tally.in_favour > len(spent)
        assert room.screen.ballots.projector is not None
    print(benchmark.extra_info)  # noqa: T201


@pytest.mark.skipif(sys.platform == "win32", reason="has no resource")
@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
@pytest.mark.usefixtures("qapp")
def test_memory_is_flat_over_ten_thousand_votes(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    most, keyed, mebibytes = (VOTES if benchmark.enabled else 1), 0, list[float]()

    def roll_call(room: Room) -> int:
        vote = room.called(keyed)
        QApplication.processEvents()
        for _ in vote.entitled:
            room.keyed(Qt.Key.Key_Y)
        assert room.desk.voting.board(vote.key).tally.in_favour == len(vote.entitled)
        room.desk.voting.close(vote.key)
        QApplication.processEvents()
        mebibytes.append(resident())
        return len(vote.entitled)

    with held(tmp_path / "register.nmirf", Room.project) as room:
        while keyed < most:
            keyed += roll_call(room)
    benchmark.extra_info["votes"], benchmark.extra_info["most_mib"] = keyed, mebibytes
    assert mebibytes[-1] - mebibytes[0] < MORE
    benchmark.pedantic(resident, rounds=1)  # type: ignore[no-untyped-call]
    print(benchmark.extra_info)  # noqa: T201
