"""From the opening of a vote to its announcement: the second page of the session screen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nmirf_desktop.domain.agenda import Numbered
from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.drafting_decisions import decision_name, draft_name
from nmirf_desktop.domain.election_board import ElectionBoard
from nmirf_desktop.domain.forms_voted import in_form
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.vote_sentences import Matter, matter_for
from nmirf_desktop.domain.voting import Act, Answer, HandCount, Outcome
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.proposal_files import ProposalFile
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.voting import TOGETHER, Ballot, Cast
from nmirf_desktop.ui.alerts import Alerts, ProblemSink
from nmirf_desktop.ui.panes import Page
from nmirf_desktop.ui.projector import Projector
from nmirf_desktop.ui.screens.session_ballot import BallotCard
from nmirf_desktop.ui.screens.session_correction import Corrections, tell_gone
from nmirf_desktop.ui.screens.session_entitlement import WhoMayVote
from nmirf_desktop.ui.screens.session_facts import Facts
from nmirf_desktop.ui.screens.session_projector import Projection, Voted, fate_of, slide_of
from nmirf_desktop.ui.screens.session_projector import Shown as ShownText
from nmirf_desktop.ui.screens.session_recount import TotalsCorrections
from nmirf_desktop.ui.screens.session_tally import Counted
from nmirf_desktop.ui.screens.session_text_rows import TextRow, rows_of
from nmirf_desktop.ui.screens.session_unmet import Shown
from nmirf_desktop.ui.screens.session_vote import VoteView
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.undo_offer import undo_offered

OF_ITS_OWN = N_(
    "The text that is chosen is settled already: this vote is on a question of its own. To vote on a text, leave the"
    " card (Esc) and choose one that is before the meeting (Ctrl+F4)."
)
DRAWN = N_("Drawn by lot: {state}. Each draw is recorded; where the lot is drawn again, the minutes tell both.")
CAME = N_("{state} was not noted as present: as it has answered, it is noted as present from now on.")
OVERRULED = N_(
    "The result was announced elsewhere before what you typed was recorded (in favour: {favour}, against: {against},"
    " abstaining: {abstaining}). If that is what was counted, correct the totals."
)
STAYS_OPEN = N_(
    "The vote stays open, and what was counted is kept: F8 goes back to it, Ctrl+Shift+B breaks it off. As long as"
    " nothing was counted, Ctrl+Z takes its opening back."
)


class Ballots(QWidget):
    """``changed`` follows each other board, ``left`` the end of it all.

    That carries the key of the vote, "" if none, and whether it was over before and only looked at again.
    """

    changed = Signal()
    left = Signal(str, bool)

    def __init__(self, desk: Secretariat, alerts: Alerts, projection: Projection) -> None:
        super().__init__()
        self._desk, self._alerts, language = desk, alerts, projection.language
        self._facts: Facts | None = None
        self._place: tuple[str, str, TextRow | None] = ("", "", None)
        self._board: Board | None = None
        self._voted: Voted | None = None
        self._reviewing = False
        self._aside: Key = ""
        self._on: Ballot | None = None
        self.writing = False
        self.card, self.view, self.who = BallotCard(language), VoteView(language), WhoMayVote(language)
        self.corrections = Corrections(self.view.correction, desk, alerts)
        self.recounts = TotalsCorrections(self.view.totals, desk, alerts)
        self.shown = projection
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        setting = Page()
        setting.add(self.card)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._pages)
        self._pages.addWidget(setting)
        self._pages.addWidget(self.view)

    def _connect(self) -> None:
        self.card.done.connect(self._open)
        self.card.left.connect(self._leave)
        self.card.drawing.connect(self._draw)
        self.view.call.answered.connect(self._cast)
        self.view.call.together.connect(self._cast_together)
        self.view.call.back_asked.connect(self._take_back_together)
        for refused in (self.view.call.idle, self.view.count.table.mistaken):
            refused.connect(self._alerts.refuse)
        self.view.counted.connect(self._count)
        self.view.overruled.connect(self._say_overruled)
        self.view.opened.connect(self._count_papers)
        self.view.closing.announced.connect(self._close)
        self.view.closing.left.connect(self._leave)
        self.view.set_aside.connect(self._set_aside)
        self.view.correction_asked.connect(self._correct)
        self.view.closing.replay_asked.connect(self.replay)
        for corrections in (self.corrections, self.recounts):
            corrections.recorded.connect(self.view.corrected)
        self.who.asked.connect(self._answer_who)
        self.who.state.mistaken.connect(self._alerts.refuse)
        self.who.left.connect(self.take_keyboard)

    # -- where we are ----------------------------------------------------------------------------------------------

    @property
    def projector(self) -> Projector | None:
        """What the room sees, while it is shown."""
        return self.shown.projector

    @property
    def busy(self) -> bool:
        """Whether a vote is prepared, open and not set aside, or announced and not yet left."""
        return (self._board is not None and self._board.vote != self._aside) or not self.card.isHidden()

    @property
    def over(self) -> bool:
        """Whether a result is shown that was announced."""
        return self._board is not None and self._board.closed

    @property
    def stage(self) -> Shown | None:
        """What of a vote fills the screen, if anything."""
        if not self.busy:
            return None
        return Shown.PREPARED if not self.card.isHidden() else Shown.RESULT if self.over else Shown.VOTE

    def show_facts(self, facts: Facts) -> None:
        """Show the vote that the register holds open; a result that was announced stays until it is left."""
        self._facts = facts
        self.view.show_roll(facts.roll)
        self.view.call.show_point(facts.ruling_due)
        if facts.vote is not None:
            self._show(self._desk.voting.board(facts.vote.key))
        elif self._board is not None:
            self._go_on_from(self._board.vote)

    def _go_on_from(self, key: Key) -> None:
        """A vote that is over shows its result; where it was broken off, or undo took it back, the room is shown."""
        if self._desk.voting.stands(key):
            self._show(self._desk.voting.board(key))
            return
        self._board, self._reviewing, self._aside = None, False, ""
        QTimer.singleShot(0, self, partial(self._leave, key))

    def take_keyboard(self) -> None:
        """Put the keyboard where the next key of the vote belongs."""
        if self._board is not None:
            self.view.take_keyboard()
        elif not self.card.isHidden():
            self.card.fields.kind.setFocus()

    def begin(self, meeting: str, item: str, row: TextRow | None) -> None:
        """Prepare a vote on a text, or on a motion where there is none; go back to one that was set aside."""
        if self._aside:
            self._aside = ""
            self._alerts.clear()
            return
        text = row if row is not None and row.before_the_meeting else None
        self._place, self._on = (meeting, item, text), None
        with self._alerts.guard():
            _start(self.card, self._desk, meeting, text)
            self._pages.setCurrentIndex(0)
            self.card.begin()
        if text is not row:
            self._alerts.refuse(Refusal(OF_ITS_OWN))

    def begin_on(self, ballot: Ballot) -> None:
        """Prepare the vote on a procedural motion, or on an appeal, with its question."""
        self.begin(ballot.meeting, ballot.item, None)
        if not self.card.isHidden():
            self._on = ballot
            self.card.fields.start_on(ballot)

    def review(self, vote: Key) -> None:
        """Look at an announced vote again; the projector stays where the room is."""
        with self._alerts.guard():
            board = self._desk.voting.board(vote)
            self._reviewing = True
            self._show(board)

    def replay(self) -> None:
        """Go through the vote that is shown once more, from its opening; the projector shows nothing of it."""
        board, facts = self._board, self._facts
        if board is not None and board.closed and facts is not None:
            with self._alerts.guard():
                found = self._desk.replays.of(board.vote)
                self.view.begin_replay(found, partial(self._desk.sittings.local, facts.meeting))

    def _correct(self, state: State | None) -> None:
        board = self._board
        if board is not None and board.method.named and self._facts is not None:
            self.corrections.begin(self._facts.meeting.key, board, state)
        elif board is not None:
            self.recounts.begin(board)

    def _draw(self) -> None:
        with self._alerts.guard():
            lot = self._desk.voting.draw(self._place[0])
            self.card.fields.draw(lot)
            self._alerts.say(DRAWN, state=lot.state)

    # -- verbs -----------------------------------------------------------------------------------------------------

    def _write(self, verb: Callable[[], Board], form: ProblemSink | None = None) -> None:
        """One key, one transaction; what is shown afterwards is the board that came back from the disk."""
        self.writing = True
        try:
            with self._alerts.guard(form or self.view.closing):
                self._show(verb())
        finally:
            self.writing = False

    def _open(self) -> None:
        meeting, item, row = self._place
        with self._alerts.guard(self.card):
            ballot = self.card.fields.ballot(meeting, item, row)
            if self._on is not None and ballot.kind is self._on.kind:
                ballot = replace(ballot, motion=self._on.motion, point=self._on.point)
            self._desk.voting.open(ballot)
            self.card.finished()
            self.take_keyboard()

    def _cast(self, code: str, answer: Answer, act: Act) -> None:
        board, facts = self._board, self._facts
        if board is None or facts is None:
            return
        write = partial(self._write, lambda: self._desk.voting.cast(Cast(board.vote, code, answer, act)))
        absent = self._absent(code)
        if act is Act.REKEYED:
            tell_gone(self._alerts, self._desk.sittings, facts.meeting.key, facts.states[code], write)
        else:
            write()
        if absent is not None and self._absent(code) is None:
            self._alerts.say(CAME, Tone.ATTENTION, state=absent)

    def _absent(self, code: str) -> State | None:
        """The State, where it is not noted as present; read anew, since no key of a vote reads the presence again."""
        facts = self._facts
        if facts is None or not facts.roll.absent(code) or not self._desk.sittings.roll(facts.meeting.key).absent(code):
            return None
        return facts.states[code]

    def _cast_together(self, answer: Answer) -> None:
        board = self._board
        if board is not None:
            self._write(lambda: self._desk.voting.cast_together(board.vote, answer))

    def _take_back_together(self) -> None:
        """What one key wrote of all who were left goes in one step, while it is the last; else the last answer."""
        verb = TOGETHER[Answer.NO_ANSWER]
        offers = undo_offered(self._desk, self._alerts, verb)
        for offer in offers:
            offer.act()
        if not offers:
            self.view.call.go_to_answer()

    def _count(self, hands: HandCount) -> None:
        board, facts = self._board, self._facts
        if board is not None and facts is not None:
            self._write(lambda: self._desk.voting.record_hands(board.vote, hands), self.view.hands)
            self.view.hands.remark(facts.roll.number(MembershipKind.MEMBER, present=True))

    def _say_overruled(self, hands: HandCount) -> None:
        """What was typed and is not in the result that was announced elsewhere is told, and not lost."""
        told, values = self.view.board, {"favour": hands.in_favour, "against": hands.against}
        if told is not None and hands != HandCount(told.tally.in_favour, told.tally.against, told.tally.abstaining):
            self._alerts.remark(OVERRULED, **values, abstaining=hands.abstaining)

    def _count_papers(self, counted: Counted) -> None:
        """The box of a secret ballot was opened: all papers that came back, counted at once."""
        board = self._board
        if board is None:
            return
        yes, no = counted.votes.values()
        with self._alerts.guard(self.view):
            hands = HandCount(yes, no, counted.blank)
            self._desk.secret_votes.count(board.vote, counted.invalid, hands, *self.view.box.value())
            self._show(self._desk.voting.board(board.vote))
            self.view.take_keyboard()

    def _close(self, declared: Outcome | None, reason: str) -> None:
        board = self._board
        if board is not None and self.view.settle():
            with self._alerts.guard(self.view.closing):
                self._desk.voting.close(board.vote, declared, reason)

    def _set_aside(self) -> None:
        """Back to the item while the vote stays open; the projector goes on showing it."""
        if self._board is not None:
            self._aside = self._board.vote
            self._alerts.say(STAYS_OPEN, Tone.ATTENTION)
            self.left.emit(self._aside, False)

    def _leave(self, gone: Key = "") -> None:
        """Back to the room: after the vote that is shown, or one that is *gone*."""
        vote, again = self._board.vote if self._board is not None else gone, self._reviewing
        self._board, self._reviewing = None, False
        for card in (self.view.correction, self.view.totals):
            card.finished()
        self.view.replay.finish()
        self.left.emit(vote, again)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self, board: Board) -> None:
        if not self.card.isHidden():
            self.card.finished()
        self._board = board
        self._pages.setCurrentIndex(1)
        self._voted = Voted(board, self._matter(board), self._file())
        self.view.show_board(board, self._draft(), self._voted.matter, self._decision())
        self.changed.emit()

    def _file(self) -> ProposalFile | None:
        board, facts = self._board, self._facts
        if board is None or facts is None:
            return None
        if facts.vote is not None and facts.vote.key == board.vote:  # with each key: however many votes there were
            return facts.file(facts.vote.proposal)
        return next((one for one in facts.files if any(vote.key == board.vote for vote in one.every_vote)), None)

    def _draft(self) -> str:
        file = self._file()
        return draft_name(file.proposal) if file else ""

    def _decision(self) -> str:
        """The number of the decision that the vote made, as long as it stands."""
        file, board = self._file(), self._board
        made = file.decision if file is not None else None
        return decision_name(made) if made is not None and board is not None and made.vote == board.vote else ""

    def _matter(self, board: Board) -> Matter:
        file = self._file()
        rows = rows_of([file], {}) if file is not None else ()
        part = next((row.name for row in rows if any(vote.key == board.vote for vote in row.votes)), "")
        form = file.form_put(board.vote) if file is not None else None
        return in_form(matter_for(board.kind, self._draft(), self._decision(), part), form, self._draft())

    # -- who may vote, and what the room sees ------------------------------------------------------------------------

    def ask_who(self) -> None:
        """Open the card that answers for any State."""
        if self._facts is not None:
            self.who.begin(self._facts.states.values(), self._facts.roll.near)

    def _answer_who(self, code: str) -> None:
        if self._facts is not None:
            with self._alerts.guard():
                self.who.show_answer(self._desk.voting.entitlement(self._facts.meeting.key, code))

    def show_slide(
        self, facts: Facts, item: Numbered | None, row: TextRow | None, election: ElectionBoard | None
    ) -> None:
        """Show the room where the meeting is: at a text with its marks, a vote, an *election*, a decision."""
        if self.projector is not None:
            voted = self._voted if self._board is not None and not self._reviewing else None
            fate = fate_of(row, self._desk.voting.board) if voted is None else None
            self.shown.show_slide(slide_of(facts, item, ShownText(row, fate), voted, election), facts.meeting.key)


def _start(card: BallotCard, desk: Secretariat, meeting: Key, text: TextRow | None) -> None:
    """A vote of now in its card, on a text where there is one: who votes, and whether it may be secret in practice."""
    secret = desk.secret_votes.foreseen(meeting)
    card.fields.start(desk.voting.electorate(meeting), text.kind if text is not None else None, secret=secret)
