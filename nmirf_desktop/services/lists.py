"""Lists as files of their own: a workbook, or CSV where the file's name says so."""

from collections.abc import Callable
from pathlib import Path

from nmirf_desktop.exchange.spreadsheet import CSV, ListSheet, as_csv
from nmirf_desktop.exchange.workbook import as_xlsx
from nmirf_desktop.services.files import write_all

Report = Callable[[int, int], None]
"""Told "step *n* of *m*"; raises where the user cancelled."""


def write_list(sheet: ListSheet, path: Path, report: Report | None = None) -> Path:
    """Write a list as CSV where the name ends in .csv, else as a workbook; what stood there before is replaced whole.

    *report* is asked once, before anything is written.

    Raises:
        Problem: the list does not fit into a workbook.
        StorageError: the place cannot be written, has no room, or has the file open in another program.
    """
    content = as_csv(sheet) if path.suffix.lower() == CSV else as_xlsx(sheet)
    if report is not None:
        report(0, 0)
    (written,) = write_all(path.parent, [(path.name, content)])
    return written
