"""How documents leave the house: what is asked before, the files that are written, the versions that are issued."""

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.gaps import lacking
from nmirf_desktop.domain.happened import lies_ahead
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.unreviewed import concerning
from nmirf_desktop.domain.usual_messages import SENT
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.meeting_archive import ArchiveWritten, MeetingArchives
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.papers import Papers
from nmirf_desktop.services.requests import Request
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Question, Sentence
from nmirf_desktop.ui.gap_places import place_of
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import today
from nmirf_desktop.ui.screens.documents_gaps import EXPORT, ISSUE, Kept, Leaving, place_of_unprintable
from nmirf_desktop.ui.screens.documents_issued import issue_told
from nmirf_desktop.ui.screens.documents_versions import editions_to_issue
from nmirf_desktop.ui.screens.documents_work import Prepared, replacing, written
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unsettled import detail
from nmirf_desktop.ui.wordfiles import save_word

CANCELLED = N_("The export was cancelled: no file was written or changed.")
KEEP_OTHERS = N_("Keep them and write the others")
NO_ARCHIVE = N_("The archive was not written: it was cancelled. No file was written or changed.")
WHICH = N_("Documents of this meeting were sent to addresses that are in the register. Are they to be in the archive?")
LEFT_OUT = N_("The archive was written. This is not in it: {problems}")
ISSUED_AHEAD = N_(
    "The window shows {day}, a day to come, and a document is issued on the day on which it leaves the house. Nothing "
    "was issued: go back to today, or issue it on that day."
)
TELLS_AHEAD = N_("It tells how things stand on {day}, a day to come: what is recorded until then will not be in it.")
BACK = N_("Back to today")
CERTIFY = N_("Issue the certificate {document}? What is issued is kept for good.")
NOT_ISSUED = N_("Nothing was issued: it was cancelled.")


class Outbox(QObject):
    """Exports and issues; ``asked``: the first text that a document lacks is to be shown.

    *folder* asks the user for a folder under a title.
    """

    asked = Signal(object)
    dated = Signal(object)
    """Show the facts of another day; ``None`` is today."""

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

    def export(self, request: Request, prepared: Prepared) -> None:
        """Write the files of a document into a folder, after what there is to ask about it."""
        if not self._may_leave(request, prepared, EXPORT):
            return
        folder = self._folder(self._words.gettext("The folder for the files"))
        if folder is None:
            return
        every = sum(one.edition in request.editions for one in prepared.upcoming)
        keep = self._kept(self._papers.standing(request, folder), every)
        if keep is None:
            return
        job = self._jobs.start(
            N_("Exporting"),
            lambda report: self._papers.export(request, folder, report, keep=keep),
            lambda files: self._alerts.show(written(folder, files, keep)),
        )
        job.cancelled.connect(lambda: self._alerts.say(CANCELLED, Tone.NEUTRAL))

    def save_word(self, files: MinutesFiles, request: Request) -> None:
        """Write minutes for a word processor into a folder."""
        with self._alerts.guard():
            save_word(files, request, self._folder, (self._alerts, self._words))

    def archive(self, archives: MeetingArchives, meeting: Key) -> None:
        """Write everything of a meeting into one archive in a folder, after what there is to ask about it."""
        addresses = self._addresses(archives, meeting)
        folder = None if addresses is None else self._folder(self._words.gettext("The folder for the files"))
        if folder is None or addresses is None:
            return
        if self._kept(archives.standing(meeting, folder), 1) is None:
            return
        job = self._jobs.start(
            N_("Writing the archive"),
            lambda report: archives.write(meeting, folder, report, addresses=addresses),
            self._tell_archived,
        )
        job.cancelled.connect(lambda: self._alerts.say(NO_ARCHIVE, Tone.NEUTRAL))

    def _addresses(self, archives: MeetingArchives, meeting: Key) -> bool | None:
        """Whether addresses are to be in it, which is asked where there are any; ``None``: nothing is to be written."""
        if not archives.addressed(meeting):
            return False
        words = self._words
        asked = Question(
            words.gettext(WHICH), words.gettext("Without addresses"), words.gettext("Cancel"),
            other=words.gettext("With addresses"),
        )  # fmt: skip
        chosen = self._alerts.choose(asked)
        if chosen == asked.keep:
            self._alerts.say(NO_ARCHIVE, Tone.NEUTRAL)
            return None
        return chosen == asked.other

    def _tell_archived(self, done: ArchiveWritten) -> None:
        """Say where the archive is, and what could not be made."""
        if done.missing:
            problems = " ".join(one.said_in(self._words) for one in done.missing)
            self._alerts.say(LEFT_OUT, Tone.ATTENTION, problems=problems)
        else:
            self._alerts.show(written(done.path.parent, [done.path]))

    def issue(self, request: Request, prepared: Prepared, on: datetime.date) -> None:
        """Issue a document on a day, after what there is to ask about it."""
        if lies_ahead(on, today()):
            back = Offer(BACK, lambda: self.dated.emit(None))
            self._alerts.show(Notice(Phrase(ISSUED_AHEAD, {"day": on}), Tone.ATTENTION, offers=(back,), remarks=True))
            return
        ahead = request.on is not None and lies_ahead(request.on, today())
        chosen = editions_to_issue(request, prepared.upcoming, self._alerts, self._words)
        if chosen is None or not self._may_leave(chosen, prepared, ISSUE):
            return
        told = (Phrase(TELLS_AHEAD, {"day": request.on}),) if ahead else ()
        cautions = (*concerning(prepared.cautions, chosen.sent.editions), *told)
        if not self._minds(cautions) or not self._means(prepared):
            return
        known = frozenset(one.key for one in self._papers.issued(request.meeting))
        job = self._jobs.start(
            N_("Issuing"),
            lambda report: self._papers.issue(chosen, on, report),
            lambda issued: self._tell_issued(known, issued),
        )
        job.cancelled.connect(lambda: self._alerts.say(NOT_ISSUED, Tone.NEUTRAL))

    def _tell_issued(self, known: Collection[Key], issued: Sequence[IssuedDocument]) -> None:
        """Say what was issued, and offer to write those very files, and to send what is sent."""
        self._alerts.show(replace(issue_told(known, issued), offers=self._offers(issued)))

    def _offers(self, issued: Sequence[IssuedDocument]) -> tuple[Offer, ...]:
        """What to do with what was issued; it is offered until one of them is done."""
        export = Offer(N_("Export these files …"), lambda: self.export_issued(issued))
        if issued[0].kind not in SENT:
            return (export,)
        place = Place("distribution", f"!send:{issued[0].key}")
        return (export, Offer(N_("Send it …"), lambda: self.asked.emit(place)))

    def export_issued(self, issued: Sequence[IssuedDocument]) -> None:
        """Write the files of issued documents into a folder, as they left the house."""
        folder = self._folder(self._words.gettext("The folder for the files"))
        if folder is None:
            return
        there = tuple(name for one in issued for name in self._papers.standing_issued(one, folder))
        keep = self._kept(there, len(issued))
        if keep is None:
            self._alerts.show(Notice(Sentence(CANCELLED, {}), offers=self._offers(issued)))
            return
        with self._alerts.guard():
            files = self._papers.export_these((one for one in issued if one.name not in keep), folder)
            self._alerts.show(written(folder, files, keep))

    def _may_leave(self, request: Request, prepared: Prepared, leaving: Leaving) -> bool:
        """Refuse what cannot be printed, ask about missing and outdated texts; else the banner leads to the first."""
        languages = {language for edition in request.editions for language in edition.languages}
        for one in prepared.unprintable:
            if any(one.is_in(language) for language in languages):
                self._lead(Sentence(leaving.refused, {"found": one}), place_of_unprintable(one), Tone.ATTENTION)
                return False
        made = {one.edition for one in prepared.upcoming}
        gaps, words = lacking(prepared.gaps, (one for one in request.editions if one in made)), self._words
        question = words.gettext("The document is not complete in every language.")
        keep = words.gettext("Complete the texts first")
        if not gaps or self._alerts.confirm(question, words.gettext(leaving.act), keep, detail(gaps, words)):
            return True
        self._lead(Kept(leaving, gaps[0]), place_of(gaps[0]))
        return False

    def _lead(self, what: Sayable, place: Place | None, tone: Tone = Tone.NEUTRAL) -> None:
        """Say why nothing left the house, with the way to the text."""
        show = () if place is None else (Offer(N_("Go to the text"), lambda: self.asked.emit(place)),)
        self._alerts.show(Notice(what, tone, offers=show))

    def _minds(self, cautions: Sequence[Sayable]) -> bool:
        """Ask where there is something to know before a document is issued."""
        words = self._words
        said = "\n".join(caution.said_in(words) for caution in cautions)
        question = words.gettext("Issue the document?")
        return not said or self._alerts.confirm(
            question, words.gettext("Issue it"), words.gettext("Do not issue"), said
        )

    def _means(self, prepared: Prepared) -> bool:
        """Ask of which meeting a certificate is meant to be: it is signed, and what was issued is kept for good."""
        if prepared.certifies is None or all(one.said for one in prepared.upcoming):
            return True
        words = self._words
        question = words.gettext(CERTIFY).format(document=prepared.certifies.said_in(words))
        return self._alerts.confirm(question, words.gettext("Issue it"), words.gettext("Do not issue"))

    def _kept(self, there: tuple[str, ...], every: int) -> tuple[str, ...] | None:
        """The files that stay as they are, of those that are *there* already, among *every* one to be written.

        ``None``: nothing is to be written, which is said.
        """
        if not there:
            return ()
        words = self._words
        others = words.gettext(KEEP_OTHERS) if len(there) < every else ""
        asked = Question(
            replacing(there, words), words.gettext("Replace"), words.gettext("Cancel"), "\n".join(there), others
        )
        chosen = self._alerts.choose(asked)
        if chosen == asked.keep:
            self._alerts.say(CANCELLED, Tone.NEUTRAL)
            return None
        return () if chosen == asked.act else there
