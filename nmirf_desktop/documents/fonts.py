"""The faces that documents are set in: Noto Serif, and DejaVu Sans for the symbols it lacks.

All are TrueType with glyphs for Latin (Vietnamese included), Greek and Cyrillic; each document embeds the glyphs it
uses. A character that neither family can print is a :class:`Problem`, never a box. So are the scripts written from
right to left, whose letters DejaVu Sans has: printed one by one from the left they could not be read.
"""

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from nmirf_desktop.documents.marks import MARK, join
from nmirf_desktop.domain.excerpts import seen, words_around
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import bundled

PART = 256  # characters in an embedded part
ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r", "\n": r"\n"})
"""What cannot stand as it is in a string of the file."""
BLOCK = 100  # entries in one part of a ToUnicode map, by its format
PRIVATE = 0xF0000
"""The first character of those under which a face knows letters with marks on them."""
_CLUSTER = re.compile(f".{MARK}*", re.DOTALL)
_UNFIT = frozenset({"Co", "Cs", "Cn"})
"""Kinds of characters without a meaning that a reader could know: private, half a surrogate, not assigned."""
_LOST = "\ufffd"  # stands for a character that another program could not read


class Face(StrEnum):
    """A face; the value is its file's name without the ending."""

    REGULAR = "NotoSerif-Regular"
    BOLD = "NotoSerif-Bold"
    ITALIC = "NotoSerif-Italic"
    BOLD_ITALIC = "NotoSerif-BoldItalic"
    SYMBOL = "DejaVuSans"


ITALICS = {Face.REGULAR: Face.ITALIC, Face.BOLD: Face.BOLD_ITALIC}
"""The italic of each upright face."""
TEXT = tuple(ITALICS) + tuple(ITALICS.values())
"""The faces of texts."""


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose embedded parts say which character each glyph is, as PDF/A-2 asks."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename, asciiReadable=False)
        self._joined: dict[str, str] = {}

    def joined(self, cluster: str) -> str:
        """The character under which the font knows a letter with the marks on it, drawn when it is first asked for.

        It never leaves the program: the file says that it is the letter and its marks.
        """
        if cluster not in self._joined:
            point = PRIVATE + len(self._joined)
            join(self.face, cluster, point)
            _widths(Face(self.fontName))[chr(point)] = self.face.charWidths[point] / 1000
            self._joined[cluster] = chr(point)
        return self._joined[cluster]

    def _said(self, point: int) -> str:
        """What a character of the font says."""
        return chr(point) if point < PRIVATE else tuple(self._joined)[point - PRIVATE]

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  (ReportLab's name)
        """Add the font's objects, with character maps without U+0000, in blocks of one hundred, beyond U+FFFF too."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        known = set(doc.idToObject)
        super().addObjects(doc)
        maps = [name for name in doc.idToObject if name not in known and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(maps, subsets, strict=True):
            said = {code: self._said(point) for code, point in enumerate(subset) if point not in (0, 0xFEFF, 0xFFFE)}
            doc.idToObject[name].content = _character_map(name.partition(":")[2], said)


class Encoder:
    """What stands for the characters of a face in one document."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        self._font = font(face)
        self._document = document
        self._first: dict[str, str] = {}  # characters of the first embedded part

    def strings(self, text: str) -> list[tuple[str, str]]:
        """The name of an embedded part and a string of it, as both stand in the file: nearly always of the first."""
        try:
            said = "".join(map(self._first.__getitem__, text))
        except KeyError:
            return self._more(text)
        return [(self._name(0), said)] if said else []

    def _more(self, text: str) -> list[tuple[str, str]]:
        """The same for a text with characters that the first part had not, or has not."""
        parts = self._font.splitString(text, self._document)
        codes = self._font.state[self._document].assignments
        known = {one: codes.get(ord(" " if one == "\u00a0" else one), PART) for one in text}
        self._first |= {one: _string(bytes([code])) for one, code in known.items() if code < PART}
        return [(self._name(part), _string(said)) for part, said in parts]

    def _name(self, part: int) -> str:
        name: str = self._font.getSubsetInternalName(part, self._document)
        return name


def _string(codes: bytes) -> str:
    """Codes as they stand in a string of the file."""
    return codes.decode("latin-1").translate(ESCAPED)


def _character_map(font: str, said: dict[int, str]) -> str:
    """The ToUnicode map of one embedded part: code by code the character, or letter and marks, in UTF-16."""
    entries = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in said.items()]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{font} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), BLOCK):
        block = entries[start : start + BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


@cache
def font(face: Face) -> EmbeddedFont:
    """The font of a face, read once and made known to ReportLab, whose canvas finds fonts by name."""
    loaded = EmbeddedFont(face.value, str(bundled("resources") / "fonts" / f"{face.value}.ttf"))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _widths(face: Face) -> dict[str, float]:
    """The width of each character that the face has, at size 1."""
    return {chr(point): advance / 1000 for point, advance in font(face).face.charWidths.items()}


@cache
def _characters(face: Face) -> frozenset[str]:
    """The characters that the face can print."""
    return frozenset(filter(_fit, _widths(face)))


def _fit(character: str) -> bool:
    """Whether a character that a face has a glyph for can be read when it is printed."""
    right_to_left = unicodedata.bidirectional(character) in ("R", "AL", "AN")
    return character != _LOST and not right_to_left and unicodedata.category(character) not in _UNFIT


@cache
def _plain(face: Face) -> frozenset[str]:
    """The characters that stand side by side in the face: all but combining marks."""
    return frozenset(re.sub(MARK, "", "".join(_characters(face))))


@cache
def _everywhere() -> frozenset[str]:
    """The characters that stand side by side in each face of texts."""
    return frozenset.intersection(*map(_plain, TEXT))


def lacking(text: str) -> tuple[str, ...]:
    """The characters of a text that cannot be printed in each face of texts, in their order."""
    if _everywhere().issuperset(text):
        return ()
    clusters = [found.group() for found in _CLUSTER.finditer(text)]
    return tuple(
        next(cluster[_first_lacking(cluster, face)] for face in TEXT if _face(cluster, face) is None)
        for cluster in clusters
        if any(_face(cluster, face) is None for face in TEXT)
    )


def _face(cluster: str, face: Face) -> Face | None:
    """The face that a letter with its marks is set in where *face* is asked for."""
    return next((one for one in (face, Face.SYMBOL) if _characters(one).issuperset(cluster)), None)


@lru_cache(maxsize=50_000)
def width(text: str, face: Face) -> float:
    """The width of a text at size 1, in points; the text must be set in one face (see :func:`pieces`)."""
    return sum(map(_widths(face).__getitem__, text))


class Piece(NamedTuple):
    """A part of a text that one face can set; a letter with marks on it is one character of the face's own."""

    text: str
    face: Face


def pieces(text: str, face: Face) -> tuple[Piece, ...]:
    """The text in parts that a face can set: nearly always one, in the face asked for.

    Raises :class:`Problem` for a character that cannot be printed.
    """
    if _plain(face).issuperset(text):
        return (Piece(text, face),)
    found: list[Piece] = []
    for cluster in _CLUSTER.finditer(text):
        fit = _face(cluster.group(), face)
        if fit is None:
            raise _unprintable(text, cluster.start() + _first_lacking(cluster.group(), face))
        letter = font(fit).joined(cluster.group()) if len(cluster.group()) > 1 else cluster.group()
        if found and found[-1].face is fit:
            found[-1] = Piece(found[-1].text + letter, fit)
        else:
            found.append(Piece(letter, fit))
    return tuple(found)


def _first_lacking(cluster: str, face: Face) -> int:
    """The place of the first character that no face can print, else of the mark that its letter's face lacks."""
    either = _characters(face) | _characters(Face.SYMBOL)
    return next((place for place, one in enumerate(cluster) if one not in either), len(cluster) - 1)


def _unprintable(text: str, position: int) -> Problem:
    """The problem that names the character and the words around it."""
    message = N_("The character U+{code} ({character}) in “{place}” cannot be printed: no shipped font has it.")
    code, character = f"{ord(text[position]):04X}", seen(text[position])
    return Problem(message, {"code": code, "character": character, "place": words_around(text, position)})
