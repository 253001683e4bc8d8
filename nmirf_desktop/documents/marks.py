"""Letters with combining marks that are no character of their own, such as the "g̃" of Guaraní: drawn as one glyph.

A font says where a mark meets a letter, and where it meets another mark, by anchors in its table ``GPOS`` (OpenType,
lookup types 4 and 6). ReportLab reads no such table: it would print each mark at one height, beside many letters. As
one glyph, the two are also read as one text; a mark by itself is taken by some readers for that of the next letter.
"""

import unicodedata
from functools import cache
from struct import pack, unpack_from
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFace

MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u2de0-\u2dff\ua66f-\ua67d\ufe20-\ufe2f]"
"""A combining mark of the alphabets that documents are printed in, as a part of a regular expression."""

DOTLESS = {"i": "\u0131", "j": "\u0237", "\u0456": "\u0131", "\u0458": "\u0237"}
"""Letters that lose their dot under a mark, and what they look like then."""
GAP = 60  # between a letter and a mark above it for which the font has no anchor, in its units
ABOVE = 230  # the combining class of marks above a letter
_ON_LETTERS, _ON_MARKS, _FAR = 4, 6, 9  # types of lookups; the last stands for another one, further away
_BY_WORDS, _MORE = 0x0003, 0x0020  # a part of a glyph: shifted by two numbers of 16 bits; another part follows

Point = tuple[int, int]


class _Attachment(NamedTuple):
    """A subtable: the class and anchor of each mark, and for each letter (or mark below) an anchor for each class."""

    kind: int
    marks: dict[int, tuple[int, int, int]]
    bases: dict[int, list[Point | None]]

    def offset(self, base: int, mark: int) -> Point | None:
        """From the origin of *base* to that of *mark*, in the font's units."""
        if mark not in self.marks or base not in self.bases:
            return None
        kind, x, y = self.marks[mark]
        anchor = self.bases[base][kind]
        return None if anchor is None else (anchor[0] - x, anchor[1] - y)


@cache
def _attachments(face: TTFontFace) -> tuple[_Attachment, ...]:
    """The anchors of a face, in its order."""
    data = face.get_table("GPOS") if "GPOS" in face.table else b""
    return tuple(_attachment(data, place, kind) for place, kind in _subtables(data)) if data else ()


def _subtables(data: bytes) -> list[tuple[int, int]]:
    """Place and type of each subtable that attaches marks."""
    found = []
    lookups = unpack_from(">H", data, 8)[0]
    for lookup in _offsets(data, lookups):
        kind = unpack_from(">H", data, lookup)[0]
        for place in _offsets(data, lookup, 4):
            if kind == _FAR:
                _, real, far = unpack_from(">HHL", data, place)
                found.append((place + far, real))
            else:
                found.append((place, kind))
    return [(place, kind) for place, kind in found if kind in (_ON_LETTERS, _ON_MARKS)]


def _offsets(data: bytes, start: int, skip: int = 0) -> list[int]:
    """The places that a counted list of offsets, *skip* bytes after *start*, points to."""
    count = unpack_from(">H", data, start + skip)[0]
    return [start + offset for offset in unpack_from(f">{count}H", data, start + skip + 2)]


def _attachment(data: bytes, start: int, kind: int) -> _Attachment:
    _, marks, bases, classes, mark_array, base_array = unpack_from(">6H", data, start)
    mark_array, base_array = start + mark_array, start + base_array
    placed = {}
    for number, glyph in enumerate(_covered(data, start + marks)):
        group, anchor = unpack_from(">2H", data, mark_array + 2 + number * 4)
        placed[glyph] = (group, *unpack_from(">2h", data, mark_array + anchor + 2))
    anchors: dict[int, list[Point | None]] = {}
    for number, glyph in enumerate(_covered(data, start + bases)):
        row = unpack_from(f">{classes}H", data, base_array + 2 + number * classes * 2)
        anchors[glyph] = [unpack_from(">2h", data, base_array + anchor + 2) if anchor else None for anchor in row]
    return _Attachment(kind, placed, anchors)


def _covered(data: bytes, start: int) -> list[int]:
    """The glyphs of a coverage table, in its order."""
    form, count = unpack_from(">2H", data, start)
    if form == 1:
        return list(unpack_from(f">{count}H", data, start + 4))
    ranges = [unpack_from(">3H", data, start + 4 + number * 6) for number in range(count)]
    return [glyph for first, last, _ in ranges for glyph in range(first, last + 1)]


def join(face: TTFontFace, cluster: str, point: int) -> None:
    """Let a face know a letter with its marks as one character more, drawn from the glyphs it has; an i has no dot."""
    letter, marks = cluster[0], cluster[1:]
    if any(unicodedata.combining(mark) == ABOVE for mark in marks):
        plain = unicodedata.normalize("NFD", letter)
        if plain[0] in DOTLESS and all(unicodedata.combining(mark) != ABOVE for mark in plain[1:]):
            letter, marks = DOTLESS[plain[0]], plain[1:] + marks
    parts: list[tuple[int, Point]] = [(face.charToGlyph[ord(letter)], (0, 0))]
    for mark in map(ord, marks):
        parts.append((face.charToGlyph[mark], _place(face, face.charToGlyph[mark], parts)))
    seen = [part for part in parts if _box(face, part[0]) is not None]
    advance = face.hmetrics[parts[0][0]][0]
    face.charToGlyph[point] = _drawn(face, seen, advance) if seen else parts[0][0]
    face.charWidths[point] = face.charWidths[ord(letter)]


def _place(face: TTFontFace, mark: int, parts: list[tuple[int, Point]]) -> Point:
    """From the origin of a letter, the first of *parts*, to that of a mark: on the last part that has an anchor for it.

    A mark for which the font has no anchor stands in the middle of the letter, and clear of it where it belongs above.
    """
    for number, (glyph, (x, y)) in reversed(tuple(enumerate(parts))):
        kind = _ON_MARKS if number else _ON_LETTERS
        for one in _attachments(face):
            found = one.offset(glyph, mark) if one.kind == kind else None
            if found is not None:
                return x + found[0], y + found[1]
    left, _bottom, right, top = _box(face, parts[0][0]) or (0, 0, 0, 0)
    west, foot, east, _head = _box(face, mark) or (0, 0, 0, 0)
    return (left + right - west - east) // 2, max(0, top - foot + GAP) if foot > 0 else 0


def _box(face: TTFontFace, glyph: int) -> tuple[int, int, int, int] | None:
    """The box that a glyph is drawn in: left, bottom, right, top; ``None`` for a blank."""
    start, end = face.glyphPos[glyph : glyph + 2]
    if start == end:
        return None
    box: tuple[int, int, int, int] = unpack_from(">4h", face.get_table("glyf"), start + 2)
    return box


def _drawn(face: TTFontFace, parts: list[tuple[int, Point]], advance: int) -> int:
    """A new glyph at the end of a face, made of others and so wide (OpenType, table ``glyf``); its number."""
    boxes = [(_box(face, glyph) or (0, 0, 0, 0), shift) for glyph, shift in parts]
    lefts, bottoms, rights, tops = zip(
        *((left + x, bottom + y, right + x, top + y) for (left, bottom, right, top), (x, y) in boxes), strict=True
    )
    glyph = pack(">5h", -1, min(lefts), min(bottoms), max(rights), max(tops))
    for number, (part, (x, y)) in enumerate(parts, 1):
        glyph += pack(">2H2h", _BY_WORDS | (_MORE if number < len(parts) else 0), part, x, y)
    place = face.table["glyf"]
    start = len(face._ttf_data) - place["offset"]  # noqa: SLF001  (ReportLab has no other way to add a glyph)
    face._ttf_data += glyph  # noqa: SLF001
    place["length"] = start + len(glyph)
    if face.glyphPos[-1] != start:  # what lies between is one glyph that nothing shows
        face.glyphPos.append(start)
        face.hmetrics.append((0, 0))
    face.glyphPos.append(start + len(glyph))
    face.hmetrics.append((advance, min(lefts) & 0xFFFF))  # as ReportLab reads them
    return len(face.glyphPos) - 2
