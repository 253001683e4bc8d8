"""Any list that an office sends, read into lines of cells: CSV and other text, XLSX, XLSM, XLS and ODS.

A file is told by its content, not by its name. Nothing in it is run: a formula gives the value that was saved with it.
"""

from pathlib import Path

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import NO_TABLE, Cell, Failed, Line, Sheet, Writing, column_name, text_of
from nmirf_desktop.exchange.content import content_of
from nmirf_desktop.exchange.delimited import read_text
from nmirf_desktop.exchange.workbooks import read_old_workbook, read_package
from nmirf_desktop.i18n import N_

__all__ = ["LARGEST", "Cell", "Failed", "Line", "Sheet", "Writing", "column_name", "read_sheets", "text_of"]

LARGEST = 20_000_000
"""The most bytes of a file; a larger one is refused unread."""
TOO_LARGE = N_("The file {file} is too large for a list: at most 20 MB are read. Save the list alone in a new file.")
WEB_PAGE = N_("The file {file} is a web page, whatever its name says: open it in a spreadsheet and save it as XLSX.")
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    *(b"%PDF-", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"{\\rtf", b"\x1f\x8b", b"Rar!"),
    *(b"7z\xbc\xaf", b"SQLite format 3\0", b"\x7fELF", b"MZ\x90", b"PK\x05\x06", b"RIFF", b"BEGIN:VC"),
)
"""How files begin that are no tables: documents, pictures, archives, programs, calendars and address cards."""
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<!--")


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file in their order, with their lines that are not empty; a file of text has one.

    Raises ``Problem``, with one sentence, for a file that is no table, cannot be read, is damaged, protected or empty,
    or is larger than any list: packed, unpacked, in its lines, its columns or in one cell.
    """
    content = content_of(path, LARGEST, TOO_LARGE)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Problem(N_("The file {file} is empty."), {"file": path.name})
    if content.startswith(_ZIP):
        return read_package(content, path.name)
    if content.startswith(_COMPOUND):
        return read_old_workbook(content, path.name)
    if content.startswith(_OTHERS):
        raise Problem(NO_TABLE, {"file": path.name})
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:10].lower().startswith(_MARKUP):
        raise Problem(WEB_PAGE, {"file": path.name})
    return (read_text(content, path.name),)
