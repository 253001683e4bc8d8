"""The floor for a guest: OHCHR, the Chair, or another body or person by its name."""

from collections.abc import Iterable
from functools import cached_property

from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.ui.drafts import Draft
from nmirf_desktop.ui.fields import ChoiceField, TrilingualField
from nmirf_desktop.ui.forms import Form
from nmirf_desktop.ui.language import CurrentLanguage


def _named(body: Trilingual, words: Catalog) -> str:
    return body[words.language] or body.original


class GuestForm(Form):
    """Who speaks: one who is known already, or a name in one language at least."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(language)
        self.known: ChoiceField[Trilingual] = ChoiceField(language, (), _named, N_("Another body or person"))
        self.name = TrilingualField(language)
        self.add("known", N_("Speaker"), self.known)
        self.add(
            "name", N_("Name, with its article"), self.name, N_("As the minutes say it: “The University of Rabat”.")
        )
        self.known.edited.connect(self.fit)

    def start(self, known: Iterable[Trilingual]) -> None:
        """Offer those who are known, the first of them chosen."""
        bodies = list(known)
        self.known.set_values(bodies)
        self.known.load(bodies[0], over=True)
        self.name.load(Trilingual(source=self.language.language), over=True)
        self.write_in(self.language.language)
        self.fit()

    def fit(self) -> None:
        """A name is asked for only where nobody known was chosen."""
        self.show_row("name", self.known.value() is None)

    def value(self) -> Trilingual:
        """The speaker's name."""
        return self.known.value() or self.name.value()


class GuestCard(Draft):
    """Gives a guest the floor."""

    def __init__(self, language: CurrentLanguage) -> None:
        super().__init__(N_("Give the floor to a guest"), N_("Give the floor"), lambda: self.fields, language)

    @cached_property
    def fields(self) -> GuestForm:
        """Who the guest is, made when the card is first opened."""
        return GuestForm(self._language)
