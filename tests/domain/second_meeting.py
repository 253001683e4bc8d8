"""A small fictional meeting with everything that minutes can hold: the facts of the golden minutes."""

import datetime

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.committees import Coordination, Seat, Term, mandate
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting, MeetingKind, Modality, Sitting
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import Intervention, InterventionKind, PresenceEvent, PresenceKind
from nmirf_desktop.domain.states import State, parse_states
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Act,
    Answer,
    ConsensusCall,
    Decision,
    HandCount,
    Method,
    Mode,
    Outcome,
    Position,
    Proposal,
    Vote,
    VoteKind,
)
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

STATES: dict[str, State] = {
    state.iso3: state for state in parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
}
MEMBERS = ("BRA", "CIV", "FRA", "GHA", "IDN", "MAR", "NLD", "PHL", "PRT", "PRY", "SLV", "URY")
OBSERVERS = ("CHE", "JPN", "NER")
FOUNDED = datetime.date(2024, 5, 9)
FIRST, LAST = datetime.date(2027, 1, 26), datetime.date(2027, 1, 27)


def at(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    """A moment by the clocks of the meeting's place, which are those of UTC since Morocco's change of 2026."""
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=datetime.UTC)


MEETING = Meeting(
    key="meeting", symbol="NMIRF/2027", kind=MeetingKind.ANNUAL, number=2, counts_for=2027,
    title=Trilingual.final("Second annual meeting", "Deuxième réunion annuelle", "Segunda reunión anual"),
    opens_on=FIRST, closes_on=LAST, place=Trilingual.final("Rabat", "Rabat", "Rabat"),
    time_zone="Africa/Casablanca", host="MAR", modality=Modality.HYBRID,
    agenda_agreed_on=datetime.date(2026, 12, 1), agenda_agreed_by="term", agenda_adopted_on=FIRST,
)  # fmt: skip

SITTINGS = (
    Sitting("s1", "meeting", 1, FIRST, datetime.time(10), datetime.time(13), at(FIRST, 10), at(FIRST, 13, 5)),
    Sitting("s2", "meeting", 2, LAST, datetime.time(10), datetime.time(13), at(LAST, 10, 10), at(LAST, 12)),
)


def item(
    key: str, position: int, purpose: Purpose, texts: tuple[str, str, str], parent: str | None = None
) -> AgendaItem:
    """An agenda item with its title in three languages."""
    return AgendaItem(key, "meeting", position, Trilingual.final(*texts), parent, purpose=purpose)


ITEMS = (
    item("i1", 0, Purpose.OPENING, ("Opening of the meeting", "Ouverture de la réunion", "Apertura de la reunión")),
    item(
        "i2", 1, Purpose.ADOPTION,
        ("Adoption of the agenda", "Adoption de l’ordre du jour", "Aprobación de la agenda"),
    ),
    item(
        "i3", 2, Purpose.REVIEW,
        ("Review of the Network’s activities", "Bilan des activités du Réseau", "Examen de las actividades de la Red"),
    ),
    item(
        "i3a", 0, Purpose.OTHER,
        ("Report of the Executive Committee", "Rapport du Comité exécutif", "Informe del Comité Ejecutivo"), "i3",
    ),
    item("i4", 3, Purpose.FUTURE, ("Future directions", "Orientations futures", "Orientaciones futuras")),
    item("i5", 4, Purpose.OTHER_MATTERS, ("Other matters", "Questions diverses", "Otros asuntos")),
    item("i6", 5, Purpose.CLOSURE, ("Closure", "Clôture", "Clausura")),
)  # fmt: skip

BODY = Trilingual("OHCHR", "HCDH", "ACNUDH")


def heard(
    key: str,
    where: str,
    moment: datetime.datetime,
    who: str | Trilingual,
    note: tuple[Language, str] = (Language.EN, ""),
) -> Intervention:
    """A statement by a State or a body."""
    kind = InterventionKind.INTRODUCTION if key.startswith("intro") else InterventionKind.STATEMENT
    state, body = (who, Trilingual()) if isinstance(who, str) else (None, who)
    return Intervention(key, "meeting", where, moment, state, body, kind, note[1], note[0])


HEARD = (
    heard("welcome", "i1", at(FIRST, 10, 5), "MAR", (Language.FR, "souhaite la bienvenue aux participants.")),
    heard("intro", "i3", at(FIRST, 10, 30), "PRY", (Language.ES, "recuerda los seis objetivos de la Declaración")),
    heard("st1", "i3a", at(FIRST, 11), "PHL", (Language.EN, "Two workshops had been held in the year.")),
    heard("st2", "i3a", at(FIRST, 11, 10), "JPN", (Language.EN, "The report was welcome.")),
    heard("st3", "i3a", at(FIRST, 11, 20), "CIV"),
    heard("st4", "i3a", at(FIRST, 11, 30), BODY, (Language.EN, "Technical support remained available.")),
    heard(
        "st5", "i3a", at(FIRST, 11, 40), Trilingual("UNITAR", "UNITAR", "UNITAR"),
        (Language.FR, "une formation est proposée en 2027."),
    ),
    heard("thanks", "i6", at(LAST, 11, 50), "BRA"),
)  # fmt: skip


def proposal(number: int, texts: tuple[str, str, str], body: tuple[str, str, str], sponsor: str | None) -> Proposal:
    """A draft decision under item 4."""
    return Proposal(f"p{number}", "meeting", "i4", number, Trilingual.final(*texts), Trilingual.final(*body), sponsor)


WORKSHOP = proposal(
    1,
    ("Annual workshop", "Atelier annuel", "Taller anual"),
    (
        "1. Decides to hold a workshop every year;\n2. Requests the Executive Committee to prepare it.",
        "1. Décide de tenir un atelier chaque année\u00a0;\n2. Prie le Comité exécutif de le préparer.",
        "1. Decide celebrar un taller cada año;\n2. Pide al Comité Ejecutivo que lo prepare.",
    ),
    "MAR",
)
SEAT = proposal(
    2,
    ("Knowledge hub", "Pôle de connaissances", "Centro de conocimientos"),
    ("Takes note of the knowledge hub.", "Prend note du pôle de connaissances.", "Toma nota del centro."),
    "NLD",
)
TIED = proposal(
    3,
    ("Working hours", "Horaires de travail", "Horario de trabajo"),
    ("Decides to meet at noon.", "Décide de se réunir à midi.", "Decide reunirse a mediodía."),
    None,
)
GONE = proposal(
    4, ("Logo", "Logotype", "Logotipo"), ("Adopts a logo.", "Adopte un logotype.", "Aprueba un logotipo."), "GHA"
)

ORDER = ("IDN", "MAR", "NLD", "PRY", "PHL", "PRT", "URY", "BRA", "CIV", "SLV", "FRA", "GHA")


def vote(
    key: str, moment: datetime.datetime, method: Method, of: str | None, kind: VoteKind = VoteKind.PROPOSAL
) -> Vote:
    """A vote that was closed three minutes later."""
    drawn = "IDN" if method is Method.ROLL_CALL else None
    closed = moment + datetime.timedelta(minutes=3)
    return Vote(
        key, "meeting", "i4", kind, method, Trilingual(), moment, ORDER, of, drawn, closed_at=closed
    )  # fmt: skip


ROLL_CALL = vote("v1", at(LAST, 10, 40), Method.ROLL_CALL, "p2")
RECORDED = vote("v2", at(LAST, 11), Method.RECORDED, "p3")
HANDS = Vote(
    "v3", "meeting", "i4", VoteKind.PROCEDURAL, Method.SHOW_OF_HANDS,
    Trilingual("That the debate be closed.", "Que le débat soit clos.", "Que se cierre el debate."),
    at(LAST, 11, 15), ORDER, hands=HandCount(7, 1, 0), closed_at=at(LAST, 11, 16), declared=Outcome.NOT_ADOPTED,
    divergence="Two delegations had misheard the question.",
)  # fmt: skip


def answers(of: Vote, given: str) -> tuple[Position, ...]:
    """The answers of the States in calling order, one letter each: Y, N, A, X, or - for none."""
    meant = {"Y": Answer.IN_FAVOUR, "N": Answer.AGAINST, "A": Answer.ABSTAINING, "X": Answer.NOT_PARTICIPATING}
    return tuple(
        Position(f"{of.key}{state}", of.key, state, meant[letter], of.opened_at)
        for state, letter in zip(ORDER, given, strict=True)
        if letter in meant
    )


POSITIONS = (
    *answers(ROLL_CALL, "YYYYNYAYYXY-"),
    *answers(RECORDED, "YYYNNN------"),
    Position("late", "v1", "PHL", Answer.IN_FAVOUR, at(LAST, 10, 55), act=Act.INTENDED),
)

CALLS = (
    ConsensusCall("c1", "p1", at(LAST, 10, 30), objected=True, objector="CHE"),
    ConsensusCall("c2", "p1", at(LAST, 10, 31), objected=False),
    ConsensusCall("c3", "p2", at(LAST, 10, 35), objected=True, objector="PHL"),
    ConsensusCall("c4", "p3", at(LAST, 10, 58), objected=True),
)

DECISIONS = (
    Decision("d1", "meeting", "i4", "p1", 2027, 1, LAST, Mode.CONSENSUS, WORKSHOP.title, WORKSHOP.text),
    Decision("d2", "meeting", "i4", "p2", 2027, 2, LAST, Mode.VOTE, SEAT.title, SEAT.text, "v1"),
)


def facts() -> RecordedMeeting:
    """All of it."""
    term = Term("term", mandate(FOUNDED), FOUNDED)
    return RecordedMeeting(
        meeting=MEETING,
        states=STATES,
        sittings=SITTINGS,
        items=ITEMS,
        dispatches=(AgendaDispatch("sent", "meeting", datetime.date(2026, 12, 18), Audience.MEMBERS),),
        memberships=tuple(
            Membership(f"m{state}", state, kind, Period(FOUNDED), Basis.FOUNDING)
            for kind, states in ((MembershipKind.MEMBER, MEMBERS), (MembershipKind.OBSERVER, OBSERVERS))
            for state in states
        ),
        terms=(term,),
        seats=tuple(Seat(f"seat{state}", "term", state, term.period) for state in ("PRY", "MAR", "PRT", "PHL")),
        coordinations=(Coordination("co", "seatPRY", term.period, FOUNDED),),
        presence=tuple(
            PresenceEvent(f"a{state}", "meeting", state, kind, at(FIRST, 9, 50))
            for state, kind in (
                *((one, PresenceKind.ARRIVED) for one in (*MEMBERS[:-1], "CHE")),
                ("VEN", PresenceKind.ARRIVED_ONLINE),
            )
        ),
        interventions=HEARD,
        proposals=(WORKSHOP, SEAT, TIED, GONE_WITHDRAWN),
        calls=CALLS,
        votes=(ROLL_CALL, RECORDED, HANDS),
        positions=POSITIONS,
        decisions=DECISIONS,
    )


GONE_WITHDRAWN = Proposal(
    GONE.key, GONE.meeting, GONE.item, GONE.number, GONE.title, GONE.text, GONE.sponsor, at(LAST, 11, 20)
)
