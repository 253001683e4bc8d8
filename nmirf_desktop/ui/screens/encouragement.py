"""States that are not members: what was done to encourage one, who came, and who became observer or member (R41)."""

import datetime

from PySide6.QtWidgets import QVBoxLayout

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.encouragement import Contact, Encouraged, Encouragements
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Sentence
from nmirf_desktop.ui.empty import Empty
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.encouragement_detail import NOTE, ContactActs, EncouragementDetail
from nmirf_desktop.ui.screens.encouragement_list import COLUMNS, Filters
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.work_lists import WorkLists

CORRECT = N_("Correct the note of a contact")
NOTED, STRUCK = N_("The contact with {state} is noted."), N_("The note of {day} on {state} is struck out.")
NOBODY = N_("Every State is a member of the Network")


class EncouragementScreen(Screen):
    """The States at the left; what was done for the one chosen, and the Network over the years, at the right."""

    title = N_("States that are not members")
    icon = "sprout"
    subjects = frozenset({
        Subject.ACTIVITIES, Subject.PARTICIPANTS, Subject.MEETINGS, Subject.MEMBERS, Subject.SESSION, Subject.STATES,
        Subject.PARTNERS,
    })  # fmt: skip
    help_page = "encouragement"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.lists = WorkLists(self, desk, IntakeKind.CONTACTS)
        self._desk = desk
        self._lines: tuple[Encouraged, ...] = ()
        self._by = ""
        self.detail = EncouragementDetail(language)
        self.card = self.detail.card
        self._note = Action(NOTE, self.begin, Look("plus", "Ctrl+Shift+A", primary=True), self)
        self._file = Action(N_("Show the State"), self._show_state, Look("arrow-right", "Ctrl+Shift+O"), self)
        self.filters = Filters(language)
        self.list: RowTable[Encouraged] = RowTable(COLUMNS, lambda one: one.key, language, Empty(NOBODY, icon="sprout"))
        self.list.name(N_("States that are not members"))
        self.list.add_filter(self.filters)
        self.list.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MasterDetail(self.list, self.detail, share=0.56))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.list.selected.connect(lambda _one: self._show_chosen())
        self.list.opened.connect(lambda _one: self._note.trigger())
        self.detail.asked.connect(self.asked)
        self.card.done.connect(self._save)
        for over in (self.card.left, self.card.closing):
            over.connect(self.list.setFocus)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """A note first."""
        return [self._note, self._file, *self.lists.actions()]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the States as of the day, and the Network's years."""
        with self.alerts.guard():
            self._lines = self._desk.encouragement.list(self.on)
            self.detail.show_years(self._desk.encouragement.curve(self.on), self.on)
        self._show()

    def _show(self) -> None:
        words = self.words
        shown = self.filters.matching(self._lines)
        shown.sort(key=lambda one: (one.membership is None, words.sort_key(one.state.said_in(words))))
        self.list.show_rows(shown, self._lines)
        self.list.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        one, writable = self.list.current, not self._desk.store.read_only
        done = Encouragements()
        with self.alerts.guard():
            if one is not None:
                done = self._desk.encouragement.of(one.key, self.on)
        self.detail.show_state(one, done, ContactActs(self.begin_correction, self.strike) if writable else None)
        self._note.setEnabled(writable and one is not None)
        self._file.setEnabled(one is not None)

    def go_to(self, key: str) -> None:
        """Show a State by its code, or by the key of a note of a contact with it, whatever is filtered."""
        self._be_read()
        with self.alerts.guard():
            code = self._desk.encouragement.state_of(key) or key
        if not self.list.select(code):
            self.filters.whose.load(None, over=True)
            self._show()
            self.list.select(code)
        self.detail.contacts.point_out(key if key != code else "")

    def current_key(self) -> str:
        """The State shown."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        if not self._stale:
            self.refresh()

    # -- acting ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Note a contact with the State chosen, of the day shown and by who noted the last one."""
        one = self.list.current
        if one is not None:
            self._open(Contact("", one.key, self.on, self._by, ""), NOTE)

    def begin_correction(self, contact: Contact) -> None:
        """A note, put right."""
        self._open(contact, CORRECT)

    def _open(self, contact: Contact, title: str) -> None:
        if self._desk.store.read_only:
            return
        if self.card.filled:
            self.card.stay()
            return
        self.detail.form.load(contact)
        self.card.call(title)
        self.card.concern(self._desk.states.on(self.on)[contact.state])
        self.card.begin(again=of_record(self._desk.store, contact, self.detail.form.load))

    def _save(self) -> None:
        with self.alerts.guard(self.card):
            noted = self._desk.encouragement.note(self.detail.form.value())
            self._by = noted.noted_by
            self.card.finished()
            self.go_to(noted.state)
            self._say(NOTED, noted.state, noted.on)

    def strike(self, contact: Contact) -> None:
        """A note was made by mistake; undo brings it back."""
        with self.alerts.guard():
            self._desk.encouragement.strike(contact.key)
            self._say(STRUCK, contact.state, contact.on)

    def _say(self, message: str, code: str, day: datetime.date) -> None:
        values: dict[str, object] = {"state": self._desk.states.on(self.on)[code], "day": day}
        self.alerts.show(Notice(Sentence(message, values), Tone.GOOD))

    def _show_state(self) -> None:
        if self.list.current is not None:
            self.asked.emit(Place("members", self.list.current.key))
