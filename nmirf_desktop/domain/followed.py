"""What reminds: a delivery of files to somebody to whom they had been sent before, not only prepared."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import got_same
from nmirf_desktop.i18n import Language


@dataclass(frozen=True, slots=True)
class OnRecord:
    """From when a sending was on record, and *until* when: it was taken back then, if ever."""

    since: datetime.datetime
    until: datetime.datetime | None = None

    def was(self, at: datetime.datetime) -> bool:
        """Whether it was on record at a moment."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Sending:
    """A delivery as far as it may remind: *whom* it is to, in which language, when it was first *sent*.

    Who gets it *reads* that language; *files* are those of its dispatch (:func:`.files_by_reader`). The number
    *attempt* counts what was prepared for them with the same files; *recipient* is the key of the delivery. It was
    *prepared* then, and *known* are its sendings as they were on record, those that were taken back included.
    """

    recipient: Key
    whom: str
    attempt: int
    reads: Language
    files: Mapping[Language, frozenset[Key]]
    prepared: datetime.datetime
    sent: datetime.datetime | None = None
    known: tuple[OnRecord, ...] = ()


def reminders(sendings: Iterable[Sending]) -> frozenset[Key]:
    """The recipients of what follows a recorded sending of one of its files to the same, prepared earlier.

    What followed one when it was prepared reminds, as its message said then, whatever is taken back since. What was
    prepared before and never sent is none, nor is what was sent before it; what is still to be sent will follow
    whatever was sent by then.
    """
    by: dict[str, list[Sending]] = defaultdict(list)
    for one in sendings:
        by[one.whom].append(one)
    return frozenset(one.recipient for several in by.values() for one in several if any(_follows(one, several)))


def _follows(one: Sending, several: Iterable[Sending]) -> Iterator[bool]:
    for other in several:
        if other.attempt < one.attempt and got_same(other.reads, other.files, one.files):
            yield any(known.was(one.prepared) for known in other.known)
            yield other.sent is not None and (one.sent is None or other.sent <= one.sent)
