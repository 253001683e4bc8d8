"""The whole window: a member with its letter and its focal point, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.app import Application
from nmirf_desktop.domain.attachments import Filing
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.members import MembersScreen
from nmirf_desktop.ui.shell import Shell
from tests import registers
from tests.ui import keyboard
from tests.ui.shells import close
from tests.ui.test_office import opened, to_front

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LETTER = [*[KEY.Key_Tab] * 4, KEY.Key_Space, KEY.Key_Tab, KEY.Key_Space, KEY.Key_Tab]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return registers.fresh(tmp_path / "network.nmirf")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """The scanned letter, copied in the system's own window of files."""
    path = tmp_path / "NV 7.pdf"
    path.write_bytes(b"%PDF-1.7 letter")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(carried)
    return path


def test_a_member_with_its_letter_and_focal_point_by_keys(
    shell: Shell, register: Path, scan: Path, qtbot: QtBot
) -> None:
    application = Application(shell)
    window = opened(application, register, qtbot)
    keyboard.press(window, KEY.Key_2, CONTROL)
    screen = window.shown
    assert isinstance(screen, MembersScreen)
    to_front(window, qtbot)
    keyboard.write(window, "keny")
    for key in (KEY.Key_Return, KEY.Key_Return, *LETTER):
        keyboard.press(window, key)
    keyboard.write(window, "NV/7")
    keyboard.press(window, KEY.Key_Tab)
    keyboard.press(window, KEY.Key_V, CONTROL)
    keyboard.press(window, KEY.Key_Return, CONTROL)
    to_front(window, qtbot)
    keyboard.press(window, KEY.Key_P, CONTROL | SHIFT)
    keyboard.write(window, "Ana Sosa")
    for _ in range(3):
        keyboard.press(window, KEY.Key_Tab)
    keyboard.write(window, "focal.point@ke.example.org")
    keyboard.press(window, KEY.Key_Return, CONTROL)
    line = screen.list.current
    assert line is not None
    assert (line.key, line.status, line.since) == ("KEN", MembershipKind.MEMBER, today())
    assert line.focal_point is not None
    assert (line.focal_point.family_name, line.focal_point.email) == ("Sosa", "focal.point@ke.example.org")
    file = screen.detail.status.file
    assert file is not None
    assert [(one.file.name, one.file.filing) for one in file.files] == [(scan.name, Filing.LETTER)]
    assert screen.list.view.hasFocus()
    to_front(window, qtbot)
    keyboard.press(window, KEY.Key_P, CONTROL | SHIFT)
    keyboard.write(window, "so")
    assert screen.detail.people.form.chosen._list.rows == (
        "Ana SOSA · Focal point of Kenya · Kenya · Focal point who votes · focal.point@ke.example.org",
    )
    keyboard.press(window, KEY.Key_Escape)
    keyboard.press(window, KEY.Key_Escape)
    assert screen.detail.people.designation.isVisible(), "the letters that were typed are kept"
    for _letter in "so":
        keyboard.press(window, KEY.Key_Backspace)
    keyboard.press(window, KEY.Key_Escape)
    keyboard.press(window, KEY.Key_Escape)
    assert not screen.detail.people.designation.isVisible()
    assert QApplication.focusWidget() is screen.list.view
    close(application)
