"""The records that facts rest on, each by its kind, its key, its name and where its screen shows it."""

from collections.abc import Iterable

from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_versions import AgendaVersion
from nmirf_desktop.domain.amendments import Amendment
from nmirf_desktop.domain.committees import Coordination, Seat, Term
from nmirf_desktop.domain.compliance.evidence import Evidence, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Judged, JudgedKind
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.divisions import Part, TextMotion
from nmirf_desktop.domain.elections import Candidate, Election, ElectionBallot
from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Sitting
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.motions import Motion, MotionKind, PointOfOrder
from nmirf_desktop.domain.ohchr_support import SUPPORT_LABELS, OhchrSupport
from nmirf_desktop.domain.participants import Invitee
from nmirf_desktop.domain.partnerships import Partnership
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase, Quoted
from nmirf_desktop.domain.practices import OPEN_QUESTIONS, Choice
from nmirf_desktop.domain.renames import Regrouping
from nmirf_desktop.domain.rule_changes import FIGURES, RuleChange
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent
from nmirf_desktop.domain.voting import ConsensusCall, Decision, Proposal, Vote
from nmirf_desktop.i18n import N_

MOVED_BY = {
    MotionKind.SUSPEND: N_("Motion to suspend the meeting ({state})"),
    MotionKind.ADJOURN: N_("Motion to adjourn the meeting ({state})"),
    MotionKind.ADJOURN_DEBATE: N_("Motion to adjourn the debate ({state})"),
    MotionKind.CLOSE_DEBATE: N_("Motion to close the debate ({state})"),
}
"""Motions by their kinds, and who moved them."""
Record = (
    Membership
    | Mechanism
    | FocalPoint
    | Communication
    | Term
    | Seat
    | Coordination
    | SilenceProcedure
    | Regrouping
    | Meeting
    | AgendaDispatch
    | AgendaItem
    | Sitting
    | Proposal
    | ConsensusCall
    | Vote
    | Decision
    | PresenceEvent
    | Choice
    | RuleChange
    | IssuedDocument
    | Invitee
    | AgendaVersion
    | Election
    | Candidate
    | ElectionBallot
    | Intervention
    | Motion
    | PointOfOrder
    | Amendment
    | TextMotion
    | Part
    | Activity
    | Partnership
    | OhchrSupport
    | GoodPractice
    | Sharing
    | Contribution
)
"""What a register holds and a rule may rest on; the answers in a vote are those of its ``Ballot``."""


def judged_record(evidence: Evidence, record: Record) -> Judged:
    """A record as what a fact rests on."""
    match record:
        case Term():
            return evidence.term(record)
        case Meeting():
            return meeting_judged(record)
        case Vote() | Decision():
            return evidence.vote(record) if isinstance(record, Vote) else evidence.decision(record)
        case Proposal() | Amendment() | TextMotion() | Part():
            return _of_text(evidence, record)
        case Membership() | Mechanism() | FocalPoint() | Communication() | Regrouping():
            return _of_state(evidence, record)
        case Seat() | Coordination() | SilenceProcedure():
            return _of_committee(evidence, record)
        case Activity() | Partnership() | OhchrSupport() | GoodPractice() | Sharing() | Contribution():
            return _of_work(evidence, record)
        case _:
            return _of_meeting(evidence, record)


def _of_text(evidence: Evidence, record: Proposal | Amendment | TextMotion | Part) -> Judged:
    """A proposal; what belongs to its text is called by it and shown with it."""
    if isinstance(record, Proposal):
        return evidence.proposal(record)
    if isinstance(record, Part):
        motion = next((one for one in evidence.facts.text_motions if one.key == record.motion), None)
        kind, key = JudgedKind.PART, motion.proposal if motion else ""
    else:
        kind = JudgedKind.AMENDMENT if isinstance(record, Amendment) else JudgedKind.TEXT_MOTION
        key = record.proposal
    proposal = evidence.proposals.get(key)
    about = evidence.proposal(proposal) if proposal else Judged(JudgedKind.PROPOSAL, key)
    return Judged(kind, record.key, about.name, about.at)


def _of_state(evidence: Evidence, record: Membership | Mechanism | FocalPoint | Communication | Regrouping) -> Judged:
    """What stands in a State's file: shown there, called by the State's name."""
    name, code = evidence.named(record.state), record.state
    match record:
        case Membership():
            return Judged(JudgedKind.MEMBERSHIP, record.key, name, code)
        case Mechanism():
            return Judged(JudgedKind.MECHANISM, record.key, name, f"{code}:{record.key}")
        case FocalPoint():
            return Judged(JudgedKind.FOCAL_POINT, record.key, name, f"{code}:{record.person}")
        case Communication():
            return Judged(JudgedKind.COMMUNICATION, record.key, name, f"{code}:{record.key}")
        case Regrouping():
            return Judged(JudgedKind.REGROUPING, record.key, name, code)


def _of_committee(evidence: Evidence, record: Seat | Coordination | SilenceProcedure) -> Judged:
    """A seat, and who held it as Coordinator, both shown as the seat; what was put to the Committee in silence."""
    if isinstance(record, Seat):
        return Judged(JudgedKind.SEAT, record.key, evidence.named(record.state))
    if isinstance(record, SilenceProcedure):
        title = Phrase(N_("Silence procedure “{title}”"), {"title": Quoted(record.title)})
        return Judged(JudgedKind.SILENCE, record.key, title)
    seat = next((one for one in evidence.facts.seats if one.key == record.seat), None)
    name: object = evidence.named(seat.state) if seat else record.appointed_on
    return Judged(JudgedKind.COORDINATION, record.key, name, record.seat)


def _partner(evidence: Evidence, key: Key) -> object:
    """The name of a partner, in the languages in which it is known."""
    found = next((one for one in evidence.facts.partners if one.key == key), None)
    return Quoted(found.name) if found is not None else ""


WorkDone = Activity | Partnership | OhchrSupport | GoodPractice | Sharing | Contribution
"""What is done between the meetings."""


def _of_work(evidence: Evidence, record: WorkDone) -> Judged:
    """What is done between the meetings: a partnership is called by its partner, what OHCHR did by its kind and day.

    The sharing of a good practice is shown with it.
    """
    match record:
        case Activity():
            return Judged(JudgedKind.ACTIVITY, record.key, Quoted(record.title))
        case Partnership():
            return Judged(JudgedKind.PARTNERSHIP, record.key, _partner(evidence, record.partner))
        case OhchrSupport():
            values: dict[str, object] = {"kind": Phrase(SUPPORT_LABELS[record.kind]), "day": record.on}
            return Judged(JudgedKind.OHCHR_SUPPORT, record.key, Phrase(N_("{kind}, {day}"), values))
        case GoodPractice():
            return Judged(JudgedKind.GOOD_PRACTICE, record.key, Quoted(record.title))
        case Sharing():
            return Judged(JudgedKind.SHARING, record.key, record.shared_on, record.practice)
        case Contribution():
            return Judged(JudgedKind.CONTRIBUTION, record.key, Quoted(record.title))


def _of_election(evidence: Evidence, record: Election | Candidate | ElectionBallot) -> Judged:
    """An election, who stands in it, and its ballots, all shown as the election."""
    if isinstance(record, Election):
        return evidence.election(record)
    own = next((one for one in evidence.elections if one.key == record.election), None)
    at = evidence.election(own).at if own else ""
    if isinstance(record, Candidate):
        return Judged(JudgedKind.CANDIDATE, record.key, evidence.named(record.state), at)
    return Judged(JudgedKind.BALLOT, record.key, Phrase(N_("Ballot {number}"), {"number": record.number}), at)


def _of_room(evidence: Evidence, record: Intervention | Motion | PointOfOrder) -> Judged:
    """What happened in the room, shown at its item of the session."""
    at = f"{record.meeting}:{record.item}:{record.key}"
    name: dict[str, object] = {"state": evidence.named(record.state) if record.state else ""}
    match record:
        case Intervention() if not record.attributed:
            return Judged(JudgedKind.STATEMENT, record.key, Phrase(N_("Statement (unattributed)")), at)
        case Intervention(state=None):
            return Judged(JudgedKind.STATEMENT, record.key, Quoted(record.body), at)
        case Intervention():
            return Judged(JudgedKind.STATEMENT, record.key, Phrase(N_("Statement ({state})"), name), at)
        case Motion():
            return Judged(JudgedKind.MOTION, record.key, Phrase(MOVED_BY[record.kind], name), at)
        case PointOfOrder():
            return Judged(JudgedKind.POINT_OF_ORDER, record.key, Phrase(N_("Point of order ({state})"), name), at)


def _in_session(
    evidence: Evidence, record: Election | Candidate | ElectionBallot | Intervention | Motion | PointOfOrder
) -> Judged:
    if isinstance(record, Election | Candidate | ElectionBallot):
        return _of_election(evidence, record)
    return _of_room(evidence, record)


def _of_meeting(
    evidence: Evidence,
    record: AgendaDispatch
    | AgendaItem
    | Sitting
    | ConsensusCall
    | PresenceEvent
    | Choice
    | RuleChange
    | IssuedDocument
    | Invitee
    | AgendaVersion
    | Election
    | Candidate
    | ElectionBallot
    | Intervention
    | Motion
    | PointOfOrder,
) -> Judged:
    """What belongs to a meeting, the choice of a practice, and the change of a number."""
    match record:
        case Election() | Candidate() | ElectionBallot() | Intervention() | Motion() | PointOfOrder():
            return _in_session(evidence, record)
        case IssuedDocument():
            return Judged(JudgedKind.DOCUMENT, record.key, record.name, record.meeting or "")
        case AgendaDispatch() | AgendaItem() | AgendaVersion():
            return _of_agenda(record)
        case Sitting():
            return Judged(JudgedKind.SITTING, record.key, record.on, record.meeting)
        case ConsensusCall():
            proposal = evidence.proposals.get(record.proposal)
            about = evidence.proposal(proposal) if proposal else Judged(JudgedKind.PROPOSAL, record.proposal)
            return Judged(JudgedKind.CALL, record.key, about.name, about.at)
        case PresenceEvent():
            return Judged(JudgedKind.PRESENCE, record.key, evidence.named(record.state), record.meeting)
        case Invitee():
            name = evidence.named(record.state) if record.state else _partner(evidence, record.partner or "")
            return Judged(JudgedKind.INVITATION, record.key, name)
        case Choice() | RuleChange():
            return _of_rules(record)


def _of_rules(record: Choice | RuleChange) -> Judged:
    if isinstance(record, Choice):
        asked = OPEN_QUESTIONS[record.question]
        return Judged(JudgedKind.CHOICE, record.key, Phrase(asked.title), asked.rule)
    known = FIGURES[record.figure]
    return Judged(JudgedKind.RULE_CHANGE, record.key, Phrase(known.title), known.rule)


def _of_agenda(record: AgendaDispatch | AgendaItem | AgendaVersion) -> Judged:
    """What is shown by itself: a sending, an item, or a version of an agenda."""
    match record:
        case AgendaDispatch():
            return Judged(JudgedKind.SENDING, record.key, record.sent_on, record.meeting)
        case AgendaItem():
            return Judged(JudgedKind.ITEM, record.key, Quoted(record.title))
        case AgendaVersion():
            name = Phrase(N_("Version {number} of the agenda"), {"number": record.number})
            return Judged(JudgedKind.VERSION, record.key, name, record.meeting)


def resting_on(evidence: Evidence, records: Iterable[Record]) -> tuple[Judged, ...]:
    """Records as those that a fact rests on; each is made once for a day."""
    known = evidence.known_records
    found = []
    for one in records:
        name = (type(one), one.key)
        if name not in known:
            known[name] = judged_record(evidence, one)
        found.append(known[name])
    return tuple(found)


def counted(evidence: Evidence, name: str, records: Iterable[Record]) -> Fact:
    """How many records of a sort there are."""
    found = tuple(records)
    return Fact(name, len(found), resting_on(evidence, found))


def taken_from(evidence: Evidence, name: str, value: object, *records: Record) -> Fact:
    """What is read in one record, or in a few."""
    return Fact(name, value, resting_on(evidence, records))
