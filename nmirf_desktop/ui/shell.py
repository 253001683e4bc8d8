"""What every screen shares: language, look, alerts, long work, announcements, what the machine remembers."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.changeable import changed_keys
from nmirf_desktop.ui.changes import ChangeFeed
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.keys_in_force import use_keys
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
    use_keys(changed_keys(memory.now.keys))
    language = CurrentLanguage(memory.now.language, application)
    theme = Theme(application, memory.now.scheme, memory.now.text_percent)
    alerts = Alerts(language, parent=application)
    shell = Shell(language, theme, alerts, jobs or Jobs(application), ChangeFeed(application), memory)

    memory.changed.connect(lambda: apply_preferences(shell))
    return shell


def apply_preferences(shell: Shell) -> None:
    """Let language, look and keys be as the preferences say."""
    now = shell.memory.now
    rekeyed = use_keys(changed_keys(now.keys))
    if now.language is not shell.language.language:
        shell.language.switch(now.language)
    elif rekeyed:
        shell.language.say_again()
    shell.theme.use(now.scheme, now.text_percent)
