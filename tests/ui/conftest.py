"""The shell around a screen under test: real preferences in a temporary file, jobs at once, questions written down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.alerts import Alerts, Question
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import InlineJobs
from nmirf_desktop.ui.keys_in_force import use_keys
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.office import Office
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.shell import Shell, apply_preferences
from nmirf_desktop.ui.theme import Scheme
from tests import samples
from tests.ui.clipping import theme
from tests.ui.sampled import opened

OFFSCREEN = "This plugin does not support"
WALKS = {"test_office.py", "test_window.py", "test_openings.py", "test_plan_by_keys.py", "test_member_by_keys.py"}
"""The tests of the whole window, which each Python runs; what a single screen does, one of them tells."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of what it cannot ask of a window manager: sizes, raising, grabbing keys.

    Screens are tested on one Python: Qt is the same on each.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN, extend=True))
            if item.path.name not in WALKS:
                item.add_marker(pytest.mark.once)


@dataclass
class Answers:
    """Answers each question with ``yes``, or with its other way where it has one, and keeps the questions."""

    yes: bool = True
    other: bool = False
    asked: list[Question] = field(default_factory=list)

    def __call__(self, question: Question) -> str:
        self.asked.append(question)
        if self.other and question.other:
            return question.other
        return question.act if self.yes else question.keep


@pytest.fixture
def language(qapp: QApplication) -> Iterator[CurrentLanguage]:
    """English, also again after the test: Qt's own words, such as the names of keys, are the application's."""
    language = CurrentLanguage(Language.EN)
    yield language
    language.switch(Language.EN)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def alerts(language: CurrentLanguage, answers: Answers) -> Alerts:
    return Alerts(language, answers)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Preferences of light colours, as the shell begins: a window that keeps its place on closing restyles nothing."""
    settings = QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)
    settings.setValue("scheme", str(Scheme.LIGHT))
    return Memory(settings)


@pytest.fixture
def shell(qtbot: QtBot, language: CurrentLanguage, alerts: Alerts, memory: Memory) -> Iterator[Shell]:
    """A shell in English and in light colours; a change of preferences reaches language and look as in the program."""
    look = theme()
    look.use(Scheme.LIGHT, 100)
    shell = Shell(language, look, alerts, InlineJobs(), ChangeFeed(), memory)

    def apply() -> None:
        apply_preferences(shell)

    memory.changed.connect(apply)
    yield shell
    memory.changed.disconnect(apply)  # which holds the shell, and with it the register of the test
    use_keys({})


@pytest.fixture
def path(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample register."""
    return samples.sample(tmp_path_factory, tmp_path / "sample.nmirf")


@pytest.fixture
def office(path: Path, shell: Shell, qtbot: QtBot) -> Iterator[Office]:
    """The window of the sample register."""
    with opened(path, shell, qtbot) as office:
        yield office
