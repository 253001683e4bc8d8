"""What cannot be opened is said in one sentence where the user stands, in the user's language; nothing is changed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.screens.first_start import FirstStart
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.window import MainWindow
from tests import samples
from tests.app.bad_registers import BAD
from tests.storage.places import mounts, read_only, small_disk
from tests.ui.shells import close, let_go

INSIDE = {"a table dropped", "a word of another program", "a day of another program", "text that is none"}
"""What is found out only when a screen reads it: the window stays, so that another register can be opened from it."""


@pytest.fixture
def shell(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A shell that is gone, with its theme's reach over the program, when the test is over; no window is open yet."""
    for left in QApplication.topLevelWidgets():
        if isinstance(left, FirstStart | MainWindow):
            left.close()
    settings = QSettings(str(tmp_path_factory.mktemp("settings") / "p.ini"), QSettings.Format.IniFormat)
    made = make_shell(qapp, settings)
    yield made
    let_go(made)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.sample(tmp_path_factory, tmp_path_factory.mktemp("sound") / "sound.nmirf")


def shown(kind: type[QWidget]) -> QWidget | None:
    """The window of a kind that is shown, if any."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def said(window: QWidget | None) -> str:
    """What the banner of a window says, empty where it is not shown."""
    banner = window.findChild(Banner) if window is not None else None
    return banner._text.text() if banner is not None and banner.isVisible() else ""


@pytest.fixture(params=[case for case in BAD if case not in INSIDE])
def path(request: pytest.FixtureRequest, sound: Path, tmp_path: Path) -> Iterator[Path]:
    """A path that is no register; it is as it was afterwards."""
    path = tmp_path / "bad.nmirf"
    BAD[request.param](sound, path)
    before = path.read_bytes() if path.is_file() else None
    around = set(tmp_path.iterdir())
    yield path
    assert (path.read_bytes() if path.is_file() else None) == before
    assert set(tmp_path.iterdir()) == around


@pytest.mark.parametrize("language", list(Language))
def test_what_is_no_register_is_said_on_the_first_page(
    shell: Shell, path: Path, sound: Path, qtbot: QtBot, language: Language
) -> None:
    shell.memory.keep(replace(shell.memory.now, language=language))
    application = Application(shell)
    application.start(path)
    qtbot.waitUntil(lambda: bool(said(shown(FirstStart))), timeout=5000)
    sentence = said(shown(FirstStart))
    assert "bad.nmirf" in sentence
    assert shell.alerts.notice is not None
    assert sentence == shell.alerts.notice.what.said_in(shell.language.words)
    assert shown(MainWindow) is None
    application.open(sound)
    qtbot.waitUntil(lambda: shown(MainWindow) is not None, timeout=5000)
    assert said(shown(MainWindow)) == "", "what was said of the other file is gone"
    close(application)


@mounts
def test_a_register_in_a_read_only_place_or_on_a_full_disk_is_shown_and_only_read(
    shell: Shell, sound: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sentences = []
    for number, full in enumerate((False, True)):
        with small_disk(tmp_path / f"disk{number}", "16m") as disk:
            path = Path(shutil.copyfile(sound, disk / "network.nmirf"))
            if full:
                (disk / "ballast").write_bytes(b"x" * shutil.disk_usage(disk).free)
            else:
                read_only(disk)
            before = path.read_bytes()
            application = Application(shell)
            application.start(path)
            qtbot.waitUntil(lambda: bool(said(shown(MainWindow))), timeout=5000)
            sentences.append(said(shown(MainWindow)))
            close(application)
            assert path.read_bytes() == before
    assert sentences == [
        "This register lies in a place that cannot be written. It can only be read.",
        "The disk is full. Until some space is free, this register can only be read.",
    ]
