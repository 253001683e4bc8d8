"""Partners: who works with the Network, for which objectives, what was done, and what OHCHR gives."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.participants import PartnerKind
from nmirf_desktop.domain.partnerships import PartnerLine
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.partnerships_detail import Known, PartnershipsDetail
from nmirf_desktop.ui.screens.partnerships_list import COLUMNS, Filters
from nmirf_desktop.ui.screens.partnerships_record import Recording
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP
from nmirf_desktop.ui.work_lists import WorkLists


class PartnershipsScreen(Screen):
    """The list at the left; the partner chosen, what is written down, and the charts at the right."""

    title = N_("Partners")
    icon = "handshake"
    subjects = frozenset(
        {Subject.PARTNERS, Subject.PARTICIPANTS, Subject.MEETINGS, Subject.STATES, Subject.ATTACHMENTS}
    )
    help_page = "partners"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.lists = WorkLists(self, desk, IntakeKind.PARTNERSHIPS, IntakeKind.OHCHR_SUPPORT)
        self._desk = desk
        self._lines: tuple[PartnerLine, ...] = ()
        self.detail = PartnershipsDetail(desk, language, alerts)
        self.record = Recording(desk, self.detail, alerts, self)
        self._make_actions()
        self.filters = Filters(language)
        self.list: RowTable[PartnerLine] = RowTable(COLUMNS, lambda line: line.key, language)
        self.list.name(N_("Partners"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self.detail, share=0.55))
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        def action(label: str, slot: object, icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)  # type: ignore[arg-type]

        record = self.record
        self._agree = action(
            N_("Record a partnership"), record.begin_partnership, "handshake", "Ctrl+Shift+A", primary=True
        )
        self._note = action(N_("Note what was done"), record.begin_note, "pencil", "Ctrl+Shift+P")
        self._support = action(N_("Record support by OHCHR"), record.begin_support, "shield-check", "Ctrl+Shift+G")
        self._invite = action(N_("Invite to the next meeting"), record.invite, "send", "Ctrl+Shift+U")
        self._new = action(N_("Record a partner"), record.begin_partner, "plus", "Ctrl+Shift+O")
        self._correct = action(N_("Correct the partner"), record.correct_partner, "pencil", "Ctrl+Shift+R")
        self._merge = action(N_("Merge with another record"), record.begin_merge, "users", "Ctrl+Shift+M")
        self._remove = action(N_("Remove the partner"), record.remove_partner, "trash-2", "Ctrl+Shift+E")

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        self.list.add_filter(self.filters)
        column.addWidget(self.list)
        return left

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.list.selected.connect(lambda _line: self._show_chosen())
        self.list.opened.connect(lambda _line: self._note.trigger())
        self.list.edit_asked.connect(lambda _line: self._correct.trigger())
        self.detail.asked.connect(self.asked)
        self.record.asked.connect(self.asked)
        self.record.recorded.connect(self._recorded)
        self.detail.files.take_from(self.detail)
        for card in self.detail.cards.all:
            card.left.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A partnership first, then what is done, then the partner itself."""
        return [
            self._agree, self._note, self._support, self._invite, self._new, self._correct, self._merge, self._remove,
            *self.lists.actions(),
        ]  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the partners as of the day."""
        with self.alerts.guard():
            self._lines = self._desk.partnerships.lines(self.on)
        self._show()

    def _show(self) -> None:
        words = self.words
        shown = sorted(
            (line for line in self._lines if self.filters.shows(line)),
            key=lambda line: (line.partner.kind is not PartnerKind.OHCHR, words.sort_key(line.said_in(words))),
        )
        self.list.show_rows(shown, self._lines)
        self.list.select_first()
        self.detail.show_charts(self._lines)
        self._show_chosen()

    def _show_chosen(self) -> None:
        line, writable = self.list.current, not self._desk.store.read_only
        self.record.look_at(self.on, self._lines, line)
        with self.alerts.guard():
            self.detail.show_partner(self._known(line), self.record.acts if writable else None)
        self.detail.begin_at_top(line.key if line is not None else "")
        self._merge.setEnabled(writable and line is not None and len(self._lines) > 1)
        for action in (self._agree, self._note, self._invite, self._correct):
            action.setEnabled(writable and line is not None)
        for action in (self._support, self._new):
            action.setEnabled(writable)
        self._remove.setEnabled(writable and line is not None and line.partner.kind is not PartnerKind.OHCHR)

    def _known(self, line: PartnerLine | None) -> Known | None:
        if line is None:
            return None
        desk = self._desk
        support = desk.ohchr_support.given_by(line.key, self.on) if line.partner.kind is PartnerKind.OHCHR else ()
        notes = desk.partnerships.done_with(line.key, self.on)
        return Known(line, notes, support, desk.states.on(self.on))

    def go_to(self, key: str) -> None:
        """Show a partner, or the one of a partnership, of what was done or of support by OHCHR."""
        self._be_read()
        wanted = self._desk.partnerships.partner_of(key) or self._desk.ohchr_support.partner_of(key) or key
        if not self.list.select(wanted):
            self.filters.show_all()
            self._show()
            self.list.select(wanted)
        self.detail.show_record(key)

    def correct_shown(self, key: str) -> None:
        """Open the card of a partner, a partnership, what was done or support of OHCHR."""
        if not self._desk.store.read_only:
            self.record.begin_correction(key)

    def current_key(self) -> str:
        """The partner shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if not self._stale:
            self._show()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _recorded(self, key: str) -> None:
        """Something was written down: read and show it, with the keyboard in the list."""
        self.refresh()
        if key:
            self.list.select(key)
        self.list.setFocus()
