"""What is done in an election by a key: which acts are possible now, and the verbs of the services behind them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from nmirf_desktop.domain.chair_elections import Put, unopposed
from nmirf_desktop.domain.election_board import BallotView, ElectionBoard
from nmirf_desktop.domain.election_checks import (
    ANNOUNCED_BEFORE,
    ANNOUNCED_IN,
    BALLOT_OPEN,
    COUNTED_IN,
    ELECTED_IN,
    MORE_STAND,
    NO_LOT,
    NOBODY_STANDS,
    NOT_ACCLAIMED,
    OVER,
)
from nmirf_desktop.domain.elections import Body, Count
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Tick
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.flow import SideBySide
from nmirf_desktop.ui.keys_in_force import KeyInForce
from nmirf_desktop.ui.letters import Letter
from nmirf_desktop.ui.screens.session_election_cards import CandidateCard
from nmirf_desktop.ui.screens.session_keys import Key
from nmirf_desktop.ui.screens.session_tally import Counted
from nmirf_desktop.ui.screens.session_unmet import READ_ONLY
from nmirf_desktop.ui.strokes import plain

DELETE, REOPEN, ANOTHER = "DELETE", "REOPEN", "N"
LETTERS = {
    "B": Letter("election.open", N_("Open the next ballot"), "B"),
    "R": Letter("election.announce", N_("Announce the result"), "R"),
    "A": Letter("election.announce_other", N_("Announce another result"), "A"),
    "D": Letter("election.draw", N_("Draw lots"), "D"),
    "L": Letter("election.lot", N_("Enter the lot drawn"), "L"),
    "G": Letter("election.acclaim", N_("Elect by acclamation"), "G"),
    "S": Letter("election.slate", N_("Put the agreed slate"), "S"),
    "K": Letter("election.candidate", N_("Enter a candidate"), "K"),
    "W": Letter("election.withdraw", N_("A candidate withdraws"), "W"),
    "Q": Letter("election.stop", N_("Break the election off"), "Q"),
    "C": Letter("election.correct", N_("Correct the last ballot"), "C"),
    "P": Letter("election.appoint", N_("Appoint this Committee"), "P"),
    ANOTHER: Letter("election.another", N_("Another election"), "N"),
    "V": Letter("election.replay", N_("Replay the ballots"), "V"),
}
"""The acts by their letters as delivered; X is the paper that is not valid on the tally sheet."""
ACTS = ("B", "R", "A", "D", "L", "G", "S", "K", "W", "Q", "C", REOPEN, DELETE, "P", ANOTHER, "V")
"""The acts in the order of their buttons."""
READING = frozenset({"V"})
"""What writes nothing, and is done in a register that is open for reading too."""

STRIKE = (
    N_("Strike the election out?"),
    N_("Strike it out"),
    N_("Keep it"),
    N_("It leaves the register with its candidates and ballots. Nothing was counted in it yet; Ctrl+Z brings it back."),
)
"""What is asked before an election is struck out: the question, the two verbs, and what follows."""


NO_BALLOT = N_("No ballot of this election is open: nothing was changed. The next one is opened first.")
NOT_COUNTED = N_("The papers of this ballot are not counted yet: record the count first, then announce the result.")
LOT_FIRST = N_("Votes are equal: the Chair draws lots before anything else follows.")
NO_SLATE = N_("No slate was agreed for this meeting: nothing was changed. It is agreed in Candidatures.")
ACCLAIMED = N_(
    "They were elected by acclamation, so that the election is over and kept. Where that was recorded by mistake,"
    " reopen it with the reason ({reopen})."
)
_UNMET = {
    REOPEN: NOT_ACCLAIMED,
    "D": NO_LOT,
    "L": NO_LOT,
    "C": N_("No ballot of this election was closed: there is nothing to put right."),
    ANOTHER: N_("This election is not over yet: another one is opened after it, or once it is broken off."),
    "P": N_("Nothing is left to appoint by this election: it goes on, or elects no Committee, or that is appointed."),
    "V": N_("Nothing was announced in this election yet: there is nothing to replay."),
}
"""What each of these keys asks for, at any time while no ballot is open."""


def struck(event: QKeyEvent) -> str:
    """The act whose key was struck alone, by its letter as delivered; empty where there is none."""
    if event.key() == Qt.Key.Key_Delete:
        return DELETE if plain(event) else ""
    return next((key for key, letter in LETTERS.items() if letter.struck(event)), "")


def act_words(key: str, words: Catalog) -> str:
    """What stands on the button of an act."""
    if key == DELETE:
        return words.gettext("Strike the election out (Delete)")
    if key == REOPEN:
        keys = KeyInForce(Key.REOPEN.named, Key.REOPEN.value[1].keys).said_in(words)
        frame = words.pgettext("tooltip", "{text} ({keys})")
        return frame.format(text=words.gettext(Key.REOPEN.value[0]), keys=keys)
    return LETTERS[key].after(words.gettext(LETTERS[key].label), words)


def possible(board: ElectionBoard, *, slate: bool, appointed: bool) -> Mapping[str, bool]:
    """Which acts can be done now; *slate* says that one was agreed for the meeting.

    *appointed* says that the Committee which the meeting elected was appointed already, or that there is none.
    """
    view, now = board.open, board.standing
    going_on = now.following is not None or view is not None
    between = view is None and going_on
    return {
        "B": board.next is not None,
        "R": view is not None and view.ballot.count is not None,
        "A": view is not None and view.ballot.count is not None,
        "D": view is None and board.lot is not None,
        "L": view is None and board.lot is not None,
        "G": between and bool(board.stand) and len(board.stand) <= now.left,
        "S": between and slate,
        "K": view is None and not now.over,
        "W": between and bool(board.names),
        "Q": view is None and not now.over,
        DELETE: not now.elected and not board.reopened and all(one.ballot.count is None for one in board.ballots),
        "P": board.election.body is Body.COMMITTEE and not going_on and not appointed,
        "C": view is None and board.last is not None,
        REOPEN: board.election.acclaimed_at is not None,
        ANOTHER: not going_on,
        "V": view is None and (board.last is not None or bool(now.elected) or board.election.stopped_at is not None),
    }


def why_not(key: str, board: ElectionBoard, *, slate: bool) -> str:
    """Why an act that has a key cannot be done now, and what to do: a marked constant with keys to name in it."""
    view, now = board.open, board.standing
    if key in "RA":
        return NO_BALLOT if view is None else NOT_COUNTED
    if view is not None and key not in (DELETE, REOPEN):
        return BALLOT_OPEN
    if key in _UNMET:
        return _UNMET[key]
    if now.over or key == DELETE:
        return _kept(key, board)
    if key == "B" and board.lot is not None:
        return LOT_FIRST
    if key == "S" and not slate:
        return NO_SLATE
    return MORE_STAND if board.stand else NOBODY_STANDS


def _kept(key: str, board: ElectionBoard) -> str:
    """That an election is over or kept; after an acclamation, how one that was recorded by mistake is put right."""
    if board.election.acclaimed_at is not None:
        return ACCLAIMED
    if key == DELETE and board.reopened and not board.standing.elected:
        return ANNOUNCED_IN if board.election.stopped_at is None else ANNOUNCED_BEFORE
    if key == DELETE:
        return ELECTED_IN if board.standing.elected else COUNTED_IN
    return OVER


def counted_in(view: BallotView) -> Counted | None:
    """What was recorded of a ballot as the tally sheet shows it; ``None`` before the count."""
    count, papers = view.ballot.count, view.ballot.papers
    if count is None or papers is None:
        return None
    return Counted(dict(view.ballot.votes), count.abstentions, papers.invalid)


class ElectionActs:
    """The verbs, each on the board that is shown."""

    def __init__(self, desk: Secretariat) -> None:
        self._desk = desk

    def slate(self, board: ElectionBoard) -> str:
        """The key of the slate agreed last for the meeting, empty without one."""
        called = self._desk.elections.called(board.election.meeting)
        return called.slate.key if called is not None and called.slate is not None else ""

    def unopposed(self, board: ElectionBoard) -> Put | None:
        """Who stands, where they can be elected now without a ballot, by number and by the practice in force."""
        put = unopposed(board)
        if put is None:
            return None
        try:
            self._desk.elections.foreseen(board.election.key)
        except Refusal:
            return None
        return put

    def refusal(self, key: str, board: ElectionBoard | None) -> Refusal:
        """Why an act cannot be done now (:func:`why_not`), with the keys in force; without an election none can."""
        named = {"reopen": KeyInForce(Key.REOPEN.named, Key.REOPEN.value[1].keys)}
        if self._desk.store.read_only or board is None:
            return Refusal(READ_ONLY if self._desk.store.read_only else NOT_ACCLAIMED)
        return Refusal(why_not(key, board, slate=bool(self.slate(board))), named)

    def nominate(self, card: CandidateCard, _board: ElectionBoard) -> None:
        """Who is entered on a card stands."""
        self._desk.elections.nominate(card.election, card.value())
        card.finished()

    def open_ballot(self, board: ElectionBoard) -> None:
        """The next ballot."""
        self._desk.ballots.open(board.election.key)

    def announce(self, board: ElectionBoard) -> None:
        """The result of the ballot that is open."""
        if board.open is not None:
            self._desk.ballots.close(board.open.ballot.key)

    def strike(self, board: ElectionBoard) -> None:
        """It was opened by mistake."""
        self._desk.elections.strike(board.election.key)

    def appointed(self, board: ElectionBoard) -> bool:
        """Whether nothing is left to appoint of what the meeting elected, or it is still electing."""
        return (
            board.standing.following is not None
            or board.open is not None
            or self._desk.elections.appointment(board.election.meeting) is None
        )

    def issue(self, board: ElectionBoard, issued: int, returned: int) -> None:
        """How many papers went out and came back."""
        if board.open is not None:
            self._desk.ballots.issue(board.open.ballot.key, issued, returned)

    def mark(self, board: ElectionBoard, code: str, tick: Tick) -> None:
        """Who received and returned one."""
        if board.open is not None:
            self._desk.ballots.mark(board.open.ballot.key, code, tick)

    def count(self, board: ElectionBoard, counted: Counted) -> None:
        """What the tellers counted."""
        if board.open is not None:
            self._desk.ballots.count(board.open.ballot.key, counted.invalid, counted.blank, counted.votes)

    def correct(self, view: BallotView, counted: Counted, reason: str) -> None:
        """The numbers of a closed ballot put right; of one place, as many papers came back as were counted."""
        ballot = view.ballot
        papers, votes = ballot.papers or NO_PAPERS, tuple(counted.votes[key] for key in ballot.candidates)
        came = sum(votes) + counted.blank + counted.invalid if ballot.places == 1 else papers.returned
        right = replace(papers, issued=max(papers.issued, came), returned=came, invalid=counted.invalid)
        self._desk.ballots.correct(ballot.key, right, Count(counted.blank, votes), reason)

    def possible(self, board: ElectionBoard) -> Mapping[str, bool]:
        """Which acts can be done now (:func:`possible`), those that only read in a register open for reading."""
        shown = possible(board, slate=bool(self.slate(board)), appointed=self.appointed(board))
        return {key: can and (key in READING or not self._desk.store.read_only) for key, can in shown.items()}


class ActButtons(SideBySide):
    """A button for each act, those that can be done now. ``asked`` carries the key of the one that was pressed."""

    asked = Signal(str)

    def __init__(self) -> None:
        self.of = {key: QPushButton(autoDefault=True) for key in ACTS}
        super().__init__(*self.of.values())
        for key, button in self.of.items():
            button.clicked.connect(partial(self.asked.emit, key))

    def offer(self, acts: Mapping[str, bool], words: Catalog) -> None:
        """Show the acts that can be done."""
        for key, button in self.of.items():
            button.setText(act_words(key, words))
            button.setVisible(acts[key])
