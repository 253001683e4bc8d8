"""The action of the documents that writes everything of the meeting chosen into one archive."""

from PySide6.QtCore import QObject

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.screens.documents_choice import DocumentForm
from nmirf_desktop.ui.screens.documents_outbox import Outbox

HINT = N_("Every issued document, certificate, record of dispatches and attached file, with a page that lists them")


class ArchiveAction(Action):
    """Writes the archive of the meeting that is chosen in a form, as an outbox asks and tells."""

    def __init__(self, desk: Secretariat, form: DocumentForm, outbox: Outbox, parent: QObject) -> None:
        look = Look("archive", hint=HINT, finds="zip")
        super().__init__(N_("Archive of the meeting …"), self._write, look, parent)
        self._desk, self._form, self._outbox = desk, form, outbox

    def fit(self) -> None:
        """Be there where a document of a meeting is chosen."""
        self.setEnabled(self._meeting() is not None)

    def _meeting(self) -> Meeting | None:
        return None if self._form.standing else self._form.meeting.value()

    def _write(self) -> None:
        meeting = self._meeting()
        if meeting is not None:
            self._outbox.archive(self._desk.archives, meeting.key)
