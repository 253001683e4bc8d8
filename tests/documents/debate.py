"""Fictional minutes to set; speakers are States and functions, never people."""

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
    Heading,
    Listing,
    Note,
    Para,
    Signature,
    Signatures,
    StateColumns,
    Style,
    VoteBlock,
)
from nmirf_desktop.domain.minutes import MinutesState
from nmirf_desktop.domain.naming import forms
from nmirf_desktop.domain.papers import Masthead, MinutesPaper, PaperSection
from nmirf_desktop.domain.said import NOTHING, Said
from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.domain.tally import Tally
from nmirf_desktop.domain.vote_lists import vote_lists
from nmirf_desktop.domain.vote_sentences import NUMBERED_DRAFT, note, vote_sentence
from nmirf_desktop.domain.voting import Answer, Method
from nmirf_desktop.i18n import Catalog
from nmirf_desktop.paths import bundled
from tests.documents.content import DOCUMENTS, HEAD, ITEMS, MEETING


@cache
def states() -> tuple[State, ...]:
    """All 193 States."""
    return parse_states((bundled("resources") / "states.csv").read_text(encoding="utf-8"))


STATEMENTS = (
    Said(
        "The representative {of_state} said that the mechanism of her country now brought together all ministries "
        "concerned, the statistical office and local authorities, and that a common table of recommendations, "
        "deadlines and responsible bodies had made reporting easier. Consultations with civil society were held "
        "twice a year.",
        "La représentante {of_state} dit que le mécanisme de son pays réunit désormais tous les ministères "
        "concernés, l’office statistique et les autorités locales, et qu’un tableau commun des recommandations, des "
        "échéances et des organes responsables a facilité l’établissement des rapports. La société civile est "
        "consultée deux fois par an.",
        "La representante {of_state} dice que el mecanismo de su país reúne ahora a todos los ministerios "
        "competentes, la oficina de estadística y las autoridades locales, y que un cuadro común de recomendaciones, "
        "plazos y órganos responsables ha facilitado la presentación de informes. Se consulta a la sociedad civil dos "
        "veces al año.",
    ),
    Said(
        "The delegation {of_state} welcomed the report and asked how the Network intended to support mechanisms that "
        "had been set up recently and had few staff. It suggested that experiences be recorded in short notes in the "
        "three languages, and offered to prepare the first of them.",
        "La délégation {of_state} accueille avec satisfaction le rapport et demande comment le Réseau entend appuyer "
        "les mécanismes créés récemment, dont les effectifs sont réduits. Elle propose que les expériences soient "
        "consignées dans de brèves notes rédigées dans les trois langues, et offre d’établir la première d’entre "
        "elles.",
        "La delegación {of_state} acoge con satisfacción el informe y pregunta cómo se propone la Red apoyar a los "
        "mecanismos creados recientemente, que cuentan con poco personal. Sugiere que las experiencias se recojan en "
        "notas breves en los tres idiomas y se ofrece a preparar la primera de ellas.",
    ),
    Said(
        "Speaking in explanation of position, the representative {of_state} recalled that the Network was informal "
        "and that its decisions did not create obligations; the delegation had joined the consensus on that "
        "understanding.",
        "Expliquant sa position, le représentant {of_state} rappelle que le Réseau a un caractère informel et que "
        "ses décisions ne créent pas d’obligations\u00a0; c’est dans cet esprit que sa délégation s’est associée au "
        "consensus.",
        "En explicación de posición, el representante {of_state} recuerda que la Red tiene carácter informal y que "
        "sus decisiones no crean obligaciones; con ese entendimiento se sumó su delegación al consenso.",
    ),
)  # fmt: skip


def statement(state: State, number: int) -> Said:
    """What a delegation said."""
    said = STATEMENTS[number % len(STATEMENTS)]

    def spoken(words: Catalog) -> str:
        return said.read(words.language).text.format(**forms(state, words.language))

    return Said.by(spoken)


def vote(number: int, dice: random.Random) -> tuple[Said, Said, VoteBlock]:
    """A roll call of all States: the sentence of the minutes, the note under the text, and the lists."""
    weights = ((14, 4, 3), (4, 14, 3), (9, 9, 2))[number % 3]
    answers = [
        (state, dice.choices((Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING), weights)[0]) for state in states()
    ]
    yes, no, abstaining = (sum(answer is given for _state, given in answers) for answer in (
        Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING))  # fmt: skip
    tally = Tally(yes, no, abstaining)
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
    place_and_date = Said("Place and date", "Lieu et date", "Lugar y fecha")
    signed = Signatures(
        (
            Signature(Said("The Chair", "La présidence", "La Presidencia"), place_and_date, Said.by(few[0].said_in)),
            Signature(Said("The Rapporteur", "Le secrétariat", "La Relatoría"), place_and_date),
        )
    )
    closing = PaperSection(
        Said("Closure of the meeting", "Clôture de la réunion", "Clausura de la reunión"),
        (
            Para(
                Said(
                    "The meeting rose at 6 p.m.",
                    "La séance est levée à 18 heures.",
                    "Se levanta la sesión a las 18.00 horas.",
                ),
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
