"""Undo and redo from the journal, across restarts: an entry is never removed, its inverse is appended.

What left the house or was announced is a barrier: undo does not go behind it. A position is superseded by another
one, never removed, so that answers are no steps of undo either.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Integer, select
from sqlalchemy.orm import Mapper, Session
from sqlalchemy.types import TypeDecorator, TypeEngine

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.refusals import Refusal
from nmirf_desktop.i18n import N_
from nmirf_desktop.storage.base import Record
from nmirf_desktop.storage.journal import ChangeRecord, EntryRecord, stored
from nmirf_desktop.storage.store import Store

BARRIERS = frozenset(
    {
        "new register", "migration", "issue documents", "record the sending of the agenda", "approve the minutes",
        "circulate the minutes", "circulate revised minutes", "adopt the agenda", "open a sitting", "close a sitting",
        "adopt by consensus", "open a vote", "record an answer", "correct the record of a vote",
        "note what was intended", "close a vote",
    }
)  # fmt: skip
"""The verbs that undo neither takes back nor goes behind."""

SUBJECT_OF = {
    "state": Subject.STATES, "renaming": Subject.STATES, "regrouping": Subject.STATES, "organisation": Subject.SETTINGS,
    "membership": Subject.MEMBERS, "communication": Subject.MEMBERS, "mechanism": Subject.MEMBERS,
    "person": Subject.MEMBERS, "focal_point": Subject.MEMBERS, "term": Subject.COMMITTEE, "seat": Subject.COMMITTEE,
    "coordination": Subject.COMMITTEE, "meeting": Subject.MEETINGS, "sitting": Subject.MEETINGS,
    "officer": Subject.MEETINGS,
    "agenda_dispatch": Subject.MEETINGS, "agenda_item": Subject.AGENDA, "presence": Subject.SESSION,
    "intervention": Subject.SESSION, "proposal": Subject.VOTES, "consensus_call": Subject.VOTES, "vote": Subject.VOTES,
    "position": Subject.VOTES, "decision": Subject.VOTES, "minutes": Subject.MINUTES,
    "minutes_paragraph": Subject.MINUTES, "issued_document": Subject.DOCUMENTS,
}  # fmt: skip

NOTHING_TO_UNDO = N_("There is nothing to undo: what left the house or was announced in the room stays.")
NOTHING_TO_REDO = N_("There is nothing to redo.")
CHANGED_SINCE = N_("This step cannot be taken back: what it changed was changed again since.")


@dataclass(frozen=True, slots=True)
class Steps:
    """The verbs that undo and redo would take back and do again, ``None`` where there is none."""

    undo: str | None
    redo: str | None


@dataclass(frozen=True, slots=True)
class _Stacks:
    undo: tuple[EntryRecord, ...]
    redo: tuple[EntryRecord, ...]


def _stacks(session: Session) -> _Stacks:
    undo: list[EntryRecord] = []
    redo: list[EntryRecord] = []
    for entry in session.scalars(select(EntryRecord).order_by(EntryRecord.sequence)):
        if entry.verb in BARRIERS and entry.undoes is None:
            undo, redo = [], []
        elif entry.undoes is None:
            undo, redo = [*undo, entry], []
        elif undo and undo[-1].sequence == entry.undoes:
            undo.pop()
            redo.append(entry)
        else:
            redo.pop()
            undo.append(entry)
    return _Stacks(tuple(undo), tuple(redo))


def steps(store: Store) -> Steps:
    """What undo and redo would do now."""
    with store.read() as session:
        found = _stacks(session)
        return Steps(found.undo[-1].verb if found.undo else None, found.redo[-1].verb if found.redo else None)


def undo(store: Store) -> str:
    """Take the last step back; its verb. ``Refusal`` where there is none, or where a later change conflicts."""
    return _invert(store, back=True)


def redo(store: Store) -> str:
    """Do the last undone step again; its verb. ``Refusal`` as :func:`undo`."""
    return _invert(store, back=False)


def _invert(store: Store, *, back: bool) -> str:
    with store.read() as session:
        found = _stacks(session)
        stack = found.undo if back else found.redo
        if not stack:
            raise Refusal(NOTHING_TO_UNDO if back else NOTHING_TO_REDO)
        sequence, verb = stack[-1].sequence, stack[-1].verb
        changes = session.scalars(select(ChangeRecord).where(ChangeRecord.sequence == sequence)).all()
        subjects = {SUBJECT_OF[change.table] for change in changes}
    with store.write(verb, *subjects, undoes=sequence) as session:
        rows: dict[tuple[str, str], list[ChangeRecord]] = {}
        for change in changes:
            rows.setdefault((change.table, change.row), []).append(change)
        for (table, row), fields in reversed(rows.items()):
            _restore(session, _mapper(table), row, fields)
    return verb


def _mapper(table: str) -> Mapper[Record]:
    return next(mapper for mapper in Record.registry.mappers if mapper.local_table.name == table)  # type: ignore[attr-defined]


def _restore(session: Session, mapper: Mapper[Record], row: str, fields: Iterable[ChangeRecord]) -> None:
    """Bring one row to what it was before: changed fields back, a new row away, a removed row there again."""
    columns = {column.name: column for column in mapper.local_table.columns}
    attribute = {name: mapper.get_property_by_column(column).key for name, column in columns.items()}
    record = session.get(mapper.class_, row)
    before = {field.field: restored(columns[field.field].type, field.before) for field in fields}
    key = mapper.primary_key[0].name
    removed = all(field.after is None for field in fields) and key in before
    if (record is None) != removed:
        raise Refusal(CHANGED_SINCE)
    if record is None:
        session.add(mapper.class_(**{attribute[name]: value for name, value in before.items()}))
        return
    for field in fields:
        if stored(columns[field.field].type, getattr(record, attribute[field.field])) != field.after:
            raise Refusal(CHANGED_SINCE)
    if before.get(key, row) is None:
        session.delete(record)
        return
    for name, value in before.items():
        setattr(record, attribute[name], value)


def restored(kind: TypeEngine[object], text: str | None) -> object:
    """The value behind a stored text: the inverse of :func:`nmirf_desktop.storage.journal.stored`."""
    if text is None:
        return None
    plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    value: object = int(text) if isinstance(plain, Integer) else text
    return kind.process_result_value(value, None) if isinstance(kind, TypeDecorator) else value  # type: ignore[arg-type]
