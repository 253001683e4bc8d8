"""What a translator does with a table: fill it in, save it, record changes in it."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl

from nmirf_desktop.exchange.workbook import escaped

SOURCE, TARGET = 3, 4


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a table below its headings, as they read."""
    if path.suffix == ".docx":
        (table,) = docx.Document(str(path)).tables
        return [[cell.text.strip(" ") for cell in row.cells] for row in table.rows[1:]]
    page: Any = openpyxl.load_workbook(path).active
    lines = [[cell.value or "" for cell in row] for row in page.iter_rows()]
    head = next(number for number, line in enumerate(lines) if all(line))
    return lines[head + 1 :]


def fill(path: Path, texts: Mapping[str, str]) -> None:
    """Write translations beside their originals, and save."""
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        for row in document.tables[0].rows[1:]:
            text = texts.get(row.cells[SOURCE].text)
            if text is not None:
                _write(row.cells[TARGET], text)
        document.save(str(path))
        return
    book = openpyxl.load_workbook(path)
    page: Any = book.active
    for row in page.iter_rows():
        if row[SOURCE].value in texts:
            row[TARGET].value = texts[row[SOURCE].value]
            row[TARGET].data_type = "s"
    book.save(path)


def _write(cell: Any, text: str) -> None:
    """Put a text in a cell: into its first paragraph, with the others taken out."""
    first, *others = cell.paragraphs
    for paragraph in others:
        paragraph._p.getparent().remove(paragraph._p)
    for run in first.runs:
        run._r.getparent().remove(run._r)
    lines = text.split("\n")
    first.add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line)


def tracked(path: Path, before: str, after: str) -> None:
    """Replace a text as a word processor does that records changes."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    run = re.search(rf"<w:r>(?:(?!<w:r>).)*<w:t>{before}</w:t></w:r>", body, re.DOTALL)
    assert run is not None
    who = 'w:id="900" w:author="Translator" w:date="2026-11-24T12:00:00Z"'
    gone = run[0].replace("<w:t>", "<w:delText>").replace("</w:t>", "</w:delText>")
    came = run[0].replace(before, after)
    body = body.replace(run[0], f"<w:del {who}>{gone}</w:del><w:ins {who}>{came}</w:ins>")
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def fill_rows(path: Path, texts: list[str]) -> None:
    """Write translations into the rows of a table in their order, and save."""
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        for row, text in zip(document.tables[0].rows[1:], texts, strict=True):
            _write(row.cells[TARGET], text)
        document.save(str(path))
        return
    book = openpyxl.load_workbook(path)
    page: Any = book.active
    for number, text in enumerate(texts, page.max_row - len(texts) + 1):
        cell = page.cell(number, TARGET + 1)
        cell.value = escaped(text) or None
        if text:
            cell.data_type = "s"
    book.save(path)
