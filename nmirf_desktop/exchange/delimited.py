"""Lists in files of text: the encoding, the separator and the quotation marks are found out."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import IO

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import MOST_LINES, NO_TABLE, Line, Sheet, Writing, cell_of, line_of
from nmirf_desktop.exchange.encodings import decoded
from nmirf_desktop.i18n import N_

SEPARATORS = ("\t", "|", ";", ",")
"""What separates cells; of those that fit alike, the first: a comma stands in many a name."""
_SAMPLE_RECORDS = 200
_TALLEST = 100
"""The most lines of text in one record; a quotation mark that is still open then is a sign like others."""
_SAMPLE = 1 << 16
_MOST_CONTROLS, _FEW = 0.05, 8
"""The share of a text's signs that no text has and that are passed over, and how many always are."""
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\v\f\r"}


def read_text(content: bytes, name: str) -> Sheet:
    """The one sheet of a file of text; the numbers of its lines are those of its records, as a spreadsheet has them.

    Raises ``Problem`` for what is no text, and for a line or a cell that is too long.
    """
    read = decoded(content)
    sample = read.text[:_SAMPLE]
    strange = len(sample) - len(sample.translate(_CONTROLS)) + sample.count("\ufffd")
    if strange > max(_MOST_CONTROLS * len(sample), _FEW):
        raise Problem(NO_TABLE, {"file": name})
    stream = io.StringIO(read.text, newline="")
    separator = _announced(stream) or _separator(stream)
    lines = tuple(_lines(stream, separator))
    return Sheet(name, lines, writing=Writing(read.encoding, read.guessed, separator))


def _announced(stream: IO[str]) -> str:
    """The separator that a first line such as "sep=;" names, which spreadsheets do not show; else ""."""
    start = stream.tell()
    line = stream.readline().strip("\r\n").strip('"')
    if line[:4].casefold() == "sep=" and len(line) == len("sep=;"):
        return line[4]
    stream.seek(start)
    return ""


def _separator(stream: IO[str]) -> str:
    """The separator with which most records have the same number of cells, more than one; "" where none is.

    It has to fit half of the records; else it is one that is at least in each second. Of several that fit alike, the
    one that makes more cells, then the order of ``SEPARATORS``.
    """
    start = stream.tell()
    fits: list[tuple[bool, int, int, str]] = []
    for separator in SEPARATORS:
        records = itertools.islice(_records(stream, separator), _SAMPLE_RECORDS)
        counts = Counter(len(cells) for cells in records if any(cell.strip() for cell in cells))
        stream.seek(start)
        total = counts.total()
        records_apart = total - counts.pop(1, 0)
        if not counts or 2 * records_apart < total:
            continue
        columns, alike = max(counts.items(), key=lambda fit: (fit[1], fit[0]))
        even = 2 * alike >= total
        fits.append((even, alike if even else records_apart, columns, separator))
    return max(fits, key=lambda fit: fit[:3])[3] if fits else ""


def _lines(stream: IO[str], separator: str) -> Iterator[Line]:
    known: dict[str, str] = {}
    for number, texts in enumerate(_records(stream, separator), start=1):
        if number > MOST_LINES:
            raise Problem(N_("There are more than 1,048,576 lines: save the list alone in a new file."))
        line = line_of(number, [cell_of(known.setdefault(text, text)) for text in texts])
        if line is not None:
            yield line


def _records(stream: IO[str], separator: str) -> Iterator[list[str]]:
    """Each record of the text from where it stands, an empty one for an empty line.

    Where quotation marks make no sense by the rules of CSV, the line is divided at its separators and keeps them.
    """
    while True:
        start = stream.tell()
        if not separator:
            line = stream.readline()
            if not line:
                return
            yield [line.rstrip("\r\n")]
            continue
        try:
            record = next(csv.reader(itertools.islice(stream, _TALLEST), delimiter=separator, strict=True), None)
        except csv.Error:
            stream.seek(start)
            record = stream.readline().rstrip("\r\n").split(separator)
        if record is None:
            return
        yield record
