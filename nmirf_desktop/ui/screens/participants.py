"""Participants of a meeting: who is invited, what they answer, their delegations, and who is expected."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.guests import GuestLine, Guests
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, is_network_meeting
from nmirf_desktop.domain.milestones import MilestoneKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.choosing import DocumentFiles, way_to
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.meeting_field import MeetingField
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.preferences import Memory
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.participants_detail import ParticipantsDetail
from nmirf_desktop.ui.screens.participants_list import COLUMNS, Filters, Lacks
from nmirf_desktop.ui.screens.participants_record import Recording
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone

INVITE = N_("Invite")
REMINDED = N_("Have not answered: {n}. Their {addresses} addresses are copied, to be pasted as hidden recipients.")
SHEETS = N_("Reply sheets written into the folder “{folder}”: {n}. Send each to its State, and import what comes back.")
NOBODY_LEFT = N_("Everybody who is invited has answered.")


class ParticipantsScreen(Screen):
    """The meeting and its list at the left; the one chosen, what is written down, and the chart at the right."""

    title = N_("Participants")
    icon = "users"
    subjects = frozenset({Subject.PARTICIPANTS, Subject.MEETINGS, Subject.MEMBERS, Subject.STATES, Subject.ATTACHMENTS})
    help_page = "participants"

    def __init__(
        self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts, memory: Memory | None = None
    ) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._guests: Guests | None = None
        self.places = DocumentFiles(language, memory)
        self.detail = ParticipantsDetail(language)
        self.record = Recording(desk, self.detail, alerts, self)
        self._nobody = Empty(
            N_("Nobody is invited yet"),
            N_("Invite all members and observers in one step, other States and partners with them (R41)."),
            (Offer(INVITE, self.record.begin_invitation),),
            "users",
        )
        self._make_actions()
        self.meetings = self.about = MeetingField(language)
        self.filters = Filters(language)
        self.list: RowTable[GuestLine] = RowTable(COLUMNS, lambda line: line.key, language)
        self.list.name(N_("Participants"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.58))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def action(label: str, slot: object, icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)  # type: ignore[arg-type]

        record = self.record
        self._answer = action(N_("Record the answer"), record.begin_answer, "mail", "Ctrl+Shift+A", primary=True)
        self._person = action(N_("Add a person to the delegation"), record.begin_person, "plus", "Ctrl+Shift+P")
        self._invite = action(INVITE, record.begin_invitation, "send", "Ctrl+Shift+U")
        self._sent = action(N_("Record the sending"), record.begin_sending, "calendar-days", "Ctrl+Shift+G")
        self._remind = action(N_("Show who has not answered"), self._show_awaited, "clock", "Ctrl+Shift+M")
        self._partner = action(N_("Record a partner"), record.begin_partner, "handshake", "Ctrl+Shift+O")
        self._correct = action(N_("Correct the partner"), self._correct_partner, "pencil", "Ctrl+Shift+R")
        self._document = action(N_("List of participants"), self._show_document, "files")
        self._sheets = action(N_("Write reply sheets"), self._write_sheets, "file-plus")
        self._remove = action(N_("Take back the invitation"), record.remove, "trash-2", "Ctrl+Shift+E")

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column.setSpacing(STEP * 3)
        column.addWidget(self.meetings)
        self.list.add_filter(self.filters)
        self._places = QStackedLayout()
        column.addLayout(self._places, 1)
        self._places.addWidget(self.list)
        self._places.addWidget(EmptyState(self._nobody, self.language))
        return left

    def _connect(self) -> None:
        self.meetings.edited.connect(self._choose_meeting)
        self.filters.changed.connect(self._show)
        self.list.selected.connect(lambda _line: self._show_chosen())
        self.list.picked.connect(self._show_chosen)
        self.list.opened.connect(lambda _line: self._answer.trigger())
        self.list.edit_asked.connect(lambda _line: self._answer.trigger())
        self.detail.asked.connect(self.asked)
        self.detail.drop.dropped.connect(self._arrived)
        self.record.recorded.connect(self._recorded)
        for card in self.detail.cards.all:
            card.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """An answer first, then the delegation, then the invitations and the partners."""
        return [
            self._answer, self._person, self._invite, self._sent, self._remind, self._partner, self._correct,
            self._document, self._sheets, self._remove,
        ]  # fmt: skip

    @property
    def meeting(self) -> Meeting | None:
        """The meeting shown."""
        return self.meetings.value()

    @property
    def chosen(self) -> tuple[GuestLine, ...]:
        """Those chosen in the list."""
        current = self.list.current
        return self.list.chosen or ((current,) if current is not None else ())

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the meetings, and the list of the one shown: at first, that which comes next."""
        with self.alerts.guard():
            first = self.meeting is None
            known = [one for one in self._desk.meetings.list() if is_network_meeting(one)]
            self.meetings.offer(known)
            if first:
                self._take_up(self._desk.meetings.current(self.on))
            self._read()
        self._show()

    def _take_up(self, meeting: Meeting | None) -> None:
        found = next((one for one in self.meetings.values if one is not None and one == meeting), None)
        if found is not None:
            self.meetings.load(found, over=True)

    def _read(self) -> None:
        self._guests = self._desk.invitations.guests(self.meeting.key) if self.meeting is not None else None

    def _choose_meeting(self) -> None:
        with self.alerts.guard():
            self._read()
        self._show()

    def _show(self) -> None:
        words = self.words
        lines = self._guests.lines if self._guests is not None else ()
        shown = self.filters.matching(lines)
        shown.sort(key=lambda line: (_rank(line), words.sort_key(line.said_in(words))))
        self._places.setCurrentIndex(0 if lines else 1)
        self.list.show_rows(shown, lines)
        self.list.select_first()
        self.detail.show_expected(self._guests)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, writable = self.chosen, not self._desk.store.read_only
        line = chosen[0] if len(chosen) == 1 else None
        self.record.look_at(self.on, self.meeting, chosen)
        if len(chosen) > 1:
            self.detail.show_several(chosen)
        else:
            self.detail.show_line(line, self.record.acts if writable else None)
        for action, there in (
            (self._answer, bool(chosen)),
            (self._person, line is not None),
            (self._invite, self.meeting is not None),
            (self._sent, bool(chosen)),
            (self._partner, self.meeting is not None),
            (self._correct, line is not None and line.partner is not None),
            (self._remove, bool(chosen)),
        ):
            action.setEnabled(writable and there)
        self._remind.setEnabled(self._guests is not None)
        self._document.setEnabled(self.meeting is not None)
        self._sheets.setEnabled(bool(chosen))

    def go_to(self, key: str) -> None:
        """Show a meeting, an invitation, or the latest invitation of a partner ("partner:…")."""
        self._be_read()
        kind, _, partner = key.partition(":")
        found = next((one for one in self.meetings.values if one is not None and one.key == key), None)
        invited = self._desk.invitations.meeting_of(key) if found is None and not partner else None
        if invited is not None:
            found = next((one for one in self.meetings.values if one is not None and one.key == invited), None)
        if found is not None and found != self.meeting:
            self.meetings.load(found, over=True)
            self._choose_meeting()
        self.filters.show_all()
        self._show()
        wanted = partner if kind == "partner" else key
        lines = self._guests.lines if self._guests is not None else ()
        line = next((one for one in lines if wanted in (one.key, one.invitee.partner)), None)
        if line is not None:
            self.list.select(line.key)
        elif kind == "partner":
            self.record.begin_partner(next((one for one in self._desk.partners.list() if one.key == partner), None))

    def current_key(self) -> str:
        """The invitation shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.meetings.set_accessible(self.words.gettext("Meeting"), "")
        self.filters.retranslate()
        if not self._stale:
            self._show()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _recorded(self, key: str) -> None:
        """Something was written down: read and show it, with the keyboard in the list."""
        with self.alerts.guard():
            self._read()
        self._show()
        lines = self._guests.lines if self._guests is not None else ()
        line = next((one for one in lines if key and key in (one.key, one.invitee.partner)), None)
        if line is not None and len(self.chosen) <= 1:
            self.list.select(line.key)
        self.list.setFocus()

    def _arrived(self, paths: Sequence[Path]) -> None:
        """Files dropped on the pane are the answer of the one chosen."""
        if self._answer.isEnabled():
            self.record.receive_files(paths)

    def _show_awaited(self) -> None:
        """Show who has not answered, and copy where to write, each address once."""
        awaited = self._guests.awaited if self._guests is not None else ()
        if not awaited:
            self.alerts.say(NOBODY_LEFT)
            return
        self.filters.show_all()
        self.filters.lacking.load(Lacks.ANSWER, over=True)
        self._show()
        addresses = dict.fromkeys(line.emails[0] for line in awaited if line.emails)
        QGuiApplication.clipboard().setText("; ".join(addresses))
        self.alerts.say(REMINDED, n=len(awaited), addresses=len(addresses))

    def _write_sheets(self) -> None:
        """A reply sheet for each State chosen, or where one is for those shown, in a folder that is asked for."""
        chosen = self.chosen if len(self.chosen) > 1 else self.list.model.rows
        keys = [line.key for line in chosen if line.state is not None]
        title = self.words.ngettext("Reply sheets for {n} State", "Reply sheets for {n} States", len(keys))
        folder = self.places.folder(self, title.format(n=self.words.number(len(keys))))
        if folder is None or self._guests is None:
            return
        from nmirf_desktop.services.reply_sheets import write_reply_sheets  # openpyxl is not for every start

        with self.alerts.guard():
            by = self._desk.milestones.closing(self._guests.meeting.key, MilestoneKind.REGISTRATION)
            written = write_reply_sheets(self._guests, folder, keys, by)
            said = Sentence(SHEETS, {"n": len(written), "folder": folder.name})
            self.alerts.show(Notice(said, Tone.GOOD, offers=(way_to(folder),)))

    def _correct_partner(self) -> None:
        line = self.list.current
        if line is not None and line.partner is not None:
            self.record.begin_partner(line.partner)

    def _show_document(self) -> None:
        if self.meeting is not None:
            self.asked.emit(Place("documents", f"{DocumentKind.PARTICIPANTS}:{self.meeting.key}"))


def _rank(line: GuestLine) -> int:
    """Where a line stands: members before observers, States before partners."""
    return list(Capacity).index(line.capacity)
