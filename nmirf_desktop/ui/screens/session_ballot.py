"""Before a vote opens: on what, by which method, and who is called first."""

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Method, VoteKind
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.voting import Ballot, DrawnLot
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import ChoiceField, StateField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_text_rows import TextRow

METHODS = {
    Method.ROLL_CALL: N_("Roll call"),
    Method.SHOW_OF_HANDS: N_("Show of hands"),
    Method.RECORDED: N_("Recorded vote"),
    Method.SECRET_BALLOT: N_("Secret ballot"),
}
KINDS = {
    VoteKind.PROPOSAL: N_("The proposal"),
    VoteKind.AMENDMENT: N_("The amendment"),
    VoteKind.PART: N_("The part of the proposal"),
    VoteKind.DIVISION: N_("The motion for division"),
    VoteKind.RECONSIDERATION: N_("The motion to reconsider"),
    VoteKind.PROCEDURAL: N_("A procedural motion"),
    VoteKind.APPEAL: N_("An appeal against a ruling of the Chair"),
}
LOT = N_(
    "The State whose name the Chair drew by lot (R19), and no other one: the minutes and the voting record say that it"
    " was drawn. Left empty, the call begins at the top of the list, and “Rules” remarks that no lot was drawn."
)
NOT_FORESEEN = N_(
    "By the practice in force, a secret ballot is taken in elections at most (R18). The meeting may decide otherwise: "
    "the vote can be opened, and “Rules” remarks on it."
)
ON_A_QUESTION = (VoteKind.PROCEDURAL, VoteKind.APPEAL)
"""What is voted on by a question of its own."""


def method_words(method: Method, words: Catalog) -> str:
    """A method by its name."""
    return words.gettext(METHODS[method])


def _kind(kind: VoteKind, words: Catalog) -> str:
    return words.gettext(KINDS[kind])


class BallotForm(Form):
    """What is voted on, how, and the State drawn by lot; a motion brings its own question."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.kind = ChoiceField(language, list(ON_A_QUESTION), _kind)
        self.method = ChoiceField(language, list(METHODS), method_words)
        self.drawn, self.lot = StateField(language, ()), QPushButton()
        self._lot: DrawnLot | None = None
        self._foreseen = True
        self.question = TrilingualField(language)
        self.add("proposal", N_("The vote is on"), self.kind)
        self.add("method", N_("Method"), self.method)
        self.add("drawn", N_("Called first, by lot"), self.drawn, LOT)
        self._by_lot = QWidget()
        line = QHBoxLayout(self._by_lot)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.lot)
        line.addStretch()
        self.add_widget(self._by_lot)
        self.add("question", N_("Question"), self.question)
        self.drawn.edited.connect(self._by_hand)
        self.kind.edited.connect(self._fit)
        self.method.edited.connect(self._fit)
        self.translated.connect(self._name_lot)
        self._name_lot()

    def _name_lot(self) -> None:
        self.lot.setText(self.language.words.gettext("Draw the first State by lot"))

    def start(self, electorate: Iterable[State], on: VoteKind | None, *, secret: bool = True) -> None:
        """A new vote: *on* the text that is chosen where there is one, by roll call.

        *secret* says whether the practice in force foresees a secret ballot on it.
        """
        self._foreseen = secret
        self.drawn.set_states(electorate)
        self.kind.set_values([*((on,) if on is not None else ()), *ON_A_QUESTION])
        self.kind.load(on or VoteKind.PROCEDURAL, over=True)
        self.method.load(Method.ROLL_CALL, over=True)
        self.drawn.load(None, over=True)
        self._lot = None
        self.question.load(Trilingual(), over=True)
        self.write_in(self.language.language)
        self._fit()

    def start_on(self, ballot: Ballot) -> None:
        """A vote on a motion or an appeal, as it is asked for."""
        self.kind.load(ballot.kind, over=True)
        self.method.load(ballot.method, over=True)
        self.question.load(ballot.question, over=True)
        self._fit()

    def _fit(self) -> None:
        self.show_row("question", self.kind.value() in ON_A_QUESTION)
        remarked = self.method.value() is Method.SECRET_BALLOT and not self._foreseen
        self.hint("method", NOT_FORESEEN if remarked else "")
        called = self.method.value() is Method.ROLL_CALL
        self.show_row("drawn", called)
        self._by_lot.setVisible(called)

    def draw(self, lot: DrawnLot) -> None:
        """The State that the program drew, with the seed of the lot; another State entered by hand has none."""
        self.drawn.load(lot.state.iso3, over=True)
        self._lot = lot

    def _seed(self) -> str:
        """The seed of the lot, as long as the State is the one that was drawn."""
        return self._lot.seed if self._lot is not None and self._lot.state.iso3 == self.drawn.value() else ""

    def _by_hand(self) -> None:
        """What is entered by hand was drawn in the room."""
        self._lot = None

    def ballot(self, meeting: Key, item: Key, row: TextRow | None) -> Ballot:
        """The vote as the form says, on the text of a *row* or on a question of its own."""
        kind, method = self.kind.value() or VoteKind.PROPOSAL, self.method.value() or Method.ROLL_CALL
        text = row if kind not in ON_A_QUESTION else None
        motion = text.key if text is not None and text.motion is not None and text.part is None else None
        return Ballot(
            meeting, item, method, text.file.proposal.key if text is not None else None, kind,
            self.question.value() if text is None else Trilingual(),
            self.drawn.value() if method is Method.ROLL_CALL else None,
            amendment=text.key if text is not None and text.amendment is not None else None,
            part=text.key if text is not None and text.part is not None else None, text_motion=motion,
            lot_seed=self._seed() if method is Method.ROLL_CALL else "",
        )  # fmt: skip


class BallotCard(Draft):
    """Opens a vote; the lot can be drawn here, which ``drawing`` asks for, or the name drawn in the room is entered."""

    drawing = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(
            N_("Open a vote"),
            N_("Open the vote"),
            lambda: self.fields,
            language,
            N_("The list of those entitled is fixed when the vote opens; presence never bars a vote."),
        )

    @cached_property
    def fields(self) -> BallotForm:
        """The vote, made when the card is first opened."""
        fields = BallotForm(self._language)
        fields.lot.clicked.connect(self.drawing)
        return fields
