"""A field of a list, with the headings under which it may stand; texts in three languages; and the State of a row."""

from dataclasses import dataclass

from nmirf_desktop.i18n import N_, Language, catalog


@dataclass(frozen=True, slots=True)
class IntakeField:
    """One field: its *name*, what it is called (a marked constant), and its other headings.

    A *derived* one is known, and not read: the register says it itself.
    """

    name: str
    label: str
    headings: tuple[str, ...] = ()
    derived: bool = False

    def called(self, language: Language) -> str:
        """The heading that the program writes itself."""
        return catalog(language).gettext(self.label)


_IN = {
    Language.EN: ("EN", "English", "anglais", "inglés", "in English", "en anglais", "en inglés"),
    Language.FR: ("FR", "French", "français", "francés", "in French", "en français", "en francés"),
    Language.ES: ("ES", "Spanish", "espagnol", "español", "in Spanish", "en espagnol", "en español"),
}


def in_three(name: str, labels: tuple[str, str, str, str], *headings: str) -> tuple[IntakeField, ...]:
    """A text without language, and the same in each."""
    each = (
        IntakeField(f"{name}_{language}", label, tuple(f"{said} {mark}" for said in headings for mark in _IN[language]))
        for language, label in zip(Language, labels[1:], strict=True)
    )
    return IntakeField(name, labels[0], headings), *each


STATE = (
    IntakeField(
        "state", N_("State"),
        (
            "State", "States", "Member State", "Member States", "Country", "Countries", "State or country",
            "State name", "Country name", "Name of State", "Name of country", "État", "États", "État membre",
            "États membres", "Pays",
            "Nom du pays", "Nom de l’État", "Estado", "Estados", "Estado Miembro", "Estados Miembros", "País", "Países",
            "Nombre del país", "Nombre del Estado", "Delegation", "Délégation", "Delegación",
        ),
    ),
    IntakeField(
        "code", N_("Code"),
        (
            "Code", "ISO", "ISO code", "ISO3", "ISO 3", "ISO2", "ISO 3166", "ISO alpha-3", "Alpha-3", "Country code",
            "Code ISO", "Code pays", "Code du pays", "Código", "Código ISO", "Código del país", "Código de país",
        ),
    ),
)  # fmt: skip
"""By name, by code, or by both."""
