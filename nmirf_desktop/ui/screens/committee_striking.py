"""The forms of what never was: a mandate or a coordination that was entered by mistake."""

from nmirf_desktop.domain.committee_acts import StrikingCoordination, StrikingTerm
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.screens.committee_coordination import CoordinationActForm
from nmirf_desktop.ui.screens.committee_corrections import NO_MANDATE
from nmirf_desktop.ui.screens.committee_forms import ActForm, Ground, Made
from nmirf_desktop.ui.screens.committee_seat import Voting


class StrikeTermForm(ActForm):
    """Nothing is asked: the card says what goes, and what the rules would say without it."""

    def load(self, ground: Ground) -> None:
        """There is nothing to fill in."""

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The Committee was never appointed."""
        if ground.term is None:
            raise Problem(NO_MANDATE)
        said = N_("The mandate from {day} is struck out.")
        return Made(StrikingTerm(ground.term.key, ground.on), said, {"day": ground.term.period.start})


class StrikeCoordinationForm(CoordinationActForm):
    """Nothing is asked: the card says whose coordination goes, and what the rules would say without it."""

    def load(self, ground: Ground) -> None:
        """There is nothing to fill in."""

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The holder of the seat never was Coordinator."""
        held = self.held(ground)
        if held is None:
            raise Problem(N_("Nobody coordinates on the day shown."))
        said = N_("The coordination from {day} is struck out.")
        return Made(StrikingCoordination(held.key, ground.on), said, {"day": held.period.start}, seat=held.seat)
