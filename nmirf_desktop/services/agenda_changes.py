"""Whether an agenda still is the one that was agreed and sent, as the journal knows it."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from zoneinfo import ZoneInfo

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import AGENDAS, IssuedDocument
from nmirf_desktop.domain.meetings import Audience, Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.dispatches import DISPATCHED, deliveries_of, enclosed_in_each
from nmirf_desktop.storage.journal import ENTRIES, LINES, Line
from nmirf_desktop.storage.meetings import DISPATCHES, ITEMS
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

PLACED = ("meeting", "parent", "position", "supplementary")
"""What an item is in the agenda, beside its texts."""


def changed_on(session: Session, meeting: Meeting, *, annotated: bool) -> datetime.date | None:
    """The day on which what an agreed agenda prints was last changed after the agreement, as the secretariat counts.

    ``None`` where it says what was agreed on, or nothing was. What was taken back is no change, and neither is a
    translation that was completed. Annotations count where the agenda is *annotated*.
    """
    agreed, since = meeting.agenda_agreed_on, _agreed_at(session, meeting)
    if agreed is None or since is None:
        return None
    day = max(_days(session, meeting, {since}, annotated=annotated), default=None)
    return day if day is not None and day >= agreed else None


def days_of_change(session: Session, meeting: Meeting, *, annotated: bool) -> frozenset[datetime.date]:
    """The days of the changes by which an agenda reads otherwise than it was agreed, or first sent to members.

    They are days as the secretariat counts. What was taken back and translations that were completed count as little
    as in :func:`changed_on`.
    """
    bases = _agreed_at(session, meeting), _sent_at(session, meeting)
    return frozenset(_days(session, meeting, {one for one in bases if one is not None}, annotated=annotated))


def _agreed_at(session: Session, meeting: Meeting) -> int | None:
    """The entry of the journal that noted the agreement on an agenda; ``None`` while it is being noted."""
    if meeting.agenda_agreed_on is None:
        return None
    lines = LINES.all(session, row=meeting.key, field="agenda_agreed_on")
    last = max(lines, key=lambda line: line.sequence, default=None)
    return last.sequence if last is not None and last.after == meeting.agenda_agreed_on.isoformat() else None


def _sent_at(session: Session, meeting: Meeting) -> int | None:
    """The first entry of the journal after which the agenda was another than the one that members have.

    It recorded a sending to them which stands still; of what went by the log, the agenda was issued after it.
    """
    sent = [one.key for one in DISPATCHES.all(session, meeting=meeting.key) if one.audience is Audience.MEMBERS]
    noted = (line.sequence for lines in LINES.by(session, "row", sent).values() for line in lines)
    return min((*noted, *(one.entry for one in agendas_sent(session, meeting.key))), default=None)


def agendas_sent(session: Session, meeting: Key) -> Iterator[IssuedDocument]:
    """The agendas of a meeting that went to a member by the log of dispatches, where a sending stands."""
    enclosed = enclosed_in_each(session, (one.key for one in DISPATCHED.all(session, meeting=meeting)))
    agendas = {
        key: [one for one in several if one.kind in AGENDAS and one.meeting == meeting]
        for key, several in enclosed.items()
    }
    log = deliveries_of(session, (key for key, several in agendas.items() if several))
    for key, several in log.items():
        if any(one.was_sent and one.recipient.capacity is Capacity.MEMBER for one in several):
            yield from agendas[key]


def _days(session: Session, meeting: Meeting, since: Collection[int], *, annotated: bool) -> set[datetime.date]:
    """The days of the changes after some entries of the journal; how many changes there are asks for no more reads."""
    found = {line.sequence for line in _changes(session, meeting, since, annotated=annotated)}
    organisation = ORGANISATION.find(session, "organisation")
    zone = None if organisation is None else ZoneInfo(organisation.time_zone)
    entries = ENTRIES.among(session, found).values()
    return {datetime.datetime.fromisoformat(one.at).astimezone(zone).date() for one in entries}


def _changes(session: Session, meeting: Meeting, since: Collection[int], *, annotated: bool) -> Iterator[Line]:
    """The last change of each field that reads otherwise than at one of some entries of the journal."""
    if not since:
        return
    items = {item.key: item for item in ITEMS.all(session, meeting=meeting.key)}
    belonged = LINES.all(session, table=ITEMS.name, field="meeting")
    rows = (line.row for line in belonged if meeting.key in (line.before, line.after))
    for row, lines in LINES.by(session, "row", rows).items():
        for base in since:
            later = (line for line in lines if line.sequence > base)
            yield from _differing(later, items.get(row), annotated=annotated)


def _differing(lines: Iterable[Line], item: AgendaItem | None, *, annotated: bool) -> Iterator[Line]:
    fields: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda one: one.sequence):
        fields.setdefault(line.field, []).append(line)
    originals, texts = _texts(item, annotated=annotated)
    for field, changes in fields.items():
        before, after = changes[0].before, changes[-1].after
        counts = field in PLACED or field in originals or (field in texts and before)
        if counts and before != after:
            yield changes[-1]


def _texts(item: AgendaItem | None, *, annotated: bool) -> tuple[set[str], set[str]]:
    """The columns of what an item says in its original language, and in all of them; none of one that is gone."""
    if item is None:
        return set(), set()
    said = {"title": item.title, **({"annotation": item.annotation} if annotated else {})}
    originals = {f"{name}_{text.source}" for name, text in said.items()}
    return originals, {f"{name}_{language}" for name, text in said.items() for language in type(text.source)}
