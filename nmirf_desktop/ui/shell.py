"""What every screen shares: language, look, alerts, long work, announcements, what the machine remembers."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts around the screens, made once by the application."""

    language: CurrentLanguage
    theme: Theme
    alerts: Alerts
    jobs: Jobs
    feed: ChangeFeed
    memory: Memory


def make_shell(application: QApplication, settings: QSettings, jobs: Jobs | None = None) -> Shell:
    """The shell's parts as the preferences say; a change of preferences reaches language and look at once."""
    memory = Memory(settings, application)
    language = CurrentLanguage(memory.now.language, application)
    theme = Theme(application, memory.now.scheme, memory.now.text_percent)
    alerts = Alerts(language, parent=application)
    shell = Shell(language, theme, alerts, jobs or Jobs(application), ChangeFeed(application), memory)

    def apply() -> None:
        language.switch(memory.now.language)
        theme.use(memory.now.scheme, memory.now.text_percent)

    memory.changed.connect(apply)
    return shell
