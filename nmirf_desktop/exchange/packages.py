"""A workbook in a zip file, looked through before it is opened: a small file may unpack to more than memory holds.

Each part is unpacked once, piece by piece, and forgotten; what the file says of its own sizes is not believed. What the
reader of workbooks would need room for is added up: the lines and columns that each sheet spans, and the texts in them.
What that reader does not tell is noted: errors, formulas without a value, and merged cells of OpenDocument sheets.
"""

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from copy import copy
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.cells import NO_TABLE
from nmirf_desktop.exchange.survey import MOST_PLACES, Survey, SurveyOfOpenDocument, SurveyOfSheet, SurveyOfTexts
from nmirf_desktop.i18n import N_

UNPACKED = 256_000_000
"""The most bytes of all parts together."""
_MOST_PARTS = 5_000
_DENSE, _SMALL = 400, 8_000_000
"""A part of more than these bytes is not believed to have shrunk to so small a fraction."""
_PIECE = 1 << 18
_TEXTS = "xl/sharedstrings.xml"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CONTENT, _MANIFEST = "content.xml", "meta-inf/manifest.xml"
_SPREADSHEET = b"opendocument.spreadsheet"
DAMAGED = N_(
    "The workbook {file} is damaged or not made as spreadsheets make it: open it in a spreadsheet and save it again."
)
BROKEN = N_(
    "The file {file} is damaged or not made as word processors make it: open it there and save it again. "
    "Nothing was taken in."
)
PROTECTED = N_("The workbook {file} is protected by a password: take it off in the spreadsheet and save it again.")
TOO_LARGE = N_("The workbook {file} is too large when it is unpacked: save the list alone in a new workbook.")


def survey(content: bytes, name: str) -> tuple[Survey, ...]:
    """What the sheets of a workbook hold, in their order; nothing of its texts is kept.

    Raises ``Problem`` for a workbook that is damaged, protected, or needs more room than any list.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _Package(package, name).surveys()
    except _DAMAGES as error:
        raise Problem(DAMAGED, {"file": name}) from error


def part_of(content: bytes, name: str, part: str) -> bytes | None:
    """One part of a package of XML parts, unpacked and looked through; ``None`` where it has no such part.

    Raises ``Problem`` for a file that is damaged, protected, or needs more room than any document of this house.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _Package(package, name).part(part)
    except _DAMAGES as error:
        raise Problem(BROKEN, {"file": name}) from error


_DAMAGES = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError),
    *(ExpatError, ElementTree.ParseError, LookupError, ValueError, OverflowError),
)
"""What the standard library raises for zip and XML files that are broken."""


class _Package:
    """The parts of one workbook."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self._package = package
        self._name = name
        self._parts = {info.filename.replace("\\", "/").casefold(): info for info in package.infolist()}
        self._sum_up(package.infolist())

    def _sum_up(self, parts: list[zipfile.ZipInfo]) -> None:
        """Look at what the directory says, before anything is unpacked."""
        if len(self._parts) < len(parts) or len(parts) > _MOST_PARTS:
            raise Problem(DAMAGED, {"file": self._name})
        if any(part.flag_bits & 1 for part in parts):
            raise Problem(PROTECTED, {"file": self._name})
        if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
            raise Problem(DAMAGED, {"file": self._name})
        dense = any(part.file_size > max(_SMALL, _DENSE * part.compress_size) for part in parts)
        if dense or sum(part.file_size for part in parts) > UNPACKED:
            raise Problem(TOO_LARGE, {"file": self._name})

    def _know(self) -> None:
        """See that this is a workbook, and one that can be read."""
        if _MANIFEST in self._parts and b"encryption-data" in self._small(_MANIFEST):
            raise Problem(PROTECTED, {"file": self._name})
        kind = self._small("mimetype") if "mimetype" in self._parts else _SPREADSHEET
        if _BOOK not in self._parts and not (_CONTENT in self._parts and _SPREADSHEET in kind):
            raise Problem(NO_TABLE, {"file": self._name})

    def surveys(self) -> tuple[Survey, ...]:
        """Look through every part, the shared texts first, for the sheets point to them."""
        self._know()
        texts = SurveyOfTexts()
        if _TEXTS in self._parts:
            self._look_through(_TEXTS, texts)
        sheets: dict[str, Survey] = {}
        document = SurveyOfOpenDocument()
        for part in self._parts:
            if part == _CONTENT:
                self._look_through(part, document)
            elif part.endswith((".xml", ".rels")) and part != _TEXTS:
                sheets[part] = sheet = SurveyOfSheet(texts.lengths)
                self._look_through(part, sheet)
            else:
                Counter(map(len, self._pieces(part)))
        found = document.sheets if _CONTENT in self._parts else [sheets[part] for part in self._order(sheets)]
        for each in (*sheets.values(), *document.sheets):
            each.check()
        if sum(each.lines * each.columns for each in found) > MOST_PLACES:
            raise Problem(TOO_LARGE, {"file": self._name})
        return tuple(found)

    def part(self, part: str) -> bytes | None:
        """One part that declares no document type, whole; ``None`` where there is none of the name."""
        if part.casefold() not in self._parts:
            return None
        found = self._small(part.casefold())
        SurveyOfTexts().parser().Parse(found, True)
        return found

    def _pieces(self, part: str) -> Iterator[bytes]:
        """A part, unpacked. Raises ``Problem`` where it is larger than the directory says."""
        told = self._parts[part]
        asked = copy(told)
        asked.file_size += 1
        size = 0
        with self._package.open(asked) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > told.file_size:
                    raise Problem(DAMAGED, {"file": self._name})
                yield piece

    def _small(self, part: str) -> bytes:
        """A part that is small in every workbook, whole."""
        if self._parts[part].file_size > _SMALL:
            raise Problem(TOO_LARGE, {"file": self._name})
        return b"".join(self._pieces(part))

    def _order(self, sheets: dict[str, Survey]) -> Iterator[str]:
        """The parts of the sheets in the order of the workbook."""
        book = ElementTree.fromstring(self._small(_BOOK))  # noqa: S314  (looked through)
        links = ElementTree.fromstring(self._small(_LINKS))  # noqa: S314
        targets = {link.get("Id", ""): link.get("Target", "") for link in links}
        for sheet in book.iterfind("{*}sheets/{*}sheet"):
            key = next((value for attribute, value in sheet.items() if attribute.endswith("}id")), "")
            part = posixpath.normpath(posixpath.join("/xl", targets[key])).lstrip("/").casefold()
            if part not in sheets:
                raise Problem(DAMAGED, {"file": self._name})
            yield part

    def _look_through(self, part: str, handlers: "SurveyOfTexts | SurveyOfSheet | SurveyOfOpenDocument") -> None:
        parser = handlers.parser()
        for piece in self._pieces(part):
            parser.Parse(piece)
        parser.Parse(b"", True)
