"""The count of a vote as bars, and every State with the answer that stands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.attendance import Delegation
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.casting import FIRST_CALL
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.practised import Presence
from nmirf_desktop.domain.states import State, found_by
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.voting import ANSWER_LABELS, Answer, Method
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.flow import Steady
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.rows import Column, Mark
from nmirf_desktop.ui.rowview import RowView
from nmirf_desktop.ui.screens.session_lists import NO_VOTE_HERE, StateTable, presence_mark, presence_words
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

MARKS = {
    Answer.IN_FAVOUR: Mark("circle-check", Tone.GOOD),
    Answer.AGAINST: Mark("x", Tone.BAD),
    Answer.ABSTAINING: Mark("minus", Tone.ATTENTION),
    Answer.NOT_PARTICIPATING: Mark("circle-dashed", Tone.MUTED),
    Answer.PASSED: Mark("clock", Tone.MUTED),
    Answer.NO_ANSWER: Mark("circle", Tone.MUTED),
}
WAITING = Mark(tone=Tone.MUTED)
Away = Mapping[StateCode, Delegation]
"""What the room's list has of those who are not there."""
NOBODY_NOTED: Away = MappingProxyType({})


class Answered(NamedTuple):
    """One line of the list: a State, its place in the call, and its answer where it has one.

    *away* is what the room's list has of one that is still to answer and is not there.
    With each key all 193 are made and compared with those shown: as tuples, fast.
    """

    state: State
    place: int
    answer: Answer | None
    away: Delegation | None = None


def lines_of(board: Board, away: Away) -> list[Answered]:
    """Every State entitled, first those who answered in calling order, then those still to answer."""
    lines = [Answered(state, place, answer) for place, (state, answer) in enumerate(board.answers, 1)]
    return lines + [
        Answered(state, place, None, away.get(state.iso3)) for place, state in enumerate(board.silent, len(lines) + 1)
    ]


def counts_of(tally: Tally, words: Catalog) -> list[Count]:
    """The bars: in favour, against, abstaining."""
    return [
        Count(words.gettext(ANSWER_LABELS[Answer.IN_FAVOUR]), tally.in_favour, Tone.GOOD),
        Count(words.gettext(ANSWER_LABELS[Answer.AGAINST]), tally.against, Tone.BAD),
        Count(words.gettext(ANSWER_LABELS[Answer.ABSTAINING]), tally.abstaining, Tone.MUTED),
    ]


def base_words(tally: Tally, words: Catalog) -> str:
    """How many vote, and how many do not: the base of the majority."""
    said = [
        words.ngettext(
            "{n} member present and voting", "{n} members present and voting", tally.present_and_voting
        ).format(n=tally.present_and_voting)
    ]
    if tally.not_participating:
        said.append(
            words.ngettext("{n} not participating", "{n} not participating", tally.not_participating).format(
                n=tally.not_participating
            )
        )
    return words.pgettext("facts in a row", " · ").join(said)


def _rest_words(board: Board, words: Catalog) -> str:
    """How many are still to answer; in the first call apart from those who will be called again (R19)."""
    missing, silent = len(board.calling.missing), len(board.silent)
    first = board.method is Method.ROLL_CALL and board.calling.number == FIRST_CALL
    left = silent if first else missing
    again = missing - left
    said = words.ngettext("Still to answer: {n}", "Still to answer: {n}", left).format(n=left)
    if not again:
        return said
    later = words.ngettext("To be called again: {n}", "To be called again: {n}", again).format(n=again)
    return words.pgettext("facts in a row", " · ").join((said, later))


def _quorum(there: Presence, words: Catalog) -> str:
    """The quorum that the practice of the day asks for, and whether it is reached (R17)."""
    said = words.gettext("Quorum: {numbers}").format(numbers=there.said_in(words))
    if there.present >= there.asked.to_decide:
        return said
    return words.pgettext("facts in a row", " · ").join((said, words.gettext("not reached")))


def _answer(line: Answered, words: Catalog) -> str:
    if line.answer is not None:
        return words.gettext(ANSWER_LABELS[line.answer])
    return presence_words(line.away, words) if line.away is not None else words.pgettext("vote", "still to answer")


def _mark(line: Answered) -> Mark:
    if line.answer is not None:
        return MARKS[line.answer]
    return presence_mark(line.away) if line.away is not None else WAITING


def _place(line: Answered, _words: Catalog) -> int:
    return line.place


COLUMNS: tuple[Column[Answered], ...] = (
    Column(N_("Call"), lambda line, _words: str(line.place), _place, cell=_place, right=True),
    Column(
        N_("State"),
        lambda line, words: line.state.said_in(words),
        lambda line, words: words.sort_key(line.state.said_in(words)),
        also=lambda line: found_by(line.state),
        stretch=True,
    ),
    Column(N_("Answer"), _answer, mark=_mark, width=20),
)
"""The columns of the answers."""


class CountPanel(QWidget):
    """Bars, the base, and the list in which only the row of the last answer is repainted."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__()
        self._language = language
        self._vote = ""
        self._closed = False
        self._called: State | None = None
        self.bars = BarsChart(language)
        self.rest, self.base = QLabel(), QLabel()
        style(self.rest, Type.HEADING)
        style(self.base, Type.BODY, Tone.MUTED)
        self.table: StateTable[Answered] = StateTable(COLUMNS, language)
        self.table.why_beside = NO_VOTE_HERE
        self.table.name(N_("Answers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP * 2)
        self.base.setWordWrap(True)
        column.addWidget(Steady(self.bars, self.rest, self.base))
        column.addWidget(self.table, 1)
        column.addStretch()  # without the list, the numbers stay above

    def show_board(self, board: Board, away: Away = NOBODY_NOTED) -> None:
        """Show the count and the answers, and with those still to answer who are *away* that they are."""
        words = self._language.words
        tally = board.tally
        self.bars.show_counts(counts_of(tally, words), tally.entitled)
        self.rest.setText(_rest_words(board, words))
        self.rest.setVisible(not board.closed and board.method.named)
        there = board.practice.there
        asked = (_quorum(there, words),) if there.asked.to_decide else ()
        self.base.setText("\n".join((base_words(tally, words), *asked)))
        self.table.setVisible(board.method.named)
        lines = lines_of(board, away)
        if board.vote != self._vote:
            self._vote = board.vote
            self.table.show_all()
            self.table.show_rows(lines)
        else:
            self.table.model.show(lines)
        if board.closed and not self._closed:
            self.table.view.scrollToTop()
        self._closed = board.closed
        self._called = next(iter(board.calling.missing), None)
        self._turn_to_called()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who is called stays in sight when the window is made smaller."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._turn_to_called)

    def _turn_to_called(self) -> None:
        """Have in sight who is called: where the list has to be moved, so far that those who follow are seen too."""
        if self._called is None:
            return
        view, row = self.table.view, self.table.model.row_of(self._called.iso3)
        if row >= 0:
            index = self.table.model.index(row, 1)
            if not view.viewport().rect().contains(view.visualRect(index)):
                view.scrollTo(index, RowView.ScrollHint.PositionAtCenter)

    def point_at(self, state: State) -> None:
        """Bring the row of a State into view and choose it, the keyboard stays where it is."""
        self.table.select(state.iso3)
