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
from tests import registers, samples
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


def test_whoever_looked_at_approved_minutes_is_not_led_into_the_room_of_their_meeting(
    shell: Shell, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    """Twelve statements were recorded in the meeting of the year before."""
    path = samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")
    with open_register(path, read_only=True) as store:
        desk = Secretariat(store)
        current = desk.meetings.current(samples.ON)
        books = ((one.key, desk.minutes.minutes(one.key)) for one in desk.meetings.list())
        done = [key for key, minutes in books if minutes is not None and minutes.approved_on is not None]
    assert current is not None
    application = Application(shell)
    window = opened(application, path, qtbot)
    window.show_as_of(samples.ON)
    assert at(window, "minutes", done[-1]).meeting_key() == done[-1] != current.key
    assert at(window, "session").meeting_key() == current.key
    assert at(window, "session", done[-1]).meeting_key() == done[-1], "where it is asked for by name"
    close(application)
