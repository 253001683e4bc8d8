"""What a record that is put right after the announcement takes with it: the decision and the text (R27)."""

from collections.abc import Collection

from nmirf_desktop.domain.corrections import Correction
from nmirf_desktop.domain.states import State
from nmirf_desktop.domain.tally import footnotes, outcome_in_force, result
from nmirf_desktop.domain.voting import Answer, Position, Vote, VoteKind
from nmirf_desktop.services.changed_texts import follow_text
from nmirf_desktop.services.foreseen import NOTHING, foreseen
from nmirf_desktop.services.proposals import follow
from nmirf_desktop.storage.minutes import approved
from nmirf_desktop.storage.session import Session

Record = tuple[Vote, Collection[Position]]
"""A vote and what was written of it."""


def turn(session: Session, before: Record, now: Record) -> None:
    """Take decision and text with the record of a closed vote, where its outcome turned.

    Raises:
        Refusal: the Committee rests on the decision that would go, or a vote on the proposal is going on.
    """
    if outcome_in_force(*before) is not outcome_in_force(*now):
        follow(session, *now)
        follow_text(session, *now)


def warned(session: Session, before: Record, now: Record, intended: tuple[State, Answer] | None = None) -> Correction:
    """What putting a record right would do, for the eyes of whoever is about to do it. Raises ``Refusal`` as it would.

    *intended* is what a delegation had meant, where that alone would be noted; it is nothing where only an earlier
    note goes.
    """
    vote = now[0]
    stood, stands = (footnotes(positions, one.closed_at) for one, positions in (before, now))
    goes = any(one not in stands for one in stood)
    if goes and all(one in stood for one in stands):
        intended = None
    in_force = outcome_in_force(*before), outcome_in_force(*now)
    follows, decision = foreseen(session, vote, in_force[1]) if in_force[0] is not in_force[1] else NOTHING
    return Correction(
        before=result(*before), after=result(*now), in_force=in_force, intended=intended,
        follows=follows, decision=decision,
        approved=approved(session, vote.meeting), footnote_goes=goes, of_part=vote.kind is VoteKind.PART,
    )  # fmt: skip
