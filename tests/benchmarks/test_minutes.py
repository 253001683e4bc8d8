"""Minutes of sixty pages against those of six: how long they take to open, to be scrolled, and from a key to its paint.

Each is done in both by turns; kept are the ratios, and of the long ones the median, the 99th percentile and the longest
in milliseconds. What is typed is saved meanwhile, as it is in the window. Aim: no pause over 50 ms; it is the longest
turn of the event loop, for which a key would wait.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from tests import registers
from tests.benchmarks.by_turns import compared, timed
from tests.long_minutes import long_minutes
from tests.ui.clipping import theme

SHORT, LONG = 60, 600
READS = 1_000
"""How long one reads before one types, in milliseconds: the memory is read beside meanwhile."""
ROUNDS, STEPS, KEYS, PAUSE = 9, 300, 300, 0.05
TURNS = 8
"""So many turns of the event loop after that of the opening are timed: a key waits for the longest."""

pytestmark = [
    pytest.mark.benchmark(group="minutes"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@dataclass(frozen=True)
class Kept:
    """An open register with minutes, and what stands around their screen."""

    desk: Secretariat
    meeting: Meeting
    jobs: Jobs
    feed: ChangeFeed


Both = tuple[Kept, Kept]


@pytest.fixture(scope="module")
def both(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    theme()
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()  # as where the program has started
    at_rest = CollectedAtRest(qapp)
    folder = tmp_path_factory.mktemp("minutes")
    with kept_at(folder / "short.nmirf", SHORT) as short, kept_at(folder / "long.nmirf", LONG) as long:
        yield short, long
    shiboken6.delete(at_rest)
    gc.set_threshold(*usual)


@contextmanager
def kept_at(path: Path, paragraphs: int) -> Iterator[Kept]:
    """A register with minutes of so many statements."""
    meeting, item, _ = registers.networked(path)
    with open_register(path) as store:
        desk, jobs, feed = Secretariat(store), Jobs(), ChangeFeed()
        store.subscribe(feed.announce)
        long_minutes(desk, meeting, item.key, paragraphs)
        yield Kept(desk, meeting, jobs, feed)
        jobs.let_go()


@cache
def spoken() -> CurrentLanguage:
    """The one language of the program: each has translators of its own, which Qt asks for every word."""
    return CurrentLanguage(Language.EN)


def made(kept: Kept) -> MinutesScreen:
    """The screen, made and read out of sight: what the window does at rest, each in a turn of its own."""
    screen = unread(kept)
    screen.read_ahead()
    return screen


def unread(kept: Kept) -> MinutesScreen:
    """The screen, made."""
    screen = MinutesScreen(kept.desk, spoken(), Alerts(spoken()), kept.jobs)
    screen.show_as_of(registers.OPENS)
    screen.resize(1280, 800)
    return screen


def opened(kept: Kept) -> MinutesScreen:
    """The screen, shown and painted."""
    screen = made(kept)
    screen.show()
    QApplication.processEvents()
    return screen


def gone(screen: MinutesScreen, kept: Kept) -> None:
    kept.jobs.let_go()  # what is done beside ends with the screen, as where the register is closed
    screen.close()
    shiboken6.delete(screen)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()  # nobody types


def told(benchmark: BenchmarkFixture, name: str, spent: list[float]) -> None:
    """Keep the median, the 99th percentile and the longest, in milliseconds."""
    spent.sort()
    figures = [round(spent[int((len(spent) - 1) * share)] * 1000, 1) for share in (0.5, 0.99, 1)]
    benchmark.extra_info[f"{name}: median, 99th percentile and longest, in ms"] = figures
    print(f"{name}: median, 99th percentile and longest in ms: {figures}")  # noqa: T201


def test_opening(both: Both, benchmark: BenchmarkFixture) -> None:
    turns: list[float] = []
    read: list[float] = []

    def once(kept: Kept) -> float:
        screen = unread(kept)
        reading = timed(screen.read_ahead)
        QApplication.processEvents()
        shown, *further = [timed(screen.show), *(timed(QApplication.processEvents) for _ in range(TURNS))]
        assert len(screen.list.model.rows) > SHORT
        gone(screen, kept)
        if kept is both[1]:
            turns.append(max(shown, *further))
            read.append(reading)
        return shown + further[0]

    spent = compared(benchmark, "open", both, once, ROUNDS)
    told(benchmark, "open", [one for _, one in spent])
    told(benchmark, "longest turn of the opening", turns)
    told(benchmark, "read at rest", read)


def each(
    both: Both, benchmark: BenchmarkFixture, name: str, act: Callable[[MinutesScreen, int], None], most: int
) -> None:
    """Time an act on the open screens of both, by turns."""
    screens = {id(kept): opened(kept) for kept in both}
    for kept, screen in zip(both, screens.values(), strict=True):
        kept.feed.changed.connect(screen.touched)
        QTest.qWait(100)
    counts = dict.fromkeys(screens, 0)

    def done(kept: Kept) -> None:
        act(screens[id(kept)], counts[id(kept)])
        QApplication.processEvents()

    def once(kept: Kept) -> float:
        counts[id(kept)] += 1
        taken = timed(lambda: done(kept))
        time.sleep(0.001)
        return taken

    spent = compared(benchmark, name, both, once, most)
    told(benchmark, name, [one for _, one in spent])
    for kept, screen in zip(both, screens.values(), strict=True):
        gone(screen, kept)


def test_scrolling(both: Both, benchmark: BenchmarkFixture) -> None:
    def step(screen: MinutesScreen, number: int) -> None:
        bar = screen.list.view.verticalScrollBar()
        bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + (60 if number % 10 else 700))

    each(both, benchmark, "scroll step", step, STEPS)


def test_going_through(both: Both, benchmark: BenchmarkFixture) -> None:
    def step(screen: MinutesScreen, _number: int) -> None:
        QTest.keyClick(screen.list.view, Qt.Key.Key_Down)

    each(both, benchmark, "arrow", step, 50)


def test_a_letter_is_painted_while_what_was_typed_is_saved(both: Both, benchmark: BenchmarkFixture) -> None:
    kept = both[1]
    screen = opened(kept)
    kept.feed.changed.connect(screen.touched)
    screen.list.select(screen.list.model.rows[LONG // 2].key)
    screen.pane.form.text.go(Language.FR)
    box = screen.pane.form.text.box
    QTest.qWait(READS if benchmark.enabled else 10)
    signs = iter("La reunion examine l'ordre du jour ; elle decide. " * 20)
    taken: list[float] = []

    def key() -> None:
        pressed = began + len(taken) * PAUSE
        while time.perf_counter() < pressed:  # what the window does meanwhile, such as saving, may make a key wait
            QApplication.processEvents()
            time.sleep(0.0005)
        QTest.keyClicks(box, next(signs))
        QApplication.processEvents()
        taken.append(time.perf_counter() - pressed)

    began = time.perf_counter()
    benchmark.pedantic(key, rounds=KEYS if benchmark.enabled else 5)  # type: ignore[no-untyped-call]
    told(benchmark, "key to paint", taken)
    gone(screen, kept)
