"""Minutes for a word processor: saved as a file for each language, and taken in when a member corrected them."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.corrected_minutes import NOTHING_ASKED, CorrectedFile, CorrectedMinutes
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.jobs import Job, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screens.minutes_corrected import Corrected
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.wordfiles import SAVE, SAVE_HINT, SAVE_KEYS, save_word

TAKE_IN = N_("Take corrections in …")
NOT_READ = N_("The file {file} was not read to its end, as you wished. Nothing was taken in; choose it again.")
TAKE_HINT = N_("A file that a member corrected: tracked changes, comments, and what was changed without tracking")


class WordMinutes(QWidget):
    """What a corrected file asks for, shown over what is in a *stack*; the actions that write and read such files.

    ``begun`` says that one of them begins, so that what is being typed is kept before; ``recorded`` that what a file
    asks for was recorded, once the file is put away.
    """

    begun = Signal()
    recorded = Signal()

    def __init__(
        self, desk: Secretariat, stack: QStackedLayout, language: CurrentLanguage, alerts: Alerts, jobs: Jobs
    ) -> None:
        super().__init__()
        self._language, self._alerts, self._jobs = language, alerts, jobs
        self._reading: Job | None = None
        self._wanted: object = None
        self._written = MinutesFiles(desk.store, desk.states)
        self._corrected = CorrectedMinutes(desk.store, desk.states)
        self._meeting: Meeting | None = None
        self._stack, self._under = stack, 0
        self._held: QWidget | None = None
        self.at_work = False
        self.remember_in(None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self)
        self.save = Action(SAVE, self._save, Look("download", SAVE_KEYS, hint=SAVE_HINT), self)
        self.take_in = Action(TAKE_IN, self._take_in, Look("upload", "Ctrl+Shift+I", hint=TAKE_HINT), self)
        language.changed.connect(self.retranslate)
        self.retranslate()

    @cached_property
    def preview(self) -> Corrected:
        """What a file asks for, made when the first one is taken in."""
        preview = Corrected(self._corrected, self._language, self._alerts)
        preview.left.connect(self.put_away)
        preview.recorded.connect(self.put_away)
        preview.recorded.connect(self.recorded)
        self._language.changed.connect(preview.retranslate)
        self._column.addWidget(preview)
        return preview

    def remember_in(self, memory: Memory | None) -> None:
        """Ask for files where the last ones were, from one day to the next."""
        files = DocumentFiles(self._language, memory)
        self.choose_folder: Callable[[QWidget, str], Path | None] = files.folder
        self.choose_file: Callable[[QWidget, str], Path | None] = files.corrected

    @property
    def actions_of(self) -> list[Action]:
        """What can be done, for the screen’s head."""
        return [self.save, self.take_in]

    def load(self, meeting: Meeting | None, *, begun: bool, locked: bool) -> None:
        """The minutes of which meeting these are, whether they are begun, and whether they are only read."""
        same = meeting is not None and self._meeting is not None and meeting.key == self._meeting.key
        self._meeting = meeting
        if not same:
            self._stop_reading()
        self.save.setEnabled(meeting is not None)
        self.take_in.setEnabled(begun and not locked)
        if self.at_work and same:
            self._come()
        self.at_work = self.at_work and same

    def _come(self) -> None:
        """Be shown, and know what is under it."""
        if self._stack.currentWidget() is not self:
            self._under = self._stack.currentIndex()
            self._stack.setCurrentWidget(self)

    def put_away(self) -> None:
        """Show again what was there, with the keyboard where it was."""
        self.at_work = False
        self._stack.setCurrentIndex(self._under)
        if self._held is not None and isValid(self._held):
            self._held.setFocus()

    def _save(self) -> None:
        self.begun.emit()
        if self._meeting is not None:
            request = Request(DocumentKind.MINUTES, self._meeting.key, SEPARATE)
            with self._alerts.guard():
                save_word(self._written, request, self._folder, (self._alerts, self._language.words))

    def _folder(self, title: str) -> Path | None:
        return self.choose_folder(self, title)

    def _take_in(self) -> None:
        self._held = QApplication.focusWidget()
        self.begun.emit()
        path, meeting = self.choose_file(self, self._language.words.gettext(TAKE_IN)), self._meeting
        if path is not None and meeting is not None:
            self._stop_reading()
            self._wanted = wanted = object()
            self._reading = job = self._jobs.start(
                N_("Reading the corrections"),
                lambda report: self._corrected.look(path, meeting.key, report),
                lambda shown: self._show_file(shown) if isValid(self) and self._wanted is wanted else None,
            )
            job.cancelled.connect(lambda: self._alerts.say(NOT_READ, Tone.NEUTRAL, file=path.name))

    def _stop_reading(self) -> None:
        """Another file or other minutes are wanted: what was being read is shown no more."""
        self._wanted = None
        if self._reading is not None:
            self._reading.cancel()

    def _show_file(self, shown: CorrectedFile) -> None:
        """Show what a file asks for, after what was typed while it was read is kept."""
        self._reading = None
        if not shown.corrections:
            self._alerts.say(NOTHING_ASKED, Tone.NEUTRAL, file=shown.file)
            return
        self.begun.emit()
        with self._alerts.guard():
            self.at_work = True
            self._come()
            self.preview.show_file(shown)

    def retranslate(self) -> None:
        """Say every word again."""
        for action in self.actions_of:
            action.retranslate(self._language.words)
