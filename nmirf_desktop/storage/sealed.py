"""What is never changed any more: approved minutes, their paragraphs, the requests on them, and issued corrigenda.

Every verb refuses it in words by itself. Here it is seen once more as the transaction ends, whatever wrote in it: undo
and redo, a merge of records, a verb to come. One thing passes: a verb that says so supplies a language in which a
paragraph had no text (``Session.completing``), and changes nothing else of it.
"""

from collections.abc import Iterator

from nmirf_desktop.domain.completed_minutes import only_completed
from nmirf_desktop.domain.corrigenda import check_unissued
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import APPROVED, Minutes, MinutesState
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.storage.base import text_of
from nmirf_desktop.storage.corrections import CORRECTION_REQUESTS, CORRIGENDA, ERRATA
from nmirf_desktop.storage.minutes import APPROVED_PAPERS, ISSUED, MINUTES, PARAGRAPHS
from nmirf_desktop.storage.session import Session

OF_MINUTES = frozenset({MINUTES.name, PARAGRAPHS.name, APPROVED_PAPERS.name, CORRECTION_REQUESTS.name})
"""The tables that approval seals."""
OF_CORRIGENDA = frozenset({CORRIGENDA.name, ERRATA.name})
"""The tables that an issue seals."""


def check_sealed(session: Session) -> None:
    """Raises ``Refusal`` where a transaction changed what was approved or issued before it began."""
    touched = {change.table for change in session.changes}
    if touched & OF_MINUTES:
        for key in dict.fromkeys(_whose(session, OF_MINUTES, MINUTES.name, "minutes")):
            _check_minutes(session, key)
    if touched & OF_CORRIGENDA:
        for key in dict.fromkeys(_whose(session, OF_CORRIGENDA, CORRIGENDA.name, "corrigendum")):
            _check_corrigendum(session, key)


def _whose(session: Session, tables: frozenset[str], own: str, field: str) -> Iterator[str]:
    """The keys of what the changed rows of some tables belong to; a row that is gone says it in its change."""
    for change in session.changes:
        if change.table == own and change.table in tables:
            yield change.row
        elif change.table in tables:
            held = {rows.name: rows for rows in (PARAGRAPHS, APPROVED_PAPERS, CORRECTION_REQUESTS, ERRATA)}[
                change.table
            ]
            row = held.held(session, change.row)
            if row is not None:
                yield row[field]
            elif change.field == field and change.before is not None:
                yield change.before


def _check_minutes(session: Session, key: str) -> None:
    """An approval in the transaction itself seals what comes after it, and not what it is made of."""
    now = MINUTES.find(session, key)
    before = next((one.before for one in session.changes if one.row == key and one.field == "state"), None)
    written = any(one.row == key and one.field == "state" for one in session.changes)
    state = before if written else (now.state if now is not None else None)
    if state == MinutesState.APPROVED and not _completes(session, key):
        raise Refusal(APPROVED, {"date": _day(session, key, now)})


def _completes(session: Session, minutes: str) -> bool:
    """Whether all that a transaction changed of some minutes are languages that were missing in their paragraphs."""
    touched = {(one.table, one.row) for one in session.changes if one.table in OF_MINUTES}
    own = {row for table, row in touched if _of_minutes(session, table, row, minutes)}
    if not own or not own <= session.completing:
        return False
    return all(_only_completed(session, row) for row in own)


def _of_minutes(session: Session, table: str, row: str, minutes: str) -> bool:
    """Whether a changed row is of some minutes; one that is gone is of any."""
    if table == MINUTES.name:
        return row == minutes
    held = {rows.name: rows for rows in (PARAGRAPHS, APPROVED_PAPERS, CORRECTION_REQUESTS)}[table].held(session, row)
    return held is None or held["minutes"] == minutes


def _only_completed(session: Session, row: str) -> bool:
    """Whether a paragraph is otherwise only in what was missing, and in no language that a corrigendum puts right."""
    held = PARAGRAPHS.held(session, row)
    if held is None:
        return False
    now = {name: text_of(cell) for name, cell in held.items()}
    before = {one.field: one.before for one in reversed(session.changes) if one.row == row}
    texts = PARAGRAPHS.value_of(now | before), PARAGRAPHS.value_of(now)
    corrected = {one.language for one in ERRATA.all(session, paragraph=row)}
    same = all(texts[0].text[language] == texts[1].text[language] for language in corrected)
    return same and only_completed(*texts)


def _day(session: Session, key: str, now: Minutes | None) -> object:
    """The day of an approval, as it was before this transaction."""
    import datetime

    fields = (one.before for one in session.changes if one.row == key and one.field == "approved_on")
    before = next(fields, None)
    return datetime.date.fromisoformat(before) if before else now.approved_on if now is not None else ""


def _check_corrigendum(session: Session, key: str) -> None:
    """An issue in the transaction itself dates a corrigendum, and seals what comes after it."""
    corrigendum = CORRIGENDA.find(session, key)
    if corrigendum is not None:
        meeting = MINUTES.get(session, corrigendum.minutes).meeting
        made = {one.row for one in session.changes if one.table == ISSUED.name and one.before is None}
        issued = ISSUED.all(session, meeting=meeting, kind=DocumentKind.CORRIGENDUM)
        check_unissued(corrigendum, (one for one in issued if one.key not in made))
