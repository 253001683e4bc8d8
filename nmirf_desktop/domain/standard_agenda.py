"""The standard items of an annual meeting, their texts final in three languages: a start, free to be changed."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.agenda import AgendaItem, ExpectedAction, Purpose
from nmirf_desktop.domain.committees import Term, term_end
from nmirf_desktop.domain.meetings import Meeting, previous_meeting
from nmirf_desktop.domain.periods import Key, years_after
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


@dataclass(frozen=True, slots=True)
class Occasion:
    """What decides on the two conditional items: the minutes of a meeting before, a mandate that ends."""

    has_previous: bool
    renewal: bool

    @classmethod
    def of(cls, meeting: Meeting, meetings: Iterable[Meeting], terms: Iterable[Term]) -> "Occasion":
        """What a register's meetings and terms say about a meeting."""
        return cls(previous_meeting(meetings, meeting) is not None, renewal_falls_to(meeting.closes_on, terms))


def renewal_falls_to(day: datetime.date, terms: Iterable[Term]) -> bool:
    """*Executive Committee*, R30, R32: whether a meeting that closes on a day is the one to appoint the Committee.

    It is where the last mandate has ended or ends within a year, before the next annual meeting can be expected. A
    mandate that was appointed by then counts although it begins later.
    """
    known = [term for term in terms if min(term.appointed_on, term.period.start) <= day]
    ends = [term.period.end or term_end(term.period.start) for term in known]
    return not ends or max(ends) <= years_after(day, 1)


def standard_items(meeting: Meeting, occasion: Occasion, new_key: Callable[[], Key]) -> tuple[AgendaItem, ...]:
    """*Network Meetings – Frequency*, R37: the items with which the agenda of an annual meeting begins."""
    left_out = set()
    if not occasion.has_previous:
        left_out.add(Purpose.PREVIOUS_MINUTES)
    if not occasion.renewal:
        left_out.add(Purpose.COMMITTEE)
    chosen = (item for item in STANDARD_ITEMS if item.purpose not in left_out)
    return tuple(
        AgendaItem(
            key=new_key(),
            meeting=meeting.key,
            position=position,
            title=item.title,
            action=item.action,
            purpose=item.purpose,
            duration=item.duration,
        )
        for position, item in enumerate(chosen)
    )
