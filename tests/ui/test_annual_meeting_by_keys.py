"""The whole window: an annual meeting of forty delegations from nothing to ready in three languages, by keys alone."""

import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.meeting_texts import Topic
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.participants import Answer
from nmirf_desktop.domain.text import TextState
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.members import Members
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.states import States
from nmirf_desktop.ui.language import NAMES
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front, windows
from tests.ui.test_plan_by_keys import Hands

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MEMBERS = 40
ITEMS = 14
OWN = ("Peer exchange on digital registers", "Report of the hub", "Election of the Committee")
"""What this meeting has besides the usual items."""
IN_TWENTY_MINUTES = 20 * 60 * 4
"""The keys that somebody presses who types four a second: fifty words a minute."""


def forty_members(path: Path) -> Path:
    """A register with so many members: what a network has before it plans a meeting."""
    registers.fresh(path)
    with open_register(path, author="coordinator") as store:
        states = States(store)
        Members(store, states).admit_founders(sorted(states.on(today()))[:MEMBERS], MembershipKind.MEMBER)
    return path


class Coordinator(Hands):
    """Who plans the meeting: goes from screen to screen, fills in, and looks whether anything is left."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window)
        self.window, self._qtbot = window, qtbot

    def go(self, name: str) -> None:
        """Find a screen or an action by its name."""
        self.key(KEY.Key_K, CONTROL)
        self.write(name)
        self.key(KEY.Key_Return)
        self._qtbot.wait(50)
        to_front(self.window, self._qtbot)

    def plan(self) -> None:
        """Days, place, host and sittings, with what is usual taken over."""
        self.go("Meetings")
        self.key(KEY.Key_A, CONTROL | SHIFT)
        first = today() + datetime.timedelta(days=161)
        words = catalog(Language.EN)
        self.to("First day")
        self.write(words.date(first))
        self.to("Last day")
        self.write(words.date(first + datetime.timedelta(days=2)))
        self.to("Time zone")
        self.write("Casablanca")
        self.key(KEY.Key_Return)
        for name in NAMES.values():
            self.to(f"Place, {name}")
            self.write("Rabat")
        self.to("Host State")
        self.write("Morocco")
        self.key(KEY.Key_Return)
        self.key(KEY.Key_H, CONTROL | SHIFT)

    def invite(self) -> None:
        """All members, by one note verbale."""
        self.go("Participants")
        self.key(KEY.Key_U, CONTROL | SHIFT)
        self.to("Members")
        self.key(KEY.Key_Space)
        self.key(KEY.Key_Return, CONTROL)

    def note_that_all_come(self) -> None:
        """The answer of all in one card."""
        self.key(KEY.Key_A, CONTROL)
        self.key(KEY.Key_Return)
        self.key(KEY.Key_Return, CONTROL)

    def fill_agenda(self) -> None:
        """The usual items, and those of this meeting with their time."""
        self.go("Agenda")
        self.key(KEY.Key_I, CONTROL | SHIFT)
        for title in OWN:
            self.key(KEY.Key_Insert)
            self.write(title)
            self.to("Duration")
            self.write("45")
            self.key(KEY.Key_Escape)

    def take_sentences(self) -> None:
        """The ready sentences of the invitation and the information note."""
        self.go("Meetings")
        self.go("Take all ready sentences")

    def say_in_three_languages(self) -> None:
        """Each text that is not ready: written where it is missing, and reviewed."""
        self.go("Texts")
        screen = self.window.shown
        assert isinstance(screen, TextsScreen)
        self.key(KEY.Key_Return)
        for number in range(400):
            place = screen.list.current
            if all(one.ready for one in screen._all) or place is None:
                return
            tongue = screen.editor.pane.form.text.tongue
            if place.text.state(tongue) is TextState.MISSING:
                self.write(f"Text {number} in {tongue}")
            self.key(KEY.Key_Return, CONTROL | SHIFT)


def test_an_annual_meeting_of_forty_delegations_is_ready_in_three_languages(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    register = forty_members(tmp_path / "network.nmirf")
    application = Application(shell)
    window = opened(application, register, qtbot)
    coordinator = Coordinator(window, qtbot)
    coordinator.plan()
    coordinator.invite()
    coordinator.note_that_all_come()
    coordinator.fill_agenda()
    coordinator.take_sentences()
    coordinator.say_in_three_languages()
    close(application)
    assert windows() == []
    with open_register(register, author="reader") as store:
        desk = Secretariat(store)
        (meeting,) = desk.meetings.list()
        plan, guests = desk.meetings.plan(meeting.key), desk.invitations.guests(meeting.key)
        topics = desk.meeting_texts.of(meeting.key, today())
        assert not desk.readiness.of(meeting.key), "nothing is left to be said in three languages"
    assert (meeting.closes_on - meeting.opens_on).days == 2
    assert (meeting.time_zone, meeting.host, meeting.place.es) == ("Africa/Casablanca", "MAR", "Rabat")
    assert len(plan.sittings) == 6
    assert len(plan.items) == ITEMS
    assert [one.invitee.answer for one in guests.lines] == [Answer.ATTENDS] * MEMBERS
    assert [one.topic for one in topics if not one.text] == [Topic.ONLINE], "the meeting is in one place"
    assert coordinator.keys < IN_TWENTY_MINUTES
