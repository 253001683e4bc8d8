"""What Home tells of the dispatches: what waits, who holds only what is superseded, which certificates are behind."""

import datetime
from collections import Counter
from dataclasses import dataclass

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.superseded import Superseded
from nmirf_desktop.domain.undelivered import Undelivered
from nmirf_desktop.services.certificate_since import outdated_certificates
from nmirf_desktop.services.states import States
from nmirf_desktop.services.superseded import superseded_on
from nmirf_desktop.services.waiting import undelivered_on
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.store import Session


@dataclass(frozen=True, slots=True)
class Outdated:
    """How many certificates of dispatch of a meeting, by its symbol, do not tell all that is recorded by now."""

    meeting: Key
    symbol: str
    number: int


@dataclass(frozen=True, slots=True)
class OfDispatches:
    """What was not sent or did not arrive, who holds only a superseded version, which certificates are *outdated*."""

    undelivered: Undelivered | None = None
    superseded: tuple[Superseded, ...] = ()
    outdated: tuple[Outdated, ...] = ()


NOTHING_OF_THEM = OfDispatches()


def told_of_dispatches(session: Session, states: States, on: datetime.date, *, writable: bool) -> OfDispatches:
    """What there is on a day; what only somebody can mend who can write is not told to others.

    For whom a later version is prepared is among what is not recorded as sent, and not told again.
    """
    undelivered = undelivered_on(session, on)
    if not writable:
        return OfDispatches(undelivered)
    waits = {to.dispatch for to in undelivered.prepared} if undelivered is not None else set[Key]()
    superseded = tuple(one for one in superseded_on(session, states, on) if one.prepared not in waits)
    return OfDispatches(undelivered, superseded, _outdated(session, on))


def _outdated(session: Session, on: datetime.date) -> tuple[Outdated, ...]:
    """The certificates that Distribution names, counted by their meetings."""
    by = Counter(one.issued.meeting for one in outdated_certificates(session, None, on))
    meetings = MEETINGS.among(session, by)
    return tuple(Outdated(key, one.symbol, by[key]) for key, one in meetings.items())
