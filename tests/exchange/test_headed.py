"""Where the table of a sheet is, and what of the sheet is none of it."""

import datetime

import pytest

from nmirf_desktop.exchange.cells import Cell, Line, Sheet
from nmirf_desktop.exchange.headed import HeadedTable, find_table
from nmirf_desktop.exchange.headings import heading_key
from tests.exchange.messy import REQUIRED, VOCABULARY


def sheet(*lines: tuple[Cell, ...]) -> Sheet:
    """A sheet with these lines, numbered from 1; empty ones are left out."""
    given = ((number, tuple(cell or None for cell in line)) for number, line in enumerate(lines, start=1))
    return Sheet("Sheet", tuple(Line(number, line) for number, line in given if any(line)))


def table(*lines: tuple[Cell, ...]) -> HeadedTable:
    found = find_table(sheet(*lines), VOCABULARY, REQUIRED)
    assert found is not None
    return found


PERU, KENYA = ("Peru", "2024", "A", "a@example.org"), ("Kenya", "2024", "B", "b@example.org")


@pytest.mark.parametrize(
    "heading",
    [
        *("State", "STATE", " state ", "State:", "*State*", "State (as of 2024)", "1. State", "State [ISO]", "«State»"),
        *("État", "ETAT", "Pays", "País", "Pais", "Estado miembro", "État membre (*)", "State / État", "Country|Pays"),
        *("State\nÉtat\nEstado", "Name of State", "Nom du pays", "The State", "État – State", "Sta\u00adte\u200b"),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading: str) -> None:
    assert table((heading, "E-mail"), ("Peru", "a@example.org")).columns == {"state": 0, "email": 1}


@pytest.mark.parametrize("heading", ["Statement", "Stat", "State of accession to the instrument", "Capital", "12", ""])
def test_a_heading_that_is_not_known_is_not_guessed(heading: str) -> None:
    assert find_table(sheet((heading, "E-mail"), ("Peru", "a@example.org")), VOCABULARY, REQUIRED) is None


def test_e_mail_has_many_spellings() -> None:
    assert {heading_key(text) for text in ("E-mail", "e mail", "Email", "E‑MAIL:", "e-mail (work)")} == {"email"}


def test_no_heading_is_claimed_twice() -> None:
    found = table(("State", "Name", "State", "Contact person", "ISO"), ("Peru", "A", "Chile", "B", "PER"))
    assert found.columns == {"state": 0, "name": 3, "code": 4}
    assert found.unread == ("Name", "State")


def test_the_longer_heading_is_meant() -> None:
    found = table(("Country", "Focal point e-mail address", "Focal point name"), ("Peru", "a@example.org", "A"))
    assert found.columns == {"state": 0, "email": 1, "name": 2}


def test_titles_above_are_none_of_the_table() -> None:
    found = table(("List of States",), (), ("State", "as at", datetime.date(2024, 5, 8)), ("State", "Since"), PERU)
    assert [line.number for line in found.header_lines] == [4]
    assert [line.number for line in found.lines] == [5]


def test_two_header_lines_are_read_together() -> None:
    groups: tuple[Cell, ...] = ("State", "Focal point", "", "Alternate", "", "Remarks")
    below: tuple[Cell, ...] = ("", "Name", "E-mail", "Name", "E-mail")
    found = table(groups, below, ("Peru", "A", "a@example.org", "B", "b@example.org", "x"))
    assert found.columns == {"state": 0, "name": 1, "email": 2, "alternate": 3}
    assert found.unread == ("Alternate E-mail", "Remarks")
    assert [line.number for line in found.header_lines] == [1, 2]
    assert found.cell(found.lines[0], "alternate") == "B"


def test_a_title_just_above_the_header_is_no_group() -> None:
    found = table(("Members",), ("State", "Since", "Capital"), PERU)
    assert [line.number for line in found.header_lines] == [2]
    assert found.unread == ("Capital",)


def test_what_is_left_out_is_given() -> None:
    found = table(
        ("State", "Since", "Name", "E-mail", "No."),
        (1, 2, 3, 4, 5),
        PERU,
        (),
        ("State", "Since", "Name", "E-mail", "No."),
        KENYA,
        ("", "", "", "", 46),
        ("", "", "Page 2"),
        ("Total", 2),
        ("Total : 2",),
        ("Source: Secretariat",),
        ("* as at 8 May",),
    )
    assert [line.number for line in found.lines] == [3, 6, 12]
    assert [line.number for line in found.left_out] == [2, 5, 7, 8, 9, 10, 11]


def test_a_line_without_its_state_is_a_line() -> None:
    found = table(("State", "Since", "Name"), ("", "2024", "A"), PERU)
    assert [found.cell(line, "state") for line in found.lines] == [None, "Peru"]
    assert found.cell(found.lines[0], "email") is None


def test_every_line_is_one_of_the_header_the_table_or_left_out() -> None:
    lines = [("x",), ("State", "Name"), PERU[:2], ("", "y"), ("Note", "z"), KENYA[:2], ("State", "Name")]
    whole = sheet(*lines)
    found = find_table(whole, VOCABULARY, REQUIRED)
    assert found is not None
    kept = [line.number for line in (*found.header_lines, *found.lines, *found.left_out)]
    assert sorted(kept) == [line.number for line in whole.lines]
    assert [line.number for line in found.left_out] == [1, 4, 5, 7]


def test_without_required_fields_two_headings_or_the_only_one_make_a_table() -> None:
    assert find_table(sheet(("Name", "E-mail"), ("A", "a@example.org")), VOCABULARY) is not None
    assert find_table(sheet(("State",), ("Peru",)), VOCABULARY) is not None
    assert find_table(sheet(("State", "Capital"), ("Peru", "Lima")), VOCABULARY) is None
    assert find_table(sheet(("State", "Capital"), ("Peru", "Lima")), VOCABULARY, REQUIRED) is not None
    assert find_table(sheet(), VOCABULARY) is None


def test_fields_below_each_other_are_no_table() -> None:
    turned = sheet(("State", "Peru", "Kenya"), ("Since", "2024", "2025"), ("Name", "A", "B"), ("E-mail", "x", "y"))
    assert find_table(turned, VOCABULARY, REQUIRED) is None


def test_a_letter_is_no_table() -> None:
    assert find_table(sheet(("Dear colleague,",), ("State the facts",)), VOCABULARY, REQUIRED) is None
