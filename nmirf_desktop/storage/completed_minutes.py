"""When texts that were missing in approved minutes were supplied, by the journal."""

import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import one_line
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


def written_as(session: Session, minutes: Key, language: Language, said: str) -> datetime.date | None:
    """The day on which a text that is quoted was written in a language after the approval; ``None`` where none was.

    *said* is what stands in the document, which has the text itself, with its number or mark beside it.
    """
    text = one_line(said)
    approval = approval_entry(session, MINUTES.get(session, minutes).meeting)
    found = (
        sa.select(_LINE.after, _ENTRY.at)
        .where(
            _LINE.sequence > approval, _LINE.field.endswith(f"_{language}", autoescape=True),
            ~_LINE.field.like("basis%"), _LINE.table_name != PARAGRAPHS.name, _LINE.after != "",
            _ENTRY.sequence == _LINE.sequence,
        )
        .order_by(_LINE.sequence.desc())
    )  # fmt: skip
    for after, at in session.connection.execute(found):
        words = one_line(str(after)).rstrip(".")
        if words and (words in text or text.rstrip(".") in words):
            return _day(session, at)
    return None


def _day(session: Session, at: str) -> datetime.date:
    zone = ZoneInfo(ORGANISATION.get(session, "organisation").time_zone)
    return datetime.datetime.fromisoformat(at).astimezone(zone).date()
