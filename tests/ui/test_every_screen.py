"""Every screen of the window's list, on a sample register: whole words in each language, at each size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.sample import AUTHOR
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell
from tests import samples
from tests.samples import ON
from tests.ui.clipping import assert_presentable, theme
from tests.ui.screens.offices import held, shown

MOMENT, SETTLED = 100, 5_000
"""How long it is looked at, and by when what a screen has to do is done, in milliseconds; a turn takes one at least."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    """The services on a sample register."""
    with open_register(samples.sample(tmp_path_factory, tmp_path_factory.mktemp("sample") / "sample.nmirf")) as store:
        yield Secretariat(store)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_screen_is_fit_to_be_seen(sample: Secretariat, memory: Memory, name: str) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> Screen:
        screen = SCREENS[name](sample, Shell(language, theme(), alerts, InlineJobs(), ChangeFeed(), memory))
        screen.show_as_of(ON)
        return screen

    assert_presentable(make, allowed=frozenset({AUTHOR}))  # who recorded it, as typed


class Flashes(QObject):
    """Notes the windows that are shown meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_no_part_of_a_screen_is_a_window_while_it_is_made(
    qapp: QApplication, sample: Secretariat, shell: Shell, name: str
) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    with held(SCREENS[name](sample, shell)) as screen:
        screen.show_as_of(ON)
        screen.refresh()
        qapp.removeEventFilter(flashes)
    assert flashes.seen == []


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_a_screen_that_is_only_looked_at_lets_the_machine_rest(
    qtbot: QtBot, sample: Secretariat, shell: Shell, name: str
) -> None:
    """The page of the minutes was laid out some thousand times a second, as long as it was in sight."""
    turns: list[int] = []
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None

    def of_a_moment() -> int:
        turns.clear()
        QTest.qWait(MOMENT)
        return len(turns)

    with held(SCREENS[name](sample, shell)) as screen:
        shown(screen, ON)
        dispatcher.awake.connect(lambda: turns.append(1))
        qtbot.waitUntil(lambda: of_a_moment() < MOMENT, timeout=SETTLED)
        dispatcher.awake.disconnect()
