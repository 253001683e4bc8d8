"""A closed ballot is put right: first the reason, then the numbers on the tally sheet, of that ballot and no other."""

from nmirf_desktop.domain.election_board import BallotView, ElectionBoard
from nmirf_desktop.domain.election_checks import check_reason
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_election_cards import CorrectingCard


class Correction:
    """From the card with the reason to the count that is recorded. It ends unrecorded where another ballot is opened.

    *reason* is empty until the card was answered.
    """

    def __init__(self, language: CurrentLanguage) -> None:
        self.card = CorrectingCard(language)
        self._ballot: Key = ""
        self.reason = ""

    def offer(self, board: ElectionBoard) -> None:
        """Open the card for the ballot that was closed last."""
        if board.last is not None:
            self._ballot, self.reason = board.last.ballot.key, ""
            self.card.fields.reason.load("", over=True)
            self.card.begin()

    def start(self) -> None:
        """Go on to the numbers. Raises ``Problem`` without a reason."""
        reason = self.card.fields.reason.value()
        check_reason(reason)
        self.reason = reason
        self.card.finished()

    def view(self, board: ElectionBoard | None) -> BallotView | None:
        """The ballot whose numbers are put right now; ``None`` before the reason is given, and where none is."""
        last = board.last if board is not None and board.open is None else None
        if last is None or last.ballot.key != self._ballot:
            self.end()
            return None
        return last if self.reason else None

    def sheet(self, view: BallotView) -> str:
        """By what the tally sheet knows a ballot: each correction begins with the numbers as they were recorded."""
        return f"{view.ballot.key}{self.card.opened}" if self.reason else view.ballot.key

    def end(self) -> None:
        """Nothing is put right any more."""
        self._ballot = self.reason = ""
        if not self.card.isHidden():
            self.card.finished()
