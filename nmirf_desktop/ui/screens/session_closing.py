"""The end of a vote: the outcome with its arithmetic, the Chair's declaration, and the number of the decision."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.corrected_results import BothResults, both_results
from nmirf_desktop.domain.motions import stands
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.vote_lists import correction_note
from nmirf_desktop.domain.vote_sentences import (
    Matter,
    arithmetic,
    arithmetic_of_part,
    vote_sentence,
)
from nmirf_desktop.domain.voting import Outcome, VoteKind
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.fields import TextField
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.letters import Letter
from nmirf_desktop.ui.screens.session_chair import ChairCard
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

OUTCOMES = {Outcome.ADOPTED: N_("adopted"), Outcome.NOT_ADOPTED: N_("not adopted")}
RETAINED = {Outcome.ADOPTED: N_("retained"), Outcome.NOT_ADOPTED: N_("not retained")}
OTHER = {Outcome.ADOPTED: Outcome.NOT_ADOPTED, Outcome.NOT_ADOPTED: Outcome.ADOPTED}
ANNOUNCE = {
    False: N_("Announce the result: {outcome} (Enter)"),
    True: N_("Announce the result: {outcome} (Esc, then Enter)"),
}
"""What the button says, and while the keyboard is in the list of answers."""
CORRECT = Letter("result.correct", N_("Correct an answer, or the totals"), "C")
REPLAY = Letter("result.replay", N_("Replay the vote"), "V")
"""The letters that correct and replay what was announced, as delivered the same on the page of the elections."""
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ReasonForm(Form):
    """Why the Chair declared another outcome than the numbers give."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.reason = TextField(language)
        self.add("divergence", N_("Reason"), self.reason)


class ClosingCard(QFrame):
    """``announced`` carries the declared :class:`Outcome` (``None``: as the numbers say) and the reason.

    Afterwards ``left`` goes back to the item, ``correction_asked`` opens the card for corrections, and ``replay_asked``
    goes through the vote once more, by the letters that do so for an election too.
    """

    announced = Signal(object, str)
    correction_asked = Signal()
    replay_asked = Signal()
    left = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._board: Board | None = None
        self._in_list = False
        role(self, "card")
        self.outcome, self.steps, self.notes = QLabel(), QLabel(), QLabel()
        style(self.outcome, Type.TITLE)
        for label in (self.steps, self.notes):
            style(label, Type.BODY, Tone.MUTED)
        for label in (self.outcome, self.steps, self.notes):
            label.setWordWrap(True)
        self.chair = ChairCard(language)
        self.other = QCheckBox()
        self.other.toggled.connect(self._fit)
        self.form = ReasonForm(language)
        self.button = QPushButton()
        role(self.button, "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self.press)
        self.correct = QPushButton()
        self.correct.setAutoDefault(True)  # so that Enter presses it too
        self.correct.clicked.connect(self.correction_asked)
        self.again = QPushButton()
        self.again.setAutoDefault(True)
        self.again.clicked.connect(self.replay_asked)
        row = SideBySide(self.button, self.other, self.correct, self.again)
        for button in self.buttons:
            button.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 4, STEP * 3, STEP * 4, STEP * 3)
        column.setSpacing(STEP * 2)
        for part in (self.outcome, self.steps, self.notes, self.chair, self.form, row):
            column.addWidget(part)

    def show_board(self, board: Board, matter: Matter, decision: str) -> None:
        """The result as it stands; *decision* is its number ("2027/1") once it was announced and adopted."""
        self._board = board
        self.other.setChecked(False)
        self._matter, self._decision = matter, decision
        self._said()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done with the result, from left to right."""
        return (self.button, self.correct, self.again)

    @property
    def complete(self) -> bool:
        """Whether the result can be announced, or was."""
        board = self._board
        if board is None:
            return False
        counted = board.tally.no_answer < board.tally.entitled or board.method.named
        return board.closed or (counted and not board.calling.missing)

    def press(self) -> None:
        """Announce the result; once it is announced, go back to the item."""
        if self._board is None:
            return
        if self._board.closed:
            self.left.emit()
            return
        computed = self._board.tally.outcome
        if self.other.isChecked():
            self.announced.emit(OTHER[computed], self.form.reason.value())
        else:
            self.announced.emit(None, "")

    def follow_keyboard(self, *, in_list: bool) -> None:
        """Name the keys that announce: while the keyboard is *in* the *list*, Enter opens an answer there."""
        if in_list != self._in_list:
            self._in_list = in_list
            self._fit()

    def show_problem(self, problem: Problem) -> bool:
        """Say a problem under the reason."""
        return self.form.show_problem(problem)

    def _said(self) -> None:
        """Say the result; while members are still called the card is not seen, and says nothing with each key."""
        board, words = self._board, self._language.words
        if board is None or not self.complete:
            return
        declared = board.declared or board.tally.outcome
        self.outcome.setText(self._headline(board, declared, words))
        self.steps.setText(self._arithmetic(board, words))
        notes = [correction_note(state, answer, words) for state, answer in board.intended]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.chair.say(lambda said: vote_sentence(board.tally, board.method, self._matter, said))
        self.chair.setVisible(not board.declared_otherwise)
        self.other.setVisible(not board.closed)
        self.other.setText(words.gettext("The Chair declared otherwise"))
        self.correct.setVisible(board.closed)
        named = words.gettext("Correct an answer"), words.gettext("Correct the totals")
        self.correct.setText(CORRECT.after(named[0] if board.method.named else named[1], words))
        self.again.setVisible(board.closed)
        self.again.setText(REPLAY.after(words.gettext("Replay the vote"), words))
        self._fit()

    def _arithmetic(self, board: Board, words: Catalog) -> str:
        equal = board.practice.equal
        both = BothResults(board.announced, board.tally, board.kind, equal, board.declared_otherwise)
        if board.corrected and not both.figures_stand:
            return both_results(both, words)
        of_part = board.kind is VoteKind.PART
        return arithmetic_of_part(board.tally, words) if of_part else arithmetic(board.tally, words, equal)

    def _headline(self, board: Board, declared: Outcome, words: Catalog) -> str:
        outcome = outcome_words(board.kind, declared, words)
        if board.closed and self._decision:
            return words.gettext("Decision {name}").format(name=self._decision)
        if board.declared_otherwise:
            return words.gettext("Declared by the Chair: {outcome}").format(outcome=outcome)
        if board.closed:
            return words.gettext("Announced: {outcome}").format(outcome=outcome)
        return words.gettext("By the numbers: {outcome}").format(outcome=outcome)

    def _fit(self) -> None:
        board, words = self._board, self._language.words
        if board is None:
            return
        other = self.other.isChecked() and not board.closed
        self.form.setVisible(other)
        if board.closed:
            self.button.setText(words.gettext("Back to the item (Enter)"))
            return
        outcome = outcome_words(board.kind, OTHER[board.tally.outcome] if other else board.tally.outcome, words)
        self.button.setText(words.gettext(ANNOUNCE[self._in_list]).format(outcome=outcome))
        if other:
            self.form.reason.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow goes from button to button, and no further: the keyboard stays with the result."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            shown = [one for one in self.buttons if one.isVisibleTo(self)]
            here = next((place for place, one in enumerate(shown) if one is watched), 0)
            shown[min(max(here + ARROWS[Qt.Key(event.key())], 0), len(shown) - 1)].setFocus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters on the buttons, once the result was announced."""
        closed = self._board is not None and self._board.closed
        if closed and CORRECT.struck(event):
            self.correction_asked.emit()
        elif closed and REPLAY.struck(event):
            self.replay_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._said()
        super().changeEvent(event)


def outcome_words(kind: VoteKind, outcome: Outcome, words: Catalog) -> str:
    """What a vote came to, as of what was voted on it is said: a part is retained, and a ruling stands or does not.

    Whatever else is voted on is adopted or not, in a word that has the gender of none.
    """
    match kind:
        case VoteKind.PART:
            return words.gettext(RETAINED[outcome])
        case VoteKind.APPEAL:
            return words.gettext("the ruling stands") if stands(outcome) else words.gettext("the ruling was overruled")
        case _:
            return words.gettext(OUTCOMES[outcome])
