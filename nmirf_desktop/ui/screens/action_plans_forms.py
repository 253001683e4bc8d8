"""The cards of an action plan: the plan, a priority, an action with the files that show what was done."""

from dataclasses import replace

from nmirf_desktop.domain.action_plans import EARLIEST, LATEST, ActionPlan, PlannedAction, PlanPriority
from nmirf_desktop.domain.attachments import Filing, NewFile
from nmirf_desktop.domain.drafting_decisions import decision_in_list
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.fields import ChoiceField, DateField, NumberField, TrilingualField
from nmirf_desktop.ui.file_field import FileField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.objectives import ObjectivesField

NO_DECISION = N_("No decision")
A_FUNCTION = N_("A function, such as “Coordinator”.")


class DecidedForm(Form):
    """A form with the decision on which something rests."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._decisions: tuple[Decision, ...] = ()
        self.decision: ChoiceField[Decision] = ChoiceField(language, [], decision_in_list, none=NO_DECISION)

    def offer(self, decisions: tuple[Decision, ...]) -> None:
        """The decisions of the Network, the latest first."""
        self._decisions = decisions
        self.decision.set_values(decisions)

    def show_decision(self, key: Key | None) -> None:
        """The decision of a key, or none."""
        self.decision.load(next((one for one in self._decisions if one.key == key), None), over=True)

    def decided(self) -> Key | None:
        """The key of the decision chosen."""
        decision = self.decision.value()
        return None if decision is None else decision.key


class PlanForm(DecidedForm):
    """The title of a plan, its years, and the decision that adopted it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._base: ActionPlan | None = None
        self.title = TrilingualField(language, expected=True)
        self.first, self.last = NumberField(language, EARLIEST, LATEST), NumberField(language, EARLIEST, LATEST)
        self.add("title", N_("Title"), self.title, needed=True)
        self.add("first", N_("First year"), self.first, needed=True)
        self.add("last", N_("Last year"), self.last, needed=True)
        self.add("decision", N_("Adopted by"), self.decision)

    def load(self, plan: ActionPlan) -> None:
        """A plan that is begun or put right."""
        self._base = plan
        self.title.load(plan.title, over=True)
        self.first.load(plan.first, over=True)
        self.last.load(plan.last, over=True)
        self.show_decision(plan.decision)

    def value(self) -> ActionPlan:
        """The plan as it is written down. Raises ``Problem`` without its years."""
        first, last = self.first.value(), self.last.value()
        if self._base is None or first is None or last is None:
            values = {"least": EARLIEST, "most": LATEST}
            raise Problem(N_("Give a number from {least} to {most}."), values, "first" if first is None else "last")
        return replace(self._base, title=self.title.value(), first=first, last=last, decision=self.decided())


class PriorityForm(Form):
    """A priority, and the objectives that it serves."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._base = PlanPriority("", "", Trilingual())
        self.title = TrilingualField(language, expected=True)
        self.objectives = ObjectivesField(language)
        self.add("title", N_("Priority"), self.title, needed=True)
        self.add(
            "objectives", N_("Objectives"), self.objectives, N_("Of the Network, which the priority serves (R42).")
        )

    def load(self, priority: PlanPriority) -> None:
        """A priority that is begun or put right."""
        self._base = priority
        self.title.load(priority.title, over=True)
        self.objectives.load(priority.objectives, over=True)

    def value(self) -> PlanPriority:
        """The priority as it is written down."""
        return replace(self._base, title=self.title.value(), objectives=self.objectives.value())


class PlannedForm(DecidedForm):
    """An action: what, by whom, from when to when, how it stands, and what shows it."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._base: PlannedAction | None = None
        self.title = TrilingualField(language, lines=2, expected=True)
        self.responsible = TrilingualField(language)
        self.days = {
            name: DateField(language) for name in ("begins_on", "due_on", "begun_on", "done_on", "given_up_on")
        }
        self.reason = TrilingualField(language, lines=2)
        self.evidence = TrilingualField(language, lines=3)
        self.add("title", N_("What is to be done"), self.title, needed=True)
        self.add("responsible", N_("Responsible"), self.responsible, A_FUNCTION)
        self.add("begins_on", N_("Begins on"), self.days["begins_on"])
        self.add("due_on", N_("Due on"), self.days["due_on"])
        self.add("begun_on", N_("Begun on"), self.days["begun_on"])
        self.add("done_on", N_("Done on"), self.days["done_on"])
        self.add("given_up_on", N_("Given up on"), self.days["given_up_on"])
        self.add("reason", N_("Reason"), self.reason, N_("Why it was given up."))
        self.add("evidence", N_("Evidence"), self.evidence, N_("What shows what was done: a report, a page, a number."))
        self.files = FileField(language, Filing.OTHER)
        self.add("files", N_("Files"), self.files)
        self.add("decision", N_("Decision"), self.decision)

    def load(self, action: PlannedAction) -> None:
        """An action that is begun or put right."""
        self._base = action
        self.title.load(action.title, over=True)
        self.responsible.load(action.responsible, over=True)
        for name, field in self.days.items():
            field.load(getattr(action, name), over=True)
        self.reason.load(action.reason, over=True)
        self.evidence.load(action.evidence, over=True)
        self.files.load((), over=True)
        self.show_decision(action.decision)

    def value(self) -> PlannedAction:
        """The action as it is written down."""
        if self._base is None:
            raise LookupError("no action was begun")
        action = replace(
            self._base, title=self.title.value(), responsible=self.responsible.value(), reason=self.reason.value(),
            evidence=self.evidence.value(), decision=self.decided(),
        )  # fmt: skip
        days = {name: field.value() for name, field in self.days.items()}
        return replace(action, **days)  # type: ignore[arg-type]

    def arrived(self) -> tuple[NewFile, ...]:
        """The files that were added here."""
        return self.files.value()
