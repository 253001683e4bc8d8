"""The composition root: preferences, a register, its services, the window."""

import datetime
import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import APPLICATION, TITLE, documents_folder, user_data
from nmirf_desktop.storage.errors import StorageError
from nmirf_desktop.storage.inspection import inspect_file
from nmirf_desktop.ui.bugs import BugReporter
from nmirf_desktop.ui.collected_at_rest import CollectedAtRest
from nmirf_desktop.ui.office import House, Office
from nmirf_desktop.ui.screens_ahead import ScreensAhead
from nmirf_desktop.ui.shell import Shell, make_shell
from nmirf_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from nmirf_desktop.ui.screens.first_start import FirstStart

PATTERN = "*.nmirf"
SAMPLE_MADE = N_("This is a sample: fictional facts to try everything in. Nothing in it is real.")
MAKING_SAMPLE = N_("The sample is being made …")
SETTLED = 2000
"""How long after the start the collection of garbage begins, and after a register was opened more is made."""


class Application:
    """Shows one register in its window, or the first page where none is open."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._first: FirstStart | None = None
        self._office: Office | None = None
        self._ahead: ScreensAhead | None = None

    def start(self, path: Path | None) -> None:
        """Open the register given, else show the first page."""
        if path is None or not self.open(path):
            self.first_page()

    def first_page(self) -> None:
        """Offer the ways to begin."""
        from nmirf_desktop.ui.screens.first_start import Beginnings, FirstStart

        self._leave()
        page = FirstStart(
            self._shell, Beginnings(self.new, self.choose, self.sample, lambda path: self.open(Path(path)))
        )
        page.show()
        self._first = page

    def open(self, path: Path) -> bool:
        """Show a register's window; where it cannot be opened, say why and stay."""
        try:
            inspect_file(path)
            if self._office is not None:
                self._office.window.remember_place()
            office = Office(self._shell, path, self._house())
        except (StorageError, Refusal, Problem) as refused:
            self._shell.alerts.refuse(refused)
            return False
        self._leave()
        self._shell.alerts.clear()
        memory = self._shell.memory
        memory.keep(memory.now.opened(str(path.resolve())))
        office.show()
        self._office = office
        if self._ahead is not None:
            QTimer.singleShot(SETTLED, office.window, partial(self._prepare, self._ahead))
        return True

    def look_ahead(self, ahead: ScreensAhead) -> None:
        """Load the screens beside the window, and make those of each register that are to open at once."""
        self._ahead = ahead
        self._prepare(ahead)
        ahead.go_on()

    def _prepare(self, ahead: ScreensAhead) -> None:
        """Have a screen of the open register made, then read, each in a turn of its own."""
        for step in (Office.make_ahead, Office.read_ahead):
            ahead.then(partial(self._of_office, step))

    def _of_office(self, step: Callable[[Office], None]) -> None:
        if self._office is not None:
            step(self._office)

    def _house(self) -> House:
        return House(
            new=self.new,
            choose=self.choose,
            open=lambda path: self.open(Path(path)),
            sample=self.sample,
            save_copy=self.save_copy,
            close=self.first_page,
            refuse=self._refused,
        )

    def _refused(self, refused: StorageError) -> None:
        """A register that looked sound could not be opened: its window goes, and the first page says why."""

        def make_way() -> None:
            self.first_page()
            self._shell.alerts.refuse(refused)

        QTimer.singleShot(0, make_way)

    def _leave(self) -> None:
        if self._first is not None:
            self._first.close()
            self._first.deleteLater()
            self._first = None
        if self._office is not None:
            self._office.close()
            self._office = None

    def new(self) -> None:
        """Ask for a name, make an empty register there, and open it."""
        path = self._ask_name(self._shell.language.words.gettext("New register"), "network.nmirf")
        if path is not None:
            self.make(path)

    def make(self, path: Path) -> None:
        """Make an empty register and open it."""
        from nmirf_desktop.services.opening import create

        with self._shell.alerts.guard():
            create(path, author=self._shell.memory.now.function)
            self.open(path)

    def choose(self) -> None:
        """Ask which register to open."""
        from nmirf_desktop.ui.choosing import file_to_open

        words = self._shell.language.words
        title, pattern = words.gettext("Open a register"), words.gettext("Registers") + f" ({PATTERN})"
        path = file_to_open(QApplication.activeWindow(), title, documents_folder(), pattern, words)
        if path is not None:
            self.open(path)

    def sample(self) -> None:
        """Make a sample register in the user's own folder, and open it."""
        today = datetime.datetime.now().astimezone().date()
        path = user_data() / "samples" / f"sample-{today.isoformat()}.nmirf"
        if path.exists():
            self.open(path)
            return
        self._shell.alerts.say(MAKING_SAMPLE, Tone.MUTED)

        def make(_report: object) -> Path:
            from nmirf_desktop.services.sample import make_sample

            path.parent.mkdir(parents=True, exist_ok=True)
            make_sample(path, today)
            return path

        self._shell.jobs.start(MAKING_SAMPLE, make, self._show_sample)

    def _show_sample(self, path: Path) -> None:
        if self.open(path):
            QTimer.singleShot(0, lambda: self._shell.alerts.say(SAMPLE_MADE, Tone.MUTED))

    def _ask_name(self, title: str, name: str) -> Path | None:
        from nmirf_desktop.ui.choosing import file_to_save

        words = self._shell.language.words
        pattern = words.gettext("Registers") + f" ({PATTERN})"
        path = file_to_save(QApplication.activeWindow(), title, documents_folder() / name, pattern, words)
        return path if path is None or path.suffix else path.with_suffix(".nmirf")

    def save_copy(self, source: Path) -> None:
        """Ask for a name and copy the register there."""
        from nmirf_desktop.storage.backup import back_up

        target = self._ask_name(self._shell.language.words.gettext("Save a copy"), f"{source.stem}-copy.nmirf")
        if target is not None:
            with self._shell.alerts.guard():
                back_up(source, target)
                self._shell.alerts.say(N_("A copy was saved as “{file}”."), Tone.GOOD, file=target.name)


def begin(arguments: Sequence[str]) -> tuple[QApplication, Application]:
    """Make the program and show its window, on the register named first in *arguments* where there is one.

    What is made until :data:`SETTLED` stays as long as the program: it is never looked through for garbage.
    """
    application = QApplication(["nmirf-desktop", *arguments])
    QCoreApplication.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(TITLE)
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APPLICATION, APPLICATION)
    shell = make_shell(application, settings)
    shell.memory.keep(replace(shell.memory.now))
    reporter = BugReporter(lambda: user_data() / "reports", shell.alerts, application)
    reporter.install()
    main = Application(shell)
    main.start(Path(arguments[0]) if arguments else None)
    QTimer.singleShot(SETTLED, application, partial(_settle, application, main))
    return application, main


def _settle(application: QApplication, main: Application) -> None:
    gc.freeze()
    gc.enable()
    main.look_ahead(ScreensAhead(CollectedAtRest(application), application))


def run(arguments: Sequence[str]) -> int:
    """Show the window until it is closed; the exit code."""
    application, _main = begin(arguments)
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    return code
