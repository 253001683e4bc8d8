"""A State's files: attached, opened to be read, saved as copies, renamed, refiled, removed."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from nmirf_desktop.domain.attachments import Attachment, Filing, Holder, HolderKind, NewFile
from nmirf_desktop.domain.refusals import Problems, Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import Arrival, opened, read_all
from nmirf_desktop.services.attachments import ATTACH, REMOVE, Attached, Filed
from nmirf_desktop.services.members import StateFile
from nmirf_desktop.ui.actions import with_keys
from nmirf_desktop.ui.alerts import Notice, Offer, Sentence
from nmirf_desktop.ui.attaching import told
from nmirf_desktop.ui.busy import busy
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.file_drop import DropHint, FileDrop, pasted_files
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.members_arrival import ArrivalCard
from nmirf_desktop.ui.screens.members_file_form import FileForm, file_row
from nmirf_desktop.ui.screens.members_part import Part, Parts
from nmirf_desktop.ui.theme import Tone, role

KEYS = "Ctrl+Shift+A"
ATTACH_FILES, SAVE, UNDO = N_("Attach files …"), N_("Save a copy …"), N_("Undo")
FIRST = 20
"""So many files are shown at first, the newest."""
NONE = N_("No file is attached. Drop letters, scans and e-mails anywhere on this page, or paste them.")
OPENED = N_(
    "“{name}” is open as a copy that can only be read. What is changed in a copy does not come back into the register."
)
NO_PROGRAM = N_("No program of this computer opens “{name}”. It is safe in the register; save a copy.")
REMOVED = N_("“{name}” is removed. Its content stays in the register, so that undo can bring it back.")


class FilesPart(Part):
    """The files of all records of the State.

    ``letter`` carries an :class:`Arrival` that is to be recorded as a communication, ``designation`` one by which
    somebody is designated.
    """

    letter = Signal(object)
    designation = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__(N_("Files"), parts)
        self.picker = DocumentFiles(parts.language)
        self.button, self.card, self.rows = QPushButton(), ArrivalCard(parts.language), FactRows(parts.language)
        self._form, self._changed, self._told, self._whole = FileForm(parts.language), "", False, False
        self._pane: Page | None = None
        self._drop: FileDrop | None = None
        role(self.button, "link")
        self.add_beside(self.button)
        self.button.setVisible(not parts.desk.store.read_only)
        self.add(self.card)
        self.add(self.rows)
        self.particulars = self.add_draft(Draft(N_("Details of the file"), N_("Save"), self._form, parts.language))
        self.button.clicked.connect(self.begin)
        self.particulars.done.connect(self._save)
        self.card.chosen.connect(self._file)
        self.card.left.connect(self.left)

    # -- showing -----------------------------------------------------------------------------------------------------

    def load(self, file: StateFile, on: datetime.date) -> None:
        """Show a State's files; what arrived for another State is let go of."""
        if self.file is not None and self.file.state.iso3 != file.state.iso3:
            self.card.forget()
            self._whole = False
        super().load(file, on)

    def show_file(self, file: StateFile) -> None:
        """The newest files, or all of them where that was asked for."""
        words = self.words
        self.button.setText(words.gettext(ATTACH_FILES))
        self.button.setToolTip(with_keys(words, words.gettext(ATTACH_FILES), QKeySequence(KEYS)))
        shown = file.files if self._whole else file.files[:FIRST]
        rows = [file_row(one, words, self._offers(one)) for one in shown]
        more = len(file.files) - len(shown)
        if more:
            said = words.ngettext("{n} older file", "{n} older files", more).format(n=words.number(more))
            rows.append(FactRow((said,), muted=True, mark=Mark("files"), offers=(Offer(N_("Show all"), self._all),)))
        self.rows.show_rows(rows or [FactRow((words.gettext(NONE),), muted=True, mark=Mark("paperclip"))])

    def row_of(self, key: str) -> QWidget | None:
        """The row of a file; all are shown where it is an older one."""
        if self.file is not None and not self._whole and any(one.file.key == key for one in self.file.files[FIRST:]):
            self._all()
        return super().row_of(key)

    def _all(self) -> None:
        self._whole = True
        if self.file is not None:
            self.show_file(self.file)

    def _offers(self, filed: Filed) -> tuple[Offer, ...]:
        """What can be done with a file."""
        file = filed.file
        reading = (Offer(N_("Open"), partial(self.open_file, file)), Offer(SAVE, partial(self.save_copy, file)))
        if self.parts.desk.store.read_only:
            return reading
        change = Offer(N_("Details …"), partial(self._begin_change, file))
        return (*reading, change, Offer(N_("Remove"), partial(self._remove, file)))

    # -- attaching ---------------------------------------------------------------------------------------------------

    def take_from(self, pane: Page) -> None:
        """Take files that are dropped anywhere on a pane or pasted into it."""
        self._pane = pane
        if self.parts.desk.store.read_only:
            return
        self._drop = drop = FileDrop(pane)
        drop.dropped.connect(self.receive)
        drop.hovering.connect(DropHint(pane, N_("Drop the files to attach them."), self.parts.language).setVisible)
        paste = QShortcut(QKeySequence.StandardKey.Paste, pane)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(lambda: self.receive(pasted_files()))

    def spare_editors(self) -> None:
        """Have the pane, not the texts of a card that was opened, take files."""
        if self._drop is not None:
            self._drop.spare_editors()

    def begin(self) -> None:
        """Choose files to attach."""
        if self.file is not None:
            self.receive(self._chosen())

    def receive(self, paths: Sequence[Path]) -> None:
        """Read files and ask as what they are filed, together with those that wait for it; what is wrong is told."""
        if self.file is None:
            return
        arrival = self._read(paths)
        if arrival.files:
            self.card.ask(arrival if self.card.arrival is None else self.card.arrival.joined(arrival))
            if self._pane is not None:
                self._pane.bring_in(self.card)

    def attach_letter(self, holder: Holder, dated: datetime.date | None, filing: Filing = Filing.LETTER) -> None:
        """Choose the files of a letter that was recorded without them, and attach them to its record."""
        files = self._read(self._chosen()).filed_as(filing)
        if files:
            self._attach(holder, [replace(file, dated=file.dated or dated) for file in files])

    def _chosen(self) -> tuple[Path, ...]:
        return self.picker.several(self, self.words.gettext(N_("Attach files")))

    def _read(self, paths: Sequence[Path]) -> Arrival:
        with busy():
            arrival = opened(read_all(paths))
        if arrival.problems:
            self.parts.alerts.refuse(Problems(arrival.problems))
        return arrival

    def _file(self, filing: Filing) -> None:
        """File what arrived as it was answered."""
        arrival, file = self.card.arrival, self.file
        if arrival is None or file is None:
            return
        self.card.forget()
        filed = replace(arrival, files=arrival.filed_as(filing))
        if filing is Filing.LETTER:
            self.letter.emit(filed)
        elif filing is Filing.DESIGNATION:
            self.designation.emit(filed)
        else:
            self._attach(Holder(HolderKind.STATE, file.state.iso3), filed.files)

    def _attach(self, holder: Holder, files: Sequence[NewFile]) -> None:
        file = self.file
        if file is None:
            return
        with self.parts.alerts.guard(), busy():
            self._say(self.parts.desk.attachments.attach(holder, file.state.iso3, files))
            self.recorded.emit()
            self.left.emit()

    def _say(self, attached: Attached) -> None:
        """Say what was attached, with the offer to take it back, and what was there already."""
        notice = told(attached)
        if attached.added:
            back = Offer(UNDO, partial(self._take_back, self.parts.desk.steps.done(ATTACH)))
            notice = replace(notice, offers=(back,))
        self.parts.alerts.show(notice)

    def _take_back(self, entry: int) -> None:
        """Undo what the notice tells of, while it is the last that was done."""
        with self.parts.alerts.guard():
            self.parts.alerts.say(N_("Undone: {what}."), what=self.parts.desk.steps.undo(entry))
            self.recorded.emit()

    # -- one file ----------------------------------------------------------------------------------------------------

    def open_file(self, file: Attachment) -> None:
        """Show a copy of a file in the system's own program; one that is no document can only be saved."""
        offers = (Offer(SAVE, partial(self.save_copy, file)),)
        refusal = None
        with self.parts.alerts.guard():
            try:
                copy = self.parts.desk.viewing.copy(file)
            except Refusal as error:
                refusal = error
            else:
                self._show(file, copy, offers)
        if refusal is not None:
            self.parts.alerts.show(Notice(refusal, Tone.ATTENTION, offers=offers))

    def _show(self, file: Attachment, copy: Path, offers: tuple[Offer, ...]) -> None:
        values: dict[str, object] = {"name": file.name}
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self.parts.alerts.show(Notice(Sentence(NO_PROGRAM, values), Tone.ATTENTION, offers=offers))
        elif not self._told:
            self._told = True
            self.parts.alerts.show(Notice(Sentence(OPENED, values)))

    def save_copy(self, file: Attachment) -> None:
        """Ask for a place and write a copy of a file there."""
        path = self.picker.copy(self, self.words.gettext(N_("Save a copy")), file.name)
        if path is not None:
            with self.parts.alerts.guard():
                self.parts.desk.attachments.save_copy(file.key, path)
                self.parts.alerts.say(N_("A copy was saved as “{file}”."), file=path.name)

    def _begin_change(self, file: Attachment) -> None:
        if self.may_begin(self.particulars):
            self._changed = file.key
            self._form.load(file)
            self.open(self.particulars, again=self.followed(file, self._form.load))

    def _save(self) -> None:
        with self.parts.alerts.guard(self.particulars):
            file = self.parts.desk.attachments.change(self._changed, *self._form.value())
            self.done(self.particulars, N_("The details of “{name}” are saved."), name=file.name)

    def _remove(self, file: Attachment) -> None:
        with self.parts.alerts.guard():
            self.parts.desk.attachments.remove(file.key)
            back = Offer(UNDO, partial(self._take_back, self.parts.desk.steps.done(REMOVE)))
            said = Sentence(REMOVED, {"name": file.name})
            self.parts.alerts.show(Notice(said, Tone.GOOD, offers=(back,)))
            self.recorded.emit()
            self.left.emit()
