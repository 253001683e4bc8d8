"""The totals of many votes at once, without a position in memory where no answer was changed or put right."""

from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.tally import DECIDED, Tally, result
from nmirf_desktop.domain.voting import Answer, Position, Vote
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.voting import POSITIONS, answered_once


def totals(session: Session, votes: Iterable[Vote]) -> dict[Key, Tally]:
    """*Decision-Making Procedure* (R14, R27): the totals of closed votes as they stand, as ``result`` counts them.

    Raises:
        Refusal: as :func:`..domain.tally.result`.
    """
    known = tuple(votes)
    once = answered_once(session, [vote.key for vote in known if vote.method.named])
    return {
        vote.key: _counted(vote, once[vote.key]) if vote.key in once else result(vote, _positions(session, vote))
        for vote in known
    }


def _positions(session: Session, vote: Vote) -> tuple[Position, ...]:
    return POSITIONS.all(session, vote=vote.key) if vote.method.named else ()


def _counted(vote: Vote, answers: Mapping[Answer, int]) -> Tally:
    decided = sum(answers[answer] for answer in DECIDED)
    return Tally(
        answers[Answer.IN_FAVOUR], answers[Answer.AGAINST], answers[Answer.ABSTAINING],
        answers[Answer.NOT_PARTICIPATING], len(vote.entitled) - decided, vote.majority,
    )  # fmt: skip
