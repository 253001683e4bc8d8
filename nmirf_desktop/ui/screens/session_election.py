"""An election in the room: who stands, the ballot with its papers and tally sheet, the result, and what comes next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nmirf_desktop.domain.election_board import BallotView, ElectionBoard
from nmirf_desktop.domain.election_sentences import arithmetic
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.screens.session_chair import ChairCard
from nmirf_desktop.ui.screens.session_election_cards import CandidateCard, OpeningCard, StoppingCard
from nmirf_desktop.ui.screens.session_election_said import result_lines, said_by_chair, stage_words
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_papers import PapersPanel
from nmirf_desktop.ui.screens.session_tally import Counted, TallyPanel
from nmirf_desktop.ui.theme import STEP, Tone, Type, style

ACTS = {
    "B": N_("Open the next ballot (B)"),
    "R": N_("Announce the result (R)"),
    "D": N_("Draw lots (D)"),
    "G": N_("Elect by acclamation (G)"),
    "S": N_("Put the agreed slate (S)"),
    "K": N_("Enter a candidate (K)"),
    "Q": N_("Break the election off (Q)"),
    "N": N_("Another election (N)"),
}
"""The acts, each by one key, the same in every language."""


class ElectionPage(QWidget):
    """The elections of a meeting, one at a time. ``changed`` follows each other board, ``left`` goes back."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._language, self._alerts = desk, language, alerts
        self._facts: Facts | None = None
        self._item = ""
        self.board: ElectionBoard | None = None
        self.busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.stage, self.result = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        style(self.title, Type.HEADING)
        style(self.stage, Type.BODY)
        style(self.result, Type.BODY, Tone.MUTED)
        self.chair, self.bars = ChairCard(language), BarsChart(language)
        self.opening, self.candidate = OpeningCard(language), CandidateCard(language)
        self.stopping = StoppingCard(language)
        self.papers, self.tally = PapersPanel(language), TallyPanel(language)
        self.buttons = {key: QPushButton() for key in ACTS}
        self._acts: dict[str, Callable[[], object]] = {
            "B": self._open_ballot, "R": self._announce, "D": self._draw, "G": self._acclaim, "S": self._put_slate,
            "K": self._begin_candidate, "Q": self.stopping.begin, "N": self._begin,
        }  # fmt: skip
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        side = Page()
        self._row = SideBySide(*self.buttons.values())
        for part in (self.title, self.stage, self._row, self.opening, self.candidate, self.stopping, self.tally):
            side.add(part)
        side.add(self.chair)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, STEP * 2, 0, 0)
        column.setSpacing(STEP * 2)
        column.addWidget(self.bars)
        column.addWidget(self.result)
        column.addWidget(self.papers, 1)
        column.addStretch()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP * 4)
        whole.addWidget(side, 11)
        whole.addWidget(right, 9)

    def _connect(self) -> None:
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._act, key))
            button.setAutoDefault(True)
        self.opening.done.connect(self._open)
        self.opening.left.connect(self._put_aside)
        self.candidate.done.connect(self._nominate)
        self.stopping.done.connect(self._stop)
        self.papers.issued.connect(self._issue)
        self.papers.marked.connect(self._mark)
        self.tally.counted.connect(self._count)

    # -- where we are ----------------------------------------------------------------------------------------------

    def begin(self, facts: Facts, item: str) -> None:
        """Show the election that is going on at the item, or prepare one."""
        self.busy, self._item = True, item
        self.show_facts(facts)
        if self.board is None:
            self._begin()

    def show_facts(self, facts: Facts) -> None:
        """Read the elections of the meeting again; the one shown stays, else that which is going on."""
        self._facts = facts
        if not self.busy:
            return
        boards = self._desk.elections.all(facts.meeting.key)
        shown = self.board.election.key if self.board is not None else ""
        same = (one for one in boards if one.election.key == shown)
        going_on = (one for one in reversed(boards) if one.standing.following is not None)
        self.board = next(same, None) or next(going_on, None) or (boards[-1] if boards else None)
        self._show()

    def take_keyboard(self) -> None:
        """Put the keyboard where the next key belongs."""
        if not self.opening.isHidden():
            self.opening.fields.title.setFocus()
        elif not self.tally.isHidden():
            self.tally.setFocus()
        else:
            self.setFocus()

    def _put_aside(self) -> None:
        if self.board is None:
            self.leave()

    def leave(self) -> None:
        """Back to the item; what is recorded stays, and an open ballot stays open."""
        self.busy = False
        self.left.emit()

    # -- acts ------------------------------------------------------------------------------------------------------

    def _act(self, key: str) -> None:
        self._alerts.settle()
        self._acts[key]()

    def _do(self, verb: Callable[[], object], form: object = None) -> None:
        with self._alerts.guard(form):  # type: ignore[arg-type]
            verb()
            self._again()

    def _again(self) -> None:
        if self._facts is not None:
            self.show_facts(self._facts)
            self.take_keyboard()

    def _begin(self) -> None:
        if self._facts is not None:
            self.opening.offer(self._desk.elections.called(self._facts.meeting.key))

    def _open(self) -> None:
        facts = self._facts
        if facts is None:
            return
        with self._alerts.guard(self.opening):
            new = self.opening.value(facts.meeting.key, self._item, dict(facts.states))
            election = self._desk.elections.open(new)
            self.opening.finished()
            self.board = self._desk.elections.board(election.key)
            self._again()

    def _begin_candidate(self) -> None:
        if self._facts is not None:
            self.candidate.offer(self._facts.states.values(), tuple(self._facts.roll.near))

    def _nominate(self) -> None:
        board = self.board
        if board is not None:
            with self._alerts.guard(self.candidate):
                self._desk.elections.nominate(board.election.key, self.candidate.value())
                self.candidate.finished()
                self._again()

    def _stop(self) -> None:
        board = self.board
        if board is not None:
            with self._alerts.guard(self.stopping):
                self._desk.elections.stop(board.election.key, self.stopping.fields.reason.value())
                self.stopping.finished()
                self._again()

    def _open_ballot(self) -> None:
        if self.board is not None:
            self._do(partial(self._desk.ballots.open, self.board.election.key))

    def _announce(self) -> None:
        if self.board is not None and self.board.open is not None:
            self._do(partial(self._desk.ballots.close, self.board.open.ballot.key))

    def _draw(self) -> None:
        board = self.board
        if board is not None and board.lot is not None:
            drawn_in = board.ballots[board.lot.ballot - 1].ballot.key
            self._do(partial(self._desk.ballots.draw, drawn_in))

    def _acclaim(self) -> None:
        if self.board is not None:
            self._do(partial(self._desk.elections.acclaim, self.board.election.key))

    def _put_slate(self) -> None:
        called = self._desk.elections.called(self._facts.meeting.key) if self._facts is not None else None
        if self.board is not None and called is not None and called.slate is not None:
            self._do(partial(self._desk.elections.acclaim, self.board.election.key, called.slate.key))

    def _issue(self, issued: int, returned: int) -> None:
        if self.board is not None and self.board.open is not None:
            self._do(partial(self._desk.ballots.issue, self.board.open.ballot.key, issued, returned), self.papers)

    def _mark(self, code: str, tick: object) -> None:
        if self.board is not None and self.board.open is not None:
            with self._alerts.guard():
                self._desk.ballots.mark(self.board.open.ballot.key, code, tick)  # type: ignore[arg-type]
                if self._facts is not None:
                    self.show_facts(self._facts)

    def _count(self, counted: Counted) -> None:
        view = self.board.open if self.board is not None else None
        if view is not None:
            key = view.ballot.key
            verb = partial(self._desk.ballots.count, key, counted.invalid, counted.blank, counted.votes)
            self._do(verb, self.tally)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        board, words = self.board, self._language.words
        for part in (self.title, self.stage, self.chair, self._row):
            part.setVisible(board is not None)
        view = board.open if board is not None else None
        self.tally.setVisible(view is not None)
        self.papers.setVisible(view is not None)
        self.bars.setVisible(board is not None and bool(board.ballots))
        self.result.setVisible(board is not None)
        if board is None:
            return
        self.title.setText(board.election.title.best(words.language))
        self.stage.setText("\n".join(stage_words(board, words)))
        self.result.setText("\n".join(result_lines(board, words)))
        self.chair.say(partial(said_by_chair, board))
        self._show_ballot(board, view)
        self._fit(board)
        self.changed.emit()

    def _show_ballot(self, board: ElectionBoard, view: BallotView | None) -> None:
        shown = view or board.last
        if shown is not None:
            words = self._language.words
            lines = [(line.name.said_in(words), line.votes or 0, line.elected) for line in shown.lines]
            counts = [Count(name, votes, Tone.GOOD if how else Tone.NEUTRAL) for name, votes, how in lines]
            self.bars.show_counts(counts, shown.ballot.voting)
        if view is None or self._facts is None:
            return
        ballot, count = view.ballot, view.ballot.count
        names = {key: board.named[key] for key in ballot.candidates}
        papers = ballot.papers
        known = None
        if count is not None and papers is not None:
            known = Counted(dict(ballot.votes), count.abstentions, papers.invalid)
        self.tally.begin(ballot.key, names, known)
        states = self._facts.states
        voters = [states[code] for code in board.election.entitled]
        self.papers.show_papers(ballot.key, papers, voters, opened=count is not None)

    def _fit(self, board: ElectionBoard) -> None:
        """Which acts are possible now."""
        words, view = self._language.words, board.open
        called = self._desk.elections.called(board.election.meeting)
        going_on = board.standing.following is not None or view is not None
        few = bool(board.stand) and len(board.stand) <= board.standing.left
        shown = {
            "B": board.next is not None,
            "R": view is not None and view.ballot.count is not None,
            "D": view is None and board.lot is not None,
            "G": view is None and going_on and few,
            "S": view is None and going_on and called is not None and called.slate is not None,
            "K": view is None and board.standing.left > 0 and board.election.stopped_at is None,
            "Q": view is None and going_on,
            "N": view is None and not going_on,
        }
        for key, button in self.buttons.items():
            button.setText(words.gettext(ACTS[key]))
            button.setVisible(shown[key] and not self._desk.store.read_only)
        if view is not None and view.ballot.count is not None:
            majority = board.election.majority
            self.stage.setText(f"{arithmetic(view.ballot, majority, view.required, words)}.")

    @property
    def words(self) -> Catalog:
        """The catalogue of the window's language."""
        return self._language.words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each act; Escape goes back to the item."""
        key = event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif key in self.buttons and self.buttons[key].isVisible():
            self._act(key)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
