"""What could be known of a register on a day: nothing that happened, began, ended or was written later.

What is planned is there: the meetings to come, as far as a day can know of them, with their sittings and agendas. A
record without a day of its own, such as an agenda item, is as old as what it belongs to.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from nmirf_desktop.domain.amendments import Amendment
from nmirf_desktop.domain.compliance.facts import RegisterFacts
from nmirf_desktop.domain.corrected_totals import TotalsCorrection, as_announced
from nmirf_desktop.domain.decisions_gone import DecisionGone, with_those_gone
from nmirf_desktop.domain.divisions import TextMotion
from nmirf_desktop.domain.elections import BallotCorrection, Candidate, Election, ElectionBallot
from nmirf_desktop.domain.elections import as_announced as ballot_as_announced
from nmirf_desktop.domain.meetings import Meeting, MeetingKind, Sitting, in_order, local
from nmirf_desktop.domain.members import Mechanism, Membership
from nmirf_desktop.domain.motions import Motion, PointOfOrder
from nmirf_desktop.domain.periods import Key, Period
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import Intervention, PresenceEvent, SittingPause
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.voting import Act, Decision, Outcome, Position, Proposal, Vote

_Fact = TypeVar("_Fact")
_Timed = TypeVar("_Timed", Position, BallotCorrection, TotalsCorrection, PresenceEvent)
DATED: Mapping[str, Callable[[Any], datetime.date]] = {
    "renamings": attrgetter("since"),
    "regroupings": attrgetter("since"),
    "communications": attrgetter("received_on"),
    "focal_points": attrgetter("period.start"),
    "silences": attrgetter("put_on"),
    "dispatches": attrgetter("sent_on"),
    "activities": attrgetter("begins_on"),
    "partnerships": attrgetter("period.start"),
    "ohchr_support": attrgetter("on"),
    "good_practices": attrgetter("recorded_on"),
    "sharings": attrgetter("shared_on"),
    "contributions": attrgetter("known_from"),
    "choices": attrgetter("since"),
    "rule_changes": attrgetter("since"),
    "exceptions": attrgetter("noted_on"),
    "issued": attrgetter("issued_on"),
    "versions": attrgetter("made_on"),
}
"""The tables whose records have one day, from which on they are known, and that day."""
_WEST = datetime.timedelta(hours=14)
"""No place is further ahead of the universal time: what is older by so much was over everywhere."""


def known_on(facts: RegisterFacts, day: datetime.date) -> RegisterFacts:
    """The facts of a register as they could be known on a day; the same tables where nothing is later."""
    happened, committee = _Happened(facts, day), facts.committee.known_on(day)
    elections = _each(facts.elections, lambda one: _election(one, happened))
    held = {one.key: one.meeting for one in elections}
    taken = {one.key: held.get(one.election) for one in facts.ballots}
    corrections = _at(facts.ballot_corrections, lambda one: taken.get(one.ballot), happened)
    voted, gone = _voted(_texts(facts, happened), happened), _gone_later(facts, happened, day)
    return replace(
        _dated(voted, day),
        memberships=_each(facts.memberships, lambda one: _membership(one, day)),
        mechanisms=_each(facts.mechanisms, lambda one: _mechanism(one, day)),
        terms=_same(facts.terms, committee.terms),
        seats=_same(facts.seats, committee.seats),
        coordinations=_same(facts.coordinations, committee.coordinations),
        meetings=_meetings(facts, day),
        calls=_each(facts.calls, lambda one: one if happened(happened.of(one.proposal), one.at) else None),
        decisions=_decisions(facts, voted, day, gone),
        decisions_gone=_each(facts.decisions_gone, lambda one: None if one in gone else one),
        sittings=_each(facts.sittings, lambda one: _sitting(one, happened)),
        presence=_at(facts.presence, lambda one: one.meeting, happened),
        elections=elections,
        candidates=_each(facts.candidates, lambda one: _candidate(one, held.get(one.election), happened)),
        ballot_corrections=corrections,
        ballots=_ballots(facts, corrections, held, happened),
        interventions=_each(facts.interventions, lambda one: _intervention(one, happened)),
        motions=_each(facts.motions, lambda one: _motion(one, happened)),
        points=_each(facts.points, lambda one: _point(one, happened)),
        pauses=_each(facts.pauses, lambda one: _pause(one, happened)),
    )


def _dated(facts: RegisterFacts, day: datetime.date) -> RegisterFacts:
    """The facts without those of a later day, by the one day that each of them has."""
    known = {name: _by(getattr(facts, name), at, day) for name, at in DATED.items()}
    return replace(facts, **known)  # type: ignore[arg-type]


def decisions_known(facts: RecordedMeeting, day: datetime.date) -> RecordedMeeting:
    """R14, R27: a meeting with its decisions as they could be known on a day, and the votes that they rest on."""
    known = known_on(
        RegisterFacts(
            meetings=(facts.meeting,), proposals=facts.proposals, votes=facts.votes, positions=facts.positions,
            totals_corrections=facts.totals_corrections, decisions=facts.decisions, decisions_gone=facts.decisions_gone,
        ),
        day,
    )  # fmt: skip
    return replace(
        facts, votes=known.votes, positions=known.positions, totals_corrections=known.totals_corrections,
        decisions=known.decisions, decisions_gone=known.decisions_gone,
    )  # fmt: skip


class _Happened:
    """Whether a moment of a meeting had come by a day at its place; before *sure* it had everywhere."""

    def __init__(self, facts: RegisterFacts, day: datetime.date) -> None:
        self._day = day
        self._meetings = {one.key: one for one in facts.meetings}
        self._proposals = {one.key: one.meeting for one in facts.proposals}
        self.sure = datetime.datetime.combine(day, datetime.time(), datetime.UTC) + datetime.timedelta(days=1) - _WEST

    def __call__(self, meeting: Key, moment: datetime.datetime) -> bool:
        if moment < self.sure:
            return True
        found = self._meetings.get(meeting)
        return (local(found, moment) if found else moment).date() <= self._day

    def by_then(self, meeting: Key, moment: datetime.datetime | None) -> datetime.datetime | None:
        """A moment that had come by the day, ``None`` where there is none or it had not."""
        return moment if moment is not None and self(meeting, moment) else None

    def of(self, proposal: Key) -> Key:
        """The meeting of a proposal."""
        return self._proposals.get(proposal, "")


def _same(before: tuple[_Fact, ...], now: tuple[_Fact, ...]) -> tuple[_Fact, ...]:
    """The table itself where it is as before, so that what was gathered from it still holds."""
    return before if now == before else now


def _each(facts: tuple[_Fact, ...], known: Callable[[_Fact], _Fact | None]) -> tuple[_Fact, ...]:
    found = tuple(one for one in map(known, facts) if one is not None)
    same = len(found) == len(facts) and all(one is other for one, other in zip(found, facts, strict=True))
    return facts if same else found


def _by(facts: tuple[_Fact, ...], at: Callable[[_Fact], datetime.date], day: datetime.date) -> tuple[_Fact, ...]:
    return _each(facts, lambda one: one if at(one) <= day else None)


def _at(facts: tuple[_Timed, ...], meeting: Callable[[_Timed], Key | None], happened: _Happened) -> tuple[_Timed, ...]:
    """What happened at a moment by the day, in a meeting that is known; one look at each where all is long past."""
    if all(one.at < happened.sure for one in facts):
        return facts

    def known(one: _Timed) -> _Timed | None:
        key = meeting(one)
        return one if key is not None and happened(key, one.at) else None

    return _each(facts, known)


def _membership(one: Membership, day: datetime.date) -> Membership | None:
    """R11: a later end is known where the State had notified it by the day."""
    if one.period.start > day:
        return None
    notified = one.leaving_received_on is not None and one.leaving_received_on <= day
    if one.period.end is None or one.period.end <= day or notified:
        return one
    return replace(one, period=Period(one.period.start), ending=None)


def _mechanism(one: Mechanism, day: datetime.date) -> Mechanism | None:
    if one.period.start > day:
        return None
    return one if one.period.end is None or one.period.end <= day else replace(one, period=Period(one.period.start))


def _texts(facts: RegisterFacts, happened: _Happened) -> RegisterFacts:
    """The facts with what had become of the texts."""
    moved = {one.key: happened(happened.of(one.proposal), one.moved_at) for one in facts.text_motions}
    return replace(
        facts,
        proposals=_each(facts.proposals, lambda one: _proposal(one, happened)),
        amendments=_each(facts.amendments, lambda one: _amendment(one, happened)),
        text_motions=_each(facts.text_motions, lambda one: _text_motion(one, happened)),
        parts=_each(facts.parts, lambda one: one if moved.get(one.motion, False) else None),
    )


def _voted(facts: RegisterFacts, happened: _Happened) -> RegisterFacts:
    """The facts with the votes that were opened, and their totals before what was put right later (R27)."""
    votes = _each(facts.votes, lambda one: _vote(one, happened) if happened(one.meeting, one.opened_at) else None)
    opened = {one.key: one.meeting for one in votes}
    corrections = _at(facts.totals_corrections, lambda one: opened.get(one.vote), happened)
    later = [one for one in facts.totals_corrections if one not in corrections]
    return replace(
        facts,
        votes=_each(votes, lambda one: as_announced(one, later)) if later else votes,
        positions=_at(facts.positions, lambda one: opened.get(one.vote), happened),
        totals_corrections=corrections,
    )


def _gone_later(facts: RegisterFacts, happened: _Happened, day: datetime.date) -> tuple[DecisionGone, ...]:
    """The decisions that were adopted by a day and taken out after it."""
    gone = facts.decisions_gone
    return tuple(one for one in gone if one.adopted_on <= day and not happened(one.meeting, one.gone_at))


def _decisions(
    facts: RegisterFacts, known: RegisterFacts, day: datetime.date, gone: Collection[DecisionGone]
) -> tuple[Decision, ...]:
    """R14, R27: the decisions of a day, but for those that a vote gave by a record that was put right later.

    Those that are *gone* since then are known as they stood.
    """
    decisions = with_those_gone(_by(facts.decisions, lambda one: one.adopted_on, day), gone)
    later = {vote for _, vote in _put_right(facts) - _put_right(known)}
    votes = {one.key: one for one in known.votes if one.key in later}
    return _each(decisions, lambda one: None if one.vote in votes and _falls(votes[one.vote], known) else one)


def _put_right(facts: RegisterFacts) -> set[tuple[Key, Key]]:
    """What was put right in the records of votes: the key of each correction, and the vote."""
    rekeyed = {(one.key, one.vote) for one in facts.positions if one.act is Act.REKEYED}
    return rekeyed | {(one.key, one.vote) for one in facts.totals_corrections}


def _falls(vote: Vote, known: RegisterFacts) -> bool:
    """Whether a vote, as it is known, adopted nothing; one that cannot be counted says neither."""
    try:
        outcome = outcome_in_force(vote, [one for one in known.positions if one.vote == vote.key])
    except Refusal:
        return False
    return outcome is Outcome.NOT_ADOPTED


def _ballots(
    facts: RegisterFacts, known: Collection[BallotCorrection], held: Mapping[Key, Key], happened: _Happened
) -> tuple[ElectionBallot, ...]:
    """R27, R35: the ballots that were opened, with their numbers before what was put right later than is *known*."""
    later = tuple(one for one in facts.ballot_corrections if one not in known)
    ballots = _each(facts.ballots, lambda one: ballot_as_announced(one, later)) if later else facts.ballots
    return _each(ballots, lambda one: _ballot(one, held.get(one.election), happened))


def _proposal(one: Proposal, happened: _Happened) -> Proposal:
    withdrawn = happened.by_then(one.meeting, one.withdrawn_at)
    passed_over = happened.by_then(one.meeting, one.passed_over_at)
    if (withdrawn, passed_over) == (one.withdrawn_at, one.passed_over_at):
        return one
    return replace(one, withdrawn_at=withdrawn, passed_over_at=passed_over)


def _amendment(one: Amendment, happened: _Happened) -> Amendment | None:
    """R22: what was accepted, superseded or withdrawn later is still before the meeting."""
    meeting = happened.of(one.proposal)
    if not happened(meeting, one.moved_at):
        return None
    accepted = happened.by_then(meeting, one.accepted_at)
    superseded, withdrawn = (happened.by_then(meeting, at) for at in (one.superseded_at, one.withdrawn_at))
    if (accepted, superseded, withdrawn) == (one.accepted_at, one.superseded_at, one.withdrawn_at):
        return one
    by = one.superseded_by if superseded else None
    return replace(one, accepted_at=accepted, superseded_at=superseded, superseded_by=by, withdrawn_at=withdrawn)


def _text_motion(one: TextMotion, happened: _Happened) -> TextMotion | None:
    meeting = happened.of(one.proposal)
    if not happened(meeting, one.moved_at):
        return None
    agreed, withdrawn = (happened.by_then(meeting, at) for at in (one.agreed_at, one.withdrawn_at))
    if (agreed, withdrawn) == (one.agreed_at, one.withdrawn_at):
        return one
    return replace(one, agreed_at=agreed, withdrawn_at=withdrawn)


def _vote(one: Vote, happened: _Happened) -> Vote:
    """A vote that was closed, or broken off, later is still open: neither its result nor the Chair's word is known."""
    ended = one.closed_at or one.stopped_at
    if ended is None or happened(one.meeting, ended):
        return one
    return replace(one, closed_at=None, declared=None, divergence="", stopped_at=None, stopped_for="")


def _election(one: Election, happened: _Happened) -> Election | None:
    """R35: an election that was opened; how it ended later is not known."""
    if not happened(one.meeting, one.opened_at):
        return None
    if one.acclaimed_at is not None and not happened(one.meeting, one.acclaimed_at):
        one = replace(one, acclaimed=(), acclaimed_at=None, on_slate=False)
    if one.stopped_at is not None and not happened(one.meeting, one.stopped_at):
        one = replace(one, stopped_at=None, reason="")
    return one


def _candidate(one: Candidate, meeting: Key | None, happened: _Happened) -> Candidate | None:
    if meeting is None:
        return None
    gone = one.withdrawn_at is not None and not happened(meeting, one.withdrawn_at)
    return replace(one, withdrawn_at=None) if gone else one


def _ballot(one: ElectionBallot, meeting: Key | None, happened: _Happened) -> ElectionBallot | None:
    """R35: a ballot that was closed later is still open: neither its totals nor its lot are known."""
    if meeting is None or not happened(meeting, one.opened_at):
        return None
    if one.closed_at is not None and not happened(meeting, one.closed_at):
        return replace(one, papers=None, count=None, closed_at=None, declared=(), divergence="", lot=(), lot_seed="")
    if one.lot_at is not None and not happened(meeting, one.lot_at):
        return replace(one, lot=(), lot_seed="", lot_at=None)
    return one


def _intervention(one: Intervention, happened: _Happened) -> Intervention | None:
    if not happened(one.meeting, one.at):
        return None
    over = one.ended_at is None or happened(one.meeting, one.ended_at)
    return one if over else replace(one, ended_at=None)


def _motion(one: Motion, happened: _Happened) -> Motion | None:
    if not happened(one.meeting, one.at):
        return None
    settled = one.settled_at is None or happened(one.meeting, one.settled_at)
    return one if settled else replace(one, fate=None, settled_at=None)


def _point(one: PointOfOrder, happened: _Happened) -> PointOfOrder | None:
    """A ruling, or an appeal against it, that came later is not known."""
    if not happened(one.meeting, one.at):
        return None
    if one.appealed_at is not None and not happened(one.meeting, one.appealed_at):
        one = replace(one, appealed_by=None, appealed_at=None)
    if one.ruled_at is not None and not happened(one.meeting, one.ruled_at):
        one = replace(one, ruling=None, ruled_at=None)
    return one


def _pause(one: SittingPause, happened: _Happened) -> SittingPause | None:
    if not happened(one.meeting, one.suspended_at):
        return None
    resumed = happened.by_then(one.meeting, one.resumed_at)
    return one if resumed == one.resumed_at else replace(one, resumed_at=resumed)


def _sitting(one: Sitting, happened: _Happened) -> Sitting:
    opened = one.opened_at if one.opened_at is not None and happened(one.meeting, one.opened_at) else None
    closed = one.closed_at if one.closed_at is not None and happened(one.meeting, one.closed_at) else None
    if (opened, closed) == (one.opened_at, one.closed_at):
        return one
    return replace(one, opened_at=opened, closed_at=closed, item=one.item if opened else None)


def _meetings(facts: RegisterFacts, day: datetime.date) -> tuple[Meeting, ...]:
    """The meetings of a day (:func:`meetings_known`), without what was agreed or adopted later."""
    begun = {one.meeting for one in facts.dispatches if one.sent_on <= day}
    begun |= {one.meeting for one in facts.silences if one.meeting and one.put_on <= day}
    known = frozenset(one.key for one in meetings_known(facts.meetings, day, begun))
    return _each(facts.meetings, lambda one: _meeting(one, day) if one.key in known else None)


def meetings_known(meetings: Iterable[Meeting], day: datetime.date, begun: Iterable[Key] = ()) -> tuple[Meeting, ...]:
    """R36–R40: the meetings that a day can know of, since no record says when a meeting was planned.

    Those that had opened; of those to come the next of each kind, each that counts for the day's year or an earlier
    one, and each whose preparation had *begun*: its agenda was agreed or sent, or put to the Committee in silence.
    """
    coming: set[MeetingKind] = set()
    prepared = frozenset(begun)
    found = []
    for one in in_order(meetings):
        first = one.opens_on > day and one.kind not in coming
        if first:
            coming.add(one.kind)
        agreed = one.agenda_agreed_on is not None and one.agenda_agreed_on <= day
        owed = one.kind is MeetingKind.ANNUAL and one.counts_for <= day.year
        if one.opens_on <= day or first or owed or agreed or one.key in prepared:
            found.append(one)
    return tuple(found)


def _meeting(one: Meeting, day: datetime.date) -> Meeting:
    if one.agenda_agreed_on is not None and one.agenda_agreed_on > day:
        one = replace(one, agenda_agreed_on=None, agenda_agreed_by=None)
    if one.agenda_adopted_on is not None and one.agenda_adopted_on > day:
        one = replace(one, agenda_adopted_on=None)
    return one
