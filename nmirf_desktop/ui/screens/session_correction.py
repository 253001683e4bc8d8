"""A correction after the announcement: what happened, whose answer, and in words what follows from it (R27)."""

from collections.abc import Callable, Iterable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from nmirf_desktop.domain.board import Board
from nmirf_desktop.domain.corrections import Correction
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import DECIDED
from nmirf_desktop.domain.voting import Act, Answer
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.sittings import Sittings
from nmirf_desktop.services.voting import Cast
from nmirf_desktop.ui.alerts import Alerts
from nmirf_desktop.ui.drafts import Draft, put_away
from nmirf_desktop.ui.fields import ChoiceField, StateField, TextField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.session_answers import AnswerField
from nmirf_desktop.ui.theme import Tone, Type, style

ACTS = {
    Act.INTENDED: N_("The delegation had meant another answer"),
    Act.REKEYED: N_("The answer was keyed wrongly"),
}
"""The two corrections after the announcement: a footnote to the totals, and a record put right with its reason."""
ANSWERS = {
    Act.INTENDED: tuple(answer for answer in Answer if answer in DECIDED),
    Act.REKEYED: tuple(answer for answer in Answer if answer is not Answer.PASSED),
}
UNCHANGED = N_("Nothing was changed ({state}): the answer stands as it was recorded.")
NO_ANSWER_HERE = N_("{state} has no answer in this vote: there is nothing to put right.")
GONE = N_("{state} was noted as present by that answer alone: it is not noted as present any more.")
Effect = Correction | Refusal | Problem


def tell_gone(alerts: Alerts, sittings: Sittings, meeting: Key, state: State, verb: Callable[[], object]) -> None:
    """Put an answer of a State right by *verb*, and say where the presence went that it alone had made."""
    before = state.iso3 in sittings.presence(meeting)
    verb()
    if before and state.iso3 not in sittings.presence(meeting):
        alerts.say(GONE, Tone.ATTENTION, state=state)


def _act(act: Act, words: Catalog) -> str:
    return words.gettext(ACTS[act])


class CorrectionForm(Form):
    """What happened, whose answer, the right answer; a record that is put right has its reason."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.act = ChoiceField(language, list(ACTS), _act)
        self.state = StateField(language, ())
        self.answer = AnswerField(language, ANSWERS[Act.INTENDED])
        self.reason = TextField(language)
        self.add("act", N_("What happened"), self.act)
        self.add("state", N_("State"), self.state)
        self.add("answer", N_("The right answer"), self.answer)
        self.add("reason", N_("Reason"), self.reason)
        self.act.changed.connect(self._fit)

    def start(self, states: Iterable[State], chosen: State | None) -> None:
        """Begin with a State of the list, or with none."""
        self.state.set_states(states)
        self.state.load(chosen.iso3 if chosen else None, over=True)
        self.act.load(Act.INTENDED, over=True)
        self.reason.load("", over=True)
        self._fit()
        self.answer.load(Answer.IN_FAVOUR, over=True)

    def _fit(self) -> None:
        act = self.act.value() or Act.INTENDED
        self.answer.set_values(ANSWERS[act])
        self.show_row("reason", act is Act.REKEYED)

    def cast(self, vote: str) -> Cast | None:
        """The correction as the fields say; ``None`` while no State is chosen."""
        state, act, answer = self.state.value(), self.act.value(), self.answer.value()
        if state is None or act is None or answer is None:
            return None
        return Cast(vote, state, answer, act, reason=self.reason.value() if act is Act.REKEYED else "")


class EffectCard(Draft):
    """A card for a correction: the form, and under it the ``effect``, what the correction would do.

    ``changed`` says that the form says something else.
    """

    changed = Signal()

    def __init__(
        self, title: str, verb: str, form: Callable[[], Form], language: CurrentLanguage, hint: str = ""
    ) -> None:
        self.effect = QLabel(wordWrap=True)
        self._said: Effect | None = None
        super().__init__(title, verb, form, language, hint)

    def show_effect(self, said: Effect | None) -> None:
        """Say what would follow, or why it cannot be recorded; a turned outcome is a warning."""
        self._said = said
        grave = said is not None and (not isinstance(said, Correction) or said.turns)
        style(self.effect, Type.BODY, Tone.ATTENTION if grave else Tone.MUTED)
        self.effect.setText(said.said_in(self._language.words) if said else "")
        self.effect.setVisible(said is not None)

    def retranslate(self) -> None:
        """Say every word again."""
        super().retranslate()
        self.show_effect(self._said)


class CorrectionCard(EffectCard):
    """Corrects one answer."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(
            N_("Correct an answer after the announcement"), N_("Record the correction"), lambda: self.fields, language
        )

    @cached_property
    def fields(self) -> CorrectionForm:
        """The correction, made when the card is first opened."""
        fields = CorrectionForm(self._language)
        fields.add_widget(self.effect)
        fields.changed.connect(self.changed)
        fields.state.edited.connect(self.changed)
        return fields


class Corrections(QObject):
    """The card at work on an announced vote. ``recorded`` after a correction, ``left`` where there was none."""

    recorded = Signal()
    left = Signal()

    def __init__(self, card: CorrectionCard, desk: Secretariat, alerts: Alerts) -> None:
        super().__init__(card)
        self._card, self._desk, self._alerts = card, desk, alerts
        self._board: Board | None = None
        self._meeting: Key = ""
        card.changed.connect(self._foresee)
        card.done.connect(self._record)
        card.left.connect(self.left)

    def begin(self, meeting: Key, board: Board, chosen: State | None = None) -> None:
        """Open the card on an announced vote of a meeting, for a State of its list where one was chosen."""
        if not put_away([self._card]):
            return
        self._meeting, self._board = meeting, board
        answered = [state for state, _ in board.answers]
        known = (one.state for one in self._desk.sittings.roll(meeting).delegations)
        self._card.fields.state.know_besides((one for one in known if one not in answered), NO_ANSWER_HERE)
        self._card.fields.start(answered, chosen)
        self._card.begin()
        self._foresee()

    def _foresee(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._card.show_effect(None)
            return
        try:
            self._card.show_effect(self._desk.voting.foresee(wanted))
        except (Refusal, Problem) as error:
            self._card.show_effect(error)

    def _wanted(self) -> Cast | None:
        return self._card.fields.cast(self._board.vote) if self._board is not None else None

    def _record(self) -> None:
        wanted = self._wanted()
        with self._alerts.guard(self._card):
            if wanted is None:
                raise Problem(N_("Choose the State whose answer is corrected."), field_name="state")
            state = self._card.fields.state.state
            if state is None:
                return
            tell_gone(self._alerts, self._desk.sittings, self._meeting, state, lambda: self._cast(wanted, state))

    def _cast(self, wanted: Cast, state: State) -> None:
        before, after = self._board, self._desk.voting.cast(wanted)
        self._card.finished()
        self.recorded.emit()
        if before is not None and (before.answers, before.intended) == (after.answers, after.intended):
            self._alerts.remark(UNCHANGED, state=state)
