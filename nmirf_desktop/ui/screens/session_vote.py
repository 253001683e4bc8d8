"""The vote in progress: the call at the left, the count at the right; everything else of the screen steps back."""

from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.attendance import Roll
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.replay import Replay
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.vote_sentences import Matter
from nmirf_desktop.domain.vote_subjects import titled_subject
from nmirf_desktop.domain.voting import ANSWER_LABELS, Act, Answer, Method
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.screens.session_box import BoxForm
from nmirf_desktop.ui.screens.session_call import CallPanel
from nmirf_desktop.ui.screens.session_closing import ClosingCard
from nmirf_desktop.ui.screens.session_correction import CorrectionCard, EffectCard
from nmirf_desktop.ui.screens.session_count import NOBODY_NOTED, CountPanel
from nmirf_desktop.ui.screens.session_hands import HandsForm
from nmirf_desktop.ui.screens.session_recount import TotalsCard
from nmirf_desktop.ui.screens.session_replay import ReplayPanel
from nmirf_desktop.ui.screens.session_steps import Clock
from nmirf_desktop.ui.screens.session_tally import UNMARKED, Counted, TallyPanel
from nmirf_desktop.ui.theme import STEP, Type, style

CHOICES = {str(answer): Phrase(ANSWER_LABELS[answer]) for answer in (Answer.IN_FAVOUR, Answer.AGAINST)}
"""What a paper of a secret ballot on a proposal says, unless it says nothing."""


class _Column(Page):
    """A page that is never narrower than what stands in it; only its height may scroll, and it is filled from above."""

    def __init__(self) -> None:
        super().__init__()
        self._column.setStretch(self._column.count() - 1, 1)
        self._least = 0

    def follow(self) -> None:
        """What stands in it says something else: where that is wider or narrower, so is the column."""
        least = self.minimumSizeHint().width()
        if least != self._least:
            self._least = least
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        body = self.widget()
        bar = self.verticalScrollBar().sizeHint().width() + STEP * 4
        content = body.minimumSizeHint().width() if body is not None else 0
        return QSize(content + bar, super().minimumSizeHint().height())


class VoteView(QWidget):
    """Shows one :class:`Board`; it holds nothing that the disk does not. ``counted`` carries the hands.

    ``overruled`` carries those that were typed and not recorded when the result was announced elsewhere.
    ``opened`` carries what was counted of a secret ballot when the box was opened.
    ``set_aside`` goes back to the item while a show of hands stays open.
    Once the result was announced, ``correction_asked`` carries the State whose answer is to be corrected, or ``None``:
    then the State is chosen, or it is the totals that are.
    """

    counted, overruled = Signal(object), Signal(object)
    opened = Signal(object)
    set_aside = Signal()
    correction_asked = Signal(object)

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._board: Board | None = None
        self._away = NOBODY_NOTED
        self._name = self._part = ""
        self._excepting = False
        self.question = QLabel(wordWrap=True)
        style(self.question, Type.HEADING)
        self.call, self.count = CallPanel(language), CountPanel(language)
        self.closing, self.hands = ClosingCard(language), HandsForm(language)
        self.tally = TallyPanel(language)
        self.correction, self.totals = CorrectionCard(language), TotalsCard(language)
        self.box = BoxForm(language)
        self.replay = ReplayPanel(language)
        self._left = _Column()
        for card in (self.closing, *self._cards):
            self._left.add(card)
        for part in (self.replay, self.call, self.hands, self.box, self.tally):
            self._left.add(part)
        body = self._left.widget()
        if body is not None:
            body.installEventFilter(self)
        sides = QHBoxLayout()
        sides.setSpacing(STEP * 4)
        sides.addWidget(self._left, 11)
        sides.addWidget(self.count, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.question)
        column.addLayout(sides, 1)
        self._order()
        self._connect()

    def _order(self) -> None:
        """Tab goes from the last number to the result, through its buttons as they are seen, and on to the list."""
        closing = self.closing
        reason = closing.form.reason.editors[0]
        parts = (closing.button, closing.other, reason, closing.correct, closing.again, self.count.table.view)
        for before, after in pairwise((self.hands.abstaining.editors[0], *parts)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.tally.counted.connect(self._opened)
        self.replay.turned.connect(self._show_step)
        self.replay.left.connect(self._end_replay)
        self.call.finish_asked.connect(self._finish)
        self.call.turned.connect(self._fit)
        self.closing.correction_asked.connect(lambda: self.correction_asked.emit(None))
        for card in self._cards:
            card.begun.connect(self._correcting)
            card.left.connect(self.corrected)
        self.box.typed.connect(self.tally.setFocus)
        self.box.changed.connect(self._fit)
        for chosen in (self.count.table.opened, self.count.table.entered, self.count.table.edit_asked):
            chosen.connect(lambda line: self._choose(line.state))
        self.hands.edited.connect(self._counted)
        self.hands.finished.connect(self._finish_hands)
        self.hands.settled.connect(self._fit)
        self.tally.changed.connect(self._fit)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow_keyboard)

    def show_board(self, board: Board, name: str, matter: Matter, decision: str = "") -> None:
        """Show a vote; *name* is its draft ("L.3"), *decision* the number it got ("2027/1")."""
        fresh = self._board is None or self._board.vote != board.vote
        if board != self._board:
            self.replay.finish()
            fresh |= self._awaits_exceptions(board)
        self._board, self._name, self._part = board, name, matter.name
        self.closing.show_board(board, matter, decision)
        self._say()
        hands = not board.method.named
        self.call.setVisible(not board.closed and not hands)
        secret = board.method is Method.SECRET_BALLOT
        self.hands.setVisible(not board.closed and hands and not secret)
        for part in (self.box, self.tally):
            part.setVisible(not board.closed and secret)
        self.call.show_board(board)
        self._show_count()
        if secret:
            self.tally.begin(board.vote, CHOICES, _papers(board), UNMARKED)
            self.box.load(board)
        elif hands:
            self.hands.load(board)
        self._fit()
        if (fresh or board.closed) and not self._being_corrected:
            self.take_keyboard()

    def show_roll(self, roll: Roll) -> None:
        """Show who of those still to answer is not there now."""
        self._away = roll.away
        self.count.table.beside = tuple(one.state for one in roll.delegations)
        self.call.show_away(self._away)
        self._show_count()

    def _show_count(self) -> None:
        """The count as it stands, or at the step that is shown once more, of which nobody knows who was there."""
        if self.replay.board is not None:
            self.count.show_board(self.replay.board)
        elif self._board is not None:
            self.count.show_board(self._board, self._away)

    def _awaits_exceptions(self, board: Board) -> bool:
        """After "all in favour" the keyboard is in the list, for two letters of an exception; whether it is moved.

        It stays there from one exception to the next, until Escape.
        """
        last, before = board.last, self._excepting
        begun = last is not None and last.act is Act.TOGETHER and last.answer is Answer.IN_FAVOUR
        self._excepting = (before or begun) and bool(board.together) and not board.closed
        return before or self._excepting

    @property
    def _cards(self) -> tuple[EffectCard, ...]:
        """The cards in which a record is put right after the announcement."""
        return (self.correction, self.totals)

    @property
    def _being_corrected(self) -> bool:
        return any(not card.isHidden() for card in self._cards)

    @property
    def board(self) -> Board | None:
        """The vote that is shown."""
        return self._board

    def take_keyboard(self) -> None:
        """Put the keyboard where the next key belongs."""
        if self._board is None:
            return
        if self.replay.on:
            self.replay.setFocus()
        elif self._board.closed:
            self.closing.button.setFocus()
        elif self._board.method is Method.SECRET_BALLOT:
            self._go_on_with_papers(self._board)
        elif not self._board.method.named:
            self.hands.favour.setFocus()
        else:
            (self.count.table if self._excepting else self.call).setFocus()

    def _go_on_with_papers(self, board: Board) -> None:
        """Papers go out and come back before they are counted, and are counted before the result is announced."""
        if self.closing.complete and self._agreed:
            self.closing.button.setFocus()
        elif board.papers is None and not self.tally.begun:
            self.box.take_keyboard()
        else:
            self.tally.setFocus()

    def corrected(self) -> None:
        """The card for corrections was closed: the result is shown again."""
        self._fit()
        self.take_keyboard()

    # -- once more -------------------------------------------------------------------------------------------------

    def begin_replay(self, replay: Replay, clock: Clock) -> None:
        """Go through the announced vote from its opening; *clock* gives the meeting's time of a moment."""
        if put_away(self._cards):
            self.replay.begin(replay, clock)
            self._fit()
            self.replay.setFocus()

    def _show_step(self) -> None:
        if self.replay.board is not None:
            self.count.show_board(self.replay.board)
            if self.replay.state is not None:
                self.count.point_at(self.replay.state)

    def _end_replay(self) -> None:
        """The result is shown again as it stands."""
        self.replay.finish()
        self._fit()
        self._show_count()
        self.take_keyboard()

    def _correcting(self) -> None:
        """A correction is of the record as it stands."""
        if self.replay.on:
            self.replay.finish()
            self._show_count()
        self._fit()

    def _counted(self, _name: str) -> None:
        board = self._board
        if board is not None and not board.method.named and not self.hands.faulty:
            (self.overruled if board.closed else self.counted).emit(self.hands.value())

    def _opened(self, counted: Counted) -> None:
        """The papers are counted: what is typed of them beside the sheet is recorded with it."""
        if not self.box.show_faults():
            self.opened.emit(counted)

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.closing.follow_keyboard(in_list=now is not None and self.count.table.isAncestorOf(now))

    def _choose(self, state: State) -> None:
        if self._board is not None and not self._board.closed:
            self.count.table.show_all()
            self.call.choose(state)
        elif self._board is not None:
            self.correction_asked.emit(state)

    @property
    def _agreed(self) -> bool:
        """Whether the result is that of the numbers on the screen: none of them was refused, or waits to be counted."""
        board = self._board
        if board is None or board.closed or board.method.named:
            return True
        if board.method is Method.SECRET_BALLOT:
            typed = (self.tally.value, self.box.value())
            return not self.tally.faulty and not self.box.faulty and typed == (_papers(board), _box(board))
        return not self.hands.disputed

    def settle(self) -> bool:
        """Hand on what is typed; whether the result that would be announced is what the numbers say."""
        if self._board is None or self._board.method is not Method.SHOW_OF_HANDS or self._board.closed:
            return self._agreed
        self.hands.flush()
        if not self.hands.show_faults() and not self.hands.agreed:
            self.counted.emit(self.hands.value())  # what was refused is refused again, with its sentence
        return self.hands.agreed

    def _fit(self) -> None:
        """The result steps back while an answer is being corrected, and before a number that was refused."""
        correcting = self.call.pending or self._being_corrected
        self.closing.setVisible(self.closing.complete and not correcting and not self.replay.on and self._agreed)

    def show_problem(self, problem: Problem) -> bool:
        """Say which numbers of a secret ballot cannot be true: of the papers under their field, else on the sheet."""
        return self.box.show_problem(problem) or self.tally.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a result that was announced, sets a show of hands aside, and goes back to a call."""
        if event.key() != Qt.Key.Key_Escape or self._board is None:
            super().keyPressEvent(event)
        elif self.replay.on:
            self._end_replay()
        elif self._board.closed:
            self.closing.left.emit()
        elif not self._board.method.named:
            self.hands.flush()
            self.set_aside.emit()
        else:
            self._excepting = False
            self.take_keyboard()

    def _finish_hands(self, announce: bool) -> None:
        """Announce the result; one that the last number has just made is shown first."""
        if self.settle() and announce:
            self.closing.press()

    def _finish(self) -> None:
        if self.closing.complete:
            self.closing.press()

    def _say(self) -> None:
        board, words = self._board, self._language.words
        if board is not None:
            title = board.question.best(words.language)
            self.question.setText(titled_subject(board.kind, title, words, self._name, self._part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands in the column became wider or narrower: the column follows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._left.follow()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange and self._board is not None:
            self._say()
            self._show_count()
        super().changeEvent(event)


def _papers(board: Board) -> Counted | None:
    """The papers of a secret ballot as they were counted."""
    if board.papers is None:
        return None
    votes = dict(zip(CHOICES, (board.tally.in_favour, board.tally.against), strict=True))
    return Counted(votes, board.tally.abstaining, board.papers.invalid)


def _box(board: Board) -> tuple[int, int]:
    """How many papers of a secret ballot were recorded as issued and returned."""
    return (board.papers.issued, board.papers.returned) if board.papers is not None else (0, 0)
