"""The form of a person: one record across all functions, which it shows."""

from collections.abc import Iterable

from nmirf_desktop.domain.functions import Held
from nmirf_desktop.domain.people import (
    FORM_LABELS,
    GENDER_LABELS,
    FormOfAddress,
    Gender,
    Person,
    check_emails,
    several_emails,
    several_telephones,
)
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.ui.fact_rows import FactRow, FactRows
from nmirf_desktop.ui.fields import ChoiceField, ListedField, TextField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import NAMES, CurrentLanguage
from nmirf_desktop.ui.rows import Mark
from nmirf_desktop.ui.suggestedfield import SuggestedField


def gender_word(gender: Gender, words: Catalog) -> str:
    """A grammatical gender as its word."""
    return words.gettext(GENDER_LABELS[gender])


def form_word(form: FormOfAddress, words: Catalog) -> str:
    """A form of address as its word."""
    return words.gettext(FORM_LABELS[form])


def tongue_word(language: Language, _words: Catalog) -> str:
    """A language by its own name."""
    return NAMES[language]


class PersonForm(Form):
    """The particulars of a person or of a function without a name."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.given_name, self.family_name = TextField(language), TextField(language)
        self.emails = ListedField(language, several_emails, check_emails)
        self.telephones = ListedField(language, several_telephones)
        self.address = TextField(language, long=True)
        self.function, self.institution = TrilingualField(language), SuggestedField(language)
        self.tongue: ChoiceField[Language] = ChoiceField(language, list(Language), tongue_word)
        self.gender: ChoiceField[Gender] = ChoiceField(language, list(Gender), gender_word)
        self.form_of_address: ChoiceField[FormOfAddress] = ChoiceField(language, list(FormOfAddress), form_word)
        self.held = FactRows(language)
        self._person = Person(new_key(), Trilingual())
        self._add_fields()

    def _add_fields(self) -> None:
        """The rows in their order: what is typed for each person before what is right for most."""
        self._add_name()
        self.add("emails", N_("E-mail"), self.emails, N_("A line for each; a dispatch goes to all of them."))
        self._add_particulars()
        self.add_widget(self.held)

    def _add_name(self) -> None:
        self.add("given_name", N_("Given name"), self.given_name)
        self.add("family_name", N_("Family name"), self.family_name)

    def _add_particulars(self) -> None:
        self.add("telephones", N_("Telephone"), self.telephones)
        self.add(
            "address", N_("Postal address"), self.address,
            N_("For letters; where it is empty, they go to the address of the State’s mechanism."),
        )  # fmt: skip
        self.add("function", N_("Function"), self.function, N_("Such as “Focal point of Paraguay”; no name is needed."))
        self.add("institution", N_("Institution"), self.institution)
        self.add("language", N_("Writes in"), self.tongue)
        self.add("gender", N_("Gender"), self.gender, N_("For the form of address; unknown is allowed."))
        self.add("form_of_address", N_("Form of address"), self.form_of_address)

    def show_person(self, person: Person, held: tuple[Held, ...] = ()) -> None:
        """Load a person, with the functions held at any time."""
        self._person = person
        self.given_name.load(person.given_name, over=True)
        self.family_name.load(person.family_name, over=True)
        self.emails.load(person.emails, over=True)
        self.telephones.load(person.telephones, over=True)
        self.address.load(person.address, over=True)
        self.function.load(person.function, over=True)
        self.institution.load(person.institution, over=True)
        self.tongue.load(person.language, over=True)
        self.gender.load(person.gender, over=True)
        self.form_of_address.load(person.form_of_address, over=True)
        self.held.show_rows(self._rows_of(held))
        self.held.setVisible(bool(held))

    def suggest_institution(self, mechanism: Trilingual | None) -> None:
        """Offer the name of the State's mechanism as institution, in the window's language first."""
        language = self.language.language
        texts = (mechanism[one] for one in (language, *Language)) if mechanism is not None else ()
        self.institution.suggest(tuple(texts))

    def _rows_of(self, held: Iterable[Held]) -> list[FactRow]:
        words = self.language.words
        return [FactRow((one.said_in(words),), note=one.reference, mark=Mark("user")) for one in held]

    def person(self, state: StateCode) -> Person:
        """The person as the fields say it; somebody new is of the *state*."""
        return Person(
            key=self._person.key,
            function=self.function.value(),
            state=self._person.state or state,
            given_name=self.given_name.value(),
            family_name=self.family_name.value(),
            gender=self.gender.value() or Gender.UNKNOWN,
            institution=self.institution.value(),
            language=self.tongue.value() or Language.EN,
            emails=self.emails.value(),
            telephones=self.telephones.value(),
            form_of_address=self.form_of_address.value() or FormOfAddress.PLAIN,
            address=self.address.value(),
        )
