"""Numbers of decisions that are none any more: no other decision gets one, and why it is so is told (R14, R26, R27)."""

from enum import StrEnum

from nmirf_desktop.domain.decisions_gone import DecisionGone
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.vote_corrections import corrected_record
from nmirf_desktop.domain.voting import Outcome, Vote


class WhyGone(StrEnum):
    """Why a number belongs to no decision."""

    CORRECTED = "corrected"
    RECONSIDERED = "reconsidered"
    MISTAKEN = "mistaken"


def turned(facts: RecordedMeeting, vote: Vote) -> bool:
    """(silent; part E) R27: whether what was announced as adopted is not, by the corrected record."""
    found = corrected_record(vote, facts.voted(vote), facts.totals_corrections)
    if found is None:
        return False
    both = found.results
    return both.announced.outcome is Outcome.ADOPTED and both.right.outcome is not Outcome.ADOPTED


def turned_votes(facts: RecordedMeeting, proposal: Key) -> tuple[Vote, ...]:
    """The votes on a proposal that by their corrected records did not adopt it."""
    voted = (one for one in facts.votes if one.on == proposal and one.closed_at is not None)
    return tuple(one for one in voted if turned(facts, one))


def considered_again(facts: RecordedMeeting, proposal: Key) -> DecisionGone | None:
    """(silent; GA 81/123) R26: a decision as it stood until the meeting considered it again; the last one.

    It is ``None`` where none was taken out, or the last one by the corrected record of its vote.
    """
    gone = max(
        (one for one in facts.decisions_gone if one.proposal == proposal),
        key=lambda one: (one.gone_at, one.key),
        default=None,
    )
    corrected = {one.key for one in turned_votes(facts, proposal)}
    return None if gone is None or gone.vote in corrected else gone


def why_gone(facts: RecordedMeeting, proposal: Key) -> WhyGone:
    """Why the number that a proposal had as a decision is used no more."""
    if considered_again(facts, proposal) is not None:
        return WhyGone.RECONSIDERED
    return WhyGone.CORRECTED if turned_votes(facts, proposal) else WhyGone.MISTAKEN
