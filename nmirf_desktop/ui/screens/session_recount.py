"""The totals of an announced vote without names put right: the numbers, the reason, and what follows from it (R27)."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.corrected_totals import Totals
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Papers
from nmirf_desktop.domain.states import MEMBER_STATES
from nmirf_desktop.domain.voting import HandCount, Method
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import put_away
from nmirf_desktop.ui.fields import NumberField, TextField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_correction import EffectCard
from nmirf_desktop.ui.screens.session_in_turn import InTurn

OF_PAPERS = ("issued", "returned", "invalid")


class TotalsForm(InTurn):
    """The numbers as they were announced, to be put right; those of papers for a secret ballot alone."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.favour, self.against, self.abstaining, self.invalid = (
            NumberField(language, 0, MEMBER_STATES) for _ in range(4)
        )
        self.issued, self.returned = (NumberField(language, 0, MEMBER_STATES, optional=True) for _ in range(2))
        self.reason = TextField(language)
        self.add("in_favour", N_("In favour"), self.favour)
        self.add("against", N_("Against"), self.against)
        self.add("abstaining", N_("Abstaining"), self.abstaining)
        self.add("invalid", N_("Invalid"), self.invalid)
        self.add("issued", N_("Papers issued"), self.issued)
        self.add("returned", N_("Papers returned"), self.returned)
        self.add("reason", N_("Reason"), self.reason, needed=True)
        self.go_through(*self._numbers, self.reason)

    @property
    def _numbers(self) -> tuple[NumberField, ...]:
        return (self.favour, self.against, self.abstaining, self.invalid, self.issued, self.returned)

    def start(self, board: Board) -> None:
        """Begin with the totals as they are recorded."""
        tally, papers = board.tally, board.papers or NO_PAPERS
        numbers = papers.issued if papers.numbered else None, papers.returned if papers.numbered else None
        recorded = (tally.in_favour, tally.against, tally.abstaining, papers.invalid, *numbers)
        for field, number in zip(self._numbers, recorded, strict=True):
            field.load(number, over=True)
        for name in OF_PAPERS:
            self.show_row(name, board.method is Method.SECRET_BALLOT)
        self.reason.load("", over=True)

    @property
    def faulty(self) -> bool:
        """Whether something is typed that is no number."""
        return any(field.fault is not None for field in self._numbers)

    def totals(self, method: Method) -> Totals:
        """The totals as the fields say."""
        hands = HandCount(self.favour.value() or 0, self.against.value() or 0, self.abstaining.value() or 0)
        if method is not Method.SECRET_BALLOT:
            return Totals(hands)
        issued, returned, invalid = (field.value() or 0 for field in (self.issued, self.returned, self.invalid))
        return Totals(hands, Papers(issued, returned, invalid, (), (), ()))


class TotalsCard(EffectCard):
    """The form, and under it what the correction would do."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(
            N_("Correct the totals after the announcement"),
            N_("Record the correction"),
            lambda: self.fields,
            language,
            N_("What the Chair announced is kept, with the reason, and the Chair announces the result again."),
        )

    @cached_property
    def fields(self) -> TotalsForm:
        """The totals, made when the card is first opened."""
        fields = TotalsForm(self._language)
        fields.add_widget(self.effect)
        fields.changed.connect(self.changed)
        return fields


class TotalsCorrections(QObject):
    """The card at work on an announced vote. ``recorded`` after a correction, ``left`` where there was none."""

    recorded = Signal()
    left = Signal()

    def __init__(self, card: TotalsCard, desk: Secretariat, alerts: Alerts) -> None:
        super().__init__(card)
        self._card, self._desk, self._alerts = card, desk, alerts
        self._board: Board | None = None
        card.changed.connect(self._foresee)
        card.done.connect(self._record)
        card.left.connect(self.left)

    def begin(self, board: Board) -> None:
        """Open the card on an announced vote, with its totals."""
        if put_away([self._card]):
            self._board = board
            self._card.fields.start(board)
            self._card.begin()
            self._foresee()

    def _foresee(self) -> None:
        board, fields = self._board, self._card.fields
        if board is None or fields.faulty or self._card.isHidden():
            self._card.show_effect(None)
            return
        try:
            self._card.show_effect(self._desk.corrected_totals.foresee(board.vote, fields.totals(board.method)))
        except (Refusal, Problem) as error:
            self._card.show_effect(error)

    def _record(self) -> None:
        board, fields = self._board, self._card.fields
        if board is None:
            return
        with self._alerts.guard(self._card):
            self._desk.corrected_totals.correct(board.vote, fields.totals(board.method), fields.reason.value())
            self._card.finished()
            self.recorded.emit()
