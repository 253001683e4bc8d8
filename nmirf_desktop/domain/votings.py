"""(silent; GA 88/128) R25: what voting there is in a meeting, its votes and the ballots of its elections."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.elections import Election, ElectionBallot
from nmirf_desktop.domain.meetings import Sitting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.sittings import SittingPause
from nmirf_desktop.domain.voting import Vote
from nmirf_desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Voting:
    """A vote, or a ballot of an election of the *meeting*; *until* it was announced, ``None`` while it is open.

    A vote that was broken off is over, and so is a ballot that was open when its election was.
    """

    of: Vote | ElectionBallot
    meeting: Key
    opened_at: datetime.datetime
    until: datetime.datetime | None

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.until is None


def votings(
    votes: Iterable[Vote], elections: Iterable[Election], ballots: Iterable[ElectionBallot]
) -> tuple[Voting, ...]:
    """All voting there is in the order in which it was opened; *ballots* of other elections are left out."""
    held = {one.key: one for one in elections}
    found = [Voting(one, one.meeting, one.opened_at, one.closed_at or one.stopped_at) for one in votes]
    for ballot in ballots:
        election = held.get(ballot.election)
        if election is not None:
            found.append(Voting(ballot, election.meeting, ballot.opened_at, ballot.closed_at or election.stopped_at))
    return tuple(sorted(found, key=lambda one: (one.opened_at, one.of.key)))


def announced_outside(vote: Vote, sittings: Iterable[Sitting]) -> bool:
    """Whether a result was announced while none of the meeting's *sittings* was open.

    Where none was ever opened, the register does not tell.
    """
    return vote.closed_at is not None and outside(vote.closed_at, sittings)


def outside(at: datetime.datetime, sittings: Iterable[Sitting]) -> bool:
    """Whether a moment was in none of the *sittings* that were opened; false where none was ever opened."""
    held = [(one.opened_at, one.closed_at) for one in sittings if one.opened_at is not None]
    return bool(held) and not any(opened <= at and (closed is None or at <= closed) for opened, closed in held)


def suspended(at: datetime.datetime, pauses: Iterable[SittingPause], sittings: Iterable[Sitting]) -> bool:
    """Whether a moment was in one of the *pauses*; one in which its sitting rose lasts until then."""
    rose = {one.key: one.closed_at for one in sittings}
    ends = ((one.suspended_at, one.resumed_at or rose.get(one.sitting)) for one in pauses)
    return any(begun < at and (over is None or at < over) for begun, over in ends)


def check_none_open(known: Iterable[Voting]) -> None:
    """(silent; GA 88/128) R25: voting is not interrupted; a second one waits until the first is announced.

    Raises:
        Refusal: one of those *known*, of the same meeting, is still open.
    """
    going_on = next((one for one in known if one.open), None)
    if going_on is None:
        return
    if isinstance(going_on.of, Vote):
        raise Refusal(
            N_("Another vote is still open: announce its result first, or break it off (Ctrl+Shift+B)."), section="R25"
        )
    raise Refusal(N_("A ballot of an election is still open: close it first (Ctrl+F8)."), section="R25")


def check_may_rise(known: Iterable[Voting]) -> None:
    """(silent; GA 88/128) R25: a sitting rises after the voting, which is announced or broken off before.

    Raises:
        Refusal: one of those *known*, of the same meeting, is still open.
    """
    going_on = next((one for one in known if one.open), None)
    if going_on is None:
        return
    if isinstance(going_on.of, Vote):
        raise Refusal(
            N_(
                "A vote is still open, so that the sitting was not closed: go back to the vote (F8) and announce its"
                " result, or break it off (Ctrl+Shift+B)."
            ),
            section="R25",
        )
    raise Refusal(
        N_(
            "A ballot of an election is still open, so that the sitting was not closed: go back to it (Ctrl+F8), and"
            " announce its result or break the election off."
        ),
        section="R25",
    )
