"""By which practice a vote in the register is counted: equal votes and quorum, as chosen for its day."""

import datetime
from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.divisions import majority_for
from nmirf_desktop.domain.meetings import Meeting, local
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.practices import DEFAULTS, Option, Practices
from nmirf_desktop.domain.practised import VotePractice, equal_votes, presence_in
from nmirf_desktop.domain.tally import Tally, result
from nmirf_desktop.domain.voting import Position, Vote, VoteKind, VoteMajority
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import POSITIONS, PRESENCE, VOTES
from nmirf_desktop.storage.watch import CHOICES


def _in_force(session: Session, vote: Vote) -> Practices:
    choices = CHOICES.all(session)
    if not choices:
        return DEFAULTS
    return Practices.on(choices, local(MEETINGS.get(session, vote.meeting), vote.opened_at).date())


def majority_at(session: Session, meeting: Meeting, kind: VoteKind, at: datetime.datetime) -> VoteMajority:
    """The majority asked for in a vote that opens at a moment (R14, R26)."""
    return majority_for(kind, Practices.on(CHOICES.all(session), local(meeting, at).date()))


def practice_of(session: Session, vote: Vote, positions: Iterable[Position]) -> VotePractice:
    """What equal votes lead to in a vote, and how many are present where a quorum is asked for (R15, R17)."""
    practices = _in_force(session, vote)
    if not practices.chosen:
        return VotePractice()
    earlier = [
        (one, result(one, POSITIONS.all(session, vote=one.key)))
        for one in VOTES.all(session, meeting=vote.meeting)
        if one.closed_at is not None and one.on == vote.on and one.key != vote.key
    ]
    there = presence_in(practices, vote, positions, PRESENCE.all(session, meeting=vote.meeting))
    return VotePractice(equal_votes(practices, vote, earlier), there)


def second_vote_due(session: Session, votes: Iterable[Vote], totals: Mapping[Key, Tally]) -> bool:
    """(silent) tie, R15; GA 95: whether of the *votes* on a proposal the only one was a tie that is voted on again.

    *totals* are those of the votes that were announced.
    """
    announced = [one for one in votes if one.kind is VoteKind.PROPOSAL and one.closed_at is not None]
    if len(announced) != 1 or not totals[announced[0].key].tied:
        return False
    return _in_force(session, announced[0]).holds(Option.SECOND_VOTE)
