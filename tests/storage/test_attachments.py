"""Attached files: each content once, known by its digest, and guarded by it."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from nmirf_desktop.domain.attachments import LARGEST, Attachment, Filing, Holder, HolderKind, check_size
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.storage import undo
from nmirf_desktop.storage.attachments import ATTACHMENTS, CONTENTS, content_of, keep
from nmirf_desktop.storage.store import Session, Store
from nmirf_desktop.storage.verification import FaultKind, verify

LETTER = b"%PDF-1.7 a letter"


def attach(session: Session, key: str, content: bytes = LETTER) -> Attachment:
    holder = Holder(HolderKind.STATE, "PRY")
    digest = keep(session, content)
    day = datetime.date(2026, 5, 8)
    found = Attachment(key, holder, f"{key}.pdf", Filing.LETTER, digest, len(content), day, "PRY")
    ATTACHMENTS.save(session, found)
    return found


def contents(store: Store) -> int:
    with store.read() as session:
        return len(session.connection.execute(CONTENTS.select()).all())


def test_the_same_content_is_kept_once_and_read_by_each_of_its_names(store: Store) -> None:
    with store.write("attach", Subject.ATTACHMENTS) as session:
        one, two = attach(session, "one"), attach(session, "two")
    assert one.content == two.content
    assert contents(store) == 1
    with store.read() as session:
        assert content_of(session, one.content) == LETTER
        assert ATTACHMENTS.all(session, state="PRY") == (one, two)


def test_what_is_attached_is_taken_back_and_attached_again(store: Store) -> None:
    with store.write("attach", Subject.ATTACHMENTS) as session:
        one = attach(session, "one")
    undo.undo(store)
    with store.read() as session:
        assert ATTACHMENTS.all(session) == ()
    undo.redo(store)
    with store.read() as session:
        assert ATTACHMENTS.all(session) == (one,)
        assert content_of(session, one.content) == LETTER
        assert verify(session).faults == ()


@pytest.mark.parametrize("harm", ["UPDATE attached_content SET content = x'00'", "DELETE FROM attached_content"])
def test_a_content_changed_outside_the_program_is_named_by_the_file(store: Store, harm: str) -> None:
    with store.write("attach", Subject.ATTACHMENTS) as session:
        attach(session, "one")
        attach(session, "other", b"another")
    with sqlite3.connect(store.path) as connection:
        connection.execute(harm + " WHERE content = ?", (LETTER,))
    connection.close()
    with store.read() as session:
        (fault,) = verify(session).faults
    assert (fault.kind, fault.place) == (FaultKind.CONTENT_ALTERED, "one.pdf")
    assert "one.pdf" in fault.said_in(catalog(Language.ES))


@pytest.mark.parametrize("size", [0, LARGEST + 1])
def test_what_is_empty_or_too_large_is_refused_in_words(size: int, tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        check_size("lettre.pdf", size)
    assert "lettre.pdf" in refused.value.said_in(catalog(Language.FR))
    check_size("lettre.pdf", LARGEST)
