"""The field of who represents a State: somebody of the register, or a new name that becomes a record."""

from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.said_names import read_name
from nmirf_desktop.domain.same_person import near_doubles
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.i18n.cldr import language_of_state
from nmirf_desktop.services.committees import Representative
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.personfield import PersonField, Source

REPRESENTATIVE = N_("Representative")
HINT = N_("Somebody of the register, or a new name; empty: the focal point who votes.")
NEW = N_("Nobody in the register has this name: a new record is made.")
DOUBLE = N_(
    "“{name}” may be somebody whom the register knows: choose the record from the list, "
    "or record once more for another person."
)


class RepresentativeRow:
    """The row of a form that says who represents a State: of the register, or a new name; empty: who votes for it."""

    def __init__(self, form: Form, name: str, hint: str = HINT, label: str = REPRESENTATIVE) -> None:
        self._form, self._name, self._hint = form, name, hint
        self._source: Source = tuple
        self._doubted = ""
        self.person = PersonField(form.language, free=True)
        form.add(name, label, self.person, hint)
        self.person.edited.connect(self._say_new)
        self.person.loaded.connect(self._say_new)

    def _say_new(self) -> None:
        """A name that nobody has is said to be new once it is left."""
        self._form.hint(self._name, NEW if self.person.typed else self._hint)

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

    def value(self, state: StateCode | None, voting: Key | None) -> Representative | None:
        """Whom the field says, else who is *voting*.

        Raises:
            Problem: the first time that a new name may be somebody of the register.
        """
        if not self.person.typed:
            return self.person.value() or voting
        said = read_name(self.person.typed, self.person.language.language)
        new = Person(
            new_key(), Trilingual(), state, *said.kept, gender=said.gender or Gender.UNKNOWN,
            language=language_of_state(state or ""), form_of_address=said.form or FormOfAddress.PLAIN,
        )  # fmt: skip
        known = (one.person for one in self.person.people.values())
        if self._doubted != self.person.typed and near_doubles(new, known):
            self._doubted = self.person.typed
            raise Problem(DOUBLE, {"name": self.person.typed}, field_name=self._name)
        return new
