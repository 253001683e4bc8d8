"""Minutes for a word processor: saved as a file for each language, and taken in when a member corrected them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.corrected_minutes import CorrectedMinutes
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.minutes_corrected import Corrected
from nmirf_desktop.ui.wordfiles import save_word

SAVE = N_("Save for a word processor …")
TAKE_IN = N_("Take corrections in …")
SAVE_HINT = N_("A file for each language, in which members correct their own statements")
TAKE_HINT = N_("A file that a member corrected: tracked changes, comments, and what was changed without tracking")


class WordMinutes(QWidget):
    """What a corrected file asks for, and the actions that write and read such files.

    ``opened`` when a file is shown, ``closed`` when it is put away.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, desk: Secretariat, files: DocumentFiles, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._language, self._alerts, self._files = language, alerts, files
        self._written = MinutesFiles(desk.store, desk.states)
        self._corrected = CorrectedMinutes(desk.store, desk.states)
        self._meeting: Meeting | None = None
        self.choose_folder: Callable[[QWidget, str], Path | None] = files.folder
        self.choose_file: Callable[[QWidget, str], Path | None] = files.corrected
        self.preview = Corrected(self._corrected, language, alerts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        self.save = Action(SAVE, self._save, Look("file-pen", "Ctrl+Shift+E", hint=SAVE_HINT), self)
        self.take_in = Action(TAKE_IN, self._take_in, Look("upload", "Ctrl+Shift+I", hint=TAKE_HINT), self)
        self.preview.left.connect(self.closed)
        self.preview.recorded.connect(self.closed)

    def load(self, meeting: Meeting | None, *, begun: bool, open_still: bool) -> None:
        """The minutes of which meeting these are, whether they are begun, and whether they can still be corrected."""
        self._meeting = meeting
        self.save.setEnabled(meeting is not None)
        self.take_in.setEnabled(begun and open_still)

    def _save(self) -> None:
        if self._meeting is not None:
            request = Request(DocumentKind.MINUTES, self._meeting.key, SEPARATE)
            with self._alerts.guard():
                save_word(self._written, request, lambda title: self.choose_folder(self, title), self._alerts)

    def _take_in(self) -> None:
        path = self.choose_file(self, self._language.words.gettext(TAKE_IN))
        if path is not None and self._meeting is not None:
            with self._alerts.guard():
                shown = self._corrected.preview(self._corrected.read(path), self._meeting.key)
                self.opened.emit()
                self.preview.show_file(shown)

    def retranslate(self) -> None:
        """Say every word again."""
        self.preview.retranslate()
