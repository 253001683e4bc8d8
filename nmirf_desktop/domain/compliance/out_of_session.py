"""(silent; GA 88/128) R25: what was voted, said or agreed while nobody was in session to hear it.

A meeting is in session while one of its sittings is open and is not suspended.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from nmirf_desktop.domain.compliance.evidence import Evidence, grouped, meeting_judged
from nmirf_desktop.domain.compliance.findings import Fact, Finding, FindingState, Judged
from nmirf_desktop.domain.compliance.records import counted, taken_from
from nmirf_desktop.domain.elections import ElectionBallot
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.rekeyed import as_typed
from nmirf_desktop.domain.sittings import SittingPause
from nmirf_desktop.domain.voting import Mode, Vote
from nmirf_desktop.domain.votings import Voting, announced_outside, outside, suspended, votings
from nmirf_desktop.i18n import N_

_Pauses = Mapping[Key, Sequence[SittingPause]]
"""The suspensions by meeting."""
AS_IT_HAPPENED = N_("It is recorded as it happened: nothing that was done is void for it.")


@dataclass(frozen=True, slots=True)
class Case:
    """What departs from a default: its rule, its object, and further what tells it from others of that object."""

    rule: str
    subject: Judged
    part: str = ""

    def found(self, message: str, values: dict[str, object], *facts: Fact, advice: str = AS_IT_HAPPENED) -> Finding:
        """The finding that says so."""
        said = Phrase(message, {"subject": self.subject, **values})
        return Finding(
            self.rule, FindingState.NOT_REGULATED, self.subject, said, Phrase(advice), facts,
            part=self.part, asks_why=True,
        )  # fmt: skip


def vote_opened(evidence: Evidence, vote: Vote | None) -> Iterator[Fact]:
    """On which day a vote was opened, if there was one."""
    if vote is not None:
        yield taken_from(evidence, N_("Vote opened on"), evidence.day_of(vote.meeting, vote.opened_at), vote)


def ballot_opened(evidence: Evidence, meeting: Key, ballot: ElectionBallot) -> Fact:
    """On which day a ballot of an election was opened."""
    return taken_from(evidence, N_("Ballot opened on"), evidence.day_of(meeting, ballot.opened_at), ballot)


def out_of_session(evidence: Evidence) -> Iterator[Finding]:
    """Votes that were broken off, and what was recorded while no sitting was open, or while it was suspended."""
    for vote in evidence.facts.votes:
        yield from _ended(evidence, vote)
    pauses = grouped(evidence.facts.pauses, attrgetter("meeting"))
    for voting in votings(evidence.facts.votes, evidence.elections, evidence.facts.ballots):
        yield from _in_a_pause(evidence, voting, pauses)
    yield from _spoken(evidence)
    yield from _agreed(evidence, pauses)


def _ended(evidence: Evidence, vote: Vote) -> Iterator[Finding]:
    """A vote that was broken off, or announced between two sittings."""
    if vote.stopped_at is not None:
        case = Case("R25", evidence.vote(vote), "broken off")
        stopped = taken_from(evidence, N_("Broken off on"), evidence.day_of(vote.meeting, vote.stopped_at), vote)
        yield case.found(_BROKEN_OFF, {"reason": as_typed(vote.stopped_for)}, stopped)
    elif announced_outside(vote, evidence.sittings.get(vote.meeting, ())):
        yield Case("R25", evidence.vote(vote), "outside").found(_OUTSIDE, {}, *vote_opened(evidence, vote))


def _in_a_pause(evidence: Evidence, voting: Voting, pauses: _Pauses) -> Iterator[Finding]:
    """A vote or a ballot that was announced, or else opened, while the sitting was suspended."""
    of = voting.of
    announced = of.closed_at is not None and _suspended(evidence, pauses, voting.meeting, of.closed_at)
    if not announced and not _suspended(evidence, pauses, voting.meeting, voting.opened_at):
        return
    if isinstance(of, Vote):
        case = Case("R25", evidence.vote(of), "suspended")
        message = _ANNOUNCED_SUSPENDED if announced else _OPENED_SUSPENDED
        yield case.found(message, {}, *vote_opened(evidence, of))
        return
    election = next(one for one in evidence.elections if one.key == of.election)
    case = Case("R25", evidence.election(election), f"suspended {of.number}")
    message = _BALLOT_ANNOUNCED_SUSPENDED if announced else _BALLOT_OPENED_SUSPENDED
    yield case.found(message, {"number": of.number}, ballot_opened(evidence, voting.meeting, of))


def _spoken(evidence: Evidence) -> Iterator[Finding]:
    """Statements while no sitting was open, told once for their meeting; in a suspended one nobody has the floor."""
    for meeting in evidence.meetings:
        spoke = [one for one in evidence.heard.get(meeting.key, ()) if _outside(evidence, meeting.key, one.at)]
        if spoke:
            case = Case("R25", meeting_judged(meeting), "statements outside")
            yield case.found(_SAID_OUTSIDE, {"n": len(spoke)}, counted(evidence, N_("Statements"), spoke))


def _agreed(evidence: Evidence, pauses: _Pauses) -> Iterator[Finding]:
    """Decisions by consensus while no sitting was open, or while it was suspended."""
    for decision in evidence.decisions:
        calls = evidence.calls.get(decision.proposal, ())
        agreed = next((one for one in reversed(calls) if not one.objected), None)
        if decision.mode is not Mode.CONSENSUS or agreed is None:
            continue
        adopted = taken_from(evidence, N_("Decision adopted on"), decision.adopted_on, decision, agreed)
        if _outside(evidence, decision.meeting, agreed.at):
            yield Case("R25", evidence.decision(decision), "outside").found(_AGREED_OUTSIDE, {}, adopted)
        elif _suspended(evidence, pauses, decision.meeting, agreed.at):
            yield Case("R25", evidence.decision(decision), "suspended").found(_AGREED_SUSPENDED, {}, adopted)


def _suspended(evidence: Evidence, pauses: _Pauses, meeting: Key, at: datetime.datetime) -> bool:
    """Whether the sitting of a meeting was suspended at a moment."""
    return suspended(at, pauses.get(meeting, ()), evidence.sittings.get(meeting, ()))


def _outside(evidence: Evidence, meeting: Key, at: datetime.datetime) -> bool:
    """Whether no sitting was open at a moment.

    Where none of the meeting was ever opened, that is told of the days for which one was planned: what was recorded
    after the meeting, from papers, has no moment in the room.
    """
    sittings = evidence.sittings.get(meeting, ())
    if any(one.opened_at is not None for one in sittings):
        return outside(at, sittings)
    return any(one.on == evidence.day_of(meeting, at) for one in sittings)


_BROKEN_OFF = N_("{subject}: the vote was broken off before it had a result: “{reason}”.")
_SAID_OUTSIDE = N_("{subject}: statements while no sitting was open: {n}.")
_AGREED_OUTSIDE = N_("{subject}: it was adopted by consensus while no sitting was open.")
_AGREED_SUSPENDED = N_("{subject}: it was adopted by consensus while the sitting was suspended.")
_OUTSIDE = N_("{subject}: its result was announced while no sitting was open.")
_ANNOUNCED_SUSPENDED = N_("{subject}: its result was announced while the sitting was suspended.")
_OPENED_SUSPENDED = N_("{subject}: it was opened while the sitting was suspended.")
_BALLOT_ANNOUNCED_SUSPENDED = N_(
    "{subject}: the result of ballot {number} was announced while the sitting was suspended."
)
_BALLOT_OPENED_SUSPENDED = N_("{subject}: ballot {number} was opened while the sitting was suspended.")
