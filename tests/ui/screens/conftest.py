"""The room: a sitting walked by the rapporteur's keys alone, on a real register."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting, Sitting
from nmirf_desktop.domain.voting import ConsensusCall, Method
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.shell import Shell
from tests import registers
from tests.registers import Hand, said
from tests.ui import keyboard


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Qt's application, before any screen is made, whichever test of a module comes first."""


@dataclass(frozen=True)
class Walk:
    """The screen of the room, the services behind it, and the meeting that is held."""

    screen: SessionScreen
    desk: Secretariat
    clock: Hand
    meeting: Meeting
    item: AgendaItem
    sitting: Sitting
    alerts: Alerts
    language: CurrentLanguage

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the keyboard is: as from the desktop, so that an open list or menu has it first."""
        keyboard.press(self.screen, key, modifier)
        self.clock.forward(0.02)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letters, wherever the keyboard is."""
        keyboard.write(self.screen, text)

    def told(self) -> str:
        """What the banner says."""
        return self.alerts.notice.what.said_in(self.language.words) if self.alerts.notice else ""

    def open_roll_call(self) -> None:
        """A vote on a proposal without consensus, opened beside the keyboard."""
        put = self.desk.proposals.propose(self.meeting.key, self.item.key, said("Exchanges"), said("Decides."))
        assert isinstance(self.desk.proposals.note_objection(put.key), ConsensusCall)
        self.desk.voting.open(Ballot(self.meeting.key, self.item.key, Method.ROLL_CALL, put.key))
        QApplication.processEvents()


@pytest.fixture
def walk(tmp_path: Path, qtbot: QtBot, shell: Shell) -> Iterator[Walk]:
    """The room of a small network on the first day of its meeting, before the sitting."""
    path = tmp_path / "register.nmirf"
    meeting, item, sitting = registers.networked(path)
    clock = Hand(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC))
    with open_register(path, author="Rapporteur", clock=clock) as store:
        desk = Secretariat(store, clock)
        desk.agendas.add(AgendaItem("second", meeting.key, 1, said("Other matters")))
        store.subscribe(shell.feed.announce)
        screen = SessionScreen(desk, shell.language, shell.alerts)
        screen.show_as_of(registers.OPENS)
        shell.feed.changed.connect(screen.touched)
        for action in screen.actions():
            screen.addAction(action)
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        screen.show()
        screen.activateWindow()
        QApplication.processEvents()
        yield Walk(screen, desk, clock, meeting, item, sitting, shell.alerts, shell.language)
        if screen.ballots.projector is not None:
            screen.ballots.projector.close()
        screen.close()
