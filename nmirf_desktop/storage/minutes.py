"""Minutes, their paragraphs, and issued documents on disk."""

import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, deferred, mapped_column

from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph, MinutesState, Section
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.storage.base import Day, Record, Word, key_column, trilingual
from nmirf_desktop.storage.rows import Rows


class MinutesRecord(Record):
    """The minutes of one meeting."""

    __tablename__ = "minutes"

    key: Mapped[Key] = key_column()
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), unique=True)
    state: Mapped[MinutesState] = mapped_column(Word(MinutesState))
    circulated_on: Mapped[datetime.date | None] = mapped_column(Day)
    corrections_until: Mapped[datetime.date | None] = mapped_column(Day)
    approved_on: Mapped[datetime.date | None] = mapped_column(Day)
    prevailing: Mapped[Language] = mapped_column(Word(Language))


class MinutesParagraphRecord(Record):
    """One paragraph of the minutes."""

    __tablename__ = "minutes_paragraph"

    key: Mapped[Key] = key_column()
    minutes: Mapped[Key] = mapped_column(ForeignKey("minutes.key"), index=True)
    position: Mapped[int]
    section: Mapped[Section] = mapped_column(Word(Section))
    text: Mapped[Trilingual] = trilingual("text")
    item: Mapped[Key | None] = mapped_column(ForeignKey("agenda_item.key"))
    slot: Mapped[str]
    drafted: Mapped[Trilingual] = trilingual("drafted")


class IssuedDocumentRecord(Record):
    """A file that left the house, with its bytes."""

    __tablename__ = "issued_document"
    __table_args__ = (UniqueConstraint("kind", "meeting", "language", "version"),)

    key: Mapped[Key] = key_column()
    kind: Mapped[DocumentKind] = mapped_column(Word(DocumentKind))
    meeting: Mapped[Key] = mapped_column(ForeignKey("meeting.key"), index=True)
    symbol: Mapped[str]
    language: Mapped[Language] = mapped_column(Word(Language))
    version: Mapped[int]
    fingerprint: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    issued_on: Mapped[datetime.date] = mapped_column(Day)
    entry: Mapped[int]
    entry_hash: Mapped[str]
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))


MINUTES = Rows(MinutesRecord, Minutes)
PARAGRAPHS = Rows(MinutesParagraphRecord, MinutesParagraph)
ISSUED = Rows(IssuedDocumentRecord, IssuedDocument)


def content_of(session: Session, key: Key) -> bytes:
    """The bytes of an issued document; ``LookupError`` where there is none."""
    row = session.get(IssuedDocumentRecord, key)
    if row is None:
        raise LookupError(key)
    return row.content
