"""Elections: the candidates, the ballots one after the other with their papers and totals, and what was put right.

Nothing here knows who voted for whom. A ballot has totals; who received a paper and who returned one may be ticked,
and that is all that is known of a voter.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nmirf_desktop.domain.periods import Key, StateCode
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.states import RegionalGroup
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_

COMMITTEE_TITLE = N_("Election of the Executive Committee")
"""What the election of the Committee is called where nobody calls it otherwise."""


class Body(StrEnum):
    """What is filled: seats of the Executive Committee, whose composition is watched (R28, R29, R33), or another."""

    COMMITTEE = "committee"
    OTHER = "other"


class Majority(StrEnum):
    """How many votes elect: more than half of the members voting; another only where the meeting decides so (R35)."""

    SIMPLE = "simple"
    TWO_THIRDS = "two_thirds"
    OF_MEMBERS = "of_members"


class BallotKind(StrEnum):
    """Whom one may vote for: all who stand, those with most votes, or the tied for the last seat or place on a list."""

    OPEN = "open"
    RESTRICTED = "restricted"
    TIED_FOR_SEAT = "tied_for_seat"
    TIED_FOR_LIST = "tied_for_list"

    @property
    def special(self) -> bool:
        """Whether it only decides between the tied: most votes are enough."""
        return self in (BallotKind.TIED_FOR_SEAT, BallotKind.TIED_FOR_LIST)

    @property
    def open_to_all(self) -> bool:
        """Whether all who stand may be voted for."""
        return self is BallotKind.OPEN


BODY_LABELS = {Body.COMMITTEE: N_("Executive Committee"), Body.OTHER: N_("Another office")}
MAJORITY_LABELS = {
    Majority.SIMPLE: N_("more than half of the members voting"),
    Majority.TWO_THIRDS: N_("two thirds of the members voting"),
    Majority.OF_MEMBERS: N_("more than half of the members entitled"),
}
KIND_LABELS = {
    BallotKind.OPEN: N_("Unrestricted ballot"),
    BallotKind.RESTRICTED: N_("Restricted ballot"),
    BallotKind.TIED_FOR_SEAT: N_("Special ballot among the tied, for the last seat"),
    BallotKind.TIED_FOR_LIST: N_("Special ballot among the tied, for the last place on the list"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """What the tellers counted: papers without a name (abstentions), and the votes in the order of the candidates."""

    abstentions: int
    votes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Election:
    """Seats filled by the members that were entitled at its opening (R35; GA 92–94).

    *call* is the call for candidatures from which it came, *group* the regional group whose seats they are.
    *acclaimed* were elected without a ballot (*on_slate*: as a slate that was agreed); *stopped_at* with its *reason*
    is when the meeting broke it off. A *reason* alone is why an acclamation that was recorded by mistake was reopened.
    """

    key: Key
    meeting: Key
    item: Key
    title: Trilingual
    body: Body
    seats: int
    opened_at: datetime.datetime
    entitled: tuple[StateCode, ...]
    majority: Majority = Majority.SIMPLE
    group: RegionalGroup | None = None
    call: Key | None = None
    acclaimed: tuple[Key, ...] = ()
    acclaimed_at: datetime.datetime | None = None
    on_slate: bool = False
    stopped_at: datetime.datetime | None = None
    reason: str = ""

    @property
    def reopened(self) -> bool:
        """Whether an acclamation was put right; once the meeting broke it off, the reason of that alone is known."""
        return bool(self.reason) and self.stopped_at is None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A State that stands, or a person by *name* whom it presents; *position* orders them as they were entered."""

    key: Key
    election: Key
    position: int
    state: StateCode
    name: str = ""
    withdrawn_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class ElectionBallot:
    """One round of voting: for how many *places*, among which *candidates*, frozen at its opening.

    *declared* are those whom the Chair declared elected where these are not those of the numbers, with *divergence*
    as the reason. *lot* is the order in which the tied were drawn; *lot_seed* is empty where it was drawn in the room.
    """

    key: Key
    election: Key
    number: int
    kind: BallotKind
    places: int
    candidates: tuple[Key, ...]
    opened_at: datetime.datetime
    papers: Papers | None = None
    count: Count | None = None
    closed_at: datetime.datetime | None = None
    declared: tuple[Key, ...] = ()
    divergence: str = ""
    lot: tuple[Key, ...] = ()
    lot_seed: str = ""
    lot_at: datetime.datetime | None = None

    @property
    def votes(self) -> Mapping[Key, int]:
        """The votes of each candidate; none before the count."""
        return dict(zip(self.candidates, self.count.votes, strict=True)) if self.count is not None else {}

    @property
    def voting(self) -> int:
        """The members voting: the papers returned that are neither invalid nor without a name."""
        if self.papers is None or self.count is None:
            return 0
        return self.papers.returned - self.papers.invalid - self.count.abstentions


@dataclass(frozen=True, slots=True)
class BallotCorrection:
    """What a closed ballot said *before* it was put right, with the *reason*: what the Chair had announced is kept."""

    key: Key
    ballot: Key
    at: datetime.datetime
    reason: str
    before_papers: Papers
    before_count: Count


@dataclass(frozen=True, slots=True)
class Reopening:
    """(silent; part E) R27: an acclamation that was announced and put right *at* a moment, as the journal has it.

    *announced* are those whom the Chair had announced as elected at *announced_at*; one that was struck out since is
    among them.
    """

    election: Key
    at: datetime.datetime
    reason: str
    announced: tuple[Candidate, ...]
    announced_at: datetime.datetime | None = None


def as_announced(ballot: ElectionBallot, corrections: tuple[BallotCorrection, ...]) -> ElectionBallot:
    """(silent; part E) R27: a ballot as the Chair announced it, before its record was put right."""
    own = sorted((one for one in corrections if one.ballot == ballot.key), key=lambda one: (one.at, one.key))
    return replace(ballot, papers=own[0].before_papers, count=own[0].before_count) if own else ballot
