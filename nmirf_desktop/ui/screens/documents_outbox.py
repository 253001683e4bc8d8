"""How documents leave the house: what is asked before, the files that are written, the versions that are issued."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.gaps import Gap, lacking
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.documents_gaps import EXPORT, ISSUE, Kept, Leaving, detail, place_of
from nmirf_desktop.ui.screens.documents_issued import issue_told
from nmirf_desktop.ui.screens.documents_work import replacing, written
from nmirf_desktop.ui.theme import Tone

CANCELLED = N_("The export was cancelled: no file was written or changed.")
NOT_ISSUED = N_("Nothing was issued: it was cancelled.")


class Outbox(QObject):
    """Exports and issues; ``asked``: the first text that a document lacks is to be shown.

    *folder* asks the user for a folder under a title.
    """

    asked = Signal(object)

    def __init__(
        self,
        papers: Papers,
        jobs: Jobs,
        language: CurrentLanguage,
        alerts: Alerts,
        folder: Callable[[str], Path | None],
    ) -> None:
        super().__init__()
        self._papers, self._jobs, self._language, self._alerts = papers, jobs, language, alerts
        self._folder = folder

    @property
    def _words(self) -> Catalog:
        return self._language.words

    def export(self, request: Request, gaps: Sequence[Gap]) -> None:
        """Write the files of a document into a folder, after what there is to ask about it."""
        if not self._may_leave(request, gaps, EXPORT):
            return
        folder = self._folder(self._words.gettext("The folder for the files"))
        if folder is None or not self._may_replace(self._papers.standing(request, folder)):
            return
        job = self._jobs.start(
            N_("Exporting"),
            lambda report: self._papers.export(request, folder, report),
            lambda files: self._alerts.show(written(folder, files)),
        )
        job.cancelled.connect(lambda: self._alerts.say(CANCELLED, Tone.NEUTRAL))

    def issue(self, request: Request, gaps: Sequence[Gap], on: datetime.date) -> None:
        """Issue a document on a day, after what there is to ask about it."""
        if not self._may_leave(request, gaps, ISSUE):
            return
        known = frozenset(one.key for one in self._papers.issued(request.meeting))
        job = self._jobs.start(
            N_("Issuing"),
            lambda report: self._papers.issue(request, on, report),
            lambda issued: self._alerts.show(issue_told(known, issued)),
        )
        job.cancelled.connect(lambda: self._alerts.say(NOT_ISSUED, Tone.NEUTRAL))

    def export_issued(self, issued: IssuedDocument) -> None:
        """Write the file of an issued document into a folder, as it left the house."""
        folder = self._folder(self._words.gettext("The folder for the files"))
        if folder is None or not self._may_replace(self._papers.standing_issued(issued, folder)):
            return
        with self._alerts.guard():
            self._alerts.show(written(folder, (self._papers.export_issued(issued, folder),)))

    def _may_leave(self, request: Request, every: Sequence[Gap], leaving: Leaving) -> bool:
        """Ask about missing and outdated texts before files leave the house; else the banner leads to the first."""
        gaps, words = lacking(every, request.editions), self._words
        question = words.gettext("The document is not complete in every language.")
        keep = words.gettext("Complete the texts first")
        if not gaps or self._alerts.confirm(question, words.gettext(leaving.act), keep, detail(gaps, words)):
            return True
        show = Offer(N_("Go to the text"), lambda: self.asked.emit(place_of(gaps[0])))
        self._alerts.show(Notice(Kept(leaving, gaps[0]), offers=(show,)))
        return False

    def _may_replace(self, names: tuple[str, ...]) -> bool:
        """Ask before files are replaced."""
        if not names:
            return True
        words = self._words
        question = replacing(names, words)
        return self._alerts.confirm(question, words.gettext("Replace"), words.gettext("Keep"), "\n".join(names))
