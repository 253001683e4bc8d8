"""When texts that were missing in approved minutes were supplied, by the journal."""

import datetime
from collections.abc import Collection
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from nmirf_desktop.domain.completed_minutes import TextPlace, Written
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.journal import ENTRIES, LINES
from nmirf_desktop.storage.minutes import MINUTES, PARAGRAPHS, approval_entry
from nmirf_desktop.storage.session import Session
from nmirf_desktop.storage.states import ORGANISATION

_ENTRY, _LINE = ENTRIES.table.c, LINES.table.c


def supplied_on(session: Session, paragraph: Key, language: Language) -> datetime.date:
    """The day, where the secretariat counts its days, on which a paragraph was written last in a language."""
    found = sa.select(sa.func.max(_ENTRY.at)).where(
        _LINE.row_key == paragraph, _LINE.table_name == PARAGRAPHS.name, _LINE.field == f"text_{language}",
        _ENTRY.sequence == _LINE.sequence,
    )  # fmt: skip
    last = session.connection.execute(found).scalar()
    if last is None:
        raise LookupError(paragraph)
    return _day(session, last)


def last_supplied(session: Session, minutes: Key) -> int:
    """The journal's last entry in which paragraphs of approved minutes were written after the approval; 0: none."""
    keys = [one.key for one in PARAGRAPHS.all(session, minutes=minutes)]
    approval = approval_entry(session, MINUTES.get(session, minutes).meeting)
    found = sa.select(sa.func.max(_LINE.sequence)).where(_LINE.row_key.in_(keys), _LINE.sequence > approval)
    return session.connection.execute(found).scalar() or 0


def written_since(
    session: Session, minutes: Key, language: Language, texts: Collection[TextPlace]
) -> tuple[Written, ...]:
    """Those of some *texts* that were written in a language after the approval, each as it was written last."""
    approval = approval_entry(session, MINUTES.get(session, minutes).meeting)
    fields = {(one.record, f"{one.field}_{language}") for one in texts}
    found = (
        sa.select(_LINE.row_key, _LINE.field, _LINE.after, _LINE.sequence, _ENTRY.at)
        .where(
            _LINE.sequence > approval, _LINE.row_key.in_({one.record for one in texts}),
            _LINE.field.endswith(f"_{language}", autoescape=True), _ENTRY.sequence == _LINE.sequence,
        )
        .order_by(_LINE.sequence)
    )  # fmt: skip
    last = {(row, field): written for row, field, *written in session.connection.execute(found)}
    return tuple(
        Written(str(words), entry, _day(session, at))
        for place, (words, entry, at) in last.items()
        if place in fields and words
    )


def _day(session: Session, at: str) -> datetime.date:
    zone = ZoneInfo(ORGANISATION.get(session, "organisation").time_zone)
    return datetime.datetime.fromisoformat(at).astimezone(zone).date()
