"""The agenda of a meeting: items added, moved, rewritten; numbers follow by themselves."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from nmirf_desktop.domain import agenda_tree as tree
from nmirf_desktop.domain.agenda import AgendaItem, Numbered, numbered
from nmirf_desktop.domain.agenda_time import TimeUse, time_use
from nmirf_desktop.domain.attachments import Holder, HolderKind
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.programme import Programme, programme
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.standard_agenda import Occasion, standard_items
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.agenda_versions import check_item, check_open, settled_items, was_sent
from nmirf_desktop.storage.attachments import held_by
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.committees import TERMS
from nmirf_desktop.storage.decision_records import RECORD_ADOPTIONS
from nmirf_desktop.storage.elections import ELECTIONS
from nmirf_desktop.storage.floor import LISTED_SPEAKERS, MOTIONS, PAUSES, POINTS_OF_ORDER, SPEAKERS_LISTS
from nmirf_desktop.storage.meetings import ACTIONS, ITEMS, MEETINGS, REQUESTS, SITTINGS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.store import Store
from nmirf_desktop.storage.voting import DECISIONS, INTERVENTIONS, PROPOSALS, VOTES

SPOKEN = N_("Something was said or proposed under this item, so that it stays on the agenda.")
HOLDING: tuple[tuple[Rows[Any], str], ...] = (
    (PROPOSALS, SPOKEN),
    (INTERVENTIONS, SPOKEN),
    (MOTIONS, SPOKEN),
    (POINTS_OF_ORDER, SPOKEN),
    (PAUSES, N_("The sitting was suspended under this item, so that it stays on the agenda.")),
    (LISTED_SPEAKERS, N_("Speakers are listed under this item, so that it stays on the agenda.")),
    (SPEAKERS_LISTS, N_("Speakers are listed under this item, so that it stays on the agenda.")),
    (DECISIONS, N_("A decision was taken under this item, so that it stays on the agenda.")),
    (RECORD_ADOPTIONS, N_("The record of decisions was adopted under this item, so that it stays on the agenda.")),
    (VOTES, N_("A vote was opened under this item, so that it stays on the agenda.")),
    (ELECTIONS, N_("An election was opened under this item, so that it stays on the agenda.")),
    (PARAGRAPHS, N_("The minutes have a paragraph on this item, so that it stays on the agenda.")),
    (MINUTES, N_("Minutes were approved under this item, so that it stays on the agenda.")),
    (ACTIONS, N_("A follow-up action was recorded under this item, so that it stays on the agenda.")),
    (REQUESTS, N_("This item was asked for by a State, so that it stays on the agenda; settle the request first.")),
)
"""What is recorded under an item of an agenda and holds it there, with the words that say so."""
MOVED = N_("move an agenda item")
Rearrangement = Callable[[tuple[AgendaItem, ...]], tuple[AgendaItem, ...]]


@dataclass(frozen=True, slots=True)
class AgendaInTime:
    """An agenda in reading order, the *time* that it takes, and its *programme* in the sittings."""

    items: tuple[Numbered, ...]
    time: TimeUse
    programme: Programme


class Agendas:
    """The agendas in the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def items(self, meeting: Key) -> tuple[Numbered, ...]:
        """The agenda in reading order with its numbers."""
        with self._store.read() as session:
            return numbered(ITEMS.all(session, meeting=meeting))

    def time(self, meeting: Key) -> TimeUse:
        """How much of the sittings' time the agenda takes."""
        with self._store.read() as session:
            return time_use(ITEMS.all(session, meeting=meeting), SITTINGS.all(session, meeting=meeting))

    def in_time(self, meeting: Key) -> AgendaInTime:
        """An agenda with all that is said of its time, read at once."""
        with self._store.read() as session:
            items, sittings = ITEMS.all(session, meeting=meeting), SITTINGS.all(session, meeting=meeting)
        return AgendaInTime(numbered(items), time_use(items, sittings), programme(items, sittings))

    def programme(self, meeting: Key) -> Programme:
        """When each item is taken up, by the clock of the meeting."""
        with self._store.read() as session:
            return programme(ITEMS.all(session, meeting=meeting), SITTINGS.all(session, meeting=meeting))

    def find(self, key: Key) -> AgendaItem | None:
        """The item of a key, or ``None``."""
        with self._store.read() as session:
            return ITEMS.find(session, key)

    def meeting_of(self, key: Key) -> Key | None:
        """The meeting on whose agenda an item stands; ``None`` where no item has that key."""
        item = self.find(key)
        return None if item is None else item.meeting

    def settled_title(self, item: AgendaItem) -> Trilingual:
        """The title of an item as the meeting adopted it, which stays; nothing where the agenda is not adopted."""
        with self._store.read() as session:
            settled = settled_items(session, item.meeting).get(item.key)
        return Trilingual() if settled is None else settled.title

    def save(self, item: AgendaItem) -> None:
        """Rewrite an item in its place.

        Raises ``Refusal`` where it would change what an adopted agenda prints; a translation may still be completed.
        """
        with self._store.write(N_("change an agenda item"), Subject.AGENDA) as session:
            check_item(session, item)
            ITEMS.save(session, item)

    def add(self, item: AgendaItem, after: Key | None = None) -> None:
        """A new item after another one, or as the last under its parent.

        *Network Meetings – Agenda*, A4: one that is added after the agenda went to the members is supplementary.
        """
        with self._store.read() as session:
            new = replace(item, supplementary=item.supplementary or was_sent(session, item.meeting))
        self._rearrange(N_("add an agenda item"), item.meeting, lambda items: tree.add(items, new, after))

    def insert(self, meeting: Key, after: Key | None = None) -> Key:
        """A new item without words yet, after another one or as the last; its key."""
        new = AgendaItem(new_key(), meeting, 0, Trilingual())
        self.add(new, after)
        return new.key

    def move(self, meeting: Key, keys: Collection[Key], by: int) -> bool:
        """Items up (negative) or down among their siblings, with their parts; whether any could be."""
        return self._rearrange(MOVED, meeting, lambda items: tree.move(items, keys, by))

    def indent(self, meeting: Key, keys: Collection[Key]) -> bool:
        """Items become parts of the one before them; whether any did."""
        return self._rearrange(MOVED, meeting, lambda items: tree.indent(items, keys))

    def outdent(self, meeting: Key, keys: Collection[Key]) -> bool:
        """Items leave the one of which they were parts; whether any did."""
        return self._rearrange(MOVED, meeting, lambda items: tree.outdent(items, keys))

    def place(self, meeting: Key, keys: Collection[Key], spot: tree.Spot) -> None:
        """Items with their parts at another place of the agenda; ``Problem`` where that lies in one of them."""
        self._rearrange(MOVED, meeting, lambda items: tree.place(items, keys, spot))

    def remove(self, meeting: Key, keys: Collection[Key]) -> None:
        """Items and their parts leave the agenda; ``Problem`` names what is recorded under one of them."""
        self._rearrange(N_("remove an agenda item"), meeting, lambda items: tree.remove(items, keys))

    def fill(self, meeting: Key) -> None:
        """The standard items of a meeting of its kind, in three languages, on an agenda that is still empty.

        Raises ``Problem`` where it has items, ``Refusal`` where it was adopted.
        """
        with self._store.write(N_("fill the agenda"), Subject.AGENDA) as session:
            check_open(session, meeting)
            if ITEMS.all(session, meeting=meeting):
                raise Problem(N_("The agenda has items already; add to them, or remove them first."))
            planned = MEETINGS.get(session, meeting)
            occasion = Occasion.of(planned, MEETINGS.all(session), TERMS.all(session))
            for item in standard_items(planned, occasion, new_key):
                ITEMS.save(session, item)

    def _rearrange(self, verb: str, meeting: Key, change: Rearrangement) -> bool:
        """Keep what *change* makes of the items; whether that is anything else than before."""
        with self._store.write(verb, Subject.AGENDA) as session:
            check_open(session, meeting)
            before = ITEMS.all(session, meeting=meeting)
            after = change(before)
            gone = {item.key for item in before} - {item.key for item in after}
            for key in gone:
                if held_by(session, Holder(HolderKind.AGENDA_ITEM, key)):
                    raise Problem(N_("A file is attached to this item; remove it first."))
                for rows, words in HOLDING:
                    if rows.first(session, item=key) is not None:
                        raise Problem(words)
            known = {item.key: item for item in before}
            other = [item for item in after if item != known.get(item.key)]
            for item in other:
                ITEMS.save(session, item)
            for item in reversed(before):
                if item.key in gone:
                    ITEMS.remove(session, item.key)
        return bool(other or gone)
