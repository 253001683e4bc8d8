"""Minutes, their paragraphs, and issued documents on disk."""

from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.minutes import Minutes, MinutesParagraph
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.base import BYTES, Column, Special, link
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

MINUTES = Rows("minutes", Minutes, meeting=link("meeting", unique=True))
PARAGRAPHS = Rows(
    "minutes_paragraph", MinutesParagraph, minutes=link("minutes", indexed=True), item=link("agenda_item")
)
ISSUED = Rows(
    "issued_document",
    IssuedDocument,
    unique=("kind", "meeting", "symbol", "language", "version"),
    beside=(Column("content", BYTES, null=True),),
    meeting=link("meeting", indexed=True),
    symbol=Special(made=True),
    sha256=Special(indexed=True),
    name=Special(made=True),
)


def content_of(session: Session, key: Key) -> bytes:
    """The bytes of an issued document; ``LookupError`` where there is none."""
    held = ISSUED.held(session, key, ["content"])
    if held is None:
        raise LookupError(key)
    content: bytes = held["content"]
    return content
