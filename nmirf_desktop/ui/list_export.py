"""A list of the window into a file of its own: the rows as filtered and sorted, the columns as chosen and placed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nmirf_desktop.exchange.spreadsheet import ListSheet
from nmirf_desktop.i18n import N_, Catalog
from nmirf_desktop.services.lists import write_list
from nmirf_desktop.ui.alerts import Notice, Question
from nmirf_desktop.ui.choosing import DocumentFiles, way_to
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell
from nmirf_desktop.ui.table import RowTable
from nmirf_desktop.ui.theme import Tone

T = TypeVar("T")
ChooseTable = Callable[[QWidget, str, str], Path | None]
"""Asks, in a window and under a title, for the file that a list goes into; the last is the name that is proposed."""
OUT_OF_SIGHT = N_("No list is in sight here. Nothing was written; show the list, and export it then.")
NO_ROWS = N_("No row is shown in this list. Nothing was written; where there is a filter, change or clear it.")
CANCELLED = N_("The export was cancelled: no file was written or changed.")
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""What no name of a file may hold on one system or another."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows were written into which file."""

    rows: int
    file: str

    def said_in(self, words: Catalog) -> str:
        """The fact as one sentence."""
        sentence = words.ngettext("{n} row was written to “{file}”.", "{n} rows were written to “{file}”.", self.rows)
        return sentence.format(n=words.number(self.rows), file=self.file)


def sheet_of(table: RowTable[T], rows: Sequence[T], words: Catalog) -> ListSheet:
    """Rows of a list as it shows them: under its own name, with the columns chosen, in their order.

    Behind them stand those that a file is not whole without.
    """
    shown = table.columns.in_order
    columns = [*shown, *(column for column in table.model.columns if column.written and column not in shown)]
    return ListSheet(
        table.view.accessibleName(),
        tuple(column.head(words) for column in columns),
        tuple(tuple(column.held(row, words) for column in columns) for row in rows),
        words.language,
    )


def lists_of(screen: Screen) -> list[RowTable[Any]]:
    """The lists of a screen, in sight or not."""
    return screen.findChildren(RowTable)


def list_in_hand(screen: Screen) -> RowTable[Any] | None:
    """The list in sight that has the keyboard, or is nearest to what has it; else the first that is in sight."""
    part = cast("QWidget | None", screen.focusWidget())
    while part is not None:
        near = [part] if isinstance(part, RowTable) else part.findChildren(RowTable)
        if seen := [table for table in near if table.isVisible()]:
            return seen[0]
        part = None if part is screen else part.parentWidget()
    return next((table for table in lists_of(screen) if table.isVisible()), None)


class ListExport(QObject):
    """Writes the lists of a window's screens. *choose* asks for the file."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self.choose: ChooseTable = DocumentFiles(shell.language, shell.memory).table

    def serve(self, screen: Screen) -> None:
        """Answer the menus of a screen's lists."""
        for table in lists_of(screen):
            table.export_asked.connect(partial(self._write, screen, table))

    def found_on(self, screen: Screen) -> bool:
        """Whether a screen has a list, in sight or not."""
        return bool(lists_of(screen))

    def export(self, screen: Screen | None) -> None:
        """Write the list of a screen with which the user is at work."""
        table = list_in_hand(screen) if screen is not None else None
        if screen is None or table is None:
            self._shell.alerts.say(OUT_OF_SIGHT, Tone.NEUTRAL)
        else:
            self._write(screen, table)

    def _write(self, screen: Screen, table: RowTable[T]) -> None:
        """Ask which rows where there is a choice, and for the file; then write it beside the window."""
        words, rows = self._shell.language.words, self._rows(table)
        if rows is None:
            return
        if not rows:
            self._shell.alerts.say(NO_ROWS, Tone.NEUTRAL)
            return
        sheet = sheet_of(table, rows, words)
        name = f"{_NOT_IN_A_NAME.sub('-', sheet.title)} {screen.on.isoformat()}"
        path = self.choose(self._window, words.gettext("Export the list"), name)
        if path is None:
            return
        job = self._shell.jobs.start(
            N_("Exporting"), lambda report: write_list(sheet, path, report), lambda file: self._tell(file, len(rows))
        )
        job.cancelled.connect(lambda: self._shell.alerts.say(CANCELLED, Tone.NEUTRAL))

    def _rows(self, table: RowTable[T]) -> Sequence[T] | None:
        """All rows shown, or those selected where there are several and the user wants these; ``None``: neither."""
        shown, chosen, words = table.model.rows, table.chosen, self._shell.language.words
        if len(chosen) < 2 or chosen == shown:
            return shown
        asked = Question(
            words.ngettext("{n} row is selected.", "{n} rows are selected.", len(chosen)).format(
                n=words.number(len(chosen))
            ),
            words.gettext("Export the selected rows"),
            words.gettext("Cancel"),
            other=words.gettext("Export all rows"),
        )
        answer = self._shell.alerts.choose(asked)
        return None if answer == asked.keep else chosen if answer == asked.act else shown

    def _tell(self, file: Path, rows: int) -> None:
        self._shell.alerts.show(Notice(Written(rows, file.name), Tone.GOOD, offers=(way_to(file.parent),)))
