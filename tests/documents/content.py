"""Fictional papers to set, as an annual meeting would have them; speakers are States and functions, never people."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from nmirf_desktop.domain.blocks import (
    Block,
    Column,
    DataTable,
    DecisionBlock,
    Entry,
    Heading,
    Listing,
    Note,
    Para,
    Signature,
    StateColumns,
    Style,
    VoteBlock,
)
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.papers import AgendaForm, AgendaLine, AgendaPaper, Masthead, MinutesPaper, PaperSection
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.vote_lists import vote_lists
from nmirf_desktop.domain.vote_sentences import NUMBERED_DRAFT, note, vote_sentence
from nmirf_desktop.domain.voting import Answer, Method
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

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
            "The meeting will be opened by the Coordinator on Tuesday, 26 January 2027, at 10 a.m. The meeting will elect "
            "its Chair and its Rapporteur from among the focal points present.",
            "La réunion sera ouverte par le Coordinateur le mardi 26 janvier 2027, à 10 heures. Elle élira à la "
            "présidence et aux fonctions de rapporteur deux des points focaux présents.",
            "El Coordinador abrirá la reunión el martes 26 de enero de 2027, a las 10.00 horas. La reunión elegirá su "
            "Presidencia y su Relatoría entre los puntos focales presentes.",
        ),
    ),
    (
        Said(
            "Adoption of the agenda and organization of work",
            "Adoption de l’ordre du jour et organisation des travaux",
            "Aprobación de la agenda y organización de los trabajos",
        ),
        Said(
            "The Executive Committee agreed the provisional agenda, which was sent to all members on 1 December 2026. "
            "Work will be organized in six sittings, with interpretation in English, French and Spanish.",
            "Le Comité exécutif a arrêté l’ordre du jour provisoire, qui a été envoyé à tous les membres le "
            "1er décembre 2026. Les travaux se dérouleront en six séances, avec interprétation en anglais, en français "
            "et en espagnol.",
            "El Comité Ejecutivo acordó la agenda provisional, que se envió a todos los miembros el 1 de diciembre de "
            "2026. Los trabajos se organizarán en seis sesiones, con interpretación en español, francés e inglés.",
        ),
    ),
    (
        Said(
            "Minutes of the previous meeting", "Procès-verbal de la réunion précédente", "Acta de la reunión anterior"
        ),
        Said(
            "The meeting will take note of the minutes of the first annual meeting, to which no correction was received.",
            "La réunion prendra note du procès-verbal de la première réunion annuelle, auquel aucune correction n’a été "
            "demandée.",
            "La reunión tomará nota del acta de la primera reunión anual, respecto de la cual no se recibió corrección "
            "alguna.",
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
            "Members are invited to describe, in not more than five minutes each, one practice of their mechanism that "
            "others may wish to adapt.",
            "Le Coordinateur présentera le rapport du Comité exécutif sur les activités de 2026.\n"
            "Les membres sont invités à décrire, en cinq minutes au plus chacun, une pratique de leur mécanisme que "
            "d’autres pourraient souhaiter adapter.",
            "El Coordinador presentará el informe del Comité Ejecutivo sobre las actividades de 2026.\n"
            "Se invita a los miembros a describir, en no más de cinco minutos cada uno, una práctica de su mecanismo que "
            "otros puedan desear adaptar.",
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
            "Le Groupe de travail présentera les contributions reçues jusqu’au 30 novembre 2026 et une proposition de "
            "calendrier pour 2027.",
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
            "Des informations figurent à l’adresse https://www.example.org/network/partnerships\u00a0; les questions peuvent "
            "être adressées à secretariat@example.org.",
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
            "The term of the Executive Committee expires on 8 May 2027. The meeting will appoint three to five members, "
            "representative of different geographical regions, for three years.",
            "Le mandat du Comité exécutif expire le 8 mai 2027. La réunion nommera, pour trois ans, de trois à cinq "
            "membres représentatifs de différentes régions géographiques.",
            "El mandato del Comité Ejecutivo vence el 8 de mayo de 2027. La reunión nombrará, por tres años, de tres a "
            "cinco miembros representativos de diferentes regiones geográficas.",
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
PARTS = (
    AgendaLine(
        Said("Communications received since the first meeting", "Communications reçues depuis la première réunion",
             "Comunicaciones recibidas desde la primera reunión"),
        parts=(
            AgendaLine(Said("Members", "Membres", "Miembros")),
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


def agenda(*, annotated: bool = False, adopted: bool = False) -> AgendaPaper:
    """An agenda of twelve items, one of which has two levels of sub-items."""
    lines = [AgendaLine(title, annotation if annotated else NOTHING) for title, annotation in ITEMS]
    parts = PARTS if annotated else tuple(replace(part, annotation=NOTHING) for part in PARTS)
    lines[3] = replace(lines[3], parts=parts)
    if annotated:
        lines[4] = replace(lines[4], documents=DOCUMENTS)
    if adopted:
        return AgendaPaper(HEAD, tuple(lines), AgendaForm.ADOPTED, date(2027, 1, 26))
    return AgendaPaper(HEAD, tuple(lines))


def empty_agenda() -> AgendaPaper:
    """An agenda without an item, of a meeting of which little is known."""
    return AgendaPaper(Masthead("NMIRF/2027/1", date(2026, 12, 1), MEETING), ())


@cache
def states() -> tuple[State, ...]:
    """All 193 States."""
    return parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))


STATEMENTS = (
    (
        "The representative {of_state} said that the mechanism of her country now brought together all ministries "
        "concerned, the statistical office and local authorities, and that a common table of recommendations, deadlines "
        "and responsible bodies had made reporting easier. Consultations with civil society were held twice a year.",
        "La représentante {of_state} dit que le mécanisme de son pays réunit désormais tous les ministères concernés, "
        "l’office statistique et les autorités locales, et qu’un tableau commun des recommandations, des échéances et "
        "des organes responsables a facilité l’établissement des rapports. La société civile est consultée deux fois "
        "par an.",
        "La representante {of_state} dice que el mecanismo de su país reúne ahora a todos los ministerios competentes, "
        "la oficina de estadística y las autoridades locales, y que un cuadro común de recomendaciones, plazos y órganos "
        "responsables ha facilitado la presentación de informes. Se consulta a la sociedad civil dos veces al año.",
    ),
    (
        "The delegation {of_state} welcomed the report and asked how the Network intended to support mechanisms that had "
        "been set up recently and had few staff. It suggested that experiences be recorded in short notes in the three "
        "languages, and offered to prepare the first of them.",
        "La délégation {of_state} accueille avec satisfaction le rapport et demande comment le Réseau entend appuyer "
        "les mécanismes créés récemment, dont les effectifs sont réduits. Elle propose que les expériences soient "
        "consignées dans de brèves notes rédigées dans les trois langues, et offre d’établir la première d’entre elles.",
        "La delegación {of_state} acoge con satisfacción el informe y pregunta cómo se propone la Red apoyar a los "
        "mecanismos creados recientemente, que cuentan con poco personal. Sugiere que las experiencias se recojan en "
        "notas breves en los tres idiomas y se ofrece a preparar la primera de ellas.",
    ),
    (
        "Speaking in explanation of position, the representative {of_state} recalled that the Network was informal and "
        "that its decisions did not create obligations; the delegation had joined the consensus on that understanding.",
        "Expliquant sa position, le représentant {of_state} rappelle que le Réseau a un caractère informel et que ses "
        "décisions ne créent pas d’obligations\u00a0; c’est dans cet esprit que sa délégation s’est associée au consensus.",
        "En explicación de posición, el representante {of_state} recuerda que la Red tiene carácter informal y que sus "
        "decisiones no crean obligaciones; con ese entendimiento se sumó su delegación al consenso.",
    ),
)  # fmt: skip


def statement(state: State, number: int) -> Said:
    """What a delegation said."""
    texts = STATEMENTS[number % len(STATEMENTS)]
    return Said(
        *(text.format(**forms(state, language)) for text, language in zip(texts, Language, strict=True)),
        original=Language.FR,
    )


def vote(number: int, dice: random.Random) -> tuple[Said, Said, VoteBlock]:
    """A roll call of all States: the sentence of the minutes, the note under the text, and the lists."""
    weights = ((14, 4, 3), (4, 14, 3), (9, 9, 2))[number % 3]
    answers = [
        (state, dice.choices((Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING), weights)[0]) for state in states()
    ]
    counted = [sum(answer is given for _state, given in answers) for answer in (
        Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING)]  # fmt: skip
    tally = Tally(*counted)
    matter = NUMBERED_DRAFT.named(f"L.{number + 3}")
    sentence = Said.by(lambda words: vote_sentence(tally, Method.ROLL_CALL, matter, words))
    under = Said.by(lambda words: note(tally, Method.ROLL_CALL, matter, words))
    return sentence, under, VoteBlock(NOTHING, vote_lists(answers, minutes=True))


def names(chosen: Sequence[State]) -> tuple[Said, ...]:
    """States as texts."""
    return tuple(Said.by(state.said_in) for state in chosen)


LED = Said(
    "Mexico, having been drawn by lot by the Chair, was called upon to vote first.",
    "L’appel commence par le Mexique, dont le nom est tiré au sort par la présidence.",
    "Efectuado el sorteo por la Presidencia, corresponde votar en primer lugar a México.",
)
DECISION = DecisionBlock(
    Said("Decision 2027/1", "Décision 2027/1", "Decisión 2027/1"),
    (
        Para(
            Said(
                "of the report of the Executive Committee;",
                "du rapport du Comité exécutif\u00a0;",
                "del informe del Comité Ejecutivo;",
            ),
            lead=Said("Takes note", "Prend note", "Toma nota"),
        ),
        Para(
            Said(
                "to hold, in 2027, three online exchanges of practice, in the three languages of the Network;",
                "de tenir en 2027 trois échanges de pratiques en ligne, dans les trois langues du Réseau\u00a0;",
                "celebrar en 2027 tres intercambios de prácticas en línea, en los tres idiomas de la Red;",
            ),
            lead=Said("Decides", "Décide", "Decide"),
        ),
        Para(
            Said(
                "its members to communicate the name of their focal point by 30 June 2027.",
                "ses membres à communiquer le nom de leur point focal d’ici au 30 juin 2027.",
                "a sus miembros a comunicar el nombre de su punto focal a más tardar el 30 de junio de 2027.",
            ),
            lead=Said("Invites", "Invite", "Invita"),
        ),
    ),
    Said("Exchange of practices in 2027", "Échange de pratiques en 2027", "Intercambio de prácticas en 2027"),
    Said("[Adopted by consensus.]", "[Adoptée par consensus.]", "[Aprobada por consenso.]"),
)


def opening() -> PaperSection:
    """The first section."""
    called = Said(
        "The meeting was called to order at 10 a.m. on Tuesday, 26 January 2027, by the Coordinator.",
        "La séance est ouverte à 10 heures, le mardi 26 janvier 2027, par le Coordinateur.",
        "Se abre la sesión a las 10.00 horas del martes 26 de enero de 2027, bajo la dirección del Coordinador.",
    )
    return PaperSection(
        Said("Opening of the meeting", "Ouverture de la réunion", "Apertura de la reunión"),
        (Para(called, numbered=True),),
    )


def attendance(members: Sequence[State], observers: Sequence[State]) -> PaperSection:
    """Who was there."""
    return PaperSection(
        Said("Attendance", "Participation", "Asistencia"),
        (
            StateColumns(Said("Members represented", "Membres représentés", "Miembros representados"), names(members)),
            StateColumns(
                Said("Observers represented", "Observateurs représentés", "Observadores representados"),
                names(observers),
            ),
            Note(
                Said(
                    "Names of States are those used by the United Nations.",
                    "Les noms des États sont ceux qu’emploie l’Organisation des Nations Unies.",
                    "Los nombres de los Estados son los que utilizan las Naciones Unidas.",
                )
            ),
        ),
    )


def item_section(number: int, dice: random.Random, statements: int) -> PaperSection:
    """What was said and decided under one item."""
    title = ITEMS[number % len(ITEMS)][0]
    blocks: list[Block] = []
    if number == 4:
        documents = Said(
            "Documents before the meeting", "Documents dont la réunion est saisie", "Documentos de la reunión"
        )
        blocks.append(Listing(DOCUMENTS, documents))
    heading = Said("Discussion", "Débat", "Debate")
    blocks.append(Heading(heading, label="A."))
    blocks += [Para(statement(dice.choice(states()), dice.randrange(3)), numbered=True) for _turn in range(statements)]
    if number in (4, 7, 8):
        blocks.append(Heading(Said("Action taken", "Décision prise", "Decisión adoptada"), label="B."))
        sentence, under, lists = vote({4: 0, 7: 1, 8: 2}[number], dice)
        blocks += [Para(LED, numbered=True, style=Style.ITALIC), Para(sentence, numbered=True), lists]
        if number == 4:
            blocks.append(replace(DECISION, mode=under))
    return PaperSection(title, tuple(blocks))


def minutes(*, statements: int = 18) -> MinutesPaper:
    """Minutes with all 193 States and three roll calls: about thirty pages."""
    dice = random.Random(7)  # noqa: S311  (content, no secret)
    sections = [opening(), attendance(states()[:150], states()[150:])]
    sections += [item_section(number, dice, statements) for number in range(1, len(ITEMS))]
    rows = tuple(
        (Said.by(state.said_in), Said("Head of delegation", "Chef de délégation", "Jefatura de la delegación"),
         Said.same(str(dice.randrange(1, 9))))
        for state in states()[:60]
    )  # fmt: skip
    table = DataTable(
        (
            Column(Said("State", "État", "Estado"), 5),
            Column(Said("Function", "Fonction", "Cargo"), 4),
            Column(Said("Participants", "Participants", "Participantes"), 2, figures=True),
        ),
        rows,
        Said("Delegations", "Délégations", "Delegaciones"),
    )
    head = replace(HEAD, symbol="NMIRF/2027/2", dated=date(2027, 2, 15), item=NOTHING)
    annexes = (
        PaperSection(Said("List of participants", "Liste des participants", "Lista de participantes"), (table,)),
        PaperSection(Said("Decisions", "Décisions", "Decisiones"), (DECISION,)),
    )
    return MinutesPaper(head, tuple(sections), annexes, MinutesState.DRAFT)


def small_minutes() -> MinutesPaper:
    """Two pages: few members, one decision, approved and to be signed."""
    dice = random.Random(3)  # noqa: S311
    few = states()[:7]
    signed = Signature(
        Said("The Rapporteur", "Le Rapporteur", "La Relatoría"),
        Said("Rabat, 28 January 2027", "Rabat, le 28 janvier 2027", "Rabat, 28 de enero de 2027"),
    )
    closing = PaperSection(
        Said("Closure of the meeting", "Clôture de la réunion", "Clausura de la reunión"),
        (
            Para(
                Said("The meeting rose at 6 p.m.", "La séance est levée à 18 heures.", "Se levanta la sesión a las 18.00 horas."),
                numbered=True,
            ),
            signed,
        ),
    )  # fmt: skip
    sections = (opening(), attendance(few[:5], few[5:]), item_section(4, dice, 2), closing)
    head = replace(HEAD, symbol="NMIRF/2027/2", item=NOTHING, specimen=False)
    return MinutesPaper(head, sections, state=MinutesState.APPROVED, approved_on=date(2027, 3, 1))


def empty_minutes() -> MinutesPaper:
    """Minutes of which nothing is written yet."""
    return MinutesPaper(Masthead("NMIRF/2027/2", date(2027, 2, 15), MEETING), ())
