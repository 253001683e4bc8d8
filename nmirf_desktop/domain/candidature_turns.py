"""Who came to stand in an election, and when: turn by turn, so that nobody is named before he or she stood (R35)."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nmirf_desktop.domain.election_board import ElectionBoard, Name, in_order
from nmirf_desktop.domain.election_sentences import listed
from nmirf_desktop.domain.elections import ElectionBallot
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Catalog


@dataclass(frozen=True, slots=True)
class Turn:
    """Those who came to stand from a moment on, with nothing of the election between them.

    *during* is the ballot that was going on.
    """

    at: datetime.datetime
    names: tuple[Name, ...]
    during: ElectionBallot | None = None


def turns(shown: ElectionBoard, others: Iterable[datetime.datetime] = ()) -> tuple[Turn, ...]:
    """Who stood at first, which may be nobody, and each further turn in its order.

    A turn ends with a withdrawal, an announcement, what was put right of one, a ballot's beginning and end, and at the
    moments of what is told besides (*others*). Who has no moment stood from the opening on, as far as ballots and
    acclamation do not say otherwise.
    """
    cuts = sorted({*_cuts(shown), *(one for one in others if one > shown.election.opened_at)})
    found: dict[int, list[Name]] = {0: []}
    for name in _all_names(shown):
        place = _place(shown, name.key, cuts)
        if place is not None:
            found.setdefault(place, []).append(name)
    return tuple(_turn(shown, place, found[place], cuts) for place in sorted(found))


def nominated_sentence(turn: Turn, words: Catalog) -> str:
    """That some came to stand after the first ones: between two things that happened, or while a ballot went on."""
    names, number = in_order(turn.names, words), 0 if turn.during is None else turn.during.number
    if number:
        said = words.ngettext(
            "During ballot {number}, the following candidate was nominated: {names}.",
            "During ballot {number}, the following candidates were nominated: {names}.",
            len(names),
        )
    else:
        said = words.ngettext(
            "The following candidate was then nominated: {names}.",
            "The following candidates were then nominated: {names}.",
            len(names),
        )
    return said.format(number=words.number(number), names=listed(names, words))


def _all_names(shown: ElectionBoard) -> tuple[Name, ...]:
    """All who ever stood in their order, before them those who were struck out after they had been announced."""
    known = shown.named
    struck = {one.key: one for again in shown.reopened for one in again.names if one.key not in known}
    return (*struck.values(), *shown.names)


def _cuts(shown: ElectionBoard) -> Iterator[datetime.datetime]:
    """The moments at which something became of an election."""
    election = shown.election
    moments = [election.acclaimed_at, election.stopped_at, *(one.candidate.withdrawn_at for one in shown.names)]
    for again in shown.reopened:
        moments += (again.announced_at, again.at)
    for ballot in (view.ballot for view in shown.ballots):
        moments += (ballot.opened_at, ballot.closed_at, ballot.lot_at)
    yield from (one for one in moments if one is not None)


def _place(shown: ElectionBoard, key: Key, cuts: list[datetime.datetime]) -> int | None:
    """After how many of the *cuts* a candidate came to stand; ``None`` where nothing says that."""
    entered, known = shown.nominated_at.get(key), min(_known(shown, key), default=None)
    latest = len(cuts) if known is None else bisect_left(cuts, known)
    if entered is not None:
        return min(bisect_right(cuts, entered), latest)
    if shown.ballots and (known is None or known > shown.ballots[0].ballot.opened_at):
        return None if known is None else latest
    if not shown.ballots and shown.election.acclaimed and not shown.election.on_slate and known is None:
        return None
    return 0


def _known(shown: ElectionBoard, key: Key) -> Iterator[datetime.datetime]:
    """The moments at which a candidate was known: on a ballot, announced, acclaimed, and as it withdrew."""
    yield from (view.ballot.opened_at for view in shown.ballots if key in view.ballot.candidates)
    yield from (one.announced_at or one.at for one in shown.reopened if key in [name.key for name in one.names])
    yield from (at for one in shown.names if one.key == key and (at := one.candidate.withdrawn_at) is not None)
    if shown.election.acclaimed_at is not None and key in shown.election.acclaimed:
        yield shown.election.acclaimed_at


def _turn(shown: ElectionBoard, place: int, names: list[Name], cuts: list[datetime.datetime]) -> Turn:
    """A turn at the moment of its first candidate, which is after what came before it and before what followed."""
    if not place:
        return Turn(shown.election.opened_at, tuple(names))
    moments = (shown.nominated_at.get(one.key) for one in names)
    since, until = cuts[place - 1], cuts[place] if place < len(cuts) else None
    at = min((one for one in moments if one is not None and since <= one and (not until or one < until)), default=since)
    ballots = (view.ballot for view in shown.ballots)
    during = (one for one in ballots if one.opened_at <= at and (one.closed_at is None or at < one.closed_at))
    return Turn(at, tuple(names), next(during, None))
