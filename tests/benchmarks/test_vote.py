"""How long the rapporteur waits: from the key to the painted row, with the answer on the disk, among 193 members.

``python -m pytest tests/benchmarks/test_vote.py --benchmark-enable`` measures; without it each runs once as a test.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.voting import Answer, Method, Vote
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot, Cast
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from tests import registers
from tests.registers import Hand, said

ROUNDS = 150
"""Answers that are measured; the vote has 193."""


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
def test_a_key_is_on_the_disk_and_the_row_is_painted(
    roll_call: RollCall, benchmark: BenchmarkFixture, qtbot: QtBot
) -> None:
    language = CurrentLanguage(Language.EN)
    screen = SessionScreen(roll_call.desk, language, Alerts(language, lambda question: question.act))
    feed = ChangeFeed()
    roll_call.desk.store.subscribe(feed.announce)
    feed.changed.connect(screen.touched)
    screen.show_as_of(registers.OPENS)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    QApplication.processEvents()
    screen.ballots.project()
    QApplication.processEvents()
    call = screen.ballots.view.call

    def press() -> None:
        roll_call.clock.forward(0.01)
        QTest.keyClick(call, Qt.Key.Key_Y)
        QApplication.processEvents()

    benchmark.pedantic(press, rounds=ROUNDS, iterations=1)  # type: ignore[no-untyped-call]
    assert roll_call.desk.voting.board(roll_call.vote.key).tally.in_favour >= 1
    assert screen.ballots.projector is not None
    screen.ballots.projector.close()
