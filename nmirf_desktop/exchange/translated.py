"""Tables of texts that come back from translators: DOCX as word processors save it, or any workbook.

A document's XML is read as it stands, since no library tells of recorded changes: what was put in counts, what was
taken out does not, as if all were accepted. Nothing in a file is run or fetched.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.translations import IDENTIFIER, REMARK, TARGET, ReturnedRow, ReturnedTable
from nmirf_desktop.exchange.cells import Failed
from nmirf_desktop.exchange.content import content_of
from nmirf_desktop.exchange.packages import BROKEN, part_of
from nmirf_desktop.exchange.sheets import LARGEST, TOO_LARGE, read_sheets
from nmirf_desktop.i18n import N_, Language, catalog

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NOT_SUCH = N_(
    "The file {file} has no table of texts for translation, with the columns “Identifier” and “Translation”. "
    "Nothing was taken in; choose the file that came back."
)
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
_DOCUMENT, _ZIP = "word/document.xml", b"PK\x03\x04"
_GONE = frozenset({"del", "moveFrom", "instrText", "delText", "txbxContent", "footnoteReference"})
_BREAKS = frozenset({"br", "cr"})
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
"""How LibreOffice writes a stroke before what could be taken for a coded letter."""


def read_translated(path: Path) -> ReturnedTable:
    """The rows of a table that came back.

    Raises:
        Problem: it is no such table, cannot be read, is damaged, protected by a password, or larger than any.
    """
    content = content_of(path, LARGEST, TOO_LARGE)
    document = _document(content, path) if content.startswith(_ZIP) else None
    if document is not None:
        return _of_document(document, path.name)
    for sheet in read_sheets(path):
        rows = [tuple(_text(cell) for cell in line.cells) for line in sheet.lines]
        found = _found(rows)
        if found is not None:
            return ReturnedTable(path.name, found)
    raise Problem(NOT_SUCH, {"file": path.name})


def _document(content: bytes, path: Path) -> bytes | None:
    """The part with the text of a document; nothing for a workbook, of whose faults its own reader tells."""
    try:
        return part_of(content, path.name, _DOCUMENT)
    except Problem as problem:
        if path.suffix.lower() in _WORKBOOKS:
            return None
        raise Problem(BROKEN, {"file": path.name}) from problem


def _text(cell: object) -> str:
    return "" if cell is None else cell.code if isinstance(cell, Failed) else str(cell)


def _found(rows: Sequence[Sequence[str]]) -> tuple[ReturnedRow, ...] | None:
    """The rows below the headings, or nothing where there are none."""
    for place, cells in enumerate(rows):
        columns = _columns(cells)
        if IDENTIFIER in columns and TARGET in columns:
            lines = [line for line in rows[place + 1 :] if any(cell.strip() for cell in line)]
            return tuple(_row(number, line, columns) for number, line in enumerate(lines, 1))
    return None


def _row(number: int, line: Sequence[str], columns: Mapping[str, int]) -> ReturnedRow:
    identifier, text, remark = (
        line[columns[name]] if name in columns and columns[name] < len(line) else ""
        for name in (IDENTIFIER, TARGET, REMARK)
    )
    return ReturnedRow(number, identifier, text, remark.strip())


def _columns(cells: Sequence[str]) -> Mapping[str, int]:
    """Where the columns stand, by their headings in any of the three languages."""
    known = {catalog(language).gettext(name): name for language in Language for name in (IDENTIFIER, TARGET, REMARK)}
    return {known[text]: column for column, cell in enumerate(cells) if (text := " ".join(cell.split())) in known}


def _of_document(content: bytes, file: str) -> ReturnedTable:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(content)  # noqa: S314  (looked through: nothing is declared in it)
    tracked = any(_tag(one) in {"ins", "del", "moveFrom", "moveTo"} for one in root.iter())
    for table in root.iter():
        if _tag(table) == "tbl":
            found = _found([[_cell_text(cell) for cell in _parts(row, "tc")] for row in _parts(table, "tr")])
            if found is not None:
                return ReturnedTable(file, found, tracked)
    raise Problem(NOT_SUCH, {"file": file})


def _tag(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _parts(element: "Element", name: str) -> "Iterator[Element]":
    """The rows of a table, or the cells of a row, whatever stands around them; a row that was taken out is none."""
    for one in element:
        if _tag(one) == name:
            if not any(_tag(mark) == "del" for holder in one if _tag(holder) == "trPr" for mark in holder):
                yield one
        elif _tag(one) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _parts(one, name)


def _cell_text(cell: "Element") -> str:
    """The text of a cell, its paragraphs as lines; one whose end was taken out goes on with the next."""
    text = ""
    for paragraph in (one for one in cell.iter() if _tag(one) == "p"):
        text += "".join(_said(paragraph)) + ("" if _joined(paragraph) else "\n")
    return _ESCAPED.sub("_", text.removesuffix("\n"))


def _joined(paragraph: "Element") -> bool:
    marks = (
        mark for one in paragraph if _tag(one) == "pPr" for holder in one if _tag(holder) == "rPr" for mark in holder
    )
    return any(_tag(mark) == "del" for mark in marks)


def _said(element: "Element") -> Iterator[str]:
    for one in element:
        name = _tag(one)
        if name == "t":
            yield one.text or ""
        elif name == "tab":
            yield "\t" if element.tag.endswith("}r") else ""
        elif name in _BREAKS:
            yield "\n"
        elif name == "noBreakHyphen":
            yield "\u2011"
        elif name not in _GONE and name != "pPr":
            yield from _said(one)
