"""How the lists of ``messy.py`` are written: as text in any encoding, as workbooks, and as what only looks like one."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]
Write = Callable[[Path], Path]
Fill = Callable[[Worksheet], None]

_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
)


def raw(name: str, content: bytes) -> Write:
    """A file of these bytes."""

    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def text(name: str, content: str, encoding: str = "utf-8") -> Write:
    """A file of text in an encoding."""
    return raw(name, content.encode(encoding))


def csv_file(name: str, rows: Rows, encoding: str = "utf-8", separator: str = ",", end: str = "\r\n") -> Write:
    """A file as a program that knows the rules of CSV writes it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator=end).writerows(rows)
    return text(name, stream.getvalue(), encoding)


def workbook(name: str, *fills: Callable[[Worksheet], object]) -> Write:
    """A workbook with a sheet for each function, which fills it."""

    def write(folder: Path) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for number, fill in enumerate(fills, start=1):
            fill(book.create_sheet(f"Sheet{number}"))
        book.save(folder / name)
        return folder / name

    return write


def rows(lines: Rows, *merged: str) -> Fill:
    """What fills a sheet with lines, and merges ranges of cells."""

    def fill(sheet: Worksheet) -> None:
        for line in lines:
            sheet.append(list(line))
        for cells in merged:
            sheet.merge_cells(cells)

    return fill


def hidden(
    fill: Callable[[Worksheet], None], state: Literal["hidden", "veryHidden"] = "hidden"
) -> Callable[[Worksheet], None]:
    """The same in a hidden sheet."""

    def hide(sheet: Worksheet) -> None:
        fill(sheet)
        sheet.sheet_state = state

    return hide


def patched(write: Write, *changes: tuple[str, str]) -> Write:
    """A workbook whose first sheet was changed in its XML, by regular expressions, as other programs write it."""

    def again(folder: Path) -> Path:
        path = write(folder)
        with zipfile.ZipFile(path) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        for before, after in changes:
            sheet, times = re.subn(before, after, sheet)
            assert times, before
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        path.write_bytes(packed(parts))
        return path

    return again


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def open_document(name: str, body: str) -> Write:
    """An OpenDocument workbook with these sheets."""
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": _ODS.format(body=body).encode(),
    }
    return raw(name, packed(parts))


def table(lines: Iterable[str], name: str = "Members") -> str:
    """A sheet of an OpenDocument workbook."""
    return f'<table:table table:name="{name}">{"".join(lines)}</table:table>'


def line(*cells: str, repeated: int = 1) -> str:
    """A line of such a sheet."""
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def cell(said: str = "", attributes: str = "", kind: str = "string") -> str:
    """A cell of such a line; without a text an empty one."""
    if not said:
        return f"<table:table-cell {attributes}/>"
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{said}</text:p></table:table-cell>'
