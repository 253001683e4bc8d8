"""An election in the room: who stands, the ballot with its papers and tally sheet, the result, and what comes next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nmirf_desktop.domain.election_board import BallotView, ElectionBoard
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.secret_ballots import NO_PAPERS
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.charts import BarsChart, Count
from nmirf_desktop.ui.drafts import Draft, put_away, record_beside
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.screens.session_chair import ChairCard
from nmirf_desktop.ui.screens.session_election_acts import (
    ANOTHER,
    DELETE,
    STRIKE,
    ActButtons,
    ElectionActs,
    counted_in,
    struck,
)
from nmirf_desktop.ui.screens.session_election_cards import CandidateCard, OpeningCard
from nmirf_desktop.ui.screens.session_election_correcting import Correction
from nmirf_desktop.ui.screens.session_election_rulings import Rulings
from nmirf_desktop.ui.screens.session_election_said import result_lines, said_by_chair, stage_words
from nmirf_desktop.ui.screens.session_election_shown import OtherElections, to_show
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_papers import PapersPanel
from nmirf_desktop.ui.screens.session_replay import ElectionReplayPanel
from nmirf_desktop.ui.screens.session_tally import Counted, TallyPanel
from nmirf_desktop.ui.theme import STEP, Tone, Type, style


def _beside(*parts: QWidget) -> QWidget:
    """The right-hand column: the last part takes what room is left."""
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, STEP * 2, 0, 0)
    column.setSpacing(STEP * 2)
    for part in parts:
        column.addWidget(part, part is parts[-1])
    column.addStretch()
    return right


def _draw_bars(bars: BarsChart, shown: BallotView | None, words: Catalog) -> None:
    """The votes of a ballot, those elected in it marked."""
    if shown is not None:
        lines = [(line.name.said_in(words), line.votes or 0, line.elected) for line in shown.lines_in(words)]
        counts = [Count(name, votes, Tone.GOOD if how else Tone.NEUTRAL) for name, votes, how in lines]
        bars.show_counts(counts, shown.ballot.voting)


class ElectionPage(QWidget):
    """The elections of a meeting, one at a time.

    ``changed`` follows each other board, ``left`` goes back, ``asked`` carries the place where one goes on. What was
    announced may be looked at here alone (*reviewing*): the projector stays where the room is, until an act is done.
    """

    changed = Signal()
    left = Signal()
    asked = Signal(object)

    def __init__(self, desk: Secretariat, language: CurrentLanguage, alerts: Alerts) -> None:
        super().__init__()
        self._desk, self._language, self._alerts = desk, language, alerts
        self._facts: Facts | None = None
        self._item = self._seen = ""
        self.board: ElectionBoard | None = None
        self.busy = self.writing = self.reviewing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.stage, self.result = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        style(self.title, Type.HEADING)
        style(self.stage, Type.BODY)
        style(self.result, Type.BODY, Tone.MUTED)
        self.chair, self.bars, self.correction = ChairCard(language), BarsChart(language), Correction(language)
        self.opening, self.candidate = OpeningCard(language, self.asked), CandidateCard(language)
        self.rulings = Rulings(desk, language, self._on_board, self._show)
        self.cards = (self.candidate, *self.rulings.cards, self.correction.card)
        self.papers, self.tally, self.row = PapersPanel(language), TallyPanel(language), ActButtons()
        self.again, self.others = ElectionReplayPanel(desk, language), OtherElections(self.opening)
        verbs = self._verbs = ElectionActs(desk)
        beginnings: dict[str, Callable[[ElectionBoard], None]] = {
            **self.rulings.beginnings, "K": self._begin_candidate, "C": self.correction.offer, ANOTHER: self._begin,
        }  # fmt: skip
        self._acts: dict[str, Callable[[], object]] = {
            "B": partial(self._on_board, verbs.open_ballot), "R": partial(self._on_board, verbs.announce),
            DELETE: self._strike, "P": self._appoint, "V": self.replay,
            **{key: partial(self._begin_card, begin) for key, begin in beginnings.items()},
        }  # fmt: skip
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        side = Page()
        parts = (self.others, self.title, self.stage, self.row, self.again, self.opening, *self.cards)
        for part in (*parts, self.tally, self.chair):
            side.add(part)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP * 4)
        whole.addWidget(side, 11)
        whole.addWidget(_beside(self.bars, self.result, self.papers), 9)

    def _connect(self) -> None:
        self.row.asked.connect(self._act)
        self.others.asked.connect(self._look_at)
        self.opening.done.connect(self._open)
        self.opening.left.connect(lambda: self.leave() if self.board is None else None)
        card = self.candidate
        card.done.connect(partial(self._on_board, partial(self._verbs.nominate, card), card))
        self.correction.card.done.connect(self._begin_correction)
        self.papers.issued.connect(lambda *numbers: self._of_papers(self._verbs.issue, *numbers))
        self.papers.marked.connect(lambda *mark: self._of_papers(self._verbs.mark, *mark))
        self.papers.typed.connect(self.tally.setFocus)
        self.papers.table.mistaken.connect(self._alerts.refuse)
        self.setTabOrder(self.papers.form.returned.editors[-1], self.tally)  # the list of members comes after the count
        self.tally.counted.connect(self._count)
        self.again.turned.connect(self._show)
        self.again.left.connect(self._end_replay)

    # -- where we are ----------------------------------------------------------------------------------------------

    def begin(self, facts: Facts, item: Key, *, reviewing: bool, election: Key = "") -> None:
        """Show the election that is going on, else the last of the item, or prepare one; unless *reviewing*, to all.

        A certain *election* is looked at here alone.
        """
        self._item = item
        left = self.board is not None and (not self.busy or self.board.election.item != item)
        if not reviewing and left and self.board is not None and self.board.standing.over:
            self._turn_to(None)
        self._read(facts, of_item=not reviewing, election=election)
        self.busy, self.reviewing, self._seen = True, reviewing or bool(election), ""
        if self.board is None:
            self._begin()

    def show_facts(self, facts: Facts) -> None:
        """Read the elections of the meeting again, and go back where none is left and none is being opened.

        What was being opened in another meeting is not taken along.
        """
        if self._facts is not None and self._facts.meeting.key != facts.meeting.key and not self.opening.isHidden():
            self.opening.finished()
        self._facts = facts
        if self.busy:
            self._read(facts, of_item=self.board is None and not self.opening.isHidden())
            if self.board is None and self.opening.isHidden():
                self.leave()

    def _read(self, facts: Facts, *, of_item: bool, election: Key = "") -> None:
        """The election shown stays, else that which is going on, else the last, or the last *of the item* alone."""
        self._facts = facts
        shown = election or (self.board.election.key if self.board is not None else "")
        self.others.all = self._desk.elections.all(facts.meeting.key)
        self._turn_to(to_show(self.others.all, shown, self._item if of_item else None))

    def _look_at(self, key: Key) -> None:
        """Another election of the meeting: one that is over is seen here alone, until something of it is put right."""
        if put_away((self.opening, *self.cards)):
            board = self._desk.elections.board(key)
            self._seen = self._seen if self.reviewing or self.board is None else self.board.election.key
            self._turn_to(board, reviewing=board.standing.over and key != self._seen)
            self.take_keyboard()

    @property
    def seen(self) -> ElectionBoard | None:
        """The election that the room sees: the one shown, but for one that is looked at here alone."""
        return self.others.of(self._seen) if self.reviewing else self.board

    def _turn_to(self, board: ElectionBoard | None, *, reviewing: bool = False) -> None:
        """Show an election; what was begun on another one is closed with it."""
        if self.board is not None and (board is None or board.election.key != self.board.election.key):
            for card in (one for one in self.cards if not one.isHidden()):
                card.finished()
        if board != self.board:
            self.again.finish()
            self.reviewing = reviewing
        self.board = board
        self._show()

    def take_keyboard(self) -> None:
        """Put the keyboard where the next key belongs: of a ballot that was opened, papers go out before any count."""
        view = self.board.open if self.board is not None else None
        if self.again.on:
            self.again.setFocus()
        elif not self.opening.isHidden():
            self.opening.fields.title.setFocus()
        elif view is not None and (view.ballot.papers or NO_PAPERS).issued == 0:
            self.papers.take_keyboard()
        elif not self.tally.isHidden():
            self.tally.setFocus()
        else:
            self.setFocus()

    def leave(self) -> None:
        """Back to the item; what is recorded stays, and an open ballot stays open."""
        self.busy = False
        self.again.finish()
        self.correction.end()
        self.left.emit()

    def replay(self) -> None:
        """Go through the election that is shown once more, from its opening; the projector shows nothing of it."""
        facts, board = self._facts, self.board
        if facts is not None and board is not None and facts.elected and put_away((self.opening, *self.cards)):
            with self._alerts.guard():
                self.again.begin(facts, board.election.key)

    def _end_replay(self) -> None:
        """The election that was replayed last is shown as it stands."""
        election = self.again.election
        self.again.finish()
        self._look_at(election)

    def do(self, act: str) -> None:
        """Do an act of the election that is shown, or say why it cannot be done; a replay ends before it."""
        if self.again.on:
            self._end_replay()
        self._press(act)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _act(self, key: str) -> None:
        """Do what a key says; numbers that were being put right stay as they were."""
        self._alerts.settle()
        if self.correction.reason:
            self.correction.end()
            self._show()
        self._acts[key]()

    def _press(self, key: str) -> None:
        """Do what a key says, or say why it cannot be done."""
        if self.row.of[key].isVisible():
            self._act(key)
        elif not self.again.on:
            self._alerts.refuse(self._verbs.refusal(key, self.board))

    def _again(self) -> None:
        """After a verb, which the screen has shown already; the keyboard goes on where the page is still shown."""
        if self.busy:
            self.take_keyboard()

    def _begin_card(self, begin: Callable[[ElectionBoard], None]) -> None:
        """Open a card; one that is filled in stays, and says so."""
        if self.board is not None and put_away((self.opening, *self.cards)):
            with self._alerts.guard():
                begin(self.board)

    def _begin(self, _board: ElectionBoard | None = None) -> None:
        if self._facts is not None:
            meeting, elections = self._facts.meeting.key, self._desk.elections
            self.opening.offer_at(self._item, self._facts.items, elections.called(meeting), elections.all(meeting))

    def _open(self) -> None:
        facts = self._facts
        if facts is None:
            return
        with self._alerts.guard(self.opening):
            new = self.opening.value(facts.meeting.key, dict(facts.states))
            election = self._desk.elections.open(new)
            self.opening.finished()
            self._turn_to(self._desk.elections.board(election.key))
            self.take_keyboard()

    def _begin_candidate(self, board: ElectionBoard) -> None:
        if self._facts is not None:
            self.candidate.offer(board.election, self._facts.states.values(), self._facts.roll)

    def _appoint(self) -> None:
        if self.board is not None:
            self.asked.emit(Place("committee", f"elected:{self.board.election.meeting}"))

    def _strike(self) -> None:
        """An election leaves the register at once: whoever asked for it is asked."""
        if self._alerts.confirm(*(self._language.words.gettext(one) for one in STRIKE)):
            self._on_board(self._verbs.strike)

    def _on_board(self, verb: Callable[[ElectionBoard], None], card: Draft | None = None) -> None:
        """A verb on the election that is shown; a problem is said on its *card*."""
        if self.board is not None:
            with self._alerts.guard(card):
                verb(self.board)
                self._again()

    def _of_papers(self, verb: Callable[..., None], *values: object) -> None:
        """A number or a mark; the keyboard stays where it is, and nothing but the election is read again."""
        if self.board is None:
            return
        self.writing = True
        try:
            with self._alerts.guard(self.papers):
                verb(self.board, *values)
                self._turn_to(self._desk.elections.board(self.board.election.key))
        finally:
            self.writing = False

    def _begin_correction(self) -> None:
        """The reason is given: the tally sheet shows the numbers as they were recorded."""
        with self._alerts.guard(self.correction.card):
            self.correction.start()
            self._show()
            self.take_keyboard()

    def _count(self, counted: Counted) -> None:
        if self.board is None:
            return
        with self._alerts.guard(self.tally):
            corrected = self.correction.view(self.board)
            if corrected is not None:
                self._verbs.correct(corrected, counted, self.correction.reason)
                self.correction.end()
                self._show()
            else:
                self._verbs.count(self.board, counted)
            self._again()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        board, words = self.again.board or self.board, self._language.words
        shown, now = board is not None, board is not None and not self.again.on
        view = board.open if board is not None else None
        counted = (view or self.correction.view(board)) if now else None
        parts = {self.title: shown, self.stage: now, self.chair: now, self.row: now, self.tally: counted is not None}
        parts |= {self.papers: now and view is not None, self.result: shown}
        for part, visible in (parts | {self.bars: board is not None and bool(board.ballots)}).items():
            part.setVisible(visible)
        self.others.show_place(board, words, hidden=self.again.on)
        if board is None:
            return
        self.title.setText(board.election.title.best(words.language))
        self.stage.setText("\n".join(stage_words(board, words)))
        self.result.setText("\n".join(result_lines(board, words)))
        self.chair.say(partial(said_by_chair, board, put=self.rulings.acclaiming.put or self._verbs.unopposed(board)))
        _draw_bars(self.bars, view or board.last, words)
        if self._facts is not None and view is not None and now:
            self.papers.show_papers(view.ballot, board.election.entitled, self._facts.states)
        if counted is not None:
            names = {one.key: one for one in counted.on_papers}
            self.tally.begin(self.correction.sheet(counted), names, counted_in(counted))
        self.row.offer(self._verbs.possible(board), words)
        self.changed.emit()

    def _escape(self) -> None:
        """From the papers and the numbers to the tally sheet, from there to the acts, and then back to the item."""
        if self.again.on:
            self._end_replay()
        elif self.tally.hasFocus():
            self.setFocus()
        elif not self.tally.isHidden() and not self.hasFocus():
            self.tally.setFocus()
        else:
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each act; Escape goes one step back."""
        key = struck(event)
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif key:
            self._press(key)
        elif not (self.others.struck(event) or record_beside((self.opening, *self.cards), event)):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
