"""The State that is being called, in large type, and the one key that records its answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.attendance import Delegation
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.casting import at_once
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import DECIDED
from nmirf_desktop.domain.voting import ANSWER_LABELS, Act, Answer, Method
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.flow import SideBySide, Steady
from nmirf_desktop.ui.labels import ElidedLabel
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_answers import (
    ANSWER_KEYS,
    NOT_TOGETHER,
    TOGETHER_KEYS,
    answer_key,
    answer_of,
    keyed_answer,
    together_key,
    together_of,
)
from nmirf_desktop.ui.screens.session_call_words import (
    RULING_KEY,
    call_words,
    due_words,
    exceptions_words,
    keyed_together,
    last_words,
)
from nmirf_desktop.ui.screens.session_facts import RulingDue
from nmirf_desktop.ui.screens.session_lists import presence_words
from nmirf_desktop.ui.strokes import plain
from nmirf_desktop.ui.theme import STEP, Tone, Type, role, style

SHOWN = 6
"""How many of those who follow are named."""
ALL_CALLED = N_(
    "“{key}” records nothing: all have been called. Enter announces the result, Backspace corrects the last."
)
NO_PASS = N_(
    "“{key}” records nothing: to pass is for the first call of a roll call. This delegation votes now, abstains, or"
    " does not answer."
)
VOTED = N_(
    "“{key}” records nothing: this delegation has voted, and can only vote otherwise. If its answer was keyed wrongly,"
    " press Backspace and then the right key; Esc leaves it as it is."
)
POINT_FIRST = N_(
    "“{key}” records nothing: {state} has the floor on a point of order, and the ruling comes first ({point}). Esc"
    " there puts it off, and the call goes on."
)


@dataclass(frozen=True, slots=True)
class Target:
    """Whose answer the next key records, and as which act."""

    state: State
    act: Act


def target_of(board: Board, state: State) -> Target:
    """A State chosen by hand: whoever has decided changes its answer (R27), anybody else answers.

    Who is in favour only together with others has not answered itself.
    """
    decided = dict(board.answers).get(state) in DECIDED and state.iso3 not in board.together
    return Target(state, Act.CHANGE if decided else Act.ANSWER)


def _below_each_other(buttons: Iterable[QPushButton]) -> QWidget:
    """A column of buttons, all of them as wide as the widest."""
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(STEP * 2)
    for button in buttons:
        lines.addWidget(button)
    return column


class CallPanel(QFrame):
    """Takes the keyboard during a vote. ``answered`` carries the code, the :class:`Answer` and the :class:`Act`.

    ``together`` carries an :class:`Answer` that is written of many States.
    ``turned`` says that a State was chosen out of turn or to be corrected, or let go; ``finish_asked`` is Enter.
    ``idle`` carries why a key records nothing. ``back_asked`` is the key that corrects the last answer, where that was
    written of many in one step.
    """

    answered = Signal(str, object, object)
    together = Signal(object)
    turned = Signal()
    finish_asked = Signal()
    idle = Signal(object)
    back_asked = Signal()

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._board: Board | None = None
        self._chosen: Target | None = None
        self._away: Mapping[StateCode, Delegation] = {}
        self._due: RulingDue | None = None
        role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.call, self.name, self.mode = QLabel(), QLabel(), QLabel()
        self.after, self.last = QLabel(), ElidedLabel()
        style(self.call, Type.HEADING, Tone.MUTED)
        style(self.name, Type.DISPLAY)
        style(self.mode, Type.BODY, Tone.MUTED)
        style(self.after, Type.BODY, Tone.MUTED)
        style(self.last, Type.HEADING)
        for label in (self.name, self.mode, self.after):
            label.setWordWrap(True)
        self._following = Steady(self.after)
        self._buttons = {answer: QPushButton() for answer in ANSWER_KEYS}
        self._at_once = {answer: QPushButton() for answer in TOGETHER_KEYS}
        self._many = SideBySide(*self._at_once.values())
        self.back = QPushButton()
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.clicked.connect(self.go_back)
        for answer, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, given=answer: self._give(given))
        for answer, button in self._at_once.items():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, given=answer: self._give_together(given))
        buttons = tuple(self._buttons.values())
        self._keys = SideBySide(_below_each_other(buttons[:3]), _below_each_other(buttons[3:]))
        self._arrange()
        self._say()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 5, STEP * 4, STEP * 5, STEP * 4)
        column.setSpacing(STEP * 2)
        column.addWidget(self.call)
        column.addWidget(Steady(self.name, self.mode))
        column.addSpacing(STEP * 2)
        column.addWidget(self._keys)
        column.addWidget(self._many)
        column.addSpacing(STEP * 2)
        column.addWidget(self._following)
        column.addSpacing(STEP * 2)
        column.addWidget(Steady(self.last))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    # -- whose answer ----------------------------------------------------------------------------------------------

    @property
    def target(self) -> Target | None:
        """Whose answer the next key records: one chosen by hand, else who is called, else who comes first."""
        if self._chosen is not None or self._board is None:
            return self._chosen
        missing = self._board.calling.missing
        return Target(missing[0], Act.ANSWER) if missing else None

    @property
    def pending(self) -> bool:
        """Whether the next key is for a State chosen by hand: nothing is announced until it is pressed, or Esc."""
        return self._chosen is not None

    def choose(self, state: State) -> None:
        """Another State than the one that is called: it answers out of turn, or changes its answer."""
        if self._board is not None and not self._board.closed:
            self._turn(target_of(self._board, state))
            self.setFocus()

    def go_back(self) -> None:
        """Correct the last answer; once more, the one before it. The call keeps its place.

        What was written of all who were left goes as the one step that it was.
        """
        if self._board is None or self._board.last is None or self._board.closed:
            return
        last = self._board.last
        if self._chosen is None and (last.act, last.answer) == (Act.TOGETHER, Answer.NO_ANSWER):
            self.back_asked.emit()
        else:
            self.go_to_answer()

    def go_to_answer(self) -> None:
        """Choose the State whose answer is the last, or the one before that which is corrected already.

        Of a State that was chosen to vote otherwise, the answer that it gave is corrected.
        """
        if self._board is None or self._board.last is None:
            return
        given = [state for state, _ in self._board.answers]
        if self._chosen is None:
            state = self._board.last.state
        elif self._chosen.act is Act.CHANGE:
            state = self._chosen.state
        else:
            here = given.index(self._chosen.state) if self._chosen.state in given else len(given)
            state = given[max(here - 1, 0)]
        alone = target_of(self._board, state) if state.iso3 in self._board.together else Target(state, Act.REKEYED)
        self._turn(alone)

    def go_on(self) -> None:
        """Leave a correction as it was, and go on with the call."""
        self._turn(None)

    def _turn(self, target: Target | None) -> None:
        self._chosen = target
        self._show()
        self.turned.emit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show the vote as the disk holds it."""
        self._board = board
        self._chosen = None
        self._show()

    def show_away(self, away: Mapping[StateCode, Delegation]) -> None:
        """Show with whoever is called that it is not there, by the list of the room."""
        if away != self._away:
            self._away = away
            self._show()

    def show_point(self, due: RulingDue | None) -> None:
        """Show that a ruling is due; while the point of order has the floor, no key is an answer."""
        if due != self._due:
            self._due = due
            self._show()

    @property
    def stated(self) -> str:
        """Code of the State whose answer is recorded next, for whoever asks."""
        return self.target.state.iso3 if self.target else ""

    def _show(self) -> None:
        board, words = self._board, self._language.words
        if board is None:
            return
        target = self.target
        self.call.setText(call_words(board, words))
        self.name.setText(target.state.said_in(words) if target else words.gettext("All have been called"))
        self.mode.setText(
            "\n".join(filter(None, (due_words(self._due, words), self._mode_words(board, target, words))))
        )
        absent = target is not None and target.act is Act.ANSWER and target.state.iso3 in self._away
        tone = Tone.ATTENTION if self._chosen or absent or self._due else Tone.MUTED
        if self.mode.property("tone") != tone:
            style(self.mode, Type.BODY, tone)
        code = target.state.iso3 if target else ""
        following = [state for state in board.calling.missing if state.iso3 != code]
        names = [state.said_in(words) for state in following[:SHOWN]]
        more = len(following) - SHOWN
        self.after.setText(self._after_words(names, more, words))
        self._following.setVisible(bool(names))
        self.last.setText(words.gettext("Last: {answer}").format(answer=last_words(board, words)))
        self.back.setEnabled(board.last is not None)
        self._enable(board, target)

    def _enable(self, board: Board, target: Target | None) -> None:
        self._keys.setVisible(target is not None)
        second = board.calling.number > 1 or board.method is not Method.ROLL_CALL
        given = self._given_together
        self._many.setVisible(bool(given))
        for answer, button in self._at_once.items():
            button.setText(keyed_together(answer, board.method, self._language.words))
            button.setVisible(answer in given)
        for answer, button in self._buttons.items():
            changing = target is not None and target.act is Act.CHANGE and answer not in DECIDED
            button.setEnabled(target is not None and not changing and not (answer is Answer.PASSED and second))

    def _say(self) -> None:
        """Name the buttons, each after its key: in the words and by the keys of now, and not with each answer."""
        words = self._language.words
        for answer, button in self._buttons.items():
            button.setText(keyed_answer(answer, words))
        self.back.setText(words.gettext("Correct the last (Backspace)"))

    def _mode_words(self, board: Board, target: Target | None, words: Catalog) -> str:
        if self._chosen is None or target is None:
            together = exceptions_words(board, words)
            line = self._away.get(target.state.iso3) if target is not None else None
            if line is not None:
                said = words.gettext("By the list of the room: {presence}. An answer notes it as present.")
                return "\n".join(filter(None, (together, said.format(presence=presence_words(line, words)))))
            if target is not None:
                said = words.gettext("One key records the answer, and it is on the disk when the next name appears.")
                return together or said
            said = words.gettext("Every answer is on the disk. Announce the result, or press Backspace to correct.")
            return "\n".join(filter(None, (together, said)))
        given = dict(board.answers).get(target.state)
        if given is None:
            return words.gettext("Out of turn: press the key of its answer, or Esc to go on with the call.")
        answer = words.gettext(ANSWER_LABELS[given]).lower()
        if target.act is Act.REKEYED:
            frame = words.gettext("Recorded: {answer}. Press the right key to correct the record, or Esc to leave it.")
        else:
            frame = words.gettext("Recorded: {answer}. Press the key of its new answer, or Esc to leave it.")
        return frame.format(answer=answer)

    def _after_words(self, names: list[str], more: int, words: Catalog) -> str:
        if not names:
            return ""
        listed = words.listing(names)
        if more > 0:
            return words.ngettext("Then: {states}, and {n} more", "Then: {states}, and {n} more", more).format(
                states=listed, n=more
            )
        return words.gettext("Then: {states}").format(states=listed)

    # -- the keyboard ----------------------------------------------------------------------------------------------

    def _waits(self, key: str) -> bool:
        """Whether a point of order has the floor, which is said: what its ruling is must not be taken for an answer."""
        if self._due is None or not self._due.speaking:
            return False
        self.idle.emit(Refusal(POINT_FIRST, {"key": key, "state": self._due.state, "point": RULING_KEY}, "R24"))
        return True

    def _give(self, answer: Answer) -> None:
        target = self.target
        if self._waits(answer_key(answer)):
            return
        if target is not None and self._buttons[answer].isEnabled():
            self.answered.emit(target.state.iso3, answer, target.act)
            return
        why = ALL_CALLED if target is None else VOTED if target.act is Act.CHANGE else NO_PASS
        self.idle.emit(Refusal(why, {"key": answer_key(answer)}))

    @property
    def _given_together(self) -> frozenset[Answer]:
        """Which answers a key writes of many now, while somebody is still to answer (R18, R19)."""
        board = self._board
        if board is None or board.closed or not board.calling.missing:
            return frozenset()
        return at_once(board.method, board.calling.number)

    def _give_together(self, answer: Answer) -> None:
        if self._waits(together_key(answer)):
            return
        if answer not in self._given_together:
            self.idle.emit(Refusal(NOT_TOGETHER[answer], {"key": together_key(answer)}))
        elif not self.pending:
            self.together.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key, one answer."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat():
            return
        given = answer_of(key) if plain(event) else None
        together = together_of(key) if plain(event) else None
        if given is not None:
            self._give(given)
        elif together is not None:
            self._give_together(together)
        elif key == Qt.Key.Key_Backspace:
            self.go_back()
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.go_on()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.pending:
            self.finish_asked.emit()
        elif key not in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()
        super().changeEvent(event)
