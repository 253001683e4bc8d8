"""A workbook as Excel wrote it until 2003, looked through before it is opened: how far its sheets reach, and errors."""

import struct
from collections.abc import Iterator

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import NO_TABLE, NO_VALUE, Failed
from nmirf_desktop.exchange.compounds import Compound
from nmirf_desktop.exchange.packages import DAMAGED, PROTECTED, TOO_LARGE
from nmirf_desktop.exchange.survey import MOST_PLACES, Survey

_FORMULA, _FILEPASS, _BOUNDSHEET, _BOF = 0x06, 0x2F, 0x85, 0x809
_SST, _CONTINUE, _LABELSST = 0xFC, 0x3C, 0xFD
_SEVERAL, _BOOLEAN, _STRING = 0xBD, 0x205, 0x207
_BETWEEN = frozenset({0x221, 0x236, 0x4BC})
"""The records that may stand between a formula and its text."""
_CELLS = frozenset({_FORMULA, _SEVERAL, 0xD6, _LABELSST, 0x203, 0x204, _BOOLEAN, 0x27E})
"""The records of cells that hold something; each begins with its line and its column."""
_A_TEXT, _AN_ERROR = 0, 2
_ERROR_CODES = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!"}
_NOT_AVAILABLE = "#N/A"
_LONGEST_TEXT = 0xFFFF
_MOST_SIGNS = 1_000_000_000
"""The most signs that the texts could have if each cell held the longest."""


def survey_old(content: bytes, name: str) -> tuple[bytes, tuple[Survey, ...]]:
    """The workbook, whole to the end of its last sector, and what its sheets hold, in their order.

    Raises ``Problem`` for one that is damaged or protected, needs more room than any list, or is no workbook.
    """
    try:
        compound = Compound(content)
        streams = {entry.name.casefold(): entry for entry in compound.entries}
        if "encryptedpackage" in streams:
            raise Problem(PROTECTED, {"file": name})
        book = streams.get("workbook") or streams.get("book")
        if book is None:
            raise Problem(NO_TABLE, {"file": name})
        sheets = _surveys(compound.read(book), name)
    except (struct.error, ValueError, StopIteration, MemoryError) as error:
        raise Problem(DAMAGED, {"file": name}) from error
    for each in sheets:
        each.check()
    if sum(each.lines * each.columns for each in sheets) > MOST_PLACES:
        raise Problem(TOO_LARGE, {"file": name})
    return compound.content, sheets


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Each record: its place, its kind and its content. Raises ``ValueError`` for one that is cut short."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if place + 4 + length > len(stream):
            raise ValueError("a record beyond the stream")
        yield place, kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _surveys(stream: bytes, name: str) -> tuple[Survey, ...]:
    sheets: dict[int, Survey] = {}
    current = Survey()
    waiting: tuple[int, int] | None = None
    texts = shared = 0
    for place, kind, record in _records(stream):
        if waiting and kind not in _BETWEEN:
            if kind != _STRING:
                current.fail(waiting, NO_VALUE)
            waiting = None
        if kind == _FILEPASS:
            raise Problem(PROTECTED, {"file": name})
        if kind == _BOUNDSHEET:
            sheets[struct.unpack_from("<I", record)[0]] = Survey()
        elif kind == _BOF:
            current = sheets.get(place, Survey())
        elif kind in {_SST, _CONTINUE}:
            texts += len(record)
        elif kind in _CELLS:
            shared += kind == _LABELSST
            waiting = _cell(kind, record, current)
    if shared * min(texts, _LONGEST_TEXT) > _MOST_SIGNS:
        raise Problem(TOO_LARGE, {"file": name})
    return tuple(sheets.values())


def _cell(kind: int, record: bytes, sheet: Survey) -> tuple[int, int] | None:
    """Note a cell; its place, where the text that its formula gives is still to come."""
    line, column = struct.unpack_from("<HH", record)
    last = struct.unpack_from("<H", record, len(record) - 2)[0] if kind == _SEVERAL else column
    sheet.reach(line, last)
    if kind == _BOOLEAN and record[7:8] == b"\1":
        sheet.fail((line, column), _failed(record[6]))
    elif kind == _FORMULA and record[12:14] == b"\xff\xff":
        if record[6] == _AN_ERROR:
            sheet.fail((line, column), _failed(record[8]))
        elif record[6] == _A_TEXT:
            return line, column
    return None


def _failed(code: int) -> Failed:
    return Failed(_ERROR_CODES.get(code, _NOT_AVAILABLE))
