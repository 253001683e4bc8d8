"""The card in which the wording of a decision is put right, while its record is read and afterwards."""

from functools import cached_property
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.records_kept import WordingCorrection
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.domain.wordings import rewords
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.ui.drafts import Again, Draft
from nmirf_desktop.ui.fields import TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.trilingual import in_turn

NAMED = N_("Decision {name}")
WORDED = N_("The wording of decision {name} was put right.")
CONFORMED = N_("Decision {name}: translations conformed to the text adopted.")
TAB = N_("Tab goes through title and text in one language, then in the others, then to the reason.")


def named_decision(decision: Decision) -> Phrase:
    """A decision by its number, in words."""
    return Phrase(NAMED, {"name": decision_name(decision)})


class WordingForm(Form):
    """How a decision is to read, and why."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language)
        self.text = TrilingualField(language, lines=4)
        self.note = TextField(language, long=True)
        self.add("title", N_("Title"), self.title)
        self.add("text", N_("Text"), self.text, TAB)
        self.add(
            "note",
            N_("Why it is put right"),
            self.note,
            N_("Needed once the record was adopted; it stands with the decision in the register."),
        )

    def load(self, decision: Decision) -> None:
        """As it reads now."""
        self.write_in(decision.language)
        self.title.load(decision.title, over=True)
        self.text.load(decision.text, over=True)
        self.note.load("", over=True)

    def write_in(self, tongue: Language) -> None:
        """Let Tab go through title and text in one language, then in each of the others, then to the reason."""
        super().write_in(tongue)
        for before, after in pairwise((*in_turn(tongue, self.title, self.text), *self.note.editors)):
            QWidget.setTabOrder(before, after)


class WordingCard(Draft):
    """The wording of a *decision* put right."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.decision: Decision | None = None
        super().__init__(
            N_("Wording put right"),
            N_("Put it right"),
            lambda: self.fields,
            language,
            N_(
                "How it read before is kept. A translation that is written here is conformed by that; other languages "
                "that no longer agree are to be conformed."
            ),
        )

    @cached_property
    def fields(self) -> WordingForm:
        """How the decision is to read, made when the card is first opened."""
        return WordingForm(self._language)

    def begin_on(self, decision: Decision, again: Again | None = None) -> None:
        """Ask how a decision is to read; *again* as a draft begins."""
        self.decision = decision
        self.fields.load(decision)
        self.concern(named_decision(decision))
        self.begin(again=again)

    def said_of(self, before: WordingCorrection) -> str:
        """What is said once it is recorded, a marked constant: of translations alone, that they were conformed."""
        decision = self.decision
        wanted = self.fields.title.value(), self.fields.text.value()
        return WORDED if decision is None or rewords(before, decision.language, *wanted) else CONFORMED
