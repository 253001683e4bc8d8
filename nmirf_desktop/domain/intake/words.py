"""The few words that a cell of a list may hold, in three languages and in short: statuses, types, roles, yes and no.

A word that is none of them is told, never guessed at.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import TypeVar

from nmirf_desktop.domain.functions import ROLE_LABELS, Role
from nmirf_desktop.domain.honorifics import HONORIFICS
from nmirf_desktop.domain.invitations import ANSWER_LABELS, PART_LABELS
from nmirf_desktop.domain.members import KIND_LABELS, MechanismType, MembershipKind
from nmirf_desktop.domain.participants import Answer, Part
from nmirf_desktop.domain.people import FORM_LABELS, GENDER_LABELS, FormOfAddress, Gender
from nmirf_desktop.domain.recognition import fold
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.i18n import N_, Language, catalog

T = TypeVar("T")
TYPE_LABELS = {
    MechanismType.AD_HOC: N_("Ad hoc"),
    MechanismType.MINISTERIAL: N_("Ministerial"),
    MechanismType.INTERMINISTERIAL: N_("Interministerial"),
    MechanismType.SEPARATE: N_("Institutionally separate"),
    MechanismType.OTHER: N_("Other"),
}


class Neither(Enum):
    """What a State is that is neither member nor observer, and the group of one that stands in none."""

    NEITHER = "neither"


_STATUSES: Mapping[MembershipKind | Neither, tuple[str, ...]] = {
    MembershipKind.MEMBER: (
        "Member", "Members", "M", "Full member", "Member State", "Founding member", "Membre", "Membres",
        "Membre fondateur", "Membre à part entière", "État membre", "Miembro", "Miembros", "Miembro fundador",
        "Miembro pleno", "Estado Miembro", "Membre du Réseau", "Miembro de la Red", "Member of the Network",
    ),
    MembershipKind.OBSERVER: (
        "Observer", "Observers", "O", "Obs", "Obs.", "Observer State", "Founding observer", "Observateur",
        "Observateurs", "Observatrice", "Observateur fondateur", "État observateur", "Observador", "Observadores",
        "Observadora", "Observador fundador", "Estado observador",
    ),
    Neither.NEITHER: (
        "Neither", "None", "Non-member", "Not a member", "No member", "–", "-", "Aucun", "Aucune", "Non-membre",
        "Ni l’un ni l’autre", "Ninguno", "Ninguna", "No miembro", "Ni lo uno ni lo otro", "Ni uno ni otro",
    ),
}  # fmt: skip
_TYPES: Mapping[MechanismType, tuple[str, ...]] = {
    MechanismType.AD_HOC: ("Ad hoc", "Ad-hoc", "Adhoc"),
    MechanismType.MINISTERIAL: (
        "Ministerial", "Ministériel", "Ministérielle", "Within a ministry", "Single ministry", "Au sein d’un ministère",
    ),
    MechanismType.INTERMINISTERIAL: (
        "Interministerial", "Inter-ministerial", "Interministériel", "Interministérielle", "Interinstitucional",
        "Interinstitutional", "Interinstitutionnel",
    ),
    MechanismType.SEPARATE: (
        "Institutionally separate", "Separate", "Institutionnellement distinct", "Distinct", "Autonome",
        "Institucionalmente separado", "Separado", "Independiente", "Indépendant", "Independent",
    ),
    MechanismType.OTHER: ("Other", "Autre", "Otro", "Otra"),
}  # fmt: skip
_GENDERS: Mapping[Gender, tuple[str, ...]] = {
    Gender.UNKNOWN: ("Unknown", "Not known", "Inconnu", "Desconocido", "–", "-", "?"),
    Gender.FEMININE: (
        "Feminine", "Female", "F", "Woman", "W", "Féminin", "Femme", "Femenino", "Femenina", "Mujer", "♀",
        *(word for word, gender in HONORIFICS.items() if gender is Gender.FEMININE),
    ),
    Gender.MASCULINE: (
        "Masculine", "Male", "Man", "Masculin", "Homme", "H", "Masculino", "Hombre", "♂",
        *(word for word, gender in HONORIFICS.items() if gender is Gender.MASCULINE),
    ),
}  # fmt: skip
_FORMS: Mapping[FormOfAddress, tuple[str, ...]] = {
    FormOfAddress.EXCELLENCY: (
        "Excellency", "H.E.", "HE", "His Excellency", "Her Excellency", "S.E.", "SE", "S. E.", "Son Excellence",
        "Excellence", "Excelencia", "S.E. Sr.", "Su Excelencia", "Excmo.", "Excma.", "Excelentísimo", "Excelentísima",
        "S.E.M.", "S. E. M.",
    ),
    FormOfAddress.DOCTOR: ("Dr", "Dr.", "Doctor", "Docteur", "Docteure", "Dra", "Dra.", "Doctora", "Dre"),
    FormOfAddress.PROFESSOR: ("Professor", "Prof", "Prof.", "Professeur", "Professeure", "Pr", "Pr.", "Profesor",
                              "Profesora", "Profa."),
    FormOfAddress.PLAIN: (*HONORIFICS, "Mademoiselle", "–", "-", "None", "Plain"),
}  # fmt: skip
_ROLES: Mapping[Role, tuple[str, ...]] = {
    Role.VOTES: (
        "Votes", "Voting", "Vote", "Voter", "Voting focal point", "Focal point who votes", "Focal point (votes)",
        "Focal point, votes", "Main focal point", "Principal focal point", "Principal", "Primary", "Titular",
        "Vota", "Votante", "Punto focal votante", "Punto focal que vota", "Punto focal titular",
        "Punto focal principal", "Votant", "Point focal votant", "Point focal votante", "Point focal qui vote",
        "Point focal titulaire", "Point focal principal", "Titulaire", "Main", "Marked as voting", "Yes", "Oui", "Sí",
        "X", "1", "True",
    ),
    Role.FOCAL_POINT: (
        "Focal point", "Point focal", "Punto focal", "Second focal point", "Deuxième point focal",
        "Segundo punto focal", "Not voting", "Non votant", "No votante", "Focal point (does not vote)", "No", "Non",
        "0", "False",
    ),
    Role.ALTERNATE: (
        "Alternate", "Alternate focal point", "Deputy", "Deputy focal point", "Substitute", "Suppléant", "Suppléante",
        "Point focal suppléant", "Adjoint", "Suplente", "Punto focal suplente", "Alterno", "Alterna",
        "Punto focal alterno", "Adjunto",
    ),
    Role.CONTACT: (
        "Contact", "Contact person", "Observer’s contact", "Contact of an observer", "Personne de contact",
        "Contact d’un observateur", "Contacto", "Persona de contacto", "Contacto de un observador",
    ),
}  # fmt: skip
_LANGUAGES: Mapping[Language, tuple[str, ...]] = {
    Language.EN: ("EN", "ENG", "E", "English", "Anglais", "Inglés"),
    Language.FR: ("FR", "FRA", "FRE", "F", "French", "Français", "Francés"),
    Language.ES: ("ES", "ESP", "SPA", "S", "Spanish", "Espagnol", "Español", "Castellano"),
}
_ANSWERS: Mapping[bool, tuple[str, ...]] = {
    True: (
        "Yes",
        "Y",
        "Oui",
        "O",
        "Sí",
        "S",
        "X",
        "✓",
        "✔",
        "1",
        "True",
        "Vrai",
        "Verdadero",
        "Done",
        "Recibido",
        "Reçu",
    ),
    False: ("No", "N", "Non", "0", "False", "Faux", "Falso", "–", "-", "Missing", "Manque", "Falta"),
}
_GROUPS: Mapping[RegionalGroup | Neither, tuple[str, ...]] = {
    RegionalGroup.AFRICAN: ("African Group", "Africa", "AG", "Groupe africain", "Afrique", "Grupo Africano", "África"),
    RegionalGroup.ASIA_PACIFIC: (
        "Asia-Pacific Group", "Asia and the Pacific", "APG", "Asia", "Asie-Pacifique", "Asie et Pacifique",
        "Asia y el Pacífico", "Grupo de Asia y el Pacífico", "Groupe Asie-Pacifique", "Asia-Pacífico",
    ),
    RegionalGroup.EASTERN_EUROPEAN: (
        "Eastern European Group", "Eastern Europe", "EEG", "Europe orientale", "Europe de l’Est", "Europa Oriental",
        "Europa del Este",
    ),
    RegionalGroup.GRULAC: (
        "GRULAC", "Latin America and the Caribbean", "LAC", "Amérique latine et Caraïbes",
        "América Latina y el Caribe", "Groupe latino-américain", "Latin American and Caribbean Group",
    ),
    RegionalGroup.WEOG: (
        "WEOG", "Western Europe and others", "Western European and Others Group", "Western Europe", "GEOA",
        "Europe occidentale", "Europe occidentale et autres États", "Europa Occidental",
        "Europa Occidental y otros Estados",
    ),
}  # fmt: skip


_INVITED: Mapping[Answer, tuple[str, ...]] = {
    Answer.AWAITED: ("Awaited", "Pending", "No answer", "En attente", "Sans réponse", "Pendiente", "Sin respuesta"),
    Answer.ATTENDS: (
        "Attending", "Will attend", "Participates", "Confirmed", "In person", "Accepts", "Accepted", "Participera",
        "Présent", "Présente", "Confirmé", "En présentiel", "Accepte", "Asistirá", "Participa", "Presencial",
        "Confirmado", "Acepta",
    ),
    Answer.ONLINE: ("Online", "Virtual", "Remote", "En ligne", "À distance", "Virtuel", "En línea", "A distancia"),
    Answer.APOLOGIES: (
        "Apologies", "Declines", "Declined", "Regrets", "Absent", "Will not attend", "Excusé", "Excusée", "Décline",
        "Absente", "Ne participera pas", "Excusa", "Declina", "Ausente", "No asistirá", "No asiste",
    ),
}  # fmt: skip
_PARTS: Mapping[Part, tuple[str, ...]] = {
    Part.HEAD: (
        "Head", "Head of delegation", "HoD", "Yes", "X", "✓", "Chef", "Cheffe", "Chef de délégation",
        "Cheffe de délégation", "Chef ou cheffe de délégation", "Oui", "Jefe", "Jefa", "Jefe de delegación",
        "Jefa de delegación", "Jefe o jefa de la delegación", "Sí",
    ),
    Part.DELEGATE: (
        "Delegate", "Member", "Member of the delegation", "No", "Délégué", "Déléguée", "Membre", "Non", "Delegado",
        "Delegada", "Miembro",
    ),
    Part.ADVISER: ("Adviser", "Advisor", "Conseiller", "Conseillère", "Conseil", "Asesor", "Asesora", "Asesoría"),
}  # fmt: skip
_PLACES: Mapping[bool, tuple[str, ...]] = {
    True: ("Online", "Virtual", "Remote", "En ligne", "À distance", "Virtuel", "En línea", "A distancia"),
    False: (
        "In person",
        "In the room",
        "Present",
        "En présentiel",
        "En salle",
        "Sur place",
        "Presencial",
        "En la sala",
    ),
}
ONLINE, IN_ROOM = N_("Online"), N_("In the room")
_YES_OR_NO = (N_("Yes"), N_("No"))
OFFERED: Mapping[str, tuple[str, ...]] = {
    "status": tuple(KIND_LABELS.values()),
    "interest": _YES_OR_NO,
    "adoption": _YES_OR_NO,
    "mechanism_type": tuple(TYPE_LABELS.values()),
    "group": tuple(one.short_label for one in RegionalGroup),
    "gender": tuple(GENDER_LABELS.values()),
    "form_of_address": tuple(FORM_LABELS.values()),
    "language": (N_("English"), N_("French"), N_("Spanish")),
    "role": tuple(ROLE_LABELS.values()),
    "answer": tuple(ANSWER_LABELS.values()),
    "part": tuple(PART_LABELS.values()),
    "online": (IN_ROOM, ONLINE),
}
"""The program's own words for each field that holds one of a few, marked constants: what may be written instead."""


def _by_word(words: Mapping[T, Iterable[str]]) -> Mapping[str, T]:
    """Each word as it is compared; a sign alone, such as a dash, stays as it is."""
    return {compared(word): meant for meant, each in words.items() for word in each}


@lru_cache(maxsize=4096)
def compared(word: str) -> str:
    """A word as it is compared with those that are known."""
    return fold(word) or word.strip()


LANGUAGES = _by_word(_LANGUAGES)
ANSWERS = _by_word(_ANSWERS)


def _with_own(words: Mapping[T, Iterable[str]], labels: Mapping[T, str]) -> Mapping[str, T]:
    """What offices write, and the program's own words in each language."""
    own = {
        compared(catalog(language).gettext(label)): meant for meant, label in labels.items() for language in Language
    }
    return {**_by_word(words), **own}


@cache
def statuses() -> Mapping[str, MembershipKind | Neither]:
    """What a State is."""
    neither = {catalog(language).pgettext("status of a State", "Neither") for language in Language}
    own: dict[MembershipKind | Neither, str] = dict(KIND_LABELS.items())
    return {**_with_own(_STATUSES, own), **{compared(word): Neither.NEITHER for word in neither}}


@cache
def types() -> Mapping[str, MechanismType]:
    """The types of mechanisms."""
    return _with_own(_TYPES, TYPE_LABELS)


@cache
def genders() -> Mapping[str, Gender]:
    """The grammatical genders."""
    return _with_own(_GENDERS, GENDER_LABELS)


@cache
def forms() -> Mapping[str, FormOfAddress]:
    """The forms of address."""
    return _with_own(_FORMS, FORM_LABELS)


@cache
def roles() -> Mapping[str, Role]:
    """What people are to the Network."""
    return _with_own(_ROLES, ROLE_LABELS)


@cache
def answers() -> Mapping[str, Answer]:
    """What an invited State answers; a plain yes or no is read before."""
    return _with_own(_INVITED, ANSWER_LABELS)


@cache
def parts() -> Mapping[str, Part]:
    """As what somebody comes in a delegation; a plain yes says that it is the head."""
    return _with_own(_PARTS, PART_LABELS)


@cache
def places() -> Mapping[str, bool]:
    """Whether somebody takes part online."""
    return _with_own(_PLACES, {True: ONLINE, False: IN_ROOM})


@cache
def groups() -> Mapping[str, RegionalGroup | Neither]:
    """The regional groups by the program's own names, in each language, and by what offices call them."""
    known: dict[str, RegionalGroup | Neither] = dict(_by_word(_GROUPS))
    for language in Language:
        words = catalog(language)
        for group in RegionalGroup:
            listed = words.pgettext("regional group in a list", _LISTED[group])
            letters = words.pgettext("letters of a regional group", _LETTERS[group])
            own = (words.gettext(group.label), words.gettext(group.short_label), listed, letters)
            known |= {compared(name): group for name in own}
        none = (words.pgettext("regional group in a list", "none"), words.gettext("In no regional group"), "–", "-")
        known |= {compared(name): Neither.NEITHER for name in none}
    return known


_LISTED = {
    RegionalGroup.AFRICAN: "African",
    RegionalGroup.ASIA_PACIFIC: "Asia-Pacific",
    RegionalGroup.EASTERN_EUROPEAN: "Eastern European",
    RegionalGroup.GRULAC: "Latin American and Caribbean",
    RegionalGroup.WEOG: "Western European and other",
}
_LETTERS = {
    RegionalGroup.AFRICAN: "Af",
    RegionalGroup.ASIA_PACIFIC: "AP",
    RegionalGroup.EASTERN_EUROPEAN: "EE",
    RegionalGroup.GRULAC: "LAC",
    RegionalGroup.WEOG: "WEO",
}
