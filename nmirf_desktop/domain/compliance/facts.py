"""The facts of a register, as it holds them."""

from dataclasses import dataclass

from nmirf_desktop.domain.activities import Activity
from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_versions import AgendaVersion
from nmirf_desktop.domain.amendments import Amendment
from nmirf_desktop.domain.committee_acts import CommitteeRecords
from nmirf_desktop.domain.committees import Coordination, Seat, Term
from nmirf_desktop.domain.compliance.findings import RuleException
from nmirf_desktop.domain.contributions import Contribution
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.decisions_gone import DecisionGone
from nmirf_desktop.domain.divisions import Part, TextMotion
from nmirf_desktop.domain.elections import BallotCorrection, Candidate, Election, ElectionBallot
from nmirf_desktop.domain.good_practices import GoodPractice, Sharing
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Sitting
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.minutes import Minutes
from nmirf_desktop.domain.motions import Motion, PointOfOrder
from nmirf_desktop.domain.ohchr_support import OhchrSupport
from nmirf_desktop.domain.participants import Invitee, Partner
from nmirf_desktop.domain.partnerships import Partnership
from nmirf_desktop.domain.practices import Choice
from nmirf_desktop.domain.records_kept import RecordAdoption
from nmirf_desktop.domain.renames import Regrouping, Renaming
from nmirf_desktop.domain.rule_changes import Figures, RuleChange
from nmirf_desktop.domain.silence import SilenceProcedure
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent, SittingPause
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import ConsensusCall, Decision, Position, Proposal, Vote


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """Everything that the rules are judged on, as the register holds it, in any order.

    *states* are the shipped 193; *renamings* and *regroupings* change them from a day on. *network* is the name that
    the register prints, empty for the official one; *time_zone* is the secretariat's.
    """

    states: tuple[State, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    regroupings: tuple[Regrouping, ...] = ()
    memberships: tuple[Membership, ...] = ()
    communications: tuple[Communication, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    focal_points: tuple[FocalPoint, ...] = ()
    terms: tuple[Term, ...] = ()
    seats: tuple[Seat, ...] = ()
    coordinations: tuple[Coordination, ...] = ()
    silences: tuple[SilenceProcedure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    dispatches: tuple[AgendaDispatch, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    calls: tuple[ConsensusCall, ...] = ()
    votes: tuple[Vote, ...] = ()
    positions: tuple[Position, ...] = ()
    decisions: tuple[Decision, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    network: Trilingual = Trilingual()
    sittings: tuple[Sitting, ...] = ()
    presence: tuple[PresenceEvent, ...] = ()
    time_zone: str = "UTC"
    choices: tuple[Choice, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    invitees: tuple[Invitee, ...] = ()
    issued: tuple[IssuedDocument, ...] = ()
    versions: tuple[AgendaVersion, ...] = ()
    elections: tuple[Election, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    ballots: tuple[ElectionBallot, ...] = ()
    ballot_corrections: tuple[BallotCorrection, ...] = ()
    totals_corrections: tuple[TotalsCorrection, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    motions: tuple[Motion, ...] = ()
    points: tuple[PointOfOrder, ...] = ()
    pauses: tuple[SittingPause, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    text_motions: tuple[TextMotion, ...] = ()
    parts: tuple[Part, ...] = ()
    record_adoptions: tuple[RecordAdoption, ...] = ()
    decisions_gone: tuple[DecisionGone, ...] = ()
    activities: tuple[Activity, ...] = ()
    partners: tuple[Partner, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    ohchr_support: tuple[OhchrSupport, ...] = ()
    good_practices: tuple[GoodPractice, ...] = ()
    sharings: tuple[Sharing, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()

    @property
    def figures(self) -> Figures:
        """R46: the Declaration's numbers with their changes."""
        return Figures(self.rule_changes)

    @property
    def committee(self) -> CommitteeRecords:
        """What of it is of the Committee."""
        return CommitteeRecords(self.terms, self.seats, self.coordinations, self.figures)
