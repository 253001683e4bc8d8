"""The totals of a vote without names, put right after the announcement: what was announced is kept (R27 and part E)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nmirf_desktop.domain.election_checks import check_reason
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.secret_ballots import NO_PAPERS, Papers, check_counted
from nmirf_desktop.domain.tally import count_hands
from nmirf_desktop.domain.voting import HandCount, Method, Vote
from nmirf_desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Totals:
    """What was counted: *hands*, and of a secret ballot how many *papers* went out, came back and are invalid."""

    hands: HandCount
    papers: Papers | None = None


@dataclass(frozen=True, slots=True)
class TotalsCorrection:
    """What a closed vote without names said *before* it was put right at a moment, with the *reason*.

    The first of a vote has what the Chair announced; what is right stands in the next one, or in the vote itself.
    """

    key: Key
    vote: Key
    at: datetime.datetime
    reason: str
    before_hands: HandCount
    before_papers: Papers | None = None


def in_turn(vote: Vote, corrections: Iterable[TotalsCorrection]) -> tuple[TotalsCorrection, ...]:
    """The corrections of a vote in the order in which they were made."""
    return tuple(sorted((one for one in corrections if one.vote == vote.key), key=lambda one: (one.at, one.key)))


def as_it_was(vote: Vote, correction: TotalsCorrection) -> Vote:
    """A vote as its record read before a correction."""
    return replace(vote, hands=correction.before_hands, papers=correction.before_papers)


def as_announced(vote: Vote, corrections: Iterable[TotalsCorrection]) -> Vote:
    """(silent; part E) R27: a vote as the Chair announced it, before its totals were put right."""
    own = in_turn(vote, corrections)
    return as_it_was(vote, own[0]) if own else vote


def corrected(vote: Vote, right: Totals, reason: str) -> Vote:
    """(silent; part E) R27: a vote with its totals put right. Who received or returned a paper stays as it was marked.

    Raises:
        Refusal: it has names, it was not announced yet, or the numbers are impossible.
        Problem: the reason is missing, or the numbers of papers cannot all be true.
    """
    if vote.method.named or vote.closed_at is None:
        raise Refusal(
            N_("Totals are put right in an announced vote without names; until then they are counted again."),
            section="R27",
        )
    check_reason(reason)
    hands = right.hands
    count_hands(hands, len(vote.entitled))
    if vote.method is not Method.SECRET_BALLOT:
        return replace(vote, hands=hands)
    held = vote.papers or NO_PAPERS
    new = right.papers or held
    papers = replace(new, received=held.received, returned_by=held.returned_by, unable=held.unable)
    check_counted(papers, hands.in_favour + hands.against + hands.abstaining, vote.entitled)
    return replace(vote, hands=hands, papers=vote.papers if papers == held else papers)
