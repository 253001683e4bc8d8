"""The revisions and versions of minutes, told from the journal; nothing of them is stored."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.minutes import Circulation, MinutesParagraph, MinutesState, check_open
from nmirf_desktop.domain.minutes_revisions import Revision, Step, Version, VersionKind, revisions
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.redrafting import both, same_words, told_in
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.attributions import check_words
from nmirf_desktop.services.minutes_paragraphs import in_order, name_in, number, shy
from nmirf_desktop.services.states import States
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS
from nmirf_desktop.storage.past_rows import Stood, ever_linked, last_alone, past
from nmirf_desktop.storage.store import Session, Store

AGAIN = N_("circulate revised minutes")
"""The act with which minutes that members have are replaced by a revised version."""


class Revisions:
    """What became of the minutes in the register, and the way back to an earlier text."""

    def __init__(self, store: Store, states: States) -> None:
        self._store = store
        self._states = states

    def of(self, minutes: Key) -> tuple[Revision, ...]:
        """The revisions of all paragraphs that minutes have or had, the latest first."""
        with self._store.read() as session:
            steps = _steps(session, ever_linked(session, PARAGRAPHS, "minutes", minutes))
            return revisions(steps, _turns(session, minutes))

    def of_paragraph(self, paragraph: Key) -> tuple[Revision, ...]:
        """The revisions of one paragraph, the latest first."""
        with self._store.read() as session:
            steps = tuple(_steps(session, (paragraph,)))
            of = {one.minutes for step in steps for one in (step.before, step.after) if one is not None}
            return revisions(steps, (turn for minutes in of for turn in _turns(session, minutes)))

    def last_written(self, minutes: Key) -> Key:
        """The paragraph of minutes that was written last by itself; empty where all are as drafted."""
        with self._store.read() as session:
            return last_alone(session, PARAGRAPHS, "minutes", minutes)

    def versions(self, minutes: Key) -> tuple[Version, ...]:
        """The minutes as they were circulated, revised and approved, then as they are now."""
        with self._store.read() as session:
            found = tuple(_versions(session, minutes))
            last = journal.head(session)
        if last is None:
            return found
        return (*found, Version(VersionKind.NOW, last.sequence, datetime.datetime.fromisoformat(last.at)))

    def as_of(self, minutes: Key, version: Version) -> tuple[MinutesParagraph, ...]:
        """The paragraphs as they stood in a version, in their order."""
        with self._store.read() as session:
            told = past(session, PARAGRAPHS, ever_linked(session, PARAGRAPHS, "minutes", minutes))
        stood = (_at(one, version.sequence) for one in told.values())
        there = (one for one in stood if one is not None and one.text)
        return tuple(sorted(there, key=lambda one: one.position))

    def kept_back(self, paragraph: MinutesParagraph) -> bool:
        """Whether the text of a paragraph by the facts tells what the minutes are not to tell any more."""
        with self._store.read() as session:
            quiet = shy(session, (paragraph,)).values()
            return not all(one.told for one in quiet) or name_in(session, quiet, paragraph.drafted)

    def restore(self, paragraph: MinutesParagraph) -> bool:
        """Give a paragraph the text that it had when it stood as *paragraph*; one that is gone is there again.

        Whether anything was written: false where it reads so already.

        Raises:
            Refusal: the minutes were approved, or the text tells what is off the record or names who is not named.
        """
        with self._store.write(N_("restore a revision"), Subject.MINUTES) as session:
            check_open(MINUTES.standing(session, paragraph.minutes))
            found = PARAGRAPHS.find(session, paragraph.key)
            tells = both(told_in(paragraph), () if found is None else told_in(found))
            check_words(session, replace(paragraph, tells=tells), paragraph.text)
            if found is not None and same_words(found.text, paragraph.text):
                return False
            if found is not None:
                PARAGRAPHS.save(session, replace(found, text=paragraph.text, tells=tells))
            else:
                _put_in(session, replace(paragraph, tells=tells))
        return True


def _put_in(session: Session, paragraph: MinutesParagraph) -> None:
    """A paragraph in its place again, or at the end where the minutes are shorter now."""
    row = list(in_order(session, paragraph.minutes))
    there = paragraph.item is None or ITEMS.find(session, paragraph.item) is not None
    taken = bool(paragraph.slot) and any(one.slot == paragraph.slot for one in row)
    again = replace(
        paragraph,
        item=paragraph.item if there else None,
        slot="" if taken else paragraph.slot,
        drafted=Trilingual() if taken else paragraph.drafted,
    )
    row.insert(min(paragraph.position, len(row)), again)
    number(session, row)


def _steps(session: Session, paragraphs: Iterable[Key]) -> Iterator[Step]:
    """What each entry of the journal did to the paragraphs."""
    told = past(session, PARAGRAPHS, paragraphs)
    entries = ENTRIES.among(session, {one.sequence for stood in told.values() for one in stood if one.sequence})
    for key, stood in told.items():
        for before, after in pairwise(stood):
            entry = entries[after.sequence]
            at = datetime.datetime.fromisoformat(entry.at)
            back = entry.undoes is not None
            yield Step(entry.sequence, at, entry.verb, entry.author, key, before.value, after.value, back)


def _turns(session: Session, minutes: Key) -> Iterator[int]:
    """The entries with which minutes went out or were approved."""
    return (one.sequence for one in _versions(session, minutes))


def _versions(session: Session, minutes: Key) -> Iterator[Version]:
    """The entries that sent the minutes out or approved them; undo goes behind none of them."""
    lines = LINES.all(session, table=MINUTES.name, row=minutes)
    states = {one.sequence: one.after for one in lines if one.field == "state" and one.before is not None}
    revised = 0
    for sequence, entry in sorted(ENTRIES.among(session, {one.sequence for one in lines}).items()):
        at = datetime.datetime.fromisoformat(entry.at)
        if states.get(sequence) == MinutesState.CIRCULATED:
            yield Version(VersionKind.CIRCULATED, sequence, at)
        elif states.get(sequence) == MinutesState.APPROVED:
            yield Version(VersionKind.APPROVED, sequence, at)
        elif entry.verb == AGAIN:
            revised += 1
            yield Version(VersionKind.REVISED, sequence, at, revised)


def circulations(session: Session, minutes: Key) -> tuple[Circulation, ...]:
    """How some minutes went to the members, the first time first: what the journal has, or what they say themselves."""
    told = past(session, MINUTES, (minutes,)).get(minutes, ())
    found: dict[Circulation, None] = {}
    for one in (*(stood.value for stood in told), MINUTES.get(session, minutes)):
        if one is not None and one.circulated_on is not None and one.corrections_until is not None:
            found[Circulation(one.circulated_on, one.corrections_until, one.prevailing)] = None
    return tuple(found)


def _at(stood: Iterable[Stood[MinutesParagraph]], sequence: int) -> MinutesParagraph | None:
    """A paragraph after an entry."""
    value = None
    for one in stood:
        if one.sequence > sequence:
            break
        value = one.value
    return value
