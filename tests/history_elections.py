"""An election in the room: two Vice-Chairs in two ballots, one of which was put right afterwards."""

from dataclasses import replace

from nmirf_desktop.domain.casting import roll_call_order
from nmirf_desktop.domain.elections import (
    BallotCorrection,
    BallotKind,
    Body,
    Candidate,
    Count,
    Election,
    ElectionBallot,
)
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.storage.elections import BALLOTS, CANDIDATES, CORRECTIONS, ELECTIONS
from tests.history_members import MEMBER
from tests.history_room import Room
from tests.history_told import Told, said

VICE_CHAIRS = said(
    "Election of two Vice-Chairs", "Élection de deux vice-présidences", "Elección de dos Vicepresidencias"
)


def elect(told: Told, room: Room) -> None:
    """Three stand: the first is elected at once, the second in a ballot restricted to the two others."""
    meeting, day = room.meeting, room.meeting.opens_on
    states = told.on(day)
    order = roll_call_order([states[code] for code in told.of_kind(MEMBER, day)])
    if len(order) < 3:
        return
    election = Election(
        told.key(room.now), meeting.key, room.items[0].key, VICE_CHAIRS, Body.OTHER, 2, room.tick(60), order
    )
    stand = [Candidate(told.key(room.now), election.key, place, code) for place, code in enumerate(order[:3])]
    told.act(room.now, "open an election", [(ELECTIONS, election), *((CANDIDATES, one) for one in stand)])
    number = len(order)
    first, second, third = (one.key for one in stand)
    half = (number + 1) // 2
    _ballot(told, room, election, BallotKind.OPEN, {first: number, second: number - half, third: half - 1})
    kept = _ballot(told, room, election, BallotKind.RESTRICTED, {second: number - 1, third: 1})
    assert kept.count is not None
    assert kept.papers is not None
    right = replace(kept, count=Count(1, (number - 1, 0)))
    corrected = BallotCorrection(
        told.key(room.now), kept.key, room.tick(60), "A paper without a name was counted as a vote.",
        kept.papers, kept.count,
    )  # fmt: skip
    told.act(room.now, "correct a closed ballot", [(CORRECTIONS, corrected), (BALLOTS, right)])


def _ballot(told: Told, room: Room, election: Election, kind: BallotKind, votes: dict[str, int]) -> ElectionBallot:
    """A ballot in which all members return a paper."""
    number, places = len(election.entitled), 2 if kind is BallotKind.OPEN else 1
    names = tuple(key for key, given in votes.items() if given or kind is BallotKind.OPEN)
    ballot = ElectionBallot(
        told.key(room.now), election.key, 1 if kind is BallotKind.OPEN else 2, kind, places, names, room.tick(30)
    )
    told.act(room.now, "open a ballot", [(BALLOTS, ballot)])
    papers = Papers(number, number, 0, election.entitled, election.entitled, ())
    counted = replace(ballot, papers=papers, count=Count(0, tuple(votes[key] for key in names)))
    told.act(room.tick(300), "count the papers", [(BALLOTS, counted)])
    closed = replace(counted, closed_at=room.tick(30))
    told.act(room.now, "close a ballot", [(BALLOTS, closed)])
    return closed
