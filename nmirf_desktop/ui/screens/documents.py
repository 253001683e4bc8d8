"""Documents: what each says page by page, what it still lacks, its files, and those that were issued."""

import datetime
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.editions import TOGETHER, Edition
from nmirf_desktop.domain.issued import STANDING, DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.unreviewed import concerning
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.requests import TO_EACH, Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.choosing import Choose, DocumentFiles
from nmirf_desktop.ui.jobs import Job, Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page, Section
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.documents_archive import ArchiveAction
from nmirf_desktop.ui.screens.documents_check import CheckAction
from nmirf_desktop.ui.screens.documents_choice import OF_A_PART, DocumentForm, IssueLine, Languages
from nmirf_desktop.ui.screens.documents_issued import IssuedList, issued_name
from nmirf_desktop.ui.screens.documents_outbox import Outbox
from nmirf_desktop.ui.screens.documents_pages import Pages
from nmirf_desktop.ui.screens.documents_sides import Sides
from nmirf_desktop.ui.screens.documents_word import WordAction
from nmirf_desktop.ui.screens.documents_work import (
    Prepared,
    joined,
    prepare,
)

KEPT = N_("Keep the files in the register as they are now, and number the version")
NO_DAY = Phrase(N_("Choose the day as of which the document is made."))
NO_MEETING = Phrase(N_("There is no meeting yet: plan one, and its documents appear here."))
NONE_HERE = Phrase(N_("No letter is written in this language: choose another one above the pages."))
NO_PAGES = Phrase(N_("The pages were not prepared. Choose the document again to see them."))


class DocumentsScreen(Screen):
    """Choice, gaps and issued documents at the left; the pages at the right."""

    title = N_("Documents")
    icon = "files"
    subjects = frozenset(Subject)
    help_page = "documents"
    further_keys = ("Ctrl+F", "F3", "Shift+F3", "F6", "F11")

    def __init__(
        self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts, memory: Memory | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk, self._papers, self._jobs = desk, desk.papers, jobs
        self._preparing: Job | None = None
        self._wanted: object = None
        self._prepared: Prepared | None = None
        self._begun = self._own_meeting = self._shows_issued = False
        self._day: datetime.date | None = None
        files = DocumentFiles(language, memory)
        self.choose_folder: Choose = files.folder
        self.choose_pdf: Choose = files.pdf
        self.outbox = Outbox(self._papers, jobs, language, alerts, lambda title: self.choose_folder(self, title))
        self.form, self.languages, self.issuing = DocumentForm(language), Languages(), IssueLine()
        self.about = self.form.meeting
        self.issued, self.pages = IssuedList(language, alerts, desk.dispatches.since_issued), Pages(language)
        self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        choices, tongues = Page(), Section(N_("Languages to export and issue"), self.language)
        tongues.add(self.languages)
        tongues.add(self.issuing)
        for part in (self.form, tongues):
            choices.add(part)
        self.sides = Sides(choices, self.issued, self.pages, language)
        self._check = CheckAction(self._papers, (self.issued, self.sides), alerts, self._ask, self)
        column.addWidget(self.sides)
        self._connect()
        self._make_keys()
        self.retranslate()

    def _make_actions(self) -> None:
        self._export = Action(N_("Export …"), self._begin_export, Look("download", "Ctrl+E", primary=True), self)
        self._issue = Action(N_("Issue"), self._begin_issue, Look("send", "Ctrl+Shift+I", hint=KEPT), self)
        self.word = WordAction(self._desk, (self.form, self.languages), self.outbox, self)
        self.archive = ArchiveAction(self._desk, self.form, self.outbox, self)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.languages.changed.connect(self._enable)
        for part in (self.languages, self.outbox, self.issued):
            part.asked.connect(self.asked)
        self.pages.asked.connect(self._prepare)
        self.outbox.dated.connect(self.dated)
        self.issued.detail.again.connect(lambda: self.outbox.export_issued(self.issued.shown))
        self.issued.detail.look.connect(self._show_issued)
        self.issued.table.opened.connect(lambda _issued: self._show_issued())
        self.issued.table.selected.connect(lambda _issued: self._follow())
        self.sides.left.currentChanged.connect(lambda _tab: self._follow())

    def _make_keys(self) -> None:
        search = self.pages.search
        on, back = partial(search.step, 1), partial(search.step, -1)
        acts = (search.begin, on, back, self._cross, self.pages.widen.toggle)
        for keys, act in zip(self.further_keys, acts, strict=True):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _cross(self) -> None:
        """Carry the keyboard from the choices to the pages, and back."""
        reading = self.pages.isAncestorOf(self.focusWidget()) and not self.sides.left.isHidden()
        target = self.form.kind if reading else self.pages.views[0]
        self.sides.reveal(target)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_keyboard(self, held: QWidget | None = None) -> None:
        """Begin with the choice of the document, or go on where the keyboard was."""
        if held is None and self.form.isVisible():
            self.form.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_keyboard(held)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Export, save for a word processor, issue, archive, check."""
        return [self._export, self.word, self._issue, self.archive, self._check]

    # -- showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the meetings and the issued documents, and prepare the pages again."""
        with self.alerts.guard():
            self.form.meeting.offer(self._desk.meetings.list())
            if self._day != self.on:
                self._day = self.on
                self.form.on.load(self.on, over=True)
            self.issued.table.show_rows(sorted(self._papers.issued(), key=lambda one: one.entry, reverse=True))
            if not self._begun:
                self._begin()
        self._prepare()
        self._follow()

    def _begin(self) -> None:
        """The document that one comes for first: the agenda of the next meeting, else the last minutes."""
        self._begun = True
        for kind in (DocumentKind.AGENDA, DocumentKind.MINUTES):
            try:
                meeting = self._papers.meeting(kind)
            except Problem:
                continue
            self.form.kind.load(kind, over=True)
            self.form.meeting.load(meeting, over=True)
            return

    def _edited(self, name: str) -> None:
        """Another kind comes with its usual meeting, but for one that was chosen for it and fits."""
        if name == "meeting":
            self._own_meeting = True
        elif name == "kind":
            self._find_meeting()
            self.languages.usual()
        self._prepare()

    def _find_meeting(self) -> None:
        """The meeting that the command line would take, where the one chosen does not fit the kind or nobody chose."""
        kind, chosen = self.form.kind.value(), self.form.meeting.value()
        if kind is None or kind in STANDING or chosen is None:
            return
        if self._own_meeting and self._papers.fits(kind, chosen.key):
            return
        with suppress(Problem):  # where there is none, the pages say why
            self.form.meeting.load(self._papers.meeting(kind), over=True)
            self._own_meeting = False

    def request(self, *editions: Edition) -> Request | None:
        """The document chosen, in some editions; ``None`` where there is no meeting."""
        return self.form.request(*editions)

    def _prepare(self) -> None:
        """Typeset what is chosen, beside the window; what was begun before is given up."""
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None
        self._offer_parts()
        self.languages.offer(self.form.kind.value())
        self.pages.offer(self.form.kind.value())
        request = self.request(*self.pages.editions())
        self._prepared, self._shows_issued = None, False
        self._enable()
        if request is None:
            no_day = self.form.dated and self.form.on.value() is None
            self.pages.say(NO_DAY if no_day else NO_MEETING)
            return
        self._wanted = wanted = object()
        self.pages.say(None)
        job = self._jobs.start(
            N_("Preparing the pages"),
            lambda report: prepare(self._papers, request, report),
            lambda prepared: self._show(wanted, replace(request, editions=()), prepared),
        )
        if self._wanted is wanted:
            self._preparing = job
            job.cancelled.connect(lambda: self._give_up(wanted))
            job.failed.connect(lambda _error: self._give_up(wanted))

    def _give_up(self, wanted: object) -> None:
        """The pages were cancelled, or could not be made: nothing is awaited any more."""
        if wanted is self._wanted and isValid(self):
            self._preparing = self._wanted = None
            if not self._shows_issued:
                self.pages.say(NO_PAGES)

    def _offer_parts(self) -> None:
        """The fields that the kind asks for, with the decisions or votes of the meeting, or the calls of the day."""
        kind, meeting = self.form.kind.value(), self.form.meeting.value()
        of = meeting.key if meeting is not None and not self.form.standing else None
        self.form.fit()
        self.form.offer_parts(self._papers.parts(kind, of, self.form.on.value()) if kind is not None else ())

    def _show(self, wanted: object, document: Request, prepared: Prepared) -> None:
        if wanted is not self._wanted or not isValid(self):
            return
        self._preparing = self._wanted = None
        problem = prepared.problem
        if problem is None or prepared.unprintable:
            self._prepared = prepared
            self.languages.show_gaps(prepared.gaps, self.words, prepared.unprintable, prepared.upcoming)
        if problem is None and not self._shows_issued:  # else the pages are another file's meanwhile
            self.pages.show_files({edition: joined(files) for edition, files in prepared.files.items()}, document)
            if not prepared.files:
                self.pages.say(NONE_HERE)
        elif not self._shows_issued:
            self.pages.say(problem)
        self._enable()

    def _enable(self) -> None:
        there = self._prepared is not None
        some = there and bool(self.languages.chosen())
        self.languages.setEnabled(there)
        self.word.fit()
        self.archive.fit()
        self._export.setEnabled(some)
        self._issue.setEnabled(some and not self.form.large.value() and not self._desk.store.read_only)
        self._foretell()

    def _foretell(self) -> None:
        """Say what an issue would keep, before it is pressed."""
        prepared, request = self._prepared, self.request(*self.languages.chosen())
        if prepared is None or request is None or not self._issue.isEnabled():
            self.issuing.tell((), (), self.words)
            return
        wanted = [one for one in prepared.upcoming if one.edition in request.sent.editions]
        notes = (Phrase(TO_EACH),) if request.sent != request else ()
        self.issuing.tell(wanted, (*notes, *concerning(prepared.cautions, request.sent.editions)), self.words)

    def go_to(self, key: str) -> None:
        """Show a document by "kind:meeting", "kind:call" or "kind:", an issued one by its key, or an agenda.

        A version of an agenda is shown by "agenda:meeting:version", an edition in three languages likewise by its word,
        and a corrigendum in a language that it has by "corrigendum:meeting:key:language".
        """
        self._be_read()
        if self.issued.table.select(key):
            self.sides.reveal(self.issued)
            self._show_issued()
            return
        name, meeting, version = ("", key, "") if ":" not in key else (*key.split(":", 2), "")[:3]
        kind = {str(one): one for one in DocumentKind}.get(name, DocumentKind.AGENDA)
        found = self._meeting(meeting)
        if found is None and kind not in (*STANDING, DocumentKind.DECISIONS):
            return
        if not self.issued.isHidden():
            self.sides.reveal(self.form)
        self.form.kind.load(kind, over=True)
        self.form.every.load(found is None, over=True)
        if found is not None:
            self.form.meeting.load(found, over=True)
            self._own_meeting = True
        version, _, edition = ("", "", version) if version in TOGETHER else version.partition(":")
        if edition:
            self.pages.show_edition(kind, Edition(edition))
        part = version if found is not None else meeting
        if part or kind in (*OF_A_PART, DocumentKind.DISPATCH):  # a certificate of no part is that of all
            self._offer_parts()
            self.form.choose_part(part)
        self._prepare()

    def _meeting(self, key: str) -> Meeting | None:
        return next((one for one in self._desk.meetings.list() if one.key == key), None)

    def current_key(self) -> str:
        """The document shown: "kind:meeting" with ":part" of one, "kind:part", or "kind:" where it is of no meeting."""
        if (request := self.request()) is None:
            return ""
        of = (request.part,) if request.kind in OF_A_PART else (request.meeting, request.part)
        return f"{request.kind}:{':'.join(filter(None, of))}"

    def meeting_key(self) -> str:
        """The meeting of the document shown, where it is of one."""
        return "" if self.form.kind.value() in STANDING else super().meeting_key()

    def take_up(self, meeting: str) -> None:
        """The same document of another meeting, where it has such a one."""
        kind = self.form.kind.value()
        if kind is not None and self._papers.fits(kind, meeting):
            self.go_to(f"{kind}:{meeting}")

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.languages.retranslate(self.words)
        if (known := self._prepared) is not None:
            self.languages.show_gaps(known.gaps, self.words, known.unprintable, known.upcoming)
            self._foretell()

    # -- acting ------------------------------------------------------------------------------------------------------

    def _begin_export(self) -> None:
        request = self.request(*self.languages.chosen())
        if request is not None and self._prepared is not None:
            self.outbox.export(request.sent, self._prepared)

    def _begin_issue(self) -> None:
        request = self.request(*self.languages.chosen())
        if request is not None and self._prepared is not None:
            self.outbox.issue(request.sent, self._prepared, self.on)

    def _follow(self) -> None:
        """The pages are those of what is chosen at the left: of the issued file, or of the document as it is now."""
        if self.issued.isVisible() and self.issued.table.current is not None:
            self._show_file()
        elif self.form.isVisible() and self._shows_issued:
            self._prepare()

    def _show_issued(self) -> None:
        self.sides.reveal(self.pages)
        self._show_file()

    def _show_file(self) -> None:
        with self.alerts.guard():  # about both, as what is refused of either stays said
            if (issued := self.issued.show_current()) is not None:
                self._shows_issued = True
                self.pages.show_one(self._papers.bytes_of(issued), issued_name(issued))

    def _ask(self, title: str) -> Path | None:
        return self.choose_pdf(self, self.words.gettext(title))
