"""The whole window: the last hour of a meeting by keys, from the gavel on a decision to the next meeting's agenda."""

import datetime
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.known_matters import MatterKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.verification import verify
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.documents import DocumentsScreen
from nmirf_desktop.ui.screens.home import HomeScreen
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.registers import MEMBERS, said
from tests.ui import keyboard
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front
from tests.ui.test_plan_by_keys import Hands

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEN_SECONDS = 10_000
"""After the gavel, the record is before the podium in three languages; in milliseconds."""


def planned(path: Path) -> Path:
    """A meeting today with a draft in three languages before it, and the next one in a year."""
    registers.fresh(path)
    day = today()
    with open_register(path, author="coordinator") as store:
        desk = Secretariat(store)
        desk.members.admit_founders(MEMBERS, MembershipKind.MEMBER)
        for key, on in (("now", day), ("next", day + datetime.timedelta(days=360))):
            meeting = Meeting(
                key, f"NMIRF/{on.year}/{key}", MeetingKind.ANNUAL, 3, on.year, said(f"Meeting {key}"), on, on,
                said("Rabat"), time_zone="Africa/Casablanca",
            )  # fmt: skip
            desk.meetings.save(meeting)
        desk.agendas.add(AgendaItem("future", "now", 0, said("Future directions")))
        desk.agendas.add(AgendaItem("end", "now", 1, said("Closure"), purpose=Purpose.CLOSURE))
        desk.meetings.save_sitting(Sitting("only", "now", 1, day, datetime.time(10), datetime.time(13)))
        desk.proposals.propose("now", "future", said("Training"), said("Decides to train every year."))
    return path


class Rapporteur(Hands):
    """Who keeps the record, by the keyboard alone."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window)
        self.window, self._qtbot = window, qtbot

    def go(self, name: str, kind: type) -> None:
        """To a screen, by its name."""
        self.key(KEY.Key_K, CTRL)
        self.type(name)
        self.key(KEY.Key_Return)
        self._qtbot.waitUntil(lambda: isinstance(self.window.shown, kind), timeout=5000)
        to_front(self.window, self._qtbot)

    def type(self, text: str) -> None:
        """Letters, wherever the keyboard is."""
        self.keys += len(text)
        keyboard.write(self.window, text)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return planned(tmp_path / "day.nmirf")


def previewed(hands: Rapporteur, qtbot: QtBot) -> None:
    """The sitting is opened, the draft adopted, and the pages of the record are looked at, all within ten seconds."""
    window = hands.window
    hands.go("Session", SessionScreen)
    hands.key(KEY.Key_F9)
    hands.key(KEY.Key_F5, SHIFT)
    hands.key(KEY.Key_F4, CTRL)
    hands.key(KEY.Key_F7)
    gavel = perf_counter()
    hands.key(KEY.Key_F9, CTRL | SHIFT)
    hands.key(KEY.Key_E, CTRL)
    qtbot.waitUntil(lambda: isinstance(window.shown, DocumentsScreen), timeout=TEN_SECONDS)
    screen = window.shown
    assert isinstance(screen, DocumentsScreen)
    qtbot.waitUntil(lambda: bool(screen.pages.views[0].drawn), timeout=TEN_SECONDS)
    took = perf_counter() - gavel
    print(f"from the gavel to the picture of the record in three languages: {took:.2f} s")  # noqa: T201
    assert screen.current_key() == "decisions:now"


def test_from_the_gavel_to_the_next_agenda(register: Path, shell: Shell, qtbot: QtBot) -> None:
    application = Application(shell)
    window = opened(application, register, qtbot)
    hands = Rapporteur(window, qtbot)
    previewed(hands, qtbot)
    hands.go("Session", SessionScreen)
    room = window.shown
    assert isinstance(room, SessionScreen)
    assert room.record.busy, "the record is still being read"
    hands.key(KEY.Key_Return, CTRL)
    hands.key(KEY.Key_F4, CTRL)
    hands.key(KEY.Key_T, CTRL | SHIFT)
    hands.type("Send the report")
    hands.to("Due on")
    hands.type((today() + datetime.timedelta(days=12)).isoformat())
    hands.key(KEY.Key_Return, CTRL)
    hands.key(KEY.Key_F9)

    hands.go("Minutes", MinutesScreen)
    hands.key(KEY.Key_F5)
    hands.go("Home", HomeScreen)
    home = window.shown
    assert isinstance(home, HomeScreen)
    close(application)
    with open_register(register, author="reader", read_only=True) as store:
        desk = Secretariat(store)
        check(desk)
        with store.read() as session:
            assert verify(session).faults == ()


def check(desk: Secretariat) -> None:
    """What the register holds afterwards."""
    brief = desk.decision_records.brief("now")
    assert brief.adoption is not None
    assert brief.to_adopt == 0
    (sitting,) = desk.sittings.all("now")
    assert sitting.closed_at is not None
    assert brief.adoption.at < sitting.closed_at
    minutes = desk.minutes.minutes("now")
    assert minutes is not None
    told = [one.text.en for one in desk.minutes.paragraphs(minutes.key)]
    assert "During the consideration of agenda item 1, the record of decisions was adopted." in told
    (action,) = desk.actions.of("now")
    assert action.decision is not None
    due = [one for one in desk.home.overview(today()).due if one.meeting == action.key]
    assert [one.day for one in due] == [today() + datetime.timedelta(days=12)]
    known = desk.known_matters.preview("next")
    assert [one.origin for one in known if one.kind is MatterKind.ACTION] == [f"action:{action.key}"]
