"""The standard items of an extraordinary meeting and of one of the Executive Committee, in three languages."""

from nmirf_desktop.domain.agenda import ExpectedAction, Purpose
from nmirf_desktop.domain.standard_items import StandardItem
from nmirf_desktop.domain.text import Trilingual

_OPENING = StandardItem(
    Purpose.OPENING,
    ExpectedAction.ELECTION,
    15,
    Trilingual.final(
        "Opening of the meeting; election of the Chair and the Rapporteur",
        "Ouverture de la réunion\N{NO-BREAK SPACE}; élection à la présidence et aux fonctions de rapporteur",
        "Apertura de la reunión; elección de la Presidencia y la Relatoría",
    ),
)
_ADOPTION = StandardItem(
    Purpose.ADOPTION,
    ExpectedAction.DECISION,
    15,
    Trilingual.final("Adoption of the agenda", "Adoption de l’ordre du jour", "Aprobación de la agenda"),
)
_PREVIOUS = StandardItem(
    Purpose.PREVIOUS_MINUTES,
    ExpectedAction.INFORMATION,
    15,
    Trilingual.final(
        "Minutes of the previous meeting", "Procès-verbal de la réunion précédente", "Acta de la reunión anterior"
    ),
)
_COMMITTEE = StandardItem(
    Purpose.COMMITTEE,
    ExpectedAction.ELECTION,
    60,
    Trilingual.final(
        "Appointment of the Executive Committee", "Nomination du Comité exécutif", "Nombramiento del Comité Ejecutivo"
    ),
)
_OTHER = StandardItem(
    Purpose.OTHER_MATTERS,
    ExpectedAction.DISCUSSION,
    15,
    Trilingual.final("Other matters", "Questions diverses", "Otros asuntos"),
)
_CLOSURE = StandardItem(
    Purpose.CLOSURE,
    ExpectedAction.DECISION,
    15,
    Trilingual.final(
        "Adoption of the record of decisions and closure",
        "Adoption du relevé des décisions et clôture",
        "Aprobación del registro de decisiones y clausura",
    ),
)
EXTRAORDINARY_ITEMS = (
    _OPENING,
    _ADOPTION,
    _PREVIOUS,
    StandardItem(
        Purpose.OTHER,
        ExpectedAction.INFORMATION,
        30,
        Trilingual.final(
            "Reasons for convening the meeting",
            "Motifs de la convocation de la réunion",
            "Motivos de la convocatoria de la reunión",
        ),
    ),
    StandardItem(
        Purpose.OTHER,
        ExpectedAction.DECISION,
        90,
        Trilingual.final(
            "Consideration of the matters submitted to the meeting",
            "Examen des questions dont la réunion est saisie",
            "Examen de los asuntos sometidos a la reunión",
        ),
    ),
    _COMMITTEE,
    _CLOSURE,
)
"""An extraordinary meeting treats what it was called for, and has no other matters."""
COMMITTEE_ITEMS = (
    StandardItem(
        Purpose.OPENING,
        ExpectedAction.INFORMATION,
        5,
        Trilingual.final("Opening by the Coordinator", "Ouverture par le Coordinateur", "Apertura por el Coordinador"),
    ),
    _ADOPTION,
    StandardItem(
        Purpose.REVIEW,
        ExpectedAction.DISCUSSION,
        30,
        Trilingual.final(
            "Follow-up to the decisions of the Network",
            "Suites données aux décisions du Réseau",
            "Seguimiento de las decisiones de la Red",
        ),
    ),
    StandardItem(
        Purpose.MEMBERSHIP,
        ExpectedAction.INFORMATION,
        15,
        Trilingual.final(
            "Communications received from States",
            "Communications reçues des États",
            "Comunicaciones recibidas de los Estados",
        ),
    ),
    StandardItem(
        Purpose.OTHER,
        ExpectedAction.DECISION,
        45,
        Trilingual.final(
            "Preparation of the agenda of the next meeting of the Network",
            "Élaboration de l’ordre du jour de la prochaine réunion du Réseau",
            "Preparación de la agenda de la próxima reunión de la Red",
        ),
    ),
    _OTHER,
    StandardItem(
        Purpose.NEXT_MEETING,
        ExpectedAction.DECISION,
        5,
        Trilingual.final(
            "Date of the next meeting of the Committee",
            "Date de la prochaine réunion du Comité",
            "Fecha de la próxima reunión del Comité",
        ),
    ),
)
"""The Committee prepares the Network's meetings (R38) and looks after what was decided."""
