"""Names from everywhere: each letter is printed in each face and read back, and a mark sits on its letter."""

import io
import struct
import unicodedata
from dataclasses import replace
from xml.etree import ElementTree

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from nmirf_desktop.documents import lacking, typeset
from nmirf_desktop.documents.fonts import Face, font, pieces, width
from nmirf_desktop.documents.inline import tidy
from nmirf_desktop.domain.blocks import Heading, Para, Style
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.said import Said
from tests.documents.content import HEAD
from tests.documents.reading import Reader
from tests.documents.test_any_paper import sound

BLOCKS = {
    "Latin Extended-A": (0x100, 0x17F),
    "Latin Extended-B": (0x180, 0x24F),
    "IPA Extensions": (0x250, 0x2AF),
    "Latin Extended Additional": (0x1E00, 0x1EFF),
    "Greek": (0x370, 0x3FF),
    "Greek Extended": (0x1F00, 0x1FFF),
    "Cyrillic": (0x400, 0x4FF),
    "Cyrillic Supplement": (0x500, 0x52F),
}
MORE = 0x20  # another part of the drawing follows
FACES = (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD_ITALIC)
MARKED = "g̃ G̃ ỹ Ỹ x̌ J̌ Ọ̀ ọ̀ Ẹ́ ė̃ Ė̃ į̃ j̃ i̋ ǰ̣ ɔ̀ Ɔ̃ ɛ́ Ɛ̀ ŋ̀ Ŋ̈ m̂ M̂ r̥̄ l̥ n̥ k̲ c̱ s̈ p̈ a̍ h̬ q̄ t͡s k͜p а́ е́ и́ і́ ю̄ Я́ ы̄ ω̄ ᾱ́ ῡ̆ 1̄ y̨ ñg̃ x͇ q́́́"
"""Letters with marks for which Unicode has no one character: Guaraní, Yoruba, Lithuanian, Ewe, Lingala, IPA, stress."""


def letters(block: str) -> list[str]:
    """The letters of a block that are their own composed form; Coptic letters, a script of their own, left out."""
    first, last = BLOCKS[block]
    every = map(chr, range(first, last + 1))
    found = [one for one in every if unicodedata.is_normalized("NFC", one) and unicodedata.category(one)[0] == "L"]
    return [one for one in found if "COPTIC" not in unicodedata.name(one)]


def paper(*texts: str) -> RecordPaper:
    """Each text in the four faces: as a paragraph, in italics, and as headings of two levels."""
    blocks = [
        block
        for text in map(Said.same, texts)
        for block in (Para(text), Para(text, style=Style.ITALIC), Heading(text), Heading(text, 2))
    ]
    return RecordPaper(HEAD, Said.same("Names"), tuple(blocks))


def read(data: bytes) -> list[str]:
    """What the paragraphs and headings of a file say, without the space at the end of a line."""
    tags = Reader(data).tree().walk()
    return [tag.text.strip() for tag in tags if tag.name in ("P", "H2", "H3")]


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("face", FACES)
def test_each_letter_is_in_each_face(block: str, face: Face) -> None:
    for letter in letters(block):
        (piece,) = pieces(letter, face)
        assert (piece.text, piece.face) == (letter, face)
        glyph = font(face).face.charToGlyph[ord(letter)]
        start, end = font(face).face.glyphPos[glyph : glyph + 2]
        assert end > start, "a letter without a drawing"
        assert width(letter, face) > 0


@pytest.mark.parametrize("block", BLOCKS)
def test_each_letter_is_printed_and_read_back(block: str) -> None:
    every = letters(block)
    texts = [" ".join(every[start : start + 16]) for start in range(0, len(every), 16)]
    data = typeset(paper(*texts), Edition.EN)
    said = read(data)
    assert [text for text in said if text in texts] == [text for text in texts for _face in FACES]
    sound(data)


def test_marks_without_a_composed_letter_are_read_back_by_every_reader() -> None:
    names = MARKED.split()
    data = typeset(paper(*names), Edition.EN)
    said = read(data)
    assert [text for text in said if text in names] == [name for name in names for _face in FACES]
    seen = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data))
    lines = [unicodedata.normalize("NFC", line.strip()) for line in seen.splitlines()]
    assert [line for line in lines if line in names] == [name for name in names for _face in FACES]
    sound(data)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "name", ["g\u0303", "J\u030c", "x\u030c", "\u0254\u0300", "M\u0302", "k\u0332", "q\u0301\u0301"]
)
def test_marks_take_no_room_of_their_own(name: str, face: Face) -> None:
    (piece,) = pieces(name, face)
    assert width(piece.text, face) == width(name[0], face)


def drawn(face: Face, name: str) -> list[tuple[int, int, int, int, int]]:
    """The parts that a letter with marks is drawn from: glyph, and the box it stands in."""
    joined, known = font(face).joined(name), font(face).face
    data = known.get_table("glyf")
    place = known.glyphPos[known.charToGlyph[ord(joined)]] + 10
    found = []
    flags = MORE
    while flags & MORE:
        flags, glyph, x, y = struct.unpack_from(">2H2h", data, place)
        left, bottom, right, top = struct.unpack_from(">4h", data, known.glyphPos[glyph] + 2)
        found.append((glyph, left + x, bottom + y, right + x, top + y))
        place += 8
    return found


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "name", ["g\u0303", "G\u0303", "J\u030c", "x\u030c", "m\u0302", "M\u0302", "\u0186\u0303", "1\u0304"]
)
def test_a_mark_is_over_its_letter_and_close_to_it(name: str, face: Face) -> None:
    letter, mark = drawn(face, name)
    assert (letter[0], mark[0]) == tuple(font(face).face.charToGlyph[ord(one)] for one in name)
    assert letter[1] - 60 < (mark[1] + mark[3]) / 2 < letter[3] + 60
    assert 0 < mark[2] - letter[4] < 160


def test_an_i_has_no_dot_under_a_mark_and_is_read_as_one() -> None:
    dotless = font(Face.REGULAR).face.charToGlyph[ord("ı")]
    assert [drawn(Face.REGULAR, name)[0][0] for name in ("i\u030b", "\u012f\u0303", "\u0456\u0301")] == [dotless] * 3


def test_marks_on_a_mark_stand_above_each_other() -> None:
    _letter, *marks = drawn(Face.REGULAR, "q\u0301\u0301\u0301")
    feet = [foot for _glyph, _left, foot, _right, _top in marks]
    assert feet == sorted(set(feet))


@pytest.mark.parametrize(
    "text", ["\u0303", "a \u0303b", "a\u00a0\u0301 b", "\u0303\u0323", "x\u0489", "q" + "\u0301" * 60]
)
def test_a_mark_without_a_letter_and_a_tower_of_marks_are_set_and_conform(text: str) -> None:
    assert lacking(text) == ()
    sound(typeset(paper(f"before{text}", text, f"before {text} after"), Edition.EN))


@pytest.mark.parametrize("large", [False, True])
def test_a_word_of_ten_thousand_letters_with_marks_is_never_parted_from_them(*, large: bool) -> None:
    word = "g\u0303" * 5000
    said = read(typeset(paper(word), Edition.EN, large=large))
    assert said.count(word) == len(FACES)


TIDIED = {
    "tabs and line ends": ("a\tb\rc\u2028d", "a b c d"),
    "a control character": ("a\x07b\x85c", "a b c"),
    "spaces": ("a\u2003b\u3000c\u1680d", "a b c d"),
    "spaces at which no line ends": ("1\u202f000\u2009km\u2007", "1\u00a0000\u00a0km\u00a0"),
    "soft hyphens": ("Zusammen\u00adarbeit", "Zusammenarbeit"),
    "characters without width": ("a\u200bb\u200cc\u200dd\u2060e\ufefff", "abcdef"),
    "marks of direction": ("\u202aa\u202c\u2066b\u2069\u200e", "ab"),
    "choices of a drawing": ("☺\ufe0e♥\ufe0f", "☺♥"),
    "a mark after its letter": ("e\u0301 g\u0303 e\u200d\u0301", "é g\u0303 é"),
}


@pytest.mark.parametrize("kind", TIDIED)
def test_what_carries_no_meaning_is_left_out_or_becomes_a_space(kind: str) -> None:
    raw, set_ = TIDIED[kind]
    assert tidy(raw) == set_
    assert lacking(raw) == ()
    said = read(typeset(paper(f"before {raw} after"), Edition.EN))
    printed = " ".join(f"before {set_} after".split())
    assert [" ".join(text.split()) for text in said].count(printed) == len(FACES)


def test_what_is_tidied_in_the_text_is_tidied_in_what_the_file_says_of_itself() -> None:
    odd = Said.same("a\x07b\u2028c\u200b <&> g\u0303")
    data = typeset(RecordPaper(replace(HEAD, meeting=odd), odd, ()), Edition.EN)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314  (our own)
        assert str(pdf.docinfo.Subject) == "a b c <&> g\u0303 – a b c <&> g\u0303"
    assert "a b c <&> g\u0303 – a b c <&> g\u0303" in "".join(packet.itertext())
