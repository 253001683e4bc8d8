"""An agenda of two hundred items: from a key to what is painted, typing in a title and moving an item.

``python -m pytest tests/benchmarks/test_agenda.py --benchmark-enable -s`` says the median and the 99th percentile.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.agenda import AgendaScreen
from tests.registers import said
from tests.ui.screens.offices import held, office, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
MANY = 200
LETTERS = "The quick review of what was done and of what remains to be done by the members "


class Painted(QObject):
    """Notes when a widget was painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return super().eventFilter(watched, event)


@pytest.fixture
def screen(tmp_path: Path, qapp: QApplication) -> Iterator[AgendaScreen]:
    language = CurrentLanguage(Language.EN)
    alerts = Alerts(language)
    with office(tmp_path) as desk:
        filled(desk)
        with held(AgendaScreen(desk, language, alerts)) as screen:
            desk.store.subscribe(screen.touched)
            shown(screen)
            yield screen
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def filled(desk: Secretariat) -> None:
    """Two hundred items, a third of them parts of another."""
    (meeting,) = desk.meetings.list()
    parent = None
    with desk.store.write("test") as session:
        for number in range(MANY - 1):
            part = number % 3 == 2
            key = new_key()
            place = 0 if part else number + 1
            title, annotation = said(f"Item {number} of a long agenda"), said("What is before the meeting.")
            ITEMS.save(
                session,
                AgendaItem(key, meeting.key, place, title, parent if part else None, annotation, duration=15),
            )
            parent = parent if part else key


def times(act: Callable[[int], object], painted: Painted, count: int) -> list[float]:
    """Milliseconds from each key to the last painting that it led to."""
    found = []
    for number in range(count):
        started = time.perf_counter()
        act(number)
        QApplication.processEvents()
        found.append((max(painted.at, started) - started) * 1000)
    return found


def told(name: str, found: list[float]) -> None:
    """Print the median and the 99th percentile."""
    p99 = statistics.quantiles(found, n=100)[98]
    print(f"\n{name}: median {statistics.median(found):.1f} ms, 99th percentile {p99:.1f} ms, most {max(found):.1f} ms")  # noqa: T201


def test_typing_in_a_title(screen: AgendaScreen, benchmark: Callable[..., object]) -> None:
    assert len(screen.list.model.rows) == MANY
    editor = screen.detail.form.field("title").editors[0]
    editor.setFocus()
    painted = Painted(editor.viewport())  # type: ignore[attr-defined]

    def type_text() -> None:
        def key(number: int) -> None:
            QTest.keyClicks(editor, LETTERS[number % len(LETTERS)])

        found = times(key, painted, 300)
        told("typing", found)
        assert all(one > 0 for one in found), "each key is painted"

    benchmark.pedantic(type_text, rounds=1)  # type: ignore[attr-defined]
    assert screen.detail.form.title.value().en


def test_typing_while_it_is_saved(screen: AgendaScreen, benchmark: Callable[..., object]) -> None:
    """With a save after every twentieth key, as two seconds of a quick typist."""
    form = screen.detail.form
    editor = form.field("title").editors[0]
    editor.setFocus()
    painted = Painted(editor.viewport())  # type: ignore[attr-defined]

    def type_text() -> None:
        def key(number: int) -> None:
            QTest.keyClicks(editor, LETTERS[number % len(LETTERS)])
            if number % 20 == 19:
                form.flush()

        found = times(key, painted, 200)
        told("typing with saves", found)
        told("the keys with a save alone", [one for number, one in enumerate(found) if number % 20 == 19])

    benchmark.pedantic(type_text, rounds=1)  # type: ignore[attr-defined]
    assert form.title.value().en


def test_moving_an_item(screen: AgendaScreen, benchmark: Callable[..., object]) -> None:
    view = screen.list.view
    screen.list.setFocus()
    painted = Painted(view.viewport())
    first = screen.list.model.rows[0].item.key

    def move() -> None:
        def key(number: int) -> None:
            QTest.keyClick(
                view, Qt.Key.Key_Down if number % 40 < 20 else Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier
            )

        told("moving", times(key, painted, 120))

    benchmark.pedantic(move, rounds=1)  # type: ignore[attr-defined]
    assert screen.list.keys == (first,)
