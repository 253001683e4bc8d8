"""A workbook as Excel wrote it until 2003, looked through before it is opened: how far its sheets reach, and errors."""

import struct
from collections.abc import Iterator

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import NO_TABLE, NO_VALUE, Failed
from nmirf_desktop.exchange.compounds import Compound
from nmirf_desktop.exchange.packages import DAMAGED, PROTECTED, TOO_LARGE
from nmirf_desktop.exchange.survey import MOST_PLACES, Survey

_FORMULA, _EOF, _FILEPASS, _BOUNDSHEET, _DIMENSIONS = 0x06, 0x0A, 0x2F, 0x85, 0x200
_SST, _CONTINUE, _LABELSST = 0xFC, 0x3C, 0xFD
_SEVERAL, _BOOLEAN, _STRING = 0xBD, 0x205, 0x207
_BETWEEN = frozenset({0x221, 0x236, 0x4BC})
"""The records that may stand between a formula and its text."""
_CELLS = frozenset({_FORMULA, _SEVERAL, 0xD6, _LABELSST, 0x203, 0x204, _BOOLEAN, 0x27E})
"""The records of cells that hold something; each begins with its line and its column."""
_A_TEXT, _AN_ERROR = 0, 2
_ERROR_CODES = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!"}
_NOT_AVAILABLE = "#N/A"
_DIMENSIONS_LONG, _OLD_LINES, _OLD_COLUMNS = 14, 1 << 16, 1 << 8
_TIMES = 2
"""How many times over the stream is walked at most; sheets that do not overlap need one."""
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
        sheets = _Book(compound.read(book), name).surveys()
    except (struct.error, ValueError, StopIteration, MemoryError) as error:
        raise Problem(DAMAGED, {"file": name}) from error
    for each in sheets:
        each.check()
    if sum(each.lines * each.columns for each in sheets) > MOST_PLACES:
        raise Problem(TOO_LARGE, {"file": name})
    return compound.content, sheets


class _Book:
    """The records of a workbook: those of the whole, then those of each sheet, each up to its end.

    What they say that its reader would make room for unseen is not believed.
    """

    def __init__(self, stream: bytes, name: str) -> None:
        self._stream = stream
        self._name = name
        self._left = _TIMES * len(stream)
        self._texts = self._shared = 0
        self._places: list[int] = []
        self._sum_up()

    def _records(self, place: int) -> Iterator[tuple[int, bytes]]:
        """Each record from a place to the next end: its kind and its content."""
        while place + 4 <= len(self._stream):
            kind, length = struct.unpack_from("<HH", self._stream, place)
            self._left -= length + 4
            if self._left < 0 or place + 4 + length > len(self._stream):
                raise ValueError("a record beyond the stream, or again and again")
            yield kind, self._stream[place + 4 : place + 4 + length]
            place += 4 + length
            if kind == _EOF:
                return

    def _sum_up(self) -> None:
        told = 0
        for kind, record in self._records(0):
            if kind == _FILEPASS:
                raise Problem(PROTECTED, {"file": self._name})
            if kind == _BOUNDSHEET:
                self._places.append(struct.unpack_from("<I", record)[0])
            elif kind == _SST:
                told += struct.unpack_from("<4xI", record)[0]
            self._texts += len(record) if kind in {_SST, _CONTINUE} else 0
        if told > self._texts:
            raise ValueError("fewer texts than are told")

    def surveys(self) -> tuple[Survey, ...]:
        """What each sheet holds."""
        sheets = tuple(self._sheet(place) for place in self._places)
        if self._shared * min(self._texts, _LONGEST_TEXT) > _MOST_SIGNS:
            raise Problem(TOO_LARGE, {"file": self._name})
        return sheets

    def _sheet(self, place: int) -> Survey:
        sheet = Survey()
        waiting: tuple[int, int] | None = None
        for kind, record in self._records(place):
            if waiting and kind not in _BETWEEN:
                if kind != _STRING:
                    sheet.fail(waiting, NO_VALUE)
                waiting = None
            if kind == _DIMENSIONS:
                _check_dimensions(record)
            elif kind in _CELLS:
                self._shared += kind == _LABELSST
                waiting = _cell(kind, record, sheet)
        return sheet


def _check_dimensions(record: bytes) -> None:
    """Raise ``ValueError`` where a sheet says that it ends before it begins, or beyond what such sheets can have."""
    first, end, left, right = struct.unpack_from("<IIHH" if len(record) >= _DIMENSIONS_LONG else "<HHHH", record)
    if (end and right and (first >= end or left >= right)) or end > _OLD_LINES or right > _OLD_COLUMNS:
        raise ValueError("a sheet that ends before it begins")


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
