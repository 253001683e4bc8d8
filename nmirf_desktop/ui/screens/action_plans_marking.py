"""How an action of the plan stands, noted with one key; what is still to be said of it is asked without a dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nmirf_desktop.domain.action_plans import PlannedAction, PlanState
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.actions import Action, Look
from nmirf_desktop.ui.alerts import Notice, Offer, Sentence
from nmirf_desktop.ui.plan_marks import ASKED, GIVE_UP, MARKED, MARKED_ON, why_no_mark
from nmirf_desktop.ui.screen import Screen, today
from nmirf_desktop.ui.theme import Tone
from nmirf_desktop.ui.unmet import Unmet

EVIDENCE = N_("Give the evidence")
Chosen = Callable[[], list[PlannedAction]]


class Marking(QObject):
    """The actions that mark those *chosen*, of a *screen*. ``marked`` carries the key that is to be shown.

    ``field_asked`` carries the field of the one chosen that is to be written: its evidence.
    """

    marked = Signal(str)
    field_asked = Signal(str)

    def __init__(self, desk: Secretariat, chosen: Chosen, screen: Screen) -> None:
        super().__init__(screen)
        self._desk, self._chosen, self._alerts, self._screen = desk, chosen, screen.alerts, screen
        self.actions = {
            state: Action(label, partial(self._mark, state), look, screen) for state, (label, look) in MARKED.items()
        }
        label, keys = GIVE_UP
        self.give_up = Action(label, self._give_up, Look("minus", keys), screen)
        self._unmet = Unmet([*self.actions.items(), (PlanState.GIVEN_UP, self.give_up)], self._explain, screen)

    def allow(self, words: Catalog) -> None:
        """Offer what makes sense of those chosen, and say why the others do not."""
        for state, action in self.actions.items():
            action.allow(not (why := self._why_not(state)), why, words)
        why = self._why_not(PlanState.GIVEN_UP)
        self.give_up.allow(not why, why, words)

    def _why_not(self, state: PlanState) -> str:
        return why_no_mark(self._chosen(), state, read_only=self._desk.store.read_only)

    def _explain(self, state: PlanState) -> None:
        if why := self._why_not(state):
            self._alerts.refuse(Refusal(why))

    def _mark(self, state: PlanState) -> None:
        if chosen := self._chosen():
            with self._alerts.guard():
                day = min(self._screen.on, today())
                self._desk.action_plans.mark([one.key for one in chosen], state, day)
                self.marked.emit(chosen[-1].key)
                if state is PlanState.DONE and len(chosen) == 1 and not chosen[0].evidence:
                    offer = Offer(EVIDENCE, partial(self.field_asked.emit, "evidence"))
                    self._alerts.show(Notice(Sentence(ASKED, {"day": day}), Tone.GOOD, offers=(offer,)))
                elif state is not PlanState.NOT_BEGUN:
                    self._alerts.say(MARKED_ON, day=day)

    def _give_up(self) -> None:
        if not self._why_not(PlanState.GIVEN_UP):
            self.field_asked.emit("reason")
