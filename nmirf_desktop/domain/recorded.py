"""A meeting as it was recorded: all facts from which its minutes are drafted and its documents are made."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nmirf_desktop.domain.actions import FollowUpAction
from nmirf_desktop.domain.agenda import AgendaItem, Numbered, numbered
from nmirf_desktop.domain.amendments import (
    Amendment,
    AmendmentFile,
    Counted,
    Sponsorship,
    TextVersion,
    amendment_files,
)
from nmirf_desktop.domain.attendance import Span, attended, in_the_room, noted_with_others
from nmirf_desktop.domain.bodies import bodies_heard
from nmirf_desktop.domain.committees import Committee, Coordination, Seat, Term, committee_on, coordinator_on
from nmirf_desktop.domain.corrected_totals import TotalsCorrection
from nmirf_desktop.domain.decisions_gone import DecisionGone
from nmirf_desktop.domain.divisions import Part, TextMotion, TextMotionFile, motion_files
from nmirf_desktop.domain.elections import BallotCorrection, Candidate, Election, ElectionBallot, Reopening
from nmirf_desktop.domain.lots import FirstDrawn
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, MeetingKind, NoticeGround, Sitting, local
from nmirf_desktop.domain.members import Basis, Membership, MembershipKind
from nmirf_desktop.domain.membership_rules import members_on, observers_on, status
from nmirf_desktop.domain.motions import Motion, PointOfOrder
from nmirf_desktop.domain.officers import Officer
from nmirf_desktop.domain.participants import Answer, Invitee, Partner
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.practices import Choice, Practices
from nmirf_desktop.domain.records_kept import DecisionRelation, RecordAdoption, WordingCorrection
from nmirf_desktop.domain.rule_changes import RuleChange
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent, SittingPause
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import outcome_in_force, voting
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.voting import OF_A_TEXT, ConsensusCall, Decision, Position, Proposal, Vote


def as_of(meeting: Meeting) -> datetime.date:
    """The day whose names and memberships a meeting's documents use.

    It is the first day; of the founding meeting the last, on which the Network came into being (R9, A14).
    """
    return meeting.closes_on if meeting.kind is MeetingKind.FOUNDING else meeting.opens_on


@dataclass(frozen=True, slots=True)
class RecordedMeeting:
    """One meeting and what was recorded of it. *states* holds all States as named on the day of :func:`as_of`.

    *memberships*, *terms*, *seats* and *coordinations* are those of the whole register; *people* are those who were
    elected *officers*. *agenda_changed_on* is the day on which an agenda last changed that the Committee had agreed on,
    *agenda_revised* says that it is a revised one. *totals_corrections* are those of votes without names.
    *numbers_gone* are those of decisions that are none any more ("2027/1"), by their proposals, *decisions_gone* what
    some of these said. *wordings* are those of its decisions that were put right, *related* the names of all decisions
    to which its own have *relations*; *actions* are the follow-up actions that it asked for.
    *choices* settle what the Declaration leaves open, *rule_changes* its numbers; *secretariat_zone* is where the
    secretariat counts its days.
    *approved_here* are the meetings whose minutes this one approved, by the items under which it did; *approved_at*
    says when, of those that it approved while a sitting was open. *minutes_open* says that those of the meeting before
    are not approved.
    *reopenings* are the acclamations that were announced and put right, as the journal has them, *nominated_at* is when
    candidates came to stand after their election was opened. *worded* are the amendments in the words of the minutes:
    what of them is in one language only is written there.
    *invitees* are the States and partners in the list of invited, with their answers; *excused_at* says when the
    apologies of a State were recorded. *partners* are those in that list.
    What was said off the record is not among the *interventions*; *untold* are the States that said it, for they were
    there.
    """

    meeting: Meeting
    states: Mapping[StateCode, State]
    sittings: tuple[Sitting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    dispatches: tuple[AgendaDispatch, ...] = ()
    memberships: tuple[Membership, ...] = ()
    terms: tuple[Term, ...] = ()
    seats: tuple[Seat, ...] = ()
    coordinations: tuple[Coordination, ...] = ()
    presence: tuple[PresenceEvent, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    calls: tuple[ConsensusCall, ...] = ()
    votes: tuple[Vote, ...] = ()
    positions: tuple[Position, ...] = ()
    decisions: tuple[Decision, ...] = ()
    officers: tuple[Officer, ...] = ()
    people: tuple[Person, ...] = ()
    agenda_changed_on: datetime.date | None = None
    agenda_revised: bool = False
    motions: tuple[Motion, ...] = ()
    points: tuple[PointOfOrder, ...] = ()
    pauses: tuple[SittingPause, ...] = ()
    choices: tuple[Choice, ...] = ()
    elections: tuple[Election, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    ballots: tuple[ElectionBallot, ...] = ()
    corrections: tuple[BallotCorrection, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    nominated_at: Mapping[Key, datetime.datetime] = field(default_factory=dict)
    secretariat_zone: str = "UTC"
    amendments: tuple[Amendment, ...] = ()
    sponsorships: tuple[Sponsorship, ...] = ()
    text_motions: tuple[TextMotion, ...] = ()
    parts: tuple[Part, ...] = ()
    text_versions: tuple[TextVersion, ...] = ()
    invitees: tuple[Invitee, ...] = ()
    totals_corrections: tuple[TotalsCorrection, ...] = ()
    partners: tuple[Partner, ...] = ()
    untold: frozenset[StateCode] = frozenset()
    excused_at: Mapping[StateCode, datetime.datetime] = field(default_factory=dict)
    numbers_gone: Mapping[Key, str] = field(default_factory=dict)
    decisions_gone: tuple[DecisionGone, ...] = ()
    approved_here: Mapping[Key, tuple[Meeting, ...]] = field(default_factory=dict)
    approved_at: Mapping[Key, datetime.datetime] = field(default_factory=dict)
    minutes_open: bool = False
    record_adoptions: tuple[RecordAdoption, ...] = ()
    draws: tuple[FirstDrawn, ...] = ()
    wordings: tuple[WordingCorrection, ...] = ()
    relations: tuple[DecisionRelation, ...] = ()
    related: Mapping[Key, str] = field(default_factory=dict)
    actions: tuple[FollowUpAction, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()
    worded: Mapping[Key, Trilingual] = field(default_factory=dict)

    @property
    def day(self) -> datetime.date:
        """The day of names and memberships."""
        return as_of(self.meeting)

    def practices_on(self, day: datetime.date) -> Practices:
        """How the Network settles on a day what the Declaration leaves open."""
        return Practices.on(self.choices, day)

    @property
    def notice_ground(self) -> NoticeGround:
        """On what the notice of the meeting is reckoned."""
        return NoticeGround(self.sittings, self.choices, self.secretariat_zone, changes=self.rule_changes)

    def local(self, moment: datetime.datetime) -> datetime.datetime:
        """A moment by the clocks of the meeting's place."""
        return local(self.meeting, moment)

    @property
    def held_sittings(self) -> tuple[Sitting, ...]:
        """The sittings that were opened, in the order in which they were."""
        opened = ((one.opened_at, one.number, one.key, one) for one in self.sittings if one.opened_at is not None)
        return tuple(one for *_, one in sorted(opened))

    @property
    def over(self) -> bool:
        """Whether every sitting that is planned was held and closed: nothing of the agenda will be reached any more."""
        return bool(self.sittings) and all(one.closed_at is not None for one in self.sittings)

    @property
    def held_until(self) -> datetime.date | None:
        """The last local day on which a sitting was held: what tells of it is dated no earlier, whatever was planned.

        ``None`` before any was opened.
        """
        moments = (one.closed_at or one.opened_at for one in self.held_sittings)
        return max((self.local(one).date() for one in moments if one is not None), default=None)

    @property
    def agenda(self) -> tuple[Numbered, ...]:
        """The items in reading order, with their numbers."""
        return numbered(self.items)

    @property
    def attended(self) -> frozenset[StateCode]:
        """The States that took part: noted as present, heard, or voting (an answer makes present).

        What was keyed in a vote that was broken off can be put right no more: by itself it makes nobody attend.
        Who sent apologies was not there because all were noted at once. In the founding meeting also those took part
        that are founding members and observers by having done so (R9).
        """
        found = set(attended(self.presence, self._openings)) - self._excused
        found.update(one.state for one in self.interventions if one.state is not None)
        stopped = {one.key for one in self.votes if one.stopped_at is not None}
        found.update(self.untold, voting(one for one in self.positions if one.vote not in stopped))
        if self.meeting.kind is MeetingKind.FOUNDING:
            found.update(one.state for one in self.memberships if one.basis is Basis.FOUNDING)
        return frozenset(found)

    @property
    def in_room(self) -> frozenset[StateCode]:
        """The States that were noted as present in person."""
        return in_the_room(self.presence, self._openings)

    @property
    def online(self) -> frozenset[StateCode]:
        """The States that were noted as present, and never in person."""
        return attended(self.presence, self._openings) - self.in_room

    @property
    def _openings(self) -> list[Span]:
        return [(one.opened_at, one.closed_at) for one in self.sittings if one.opened_at is not None]

    @property
    def _excused(self) -> frozenset[StateCode]:
        """Whose apologies were recorded after it had been noted as present, with all others alone.

        That all are present is never said of who had sent apologies before, so that whoever is noted after its
        apologies came all the same, whatever day the letter bears.
        """
        noted = noted_with_others(self.presence)
        absent = {one.state for one in self.invitees if one.answer is Answer.APOLOGIES}
        return frozenset(
            state
            for state, at in noted.items()
            if state in absent and not (state in self.excused_at and self.excused_at[state] < at)
        )

    @property
    def members(self) -> tuple[StateCode, ...]:
        """The members of the day."""
        return members_on(self.memberships, self.day)

    @property
    def observers(self) -> tuple[StateCode, ...]:
        """The observers of the day."""
        return observers_on(self.memberships, self.day)

    @property
    def others(self) -> tuple[StateCode, ...]:
        """The States that took part and were neither member nor observer."""
        return tuple(sorted(self.attended.difference(self.members, self.observers)))

    def represented(self, states: Iterable[StateCode]) -> tuple[StateCode, ...]:
        """Those of *states* that took part."""
        there = self.attended
        return tuple(state for state in states if state in there)

    @property
    def bodies(self) -> tuple[Trilingual, ...]:
        """The bodies that were heard, each once, in the order in which they were first heard."""
        named = (one for one in self.interventions if one.state is None and one.attributed)
        heard = sorted(named, key=lambda known: known.at)
        return bodies_heard((one.body for one in heard), self.partners)

    def kind_of(self, state: StateCode) -> MembershipKind | None:
        """What a State was on the day, ``None`` for one that was neither."""
        return status(self.memberships, state, self.day)

    @property
    def committee(self) -> Committee | None:
        """The Committee in office when the meeting opened: one that it appointed itself was not yet."""
        terms, day = self._at_opening
        return committee_on(terms, self.seats, day)

    @property
    def coordinator_at_opening(self) -> StateCode | None:
        """The State that held the office of Coordinator when the meeting opened, or acted in it."""
        terms, day = self._at_opening
        seat = coordinator_on(terms, self.seats, self.coordinations, day)
        return seat.state if seat else None

    @property
    def _at_opening(self) -> tuple[tuple[Term, ...], datetime.date]:
        """The terms that the meeting did not appoint, and the day that tells who of them was in office as it opened.

        One that it appointed may begin on the same day, with which the seats of the one before end.
        """
        before = tuple(one for one in self.terms if not self._appointed(one))
        if len(before) == len(self.terms):
            return before, self.day
        return before, self.meeting.opens_on - datetime.timedelta(days=1)

    def _appointed(self, term: Term) -> bool:
        """Whether the meeting appointed a Committee (R30)."""
        if term.meeting is not None:
            return term.meeting == self.meeting.key
        return self.meeting.opens_on <= term.appointed_on <= self.meeting.closes_on

    @property
    def coordinator(self) -> StateCode | None:
        """The State that held the office of Coordinator on the day, or acted in it."""
        seat = coordinator_on(self.terms, self.seats, self.coordinations, self.day)
        return seat.state if seat else None

    def voted(self, vote: Vote) -> tuple[Position, ...]:
        """The positions written in a vote."""
        return tuple(one for one in self.positions if one.vote == vote.key)

    def proposal(self, key: Key | None) -> Proposal | None:
        """The proposal of a key."""
        return next((one for one in self.proposals if one.key == key), None)

    def amendment_files(self, proposal: Proposal) -> tuple[AmendmentFile, ...]:
        """The amendments to a proposal with what became of each."""
        return amendment_files(proposal, self.amendments, self._calls(), self._counted())

    def motion_files(self, proposal: Proposal) -> tuple[TextMotionFile, ...]:
        """The motions on a proposal with what became of each."""
        return motion_files(proposal.key, self.text_motions, self.parts, self._calls(), self._counted())

    def _calls(self) -> list[ConsensusCall]:
        return sorted(self.calls, key=lambda one: one.at)

    def _counted(self) -> list[Counted]:
        found = (one for one in self.votes if one.kind in OF_A_TEXT)
        votes = sorted(found, key=lambda one: one.opened_at)
        return [(one, outcome_in_force(one, self.voted(one)) if one.closed_at else None) for one in votes]

    def decision_of(self, proposal: Key | None) -> Decision | None:
        """The decision that a proposal became."""
        return next((one for one in self.decisions if one.proposal == proposal), None)
