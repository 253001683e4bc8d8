"""The faces that documents are set in: Noto Serif, and DejaVu Sans for the symbols it lacks.

All are TrueType with glyphs for Latin (Vietnamese included), Greek and Cyrillic; each document embeds the glyphs it
uses. A character that neither family has is a :class:`Problem`, never a box.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.i18n import N_
from nmirf_desktop.paths import bundled

BLOCK = 100  # entries in one part of a ToUnicode map, by its format


class Face(StrEnum):
    """A face; the value is its file's name without the ending."""

    REGULAR = "NotoSerif-Regular"
    BOLD = "NotoSerif-Bold"
    ITALIC = "NotoSerif-Italic"
    BOLD_ITALIC = "NotoSerif-BoldItalic"
    SYMBOL = "DejaVuSans"


ITALICS = {Face.REGULAR: Face.ITALIC, Face.BOLD: Face.BOLD_ITALIC}
"""The italic of each upright face."""


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose embedded parts say which character each glyph is, as PDF/A-2 asks."""

    def encoded(self, text: str, doc: PDFDocument) -> list[tuple[int, bytes]]:
        """The codes of a text by embedded part; nearly always one part, whose codes are all known already."""
        if doc in self.state:
            assigned = self.state[doc].assignments
            codes = [assigned.get(point, 256) for point in map(ord, text.replace("\u00a0", " "))]
            if codes and max(codes) < 256:
                return [(0, bytes(codes))]
        parts: list[tuple[int, bytes]] = self.splitString(text, doc)
        return parts

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  (ReportLab's name)
        """Add the font's objects, with character maps without U+0000, in blocks of one hundred, beyond U+FFFF too."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        known = set(doc.idToObject)
        super().addObjects(doc)
        maps = [name for name in doc.idToObject if name not in known and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(maps, subsets, strict=True):
            doc.idToObject[name].content = _character_map(name.partition(":")[2], subset)


def _character_map(font: str, subset: list[int]) -> str:
    """The ToUnicode map of one embedded part: code by code the character in UTF-16."""
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point not in (0, 0xFEFF, 0xFFFE)
    ]
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
    loaded = EmbeddedFont(face.value, str(bundled("resources") / "fonts" / f"{face.value}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _widths(face: Face) -> dict[str, float]:
    """The width of each character that the face has, at size 1."""
    return {chr(point): advance / 1000 for point, advance in font(face).face.charWidths.items()}


@cache
def _characters(face: Face) -> frozenset[str]:
    """The characters that the face has."""
    return frozenset(_widths(face))


@lru_cache(maxsize=50_000)
def width(text: str, face: Face) -> float:
    """The width of a text at size 1, in points; the text must be set in one face (see :func:`pieces`)."""
    return sum(map(_widths(face).__getitem__, text))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that one face can set."""

    text: str
    face: Face


def pieces(text: str, face: Face) -> tuple[Piece, ...]:
    """The text in parts that a face can set: nearly always one, in the face asked for.

    Raises :class:`Problem` for a character that no shipped face has.
    """
    if _characters(face).issuperset(text):
        return (Piece(text, face),)
    found: list[Piece] = []
    for position, character in enumerate(text):
        fit = next((candidate for candidate in (face, Face.SYMBOL) if character in _characters(candidate)), None)
        if fit is None:
            raise _unprintable(text, position)
        if found and found[-1].face is fit:
            found[-1] = Piece(found[-1].text + character, fit)
        else:
            found.append(Piece(character, fit))
    return tuple(found)


def _unprintable(text: str, position: int) -> Problem:
    """The problem that names the character and the words around it."""
    place = text[max(0, position - 20) : position + 21].strip()
    message = N_("The character U+{code} ({character}) in “{place}” cannot be printed: no shipped font has it.")
    return Problem(message, {"code": f"{ord(text[position]):04X}", "character": text[position], "place": place})
