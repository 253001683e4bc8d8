"""A list that leaves the program: what is read back is what was shown, whatever stands in a cell; nothing runs."""

import csv
import datetime
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import openpyxl
import pytest
import python_calamine
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.formulas import armed, neutralised, unneutralised
from nmirf_desktop.exchange.spreadsheet import BOM, Cell, ListSheet, as_csv
from nmirf_desktop.exchange.workbook import FIRST_DAY, MOST_LETTERS, MOST_ROWS, as_xlsx
from nmirf_desktop.i18n import Language, catalog

HOSTILE = (
    "=1+1", "+595 21 123", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1",
    "\u202e=1", "\x01=1", "＝1+1", "＋1", "－1", "＠A1", "'=1+1", "''=1", "' =1", "=HYPERLINK(\"http://example.org\";\"x\")",
    "=cmd|' /C calc'!A0", "=",
)  # fmt: skip
HARMLESS = ("", "0012", "1-2", "O’Higgins", "'tis", "a=b", "a\n=1", "''", "Côte d’Ivoire", "#N/A", "TRUE", "(=1)")
ANY = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@'\t\r\n \u200b＝,;\""), max_size=30)
"""Texts that a register may hold; more of what is dangerous than chance would bring."""
DAY = datetime.date(2024, 5, 8)
PEOPLE = ListSheet(
    "States",
    ("State", "Since", "Seats", "Share", "Votes"),
    (
        ("Paraguay", DAY, 3, 2.5, True), ("+595 21", None, -5, -0.25, False),
        ("0012", datetime.date(1990, 1, 31), 0, 0.5, None),
    ),
    Language.EN,
)  # fmt: skip


def one_column(texts: Sequence[Cell], language: Language = Language.EN) -> ListSheet:
    return ListSheet("Texts", ("Text",), tuple((text,) for text in texts), language)


def with_calamine(content: bytes) -> Sequence[Sequence[object]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def with_csv(content: bytes, separator: str = ",") -> list[list[str]]:
    assert content.startswith(BOM)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))


# Formulas


@pytest.mark.parametrize("text", HOSTILE)
def test_what_might_run_is_disarmed_by_an_apostrophe(text: str) -> None:
    assert armed(text)
    assert neutralised(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_runs_nowhere_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == text == unneutralised(text)


@given(ANY)
@example("'=1")
@example("'")
@example("''''\u200b +")
def test_each_text_comes_back_as_it_was(text: str) -> None:
    assert unneutralised(neutralised(text)) == text


@given(ANY)
def test_nothing_that_leaves_begins_like_a_formula(text: str) -> None:
    left = neutralised(text)
    assert not armed(left) or left.startswith("'")
    assert left in (text, "'" + text)


def test_a_long_run_of_blanks_is_looked_through_at_once() -> None:
    assert not armed("\x1f\u00a0 \u200b" * 100_000 + "x")


# As CSV


def test_a_list_is_written_as_its_reader_expects_csv() -> None:
    assert as_csv(PEOPLE).decode("utf-8-sig") == (
        "State,Since,Seats,Share,Votes\r\nParaguay,2024-05-08,3,2.5,TRUE\r\n'+595 21,,-5,-0.25,FALSE\r\n"
        "0012,1990-01-31,0,0.5,\r\n"
    )


@pytest.mark.parametrize("language", [Language.FR, Language.ES])
def test_where_a_comma_stands_before_decimals_a_semicolon_separates(language: Language) -> None:
    lines = as_csv(replace(PEOPLE, language=language)).decode("utf-8-sig").splitlines()
    assert lines[:2] == ["State;Since;Seats;Share;Votes", "Paraguay;2024-05-08;3;2,5;TRUE"]


@given(st.lists(ANY, min_size=1, max_size=5), st.sampled_from(Language))
def test_any_texts_come_back_from_csv(texts: list[str], language: Language) -> None:
    sheet = ListSheet("Texts", tuple(texts), (tuple(texts),), language)
    separator = "," if language is Language.EN else ";"
    for row in with_csv(as_csv(sheet), separator):
        assert [unneutralised(cell) for cell in row] == [text.replace("\0", "\ufffd") for text in texts]
        assert all(cell.startswith("'") for cell in row if armed(cell))


def test_half_a_character_is_marked_as_lost_in_both() -> None:
    sheet = one_column(["a\ud800b", "\U0001f30d"])
    assert with_csv(as_csv(sheet)) == [["Text"], ["a\ufffdb"], ["\U0001f30d"]] == with_calamine(as_xlsx(sheet))


# As a workbook


def test_days_numbers_and_truth_are_real_in_a_workbook() -> None:
    assert with_calamine(as_xlsx(PEOPLE)) == [
        list(PEOPLE.headings),
        ["Paraguay", DAY, 3.0, 2.5, True],
        ["+595 21", "", -5.0, -0.25, False],
        ["0012", datetime.date(1990, 1, 31), 0.0, 0.5, ""],
    ]


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS[1:]])
def test_a_text_is_a_text_for_each_reader_and_stays_one_when_edited(text: str) -> None:
    content = as_xlsx(one_column([text]))
    assert with_calamine(content)[1] == [text]
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert page is not None
    cell = page["A2"]
    assert (cell.data_type, cell.number_format, bool(cell.quotePrefix)) == ("s", "@", armed(text))
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


@settings(max_examples=50)
@given(st.lists(ANY.filter(bool), min_size=1, max_size=20))
@example(["_x0041_", "_x005F_x0041_", "__x000D_x0041_", "a\x00\x01\x0b\r\nb\r", "\x7f\x85\u2028"])
def test_any_texts_come_back_from_a_workbook(texts: list[str]) -> None:
    lost = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
    assert [row[0] for row in with_calamine(as_xlsx(one_column(texts)))[1:]] == [text.translate(lost) for text in texts]


@settings(max_examples=50)
@given(st.lists(st.dates() | st.integers() | st.floats(-1e300, 1e300), min_size=1, max_size=20))
def test_a_value_that_no_spreadsheet_holds_is_its_text(values: list[Cell]) -> None:
    read = [row[0] for row in with_calamine(as_xlsx(one_column(values)))[1:]]
    for value, found in zip(values, read, strict=True):
        if isinstance(value, datetime.date):
            assert found == (value if value >= FIRST_DAY else value.isoformat())
        else:
            assert found in (value, str(value)) or found == pytest.approx(value, rel=1e-14)


def test_the_headings_are_bold_kept_in_sight_and_filter() -> None:
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(PEOPLE))).active
    assert page is not None
    assert [cell.font.bold for cell in page[1]] == [True] * 5
    assert [bool(cell.font.bold) for cell in page[2]] == [False] * 5
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:E4", "$1:$1")
    assert page["B2"].number_format == "yyyy-mm-dd"


def test_a_column_is_as_wide_as_its_content_and_a_long_text_has_several_lines() -> None:
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(one_column(["x" * 20, "two\nlines"])))).active
    assert page is not None
    assert page.column_dimensions["A"].width == 22
    assert [page[place].alignment.wrap_text for place in ("A2", "A3")] == [None, True]
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(one_column(["x" * 500])))).active
    assert page is not None
    assert page.column_dimensions["A"].width == 60
    assert page["A2"].alignment.wrap_text


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("Rules of the Declaration", "Rules of the Declaration"), ("[a]: b/c?*", "a b c"), ("'quoted'", "quoted"),
        ("What was said and who spoke under it", "What was said and who spoke…"), ("::", "1"), ("", "1"),
    ],
)  # fmt: skip
def test_any_title_names_a_sheet(title: str, tab: str) -> None:
    content = as_xlsx(replace(PEOPLE, title=title))
    assert python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [tab]


def test_the_file_says_its_title_and_language_and_neither_moment_nor_maker() -> None:
    parts = zipfile.ZipFile(io.BytesIO(as_xlsx(replace(PEOPLE, title="États", language=Language.FR))))
    about = parts.read("docProps/core.xml").decode()
    assert ">États<" in about
    assert ">fr<" in about
    assert "created" not in about
    assert "modified" not in about
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {part.create_system for part in parts.infolist()} == {0}
    assert parts.namelist()[0] == "[Content_Types].xml"


def test_the_same_list_is_the_same_bytes_in_each_process() -> None:
    program = (
        "import hashlib, tests.exchange.test_spreadsheet as test\n"
        "print(hashlib.sha256(test.as_xlsx(test.PEOPLE)).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=surroundings
        )
        digests.add(done.stdout)
    assert len(digests) == 1
    assert as_csv(PEOPLE) == as_csv(PEOPLE)


# What does not fit


def refused(sheet: ListSheet) -> str:
    with pytest.raises(Problem) as problem:
        as_xlsx(sheet)
    said = {problem.value.said_in(catalog(language)) for language in Language}
    assert len(said) == 3
    return problem.value.said_in(catalog(Language.EN))


@pytest.mark.parametrize("letter", ["x", "\x01", "\U0001f30d"])
def test_a_text_too_long_for_a_cell_is_named_and_never_cut(letter: str) -> None:
    width = {"x": 1, "\x01": 7, "\U0001f30d": 2}[letter]
    fits = letter * (MOST_LETTERS // width)
    assert with_calamine(as_xlsx(one_column([fits])))[1] == [fits]
    too_long = one_column(["short", letter * (MOST_LETTERS // width + 1)])
    assert refused(too_long) == (
        "The text in row 3, column “Text”, is longer than the 32,767 characters that a cell holds. No file was "
        "written; shorten it, or export the list as CSV."
    )
    assert with_csv(as_csv(too_long))[2] == [too_long.rows[1][0]]


def test_more_rows_than_a_sheet_holds_are_not_begun() -> None:
    assert refused(ListSheet("", ("a",), (("b",),) * MOST_ROWS, Language.EN)) == (
        "The list has more rows than a sheet holds, which is 1,048,575. No file was written; show fewer rows, or "
        "export the list as CSV."
    )
