"""The whole window: an annual meeting of three days from nothing by keys alone: days, sittings, agenda, milestones."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.meetings import Modality
from nmirf_desktop.domain.reckoning import MilestoneState
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.ui import keyboard
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front, windows

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
AHEAD = datetime.timedelta(days=161)
"""Less than the six months at which the date is announced, more than the four of what comes next."""
STANDARD = 11
"""The usual items of the first meeting: there are no minutes before it of which note could be taken."""


class Hands:
    """The two hands of a coordinator on the keyboard; *keys* counts what they press."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.keys = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.keys += 1
        keyboard.press(self._window, key, modifier)

    def write(self, text: str) -> None:
        """Type over what the field holds."""
        self.key(KEY.Key_A, CONTROL)
        self.keys += len(text)
        keyboard.write(self._window, text)

    def to(self, name: str) -> None:
        """Tab until the field of that name has the keyboard."""
        for _ in range(80):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleName() == name:
                return
            self.key(KEY.Key_Tab)
        pytest.fail(f"Tab never reaches {name}")


def test_a_meeting_of_three_days_from_nothing(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    register, words = registers.fresh(tmp_path / "network.nmirf"), catalog(Language.EN)
    first = today() + AHEAD
    application = Application(shell)
    window = opened(application, register, qtbot)
    hands = Hands(window)
    hands.key(KEY.Key_4, CONTROL)
    assert isinstance(window.shown, MeetingsScreen)
    to_front(window, qtbot)
    hands.key(KEY.Key_A, CONTROL | SHIFT)
    for field, written in (
        ("First day", words.date(first)),
        ("Last day", words.date(first + datetime.timedelta(days=2))),
    ):
        hands.to(field)
        hands.write(written)
    for field, written in (("Time zone", "Casablanca"), ("Host State", "Morocco")):
        hands.to(field)
        hands.write(written)
        hands.key(KEY.Key_Return)
    hands.to("Modality")
    hands.key(KEY.Key_End)
    hands.key(KEY.Key_H, CONTROL | SHIFT)
    hands.key(KEY.Key_G, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(window.shown, AgendaScreen), timeout=5000)
    to_front(window, qtbot)
    hands.key(KEY.Key_I, CONTROL | SHIFT)
    close(application)
    assert windows() == []
    with open_register(register, author="reader") as store:
        desk = Secretariat(store)
        (meeting,) = desk.meetings.list()
        plan, milestones = desk.meetings.plan(meeting.key), desk.milestones.of(meeting.key)
    assert (plan.meeting.opens_on, plan.meeting.closes_on) == (first, first + datetime.timedelta(days=2))
    assert (plan.meeting.time_zone, plan.meeting.host) == ("Africa/Casablanca", "MAR")
    assert plan.meeting.modality is Modality.HYBRID
    assert len(plan.sittings) == 6
    assert len(plan.items) == STANDARD
    assert all(one.item.title.state(tongue) is TextState.REVIEWED for one in plan.items for tongue in Language)
    late = [one.title.en for one in milestones if one.state(today()) is MilestoneState.LATE]
    assert late == ["Save the date"]
    assert hands.keys < 250
