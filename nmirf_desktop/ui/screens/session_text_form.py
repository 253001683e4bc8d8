"""The card of a proposal: its title and text in three languages, and who proposes it."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import Proposal
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.languages_told import plainly_other
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.ui.fields import StateField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.trilingual import in_turn

JOINS = N_("A State that is a sponsor already leaves them; the main one is named above.")
OF_THE_CHAIR = N_("May stay empty: a text of the Chair.")
BY_OBSERVER = N_(
    "An observer, not a member: the text is kept as it was submitted. The Declaration does not say who may submit one; "
    "members alone decide on it, and “Rules” remarks on it (R23)."
)
BY_OTHER_STATE = N_(
    "Neither member nor observer of the Network: the text is kept as it was submitted. The Declaration does not say "
    "who may submit one; members alone decide on it, and “Rules” remarks on it (R23)."
)
TAB = N_("Tab goes through title and text in one language, then in the others, then to the sponsors.")
OTHER_WORDS = {
    Language.EN: N_("One of these texts is in English and stands under another language."),
    Language.FR: N_("One of these texts is in French and stands under another language."),
    Language.ES: N_("One of these texts is in Spanish and stands under another language."),
}
"""What is said of a text whose words plainly are of another language."""


class TextForm(Form):
    """Title and text in three languages, who proposes, and who joins or leaves the sponsors."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.title = TrilingualField(language)
        self.text = TrilingualField(language, lines=3)
        self.sponsor = StateField(language, ())
        self.add("title", N_("Title"), self.title)
        self.add("text", N_("Text"), self.text)
        self.joining = StateField(language, ())
        self.joining.only_entered()
        self.add("sponsor", N_("Proposed by"), self.sponsor, OF_THE_CHAIR)
        self.add("sponsors", N_("Joins the sponsors"), self.joining, JOINS)
        self._loaded: ProposalFile | None = None
        self._roll = Roll()
        self.sponsor.edited.connect(self._say_who)

    def offer(self, states: tuple[State, ...], roll: Roll) -> None:
        """The States that may propose, those of the *roll* before the others."""
        self._roll = roll
        for field in (self.sponsor, self.joining):
            field.set_states(states, roll.near)
        self._say_who()

    def load(self, file: ProposalFile) -> None:
        """Show a proposal; what is being typed stays."""
        proposal = file.proposal
        over = self.begin(proposal.key)
        settled, self._loaded = self.settled, file
        if over:
            self.write_in(proposal.title.source)
        self._say_languages(proposal)
        self.title.load(proposal.title, over=over)
        self.text.load(proposal.text, over=over)
        self.sponsor.load(proposal.sponsor, over=over)
        self.joining.load(None, over=over)
        for state in (self.sponsor, self.joining):
            state.set_read_only(file.settled)
        for field in (self.title, self.text):
            field.keep_original(file.settled)
        if file.settled and not settled and not over:
            QTimer.singleShot(0, self, self.flush)  # what is still typed of the original is refused, and said to be so
        self._say_who()

    def _say_who(self) -> None:
        """Under who proposes: what the rules say of a State that is no member (R23)."""
        state = self.sponsor.value()
        outside = state is not None and not self._roll.member(state)
        observer = outside and state in self._roll.observers
        self.hint("sponsor", (BY_OBSERVER if observer else BY_OTHER_STATE) if outside else OF_THE_CHAIR)

    def value(self, name: str) -> Proposal | None:
        """The proposal with what the field of that name says."""
        if self._loaded is None:
            return None
        return replace(self._loaded.proposal, **{name: self.field(name).value()})

    @property
    def settled(self) -> bool:
        """Whether the proposal shown no longer changes, but in its translations."""
        return self._loaded is not None and self._loaded.settled

    def write_in(self, tongue: Language) -> None:
        """Let Tab go through title and text in one language, then in each of the others, then to the States."""
        written = in_turn(tongue, self.title, self.text)
        for before, after in pairwise((*written, *self.sponsor.editors, *self.joining.editors)):
            QWidget.setTabOrder(before, after)

    def _say_languages(self, proposal: Proposal) -> None:
        """Under a text of another language than it stands under, which that is; else where Tab leads."""
        for name, text, usual in (("title", proposal.title, ""), ("text", proposal.text, TAB)):
            told = (plainly_other(text[one], one) for one in Language if text[one])
            self.hint(name, next((OTHER_WORDS[one] for one in told if one is not None), usual))
