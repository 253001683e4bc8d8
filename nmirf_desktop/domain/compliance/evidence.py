"""The facts of a register as they stood on a day, found by State and by meeting."""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.agenda_versions import AgendaVersion
from nmirf_desktop.domain.casting import roll_call_order
from nmirf_desktop.domain.committees import Committee, Seat, Term, committee_on, seats_on
from nmirf_desktop.domain.compliance.ballots import VOTES_ON, Ballot
from nmirf_desktop.domain.compliance.facts import RegisterFacts
from nmirf_desktop.domain.compliance.findings import Finding, Judged, JudgedKind, RuleException
from nmirf_desktop.domain.compliance.known import known_on
from nmirf_desktop.domain.elections import Candidate, Election, ElectionBallot
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import AgendaDispatch, Meeting, Sitting, in_order, local
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership, MembershipKind
from nmirf_desktop.domain.participants import Invitee
from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.phrases import Phrase, Quoted
from nmirf_desktop.domain.practices import Practices
from nmirf_desktop.domain.renames import states_on
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.voting import ConsensusCall, Decision, Position, Proposal, Vote, electorate
from nmirf_desktop.i18n import N_

_Fact = TypeVar("_Fact")
_Name = TypeVar("_Name")


def grouped(facts: Iterable[_Fact], name: Callable[[_Fact], _Name]) -> Mapping[_Name, tuple[_Fact, ...]]:
    """The facts by a name that they share, in the order in which they are given."""
    found: dict[_Name, list[_Fact]] = {}
    for fact in facts:
        found.setdefault(name(fact), []).append(fact)
    return {shared: tuple(own) for shared, own in found.items()}


def meeting_judged(meeting: Meeting) -> Judged:
    """A meeting as the object of a finding."""
    return Judged(JudgedKind.MEETING, meeting.key, meeting.symbol)


MADE_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "positions": ("positions",),
        "presence": ("presence",),
        "heard": ("interventions",),
        "sittings": ("sittings",),
        "items": ("items",),
        "seats": ("seats",),
        "meetings": ("meetings",),
        "meeting": ("meetings",),
        "proposals": ("proposals",),
        "_days": ("meetings",),
        "turns": ("memberships",),
        "_electorates": ("memberships",),
        "_ranks": ("states", "renamings"),
    }
)
"""The indexes that are the same on every day, and the tables of :class:`RegisterFacts` that each is made of."""


class Evidence:
    """A register's facts as of the day *on*: what came later is left out, what is planned is there (:func:`known_on`).

    Each index is made once, when a rule first asks for it. Those that depend on no day are taken over from the evidence
    *before*, of the same register at another time or on another day, where the tables they are made of are the same.
    """

    def __init__(
        self,
        facts: RegisterFacts,
        on: datetime.date,
        before: "Evidence | None" = None,
        *,
        today: datetime.date | None = None,
    ) -> None:
        """*today* is the day on which somebody asks: what is recorded as to come is known from it on."""
        ahead = facts.terms if today is not None and on >= today else ()
        self.planned = tuple(one for one in ahead if one.appointed_on > on)
        """The mandates that are recorded and whose appointment lies ahead."""
        self.facts = facts = known_on(facts, on)
        self.on = on
        self.past = today is not None and on < today
        self._electorates: dict[int, frozenset[StateCode]] = {}
        self._ranks: dict[int, Mapping[StateCode, int]] = {}
        self._days: dict[tuple[Key, datetime.datetime], datetime.date] = {}
        self.known_records: dict[tuple[type, Key], Judged] = {}
        self._known: Mapping[Key, Ballot] = {} if before is None else before.ballots
        if before is not None:
            for index, tables in MADE_OF.items():
                same = all(getattr(facts, name) is getattr(before.facts, name) for name in tables)
                if same and index in vars(before):
                    vars(self)[index] = vars(before)[index]

    def practices_at(self, day: datetime.date) -> Practices:
        """What held on a day where the Declaration is silent; what holds only after the day that is judged does not."""
        return Practices.on(self.facts.choices, min(day, self.on))

    @cached_property
    def _exceptions(self) -> Mapping[tuple[str, JudgedKind, str], tuple[RuleException, ...]]:
        noted = (one for one in self.facts.exceptions if one.noted_on <= self.on and one.period.holds(self.on))
        return grouped(noted, lambda one: (one.rule, one.kind, one.object))

    def explained(self, finding: Finding) -> Finding:
        """A finding with the reasons that were recorded of it by the day."""
        if not finding.explicable or not self._exceptions:
            return finding
        return replace(finding, exceptions=self.reasons(finding.rule, finding.subject, finding.about))

    def reasons(self, rule: str, subject: Judged, about: str = "") -> tuple[RuleException, ...]:
        """The reasons recorded by the day for what a rule says of a part of an object, and of the whole of it."""
        objects = dict.fromkeys((about or subject.key, subject.key))
        return tuple(chain(*(self._exceptions.get((rule, subject.kind, one), ()) for one in objects)))

    @cached_property
    def states(self) -> Mapping[StateCode, State]:
        """The States by code, as they are named and grouped on the day."""
        facts = self.facts
        return {state.iso3: state for state in states_on(facts.states, facts.renamings, facts.regroupings, self.on)}

    def named(self, code: StateCode) -> State | StateCode:
        """The State of a code, or the code itself where there is no such State."""
        return self.states.get(code, code)

    def state(self, code: StateCode) -> Judged:
        """A State as the object of a finding."""
        return Judged(JudgedKind.STATE, code, self.named(code))

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        """The memberships that have begun, by their first day."""
        begun = (one for one in self.facts.memberships if one.period.start <= self.on)
        return tuple(sorted(begun, key=lambda one: one.period.start))

    @cached_property
    def by_state(self) -> Mapping[StateCode, tuple[Membership, ...]]:
        """The memberships that have begun, of each State in their order."""
        return grouped(self.memberships, lambda one: one.state)

    @cached_property
    def current(self) -> Mapping[StateCode, Membership]:
        """The membership of each State on the day."""
        return {one.state: one for one in self.memberships if one.period.holds(self.on)}

    @cached_property
    def members(self) -> tuple[StateCode, ...]:
        """The members on the day."""
        return tuple(code for code, one in self.current.items() if one.kind is MembershipKind.MEMBER)

    @cached_property
    def observers(self) -> tuple[StateCode, ...]:
        """The observers on the day."""
        return tuple(code for code, one in self.current.items() if one.kind is MembershipKind.OBSERVER)

    def held_on(self, day: datetime.date, kind: MembershipKind = MembershipKind.MEMBER) -> tuple[Membership, ...]:
        """The memberships of a kind that hold on another day and had begun by this one."""
        return tuple(one for one in self.memberships if one.kind is kind and one.period.holds(day))

    def members_at(self, day: datetime.date) -> frozenset[StateCode]:
        """The members on another day."""
        since = bisect_right(self.turns, day)
        if since not in self._electorates:
            self._electorates[since] = electorate(self.facts.memberships, day)
        return self._electorates[since]

    @cached_property
    def turns(self) -> tuple[datetime.date, ...]:
        """The days on which a membership begins or no longer holds, in their order: between two, nothing changes."""
        periods = [one.period for one in self.facts.memberships]
        return tuple(sorted({day for one in periods for day in (one.start, one.end) if day is not None}))

    def rank_at(self, day: datetime.date) -> Mapping[StateCode, int]:
        """The place of each State in the English alphabetical order of another day (R19)."""
        since = sum(1 for one in self.facts.renamings if one.since <= day)
        if since not in self._ranks:
            named = states_on(self.facts.states, self.facts.renamings, (), day)
            self._ranks[since] = {code: place for place, code in enumerate(roll_call_order(named))}
        return self._ranks[since]

    @cached_property
    def communications(self) -> Mapping[StateCode, tuple[Communication, ...]]:
        """The letters received, of each State in their order."""
        received = (one for one in self.facts.communications if one.received_on <= self.on)
        return grouped(sorted(received, key=lambda one: one.received_on), lambda one: one.state)

    @cached_property
    def mechanisms(self) -> Mapping[StateCode, tuple[Mechanism, ...]]:
        """The mechanisms that have begun, of each State in their order."""
        begun = (one for one in self.facts.mechanisms if one.period.start <= self.on)
        return grouped(sorted(begun, key=lambda one: one.period.start), lambda one: one.state)

    @cached_property
    def focal_points(self) -> Mapping[StateCode, tuple[FocalPoint, ...]]:
        """The focal points, alternates and contacts of each State on the day."""
        return grouped((one for one in self.facts.focal_points if one.period.holds(self.on)), lambda one: one.state)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, held and planned, in their order."""
        return in_order(self.facts.meetings)

    @cached_property
    def meeting(self) -> Mapping[Key, Meeting]:
        """The meetings by key."""
        return {one.key: one for one in self.meetings}

    @cached_property
    def dispatches(self) -> Mapping[Key, tuple[AgendaDispatch, ...]]:
        """What was sent by the day, by meeting."""
        return grouped((one for one in self.facts.dispatches if one.sent_on <= self.on), lambda one: one.meeting)

    @cached_property
    def invited(self) -> Mapping[Key, tuple[Invitee, ...]]:
        """The States that were invited by the day, by meeting."""
        sent = (one for one in self.facts.invitees if one.state and one.invited_on and one.invited_on <= self.on)
        return grouped(sent, lambda one: one.meeting)

    @cached_property
    def items(self) -> Mapping[Key, tuple[AgendaItem, ...]]:
        """The agenda items by meeting."""
        return grouped(self.facts.items, lambda one: one.meeting)

    @cached_property
    def versions(self) -> Mapping[Key, tuple[AgendaVersion, ...]]:
        """The versions of agendas made by the day, by meeting, in their order."""
        made = sorted((one for one in self.facts.versions if one.made_on <= self.on), key=lambda one: one.number)
        return grouped(made, lambda one: one.meeting)

    @cached_property
    def agendas(self) -> Mapping[Key, tuple[IssuedDocument, ...]]:
        """The agendas issued by the day for a meeting to come, by meeting, as they were issued."""
        planned = (one for one in self.facts.issued if one.kind in AGENDAS and one.meeting)
        return grouped(sorted(planned, key=lambda one: (one.issued_on, one.entry)), lambda one: one.meeting or "")

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms appointed by the day, those of the future included, in their order."""
        appointed = (one for one in self.facts.terms if one.appointed_on <= self.on)
        return tuple(sorted(appointed, key=lambda one: one.period.start))

    def over(self, term: Term) -> datetime.date | None:
        """The first day on which a term is over: its end, or the first day of a Committee that follows it early."""
        after = (one.period.start for one in self.terms if one.period.start > term.period.start)
        return min((day for day in (term.period.end, *after) if day is not None), default=None)

    @cached_property
    def seats(self) -> Mapping[Key, tuple[Seat, ...]]:
        """The seats by term."""
        return grouped(self.facts.seats, lambda one: one.term)

    @cached_property
    def committee(self) -> Committee | None:
        """The Committee in office on the day, or acting until the renewal."""
        return committee_on(self.terms, self.facts.seats, self.on)

    @cached_property
    def committees(self) -> tuple[tuple[Committee, datetime.date], ...]:
        """The Committee of the day and those appointed for later, each with the day on which to look at it."""
        later = [
            (Committee(term, seats_on(self.seats.get(term.key, ()), term, term.period.start)), term.period.start)
            for term in self.terms
            if term.period.start > self.on
        ]
        return ((self.committee, self.on), *later) if self.committee else tuple(later)

    def term(self, term: Term) -> Judged:
        """A term as the object of a finding."""
        name = Phrase(
            N_("Executive Committee from {first} to {last}"),
            {"first": term.period.start, "last": term.period.last_day or "…"},
        )
        return Judged(JudgedKind.TERM, term.key, name)

    @cached_property
    def proposals(self) -> Mapping[Key, Proposal]:
        """The proposals by key."""
        return {one.key: one for one in self.facts.proposals}

    @cached_property
    def calls(self) -> Mapping[Key, tuple[ConsensusCall, ...]]:
        """The consensus calls made by the day, on each proposal, amendment or part in their order."""
        made = (one for one in self.facts.calls if self._happened(self._meeting_of(one.proposal), one.at))
        return grouped(sorted(made, key=lambda one: one.at), lambda one: one.on)

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """The votes opened by the day, in their order; those that were broken off decide nothing (R25 names them)."""
        opened = (one for one in self.facts.votes if not one.stopped_at and self._happened(one.meeting, one.opened_at))
        return tuple(sorted(opened, key=lambda one: one.opened_at))

    @cached_property
    def voted(self) -> frozenset[Key]:
        """The proposals, amendments, parts and motions on which a vote was opened by the day."""
        return frozenset(vote.on for vote in self.votes if vote.on is not None)

    @cached_property
    def positions(self) -> Mapping[Key, tuple[Position, ...]]:
        """The answers by vote."""
        return grouped(self.facts.positions, attrgetter("vote"))

    @cached_property
    def presence(self) -> Mapping[Key, tuple[PresenceEvent, ...]]:
        """Who came and left, by meeting."""
        return grouped(self.facts.presence, attrgetter("meeting"))

    @cached_property
    def heard(self) -> Mapping[Key, tuple[Intervention, ...]]:
        """What was said on the record, by meeting."""
        return grouped((one for one in self.facts.interventions if one.told), attrgetter("meeting"))

    @cached_property
    def sittings(self) -> Mapping[Key, tuple[Sitting, ...]]:
        """The sittings, planned and held, by meeting."""
        return grouped(self.facts.sittings, attrgetter("meeting"))

    @cached_property
    def ballots(self) -> Mapping[Key, Ballot]:
        """The votes opened by the day with their answers, by vote; those known from before where nothing changed."""
        found = {vote.key: Ballot(vote, self.positions.get(vote.key, ())) for vote in self.votes}
        return {key: self._known[key] if self._known.get(key) == one else one for key, one in found.items()}

    @cached_property
    def elections(self) -> tuple[Election, ...]:
        """The elections opened by the day, in their order."""
        return tuple(sorted(self.facts.elections, key=lambda one: (one.opened_at, one.key)))

    @cached_property
    def candidates(self) -> Mapping[Key, tuple[Candidate, ...]]:
        """Who stands, by election."""
        return grouped(self.facts.candidates, attrgetter("election"))

    @cached_property
    def election_ballots(self) -> Mapping[Key, tuple[ElectionBallot, ...]]:
        """The ballots opened by the day, of each election in their order."""
        return grouped(sorted(self.facts.ballots, key=attrgetter("number")), attrgetter("election"))

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions adopted by the day, in their order."""
        adopted = (one for one in self.facts.decisions if one.adopted_on <= self.on)
        return tuple(sorted(adopted, key=lambda one: (one.year, one.number)))

    @cached_property
    def decided(self) -> frozenset[Key]:
        """The votes on which a decision rests that was adopted by the day."""
        return frozenset(one.vote for one in self.decisions if one.vote is not None)

    def _meeting_of(self, proposal: Key) -> Key:
        found = self.proposals.get(proposal)
        return found.meeting if found else ""

    def day_of(self, meeting: Key, moment: datetime.datetime) -> datetime.date:
        """The day at the meeting's place; the day in UTC where the meeting is not known."""
        if (meeting, moment) not in self._days:
            found = self.meeting.get(meeting)
            self._days[meeting, moment] = local(found, moment).date() if found else moment.date()
        return self._days[meeting, moment]

    def _happened(self, meeting: Key, moment: datetime.datetime) -> bool:
        return self.day_of(meeting, moment) <= self.on

    def proposal(self, proposal: Proposal) -> Judged:
        """A proposal as the object of a finding."""
        values = {"symbol": self.symbol(proposal.meeting), "number": proposal.number}
        name = Phrase(N_("Draft decision {symbol}/L.{number}"), values)
        return Judged(JudgedKind.PROPOSAL, proposal.key, name, f"{proposal.meeting}:{proposal.item}:{proposal.key}")

    def vote(self, vote: Vote) -> Judged:
        """A vote as the object of a finding: on a proposal, else its own question."""
        found = self.proposals.get(vote.proposal or "")
        name: object = Quoted(vote.question)
        if found:
            name = Phrase(VOTES_ON[vote.kind], {"symbol": self.symbol(found.meeting), "number": found.number})
        return Judged(JudgedKind.VOTE, vote.key, name, f"{vote.meeting}:{vote.item}:{vote.proposal or vote.key}")

    def decision(self, decision: Decision) -> Judged:
        """A decision as the object of a finding."""
        values = {"year": decision.year, "number": decision.number}
        name = Phrase(N_("Decision {year}/{number}"), values)
        return Judged(JudgedKind.DECISION, decision.key, name, decision.meeting)

    def election(self, election: Election) -> Judged:
        """An election as the object of a finding."""
        at = f"{election.meeting}:{election.item}:{election.key}"
        return Judged(JudgedKind.ELECTION, election.key, Quoted(election.title), at)

    def symbol(self, meeting: Key) -> str:
        """The symbol of a meeting."""
        found = self.meeting.get(meeting)
        return found.symbol if found else ""
