"""What a ballot of an election leads to: who is elected, and who may be voted for in the next one (R35; GA 92–94).

All follows from the closed ballots in their order, so that it is computed anew from the rows, never stored.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nmirf_desktop.domain.elections import BallotKind, Candidate, Election, ElectionBallot, Majority
from nmirf_desktop.domain.periods import Key

TWO = 2
"""How many names the second ballot for one seat has."""
TWICE = 2
"""How many names a restricted ballot has at most for each seat left."""
IN_A_ROW = 3
"""After so many ballots of a kind in a row that elect nobody, the next ones are of the other kind."""


class How(StrEnum):
    """By what a candidate is elected."""

    MAJORITY = "majority"
    SPECIAL_BALLOT = "special_ballot"
    LOT = "lot"
    DECLARED = "declared"
    ACCLAMATION = "acclamation"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class Elected:
    """A candidate who is elected, by what, and in which ballot; 0 without one."""

    candidate: Key
    how: How
    ballot: int = 0


@dataclass(frozen=True, slots=True)
class NextBallot:
    """The ballot to be taken: among whom, and for how many places."""

    kind: BallotKind
    candidates: tuple[Key, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Lot:
    """The Chair draws *places* of the *tied* in the ballot of that number."""

    ballot: int
    tied: tuple[Key, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How an election stands: who is elected in order, how many seats are left, and what comes next.

    *following* is ``None`` once nothing more is to be done.
    """

    elected: tuple[Elected, ...]
    left: int
    following: NextBallot | Lot | None

    @property
    def keys(self) -> tuple[Key, ...]:
        """The candidates elected, in order."""
        return tuple(one.candidate for one in self.elected)


def required(ballot: ElectionBallot, majority: Majority, entitled: int) -> int:
    """(silent; GA 92–94) R35: how many votes elect in a ballot; abstentions and invalid papers do not count."""
    match majority:
        case Majority.SIMPLE:
            return ballot.voting // 2 + 1
        case Majority.TWO_THIRDS:
            return max(1, -(-2 * ballot.voting // 3))
        case Majority.OF_MEMBERS:
            return entitled // 2 + 1


def by_votes(ballot: ElectionBallot) -> tuple[Key, ...]:
    """The candidates of a ballot, the greatest number of votes first, else in their order."""
    votes = ballot.votes
    return tuple(sorted(ballot.candidates, key=lambda one: -votes.get(one, 0)))


@dataclass(frozen=True, slots=True)
class Cut:
    """The first places of a ranking: who has one for *sure*, and who is *tied* for those that are left over."""

    sure: tuple[Key, ...]
    tied: tuple[Key, ...] = ()

    def over(self, places: int) -> int:
        """How many places are left to the tied."""
        return places - len(self.sure)


def cut(ranked: Sequence[Key], votes: Mapping[Key, int], places: int) -> Cut:
    """Who is among the first *places* of candidates *ranked* by their votes; equal votes across the edge are a tie."""
    if len(ranked) <= places:
        return Cut(tuple(ranked))
    if not places:
        return Cut(())
    edge = votes[ranked[places - 1]]
    if votes[ranked[places]] < edge:
        return Cut(tuple(ranked[:places]))
    return Cut(tuple(one for one in ranked if votes[one] > edge), tuple(one for one in ranked if votes[one] == edge))


@dataclass
class _Course:
    """The course of an election so far. *row* is how many ballots of *kind* in a row have elected nobody."""

    election: Election
    left: int
    elected: list[Elected] = field(default_factory=list)
    kind: BallotKind = BallotKind.OPEN
    row: int = 0
    listed: tuple[Key, ...] = ()
    following: NextBallot | Lot | None = None

    def elect(self, keys: Iterable[Key], how: How, ballot: int) -> None:
        found = tuple(Elected(key, how, ballot) for key in keys)
        self.elected += found
        self.left -= len(found)


def standing(election: Election, candidates: Collection[Candidate], ballots: Iterable[ElectionBallot]) -> Standing:
    """(silent; GA 92–94, 103) R35: who is elected after the closed *ballots*, and what follows.

    A candidate who withdrew before the next ballot was opened is not on its list. A ballot still open says nothing.
    """
    course = _Course(election, election.seats)
    closed = sorted((one for one in ballots if one.closed_at is not None), key=lambda one: one.number)
    ends = [one.opened_at for one in closed[1:]]
    _open(course, _standing_at(candidates, closed[0].opened_at if closed else None))
    for ballot, until in zip(closed, (*ends, None), strict=False):
        _take(course, ballot, _standing_at(candidates, until))
    course.elect(election.acclaimed, How.SLATE if election.on_slate else How.ACCLAMATION, 0)
    over = not course.left or election.acclaimed_at is not None or election.stopped_at is not None
    return Standing(tuple(course.elected), course.left, None if over else course.following)


def before(
    ballot: ElectionBallot, election: Election, candidates: Collection[Candidate], ballots: Iterable[ElectionBallot]
) -> NextBallot | Lot | None:
    """(silent) R35: what the rules asked for when a ballot was opened, after those before it."""
    at = ballot.opened_at
    earlier = [one for one in ballots if one.number < ballot.number]
    stood = [replace(one, withdrawn_at=None) if _stands(one, at) else one for one in candidates]
    still = replace(election, acclaimed=(), acclaimed_at=None, stopped_at=None)
    return standing(still, stood, earlier).following


def _stands(candidate: Candidate, at: datetime.datetime | None) -> bool:
    return candidate.withdrawn_at is None or (at is not None and candidate.withdrawn_at > at)


def _standing_at(candidates: Iterable[Candidate], at: datetime.datetime | None) -> tuple[Key, ...]:
    """Who stands at a moment, without one now, in their order."""
    ordered = sorted(candidates, key=lambda one: one.position)
    return tuple(one.key for one in ordered if _stands(one, at))


def _open(course: _Course, stand: Collection[Key]) -> None:
    """An unrestricted ballot follows, among all who stand and are not elected; nothing where nobody does."""
    elected = {one.candidate for one in course.elected}
    names = tuple(key for key in stand if key not in elected)
    course.following = NextBallot(BallotKind.OPEN, names, course.left) if names else None


def _take(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> None:
    """What one more closed ballot leads to."""
    take: Mapping[BallotKind, Callable[[_Course, ElectionBallot, Collection[Key]], None]] = {
        BallotKind.OPEN: _ordinary,
        BallotKind.RESTRICTED: _ordinary,
        BallotKind.TIED_FOR_SEAT: _for_seat,
        BallotKind.TIED_FOR_LIST: _for_list,
    }
    course.following = None
    take[ballot.kind](course, ballot, stand)


def _ordinary(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> None:
    before_it = course.left
    if ballot.divergence:
        course.elect(ballot.declared, How.DECLARED, ballot.number)
    else:
        _by_majority(course, ballot, stand)
    if course.left < before_it:
        course.row = 0
    elif ballot.number > 1:
        course.row = course.row + 1 if course.kind is ballot.kind else 1
    course.kind = ballot.kind
    if course.left and course.following is None and not _drawn(course, ballot, stand):
        _after(course, ballot, stand)


def _by_majority(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> None:
    """Those with a majority, in order of votes; where they are too many and equal, a special ballot decides."""
    votes, need = ballot.votes, required(ballot, course.election.majority, len(course.election.entitled))
    found = cut([one for one in by_votes(ballot) if votes[one] >= need], votes, course.left)
    course.elect(found.sure, How.MAJORITY, ballot.number)
    tied = tuple(one for one in found.tied if one in stand)
    if len(tied) > course.left:
        course.following = NextBallot(BallotKind.TIED_FOR_SEAT, tied, course.left)
    else:
        course.elect(tied, How.MAJORITY, ballot.number)


def _drawn(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> bool:
    """GA 93: one seat, two names, a simple majority and equal votes: the Chair draws lots between the two."""
    votes = set(ballot.votes.values())
    alone = course.election.seats == 1 and course.election.majority is Majority.SIMPLE
    two = (
        ballot.kind is BallotKind.RESTRICTED and len(ballot.candidates) == TWO and set(ballot.candidates) <= set(stand)
    )
    if ballot.kind is not BallotKind.RESTRICTED or not (alone and two) or len(votes) > 1 or ballot.divergence:
        return False
    _draw(course, ballot, ballot.candidates, 1)
    return True


def _draw(course: _Course, ballot: ElectionBallot, tied: tuple[Key, ...], places: int) -> None:
    """The lot gives seats to the tied, or is still to be drawn."""
    if ballot.lot:
        course.elect(ballot.lot[:places], How.LOT, ballot.number)
    else:
        course.following = Lot(ballot.number, tied, places)


def _after(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> None:
    """GA 93, 94: the next ballot is restricted, but for three after each three restricted ones that elect nobody.

    The first ballot of an election is none of the three.
    """
    restricted, turns = ballot.kind is BallotKind.RESTRICTED, course.row >= IN_A_ROW
    if not course.row or restricted is not turns:
        _restrict(course, ballot, stand)
    else:
        _open(course, stand)


def _restrict(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> None:
    """The list of those with most votes, at most twice the seats left; who obtained none is never on it."""
    elected = {one.candidate for one in course.elected}
    votes = ballot.votes
    ranked = [one for one in by_votes(ballot) if votes[one] and one in stand and one not in elected]
    places = TWICE * course.left
    found = cut(ranked, votes, places)
    if not ranked:
        _open(course, stand)
    elif found.tied:
        course.listed = found.sure
        course.following = NextBallot(BallotKind.TIED_FOR_LIST, found.tied, found.over(places))
    else:
        course.following = NextBallot(BallotKind.RESTRICTED, found.sure, course.left)


def _for_seat(course: _Course, ballot: ElectionBallot, _stand: Collection[Key]) -> None:
    """Who has most votes of the tied is elected: each had the majority before. Tied again, the Chair draws lots."""
    if ballot.divergence:
        course.elect(ballot.declared, How.DECLARED, ballot.number)
        return
    found = cut(by_votes(ballot), ballot.votes, ballot.places)
    course.elect(found.sure, How.SPECIAL_BALLOT, ballot.number)
    if found.tied:
        _draw(course, ballot, found.tied, found.over(ballot.places))


def _for_list(course: _Course, ballot: ElectionBallot, stand: Collection[Key]) -> None:
    """Who has most votes of the tied is on the restricted list. Tied again, the Chair draws lots."""
    found = cut(by_votes(ballot), ballot.votes, ballot.places)
    over = found.over(ballot.places)
    if found.tied and not ballot.lot:
        course.following = Lot(ballot.number, found.tied, over)
        return
    names = (*course.listed, *found.sure, *ballot.lot[:over])
    course.following = NextBallot(BallotKind.RESTRICTED, tuple(one for one in names if one in stand), course.left)
