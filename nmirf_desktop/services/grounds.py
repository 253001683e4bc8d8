"""By what a proposal was decided on, before its reconsideration and since (R26)."""

import datetime

from nmirf_desktop.domain.divisions import TextMotionKind, reconsidered_at
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.tally import outcome_in_force
from nmirf_desktop.domain.voting import ConsensusCall, Outcome, Vote, VoteKind
from nmirf_desktop.services.proposal_files import VOTE_GOING_ON, ProposalFile
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import CONSENSUS_CALLS, POSITIONS, VOTES

EVER = datetime.datetime.min.replace(tzinfo=datetime.UTC), datetime.datetime.max.replace(tzinfo=datetime.UTC)
Ground = ConsensusCall | Vote
"""That consensus was found on a proposal, or an announced vote on it."""


def at_of(ground: Ground) -> datetime.datetime:
    """When the meeting decided so."""
    return ground.at if isinstance(ground, ConsensusCall) else ground.closed_at or EVER[1]


def _decided(session: Session, file: ProposalFile, after: datetime.datetime, until: datetime.datetime) -> list[Ground]:
    """By what the meeting decided on the whole text between two moments, in order."""
    key = file.proposal.key
    agreed = [one for one in CONSENSUS_CALLS.all(session, proposal=key) if one.on == key and not one.objected]
    voted = [one for one in VOTES.all(session, proposal=key, kind=VoteKind.PROPOSAL) if one.closed_at is not None]
    grounds: list[Ground] = [*agreed, *voted]
    return sorted((one for one in grounds if after < at_of(one) < until), key=at_of)


def overtaken(session: Session, file: ProposalFile, at: datetime.datetime) -> bool:
    """Whether the meeting decided on the whole since a reconsideration was decided on at a moment, or cannot any more.

    What it did then stands, whatever becomes of the record of the reconsideration.
    """
    gone = file.proposal.withdrawn_at is not None or file.proposal.passed_over_at is not None
    again = reconsidered_at(file.motions)
    return gone or (again is not None and again > at) or bool(_decided(session, file, at, EVER[1]))


def stands_again(session: Session, file: ProposalFile, at: datetime.datetime) -> Ground | None:
    """By what a proposal was adopted before a reconsideration that, by the corrected record, was not granted.

    Raises:
        Refusal: a vote on the proposal is going on.
    """
    if file.vote_open:
        raise Refusal(VOTE_GOING_ON, section="R25")
    granted = (one for one in file.motions if one.motion.kind is TextMotionKind.RECONSIDERATION and one.granted)
    earlier = (one.settled_at for one in granted if one.settled_at is not None and one.settled_at < at)
    ground = next(reversed(_decided(session, file, max(earlier, default=EVER[0]), at)), None)
    if isinstance(ground, Vote):
        adopted = outcome_in_force(ground, POSITIONS.all(session, vote=ground.key)) is Outcome.ADOPTED
        return ground if adopted else None
    return ground
