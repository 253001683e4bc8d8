"""Closed votes and elections once more, step by step: from the rows, and of counts from the journal (part E)."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from nmirf_desktop.domain.corrected_totals import in_turn
from nmirf_desktop.domain.election_replay import ElectionReplay, election_steps
from nmirf_desktop.domain.meetings import local
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.replay import Count, Replay, steps
from nmirf_desktop.domain.secret_ballots import Papers
from nmirf_desktop.domain.tally import as_written
from nmirf_desktop.domain.voting import HandCount, Vote
from nmirf_desktop.services.elections import records_of
from nmirf_desktop.services.nominations import nominated_at
from nmirf_desktop.services.states import States
from nmirf_desktop.services.vote_practices import practice_of
from nmirf_desktop.storage.elections import BALLOTS, ELECTIONS
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.voting import POSITIONS, TOTALS_CORRECTIONS, VOTES

TOTALS = ("hands_in_favour", "hands_against", "hands_abstaining")
PAPERS = ("papers_issued", "papers_returned", "papers_invalid")
"""The columns of what was counted; those that name a State are not read."""
COUNT = "count_"
"""How the columns with the totals of an election's ballot begin."""
CLOSED = "closed_at"


class Replays:
    """The replays of the votes and elections in the register."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def of(self, key: Key) -> Replay:
        """A closed vote with every step in its order, and with who was called how on its day.

        Raises:
            Refusal: the vote is still open.
        """
        with self._store.read() as session:
            vote = VOTES.get(session, key)
            written = tuple(as_written(POSITIONS.all(session, vote=key)))
            corrections = in_turn(vote, TOTALS_CORRECTIONS.all(session, vote=key))
            found = steps(vote, written, () if vote.method.named else _counts(session, vote), corrections)
            day = local(MEETINGS.get(session, vote.meeting), vote.opened_at).date()
            return Replay(found, written, self._states.on(day), practice_of(session, vote, written), corrections)

    def elections(self, meeting: Key) -> tuple[Key, ...]:
        """The elections of a meeting of which a result was announced, in their order."""
        with self._store.read() as session:
            held = sorted(ELECTIONS.all(session, meeting=meeting), key=lambda one: (one.opened_at, one.key))
            ballots = BALLOTS.by(session, "election", [one.key for one in held]) if held else {}
        return tuple(
            one.key
            for one in held
            if one.acclaimed_at or one.stopped_at or any(own.closed_at for own in ballots[one.key])
        )

    def of_election(self, key: Key) -> ElectionReplay:
        """An election with each of its closed ballots, and with who was called how on its day.

        Raises:
            Refusal: no result was announced yet.
        """
        with self._store.read() as session:
            election = ELECTIONS.get(session, key)
            meeting = MEETINGS.get(session, election.meeting)
            (records,) = records_of(session, meeting, (election,), self._states)
            closed = {one.key: one.closed_at for one in records.ballots if one.closed_at is not None}
            counted = {one: at for one, until in closed.items() if (at := _counted_at(session, one, until)) is not None}
            return ElectionReplay(
                election_steps(records, counted, nominated_at(session, (election,), records.candidates))
            )


def _counted_at(session: Session, ballot: Key, until: datetime.datetime) -> datetime.datetime | None:
    """When the totals that were announced were recorded; ``None`` in a register that was taken over without them."""
    lines = LINES.all(session, table=BALLOTS.name, row=ballot)
    sequences = {one.sequence for one in lines if one.field.startswith(COUNT)}
    moments = [datetime.datetime.fromisoformat(one.at) for one in ENTRIES.among(session, sequences).values()]
    return max((at for at in moments if at <= until), default=None)


def _counts(session: Session, vote: Vote) -> Iterator[Count]:
    """The totals of a vote as the journal has them, in their order: each count, and each that was taken back.

    Another count of the papers alone is one too, and what was put right after the announcement is none. How many papers
    were issued and returned is said with the totals alone; who was marked, and when, is not.
    """
    read = (*TOTALS, *PAPERS, CLOSED)
    lines = [one for one in LINES.all(session, table=VOTES.name, row=vote.key) if one.field in read]
    lines.sort(key=lambda one: one.sequence)
    moments = ENTRIES.among(session, {one.sequence for one in lines})
    cells: dict[str, str | None] = {}
    for sequence, group in groupby(lines, key=lambda one: one.sequence):
        changed = {one.field: one.after for one in group}
        cells |= changed
        recounted = _numbers(cells, TOTALS) is not None and not changed.keys().isdisjoint(PAPERS)
        if recounted or not changed.keys().isdisjoint(TOTALS):
            yield _count(cells, datetime.datetime.fromisoformat(moments[sequence].at))
        if cells.get(CLOSED) is not None:
            return


def _count(cells: Mapping[str, str | None], at: datetime.datetime) -> Count:
    hands, papers = _numbers(cells, TOTALS), _numbers(cells, PAPERS)
    if papers is None:
        return Count(at, HandCount(*hands) if hands is not None else None)
    issued, returned, invalid = papers
    box = Papers(issued, returned, invalid, (), (), ())
    return Count(at, HandCount(*hands) if hands is not None else None, box)


def _numbers(cells: Mapping[str, str | None], names: Sequence[str]) -> list[int] | None:
    found = [int(cell) for name in names if (cell := cells.get(name)) is not None]
    return found if len(found) == len(names) else None
