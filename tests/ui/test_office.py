"""A register's window through the application: walked by keys, closed, and opened again."""

import datetime
import gc
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.compliance import FindingState
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.viewing import LOCK
from nmirf_desktop.services.viewing import PREFIX as PREFIX_OF_COPIES
from nmirf_desktop.services.voting import Ballot
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest
from nmirf_desktop.ui.making import SCREENS
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.minutes import MinutesScreen
from nmirf_desktop.ui.screens.rules import RulesScreen
from nmirf_desktop.ui.screens.session import SessionScreen
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.screens_ahead import ScreensAhead
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.typedtext import TypedText
from nmirf_desktop.ui.window import MainWindow
from tests import registers, samples
from tests.registers import said
from tests.ui.shells import close, let_go

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PREFIX = "Prefix of symbols"


@pytest.fixture
def shell(qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    """A shell that is gone, with its theme's reach over the program, when the test is over."""
    settings = QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)
    made = make_shell(qapp, settings)
    yield made
    let_go(made)


@pytest.fixture
def register(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")


def windows() -> list[MainWindow]:
    """The registers' windows that exist, shown or not."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]


def opened(application: Application, register: Path, qtbot: QtBot) -> MainWindow:
    """The window of a register once its first screen stands."""
    application.start(register)
    window = next(one for one in windows() if one.isVisible())
    qtbot.waitUntil(lambda: window.shown is not None, timeout=5000)
    to_front(window, qtbot)
    return window


def to_front(window: MainWindow, qtbot: QtBot) -> None:
    """Give a window the keyboard: without a window manager it is easily lost."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)


def speak(shell: Shell, language: Language) -> None:
    """Choose a language as the window's bar does."""
    shell.memory.keep(replace(shell.memory.now, language=language))


def heading(window: MainWindow) -> str:
    """What the screen shown is called."""
    assert window.shown is not None
    return window.shown.heading


def prefix(window: MainWindow) -> QLineEdit:
    """The editor of the symbols' prefix, in Settings."""
    settings = window.shown
    assert isinstance(settings, SettingsScreen)
    return next(line for line in settings.findChildren(QLineEdit) if line.accessibleName() == PREFIX)


def test_a_day_at_the_window_by_keys(shell: Shell, register: Path, qtbot: QtBot) -> None:
    application = Application(shell)
    window = opened(application, register, qtbot)
    seen = []
    for key in "23456789":
        QTest.keyClick(window, Qt.Key(ord(key)), CONTROL)
        seen.append(heading(window).split(":")[0])
    assert seen == ["Members", "Executive Committee", "Meetings", "Agenda", "Session", "Minutes", "Documents", "Rules"]
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert heading(window) == "Documents"

    window.go(Place("settings"))
    line = prefix(window)
    before = line.text()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "NET")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert prefix(window).text() == "NET"
    undo = next(one for one in window.actions() if one.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo))
    qtbot.waitUntil(undo.isEnabled, timeout=5000)
    to_front(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert heading(window) == "Members"
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert shell.alerts.notice is not None
    assert "Undone: " in shell.alerts.notice.what.said_in(shell.language.words)
    window.go(Place("settings"))
    assert prefix(window).text() == before

    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    speak(shell, Language.FR)
    assert heading(window) == "Membres"
    speak(shell, Language.EN)

    application.first_page()
    assert windows() == []
    assert heading(opened(application, register, qtbot)) == "Home"
    close(application)
    assert windows() == []


def test_nothing_of_a_register_stays_when_its_window_is_closed(shell: Shell, register: Path, qtbot: QtBot) -> None:
    application = Application(shell)
    window = opened(application, register, qtbot)
    for name in ("texts", "session"):
        window.go(Place(name), keyboard=True)
    QApplication.processEvents()
    assert application._office is not None
    services = application._office.desk.services
    kept = [weakref.ref(part) for part in (services.store, services.states, services.spelling)]
    del window, services
    application.first_page()
    assert windows() == []
    gc.collect()
    assert [part() for part in kept] == [None, None, None]
    close(application)


def test_while_a_register_is_open_the_day_is_that_of_its_secretariat(
    shell: Shell, register: Path, qtbot: QtBot
) -> None:
    now = datetime.datetime.now(datetime.UTC)
    east, west = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # 25 hours apart: never the same day
    application = Application(shell)
    opened(application, register, qtbot)
    assert application._office is not None
    settings = application._office.desk.services.settings
    days = []
    for zone in (east, west):
        settings.save(replace(settings.read(), time_zone=zone))
        days.append(today())
    assert days[0] > days[1]
    assert days[0] in {(now + datetime.timedelta(hours=hours)).date() for hours in (14, 15)}
    application.first_page()
    assert today() in {now.date(), datetime.datetime.now(datetime.UTC).date()}
    close(application)


def test_another_register_has_the_size_and_place_of_the_window_before_it(
    shell: Shell, register: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """It went back to the size of the last start."""
    application = Application(shell)
    window = opened(application, register, qtbot)
    window.resize(800, 620)
    QApplication.processEvents()
    other = tmp_path / "other.nmirf"
    shutil.copy(register, other)
    application.open(other)
    (shown,) = (one for one in windows() if one.isVisible())
    assert shown is not window
    assert (shown.width(), shown.height()) == (800, 620)
    application.first_page()


def test_the_number_beside_rules_is_that_of_the_day_shown(shell: Shell, register: Path, qtbot: QtBot) -> None:
    application = Application(shell)
    window = opened(application, register, qtbot)
    day = datetime.date(2030, 1, 1)
    window.show_as_of(day)
    window.go(Place("rules"))
    rules = window.shown
    assert isinstance(rules, RulesScreen)
    states = [one.state for one in rules.list.model.rows]
    counted = states.count(FindingState.NOT_KEPT) or states.count(FindingState.DUE)
    badges = window._navigation._badges
    qtbot.waitUntil(lambda: "rules" in badges and badges["rules"].count == counted, timeout=5000)
    window.show_as_of(None)
    states = [one.state for one in rules.list.model.rows]
    counted = states.count(FindingState.NOT_KEPT) or states.count(FindingState.DUE)
    qtbot.waitUntil(lambda: (badges["rules"].count if "rules" in badges else 0) == counted, timeout=5000)
    close(application)
    assert windows() == []


def test_registers_are_opened_one_after_the_other_in_three_languages(
    shell: Shell, register: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.nmirf"
    shutil.copy(register, other)
    application = Application(shell)
    for number in range(9):
        window = opened(application, (register, other)[number % 2], qtbot)
        for name in ("members", "minutes", "documents"):
            window.go(Place(name))
        speak(shell, list(Language)[number % 3])
        if number % 4 == 3:
            application.first_page()
            assert windows() == []
    close(application)
    assert windows() == []


def test_copies_that_a_killed_program_left_are_gone_after_the_start(
    shell: Shell, register: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / f"{PREFIX_OF_COPIES}left"
    left.mkdir(mode=0o700)
    (left / LOCK).touch()
    (left / "letter.pdf").write_bytes(b"%PDF-1")
    application = Application(shell)
    opened(application, register, qtbot)
    qtbot.waitUntil(lambda: not left.exists(), timeout=5000)
    close(application)
    assert windows() == []


def test_no_key_of_a_screen_is_one_of_the_windows(shell: Shell, register: Path, qtbot: QtBot) -> None:
    """Qt runs neither of two that have one key."""
    application = Application(shell)
    window = opened(application, register, qtbot)
    general = {one.shortcut().toString() for one in window._menus.commands} - {""}
    clashes = {}
    for name in SCREENS:
        window.go(Place(name))
        assert window.shown is not None
        own = {one.shortcut().toString() for one in window.shown.actions()} - {""}
        clashes[name] = own & general
    close(application)
    assert not any(clashes.values()), clashes


def test_spelling_is_checked_in_the_window_and_ends_with_the_register(
    shell: Shell, register: Path, qtbot: QtBot
) -> None:
    others = set(windows())
    application = Application(shell)
    window = opened(application, register, qtbot)
    window.go(Place("texts"))
    to_front(window, qtbot)
    act = next(one for one in window._menus.commands if one.label == "Next misspelled word")
    act.trigger()
    assert shell.alerts.notice is not None
    assert shell.alerts.notice.what.said_in(shell.language.words) == "No word further on is misspelled."
    line = next(one for one in window.findChildren(TypedText) if one.isVisible() and one.tongue is Language.EN)
    line.setFocus()
    line.insert("Wrongg ")
    line.moveCursor(QTextCursor.MoveOperation.Start)
    act.trigger()
    assert line.textCursor().selectedText() == "Wrongg"
    line.undo()
    close(application)
    qtbot.waitUntil(lambda: others.issuperset(windows()), timeout=5000)


@pytest.mark.parametrize("voting", [True, False])
def test_where_a_vote_or_a_sitting_was_open_the_window_opens_in_the_room(
    shell: Shell, tmp_path: Path, qtbot: QtBot, voting: bool
) -> None:
    """After an end by force in a roll call it opened on Home, one key away from the room."""
    register = tmp_path / "room.nmirf"
    meeting, item, sitting = registers.networked(register)
    with open_register(register, author="Rapporteur") as store:
        desk = Secretariat(store)
        desk.sittings.open(sitting.key, item.key)
        if voting:
            asked = Ballot(meeting.key, item.key, Method.ROLL_CALL, kind=VoteKind.PROCEDURAL, question=said("Suspend"))
            desk.voting.open(asked)
    application = Application(shell)
    window = opened(application, register, qtbot)
    qtbot.waitUntil(lambda: heading(window) == "Session: NMIRF/2026", timeout=5000)
    session = window.shown
    assert isinstance(session, SessionScreen)
    if voting:
        assert session.ballots.view.board is not None
        assert not session.ballots.view.board.closed
        qtbot.waitUntil(lambda: QApplication.focusWidget() is session.ballots.view.call, timeout=5000)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert heading(window) == "Home"
    assert windows()
    application.first_page()


def test_a_sitting_that_was_left_open_long_ago_leads_to_no_room(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    register = tmp_path / "room.nmirf"
    _, item, sitting = registers.networked(register)
    before = registers.Hand(datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2))
    with open_register(register, author="Rapporteur", clock=before) as store:
        Secretariat(store, before).sittings.open(sitting.key, item.key)
    application = Application(shell)
    window = opened(application, register, qtbot)
    QTest.qWait(100)
    assert heading(window) == "Home"
    application.first_page()


@pytest.fixture
def ahead(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreensAhead]:
    """What loads screens ahead, in a program that is always at rest; Python's collection is as before afterwards."""
    monkeypatch.setattr("nmirf_desktop.ui.collected_at_rest.REST", 0)
    monkeypatch.setattr("nmirf_desktop.app.SETTLED", 200)
    usual = gc.get_threshold()
    rest = CollectedAtRest(qapp)
    made = ScreensAhead(rest, qapp)
    yield made
    made.let_go()
    shiboken6.delete(made)
    shiboken6.delete(rest)
    gc.enable()
    gc.unfreeze()
    gc.set_threshold(*usual)


def has_minutes(window: MainWindow) -> bool:
    """Whether the screen of minutes was made, and has read them."""
    made = window.findChild(MinutesScreen)
    return made is not None and bool(made.list.model.rows)


def test_what_is_done_at_rest_has_a_turn_for_each_step(ahead: ScreensAhead, qtbot: QtBot) -> None:
    """For a key may be waiting."""
    ahead._left.clear()
    done: list[str] = []
    ahead.then(lambda: done.append("made"))
    ahead.then(lambda: done.append("read"))
    assert done == ["made"]
    qtbot.waitUntil(lambda: done == ["made", "read"])


def test_minutes_are_made_and_read_at_rest_in_each_register_and_what_is_shown_stays(
    shell: Shell, register: Path, tmp_path: Path, ahead: ScreensAhead, qtbot: QtBot
) -> None:
    application = Application(shell)
    application.look_ahead(ahead)
    for path in (register, Path(shutil.copyfile(register, tmp_path / "other.nmirf"))):
        window = opened(application, path, qtbot)
        qtbot.waitUntil(partial(has_minutes, window), timeout=60_000)
        made = window.findChild(MinutesScreen)
        assert made is not None
        assert (heading(window), made.isVisible()) == ("Home", False)
        with qtbot.assertNotEmitted(made.been_read):
            window.go(Place("minutes"))
        assert window.shown is made
        assert (made.isVisible(), heading(window)) == (True, "Minutes")
    close(application)
