"""The form by which a State takes a vacant seat, and which of them where there are several (R31)."""

from collections.abc import Sequence

from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.committees import SeatLine, filling, newcomers
from nmirf_desktop.ui.drafts import given
from nmirf_desktop.ui.fields import ChoiceField, DateField
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.screens.committee_forms import ActForm, Ground, Made
from nmirf_desktop.ui.screens.committee_seat import SeatRows, Voting


def _vacant(line: SeatLine, words: Catalog) -> str:
    """A vacant seat by who held it last, and since when nobody does."""
    frame = words.pgettext("who held a vacant seat last, and since when it is vacant", "{state}, since {day}")
    return frame.format(state=line.state.said_in(words), day=words.date(line.first_day))


def _chosen(ground: Ground) -> SeatLine | None:
    """The vacant seat chosen in the list, or the only one there is."""
    if ground.line in ground.vacant:
        return ground.line
    return ground.vacant[0] if len(ground.vacant) == 1 else None


class FillingForm(ActForm):
    """A State, its representative and a day; which seat is asked where several are vacant and none was chosen."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self._vacant: ChoiceField[SeatLine] = ChoiceField(language, (), _vacant)
        self._on = DateField(language)
        self.add("vacant", N_("Vacant seat"), self._vacant, N_("Who held it last."))
        self._seat = SeatRows(self, "state", N_("State"))
        self.add("on", N_("First day"), self._on, N_("Until the end of the mandate: the remainder (R31)."))
        self._seat.represent()

    def about(self, ground: Ground) -> StateCode | None:
        """Who held the seat last, unless it is asked which one is meant."""
        chosen = _chosen(ground)
        return chosen.seat.state if chosen is not None else None

    @property
    def seat_rows(self) -> Sequence[SeatRows]:
        """The one."""
        return (self._seat,)

    def load(self, ground: Ground) -> None:
        """No State, on the day that is looked at."""
        chosen = _chosen(ground)
        self._vacant.set_values(ground.vacant)
        self._vacant.load(chosen or next(iter(ground.vacant), None), over=True)
        self.show_row("vacant", chosen is None and bool(ground.vacant))
        self._on.load(ground.on, over=True)
        self._seat.load()

    def made(self, ground: Ground, voting: Voting | None) -> Made:
        """The State that takes the seat for the remainder of the mandate."""
        on = given(self._on)
        seat, vacant = self._seat.value(on, voting), self._vacant.value()
        if seat is None:
            raise Problem(N_("Name the State."), field_name="state")
        if ground.term is None:
            raise RuntimeError("a seat is filled in a mandate in course")
        state, person = seat
        act = filling(ground.term, state, on, person, vacant.key if vacant is not None else None)
        said = N_("The seat is filled on {day}, for the remainder.")
        return Made(act, said, {"day": on}, newcomers(person), act.seat.key)
