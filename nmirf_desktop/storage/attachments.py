"""Attached files on disk: what is known of each in the journal, each content once and known by its SHA-256."""

import hashlib
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from nmirf_desktop.domain.attachments import Attachment, Holder, HolderKind
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.storage.base import METADATA, of_state
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.session import Session

ATTACHMENTS = Rows(
    "attachment",
    Attachment,
    state=of_state(indexed=True),
    content=sa.Column(sa.String(64), index=True),
)
CONTENTS = sa.Table(
    "attached_content",
    METADATA,
    sa.Column("sha256", sa.String(64), primary_key=True, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
"""The bytes. They stand outside the journal: their key is their digest, so that nobody can change them unseen, and
what was attached by mistake can be attached again by redo."""


def keep(session: Session, content: bytes) -> str:
    """Keep a content, once; its SHA-256, by which it is known."""
    digest = hashlib.sha256(content).hexdigest()
    if session.connection.execute(sa.select(CONTENTS.c.sha256).where(CONTENTS.c.sha256 == digest)).first() is None:
        session.connection.execute(CONTENTS.insert(), {"sha256": digest, "content": content})
    return digest


def content_of(session: Session, digest: str) -> bytes:
    """A content; ``LookupError`` where there is none of that digest."""
    row = session.connection.execute(sa.select(CONTENTS.c.content).where(CONTENTS.c.sha256 == digest)).first()
    if row is None:
        raise LookupError(digest)
    content: bytes = row.content
    return content


def held_by(session: Session, holder: Holder) -> tuple[Attachment, ...]:
    """The files of one record, in the order in which they were added."""
    files = ATTACHMENTS.table.c
    here = (files.holder_kind == holder.kind) & (files.holder_key == holder.key)
    keys = session.connection.execute(sa.select(files.key).where(here).order_by(files.key)).scalars().all()
    return tuple(ATTACHMENTS.get(session, key) for key in keys)


def held_by_each(session: Session, kind: HolderKind, keys: Iterable[Key]) -> dict[Key, tuple[Attachment, ...]]:
    """The files of some records of one kind, by the key of each."""
    held: dict[Key, tuple[Attachment, ...]] = dict.fromkeys(keys, ())
    files = ATTACHMENTS.table.c
    here = (files.holder_kind == kind) & files.holder_key.in_(list(held))
    found = session.connection.execute(sa.select(files.key).where(here)).scalars().all()
    for one in ATTACHMENTS.among(session, found).values():
        held[one.holder.key] += (one,)
    return held


def held_for_undo(session: Session) -> int:
    """The bytes of the contents that no file has any more: removed, and kept so that undo can attach them again."""
    used = sa.select(ATTACHMENTS.table.c.content)
    size = sa.func.coalesce(sa.func.sum(sa.func.length(CONTENTS.c.content)), 0)
    return int(session.connection.execute(sa.select(size).where(CONTENTS.c.sha256.not_in(used))).scalar_one())


def altered_contents(session: Session) -> Iterator[str]:
    """The names of the files whose content is not there, or is not what its digest says."""
    files = ATTACHMENTS.table.c
    sound = {digest for digest, content in session.connection.execute(sa.select(CONTENTS)) if _is(content, digest)}
    for name, digest in session.connection.execute(sa.select(files.name, files.content)):
        if digest not in sound:
            yield str(name)


def _is(content: object, digest: str) -> bool:
    return isinstance(content, bytes) and hashlib.sha256(content).hexdigest() == digest
