"""The card in which the wording of a decision is put right, while its record is read and afterwards."""

from nmirf_desktop.domain.drafting_decisions import decision_name
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.drafts import Again, Draft
from nmirf_desktop.ui.fields import TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage

NAMED = N_("Decision {name}")


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
        self.add("text", N_("Text"), self.text)
        self.add(
            "note",
            N_("Why it is put right"),
            self.note,
            N_("Needed once the record was adopted; it stands with the decision in the register."),
        )

    def load(self, decision: Decision) -> None:
        """As it reads now."""
        self.title.load(decision.title, over=True)
        self.text.load(decision.text, over=True)
        self.note.load("", over=True)


class WordingCard(Draft):
    """The wording of a *decision* put right."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.fields = WordingForm(language)
        self.decision: Decision | None = None
        super().__init__(
            N_("Wording put right"),
            N_("Put it right"),
            self.fields,
            language,
            N_("How it read before is kept. Other languages that no longer agree are to be conformed."),
        )

    def begin_on(self, decision: Decision, again: Again | None = None) -> None:
        """Ask how a decision is to read; *again* as a draft begins."""
        self.decision = decision
        self.fields.load(decision)
        self.concern(named_decision(decision))
        self.begin(again=again)
