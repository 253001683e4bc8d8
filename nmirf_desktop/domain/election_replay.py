"""An election once more, ballot by ballot, as the Chair announced it (R35; GA 92-94, part E).

Nothing of it is stored: each step is the rows as they stood then, so that its board is the one that was shown. A ballot
has papers and totals alone, and no step of it names a voter.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import zip_longest
from typing import Any

from nmirf_desktop.domain.election_board import BallotView, ElectionBoard, Records, board
from nmirf_desktop.domain.elections import BallotCorrection, ElectionBallot, as_announced
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.domain.replay import paused, unnamed
from nmirf_desktop.i18n import N_


class Happened(StrEnum):
    """What happened in an election; of one moment in this order."""

    OPENED = "opened"
    WITHDRAWN = "withdrawn"
    BALLOT = "ballot"
    COUNTED = "counted"
    ANNOUNCED = "announced"
    LOT = "lot"
    CORRECTED = "corrected"
    ACCLAIMED = "acclaimed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ElectionStep:
    """What happened at a moment, and the rows as they stood then.

    *about* is the ballot, or the candidate who withdrew; *correction* is what was put right.
    """

    at: datetime.datetime
    kind: Happened
    records: Records
    about: Key = ""
    correction: BallotCorrection | None = None


@dataclass(frozen=True, slots=True)
class ElectionReplay:
    """The *steps* of an election in their order."""

    steps: tuple[ElectionStep, ...]

    def board(self, number: int) -> ElectionBoard:
        """What the screen showed after a step; what the Committee would be is not said again."""
        return board(self.steps[number].records)

    def ballot(self, number: int) -> BallotView:
        """The ballot that a step is about."""
        about = self.steps[number].about
        return next(one for one in self.board(number).ballots if one.ballot.key == about)

    def pause(self, number: int) -> datetime.timedelta:
        """How long a step is shown before the next one when the election is played."""
        return paused([one.at for one in self.steps], number)


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened at a moment, and what it made of the rows."""

    at: datetime.datetime
    kind: Happened
    change: Callable[[Records], Records]
    about: Key = ""
    correction: BallotCorrection | None = None

    @property
    def rank(self) -> tuple[datetime.datetime, int]:
        """Its place in the course of the election."""
        return self.at, list(Happened).index(self.kind)


def election_steps(
    records: Records,
    counted_at: Mapping[Key, datetime.datetime] | None = None,
    entered_at: Mapping[Key, datetime.datetime] | None = None,
) -> tuple[ElectionStep, ...]:
    """(silent; part E) R35, R27: all that happened in an election, in its order, each with the rows as they stood.

    *counted_at* is when each ballot was counted, by its key; else that is said with the announcement. *entered_at* is
    when each candidate was entered; who has no moment there stood from the opening on.

    Raises:
        Refusal: no result was announced yet.
    """
    events = sorted(_events(records, counted_at or {}), key=lambda one: one.rank)
    if not events:
        raise Refusal(N_("An election is replayed once a result was announced."), section="R27")
    rows, entered = _blank(records), _entered(records, entered_at or {})
    at = rows.election.opened_at
    found = [ElectionStep(at, Happened.OPENED, _known(rows, entered, at))]
    for event in events:
        rows = event.change(rows)
        at = max(event.at, at)
        found.append(ElectionStep(at, event.kind, _known(rows, entered, at), event.about, event.correction))
    return tuple(found)


def _entered(records: Records, entered_at: Mapping[Key, datetime.datetime]) -> Mapping[Key, datetime.datetime]:
    """When each candidate was known at the latest: whoever was on a ballot, acclaimed or withdrew was known."""
    latest = dict(entered_at)
    election = records.election
    known = [(election.acclaimed_at, election.acclaimed), *((one.opened_at, one.candidates) for one in records.ballots)]
    for at, keys in (*known, *((one.withdrawn_at, (one.key,)) for one in records.candidates)):
        latest |= {key: min(latest[key], at) for key in keys if at is not None and key in latest}
    return latest


def _known(rows: Records, entered: Mapping[Key, datetime.datetime], at: datetime.datetime) -> Records:
    """The rows without the candidates who were entered after a moment."""
    return replace(rows, candidates=tuple(one for one in rows.candidates if entered.get(one.key, at) <= at))


def _blank(records: Records) -> Records:
    """The election at its opening."""
    held = replace(records.election, acclaimed=(), acclaimed_at=None, on_slate=False, stopped_at=None, reason="")
    stood = tuple(replace(one, withdrawn_at=None) for one in records.candidates)
    return replace(records, election=held, candidates=stood, ballots=(), corrections=())


def _events(records: Records, counted_at: Mapping[Key, datetime.datetime]) -> Iterator[_Event]:
    """What was announced, and what belongs to it; nothing before anything was."""
    election = records.election
    closed = [one for one in records.ballots if one.closed_at is not None]
    ended = election.acclaimed_at or election.stopped_at
    if not closed and ended is None:
        return
    for ballot in closed:
        yield from _of_ballot(ballot, records, counted_at.get(ballot.key))
    for one in records.candidates:
        if one.withdrawn_at is not None:
            yield _Event(one.withdrawn_at, Happened.WITHDRAWN, partial(_withdrawn, one.key, one.withdrawn_at), one.key)
    if ended is not None:
        kind = Happened.ACCLAIMED if election.acclaimed_at is not None else Happened.STOPPED
        yield _Event(ended, kind, lambda rows: replace(rows, election=election))


def _of_ballot(ballot: ElectionBallot, records: Records, counted: datetime.datetime | None) -> Iterator[_Event]:
    """A ballot from its opening to what was put right of it afterwards."""
    closed, shown = ballot.closed_at or ballot.opened_at, _without_names(ballot)
    own = sorted((one for one in records.corrections if one.ballot == ballot.key), key=lambda one: (one.at, one.key))
    first = _without_names(as_announced(shown, tuple(own)))
    opened = replace(
        first, papers=None, count=None, closed_at=None, declared=(), divergence="", lot=(), lot_seed="", lot_at=None
    )
    yield _Event(ballot.opened_at, Happened.BALLOT, partial(_with, opened), ballot.key)
    box = replace(opened, papers=first.papers, count=first.count)
    at = min(max(counted or closed, ballot.opened_at), closed)
    yield _Event(at, Happened.COUNTED, partial(_with, box), ballot.key)
    result = replace(box, closed_at=ballot.closed_at, declared=ballot.declared, divergence=ballot.divergence)
    yield _Event(closed, Happened.ANNOUNCED, partial(_with, result), ballot.key)
    if ballot.lot:
        drawn = {"lot": ballot.lot, "lot_seed": ballot.lot_seed, "lot_at": ballot.lot_at}
        moment = max(ballot.lot_at or closed, closed)
        yield _Event(moment, Happened.LOT, partial(_changed, ballot.key, drawn), ballot.key)
    for one, after in zip_longest(own, own[1:]):
        papers, count = (after.before_papers, after.before_count) if after else (shown.papers, shown.count)
        right = {"papers": unnamed(papers) if papers is not None else None, "count": count}
        yield _Event(one.at, Happened.CORRECTED, partial(_put_right, one, right), ballot.key, one)


def _without_names(ballot: ElectionBallot) -> ElectionBallot:
    """The ballot without the names of those who received or returned a paper."""
    return ballot if ballot.papers is None else replace(ballot, papers=unnamed(ballot.papers))


def _with(ballot: ElectionBallot, rows: Records) -> Records:
    """The rows with a ballot as it stands now."""
    others = tuple(one for one in rows.ballots if one.key != ballot.key)
    return replace(rows, ballots=(*others, ballot))


def _changed(key: Key, fields: Mapping[str, Any], rows: Records) -> Records:
    """The rows with some fields of one ballot changed."""
    return replace(rows, ballots=tuple(replace(one, **fields) if one.key == key else one for one in rows.ballots))


def _put_right(one: BallotCorrection, fields: Mapping[str, Any], rows: Records) -> Records:
    """The rows with a ballot put right, and what it had said before."""
    return replace(_changed(one.ballot, fields, rows), corrections=(*rows.corrections, one))


def _withdrawn(key: Key, at: datetime.datetime, rows: Records) -> Records:
    """The rows without a candidate from a moment on."""
    return replace(
        rows, candidates=tuple(replace(one, withdrawn_at=at) if one.key == key else one for one in rows.candidates)
    )
