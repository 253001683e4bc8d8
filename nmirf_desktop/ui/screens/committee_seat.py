"""The fields of a seat: its State, and who represents it, one record of the register as in any other function."""

import datetime
from collections.abc import Callable

from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said_names import read_name
from nmirf_desktop.domain.same_person import near_doubles
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.committees import Representative
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.fields import StateField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.personfield import PersonField, Source

Voting = Callable[[StateCode, datetime.date], Key | None]
"""Who votes for a State on a day."""
HINT = N_("Somebody of the register, or a new name; empty: the focal point who votes.")
DOUBLE = N_(
    "“{name}” may be somebody whom the register knows: choose the record from the list, "
    "or record once more for another person."
)


class RepresentativeRow:
    """The row of a form that says who represents a State: of the register, or a new name; empty: who votes for it."""

    def __init__(self, form: Form, name: str) -> None:
        self._name = name
        self._source: Source = tuple
        self._doubted = ""
        self.person = PersonField(form.language, free=True)
        form.add(name, N_("Representative"), self.person, HINT)

    def offer(self, source: Source) -> None:
        """The people to choose from."""
        self._source = source
        self.person.offer(source)

    def of(self, state: StateCode | None) -> None:
        """Offer the people of a State before the others."""
        self.person.offer(self._source, state)

    def load(self, person: Key | None = None) -> None:
        """Somebody of the register, or nobody yet."""
        self._doubted = ""
        self.person.load(person, over=True)

    def value(self, state: StateCode, voting: Key | None) -> Representative | None:
        """Whom the field says, else who is *voting*.

        Raises:
            Problem: the first time that a new name may be somebody of the register.
        """
        if not self.person.typed:
            return self.person.value() or voting
        said = read_name(self.person.typed, self.person.language.language)
        new = Person(
            new_key(), Trilingual(), state, *said.kept,
            gender=said.gender or Gender.UNKNOWN, form_of_address=said.form or FormOfAddress.PLAIN,
        )  # fmt: skip
        known = (one.person for one in self.person.people.values())
        if self._doubted != self.person.typed and near_doubles(new, known):
            self._doubted = self.person.typed
            raise Problem(DOUBLE, {"name": self.person.typed}, field_name=self._name)
        return new


class SeatRows:
    """The rows of a form that say which State has a seat, and who represents it once there is one."""

    def __init__(self, form: Form, name: str, label: str, hint: str = "") -> None:
        self._form, self._row = form, f"{name}_person"
        self._code: StateCode | None = None
        self.state = StateField(form.language, ())
        form.add(name, label, self.state, hint)
        self.representative = RepresentativeRow(form, self._row)
        self.state.changed.connect(self._fit)
        self._fit()

    def load(self) -> None:
        """No State and nobody."""
        self.state.load(None, over=True)
        self.representative.load()
        self._fit()

    def _fit(self) -> None:
        """Another State has another representative."""
        code = self.state.value()
        if code != self._code:
            self._code = code
            self.representative.load()
        self.representative.of(code)
        self._form.show_row(self._row, code is not None)

    def value(self, on: datetime.date, voting: Voting) -> tuple[StateCode, Representative | None] | None:
        """The State with its representative on a day; ``None`` where no State is named."""
        code = self.state.value()
        return None if code is None else (code, self.representative.value(code, voting(code, on)))
