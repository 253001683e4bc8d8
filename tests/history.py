"""A register of a network that has existed for years, the same for the same seed: what benchmarks open.

Its acts are those of the program, each an entry of the journal under the program's verb; they are written without the
services, a year in a transaction, so that fifty years take seconds.
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import IssuedDocument
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.paths import bundled
from nmirf_desktop.services.opening import create
from nmirf_desktop.storage import journal
from nmirf_desktop.storage.attachments import ATTACHMENTS, keep
from nmirf_desktop.storage.journal import Signature
from nmirf_desktop.storage.minutes import APPROVED_PAPERS, ISSUED
from nmirf_desktop.storage.store import Session, Store
from tests.history_meetings import tell_meetings
from tests.history_members import tell_members
from tests.history_told import Act, Told, paper
from tests.history_watch import watch
from tests.registers import Hand

AUTHOR = "Secretariat"
START = datetime.datetime(2024, 5, 6, 9, tzinfo=datetime.UTC)
"""Two days before the founding meeting the register is opened."""
EMPTY_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
"""What stands in for an issued document: small, and a PDF all the same."""


def make_history(path: Path, *, years: int = 50, states: int = 193, seed: int = 1) -> Path:
    """A register at *path* of a network of so many States that has met *years* times since it was founded.

    The last day is 31 December of the year of the last meeting (:func:`last_day`); the next meeting is planned.
    """
    create(path, author=AUTHOR, clock=Hand(START))
    shipped = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
    told = Told(shipped[:states], years, seed)
    tell_members(told)
    tell_meetings(told)
    watch(told)
    with Store(path, author=AUTHOR).open() as store:
        _write(store, sorted(told.acts, key=lambda act: act.at), told.contents)
    Store(path, author=AUTHOR).open().close()  # the search's index is brought up to the journal
    return path


def last_day(years: int) -> datetime.date:
    """The day as of which a history of so many years is looked at."""
    return datetime.date(START.year + years, 12, 31)


def _write(store: Store, acts: Iterable[Act], contents: Mapping[Key, bytes]) -> None:
    for _, own in groupby(acts, key=lambda act: act.at.year):
        with store.write("a year", *Subject) as session:
            last = journal.head(session)
            copy = last.copy if last is not None else ""
            for act in own:
                _note(session, act, Signature(AUTHOR, copy, store.revision, act.at), contents)


def _note(session: Session, act: Act, signature: Signature, contents: Mapping[Key, bytes]) -> None:
    """What an act saves, and its entry of the journal."""
    for rows, value in act.saved:
        if rows is APPROVED_PAPERS:
            rows.save(session, value, content=contents[value.key])
        else:
            rows.save(session, value)
        if rows is ATTACHMENTS:
            keep(session, paper(value.name))
    for document, content in _issued(session, act):
        ISSUED.save(session, document, content=content)
    journal.write(session, act.verb, signature)
    session.changes.clear()


def _issued(session: Session, act: Act) -> Iterator[tuple[IssuedDocument, bytes]]:
    """The documents that an act issues, each with its file, which is like no other, and the journal's head."""
    last = journal.head(session) if act.issued else None
    if last is not None:
        for one in act.issued:
            content = EMPTY_PAGE + f"%{one.name}\n".encode()
            sha256 = hashlib.sha256(content).hexdigest()
            yield replace(one, sha256=sha256, entry=last.sequence, entry_hash=last.hash), content
