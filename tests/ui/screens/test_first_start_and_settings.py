"""The first page and the settings: fit to be seen, in three languages, and each press does what it says."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from nmirf_desktop import __version__
from nmirf_desktop.domain.organisation import NETWORK_NAME, Organisation
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.help import Manual
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.menus import recent_name
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.first_start import Beginnings, FirstStart
from nmirf_desktop.ui.screens.settings import SettingsScreen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.theme import Scheme
from tests.ui.clipping import assert_presentable, theme


class Register:
    """The organisation's settings as a register keeps them, without the register."""

    def __init__(self) -> None:
        self.organisation = Organisation(network=NETWORK_NAME)

    def read(self) -> Organisation:
        return self.organisation

    def save(self, organisation: Organisation) -> None:
        if not organisation.symbol_prefix:
            raise Problem(N_("Choose columns"), {}, "symbol_prefix")
        self.organisation = organisation


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def screen(qtbot: QtBot, shell: Shell, register: Register) -> SettingsScreen:
    screen = SettingsScreen(register, shell.memory, shell.language, shell.alerts)
    qtbot.addWidget(screen)
    screen.show()
    return screen


def test_what_is_chosen_takes_effect_at_once(screen: SettingsScreen, shell: Shell) -> None:
    field = screen.window_form.language_field
    field.load(Language.ES, over=True)
    field._saved = Language.EN
    field._chosen()
    assert shell.language.language is Language.ES
    assert shell.memory.now.language is Language.ES
    assert screen.window_form.scheme._editor.itemText(1) == "Claros"


def test_another_size_of_text_is_remembered(screen: SettingsScreen, shell: Shell) -> None:
    screen.window_form.text_size._editor.setCurrentIndex(2)
    screen.window_form.text_size._chosen()
    assert shell.memory.now.text_percent == 150


def test_the_organisation_is_saved_field_by_field(screen: SettingsScreen, register: Register) -> None:
    prefix = screen.organisation_form.prefix
    prefix._editor.setText("NET")  # type: ignore[union-attr]
    prefix.flush()
    assert register.organisation.symbol_prefix == "NET"
    assert register.organisation.network == NETWORK_NAME


def test_what_the_register_refuses_is_said_under_the_field(screen: SettingsScreen, register: Register) -> None:
    prefix = screen.organisation_form.prefix
    prefix._editor.setText("")  # type: ignore[union-attr]
    prefix.flush()
    assert register.organisation.symbol_prefix == "NMIRF"
    assert screen.organisation_form._rows["symbol_prefix"]._wrong.isVisible()


def test_the_first_page_offers_three_ways_and_what_was_open_last(qtbot: QtBot, shell: Shell) -> None:
    done: list[str] = []
    shell.memory.keep(replace(shell.memory.now, recent=("/folder/network.nmirf",)))
    beginnings = Beginnings(
        lambda: done.append("new"), lambda: done.append("open"), lambda: done.append("sample"), done.append
    )
    page = FirstStart(shell, beginnings)
    qtbot.addWidget(page)
    for way in page._ways:
        way.button.click()
    page._recent[0].click()
    assert done == ["new", "open", "sample", "/folder/network.nmirf"]
    page._group.button(1).click()
    assert page._ways[0].button.text() == "Nouveau registre"
    assert shell.memory.now.language is Language.FR


def test_the_first_page_goes_by_the_keyboard(qtbot: QtBot, shell: Shell) -> None:
    done: list[str] = []
    shell.memory.keep(replace(shell.memory.now, recent=("/folder/network.nmirf",)))
    page = FirstStart(shell, Beginnings(lambda: done.append("new"), lambda: done.append("open"), int, done.append))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page._recent[0].hasFocus()
    QTest.keyClick(page._recent[0], Qt.Key.Key_Return)
    page._ways[0].button.setFocus()
    QTest.keyClick(page._ways[0].button, Qt.Key.Key_Enter)
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert done == ["/folder/network.nmirf", "new", "open"]


def test_the_settings_are_fit_to_be_seen(qtbot: QtBot, memory: Memory) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> SettingsScreen:
        return SettingsScreen(Register(), memory, language, alerts)

    assert_presentable(make)


def test_the_first_page_is_fit_to_be_seen(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> None:
    def make(language: CurrentLanguage, alerts: Alerts) -> FirstStart:
        settings = QSettings(str(tmp_path_factory.mktemp("settings") / "p.ini"), QSettings.Format.IniFormat)
        shell = Shell(language, theme(), alerts, InlineJobs(), ChangeFeed(), Memory(settings))
        shell.memory.keep(replace(shell.memory.now, scheme=Scheme.LIGHT, recent=("/folder/network.nmirf",)))
        return FirstStart(shell, Beginnings(int, int, int, str))

    assert_presentable(make)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_first_page_has_its_help_and_says_what_the_program_is(qtbot: QtBot, shell: Shell) -> None:
    page = FirstStart(shell, Beginnings(int, int, int, str))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_F1)
    manual = page.findChild(Manual)
    assert isinstance(manual, Manual)
    assert manual.isVisible()
    manual.close()
    page._about.click()
    box = page.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert __version__ in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(QMessageBox) is None)


def test_registers_of_one_name_are_told_apart_by_their_folders() -> None:
    home = Path.home()
    assert recent_name(str(home / "work" / "network.nmirf")) == f"network.nmirf — {Path('~/work')}"
    assert recent_name(str(Path("/media/stick/network.nmirf"))) == f"network.nmirf — {Path('/media/stick')}"
