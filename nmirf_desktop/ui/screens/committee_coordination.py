"""The cards about a coordination: its end, and its correction."""

from dataclasses import replace

from nmirf_desktop.domain.committee_acts import CorrectingCoordination, SteppingDown
from nmirf_desktop.domain.committees import AppointingBody, Coordination, in_time
from nmirf_desktop.domain.periods import Period, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.committee_forms import BODIES, ActForm, Ground, Made, body_name
from nmirf_desktop.ui.screens.committee_seat import Voting


class CoordinationActForm(ActForm):
    """A form about a coordination: the one that was chosen, else the one in force on the day."""

    def held(self, ground: Ground) -> Coordination | None:
        """The coordination, where there is one."""
        return ground.coordination or ground.coordinator

    def about(self, ground: Ground) -> StateCode | None:
        """The State that coordinates."""
        held = self.held(ground)
        return next((one.state for one in ground.history.seats if held is not None and one.key == held.seat), None)


class SteppingDownForm(CoordinationActForm):
    """The first day without the function."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._on = DateField(language)
        self.add("on", N_("No longer Coordinator from"), self._on, N_("The seat is kept."))

    def load(self, ground: Ground) -> None:
        """The day that is looked at."""
        self._on.load(ground.on, over=True)

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The coordination ends."""
        on, held = given(self._on), self.held(ground)
        if held is None:
            raise Problem(N_("Nobody coordinates on the day shown."))
        return Made(SteppingDown(held.key, on), N_("The function of Coordinator is vacant from {day}."), {"day": on})


class CoordinationForm(CoordinationActForm):
    """The first day of a coordination that is recorded, and who chose."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._on = DateField(language)
        self._body: ChoiceField[AppointingBody] = ChoiceField(language, list(BODIES), body_name)
        self.add("on", N_("First day"), self._on, N_("A coordination that ended then ends on the day before this one."))
        self.add("body", N_("Chosen by"), self._body)

    def load(self, ground: Ground) -> None:
        """The coordination as it is recorded."""
        held = self.held(ground)
        if held is not None:
            self._on.load(held.period.start, over=True)
            self._body.load(held.appointed_by, over=True)

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The coordination as it should have been entered: one chosen on its first day is chosen on the new one."""
        held, on = self.held(ground), given(self._on)
        if held is None:
            raise Problem(N_("Nobody coordinates on the day shown."))
        time = Period(on, held.period.end if held.period.end is None else max(on, held.period.end))
        body = self._body.value() or AppointingBody.COMMITTEE
        right = replace(in_time(held, time), appointed_by=body)
        said = N_("The coordination is corrected: it begins on {day}.")
        return Made(CorrectingCoordination(right), said, {"day": on}, seat=held.seat, judged_on=max(on, ground.on))
