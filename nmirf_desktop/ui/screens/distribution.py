"""Distribution: what was sent to whom and when, what became of it, and a new dispatch."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.certificate_since import Since
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.dispatches import Happening, Recipient, Standing
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.superseded import Superseded
from nmirf_desktop.domain.symbols import KIND_LABELS
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.deliveries import Counted, Line
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.certificate_rows import outdated_rows
from nmirf_desktop.ui.choosing import Choose, DocumentFiles
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.file_drop import DropHint, FileDrop
from nmirf_desktop.ui.jobs import Jobs
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.distribution_acts import DispatchActs
from nmirf_desktop.ui.screens.distribution_detail import DistributionDetail
from nmirf_desktop.ui.screens.distribution_list import DISPATCHES, Sent, sent_rows
from nmirf_desktop.ui.screens.distribution_mail import TAKE_IN
from nmirf_desktop.ui.screens.distribution_prepare import NEW, TO_DOCUMENTS, Preparing
from nmirf_desktop.ui.screens.distribution_taking import TakingIn
from nmirf_desktop.ui.superseded_rows import BY_MAIL, REPLACE, superseded_rows
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP

SEND = "!send:"
"""Before the key of an issued document: the card of a new dispatch is opened with it."""
CARD = "!new"
"""The place of the card itself, to which one comes back from where an address was recorded."""
DROP = N_("Drop the messages here: the sent ones, the answers, and the reports of what did not arrive")


class DistributionScreen(Screen):
    """The dispatches at the left and one of them at the right; or the card of a new one, or messages that came back."""

    title = N_("Distribution")
    icon = "send"
    subjects = frozenset({
        Subject.DISPATCHES, Subject.DOCUMENTS, Subject.MEETINGS, Subject.MEMBERS, Subject.PARTICIPANTS, Subject.STATES,
        Subject.COMMITTEE, Subject.SETTINGS,
    })  # fmt: skip
    help_page = "distribution"

    def __init__(
        self, desk: Secretariat, jobs: Jobs, language: CurrentLanguage, alerts: Alerts, memory: Memory | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk, self._jobs = desk, jobs
        self._begun = False
        self.places = DocumentFiles(language, memory)
        self.choose_folder: Choose = self.places.folder
        self.detail = DistributionDetail(language)
        self.acts = DispatchActs(desk, self.detail, jobs, alerts, self)
        self.preparing = Preparing(desk, jobs, language, alerts, self._folder)
        self.taking = TakingIn(desk, jobs, language, alerts)
        self.mail = self.taking.card
        self.meetings = self.about = MeetingField(language)
        self.meetings.call_none(N_("All meetings"))
        to_documents = Offer(TO_DOCUMENTS, self._go_to_documents)
        nothing = Empty(
            N_("Nothing was prepared to be sent yet"),
            N_(
                "Issue a document, then choose who gets it: the program writes the messages, your program for e-mail "
                "sends them. What was sent to whom and when is kept here, and answers for the month of notice (R39)."
            ),
            (*(() if desk.store.read_only else (Offer(NEW, self.begin_order),)), to_documents),
            "send",
        )
        self._line: Line | None = None
        self._superseded: tuple[Superseded, ...] = ()
        self._outdated: tuple[Since, ...] = ()
        self.list: RowTable[Counted] = RowTable(DISPATCHES, lambda line: line.dispatch.key, language, nothing)
        self.list.name(N_("Dispatches"))
        self.superseded = FactRows(language)
        self._make_actions()
        self._arrange()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def happened(label: str, kind: Happening, icon: str, keys: str) -> Action:
            return Action(label, lambda: self._begin(kind), Look(icon, keys), self)

        self._new = Action(NEW, self.begin_order, Look("send", "Ctrl+Shift+A", primary=True), self)
        self._sent = happened(N_("They were sent …"), Happening.SENT, "check", "Ctrl+Shift+G")
        self._failed = happened(N_("It did not arrive …"), Happening.FAILED, "octagon-alert", "Ctrl+Shift+E")
        self._came = happened(N_("Acknowledged …"), Happening.ACKNOWLEDGED, "circle-check", "Ctrl+Shift+M")
        self._take_in = Action(TAKE_IN, self._choose_mail, Look("mail", "Ctrl+Shift+I"), self)
        again = N_("Send again to those who did not acknowledge …")
        self._again = Action(again, self._begin_again, Look("refresh-cw", "Ctrl+Shift+R"), self)
        self._write = Action(N_("Write the files again …"), self._write_again, Look("download", "Ctrl+Shift+O"), self)
        self._certify = Action(KIND_LABELS[DocumentKind.DISPATCH], self._show_certificate, Look("files"), self)
        self._words = Action(N_("Usual messages …"), self._show_usual, Look("settings"), self)
        self._discard = Action(N_("Discard the dispatch"), self._discard_shown, Look("trash-2"), self)

    def _show_usual(self) -> None:
        """Go to where the words are kept with which documents usually go out."""
        self.asked.emit(Place("settings", "messages"))

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column.setSpacing(STEP * 3)
        column.addWidget(self.meetings)
        column.addWidget(self.superseded)
        column.addWidget(self.list, 1)
        self._log = MasterDetail(left, self.detail, share=0.485)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for place in (self._log, self.preparing, self.taking):
            self._stack.addWidget(place)
        self.drop = FileDrop(self)
        self.drop.spare_editors()
        self.hint = DropHint(self, DROP, self.language)

    def _connect(self) -> None:
        self.meetings.edited.connect(self._show)
        self.list.selected.connect(lambda _line: self._show_chosen())
        self.list.opened.connect(lambda _line: self.detail.people.setFocus())
        self.detail.picked.connect(self._enable)
        self.detail.people.opened.connect(self._act_on)
        self.acts.recorded.connect(self._show)
        self.preparing.prepared.connect(self._prepared)
        self.preparing.closed.connect(self._back)
        self.detail.card.closing.connect(self.detail.people.setFocus)
        self.taking.shown.connect(self._show_mail)
        self.taking.closed.connect(self._back)
        self.drop.dropped.connect(self.take_in)
        self.drop.hovering.connect(self.hint.setVisible)
        for part in (self.detail, self.preparing, self.taking, self.superseded):
            part.asked.connect(self.asked)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A new dispatch first, then what became of the one shown."""
        return [
            self._new, self._sent, self._came, self._failed, self._take_in, self._again, self._certify, self._write,
            self._discard, self._words,
        ]  # fmt: skip

    @property
    def meeting(self) -> Meeting | None:
        """The meeting chosen; ``None`` for all."""
        return self.meetings.value()

    @property
    def line(self) -> Line | None:
        """The dispatch shown, as it was read when it was chosen."""
        return self._line

    @property
    def rows(self) -> tuple[Sent, ...]:
        """To whom it went."""
        return sent_rows(self.line, self._desk.states.on(self.on), self.words) if self.line is not None else ()

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the meetings and the dispatches: at first, those of the meeting that comes next."""
        with self.alerts.guard():
            before = self.meeting
            self.meetings.offer(self._desk.meetings.list())
            if not self._begun:
                before, self._begun = self._desk.meetings.current(self.on), True
            found = (one for one in self.meetings.values if one is not None and before is not None)
            self.meetings.load(next((one for one in found if one.key == before.key), None), over=True)  # type: ignore[union-attr]
            self.preparing.read_again()
        self._show()

    def _show(self) -> None:
        with self.alerts.guard():
            meeting = self.meeting.key if self.meeting is not None else None
            self.list.show_rows(self._desk.deliveries.counted(meeting))
            told, closed = self._desk.dispatches, self._desk.store.read_only
            self._superseded = () if closed else told.superseded(meeting)
            self._outdated = () if closed else told.outdated_certificates(self.on, meeting)
            self.acts.read_again()
        self.list.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Read the dispatch chosen with its deliveries; the list has their numbers alone."""
        current = self.list.current
        with self.alerts.guard():
            line = self._desk.deliveries.line(current.dispatch.key) if current is not None else None
            self._line = self._desk.dispatches.with_dead(line) if line is not None else None
            since = self._desk.dispatches.since_certified(current.dispatch.key) if current is not None else None
            self.detail.show_since(since)
        told = (*superseded_rows(self._superseded, self.words), *outdated_rows(self._outdated, self.words))
        self.superseded.show_rows(told)
        self.superseded.setVisible(bool(told))
        take_back = None if self._desk.store.read_only else self.acts.take_back
        self.detail.show_line(self.line, self.rows, take_back, self._message)
        self._enable()

    def _message(self, to: Recipient | None) -> tuple[str, str]:
        """The message of the dispatch shown as a recipient gets it; without one, in the window's language."""
        if self.line is None:
            return "", ""
        return self._desk.dispatches.message(self.line.dispatch.key, self.words.language, to)

    def _enable(self) -> None:
        writable, line = not self._desk.store.read_only, self.line
        for action in (self._new, self._take_in):
            action.setEnabled(writable)
        for action in (self._sent, self._came, self._failed):
            action.setEnabled(writable and line is not None and self._stack.currentWidget() is self._log)
        self._again.setEnabled(writable and line is not None and bool(line.open))
        self._write.setEnabled(line is not None)
        self._certify.setEnabled(line is not None and line.dispatch.meeting is not None)
        begun = line is not None and any(one.events for one in line.deliveries)
        why = N_("Something of it is recorded: it stays in the log.")
        self._discard.allow(writable and line is not None and not begun, why if begun else "", self.words)

    def go_to(self, key: str) -> None:
        """Show a meeting's dispatches, one dispatch, or a recipient of one ("dispatch:recipient").

        "!send:…" opens the card with an issued document, "!replace:…" with one for who holds only what it replaces.
        """
        self._be_read()
        if key.startswith((SEND, REPLACE)):
            self._begin_with(*key.partition(":")[2].split(":"))
            return
        if key == CARD:
            self._open_order(False)
            return
        key, _, recipient = key.partition(":")
        dispatch = self._desk.deliveries.find(key)
        self._take_up_meeting(key if dispatch is None else dispatch.meeting)
        if dispatch is not None:
            self._stack.setCurrentWidget(self._log)
            self.list.select(key)
            if recipient:
                self.detail.choose(recipient)
            self._enable()

    def _take_up_meeting(self, key: Key | None) -> None:
        found = next((one for one in self.meetings.values if one is not None and one.key == key), None)
        if found != self.meeting:
            self.meetings.load(found, over=True)
            self._show()

    def current_key(self) -> str:
        """The dispatch shown, or the card of a new one."""
        if self._stack.currentWidget() is self.preparing and self.preparing.open:
            return CARD
        return self.line.dispatch.key if self.line is not None else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.meetings.set_accessible(self.words.gettext("Meeting"), "")
        self.detail.standing.set_accessible(self.words.gettext("How it stands"), "")
        if not self._stale:
            self._show_chosen()

    def _folder(self, at: QWidget, title: str) -> Path | None:
        return self.choose_folder(at, title)

    # -- a new dispatch --------------------------------------------------------------------------------------------

    def begin_order(self) -> None:
        """Open the card of a new dispatch of the meeting chosen."""
        with self.alerts.guard():
            self._open_order(self.preparing.begin(self.meeting))

    def _begin_with(self, issued: Key, way: str = "") -> None:
        found = next((one for one in self._desk.papers.issued() if one.key == issued), None)
        if found is not None:
            self._take_up_meeting(found.meeting)
        if found is not None and not self._desk.store.read_only:
            opened = self.preparing.begin(self.meeting, found)
            them = (one for one in self._desk.dispatches.superseded(found.meeting) if one.issued.key == issued)
            left = (one for one in them if one.prepared is None)
            to = next((one for one in left if way and one.by_mail is (way == BY_MAIL)), None)
            if opened and to is not None:
                self.preparing.replace_for(to)
            self._open_order(opened)

    def _begin_again(self) -> None:
        if self.line is not None:
            self._open_order(self.preparing.begin_again(self.line))

    def _open_order(self, opened: bool) -> None:
        if opened or self.preparing.open:
            self._stack.setCurrentWidget(self.preparing)
            self.preparing.take_keyboard()
        self._enable()

    def _prepared(self, key: str) -> None:
        self._back()
        self.go_to(key)

    def _back(self) -> None:
        """The log again, with the keyboard in it."""
        self._stack.setCurrentWidget(self.preparing if self.preparing.open else self._log)
        self._show()
        self.list.setFocus()

    def _go_to_documents(self) -> None:
        self.asked.emit(Place("documents"))

    # -- what became of it -----------------------------------------------------------------------------------------

    def _begin(self, kind: Happening) -> None:
        if self.line is not None:
            self.acts.begin(kind, self.line, self.rows)

    def _act_on(self, row: Sent) -> None:
        """Enter on a recipient: what comes next of it, and of nobody else."""
        kind = Happening.ACKNOWLEDGED if row.delivery.standing is Standing.SENT else Happening.SENT
        if self.line is not None and self._sent.isEnabled():
            self.acts.begin(kind, self.line, self.rows, alone=row.delivery.standing is not Standing.PREPARED)

    def _write_again(self) -> None:
        if self.line is not None:
            self.acts.write(self.line.dispatch.key, self.choose_folder)

    def _show_certificate(self) -> None:
        if self.line is not None:
            dispatch = self.line.dispatch
            self.asked.emit(Place("documents", f"{DocumentKind.DISPATCH}:{dispatch.meeting}:{dispatch.key}"))

    def _discard_shown(self) -> None:
        if self.line is not None:
            self.acts.discard(self.line.dispatch.key)

    # -- messages that came back -----------------------------------------------------------------------------------

    def _choose_mail(self) -> None:
        self.take_in(self.places.several(self, self.words.gettext(TAKE_IN)))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read messages, and show what each shows; nothing is recorded by that. A list is looked at as an import."""
        self.taking.take_in(paths, self.on)

    def _show_mail(self) -> None:
        self._stack.setCurrentWidget(self.taking)
        self._enable()
