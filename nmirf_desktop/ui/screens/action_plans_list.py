"""The list of a plan: its columns, and which plan and actions are listed."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nmirf_desktop.domain.action_plans import ActionPlan, PlanState
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.services.action_plans import PlanLine
from nmirf_desktop.ui.fields import ChoiceField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.objectives import objectives_said
from nmirf_desktop.ui.plan_marks import LABELS, MARKS, done_said, progress_said
from nmirf_desktop.ui.rows import Column, Mark


def title_of(line: PlanLine) -> Trilingual:
    """What an action or a priority is called."""
    return line.priority.title if line.action is None else line.action.title


def state_said(line: PlanLine, words: Catalog) -> str:
    """How an action stands, or how far a priority has come."""
    if line.state is not None:
        return words.gettext(LABELS[line.state])
    return progress_said(line.progress, words) if line.progress is not None else ""


def _briefly(line: PlanLine, words: Catalog) -> str:
    return done_said(line.progress, words) if line.progress is not None else state_said(line, words)


def mark_of(line: PlanLine) -> Mark:
    """The shape of that."""
    return Mark("flag") if line.state is None else MARKS[line.state]


def _by_number(line: PlanLine, _words: Catalog) -> tuple[int, ...]:
    return tuple(map(int, line.number.split(".")))


def _day(name: str) -> Callable[[PlanLine, Catalog], str]:
    def said(line: PlanLine, words: Catalog) -> str:
        day = getattr(line.action, name, None)
        return words.short_date(day) if day is not None else ""

    return said


def _sorted(name: str) -> Callable[[PlanLine, Catalog], int]:
    def place(line: PlanLine, _words: Catalog) -> int:
        day = getattr(line.action, name, None)
        return day.toordinal() if day is not None else 10**7

    return place


def _cell(name: str) -> Callable[[PlanLine, Catalog], datetime.date | None]:
    """A day as an exported list has it, so that a program for tables sorts by it."""
    return lambda line, _words: getattr(line.action, name, None)


def _serves(line: PlanLine, words: Catalog) -> str:
    return objectives_said(line.priority.objectives, words) if line.action is None else ""


def responsible_of(line: PlanLine) -> Trilingual:
    """The function that does an action."""
    return Trilingual() if line.action is None else line.action.responsible


def evidence_of(line: PlanLine) -> Trilingual:
    """What shows that an action was done."""
    return Trilingual() if line.action is None else line.action.evidence


COLUMNS: tuple[Column[PlanLine], ...] = (
    Column(N_("Number"), lambda line, _words: line.number, _by_number, least=6),
    Column(
        N_("What is to be done"),
        lambda line, words: title_of(line).best(words.language),
        also=lambda line: " ".join(title_of(line)[one] for one in Language),
        stretch=True,
        ease=26,
    ),
    Column(N_("State"), state_said, mark=mark_of, brief=_briefly, least=18),
    Column(
        N_("Responsible"),
        lambda line, words: responsible_of(line).best(words.language),
        also=lambda line: " ".join(responsible_of(line)[one] for one in Language),
        least=12,
        spare=True,
    ),
    Column(N_("Due on"), _day("due_on"), _sorted("due_on"), cell=_cell("due_on")),
    Column(N_("Begins on"), _day("begins_on"), _sorted("begins_on"), cell=_cell("begins_on"), spare=True),
    Column(N_("Done on"), _day("done_on"), _sorted("done_on"), cell=_cell("done_on"), spare=True),
    Column(N_("Objectives"), _serves, least=12, spare=True),
    Column(
        N_("Evidence"),
        lambda line, words: evidence_of(line).best(words.language),
        also=lambda line: " ".join(evidence_of(line)[one] for one in Language),
        least=12,
        spare=True,
    ),
    Column(
        N_("Files"),
        lambda line, words: words.number(line.files) if line.files else "",
        lambda line, _words: line.files,
        right=True,
        cell=lambda line, _words: line.files or None,
        spare=True,
    ),
)
"""The columns of a plan."""


class PlanFilters(QWidget):
    """Which plan is shown, and the actions of which state. ``changed`` is emitted by a choice."""

    changed = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self.plan: ChoiceField[ActionPlan] = ChoiceField(language, [], _plan_said)
        self.state: ChoiceField[PlanState] = ChoiceField(
            language, list(PlanState), lambda one, words: words.gettext(LABELS[one]), none=N_("All actions")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.plan, self.state))
        for field in (self.plan, self.state):
            field.edited.connect(self.changed)

    def retranslate(self) -> None:
        """Say the names of the filters again."""
        words = self._language.words
        self.plan.set_accessible(words.gettext("Action plan"), "")
        self.state.set_accessible(words.gettext("State"), "")


def _plan_said(plan: ActionPlan, words: Catalog) -> str:
    frame = words.pgettext("action plan with its years", "{title} ({first}–{last})")
    return frame.format(title=plan.title.best(words.language), first=plan.first, last=plan.last)
