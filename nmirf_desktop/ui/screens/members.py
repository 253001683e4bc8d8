"""Members: the 193 States with what they are on a day, and everything that the register holds about one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.states import RegionalGroup, State
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.members import Members, StateLine
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import EXPORT_LIST, IMPORT_LIST, LIST_FILES, Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.banner import Banner
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.members_bulk import BulkPane
from nmirf_desktop.ui.screens.members_detail import StateDetail
from nmirf_desktop.ui.screens.members_files import ATTACH_FILES, KEYS
from nmirf_desktop.ui.screens.members_list import COLUMNS, Filters, Numbers, Shown
from nmirf_desktop.ui.screens.members_missing import MissingPane
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone

HELD = N_(
    "A card of {state} is filled in: record it, or leave it unrecorded (Shift+Esc). Until then its file stays in view."
)


class MembersScreen(Screen):
    """The list at the left, one State's file at the right."""

    title = N_("Members")
    icon = "users"
    subjects = frozenset({Subject.MEMBERS, Subject.STATES, Subject.ATTACHMENTS, Subject.MEETINGS})
    help_page = "members"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._members: Members = desk.members
        self._read_only = desk.store.read_only
        self._lines: tuple[StateLine, ...] = ()
        self._held: Notice | None = None
        self._recorded: frozenset[StateCode] = frozenset()
        """Of whom something was recorded since the filter was chosen."""
        self._before: tuple[Shown | None, RegionalGroup | None, Language | None] | None = None
        self.list: RowTable[StateLine] = RowTable(COLUMNS, lambda line: line.key, language)
        self.list.name(N_("States"))
        self.numbers, self.filters = Numbers(language), Filters(language)
        self.list.add_filter(self.filters)
        self.asking = Alerts(language, parent=self)
        """What stands above the list while States are being selected: no other message takes its place."""
        self.detail = StateDetail(desk, language, alerts)
        self.bulk, self.missing = BulkPane(desk, language, alerts), MissingPane(desk, language, alerts)
        self._panes = QStackedWidget()
        for pane in (self.detail, self.bulk, self.missing):
            self._panes.addWidget(pane)
        self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self._left(), self._panes, share=0.56))
        self.list.selected.connect(lambda _line: self._show_file())
        self.list.picked.connect(self._show_picked)
        self.list.opened.connect(lambda _line: self._begin_letter())
        self.filters.changed.connect(self._choose)
        self.numbers.chosen.connect(self._filter_by_number)
        self.bulk.founders_asked.connect(self._begin_founders)
        self.bulk.missing_asked.connect(self._list_missing)
        self.missing.asked.connect(self._leave_missing)
        for part in (self.bulk, self.missing):
            part.left.connect(self.list.setFocus)
        self.bulk.recorded.connect(self._show_recorded)
        self.missing.left.connect(self._close_missing)
        self.asking.told.connect(self._stop_asking)
        self.detail.left.connect(self._leave_card)
        self.detail.recorded.connect(self._show_recorded)
        self.retranslate()

    def _make_actions(self) -> None:
        self._letter = Action(
            N_("Record a communication"), self._begin_letter, Look("mail", "Ctrl+Shift+C", primary=True), self
        )
        self._point = Action(
            N_("Designate a focal point"), self._begin_point, Look("user", "Ctrl+Shift+P"), self
        )  # fmt: skip
        self._founder = Action(
            N_("Record founding participation"), self._begin_founders, Look("flag", "Ctrl+Shift+F"), self
        )
        self._missing = Action(
            N_("List the gaps"), self._list_missing, Look("circle-dashed", "Ctrl+Shift+W"), self
        )  # fmt: skip
        self._attach = Action(ATTACH_FILES, self._attach_files, Look("paperclip", KEYS), self)

        self._import = Action(
            IMPORT_LIST, lambda: self.asked.emit(Place("imports")), Look("upload", finds=LIST_FILES), self
        )  # fmt: skip
        self._export = Action(EXPORT_LIST, self.list.export_asked.emit, Look("download", finds=LIST_FILES), self)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, STEP * 3, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.numbers)
        column.addWidget(Banner(self.asking, self.language))
        column.addWidget(self.list, 1)
        return left

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What is done to the State chosen."""
        return [self._letter, self._point, self._attach, self._founder, self._missing, self._import, self._export]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list as of the day."""
        with self.alerts.guard():
            self._lines = self._members.list(self.on)
        self.numbers.load(self._lines)
        with QSignalBlocker(self.list):  # the file is read once, whichever it is now
            self._show()
        self._show_file()

    def _show(self) -> None:
        shown = self.filters.matching(self._lines)
        matching = {line.key for line in shown}
        shown += [line for line in self._lines if line.key in self._recorded - matching]
        shown.sort(key=lambda line: self.words.sort_key(line.state.said_in(self.words)))
        self.list.show_rows(shown, self._lines)
        self.list.select_first()

    def _show_file(self) -> None:
        line, state = self.list.current, self.detail.state
        key = line.key if line is not None else ""
        held = state.iso3 if state is not None and self.detail.filled else ""
        with self.alerts.guard():
            self.detail.load(self._members.file(held or key, self.on) if held or key else None, self.on)
        if held not in ("", key):
            self._say_held()
        self._show_picked()

    def _say_held(self) -> None:
        """A card that is filled in keeps its State before the eyes, whatever the list selects."""
        state = self.detail.state
        if state is not None:
            self._held = Notice(Sentence(HELD, {"state": state}), Tone.ATTENTION)
            self.alerts.show(self._held)

    def _may_begin(self) -> bool:
        """Whether something may be recorded of the State that is selected: no card of another one is filled in.

        Of several, it is of the current one, which alone stays selected.
        """
        line, state = self.list.current, self.detail.state
        if self.detail.filled and line is not None and state is not None and line.key != state.iso3:
            self._say_held()
            return False
        if line is not None and len(self.list.chosen) > 1:
            self.list.select(line.key)
        return True

    def _leave_card(self) -> None:
        """A card was closed: the State that is selected now has its place."""
        if self._held is not None and self.alerts.notice is self._held:
            self.alerts.clear()
        self._held = None
        self._show_file()
        self.list.setFocus()

    def _show_recorded(self, states: Sequence[StateCode] = ()) -> None:
        """Of whom something was recorded stays selected and in sight, also where the filter that stays leaves it out.

        The filter that was set to choose the founding States goes back to what it was.
        """
        shown = self.detail.state
        states = states or (() if shown is None else (shown.iso3,))
        if self._before is not None:
            self.filters.load(self._before)
            self._before = None
        self._recorded |= frozenset(states)
        self._show()
        self.list.select_several(states)
        self._show_file()

    def _show_picked(self) -> None:
        """One State's file, or what is done to several; a card that is open stays, as the list of gaps does."""
        several = self.list.chosen if len(self.list.chosen) > 1 else ()
        if several:
            self.bulk.load(several, self.on)
        if self._panes.currentWidget() is self.missing:
            self.missing.load(tuple(line.key for line in several) or None, self.on)
        elif not self.detail.at_work:
            self._panes.setCurrentWidget(self.bulk if several else self.detail)
        self._allow()

    def _allow(self) -> None:
        """Offer what can be done to the States selected."""
        line = self.list.current
        idle = line is None or self._read_only
        self._letter.setDisabled(idle)
        self._attach.setDisabled(idle)
        self._founder.setDisabled(idle or not self._founders())
        self._point.setDisabled(idle or line is None or line.status is None)

    def go_to(self, key: str) -> None:
        """Show one State by its code, the State of a letter, or the States of a filter ("!address", "!founders").

        "PRY:key" also brings the row of that person, letter or mechanism of the State into view; "PRY:!postal" opens
        the card in which its postal address stands, "PRY:!postal:key" that of a person; "PRY:!email" that in which the
        e-mail of its mechanism stands.
        """
        self._be_read()
        if key == "!founders":
            self._ask_for_founders()
            return
        self._stop_asking()
        self._before, self._recorded = None, frozenset()
        names = {f"!{shown}": shown for shown in Shown}
        if key in names:
            self.filters.show_all()
            self.filters.shown.load(names[key], over=True)
            self._show()
            return
        if self._panes.currentWidget() is self.missing:
            self._panes.setCurrentWidget(self.detail)
        with self.alerts.guard():
            first, _, record = key.partition(":")
            state = self._members.state_of(first)
            if not self.list.select(state):
                self.filters.show_all()
                self._show()
                self.list.select(state)
            self.detail.reveal(record)

    def current_key(self) -> str:
        """The code of the State shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if self._lines:
            self.numbers.load(self._lines)
            self._show()
            self._show_file()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list comes first where there is little room."""
        super().resizeEvent(event)
        self.numbers.fit(event.size().height())

    # -- acting ----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Show what was chosen, which holds from now on."""
        self._before, self._recorded = None, frozenset()
        self._show()

    def _filter_by_number(self, shown: Shown) -> None:
        """Show the States that a number above the list counts, or all again."""
        again = self.filters.shown.value() is shown
        self.filters.shown.load(None if again else shown, over=True)
        self._choose()

    def _list_missing(self) -> None:
        self._panes.setCurrentWidget(self.missing)
        self._show_picked()
        self.missing.setFocus()

    def _close_missing(self) -> None:
        self._panes.setCurrentWidget(self.detail)
        self._show_picked()

    def _leave_missing(self, state: str) -> None:
        """The file of a State of which something is missing."""
        self.go_to(state)

    def _begin_letter(self) -> None:
        if not self._may_begin():
            return
        self._panes.setCurrentWidget(self.detail)
        self.detail.status.begin_letter()

    def _begin_point(self) -> None:
        if not self._may_begin():
            return
        self._panes.setCurrentWidget(self.detail)
        self.detail.people.begin()

    def _attach_files(self) -> None:
        if not self._may_begin():
            return
        self._panes.setCurrentWidget(self.detail)
        self.detail.files.begin()

    def _begin_founders(self) -> None:
        founders = self._founders()
        if len(self.list.chosen) > 1 and founders:
            self._panes.setCurrentWidget(self.bulk)
            self.bulk.begin_founders()
            self._stop_asking()
        elif founders and self._may_begin():
            self._panes.setCurrentWidget(self.detail)
            self.detail.status.begin_founder(founders[0])
            self._stop_asking()

    def _founders(self) -> tuple[State, ...]:
        """The States selected that are not in the Network, and so may be recorded as founding it."""
        return tuple(line.state for line in self.list.chosen if line.status is None)

    def _stop_asking(self, notice: Notice | None = None) -> None:
        """Nobody is being selected any more: the sentence above the list goes."""
        if notice is None:
            self.list.gathering.begin(False)
            if self.asking.notice is not None:
                self.asking.clear()

    def _ask_for_founders(self) -> None:
        """Show who is not in the Network, and say how the founding States are chosen."""
        self._before, self._recorded = self._before or self.filters.chosen, frozenset()
        self.filters.show_all()
        self.filters.shown.load(Shown.NEITHER, over=True)
        self._show()
        self.list.setFocus()
        said = Sentence(N_("Select the States that took part in Asunción, several with Ctrl or Shift, then:"), {})
        self.list.gathering.begin(True)
        self.asking.show(Notice(said, offers=(Offer(N_("Record founding participation"), self._begin_founders),)))
