"""The standard items of an annual meeting, their texts final in three languages."""

from dataclasses import dataclass

from nmirf_desktop.domain.agenda import ExpectedAction, Purpose
from nmirf_desktop.domain.text import Trilingual


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One standard item; *duration* is in minutes."""

    purpose: Purpose
    action: ExpectedAction
    duration: int
    title: Trilingual


STANDARD_ITEMS = (
    StandardItem(
        Purpose.OPENING,
        ExpectedAction.ELECTION,
        30,
        Trilingual.final(
            "Opening of the meeting; election of the Chair and the Rapporteur",
            "Ouverture de la réunion\N{NO-BREAK SPACE}; élection à la présidence et aux fonctions de rapporteur",
            "Apertura de la reunión; elección de la Presidencia y la Relatoría",
        ),
    ),
    StandardItem(
        Purpose.ADOPTION,
        ExpectedAction.DECISION,
        15,
        Trilingual.final(
            "Adoption of the agenda and organization of work",
            "Adoption de l’ordre du jour et organisation des travaux",
            "Aprobación de la agenda y organización de los trabajos",
        ),
    ),
    StandardItem(
        Purpose.PREVIOUS_MINUTES,
        ExpectedAction.INFORMATION,
        15,
        Trilingual.final(
            "Minutes of the previous meeting",
            "Procès-verbal de la réunion précédente",
            "Acta de la reunión anterior",
        ),
    ),
    StandardItem(
        Purpose.MEMBERSHIP,
        ExpectedAction.INFORMATION,
        30,
        Trilingual.final(
            "Membership: new members and observers, focal points",
            "Membres\N{NO-BREAK SPACE}: nouveaux membres et observateurs, points focaux",
            "Miembros: nuevos miembros y observadores, puntos focales",
        ),
    ),
    StandardItem(
        Purpose.REVIEW,
        ExpectedAction.DISCUSSION,
        90,
        Trilingual.final(
            "Review of the Network’s activities (report of the Executive Committee)",
            "Bilan des activités du Réseau (rapport du Comité exécutif)",
            "Examen de las actividades de la Red (informe del Comité Ejecutivo)",
        ),
    ),
    StandardItem(
        Purpose.KNOWLEDGE_HUB,
        ExpectedAction.DISCUSSION,
        60,
        Trilingual.final(
            "Contribution to the virtual knowledge hub",
            "Contribution au pôle de connaissances virtuel",
            "Contribución al centro virtual de conocimientos",
        ),
    ),
    StandardItem(
        Purpose.PARTNERSHIPS,
        ExpectedAction.DISCUSSION,
        60,
        Trilingual.final(
            "Partnerships, including with OHCHR",
            "Partenariats, notamment avec le HCDH",
            "Alianzas, en particular con el ACNUDH",
        ),
    ),
    StandardItem(
        Purpose.FUTURE,
        ExpectedAction.DECISION,
        90,
        Trilingual.final("Future directions", "Orientations futures", "Orientaciones futuras"),
    ),
    StandardItem(
        Purpose.COMMITTEE,
        ExpectedAction.ELECTION,
        60,
        Trilingual.final(
            "Appointment of the Executive Committee",
            "Nomination du Comité exécutif",
            "Nombramiento del Comité Ejecutivo",
        ),
    ),
    StandardItem(
        Purpose.NEXT_MEETING,
        ExpectedAction.DECISION,
        15,
        Trilingual.final(
            "Date and place of the next meeting",
            "Date et lieu de la prochaine réunion",
            "Fecha y lugar de la próxima reunión",
        ),
    ),
    StandardItem(
        Purpose.OTHER_MATTERS,
        ExpectedAction.DISCUSSION,
        30,
        Trilingual.final("Other matters", "Questions diverses", "Otros asuntos"),
    ),
    StandardItem(
        Purpose.CLOSURE,
        ExpectedAction.DECISION,
        30,
        Trilingual.final(
            "Adoption of the record of decisions and closure",
            "Adoption du relevé des décisions et clôture",
            "Aprobación del registro de decisiones y clausura",
        ),
    ),
)
"""In the order of the agenda; two of them stand only where they have a subject."""
