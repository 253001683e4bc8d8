"""The whole window: back from a workshop, the coordinator notes it within a minute, by keys alone."""

import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.missing import Missing
from nmirf_desktop.domain.objectives import Objective
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.activities import ActivitiesScreen
from nmirf_desktop.ui.shell import Shell
from tests import registers
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front, windows
from tests.ui.test_plan_by_keys import Hands

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
MINUTE = 180
"""So many keys are pressed in a minute by who types slowly."""


def test_an_activity_is_noted_within_a_minute_from_any_screen(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    register = tmp_path / "network.nmirf"
    registers.networked(register)
    application = Application(shell)
    window = opened(application, register, qtbot)
    to_front(window, qtbot)
    hands = Hands(window)
    hands.key(KEY.Key_K, CONTROL)
    hands.write("record an activ")
    qtbot.waitUntil(lambda: window.shown is not None)
    hands.key(KEY.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.shown, ActivitiesScreen), timeout=5000)
    shown = window.shown
    assert isinstance(shown, ActivitiesScreen)
    qtbot.waitUntil(lambda: shown.detail.form.name.hasFocus() or shown.detail.form.name.editors[0].hasFocus())
    hands.write("Workshop on indicators")
    hands.to("Objectives: Contribute to strengthening the capacities of Network members")
    hands.key(KEY.Key_Space)
    hands.to("Hosts")
    hands.write("Morocco")
    hands.to("Participants")
    hands.write("Brazil;Ghana")
    hands.key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not shown.card.isVisible(), timeout=5000)
    close(application)
    assert windows() == []
    with open_register(register, author="reader") as store:
        desk = Secretariat(store)
        (line,) = desk.activities.between(datetime.date.min, datetime.date.max, today()).lines
    assert (line.activity.title.en, line.activity.begins_on) == ("Workshop on indicators", today())
    assert line.activity.objectives == (Objective.CAPACITIES,)
    assert [(one.part.state, one.part.host) for one in line.attendees] == [
        ("MAR", True),
        ("BRA", False),
        ("GHA", False),
    ]
    assert line.missing == (Missing.LANGUAGE,), "what is still missing before the review is seen in the list"
    assert hands.keys < MINUTE
