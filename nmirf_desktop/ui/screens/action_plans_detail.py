"""The right side of an action plan: the cards, and the action chosen with what shows that it was done."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.action_plan_papers import NOT_ADOPTED
from nmirf_desktop.domain.action_plans import ActionPlan, PlannedAction
from nmirf_desktop.domain.drafting_decisions import decision_in_list
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.action_plans import PlanLine
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.objectives import objective_said
from nmirf_desktop.ui.panes import DetailPane
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.screens.action_plans_forms import PlanForm, PlannedForm, PriorityForm
from nmirf_desktop.ui.screens.action_plans_list import mark_of, responsible_of, state_said, title_of
from nmirf_desktop.ui.theme import Tone

DAYS = {
    "begins_on": N_("Begins on"),
    "due_on": N_("Due on"),
    "begun_on": N_("Begun on"),
    "done_on": N_("Done on"),
    "given_up_on": N_("Given up on"),
}
"""What each day of an action is called, in the order in which they are told."""


class ActionPlansDetail(DetailPane):
    """``asked`` carries a place. *files* shows those of the action chosen."""

    asked = Signal(object)

    def __init__(self, language: CurrentLanguage, files: QWidget) -> None:
        super().__init__(language)
        self.forms = PlanForm(language), PriorityForm(language), PlannedForm(language)
        plan, priority, action = self.forms
        self.cards = (
            Draft(N_("Action plan"), N_("Record"), plan, language),
            Draft(N_("Priority"), N_("Record"), priority, language),
            Draft(N_("Action"), N_("Record"), action, language),
        )
        self._shown: Key = ""
        self.told = FactRows(language)
        self.told.asked.connect(self.asked)
        for part in (*self.cards, self.told):
            self.add(part)
        self._held = self.section(N_("Files"))
        self._held.add(files)
        self._plan = self.section(N_("Action plan"))
        self.adopted = FactRows(language)
        self.adopted.asked.connect(self.asked)
        self._plan.add(self.adopted)

    def show_plan(self, plan: ActionPlan | None, decisions: Sequence[Decision], on: datetime.date) -> None:
        """*Nature*, R46: what is formal is so by a decision: that which had adopted the plan by a day, or none."""
        words = self._language.words
        self._plan.setVisible(plan is not None)
        if plan is None:
            return
        taken = [one for one in decisions if one.adopted_on <= on]
        none = FactRow((words.gettext(NOT_ADOPTED),), mark=Mark("gavel", Tone.MUTED), muted=True)
        found = [replace(one, when=words.gettext("Adopted by")) for one in _decided(plan.decision, taken, words)]
        self.adopted.show_rows(found or (none,))

    def show_line(self, line: PlanLine | None, decisions: Sequence[Decision]) -> None:
        """The action or the priority chosen, or none; an action has files, and may rest on one of the *decisions*.

        A card of another row goes with it while nothing is filled in; one that is filled in stays, under its own name.
        """
        words, before = self._language.words, self._shown
        self._shown = line.key if line is not None else ""
        for card in self.cards[1:] if self._shown != before else ():
            if not card.filled:
                card.hide()
        self._held.setVisible(line is not None and line.action is not None)
        self.told.setVisible(line is not None)
        if line is None:
            self.head(words.gettext("Action plan"))
            self.told.show_rows(())
            return
        about = (line.number, responsible_of(line).best(words.language))
        self.head(title_of(line).best(words.language), " · ".join(filter(None, about)))
        self.told.show_rows(_told(line, decisions, words))


def _told(line: PlanLine, decisions: Sequence[Decision], words: Catalog) -> Iterator[FactRow]:
    if said := state_said(line, words):
        yield FactRow((said,), mark=mark_of(line))
    if line.action is None:
        for objective in line.priority.objectives:
            yield FactRow((objective_said(objective, words),), mark=Mark("flag", Tone.MUTED))
        return
    yield from _days(line.action, words)
    if line.action.evidence:
        shown = line.action.evidence.best(words.language)
        yield FactRow((_fact(N_("Evidence"), shown, words),), mark=Mark("file-text", Tone.MUTED))
    yield from _decided(line.action.decision, decisions, words)


def _days(action: PlannedAction, words: Catalog) -> Iterator[FactRow]:
    """The days of an action that are known; that on which it was given up with the reason."""
    for name, label in DAYS.items():
        day = getattr(action, name)
        if day is not None:
            note = action.reason.best(words.language) if name == "given_up_on" else ""
            yield FactRow((_fact(label, words.date(day), words),), note=note, mark=Mark("calendar-days", Tone.MUTED))


def _decided(key: Key | None, decisions: Sequence[Decision], words: Catalog) -> Iterator[FactRow]:
    for decision in decisions:
        if decision.key == key:
            link = Link(decision_in_list(decision, words), Place("decisions", decision.key))
            yield FactRow((link,), mark=Mark("gavel", Tone.MUTED))


def _fact(label: str, value: str, words: Catalog) -> str:
    return words.pgettext("fact", "{name}: {value}").format(name=words.gettext(label), value=value)
