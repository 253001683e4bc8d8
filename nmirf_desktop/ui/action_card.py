"""The card of a follow-up action: what is to be done, by whom, by when; in the session and in lists."""

from dataclasses import replace
from functools import cached_property

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.refusals import Sayable
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import CheckField, DateField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.wording_card import named_decision


class ActionForm(Form):
    """An action, who does it, and by when; whether it follows from the decision that is named."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language, lines=2, expected=True)
        self.responsible = TrilingualField(language)
        self.due_on = DateField(language)
        self.decided = CheckField(language, N_("It follows from this decision"))
        self.note = TextField(language, long=True)
        self.add("title", N_("What is to be done"), self.title)
        self.add("responsible", N_("Responsible"), self.responsible, N_("A function, such as “Coordinator”."))
        self.add("due_on", N_("Due on"), self.due_on)
        self.add("decided", N_("Decision"), self.decided)
        self.add("note", N_("Note"), self.note)


class ActionCard(Draft):
    """A follow-up action of a meeting, begun from a decision or an item, or put right."""

    def __init__(self, language: CurrentLanguage) -> None:
        self._base: FollowUpAction | None = None
        super().__init__(N_("Follow-up action"), N_("Record"), lambda: self.fields, language)

    @cached_property
    def fields(self) -> ActionForm:
        """The action, made when the card is first opened."""
        return ActionForm(self._language)

    @staticmethod
    def empty(language: Language) -> Trilingual:
        """Words that are still to be written, in one language first."""
        return Trilingual(source=language)

    def begin_as(self, action: FollowUpAction, decision: Decision | None, about: Sayable | None = None) -> None:
        """Show an action, or one that is begun, of a *decision* or *about* something else."""
        self._base = action
        fields = self.fields
        fields.title.load(action.title, over=True)
        fields.responsible.load(action.responsible, over=True)
        fields.due_on.load(action.due_on, over=True)
        fields.decided.load(decision is not None, over=True)
        fields.show_row("decided", decision is not None)
        fields.note.load(action.note, over=True)
        self.concern(named_decision(decision) if decision is not None else about)
        self.begin()

    def value(self) -> FollowUpAction:
        """The action as it is written down."""
        if self._base is None:
            raise LookupError("no action was begun")
        fields = self.fields
        return replace(
            self._base,
            title=fields.title.value(),
            responsible=fields.responsible.value(),
            due_on=fields.due_on.value(),
            decision=self._base.decision if fields.decided.value() else None,
            note=fields.note.value(),
        )
