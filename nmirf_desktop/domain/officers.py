"""The officers whom a meeting elects: who chairs it and who reports (the election stands in the minutes)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nmirf_desktop.domain.people import Gender
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Catalog, Language


class Office(StrEnum):
    """The offices of a meeting, in the order in which they are named."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    RAPPORTEUR = "rapporteur"


@dataclass(frozen=True, slots=True)
class Officer:
    """A representative of a State in an office of one meeting; *item* is where on the agenda the election stood.

    Without a *person* it is the State's representative, whoever that was; an item that left the agenda is no place.
    """

    key: Key
    meeting: Key
    office: Office
    state: StateCode
    person: Key | None = None
    item: Key | None = None


def office_name(office: Office, words: Catalog) -> str:
    """An office by itself, of no person's gender: "Chair" | « Présidence » | "Presidencia"."""
    match office:
        case Office.CHAIR:
            return words.pgettext("office of a meeting", "Chair")
        case Office.VICE_CHAIR:
            return words.pgettext("office of a meeting", "Vice-Chair")
        case Office.RAPPORTEUR:
            return words.pgettext("office of a meeting", "Rapporteur")


def office_held(office: Office, gender: Gender, words: Catalog) -> str:
    """An office beside who holds it: "Chair" | « Présidente » | "Presidente"; by itself where no gender is known."""
    match gender:
        case Gender.FEMININE:
            return _held_by_a_woman(office, words)
        case Gender.MASCULINE:
            return _held_by_a_man(office, words)
        case Gender.UNKNOWN:
            return office_name(office, words)


def _held_by_a_woman(office: Office, words: Catalog) -> str:
    match office:
        case Office.CHAIR:
            return words.pgettext("office held by a woman", "Chair")
        case Office.VICE_CHAIR:
            return words.pgettext("office held by a woman", "Vice-Chair")
        case Office.RAPPORTEUR:
            return words.pgettext("office held by a woman", "Rapporteur")


def _held_by_a_man(office: Office, words: Catalog) -> str:
    match office:
        case Office.CHAIR:
            return words.pgettext("office held by a man", "Chair")
        case Office.VICE_CHAIR:
            return words.pgettext("office held by a man", "Vice-Chair")
        case Office.RAPPORTEUR:
            return words.pgettext("office held by a man", "Rapporteur")


NAMED_ALREADY = N_(
    "The room elected this State to this office, and the minutes name whom. Nothing was recorded; a name is put right "
    "in Session."
)


ELECTIONS: Mapping[Office, Trilingual] = MappingProxyType(
    {
        Office.CHAIR: Trilingual.final(
            "Election of the Chair", "Élection à la présidence", "Elección de la Presidencia"
        ),
        Office.VICE_CHAIR: Trilingual.final(
            "Election of the Vice-Chair", "Élection à la vice-présidence", "Elección de la Vicepresidencia"
        ),
        Office.RAPPORTEUR: Trilingual.final(
            "Election of the Rapporteur", "Élection aux fonctions de rapporteur", "Elección de la Relatoría"
        ),
    }
)  # fmt: skip
"""What the election of each officer is called, in the words of the item under which it is held."""
AT_OPENING = (Office.CHAIR, Office.RAPPORTEUR)
"""The offices that the item of the opening fills, in their order."""


def office_elected(title: Trilingual) -> Office | None:
    """The office that an election is for, by its title in any language; ``None`` where the title is of one's own."""
    return next((office for office, known in ELECTIONS.items() if called_alike(title, known)), None)


def called_alike(title: Trilingual, known: Trilingual) -> bool:
    """Whether a title is a known one in any language."""
    said = {language: title[language].strip().rstrip(".").casefold() for language in Language}
    return any(said[language] == known[language].casefold() for language in Language)


def next_at_opening(titles: Iterable[Trilingual]) -> Office | None:
    """Which office is filled next under the opening, where elections of these *titles* were held or are going on."""
    begun = {office_elected(title) for title in titles}
    return next((office for office in AT_OPENING if office not in begun), None)


def in_order(officers: Iterable[Officer]) -> tuple[Officer, ...]:
    """Officers by their office, those of one office in the order in which they were recorded."""
    offices = list(Office)
    return tuple(sorted(officers, key=lambda one: (offices.index(one.office), one.key)))


def check_officer(officer: Officer, others: Iterable[Officer]) -> None:
    """Raises ``Problem`` where the State holds the same office of the meeting already."""
    if any((one.office, one.state) == (officer.office, officer.state) for one in others if one.key != officer.key):
        raise Problem(N_("This State holds this office already."), field_name="state")


def others_in_office(new: Officer, held: Iterable[Officer], named: Collection[Officer]) -> tuple[Officer, ...]:
    """Who would hold an office besides, were *new* recorded in it; nobody where its State is in that office already.

    Raises ``Problem`` where the room elected a person of that State by name (*named*), and *new* names nobody.
    """
    found = tuple(one for one in held if one.office is new.office)
    same = next((one for one in found if one.state == new.state), None)
    if same is not None and same in named and new.person is None:
        raise Problem(NAMED_ALREADY, field_name="state")
    return () if same is not None else found
