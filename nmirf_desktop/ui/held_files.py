"""The files of one record, such as an item or a request: attached by choosing, dropping or pasting, opened, removed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.attachments import Attachment, Holder, Size
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problems
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.arrivals import read_all
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.attaching import told
from nmirf_desktop.ui.choosing import DocumentFiles
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.file_drop import DropHint, FileDrop
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.theme import STEP, Tone, role

ATTACH_FILES = N_("Attach files …")
NONE = N_("No file is attached. Drop files here, or choose them.")
NONE_SETTLED = N_("No file is attached.")
NO_PROGRAM = N_("No program of this computer opens “{name}”. It is safe in the register; save a copy.")


class HeldFiles(QWidget):
    """The files of one record, and what is done with them; where they are *settled*, none comes or goes."""

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._language, self._alerts = desk, language, alerts
        self._picker = DocumentFiles(language)
        self._holder: Holder | None = None
        self._state: StateCode | None = None
        self.settled = False
        self._drop: FileDrop | None = None
        self.rows = FactRows(language)
        self.button = QPushButton()
        role(self.button, "link")
        self.button.clicked.connect(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self.rows, self.button):
            column.addWidget(part)

    def take_from(self, pane: QWidget) -> None:
        """Take files that are dropped anywhere on a pane."""
        if not self._desk.store.read_only:
            self._drop = FileDrop(pane)
            self._drop.dropped.connect(self.receive)
            self._drop.spare_editors()
            hint = DropHint(pane, N_("Drop the files to attach them."), self._language)
            self._drop.hovering.connect(hint.setVisible)

    def load(self, holder: Holder | None, state: StateCode | None = None) -> None:
        """Show the files of a record, or of none."""
        self._holder, self._state = holder, state
        words = self._language.words
        files = self._desk.attachments.of(holder) if holder is not None else ()
        self.button.setText(words.gettext(ATTACH_FILES))
        self.button.setVisible(self._writable)
        if self._drop is not None:
            self._drop.enabled = holder is not None and self._writable
        none = words.gettext(NONE if self._writable else NONE_SETTLED)
        nothing = FactRow((none,), muted=True, mark=Mark("paperclip"))
        self.rows.show_rows([self._row(one) for one in files] or [nothing])

    @property
    def _writable(self) -> bool:
        return not self._desk.store.read_only and not self.settled

    def again(self) -> None:
        """Show them again after files came or went."""
        self.load(self._holder, self._state)

    def _row(self, file: Attachment) -> FactRow:
        words = self._language.words
        offers = [Offer(N_("Open"), partial(self._open, file)), Offer(N_("Save a copy …"), partial(self._copy, file))]
        if self._writable:
            offers.append(Offer(N_("Remove"), partial(self._remove, file)))
        note = Size(file.size).said_in(words)
        return FactRow((file.name,), note=note, mark=Mark("paperclip", Tone.MUTED), offers=tuple(offers), key=file.key)

    def choose(self) -> None:
        """Choose files to attach."""
        self.receive(self._picker.several(self, self._language.words.gettext(N_("Attach files"))))

    def receive(self, paths: Sequence[Path]) -> None:
        """Attach files, all in one step; what is wrong with one of them is said."""
        if self._holder is None or not paths:
            return
        read = read_all(paths)
        with self._alerts.guard():
            if read.problems:
                raise Problems(read.problems)
            self._alerts.show(told(self._desk.attachments.attach(self._holder, self._state, read.files)))
            self.load(self._holder, self._state)

    def _open(self, file: Attachment) -> None:
        with self._alerts.guard():
            copy = self._desk.viewing.copy(file)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
                self._alerts.say(NO_PROGRAM, Tone.ATTENTION, name=file.name)

    def _copy(self, file: Attachment) -> None:
        path = self._picker.copy(self, self._language.words.gettext(N_("Save a copy")), file.name)
        if path is not None:
            with self._alerts.guard():
                self._desk.attachments.save_copy(file.key, path)
                self._alerts.say(N_("A copy was saved as “{file}”."), file=path.name)

    def _remove(self, file: Attachment) -> None:
        with self._alerts.guard():
            self._desk.attachments.remove(file.key)
            self.load(self._holder, self._state)
