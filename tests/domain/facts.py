"""Short ways to state facts in tests: who was member when, who sat where, what was sent on which day."""

import csv
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from nmirf_desktop.domain.agenda import AgendaItem, Purpose
from nmirf_desktop.domain.committees import Coordination, Seat, Term, mandate
from nmirf_desktop.domain.compliance import Finding, FindingState, RegisterFacts, check
from nmirf_desktop.domain.declaration import ADOPTION_DAY
from nmirf_desktop.domain.meetings import AgendaDispatch, Audience, Meeting, MeetingKind
from nmirf_desktop.domain.members import (
    Basis,
    Communication,
    CommunicationForm,
    FocalPoint,
    Mechanism,
    MechanismType,
    Membership,
    MembershipKind,
)
from nmirf_desktop.domain.periods import Period, StateCode
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import (
    Answer,
    ConsensusCall,
    Decision,
    Method,
    Mode,
    Position,
    Proposal,
    Vote,
    VoteKind,
)
from nmirf_desktop.paths import bundled

STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
CODES = frozenset(state.iso3 for state in STATES)
MEMBER, OBSERVER = MembershipKind.MEMBER, MembershipKind.OBSERVER
OPENING = Trilingual.final("Opening", "Ouverture", "Apertura")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of ``tests/data``."""
    with (Path(__file__).parents[1] / "data" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def day(text: str) -> datetime.date:
    """A day from its ISO form."""
    return datetime.date.fromisoformat(text)


def period(start: str, end: str | None = None) -> Period:
    """A half-open period from ISO days."""
    return Period(day(start), day(end) if end else None)


def moment(text: str) -> datetime.datetime:
    """A moment in UTC from its ISO form."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)


def member(state: StateCode, start: str = "2024-05-09", end: str | None = None) -> Membership:
    """A founding member, or one that joined by a communication when it began later."""
    basis = Basis.FOUNDING if day(start) == ADOPTION_DAY else Basis.COMMUNICATION
    return Membership(f"{state}-{start}", state, MEMBER, period(start, end), basis, communication=f"letter-{state}")


def observer(state: StateCode, start: str = "2024-05-09", end: str | None = None) -> Membership:
    """An observer."""
    return replace(member(state, start, end), key=f"{state}-{start}-observer", kind=OBSERVER)


def letter(state: StateCode, received: str, *, interest: bool = True, adoption: bool = True) -> Communication:
    """A State's communication, complete unless an element is taken away."""
    return Communication(
        key=f"letter-{state}",
        state=state,
        received_on=day(received),
        form=CommunicationForm.NOTE_VERBALE,
        requests=MEMBER,
        states_interest=interest,
        states_adoption=adoption,
    )


def mechanism(state: StateCode, start: str = "2016-01-01", end: str | None = None) -> Mechanism:
    """A State's mechanism."""
    return Mechanism(f"mechanism-{state}", state, period(start, end), OPENING, MechanismType.INTERMINISTERIAL)


def focal(state: StateCode, *, voting: bool = True, start: str = "2024-05-09", end: str | None = None) -> FocalPoint:
    """A focal point."""
    return FocalPoint(f"focal-{state}-{start}-{voting}", state, f"person-{state}", period(start, end), voting)


def meeting(opens: str, closes: str | None = None, *, kind: MeetingKind = MeetingKind.ANNUAL, year: int = 0) -> Meeting:
    """A meeting, annual and for the year of its first day unless said otherwise."""
    first = day(opens)
    return Meeting(
        key=f"meeting-{opens}",
        symbol=f"NMIRF/{first.year}",
        kind=kind,
        number=1,
        counts_for=year or first.year,
        title=OPENING,
        opens_on=first,
        closes_on=day(closes) if closes else first,
        place=OPENING,
    )


FOUNDING = meeting("2024-05-08", "2024-05-09", kind=MeetingKind.FOUNDING)


def sent(to: Meeting, on: str, state: StateCode | None = None, audience: Audience = Audience.MEMBERS) -> AgendaDispatch:
    """A sending of an agenda."""
    return AgendaDispatch(f"{to.key}-{on}-{state}-{audience}", to.key, day(on), audience, state)


def item(of: Meeting, position: int = 0, purpose: Purpose = Purpose.OTHER, parent: str | None = None) -> AgendaItem:
    """An agenda item."""
    return AgendaItem(f"{of.key}-{parent}-{position}", of.key, position, OPENING, parent, purpose=purpose)


def term(start: str = "2024-05-09", *, at: Meeting | None = FOUNDING) -> Term:
    """A mandate of three years from a day."""
    first = day(start)
    return Term(f"term-{start}", mandate(first), first, at.key if at else None)


def seats(of: Term, states: Iterable[StateCode]) -> tuple[Seat, ...]:
    """One seat per State for the whole mandate."""
    return tuple(Seat(f"seat-{of.key}-{code}", of.key, code, of.period) for code in states)


def coordination(seat: Seat) -> Coordination:
    """The holder of a seat as Coordinator for all of its time."""
    return Coordination(f"coordination-{seat.key}", seat.key, seat.period, seat.period.start)


def proposal(of: Meeting, number: int = 1) -> Proposal:
    """A draft decision."""
    return Proposal(f"{of.key}-L{number}", of.key, f"{of.key}-None-0", number, OPENING, OPENING)


def call(on: Proposal, at: str, *, objected: bool, objector: StateCode | None = None) -> ConsensusCall:
    """The Chair's question whether there is consensus."""
    return ConsensusCall(f"call-{on.key}-{at}", on.key, moment(at), objected, objector)


def vote(on: Proposal, at: str, entitled: Sequence[StateCode], method: Method = Method.ROLL_CALL) -> Vote:
    """A vote on a proposal, announced ten minutes after its opening; the first of the list was drawn."""
    opened = moment(at)
    return Vote(
        key=f"vote-{on.key}",
        meeting=on.meeting,
        item=on.item,
        kind=VoteKind.PROPOSAL,
        method=method,
        question=OPENING,
        opened_at=opened,
        entitled=tuple(entitled),
        proposal=on.key,
        drawn=entitled[0] if method is Method.ROLL_CALL else None,
        closed_at=opened + datetime.timedelta(minutes=10),
    )


def answers(of: Vote, given: dict[StateCode, Answer]) -> tuple[Position, ...]:
    """The answers in a vote, a second apart."""
    return tuple(
        Position(f"{of.key}-{code}", of.key, code, answer, of.opened_at + datetime.timedelta(seconds=place + 1))
        for place, (code, answer) in enumerate(given.items())
    )


def decision(on: Proposal, adopted: str, mode: Mode = Mode.CONSENSUS, by: Vote | None = None) -> Decision:
    """What a meeting adopted."""
    adopted_on = day(adopted)
    return Decision(
        key=f"decision-{on.key}",
        meeting=on.meeting,
        item=on.item,
        proposal=on.key,
        year=adopted_on.year,
        number=1,
        adopted_on=adopted_on,
        mode=mode,
        title=OPENING,
        text=OPENING,
        vote=by.key if by else None,
    )


def facts(**known: tuple[object, ...]) -> RegisterFacts:
    """A register that holds the 193 States and what is given."""
    return replace(RegisterFacts(states=STATES), **known)  # type: ignore[arg-type]


def found(register: RegisterFacts, rule: str, on: str) -> tuple[Finding, ...]:
    """What one rule says on a day."""
    return tuple(finding for finding in check(register, day(on)) if finding.rule == rule)


def states_of(findings: Iterable[Finding]) -> list[FindingState]:
    """The answers in their order."""
    return [finding.state for finding in findings]


def said_of(register: RegisterFacts, rule: str, on: str) -> list[tuple[str, str]]:
    """For each answer of a rule that is not a plain *kept*: the state and the key of its subject."""
    remarkable = (one for one in found(register, rule, on) if one.state is not FindingState.KEPT or one.remark)
    return [(str(one.state), one.subject.key) for one in remarkable]
