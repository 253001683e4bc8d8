"""Follow-up actions of all meetings: what is open, what is late, what was done, each marked as done by one key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.actions import ActionState
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.follow_ups import FollowUpLine
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.action_card import ActionCard
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Offer
from nmirf_desktop.ui.drafts import Draft, given
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.fields import ChoiceField, DateField, TextField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.follow_up_marks import MARKS, state_word
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Column
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.screens.follow_ups_history import ActionHistory
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP

KINDS = (
    (N_("Not done"), frozenset(ActionState) - {ActionState.DONE}),
    (N_("Late"), frozenset({ActionState.LATE})),
    (N_("Done"), frozenset({ActionState.DONE})),
)
"""The filters, each with the states that it shows."""
Kind = tuple[str, frozenset[ActionState]]
DONE = N_("Noted as done: {action}.")
NOBODY = Empty(
    N_("No follow-up action yet"),
    N_("What a meeting asks somebody to do is recorded from its decision or item in the session (Ctrl+Shift+T)."),
    icon="square-check",
)


def source_of(line: FollowUpLine, words: Catalog) -> str:
    """From what an action arose: its decision, else its item."""
    if line.decision is not None:
        return words.gettext("Decision {name}").format(name=decision_name(line.decision))
    if line.place is None:
        return ""
    return words.pgettext("follow-up action", "Item {n}").format(n=line.place.reference(words.language))


def _place(line: FollowUpLine, _words: Catalog) -> int:
    return list(ActionState).index(line.state)


COLUMNS: tuple[Column[FollowUpLine], ...] = (
    Column(
        N_("State"),
        lambda line, words: state_word(line.state, words),
        _place,
        mark=lambda line: MARKS[line.state],
        least=10,
    ),
    Column(
        N_("Due on"),
        lambda line, words: words.short_date(line.action.due_on) if line.action.due_on else "",
        lambda line, _words: line.action.due_on.toordinal() if line.action.due_on else 10**7,
        cell=lambda line, _words: line.action.due_on,
    ),
    Column(
        N_("What is to be done"),
        lambda line, words: line.action.title.best(words.language),
        also=lambda line: " ".join(line.action.title[one] for one in Language),
        stretch=True,
    ),
    Column(
        N_("Responsible"),
        lambda line, words: line.action.responsible.best(words.language),
        also=lambda line: " ".join(line.action.responsible[one] for one in Language),
        least=12,
    ),
    Column(N_("Arising from"), source_of, least=12, spare=True),
    Column(N_("Meeting"), lambda line, _words: line.meeting.symbol, least=10),
    Column(
        N_("Done on"),
        lambda line, words: words.short_date(line.action.done_on) if line.action.done_on else "",
        lambda line, _words: line.action.done_on.toordinal() if line.action.done_on else 10**7,
        cell=lambda line, _words: line.action.done_on,
        spare=True,
    ),
    Column(N_("Note"), lambda line, _words: line.action.note, least=12, spare=True),
)


def _named(lines: Sequence[FollowUpLine]) -> Sayable:
    """What is noted as done: an action by its words, several by their number."""
    return Content(lines[0].action.title) if len(lines) == 1 else Several(len(lines))


@dataclass(frozen=True, slots=True)
class Several:
    """So many actions: "3 follow-up actions"."""

    number: int

    def said_in(self, words: Catalog) -> str:
        """The number with its noun."""
        n = self.number
        return words.ngettext("{n} follow-up action", "{n} follow-up actions", n).format(n=words.number(n))


class DoneForm(Form):
    """When it was done, and what is to be known of it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.on = DateField(language)
        self.note = TextField(language, long=True)
        self.add("done_on", N_("Done on"), self.on)
        self.add("note", N_("Note"), self.note)


class Filters(QWidget):
    """Which actions are listed. ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.kind: ChoiceField[Kind] = ChoiceField(
            language, KINDS, lambda one, words: words.gettext(one[0]), none=N_("Done and not done")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.kind))
        self.kind.edited.connect(self.changed)
        self.kind.load(KINDS[0], over=True)

    def shows(self, line: FollowUpLine) -> bool:
        """Whether a line belongs to what was chosen."""
        kind = self.kind.value()
        return kind is None or line.state in kind[1]

    def retranslate(self) -> None:
        """Say the filter's name again."""
        self.kind.set_accessible(self._language.words.gettext("State"), "")


class FollowUpsScreen(Screen):
    """The list; Ctrl+Shift+D marks what is chosen as done, Enter puts it right, and a link leads to its decision."""

    title = N_("Follow-up")
    icon = "square-check"
    subjects = frozenset({Subject.AGENDA, Subject.MEETINGS, Subject.VOTES})
    help_page = "follow-ups"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self._desk = desk
        self._lines: tuple[FollowUpLine, ...] = ()
        self._noted: tuple[FollowUpLine, ...] = ()  # for which the card was opened
        self.list: RowTable[FollowUpLine] = RowTable(COLUMNS, lambda line: line.action.key, language)
        self.list.name(N_("Follow-up actions"))
        self.filters = Filters(language)
        self.list.add_filter(self.filters)
        self.form, self.card = DoneForm(language), ActionCard(language)
        self.history = ActionHistory(language)
        self.done = Draft(N_("Done"), N_("Note that it is done"), self.form, language)
        self._make_actions()
        self._arrange()
        self.retranslate()

    def _make_actions(self) -> None:
        self._done = Action(N_("Mark as done"), self.begin_done, Look("check", "Ctrl+Shift+D", primary=True), self)
        self._back = Action(N_("It is not done after all"), self._take_back, Look("undo-2", "Ctrl+Shift+U"), self)
        self._correct = Action(N_("Correct …"), self.correct, Look("pencil", "F2"), self)
        self._history = Action(N_("Revisions"), self.show_history, Look("history", "Ctrl+Shift+H"), self)
        self._source = Action(N_("Show the decision"), self._show_source, Look("arrow-right", "Ctrl+Shift+O"), self)

    def _arrange(self) -> None:
        self._places = QStackedLayout(self)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        for part in (self.done, self.card, self.list, self.history):
            column.addWidget(part)
        column.setStretchFactor(self.list, 3)
        column.setStretchFactor(self.history, 2)
        self._places.addWidget(whole)
        offer = Offer(N_("To the session"), lambda: self.asked.emit(Place("session")))
        self._places.addWidget(EmptyState(Empty(NOBODY.title, NOBODY.text, (offer,), NOBODY.icon), self.language))
        self.list.opened.connect(lambda _line: self.correct())
        self.list.selected.connect(self._allow)
        self.filters.changed.connect(self._show)
        self.done.done.connect(self._note_done)
        self.card.done.connect(self._record)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What is done with the action chosen."""
        return [self._done, self._back, self._correct, self._source, self._history]

    def refresh(self) -> None:
        """Read the actions as of the day."""
        with self.alerts.guard():
            self._lines = self._desk.follow_ups.lines(self.on)
        self._places.setCurrentIndex(0 if self._lines else 1)
        self._show()

    def _show(self) -> None:
        self.list.show_rows([line for line in self._lines if self.filters.shows(line)], self._lines)
        self.list.select_first()
        self._allow(self.list.current)

    def _allow(self, line: FollowUpLine | None) -> None:
        writable = line is not None and not self._desk.store.read_only
        done = line is not None and line.state is ActionState.DONE
        self._done.setEnabled(writable and not done)
        self._back.setEnabled(writable and done)
        self._correct.setEnabled(writable)
        self._source.setEnabled(line is not None and line.decision is not None)
        self._history.setEnabled(line is not None)
        self._tell_history(line)

    def show_history(self) -> None:
        """Show under the list what became of the action chosen, or put it away; it follows the list."""
        self.history.setVisible(self.history.isHidden())
        self._tell_history(self.list.current)

    def _tell_history(self, line: FollowUpLine | None) -> None:
        if not self.history.isHidden():
            with self.alerts.guard():
                self.history.load(() if line is None else self._desk.follow_ups.history(line.action.key))

    def close_open(self) -> bool:
        """Escape puts away what became of an action."""
        if self.history.isHidden():
            return super().close_open()
        self.history.hide()
        return True

    # -- acting ------------------------------------------------------------------------------------------------------

    def begin_done(self) -> None:
        """Ask when it was done: today, unless another day is typed."""
        line = self.list.current
        if line is None:
            return
        if self.done.filled:
            self.done.stay()
            return
        self.form.on.load(self.on, over=True)
        self.form.note.load("", over=True)
        self._noted = self.list.chosen or (line,)
        self.done.concern(_named(self._noted))
        self.done.begin()

    def _note_done(self) -> None:
        with self.alerts.guard(self.done):
            day = given(self.form.on, "done_on")
            self._desk.actions.mark_done([one.action.key for one in self._noted], day, self.form.note.value())
            self.done.finished()
            self.list.setFocus()
            self.alerts.say(DONE, action=_named(self._noted))

    def _take_back(self) -> None:
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._desk.actions.mark_done([line.action.key], None)

    def correct(self) -> None:
        """Put an action right."""
        line = self.list.current
        if line is None or self._desk.store.read_only:
            return
        if self.card.filled:
            self.card.stay()
            return
        self.card.begin_as(line.action, line.decision)

    def _record(self) -> None:
        with self.alerts.guard(self.card):
            self._desk.actions.record(self.card.value())
            self.card.finished()
            self.list.setFocus()

    def _show_source(self) -> None:
        line = self.list.current
        if line is not None and line.decision is not None:
            self.asked.emit(Place("decisions", line.decision.key))

    def go_to(self, key: str) -> None:
        """Show one action by its key, whatever is filtered."""
        self._be_read()
        if not self.list.select(key):
            self.filters.kind.load(None, over=True)
            self._show()
            self.list.select(key)

    def current_key(self) -> str:
        """The action chosen."""
        return self.list.current.action.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
