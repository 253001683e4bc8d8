"""Minutes, their paragraphs, what is said beside them, and issued documents on disk."""

import math

import sqlalchemy as sa

from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.minutes import ApprovedPaper, Minutes, MinutesParagraph
from nmirf_desktop.domain.minutes_comments import Comment
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.base import MADE, link
from nmirf_desktop.storage.journal import LINES
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

MINUTES = Rows(
    "minutes",
    Minutes,
    meeting=link("meeting", unique=True),
    item=link("agenda_item"),
    participants_sent=sa.Column(server_default="", info=MADE),
)
PARAGRAPHS = Rows(
    "minutes_paragraph",
    MinutesParagraph,
    minutes=link("minutes", indexed=True),
    item=link("agenda_item"),
    tells=sa.Column(server_default=""),
    completed=sa.Column(server_default=""),
)
APPROVED_PAPERS = Rows(
    "approved_paper",
    ApprovedPaper,
    beside=(sa.Column("content", sa.LargeBinary),),
    minutes=link("minutes", unique=True),
)
COMMENTS = Rows(
    "minutes_comment",
    Comment,
    minutes=link("minutes", indexed=True),
    answers=link("minutes_comment"),
)
ISSUED = Rows(
    "issued_document",
    IssuedDocument,
    unique=("kind", "meeting", "symbol", "language", "version"),
    beside=(sa.Column("content", sa.LargeBinary),),
    meeting=link("meeting", indexed=True),
    symbol=sa.Column(info=MADE),
    sha256=sa.Column(index=True),
    name=sa.Column(info=MADE),
)
APPROVED_CONTENT = sa.select(APPROVED_PAPERS.table.c.content).where(
    APPROVED_PAPERS.table.c.minutes == sa.bindparam("minutes")
)
CONTENT = sa.select(ISSUED.table.c.content).where(ISSUED.table.c.key == sa.bindparam("key"))


def approved(session: Session, meeting: Key) -> bool:
    """Whether the minutes of a meeting are approved: what they tell of it stands."""
    minutes = MINUTES.first(session, meeting=meeting)
    return minutes is not None and minutes.approved_on is not None


def approval_entry(session: Session, meeting: Key | None) -> float:
    """The journal's entry in which the minutes of a meeting were approved; infinity where they are not.

    Days do not tell what was before it: the day of an approval may be earlier or later than that of its entry.
    """
    minutes = MINUTES.first(session, meeting=meeting)
    lines = LINES.all(session, row=minutes.key, field="approved_on") if minutes is not None else ()
    return max((line.sequence for line in lines if line.after is not None), default=math.inf)


def approved_content(session: Session, minutes: Key) -> bytes | None:
    """The text of minutes as it was approved; ``None`` where none was kept, as before this was."""
    return session.connection.execute(APPROVED_CONTENT, {"minutes": minutes}).scalar()


def content_of(session: Session, key: Key) -> bytes:
    """The bytes of an issued document; ``LookupError`` where there is none."""
    row = session.connection.execute(CONTENT, {"key": key}).first()
    if row is None:
        raise LookupError(key)
    content: bytes = row.content
    return content
