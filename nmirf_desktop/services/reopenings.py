"""Acclamations that were announced and put right, from the journal: its rows say who was announced, and when (R27)."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby

from nmirf_desktop.domain.elections import Candidate, Election, Reopening
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.elections import CANDIDATES, ELECTIONS
from nmirf_desktop.storage.journal import ENTRIES, LINES, Line
from nmirf_desktop.storage.store import Session

READ = ("acclaimed", "acclaimed_at", "reason")


def reopenings(session: Session, elections: Iterable[Election]) -> tuple[Reopening, ...]:
    """Each reopening of some elections that stands, in its order; none of a register taken over without journal.

    Only an election with a reason was ever reopened or broken off: of no other one the journal is read.
    """
    return tuple(found for one in elections if one.reason for found in _of(session, one.key))


def announced_before(session: Session, election: Election) -> frozenset[Key]:
    """The candidates of an election whom an acclamation had announced that was put right since."""
    return frozenset(one.key for again in reopenings(session, (election,)) for one in again.announced)


def _of(session: Session, election: Key) -> Iterator[Reopening]:
    lines = [one for one in LINES.all(session, table=ELECTIONS.name, row=election) if one.field in READ]
    lines.sort(key=lambda one: one.sequence)
    entries = ENTRIES.among(session, {one.sequence for one in lines})
    undone = set[int]()
    for entry in sorted(entries.values(), key=lambda one: one.sequence, reverse=True):
        if entry.undoes is not None and entry.sequence not in undone:  # an undo that was undone took nothing back
            undone.add(entry.undoes)
    reason = ""
    for sequence, group in groupby(lines, key=lambda one: one.sequence):
        changed = {one.field: one for one in group}
        reason = (changed["reason"].after or "") if "reason" in changed else reason
        entry = entries[sequence]
        announced = _put_right(changed.get("acclaimed_at"))
        if entry.undoes is None and sequence not in undone and announced is not None:
            keys = (changed["acclaimed"].before or "").split() if "acclaimed" in changed else ()
            names = tuple(one for key in keys for one in _candidate(session, election, key))
            at, before = (datetime.datetime.fromisoformat(one) for one in (entry.at, announced))
            yield Reopening(election, at, reason, names, before)


def _put_right(line: Line | None) -> str | None:
    """When somebody had been announced of whom a change says nothing any more; nothing of any other change."""
    return line.before if line is not None and line.after is None else None


def _candidate(session: Session, election: Key, key: Key) -> Iterator[Candidate]:
    """A candidate by its row, or as it was when it was struck out; nobody where both are erased."""
    standing = CANDIDATES.among(session, (key,)).get(key)
    if standing is not None:
        yield standing
        return
    gone = {one.field: one.before for one in LINES.all(session, table=CANDIDATES.name, row=key) if one.before}
    state = gone.get("state")
    if state:
        yield Candidate(key, election, 0, state, gone.get("name") or "")
