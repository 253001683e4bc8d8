"""An agenda taken in from a table, in two phases: what each row would do, and one step that takes it in."""

from dataclasses import replace
from pathlib import Path

from nmirf_desktop.domain.agenda_intake import (
    BY_LANGUAGE,
    HEADINGS,
    ItemLine,
    ItemPreview,
    ItemTable,
    agenda_with,
    noted,
    preview,
)
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.intake import NotRead
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.exchange.cells import Cell, Sheet, text_of
from nmirf_desktop.exchange.formulas import unneutralised
from nmirf_desktop.exchange.headed import HeadedTable, find_table
from nmirf_desktop.exchange.sheets import read_sheets
from nmirf_desktop.i18n import N_, Language
from nmirf_desktop.services.agenda_versions import check_open, was_sent
from nmirf_desktop.services.requests import meeting_for
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.meetings import ITEMS
from nmirf_desktop.storage.store import Store

NO_AGENDA = N_(
    "No agenda was found in {file}: above the rows there must be a heading such as “Title”, “Titre” or “Título”."
)
CHANGED_SINCE = N_(
    "The register has changed since the preview was made. Nothing was imported: look at the preview again."
)
IN_ERROR = N_("Rows in error: {n}. Nothing was imported: correct them, or leave them out.")
NOTHING = N_("The register says all of this already: there is nothing to import.")
MOST_ITEMS = 1_000
TOO_MANY = N_("{n} rows would be imported at once, and at most {most} can be: part the list. Nothing was imported.")


class AgendaImports:
    """Agendas that offices send as tables."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def meeting(self, symbol: str | None) -> Meeting:
        """The meeting of a symbol, or the next one. Raises ``Problem`` where there is none."""
        with self._store.read() as session:
            return meeting_for(session, DocumentKind.AGENDA, symbol)

    @staticmethod
    def read(path: Path) -> ItemTable:
        """The first table in a file. Raises ``Problem`` for a file that is none, or has none."""
        for sheet in read_sheets(path):
            table = _table(sheet)
            if table is not None:
                return _as_read(table, plain=sheet.writing is None)
        raise Problem(NO_AGENDA, {"file": path.name})

    def preview(self, meeting: Meeting, table: ItemTable, language: Language) -> ItemPreview:
        """What the rows would do to the agenda of a meeting. Raises ``Refusal`` where it is adopted, and one is new."""
        with self._store.read() as session:
            before = ITEMS.all(session, meeting=meeting.key)
            shown = preview(meeting.key, table.lines, before, language, new_key)
            if shown.new:
                check_open(session, meeting.key)
        notes = (*table.notes, *noted(shown, meeting.agenda_agreed_on))
        return replace(shown, notes=notes, not_read=table.not_read)

    def record(self, shown: ItemPreview, *, leave_out_errors: bool = False) -> int:
        """Take in what a preview shows, in one step; how many items it brought.

        Raises ``Refusal`` where rows are in error and not left out, nothing is new, or the agenda is another one now.
        """
        if shown.wrong and not leave_out_errors:
            raise Refusal(IN_ERROR, {"n": len(shown.wrong)})
        if not shown.new:
            raise Refusal(NOTHING)
        if len(shown.new) > MOST_ITEMS:
            raise Refusal(TOO_MANY, {"n": len(shown.new), "most": MOST_ITEMS})
        with self._store.write(N_("import an agenda"), Subject.AGENDA) as session:
            if ITEMS.all(session, meeting=shown.meeting) != shown.before:
                raise Refusal(CHANGED_SINCE)
            check_open(session, shown.meeting)
            late, known = was_sent(session, shown.meeting), {one.key for one in shown.before}
            for item in agenda_with(shown):
                ITEMS.save(session, replace(item, supplementary=item.supplementary or (late and item.key not in known)))
        return len(shown.new)


def _table(sheet: Sheet) -> HeadedTable | None:
    """The table of a sheet: one with titles in several languages side by side, else one with titles in one."""
    several = find_table(sheet, BY_LANGUAGE)
    if several is not None and len(_titles(several)) > 1:
        return several
    one = find_table(sheet, HEADINGS)
    if one is not None and _titles(one):
        return one
    titles = [name for name in HEADINGS if name.startswith("title")]
    found = (find_table(sheet, HEADINGS, (name,)) for name in titles)
    return next((table for table in found if table is not None), None)


def _titles(table: HeadedTable) -> list[str]:
    return [name for name in table.columns if name.startswith("title")]


def _as_read(table: HeadedTable, *, plain: bool) -> ItemTable:
    def text(cell: Cell) -> str:
        return text_of(cell if plain or not isinstance(cell, str) else unneutralised(cell))

    def heading(column: int) -> str:
        cells = (line.cells[column] for line in table.header_lines if column < len(line.cells))
        return " ".join(said for cell in cells if (said := text_of(cell)))

    lines = tuple(
        ItemLine(line.number, {name: said for name in table.columns if (said := text(table.cell(line, name)))})
        for line in table.lines
    )
    left_out = tuple(
        NotRead(line.number, " ".join(said for cell in line.cells if (said := text_of(cell))))
        for line in table.left_out
    )
    return ItemTable(lines, tuple(heading(column) for column in sorted(table.columns.values())), table.unread, left_out)
