"""Short ways to state an election in tests: who stands, and what each ballot brought."""

import datetime
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from nmirf_desktop.domain.election_rules import Lot, NextBallot, Standing, standing
from nmirf_desktop.domain.elections import (
    BallotKind,
    Body,
    Candidate,
    Count,
    Election,
    ElectionBallot,
    Majority,
)
from nmirf_desktop.domain.lots import drawn
from nmirf_desktop.domain.secret_ballots import Papers
from tests.domain.facts import OPENING

BEGAN = datetime.datetime(2027, 1, 26, 10, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
PAPERS, MOST = 8, 7
"""How many papers and ballots an invented election has."""
Box = Sequence[int]
"""The papers of a ballot, each with the place of the first name that it marks; one behind the last marks none."""
CONTESTS = ((1, 2), (1, 3), (1, 6), (2, 3), (2, 4), (2, 6), (3, 4), (3, 6))
"""Seats, and more candidates than there are."""


def boxes_of(seed: int) -> list[Box]:
    """Boxes that are as often spread evenly as not: equal votes, ballots between the tied and lots are common."""
    chance = random.Random(seed)  # noqa: S311
    first = (chance.randrange(PAPERS) for _ in range(MOST))
    return [
        range(start, start + PAPERS) if chance.random() < 1 / 2 else chance.choices(range(PAPERS), k=PAPERS)
        for start in first
    ]


contests, boxes = st.sampled_from(CONTESTS), st.integers(0, 2**32).map(boxes_of)


def election(seats: int = 1, entitled: int = 40, majority: Majority = Majority.SIMPLE, **more: object) -> Election:
    """An election by so many members."""
    voters = tuple(f"V{place:02}" for place in range(entitled))
    held = Election("election", "meeting", "item", OPENING, Body.OTHER, seats, BEGAN, voters, majority)
    return replace(held, **more)  # type: ignore[arg-type]


def stand(*names: str) -> tuple[Candidate, ...]:
    """Candidates whose keys are their names."""
    return tuple(Candidate(name, "election", place, "PRY", name) for place, name in enumerate(names))


def papers(returned: int, invalid: int = 0) -> Papers:
    """So many papers that came back, of as many issued."""
    return Papers(returned, returned, invalid, (), (), ())


def ballot(
    number: int, kind: BallotKind, places: int, votes: Mapping[str, int],
    *, returned: int | None = None, invalid: int = 0, abstentions: int = 0,
) -> ElectionBallot:  # fmt: skip
    """A closed ballot; of one place, unless told otherwise, each paper returned has one name."""
    came = sum(votes.values()) + invalid + abstentions if returned is None else returned
    opened = BEGAN + 10 * number * MINUTE
    return ElectionBallot(
        f"ballot {number}", "election", number, kind, places, tuple(votes), opened, papers(came, invalid),
        Count(abstentions, tuple(votes.values())), opened + 5 * MINUTE,
    )  # fmt: skip


class Course:
    """An election that is held ballot by ballot, each as the rules ask for it."""

    def __init__(self, held: Election, *names: str) -> None:
        self.held, self.candidates = held, stand(*names)
        self.ballots: list[ElectionBallot] = []

    @property
    def now(self) -> Standing:
        return standing(self.held, self.candidates, self.ballots)

    @property
    def following(self) -> NextBallot:
        following = self.now.following
        assert isinstance(following, NextBallot), following
        return following

    @property
    def lot(self) -> Lot:
        following = self.now.following
        assert isinstance(following, Lot), following
        return following

    def vote(self, returned: int | None = None, invalid: int = 0, abstentions: int = 0, **votes: int) -> Standing:
        """The next ballot, with the votes of those on its list; who is not named has none."""
        asked = self.following
        assert set(votes) <= set(asked.candidates), asked
        given = {name: votes.get(name, 0) for name in asked.candidates}
        self.ballots.append(
            ballot(
                len(self.ballots) + 1,
                asked.kind,
                asked.places,
                given,
                returned=returned,
                invalid=invalid,
                abstentions=abstentions,
            )
        )
        return self.now

    def hold(self, drawn: Iterable[Box]) -> Iterator[Standing]:
        """The ballots that follow, each with a box, and each lot that is asked for: how it stands after each."""
        for box in drawn:
            if self.now.following is None:
                return
            yield self._voted(box)
            if isinstance(self.now.following, Lot):
                yield self.draw(str(len(self.ballots)))

    def _voted(self, box: Box) -> Standing:
        names, places = self.following.candidates, self.following.places
        votes: Counter[str] = Counter()
        blank = 0
        for paper in box:
            first = paper % (len(names) + 1)
            blank += first == len(names)
            if first < len(names):
                votes.update(names[(first + more) % len(names)] for more in range(min(places, len(names))))
        return self.vote(returned=len(box), abstentions=blank, **votes)

    def draw(self, seed: str = "seed") -> Standing:
        """The lot that is asked for, drawn by the program."""
        lot = self.lot
        place = lot.ballot - 1
        chosen = drawn(seed, lot.tied)[: lot.places]
        self.ballots[place] = replace(self.ballots[place], lot=chosen, lot_seed=seed, lot_at=BEGAN)
        return self.now
