"""How long lists take to open after fifty years, against one: ``pytest --benchmark-enable tests/benchmarks``.

Each is opened in both registers by turns, so that both meet the same machine. Kept are the ratios (``extra_info``), and
nothing is asserted of the times. Aim: each list opens within 1.3 times the time that it takes with one year.

*read* is what the service takes, *open* a screen that is made, shown and painted, *again* one that is read again.
"""

import datetime
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.i18n import Language
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
from nmirf_desktop.ui.screens.minutes_reading import read as read_minutes
from nmirf_desktop.ui.screens.session_facts import read as read_session
from nmirf_desktop.ui.shell import Shell
from tests.benchmarks.conftest import History
from tests.history import last_day
from tests.registers import Hand
from tests.ui.clipping import theme

ROUNDS, SCREEN_ROUNDS = 25, 9


@dataclass(frozen=True)
class Kept:
    """A register that is open, and the day as of which it is looked at: its last."""

    desk: Secretariat
    on: datetime.date
    shell: Shell

    @property
    def coming(self) -> str:
        """The next meeting."""
        meeting = self.desk.meetings.current(self.on)
        assert meeting is not None
        return meeting.key

    @property
    def held(self) -> str:
        """The last meeting that has minutes."""
        return self.desk.papers.meeting(DocumentKind.MINUTES).key


@dataclass(frozen=True)
class Both:
    """The register of one year and that of many, for the same thing done to each by turns."""

    one: Kept
    many: Kept

    def compared(self, benchmark: BenchmarkFixture, name: str, act: Callable[[Kept], float], rounds: int) -> None:
        """Keep the ratio of the medians of what *act* took, in seconds, and the medians in milliseconds."""
        act(self.one), act(self.many)
        taken = [(act(self.one), act(self.many)) for _ in range(rounds if benchmark.enabled else 1)]
        one, many = (statistics.median(column) for column in zip(*taken, strict=True))
        benchmark.extra_info[f"{name}_ratio"] = round(many / one, 2)
        benchmark.extra_info[f"{name}_ms"] = [round(one * 1000, 2), round(many * 1000, 2)]


READS: Mapping[str, Callable[[Kept], object]] = MappingProxyType(
    {
        "members": lambda kept: kept.desk.members.list(kept.on),
        "member": lambda kept: kept.desk.members.file("PRY", kept.on),
        "committee": lambda kept: kept.desk.committees.history(kept.on),
        "meetings": lambda kept: kept.desk.meetings.lines(kept.on),
        "meeting": lambda kept: kept.desk.meetings.plan(kept.coming),
        "agenda": lambda kept: kept.desk.agendas.items(kept.coming),
        "session": lambda kept: read_session(kept.desk, kept.held),
        "minutes": lambda kept: read_minutes(kept.desk, kept.desk.papers.meeting(DocumentKind.MINUTES)),
        "documents": lambda kept: kept.desk.papers.issued(),
        "rules": lambda kept: kept.desk.compliance.check(kept.on),
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
        yield Both(*(_kept(store, shell, years) for store, years in ((one, 1), (many, long))))


def _kept(store: Store, shell: Shell, years: int) -> Kept:
    noon = datetime.datetime.combine(last_day(years), datetime.time(12), datetime.UTC)
    return Kept(Secretariat(store, Hand(noon)), last_day(years), shell)


@pytest.mark.benchmark(group="lists")
@pytest.mark.parametrize("name", READS)
def test_reading(both: Both, benchmark: BenchmarkFixture, name: str) -> None:
    def read(kept: Kept) -> float:
        start = time.perf_counter()
        READS[name](kept)
        return time.perf_counter() - start

    both.compared(benchmark, "read", read, ROUNDS)
    benchmark.pedantic(READS[name], (both.many,), rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="screens")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("name", SCREENS)
def test_opening_a_screen(both: Both, benchmark: BenchmarkFixture, name: str) -> None:
    def opened(kept: Kept) -> float:
        start = time.perf_counter()
        screen = _shown(kept, name)
        taken = time.perf_counter() - start
        _gone(screen)
        return taken

    shown = {kept.on: _shown(kept, name) for kept in (both.one, both.many)}

    def again(kept: Kept) -> float:
        start = time.perf_counter()
        shown[kept.on].refresh()
        QApplication.processEvents()
        return time.perf_counter() - start

    both.compared(benchmark, "again", again, SCREEN_ROUNDS)
    for screen in shown.values():
        _gone(screen)
    both.compared(benchmark, "open", opened, SCREEN_ROUNDS)
    benchmark.pedantic(opened, (both.many,), rounds=1)  # type: ignore[no-untyped-call]


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
