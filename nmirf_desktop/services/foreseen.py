"""What a correction that turns the outcome of a vote makes of decisions and texts, before it is recorded (R27)."""

from nmirf_desktop.domain.corrections import Consequence
from nmirf_desktop.domain.voting import Decision, Outcome, Vote, VoteKind
from nmirf_desktop.services.grounds import overtaken, stands_again
from nmirf_desktop.services.proposal_files import ProposalFile, file_of
from nmirf_desktop.services.proposals import check_nothing_built_on
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import PROPOSALS

Foreseen = tuple[tuple[Consequence, ...], Decision | None]
"""What follows, and the decision that goes with it, if any."""
NOTHING: Foreseen = (), None


def foreseen(session: Session, vote: Vote, outcome: Outcome) -> Foreseen:
    """What follows where a vote turns out to have another *outcome* than was in force.

    Raises:
        Refusal: the Committee in the register was appointed by the decision that would go, or a vote is going on.
    """
    if vote.proposal is None:
        return NOTHING
    file = file_of(session, PROPOSALS.get(session, vote.proposal))
    adopted = outcome is Outcome.ADOPTED
    match vote.kind:
        case VoteKind.AMENDMENT | VoteKind.PART:
            return (Consequence.TEXT,), None
        case VoteKind.RECONSIDERATION:
            return _reconsidered(session, file, vote, adopted=adopted)
        case VoteKind.PROPOSAL:
            return _decided(session, file, vote, adopted=adopted)
        case _:
            return NOTHING


def _decided(session: Session, file: ProposalFile, vote: Vote, *, adopted: bool) -> Foreseen:
    made = file.decision
    if all(one.key != vote.key for one in file.votes):
        return (Consequence.OVERTAKEN,), None
    if made is None:
        return ((Consequence.MADE,) if adopted else ()), None
    if adopted or made.vote != vote.key:
        return NOTHING
    check_nothing_built_on(session, made)
    return (Consequence.TAKEN_OUT,), made


def _reconsidered(session: Session, file: ProposalFile, vote: Vote, *, adopted: bool) -> Foreseen:
    if vote.closed_at is None or overtaken(session, file, vote.closed_at):
        return (Consequence.OVERTAKEN,), None
    if not adopted:
        stands = stands_again(session, file, vote.closed_at) is not None
        return (Consequence.STANDS_AGAIN if stands else Consequence.NOT_CONSIDERED,), None
    if file.decision is None:
        return (Consequence.CONSIDERED_AGAIN,), None
    check_nothing_built_on(session, file.decision)
    return (Consequence.CONSIDERED_AGAIN, Consequence.TAKEN_OUT), file.decision
