"""Long work, the machine's memory, the way back: what stands behind the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QThread
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.groups import group_picture
from nmirf_desktop.ui.history import History
from nmirf_desktop.ui.hits import Hit
from nmirf_desktop.ui.icons import icon, picture
from nmirf_desktop.ui.jobs import InlineJobs, Jobs, Report
from nmirf_desktop.ui.palette import ranked
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory, Preferences, load, save
from nmirf_desktop.ui.theme import Scheme


def nothing() -> None:
    """An act that does nothing."""


def test_work_is_done_beside_the_window_and_told_in_its_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    threads: list[QThread] = []
    results: list[int] = []

    def work(report: Report) -> int:
        threads.append(QThread.currentThread())
        for step in range(3):
            report(step, 3)
        return 42

    def done(result: int) -> None:
        threads.append(QThread.currentThread())
        results.append(result)

    jobs.start("Export", work, done)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] is not threads[1]
    assert threads[1] is QThread.currentThread()
    assert jobs.running == []


def test_work_stops_where_it_is_cancelled(qtbot: QtBot) -> None:
    jobs = Jobs()
    reached: list[int] = []

    def work(report: Report) -> None:
        for step in range(10_000):
            report(step, 10_000)
            reached.append(step)
            QThread.msleep(1)

    job = jobs.start("Export", work)
    with qtbot.waitSignal(job.cancelled, timeout=5000):
        qtbot.waitUntil(lambda: len(reached) > 3)
        jobs.cancel()
    assert len(reached) < 10_000
    assert jobs.running == []


def test_what_work_fails_with_is_handed_on() -> None:
    jobs = InlineJobs()
    failures: list[BaseException] = []
    jobs.failed.connect(failures.append)

    def work(_report: Report) -> None:
        raise ValueError("no")

    jobs.start("Export", work)
    assert [type(failure) for failure in failures] == [ValueError]
    assert jobs.running == []


def test_preferences_are_remembered(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat)
    kept = Preferences(
        Language.ES, Scheme.DARK, 150, ("/b.nmirf", "/a.nmirf"), b"\x01\x02", "Rapporteur", manual=b"\x03",
        projected=(Language.EN, Language.ES), counted="a meeting",
    )  # fmt: skip
    save(settings, kept)
    assert load(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat)) == kept


@pytest.mark.parametrize(
    "text", ["language=klingon", "text_percent=7000", "scheme=sepia", "recent=", "geometry=x", "projected=klingon"]
)
def test_unreadable_preferences_are_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p.ini"
    path.write_text(f"[General]\n{text}\n")
    found = load(QSettings(str(path), QSettings.Format.IniFormat))
    assert found.scheme is Scheme.SYSTEM
    assert found.language in set(Language)
    assert 100 <= found.text_percent <= 200
    assert found.recent == ()


def test_a_register_opened_again_comes_first_and_once() -> None:
    kept = Preferences()
    for number in (1, 2, 3, 1, *range(4, 12)):
        kept = kept.opened(f"/{number}.nmirf")
    assert kept.recent[0] == "/11.nmirf"
    assert len(kept.recent) == len(set(kept.recent)) == 8


def test_memory_tells_each_change_once(memory: Memory) -> None:
    told: list[Preferences] = []
    memory.changed.connect(lambda: told.append(memory.now))
    memory.keep(memory.now.resized(125))
    memory.keep(memory.now)
    assert [preferences.text_percent for preferences in told] == [125]


def test_the_way_back_is_that_of_a_browser() -> None:
    history = History()
    assert history.back() is None
    for name in ("home", "members", "members", "rules"):
        history.visit(Place(name))
    history.amend(Place("rules", "R5"))
    assert history.back() == Place("members")
    assert history.back() == Place("home")
    assert history.back() is None
    assert history.forward() == Place("members")
    history.visit(Place("committee"))
    assert not history.can_go_forward
    assert history.back() == Place("members")


def test_a_place_that_one_went_to_stays_so_where_it_is_opened_again() -> None:
    history = History()
    history.visit(Place("home"))
    history.visit(Place("members", "PRY"))
    history.visit(Place("members", "PRY"), opened=True)
    assert not history.opened
    history.visit(Place("people", "one"), opened=True)
    history.visit(Place("people", "one"))
    assert history.opened


def test_what_begins_with_the_typed_text_comes_first() -> None:
    hits = [Hit("Export members", nothing), Hit("Members", nothing), Hit("Rules", nothing, "members' rules")]
    assert [hit.title for hit in ranked(hits, "memb")] == ["Members", "Export members", "Rules"]
    assert [hit.title for hit in ranked(hits, "EXP mem")] == ["Export members"]


def test_an_icon_without_room_is_no_picture_and_no_complaint(qapp: QApplication) -> None:
    """Qt's complaints fail a test."""
    assert icon("vote").pixmap(0, 0).isNull()
    assert picture("vote", "#000000", 0).isNull()
    assert group_picture(None, 0).isNull()
    paper = QPixmap(8, 8)
    painter = QPainter(paper)
    icon("vote").paint(painter, 0, 0, 0, 4)
    painter.end()


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "resources" / "icons").glob("*.svg")), ids=lambda p: p.stem
)
def test_every_icon_paints(qapp: object, path: Path) -> None:
    image = icon(path.stem).pixmap(16, 16).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))
