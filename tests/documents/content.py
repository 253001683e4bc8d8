"""Fictional agendas to set, as an annual meeting would have them."""

from dataclasses import replace
from datetime import date

from nmirf_desktop.domain.agenda_versions import AgendaForm
from nmirf_desktop.domain.blocks import Entry
from nmirf_desktop.domain.papers import AgendaLine, AgendaPaper, Masthead
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.i18n import Language

MEETING = Said("Second annual meeting", "Deuxième réunion annuelle", "Segunda reunión anual")
PLACE = Said(
    "Rabat, 26–28 January 2027",
    "Rabat, du 26 au 28 janvier 2027",
    "Rabat, 26 a 28 de enero de 2027",
)
HEAD = Masthead(
    "NMIRF/2027/1",
    date(2026, 12, 1),
    MEETING,
    PLACE,
    Said(
        "Item 2 of the provisional agenda", "Point 2 de l’ordre du jour provisoire", "Tema 2 de la agenda provisional"
    ),
    original=Language.FR,
    specimen=True,
)

ITEMS = (
    (
        Said(
            "Opening of the meeting; election of the Chair and the Rapporteur",
            "Ouverture de la réunion\u00a0; élection à la présidence et aux fonctions de rapporteur",
            "Apertura de la reunión; elección de la Presidencia y la Relatoría",
        ),
        Said(
            "The meeting will be opened by the Coordinator on Tuesday, 26 January 2027, at 10 a.m. The meeting will "
            "elect its Chair and its Rapporteur from among the focal points present.",
            "La réunion sera ouverte par le Coordinateur le mardi 26 janvier 2027, à 10 heures. Elle élira à la "
            "présidence et aux fonctions de rapporteur deux des points focaux présents.",
            "El Coordinador abrirá la reunión el martes 26 de enero de 2027, a las 10.00 horas. La reunión elegirá "
            "su Presidencia y su Relatoría entre los puntos focales presentes.",
        ),
    ),
    (
        Said(
            "Adoption of the agenda and organization of work",
            "Adoption de l’ordre du jour et organisation des travaux",
            "Aprobación de la agenda y organización de los trabajos",
        ),
        Said(
            "The Executive Committee agreed the provisional agenda, which was sent to all members on 1 December "
            "2026. Work will be organized in six sittings, with interpretation in English, French and Spanish.",
            "Le Comité exécutif a arrêté l’ordre du jour provisoire, qui a été envoyé à tous les membres le "
            "1er décembre 2026. Les travaux se dérouleront en six séances, avec interprétation en anglais, en "
            "français et en espagnol.",
            "El Comité Ejecutivo acordó la agenda provisional, que se envió a todos los miembros el 1 de diciembre "
            "de 2026. Los trabajos se organizarán en seis sesiones, con interpretación en español, francés e inglés.",
        ),
    ),
    (
        Said(
            "Minutes of the previous meeting", "Procès-verbal de la réunion précédente", "Acta de la reunión anterior"
        ),
        Said(
            "The meeting will take note of the minutes of the first annual meeting, to which no correction was "
            "received.",
            "La réunion prendra note du procès-verbal de la première réunion annuelle, auquel aucune correction n’a "
            "été demandée.",
            "La reunión tomará nota del acta de la primera reunión anual, respecto de la cual no se recibió "
            "corrección alguna.",
        ),
    ),
    (
        Said(
            "Membership: new members and observers, focal points",
            "Membres\u00a0: nouveaux membres et observateurs, points focaux",
            "Miembros: nuevos miembros y observadores, puntos focales",
        ),
        NOTHING,
    ),
    (
        Said(
            "Review of the Network’s activities (report of the Executive Committee)",
            "Bilan des activités du Réseau (rapport du Comité exécutif)",
            "Examen de las actividades de la Red (informe del Comité Ejecutivo)",
        ),
        Said(
            "The Coordinator will present the report of the Executive Committee on the activities of 2026.\n"
            "Members are invited to describe, in not more than five minutes each, one practice of their mechanism "
            "that others may wish to adapt.",
            "Le Coordinateur présentera le rapport du Comité exécutif sur les activités de 2026.\n"
            "Les membres sont invités à décrire, en cinq minutes au plus chacun, une pratique de leur mécanisme que "
            "d’autres pourraient souhaiter adapter.",
            "El Coordinador presentará el informe del Comité Ejecutivo sobre las actividades de 2026.\n"
            "Se invita a los miembros a describir, en no más de cinco minutos cada uno, una práctica de su mecanismo "
            "que otros puedan desear adaptar.",
        ),
    ),
    (
        Said(
            "Contribution to the virtual knowledge hub",
            "Contribution au pôle de connaissances virtuel",
            "Contribución al centro virtual de conocimientos",
        ),
        Said(
            "",
            "Le Groupe de travail présentera les contributions reçues jusqu’au 30 novembre 2026 et une proposition "
            "de calendrier pour 2027.",
            "",
            Language.FR,
        ),
    ),
    (
        Said(
            "Partnerships, including with OHCHR",
            "Partenariats, notamment avec le HCDH",
            "Alianzas, en particular con el ACNUDH",
        ),
        Said(
            "Information is available at https://www.example.org/network/partnerships; questions may be put to "
            "secretariat@example.org.",
            "Des informations figurent à l’adresse https://www.example.org/network/partnerships\u00a0; les questions "
            "peuvent être adressées à secretariat@example.org.",
            "Puede consultarse información en https://www.example.org/network/partnerships; las preguntas pueden "
            "dirigirse a secretariat@example.org.",
        ),
    ),
    (Said("Future directions", "Orientations futures", "Orientaciones futuras"), NOTHING),
    (
        Said(
            "Appointment of the Executive Committee",
            "Nomination du Comité exécutif",
            "Nombramiento del Comité Ejecutivo",
        ),
        Said(
            "The term of the Executive Committee expires on 8 May 2027. The meeting will appoint three to five "
            "members, representative of different geographical regions, for three years.",
            "Le mandat du Comité exécutif expire le 8 mai 2027. La réunion nommera, pour trois ans, de trois à cinq "
            "membres représentatifs de différentes régions géographiques.",
            "El mandato del Comité Ejecutivo vence el 8 de mayo de 2027. La reunión nombrará, por tres años, de tres "
            "a cinco miembros representativos de diferentes regiones geográficas.",
        ),
    ),
    (
        Said(
            "Date and place of the next meeting",
            "Date et lieu de la prochaine réunion",
            "Fecha y lugar de la próxima reunión",
        ),
        NOTHING,
    ),
    (Said("Other matters", "Questions diverses", "Otros asuntos"), NOTHING),
    (
        Said(
            "Adoption of the record of decisions and closure",
            "Adoption du relevé des décisions et clôture",
            "Aprobación del registro de decisiones y clausura",
        ),
        NOTHING,
    ),
)
DEEP = (
    AgendaLine(
        Said.same("IV"), parts=(AgendaLine(Said.same("V"), parts=(AgendaLine(Said.same("VI"), Said.same("Six")),)),)
    ),
)
PARTS = (
    AgendaLine(
        Said("Communications received since the first meeting", "Communications reçues depuis la première réunion",
             "Comunicaciones recibidas desde la primera reunión"),
        parts=(
            AgendaLine(Said("Members", "Membres", "Miembros"), parts=DEEP),
            AgendaLine(Said("Observers", "Observateurs", "Observadores")),
        ),
    ),
    AgendaLine(
        Said("Designation of focal points", "Désignation des points focaux", "Designación de los puntos focales"),
        Said("The list is brought up to date at each meeting.", "La liste est mise à jour à chaque réunion.",
             "La lista se actualiza en cada reunión."),
    ),
)  # fmt: skip
DOCUMENTS = (
    Entry(
        Said(
            "Report of the Executive Committee on the activities of the Network in 2026",
            "Rapport du Comité exécutif sur les activités du Réseau en 2026",
            "Informe del Comité Ejecutivo sobre las actividades de la Red en 2026",
        ),
        Said.same("NMIRF/2027/INF/2"),
    ),
    Entry(
        Said("Draft plan of action", "Projet de plan d’action", "Proyecto de plan de acción"),
        Said.same("NMIRF/2027/L.1"),
    ),
)


def _plain(line: AgendaLine) -> AgendaLine:
    """An item and its parts without annotations."""
    return replace(line, annotation=NOTHING, parts=tuple(map(_plain, line.parts)))


def agenda(*, annotated: bool = False, adopted: bool = False) -> AgendaPaper:
    """An agenda of twelve items, one of which has five levels of sub-items."""
    lines = [AgendaLine(title, annotation if annotated else NOTHING) for title, annotation in ITEMS]
    parts = PARTS if annotated else tuple(map(_plain, PARTS))
    lines[3] = replace(lines[3], parts=parts)
    if annotated:
        lines[4] = replace(lines[4], documents=DOCUMENTS)
    if adopted:
        return AgendaPaper(HEAD, tuple(lines), AgendaForm.ADOPTED, date(2027, 1, 26))
    return AgendaPaper(HEAD, tuple(lines))


def empty_agenda() -> AgendaPaper:
    """An agenda without an item, of a meeting of which little is known."""
    return AgendaPaper(Masthead("NMIRF/2027/1", date(2026, 12, 1), MEETING), ())
