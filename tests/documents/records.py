"""Documents of blocks under one title: decisions, votes, the Committee, the members; empty, small and of 193 States."""

import datetime
from dataclasses import replace

from nmirf_desktop.domain.candidature_papers import CandidatureRecord, call_paper, candidates_paper
from nmirf_desktop.domain.candidatures import Call, Candidature, Slate
from nmirf_desktop.domain.committee_papers import CommitteeRecord, committee_paper
from nmirf_desktop.domain.committees import AppointingBody, Coordination, Seat, SeatEnding, Term, mandate
from nmirf_desktop.domain.decision_papers import all_decisions_paper, decision_paper, decisions_paper
from nmirf_desktop.domain.members import Basis, FocalPoint, Mechanism, MechanismType, Membership, MembershipKind
from nmirf_desktop.domain.members_papers import Roster, members_paper
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.people import FormOfAddress, Gender, Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.sittings import Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.vote_papers import votes_paper
from nmirf_desktop.domain.voting import Act, Answer, Method, Position
from nmirf_desktop.i18n import Language
from tests.domain import second_meeting
from tests.domain.second_meeting import FOUNDED, LAST, ROLL_CALL, STATES, at

ON = datetime.date(2027, 2, 1)
TERM = Term("term", mandate(FOUNDED), FOUNDED)
REPLACED = datetime.date(2025, 3, 1)
LEFT = datetime.date(2026, 6, 1)


# ---- decisions ----


def meeting() -> RecordedMeeting:
    """The second meeting, in which two States explain their votes and one changes its answer."""
    known = second_meeting.facts()
    explained = (
        Intervention("e1", "meeting", "i4", at(LAST, 10, 38), "PRY", kind=InterventionKind.EXPLANATION),
        Intervention("e2", "meeting", "i4", at(LAST, 10, 50), "MAR", kind=InterventionKind.EXPLANATION),
        Intervention("e3", "meeting", "i4", at(LAST, 10, 51), "FRA", kind=InterventionKind.EXPLANATION),
    )
    changed = Position("ch", "v1", "IDN", Answer.ABSTAINING, at(LAST, 10, 42), act=Act.CHANGE)
    passed = Position("pass", "v1", "GHA", Answer.PASSED, at(LAST, 10, 41))
    again = Position("again", "v1", "GHA", Answer.IN_FAVOUR, at(LAST, 10, 42), call=2)
    return replace(
        known,
        interventions=(*known.interventions, *explained),
        positions=(*known.positions, changed, passed, again),
    )


def with_decisions(facts: RecordedMeeting, count: int) -> RecordedMeeting:
    """The same meeting with so many decisions by consensus."""
    one = facts.decisions[0]
    return replace(facts, decisions=tuple(replace(one, key=f"d{n}", number=n) for n in range(1, count + 1)))


def by_consensus() -> RecordPaper:
    return decision_paper(meeting().decisions[0], meeting())


def by_vote() -> RecordPaper:
    return decision_paper(meeting().decisions[1], meeting())


def register() -> RecordPaper:
    return decisions_paper(meeting())


def empty_register() -> RecordPaper:
    return decisions_paper(replace(meeting(), decisions=()))


def all_decisions(on: datetime.date = ON) -> RecordPaper:
    return all_decisions_paper([meeting()], on, "NMIRF/DEC/2027", specimen=True)


# ---- votes ----


def votes() -> RecordPaper:
    return votes_paper(meeting())


def one_vote() -> RecordPaper:
    return votes_paper(meeting(), "v2")


def no_vote() -> RecordPaper:
    return votes_paper(replace(meeting(), votes=()))


def vote_of_all_states() -> RecordPaper:
    """A roll call of 193 members."""
    order = tuple(STATES)
    given = (Answer.IN_FAVOUR, Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING)
    positions = tuple(
        Position(f"p{state}", "v1", state, given[place % len(given)], at(LAST, 10, 41))
        for place, state in enumerate(order[:-2])
    )
    vote = replace(ROLL_CALL, entitled=order, drawn=order[0])
    return votes_paper(replace(meeting(), votes=(vote,), positions=positions))


def recorded_vote() -> RecordPaper:
    return votes_paper(replace(meeting(), votes=(replace(ROLL_CALL, method=Method.RECORDED, drawn=None),)))


# ---- candidatures ----

CALL = Call(
    "call", datetime.date(2026, 11, 1), datetime.date(2026, 12, 20), 5, "meeting", datetime.date(2027, 5, 9), "NV/C/1",
    Trilingual.final("One seat for each group.", "Un siège par groupe.", "Un puesto por grupo."),
)  # fmt: skip


def candidature_record(*states: str) -> CandidatureRecord:
    """A call in which some States stand; the second came late, the third withdrew, the first ones are the slate."""
    came = [Candidature(f"c{code}", "call", code, datetime.date(2026, 12, 1), f"person{code}") for code in states]
    came[1:2] = [replace(one, received_on=datetime.date(2026, 12, 22)) for one in came[1:2]]
    came[2:3] = [replace(one, withdrawn_on=datetime.date(2027, 1, 4)) for one in came[2:3]]
    agreed = tuple(code for place, code in enumerate(states) if place != 2)[:5]
    note = Trilingual.final("Agreed by the groups.", "Convenue entre les groupes.", "Acordada por los grupos.")
    return CandidatureRecord(
        ON,
        STATES,
        CALL,
        tuple(came),
        slates=(Slate("slate", "call", datetime.date(2027, 1, 10), agreed, note),),
        people=tuple(person(code) for code in states if code != states[0]),
        memberships=tuple(
            Membership(f"m{code}", code, MembershipKind.OBSERVER if code == "CHE" else MembershipKind.MEMBER,
                       Period(FOUNDED), Basis.FOUNDING)
            for code in states if code != "JPN"
        ),
        meeting=second_meeting.MEETING,
    )  # fmt: skip


STANDING = ("PRY", "MAR", "CHE", "JPN", "SVN", "IDN")


def call() -> RecordPaper:
    return call_paper(candidature_record(*STANDING))


def no_call() -> RecordPaper:
    return call_paper(CandidatureRecord(ON, STATES))


def candidates() -> RecordPaper:
    return candidates_paper(candidature_record(*STANDING))


def left_slate() -> RecordPaper:
    """The list where a State of the slate withdrew since."""
    known = candidature_record(*STANDING)
    gone = tuple(
        replace(one, withdrawn_on=datetime.date(2027, 1, 12)) if one.state == "SVN" else one
        for one in known.candidatures
    )
    return candidates_paper(replace(known, candidatures=gone))


def no_candidate() -> RecordPaper:
    return candidates_paper(CandidatureRecord(ON, STATES, CALL))


# ---- the Committee ----


def committee_record() -> CommitteeRecord:
    """Five seats: one passed to another State, one fell vacant, and the Coordinator is the second in the mandate."""
    held = {"PRY": TERM.period, "MAR": TERM.period, "PRT": TERM.period}
    seats = [Seat(f"seat{state}", "term", state, period, f"person{state}") for state, period in held.items()]
    seats += [
        Seat("seatPHL", "term", "PHL", Period(FOUNDED, REPLACED), ending=SeatEnding.REPLACEMENT),
        Seat("seatIDN", "term", "IDN", Period(REPLACED, TERM.period.end)),
        Seat("seatSVN", "term", "SVN", Period(FOUNDED, LEFT), ending=SeatEnding.RESIGNATION),
    ]
    return CommitteeRecord(
        ON,
        STATES,
        terms=(replace(TERM, meeting="meeting", decision="d1"),),
        seats=tuple(seats),
        coordinations=(
            Coordination("c1", "seatMAR", Period(FOUNDED, REPLACED), FOUNDED),
            Coordination("c2", "seatPRY", Period(REPLACED, TERM.period.end), REPLACED, AppointingBody.COMMITTEE),
        ),
        people=tuple(person(state) for state in ("PRY", "MAR")),
        meetings=(second_meeting.MEETING,),
        decisions=second_meeting.DECISIONS,
    )


def committee() -> RecordPaper:
    return committee_paper(committee_record())


def acting_committee() -> RecordPaper:
    return committee_paper(replace(committee_record(), on=datetime.date(2027, 9, 1)))


def no_committee() -> RecordPaper:
    return committee_paper(CommitteeRecord(ON, STATES))


# ---- members ----


def person(state: str) -> Person:
    """A focal point with an address; of Morocco only the function is known, and only in French."""
    if state == "MAR":
        return Person("personMAR", Trilingual(fr="Point focal du Maroc", source=Language.FR), "MAR")
    return Person(
        f"person{state}",
        Trilingual.final("Director", "Directrice", "Directora"),
        state,
        "Ana",
        "Pérez",
        Gender.FEMININE,
        "Ministry of Foreign Affairs",
        form_of_address=FormOfAddress.EXCELLENCY if state == "BRA" else FormOfAddress.PLAIN,
        emails=("ana@example.org", "mission@example.org"),
        telephones=("+595 21 000 000",),
    )


def roster(members: tuple[str, ...] = ("PRY", "MAR", "CIV"), observers: tuple[str, ...] = ("CHE",)) -> Roster:
    """Members with mechanisms and focal points; Côte d'Ivoire has designated nobody, Paraguay two."""
    listed = ((MembershipKind.MEMBER, members), (MembershipKind.OBSERVER, observers))
    designated = [state for state in (*members, *observers) if state != "CIV"]
    points = [FocalPoint(f"f{state}", state, f"person{state}", Period(FOUNDED)) for state in designated]
    if "PRY" in members:
        points.append(FocalPoint("second", "PRY", "personBRA", Period(FOUNDED), voting=False, alternate=True))
    return Roster(
        ON,
        STATES,
        memberships=tuple(
            Membership(f"m{state}", state, kind, Period(FOUNDED), Basis.FOUNDING)
            for kind, states in listed
            for state in states
        ),
        mechanisms=tuple(
            Mechanism(
                f"n{state}",
                state,
                Period(FOUNDED),
                Trilingual.final("Standing committee", "Comité permanent", "Comité permanente"),
                MechanismType.INTERMINISTERIAL,
                web="https://nmirf.example.org",
                address="1, Rue de l’Exemple\n1211 Genève",
                emails=("nmirf@example.org",),
            )
            for state in members
        ),
        focal_points=tuple(points),
        people=tuple(person(state) for state in {*designated, "BRA"}),
    )


def members() -> RecordPaper:
    return members_paper(roster())


def members_with_addresses() -> RecordPaper:
    return members_paper(roster(), addresses=True)


def all_states() -> RecordPaper:
    """A list of 193 members."""
    return members_paper(roster(tuple(STATES), ()))


def nobody() -> RecordPaper:
    return members_paper(roster((), ()))


RECORDS = {
    "decision by consensus": by_consensus,
    "decision by vote": by_vote,
    "register of decisions": register,
    "empty register of decisions": empty_register,
    "all decisions": all_decisions,
    "voting record": votes,
    "one vote": one_vote,
    "no vote": no_vote,
    "vote of 193 States": vote_of_all_states,
    "recorded vote": recorded_vote,
    "call": call,
    "no call": no_call,
    "candidates": candidates,
    "candidates of whom one left the slate": left_slate,
    "no candidate": no_candidate,
    "committee": committee,
    "acting committee": acting_committee,
    "no committee": no_committee,
    "members": members,
    "members with addresses": members_with_addresses,
    "193 members": all_states,
    "no members": nobody,
}
