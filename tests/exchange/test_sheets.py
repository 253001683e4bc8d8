"""What is read of any file that somebody sends: its cells as they are, and one sentence where it cannot be read."""

import datetime
import io
import os
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.sheets import Cell, Failed, Line, Sheet, column_name, read_sheets, text_of
from nmirf_desktop.i18n import Language, catalog
from tests.exchange.messy import DATA, EN
from tests.exchange.writing import Write, cell, line, open_document, packed, patched, raw, rows, table, text, workbook


def read(write: Write, folder: Path) -> tuple[Sheet, ...]:
    return read_sheets(write(folder))


def cells(write: Write, folder: Path) -> list[tuple[int, tuple[Cell, ...]]]:
    """The lines of the first sheet, with their numbers."""
    return [(line.number, line.cells) for line in read(write, folder)[0].lines]


def outcome(path: Path) -> tuple[Sheet, ...] | str:
    """What is read of a file, or the sentence with which it is refused."""
    try:
        return read_sheets(path)
    except Problem as problem:
        return problem.said_in(catalog(Language.ES))


def refused(path: Path) -> str:
    """The one sentence with which a file is refused, there in three languages."""
    with pytest.raises(Problem) as problem:
        read_sheets(path)
    said = {problem.value.said_in(catalog(language)) for language in Language}
    assert len(said) == 3
    assert not any("\n" in sentence or "{" in sentence for sentence in said)
    return problem.value.said_in(catalog(Language.EN))


# Cells


def test_the_values_of_a_workbook_are_what_they_are(tmp_path: Path) -> None:
    day, moment = datetime.date(2024, 5, 8), datetime.datetime.fromisoformat("2024-05-08T14:30")
    midnight = datetime.datetime.fromisoformat("2024-05-08T00:00")
    values = ("Peru", 5, 5.5, True, False, day, midnight, moment, None, 0.25, datetime.time(10, 30), "'007", "last")
    expected = ("Peru", 5, 5.5, True, False, day, day, "2024-05-08T14:30", None, 0.25, "10:30", "'007", "last")
    [(number, found)] = cells(workbook("list.xlsx", rows(((), values))), tmp_path)
    assert number == 2
    assert found == expected
    assert [type(value) for value in found] == [type(value) for value in expected]


def test_lines_have_the_numbers_of_the_spreadsheet_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    lines = ((), ("", " "), ("", "x", "", ""), (), ("y",))
    assert cells(workbook("list.xlsx", rows(lines)), tmp_path) == [(3, (None, "x")), (5, ("y",))]
    assert cells(text("list.csv", ",\n , \n,x,,\n\ny,\n"), tmp_path) == [(3, (None, "x")), (5, ("y",))]


def test_what_is_merged_down_stands_in_each_line_and_what_is_merged_across_once(tmp_path: Path) -> None:
    lines = (("a", "b", "c", "d"), ("", "e"), ("", "f"))
    merged = workbook("list.xlsx", rows(lines, "A1:A3", "C1:D2"))
    assert cells(merged, tmp_path) == [(1, ("a", "b", "c")), (2, ("a", "e", "c")), (3, ("a", "f"))]


def test_a_formula_gives_its_value_or_a_reason(tmp_path: Path) -> None:
    written = workbook("list.xlsx", rows((("=A1", "=A2", "=A3", "=A4"),)))
    write = patched(
        written,
        (r'<c r="A1"><f>A1</f><v.*?</c>|<c r="A1"><f>A1</f><v ?/></c>', '<c r="A1"><f>A1</f><v>7</v></c>'),
        (r'<c r="B1"><f>A2</f><v.*?</c>', '<c r="B1" t="str"><f>A2</f><v></v></c>'),
        (r'<c r="C1"><f>A3</f><v.*?</c>', '<c r="C1" t="e"><f>A3</f><v>#NAME?</v></c>'),
    )
    [(_, (value, nothing, name, unsaved))] = cells(write, tmp_path)
    assert value == 7
    assert nothing is None
    assert isinstance(name, Failed)
    assert isinstance(unsaved, Failed)
    assert name.code == "#NAME?"
    said = {failed.problem.said_in(catalog(language)) for failed in (name, unsaved) for language in Language}
    assert len(said) == 6
    assert any("#NAME?" in sentence for sentence in said)


def test_lines_of_formulas_without_values_are_not_lost(tmp_path: Path) -> None:
    write = workbook("list.xlsx", rows((("x",), (), ("", "", "", "=A1"), ("=A2",)), "A4:A5"))
    found = [(number, len(line), type(line[-1])) for number, line in cells(write, tmp_path)]
    assert found == [(1, 1, str), (3, 4, Failed), (4, 1, Failed)]
    write = workbook("list.xlsx", rows((("=A2",), ("=A1",))))
    assert [number for number, _ in cells(write, tmp_path)] == [1, 2]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#¡VALOR!", "#NOM?", " #n/a "])
def test_an_error_that_was_saved_as_text_is_an_error(error: str, tmp_path: Path) -> None:
    assert cells(text("list.csv", f"{error};x\n"), tmp_path) == [(1, (Failed(error.strip().upper()), "x"))]


def test_texts_of_csv_stay_texts(tmp_path: Path) -> None:
    content = "007;1.5;=1+1;TRUE;2024-05-08;# 5\n"
    assert cells(text("list.csv", content), tmp_path) == [(1, ("007", "1.5", "=1+1", "TRUE", "2024-05-08", "# 5"))]


def test_errors_and_merged_cells_of_an_old_workbook(tmp_path: Path) -> None:
    lists, members = read_sheets(DATA / "member_list.xls")
    assert (lists.name, lists.hidden, members.name, members.hidden) == ("Lists", True, "Members", False)
    assert [line.number for line in members.lines] == [1, 3, 4, 5, 6, 7, 8, 10]
    assert members.lines[2].cells[1:] == (
        datetime.date(2024, 5, 8), "Focal point of Côte d’Ivoire", "civ@example.org", True,
    )  # fmt: skip
    assert members.lines[4].cells[1:3] == (0, "مسؤول الاتصال")
    assert [line.cells[0] for line in members.lines[5:7]] == ["Brésil", "Brésil"]


def test_an_open_document_says_where_lines_are_repeated(tmp_path: Path) -> None:
    body = table([line(cell("a")), line(cell(), repeated=1000), line(cell("b"), repeated=2)])
    assert cells(open_document("list.ods", body), tmp_path) == [(1, ("a",)), (1002, ("b",)), (1003, ("b",))]


def test_a_link_is_followed_and_nothing_is_written(tmp_path: Path) -> None:
    path = workbook("list.xlsx", rows(EN))(tmp_path)
    (tmp_path / "link").symlink_to(path)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    assert read_sheets(tmp_path / "link")[0].lines == read_sheets(path)[0].lines
    assert before == (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""), (5, "5"), (5.0, "5"), (5.25, "5.25"), (0.1 + 0.2, "0.3"), (True, "TRUE"),
        (Failed("#REF!"), "#REF!"),
        (datetime.date(2024, 5, 8), "2024-05-08"), ("  a\u00a0 b ", "a b"), ("a\r\n b\rc", "a\nb\nc"),
        ("Ke\u00adnya\u200b", "Kenya"), ("\u202bمصر\u202c", "مصر"), ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\0a\x07\t b", "a b"), ("\u200c", ""), ("\ufeff \u200e", ""), ("👩\u200d⚖", "👩\u200d⚖"),
    ],
)  # fmt: skip
def test_a_cell_as_text(value: Cell, said: str) -> None:
    assert text_of(value) == said


@given(st.text())
def test_a_text_is_tidied_once(value: str) -> None:
    assert text_of(text_of(value)) == text_of(value)


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [column_name(column) for column in (0, 25, 26, 51, 52, 701, 702, 16_383)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


# Files that are no tables

SAVE = "open it in a spreadsheet and save"


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.xls", "list.ods", "list"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file {name} is empty."),
        (b"\xff\xfe\0\0", "The file {name} is empty."),
        (b"%PDF-1.7", "The file {name} is not a table that can be read: ask for the list as XLSX, ODS or CSV."),
        (b"  <!DOCTYPE html><table>", f"The file {{name}} is a web page, whatever its name says: {SAVE} it as XLSX."),
        (b"PK\x03\x04", f"The workbook {{name}} is damaged or not made as spreadsheets make it: {SAVE} it again."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            f"The workbook {{name}} is damaged or not made as spreadsheets make it: {SAVE} it again.",
        ),
    ],
)
def test_what_is_no_table_is_told_by_its_content(name: str, content: bytes, sentence: str, tmp_path: Path) -> None:
    assert refused(raw(name, content)(tmp_path)) == sentence.format(name=name)


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    assert refused(tmp_path).endswith("is a folder, not a table.")
    assert refused(tmp_path / "none.csv") == "There is no file none.csv."
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "pipe is not an ordinary file."
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refused(tmp_path / "loop") == "The file loop cannot be read."


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(30_000_000_000)
    assert refused(tmp_path / "large.csv") == (
        "The file large.csv is too large for a list: at most 20 MB are read. Save the list alone in a new file."
    )


def test_a_line_that_is_too_long_is_named(tmp_path: Path) -> None:
    cut = "Line 3: A cell has more than 32,767 signs: look whether a quotation mark is missing."
    assert refused(text("list.csv", f"a,b\n\n{'x' * 32_768},b\n")(tmp_path)) == cut
    assert (
        refused(text("list.csv", "a,b\n" + ",".join("x" * 16_385))(tmp_path))
        == "Line 2: It has more than 16,384 cells."
    )
    assert len(cells(text("list.csv", f"a,b\n{'x' * 32_767},b\n"), tmp_path)) == 2
    lines = refused(text("list.csv", "\n" * 1_048_577)(tmp_path))
    assert lines == "The file list.csv is empty."
    lines = refused(text("list.csv", "a" + "\n" * 1_048_577 + "b")(tmp_path))
    assert lines == "There are more than 1,048,576 lines: save the list alone in a new file."


# Workbooks that were made to harm


def parts(folder: Path) -> dict[str, bytes]:
    """The parts of a workbook that is in order."""
    with zipfile.ZipFile(workbook("good.xlsx", rows(EN))(folder)) as package:
        return {name: package.read(name) for name in package.namelist()}


SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
DAMAGED = (
    "The workbook list.xlsx is damaged or not made as spreadsheets make it: open it in a spreadsheet and save it again."
)
UNPACKED = "The workbook list.xlsx is too large when it is unpacked: save the list alone in a new workbook."


def sheet_of(data: str) -> bytes:
    return f'<worksheet xmlns="{SPACE}"><sheetData>{data}</sheetData></worksheet>'.encode()


def changed(folder: Path, **changes: bytes) -> Path:
    """A workbook whose sheet, texts or other parts are replaced."""
    names = {"sheet": SHEET, "book": "xl/workbook.xml", "texts": "xl/sharedStrings.xml", "more": "xl/media/more.xml"}
    path = folder / "list.xlsx"
    path.write_bytes(packed({**parts(folder), **{names[key]: content for key, content in changes.items()}}))
    return path


def test_a_part_that_shrank_too_well_is_not_unpacked(tmp_path: Path) -> None:
    assert refused(changed(tmp_path, more=bytes(20_000_000))) == UNPACKED


def test_parts_are_added_up_before_any_is_unpacked(tmp_path: Path) -> None:
    path = changed(tmp_path)
    content = path.read_bytes()
    place = content.index(b"PK\x01\x02") + 24
    path.write_bytes(content[:place] + struct.pack("<I", 300_000_000) + content[place + 4 :])
    assert refused(path) == UNPACKED


def test_a_directory_that_lies_is_found_out(tmp_path: Path) -> None:
    path = changed(tmp_path, sheet=sheet_of("<row><c><v>1</v></c></row>" * 500))
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        honest = package.read(SHEET)
        entry = content.index(SHEET.encode(), package.start_dir) - 46
    for size in (10, len(honest) - 1):
        lying = bytearray(content)
        struct.pack_into("<I", lying, entry + 16, zlib.crc32(honest[:size]))
        struct.pack_into("<I", lying, entry + 24, size)
        path.write_bytes(lying)
        assert refused(path) == DAMAGED


def test_a_name_twice_in_the_package_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as package:
        package.writestr(SHEET, sheet_of(""))
    assert refused(path) == DAMAGED


def test_nothing_grows_by_being_named(tmp_path: Path) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + sheet_of("<row><c><v>&b;</v></c></row>")
    assert refused(changed(tmp_path, sheet=laughs)) == DAMAGED


def test_a_workbook_that_names_very_many_sheets_is_not_read(tmp_path: Path) -> None:
    sheets = "".join(f'<sheet name="{number:x}"/>' for number in range(500_000))
    assert (
        refused(changed(tmp_path, book=f'<workbook xmlns="{SPACE}"><sheets>{sheets}</sheets></workbook>'.encode()))
        == UNPACKED
    )


def test_a_text_that_very_many_cells_share_is_counted_for_each(tmp_path: Path) -> None:
    texts = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"x" * 30_000
        + b"</t></si></sst>"
    )
    shared = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 5_000))
    path = changed(tmp_path, sheet=sheet_of(shared), texts=texts)
    assert refused(path) == "A sheet has more text than any list: save the list alone in a new workbook."


@pytest.mark.parametrize("last", ["XFD1048576", "A1048576", "XFD400", "ZZZ1", "A9999999"])
def test_a_cell_far_away_takes_no_room(last: str, tmp_path: Path) -> None:
    path = changed(tmp_path, sheet=sheet_of(f'<row><c r="A1"><v>1</v></c></row><row><c r="{last}"><v>1</v></c></row>'))
    if last == "A1048576":
        assert [line.number for line in read_sheets(path)[0].lines] == [1, 1_048_576]
    else:
        assert refused(path).startswith("A sheet reaches to line")


@pytest.mark.parametrize("place", ["A99999999999", "AAAA1", "A", "1", "", "A1 ", "$A$1"])
def test_a_cell_at_no_place_is_refused_before_its_reader_makes_room_for_it(place: str, tmp_path: Path) -> None:
    path = changed(tmp_path, sheet=sheet_of(f'<row r="1"><c r="A1"><v>1</v></c><c r="{place}"><v>1</v></c></row>'))
    assert "damaged" in refused(path)


def test_cells_that_are_only_formatted_do_not_count(tmp_path: Path) -> None:
    empty = '<row r="900"><c r="XFD900" s="0"/></row>'
    path = changed(tmp_path, sheet=sheet_of(f'<row r="1"><c r="A1"><v>1</v></c></row>{empty}'))
    assert read_sheets(path)[0].lines == (Line(1, (1,)),)


def test_an_old_workbook_whose_chains_run_in_circles(tmp_path: Path) -> None:
    content = bytearray((DATA / "member_list.xls").read_bytes())
    table = struct.unpack_from("<I", content, 76)[0]
    for sector in range(12):
        circle = bytearray(content)
        struct.pack_into("<I", circle, (table + 1) * 512 + 4 * sector, 0)
        found = outcome(raw("list.xls", bytes(circle))(tmp_path))
        assert "list.xls" in found if isinstance(found, str) else len(found) == 2


def test_an_old_workbook_that_lies_about_its_size(tmp_path: Path) -> None:
    content = (DATA / "member_list.xls").read_bytes()
    place = content.index(struct.pack("<HH", 0x200, 14))
    for lie in ((9, 4, 0, 1), (0, 0xFFFFFFFF, 0, 256), (0, 10, 7, 3)):
        lying = content[: place + 4] + struct.pack("<IIHH", *lie) + content[place + 16 :]
        assert "is damaged" in refused(raw("list.xls", lying)(tmp_path))
    place = content.index(struct.pack("<H", 0xFC))
    lying = content[: place + 8] + struct.pack("<I", 0x7FFFFFFF) + content[place + 12 :]
    assert "is damaged" in refused(raw("list.xls", lying)(tmp_path))


def test_reading_needs_little_more_room_than_what_it_gives(tmp_path: Path) -> None:
    lines = [(f"State {number % 193}", f"Focal point {number}", number, None, "note") for number in range(10_000)]
    path = workbook("list.xlsx", rows(lines))(tmp_path)
    read_sheets(path)
    tracemalloc.start()
    sheets = read_sheets(path)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(sheets[0].lines) == 10_000
    assert peak < 2 * kept


# Anything


SEEDS = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"State;Name\n", b"\xff\xfeS\0", b'"', b"sep=;\n", b""]


@settings(max_examples=300)
@given(st.sampled_from(SEEDS), st.binary(max_size=400))
@example(b"", b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe", b"\xd8\0\0")
@example(b'a,"', b'b\n"c",d\n')
def test_any_bytes_end_in_sheets_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, seed: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(seed + rest)
    found = outcome(path)
    assert found
    for sheet in found if isinstance(found, tuple) else ():
        assert all(line.cells and line.cells[-1] is not None for line in sheet.lines)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workbook of each kind."""
    folder = tmp_path_factory.mktemp("good")
    open_document("list.ods", table([line(cell("State")), line(cell("Peru"))]))(folder)
    workbook("list.xlsx", rows(EN, "A1:A2"))(folder)
    raw("list.xls", (DATA / "member_list.xls").read_bytes())(folder)
    return folder


@settings(max_examples=150)
@given(
    st.sampled_from(["xls", "ods", "xlsx"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8),
    st.floats(0.3, 1),
)
def test_a_workbook_with_wrong_bytes_ends_in_sheets_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory,
    good: Path,
    kind: str,
    wrong: list[tuple[float, int]],
    length: float,
) -> None:
    content = bytearray((good / f"list.{kind}").read_bytes())
    for place, value in wrong:
        content[int(place * len(content))] = value
    path = tmp_path_factory.getbasetemp() / "wrong"
    path.write_bytes(content[: int(length * len(content)) if length > 0.8 else None])
    assert outcome(path)
