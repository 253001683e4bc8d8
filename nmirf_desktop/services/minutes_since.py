"""What was written since minutes were read, so that a save of one paragraph is read as one, and nothing else again."""

from collections.abc import Iterable
from dataclasses import dataclass

from nmirf_desktop.domain.minutes import MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.languages import KNOWN_WORDS, ORDERS
from nmirf_desktop.storage.minutes import COMMENTS, ISSUED, MINUTES, PARAGRAPHS
from nmirf_desktop.storage.store import Store

NO_FACTS = frozenset(rows.name for rows in (PARAGRAPHS, COMMENTS, MINUTES, ISSUED, KNOWN_WORDS, ORDERS))
"""The tables from which no paragraph is drafted."""


@dataclass(frozen=True, slots=True)
class Written:
    """What entries of the journal touched, up to *sequence*: which paragraphs, comments or *facts* that are drafted.

    *minutes* says that the state of some minutes is another one.
    """

    sequence: int
    paragraphs: frozenset[Key] = frozenset()
    comments: bool = False
    minutes: bool = False
    facts: bool = False


def written_since(store: Store, sequence: int) -> Written:
    """What was written after an entry of the journal; after 0, before anything was read, only which is the last."""
    with store.read() as session:
        last = journal.head(session)
        touched = journal.touched_since(session, sequence) if sequence else {}
    return Written(
        last.sequence if last is not None else 0,
        frozenset(touched.get(PARAGRAPHS.name, ())),
        COMMENTS.name in touched,
        MINUTES.name in touched,
        bool(touched.keys() - NO_FACTS),
    )


def paragraphs_among(store: Store, keys: Iterable[Key]) -> dict[Key, MinutesParagraph]:
    """Some paragraphs by their keys, as they are now; one that is gone is not among them."""
    with store.read() as session:
        return PARAGRAPHS.among(session, keys)
