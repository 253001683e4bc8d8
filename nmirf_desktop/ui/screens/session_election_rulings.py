"""What the Chair and the candidates do to an election beside the numbers, each on a card of its own.

A result that is declared otherwise than the numbers give it, a lot drawn in the room, a candidate who withdraws, an
election that is broken off, an acclamation, and one that was recorded by mistake.
"""

from collections.abc import Callable, Mapping
from functools import cached_property, partial

from nmirf_desktop.domain.election_board import BallotView, ElectionBoard, Name
from nmirf_desktop.domain.election_rules import Lot
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import CheckField, ChoiceField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_election_acclaiming import AcclaimingCard, Names, ReopeningCard
from nmirf_desktop.ui.screens.session_election_acts import REOPEN
from nmirf_desktop.ui.screens.session_election_cards import StoppingCard
from nmirf_desktop.ui.severalfield import SeveralField


def _name(name: Name, words: Catalog) -> str:
    return name.said_in(words)


class DeclaringForm(Form):
    """Whom the Chair declared elected, and why that is not what the numbers give."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.declared = SeveralField[Name](language, (), _name)
        self.divergence = TextField(language)
        self.add("declared", N_("Declared elected"), self.declared)
        self.add("divergence", N_("Reason"), self.divergence, N_("Kept with the ballot, and said in the minutes."))


class DeclaringCard(Draft):
    """Closes a ballot with another result than that of its numbers."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.ballot: Key = ""
        super().__init__(
            N_("Announce another result than the numbers give"),
            N_("Announce it"),
            lambda: self.fields,
            language,
            N_("What was counted stays as it is. Where the count is wrong, correct the count instead."),
        )

    @cached_property
    def fields(self) -> DeclaringForm:
        """Whom the Chair declared elected, made when the card is first opened."""
        return DeclaringForm(self._language)

    def offer(self, view: BallotView) -> None:
        """Open the card for a ballot that was counted."""
        self.ballot = view.ballot.key
        self.fields.declared.set_values([line.name for line in view.lines])
        self.fields.declared.load((), over=True)
        self.fields.divergence.load("", over=True)
        self.begin()


WITHDREW = N_("This candidate withdrew already. Where it was entered by mistake, tick that, and it is struck out.")


class LotForm(Form):
    """Whom the lot named."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.chosen = SeveralField[Name](language, (), _name)
        self.add("chosen", N_("The lot named"), self.chosen)


class LotCard(Draft):
    """Records a lot that was drawn in the room."""

    def __init__(self, language: CurrentLanguage) -> None:
        self.ballot: Key = ""
        super().__init__(
            N_("Enter the lot that the Chair drew"),
            N_("Record the lot"),
            lambda: self.fields,
            language,
            N_("The minutes then say that the Chair drew it; the program adds no draw of its own."),
        )

    @cached_property
    def fields(self) -> LotForm:
        """Whom the lot named, made when the card is first opened."""
        return LotForm(self._language)

    def offer(self, ballot: Key, lot: Lot, named: Mapping[Key, Name]) -> None:
        """Open the card for the tied."""
        self.ballot = ballot
        self.fields.chosen.set_values([named[key] for key in lot.tied])
        self.fields.chosen.load((), over=True)
        self.begin()


class DrawingCard(Draft):
    """Says between whom lots are drawn; Enter draws them, and no letter does: a draw is not taken back."""

    leaving = N_("Do not draw")

    def __init__(self, language: CurrentLanguage) -> None:
        self.ballot: Key = ""
        super().__init__(
            N_("Draw lots"),
            N_("Draw by lot"),
            lambda: Form(language),
            language,
            N_("Enter: the program draws, and what it drew stays. Esc: nothing is drawn."),
        )

    def offer(self, ballot: Key, lot: Lot, named: Mapping[Key, Name]) -> None:
        """Open the card for the tied, with the keyboard on the verb, where Enter presses it."""
        self.ballot = ballot
        self.concern(Names(tuple(named[key] for key in lot.tied)))
        self.begin()
        self.verb.setFocus()


class WithdrawalForm(Form):
    """Who no longer stands."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.candidate = ChoiceField[Name](language, (), _name)
        self.add("candidate", N_("Candidate"), self.candidate)
        self.mistake = CheckField(language, N_("Entered by mistake: strike it out, so that nothing tells it"))
        self.add("mistake", N_("Mistake"), self.mistake)


class WithdrawalCard(Draft):
    """A candidate withdraws between two ballots."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(
            N_("A candidate withdraws"),
            N_("Record the withdrawal"),
            lambda: self.fields,
            language,
            N_(
                "The ballots already taken stay; the name is on none that follows. The minutes tell that it stood, and "
                "when it withdrew."
            ),
        )

    @cached_property
    def fields(self) -> WithdrawalForm:
        """Who withdraws, made when the card is first opened."""
        return WithdrawalForm(self._language)

    def offer(self, board: ElectionBoard) -> None:
        """Open the card for those who stand, and behind them for those who withdrew and may have been a mistake."""
        gone = [one for one in board.names if one.candidate.withdrawn_at is not None]
        offered = (*board.stand, *gone)
        self.fields.candidate.set_values(offered)
        self.fields.candidate.load(None, over=True)  # whoever presses Enter too early withdraws nobody
        self.fields.candidate.say_unchosen(self._language.words.gettext("Choose who withdraws"))
        self.fields.mistake.load(False, over=True)
        self.begin()


class Rulings:
    """These cards of an election's page: each is about the ballot or the candidates it was opened for.

    *on_board* runs a verb on the election shown, and says a problem on the card; *show* says it again where the Chair
    puts to the meeting whom a card elects.
    """

    def __init__(
        self,
        desk: Secretariat,
        language: CurrentLanguage,
        on_board: Callable[[Callable[[ElectionBoard], None], Draft], None],
        show: Callable[[], None],
    ) -> None:
        self._desk = desk
        self.declaring, self.lot, self.withdrawal = (
            DeclaringCard(language), LotCard(language), WithdrawalCard(language),
        )  # fmt: skip
        self.drawing = DrawingCard(language)
        self.drawing.done.connect(partial(on_board, self._draw, self.drawing))
        self.stopping, self.reopening = StoppingCard(language), ReopeningCard(language)
        self.acclaiming = AcclaimingCard(desk.elections, language)
        self.acclaiming.done.connect(partial(on_board, lambda _board: self.acclaiming.elect(), self.acclaiming))
        self.acclaiming.begun.connect(show)
        self.acclaiming.left.connect(show)
        self.reopening.done.connect(partial(on_board, self._reopen, self.reopening))
        self.stopping.done.connect(partial(on_board, self._stop, self.stopping))
        self.declaring.done.connect(partial(on_board, self._declare, self.declaring))
        self.lot.done.connect(partial(on_board, self._enter_lot, self.lot))
        self.withdrawal.done.connect(partial(on_board, self._withdraw, self.withdrawal))

    @property
    def cards(self) -> tuple[Draft, ...]:
        """The cards, in the order in which they stand on the page."""
        return (
            self.declaring, self.drawing, self.lot, self.withdrawal, self.stopping, self.acclaiming, self.reopening,
        )  # fmt: skip

    @property
    def beginnings(self) -> Mapping[str, Callable[[ElectionBoard], None]]:
        """What opens each card, by its key."""
        return {
            "A": self._begin_declaring,
            "D": partial(self._begin_lot, self.drawing),
            "L": partial(self._begin_lot, self.lot),
            "W": self.withdrawal.offer,
            "Q": lambda board: self.stopping.offer(board.election.key),
            "G": lambda board: self.acclaiming.offer(board.election.key),
            "S": self._begin_slate,
            REOPEN: lambda board: self.reopening.offer(board.election),
        }

    def _begin_declaring(self, board: ElectionBoard) -> None:
        """Ask whom the Chair declared."""
        if board.open is not None:
            self.declaring.offer(board.open)

    def _begin_lot(self, card: DrawingCard | LotCard, board: ElectionBoard) -> None:
        """Ask whether lots are drawn now, or whom the lot named in the room."""
        if board.lot is not None:
            card.offer(board.ballots[board.lot.ballot - 1].ballot.key, board.lot, board.named)

    def _begin_slate(self, board: ElectionBoard) -> None:
        """Ask whether the slate agreed last is elected."""
        called = self._desk.elections.called(board.election.meeting)
        if called is not None and called.slate is not None:
            self.acclaiming.offer(board.election.key, called.slate.key)

    def _reopen(self, _board: ElectionBoard) -> None:
        self._desk.elections.reopen(self.reopening.election, self.reopening.fields.reason.value())
        self.reopening.finished()

    def _stop(self, _board: ElectionBoard) -> None:
        self._desk.elections.stop(self.stopping.election, self.stopping.fields.reason.value())
        self.stopping.finished()

    def _declare(self, _board: ElectionBoard) -> None:
        fields = self.declaring.fields
        names = tuple(one.key for one in fields.declared.value())
        self._desk.ballots.close(self.declaring.ballot, names, fields.divergence.value())
        self.declaring.finished()

    def _draw(self, _board: ElectionBoard) -> None:
        self._desk.ballots.draw(self.drawing.ballot)
        self.drawing.finished()

    def _enter_lot(self, _board: ElectionBoard) -> None:
        chosen = tuple(one.key for one in self.lot.fields.chosen.value())
        if not chosen:
            raise Problem(N_("Tick whom the lot named."), field_name="chosen")
        self._desk.ballots.draw(self.lot.ballot, chosen)
        self.lot.finished()

    def _withdraw(self, _board: ElectionBoard) -> None:
        name = self.withdrawal.fields.candidate.value()
        if name is None:
            raise Problem(N_("Choose who withdraws."), field_name="candidate")
        if self.withdrawal.fields.mistake.value():
            self._desk.elections.strike_candidate(name.key)
        elif name.candidate.withdrawn_at is not None:
            raise Problem(WITHDREW, field_name="mistake")
        else:
            self._desk.elections.withdraw(name.key)
        self.withdrawal.finished()
