"""What was prepared and sent before with the same documents, and to whom."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.dispatches import Delivery, Happening, Recipient
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import Meeting, notice_applies
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.recipients import files_by_reader, got_same
from nmirf_desktop.domain.reminded_in_turn import Beside
from nmirf_desktop.services.notices import notice_ground
from nmirf_desktop.storage.dispatches import DISPATCHED, ENCLOSURES, RECIPIENTS, deliveries_of, enclosed_in_each
from nmirf_desktop.storage.minutes import ISSUED
from nmirf_desktop.storage.session import Session


def dispatched_with(session: Session, issued: Iterable[Key]) -> tuple[Key, ...]:
    """The dispatches with one of some files."""
    enclosed = ENCLOSURES.by(session, "issued", issued)
    return tuple(dict.fromkeys(one.dispatch for several in enclosed.values() for one in several))


def prepared_before(session: Session, issued: Collection[Key]) -> Mapping[str, tuple[Recipient, ...]]:
    """Who was prepared for before with one of the same files, by :attr:`Recipient.whom`.

    It is one that this reader got (:func:`.got_same`).
    """
    dispatches = dispatched_with(session, issued)
    found: dict[str, list[Recipient]] = defaultdict(list)
    same = _same_file(session, dispatches, issued)
    for recipients in RECIPIENTS.by(session, "dispatch", dispatches).values():
        for one in filter(same, recipients):
            found[one.whom].append(one)
    return {whom: tuple(several) for whom, several in found.items()}


def delivered_before(session: Session, issued: Collection[Key]) -> Mapping[str, list[Delivery]]:
    """As :func:`prepared_before`, with what became of each."""
    dispatches = dispatched_with(session, issued)
    found: dict[str, list[Delivery]] = defaultdict(list)
    same = _same_file(session, dispatches, issued)
    for several in deliveries_of(session, dispatches).values():
        for one in several:
            if same(one.recipient):
                found[one.recipient.whom].append(one)
    return found


def beside(session: Session, several: Iterable[Delivery]) -> Mapping[Key, tuple[Beside, ...]]:
    """What else went to the same with one of the same files, of each of some deliveries, by their recipients' keys."""
    by: dict[Key, list[Delivery]] = defaultdict(list)
    for one in several:
        by[one.recipient.dispatch].append(one)
    found: dict[Key, tuple[Beside, ...]] = {}
    for dispatch, own in by.items():
        files = [one.issued for one in ENCLOSURES.all(session, dispatch=dispatch)]
        others = [key for key in dispatched_with(session, files) if key != dispatch]
        made, to, same = DISPATCHED.among(session, others), defaultdict(list), _same_file(session, others, files)
        for key, there in deliveries_of(session, others).items():
            for one in there:
                if same(one.recipient):
                    to[one.recipient.whom].append(Beside(one, made[key].prepared_at))
        found |= {one.recipient.key: tuple(to[one.recipient.whom]) for one in own}
    return found


def _same_file(session: Session, dispatches: Iterable[Key], issued: Collection[Key]) -> Callable[[Recipient], bool]:
    """Tells whether a recipient of some dispatches got one of the files that it would get of those *issued*."""
    got = {key: files_by_reader(several) for key, several in enclosed_in_each(session, dispatches).items()}
    own = files_by_reader(ISSUED.among(session, issued).values())
    return lambda to: got_same(to.reads, got[to.dispatch], own)


def first_sent(
    session: Session, issued: Iterable[Key], whom: frozenset[str], zone: str
) -> tuple[datetime.date, datetime.date] | None:
    """From which to which day some files were first sent to some people; of nobody of these, to whomever they were.

    ``None`` where no sending of them is recorded.
    """
    first: dict[str, datetime.datetime] = {}
    for who, several in delivered_before(session, tuple(issued)).items():
        moments = [one.at for to in several for one in to.standing_events if one.kind is Happening.SENT]
        if moments:
            first[who] = min(moments)
    days = [at.astimezone(ZoneInfo(zone)).date() for who, at in first.items() if who in whom or whom.isdisjoint(first)]
    return (min(days), max(days)) if days else None


def last_day(
    session: Session, issued: Iterable[IssuedDocument], meeting: Meeting | None, on: datetime.date
) -> datetime.date | None:
    """R39: the last day for sending the agenda among some documents, as a day knows it; ``None`` where none is owed."""
    agenda = any(one.kind in AGENDAS for one in issued)
    if not agenda or meeting is None or not notice_applies(meeting):
        return None
    return notice_ground(session, meeting, on).deadline(meeting)
