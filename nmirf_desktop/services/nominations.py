"""When each candidate came to stand, from the journal: its rows know only when one no longer did (R35)."""

import datetime
from collections.abc import Iterable, Mapping

from nmirf_desktop.domain.elections import Candidate, Election
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.elections import CANDIDATES, ELECTIONS
from nmirf_desktop.storage.journal import ENTRIES, LINES, Entry
from nmirf_desktop.storage.store import Session


def nominated_at(
    session: Session, elections: Iterable[Election], candidates: Iterable[Candidate]
) -> Mapping[Key, datetime.datetime]:
    """When each candidate was entered who was not with its election; none in a register taken over without journal.

    A row that was taken back and written again came to be when it was written first.
    """
    begun = _made(session, ELECTIONS.name, ELECTIONS.key, {one.key for one in elections})
    stand = {one.key: one.election for one in candidates}
    made = _made(session, CANDIDATES.name, CANDIDATES.key, stand)
    return {
        key: datetime.datetime.fromisoformat(entry.at)
        for key, entry in made.items()
        if stand[key] in begun and entry.sequence > begun[stand[key]].sequence
    }


def _made(session: Session, table: str, field: str, keys: Iterable[Key]) -> Mapping[Key, Entry]:
    """The entry by which each row came to be; those that the journal does not know are left out."""
    lines = LINES.by(session, "row", keys)
    first = {
        key: min(made)
        for key, own in lines.items()
        if (made := [one.sequence for one in own if (one.table, one.field) == (table, field) and one.before is None])
    }
    entries = ENTRIES.among(session, set(first.values()))
    return {key: entries[sequence] for key, sequence in first.items()}
