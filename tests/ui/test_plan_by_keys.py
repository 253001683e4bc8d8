"""An annual meeting of three days is planned from nothing by the keyboard alone: days, sittings, agenda, milestones."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nmirf_desktop.domain.meetings import Modality
from nmirf_desktop.domain.reckoning import MilestoneState
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.meetings import MeetingsScreen
from tests.ui.screens.offices import held, office, shown

ON = datetime.date(2026, 12, 1)
AGENDA = 12


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    with office(tmp_path, filled=False) as secretariat:
        yield secretariat


class Hands:
    """The two hands of a coordinator on the keyboard; *keys* counts what they press."""

    def __init__(self, screen: MeetingsScreen) -> None:
        self._screen = screen
        self.keys = 0

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.keys += 1
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type over what the field holds."""
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.keys += len(text)
        QTest.keyClicks(self.focus, text)
        QApplication.processEvents()

    def to(self, name: str) -> None:
        """Tab until the field of that name has the keyboard."""
        for _ in range(80):
            if self.focus.accessibleName() == name:
                return
            self.key(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reaches {name}")

    def act(self, keys: str) -> None:
        """Press the keys of an action of the screen."""
        action = next(one for one in self._screen.actions() if one.shortcut() == QKeySequence(keys))
        self.keys += 1
        action.trigger()
        QApplication.processEvents()


def test_a_meeting_of_three_days_from_nothing(desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
    with held(MeetingsScreen(desk, language, alerts)) as screen:
        desk.store.subscribe(screen.touched)
        shown(screen, ON)
        hands = Hands(screen)
        hands.act("Ctrl+Shift+A")
        hands.to("First day")
        hands.write("11 May 2027")
        hands.to("Last day")
        hands.write("13 May 2027")
        hands.to("Time zone")
        hands.write("Casablanca")
        hands.key(Qt.Key.Key_Return)
        hands.to("Host State")
        hands.write("Morocco")
        hands.key(Qt.Key.Key_Return)
        hands.to("Modality")
        hands.key(Qt.Key.Key_End)
        hands.act("Ctrl+Shift+H")
        meeting = desk.meetings.list()[0]
        desk.agendas.fill(meeting.key)
        plan, milestones = desk.meetings.plan(meeting.key), desk.milestones.of(meeting.key)
        assert (plan.meeting.opens_on, plan.meeting.closes_on) == (
            datetime.date(2027, 5, 11), datetime.date(2027, 5, 13),
        )  # fmt: skip
        assert (plan.meeting.time_zone, plan.meeting.host) == ("Africa/Casablanca", "MAR")
        assert plan.meeting.modality is Modality.HYBRID
        assert len(plan.sittings) == 6
        assert len(plan.items) == AGENDA - 1  # nothing before it of which minutes could be noted
        assert all(one.item.title.state(tongue) is TextState.REVIEWED for one in plan.items for tongue in Language)
        late = [one for one in milestones if one.state(ON) is MilestoneState.LATE]
        assert [one.title.en for one in late] == ["Save the date"]
        assert hands.keys < 250
