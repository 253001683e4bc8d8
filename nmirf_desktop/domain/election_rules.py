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

    *following* is ``None`` where nothing more can be done now; *over* says that nothing ever will be: the seats are
    filled, those who stood were elected by acclamation, or the meeting broke it off.
    """

    elected: tuple[Elected, ...]
    left: int
    following: NextBallot | Lot | None
    over: bool = False

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


@dataclass(frozen=True, slots=True)
class Settled:
    """What a ballot between the tied brought by its numbers: who is *on*, *tied* again for what is left, and *out*.

    On the restricted list, or on a seat; who withdrew before it was closed is none of them.
    """

    on: tuple[Key, ...]
    tied: tuple[Key, ...]
    out: tuple[Key, ...]


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


@dataclass(frozen=True, slots=True)
class _Round:
    """A closed ballot, and who stood when it was closed, when its lot was drawn, and when the next one was opened.

    *drawn* and *stand* are those who stand now, where no lot was drawn and no ballot opened since.
    """

    ballot: ElectionBallot
    stood: tuple[Key, ...]
    drawn: tuple[Key, ...]
    stand: tuple[Key, ...]


@dataclass
class _Course:
    """The course of an election so far. *row* is how many ballots of *kind* in a row have elected nobody.

    *ordinary* is the last ballot that was none between the tied: its votes make the lists.
    """

    election: Election
    left: int
    elected: list[Elected] = field(default_factory=list)
    kind: BallotKind = BallotKind.OPEN
    row: int = 0
    ordinary: _Round | None = None
    listed: tuple[Key, ...] = ()
    following: NextBallot | Lot | None = None

    def elect(self, keys: Iterable[Key], how: How, ballot: int) -> None:
        found = tuple(Elected(key, how, ballot) for key in keys)
        self.elected += found
        self.left -= len(found)


def standing(election: Election, candidates: Collection[Candidate], ballots: Iterable[ElectionBallot]) -> Standing:
    """(silent; GA 92–94, 103) R35: who is elected after the closed *ballots*, and what follows.

    Who withdrew before a ballot was closed, or its lot drawn, is not elected in it; who did before the next ballot was
    opened is not on its list. A ballot still open says nothing.
    """
    course = _Course(election, election.seats)
    closed = sorted((one for one in ballots if one.closed_at is not None), key=lambda one: one.number)
    ends = [one.opened_at for one in closed[1:]]
    _open(course, _standing_at(candidates, closed[0].opened_at if closed else None))
    for ballot, until in zip(closed, (*ends, None), strict=False):
        moments = (ballot.closed_at, ballot.lot_at or until, until)
        stood, drawn, stand = (_standing_at(candidates, at) for at in moments)
        _take(course, _Round(ballot, stood, drawn, stand))
    course.elect(election.acclaimed, How.SLATE if election.on_slate else How.ACCLAMATION, 0)
    over = not course.left or election.acclaimed_at is not None or election.stopped_at is not None
    return Standing(tuple(course.elected), course.left, None if over else course.following, over)


def settled(ballot: ElectionBallot, candidates: Iterable[Candidate]) -> Settled:
    """(silent; GA 94) R35: what a closed ballot between the tied brought, before any lot."""
    stood = _standing_at(candidates, ballot.closed_at)
    ranked = [key for key in by_votes(ballot) if key in stood]
    found = cut(ranked, ballot.votes, ballot.places)
    return Settled(found.sure, found.tied, tuple(key for key in ranked if key not in (*found.sure, *found.tied)))


def before(
    ballot: ElectionBallot, election: Election, candidates: Collection[Candidate], ballots: Iterable[ElectionBallot]
) -> NextBallot | Lot | None:
    """(silent) R35: what the rules asked for when a ballot was opened, after those before it."""
    return _asked(ballot.opened_at, election, candidates, [one for one in ballots if one.number < ballot.number])


def asked_after(
    ballot: ElectionBallot, election: Election, candidates: Collection[Candidate], ballots: Iterable[ElectionBallot]
) -> NextBallot | Lot | None:
    """(silent) R35: what the rules asked for once a ballot was closed, before its lot was drawn."""
    earlier = [one for one in ballots if one.number < ballot.number]
    counted = replace(ballot, lot=(), lot_seed="", lot_at=None)
    return _asked(ballot.lot_at or ballot.closed_at, election, candidates, [*earlier, counted])


def _asked(
    at: datetime.datetime | None,
    election: Election,
    candidates: Collection[Candidate],
    ballots: Iterable[ElectionBallot],
) -> NextBallot | Lot | None:
    """What follows from some ballots, with those who stood at a moment, however the election went on."""
    stood = [replace(one, withdrawn_at=None) if _stands(one, at) else one for one in candidates]
    still = replace(election, acclaimed=(), acclaimed_at=None, stopped_at=None)
    return standing(still, stood, ballots).following


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


def _take(course: _Course, one: _Round) -> None:
    """What one more closed ballot leads to: by its numbers, or as the Chair declared whatever they give."""
    take: Mapping[BallotKind, Callable[[_Course, _Round], None]] = {
        BallotKind.OPEN: _ordinary,
        BallotKind.RESTRICTED: _ordinary,
        BallotKind.TIED_FOR_SEAT: _for_seat,
        BallotKind.TIED_FOR_LIST: _for_list,
    }
    ballot, before_it = one.ballot, course.left
    course.following = None
    last = course.ordinary
    course.ordinary = replace(last, stand=one.stand) if ballot.kind.special and last is not None else one
    if ballot.divergence:
        course.elect(ballot.declared, How.DECLARED, ballot.number)
    else:
        take[ballot.kind](course, one)
    _reckon(course, ballot, elected=course.left < before_it)
    if course.left and course.following is None:
        _after(course, course.ordinary)


def _reckon(course: _Course, ballot: ElectionBallot, *, elected: bool) -> None:
    """How many ballots of a kind in a row have elected nobody; those between the tied and the first are none."""
    if elected:
        course.row = 0
    elif not ballot.kind.special and ballot.number > 1:
        course.row = course.row + 1 if course.kind is ballot.kind else 1
    if not ballot.kind.special:
        course.kind = ballot.kind


def _ordinary(course: _Course, one: _Round) -> None:
    """Those with a majority, in order of votes; where they are too many and equal, a special ballot decides."""
    ballot, votes = one.ballot, one.ballot.votes
    need = required(ballot, course.election.majority, len(course.election.entitled))
    found = cut([key for key in by_votes(ballot) if votes[key] >= need and key in one.stood], votes, course.left)
    course.elect(found.sure, How.MAJORITY, ballot.number)
    tied = tuple(key for key in found.tied if key in one.stand)
    if len(tied) > course.left:
        course.following = NextBallot(BallotKind.TIED_FOR_SEAT, tied, course.left)
        return
    course.elect(tied, How.MAJORITY, ballot.number)
    if course.left and _equal(course, one):
        _draw(course, one, Cut((), ballot.candidates), How.LOT)


def _equal(course: _Course, one: _Round) -> bool:
    """GA 93: one seat, two names, a simple majority and equal votes: the Chair draws lots between the two."""
    ballot = one.ballot
    alone = course.election.seats == 1 and course.election.majority is Majority.SIMPLE
    two = len(ballot.candidates) == TWO and set(ballot.candidates) <= set(one.drawn)
    return ballot.kind is BallotKind.RESTRICTED and alone and two and len(set(ballot.votes.values())) == 1


def _draw(course: _Course, one: _Round, found: Cut, how: How) -> None:
    """The lot gives the seats left to the tied who still stand, or is still to be drawn; who has one without is *how*.

    Where no more of them stand than seats are left, nothing is drawn.
    """
    ballot, tied = one.ballot, tuple(key for key in found.tied if key in one.drawn)
    if len(tied) <= course.left:
        course.elect(tied, how, ballot.number)
    elif ballot.lot:
        course.elect([key for key in ballot.lot if key in tied][: course.left], How.LOT, ballot.number)
    else:
        course.following = Lot(ballot.number, tied, course.left)


def _after(course: _Course, one: _Round) -> None:
    """GA 93, 94: the next ballot is restricted, but for three after each three restricted ones that elect nobody.

    The first ballot of an election is none of the three. *one* is the last ballot that was none between the tied.
    """
    restricted, turns = course.kind is BallotKind.RESTRICTED, course.row >= IN_A_ROW
    if not course.row or restricted is not turns:
        _restrict(course, one)
    else:
        _open(course, one.stand)


def _restrict(course: _Course, one: _Round) -> None:
    """The list of those with most votes, at most twice the seats left; who obtained none is never on it."""
    elected = {own.candidate for own in course.elected}
    votes = one.ballot.votes
    ranked = [key for key in by_votes(one.ballot) if votes[key] and key in one.stand and key not in elected]
    places = TWICE * course.left
    found = cut(ranked, votes, places)
    if not ranked:
        _open(course, one.stand)
    elif found.tied:
        course.listed = found.sure
        course.following = NextBallot(BallotKind.TIED_FOR_LIST, found.tied, found.over(places))
    else:
        course.following = NextBallot(BallotKind.RESTRICTED, found.sure, course.left)


def _for_seat(course: _Course, one: _Round) -> None:
    """Who has most votes of the tied is elected: each had the majority before. Tied again, the Chair draws lots."""
    ballot = one.ballot
    stood = [key for key in by_votes(ballot) if key in one.stood]
    found = cut(stood, ballot.votes, ballot.places)
    course.elect(found.sure, How.SPECIAL_BALLOT, ballot.number)
    if found.tied:
        _draw(course, one, found, How.SPECIAL_BALLOT)


def _for_list(course: _Course, one: _Round) -> None:
    """Who has most votes of the tied is on the restricted list. Tied again, the Chair draws lots."""
    ballot = one.ballot
    found = cut([key for key in by_votes(ballot) if key in one.stood], ballot.votes, ballot.places)
    over, tied = found.over(ballot.places), tuple(key for key in found.tied if key in one.drawn)
    if len(tied) > over and not ballot.lot:
        course.following = Lot(ballot.number, tied, over)
        return
    drawn = ballot.lot[:over] if ballot.lot else tied
    names = tuple(key for key in (*course.listed, *found.sure, *drawn) if key in one.stand)
    course.following = NextBallot(BallotKind.RESTRICTED, names, course.left) if names else None
