"""Lists as offices send them: no wrong State, no lost line without a reason, no crash."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.recognition import AmbiguousState, Gazetteer, UnknownState, parse_aliases
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.headed import HeadedTable, find_table
from nmirf_desktop.exchange.sheets import Cell, Failed, read_sheets, text_of
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.i18n.reading import read_dates
from nmirf_desktop.paths import bundled
from tests.exchange.messy import CASES, REQUIRED, STATES, VOCABULARY, ExpectedLine, MessyCase, Reason, parameters

NAMES = Gazetteer(STATES, parse_aliases(bundled("resources/aliases.csv").read_text(encoding="utf-8")))


def read_as(state: Cell) -> ExpectedLine:
    """The State that a cell names, or why it names none."""
    if isinstance(state, Failed):
        return ExpectedLine(reason=Reason.FORMULA)
    if state is None:
        return ExpectedLine(reason=Reason.MISSING)
    try:
        return ExpectedLine(NAMES.find(text_of(state)).iso3)
    except AmbiguousState:
        return ExpectedLine(reason=Reason.AMBIGUOUS)
    except UnknownState:
        return ExpectedLine(reason=Reason.UNKNOWN)


def dates_of(table: HeadedTable) -> list[datetime.date | None]:
    """The dates of a table: real ones as they are, texts as their column says; a number is none."""
    cells = [table.cell(line, "since") for line in table.lines]
    read = read_dates(cell if isinstance(cell, str) else "" for cell in cells)
    return [cell if isinstance(cell, datetime.date) else day for cell, day in zip(cells, read.days, strict=True)]


@pytest.mark.parametrize("case", parameters(CASES))
def test_a_list_is_read_as_its_office_meant_it(case: MessyCase, tmp_path: Path) -> None:
    path = case.write(tmp_path)
    before = path.read_bytes()
    if case.refused:
        with pytest.raises(Problem) as problem:
            read_sheets(path)
        assert len({problem.value.said_in(catalog(language)) for language in Language}) == 3
        return
    tables = [(sheet, find_table(sheet, VOCABULARY, REQUIRED)) for sheet in read_sheets(path)]
    found = [(sheet, table) for sheet, table in tables if table is not None]
    assert path.read_bytes() == before
    assert len(found) == case.tables
    if found:
        sheet, table = found[0]
        kept = (*table.header_lines, *table.lines, *table.left_out)
        assert sorted(line.number for line in kept) == [line.number for line in sheet.lines]
        read = [read_as(table.cell(line, "state")) for line in table.lines]
        assert read == [ExpectedLine(line.state, line.reason) for line in case.expected]
        dates = dates_of(table)
        assert [line.since for line in case.expected if line.dated] == [
            day for day, line in zip(dates, case.expected, strict=True) if line.dated
        ]


def test_each_case_is_another() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 100
