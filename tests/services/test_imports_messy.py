"""Lists as offices send them, through the preview: no wrong State, no line without a verdict, no day made up."""

import datetime
from pathlib import Path

import pytest

from nmirf_desktop.domain.intake import WORK, IntakeKind, PreviewRow, Verdict, Weight
from nmirf_desktop.domain.intake.report import line_said
from nmirf_desktop.domain.members import FocalPoint, Mechanism, Membership
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.sheets import read_sheets
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.imports import FoundList, Imports
from tests.exchange.messy import CASES, MessyCase, Reason, parameters
from tests.registers import Desk

ON = datetime.date(2026, 11, 25)


def starts(row: PreviewRow) -> set[datetime.date]:
    """The days on which what a row brings begins."""
    dated = (Membership, FocalPoint, Mechanism)
    return {fact.period.start for fact in row.facts if isinstance(fact, dated)}


def meant(found: tuple[FoundList, ...], path: Path) -> FoundList:
    """The first list in the file's own order of sheets."""
    order = [sheet.name for sheet in read_sheets(path)]
    return min(found, key=lambda one: order.index(one.sheet))


def states_agree(
    case: MessyCase, rows: dict[int, PreviewRow], lines: tuple[int, ...], blank: frozenset[int] = frozenset()
) -> None:
    """Each line that the case expects is judged as that State or, where it names none, is in error or told apart.

    So are those that are *blank*: reply sheets have lines that name the State and nobody.
    """
    for number, expected in zip(lines, case.expected, strict=True):
        row = rows.get(number)
        if row is None:
            assert expected.reason is Reason.UNKNOWN or number in blank, f"line {number} is lost"
            continue
        if expected.state:
            assert row.state is not None, (number, row)
            assert row.state.iso3 == expected.state
        else:
            assert row.state is None, (number, row)
            assert row.verdict is Verdict.ERROR


@pytest.mark.parametrize("kind", sorted(set(IntakeKind) - WORK))
@pytest.mark.parametrize("case", parameters(case for case in CASES if not case.refused))
def test_no_line_is_lost_and_no_state_is_wrong(desk: Desk, case: MessyCase, kind: IntakeKind, tmp_path: Path) -> None:
    path = case.write(tmp_path)
    imports = Imports(desk.store, desk.states)
    try:
        found = imports.read(kind, path)
    except Problem:
        assert not case.tables
        return
    first = found[0] if len(found) == 1 else meant(found, path)
    preview = imports.preview(first, ON).preview
    rows = {row.number: row for row in preview.rows}
    apart = {line.number for line in preview.not_read}
    assert len(rows) == len(preview.rows)
    assert {line.number for line in first.lines} <= rows.keys() | apart
    assert not rows.keys() & apart
    expected = tuple(line.number for line in first.lines)
    if len(case.expected) == len(expected):
        states_agree(case, rows, expected, frozenset(apart) if kind is IntakeKind.PARTICIPANTS else frozenset())
    for row in preview.rows:
        assert ON not in starts(row)
        if row.verdict is Verdict.ERROR:
            assert any(reason.weight is Weight.ERROR for reason in row.reasons)
            assert not row.facts
    for row in preview.rows[:50]:
        assert len({line_said(row, catalog(language)) for language in Language}) in {1, 2, 3}
