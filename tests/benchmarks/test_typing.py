"""From a key to the painted letter in the editor of an agenda of two hundred items, with memory and marks of print."""

import datetime
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.typography import as_typed, typeset, unopened
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.texts import TextsScreen
from nmirf_desktop.ui.screens.texts_rows import Wanted
from tests import registers
from tests.benchmarks.test_memory import item, sentence
from tests.registers import said
from tests.ui.screens.offices import hearing, held, shown

ITEMS_OF_ONE, OTHERS, KEYS = 200, 4_980, 600
YEAR = datetime.timedelta(days=364)
PAUSE = 0.05
"""Between two keys, in seconds: twenty in a second is faster than anybody types."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    """A register whose next meeting has two hundred items, and whose memory has fifty thousand sentences."""
    draw = random.Random(6)  # noqa: S311  (the same each time)
    path = tmp_path / "register.nmirf"
    meeting, _, _ = registers.networked(path)
    with open_register(path) as store:
        desk = Secretariat(store)
        before = desk.meetings.list()[0]
        day = registers.OPENS - YEAR
        earlier = replace(before, key="earlier", symbol="NMIRF/2025", opens_on=day, closes_on=day)
        desk.meetings.save(earlier)
        with store.write("fill") as session:
            ITEMS.add(session, (item(draw, "earlier", number) for number in range(OTHERS)))
            ITEMS.add(session, (_item(draw, meeting.key, number) for number in range(ITEMS_OF_ONE)))
        yield desk


def _item(draw: random.Random, meeting: str, number: int) -> AgendaItem:
    return AgendaItem(f"own-{number:03}", meeting, number, said(f"Item {number}"), annotation=said(sentence(draw)))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.usefixtures("qapp")
def test_a_letter_is_painted(benchmark: BenchmarkFixture, desk: Secretariat) -> None:
    jobs, language = Jobs(), CurrentLanguage(Language.EN)
    desk.memory.read()
    with held(TextsScreen(desk, jobs, language, Alerts(language))) as screen:
        hearing(screen, desk)
        shown(screen, registers.OPENS)
        screen.wanted.load(Wanted.ALL, over=True)
        screen._filter()
        assert screen.list.select("own-100.annotation")
        box = screen.editor.pane.form.text._boxes[Language.FR]
        box.setFocus()
        text = 'La reunion examine l\'ordre du jour : "oui" ; elle decide. ' * 12
        signs = iter(text * 4)
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
        jobs.let_go()
    taken.sort()
    told = [round(taken[int((len(taken) - 1) * share)] * 1000, 1) for share in (0.5, 0.99, 1)]
    benchmark.extra_info["median, 99th percentile and longest, in ms"] = told
    print(f"key to paint: median, 99th percentile and longest in ms: {told}")  # noqa: T201


@pytest.mark.parametrize("shape", ["words", "one word", "a question"])
def test_marks_of_a_long_text(benchmark: BenchmarkFixture, shape: str) -> None:
    text = {"words": "mot " * 6_000, "one word": "m" * 24_000, "a question": "Quién " * 4_000 + "?"}[shape]

    def put_right() -> None:
        typeset(text, Language.ES)
        as_typed(text, Language.ES)
        unopened(text)

    benchmark(put_right)
