"""The action of the documents that saves minutes for a word processor, in the languages that are chosen."""

from PySide6.QtCore import QObject

from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.screens.documents_choice import DocumentForm, Languages
from nmirf_desktop.ui.screens.documents_outbox import Outbox
from nmirf_desktop.ui.wordfiles import SAVE, SAVE_HINT, SAVE_KEYS


class WordAction(Action):
    """Saves the minutes that are chosen in a form, in the languages chosen beside it, as an outbox asks and tells."""

    def __init__(
        self, desk: Secretariat, chosen: tuple[DocumentForm, Languages], outbox: Outbox, parent: QObject
    ) -> None:
        super().__init__(SAVE, self._write, Look("file-text", SAVE_KEYS, hint=SAVE_HINT), parent)
        self._files = MinutesFiles(desk.store, desk.states)
        self._form, self._languages = chosen
        self._outbox = outbox

    def _request(self) -> Request | None:
        editions = [one for one in self._languages.chosen() if one in SEPARATE]
        return self._form.request(*editions) if editions else None

    def fit(self) -> None:
        """Be there for minutes alone, in a language at least."""
        self.setEnabled(self._form.kind.value() is DocumentKind.MINUTES and self._request() is not None)

    def _write(self) -> None:
        request = self._request()
        if request is not None:
            self._outbox.save_word(self._files, request)
