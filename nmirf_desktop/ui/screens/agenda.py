"""Agenda: the items of a meeting, numbered by themselves, moved by keys, their texts side by side."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda import AgendaItem, Numbered
from nmirf_desktop.domain.agenda_time import TimeUse
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.silence import RECORD_AGREED
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda import Agendas
from nmirf_desktop.services.meetings import Meetings
from nmirf_desktop.services.silences import Silences
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.agenda_form import ItemDetail
from nmirf_desktop.ui.screens.agenda_rows import COLUMNS, time_row
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone

NO_MEETING = Empty(
    N_("No meeting is planned yet"),
    N_("An agenda belongs to a meeting. Plan the meeting first; its agenda is due one month before it opens (R39)."),
)
NO_ITEMS = N_("The agenda has no items yet")
WHY = N_(
    "Here stand the meeting’s items, numbered by themselves in three languages. The Executive Committee prepares the "
    "agenda (R38); an annual meeting reviews the Network’s activities and its future directions (R37). Start with the "
    "standard items, which can all be changed, or write your own."
)


class AgendaScreen(Screen):
    """The items at the left, the one chosen at the right."""

    title = N_("Agenda")
    icon = "list-ordered"
    subjects = frozenset({Subject.AGENDA, Subject.MEETINGS, Subject.COMMITTEE})
    help_page = "agenda"

    def __init__(
        self, meetings: Meetings, agendas: Agendas, silences: Silences, language: CurrentLanguage, alerts: Alerts
    ) -> None:
        super().__init__(language, alerts)
        self._meetings, self._agendas, self._silences = meetings, agendas, silences
        self._wanted = ""
        self._meeting: Meeting | None = None
        self._time: TimeUse | None = None
        self._loaded: AgendaItem | None = None
        self.list: RowTable[Numbered] = RowTable(COLUMNS, lambda one: one.item.key, language)
        self.list.name(N_("Items of the agenda"))
        self.list.view.setSortingEnabled(False)
        self.time, self.agreed = FactRows(language), FactRows(language)
        self.detail = ItemDetail(language)
        self._make_actions()
        self._stack = QStackedLayout(self)
        for page in (MasterDetail(self._left(), self.detail, share=0.45), self._no_meeting(), self._no_items()):
            self._stack.addWidget(page)
        self._connect()
        self.retranslate()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, STEP * 3, 0)
        column.setSpacing(STEP * 2)
        summary = QWidget()
        lines = QVBoxLayout(summary)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        for rows in (self.time, self.agreed):
            lines.addWidget(rows)
        column.addWidget(summary)
        column.addWidget(self.list, 1)
        return left

    def _no_meeting(self) -> EmptyState:
        plan = Offer(N_("Plan a meeting"), lambda: self.asked.emit(Place("meetings")))
        return EmptyState(Empty(NO_MEETING.title, NO_MEETING.text, (plan,), "calendar-days"), self.language)

    def _no_items(self) -> EmptyState:
        offers = (Offer(N_("Fill with the standard items"), self._fill), Offer(N_("Add an item"), self._add))
        return EmptyState(Empty(NO_ITEMS, WHY, offers, "list-ordered"), self.language)

    def _make_actions(self) -> None:
        def act(label: str, slot: Callable[[], object], icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)

        def on_list(label: str, slot: Callable[[], object], icon: str, keys: str) -> Action:
            """An action whose key belongs to the list: in a field the same key edits the text."""
            action = act(label, slot, icon, keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.list.view.addAction(action)
            return action

        self.preview_action = act(N_("Preview the agenda"), self._preview, "eye", "Ctrl+Shift+V", primary=True)
        self.fill_action = act(N_("Fill with the standard items"), self._fill, "list-ordered", "Ctrl+Shift+I")
        self.adopt_action = act(N_("Mark as adopted"), self._adopt, "check", "Ctrl+Shift+M")
        self.add_action = on_list(N_("Add an item"), self._add, "plus", "Ins")
        self.remove_action = on_list(N_("Remove the item"), self._remove, "trash-2", "Del")
        self.move_actions = (
            on_list(N_("Move up"), lambda: self._move(-1), "chevron-up", "Ctrl+Up"),
            on_list(N_("Move down"), lambda: self._move(1), "chevron-down", "Ctrl+Down"),
            on_list(N_("Make it a part of the item before"), self._indent, "chevron-right", "Ctrl+Right"),
            on_list(N_("Move it one level out"), self._outdent, "chevron-left", "Ctrl+Left"),
        )

    def _connect(self) -> None:
        self.list.selected.connect(self._show_item)
        for signal in (self.list.opened, self.list.edit_asked):
            signal.connect(lambda _one: self.detail.form.title.setFocus())
        self.detail.form.edited.connect(self._save)
        self.time.asked.connect(self.asked)
        self.agreed.asked.connect(self.asked)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Preview first, then what is done to the item chosen."""
        return [
            self.preview_action, self.add_action, self.remove_action, *self.move_actions, self.adopt_action,
            self.fill_action,
        ]  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        """The meeting whose agenda it is."""
        if self._meeting is None:
            return super().heading
        name = self._meeting.title[self.words.language] or self._meeting.symbol
        return self.words.gettext("Agenda: {meeting}").format(meeting=name)

    def refresh(self) -> None:
        """Read the agenda of the current meeting, or of the one that was gone to."""
        with self.alerts.guard():
            known = {meeting.key: meeting for meeting in self._meetings.list()}
            self._meeting = known.get(self._wanted) or self._meetings.current(self.on)
            if self._meeting is not None:
                self._time = self._agendas.time(self._meeting.key)
                self.list.show_rows(self._agendas.items(self._meeting.key))
        self.list.select_first()
        self._show()

    def _show(self) -> None:
        meeting = self._meeting
        if meeting is None or self._time is None:
            self._stack.setCurrentIndex(1)
        else:
            self._stack.setCurrentIndex(0 if self.list.model.total else 2)
            self.time.show_rows([time_row(self._time, meeting.key, self.words)])
            stages = self._stages(meeting)
            self.agreed.show_rows(stages)
            self.agreed.setVisible(bool(stages))
        self._show_item(self.list.current)
        self.headed.emit()

    def _stages(self, meeting: Meeting) -> list[FactRow]:
        """When the agenda was agreed, and when it was adopted; that a silence on it is to be recorded."""
        words = self.words
        rows = []
        kept = self._silences.unrecorded(meeting.key, self.on)
        if kept is not None:
            text = words.gettext("Silence on the agenda was kept until {day}; that it is agreed is not recorded yet.")
            link = Link(text.format(day=words.date(kept.closes_on)), Place("committee", kept.key))
            offer = Offer(RECORD_AGREED, lambda: self._agree(kept.key))
            offers = () if self._meetings.read_only else (offer,)
            rows.append(FactRow((link,), mark=Mark("handshake", Tone.ATTENTION), offers=offers))
        said = []
        if meeting.agenda_agreed_on is not None:
            said.append(
                words.gettext("Agreed by the Committee on {day}").format(day=words.date(meeting.agenda_agreed_on))
            )
        if meeting.agenda_adopted_on is not None:
            said.append(
                words.gettext("Adopted by the meeting on {day}").format(day=words.date(meeting.agenda_adopted_on))
            )
        if said:
            rows.append(FactRow((" · ".join(said),), mark=Mark("landmark", Tone.MUTED), muted=True))
        return rows

    def _show_item(self, one: Numbered | None) -> None:
        locked = self._meetings.read_only
        self.detail.load(one, locked=locked)
        self._loaded = one.item if one is not None else None
        there = self._meeting is not None and not locked
        self.preview_action.setEnabled(self._meeting is not None and self.list.model.total > 0)
        self.add_action.setEnabled(there)
        self.fill_action.setEnabled(there and self.list.model.total == 0)
        self.adopt_action.setEnabled(
            there and self.list.model.total > 0 and self._meeting is not None and not self._meeting.agenda_adopted_on
        )
        for action in (self.remove_action, *self.move_actions):
            action.setEnabled(there and one is not None)

    def go_to(self, key: str) -> None:
        """Show the agenda of a meeting, or one item of an agenda."""
        with self.alerts.guard():
            meeting = self._agendas.meeting_of(key)
            self._wanted = meeting or key
            self._stale = False
            self.refresh()
            if meeting is not None:
                self.list.select(key)

    def current_key(self) -> str:
        """The item shown, or the meeting of an empty agenda."""
        if self.list.current is not None:
            return self.list.current.item.key
        return self._key

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        if not self._stale:
            self._show()

    # -- doing -----------------------------------------------------------------------------------------------------

    @property
    def _key(self) -> str:
        return self._meeting.key if self._meeting is not None else ""

    def _save(self, _field: str) -> None:
        if self._loaded is not None:
            with self.alerts.guard(self.detail.form):
                self._agendas.save(self.detail.form.value(self._loaded))

    def _fill(self) -> None:
        with self.alerts.guard():
            self._agendas.fill(self._key)
            self.list.setFocus()

    def _add(self) -> None:
        current = self.list.current
        with self.alerts.guard():
            key = self._agendas.insert(self._key, current.item.key if current else None)
            self.refresh()
            self.list.select(key)
            self.detail.form.title.setFocus()

    def _remove(self) -> None:
        if (one := self.list.current) is not None:
            row = self.list.view.currentIndex().row()
            with self.alerts.guard():
                self._agendas.remove(self._key, one.item.key)
                self._select_row(row)

    def _select_row(self, row: int) -> None:
        """Choose the row that took a removed one's place, or the last."""
        self.refresh()
        rows = self.list.model.rows
        if rows:
            self.list.select(rows[min(row, len(rows) - 1)].item.key)

    def _move(self, by: int) -> None:
        if (one := self.list.current) is not None:
            with self.alerts.guard():
                self._agendas.move(self._key, one.item.key, by)

    def _indent(self) -> None:
        if (one := self.list.current) is not None:
            with self.alerts.guard():
                self._agendas.indent(self._key, one.item.key)

    def _outdent(self) -> None:
        if (one := self.list.current) is not None:
            with self.alerts.guard():
                self._agendas.outdent(self._key, one.item.key)

    def _preview(self) -> None:
        self.asked.emit(Place("documents", self._key))

    def _agree(self, silence: Key) -> None:
        with self.alerts.guard():
            day = self._silences.agree_agenda(silence, self.on)
            self.refresh()
            self.alerts.say(N_("The agenda is agreed on {day}, by silence procedure."), day=day)

    def _adopt(self) -> None:
        with self.alerts.guard():
            day = self._meetings.mark_adopted(self._key, self.on)
            self.alerts.say(N_("The agenda is marked as adopted on {day}."), day=day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the item back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.list.view.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
