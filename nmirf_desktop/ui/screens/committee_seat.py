"""The fields of a seat: its State, and who represents it, one record of the register as in any other function."""

import datetime
from collections.abc import Callable

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import Representative
from nmirf_desktop.ui.fields import StateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.representative import HINT, REPRESENTATIVE, RepresentativeRow

__all__ = ["RepresentativeRow", "SeatRows", "Voting"]

Voting = Callable[[StateCode, datetime.date], Key | None]
"""Who votes for a State on a day."""


OF_STATE = N_("Representative: {state}")
A_STATE = N_("“{name}” is a State: name a person, or leave this empty.")


class SeatRows:
    """The rows of a form that say which State has a seat, and who represents it once there is one.

    The row of :meth:`represent`, which is there once a State is, stands below all others, so that none moves and no
    other field comes first while they are typed one after the other; of several seats each names its State.
    """

    representative: RepresentativeRow

    def __init__(self, form: Form, name: str, label: str, hint: str = "") -> None:
        self._form, self._name, self._row = form, name, f"{name}_person"
        self._code: StateCode | None = None
        self._named = False
        self.state = StateField(form.language, ())
        form.add(name, label, self.state, hint)

    def represent(self, hint: str = HINT, *, named: bool = False) -> None:
        """Add the row of the representative, *named* by its State; the hint is a marked constant."""
        self._named = named
        self.representative = RepresentativeRow(self._form, self._row, hint, REPRESENTATIVE)
        self.state.changed.connect(self._fit)
        self.state.edited.connect(self._fit)  # letters that name just one State are taken for it when they are left
        self._fit()

    def load(self, state: StateCode | None = None, person: Key | None = None) -> None:
        """A State and who represents it; no State and nobody."""
        self.state.load(state, over=True)
        self._fit()
        self.representative.load(person)

    def show(self, shown: bool) -> None:
        """Show its rows, or hide those of a seat that there is not; a State that was named there is let go."""
        self._form.show_row(self._name, shown)
        if not shown:
            self.load()

    def _fit(self) -> None:
        """Another State has another representative."""
        code = self.state.value()
        if code != self._code:
            self._code = code
            self.representative.load()
        self.representative.of(code)
        if self._named and (state := self.state.state) is not None:
            self._form.relabel(self._row, OF_STATE, {"state": state})
        self._form.show_row(self._row, code is not None)

    def value(self, on: datetime.date, voting: Voting | None) -> tuple[StateCode, Representative | None] | None:
        """The State with its representative on a day; ``None`` where no State is named.

        Without *voting* only the State counts, as for an act that is tried out. Raises ``Problem`` where a State is
        named as the person.
        """
        code = self.state.value()
        if code is None:
            return None
        if voting is None:
            return code, None
        typed = self.representative.person.typed
        if self.state.names(typed):
            raise Problem(A_STATE, {"name": typed}, self._row)
        return code, self.representative.value(code, voting(code, on))
