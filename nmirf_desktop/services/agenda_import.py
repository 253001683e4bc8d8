"""An agenda taken in from a table, in two phases: what each row would do, and one step that takes it in."""

from dataclasses import replace
from pathlib import Path

from nmirf_desktop.domain.agenda_intake import HEADINGS, ItemLine, ItemPreview, preview, with_new
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.exchange.cells import Cell, text_of
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
    def read(path: Path) -> tuple[ItemLine, ...]:
        """The rows of the first table in a file. Raises ``Problem`` for a file that is none, or has none."""
        for sheet in read_sheets(path):
            titles = [name for name in HEADINGS if name.startswith("title")]
            found = (find_table(sheet, HEADINGS, (name,)) for name in titles)
            table = next((one for one in found if one is not None), None)
            if table is not None:
                return _lines(table, plain=sheet.writing is None)
        raise Problem(NO_AGENDA, {"file": path.name})

    def preview(self, meeting: Meeting, lines: tuple[ItemLine, ...], language: Language) -> ItemPreview:
        """What the rows would do to the agenda of a meeting."""
        with self._store.read() as session:
            before = ITEMS.all(session, meeting=meeting.key)
        return preview(meeting.key, lines, before, language, new_key)

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
            for item in with_new(shown.before, shown.rows):
                ITEMS.save(session, replace(item, supplementary=item.supplementary or (late and item.key not in known)))
        return len(shown.new)


def _lines(table: HeadedTable, *, plain: bool) -> tuple[ItemLine, ...]:
    def text(cell: Cell) -> str:
        return text_of(cell if plain or not isinstance(cell, str) else unneutralised(cell))

    return tuple(
        ItemLine(line.number, {name: said for name in table.columns if (said := text(table.cell(line, name)))})
        for line in table.lines
    )
