"""How long lists take to open after fifty years, against one: ``pytest --benchmark-enable tests/benchmarks``.

Each is opened in both registers by turns, so that both meet the same machine. Kept are the ratios (``extra_info``), and
nothing is asserted of the times. Aim: each list opens within 1.3 times the time that it takes with one year.

*read* is what the service takes, *open* a screen that is made, shown and painted, *again* one that is read again.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.compliance import Compliance
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.undo import steps
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.desk import Desk
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.minutes_reading import Reader
from nmirf_desktop.ui.screens.session_facts import read as read_session
from nmirf_desktop.ui.shell import Shell
from tests.benchmarks.by_turns import compared, timed
from tests.benchmarks.conftest import History
from tests.history import last_day
from tests.registers import Hand
from tests.ui.clipping import theme

ROUNDS, SCREEN_ROUNDS = 25, 9


@dataclass(frozen=True)
class Kept:
    """A register that is open, the day as of which it is looked at, and two meetings: the next, and the last held."""

    desk: Secretariat
    on: datetime.date
    shell: Shell
    coming: Key
    held: Meeting


Both = tuple[Kept, Kept]
"""The register of one year and that of many."""
READS: Mapping[str, Callable[[Kept], object]] = MappingProxyType(
    {
        "members": lambda kept: kept.desk.members.list(kept.on),
        "member": lambda kept: kept.desk.members.file("PRY", kept.on),
        "committee": lambda kept: kept.desk.committees.history(kept.on),
        "meetings": lambda kept: kept.desk.meetings.lines(kept.on),
        "meeting": lambda kept: kept.desk.meetings.plan(kept.coming),
        "agenda": lambda kept: kept.desk.agendas.items(kept.coming),
        "session": lambda kept: read_session(kept.desk, kept.held.key),
        "minutes": lambda kept: Reader(kept.desk).read(kept.held),
        "minutes, new facts": lambda kept: kept.desk.minutes.fresh(kept.held.key),
        "documents": lambda kept: kept.desk.papers.issued(),
        "rules": lambda kept: kept.desk.compliance.check(kept.on),
        "rules, first": lambda kept: Compliance(kept.desk.store).check(kept.on),
        "home": lambda kept: kept.desk.home.overview(kept.on),
        "search": lambda kept: search(kept.desk.store, kept.desk.states, "paraguay"),
        "undo": lambda kept: steps(kept.desk.store),
        "frame": lambda kept: Desk(kept.desk, kept.shell).counts(kept.on),
    }
)
"""What is read for a list, or after each change for the frame around all of them."""


@pytest.fixture(scope="module")
def both(qapp: QApplication, history: History, long: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    settings = QSettings(str(tmp_path_factory.mktemp("memory") / "preferences.ini"), QSettings.Format.IniFormat)
    language = CurrentLanguage(Language.EN)
    alerts = Alerts(language, lambda question: question.keep)
    shell = Shell(language, theme(), alerts, InlineJobs(), ChangeFeed(), Memory(settings))
    with open_register(history(1)) as one, open_register(history(long)) as many:
        yield _kept(one, shell, 1), _kept(many, shell, long)


def _kept(store: Store, shell: Shell, years: int) -> Kept:
    on = last_day(years)
    desk = Secretariat(store, Hand(datetime.datetime.combine(on, datetime.time(12), datetime.UTC)))
    coming, held = desk.meetings.current(on), desk.papers.meeting(DocumentKind.MINUTES)
    assert coming is not None
    return Kept(desk, on, shell, coming.key, held)


@pytest.mark.benchmark(group="lists")
@pytest.mark.parametrize("name", READS)
def test_reading(both: Both, benchmark: BenchmarkFixture, name: str) -> None:
    compared(benchmark, "read", both, lambda kept: timed(lambda: READS[name](kept)), ROUNDS)


@pytest.mark.benchmark(group="screens")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("name", SCREENS)
def test_opening_a_screen(both: Both, benchmark: BenchmarkFixture, name: str) -> None:
    compared(benchmark, "open", both, lambda kept: _opened(kept, name), SCREEN_ROUNDS)


@pytest.mark.benchmark(group="screens, again")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("name", SCREENS)
def test_reading_a_screen_again(both: Both, benchmark: BenchmarkFixture, name: str) -> None:
    shown = {kept.on: _shown(kept, name) for kept in both}

    def read_again(kept: Kept) -> None:
        shown[kept.on].refresh()
        QApplication.processEvents()

    compared(benchmark, "again", both, lambda kept: timed(lambda: read_again(kept)), SCREEN_ROUNDS)
    for screen in shown.values():
        _gone(screen)


def _opened(kept: Kept, name: str) -> float:
    screens: list[Screen] = []
    taken = timed(lambda: screens.append(_shown(kept, name)))
    _gone(screens[0])
    return taken


def _shown(kept: Kept, name: str) -> Screen:
    screen = SCREENS[name](kept.desk, kept.shell)
    screen.show_as_of(kept.on)
    screen.resize(1280, 800)
    screen.show()
    for _ in range(4):
        QApplication.processEvents()
    return screen


def _gone(screen: Screen) -> None:
    screen.close()
    shiboken6.delete(screen)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
