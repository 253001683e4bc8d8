"""Standing items of an agenda known by their titles, in any of three languages.

A title is known as a whole, by the usual names of an item and those of the standard agenda; what stands after it in
brackets, or after a colon, a semicolon or a dash, does not count. One that only begins alike is another item.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from nmirf_desktop.domain.agenda import PURPOSE_LABELS, Purpose
from nmirf_desktop.domain.phrases import Listed, Phrase
from nmirf_desktop.domain.standard_items import STANDARD_ITEMS
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.i18n.folding import folded

USUAL: Mapping[Purpose, tuple[str, ...]] = {
    Purpose.OPENING: (
        "Opening", "Official opening", "Opening remarks", "Opening statements", "Opening session", "Opening ceremony",
        "Opening by the Chair", "Opening by the Coordinator",
        "Ouverture", "Ouverture officielle", "Allocutions d’ouverture", "Déclarations d’ouverture",
        "Séance d’ouverture", "Cérémonie d’ouverture", "Ouverture par la Présidence", "Ouverture par le Coordinateur",
        "Apertura", "Apertura oficial", "Inauguración", "Palabras de apertura", "Sesión de apertura",
        "Sesión inaugural", "Acto inaugural", "Apertura por la Presidencia", "Apertura por el Coordinador",
    ),
    Purpose.ADOPTION: (
        "Adoption of the agenda", "Approval of the agenda", "Adoption of the provisional agenda",
        "Adoption de l’ordre du jour", "Approbation de l’ordre du jour", "Adoption de l’ordre du jour provisoire",
        "Ordre du jour",
        "Aprobación de la agenda", "Aprobación del orden del día", "Aprobación del programa", "Adopción de la agenda",
        "Adopción del orden del día", "Aprobación de la agenda provisional", "Aprobación del programa provisional",
        "Orden del día",
    ),
    Purpose.PREVIOUS_MINUTES: (
        "Minutes of the last meeting", "Approval of the minutes of the previous meeting",
        "Procès-verbal de la dernière réunion", "Approbation du procès-verbal de la réunion précédente",
        "Acta de la última reunión", "Aprobación del acta de la reunión anterior",
    ),
    Purpose.REVIEW: (
        "Review of the Network’s activities", "Review of the activities of the Network",
        "Report of the Executive Committee",
        "Bilan des activités du Réseau", "Rapport du Comité exécutif",
        "Examen de las actividades de la Red", "Informe del Comité Ejecutivo",
    ),
    Purpose.FUTURE: (
        "Future directions of the Network", "Orientations futures du Réseau", "Orientaciones futuras de la Red",
    ),
    Purpose.COMMITTEE: (
        "Election of the Executive Committee", "Election of the members of the Executive Committee",
        "Appointment of the members of the Executive Committee",
        "Élection du Comité exécutif", "Élection des membres du Comité exécutif",
        "Nomination des membres du Comité exécutif",
        "Elección del Comité Ejecutivo", "Elección de los miembros del Comité Ejecutivo",
        "Nombramiento de los miembros del Comité Ejecutivo",
    ),
    Purpose.NEXT_MEETING: (
        "Next meeting", "Date of the next meeting", "Date and venue of the next meeting",
        "Prochaine réunion", "Date de la prochaine réunion", "Dates et lieu de la prochaine réunion",
        "Próxima reunión", "Fecha de la próxima reunión", "Fechas y lugar de la próxima reunión",
    ),
    Purpose.OTHER_MATTERS: (
        "Other business", "Any other business", "Any other matters",
        "Divers", "Autres questions", "Autres points",
        "Asuntos varios", "Varios", "Otras cuestiones",
    ),
    Purpose.CLOSURE: (
        "Closure", "Closing", "Official closing", "Closing remarks", "Closing statements", "Closing session",
        "Closing ceremony", "Adoption of the report and closure",
        "Clôture", "Clôture officielle", "Allocutions de clôture", "Séance de clôture", "Cérémonie de clôture",
        "Adoption du rapport et clôture",
        "Clausura", "Clausura oficial", "Cierre", "Palabras de clausura", "Sesión de clausura", "Acto de clausura",
        "Aprobación del informe y clausura",
    ),
}  # fmt: skip
"""Names that secretariats write, beside the titles of the standard items."""
STANDING = N_(
    "Standing items known by their titles: {items}. Minutes, script and rules go by this purpose, which can be changed "
    "on the agenda."
)
NUMBERED = N_("{number} ({purpose})")
_AFTER = re.compile(r"\s*(?:[;:(\[–—]| - ).*$")
_WHOSE = re.compile(
    r" (?:of the (?:annual )?(?:meeting|session)|de la (?:reunion|session|sesion)(?: annuelle| anual)?"
    r"|(?:and|et|y)(?: the| l'| la)? ?(?:(?:programme|organi[sz]ation) of(?: the)? work|organisation des travaux"
    r"|programme de travail|organizacion (?:de los trabajos|del trabajo)|programa de trabajo))$"
)
"""Of what, or with what beside it: "of the meeting", "and organization of work"."""


def purpose_named(title: Trilingual) -> Purpose:
    """The standing purpose that a title says in one of its languages; *another purpose* where it says none."""
    names = known_names()
    said = (names.get(_name(title[language])) for language in Language if title[language])
    return next((purpose for purpose in said if purpose is not None), Purpose.OTHER)


@lru_cache(maxsize=1)
def known_names() -> Mapping[str, Purpose]:
    """Each name as it is compared, with what it stands for."""
    pairs: Iterable[tuple[str, Purpose]] = (
        *((name, purpose) for purpose, names in USUAL.items() for name in names),
        *((one.title[language], one.purpose) for one in STANDARD_ITEMS for language in Language),
    )
    return {_name(name): purpose for name, purpose in pairs}


def standing_said(items: Iterable[tuple[int, Purpose]]) -> tuple[Phrase, ...]:
    """Which items, each by its number and purpose, were known by their titles; nothing where none was."""
    known = (one for one in items if one[1] is not Purpose.OTHER)
    said = tuple(Phrase(NUMBERED, {"number": n, "purpose": Phrase(PURPOSE_LABELS[one])}) for n, one in known)
    return (Phrase(STANDING, {"items": Listed(said)}),) if said else ()


def _name(title: str) -> str:
    """A title without case, accents, full stop, and what is only added to it."""
    plain = " ".join(folded(title).split()).rstrip(" .")
    return _WHOSE.sub("", _AFTER.sub("", plain) or plain)
