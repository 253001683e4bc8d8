"""The fields of a seat: its State, and who represents it, one record of the register as in any other function."""

import datetime
from collections.abc import Callable

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.services.committees import Representative
from nmirf_desktop.ui.fields import StateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.representative import RepresentativeRow

__all__ = ["RepresentativeRow", "SeatRows", "Voting"]

Voting = Callable[[StateCode, datetime.date], Key | None]
"""Who votes for a State on a day."""


class SeatRows:
    """The rows of a form that say which State has a seat, and who represents it once there is one."""

    def __init__(self, form: Form, name: str, label: str, hint: str = "") -> None:
        self._form, self._row = form, f"{name}_person"
        self._code: StateCode | None = None
        self.state = StateField(form.language, ())
        form.add(name, label, self.state, hint)
        self.representative = RepresentativeRow(form, self._row)
        self.state.changed.connect(self._fit)
        self.state.edited.connect(self._fit)  # letters that name just one State are taken for it when they are left
        self._fit()

    def load(self, state: StateCode | None = None, person: Key | None = None) -> None:
        """A State and who represents it; no State and nobody."""
        self.state.load(state, over=True)
        self._fit()
        self.representative.load(person)

    def _fit(self) -> None:
        """Another State has another representative."""
        code = self.state.value()
        if code != self._code:
            self._code = code
            self.representative.load()
        self.representative.of(code)
        self._form.show_row(self._row, code is not None)

    def value(self, on: datetime.date, voting: Voting | None) -> tuple[StateCode, Representative | None] | None:
        """The State with its representative on a day; ``None`` where no State is named.

        Without *voting* only the State counts, as for an act that is tried out.
        """
        code = self.state.value()
        if code is None:
            return None
        return code, None if voting is None else self.representative.value(code, voting(code, on))
