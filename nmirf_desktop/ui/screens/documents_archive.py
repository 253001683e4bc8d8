"""The action of the documents that writes everything of the meeting chosen into one archive."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.meeting_archive import ArchiveWritten, MeetingArchives
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Question
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.documents_choice import DocumentForm
from nmirf_desktop.ui.screens.documents_work import replacing, written
from nmirf_desktop.ui.theme import Tone

HINT = N_("Every issued document, certificate, record of dispatches and attached file, with a page that lists them")
CANCELLED = N_("The archive was not written: it was cancelled. No file was written or changed.")
WHICH = N_("Documents of this meeting were sent to addresses that are in the register. Are they to be in the archive?")
LEFT_OUT = N_("The archive was written, but these could not be made and are not in it: {problems}")


class ArchiveAction(Action):
    """Writes the archive of the meeting that is chosen in a form; *folder* asks the user for a folder."""

    def __init__(
        self,
        desk: Secretariat,
        form: DocumentForm,
        told: tuple[Jobs, Alerts, CurrentLanguage],
        folder: Callable[[str], Path | None],
        parent: QObject,
    ) -> None:
        look = Look("archive", hint=HINT, finds="zip")
        super().__init__(N_("Archive of the meeting …"), self._write, look, parent)
        self._desk, self._form, self._folder = desk, form, folder
        self._jobs, self._alerts, self._language = told

    def fit(self) -> None:
        """Be there where a document of a meeting is chosen."""
        self.setEnabled(self._meeting() is not None)

    def _meeting(self) -> Meeting | None:
        return None if self._form.standing else self._form.meeting.value()

    def _write(self) -> None:
        meeting, archives, words = self._meeting(), self._desk.archives, self._language.words
        if meeting is None:
            return
        with self._alerts.guard():
            addresses = self._addresses(archives, meeting)
            if addresses is None:
                self._alerts.say(CANCELLED, Tone.NEUTRAL)
                return
            folder = self._folder(words.gettext("The folder for the files"))
            if folder is None:
                return
            there = archives.standing(meeting.key, folder)
            if there and not self._alerts.confirm(
                replacing(there, words), words.gettext("Replace"), words.gettext("Cancel"), "\n".join(there)
            ):
                self._alerts.say(CANCELLED, Tone.NEUTRAL)
                return
            job = self._jobs.start(
                N_("Writing the archive"),
                lambda report: archives.write(meeting.key, folder, report, addresses=addresses),
                self._tell,
            )
            job.cancelled.connect(lambda: self._alerts.say(CANCELLED, Tone.NEUTRAL))

    def _addresses(self, archives: MeetingArchives, meeting: Meeting) -> bool | None:
        """Whether addresses are to be in it, which is asked where there are any; ``None``: nothing is to be written."""
        if not archives.addressed(meeting.key):
            return False
        words = self._language.words
        asked = Question(
            words.gettext(WHICH), words.gettext("Without addresses"), words.gettext("Cancel"),
            other=words.gettext("With addresses"),
        )  # fmt: skip
        chosen = self._alerts.choose(asked)
        return None if chosen == asked.keep else chosen == asked.other

    def _tell(self, done: ArchiveWritten) -> None:
        """Say where the archive is, and what could not be made."""
        if done.missing:
            problems = " ".join(one.said_in(self._language.words) for one in done.missing)
            self._alerts.say(LEFT_OUT, Tone.ATTENTION, problems=problems)
        else:
            self._alerts.show(written(done.path.parent, [done.path]))
