"""The import of members and of focal points in two phases: a preview, and one confirmation that takes it in whole."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.intake import (
    KIND_TITLES,
    WORK,
    ByHand,
    IntakeKind,
    IntakeTable,
    NotRead,
    Preview,
    PreviewRow,
)
from nmirf_desktop.domain.intake.fields import FIELDS, language_of, vocabulary
from nmirf_desktop.domain.intake.judging import AS_IT_IS, Against, Report, preview
from nmirf_desktop.domain.intake.people import hold_functions
from nmirf_desktop.domain.intake.replies import is_reply_sheet
from nmirf_desktop.domain.intake.standing import Snapshot
from nmirf_desktop.domain.intake.words import LANGUAGES, compared
from nmirf_desktop.domain.intake.work_fields import REQUIRED
from nmirf_desktop.domain.intake.work_standing import WorkStanding
from nmirf_desktop.domain.intake.work_tables import rows_of
from nmirf_desktop.domain.members import Communication, FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.participants import Delegate, Invitee
from nmirf_desktop.domain.people import Person
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.exchange.cells import Cell, Line, Sheet, column_name, text_of
from nmirf_desktop.exchange.formulas import unneutralised
from nmirf_desktop.exchange.headed import HeadedTable, find_table
from nmirf_desktop.exchange.headings import Headings
from nmirf_desktop.exchange.sheets import read_sheets
from nmirf_desktop.exchange.spreadsheet import Cell as ListCell
from nmirf_desktop.exchange.spreadsheet import ListSheet
from nmirf_desktop.exchange.workbook import as_xlsx
from nmirf_desktop.i18n import N_, Language, catalog
from nmirf_desktop.services.files import write_all
from nmirf_desktop.services.invitations import settle_delegations
from nmirf_desktop.services.states import States
from nmirf_desktop.services.tallying import names_of
from nmirf_desktop.services.work_lists import WORK_ROWS, WORK_SUBJECTS, WORK_VERBS, records_of
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import MEETINGS
from nmirf_desktop.storage.members import COMMUNICATIONS, FOCAL_POINTS, MECHANISMS, MEMBERSHIPS
from nmirf_desktop.storage.participants import DELEGATES, INVITEES
from nmirf_desktop.storage.people import PEOPLE
from nmirf_desktop.storage.rows import Rows
from nmirf_desktop.storage.states import REGROUPINGS, RENAMINGS
from nmirf_desktop.storage.store import Moment, Session, Store, utc_now

NO_TABLE = N_(
    "No list was found in {file}: above the rows there must be a heading such as “State”, “Pays” or “País”, and each "
    "State must have a line of its own."
)
NO_SHEET = N_("The file {file} has no list in a sheet “{sheet}”. Lists were found in: {sheets}.")
WHICH_SHEET = N_("The file {file} has lists in several sheets; say which: {sheets}.")
CHANGED_SINCE = N_(
    "The register has changed since the preview was made. Nothing was imported: look at the preview again."
)
IN_ERROR = N_("Rows in error: {n}. Nothing was imported: correct them, or leave them out.")
NO_WORK_TABLE = N_(
    "No list was found in {file} that can be read as “{list}”: above the rows there must be the headings of such a "
    "list. “List to correct …”, on the screen of these records, writes one that has them."
)
MOST_ROWS = 10_000
"""So many rows are taken in at once: each field is noted in the journal, in one entry."""
TOO_MANY = N_("{n} rows would be imported at once, and at most {most} can be: part the list. Nothing was imported.")
NOTHING = N_("The register says all of this already: there is nothing to import.")
VERBS = {
    **WORK_VERBS,
    IntakeKind.MEMBERS: N_("import members"),
    IntakeKind.FOCAL_POINTS: N_("import focal points"),
    IntakeKind.PARTICIPANTS: N_("import participants"),
}
SUBJECTS: Mapping[IntakeKind, tuple[Subject, ...]] = {
    **WORK_SUBJECTS,
    IntakeKind.MEMBERS: (Subject.MEMBERS,),
    IntakeKind.FOCAL_POINTS: (Subject.MEMBERS,),
    IntakeKind.PARTICIPANTS: (Subject.PARTICIPANTS, Subject.MEMBERS),
}
_ROWS: Mapping[type, Rows[Any]] = {
    Membership: MEMBERSHIPS,
    Communication: COMMUNICATIONS,
    Mechanism: MECHANISMS,
    Person: PEOPLE,
    FocalPoint: FOCAL_POINTS,
    Invitee: INVITEES,
    Delegate: DELEGATES,
    **WORK_ROWS,
}
_EVERY = 100


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list that was found in a sheet: its *headings* with their columns, and in which column each field is read.

    *language* is the one in which it is headed, ``None`` where that cannot be told; *encoding* is said of a file of
    text whose encoding was guessed. Of a *reply sheet* of this program, its own lines are not told.
    """

    kind: IntakeKind
    sheet: str
    headings: tuple[tuple[int, str], ...]
    columns: Mapping[str, int]
    lines: tuple[Line, ...]
    not_read: tuple[NotRead, ...] = ()
    language: Language | None = None
    hidden: bool = False
    encoding: str = ""
    reply_sheet: bool = False

    def read_as(self, column: int, name: str | None) -> "FoundList":
        """The same list with a column read as another field, or as none."""
        columns = {field: place for field, place in self.columns.items() if place != column and field != name}
        return replace(self, columns=columns | ({name: column} if name else {}))

    @property
    def table(self) -> IntakeTable:
        """The list as it is judged."""
        read, known = set(self.columns.values()), Headings(vocabulary(self.kind))
        unread = {column: text for column, text in self.headings if column not in read}
        own = {field.called(language) for field in FIELDS[self.kind] if field.derived for language in Language}
        fields = {column: known.field(text) if text not in own else None for column, text in unread.items()}
        doubled = tuple(
            (name, column_name(self.columns[name]), column_name(column))
            for column, name in fields.items()
            if name is not None and name in self.columns
        )
        others = tuple(text for column, text in unread.items() if fields[column] not in self.columns)
        return IntakeTable(self.kind, self.lines, self.columns, self.not_read, others, doubled, self.reply_sheet)


@dataclass(frozen=True, slots=True)
class Judged:
    """A preview, and the register as it was when it was made."""

    preview: Preview
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an import has brought: how many rows, and those that were left out."""

    rows: int
    left_out: tuple[PreviewRow, ...]


class Imports:
    """Lists that offices send, taken into the register."""

    def __init__(self, store: Store, states: States, clock: Moment = utc_now) -> None:
        self._store = store
        self._states = states
        self._clock = clock

    @staticmethod
    def read(kind: IntakeKind, path: Path) -> tuple[FoundList, ...]:
        """The lists of a kind in the sheets of a file, those of hidden sheets last.

        Raises ``Problem`` for a file that is no table, or in which none is headed as such a list is.
        """
        found = [each for sheet in read_sheets(path) if (each := _found(kind, sheet)) is not None]
        if not found:
            message = NO_WORK_TABLE if kind in WORK else NO_TABLE
            raise Problem(message, {"file": path.name, "list": Phrase(KIND_TITLES[kind])})
        return tuple(sorted(found, key=lambda one: one.hidden))

    @staticmethod
    def likely(path: Path) -> IntakeKind:
        """Of which kind the lists of a file are, by the columns that are found. Raises ``Problem`` as :meth:`read`."""
        sheets = read_sheets(path)
        best: dict[IntakeKind, int] = {}
        for kind in IntakeKind:
            derived = {field.name for field in FIELDS[kind] if field.derived}
            found = [one for sheet in sheets if (one := _found(kind, sheet)) is not None]
            best[kind] = max((len(one.columns.keys() - derived) for one in found), default=0)
        return max(best, key=lambda kind: best[kind])

    def snapshot(self, on: datetime.date, kind: IntakeKind = IntakeKind.MEMBERS) -> Snapshot:
        """The register as a list of a kind is compared with it on a day."""
        with self._store.read() as session:
            return self._taken(session, on, kind)

    def _taken(self, session: Session, on: datetime.date, kind: IntakeKind) -> Snapshot:
        if kind in WORK:
            today = self._store.day_of(self._clock())
            return Snapshot(
                on,
                self._states.on(on),
                renamings=RENAMINGS.all(session),
                meetings=MEETINGS.all(session),
                work=records_of(session, kind, today),
            )
        return Snapshot(
            on,
            self._states.on(on),
            MEMBERSHIPS.all(session),
            COMMUNICATIONS.all(session),
            MECHANISMS.all(session),
            FOCAL_POINTS.all(session),
            PEOPLE.all(session),
            RENAMINGS.all(session),
            REGROUPINGS.all(session),
            MEETINGS.all(session),
            INVITEES.all(session),
            DELEGATES.all(session),
        )

    def listed(self, kind: IntakeKind, on: datetime.date, language: Language) -> ListSheet:
        """The list of a kind as it can be corrected and taken in again: of the Network’s work with all its records."""
        if kind not in WORK:
            return list_of(kind, language, ())
        known = self.snapshot(on, kind)
        standing = WorkStanding(known.work, known.meetings, new_key)
        return list_of(kind, language, rows_of(kind, standing, known.states, catalog(language)))

    def preview(
        self,
        found: FoundList,
        on: datetime.date,
        by_hand: ByHand = AS_IT_IS,
        report: Report = lambda _step, _steps: None,
    ) -> Judged:
        """What a list would do to the register; *on* is the day as of which status and group are compared."""
        snapshot = self.snapshot(on, found.kind)
        against = Against(snapshot, names_of(snapshot.renamings), new_key)
        return Judged(preview(found.table, against, by_hand, report), snapshot)

    def record(
        self, judged: Judged, *, leave_out_errors: bool = False, report: Report = lambda _step, _steps: None
    ) -> Recorded:
        """Take in what a preview shows: all of it in one entry of the journal, or nothing.

        Raises:
            Refusal: the register changed since the preview, rows are in error and not left out, nothing is new, or
                more is than one entry of the journal holds.
        """
        shown = judged.preview
        if shown.wrong and not leave_out_errors:
            raise Refusal(IN_ERROR, {"n": len(shown.wrong)})
        rows = shown.imported
        if not rows:
            raise Refusal(NOTHING)
        if len(rows) > MOST_ROWS:
            raise Refusal(TOO_MANY, {"n": len(rows), "most": MOST_ROWS})
        with self._store.write(VERBS[shown.kind], *SUBJECTS[shown.kind]) as session:
            if self._taken(session, judged.snapshot.on, shown.kind) != judged.snapshot:
                raise Refusal(CHANGED_SINCE)
            for place, row in enumerate(rows):
                if place % _EVERY == 0:
                    report(place, len(rows))
                for fact in row.facts:
                    _ROWS[type(fact)].save(session, fact)
                for fact in row.gone:
                    _ROWS[type(fact)].remove(session, fact.key)
            settle_delegations(session, (fact for row in rows for fact in row.facts))
        return Recorded(len(rows), shown.wrong)


def chosen_list(found: Sequence[FoundList], sheet: str | None, file: str) -> FoundList:
    """The list of a sheet, or the only one that is not hidden. Raises ``Problem``, naming the sheets."""
    names = _names_of(one.sheet for one in found)
    if sheet is not None:
        for one in found:
            if one.sheet.casefold() == sheet.strip().casefold():
                return one
        raise Problem(NO_SHEET, {"file": file, "sheet": sheet, "sheets": names})
    seen = [one for one in found if not one.hidden] or list(found)
    if len(seen) > 1:
        raise Problem(WHICH_SHEET, {"file": file, "sheets": names})
    return seen[0]


def _names_of(names: Iterable[str]) -> str:
    """Names of sheets, as a message lists them."""
    return ", ".join(f"“{name}”" for name in names)


def template(kind: IntakeKind, language: Language) -> bytes:
    """An empty workbook with the headings of a kind of list in a language."""
    return as_xlsx(list_of(kind, language, ()))


def list_of(kind: IntakeKind, language: Language, rows: Iterable[Mapping[str, ListCell]]) -> ListSheet:
    """A list of a kind with the program’s own headings in a language; its *rows* are cells by the names of fields."""
    fields = [field for field in FIELDS[kind] if not field.derived]
    cells = tuple(tuple(row.get(field.name) for field in fields) for row in rows)
    headings = tuple(field.called(language) for field in fields)
    return ListSheet(catalog(language).gettext(KIND_TITLES[kind]), headings, cells, language)


def write_template(kind: IntakeKind, language: Language, path: Path) -> Path:
    """Write the empty list of a kind. Raises ``StorageError`` where the place cannot be written."""
    (written,) = write_all(path.parent, [(path.name, template(kind, language))])
    return written


def _found(kind: IntakeKind, sheet: Sheet) -> FoundList | None:
    """The list in a sheet, with States by name or by code."""
    known = vocabulary(kind)
    tables = (find_table(sheet, known, needed) for needed in REQUIRED.get(kind, (("state",), ("code",))))
    table = next((one for one in tables if one is not None), None)
    if table is None:
        return None
    tidied = _tidied_text if sheet.writing is not None else _tidied
    lines = tuple(Line(line.number, tuple(map(tidied, line.cells))) for line in table.lines)
    headings = _headings(table)
    guessed = sheet.writing.encoding if sheet.writing is not None and sheet.writing.guessed else ""
    language = language_of(text for _, text in headings)
    columns = _by_function(_by_language(kind, headings, table.columns), lines, language or Language.EN)
    not_read = tuple(NotRead(one.number, _said(one)) for one in table.left_out)
    reply = kind is IntakeKind.PARTICIPANTS and is_reply_sheet(one.text for one in not_read)
    if reply:
        not_read = tuple(one for one in not_read if one.number > table.header_lines[-1].number)
    return FoundList(
        kind, sheet.name, headings, columns, lines, not_read, language, sheet.hidden, guessed, reply_sheet=reply
    )


def _by_function(columns: Mapping[str, int], lines: Iterable[Line], language: Language) -> Mapping[str, int]:
    """The columns, with one of titles read as functions where it holds what people do, and no other column does."""
    place = columns.get("form_of_address")
    if place is None or any(name.startswith("function") for name in columns):
        return columns
    if not hold_functions((text_of(line.cells[place]) for line in lines if place < len(line.cells)), language):
        return columns
    return {name: column for name, column in columns.items() if name != "form_of_address"} | {"function": place}


def _tidied(cell: Cell) -> Cell:
    return text_of(cell) or None if isinstance(cell, str) else cell


def _tidied_text(cell: Cell) -> Cell:
    """A cell of a file of text, which has an apostrophe where it left this program as what might be run."""
    return text_of(unneutralised(cell)) or None if isinstance(cell, str) else cell


def _headings(table: HeadedTable) -> tuple[tuple[int, str], ...]:
    """The last line of the header, and where it is empty the one above it."""
    found: dict[int, str] = {}
    for line in table.header_lines:
        found |= {column: text for column, cell in enumerate(line.cells) if (text := text_of(cell))}
    return tuple(sorted(found.items()))


_BRACKETED = re.compile(r"[(\[]\s*(\w+)\s*[)\]]\s*$")


def _by_language(
    kind: IntakeKind, headings: Iterable[tuple[int, str]], columns: Mapping[str, int]
) -> Mapping[str, int]:
    """The columns, with those of one language that says so in brackets: "Function (EN)", « Fonction (anglais) »."""
    trilingual = {
        name: known for name, known in vocabulary(kind).items() if f"{name}_{Language.EN}" in vocabulary(kind)
    }
    known = Headings(trilingual)
    for column, text in headings:
        match = _BRACKETED.search(text)
        language = LANGUAGES.get(compared(match[1])) if match is not None else None
        name = known.field(text[: match.start()]) if match is not None else None
        if name is not None and language is not None:
            others = {field: place for field, place in columns.items() if place != column}
            columns = others | {f"{name}_{language}": column}
    return columns


_SHOWN = 200


def _said(line: Line) -> str:
    text = " · ".join(dict.fromkeys(said for cell in line.cells[:_SHOWN] if (said := " ".join(text_of(cell).split()))))
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
