"""The whole window: screens about a meeting show the one that was looked at last, whichever screen showed it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.window import MainWindow
from tests import registers
from tests.registers import OPENS
from tests.ui.shells import close
from tests.ui.test_office import opened, windows

FOLLOWING = ("meetings", "agenda", "participants", "texts", "documents", "session")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with a meeting, and with one after it."""
    path = tmp_path / "network.nmirf"
    registers.networked(path)
    with open_register(path, author=registers.AUTHOR) as store:
        desk = Secretariat(store)
        desk.agendas.fill(desk.planning.next(MeetingKind.ANNUAL, OPENS).key)
    return path


@pytest.fixture
def meetings(register: Path) -> tuple[Meeting, ...]:
    """The meetings of the register, in the order of their days."""
    with open_register(register, read_only=True) as store:
        return tuple(Secretariat(store).meetings.list())


@pytest.fixture
def window(register: Path, meetings: tuple[Meeting, ...], shell: Shell, qtbot: QtBot) -> Iterator[MainWindow]:
    assert meetings
    application = Application(shell)
    yield opened(application, register, qtbot)
    close(application)
    assert windows() == []


def at(window: MainWindow, screen: str, key: str = "") -> Screen:
    """Go to a screen, as by its name in the window."""
    window.go(Place(screen, key))
    assert window.shown is not None
    return window.shown


@pytest.mark.parametrize("place", [0, 1])
def test_screens_about_a_meeting_follow_the_one_looked_at_last(
    window: MainWindow, meetings: tuple[Meeting, ...], place: int
) -> None:
    wanted = meetings[place].key
    at(window, "meetings", wanted)
    assert {name: at(window, name).meeting_key() for name in FOLLOWING} == dict.fromkeys(FOLLOWING, wanted)


def test_a_screen_about_no_meeting_between_two_does_not_part_them(
    window: MainWindow, meetings: tuple[Meeting, ...]
) -> None:
    first, second = (one.key for one in meetings)
    assert at(window, "agenda", first).meeting_key() == first
    assert at(window, "members").meeting_key() == ""
    assert at(window, "texts").meeting_key() == first
    assert at(window, "participants", second).meeting_key() == second
    assert at(window, "members").meeting_key() == ""
    assert at(window, "agenda").meeting_key() == second
