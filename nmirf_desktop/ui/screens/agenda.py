"""Agenda: the items of a meeting, numbered by themselves, moved by keys or dragged, their texts side by side."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda_comparing import TEXTS
from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.annual_review import ReviewPeriod
from nmirf_desktop.domain.changes import Changes, Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting, MeetingKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda import AgendaInTime
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import ISSUE_REVISED, REVISED_AGENDA, Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fact_rows import FactRows
from nmirf_desktop.ui.forms import only
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.agenda_list import ItemList
from nmirf_desktop.ui.screens.agenda_moving import Moving, on_list
from nmirf_desktop.ui.screens.agenda_page import AgendaPage
from nmirf_desktop.ui.screens.agenda_rows import AgendaRow, Stages, rows, stages_rows, time_rows
from nmirf_desktop.ui.screens.agenda_sides import AgendaSides
from nmirf_desktop.ui.theme import STEP, Tone

PAUSE = 400
"""After how many milliseconds without a key the agenda is read again behind words that were saved."""
NO_MEETING = Empty(
    N_("No meeting is planned yet"),
    N_("An agenda belongs to a meeting. Plan the meeting first; its agenda is due one month before it opens (R39)."),
)
NOT_REVISED = N_("The agenda says what was agreed on and sent: there is nothing to revise.")
NO_ITEMS = N_("The agenda has no items yet")
WHY = N_(
    "Here stand the meeting’s items, numbered by themselves in three languages. The Executive Committee prepares the "
    "agenda (R38); an annual meeting reviews the Network’s activities and its future directions (R37). Start with the "
    "standard items, which can all be changed, or write your own."
)


ADOPTED_ON = N_("The agenda is marked as adopted on {day}.")
ADOPTED_STILL = N_("The agenda as corrected is marked as adopted. The day of its adoption stays: {day}.")
ADOPTED_ANEW = N_("The agenda is marked as adopted on {day}; before, it was marked as adopted on {before}.")
REVIEW_MADE = N_(
    "The annual review, {document}, is there already: it can be named under the review of activities and the future "
    "directions."
)
NAMED = N_("The review, {document}, stands under the review and the future directions on the agenda of {symbol}.")
REMOVED = N_("Removed from the agenda, with all their parts: {n}. Ctrl+Z brings them back.")


def _under(*summary: QWidget, table: QWidget) -> QWidget:
    """The list under what is said of the whole agenda."""
    left, above = QWidget(), QWidget()
    column, lines = QVBoxLayout(left), QVBoxLayout(above)
    column.setContentsMargins(0, 0, STEP * 3, 0)
    column.setSpacing(STEP * 2)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(STEP)
    for part in summary:
        lines.addWidget(part)
    column.addWidget(above)
    column.addWidget(table, 1)
    return left


def _empty(said: Empty, offers: tuple[Offer, ...], icon: str, language: CurrentLanguage) -> EmptyState:
    return EmptyState(Empty(said.title, said.text, offers, icon), language)


class AgendaScreen(Screen):
    """The items at the left, the one chosen at the right."""

    title = N_("Agenda")
    icon = "list-ordered"
    subjects = frozenset({Subject.AGENDA, Subject.MEETINGS, Subject.ATTACHMENTS, Subject.COMMITTEE})
    help_page = "agenda"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._meetings, self._agendas = desk.meetings, desk.agendas
        self._wanted = ""
        self._meeting: Meeting | None = None
        self._found: AgendaInTime | None = None
        self._stages: Stages | None = None
        self._saving, self._later = False, QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._read_behind)
        self.list = ItemList(language)
        self.time, self.agreed = FactRows(language), FactRows(language)
        self.moving = Moving(self._agendas, self.list, lambda: self._key, self)
        self.sides = AgendaSides(desk, language, alerts, self.moving.below)
        self.detail = self.sides.detail
        self._make_actions()
        self._stack = QStackedLayout(self)
        items = MasterDetail(_under(self.time, self.agreed, table=self.list), self.sides, share=0.48)
        for page in (items, *self._empty()):
            self._stack.addWidget(page)
        self._connect()
        self.retranslate()

    def _empty(self) -> tuple[EmptyState, EmptyState]:
        """What stands in the place of an agenda without a meeting, and of one without items."""
        plan = (Offer(N_("Plan a meeting"), lambda: self.asked.emit(Place("meetings"))),)
        return _empty(NO_MEETING, plan, "calendar-days", self.language), _empty(
            Empty(NO_ITEMS, WHY),
            (
                Offer(N_("Fill with the standard items"), self._fill),
                Offer(N_("Fill with them and with what is known"), self._place_known),
                Offer(N_("Add an item"), self._add),
            ),
            "list-ordered",
            self.language,
        )

    def _make_actions(self) -> None:
        def act(label: str, slot: Callable[[], object], icon: str, keys: str = "", *, primary: bool = False) -> Action:
            return Action(label, slot, Look(icon, keys, primary=primary), self)

        self.preview_action = act(N_("Preview the agenda"), self._preview, "eye", "Ctrl+Shift+V", primary=True)
        self.fill_action = act(N_("Fill with the standard items"), self._fill, "list-ordered", "Ctrl+Shift+I")
        self.adopt_action = act(N_("Mark as adopted"), self._adopt, "check", "Ctrl+Shift+M")
        self.add_action = on_list(self.list, N_("Add an item"), self._add, Look("plus", "Ins"), self)
        self.remove_action = on_list(self.list, N_("Remove the item"), self._remove, Look("trash-2", "Del"), self)
        self.move_actions, self.paste_action = self.moving.actions, self.moving.paste
        self.known_action = act(N_("Place what is known"), self._place_known, "download", "Ctrl+Shift+B")
        self.phrases_action = act(N_("Phrase book"), self.sides.show_phrases, "book-open", "Ctrl+Shift+P")
        self.page_actions = self.sides.begin_actions(self)
        self.revise_action = act(N_("Revise the adopted agenda"), self._revise, "pencil", "Ctrl+Shift+J")
        self.issue_action = Action(ISSUE_REVISED, self._preview, Look("files", finds=REVISED_AGENDA), self)
        self.stage_actions = self.adopt_action, self.revise_action, self.issue_action

    def _connect(self) -> None:
        self.list.selected.connect(self._show_item)
        for signal in (self.list.opened, self.list.edit_asked):
            signal.connect(lambda _one: self.sides.edit())
        self.detail.form.edited.connect(self._save)
        self.detail.form.unsaved.connect(self.alerts.warn)
        self.detail.form.changed.connect(lambda: self._later.isActive() and self._later.start())
        self.list.dropped.connect(self.moving.place)
        self.sides.known.placed.connect(self.list.setFocus)
        self.sides.currentChanged.connect(lambda _at: self.settle())
        for part in (self.time, self.agreed, self.sides):
            part.asked.connect(self.asked)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Preview first, then what is done to the item chosen."""
        return [
            self.preview_action, self.add_action, self.remove_action, *self.move_actions, self.paste_action,
            self.known_action, self.phrases_action, *self.page_actions, *self.stage_actions, self.fill_action,
        ]  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        """The meeting whose agenda it is."""
        if self._meeting is None:
            return super().heading
        name = self._meeting.title[self.words.language] or self._meeting.symbol
        return self.words.gettext("Agenda: {meeting}").format(meeting=name)

    @property
    def _stands_adopted(self) -> bool:
        return self._stages is not None and self._stages.standing.adopted

    def refresh(self) -> None:
        """Read the agenda of the current meeting, or of the one that was gone to."""
        with self.alerts.guard():
            known = {meeting.key: meeting for meeting in self._meetings.list()}
            self._meeting = known.get(self._wanted) or self._meetings.current(self.on)
            if self._meeting is not None:
                self._stages = Stages.read(self._desk, self._meeting, self.on)
                found = self._found = self._agendas.in_time(self._meeting.key)
                self.list.show_rows(rows(found.items, found.programme))
                self.list.bands.fit()
            self.sides.load(self._meeting, self.on)
        self.list.select_first()
        self._show()

    def _show(self) -> None:
        meeting = self._meeting
        if meeting is None or self._found is None or self._stages is None:
            self._stack.setCurrentIndex(1)
        else:
            self._stack.setCurrentIndex(0 if self.list.model.total else 2)
            self.time.show_rows(time_rows(self._found, meeting.key, self.words))
            stages = stages_rows(self._stages, self.words, None if self._meetings.read_only else self._agree)
            self.agreed.show_rows(stages)
            self.agreed.setVisible(bool(stages))
        self._show_item(self.list.current)
        self.headed.emit()

    def _show_item(self, one: AgendaRow | None) -> None:
        locked, adopted = self._meetings.read_only, self._stands_adopted
        annual = self._meeting is not None and self._meeting.kind is MeetingKind.ANNUAL
        self.detail.load(None if one is None else one.place, locked=locked, adopted=adopted, annual=annual)
        there, items = self._meeting is not None and not locked, self.list.model.total > 0
        self.list.drag.enabled = there
        self.preview_action.setEnabled(self._meeting is not None and items)
        for action in (self.add_action, self.revise_action, *self.page_actions):
            action.setEnabled(there)
        over = self._meeting is not None and self._meeting.closes_on < self.on
        self.known_action.setEnabled(there and not over)
        self.fill_action.setEnabled(there and not items)
        self.adopt_action.setEnabled(there and items and not adopted)
        self.issue_action.allow(there and items and _is_revised(self._stages), NOT_REVISED, self.words)
        self.paste_action.setEnabled(there and self.moving.holds)
        for action in (self.remove_action, self.phrases_action, *self.move_actions):
            action.setEnabled(there and one is not None)

    def _read_behind(self) -> None:
        super().touched(self.subjects)

    def go_to(self, key: str) -> None:
        """Show the agenda of a meeting, one item of an agenda, a request for one, a follow-up action, or a page."""
        if (named := self.sides.named(key)) is not None:
            self._be_read()
            self.sides.reveal(named)
            return
        with self.alerts.guard():
            meeting, page = self._place_of(key)
            self._wanted = meeting or key
            self._stale = False
            self.refresh()
            if page is not None:
                self.sides.reveal(page)
            elif meeting is not None:
                self.sides.setCurrentWidget(self.detail)
                self.list.select(key)

    def _place_of(self, key: str) -> tuple[Key | None, AgendaPage | None]:
        """The meeting to whose agenda something belongs, and the page on which it is shown, where it is no item."""
        ways = (
            (self._agendas.meeting_of, None),
            (self._desk.item_requests.meeting_of, self.sides.requests),
            (self._desk.actions.meeting_of, self.sides.actions_page),
        )
        found = ((meeting(key), page) for meeting, page in ways)
        return next((one for one in found if one[0] is not None), (None, None))

    def touched(self, changes: Changes) -> None:
        """Files that came or went by undo are shown as well."""
        if Subject.ATTACHMENTS in changes and self.isVisible():
            self.detail.files.again()
        if not self._saving:
            super().touched(changes)

    def current_key(self) -> str:
        """The item shown, or the meeting of an empty agenda."""
        if self.list.current is not None:
            return self.list.current.item.key
        return self._key

    def meeting_key(self) -> str:
        """The meeting whose agenda is shown."""
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

    def _save(self, field: str) -> None:
        """Save the item; the whole agenda is read again at once, or after words of it when the typist pauses."""
        form = self.detail.form
        before = self._agendas.find(str(form.key))
        if before is None:
            return
        self._saving = field in TEXTS
        with self.alerts.guard(form):
            item = only(field, before, form.value(before))
            self._agendas.save(item)
            if self._saving:
                self.list.replace(item)
                self._later.start()
        self._saving = False

    def _fill(self) -> None:
        with self.alerts.guard():
            self._agendas.fill(self._key)
            self._offer_review()
            self.list.setFocus()

    def _offer_review(self) -> None:
        """R37: offer to name the annual review that was made under the items that it serves."""
        reviews = self._desk.annual_reviews
        period = reviews.to_name(self._key, self.on)
        if period is not None:
            said = Sentence(REVIEW_MADE, {"document": reviews.symbol(period)})
            offer = Offer(N_("Put it on the agenda"), partial(self._name_review, period))
            self.alerts.show(Notice(said, section="R37", offers=(offer,)))

    def _name_review(self, period: ReviewPeriod) -> None:
        with self.alerts.guard():
            meeting, _items = self._desk.annual_reviews.put_on_agenda(period, self.on)
            document = self._desk.annual_reviews.symbol(period)
            self.alerts.show(Notice(Sentence(NAMED, {"document": document, "symbol": meeting.symbol}), Tone.GOOD))

    def _add(self) -> None:
        current = self.list.current
        with self.alerts.guard():
            key = self._agendas.insert(self._key, current.item.key if current else None)
            self.refresh()
            self.list.select(key)
            self.sides.edit()

    def _remove(self) -> None:
        if keys := self.list.keys:
            row = self.list.view.currentIndex().row()
            with self.alerts.guard():
                before = len(self._agendas.items(self._key))
                self._agendas.remove(self._key, keys)
                self._select_row(row)
                self.alerts.say(REMOVED, n=before - len(self._agendas.items(self._key)))

    def _select_row(self, row: int) -> None:
        """Choose the row that took a removed one's place, or the last."""
        self.refresh()
        if left := self.list.model.rows:
            self.list.select(left[min(row, len(left) - 1)].item.key)

    def _place_known(self) -> None:
        if self.list.model.total:
            self.sides.reveal(self.sides.known)
            return
        with self.alerts.guard():
            known = self._desk.known_matters
            (known.place if known.preview(self._key) else self._agendas.fill)(self._key)
            self._offer_review()
            self.list.setFocus()

    def _revise(self) -> None:
        with self.alerts.guard():
            version = self._desk.agenda_versions.reopen(self._key, self.on)
            self.alerts.say(N_("The agenda can be changed again, as revised version {number}."), number=version.number)

    def _preview(self) -> None:
        key = f"{DocumentKind.ADOPTED}:{self._key}" if self._stands_adopted else self._key
        self.asked.emit(Place("documents", key))

    def _agree(self, silence: Key) -> None:
        with self.alerts.guard():
            day = self._desk.silences.agree_agenda(silence, self.on)
            self.refresh()
            self.alerts.say(N_("The agenda is agreed on {day}, by silence procedure."), day=day)

    def _adopt(self) -> None:
        with self.alerts.guard():
            before = None if self._meeting is None else self._meeting.agenda_adopted_on
            day = self._meetings.mark_adopted(self._key, self.on)
            said = ADOPTED_ON if before is None else ADOPTED_STILL if before == day else ADOPTED_ANEW
            self.alerts.say(said, day=day, before=before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the item back to the list; Enter presses the button on which the keyboard is."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        elif event.key() == Qt.Key.Key_Escape and not self.list.view.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)


def _is_revised(stages: Stages | None) -> bool:
    """Whether an agenda says otherwise than what was agreed or sent, and is not adopted."""
    return stages is not None and stages.standing.form is AgendaForm.REVISED
