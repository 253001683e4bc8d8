"""Whether an agenda still is the one that the Committee agreed on, as the journal knows it."""

import datetime
from collections.abc import Iterable, Iterator

from nmirf_desktop.domain.agenda import AgendaItem
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.storage.journal import ENTRIES, LINES, Line
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.storage.session import Session

PLACED = ("meeting", "parent", "position", "supplementary")
"""What an item is in the agenda, beside its texts."""


def changed_on(session: Session, meeting: Meeting, *, annotated: bool) -> datetime.date | None:
    """The day (UTC, as the journal has it) on which what an agreed agenda prints was last changed after the agreement.

    ``None`` where it says what was agreed on, or nothing was. What was taken back is no change, and neither is a
    translation that was completed. Annotations count where the agenda is *annotated*.
    """
    agreed = meeting.agenda_agreed_on
    noted = (line.sequence for line in LINES.all(session, row=meeting.key, field="agenda_agreed_on") if line.after)
    since = max(noted, default=None)
    if agreed is None or since is None:
        return None
    last = max((line.sequence for line in _changes(session, meeting, since, annotated=annotated)), default=None)
    entry = None if last is None else ENTRIES.first(session, sequence=last)
    if entry is None:
        return None
    day = datetime.datetime.fromisoformat(entry.at).date()
    return day if day >= agreed else None


def _changes(session: Session, meeting: Meeting, since: int, *, annotated: bool) -> Iterator[Line]:
    """The last change of each field that reads otherwise than at an entry of the journal."""
    items = {item.key: item for item in ITEMS.all(session, meeting=meeting.key)}
    belonged = LINES.all(session, table=ITEMS.name, field="meeting")
    for row in dict.fromkeys(line.row for line in belonged if meeting.key in (line.before, line.after)):
        lines = [line for line in LINES.all(session, row=row) if line.sequence > since]
        yield from _differing(lines, items.get(row), annotated=annotated)


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
