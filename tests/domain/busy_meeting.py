"""A meeting at which one State does everything that minutes can tell of a State: every sentence that names one."""

from dataclasses import replace

from nmirf_desktop.domain.amendments import Amendment, AmendmentAct, Sponsorship
from nmirf_desktop.domain.committees import Coordination, Seat
from nmirf_desktop.domain.divisions import TextMotion, TextMotionKind
from nmirf_desktop.domain.elections import BallotKind, Body, Candidate, Count, Election, ElectionBallot
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.motions import Motion, MotionKind, PointOfOrder, Ruling
from nmirf_desktop.domain.officers import Office, Officer
from nmirf_desktop.domain.people import Gender, Person
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import Act, Answer, ConsensusCall, Position
from nmirf_desktop.i18n import Language
from tests.domain.second_meeting import FOUNDED, LAST, OBSERVERS, POSITIONS, ROLL_CALL, at, facts

NOTES = {
    Language.EN: ("welcomed the report", "the report was good", "We are grateful."),
    Language.FR: ("accueille le rapport", "il convient d’agir", "Nous sommes reconnaissants."),
    Language.ES: ("acoge el informe", "el informe es útil", "Estamos agradecidos."),
}
"""A note that continues, one that is a clause, and one in the first person."""


def _heard(state: str, observer: str) -> tuple[Intervention, ...]:
    """Every kind of intervention, without a note and with each kind of note, by a member and by an observer."""
    said: list[Intervention] = []

    def add(who: str, kind: InterventionKind, note: str = "", language: Language = Language.EN) -> None:
        moment = at(LAST, 9, len(said) // 60)
        moment = moment.replace(second=len(said) % 60)
        said.append(Intervention(f"h{len(said)}", "meeting", "i5", moment, who, Trilingual(), kind, note, language))

    for kind in InterventionKind:
        for who in (state, observer):
            add(who, kind)
            add("BRA", InterventionKind.STATEMENT, "welcomed it")
            for language, notes in NOTES.items():
                for note in notes:
                    add(who, kind, note, language)
    for who in (state, "IDN", observer, "JPN"):
        add(who, InterventionKind.STATEMENT)
    early = at(LAST, 10, 39)
    for number, who in enumerate((state, "IRL")):
        kind = InterventionKind.EXPLANATION
        said.append(Intervention(f"b{number}", "meeting", "i4", early.replace(second=number), who, kind=kind))
        said.append(
            Intervention(f"n{number}", "meeting", "i4", at(LAST, 10, 44 + number), who, kind=kind, note="voted")
        )
    hidden = Intervention("u", "meeting", "i5", at(LAST, 9, 50), state, note="was not named")
    return (*said, replace(hidden, attribution=Attribution.UNATTRIBUTED))


def _seat_of(state: str, known: RecordedMeeting) -> str:
    return next((one.key for one in known.seats if one.state == state), "seat")


def busy(state: str, observer: str) -> RecordedMeeting:
    """The meeting with *state* as a member and *observer* as an observer in every part of it."""
    known = facts()
    first = known.proposals[0]
    members = {one.state for one in known.memberships}
    joined = tuple(
        Membership(f"x{code}", code, kind, Period(FOUNDED), Basis.FOUNDING)
        for code, kind in ((state, MembershipKind.MEMBER), (observer, MembershipKind.OBSERVER))
        if code not in members
    )
    others = tuple(
        replace(one, kind=MembershipKind.OBSERVER if one.state == observer or one.state in OBSERVERS else one.kind)
        for one in known.memberships
    )
    term = known.terms[0]
    seat = Seat("seat", "term", state, term.period)
    amendments = (
        Amendment("a1", first.key, 1, AmendmentAct.ADDS, "", "Decides more.", at(LAST, 10, 1), sponsor=state),
        Amendment("a2", first.key, 2, AmendmentAct.ADDS, "", "Decides less.", at(LAST, 10, 2)),
    )
    moves = tuple(
        TextMotion(kind.value, first.key, kind, at(LAST, 10, 3), state, at(LAST, 10, 4)) for kind in TextMotionKind
    )
    procedural = tuple(
        Motion(f"m{kind.value}", "meeting", "i5", kind, at(LAST, 9, 40), state, None, None) for kind in MotionKind
    )
    point = PointOfOrder(
        "pt", "meeting", "i5", "h0", state, at(LAST, 9, 41), False, Ruling.UPHELD, at(LAST, 9, 42), state,
        at(LAST, 9, 43),
    )  # fmt: skip
    people = tuple(Person(f"p{gender}", Trilingual(), state, "Ana", "Sosa", gender) for gender in Gender)
    officers = (
        Officer("o1", "meeting", Office.CHAIR, state),
        *(Officer(f"o{one.key}", "meeting", Office.RAPPORTEUR, state, one.key, "i1") for one in people),
    )
    late = tuple(
        Position(f"late{answer.value}", ROLL_CALL.key, state, answer, at(LAST, 10, 55), act=Act.INTENDED)
        for answer in (Answer.IN_FAVOUR, Answer.AGAINST, Answer.ABSTAINING, Answer.NOT_PARTICIPATING)
    )
    drawn = replace(ROLL_CALL, entitled=(state, *ROLL_CALL.entitled), drawn=state)
    lot = replace(drawn, key="v9", opened_at=at(LAST, 10, 50), closed_at=at(LAST, 10, 52), lot_seed="7f")
    rekeyed = Position("re", "v9", state, Answer.AGAINST, at(LAST, 11), act=Act.REKEYED, reason="mis-keyed")
    before = Position("re0", "v9", state, Answer.IN_FAVOUR, at(LAST, 10, 51))
    election = Election(
        "e", "meeting", "i5", Trilingual.final("Election", "Élection", "Elección"), Body.OTHER, 1, at(LAST, 9, 45),
        ("BRA", "FRA", "GHA"),
    )  # fmt: skip
    ballot = ElectionBallot(
        "b1", "e", 1, BallotKind.OPEN, 1, ("c1", "c2"), at(LAST, 9, 46),
        Papers(3, 3, 0, ("BRA",), ("BRA",), ()), Count(0, (2, 1)), at(LAST, 9, 47),
    )  # fmt: skip
    return replace(
        known,
        memberships=(*others, *joined),
        seats=(*known.seats, seat) if state not in {one.state for one in known.seats} else known.seats,
        coordinations=(Coordination("co", _seat_of(state, known), term.period, FOUNDED),),
        interventions=_heard(state, observer),
        proposals=(replace(first, sponsor=state), *known.proposals[1:]),
        calls=(
            *known.calls,
            ConsensusCall("cm", "p3", at(LAST, 10, 57), objected=True, objector=state),
            ConsensusCall("co", "p1", at(LAST, 10, 29), objected=True, objector=observer),
        ),
        votes=(drawn, lot, *known.votes[1:]),
        positions=(*POSITIONS, *late[:1], before, rekeyed),
        sponsorships=(
            Sponsorship("s1", first.key, state, at(LAST, 10, 5)),
            Sponsorship("s2", first.key, "IDN", at(LAST, 10, 6)),
        ),
        amendments=amendments,
        text_motions=moves,
        motions=procedural,
        points=(point,),
        officers=officers,
        people=people,
        elections=(election,),
        candidates=(Candidate("c1", "e", 0, state), Candidate("c2", "e", 1, "BRA", "María Silva", None)),
        ballots=(ballot,),
    )
