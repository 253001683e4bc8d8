"""The action plan: its priorities with their actions, how each stands, and how far the Network has come."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.phrases import Content
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.action_plans import PlanLine
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Alerts, Notice, Offer, Sentence
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.empty import Empty, EmptyState
from nmirf_desktop.ui.file_drop import FileDrop
from nmirf_desktop.ui.following import of_record
from nmirf_desktop.ui.held_files import ATTACH_FILES, HeldFiles
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import MasterDetail
from nmirf_desktop.ui.parts_chart import PartsChart, PartsOf
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.plan_marks import PARTS
from nmirf_desktop.ui.screen import Screen, today
from nmirf_desktop.ui.screens.action_plans_detail import ActionPlansDetail
from nmirf_desktop.ui.screens.action_plans_list import COLUMNS, PlanFilters, title_of
from nmirf_desktop.ui.screens.action_plans_marking import Marking
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import STEP, Tone
from nmirf_desktop.ui.work_lists import WorkLists

NO_PLAN = N_("No action plan yet")
WHY = N_("An action plan says, by priority, what the Network does in a few years, who does it, and by when.")
NO_PRIORITY = N_("This plan has no priority yet")
THEN = N_("Add a priority (Ctrl+Shift+P), then its actions (Ctrl+Shift+A).")
NAMED = N_("The action plan stands under the review and the future directions on the agenda of {symbol}.")
SHOW_AGENDA = N_("Show the agenda")
NEW_PLAN = N_("Write down a plan")
YEARS = 4
"""A new plan ends so many years after its first year."""


class ActionPlansScreen(Screen):
    """The plan as a list at the left, its chart above it; what is chosen, and the cards, at the right."""

    title = N_("Action plan")
    icon = "flag"
    subjects = frozenset({Subject.PLANS, Subject.VOTES, Subject.ATTACHMENTS})
    help_page = "action-plan"

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__(language, alerts)
        self.lists = WorkLists(self, desk, IntakeKind.ACTION_PLANS)
        self._desk, self._plans = desk, desk.action_plans
        self._lines: tuple[PlanLine, ...] = ()
        self._decisions: tuple[Decision, ...] = ()
        self.list: RowTable[PlanLine] = RowTable(COLUMNS, lambda line: line.key, language)
        self.list.name(N_("Priorities and actions"))
        self.filters = PlanFilters(language)
        self.list.add_filter(self.filters)
        self.chart = PartsChart(PARTS, language)
        self.files = HeldFiles(desk, language, alerts)
        self.detail = ActionPlansDetail(language, self.files)
        self.drop = FileDrop(self.detail)
        self.forms = self.detail.forms
        self.plan_card, self.priority_card, self.action_card = self._cards
        self._make_actions()
        self._arrange()
        self.retranslate()

    def _make_actions(self) -> None:
        def act(label: str, slot: Callable[[], object], look: Look) -> Action:
            return Action(label, slot, look, self)

        def listed(label: str, slot: Callable[[], object], icon: str, keys: str) -> Action:
            action = act(label, slot, Look(icon, keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.list.view.addAction(action)
            return action

        self._add = act(N_("Add an action"), self.begin_action, Look("plus", "Ctrl+Shift+A", primary=True))
        self._add_priority = act(N_("Add a priority"), self.begin_priority, Look("flag", "Ctrl+Shift+P"))
        self.marking = Marking(self._desk, self._chosen, self)
        self._attach = act(ATTACH_FILES, self.files.choose, Look("paperclip", "Ctrl+Shift+F"))
        self._correct = act(N_("Correct …"), self.correct, Look("pencil", "F2"))
        self._up = listed(N_("Move up"), lambda: self._move(-1), "chevron-up", "Ctrl+Up")
        self._down = listed(N_("Move down"), lambda: self._move(1), "chevron-down", "Ctrl+Down")
        self._remove = listed(N_("Remove"), self._take_out, "trash-2", "Del")
        self._print = act(N_("Print the plan"), self.show_document, Look("files", "Ctrl+Shift+O"))
        self._on_agenda = act(N_("Put it on the agenda"), self.put_on_agenda, Look("list-ordered", "Ctrl+Shift+G"))
        self._new_plan = act(NEW_PLAN, self.begin_plan, Look("plus"))
        self._change_plan = act(N_("Correct the plan"), self.correct_plan, Look("pencil"))

    def _arrange(self) -> None:
        left, whole = QWidget(), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(MasterDetail(left, self.detail, share=0.64))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, STEP * 2, STEP * 4, 0)
        column.setSpacing(STEP * 2)
        self._empty = EmptyState(Empty(NO_PLAN, WHY, (Offer(NEW_PLAN, self.begin_plan),), "flag"), self.language)
        offer = Offer(N_("Add a priority"), self.begin_priority)
        self._bare = EmptyState(Empty(NO_PRIORITY, THEN, (offer,), "flag"), self.language)
        for part in (self.chart, self._empty, self._bare, self.list):
            column.addWidget(part)
        column.setStretchFactor(self.list, 1)
        self.list.opened.connect(lambda _line: self.correct())
        self.list.selected.connect(lambda _line: self._show_chosen())
        self.detail.asked.connect(self.asked)
        self.drop.dropped.connect(self._arrived)
        self.list.picked.connect(self._allow)
        self.filters.changed.connect(self.refresh)
        self.marking.marked.connect(self._written)
        self.marking.field_asked.connect(self.begin_field)
        for card, record in zip(
            self._cards, (self._record_plan, self._record_priority, self._record_action), strict=True
        ):
            card.done.connect(record)
            card.left.connect(self.list.setFocus)

    @property
    def _cards(self) -> tuple[Draft, Draft, Draft]:
        return self.detail.cards

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What is done with the plan, and with what is chosen in it."""
        return [
            self._add, self._add_priority, *self.marking.actions.values(), self.marking.give_up, self._print,
            self._on_agenda, self._correct, self._attach, self._up, self._down, self._remove, self._new_plan,
            self._change_plan, *self.lists.actions(),
        ]  # fmt: skip

    # -- showing -----------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> ActionPlan | None:
        """The plan shown."""
        return self.filters.plan.value()

    def refresh(self) -> None:
        """Read the plans, and the one shown as it stands on the day."""
        with self.alerts.guard():
            plans, shown = self._plans.all(), self.plan
            kept = next((one for one in plans if shown is not None and one.key == shown.key), None)
            self.filters.plan.set_values(plans)
            self.filters.plan.load(kept or self._plans.current(self.on), over=True)
            plan = self.plan
            self._lines = self._plans.lines(plan.key, self.on) if plan is not None else ()
            latest = sorted(self._desk.proposals.decisions(), key=lambda one: (one.year, one.number), reverse=True)
            for form in (self.forms[0], self.forms[2]):
                form.offer(tuple(latest))
            self._decisions = tuple(latest)
        self._show()

    def _show(self) -> None:
        there, wanted = self.plan is not None, self.filters.state.value()
        self._empty.setVisible(not there)
        self._bare.setVisible(there and not self._lines)
        self.list.setVisible(bool(self._lines))
        shown = [one for one in self._lines if wanted is None or one.state is wanted]
        self.list.show_rows(shown, self._lines)
        self.list.select_first()
        self._show_chart()
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self.list.current
        self.detail.show_plan(self.plan, self._decisions, self.on)
        self.detail.show_line(line, self._decisions)
        self.detail.begin_at_top(line.key if line is not None else "")
        with self.alerts.guard():
            action = line.action if line is not None else None
            self.files.load(Holder(HolderKind.PLANNED_ACTION, action.key) if action is not None else None)
        self._allow()

    def _show_chart(self) -> None:
        language = self.language.words.language
        rows = [
            PartsOf(f"{one.number}. {one.priority.title.best(language)}", one.progress.counts, one.number)
            for one in self._lines
            if one.progress is not None
        ]
        self.chart.show_rows(rows)
        self.chart.setVisible(any(one.total for one in rows))

    def _allow(self) -> None:
        writable, line = not self._desk.store.read_only, self.list.current
        self._new_plan.setEnabled(writable)
        self._print.setEnabled(self.plan is not None)
        for action in (self._add_priority, self._change_plan, self._on_agenda):
            action.setEnabled(writable and self.plan is not None)
        for action in (self._add, self._correct, self._up, self._down, self._remove):
            action.setEnabled(writable and line is not None)
        self._attach.setEnabled(writable and line is not None and line.action is not None)
        self.marking.allow(self.words)

    # -- acting ------------------------------------------------------------------------------------------------------

    def show_document(self) -> None:
        """Go to the plan shown as a document."""
        if self.plan is not None:
            self.asked.emit(Place("documents", f"{DocumentKind.PLAN}:{self.plan.key}"))

    def begin_plan(self) -> None:
        """Open the card of a new plan, from this year on."""
        if put_away(self._cards):
            year = self.on.year
            self.forms[0].load(ActionPlan("", Trilingual(source=self.language.words.language), year, year + YEARS))
            self.plan_card.begin()

    def correct_plan(self) -> None:
        """Open the card with the plan shown."""
        if self.plan is not None and put_away(self._cards):
            self.forms[0].load(self.plan)
            self.plan_card.begin(again=of_record(self._desk.store, self.plan, self.forms[0].load))

    def begin_priority(self) -> None:
        """Open the card of a new priority of the plan shown."""
        if self.plan is not None and put_away(self._cards):
            self.forms[1].load(PlanPriority("", self.plan.key, Trilingual(source=self.language.words.language)))
            self.priority_card.begin()

    def begin_action(self) -> None:
        """Open the card of a new action, under the priority chosen."""
        line = self.list.current
        if line is not None and put_away(self._cards):
            empty = Trilingual(source=self.language.words.language)
            self.forms[2].load(PlannedAction("", line.priority.key, empty, empty))
            self.action_card.concern(Content(line.priority.title))
            self.action_card.begin()

    def correct(self) -> None:
        """Open the card with what is chosen."""
        line = self.list.current
        if line is None or self._desk.store.read_only or not put_away(self._cards):
            return
        if line.action is None:
            self.forms[1].load(line.priority)
            self.priority_card.begin(again=of_record(self._desk.store, line.priority, self.forms[1].load))
            return
        self.forms[2].load(line.action)
        self.action_card.concern(Content(line.action.title))
        self.action_card.begin(again=of_record(self._desk.store, line.action, self.forms[2].load))

    def _record_plan(self) -> None:
        with self.alerts.guard(self.plan_card):
            plan = self._plans.save_plan(self.forms[0].value())
            self.plan_card.finished()
            self.filters.plan.set_values(self._plans.all())
            self.filters.plan.load(plan, over=True)
            self._written(plan.key)

    def _record_priority(self) -> None:
        with self.alerts.guard(self.priority_card):
            priority = self._plans.save_priority(self.forms[1].value())
            self.priority_card.finished()
            self._written(priority.key)

    def _record_action(self) -> None:
        with self.alerts.guard(self.action_card):
            action = self._plans.save_action(self.forms[2].value(), self.forms[2].arrived())
            self.action_card.finished()
            self._written(action.key)

    def _written(self, key: str) -> None:
        self.refresh()
        self.list.select(key)
        self.list.setFocus()

    def _chosen(self) -> list[PlannedAction]:
        chosen = self.list.chosen or (() if self.list.current is None else (self.list.current,))
        return [one.action for one in chosen if one.action is not None]

    def begin_field(self, name: str) -> None:
        """Open the card of the action chosen at a field: what shows it, or why it is given up, today unless changed."""
        action = self.list.current.action if self.list.current is not None else None
        if action is None or not put_away(self._cards):
            return
        self.correct()
        form, card = self.forms[2], self.action_card
        if name == "reason" and action.given_up_on is None:
            card.propose(lambda: form.days["given_up_on"].load(min(self.on, today()), over=True))
        card.attend_to(name)

    def put_on_agenda(self) -> None:
        """Name the plan on the agenda of the next annual meeting."""
        if self.plan is not None:
            with self.alerts.guard():
                meeting, items = self._plans.put_on_agenda(self.plan.key, self.on)
                said = Sentence(NAMED, {"symbol": meeting.symbol})
                offer = Offer(SHOW_AGENDA, lambda: self.asked.emit(Place("agenda", items[0].key)))
                self.alerts.show(Notice(said, Tone.GOOD, offers=(offer,)))

    def _move(self, by: int) -> None:
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._plans.move(line.key, by)
                self._written(line.key)

    def _take_out(self) -> None:
        line = self.list.current
        if line is not None:
            with self.alerts.guard():
                self._plans.remove(line.key)
                self.alerts.say(N_("Removed: {what}. Undo brings it back."), what=Content(title_of(line)))
                self.refresh()

    def _arrived(self, paths: Sequence[Path]) -> None:
        """Files dropped on the pane are those of the action being written down, else of the one chosen."""
        if self.action_card.isVisible():
            self.forms[2].files.add_paths(paths)
        elif self._attach.isEnabled():
            self.files.receive(paths)

    def go_to(self, key: str) -> None:
        """Show a plan, a priority or an action by its key, whatever is filtered."""
        self._be_read()
        with self.alerts.guard():
            belongs = self._plans.plan_of(key) or key
        plan = next((one for one in self._plans.all() if one.key == belongs), None)
        if plan is not None:
            self.filters.plan.load(plan, over=True)
            self.filters.state.load(None, over=True)
            self.refresh()
            self.list.select(key)

    def correct_shown(self, key: str) -> None:
        """Open the card of the plan, the priority or the action of a key."""
        if self.plan is not None and key == self.plan.key:
            self.correct_plan()
        elif key == self.current_key():
            self.correct()

    def current_key(self) -> str:
        """The priority or the action chosen."""
        return self.list.current.key if self.list.current else ""

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.filters.retranslate()
        self._show_chart()
        if not self._stale:
            self._show_chosen()
