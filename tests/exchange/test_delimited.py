"""Files of text: how they are written is found out, and nothing of them is lost."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.domain.states import parse_states
from nmirf_desktop.exchange.cells import Cell, Sheet, Writing, cell_of
from nmirf_desktop.exchange.delimited import SEPARATORS, read_text
from nmirf_desktop.exchange.encodings import decoded
from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

STATES = parse_states(bundled("resources/states.csv").read_text(encoding="utf-8"))
LISTS = {
    language: "State;Date\r\n" + "\r\n".join(f"{state.short[language]};8/5/2024" for state in STATES)
    for language in Language
}


def read(content: str | bytes) -> Sheet:
    return read_text(content.encode() if isinstance(content, str) else content, "list.csv")


def cells(content: str | bytes) -> list[tuple[Cell, ...]]:
    return [line.cells for line in read(content).lines]


# Encodings


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("codec", "name", "guessed"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", "UTF-8", False),
        ("utf-16", "UTF-16", False),
        ("utf-32", "UTF-32", False),
        ("utf-16-le", "UTF-16", True),
        ("utf-16-be", "UTF-16", True),
        ("cp1252", "Windows-1252", True),
        ("mac_roman", "Mac OS Roman", True),
    ],
)
def test_the_encoding_of_a_list_of_all_states(codec: str, name: str, guessed: bool, language: Language) -> None:
    read = decoded(LISTS[language].encode(codec))
    assert read.text == LISTS[language]
    assert (read.encoding, read.guessed) == (name, guessed)


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
def test_a_list_is_read_rightly_however_short_it_is(codec: str) -> None:
    """Of all lists of five States with a letter beyond ASCII in French or Spanish, in either encoding."""
    for language in (Language.FR, Language.ES):
        beyond = [state.short[language] for state in STATES if not state.short[language].isascii()]
        for first in range(len(beyond) - 5):
            content = "Pays;Date\n" + "\n".join(f"{name};2024" for name in beyond[first : first + 5])
            assert decoded(content.encode(codec)).text == content


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1250", "State;Name\nPoland;Łukasz Żółć\nCzechia;Růžena Ště\n"),
        ("cp1251", "State;Name\nBelarus;Контактное лицо Беларуси\n"),
        ("cp1256", "State;Name\nEgypt;مسؤول الاتصال في مصر\nMorocco;جهة الاتصال\n"),
        ("gb18030", "State;Name\nChina;中国联络人\nSingapore;新加坡联络人\n"),
        ("cp850", "Estado;Nombre\nEspaña;José Muñoz\nPerú;Ángel\nMéxico;x\n"),
    ],
)
def test_encodings_of_other_scripts(codec: str, text: str) -> None:
    read = decoded(text.encode(codec))
    assert read.text == text
    assert read.guessed


def test_a_few_wrong_bytes_leave_a_text_utf_8() -> None:
    read = decoded(LISTS[Language.FR].encode() + "\nÉtat;José".encode("cp1252"))
    assert read.text.startswith(LISTS[Language.FR])
    assert (read.encoding, read.guessed) == ("UTF-8", True)
    assert decoded("Côte d’Ivoire;José".encode("cp1252")).text == "Côte d’Ivoire;José"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text(content: bytes) -> None:
    assert isinstance(decoded(content).text, str)


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_what_is_utf_8_is_read_as_such(text: str) -> None:
    read = decoded(text.encode())
    assert read.text == text.removeprefix("\ufeff")
    assert not read.guessed


# Separators


@given(st.sampled_from(SEPARATORS), st.integers(2, 6), st.integers(2, 12), st.data())
def test_the_separator_of_what_a_program_wrote_is_found(
    separator: str, columns: int, records: int, data: st.DataObject
) -> None:
    """Cells hold quotation marks, line breaks and the separator itself."""
    words = st.text(alphabet=st.sampled_from(f"abcé ’.-\"'\n{separator}"), max_size=10).map(lambda word: f"x{word}y")
    rows = [[data.draw(words) for _ in range(columns)] for _ in range(records)]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    sheet = read(stream.getvalue())
    assert sheet.writing == Writing("UTF-8", False, separator)
    expected = [[cell_of(word) for word in row] for row in rows]
    assert [[*line.cells] for line in sheet.lines] == expected


@pytest.mark.parametrize(
    ("content", "separator"),
    [
        ("State;Name\nPeru;Last, First\nChile;Last, First\n", ";"),
        ("State,Name\nPeru,a;b\nChile,a;b;c\n", ","),
        ("State|Since|Name\nPeru|8/5/2024|Last, First\n", "|"),
        ("List of members, 2024\n\nState;Since;Name\nPeru;x;y\nChile;;\n", ";"),
        ("Korea, Republic of\nPeru\nChile\n", ""),
        ("Peru\n", ""),
        ("State;Name", ";"),
        ("sep=^\nState^Name;x\n", "^"),
        ("sep=;\nState,Name;x\n", ";"),
    ],
)
def test_the_separator_is_what_makes_a_table(content: str, separator: str) -> None:
    writing = read(content).writing
    assert writing is not None
    assert writing.separator == separator


# Quotation marks


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('a,b\n"x\ny",z\n', [("a", "b"), ("x\ny", "z")]),
        ('a,b\n"x ""y""",z\n', [("a", "b"), ('x "y"', "z")]),
        ('a,b\nx "y",z\n', [("a", "b"), ('x "y"', "z")]),
        ('a,b\n"x" y,z\nc,d\n', [("a", "b"), ('"x" y', "z"), ("c", "d")]),
        ('a,b\n"x,z\nc,d\n', [("a", "b"), ('"x', "z"), ("c", "d")]),
        ('a,b\n"x,z\n"c",d\n', [("a", "b"), ('"x', "z"), ("c", "d")]),
        ('a,b\nx,"z', [("a", "b"), ("x", '"z')]),
    ],
)
def test_quotation_marks_keep_what_they_enclose_and_lose_nothing_else(
    content: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert cells(content) == expected


@given(st.text(alphabet=st.sampled_from('ab,;"\n\r'), max_size=60))
def test_no_letter_of_a_file_is_lost(content: str) -> None:
    said = "".join(cell for line in cells(content) for cell in line if isinstance(cell, str))
    assert [letter for letter in said if letter in "ab"] == [letter for letter in content if letter in "ab"]


def test_a_mark_that_is_never_closed_costs_no_time() -> None:
    content = 'a,b\n"x,y\n' * 20_000
    assert len(read(content).lines) == 40_000


def test_lines_are_counted_as_a_spreadsheet_shows_them() -> None:
    sheet = read('sep=,\na,b\n\n"x\ny",z\n\nc,d\n')
    assert [line.number for line in sheet.lines] == [1, 3, 5]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Problem):
        read(bytes(range(1, 256)) * 4)
    assert cells(b"a,b\nc\0\0,d\x1a\n") == [("a", "b"), ("c\0\0", "d\x1a")]
